package compiler

import (
	"bytes"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
)

// markTexts have marks and letters that both scripts have.
var markTexts = []string{
	"“放管服”改革、People’s“1+X”新闻发布会，He said “yes” to all。", "He said “yes” and ‘no’ — or nothing… at all.", "面积3×4米、3 × 4 m、±5℃、气温－3.5℃，25°C、摄氏度°，x²≥3，≥60分",
	"2019–2023年、A–B线、第1·2号、kW·h、列夫·托尔斯泰", "改革——“OK”——完成……，Wait… what？No…好", "résumé与“résumé”，α、β系数“γ”，Яндекс“Я”，H₂O和“CO₂”，½、©、®、§5、№3、Ⅳ级①", "→下一步，A→B，甲→乙，• 一、■ 二、√ 三、‰",
	"“", "”", "“中”和“A”“B”", "A“中”B", "“A”", "A “B” C", "K—L，甲—乙，1—2，X——Y", "’90年代，O’Neill", "“1+X”", "……", "‘’", "甲“", "a”甲", "5÷2=2.5，甲÷乙", "3‰ 5‰", "5′30″", "a‼b", "x⋯y", "a‧b", "5 € 6", "a ※ b", "a ∑ b", "Ⅱ “A”", "① “A” b", "a = “B” + c", "（“A”）", "(“A”)", "“A”：B", "１“A”", "–5", "a–b", "甲――乙", "甲──乙", "A―B", "A─B", "a≤5", "甲≤5", "\"甲\"和“A”", "第3〃", "12″ 5′", "a ※b", "ā“á”",
}

// Marks that both scripts have, and letters that a hint would make wide, take the same script's face in the DOCX as in the PDF: what w:hint
// says is what the layout has found.
func TestMarksTakeTheFacesOfThePDF(t *testing.T) {
	d := &doc.Document{Meta: doc.Meta{Title: "标点"}, Sheet: doc.GB9704(), Sections: []doc.Section{{}}}
	for _, text := range markTexts {
		half := len([]rune(text)) / 2
		d.Sections[0].Blocks = append(d.Sections[0].Blocks, &doc.Paragraph{Text: spans(text)},
			&doc.Paragraph{Text: []doc.Span{{Text: string([]rune(text)[:half])}, {Text: string([]rune(text)[half:]), Underline: true}}})
	}
	for _, name := range []string{"typography", "bulletin-2023", "city-2024"} {
		for _, section := range compile(t, readAny(t, name), bundledSet(t)).Doc.Sections {
			for _, block := range section.Blocks {
				if p, ok := block.(*doc.Paragraph); ok {
					d.Sections[0].Blocks = append(d.Sections[0].Blocks, &doc.Paragraph{Text: plainSpans(p.Text)})
				}
			}
		}
	}
	out := compile(t, given{d}, bundledSet(t))
	want, got := pdfMarks(out), docxMarks(t, out)
	if len(want) != len(got) || len(want) < 250 {
		t.Fatalf("%d marks in the PDF, %d in the DOCX", len(want), len(got))
	}
	for i, w := range want {
		if g := got[i]; w.r != g.r || w.latin != g.latin && !w.either {
			t.Errorf("%c in %q: Latin %v in the PDF, %v in the DOCX", w.r, g.in, w.latin, g.latin)
		}
	}
}

// plainSpans are spans without links and notes, which need what they lead to.
func plainSpans(spans []doc.Span) []doc.Span {
	var plain []doc.Span
	for _, s := range spans {
		plain = append(plain, doc.Span{Text: s.Text, Bold: s.Bold, Lang: s.Lang})
	}
	return plain
}

// A scriptMark is a mark or letter that w:hint has a say in, and whose face it takes.
type scriptMark struct {
	r      rune
	latin  bool
	either bool // no Latin face has it
	in     string
}

// hintable says whether w:hint may move r to the Chinese face (ISO/IEC 29500-1 17.3.2.26) and something of it is seen.
func hintable(r rune) bool {
	switch {
	case strings.ContainsRune("¡¤§¨ª¯°±²³´¶·¸¹º¼½¾¿×÷", r), 0xE0 <= r && r <= 0x4FF:
		return true
	}
	return 0x2010 <= r && r <= 0x2BFF && r != '\u2011' && (r < 0x2028 || r > 0x202F) && (r < 0x205F || r > 0x206F)
}

func pdfMarks(out *Output) (marks []scriptMark) {
	for n := range out.Pages.Count {
		for _, item := range out.Pages.Paint(n).Items {
			text, ok := item.(*display.Text)
			if !ok || text.Node == nil {
				continue
			}
			for _, r := range text.String {
				if hintable(r) {
					latin := strings.Contains(text.Face.FullName, "Tinos")
					marks = append(marks, scriptMark{r: r, latin: latin, either: !latin && !hasLatin(out, r)})
				}
			}
		}
	}
	return marks
}

// hasLatin says whether the Latin face of the text has a character.
func hasLatin(out *Output, r rune) bool {
	for _, served := range out.fonts.Served() {
		if served.Latin && served.Face != nil && strings.Contains(served.Face.FullName, "Tinos") {
			_, ok := served.Face.Glyph(r)
			return ok
		}
	}
	return false
}

func docxMarks(t *testing.T, out *Output) (marks []scriptMark) {
	t.Helper()
	var b bytes.Buffer
	if err := out.WriteDOCX(&b, nil); err != nil {
		t.Fatal(err)
	}
	parts, err := docxtest.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		if p.Name != "word/document.xml" {
			continue
		}
		for _, run := range p.Root.All("w:r") {
			fonts := run.First("w:rPr/w:rFonts")
			for _, text := range run.All("w:t") {
				for _, r := range text.Kids[0].Text {
					if hintable(r) {
						marks = append(marks, scriptMark{r: r, latin: fonts == nil || fonts.Get("w:hint") != "eastAsia", in: text.Kids[0].Text})
					}
				}
			}
		}
	}
	return marks
}
