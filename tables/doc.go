// Package tables is the geometry of tables with merged cells. It works on indices and lengths alone and knows no text:
// layout asks it for widths, heights, page cuts and rules, the DOCX writer for gridSpan and vMerge, the PDF writer for
// regular rows and the header cells of each data cell.
//
// A table is written sparsely, as in HTML: each row lists the cells that start in it, from left to right, and skips the
// slots that a cell from above has taken. Resolve places them once; from then on every slot knows its cell.
//
//	[][]Span{                    +---+-------+
//		{{Rows: 2}, {Cols: 2}},  | 0 | 1     |
//		{{}, {}},                |   +---+---+     Cells[0] = {Row: 0, Col: 0, Rows: 2, Cols: 1}
//	}                            |   | 2 | 3 |     At(1, 0) = 0, not its anchor
//	                             +---+---+---+
//
// Cells are numbered in the order written, so cell i is the i-th span of the source. Rows and columns count from 0; the
// texts of errors count from 1, as people do. All lengths are whole EMU and all arithmetic is exact: columns add up to the
// last twip and rows to the last EMU, on every machine.
package tables
