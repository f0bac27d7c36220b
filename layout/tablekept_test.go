package layout

import (
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
)

// A page looks the same whether the texts of its cells are kept or set anew.
func TestKeptTexts(t *testing.T) {
	set, kept, pages := squareSet(t), 0, 0
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 11))
		d := &doc.Document{Sheet: squareSheet(5 + r.IntN(9)), Sections: []doc.Section{{Blocks: []doc.Block{anyTable(r, pngOf(t, 10, 50))}}}}
		fitted, _, err := Fit(d, set)
		if err != nil {
			continue // too narrow for its marks
		}
		b := newBuilder(fitted, set)
		p := &plan{sheet: d.Sheet, set: set, lang: langOf(d)}
		p.addSection(b.section(&fitted.Sections[0]))
		if err := errors.Join(b.errs...); err != nil {
			t.Fatal(err)
		}
		paint := func() (all []*display.Page) {
			for n := range p.pages {
				all = append(all, p.paint(n))
			}
			return all
		}
		want := paint()
		for _, f := range p.sections[0].flows {
			if table, ok := f.(*tableFlow); ok {
				kept += len(table.kept)
				table.kept = nil
			}
		}
		if pages += len(want); !reflect.DeepEqual(paint(), want) {
			t.Fatalf("seed %d: other pages", seed)
		}
	}
	if kept < 300 || pages < 300 {
		t.Errorf("%d texts kept, %d pages", kept, pages)
	}
}

// Stretches of memory are shared, and never by two.
func TestStore(t *testing.T) {
	var s store
	var taken [][]int32
	var stretch []int32
	for i := range 200 {
		room := take(&stretch, i%40, 100)
		for range i % 40 {
			room = append(room, int32(i))
		}
		taken = append(taken, append(room, -1)[:len(room)]) // one more moves, and overwrites nothing
	}
	for i, room := range taken {
		if len(room) != i%40 || slices.ContainsFunc(room, func(n int32) bool { return n != int32(i) }) {
			t.Errorf("%d: %v", i, room)
		}
	}
	first := s.block(textBlock{vertical: true})
	if second := s.block(textBlock{}); !first.vertical || second.vertical {
		t.Error("two blocks are one")
	}
}

// Prose of many pages is set once, however much text of the table is kept: it would be set anew for each of them.
func TestProseOfManyPagesIsKept(t *testing.T) {
	table := tableOf(0, []int{4, 4, 4}, []string{strings.Repeat("办理", mostKept/2), strings.Repeat("结果", 200), strings.Repeat("说明", 20)})
	b := newBuilder(&doc.Document{Sheet: squareSheet(20)}, squareSet(t))
	f := b.section(&doc.Section{Blocks: []doc.Block{table}}).flows[0].(*tableFlow)
	var kept []int
	for _, k := range f.kept {
		kept = append(kept, k.cell)
	}
	if want := []int{0, 1}; !slices.Equal(kept, want) {
		t.Errorf("kept are %v, want %v", kept, want)
	}
}
