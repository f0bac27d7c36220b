package fonts

import (
	"strings"
	"sync"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// Adjust is what a positioning feature does to one glyph, in font units: it moves the outline by DX, DY and changes the
// advance along the line by Advance (negative: narrower). In vertical features DY is upwards and Advance downwards.
type Adjust struct{ DX, DY, Advance int32 }

// layout caches the single look-ups of GSUB and GPOS by feature, each read when first asked for.
type layout struct {
	gsub, gpos parsedLayout
	subs       sync.Map // featureKey → substitution
	adjusts    sync.Map // featureKey → map[uint16]Adjust
}

// featureKey names a feature; system 0 takes it from every script and language of the face.
type featureKey struct{ feature, system tag }

type parsedLayout struct {
	once  sync.Once
	table tables.Layout
}

func (p *parsedLayout) get(raw []byte) *tables.Layout {
	p.once.Do(func() {
		guard(func() {
			if t, _, err := tables.ParseLayout(raw); err == nil {
				p.table = t
			}
		})
	})
	return &p.table
}

func (f *Face) gsub() *tables.Layout { return f.lookup.gsub.get(f.dir.table(tagOf("GSUB"))) }
func (f *Face) gpos() *tables.Layout { return f.lookup.gpos.get(f.dir.table(tagOf("GPOS"))) }

// HasFeature reports whether the face's GSUB or GPOS table has the feature, such as "halt", "vert", "chws" or "locl".
func (f *Face) HasFeature(feature string) bool {
	k := featureKey{feature: tagOf(feature)}
	return len(featureLookups(f.gsub(), k)) > 0 || len(featureLookups(f.gpos(), k)) > 0
}

// Substitute gives the glyph that a feature puts in gid's place by a single substitution, such as "vert" for the vertical
// form of a bracket; ok is false where the feature leaves gid alone. Features that depend on the language (locl) or on the
// neighbours go through Shape.
func (f *Face) Substitute(gid uint16, feature string) (sub uint16, ok bool) {
	sub = f.subs(featureKey{feature: tagOf(feature)}).of(gid)
	return sub, sub != gid
}

// AdjustBy gives what a feature of single adjustments does to gid: "halt" and "vhal" make full-width punctuation half as wide
// and say on which side; ok is false where the feature leaves gid alone.
func (f *Face) AdjustBy(gid uint16, feature string) (a Adjust, ok bool) {
	k := featureKey{feature: tagOf(feature)}
	m, cached := f.lookup.adjusts.Load(k)
	if !cached {
		m, _ = f.lookup.adjusts.LoadOrStore(k, singleAdjusts(f.gpos(), k))
	}
	a, ok = m.(map[uint16]Adjust)[gid]
	return a, ok
}

// substitution is a feature's single substitutions by glyph; 0 leaves a glyph alone. Nil leaves all alone.
type substitution []uint16

// of gives the glyph that stands for gid.
func (s substitution) of(gid uint16) uint16 {
	if int(gid) < len(s) && s[gid] != 0 {
		return s[gid]
	}
	return gid
}

func (f *Face) subs(k featureKey) substitution {
	m, cached := f.lookup.subs.Load(k)
	if !cached {
		m, _ = f.lookup.subs.LoadOrStore(k, newSubstitution(singleSubs(f.gsub(), k), f.NumGlyphs))
	}
	return m.(substitution)
}

func newSubstitution(m map[uint16]uint16, glyphs int) substitution {
	if len(m) == 0 {
		return nil
	}
	s := make(substitution, glyphs)
	for from, to := range m {
		if int(from) < glyphs && int(to) < glyphs {
			s[from] = to
		}
	}
	return s
}

// verticalForms maps glyphs to the forms they have in a vertical line.
func (f *Face) verticalForms() substitution { return f.subs(featureKey{feature: tagOf("vert")}) }

// localForms maps glyphs to the forms of a language by the face's locl feature; nil where the face's own forms serve.
func (f *Face) localForms(lang string) substitution {
	system := languageSystem(lang)
	if system == 0 || len(f.dir.table(tagOf("GSUB"))) == 0 {
		return nil
	}
	return f.subs(featureKey{tagOf("locl"), system})
}

// languageSystem gives the OpenType language system of a BCP 47 tag, for the languages written with Han characters.
func languageSystem(lang string) tag {
	lang = strings.ToLower(lang)
	primary, rest, _ := strings.Cut(lang, "-")
	switch {
	case primary == "ja":
		return tagOf("JAN ")
	case primary == "ko":
		return tagOf("KOR ")
	case primary != "zh" && primary != "":
		return 0
	case strings.Contains(rest, "hk"), strings.Contains(rest, "mo"):
		return tagOf("ZHH ")
	case strings.Contains(rest, "hant"), strings.Contains(rest, "tw"):
		return tagOf("ZHT ")
	}
	return tagOf("ZHS ")
}
