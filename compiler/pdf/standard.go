package pdf

// Standard is what the file is to conform to. All of them are tagged and embed their fonts; they differ in what they claim
// and in what they refuse.
type Standard uint8

// The standards.
const (
	PDFA2A Standard = iota // PDF/A-2a (ISO 19005-2) and PDF/UA-1 (ISO 14289-1) at once
	PDFA2U                 // PDF/A-2u: text has Unicode, structure is not claimed
	PDFA2B                 // PDF/A-2b: looks right for ever
	PDFA3A                 // PDF/A-3a (ISO 19005-3) and PDF/UA-1: as PDFA2A, with files embedded
	PDFA4                  // PDF/A-4 (ISO 19005-4), on PDF 2.0
	PDF17                  // ISO 32000-1 alone
)

// String gives the name a reader knows.
func (s Standard) String() string {
	if s > PDF17 {
		return "unknown standard"
	}
	return [...]string{"PDF/A-2a", "PDF/A-2u", "PDF/A-2b", "PDF/A-3a", "PDF/A-4", "PDF 1.7"}[s]
}

// Attaches tells whether the standard allows Options.Attach.
func (s Standard) Attaches() bool {
	p, _ := s.profile()
	return p.attach
}

// profile is what a Standard means for the writer.
type profile struct {
	version string
	part    int    // pdfaid:part, 0 without PDF/A
	level   string // pdfaid:conformance, "" in PDF/A-4
	ua      bool   // PDF/UA-1 is claimed: title, language and alternative texts must be there
	unicode bool   // every glyph must have characters: all but PDF/A-2b
	levelA  bool   // private-use characters need a text in their place (ISO 19005-2 6.2.11.7.3)
	attach  bool   // files may be embedded
	noInfo  bool   // the Info dictionary is not allowed (ISO 19005-4 6.1.3)
}

func (s Standard) profile() (profile, bool) {
	switch s {
	case PDFA2A:
		return profile{version: "1.7", part: 2, level: "A", ua: true, unicode: true, levelA: true}, true
	case PDFA2U:
		return profile{version: "1.7", part: 2, level: "U", unicode: true}, true
	case PDFA2B:
		return profile{version: "1.7", part: 2, level: "B"}, true
	case PDFA3A:
		return profile{version: "1.7", part: 3, level: "A", ua: true, unicode: true, levelA: true, attach: true}, true
	case PDFA4:
		return profile{version: "2.0", part: 4, unicode: true, noInfo: true}, true
	case PDF17:
		return profile{version: "1.7", attach: true}, true
	}
	return profile{}, false
}
