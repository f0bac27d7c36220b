package printed

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// read makes a document: a line is a paragraph, lines with | a table's rows; c*2 is a cell over two columns, c^2 over two rows.
func read(text string) Document {
	var d Document
	var rows [][]Cell
	flush := func() {
		if rows != nil {
			d = append(d, Block{Src: "table", Table: Place(rows)})
		}
		rows = nil
	}
	for line := range strings.SplitSeq(text, "\n") {
		if !strings.Contains(line, "|") {
			flush()
			d = append(d, Block{Src: fmt.Sprintf("p[%d]", len(d)), Text: line})
			continue
		}
		var row []Cell
		for part := range strings.SplitSeq(strings.Trim(line, "|"), "|") {
			c := Cell{Src: fmt.Sprintf("cell[%d][%d]", len(rows), len(row)), Text: part}
			if text, n, ok := strings.Cut(part, "*"); ok {
				c.Text, c.Cols = text, int(n[0]-'0')
			}
			if text, n, ok := strings.Cut(part, "^"); ok {
				c.Text, c.Rows = text, int(n[0]-'0')
			}
			row = append(row, c)
		}
		rows = append(rows, row)
	}
	flush()
	return d
}

func (d Difference) line() string {
	kind := [...]string{"changed", "missing", "added", "table missing", "table added", "row missing", "row added", "merged", "columns"}[d.Kind]
	s := fmt.Sprintf("%s %s %q %q", kind, d.Src, d.Want, d.Got)
	if d.InTable {
		s += fmt.Sprintf(" at %d,%d", d.Row, d.Col)
	}
	if d.WantCount+d.GotCount > 0 {
		s += fmt.Sprintf(" %d %d", d.WantCount, d.GotCount)
	}
	return s
}

