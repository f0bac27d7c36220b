package report

// FillZeros sets every number that is not filled in to 0. It is for agencies that had nothing to report, and says so in
// their name: a report with a forgotten number passes Check afterwards.
func (a *Annual) FillZeros() {
	treeOf(a).leaves(func(n node) {
		switch v := n.value.Addr().Interface().(type) {
		case *Count:
			if v.IsZero() {
				*v = N(0)
			}
		case *Change:
			if v.IsZero() {
				*v = D(0)
			}
		case *Amount:
			if v.IsZero() {
				*v = Wan(0)
			}
		}
	})
}
