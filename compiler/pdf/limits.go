package pdf

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// Fault is a way in which a document cannot become the file that was asked for.
type Fault uint8

// The faults. Clauses are those of ISO 19005-2 (A) and ISO 14289-1 (UA).
const (
	NoGlyph        Fault = iota + 1 // glyph 0 is shown: a character that the face lacks (A 6.2.11.8)
	NoUnicode                       // a glyph stands for no character (A 6.2.11.7.2)
	PrivateUse                      // a private-use character without ActualText (A 6.2.11.7.3)
	NoTitle                         // the document has no title (UA 7.1)
	NoLanguage                      // the document has no language (UA 7.2)
	BadLanguage                     // a language is no BCP 47 tag (A 6.7.4)
	NoAlt                           // a figure has no alternative text (UA 7.3)
	NoFigureBox                     // a figure has no box (ISO 32000-1 14.8.5.4.3)
	HeadingSkipped                  // a heading is more than one level below the one before (UA 7.4.2)
	UntaggedLink                    // a link belongs to no Link node (UA 7.18.5)
	BadURL                          // a link is no http, https or mailto address, or has characters that none may have
	BadDest                         // a link or bookmark points to a page that is not there
	BadText                         // a title, alternative text or the like is not UTF-8 or has control characters (A 6.6.2.1)
	LongString                      // a string is longer than 32,767 bytes or a name than 127 (A 6.1.13)
	ManyObjects                     // more than 8,388,607 indirect objects (A 6.1.13)
	ManyGlyphs                      // more than 65,535 glyphs of one face (A 6.1.13)
	PageSize                        // a page is not 3 to 14,400 points each way (A 6.1.13)
	BadImage                        // an image is broken, or of a kind that PDF/A has no room for
	ManyPixels                      // an image has more pixels than the budget
	BadTree                         // the structure tree is not numbered as display.Number does it
	BadItem                         // a text without face or size, or with glyphs that lack a place or reach outside its string
	BadAttachment                   // an attachment has no name or no type, or the standard allows none
	NoDate                          // a file for the press needs a date (ISO 15930-7 6.7)
	BadProfile                      // the press has no colour profile, or it has no name (ISO 15930-7 6.2.2)
	BadSigning                      // Signing with a Size, Page, Box or Certify that cannot be
	BadOptions                      // options that exclude one another
)

// LimitError says what of a document cannot be written, and where. All that are found come back together, joined.
type LimitError struct {
	Fault Fault
	Page  int           // page number from 0; -1: none
	Node  *display.Node // the element at fault, where there is one
	Text  string        // the text, address or name at fault
	Err   error         // the cause, where another package found it
}

func (e *LimitError) Error() string {
	var b strings.Builder
	b.WriteString("pdf: ")
	b.WriteString(e.Fault.String())
	if e.Text != "" {
		fmt.Fprintf(&b, " %+q", e.Text)
	}
	if e.Page >= 0 {
		fmt.Fprintf(&b, " on page %d", e.Page+1)
	}
	if e.Err != nil {
		fmt.Fprintf(&b, ": %v", e.Err)
	}
	return b.String()
}

// Unwrap gives the cause.
func (e *LimitError) Unwrap() error { return e.Err }

// String says in English what is wrong.
func (f Fault) String() string {
	return [...]string{"", "no glyph for a character", "a glyph stands for no character", "private-use character without ActualText",
		"no title", "no language", "no language tag", "figure without alternative text", "figure without a box",
		"heading level left out", "link outside the structure", "address not allowed", "no such page",
		"text not allowed", "string too long", "more than 8,388,607 objects", "more than 65,535 glyphs of one face",
		"page not within 3 to 14,400 points", "image not usable", "image too large", "structure tree not numbered", "text item not well-formed",
		"attachment not allowed", "no date", "no colour profile of a press", "signature field not possible", "options exclude one another"}[f]
}

// faults collects errors, each different one once.
type faults struct {
	list []error
	seen map[faultKey]bool
}

type faultKey struct {
	fault Fault
	node  *display.Node
	text  string
}

func (f *faults) add(e *LimitError) {
	key := faultKey{fault: e.Fault, text: e.Text}
	if e.Text == "" {
		key.node = e.Node
	}
	if f.seen[key] {
		return
	}
	if f.seen == nil {
		f.seen = map[faultKey]bool{}
	}
	f.seen[key] = true
	f.list = append(f.list, e)
}

func (f *faults) err() error { return errors.Join(f.list...) }

