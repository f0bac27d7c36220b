package doc_test

import (
	"fmt"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A rule of a province asks for other margins and for 33 pt between lines: every number of the sheet may be changed.
func ExampleGB9704() {
	sheet := doc.GB9704()
	page := &sheet.Page
	page.Top, page.Bottom, page.Left, page.Right = 28*unit.MM, 28*unit.MM, 27*unit.MM, 27*unit.MM
	sheet.Grid = doc.Grid{} // no longer 28 characters on 22 lines
	body := sheet.Style("Normal")
	body.Leading, body.OnGrid = 33*unit.Pt, false

	area := page.TypeArea().Size
	fmt.Printf("%d mm × %d mm\n", int64(area.W/unit.MM), int64(area.H/unit.MM))
	fmt.Println(int64(area.H/body.Leading), "lines of", body.Role, body.Size)
	// Output:
	// 156 mm × 241 mm
	// 20 lines of 仿宋 16pt
}
