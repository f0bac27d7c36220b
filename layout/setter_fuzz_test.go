package layout

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// What must hold for every text at every measure.
func (b *bench) holds(t *testing.T, text string, measure unit.Length, align doc.Align, balance bool) {
	t.Helper()
	b.style.Align = align
	job := textJob{
		Src: "fuzz", Spans: []doc.Span{{Text: text}}, Style: &b.style, Measure: measure, Balance: balance, Title: len(text)%2 == 0, Sense: len(text)%3 == 0,
	}
	block, err := b.set(job)
	if err != nil {
		return // refused: TestFaultsComeTogether
	}
	lines := block.strings()
	if got, want := strings.Join(lines, ""), strings.ReplaceAll(text, "\n", ""); got != want && visible(text) {
		t.Fatalf("%q at %v came back as %q", text, measure, got)
	}
	if len(lines) < strings.Count(text, "\n")+1 {
		t.Fatalf("%q: %d lines", text, len(lines))
	}
	for i, r := range block.rows {
		if r.width > measure && utf8.RuneCountInString(strings.TrimRight(lines[i], " ")) > 4 { // blanks at its end hang
			t.Fatalf("%q at %v: line %d is %v wide: %q", text, measure, i, r.width, lines[i])
		}
		b.positions(t, block, i)
	}
	if measure >= 12*testEm {
		b.edges(t, text, lines)
	}
}

// visible reports whether no part of the text consists of characters without a glyph alone: nothing is drawn there.
func visible(text string) bool {
	for _, r := range text {
		if c := classOf(r); c == classExtend || c == classZeroSpace || c == classJoiner {
			return false
		}
	}
	return true
}

// positions: glyphs stand in order, and their bytes are those of the piece's text.
func (b *bench) positions(t *testing.T, block *textBlock, line int) {
	t.Helper()
	if block.quick != nil {
		return
	}
	first := int32(0)
	if line > 0 {
		first = block.rows[line-1].end
	}
	for _, q := range block.pieces[first:block.rows[line].end] {
		if len(q.Glyphs) != len(q.Pos) || !rising(q.Pos) {
			t.Fatalf("%q: positions %v", q.String, q.Pos)
		}
		for _, g := range q.Glyphs {
			if g.Start < 0 || g.End > len(q.String) || g.Start > g.End {
				t.Fatalf("%q: glyph of bytes %d to %d", q.String, g.Start, g.End)
			}
		}
	}
}

// rising: the origin of an opening bracket lies half an em before its ink.
func rising(pos []unit.Length) bool {
	for i := 1; i < len(pos); i++ {
		if pos[i] < pos[i-1]-testEm/2 {
			return false
		}
	}
	return true
}

