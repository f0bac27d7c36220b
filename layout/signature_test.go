package layout

import (
	"errors"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A setLine is a line of text on a page, from its left end to its right.
type setLine struct {
	text        string
	left, right unit.Length
	y           unit.Length // of its base line
}

func (l setLine) middle() unit.Length { return (l.left + l.right) / 2 }

// signedLines fits a signature on the square sheet, whose type area is 12 characters of 10 pt wide, and gives its lines as they
// are painted, and its seal.
func signedLines(t testing.TB, s *doc.Signature) (lines []setLine, seal *display.Image) {
	t.Helper()
	fitted := fitOne(t, s)
	d := &doc.Document{Meta: doc.Meta{Title: "落款"}, Sheet: squareSheet(40), Sections: []doc.Section{{Blocks: []doc.Block{fitted}}}}
	out, err := Layout(d, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	y := unit.Length(-1)
	for _, item := range out.Paint(0).Items {
		switch it := item.(type) {
		case *display.Image:
			seal = it
		case *display.Text:
			end := it.At.X + it.Pos[len(it.Pos)-1] + it.Size.MulDiv(int64(it.Glyphs[len(it.Glyphs)-1].Advance), int64(it.Face.UnitsPerEm))
			if it.At.Y == y {
				lines[len(lines)-1].text += it.String
				lines[len(lines)-1].right = end
				continue
			}
			y = it.At.Y
			lines = append(lines, setLine{it.String, it.At.X, end, y})
		}
	}
	return lines, seal
}

const (
	longName  = "云州市高新技术产业开发区管理委员会行政审批局" // 22 characters
	otherName = "二七区人民政府"
)

// A name wider than its line is broken before it is placed, so that the widths of its lines place the date (GB/T 9704-2012
// 7.3.5.2): its first character two to the right of the name's first, the name two from the edge.
func TestLongNameIsBrokenBeforeItIsPlaced(t *testing.T) {
	lines, _ := signedLines(t, &doc.Signature{Src: "落款", Names: []string{longName}, Date: "二四年一月二日"})
	if len(lines) < 4 {
		t.Fatalf("%d lines: %v", len(lines), lines)
	}
	names, date := lines[:len(lines)-1], lines[len(lines)-1]
	left, right, text := names[0].left, names[0].right, ""
	for _, l := range names {
		left, right, text = min(left, l.left), max(right, l.right), text+l.text
		if l.middle() != names[0].middle() {
			t.Errorf("%q has its middle at %v, the first line at %v", l.text, l.middle(), names[0].middle())
		}
	}
	if text != longName {
		t.Errorf("the lines say %q", text)
	}
	if right != 100*unit.Pt {
		t.Errorf("the longest line ends at %v, want 100pt: two characters from the edge", right)
	}
	if left < 0 {
		t.Errorf("the name begins at %v", left)
	}
	if date.text != "二四年一月二日" || date.left != left+20*unit.Pt {
		t.Errorf("the date %q begins at %v, the name at %v", date.text, date.left, left)
	}
}

// All lines of names that sign together stand on one axis, those of broken names and whole ones.
func TestJointNamesShareAnAxis(t *testing.T) {
	for _, names := range [][]string{{longName, otherName}, {otherName, longName}, {longName, longName + "办公室", otherName}} {
		lines, _ := signedLines(t, &doc.Signature{Src: "落款", Names: names, Date: "一月二日"})
		for _, l := range lines[:len(lines)-1] {
			if l.middle() != lines[0].middle() {
				t.Errorf("%q has its middle at %v, %q at %v", l.text, l.middle(), lines[0].text, lines[0].middle())
			}
		}
	}
}

// Half a line parts a broken name from its neighbours, so that their lines do not read as one name; whole ones stand line by line.
func TestBrokenNamesStandApart(t *testing.T) {
	for _, seal := range []bool{false, true} {
		s := &doc.Signature{Src: "落款", Names: []string{otherName, longName, otherName, otherName}, Date: "一月二日"}
		if seal {
			s = sealed(t, 30*unit.Pt, s.Date, s.Names...)
		}
		lines, _ := signedLines(t, s)
		for i, l := range lines[1:] {
			want := 10 * unit.Pt
			if before := lines[i]; i == 0 || before.text != otherName && l.text == otherName {
				want = 15 * unit.Pt
			}
			if l.y-lines[i].y != want {
				t.Errorf("seal %v: %q stands %v below %q, want %v", seal, l.text, l.y-lines[i].y, lines[i].text, want)
			}
		}
	}
}

// Under a seal (7.3.5.1) all lines are centred on the date and so is the seal, its middle at the name's last line.
func TestSealOnABrokenName(t *testing.T) {
	lines, seal := signedLines(t, sealed(t, 30*unit.Pt, "一月二日", longName))
	if len(lines) < 3 || seal == nil {
		t.Fatalf("lines %v, seal %v", lines, seal)
	}
	axis := seal.Box.X + seal.Box.W/2
	for _, l := range lines {
		if l.middle() != axis {
			t.Errorf("%q has its middle at %v, the seal at %v", l.text, l.middle(), axis)
		}
		if l.left < 0 || l.right > 120*unit.Pt {
			t.Errorf("%q stands from %v to %v", l.text, l.left, l.right)
		}
	}
	if middle, want := seal.Box.Y+seal.Box.H/2, unit.Length(len(lines))*10*unit.Pt-5*unit.Pt; middle != want { // a blank line, then the names
		t.Errorf("the seal's middle is at %v, want %v: at the last line of the name", middle, want)
	}
}

// What the report says is not changed by where its lines end: the document handed in keeps its names.
func TestBrokenNamesAreCopies(t *testing.T) {
	s := &doc.Signature{Src: "落款", Names: []string{longName}, Date: "一月二日"}
	fitted := fitOne(t, s)
	if s.Names[0] != longName || strings.ReplaceAll(fitted.Names[0], "\n", "") != longName {
		t.Errorf("%q has become %q and %q", longName, s.Names[0], fitted.Names[0])
	}
}

// A paragraph without room is a fault, and never lines of one character beside the page.
func TestNoRoomForText(t *testing.T) {
	sheet := squareSheet(9)
	sheet.Style("Normal").Left, sheet.Style("Normal").Right = 700, 500
	d := &doc.Document{Sheet: sheet, Sections: []doc.Section{{Blocks: []doc.Block{&doc.Paragraph{Src: "正文", Text: []doc.Span{{Text: "政府信息"}}}}}}}
	if _, err := Layout(d, squareSet(t)); !errors.Is(err, ErrPage) {
		t.Errorf("%v, want %v", err, ErrPage)
	}
}
