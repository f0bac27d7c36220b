package docx

import (
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/tables"
)

// A cell divided by one line has Word's own diagonal border. Its texts are paragraphs, the upper one at the right, the lower
// one at the left, as Word's users set them. Two lines cannot be said as borders: they are drawn over the cell, as Word's old
// command 绘制斜线表头 did, at the height that the cell has in the layout. They do not follow when somebody drags its border;
// Losses tells of it. Where the height is not known there are the three texts alone, from right to left.

func (w *tableWriter) diagonalTexts(cell *doc.Cell, c tables.RowCell) {
	s := w.cellStyle(cell, &w.grid.Cells[c.Cell], cell.Style)
	size := unit.Size{W: unit.Length(w.edges[c.Col+c.Span]-w.edges[c.Col]) * unit.Twip, H: w.pages.divided(c.Cell)}
	n := len(cell.Diagonal)
	for i, text := range cell.Diagonal {
		p := para{of: s}
		align := doc.AlignCenter
		switch i {
		case 0:
			align = doc.AlignRight
		case n - 1:
			align = doc.AlignLeft
		}
		if size.H > 0 && i > 0 {
			w.space = w.aboveDivided(s, size, i)
			if i+1 < n {
				p.left, p.right = w.besideDivided(s, size, unit.Length(utf8.RuneCountInString(plain(text)))*s.Size)
			}
		}
		p.style = w.styles.variant(s, align, w.t.TextSize)
		w.open(p)
		if size.H > 0 && i == 0 {
			w.divide(size)
		}
		w.runs(text)
		w.x.close()
	}
}

// middleDivided is how far down the second text stands: two thirds, as long as the third has its line below it.
func (w *tableWriter) middleDivided(s *doc.Style, size unit.Size) (middle, foot unit.Length) {
	padY := w.padY()
	foot = size.H - padY - s.Leading - dividedSlack
	return max(min(size.H*2/3-s.Leading/2, foot-s.Leading), padY+s.Leading), foot
}

// aboveDivided is the space above the second and the third text.
func (w *tableWriter) aboveDivided(s *doc.Style, size unit.Size, i int) unit.Length {
	middle, foot := w.middleDivided(s, size)
	if i == 1 {
		return middle - w.padY() - s.Leading
	}
	return max(0, foot-middle-s.Leading)
}

// besideDivided gives the indents between which the second text, so wide, is centred: two thirds across, or as far left as the
// line above it asks, y = x·H/(2·W), and no further than the one beside it, x = y·W/(2·H).
func (w *tableWriter) besideDivided(s *doc.Style, size unit.Size, width unit.Length) (left, right unit.Length) {
	middle, _ := w.middleDivided(s, size)
	centre := min(size.W*2/3, (2*middle).MulDiv(int64(size.W), int64(size.H))-width/2)
	centre = max(centre, (middle+s.Leading).MulDiv(int64(size.W), int64(2*size.H))+width/2)
	if left = 2*centre - size.W; left < 0 {
		return 0, -left
	}
	return left, 0
}

// dividedSlack keeps the texts of a divided cell from raising its rows, whose heights programs round.
const dividedSlack = 2 * unit.Pt

// divide draws the two lines from the cell's upper left corner. Shapes count from where its text begins. LibreOffice reads one of
// each w:pict, and makes a cell higher for what is laid out in it; Word 2013 and later lay shapes out in their cell whatever
// o:allowincell says.
func (w *tableWriter) divide(size unit.Size) {
	x, padX, padY := w.x, w.padX(), w.padY()
	from := "-" + padX.Decimal() + "pt,-" + padY.Decimal() + "pt"
	for _, end := range [...]unit.Point{{X: size.W, Y: size.H / 2}, {X: size.W / 2, Y: size.H}} {
		w.lines++
		x.open("w:r").open("w:rPr").empty("w:noProof")
		x.close().open("w:pict").attr("xmlns:v", nsV).attr("xmlns:o", nsO)
		x.open("v:line").attr("id", "Divider"+itoa(w.lines)).attr("o:spid", "_x0000_s"+itoa(firstBodyShape+w.lines))
		x.attr("style", "position:absolute;z-index:251659264;mso-position-horizontal-relative:text;mso-position-vertical-relative:text")
		x.attr("o:allowincell", "f").attr("from", from).attr("to", (end.X-padX).Decimal()+"pt,"+(end.Y-padY).Decimal()+"pt")
		x.attr("strokeweight", max(w.rules.Inner, diagonalRule).Decimal()+"pt").close()
		x.close().close()
	}
}

// firstBodyShape is the number that ids of shapes in the text begin behind: Word gives the text the block from 1025 on.
const firstBodyShape = 1024

// slash says whether the cell has a diagonal border.
func slash(cell *doc.Cell) bool { return len(cell.Diagonal) == 2 }
