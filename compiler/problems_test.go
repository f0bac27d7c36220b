package compiler

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
	"github.com/banxin-go/banxin/tables"
)

// Each fault keeps its own place, however deep it is joined, and each character of a fault is a problem of its own.
func TestProblemsKeepTheirPlaces(t *testing.T) {
	err := errors.Join(
		&layout.Error{Src: "overview.paragraphs[0]", Err: &fonts.MissingError{Role: fonts.Kai, Runes: []rune("𬱖𪣻")}},
		&layout.Error{Src: "table", Err: errors.Join(tables.GapError{Row: 1, Col: 2, Cols: 1}, tables.ReachError{Row: 3, Col: 0, Rows: 1}, tables.HeadCountError{Head: 5, Rows: 1}, tables.NarrowError{Col: 1, Cols: 2})},
		&layout.Error{Src: "other", Err: fmt.Errorf("更多：%w", &layout.CharError{Rune: '\ue863', Char: 5, Reason: layout.PrivateUse, Successor: '䶮'})},
		&layout.Error{Src: "sums", Err: &layout.RoomError{Height: 42 * unit.Pt, Room: 40 * unit.Pt}},
		&pdf.LimitError{Fault: pdf.NoTitle, Page: -1},
		errors.New("disk full"),
	)
	want := []string{
		"overview.paragraphs[0] font.missing", "overview.paragraphs[0] font.missing", "table table.gap", "table table.reach", "table table.heads", "table table.width",
		"other text.successor", "sums table.room", " meta.title", " internal",
	}
	found := Problems(err, nil)
	if len(found) != len(want) {
		t.Fatalf("%d problems, want %d:\n%v", len(found), len(want), found)
	}
	for i, p := range found {
		if got := fmt.Sprintf("%s %s", p.Path, p.Code); got != want[i] {
			t.Errorf("problem %d is %q, want %q", i, got, want[i])
		}
	}
}

// A character that no face has is told of with what would have it: a face at hand that serves another role, else known families.
func TestMissingCharacterSaysWhoHasIt(t *testing.T) {
	set := bundledSet(t)
	faces := set.Faces()
	err := &layout.Error{Src: "a", Err: &fonts.MissingError{Role: fonts.Kai, Runes: []rune("硚𬱖𠮷\u0e01"), Others: [][]*fonts.Face{faces[:1], nil, nil, nil}}}
	for i, want := range []string{
		"没有字体含有“硚”（U+785A），所用字体：楷；" + faces[0].FullName + " 含有此字，但属于别的字体类别",
		"没有字体含有“𬱖”（U+2CC56），所用字体：楷；含有此字的字体有 SimSun-ExtB、HanaMinB、Jigmo2、Plangothic P1，可放入自备字体目录",
		"没有字体含有“𠮷”（U+20BB7），所用字体：楷；含有此字的字体有 SimSun-ExtB、MingLiU-ExtB、HanaMinB、Jigmo2、Plangothic P1，可放入自备字体目录",
		"没有字体含有“\u0e01”（U+0E01），所用字体：楷",
	} {
		if got := Problems(err, nil)[i].Text("zh"); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// A head that is too high to be repeated is told of, and the DOCX does not repeat it, either.
func TestHeadTooHighIsToldOf(t *testing.T) {
	table := &doc.Table{Src: "annex", HeadRows: 1, Columns: []doc.Column{{}, {}}, Rows: []doc.Row{{Height: 130 * unit.MM, Cells: cells("事项", "说明")}}}
	for range 40 {
		table.Rows = append(table.Rows, doc.Row{Cells: cells("行政许可", "予以公开")})
	}
	out, err := Compile(context.Background(), given{&doc.Document{Meta: doc.Meta{Title: "附表"}, Sections: []doc.Section{{Blocks: []doc.Block{table}}}}}, &Options{Fonts: bundledSet(t)})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(out.Warnings, func(p report.Problem) bool { return p.Code == "table.bare" && p.Path.String() == "annex" }) {
		t.Errorf("warnings %v", out.Warnings)
	}
	if laid := out.pageNumbers().Tables[0]; laid.Pages < 2 || !laid.Once {
		t.Errorf("the DOCX is told %+v", laid)
	}
}

// A bold that is made by stroking is told of when text is set in it, in a span of it as well as in a style.
func TestSyntheticBoldIsToldOf(t *testing.T) {
	for _, bold := range []bool{false, true} {
		d := &doc.Document{Meta: doc.Meta{Title: "加粗"}, Sections: []doc.Section{{Blocks: []doc.Block{
			&doc.Heading{Level: 1, Text: spans("一、综合")},
			&doc.Heading{Level: 2, Text: []doc.Span{{Text: "（一）主动公开", Bold: bold}}}, // 楷体: the bundled one has no bold
		}}}}
		out, err := Compile(context.Background(), given{d}, &Options{Fonts: bundledSet(t)})
		if err != nil {
			t.Fatal(err)
		}
		told := slices.ContainsFunc(out.Warnings, func(p report.Problem) bool { return p.Code == "font.synthetic" })
		if told != bold {
			t.Errorf("bold %v: %v", bold, out.Warnings)
		}
	}
}
