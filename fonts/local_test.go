package fonts

import "testing"

// loclTable is a GSUB whose only rule says: in Traditional Chinese, glyph 1 is drawn by glyph 2.
func loclTable() []byte {
	scripts := append(be16(nil, 1), "hani"...) // one script
	scripts = be16(scripts, 8, 0, 1)           // its table: no default, one language system
	scripts = append(scripts, "ZHT "...)
	scripts = be16(scripts, 10, 0, 0xFFFF, 1, 0) // which has feature 0
	features := append(be16(nil, 1), "locl"...)
	features = be16(features, 8, 0, 1, 0) // which is lookup 0
	lookups := be16(nil, 1, 4, 1, 0, 1, 8, 1, 6, 1, 1, 1, 1)
	head := be16(nil, 1, 0, 10, 10+len(scripts), 10+len(scripts)+len(features))
	return append(append(append(head, scripts...), features...), lookups...)
}

// The language picks a face's own forms of it (OpenType locl), the feature vert those of vertical lines: 骨 and 直 are drawn otherwise in
// Taipei than in Beijing, under one code point.
func TestLocalForms(t *testing.T) {
	face := spec{family: "SimSun", chars: "骨直", extra: map[string][]byte{"GSUB": loclTable()}}.face(t)
	set, err := NewSet(Config{Roles: map[Role]Fallback{Song: {Han: []*Face{face}}}})
	if err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[string]uint16{"": 1, "zh-CN": 1, "zh-Hant": 2, "zh-TW": 2, "zh-Hant-HK": 1, "ja": 1, "ko": 1, "en": 1} {
		runs, err := set.Shape("骨", Want{Role: Song, Lang: lang})
		if err != nil {
			t.Fatal(err)
		}
		if got := runs[0].Glyphs[0].ID; got != want || runs[0].Text != "骨" {
			t.Errorf("%q: glyph %d, want %d", lang, got, want)
		}
	}
}
