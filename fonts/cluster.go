package fonts

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxStretch bounds one HarfBuzz call in bytes: a thousand marks on one base must not cost more than text of that length.
const maxStretch = 4096

// cluster serves the cluster [at, end), and clusters after it that the same face has to shape together (Arabic joins across
// them). It gives the end of what it served.
func (p *shaper) cluster(at, end int) int {
	p.chars = appendVisible(p.chars[:0], p.text[at:end])
	if len(p.chars) == 0 { // a lone selector or joiner
		return end
	}
	if base, selector, ok := ideographVariation(p.text[at:end]); ok && p.variation(base, selector, at, end) {
		return end
	}
	i := p.findAll(p.chars, p.text[at:end])
	if i < 0 {
		p.apart(at, end)
		return end
	}
	end = p.stretch(i, end)
	p.open(i, at)
	p.harfbuzz(at, end)
	return end
}

// appendVisible appends the characters of s that need a glyph.
func appendVisible(chars []rune, s string) []rune {
	for _, r := range s {
		if !isInvisible(r) {
			chars = append(chars, r)
		}
	}
	return chars
}

// ideographVariation takes apart a cluster of exactly a character and a variation selector.
func ideographVariation(s string) (base, selector rune, ok bool) {
	base, size := utf8.DecodeRuneInString(s)
	selector, rest := utf8.DecodeRuneInString(s[size:])
	return base, selector, size+rest == len(s) && isSelector(selector) && classOf(base) == plain
}

// variation serves a variation sequence: by the first face that knows the sequence, else by the first that has the character
// (as in CSS Fonts 4, 5.3). It reports whether any has.
func (p *shaper) variation(base, selector rune, at, end int) bool {
	for i := range p.chain {
		if gid, ok := p.chain[i].face.Variation(base, selector); ok {
			p.open(i, at)
			p.append(gid, at, end)
			return true
		}
	}
	i, gid := p.find(base)
	if i < 0 {
		return false
	}
	p.open(i, at)
	p.append(gid, at, end)
	return true
}

// findAll gives the first link whose face has all the characters, or the composed form that HarfBuzz will use for them.
func (p *shaper) findAll(chars []rune, s string) int {
	for i := range p.chain {
		if p.chain[i].face.hasAll(chars) {
			return i
		}
	}
	if norm.NFC.IsNormalString(s) {
		return -1
	}
	composed := appendVisible(nil, norm.NFC.String(s))
	for i := range p.chain {
		if p.chain[i].face.hasAll(composed) {
			return i
		}
	}
	return -1
}

func (f *Face) hasAll(chars []rune) bool {
	for _, r := range chars {
		if _, ok := f.Glyph(r); !ok {
			return false
		}
	}
	return true
}

// apart serves a cluster that no single face has character by character.
func (p *shaper) apart(at, end int) {
	var on base
	for i, r := range p.text[at:end] {
		if isInvisible(r) {
			continue
		}
		before := len(p.glyphs)
		p.plain(r, at+i, at+i+utf8.RuneLen(r))
		if len(p.glyphs) == before || p.want.Vertical {
			continue
		}
		if face := p.chain[p.current].face; i == 0 {
			on = baseOf(face, &p.glyphs[before])
		} else {
			on.place(face, &p.glyphs[before], norm.NFC.PropertiesString(string(r)).CCC())
		}
	}
}

// stretch gives the end of the clusters from at on that need HarfBuzz too and have link i as their first face.
func (p *shaper) stretch(i, at int) int {
	for begin := at; at < len(p.text) && at-begin < maxStretch; {
		r, size := utf8.DecodeRuneInString(p.text[at:])
		if p.classOf(r) != complex {
			break
		}
		end := p.clusterEnd(at + size)
		p.chars = appendVisible(p.chars[:0], p.text[at:end])
		if p.findAll(p.chars, p.text[at:end]) != i {
			break
		}
		at = end
	}
	return at
}
