package pdf

// treeLeaf is how many entries a leaf of a name or number tree has.
const treeLeaf = 128

// tree writes a name tree (ISO 32000-1 7.9.6) or number tree (7.9.7) of n entries, whose keys must rise, and returns its
// root: one leaf where that is enough, else a root over leaves.
func (w *writer) tree(kind string, n int, key, val func(v value, i int)) ref {
	leaf := func(d dict, from, to int) {
		d.key(kind).array(func(a array) {
			for i := from; i < to; i++ {
				key(a.item(), i)
				val(a.item(), i)
			}
		})
	}
	if n <= treeLeaf {
		return w.add(func(v value) { v.dict(func(d dict) { leaf(d, 0, n) }) })
	}
	var kids []ref
	for from := 0; from < n; from += treeLeaf {
		to := min(from+treeLeaf, n)
		kids = append(kids, w.add(func(v value) {
			v.dict(func(d dict) {
				d.key("Limits").array(func(a array) { key(a.item(), from); key(a.item(), to-1) })
				leaf(d, from, to)
			})
		}))
	}
	return w.add(func(v value) {
		v.dict(func(d dict) {
			d.key("Kids").array(func(a array) {
				for _, id := range kids {
					a.item().ref(id)
				}
			})
		})
	})
}

// writeParentTree writes what leads from content back to structure (14.7.4.4): for each page the elements of its MCIDs, and
// then for each annotation its element.
func (w *writer) writeParentTree() ref {
	return w.tree("Nums", len(w.pageMarks)+w.annotationParents(),
		func(v value, i int) { v.int(i) },
		func(v value, i int) {
			if i < len(w.pageMarks) {
				v.ref(w.pageMarks[i])
			} else {
				v.ref(w.annotationParent(i - len(w.pageMarks)))
			}
		})
}

// idDigits is the length of an ID, an element's number with leading zeros, so that IDs sort as numbers do.
func (w *writer) idDigits() int {
	digits := 1
	for n := w.doc.Nodes; n >= 10; n /= 10 {
		digits++
	}
	return digits
}

// writeIDTree leads from IDs to elements; 0 where no element has one.
func (w *writer) writeIDTree() ref {
	var named []int32
	for num := range int32(w.doc.Nodes) {
		if w.elements.named.has(num) {
			named = append(named, num)
		}
	}
	if len(named) == 0 {
		return 0
	}
	digits := w.idDigits()
	return w.tree("Names", len(named),
		func(v value, i int) { v.number(int(named[i]), digits) },
		func(v value, i int) { v.ref(w.elements.ref(named[i])) })
}

// number writes n as a byte string of so many digits.
func (v value) number(n, digits int) {
	b := append(v.w.b, '(')
	for range digits {
		b = append(b, '0')
	}
	for i := len(b) - 1; n > 0; i-- {
		b[i] = byte('0' + n%10)
		n /= 10
	}
	v.w.b = append(b, ')')
}
