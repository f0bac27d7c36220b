package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/fonts/subset"
	"github.com/banxin-go/banxin/layout/display"
)

// font is one face of the document and the glyphs used of it. A glyph's code in the file is its CID, which is its number in
// the subset: glyphs are numbered as they are first shown. One that stands for different characters in different places (a
// space and a no-break space, 一 and the radical ⼀) has a CID for each, so that text copies as it was written.
type font struct {
	face     *fonts.Face
	name     string // in resources
	gids     []uint16
	texts    []string
	advances []int32              // in font units
	first    [256]*[256]uint16    // the CID that a glyph got first; 0 none
	more     map[glyphText]uint16 // the further ones
	trimmed  map[trimmedGlyph]uint16
	trims    []subset.Trim // of the trimmed ones, by CID
	rooms    map[uint16]room
	private  bool // some text has private-use characters
}

// fewGlyphs is how many there is room for at first.
const fewGlyphs = 64

type glyphText struct {
	gid  uint16
	text string
}

// font gives the font of a face. A document has a handful of them.
func (w *writer) font(face *fonts.Face) *font {
	for _, f := range w.fonts {
		if f.face == face {
			return f
		}
	}
	f := &font{face: face, name: "F" + strconv.Itoa(len(w.fonts)+1)}
	f.gids, f.texts, f.advances = make([]uint16, 1, fewGlyphs), make([]string, 1, fewGlyphs), make([]int32, 1, fewGlyphs)
	f.advances[0] = face.Advance(0)
	w.fonts = append(w.fonts, f)
	if !face.Embeddable() {
		w.faults.list = append(w.faults.list, &fonts.EmbedError{Face: face, Rights: face.Rights()})
	}
	return f
}

// text gives the characters that glyph i stands for; it is the kth of n in its cluster. Where glyphs and characters differ
// in number, ActualText stands beside them and the share is arbitrary, but never empty.
func (f *font) text(t *display.Text, i, k, n int) string {
	g := &t.Glyphs[i]
	s := t.String[g.Start:g.End]
	if n == 1 {
		return s
	}
	rest := s
	for ; k > 0; k-- {
		_, size := utf8.DecodeRuneInString(rest)
		if len(rest) == size {
			break
		}
		rest = rest[size:]
	}
	_, size := utf8.DecodeRuneInString(rest)
	return rest[:size]
}

// cid gives the code of a glyph that stands for text.
func (f *font) cid(c *content, t *display.Text, gid uint16, text string) uint16 {
	if page := f.first[gid>>8]; page != nil {
		if cid := page[gid&0xFF]; cid != 0 && f.texts[cid] == text && !f.private {
			return cid
		}
	}
	return f.otherCID(c, t, gid, text)
}

func (f *font) otherCID(c *content, t *display.Text, gid uint16, text string) uint16 {
	f.checkGlyph(c, t, gid, text)
	page := f.first[gid>>8]
	if page == nil {
		page = new([256]uint16)
		f.first[gid>>8] = page
	}
	first := page[gid&0xFF]
	if first != 0 && f.texts[first] == text {
		return first
	}
	key := glyphText{gid, text}
	if cid, ok := f.more[key]; ok {
		return cid
	}
	key.text = strings.Clone(text) // text is part of a page that goes away
	cid := f.addGlyph(c, key)
	if first == 0 {
		page[gid&0xFF] = cid
		return cid
	}
	if f.more == nil {
		f.more = map[glyphText]uint16{}
	}
	f.more[key] = cid
	return cid
}

func (f *font) addGlyph(c *content, g glyphText) uint16 {
	if len(f.gids) == 0xFFFF {
		c.fault(&LimitError{Fault: ManyGlyphs, Text: f.face.PostScript})
		return 0
	}
	f.gids = append(f.gids, g.gid)
	f.texts = append(f.texts, g.text)
	f.advances = append(f.advances, f.face.Advance(g.gid))
	return uint16(len(f.gids) - 1)
}

// trimmedCID gives the code of a glyph without a part of its cell.
func (f *font) trimmedCID(c *content, t *display.Text, g glyphText, cut trim) uint16 {
	if cut == (trim{}) {
		return f.cid(c, t, g.gid, g.text)
	}
	key := trimmedGlyph{g, cut}
	if cid, ok := f.trimmed[key]; ok {
		return cid
	}
	f.checkGlyph(c, t, g.gid, g.text)
	key.text = strings.Clone(g.text)
	cid := f.addGlyph(c, key.glyphText)
	if cid == 0 {
		return 0
	}
	left, right := f.units(cut.left), f.units(cut.right)
	f.advances[cid] -= left + right
	f.trims = append(f.trims, subset.Trim{Index: int(cid), Left: int(left), Right: int(right), Up: int(cut.up)})
	if f.trimmed == nil {
		f.trimmed = map[trimmedGlyph]uint16{}
	}
	f.trimmed[key] = cid
	return cid
}

