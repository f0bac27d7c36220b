package pdf

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// A gap that is no character belongs to a cell beside it, if it can to that of a letter or figure, and a space that is typed has room.
func TestGaps(t *testing.T) {
	for _, c := range []cellCase{
		{"公2开", []int{0, 10, 16}, "<000100020003>Tj", "/DW 1000/W[]"}, // a figure of half an em between two quarters
		{"公24开", []int{0, 10, 14, 20}, "<0001000200030004>Tj", "/DW 750/W[1[1000]4[1000]]"},
		{"公2开", []int{0, 9, 14}, "[<0001>125<0002>125<0003>]TJ", "/DW 1000/W[]"},                     // tighter lines: the same figure
		{"公2开", []int{0, 11, 15}, "[<0001>125<00020003>]TJ", "/DW 1000/W[]"},                         // looser ones: a wider one
		{"公2开", []int{0, 13, 17}, "[<0001>125<00020003>]TJ", "/W[2[1250]]"},                          // the loosest
		{"公2开", []int{0, 17, 21}, "[<0001>-1125<00020003>]TJ", "/W[2[500]]"},                         // meant to be apart
		{"公开门", []int{0, 9, 18}, "[<0001>125<0002>125<0003>]TJ", "/W[3[1000]]"},                      // a line with no other place to open
		{"公开 24", []int{0, 8, 16, 18, 22}, "<000100020003>250<00040005>", "/DW 500/W[1[1000 1000]]"}, // room enough
		{"公开 24", []int{0, 8, 16, 17, 21}, "<000100020003>250<00040005>", "/DW 500/W[1[1000 875]]"},
		{"公 开", []int{0, 8, 10}, "<000100020003>Tj", "/DW 500/W[1[750]3[1000]]"}, // not tracked, but two words
		{"公　开", []int{0, 8, 16}, "<00010002>375<0003>", "/W[1[1375]]"},           // not two columns
		{"公　《开", []int{0, 8, 12, 20}, "<00010002>500<00030004>", "/DW 1000/W[]"}, // nor where a mark behind is squeezed
	} {
		c.check(t)
	}
}

// Spaces pasted by the ten thousand, which hang over the end of their line: none looks for the end of them all, and no string is longer than
// PDF/A-2 takes (ISO 19005-2 6.1.13).
func TestManySpaces(t *testing.T) {
	s := pageOf(t)
	s.put(at(s.line(0, 0, "公"+strings.Repeat(" ", 40_000)+"开", s.node(nil, display.RoleP)), 10, 20))
	longest := 0
	for _, shown := range regexp.MustCompile("<[0-9A-F]*>").FindAllString(contentOf(t, s, 0), -1) {
		longest = max(longest, len(shown)/2-1)
	}
	if longest < 10_000 || longest > maxString {
		t.Errorf("a string of %d bytes", longest)
	}
}

// A gap before the next text is one of the line where that goes on, whatever its node is; else the text is one of another cell.
func TestGapBeforeTheNextText(t *testing.T) {
	for goesOn, want := range map[bool]string{true: "[250<00030004>]TJ", false: "<00030004>Tj"} {
		s := pageOf(t)
		p := s.node(nil, display.RoleP)
		first, second := at(s.line(0, 0, "公开", p), 10, 20), at(s.line(0, 0, "24", s.node(p, display.RoleSpan)), 32, 20)
		first.GoesOn = goesOn
		second.At.X += unit.Pt / 2
		s.put(first)
		s.put(second)
		if got := contentOf(t, s, 0); !strings.Contains(got, want) {
			t.Errorf("goes on: %v\n%s", goesOn, got)
		}
	}
}

// A superior figure stands higher than half its size, and the gap behind it is one of the line all the same.
func TestGapBehindANote(t *testing.T) {
	s := pageOf(t)
	p := s.node(nil, display.RoleP)
	word, behind := at(s.line(0, 0, "公", p), 10, 20), at(s.line(0, 0, "，开", p), 27, 20)
	s.size = s.size * 3 / 5
	figure := at(s.line(0, 0, "二", s.node(p, display.RoleReference)), 20, 20)
	figure.At.Y -= s.size * 2 / 3
	word.GoesOn, figure.GoesOn = true, true
	for _, text := range []*display.Text{word, figure, behind} {
		s.put(text)
	}
	if got := string(s.write(&Options{Plain: true})); !strings.Contains(got, "/W[2[1250]]") {
		t.Error(got[strings.Index(got, "/DW"):][:60])
	}
}

