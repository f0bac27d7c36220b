package layout

import (
	"errors"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/picture"
	"github.com/banxin-go/banxin/layout/unit"
)

// Faults of figures.
var (
	ErrImage = errors.New("layout: not a usable PNG or JPEG picture")
	ErrAlt   = errors.New("layout: the figure has no alternative text") // PDF/UA-1 7.3
)

// ImageError is ErrImage with what package picture says of the file.
type ImageError struct{ Err error }

func (e *ImageError) Error() string { return ErrImage.Error() + ": " + e.Err.Error() }

// Is tells that every ImageError is an ErrImage.
func (e *ImageError) Is(target error) bool { return target == ErrImage }

// Unwrap gives what is wrong with the file.
func (e *ImageError) Unwrap() error { return e.Err }

// figure sets a picture, centred, with its caption below.
func (b *builder) figure(f *doc.Figure) {
	size, err := FigureSize(f, b.area)
	if err != nil {
		b.fail(f.Src, err)
		return
	}
	flow := &figureFlow{figure: f, size: size, width: b.area.W, before: b.space, keep: len(f.Caption) > 0}
	b.space = 0
	if f.Decorative {
		b.add(flow, f.Key)
		b.caption(f.Src, f.Caption, b.root, display.RoleP) // there is nothing to read that it could be the caption of
		return
	}
	if f.Alt == "" {
		b.fail(f.Src, ErrAlt)
	}
	group := b.figureGroup(f.Caption)
	flow.node = b.placeFigure(f.Src, f.Alt, group, flow.box)
	b.add(flow, f.Key)
	b.caption(f.Src, f.Caption, group, display.RoleCaption)
}

// figureGroup is what the element of a figure stands in. One with a caption stands in a Div beside it: the caption is tagged as one
// (PDF/UA-1 7.3), and is no part of the Figure, whose alternative text is read in the place of all that is in it.
func (b *builder) figureGroup(caption []doc.Span) *display.Node {
	if len(caption) == 0 {
		return b.root
	}
	group := &display.Node{Role: display.RoleDiv}
	b.root.Kids = append(b.root.Kids, group)
	return group
}

// captionGap is the least space below the caption of a figure or chart, twice what GB9704 has above it. The DOCX has the same.
const captionGap = 12 * unit.Pt

// caption sets the caption of a figure.
func (b *builder) caption(src string, spans []doc.Span, parent *display.Node, role display.Role) {
	if len(spans) == 0 {
		return
	}
	style := *b.style("Caption", "Normal", src)
	style.KeepNext = false // it stands below what it names
	b.text(textJob{Src: src, Spans: spans, Style: &style, Measure: b.area.W, Balance: true}, parent, role, "")
	b.space = max(b.space, captionGap)
}

// A placedFigure is a Figure whose box becomes known with the pages. box gives it for the upper left corner of its band.
type placedFigure struct {
	node *display.Node
	at   place
	box  func(at unit.Point) unit.Rect
}

// placeFigure adds a Figure that stands in the flow about to be added.
func (b *builder) placeFigure(src, alt string, parent *display.Node, box func(unit.Point) unit.Rect) *display.Node {
	node := &display.Node{Role: display.RoleFigure, Extra: &display.Extra{Src: src, Alt: alt}}
	parent.Kids = append(parent.Kids, node)
	b.figures = append(b.figures, placedFigure{node, b.at, box})
	return node
}

// FigureSize is the size a figure is set in, as it is seen: as wide as asked, else 150 pixels to the inch, at most the area.
func FigureSize(f *doc.Figure, area unit.Size) (unit.Size, error) {
	file, err := picture.Read(f.Data)
	if err != nil {
		return unit.Size{}, &ImageError{err}
	}
	return file.Size(f.Width, area), nil
}

// A figureFlow is one band: the picture.
type figureFlow struct {
	figure *doc.Figure
	node   *display.Node
	size   unit.Size
	width  unit.Length
	before unit.Length
	keep   bool
}

func (f *figureFlow) bands() []band {
	return []band{{before: f.before, height: f.size.H, keep: f.keep}}
}

func (f *figureFlow) box(at unit.Point) unit.Rect {
	return unit.Rect{Point: unit.Point{X: at.X + (f.width-f.size.W)/2, Y: at.Y}, Size: f.size}
}

func (f *figureFlow) paint(p *painter, from, to int, at unit.Point) {
	p.add(&display.Image{Box: f.box(at), Data: f.figure.Data, Node: f.node})
}

// placeFigures tells the figures' nodes where they stand (PDF/UA-1 7.3: a Figure has a BBox).
func (b *builder) placeFigures(p *plan) {
	for _, f := range b.figures {
		dest := p.locate(f.at)
		s := p.sections[f.at.section]
		box := f.box(unit.Point{X: s.area(dest.Page).X, Y: dest.Y})
		f.node.Extra.Page, f.node.Extra.Box = dest.Page, &box
	}
	for _, at := range b.pictured {
		p.placePictures(at)
	}
}

// placePictures tells the figures in a table's cells where they stand. Only painting finds out.
func (p *plan) placePictures(table place) {
	s := p.sections[table.section]
	first := p.locate(table).Page
	for n := first; n < s.page0+len(s.starts); n++ {
		if s.starts[n-s.page0] >= s.endOf(table.flow) {
			return
		}
		for _, item := range p.paint(n).Items {
			image, ok := item.(*display.Image)
			if ok && image.Node != nil && image.Node.Extra != nil && image.Node.Extra.Box == nil {
				box := image.Box
				image.Node.Extra.Page, image.Node.Extra.Box = n, &box
			}
		}
	}
}