func (c *content) fault(e *LimitError) {
	e.Page = c.page
	c.w.faults.add(e)
}

// checkGlyph refuses what PDF/A has no room for: .notdef, glyphs without characters, private use without a text instead.
func (f *font) checkGlyph(c *content, t *display.Text, gid uint16, text string) {
	switch {
	case gid == 0 || int(gid) >= f.face.NumGlyphs:
		c.fault(&LimitError{Fault: NoGlyph, Text: text, Node: t.Node})
	case c.w.unicode && unmapped(text):
		c.fault(&LimitError{Fault: NoUnicode, Text: text, Node: t.Node})
	case private(text):
		f.private = true
		if c.w.levelA && (t.Node == nil || t.Node.Extra == nil || t.Node.Extra.Actual == "") {
			c.fault(&LimitError{Fault: PrivateUse, Text: text, Node: t.Node})
		}
	}
}

// unmapped: a glyph must stand for something, and not for U+0000, U+FEFF or U+FFFE (ISO 19005-2 6.2.11.7.2).
func unmapped(s string) bool {
	return s == "" || strings.ContainsAny(s, "\x00\uFEFF\uFFFE") || !utf8.ValidString(s)
}

// writeFonts writes all fonts and returns their numbers in the order of w.fonts.
func (w *writer) writeFonts() []ref {
	if len(w.faults.list) > 0 {
		return nil
	}
	refs := make([]ref, 0, len(w.fonts))
	for _, f := range w.fonts {
		refs = append(refs, w.writeFont(f))
	}
	return refs
}

func (w *writer) writeFont(f *font) ref {
	program, err := f.face.Subset(f.gids, f.trims...)
	if err != nil {
		w.faults.list = append(w.faults.list, err)
		return 0
	}
	base := f.subsetName()
	descriptor := w.writeDescriptor(f, base, program.Kind, w.writeProgram(program))
	cidFont := w.add(func(v value) {
		v.dict(func(d dict) { f.cidFontDict(d, base, program.Kind, descriptor) })
	})
	toUnicode := w.reserve(1)
	w.stream(toUnicode, func(dict) {}, f.toUnicode())
	return w.add(func(v value) {
		v.dict(func(d dict) {
			d.key("Type").name("Font")
			d.key("Subtype").name("Type0")
			d.key("BaseFont").name(base)
			d.key("Encoding").name("Identity-H")
			d.key("DescendantFonts").array(func(a array) { a.item().ref(cidFont) })
			d.key("ToUnicode").ref(toUnicode)
		})
	})
}

// cidFontDict: the CIDs are those of the subset, whatever the outlines (ISO 32000-1 9.7.4).
func (f *font) cidFontDict(d dict, base string, kind subset.Kind, descriptor ref) {
	d.key("Type").name("Font")
	if kind == subset.CFF {
		d.key("Subtype").name("CIDFontType0")
	} else {
		d.key("Subtype").name("CIDFontType2")
		d.key("CIDToGIDMap").name("Identity")
	}
	d.key("BaseFont").name(base)
	d.key("CIDSystemInfo").dict(func(d dict) {
		d.key("Registry").bytes("Adobe")
		d.key("Ordering").bytes("Identity")
		d.key("Supplement").int(0)
	})
	d.key("FontDescriptor").ref(descriptor)
	usual := f.usualWidth()
	d.key("DW").int(usual)
	d.key("W").array(func(a array) { f.widths(a, usual) })
}

// subsetName is the face's name with the tag of ISO 32000-1 9.6.4, made from the glyphs, so that the same subset always has
// the same name and different ones have different names.
func (f *font) subsetName() string {
	data := make([]byte, 0, 2*len(f.gids))
	for _, gid := range f.gids {
		data = binary.BigEndian.AppendUint16(data, gid)
	}
	for _, t := range f.trims {
		for _, n := range [...]int{t.Index, t.Left, t.Right} {
			data = binary.BigEndian.AppendUint16(data, uint16(n))
		}
		if t.Up != 0 {
			data = binary.BigEndian.AppendUint16(data, uint16(t.Up))
		}
	}
	sum := sha256.Sum256(data)
	var tag [6]byte
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	name := f.face.PostScript
	if name == "" || len(name) > 63 { // longer ones are none by the OpenType specification
		name = "Font" + f.name
	}
	return string(tag[:]) + "+" + name
}
