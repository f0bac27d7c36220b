package docx_test

import (
	"slices"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
)

// A4 is 11906 × 16838 twips. The type area of 156 × 225 mm is 8844 × 12755 whole twips; the left margin of 28 mm is 1587, the
// upper one of 37 mm 2098, and the others take what is left.
func TestPage(t *testing.T) {
	sect := placed(t, build(t, onePage(para("正文")), nil)).First("w:body/w:sectPr")
	for _, want := range []struct{ path, attr, value string }{
		{"w:pgSz", "w:w", "11906"}, {"w:pgSz", "w:h", "16838"}, {"w:pgMar", "w:left", "1587"}, {"w:pgMar", "w:right", "1475"},
		{"w:pgMar", "w:top", "2098"}, {"w:pgMar", "w:bottom", "1985"},
		// 12755 / 22 = 579.8 twips a line, rounded down.
		{"w:docGrid", "w:linePitch", "579"},
		// 8844 / 28 = 315.857 twips a character, 4.143 less than 16 pt: × 4096 / 20 = 848.5, rounded down to -849.
		{"w:docGrid", "w:charSpace", "-849"}, {"w:docGrid", "w:type", "linesAndChars"},
		// 35 mm of foot, less 7 mm to the dash, 38 % of 14 pt from there to the baseline and a fifth of the line of 18 pt below it:
		// 1985 - 396.9 - 106.4 - 72 = 1409.
		{"w:pgMar", "w:footer", "1409"},
	} {
		if got := sect.First(want.path).Get(want.attr); got != want.value {
			t.Errorf("%s %s is %s, want %s", want.path, want.attr, got, want.value)
		}
	}
}

// 28 characters of the body style fit on a line, 29 do not; 26 fit beside the indent of the first; 22 lines fit, 23 do not.
func TestGridFits(t *testing.T) {
	normal := part(t, build(t, onePage(para("正文")), nil), "word/styles.xml")
	style := styleOf(t, normal, "Normal")
	advance := num(style.First("w:rPr/w:sz").Get("w:val"))*10 + num(style.First("w:rPr/w:spacing").Get("w:val"))
	indent := num(style.First("w:pPr/w:ind").Get("w:firstLine"))
	pitch := num(style.First("w:pPr/w:spacing").Get("w:line"))
	if 28*advance > 8844 || 29*advance <= 8844 || indent+26*advance > 8844 || 22*pitch > 12755 || 23*pitch <= 12755 {
		t.Errorf("advance %d, indent %d, pitch %d", advance, indent, pitch)
	}
	if chars := style.First("w:pPr/w:ind").Get("w:firstLineChars"); chars != "200" {
		t.Errorf("firstLineChars %s", chars)
	}
}

func TestLandscape(t *testing.T) {
	d := onePage(para("竖页"))
	wide := d.Sheet.Page
	wide.Size.W, wide.Size.H = wide.Size.H, wide.Size.W
	d.Sections = append(d.Sections, doc.Section{Page: &wide, Blocks: []doc.Block{para("横页"), disclosureTable()}}, doc.Section{Blocks: []doc.Block{para("竖页")}})
	sects := placed(t, build(t, d, nil)).All("w:sectPr")
	if len(sects) != 3 {
		t.Fatalf("%d sections", len(sects))
	}
	// The area of the wide page, 243 × 138 mm, is 13776 × 7823 twips. It holds 13776 / 315.857 = 43 characters and 7823 / 579 = 13
	// lines; shared out these are 601 twips a line and 320.37 a character: 0.372 × 4096 / 20 = 76.
	for i, want := range []struct{ pitch, space string }{{"579", "-849"}, {"601", "76"}, {"579", "-849"}} {
		grid := sects[i].First("w:docGrid")
		if pitch, space := grid.Get("w:linePitch"), grid.Get("w:charSpace"); pitch != want.pitch || space != want.space {
			t.Errorf("section %d: grid of %s twips, spaced %s", i, pitch, space)
		}
	}
	for i, orient := range []string{"", "landscape", ""} {
		if got := sects[i].First("w:pgSz").Get("w:orient"); got != orient {
			t.Errorf("section %d: %q", i, got)
		}
	}
	// Sections of like pages share their feet; the wide one has its own.
	first, second, third := sects[0].First("w:footerReference").Get("r:id"), sects[1].First("w:footerReference").Get("r:id"), sects[2].First("w:footerReference").Get("r:id")
	if first == second || first != third {
		t.Errorf("feet %s, %s, %s", first, second, third)
	}
}

// A page that a Break at the end of a section leaves empty is kept by a paragraph of its own: LibreOffice drops the one that ends the
// section where it has no text.
func TestEmptyPageBeforeASection(t *testing.T) {
	d := onePage(para("正文"), &doc.Break{})
	d.Sections = append(d.Sections, doc.Section{Blocks: []doc.Block{para("附件")}})
	var got []string
	for _, p := range placed(t, build(t, d, nil)).First("w:body").Kids {
		has := p.Name
		for _, path := range []string{"w:pPr/w:pageBreakBefore", "w:pPr/w:sectPr"} {
			if p.First(path) != nil {
				has += " " + path[len("w:pPr/"):]
			}
		}
		got = append(got, has)
	}
	if want := []string{"w:p", "w:p w:pageBreakBefore", "w:p w:sectPr", "w:p", "w:sectPr"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
