package docx

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/fonts/subset"
	"github.com/banxin-go/banxin/layout/doc"
)

// EmbedFonts says whether the faces of the PDF go into the DOCX too. It looks right without them where Word's own faces are
// installed, and grows by them; with them it looks like the PDF anywhere.
type EmbedFonts uint8

// What is embedded.
const (
	EmbedNone   EmbedFonts = iota
	EmbedSubset            // the characters of the document: others typed later take another face
	EmbedWhole             // all characters of the faces: several MB each
)

// EmbedError is a face that cannot go into an editable document: its OS/2 fsType allows less than editing, or its outlines
// are CFF, which Word does not take from a document.
type EmbedError struct {
	Face   *fonts.Face
	Reason string
}

func (e *EmbedError) Error() string {
	return fmt.Sprintf("docx: face %s cannot be embedded: %s", e.Face.FullName, e.Reason)
}

// ErrNoFonts is what Write returns when fonts are to be embedded and Options.Fonts is nil.
var ErrNoFonts = errors.New("docx: Options.Embed needs Options.Fonts")

// An embedded is a face on its way into the package, under a name of its own: font licences reserve the names of the whole
// faces for whole faces (SIL OFL 1.1, clause 3), and a face of that name on the reader's machine must not take its place.
type embedded struct {
	face  *fonts.Face
	name  string
	alt   string // what to take where embedded faces are not read
	runes map[rune]bool
	rel   string // id of its relationship
	key   string // w:fontKey
}

// An embedding is what a document embeds.
type embedding struct {
	faces []*embedded
	han   map[string]*embedded // by role
	latin map[string]*embedded
}

// latinNames are the roles in names of fonts, which are ASCII.
var latinNames = map[string]string{"宋": "Song", "黑": "Hei", "楷": "Kai", "仿宋": "Fangsong", "小标宋": "Xiaobiaosong"}

// embed finds the faces to embed: the first of each role of the sheet, for Han and for letters.
func (p *writer) embed() error {
	if p.opts.Embed == EmbedNone {
		return nil
	}
	if p.opts.Fonts == nil {
		return ErrNoFonts
	}
	e := &embedding{han: map[string]*embedded{}, latin: map[string]*embedded{}}
	for _, served := range p.opts.Fonts.Served() {
		role := string(served.Role)
		if served.Bold || served.Face == nil || !p.sheetHas(role) {
			continue
		}
		if err := embeddable(served.Face); err != nil {
			return err
		}
		names, name := p.names(role), "Banxin "+latinNames[role]
		if served.Latin {
			e.latin[role] = e.face(served.Face, name+" Latin", names.Latin)
		} else {
			e.han[role] = e.face(served.Face, name, names.Han)
		}
	}
	p.embedded = e
	return nil
}

func (p *writer) sheetHas(role string) bool {
	for i := range p.sheet.Styles {
		if p.sheet.Styles[i].Role == role {
			return true
		}
	}
	return false
}

// face gives the embedded form of a face; roles that share one share it.
func (e *embedding) face(f *fonts.Face, name, alt string) *embedded {
	for _, known := range e.faces {
		if known.face == f {
			return known
		}
	}
	e.faces = append(e.faces, &embedded{face: f, name: name, alt: alt, runes: map[rune]bool{}})
	return e.faces[len(e.faces)-1]
}

// as finds the face embedded under a name, or nil.
func (e *embedding) as(name string) *embedded {
	if e == nil {
		return nil
	}
	for _, f := range e.faces {
		if f.name == name {
			return f
		}
	}
	return nil
}

// embeddable refuses what may not or cannot be embedded in a document that is edited.
func embeddable(f *fonts.Face) error {
	switch r := f.Rights(); {
	case r&(fonts.Restricted|fonts.PreviewPrint) != 0 && r&fonts.Editable == 0, r&(fonts.NoSubsetting|fonts.BitmapOnly) != 0:
		return &EmbedError{f, r.String()}
	case f.CFF:
		return &EmbedError{f, "its outlines are CFF"}
	}
	return nil
}

// use notes the characters of a text set in a style.
func (e *embedding) use(s *doc.Style, text string) {
	if e == nil || s == nil {
		return
	}
	for _, of := range [...]*embedded{e.han[s.Role], e.latin[s.Role]} {
		if of == nil {
			continue
		}
		for _, r := range text {
			of.runes[r] = true
		}
	}
}

// always are characters that fields and list marks bring in, or that every text may need.
const always = " 0123456789.,:;()[]%+-/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" +
	"—…“”‘’，。、；：？！（）《》〈〉【】〔〕·•①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十百千零年月日第页共"

// fontFiles writes the embedded faces and gives the fontTable part its relationships.
func (p *writer) fontFiles() error {
	if p.embedded == nil {
		return nil
	}
	var rels []relation
	for i, e := range p.embedded.faces {
		data, err := e.build(p.opts.Embed)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		e.key = guid(sum[:16])
		obfuscate(data, sum[:16])
		file := "fonts/font" + itoa(i+1) + ".odttf"
		if err := p.pack.bytes("word/"+file, data); err != nil {
			return err
		}
		e.rel = relID(len(rels))
		rels = append(rels, relation{relOffice + "font", file, false})
	}
	return p.part("word/_rels/fontTable.xml.rels", "", "", func(x *xmlWriter) { writeRelations(x, rels) })
}

// lastHan is the end of plane 3, where the last Han characters stand.
const lastHan = 0x3FFFF

// build makes the font file.
func (e *embedded) build(how EmbedFonts) ([]byte, error) {
	outlines, err := e.face.Outlines()
	if err != nil {
		return nil, err
	}
	for _, r := range always {
		e.runes[r] = true
	}
	if how == EmbedWhole {
		for r := rune(' '); r <= lastHan; r++ {
			e.runes[r] = true
		}
	}
	var chars []subset.Char
	for _, r := range slices.Sorted(maps.Keys(e.runes)) {
		if gid, ok := e.face.Glyph(r); ok {
			chars = append(chars, subset.Char{Rune: r, Glyph: gid})
		}
	}
	return outlines.Sfnt(chars, &subset.Names{Family: e.name, Style: "Regular", PostScript: strings.ReplaceAll(e.name, " ", "")})
}

// guid writes 16 bytes as w:fontKey wants them: in braces and capitals.
func guid(b []byte) string {
	s := strings.ToUpper(hex.EncodeToString(b))
	return "{" + s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:] + "}"
}

// obfuscate turns the first 32 bytes round with the key, whose bytes count from the last (ISO/IEC 29500-4 17.8.1).
func obfuscate(data, key []byte) {
	for i := range min(32, len(data)) {
		data[i] ^= key[15-i%16]
	}
}

// embedSettings tells Word that the fonts are there, and to keep subsets when it saves.
func (p *writer) embedSettings(x *xmlWriter) {
	if p.embedded == nil {
		return
	}
	x.empty("w:embedTrueTypeFonts")
	if p.opts.Embed == EmbedSubset {
		x.empty("w:saveSubsetFonts")
	}
}