// What is squeezed before a superior figure leaves less beside it than parts words, and spaces behind one are as wide as the text's, not the
// figure's: two ideographic ones, 20 pt, are more than three of its ems, and no other column.
func TestBesideANote(t *testing.T) {
	for _, c := range []struct {
		x    int // of the figure, in twentieths of a point
		text string
		at   int // of it, in points
		want string
	}{
		{15 * 20, "开", 21, "/W[2[500]]"},
		{15*20 + 12, "开", 22, "/W[2[625 "},  // another eighth would leave 0.06 em
		{20 * 20, "　　开", 26, "/W[3[3375]]"}, // 20 pt less 14.25
	} {
		s := pageOf(t)
		p := s.node(nil, display.RoleP)
		word, behind := at(s.line(0, 0, "公》", p), 0, 20), at(s.line(0, 0, c.text, p), c.at, 20)
		s.size = s.size * 3 / 5
		figure := at(s.line(0, 0, "二", s.node(p, display.RoleReference)), 0, 17)
		figure.At.X = unit.Length(c.x) * unit.Pt / 20
		word.GoesOn, figure.GoesOn = true, true
		for _, text := range []*display.Text{word, figure, behind} {
			s.put(text)
		}
		if got := string(s.write(&Options{Plain: true})); !strings.Contains(got, c.want) {
			t.Errorf("%s at %d: %s", c.text, c.x, got[strings.Index(got, "/DW"):][:60])
		}
	}
}

// An item follows its label, however far off it stands on the line; what stands beside it on another does not.
func TestBesideALabel(t *testing.T) {
	for x, want := range map[int]string{20: "/DW 1000/W[]", 26: "/DW 1000/W[]", 35: "/W[1[1875]]", 65: "/DW 1000/W[]"} {
		s := pageOf(t)
		item := s.node(s.node(nil, display.RoleL), display.RoleLI)
		s.put(at(s.line(0, 0, "一", s.node(item, display.RoleLbl)), 10, 20))
		s.put(at(s.line(0, 0, "公开", s.node(item, display.RoleLBody)), x, 20))
		if got := string(s.write(&Options{Plain: true})); !strings.Contains(got, want) {
			t.Errorf("at %d: %s, want %s", x, got[strings.Index(got, "/DW"):][:40], want)
		}
	}
}

// Whatever stands where, less is left between two cells than looks like a space, and each outline stands where it is told to; where a
// space is typed there is enough.
func TestGapsLeft(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	letters := []rune("公开门一二三24ABC，《")
	face := readFace(t, "../../testdata/fonts/square.ttf")
	for range 2000 {
		s := pageOf(t)
		s.face, s.size = face, unit.Length(1+r.IntN(40*int(unit.Pt)))
		text := []rune("公")
		for range 2 + r.IntN(8) {
			if r.IntN(4) == 0 {
				text = append(text, ' ')
			}
			text = append(text, letters[r.IntN(len(letters))])
		}
		line := s.line(0, 0, string(text), nil)
		for i := 1; i < len(text); i++ {
			line.Pos[i] = line.Pos[i-1]
			if text[i-1] != ' ' {
				line.Pos[i] += s.size.MulDiv(int64(line.Glyphs[i-1].Advance), int64(face.UnitsPerEm))
			}
			if text[i] != ' ' {
				line.Pos[i] += s.size * unit.Length(r.IntN(50)) / 100
			}
		}
		c := content{w: &writer{file: &file{plain: true}}}
		c.text(line)
		cells, origins := shown(t, &c, c.font)
		last := 0
		for i := range text {
			if d := origins[i] - int64(line.Pos[i])*1_000_000/int64(s.size); text[i] != ' ' && (d > 500 || d < -500) {
				t.Fatalf("glyph %d of %s is %d off:\n%s", i, string(text), d, c.b)
			}
			if i == 0 || text[i] == ' ' {
				continue
			}
			room := cells[i][0] - cells[last][1]
			if spaced := last < i-1; spaced && room < 205_000 || !spaced && (room > 95_000 || room < -195_000) {
				t.Fatalf("%s: %d between %d and %d:\n%s", string(text), room, last, i, c.b)
			}
			last = i
		}
	}
}
