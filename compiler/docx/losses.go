package docx

import "github.com/banxin-go/banxin/layout/doc"

// A Loss is something of a document that WordprocessingML cannot say.
type Loss struct {
	Src  string
	What LossKind
}

// LossKind is what is lost.
type LossKind uint8

// The losses.
const (
	LostDiagonals LossKind = iota // the lines of a head cell with three texts; Word has borders from corner to corner only
	LostCarry                     // 过次页 and 承前页: only Word knows where its pages end
)

// Losses lists what the DOCX of a document will not show, in document order. That a row label is not shown again on the next
// page and that a caption there has no （续表） holds for every long table and is not listed; see Options.SplitLabels.
func Losses(d *doc.Document) []Loss {
	var all []Loss
	for i := range d.Sections {
		for _, block := range d.Sections[i].Blocks {
			if t, ok := block.(*doc.Table); ok {
				all = append(all, tableLosses(t)...)
			}
		}
	}
	return all
}

func tableLosses(t *doc.Table) []Loss {
	var all []Loss
	if t.Carry != nil {
		all = append(all, Loss{t.Src, LostCarry})
	}
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			if c := &t.Rows[i].Cells[k]; len(c.Diagonal) > 2 {
				src := c.Src
				if src == "" {
					src = t.Src
				}
				all = append(all, Loss{src, LostDiagonals})
			}
		}
	}
	return all
}