// edges: no line but a torn one starts or ends with what must not stand there.
func (b *bench) edges(t *testing.T, text string, lines []string) {
	t.Helper()
	for i := 1; i < len(lines); i++ {
		before, line := lines[i-1], lines[i]
		if before == "" || line == "" || strings.Contains(text, "\n") {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		first, _ := utf8.DecodeRuneInString(line)
		if strings.ContainsRune("、，。；：？！”’）》〉】〕』」｝～", first) && !marksOnly(before+line) {
			t.Fatalf("%q: %c starts a line: %q", text, first, lines)
		}
		if strings.ContainsRune("（《〈【〔『「｛", last) && !marksOnly(before+line) {
			t.Fatalf("%q: %c ends a line: %q", text, last, lines)
		}
	}
}

// marksOnly reports a run of so many marks, or of letters and marks, that a line had to be torn.
func marksOnly(s string) bool {
	run := 0
	for _, r := range s {
		if classOf(r) == classHan {
			run = 0
			continue
		}
		if run++; run > 8 {
			return true
		}
	}
	return false
}

func FuzzSet(f *testing.F) {
	for _, text := range seedParagraphs(f) {
		f.Add(text, uint16(280), uint8(1), false)
		f.Add(text, uint16(45), uint8(2), false)
	}
	for _, text := range []string{
		"", " ", "\n", "　　一", "a b  c", "（（（（", "。。。。。。。。。。", "……………………", "www.gov.cn/a?b=c&d-e", "“‘’”", "‘“”’’", "\u200b\u200b", "①②③Ⅰ㎡",
		"1286", "3.5%", "—", "——", "一\u0301二", "公\ufe00开", "未经复议直接起诉", "／/·・", "A\u00a0B", "２０２２年", "가나다 라마", "かゃー々", "9     9",
	} {
		for _, measure := range []uint16{1, 15, 33, 120} {
			f.Add(text, measure, uint8(1), false)
			f.Add(text, measure, uint8(3), true)
		}
	}
	b := newBench(f)
	f.Fuzz(func(t *testing.T, text string, measure uint16, align uint8, balance bool) {
		b.holds(t, text, unit.Length(measure%400)*unit.Pt, doc.Align(align%6), balance)
	})
}

// The breaker by itself: any items, any measure.
func FuzzLines(f *testing.F) {
	f.Add([]byte("\x10\x00\x10\x41\x10\x82"), uint16(30), false)
	f.Fuzz(func(t *testing.T, data []byte, measure uint16, ragged bool) {
		var items []item
		for _, c := range data {
			it := item{box: int32(c & 31), weight: 1, tear: 100}
			if c&32 != 0 {
				it.glue, it.stretch, it.shrink = 8, 4, 4
			}
			switch c >> 6 {
			case 1:
				it.penalty = noBreak
			case 2:
				it.penalty = 50
			}
			items = append(items, it)
		}
		fit := fit{first: unit.Length(measure), rest: unit.Length(measure), ragged: ragged}
		filled(t, slices.Clone(items), fit)
		fit.breaking = doc.FirstFit
		filled(t, items, fit)
	})
}

// filled breaks items: all of them stand in lines, in their order, and no line of more than one is overfull.
func filled(t *testing.T, items []item, f fit) {
	loosen(items, f)
	var b breaker
	ends := b.lines(items, f)
	if ends[len(ends)-1] != len(items) || !slices.IsSorted(ends) {
		t.Fatalf("%v of %d items", ends, len(items))
	}
	from := 0
	for _, to := range ends {
		w, room := int64(0), int64(0)
		for i := from; i < to; i++ {
			w += int64(items[i].box)
			if i+1 < to {
				w, room = w+int64(items[i].glue), room+int64(items[i].shrink)
			}
		}
		if !f.shrinks() {
			room = 0
		}
		if w-room > int64(f.rest) && to-from > 1 {
			t.Fatalf("items %d to %d are %d wide, measure %d", from, to, w-room, f.rest)
		}
		from = to
	}
}

// A paragraph of more than a window: its lines are those of the whole taken at once, but for some beside the windows' ends, and
// nodes are not kept for all of it.
func TestWindows(t *testing.T) {
	items := make([]item, 3*window)
	for i := range items {
		items[i] = item{box: 1000, stretch: 50, weight: 1}
		if i%7 == 3 {
			items[i].glue, items[i].shrink = 500, 500
		}
		if i%11 == 5 {
			items[i].penalty = noBreak
		}
	}
	f := fit{first: 26000, rest: 28000}
	var b, whole breaker
	ends, all := slices.Clone(b.lines(items, f)), whole.within(items, f)
	differ := 0
	for _, end := range all {
		if _, found := slices.BinarySearch(ends, end); !found {
			differ++
		}
	}
	if ends[len(ends)-1] != len(items) || !slices.IsSorted(ends) || len(ends) != len(all) || differ > 10 {
		t.Errorf("%d lines, %d when broken as a whole; %d end elsewhere", len(ends), len(all), differ)
	}
	if cap(b.nodes) > 2*window {
		t.Errorf("%d nodes for windows of %d items", cap(b.nodes), window)
	}
}

// Random text of what reports are made of: byte mutation seldom leaves valid Chinese.
func TestRandomText(t *testing.T) {
	alphabet := []string{
		"公", "开", "信", "息", "年", "条", "政府", "万元", "第", "，", "。", "、", "；", "：", "？", "！", "（", "）", "《", "》", "“", "”", "‘", "’",
		"〔", "〕", "【", "】", "——", "……", "—", "…", "～", "·", "/", "-", "1", "2024", "96171.6", "%", "％", "℃", "A", "Word", "it’s", " ", "  ", "　",
		"\n", "hazwgkc@163.com", "https://www.gov.cn/zhengce/index.htm?a=b&c=d", ",", ".", "(", ")", "①", "×", "\"", "'", "㎡", "Ⅲ", "\u200b", "\u00a0",
	}
	b := newBench(t)
	r := rand.New(rand.NewPCG(9704, 2012))
	for range 20000 {
		var text strings.Builder
		for range r.IntN(60) {
			n := len(alphabet)
			if r.IntN(2) == 0 {
				n = 5
			}
			text.WriteString(alphabet[r.IntN(n)])
		}
		b.sheet.Lines.Squeeze, b.sheet.Lines.Breaking = r.IntN(8) > 0, doc.Breaking(r.IntN(2))
		b.holds(t, text.String(), unit.Length(10+r.IntN(300))*unit.Pt, doc.Align(1+r.IntN(3)), r.IntN(6) == 0)
	}
}

// Paragraphs of a quarter of a million characters that tempt to look far ahead or back. Work that grew with the square of
// the length would take minutes, and the tests would be stopped.
func TestLongParagraphs(t *testing.T) {
	b := newBench(t)
	for _, unit := range []string{"公", "公开，", "a", "1", " ", "1 ", "年 ", "“", "‘’", "——", "…", "。", "（", "https://a.cn/", "a/", "—", "· ", "公\n", "e\u0301", "±", "\"", "第", "1万", "（1）1", "Ⅲ—", "1/件·", "＜", "＞", "＜方＞", "公<b>"} {
		text := strings.Repeat(unit, 1<<18/utf8.RuneCountInString(unit))
		lines := b.lines(t, text, 28)
		if got, want := strings.Join(lines, ""), strings.ReplaceAll(text, "\n", ""); got != want {
			t.Errorf("%q: %d bytes came back, want %d", unit, len(got), len(want))
		}
	}
}
