package subset

import "encoding/binary"

// Point is a place in a glyph, in 1/65536 of a font unit, y upwards.
type Point struct{ X, Y int64 }

// Step is a step of an outline. Points are absolute.
type Step struct {
	Op StepOp
	P  [3]Point // Curve: two control points and the end; Move and Line use the first
}

// StepOp is the kind of a step.
type StepOp uint8

// The steps. Each Move begins a contour, which closes by itself; overlaps are ink (the nonzero winding rule).
const (
	Move  StepOp = iota
	Line         // straight
	Curve        // a cubic Bézier curve
)

// Outline traces a glyph, composed ones included; a blank one has no steps. Errors are [*FormatError] and [*GlyphError].
func (f *Font) Outline(gid uint16) ([]Step, error) {
	if err := f.checkGlyphs([]uint16{0, gid}); err != nil {
		return nil, err
	}
	if f.kind == CFF {
		return f.cff.steps(gid)
	}
	t := glyfTracer{font: f}
	contours, err := t.contours(gid, 0)
	if err != nil {
		return nil, err
	}
	var path []Step
	for _, c := range contours {
		path = c.steps(path)
	}
	return path, nil
}

func (c *cffFont) steps(gid uint16) ([]Step, error) {
	path, ok := c.outline(gid, nil)
	if !ok {
		return nil, brokenCFF("a glyph cannot be traced")
	}
	steps := make([]Step, len(path))
	for i, s := range path {
		switch s.op {
		case csRlineto:
			steps[i].Op = Line
		case csRrcurveto:
			steps[i].Op = Curve
		}
		for k, p := range s.p {
			steps[i].P[k] = Point{p.x, p.y}
		}
	}
	return steps, nil
}

// A contour is the points of a closed line; those that are not on it bend it.
type contour []contourPoint

type contourPoint struct {
	point
	on bool
}

// steps writes a contour of quadratic curves as cubic ones: the control points of these lie two thirds of the way to theirs.
// Between two points off the line lies one on it (OpenType 1.9, glyf).
func (c contour) steps(path []Step) []Step {
	if len(c) < 2 {
		return path
	}
	first := c[0]
	if !first.on {
		if last := c[len(c)-1]; last.on {
			first = last
		} else {
			first.point = middle(first.point, last.point)
		}
	}
	at := first.point
	path = append(path, Step{Move, [3]Point{at.exported()}})
	var bend *point
	to := func(p point) {
		if bend == nil {
			path = append(path, Step{Line, [3]Point{p.exported()}})
		} else {
			path = append(path, Step{Curve, [3]Point{twoThirds(at, *bend).exported(), twoThirds(p, *bend).exported(), p.exported()}})
		}
		at, bend = p, nil
	}
	for i := range c {
		switch p := &c[i]; {
		case i == 0 && p.on: // already there
		case p.on:
			to(p.point)
		default:
			if bend != nil {
				to(middle(*bend, p.point))
			}
			bend = &p.point
		}
	}
	if at != first.point || bend != nil {
		to(first.point)
	}
	return path
}

func twoThirds(from, to point) point {
	return point{from.x + (to.x-from.x)*2/3, from.y + (to.y-from.y)*2/3}
}

func (p point) exported() Point { return Point{p.x, p.y} }

// maxPoints bounds what a glyph is composed of. The most that a real one has is about a thousand.
const maxPoints = 1 << 16

// A glyfTracer reads the points of a TrueType glyph.
type glyfTracer struct {
	font   *Font
	points int // so far
}

func (t *glyfTracer) contours(gid uint16, level int) ([]contour, error) {
	if int(gid) >= t.font.glyphs || level > maxNesting {
		return nil, broken("glyf", "a composite glyph is nested too deeply, or has a component that the font lacks")
	}
	g, err := t.font.glyph(gid)
	switch {
	case err != nil || len(g) == 0:
		return nil, err
	case isComposite(g):
		return t.composed(g, level)
	}
	return t.simple(g)
}

// Flags of a component, beside those in composite.go.
const argsAreOffsets = 0x0002

func (t *glyfTracer) composed(g []byte, level int) ([]contour, error) {
	var all []contour
	_, err := components(g, func(at int, gid uint16) error {
		part, err := t.contours(gid, level+1)
		if err != nil {
			return err
		}
		if len(all)+len(part) > maxPoints {
			return broken("glyf", "a glyph of too many points")
		}
		m := placing(g[at:])
		for _, c := range part {
			moved := make(contour, len(c))
			for i, p := range c {
				moved[i] = contourPoint{m.apply(p.point), p.on}
			}
			all = append(all, moved)
		}
		return nil
	})
	return all, err
}

