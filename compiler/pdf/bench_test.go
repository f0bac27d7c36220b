package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"sync"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

const (
	gridCols    = 9
	rowsPerPage = 60
)

// grid is a table of so many rows of nine columns, the first of which is a TH that heads its row; pages are painted when
// asked for, as layout does it.
type grid struct {
	s    *sheet
	rows []*display.Node
	head []*display.Node
}

func newGrid(tb testing.TB, rows int) *grid {
	g := &grid{s: newSheet(tb)}
	table := g.s.node(nil, display.RoleTable)
	head := g.s.node(g.s.node(table, display.RoleTHead), display.RoleTR)
	for range gridCols {
		th := g.s.node(head, display.RoleTH)
		th.Scope = display.ScopeColumn
		g.head = append(g.head, th)
	}
	body := g.s.node(table, display.RoleTBody)
	for range rows {
		tr := g.s.node(body, display.RoleTR)
		th := g.s.node(tr, display.RoleTH)
		th.Scope, th.Headers = display.ScopeRow, g.head[:1]
		for c := 1; c < gridCols; c++ {
			g.s.node(tr, display.RoleTD).Headers = []*display.Node{g.head[c], th}
		}
		g.rows = append(g.rows, tr)
	}
	return g
}

func (g *grid) document() *display.Document {
	d := g.s.document()
	d.Count = (len(g.rows) + rowsPerPage - 1) / rowsPerPage
	d.Paint = g.paint
	return d
}

func (g *grid) paint(n int) *display.Page {
	p := &display.Page{Size: unit.Size{W: 210 * unit.MM, H: 297 * unit.MM}, Label: strconv.Itoa(n + 1)}
	row := func(y int, nodes []*display.Node, text func(c int) string) {
		for c := range gridCols {
			t := g.s.line(20+20*c, y, text(c), nil)
			if nodes != nil {
				t.Node = nodes[c]
			} else {
				t.Artifact = display.RepeatArtifact
			}
			p.Items = append(p.Items, t)
		}
	}
	head := g.head
	if n > 0 {
		head = nil
	}
	row(12, head, func(c int) string { return "列" + strconv.Itoa(c) })
	for r := n * rowsPerPage; r < min((n+1)*rowsPerPage, len(g.rows)); r++ {
		row(16+4*(r%rowsPerPage), g.rows[r].Kids, func(c int) string { return strconv.Itoa(r * 7919 * (c + 1) % 100000) })
	}
	for r := range rowsPerPage + 1 {
		y := unit.Length(13+4*r) * unit.MM
		p.Items = append(p.Items, &display.Rule{From: unit.Point{X: 20 * unit.MM, Y: y}, To: unit.Point{X: 200 * unit.MM, Y: y}, Width: unit.Pt / 2})
	}
	return p
}

type counter struct{ n int64 }

func (c *counter) Write(b []byte) (int, error) {
	c.n += int64(len(b))
	return len(b), nil
}

func BenchmarkTable(b *testing.B) {
	for _, rows := range []int{200, 2000, 20000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			d := newGrid(b, rows).document()
			var pages []*display.Page
			for n := range d.Count {
				pages = append(pages, d.Paint(n))
			}
			d.Paint = func(n int) *display.Page { return pages[n] }
			b.ReportAllocs()
			for b.Loop() {
				var c counter
				if err := Write(&c, d, nil); err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(c.n), "bytes")
			}
		})
	}
}

// BenchmarkReport is a report of four full pages of Han text.
func BenchmarkReport(b *testing.B) {
	s := newSheet(b)
	for n := range 4 {
		if n > 0 {
			s.newPage()
		}
		for line := range 22 {
			s.paragraph(28, 40+10*line, hanLine(s, line+22*n))
		}
	}
	d := s.document()
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, d, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// hanLine gives 28 of the face's first 600 Han characters.
func hanLine(s *sheet, n int) string {
	var all []rune
	for r := rune(0x4E00); len(all) < 600; r++ {
		if _, ok := s.face.Glyph(r); ok {
			all = append(all, r)
		}
	}
	var line []rune
	for i := range 28 {
		line = append(line, all[(n*31+i*i)%len(all)])
	}
	return string(line)
}

// A table of 2,000 rows passes all checks; one of 20,000 stays small, tags and all: 15 bytes a cell, 5 of which are structure.
func TestLargeTable(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, newGrid(t, 2000).document(), nil); err != nil {
		t.Fatal(err)
	}
	for _, err := range pdfcheck.Check(b.Bytes()) {
		t.Error(err)
	}
	keep(t, nil, b.Bytes())
	var c counter
	if err := Write(&c, newGrid(t, 20000).document(), nil); err != nil {
		t.Fatal(err)
	}
	if c.n > 3_100_000 {
		t.Errorf("%d bytes", c.n)
	}
}

// Many goroutines may write one document at once, and all write the same.
func TestParallel(t *testing.T) {
	d := gazette(t).document()
	var want bytes.Buffer
	if err := Write(&want, d, nil); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			var got bytes.Buffer
			if err := Write(&got, d, nil); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Errorf("differs: %v", err)
			}
		})
	}
	wg.Wait()
}
