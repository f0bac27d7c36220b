package subset

// bounds runs a charstring and boxes its outline; see [Font.GlyphBounds].
func (c *cffFont) bounds(gid uint16) (xMin, yMin, xMax, yMax int, ok bool) {
	var room [24]segment
	path, ok := c.outline(gid, room[:0])
	if !ok || len(path) == 0 {
		return 0, 0, 0, 0, false
	}
	var b box
	var at point
	for _, s := range path {
		switch s.op {
		case csRlineto:
			b.add(at)
			b.add(s.p[0])
			at = s.p[0]
		case csRrcurveto:
			b.add(at)
			b.curve(at, s.p)
			at = s.p[2]
		default: // a contour's first point is ink only when something is drawn from it
			at = s.p[0]
		}
	}
	const half = 1<<16 - 1
	return int(b.min.x >> 16), int(b.min.y >> 16), int((b.max.x + half) >> 16), int((b.max.y + half) >> 16), b.any
}

// outline traces a glyph of the source, composed ones included.
func (c *cffFont) outline(gid uint16, path []segment) ([]segment, bool) {
	var room [512]byte
	flat := flattener{global: &c.subrs, out: room[:0]}
	fd, err := c.dictOf(gid)
	if err != nil {
		return nil, false
	}
	flat.local = &c.dicts[fd].subrs
	cs, err := c.charStrings.item(int(gid))
	if err != nil || flat.glyph(cs) != nil {
		return nil, false
	}
	if flat.seac {
		path, err := c.composed(flat.out, point{})
		return path, err == nil
	}
	path, _, ok := trace(path, flat.out, point{})
	return path, ok
}

// box is the extent of points.
type box struct {
	min, max point
	any      bool
}

func (b *box) add(p point) {
	if !b.any {
		b.min, b.max, b.any = p, p, true
	}
	b.min.x, b.max.x = min(b.min.x, p.x), max(b.max.x, p.x)
	b.min.y, b.max.y = min(b.min.y, p.y), max(b.max.y, p.y)
}

func (b *box) holds(p point) bool {
	return p.x >= b.min.x && p.x <= b.max.x && p.y >= b.min.y && p.y <= b.max.y
}

// curve adds a Bézier curve. It is halved until the control points are inside the box of points on
// the curve, which for fonts drawn with points at the extremes is at once.
func (b *box) curve(from point, p [3]point) {
	b.add(p[2])
	b.halve(from, p, 12)
}

func (b *box) halve(from point, p [3]point, depth int) {
	if depth == 0 || b.holds(p[0]) && b.holds(p[1]) {
		return
	}
	p01, p12, p23 := middle(from, p[0]), middle(p[0], p[1]), middle(p[1], p[2])
	q, r := middle(p01, p12), middle(p12, p23)
	m := middle(q, r)
	b.add(m)
	b.halve(from, [3]point{p01, q, m}, depth-1)
	b.halve(m, [3]point{r, p23, p[2]}, depth-1)
}

func middle(p, q point) point { return point{(p.x + q.x) >> 1, (p.y + q.y) >> 1} }
