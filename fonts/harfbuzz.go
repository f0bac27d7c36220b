package fonts

import (
	"bytes"
	"sync"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"
)

// hbFont is a face as HarfBuzz wants it, made when a text first needs it.
type hbFont struct {
	once sync.Once
	font *font.Font // nil when the tables cannot be used
	pool sync.Pool  // *hbShaper; a HarfBuzz font caches extents and must not be shared
}

type hbShaper struct {
	font   *harfbuzz.Font
	buffer *harfbuzz.Buffer
}

// shapingTables are all that shaping needs. Loading a face whole costs 80-180 ms for 15 MB of outlines, and 2-8 ms without
// glyf and CFF, with the same advances.
var shapingTables = [...]string{
	"GDEF", "GPOS", "GSUB", "OS/2", "cmap", "head", "hhea", "hmtx", "kern", "maxp", "vhea", "vmtx",
}

func (f *Face) hbFont() *font.Font {
	f.hb.once.Do(func() {
		var ts []ot.Table
		for _, name := range shapingTables {
			if b := f.dir.table(tagOf(name)); b != nil {
				ts = append(ts, ot.Table{Content: b, Tag: ot.Tag(tagOf(name))})
			}
		}
		guard(func() {
			ld, err := ot.NewLoader(bytes.NewReader(ot.WriteTTF(ts)))
			if err != nil {
				return
			}
			if loaded, err := font.NewFont(ld); err == nil {
				f.hb.font = loaded
			}
		})
	})
	return f.hb.font
}

// guard runs read and reports whether it came back: the table readers of HarfBuzz may panic on a hostile font, and a
// document must not fail for more than that font.
func guard(read func()) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	read()
	return true
}

func (f *Face) hbGet() *hbShaper {
	if s, ok := f.hb.pool.Get().(*hbShaper); ok {
		s.buffer.Clear()
		return s
	}
	loaded := f.hbFont()
	if loaded == nil {
		return nil
	}
	return &hbShaper{harfbuzz.NewFont(font.NewFace(loaded)), harfbuzz.NewBuffer()}
}

// harfbuzz shapes the bytes [at, end) with the open run's face.
func (p *shaper) harfbuzz(at, end int) {
	face := p.chain[p.current].face
	s := face.hbGet()
	if s == nil {
		p.apart(at, end)
		return
	}
	script := language.Common
	for i, r := range p.text[at:end] {
		s.buffer.AddRune(r, at+i)
		if !script.Strong() {
			script = language.LookupScript(r)
		}
	}
	s.buffer.Flags = harfbuzz.RemoveDefaultIgnorables
	s.buffer.Props = harfbuzz.SegmentProperties{Language: hbLanguage(p.want.Lang), Script: script}
	s.buffer.GuessSegmentProperties() // the direction, from the script
	if !guard(func() { s.buffer.Shape(s.font, p.features(script)) }) {
		p.apart(at, end) // and the buffer is not used again
		return
	}
	p.take(s.buffer, at, end)
	face.hb.pool.Put(s)
}

func hbLanguage(lang string) language.Language {
	if lang == "" {
		lang = "zh-Hans"
	}
	return language.NewLanguage(lang)
}

// unkerned switches off what HarfBuzz does to Latin by default.
var unkerned = [...]harfbuzz.Feature{off("kern"), off("liga"), off("clig")}

func off(name string) harfbuzz.Feature {
	return harfbuzz.Feature{Tag: ot.Tag(tagOf(name)), Start: harfbuzz.FeatureGlobalStart, End: harfbuzz.FeatureGlobalEnd}
}

func (p *shaper) features(script language.Script) []harfbuzz.Feature {
	switch script {
	case language.Latin, language.Greek, language.Cyrillic, language.Han, language.Hiragana, language.Katakana, language.Common:
		if !p.want.Kern {
			return unkerned[:]
		}
	}
	return nil
}

// take appends the buffer's glyphs, which stand for the bytes [at, end). Glyph 0 makes its cluster's characters missing.
func (p *shaper) take(b *harfbuzz.Buffer, at, end int) {
	begin := p.begins[len(p.begins)-1]
	from := len(p.glyphs)
	for i, info := range b.Info {
		pos, to := b.Pos[i], clusterTo(b, i, end)
		if info.Glyph == 0 || info.Glyph > 0xFFFF {
			p.missAll(info.Cluster, to)
			continue
		}
		p.glyphs = append(p.glyphs, Glyph{
			ID: uint16(info.Glyph), Advance: pos.XAdvance, DX: pos.XOffset, DY: pos.YOffset,
			Start: info.Cluster - begin, End: to - begin,
		})
	}
	if b.Props.Direction == harfbuzz.LeftToRight {
		placeMarks(p.chain[p.current].face, p.glyphs[from:], p.text[begin:])
	}
	if p.want.Vertical {
		upright(p.chain[p.current].face, p.glyphs[from:])
	}
}

// clusterTo gives the end of glyph i's cluster: the beginning of the next one in the text, which stands on the left in
// right-to-left text.
func clusterTo(b *harfbuzz.Buffer, i, end int) int {
	own, step := b.Info[i].Cluster, 1
	if b.Props.Direction == harfbuzz.RightToLeft {
		step = -1
	}
	for ; i >= 0 && i < len(b.Info); i += step {
		if c := b.Info[i].Cluster; c != own {
			return c
		}
	}
	return end
}

func (p *shaper) missAll(at, end int) {
	for i, r := range p.text[at:end] {
		if !isInvisible(r) {
			p.miss(r, at+i)
		}
	}
}

// upright turns clusters shaped for a horizontal line into ones of a vertical line: each keeps its inner arrangement, its
// first glyph's vertical origin comes under the pen, and the cluster as a whole has that glyph's vertical advance.
func upright(face *Face, glyphs []Glyph) {
	for len(glyphs) > 0 {
		n := 1
		for n < len(glyphs) && glyphs[n].Start == glyphs[0].Start {
			n++
		}
		x, y := face.VOrigin(glyphs[0].ID)
		var pen int32
		for i := range glyphs[:n] {
			g := &glyphs[i]
			pen, g.DX, g.DY, g.Advance = pen+g.Advance, g.DX+pen-x, g.DY-y, 0
		}
		glyphs[n-1].Advance = face.VAdvance(glyphs[0].ID)
		glyphs = glyphs[n:]
	}
}
