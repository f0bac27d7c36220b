package compiler

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/report"
)

// What is not there is an error or a problem, and never a panic: reports, documents, blocks, fonts, options.
func TestNothingPanics(t *testing.T) {
	set := bundledSet(t)
	for _, r := range []report.Report{nil, (*report.Annual)(nil), (*report.FinalAccounts)(nil), (*report.Free)(nil), given{}} {
		if out, err := Compile(context.Background(), r, &Options{Fonts: set}); out != nil || !errors.Is(err, ErrNoReport) {
			t.Errorf("%T: %v", r, err)
		}
	}
	for _, o := range []*Options{nil, {}} {
		if _, err := Compile(context.Background(), &report.Annual{}, o); !errors.Is(err, ErrNoFonts) {
			t.Errorf("%+v: %v", o, err)
		}
	}
	meta := doc.Meta{Title: "题名"}
	inCell := &doc.Table{Columns: make([]doc.Column, 1), Rows: []doc.Row{{Cells: []doc.Cell{{Src: "table.cell", Blocks: []doc.Block{nil}}}}}}
	for _, c := range []struct {
		d    doc.Document
		want string
	}{
		{doc.Document{}, " document.empty"},
		{doc.Document{Meta: meta, Sections: make([]doc.Section, 2)}, " document.empty"},
		{doc.Document{Meta: meta, Sections: []doc.Section{{Blocks: []doc.Block{nil, &doc.Break{}, (*doc.Paragraph)(nil)}}}}, " block.nil  block.nil"},
		{doc.Document{Meta: meta, Sections: []doc.Section{{Blocks: []doc.Block{(*doc.Table)(nil)}}}}, " block.nil"},
		{doc.Document{Meta: meta, Sections: []doc.Section{{Blocks: []doc.Block{inCell}}}}, "table.cell block.nil"},
	} {
		for _, drop := range []bool{false, true} {
			_, err := Compile(context.Background(), given{&c.d}, &Options{Fonts: set, DropInvisible: drop})
			var found report.Problems
			errors.As(err, &found)
			var got []string
			for _, p := range found.Errors() {
				got = append(got, p.Path.String()+" "+string(p.Code))
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("%+v: %q, want %q", c.d, s, c.want)
			}
		}
	}
	var found report.Problems
	_, err := Compile(context.Background(), given{&doc.Document{Meta: meta, Sections: []doc.Section{{Blocks: []doc.Block{&doc.Paragraph{Text: []doc.Span{{Text: "文"}}}}}}}}, &Options{Fonts: &fonts.Set{}})
	if !errors.As(err, &found) || found.Errors()[0].Code != "font.missing" {
		t.Errorf("no faces: %v", err)
	}
}

// An Output that nobody has made writes nothing, and says so.
func TestZeroOutput(t *testing.T) {
	var b bytes.Buffer
	if err := (&Output{}).WritePDF(&b, nil); !errors.Is(err, pdf.ErrNoDocument) {
		t.Error(err)
	}
	if err := (&Output{}).WriteDOCX(&b, nil); !errors.Is(err, docx.ErrNoDocument) || b.Len() > 0 {
		t.Error(err, b.Len())
	}
}

// dying is a context that is cancelled when it has been asked some times.
type dying struct {
	context.Context
	left atomic.Int64
}

func (d *dying) Err() error {
	if d.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// A compilation stops wherever its context ends: the error is the context's, and after it hardly anything is done.
func TestCancelledAnywhere(t *testing.T) {
	set := bundledSet(t)
	prose := &doc.Document{Meta: doc.Meta{Title: "题名"}}
	blocks := make([]doc.Block, 40)
	for i := range blocks {
		blocks[i] = &doc.Paragraph{Text: []doc.Span{{Text: "以公开促落实、促规范、促服务。"}}}
	}
	prose.Sections = []doc.Section{{Blocks: blocks}}
	for name, r := range map[string]report.Report{"40 paragraphs": given{prose}, "2,000 rows": bigTable{2000}} {
		const enough = 10_000
		whole := &dying{Context: context.Background()}
		whole.left.Store(enough)
		if _, err := Compile(whole, r, &Options{Fonts: set}); err != nil {
			t.Fatal(err)
		}
		asked := enough - whole.left.Load()
		if asked < 32 { // fitted and laid out: 2 × 40 blocks; 2 × 16,200 cells, of which every 1,024th asks
			t.Errorf("%s: the context is asked %d times", name, asked)
		}
		for at := range asked {
			ctx := &dying{Context: context.Background()}
			ctx.left.Store(at)
			out, err := Compile(ctx, r, &Options{Fonts: set})
			if out != nil || err != context.Canceled {
				t.Fatalf("%s: stopped at %d of %d: %v", name, at, asked, err)
			}
			if after := -ctx.left.Load(); after > 8 {
				t.Errorf("%s: stopped at %d of %d, and asked %d times more", name, at, asked, after)
			}
		}
	}
}