// A placement turns, scales and moves a component; its four factors are in 1/16384.
type placement struct {
	xx, xy, yx, yy int64
	by             point
}

// placing reads a component record, whose length has been checked. Components that hang on each other's points, which no
// present font has, stay where they are.
func placing(b []byte) placement {
	word := func(at int) int64 { return int64(int16(binary.BigEndian.Uint16(b[at:]))) }
	flags, at := binary.BigEndian.Uint16(b), 6
	m := placement{xx: 1 << 14, yy: 1 << 14}
	x, y := int64(int8(b[4])), int64(int8(b[5]))
	if flags&argsAreWords != 0 {
		x, y, at = word(4), word(6), 8
	}
	if flags&argsAreOffsets != 0 {
		m.by = point{x << 16, y << 16}
	}
	switch {
	case flags&haveScale != 0:
		m.xx, m.yy = word(at), word(at)
	case flags&haveXYScale != 0:
		m.xx, m.yy = word(at), word(at+2)
	case flags&haveTwoByTwo != 0:
		m.xx, m.xy, m.yx, m.yy = word(at), word(at+2), word(at+4), word(at+6)
	}
	return m
}

func (m *placement) apply(p point) point {
	return point{(p.x*m.xx+p.y*m.yx)>>14 + m.by.x, (p.x*m.xy+p.y*m.yy)>>14 + m.by.y}
}

// Flags of a point (OpenType 1.9, glyf, "Simple Glyph Description").
const (
	onCurve     = 0x01
	xByte       = 0x02
	yByte       = 0x04
	repeatFlag  = 0x08
	xSameOrPlus = 0x10
	ySameOrPlus = 0x20
)

// simple reads the contours of a glyph that is not composed.
func (t *glyfTracer) simple(g []byte) ([]contour, error) {
	cut := broken("glyf", "a glyph is cut off")
	n := int(binary.BigEndian.Uint16(g))
	rest := 10 + 2*n
	if n == 0 || rest+2 > len(g) {
		if n == 0 {
			return nil, nil
		}
		return nil, cut
	}
	ends := g[10:rest]
	rest += 2 + int(binary.BigEndian.Uint16(g[rest:]))
	count := int(binary.BigEndian.Uint16(ends[2*n-2:])) + 1
	if t.points += count; rest > len(g) || t.points > maxPoints {
		return nil, cut
	}
	flags, data, ok := pointFlags(g[rest:], count)
	if !ok {
		return nil, cut
	}
	points := make(contour, count)
	if data, ok = coordinates(data, flags, xByte, xSameOrPlus, func(i int, v int64) { points[i].x = v << 16 }); ok {
		_, ok = coordinates(data, flags, yByte, ySameOrPlus, func(i int, v int64) { points[i].y = v << 16 })
	}
	if !ok {
		return nil, cut
	}
	var all []contour
	from := 0
	for i := range n {
		to := int(binary.BigEndian.Uint16(ends[2*i:])) + 1
		if to < from || to > count {
			return nil, broken("glyf", "end points run backwards")
		}
		all, from = append(all, points[from:to]), to
	}
	for i := range points {
		points[i].on = flags[i]&onCurve != 0
	}
	return all, nil
}

// pointFlags unpacks the flags of the points.
func pointFlags(b []byte, count int) (flags, rest []byte, ok bool) {
	flags = make([]byte, 0, count)
	for len(flags) < count {
		if len(b) == 0 {
			return nil, nil, false
		}
		flag, times := b[0], 1
		if b = b[1:]; flag&repeatFlag != 0 {
			if len(b) == 0 {
				return nil, nil, false
			}
			times, b = times+int(b[0]), b[1:]
		}
		for range min(times, count-len(flags)) {
			flags = append(flags, flag)
		}
	}
	return flags, b, true
}

// coordinates reads the x or the y of all points, each counted from the one before.
func coordinates(b, flags []byte, short, same byte, set func(i int, v int64)) (rest []byte, ok bool) {
	at := int64(0)
	for i, flag := range flags {
		size := 2
		switch {
		case flag&short != 0:
			size = 1
		case flag&same != 0:
			size = 0
		}
		if size > len(b) {
			return nil, false
		}
		switch {
		case size == 2:
			at += int64(int16(binary.BigEndian.Uint16(b)))
		case size == 1 && flag&same != 0:
			at += int64(b[0])
		case size == 1:
			at -= int64(b[0])
		}
		set(i, at)
		b = b[size:]
	}
	return b, true
}
