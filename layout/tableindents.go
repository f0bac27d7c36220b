package layout

import "github.com/banxin-go/banxin/layout/doc"

// Labels of statistics head those below them that stand further in: 四、行政复议数量 over （一）维持具体行政行为数. Such rows are groups as those of
// merged cells are, and one may be inside another. They have no price: their heads say on no page what stands on the next, but a
// page may end in them as it may in a list.

// keepIndented keeps groupRows rows at least of each group on either side of a cut: the head with the first below it, the last with
// the one before it.
func (f *tableFlow) keepIndented() {
	grid := f.model.grid
	type head struct {
		row int
		in  doc.Chars
	}
	var open []head // one further in than the other
	for row := grid.Head; row <= grid.Rows; row++ {
		var in doc.Chars
		if row < grid.Rows {
			in = f.indent(row)
		}
		for n := len(open); n > 0 && (row == grid.Rows || open[n-1].in >= in); n-- {
			if from := open[n-1].row; row-from >= groupRows {
				f.cuts[from].keep, f.cuts[row-groupRows].keep = true, true
			}
			open = open[:n-1]
		}
		open = append(open, head{row, in})
	}
}

// indent is how far in a row's label begins. Labels in the middle or at the right head nothing.
func (f *tableFlow) indent(row int) doc.Chars {
	i, _ := f.model.grid.At(row, 0)
	if style := f.styler.style(i, ""); style.Align != doc.AlignCenter && style.Align != doc.AlignRight {
		return style.Left + style.Indent
	}
	return 0
}
