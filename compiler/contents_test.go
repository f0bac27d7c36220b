package compiler

import (
	"context"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Leaders and page numbers of a contents list are of one face on all levels, whatever that of the entries: dots of 黑体 beside
// those of 仿宋 are blots. An entry's second line hangs by two characters, clear of 四、.
func TestContentsList(t *testing.T) {
	long := "四、政府信息公开行政复议和行政诉讼情况以及全市各级行政机关依法纠错整改的有关情况"
	out, err := Compile(context.Background(), given{&doc.Document{Meta: doc.Meta{Title: "目录"}, Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.Contents{Title: spans("目　录")}, &doc.Break{},
		&doc.Heading{Level: 1, Text: spans(long)}, &doc.Heading{Level: 2, Text: spans("（一）主要做法")}, &doc.Paragraph{Text: spans("略。")},
	}}}}}, &Options{Fonts: bundledSet(t)})
	if err != nil {
		t.Fatal(err)
	}
	area := doc.GB9704().Page.TypeArea()
	dots, numbers, first := map[string]bool{}, map[string]bool{}, []unit.Length{}
	y := unit.Length(0)
	for _, item := range out.Pages.Paint(0).Items {
		text, ok := item.(*display.Text)
		switch {
		case !ok:
		case strings.Trim(text.String, "·") == "":
			dots[text.Face.FullName] = true
		case text.String == "2":
			numbers[text.Face.FullName] = true
		case text.At.Y != y:
			first, y = append(first, text.At.X-area.X), text.At.Y
		}
	}
	if len(dots) != 1 || len(numbers) != 1 {
		t.Errorf("leaders of %v, page numbers of %v", dots, numbers)
	}
	// title, two lines of the long entry, （一）: its bracket has given up the half before it
	if len(first) < 4 || first[1] != 0 || first[2] != 2*unit.Hao3 {
		t.Errorf("lines begin at %v, want the second entry line at %v", first, 2*unit.Hao3)
	}
	for name := range dots {
		if strings.Contains(name, "Sans") {
			t.Errorf("leaders of %s", name)
		}
	}
}

// The mark of an unnumbered list is the Latin face's: that of the Chinese faces is as faint as their ·.
func TestBulletIsSolid(t *testing.T) {
	out, err := Compile(context.Background(), given{&doc.Document{Meta: doc.Meta{Title: "列表"}, Sections: []doc.Section{{Blocks: []doc.Block{
		&doc.List{Items: []doc.Item{{Text: spans("主动公开。")}}},
	}}}}}, &Options{Fonts: bundledSet(t)})
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range out.Pages.Paint(0).Items {
		if text, ok := item.(*display.Text); ok && text.String == "•" {
			if !strings.HasPrefix(text.Face.FullName, "Tinos") {
				t.Errorf("• of %s", text.Face.FullName)
			}
			return
		}
	}
	t.Error("no mark")
}
