package pdf

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/fonts/subset"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// squeezed puts a line of the sheet's face whose glyphs stand at these eighths of an em.
func (s *sheet) squeezed(text string, eighths ...int) *display.Text {
	t := at(s.line(0, 0, text, s.node(nil, display.RoleP)), 10, 20)
	for i, n := range eighths {
		t.Pos[i] = unit.Length(n) * s.size / 8
	}
	s.put(t)
	return t
}

// Marks that are squeezed have cells as wide as the room that they are given, so that the pen does not step back: a closing one is
// cut behind, an opening one in front, one in the middle at both ends; between two the first is cut before the other. A small gap
// beside a mark is filled by its cell.
func TestSqueezed(t *testing.T) {
	for _, c := range []cellCase{
		{"公》开", []int{0, 8, 12}, "<000100020003>Tj", "/W[2[500]]"},
		{"公（开", []int{0, 4, 12}, "<000100020003>Tj", "/W[2[500]]"},
		{"公·开", []int{0, 6, 12}, "<000100020003>Tj", "/W[2[500]]"},
		{"公》（开", []int{0, 8, 8, 16}, "<0001000200030004>Tj", "/DW 500/W[1[1000]4[1000]]"},
		{"公》（开", []int{0, 8, 12, 20}, "<0001000200030004>Tj", "/W[2[500]]"},
		{"公））开", []int{0, 8, 12, 20}, "<0001000200030004>Tj", "/W[2[500]]"},                        // the second is not squeezed
		{"公，开，门", []int{0, 8, 14, 22, 30}, "<00010002000300040005>Tj", "/W[2[750]]"},               // one glyph, two cells
		{"公，开，门", []int{0, 8, 15, 23, 30}, "[<00010002>125<00030002>125<0004>]TJ", "/DW 1000/W[]"}, // an eighth: both stay
		{"公，开", []int{0, 10, 18}, "<000100020003>Tj", "/W[2[1250]]"},                               // in the middle of the cell
		{"公。开", []int{0, 11, 19}, "[<0001>125<00020003>]TJ", "/W[2[1500]]"},
		{"公，开", []int{0, 8, 19}, "[<00010002>125<0003>]TJ", "/W[2[1500]]"},
		{"公，开", []int{0, 18, 26}, "[<0001>-1250<00020003>]TJ", "/DW 1000/W[]"}, // too far for one line
		{"公开门", []int{0, 4, 12}, "[<0001>500<00020003>]TJ", "/DW 1000/W[]"},    // Han characters are what they are
	} {
		c.check(t)
	}
}

// A cellCase is a line whose glyphs stand at these eighths of an em, the operators that show it, and how wide its cells are.
type cellCase struct {
	text    string
	eighths []int
	content string
	widths  string
}

// check asks both kinds of outlines.
func (c *cellCase) check(t *testing.T) {
	t.Helper()
	for _, file := range []string{"square.ttf", "square.otf"} {
		s := pageOf(t)
		s.face = readFace(t, "../../testdata/fonts/"+file)
		s.squeezed(c.text, c.eighths...)
		got := contentOf(t, s, 0)
		plain := string(s.write(&Options{Plain: true}))
		if !strings.Contains(got, c.content) || !strings.Contains(plain, c.widths) {
			t.Errorf("%s of %s: content\n%sand widths %.80s", c.text, file, got, plain[strings.Index(plain, "/DW"):])
		}
		if text, _ := pdfcheck.Text([]byte(plain)); text != c.text+"\n" {
			t.Errorf("%s of %s: text %q", c.text, file, text)
		}
	}
}

// shown runs the operators of one line, and gives where each glyph's cell begins and ends and where its outline has its origin, in
// font units.
func shown(t *testing.T, c *content, f *font) (cells [][2]int64, origins []int64) {
	t.Helper()
	pen := int64(0) // in 1/1000 of a font unit
	for _, op := range regexp.MustCompile(`<([0-9A-F]+)>|(-?\d+)|Td`).FindAllStringSubmatch(string(c.b[strings.Index(string(c.b), "Td"):]), -1) {
		if op[2] != "" {
			n, _ := strconv.ParseInt(op[2], 10, 64)
			pen -= n * int64(f.face.UnitsPerEm)
		}
		for code := op[1]; code != ""; code = code[4:] {
			cid, err := strconv.ParseUint(code[:4], 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			left := int64(0)
			for _, trim := range f.trims {
				if trim.Index == int(cid) {
					left = int64(trim.Left) * 1000
				}
			}
			end := pen + int64(f.advances[cid])*1000
			cells, origins = append(cells, [2]int64{pen, end}), append(origins, pen-left)
			pen = end
		}
	}
	return cells, origins
}

// Whatever is cut, each outline stands within half a thousandth of an em of where it is told to, and where there is blank to cut the
// cells of marks lie at most three sixteenths of an em over their neighbours', and gape by less than a tenth.
func TestSqueezedInkStays(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 21))
	marks := []rune("，》（·“：。《")
	face := readFace(t, "../../testdata/fonts/square.ttf")
	for range 2000 {
		s := pageOf(t)
		s.face, s.size = face, unit.Length(1+r.IntN(40*int(unit.Pt)))
		text := []rune("公开")
		for range 1 + r.IntN(8) {
			if text = append(text, marks[r.IntN(len(marks))]); r.IntN(2) == 0 {
				text = append(text, '门')
			}
		}
		line := s.line(0, 0, string(text), nil)
		for i := 1; i < len(text); i++ {
			line.Pos[i] = line.Pos[i-1] + s.size*unit.Length(50+r.IntN(60))/100
		}
		c := content{w: &writer{file: &file{plain: true}}}
		c.text(line)
		cells, origins := shown(t, &c, c.font)
		if len(cells) != len(text) {
			t.Fatalf("%d glyphs of %s in %s", len(cells), string(text), c.b)
		}
		for i := range text {
			want := int64(line.Pos[i]) * 1_000_000 / int64(s.size)
			if d := origins[i] - want; d > 500 || d < -500 {
				t.Fatalf("glyph %d of %s stands at %d, want %d:\n%s", i, string(text), origins[i], want, c.b)
			}
			if i == 0 || !strings.ContainsRune("，》：。", text[i-1]) || strings.ContainsRune("，》：。·", text[i]) {
				continue
			}
			if over := cells[i-1][1] - cells[i][0]; over > 188_500 || over < -90_000-500 {
				t.Fatalf("%s: %d and %d overlap by %d:\n%s", string(text), i-1, i, over, c.b)
			}
		}
	}
}

