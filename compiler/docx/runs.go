package docx

import (
	"cmp"
	"math"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
)

// runs writes the spans of a paragraph.
func (b *body) runs(spans []doc.Span) { b.someRuns(spans, 0, math.MaxInt) }

// stretch writes a paragraph of the text [from, to) of spans.
func (b *body) stretch(p para, spans []doc.Span, from, to int) {
	b.open(p)
	b.someRuns(spans, from, to)
	b.x.close()
}

// someRuns writes the text [from, to) of the spans of a paragraph.
func (b *body) someRuns(spans []doc.Span, from, to int) {
	ends := upTo(b.lineEnds(spans), to)
	b.latinAt = latinMarksOf(spans)
	at := 0
	for i := range spans {
		s, n := &spans[i], len(spans[i].Text)
		first, last := max(0, from-at), min(n, to-at)
		if first < last {
			b.tracker, b.inText = tracker{ends, at + first}, true
			b.linked(piece(s, first, last))
			ends = b.tracker.ends
			b.tracker, b.inText = tracker{}, false
		}
		if end := at + n; s.Note != "" && end <= to && (from < end || from == 0) {
			b.noteCall(s)
		}
		at += n
	}
}

// piece is the span with the text [from, to) of its own.
func piece(s *doc.Span, from, to int) *doc.Span {
	if from == 0 && to == len(s.Text) {
		return s
	}
	part := *s
	part.Text = s.Text[from:to]
	return &part
}

// linked writes a span's text, inside a hyperlink when it has one.
func (b *body) linked(s *doc.Span) {
	switch {
	case s.Ref != "":
		b.reference(s)
		return
	case s.Link == "":
		b.span(s, s.Text, "")
		return
	}
	x := b.x
	if key, inside := strings.CutPrefix(s.Link, "#"); inside {
		name, known := b.index.bookmarks[key]
		if !known {
			b.fail(&LinkError{b.x.src, s.Link})
			return
		}
		x.open("w:hyperlink").attr("w:anchor", name)
	} else {
		target, err := address(s.Link)
		if err != nil {
			b.fail(&LinkError{b.x.src, s.Link})
			return
		}
		x.open("w:hyperlink").attr("r:id", b.relate(relation{relOffice + "hyperlink", target, true}))
	}
	x.attr("w:history", "1")
	b.span(s, s.Text, linkStyle)
	x.close()
}

// address gives a link in the form that every reader of the package takes for a URI; one bad target makes .NET's refuse the
// whole file.
func address(link string) (string, error) {
	u, err := url.Parse(link)
	if err != nil {
		return "", err
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Host != "" {
			return strings.NewReplacer("{", "%7B", "}", "%7D", "|", "%7C", "^", "%5E", "`", "%60", "\\", "%5C", "<", "%3C", ">", "%3E", `"`, "%22", " ", "%20").Replace(u.String()), nil
		}
	case "mailto":
		if u.Opaque != "" && !strings.ContainsAny(u.Opaque, " <>\"{}|\\^`") {
			return u.String(), nil
		}
	}
	return "", url.InvalidHostError(link)
}

// span writes text with the look of s, in as many runs as it needs: a run has one answer to which face its quotes take.
func (b *body) span(s *doc.Span, text, base string) {
	b.embedded.use(b.set, text)
	style := b.characters(s, base)
	latinAt, at := b.latinAt, b.tracker.at
	if !b.inText {
		latinAt, at = latinMarks(text), 0
	}
	for text != "" {
		track, most := b.tracker.next(len(text))
		han, n := b.hint(s, text[:most], at, latinAt)
		b.tracker.at += n
		at += n
		b.startRun(s, b.spaced(style, track), han)
		b.pieces(text[:n])
		if b.tracker.forced() {
			b.x.empty("w:br")
		}
		b.x.close()
		text = text[n:]
	}
}

// startRun opens a run and writes its properties, in the order of ECMA-376 1st edition.
func (b *body) startRun(s *doc.Span, style string, han bool) {
	x := b.x
	x.open("w:r")
	if style == "" && !han && s.Lang == "" {
		return
	}
	x.open("w:rPr")
	if style != "" {
		x.val("w:rStyle", style)
	}
	if han {
		x.open("w:rFonts").attr("w:hint", "eastAsia").close()
	}
	if s.Lang != "" {
		attr := "w:val"
		if eastAsian(s.Lang) {
			attr = "w:eastAsia"
		}
		x.open("w:lang").attr(attr, s.Lang).close()
	}
	x.close()
}

// pieces writes text. Tabs and line feeds are elements of their own, raw ones would count as blanks; so are the hyphens that Word has no
// characters for: it would show U+00AD as a hyphen wherever it stands, and look for a face that has U+2011.
func (b *body) pieces(text string) {
	from := 0
	for i := 0; i < len(text); {
		name, n := elementFor(text[i:])
		if name == "" {
			i++
			continue
		}
		b.letters(text[from:i])
		b.x.empty(name)
		i += n
		from = i
	}
	b.letters(text[from:])
}

// elementFor gives the element that stands for the character at the beginning of a text, and how long it is; "" for those that stand
// for themselves.
func elementFor(text string) (name string, n int) {
	switch {
	case text[0] == '\n':
		return "w:br", 1
	case text[0] == '\t':
		return "w:tab", 1
	case text[0] == 0xC2 && strings.HasPrefix(text, "\u00AD"):
		return "w:softHyphen", len("\u00AD")
	case text[0] == 0xE2 && strings.HasPrefix(text, "\u2011"):
		return "w:noBreakHyphen", len("\u2011")
	}
	return "", 0
}

// letters writes text. XML says of blanks at its ends that they may go, and some readers take the wide ones of Chinese text for blanks.
func (b *body) letters(text string) {
	if text == "" {
		return
	}
	b.x.open("w:t")
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if unicode.IsSpace(first) || unicode.IsSpace(last) {
		b.x.attr("xml:space", "preserve")
	}
	b.x.text(text).close()
}

// hint finds how much of text may stand in one run, and whether its marks take the Chinese face.
func (b *body) hint(s *doc.Span, text string, at int, latinAt []int) (han bool, n int) {
	if lang := cmp.Or(s.Lang, b.lang); !chinese(lang) && !japanese(lang) {
		return false, len(text)
	}
	return hint(text, at, latinAt)
}
