package docx_test

import (
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
)

// Leaders and page numbers have the text's faces on all levels, by one character style.
func TestContentsNumbers(t *testing.T) {
	file := build(t, onePage(&doc.Contents{}, &doc.Heading{Level: 1, Text: say("一、总体情况")}, &doc.Heading{Level: 2, Text: say("（一）主要做法")}), nil)
	f := styleOf(t, part(t, file, "word/styles.xml"), "TOCNumber").First("w:rPr/w:rFonts")
	if f.Get("w:ascii") != "Times New Roman" || f.Get("w:eastAsia") != "仿宋_GB2312" {
		t.Errorf("page numbers in %v", f.Attr)
	}
	tabs := 0
	for _, r := range placed(t, file).All("w:r") {
		if r.First("w:tab") == nil {
			continue
		}
		tabs++
		if style := r.First("w:rPr/w:rStyle"); style == nil || style.Get("w:val") != "TOCNumber" {
			t.Error("leaders in the entry's own face")
		}
	}
	if tabs != 2 {
		t.Errorf("%d entries have leaders", tabs)
	}
}
