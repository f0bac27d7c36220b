package layout

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// drawnBands makes bands one high from a drawing: "." may end a page, "k" is kept with the next, "!" starts a page.
func drawnBands(drawing string) []band {
	bands := make([]band, len(drawing))
	for i, c := range drawing {
		bands[i] = band{height: 1, keep: c == 'k', fresh: c == '!'}
	}
	return bands
}

func TestBreakPages(t *testing.T) {
	for _, c := range []struct {
		why, bands string
		room       unit.Length
		want       []int
	}{
		{"fills the page", "......", 3, []int{0, 3}},
		{"exactly full", "...", 3, []int{0}},
		{"a heading goes with its text", "..k...", 3, []int{0, 2, 5}},
		{"a chain of headings", ".kk...", 3, []int{0, 1, 4}},
		{"a chain longer than the page is cut where the page ends", "kkkkk.", 3, []int{0, 3}},
		{"a new page", ".!...", 3, []int{0, 1, 4}},
		{"widow control: lines 1–2 and 3–4 of a paragraph of four stay together", "..k.k.", 3, []int{0, 2, 4}},
	} {
		if got := breakPages(drawnBands(c.bands), nil, c.room, 0); !slices.Equal(got, c.want) {
			t.Errorf("%s: %s in %d = %v, want %v", c.why, c.bands, c.room, got, c.want)
		}
	}
}

func TestBreakPagesCountsSpaceAndRepeatedHead(t *testing.T) {
	// Space of 2 above the second band counts within the page and is dropped at its top; the head of 1 is repeated above the fifth.
	bands := []band{{height: 1}, {before: 2, height: 1}, {height: 1, repeat: 1}, {height: 1, repeat: 1}, {height: 1, repeat: 1}}
	if got, want := breakPages(bands, nil, 3, 0), []int{0, 1, 4}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestBreakPagesLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		bands := make([]band, r.IntN(40))
		for i := range bands {
			bands[i] = band{before: unit.Length(r.IntN(3)), height: unit.Length(r.IntN(8)), repeat: unit.Length(r.IntN(3)), keep: r.IntN(3) == 0, fresh: r.IntN(20) == 0}
		}
		room := unit.Length(1 + r.IntN(12))
		starts := breakPages(bands, nil, room, 0)
		if len(bands) == 0 {
			if len(starts) != 0 {
				t.Fatal("pages without bands")
			}
			continue
		}
		if starts[0] != 0 || !slices.IsSorted(starts) || len(slices.Compact(slices.Clone(starts))) != len(starts) {
			t.Fatalf("pages overlap or lose bands: %v", starts)
		}
		for p, from := range starts {
			to := len(bands)
			if p+1 < len(starts) {
				to = starts[p+1]
			}
			if h := heightOf(bands[from:to]); h > room && to-from > 1 {
				t.Fatalf("page %d is %d high, room %d: %+v", p, h, room, bands[from:to])
			}
		}
	}
}

func heightOf(bands []band) unit.Length {
	h := bands[0].repeat + bands[0].height
	for _, b := range bands[1:] {
		h += b.before + b.height
	}
	return h
}

// A row of sums closes a page that its table goes on from: room for it is kept, but none where the table ends.
func TestBreakPagesKeepsRoomToClose(t *testing.T) {
	rows := func(n int) []band {
		bands := make([]band, n)
		for i := range bands {
			bands[i] = band{height: 1, repeat: 1, close: 1}
		}
		bands[0].repeat, bands[n-1].close = 0, 0
		return bands
	}
	for _, c := range []struct {
		rows int
		want []int
	}{{4, []int{0}}, {5, []int{0, 3}}, {6, []int{0, 3}}, {7, []int{0, 3, 5}}} {
		if got := breakPages(rows(c.rows), nil, 4, 0); !slices.Equal(got, c.want) {
			t.Errorf("%d rows: %v, want %v", c.rows, got, c.want)
		}
	}
}

// Whatever begins a page stands equally high, whether a section starts there or a break, and whatever ended the page before.
func TestPageTopsAreAlike(t *testing.T) {
	sheet := squareSheet(6)
	sheet.Style("Caption").Before, sheet.Style("Heading1").Before = 6*unit.Pt, 6*unit.Pt
	table := func(s string) doc.Block {
		return &doc.Table{Caption: []doc.Span{{Text: s}}, Columns: make([]doc.Column, 1), Rows: []doc.Row{{Cells: []doc.Cell{{Text: []doc.Span{{Text: "1"}}}}}}}
	}
	head := &doc.Heading{Level: 1, Text: []doc.Span{{Text: "己"}}}
	d := &doc.Document{Meta: doc.Meta{Title: "表"}, Sheet: sheet, Sections: []doc.Section{
		{Blocks: []doc.Block{table("甲"), &doc.Break{}, table("乙"), paragraph("正"), &doc.Break{}, &doc.Break{}, table("丙"), &doc.Break{}, head}},
		{Blocks: []doc.Block{table("丁")}}, {Blocks: []doc.Block{head}},
	}}
	out := laidOut(t, d)
	var got []string
	for n := range out.Count {
		for _, item := range out.Paint(n).Items {
			if text, ok := item.(*display.Text); ok && strings.Contains("甲乙丙丁己", text.String) {
				got = append(got, text.String+text.At.Y.Decimal())
			}
		}
	}
	if s := strings.Join(got, " "); s != "甲14.8 乙14.8 丙14.8 己8.8 丁14.8 己8.8" { // a caption keeps the space above it, a heading does not
		t.Error(s)
	}
}
