package docx

import (
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// Heads and feet have styles of their own as well: at which side a line stands, how far in, and how far from its neighbours.

// A runningLook is what a row of heads or feet has beyond its style.
type runningLook struct {
	of           *doc.Style
	tabs         int64 // where the right one of three parts ends, in twips; 0: the row is one line
	align        doc.Align
	left, right  doc.Chars
	above, below length
}

type runningStyle struct {
	look     runningLook
	id, name string
}

// runningStyleOf gives the id of the style of rows that look so.
func (p *writer) runningStyleOf(look runningLook) string {
	for _, known := range p.runningStyles {
		if known.look == look {
			return known.id
		}
	}
	s := runningStyle{look, p.styles.free(look.of.ID + "Line" + itoa(len(p.runningStyles)+1)), p.styles.unique(look.of.Name + "（" + look.words() + "）")}
	p.runningStyles = append(p.runningStyles, s)
	return s.id
}

// words tells the look: 居右、右缩进1字符.
func (l *runningLook) words() string {
	all := []string{"左中右"}
	if l.tabs == 0 {
		v := variant{align: l.align}
		all[0] = v.in(variantNames)
	}
	if l.left != 0 {
		all = append(all, "左缩进"+hundredths(l.left)+"字符")
	}
	if l.right != 0 {
		all = append(all, "右缩进"+hundredths(l.right)+"字符")
	}
	if space := (&placement{above: l.above, below: l.below}).in(&placementNames, "、"); space != "" {
		all = append(all, space)
	}
	return strings.Join(all, "、")
}

// hundredths is a number of characters as a decimal number.
func hundredths(c doc.Chars) string { return (unit.Length(c) * unit.Pt / 100).Decimal() }

func (p *writer) writeRunningStyle(x *xmlWriter, s *runningStyle) {
	l := &s.look
	derivedStyle(x, s.id, s.name, l.of.ID)
	x.numVal("w:uiPriority", 99)
	x.empty("w:semiHidden")
	x.open("w:pPr")
	if l.tabs > 0 {
		x.open("w:tabs")
		x.open("w:tab").attr("w:val", "center").num("w:pos", l.tabs/2).close()
		x.open("w:tab").attr("w:val", "right").num("w:pos", l.tabs).close()
		x.close()
	}
	if l.above.said || l.below.said {
		x.open("w:spacing")
		l.above.attr(x, "w:before")
		l.below.attr(x, "w:after")
		x.close()
	}
	if l.tabs == 0 {
		p.indent(x, l.left, l.right, 0, l.of)
		x.val("w:jc", jc(l.align))
	}
	x.close().close()
}
