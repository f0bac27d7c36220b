package layout

import (
	"errors"
	"strings"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// ErrBlankSeal is a seal on neither name nor date: GB/T 9704-2012 7.3.5.1 forbids 空白印章.
var ErrBlankSeal = errors.New("layout: the seal has neither name nor date to stand on")

// usualSeal is the diameter of the seal of a county's government or a city's bureau.
const usualSeal = 42 * unit.MM

// fitSealed places names, date and seal by GB/T 9704-2012 7.3.5.1: the date four characters from the right, the names
// centred on it, the seal centred on both so that they stand a little below its middle, and its upper edge within one line
// of the text above. Names so long that they would leave the type area take the date to the left with them.
func fitSealed(s *setter, style *doc.Style, sig *doc.Signature, w signed) error {
	if len(w.names) == 0 && sig.Date == "" {
		return &Error{Src: sig.Src, Err: ErrBlankSeal}
	}
	size, err := sealSize(sig.Seal)
	if err != nil {
		return &Error{Src: sig.Src, Err: err}
	}
	anchor := w.date
	if sig.Date == "" {
		anchor = w.names[len(w.names)-1]
	}
	centre := max(s.chars(400, style)+anchor/2, max(w.longest(), w.date)/2) // of all lines, from the right edge
	sig.DateIndent = max(0, min(centre-w.date/2, w.area-w.date))
	sig.NameIndent, sig.NameLeft = make([]unit.Length, len(w.names)), make([]unit.Length, len(w.names))
	for i, name := range w.names {
		w.place(sig, i, centre-name/2)
	}
	sig.SealBox = unit.Rect{Point: unit.Point{X: -centre - size.W/2, Y: sealMiddle(sig, style) - size.H/2}, Size: size}
	sig.Lead = sealLead(sig, style)
	return nil
}

// sealMiddle is the height of the seal's middle above the last line's upper edge: the middle of the last name, so that name
// and date together stand half a line below it. One line alone stands below it altogether.
func sealMiddle(sig *doc.Signature, style *doc.Style) unit.Length {
	if len(sig.Names) > 0 && sig.Date != "" {
		return -style.Leading / 2
	}
	return 0
}

// sealLead is the least number of blank lines that keeps the seal off the text above; its upper edge is then less than a
// line from it, unless names stand there.
func sealLead(sig *doc.Signature, style *doc.Style) unit.Length {
	halves := 0 // of lines
	for i, name := range sig.Names {
		halves += 2 + 2*strings.Count(name, "\n")
		if sig.Apart(i) {
			halves++
		}
	}
	if sig.Date != "" {
		halves += 2
	}
	top := style.Leading*unit.Length(halves-2)/2 + sig.SealBox.Y // of the seal, below the first line's upper edge
	lead := style.Leading
	for lead+top < 0 {
		lead += style.Leading
	}
	return lead
}

func sealSize(seal *doc.Seal) (unit.Size, error) {
	diameter := seal.Diameter
	if diameter <= 0 {
		diameter = usualSeal
	}
	return FigureSize(&doc.Figure{Data: seal.Data, Width: diameter}, unit.Size{W: 20 * usualSeal, H: 20 * usualSeal})
}

// seal adds the print behind the last line of a signature, of the leading.
func (b *builder) seal(s *doc.Signature, leading unit.Length) {
	flow := &sealFlow{seal: s.Seal, at: s.SealBox, right: b.area.W, leading: leading}
	if !s.Seal.Decorative {
		if s.Seal.Alt == "" {
			b.fail(s.Src, ErrAlt)
		}
		flow.node = b.placeFigure(s.Src, s.Seal.Alt, b.root, flow.box)
	}
	b.add(flow, "")
}

// A sealFlow is the print of a seal. Its band, below the last line of the signature, is as high as the print reaches there.
type sealFlow struct {
	seal    *doc.Seal
	node    *display.Node
	at      unit.Rect   // from the right edge, and from the last line's upper edge
	right   unit.Length // of the type area, from its left
	leading unit.Length
}

func (f *sealFlow) bands() []band {
	return []band{{height: max(0, f.at.Bottom()-f.leading)}}
}

func (f *sealFlow) box(at unit.Point) unit.Rect {
	return unit.Rect{Point: at.Add(unit.Point{X: f.right + f.at.X, Y: f.at.Y - f.leading}), Size: f.at.Size}
}

func (f *sealFlow) paint(p *painter, from, to int, at unit.Point) {
	p.add(&display.Image{Box: f.box(at), Data: f.seal.Data, Node: f.node, Multiply: true})
}

// A gapFlow is empty space that stays with what follows, at a page's top too.
type gapFlow struct{ before, height unit.Length }

func (f gapFlow) bands() []band { return []band{{before: f.before, height: f.height, keep: true}} }

func (gapFlow) paint(*painter, int, int, unit.Point) {}
