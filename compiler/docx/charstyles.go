package docx

import (
	"strconv"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Bold, underlined and dotted text has character styles, not properties of its own: a clerk who wants what is stressed in
// another face changes one style. A look of several, or of a link, is a style too, made when the text first has it; so is the
// spacing of a line, over the style that its text has.

// A charStyle is a look of characters.
type charStyle struct {
	base string // id of the style below it; "": DefaultParagraphFont
	look charLook
	id   string
	name string // what a clerk reads in the style list
}

type charLook struct {
	bold, underline, dots bool
	spaced                bool  // by spacing
	spacing               int64 // twips from the advance of each character, in place of the paragraph style's
}

// characters gives the character style of a span; "" where it looks like the text around it. Bold in a style that is bold is no
// look: Word would take both toggles together and show the span light (ISO/IEC 29500-1 17.7.3).
func (b *body) characters(s *doc.Span, base string) string {
	look := charLook{bold: s.Bold && (b.set == nil || !b.set.Bold), underline: s.Underline, dots: s.Dots}
	if look == (charLook{}) {
		return base
	}
	return b.charStyle(base, look)
}

// spaced gives the character style of text of the style whose characters stand so much farther apart than the paragraph has them.
func (b *body) spaced(style string, track unit.Length) string {
	if track == 0 {
		return style
	}
	return b.charStyle(style, charLook{spaced: true, spacing: b.tracked() + track.Twips()})
}

func (b *body) charStyle(base string, look charLook) string {
	for _, known := range b.characterStyles {
		if known.base == base && known.look == look {
			return known.id
		}
	}
	c := charStyle{base: base, look: look}
	c.id = b.styles.free(base + c.in([...]string{"Strong", "Underlined", "Dotted"}) + c.spacedID())
	if c.name = c.called(); c.id != strongStyle {
		c.name = b.styles.unique(c.name)
	}
	b.characterStyles = append(b.characterStyles, c)
	return c.id
}

// in tells the look in the words given.
func (c *charStyle) in(words [3]string) string {
	s := ""
	for i, on := range [...]bool{c.look.bold, c.look.underline, c.look.dots} {
		if on {
			s += words[i]
		}
	}
	return s
}

func (c *charStyle) spacedID() string {
	if !c.look.spaced {
		return ""
	}
	return "Spaced" + strconv.FormatInt(c.look.spacing, 10)
}

// strongStyle is Word's own style of bold text, and its name.
const strongStyle = "Strong"

// called is the name by the look; bold alone is Word's own Strong. Spacing is named as Word's dialog has it.
func (c *charStyle) called() string {
	name := c.in([...]string{"加粗", "下划线", "着重号"})
	if c.id == strongStyle {
		return strongStyle
	}
	if c.look.spaced {
		points := unit.Length(max(c.look.spacing, -c.look.spacing)) * unit.Twip
		switch {
		case c.look.spacing < 0:
			name = "字距紧缩" + points.Decimal() + "磅"
		case c.look.spacing > 0:
			name = "字距加宽" + points.Decimal() + "磅"
		default:
			name = "字距标准"
		}
	}
	switch c.base {
	case "":
		return name
	case linkStyle:
		return "超链接（" + name + "）"
	}
	return c.base + "（" + name + "）"
}

func (c *charStyle) write(x *xmlWriter) {
	x.open("w:style").attr("w:type", "character")
	if c.id != strongStyle {
		x.attr("w:customStyle", "1")
	}
	x.attr("w:styleId", c.id)
	x.val("w:name", c.name)
	if c.base != "" {
		x.val("w:basedOn", c.base)
	} else {
		x.val("w:basedOn", "DefaultParagraphFont")
	}
	if c.look.spaced {
		x.numVal("w:uiPriority", 99)
		x.empty("w:semiHidden") // nothing that anyone should choose
	} else {
		x.numVal("w:uiPriority", 22)
		x.empty("w:qFormat")
	}
	x.open("w:rPr")
	if c.look.bold {
		x.empty("w:b")
		x.empty("w:bCs")
	}
	if c.look.spaced {
		x.numVal("w:spacing", c.look.spacing)
	}
	if c.look.underline {
		x.val("w:u", "single")
	}
	if c.look.dots {
		x.val("w:em", "underDot") // GB/T 15834-2011 5.1.7: 着重号 stands below its character
	}
	x.close().close()
}
