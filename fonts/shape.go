package fonts

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Shape turns text into runs of glyphs, each served by one face. The runs' texts are the whole text, in order. A character
// goes to the first face of the role's list that has it; base and marks, or a character and its variation selector, go
// together. Default-ignorable characters (zero-width space, joiners, byte order mark, soft hyphen) give no glyph.
//
// All characters that no face has are returned at once in a *MissingError; glyph 0 is never used. Text that is not UTF-8 is
// ErrText. Line ends and tabs are characters like others: the caller has split the text there.
//
// Right-to-left scripts are joined and come in visual order within their run; there is no bidirectional reordering.
func (s *Set) Shape(text string, want Want) ([]Run, error) {
	p := Shaper{shaper{glyphs: make([]Glyph, 0, utf8.RuneCountInString(text))}}
	return p.Append(s, nil, text, want)
}

// A Shaper is Shape for callers with many short texts: it keeps what it works with from one text to the next. It serves one
// goroutine; the zero Shaper is ready.
type Shaper struct{ own shaper }

// Reset takes back the glyphs of all runs that the Shaper has given.
func (p *Shaper) Reset() { p.own.glyphs = p.own.glyphs[:0] }

// Append is Shape by the faces of s, appended to runs. The runs hold until Reset.
func (p *Shaper) Append(s *Set, runs []Run, text string, want Want) ([]Run, error) {
	own := &p.own
	own.chain, own.want, own.text, own.current = s.chain(want), want, text, -1
	own.runs, own.first, own.froms, own.begins, own.missing = runs, len(runs), own.froms[:0], own.begins[:0], MissingError{}
	err := own.shape()
	out := own.finish()
	own.text, own.runs = "", nil
	switch {
	case err != nil:
		return runs, err
	case len(own.missing.Runes) > 0:
		missing := own.missing
		missing.Role = want.Role
		for _, r := range missing.Runes {
			missing.Others = append(missing.Others, s.Having(r))
		}
		return runs, &missing
	}
	return out, nil
}

// shaper is the state of shaping one text.
type shaper struct {
	chain    []link
	want     Want
	text     string
	glyphs   []Glyph
	runs     []Run
	first    int   // runs before it are the caller's
	froms    []int // first glyph of each of our runs
	begins   []int // first byte of each of our runs
	current  int   // link that serves the open run, -1 before the first
	forms    forms // what the open run's face does to single glyphs
	known    []knownForms
	missing  MissingError
	chars    []rune // scratch: the characters of one cluster
	tolerant bool   // missing characters get runs too
}

// forms are the single substitutions of a run: by language and by direction.
type forms struct{ locl, vert substitution }

// knownForms are those of a face that has served lately.
type knownForms struct {
	face     *Face
	lang     string
	vertical bool
	forms
}

// mostKnown is how many faces, in their languages and directions, a document commonly has.
const mostKnown = 16

func (p *shaper) formsOf(face *Face) forms {
	for i := range p.known {
		if k := &p.known[i]; k.face == face && k.lang == p.want.Lang && k.vertical == p.want.Vertical {
			return k.forms
		}
	}
	f := forms{locl: face.localForms(p.want.Lang)}
	if p.want.Vertical {
		f.vert = face.verticalForms()
	}
	if len(p.known) == mostKnown {
		p.known = p.known[:0]
	}
	p.known = append(p.known, knownForms{face, p.want.Lang, p.want.Vertical, f})
	return f
}

func (p *shaper) shape() error {
	for at := 0; at < len(p.text); {
		r, size := utf8.DecodeRuneInString(p.text[at:])
		if r == utf8.RuneError && size == 1 {
			return fmt.Errorf("%w: byte %d", ErrText, at)
		}
		c := p.classOf(r)
		end := at + size
		if end < len(p.text) && mayExtend(p.text[end]) {
			end = p.clusterEnd(end)
		}
		switch {
		case c == ignorable && end == at+size:
		case c == plain && end == at+size:
			if r == emDash && p.dash(at) {
				end += size
			} else {
				p.plain(r, at, end)
			}
		default:
			end = p.cluster(at, end)
		}
		at = end
	}
	return nil
}

// classOf is the package's classOf, but Latin to be kerned is HarfBuzz's.
func (p *shaper) classOf(r rune) class {
	c := classOf(r)
	if c == plain && p.want.Kern && r < 0x530 {
		return complex
	}
	return c
}

// mayExtend tells by its first byte whether a character can belong to the cluster before it: nothing below U+0300 does, and
// nothing from U+4000 to U+9FFF, where most Han are.
func mayExtend(b byte) bool { return b >= 0xCC && (b < 0xE4 || b > 0xE9) }

// maxCluster bounds a cluster, so that thousands of marks on one base cost no more than so many characters. Real text has no
// more than 30 (UAX 15, stream-safe text).
const maxCluster = 64

// clusterEnd gives the end of the cluster that goes on at byte at: marks, selectors and joiners, and what a joiner joins.
func (p *shaper) clusterEnd(at int) int {
	joined := false
	for n := 1; n < maxCluster && at < len(p.text); n++ {
		r, size := utf8.DecodeRuneInString(p.text[at:])
		if r == utf8.RuneError && size == 1 || classOf(r) != extend && !joined {
			break
		}
		joined = r == zwj
		at += size
	}
	return at
}

