package compiler

import (
	"reflect"
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
)

// isNil tells a report that is not there: nil, or a pointer that is.
func isNil(r report.Report) bool {
	v := reflect.ValueOf(r)
	return !v.IsValid() || v.Kind() == reflect.Pointer && v.IsNil()
}

// blank finds blocks that are nil, and a document without any. Nothing else may look at a document before.
func (c *compilation) blank(d *doc.Document) (found report.Problems) {
	count := 0
	for i := range d.Sections {
		for k, b := range d.Sections[i].Blocks {
			count++
			for _, src := range blanksOf(b) {
				found = append(found, report.NewProblem(report.ParsePath(src, c.report), "block.nil", i+1, k+1))
			}
		}
	}
	if count == 0 {
		found = append(found, report.NewProblem(nil, "document.empty"))
	}
	return found
}

// blanksOf gives the places of what is nil in a block: its own, which has none, or those of cells.
func blanksOf(b doc.Block) (srcs []string) {
	if b == nil || reflect.ValueOf(b).IsNil() {
		return []string{""}
	}
	t, ok := b.(*doc.Table)
	if !ok {
		return nil
	}
	isBlank := func(b doc.Block) bool { return len(blanksOf(b)) > 0 }
	for i := range t.Rows {
		for k := range t.Rows[i].Cells {
			if cell := &t.Rows[i].Cells[k]; slices.ContainsFunc(cell.Blocks, isBlank) {
				srcs = append(srcs, cell.Src)
			}
		}
	}
	return srcs
}
