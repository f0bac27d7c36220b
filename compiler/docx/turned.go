package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// The heads and feet of a turned page stand where the upright pages have them: at the sides of the sheet as it is read. Word
// has no such place, so each row is a text box of vertical layout, placed on the page.

// turnedRow writes a row in a box whose lines run downwards. foot rows stand at the left, head rows at the right.
func (b *body) turnedRow(r *runningRow, s *runningSide, topmost, even bool) {
	x, page := b.x, s.page
	area := page.TypeArea()
	left := area.X - r.top - r.style.Leading
	if s.name == "header" {
		left = area.Right() - r.top - r.style.Leading
	}
	b.open(para{style: spacerStyle})
	if topmost {
		b.watermark(s)
	}
	x.open("w:r").open("w:pict").open("v:rect")
	b.pales++
	x.attr("id", "TurnedLine"+itoa(b.pales)).attr("o:spid", "_x0000_s"+itoa(firstShape+b.pales))
	x.attr("style", "position:absolute;margin-left:"+left.Decimal()+"pt;margin-top:"+area.Y.Decimal()+"pt;width:"+(r.style.Leading+slackBox).Decimal()+
		"pt;height:"+area.H.Decimal()+"pt;z-index:251658240;mso-position-horizontal-relative:page;mso-position-vertical-relative:page")
	x.attr("o:allowincell", "f").attr("filled", "f").attr("stroked", "f")
	x.open("v:textbox").attr("style", "layout-flow:vertical").attr("inset", "0,0,0,0").open("w:txbxContent")
	upright := *s
	upright.page = uprightPage(page)
	b.runningRow(r, &upright, false, even)
	x.close().close().close().close().close().close()
}

// slackBox keeps a line of exact height from being cut off at the box's edge.
const slackBox = unit.Pt

// uprightPage gives the page before it was turned.
func uprightPage(p *doc.Page) *doc.Page {
	u := *p
	u.Size = unit.Size{W: p.Size.H, H: p.Size.W}
	u.Top, u.Right, u.Bottom, u.Left = p.Right, p.Bottom, p.Left, p.Top
	u.Turned = false
	return &u
}