// plain serves one character by character map and advance.
func (p *shaper) plain(r rune, at, end int) {
	i, gid := p.find(r)
	if i < 0 {
		p.miss(r, at)
		return
	}
	switch r {
	case emDash:
		gid = p.dashForm(p.chain[i].face, gid, 1)
	case twoEmDash:
		gid = p.dashForm(p.chain[i].face, gid, 2)
	}
	p.open(i, at)
	p.append(gid, at, end)
}

const (
	emDash    = '—'
	twoEmDash = 0x2E3A
)

// dash serves the two U+2014 of a Chinese dash at byte at by the face's glyph of two em: drawn one by one, most faces leave a
// gap between them, and the mark is one stroke over two places (GB/T 15834-2011 5.1.4). It reports whether it did.
func (p *shaper) dash(at int) bool {
	end := at + 2*len("—")
	if p.want.Latin || !strings.HasPrefix(p.text[at:], "——") || end < len(p.text) && p.clusterEnd(end) > end {
		return false
	}
	i, _ := p.find(emDash)
	if i < 0 {
		return false
	}
	face := p.chain[i].face
	gid, ok := face.Glyph(twoEmDash)
	if gid = p.dashForm(face, gid, 2); !ok || !p.isTwoEm(face, gid) {
		return false
	}
	p.open(i, at)
	p.append(gid, at, end)
	return true
}

// dashForm gives the glyph for a dash among Han characters that is to be so many em long. Faces of the mainland have it for Simplified
// Chinese alone, and for Traditional Chinese and Japanese the Latin one, which is shorter and lies lower.
func (p *shaper) dashForm(face *Face, gid uint16, ems int32) uint16 {
	full := ems * face.UnitsPerEm
	switch languageSystem(p.want.Lang) {
	case 0, tagOf("KOR "):
		return gid
	}
	if p.want.Latin || face.Advance(face.localForms(p.want.Lang).of(gid)) == full {
		return gid
	}
	if form := face.localForms("zh-Hans").of(gid); face.Advance(form) == full {
		return form
	}
	return gid
}

// isTwoEm reports whether the glyph that will be set for gid is exactly two em long in the direction of the line.
func (p *shaper) isTwoEm(face *Face, gid uint16) bool {
	gid = face.localForms(p.want.Lang).of(gid)
	if !p.want.Vertical {
		return face.Advance(gid) == 2*face.UnitsPerEm
	}
	return face.VAdvance(face.verticalForms().of(gid)) == 2*face.UnitsPerEm
}

// find gives the first link whose face has r and its glyph; -1 where none has.
func (p *shaper) find(r rune) (int, uint16) {
	for i := range p.chain {
		if gid, ok := p.chain[i].face.Glyph(r); ok {
			return i, gid
		}
	}
	if other, ok := standIn(r); ok {
		return p.find(other)
	}
	return -1, 0
}

// miss notes a character that no face has. The report of who serves what gives it a run without a face.
func (p *shaper) miss(r rune, at int) {
	if p.tolerant {
		p.open(len(p.chain), at)
	}
	if !slices.Contains(p.missing.Runes, r) {
		p.missing.Runes = append(p.missing.Runes, r)
		p.missing.At = append(p.missing.At, at)
	}
}

// open makes link i serve what follows from byte at.
func (p *shaper) open(i, at int) {
	if i == p.current {
		return
	}
	if len(p.begins) == 0 {
		at = 0 // ignorable characters before the first glyph belong to its run
	}
	p.current = i
	p.begins = append(p.begins, at)
	p.froms = append(p.froms, len(p.glyphs))
	if i == len(p.chain) {
		p.runs = append(p.runs, Run{Vertical: p.want.Vertical})
		return
	}
	l := p.chain[i]
	p.runs = append(p.runs, Run{Face: l.face, SyntheticBold: l.synthetic, Vertical: p.want.Vertical})
	p.forms = p.formsOf(l.face)
}

// append adds the glyph of the bytes [at, end) to the open run.
func (p *shaper) append(gid uint16, at, end int) {
	begin := p.begins[len(p.begins)-1]
	face := p.chain[p.current].face
	g := Glyph{ID: p.forms.locl.of(gid), Start: at - begin, End: end - begin}
	if p.want.Vertical {
		g.ID = p.forms.vert.of(g.ID)
		g.Advance = face.VAdvance(g.ID)
		x, y := face.VOrigin(g.ID)
		g.DX, g.DY = -x, -y
	} else {
		g.Advance = face.hmtx.advance(g.ID)
	}
	p.glyphs = append(p.glyphs, g)
}

// finish cuts text and glyphs into the runs.
func (p *shaper) finish() []Run {
	for i := range p.begins {
		end, last := len(p.text), len(p.glyphs)
		if i+1 < len(p.begins) {
			end, last = p.begins[i+1], p.froms[i+1]
		}
		run := &p.runs[p.first+i]
		run.Text = p.text[p.begins[i]:end]
		run.Glyphs = p.glyphs[p.froms[i]:last:last]
	}
	return p.runs
}
