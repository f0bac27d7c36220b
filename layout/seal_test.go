package layout

import (
	"bytes"
	"errors"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

func pngOf(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sealed is a signature with a seal of a diameter.
func sealed(t testing.TB, diameter unit.Length, date string, names ...string) *doc.Signature {
	return &doc.Signature{Src: "落款", Names: names, Date: date, Seal: &doc.Seal{Data: pngOf(t, 8, 8), Diameter: diameter, Alt: "印章"}}
}

func fitOne(t testing.TB, s *doc.Signature) *doc.Signature {
	t.Helper()
	d := &doc.Document{Sheet: squareSheet(40), Sections: []doc.Section{{Blocks: []doc.Block{s}}}}
	fitted, _, err := Fit(d, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	return fitted.Sections[0].Blocks[0].(*doc.Signature)
}

// Type is 10 pt on 10 pt. The date, five characters and 3 figures of half an em and two quarters between Han and figures
// left out by the sheet, stands 40 pt from the right; the name is centred on it, and the seal on both.
//
//	first line of the text above
//	(blank)          ─┐
//	(blank)           │ seal of 60 pt: 30 above the middle of the name
//	(blank)           │
//	      二七区政府   ┤ its middle
//	    一月二日印发   │
//	                 ─┘
func TestSealStandsOnNameAndDate(t *testing.T) {
	s := fitOne(t, sealed(t, 60*unit.Pt, "一月二日印发", "二七区政府"))
	if s.DateIndent != 40*unit.Pt { // GB/T 9704-2012 7.3.5.1: 成文日期一般右空四字编排
		t.Errorf("date %v from the right, want 40pt", s.DateIndent)
	}
	if s.NameIndent[0] != 45*unit.Pt { // the date is 60 pt wide, its middle 70 pt from the right; the name 50 pt
		t.Errorf("name %v from the right, want 45pt", s.NameIndent[0])
	}
	want := unit.Rect{Point: unit.Point{X: -100 * unit.Pt, Y: -35 * unit.Pt}, Size: unit.Size{W: 60 * unit.Pt, H: 60 * unit.Pt}}
	if s.SealBox != want {
		t.Errorf("seal at %v, want %v", s.SealBox, want)
	}
	if s.Lead != 30*unit.Pt { // the seal reaches 25 pt above the name
		t.Errorf("lead %v, want 30pt", s.Lead)
	}
}

// Whatever its size, the seal's upper edge stands within one line of the text above, and never in it.
func TestSealIsWithinOneLine(t *testing.T) {
	for mm := unit.Length(20); mm <= 60; mm++ {
		s := fitOne(t, sealed(t, mm*unit.MM, "2025年1月24日", "云州市人民政府"))
		top := s.Lead + 10*unit.Pt + s.SealBox.Y // below the text
		if top < 0 || top >= 10*unit.Pt {
			t.Errorf("a seal of %d mm stands %v below the text", mm, top)
		}
	}
}

// A name too long to be centred on a date four characters in takes the date with it.
func TestSealOnALongName(t *testing.T) {
	s := fitOne(t, sealed(t, 0, "一月", "云州市二七区人民政府办"))
	if s.NameIndent[0] != 0 || s.DateIndent != 45*unit.Pt { // 110 pt of name, its middle 55 from the right
		t.Errorf("name %v, date %v from the right, want 0 and 45pt", s.NameIndent[0], s.DateIndent)
	}
	if s.SealBox.W != 42*unit.MM {
		t.Errorf("a seal is %v wide unless it says otherwise", s.SealBox.W)
	}
}

func TestBlankSeal(t *testing.T) {
	for _, test := range []struct {
		s    *doc.Signature
		want error
	}{
		{sealed(t, 0, ""), ErrBlankSeal},
		{&doc.Signature{Date: "一月", Seal: &doc.Seal{Data: []byte("no picture"), Alt: "印章"}}, ErrImage},
	} {
		_, _, err := Fit(&doc.Document{Sheet: squareSheet(9), Sections: []doc.Section{{Blocks: []doc.Block{test.s}}}}, squareSet(t))
		if !errors.Is(err, test.want) {
			t.Errorf("%v, want %v", err, test.want)
		}
	}
	bare := sealed(t, 0, "一月二日", "政府")
	bare.Seal.Alt = ""
	fitted, _, err := Fit(&doc.Document{Sheet: squareSheet(9), Sections: []doc.Section{{Blocks: []doc.Block{bare}}}}, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err = Layout(fitted, squareSet(t)); !errors.Is(err, ErrAlt) {
		t.Errorf("%v, want %v", err, ErrAlt)
	}
}

// The seal is painted over the text it stands on, where its Figure says; with a paragraph before it, no page holds the
// signature alone (GB/T 9704-2012 7.3.5.5), and at a page's end the last lines of the text come along.
func TestSealedSignatureIsNotAlone(t *testing.T) {
	text := &doc.Paragraph{Text: []doc.Span{{Text: strings.Repeat("政府信息公开工作年度报告", 5)}}} // five lines of twelve
	d := &doc.Document{Sheet: squareSheet(9), Sections: []doc.Section{{Blocks: []doc.Block{text, sealed(t, 30*unit.Pt, "一月二日", "政府")}}}}
	fitted, _, err := Fit(d, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	out, err := Layout(fitted, squareSet(t))
	if err != nil {
		t.Fatal(err)
	}
	if out.Count != 1 { // 5 lines, 1 blank, 2 lines and what the seal reaches below them, nothing: 8
		t.Fatalf("%d pages", out.Count)
	}
	d.Sheet = squareSheet(7)
	if fitted, _, err = Fit(d, squareSet(t)); err != nil {
		t.Fatal(err)
	}
	if out, err = Layout(fitted, squareSet(t)); err != nil {
		t.Fatal(err)
	}
	if out.Count != 2 {
		t.Fatalf("%d pages of 7 lines, want 2", out.Count)
	}
	page := out.Paint(1)
	lines, at := 0, -1
	for i, item := range page.Items {
		switch it := item.(type) {
		case *display.Text:
			if it.Node == out.Root.Kids[0] {
				lines++
			}
		case *display.Image:
			at = i
			if !it.Multiply || it.Node.Role != display.RoleFigure || it.Box != *it.Node.Extra.Box || it.Node.Extra.Page != 1 {
				t.Errorf("seal %+v, figure %+v", it, it.Node.Extra)
			}
			if name := it.Box.Y + it.Box.H/2; name != 35*unit.Pt { // 2 lines, a blank one, half the name
				t.Errorf("its middle is at %v, want 35pt", name)
			}
		}
	}
	if lines != 2 {
		t.Errorf("%d lines of text come along, want 2", lines)
	}
	if at != len(page.Items)-1 {
		t.Error("the seal is not painted last")
	}
}