// survey looks at all that is known before the first page is drawn, so that most faults cost no half-written file.
func (w *writer) survey() {
	w.surveyInfo()
	s := surveyor{writer: w}
	s.node(w.doc.Root, "")
	if int(s.next) != w.doc.Nodes && !s.broken {
		w.faults.add(&LimitError{Fault: BadTree, Page: -1})
	}
	for _, m := range w.doc.Outline {
		w.text(m.Title, nil)
		if m.Page < 0 || m.Page >= w.doc.Count {
			w.faults.add(&LimitError{Fault: BadDest, Page: -1, Text: m.Title})
		}
	}
}

func (w *writer) surveyInfo() {
	info := &w.doc.Info
	if w.ua && strings.TrimSpace(info.Title) == "" {
		w.faults.add(&LimitError{Fault: NoTitle, Page: -1})
	}
	switch {
	case info.Lang != "":
		w.lang(info.Lang, nil)
	case w.ua:
		w.faults.add(&LimitError{Fault: NoLanguage, Page: -1})
	}
	for _, s := range append([]string{info.Title, info.Author, info.Subject}, info.Keywords...) {
		w.text(s, nil)
	}
}

// surveyor walks the structure tree once: numbers, texts, headings, and which nodes others refer to.
type surveyor struct {
	*writer
	next    int32
	heading int
	broken  bool
}

func (s *surveyor) node(n *display.Node, parent string) {
	if n == nil || n.Num != s.next || int(n.Num) >= s.doc.Nodes {
		if !s.broken {
			s.faults.add(&LimitError{Fault: BadTree, Page: -1, Node: n})
		}
		s.broken = true
		return
	}
	s.next++
	s.elements.add(n.Num, kindOf(n.Role))
	s.headers(n)
	s.level(n)
	if n.Role == display.RoleFigure || n.Extra != nil {
		s.extra(n)
	}
	for _, kid := range n.Kids {
		if s.broken {
			return
		}
		s.node(kid, parent)
	}
}

// headers marks the cells that n names as its heads; only they get an ID.
func (s *surveyor) headers(n *display.Node) {
	for _, h := range n.Headers {
		if int(h.Num) < s.doc.Nodes {
			s.elements.named.add(h.Num)
		}
	}
	if n.Role == display.RoleNote {
		s.elements.named.add(n.Num) // UA 7.9
	}
}

// level: UA 7.4.2 lets no level be left out on the way down.
func (s *surveyor) level(n *display.Node) {
	if n.Role < display.RoleH1 || n.Role > display.RoleH6 {
		return
	}
	level := int(n.Role-display.RoleH1) + 1
	if s.ua && level > s.heading+1 {
		s.faults.add(&LimitError{Fault: HeadingSkipped, Page: -1, Node: n})
	}
	s.heading = level
}

func (s *surveyor) extra(n *display.Node) {
	x := n.Extra
	if x == nil {
		x = &display.Extra{}
	}
	if n.Role == display.RoleFigure && s.ua {
		if x.Alt == "" && x.Actual == "" {
			s.faults.add(&LimitError{Fault: NoAlt, Page: -1, Node: n})
		}
		if x.Box == nil {
			s.faults.add(&LimitError{Fault: NoFigureBox, Page: -1, Node: n})
		}
	}
	if x.Lang != "" {
		s.lang(x.Lang, n)
	}
	for _, t := range []string{x.Alt, x.Actual, x.Summary} {
		s.text(t, n)
	}
}

// text refuses what XML or a text string cannot hold: broken UTF-8, control characters (U+001B would begin a language code,
// ISO 32000-1 7.9.2.2), and the non-characters U+FFFE and U+FFFF.
func (w *writer) text(s string, n *display.Node) {
	ok := utf8.ValidString(s)
	for _, r := range s {
		ok = ok && (!unicode.IsControl(r) || r == '\n' || r == '\t') && r != 0xFFFE && r != 0xFFFF
	}
	if !ok {
		w.faults.add(&LimitError{Fault: BadText, Page: -1, Node: n, Text: s})
	}
}

// lang takes what ISO 19005-2 6.7.4 takes: letters, then letters and figures, 1 to 8 at a time.
func (w *writer) lang(s string, n *display.Node) {
	for i, part := range strings.Split(s, "-") {
		ok := len(part) >= 1 && len(part) <= 8
		for _, c := range []byte(part) {
			letter := c|0x20 >= 'a' && c|0x20 <= 'z'
			ok = ok && (letter || i > 0 && c >= '0' && c <= '9')
		}
		if !ok {
			w.faults.add(&LimitError{Fault: BadLanguage, Page: -1, Node: n, Text: s})
			return
		}
	}
}

// pageSize: ISO 19005-2 6.1.13.
func pageSizeOK(s unit.Size) bool {
	ok := func(l unit.Length) bool { return l >= 3*unit.Pt && l <= 14400*unit.Pt }
	return ok(s.W) && ok(s.H)
}
