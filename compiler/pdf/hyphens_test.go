package pdf

import (
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
)

// The hyphen at a line's end is read with what it borrows of the next line, a blank behind it too; what that line has lent is read as a
// part of the cluster behind it. The glyphs are shown as ever.
func TestBorrowed(t *testing.T) {
	s := pageOf(t)
	p := s.node(nil, display.RoleP)
	first, second, third := at(s.line(0, 0, "AB- ", p), 10, 20), at(s.line(0, 0, "CDE-", p), 10, 40), at(s.line(0, 0, "A", p), 10, 60)
	first.Borrowed, second.Lent, second.Borrowed = "C", 1, "\u00A0"
	s.put(first)
	s.put(second)
	s.put(third)
	wantContent(t, s, `
BT
/P<</MCID 0>>BDC
/F1 10 Tf
10 80 Td
<00010002>Tj
/Span<</ActualText(- C)>>BDC
<00030004>Tj
EMC
0 -20 Td
/Span<</ActualText(D)>>BDC
<00050006>Tj
EMC
<0007>Tj
/Span<</ActualText<FEFF002D00A0>>>BDC
<0003>Tj
EMC
0 -20 Td
<0001>Tj
EMC
ET
`)
	if got, _ := pdfcheck.Text(s.write(&Options{Plain: true})); got != "AB- CDE-\u00A0A\n" {
		t.Errorf("text %q", got)
	}
}

// A cluster of two glyphs is borrowed whole, and read with one behind it that has a text of its own already; turned lines are no other. A
// line that has lent all that it has is shown as it stands.
func TestLentClusters(t *testing.T) {
	s := pageOf(t)
	p := s.node(nil, display.RoleP)
	line := at(s.line(0, 0, "一二三四五", p), 10, 20)
	g := line.Glyphs
	g[0].End, g[1].Start, g[1].End = 3, 0, 3 // 一 by two glyphs, 二三 by one, 四五 by one
	line.String, g[2].Start, g[2].End, g[3].Start, g[3].End = "一二三四五", 3, 9, 9, 15
	line.Glyphs, line.Pos, line.Lent, line.Dir = g[:4], line.Pos[:4], 3, display.Rotated
	alone := at(s.line(0, 0, "公", p), 60, 20)
	alone.Lent = 3
	s.put(line)
	s.put(alone)
	wantContent(t, s, `
BT
/P<</MCID 0>>BDC
/F1 10 Tf
0 -1 1 0 10 80 Tm
/Span<</ActualText<FEFF4E8C4E09>>>BDC
<000100020003>Tj
EMC
<0004>Tj
1 0 0 1 60 80 Tm
<0005>Tj
EMC
ET
`)
}