// The blank of a mark at a line's start or end reaches out of the line where that is squeezed, into another cell of the table: it is cut, up to
// half an em.
func TestMarksAtTheEndsOfLines(t *testing.T) {
	for _, c := range []cellCase{
		{"（公开，", []int{0, 8, 16, 24}, "[-500<0001000200030004>]TJ", "/DW 500/W[2[1000 1000]]"},
		{"公，", []int{0, 8}, "<00010002>Tj", "/DW 500/W[1[1000]]"},
		{"公开", []int{0, 8}, "<00010002>Tj", "/DW 1000/W[]"},
	} {
		c.check(t)
	}
}

// What is squeezed by a text of another face or node is cut as if it were one text, and what merely stands beside is not.
func TestSqueezedByTheNextText(t *testing.T) {
	s := pageOf(t)
	p := s.node(nil, display.RoleP)
	first := at(s.line(0, 0, "公》", p), 10, 20)
	second := at(s.line(0, 0, "（开", s.node(p, display.RoleSpan)), 20, 20) // stands an em over what is before it
	above := at(s.line(0, 0, "一", s.node(p, display.RoleSpan)), 35, 12)
	s.put(first)
	s.put(&display.Link{Box: box(0, 0, 1, 1), URL: "https://www.gov.cn/", Text: "公", Node: s.node(p, display.RoleLink)})
	s.put(second)
	s.put(above)
	if got := contentOf(t, s, 0); !strings.Contains(got, "<00010002>Tj") || !strings.Contains(got, "[-500<00030004>]TJ") {
		t.Errorf("content\n%s", got)
	}
	if got := string(s.write(&Options{Plain: true})); !strings.Contains(got, "/W[2[500 500]]") {
		t.Error(got[strings.Index(got, "/DW"):][:60])
	}
}

// A mark that stands higher than the line, as in traditional Chinese, is shown by a glyph of its own on the line; other glyphs are raised.
func TestLiftedMark(t *testing.T) {
	s := pageOf(t)
	line := at(s.line(0, 0, "公。開", s.node(nil, display.RoleP)), 10, 20)
	line.Glyphs[1].DY, line.Glyphs[2].DY = 300, 250
	s.put(line)
	if got := contentOf(t, s, 0); !strings.Contains(got, "Td\n<00010002>Tj\n2.5 Ts\n<0003>Tj\n0 Ts") {
		t.Errorf("content\n%s", got)
	}
	c := content{w: &writer{file: &file{plain: true}}}
	c.text(line)
	if want := []subset.Trim{{Index: 2, Up: 300}}; !slices.Equal(c.font.trims, want) {
		t.Errorf("%v, want %v", c.font.trims, want)
	}
}

// A combining mark that steps back onto its letter has a narrow cell at the end of that.
func TestCombiningMark(t *testing.T) {
	s := pageOf(t)
	line := at(s.line(0, 0, "一二三", s.node(nil, display.RoleP)), 10, 20)
	line.String = "e\u0304三"
	g := line.Glyphs
	g[0].Start, g[0].End, g[1].Start, g[1].End, g[1].DX = 0, 3, 0, 3, -750
	g[2].Start, g[2].End, line.Pos[2] = 3, 6, line.Pos[1]
	s.put(line)
	if got := contentOf(t, s, 0); !strings.Contains(got, "BDC\n[<0001>125<0002>]TJ\nEMC\n<0003>Tj") { // with ActualText
		t.Errorf("content\n%s", got)
	}
	data := s.write(&Options{Plain: true})
	if got, _ := pdfcheck.Text(data); got != line.String+"\n" || !strings.Contains(string(data), "/W[2[125]]") {
		t.Errorf("text %q", got)
	}
}