const base = "总体情况\n共公开15条\n|项目|件数*2|\n|新收^2|1|2|\n|3|4|\n|结转|5|6|\n落款"

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name, got string
		want      []string
	}{
		{"nothing", base, nil},
		{"a text", strings.Replace(base, "15", "16", 1), []string{`changed p[1] "共公开15条" "共公开16条"`}},
		{"blanks of another length, line ends", strings.Replace(base, "情况", "\u200b情\t况", 1), nil},
		{"a cell", strings.Replace(base, "|4|", "|9|", 1), []string{`changed cell[2][1] "4" "9" at 2,2`}},
		{"a paragraph more", strings.Replace(base, "落款", "补充\n落款", 1), []string{`added table "" "补充"`}},
		{"a paragraph less", strings.Replace(base, "共公开15条\n", "", 1), []string{`missing p[1] "共公开15条" ""`}},
		{"a row more", strings.Replace(base, "|结转", "|转送|0|0|\n|结转", 1), []string{`row added cell[2][0] "" "转送 | 0 | 0" at 3,0`}},
		{"a row less", strings.Replace(base, "|结转|5|6|\n", "", 1), []string{`row missing cell[3][0] "结转 | 5 | 6" "" at 3,0`}},
		{"a row less and one changed", strings.Replace(strings.Replace(base, "|新收^2|1|2|\n|3|4|\n", "|新收|1|2|\n", 1), "|5|", "|7|", 1),
			[]string{`row missing cell[2][0] "3 | 4" "" at 2,0`, `changed cell[3][1] "5" "7" at 3,1`}},
		{"cells merged", strings.Replace(base, "|5|6|", "|5*2|", 1),
			[]string{`merged cell[3][1] "5" "5" at 3,1`, `merged cell[3][2] "6" "" at 3,2`}},
		{"a cell split", strings.Replace(base, "件数*2", "件数|备注", 1),
			[]string{`merged cell[0][1] "件数" "件数" at 0,1`, `merged cell[0][0] "" "备注" at 0,2`}},
		{"a column that no cell starts in", strings.NewReplacer("*2|", "*3|", "|1|", "|1*2|", "|3|", "|3*2|", "|5|", "|5*2|").Replace(base), nil},
		{"no table", "总体情况\n共公开15条\n落款", []string{`table missing table "" "" 4 0`}},
		{"a column more", strings.NewReplacer("*2|", "*3|", "1|2|", "1|2|0|", "4|", "4|0|", "6|", "6|0|").Replace(base),
			[]string{`columns table "" "" 3 4`, `merged cell[0][1] "件数" "件数" at 0,1`, `merged cell[1][0] "" "0" at 1,3`, `merged cell[2][0] "" "0" at 2,3`, `merged cell[3][0] "" "0" at 3,3`}},
		{"all gone", "", []string{`missing p[0] "总体情况" ""`, `missing p[1] "共公开15条" ""`, `table missing table "" "" 4 0`, `missing p[3] "落款" ""`, `added p[3] "" ""`}},
	} {
		var got []string
		for _, d := range Compare(read(base), read(c.got)) {
			got = append(got, d.line())
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n got %s\nwant %s", c.name, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}

// A note's number stands in the text of a DOCX and beside it in a PDF.
func TestLabel(t *testing.T) {
	want := Document{{Text: "见附件", Label: "[1]"}}
	for text, n := range map[string]int{"[1]\t见附件": 0, "见附件": 0, "[2]\t见附件": 1} {
		if got := Compare(want, Document{{Text: text}}); len(got) != n {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// Whatever two lists hold: every element is in one pair, in order, and what is the same stands in at least the pairs that the
// longest common subsequence has.
func TestAlign(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		a, b := random(r), random(r)
		al := aligner{
			same: func(i, j int) bool { return a[i] == b[j] },
			like: func(i, j int) bool { return a[i]/2 == b[j]/2 }, may: func(i, j int) bool { return true },
		}
		nextA, nextB, same := 0, 0, 0
		for _, p := range al.align(len(a), len(b)) {
			if p.a >= 0 {
				if p.a != nextA {
					t.Fatalf("%v %v: pair %v, want %d", a, b, p, nextA)
				}
				nextA++
			}
			if p.b >= 0 {
				if p.b != nextB {
					t.Fatalf("%v %v: pair %v, want %d", a, b, p, nextB)
				}
				nextB++
			}
			if p.a >= 0 && p.b >= 0 && a[p.a] == b[p.b] {
				same++
			}
		}
		if nextA != len(a) || nextB != len(b) || same < longest(a, b) {
			t.Fatalf("%v %v: %d of %d, %d of %d, %d the same, want %d", a, b, nextA, len(a), nextB, len(b), same, longest(a, b))
		}
	}
}

func random(r *rand.Rand) []int {
	list := make([]int, r.IntN(12))
	for i := range list {
		list[i] = r.IntN(5)
	}
	return list
}

// longest is the length of the longest common subsequence, by the book.
func longest(a, b []int) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	if a[0] == b[0] {
		return 1 + longest(a[1:], b[1:])
	}
	return max(longest(a[1:], b), longest(a, b[1:]))
}

func TestAlignLongLists(t *testing.T) {
	const n = 20000
	al := aligner{same: func(a, b int) bool { return a == b || a > 10000 && a == b+1 && b > 9000 }}
	al.like, al.may = al.same, al.same
	if got := len(al.align(n, n-1)); got < n {
		t.Errorf("%d pairs", got)
	}
	al = aligner{same: func(a, b int) bool { return false }, like: func(a, b int) bool { return false }, may: func(a, b int) bool { return false }}
	if got := len(al.align(n, n)); got != 2*n {
		t.Errorf("nothing in common: %d pairs", got)
	}
}

// Cells that reach out of the table are cut off; nothing is asked for that the input does not explain.
func TestPlaceBounds(t *testing.T) {
	got := Place([][]Cell{{{Text: "a", Rows: 1 << 40, Cols: 1 << 40}, {Text: "b"}}, {{Text: "c", Rows: -1, Cols: -1}}})
	if got.Cols != 1 || got.Rows != 1 || len(got.Cells) != 1 {
		t.Errorf("%+v", got)
	}
	got = Place([][]Cell{{{Text: "a", Cols: 1 << 40}, {Text: "b"}}, make([]Cell, maxCols+5)})
	if got.Cols != maxCols || got.Rows != 2 || len(got.Cells) != 1+maxCols || got.Cells[0].Cols != maxCols {
		t.Errorf("%d columns, %d rows, %d cells", got.Cols, got.Rows, len(got.Cells))
	}
}

// A row that no cell starts in shows nothing: Word knows none, a tagged PDF an empty TR.
func TestRowWithoutCells(t *testing.T) {
	got := Place([][]Cell{{{Text: "a", Rows: 3}, {Text: "b", Rows: 2}}, {}, {{Text: "c"}}})
	want := []Cell{{Text: "a", Rows: 2, Cols: 1}, {Text: "b", Col: 1, Rows: 1, Cols: 1}, {Text: "c", Row: 1, Col: 1, Rows: 1, Cols: 1}}
	if got.Rows != 2 || !slices.Equal(got.Cells, want) {
		t.Errorf("%+v", got)
	}
}

func TestHash(t *testing.T) {
	d := read(base)
	if d.Hash() != read(strings.Replace(base, "共公", "共\u200b公", 1)).Hash() {
		t.Error("a line end counts")
	}
	for _, other := range []string{"15", "*2", "^2", "落款"} {
		if d.Hash() == read(strings.Replace(base, other, "", 1)).Hash() {
			t.Errorf("without %s: the same", other)
		}
	}
}
