package subset

// point is a place in a glyph, in 1/65536 of a font unit.
type point struct{ x, y int64 }

func (p point) plus(q point) point { return point{p.x + q.x, p.y + q.y} }

// segment is a step of an outline: op is csRmoveto or csRlineto, to p[0], or csRrcurveto, over the
// control points p[0] and p[1] to p[2]. Points are absolute.
type segment struct {
	op byte
	p  [3]point
}

// tracer runs a flat charstring (one without subroutines) and notes its outline.
type tracer struct {
	path  []segment
	at    point
	stack []int64
	stems int
	done  bool
	bad   bool
}

// trace appends the outline that a flat charstring draws, begun at a point, to path. rest is what
// lay on the stack at endchar.
func trace(path []segment, cs []byte, start point) (out []segment, rest []int64, ok bool) {
	var operands [48]int64
	t := tracer{path: path, at: start, stack: operands[:0]}
	for len(cs) > 0 && !t.done && !t.bad {
		n := 1
		switch b := cs[0]; {
		case b >= 32 || b == csShort:
			n = csNumberSize(b)
			t.stack = append(t.stack, csNumber(cs))
		case b == csEscape && len(cs) > 1:
			n = 2
			t.escape(csEscape<<8 | int(cs[1]))
		case b == csHintmask || b == csCntrmask:
			t.stems += len(t.stack) / 2
			n = 1 + (t.stems+7)/8
			t.stack = t.stack[:0]
		default:
			t.operator(b)
		}
		if n > len(cs) {
			return t.path, nil, false
		}
		cs = cs[n:]
	}
	return t.path, t.stack, !t.bad
}

func (t *tracer) operator(op byte) {
	a := t.stack
	switch op {
	case csHstem, csVstem, csHstemhm, csVstemhm:
		t.stems += len(a) / 2
	case csRmoveto:
		t.move(a, 2)
	case csHmoveto, csVmoveto:
		t.move(a, int(op))
	case csRlineto:
		t.lines(a)
	case csHlineto, csVlineto:
		t.rightAngles(a, op == csHlineto)
	case csRrcurveto:
		t.curves(a)
	case csRcurveline:
		n := max(0, len(a)-2)
		t.curves(a[:n])
		t.lines(a[n:])
	case csRlinecurve:
		n := max(0, len(a)-6)
		t.lines(a[:n])
		t.curves(a[n:])
	case csVvcurveto, csHhcurveto:
		t.flatCurves(a, op == csHhcurveto)
	case csVhcurveto, csHvcurveto:
		t.quarterCurves(a, op == csHvcurveto)
	case csEndchar:
		t.done = true
		return // with its operands
	default:
		t.bad = true
	}
	t.stack = t.stack[:0]
}

// move begins a contour; the operands stand behind a width, if there is one.
func (t *tracer) move(a []int64, op int) {
	n := len(a)
	switch {
	case op == 2 && n >= 2:
		t.at = t.at.plus(point{a[n-2], a[n-1]})
	case op == csHmoveto && n >= 1:
		t.at.x += a[n-1]
	case op == csVmoveto && n >= 1:
		t.at.y += a[n-1]
	default:
		t.bad = true
	}
	t.path = append(t.path, segment{csRmoveto, [3]point{t.at}})
}

func (t *tracer) line(dx, dy int64) {
	t.at = t.at.plus(point{dx, dy})
	t.path = append(t.path, segment{csRlineto, [3]point{t.at}})
}

func (t *tracer) curve(d1, d2, d3 point) {
	p1 := t.at.plus(d1)
	p2 := p1.plus(d2)
	t.at = p2.plus(d3)
	t.path = append(t.path, segment{csRrcurveto, [3]point{p1, p2, t.at}})
}

func (t *tracer) lines(a []int64) {
	for ; len(a) >= 2; a = a[2:] {
		t.line(a[0], a[1])
	}
}

func (t *tracer) curves(a []int64) {
	for ; len(a) >= 6; a = a[6:] {
		t.curve(point{a[0], a[1]}, point{a[2], a[3]}, point{a[4], a[5]})
	}
}

func (t *tracer) rightAngles(a []int64, horizontal bool) {
	for _, v := range a {
		if horizontal {
			t.line(v, 0)
		} else {
			t.line(0, v)
		}
		horizontal = !horizontal
	}
}

// flatCurves begins and ends each curve in the same direction (hhcurveto, vvcurveto); only the first
// may begin with a slant.
func (t *tracer) flatCurves(a []int64, horizontal bool) {
	var slant int64
	if len(a)%4 == 1 {
		slant, a = a[0], a[1:]
	}
	for ; len(a) >= 4; a = a[4:] {
		if horizontal {
			t.curve(point{a[0], slant}, point{a[1], a[2]}, point{a[3], 0})
		} else {
			t.curve(point{slant, a[0]}, point{a[1], a[2]}, point{0, a[3]})
		}
		slant = 0
	}
}

// quarterCurves turns from one direction to the other with each curve (hvcurveto, vhcurveto); only
// the last may end in a slant.
func (t *tracer) quarterCurves(a []int64, horizontal bool) {
	for ; len(a) >= 4; a = a[4:] {
		var slant int64
		if len(a) == 5 {
			slant = a[4]
		}
		if horizontal {
			t.curve(point{a[0], 0}, point{a[1], a[2]}, point{slant, a[3]})
		} else {
			t.curve(point{0, a[0]}, point{a[1], a[2]}, point{a[3], slant})
		}
		horizontal = !horizontal
	}
}

func (t *tracer) escape(op int) {
	a := t.stack
	switch {
	case op == csFlex && len(a) >= 12:
		t.curves(a[:12])
	case op == csHflex && len(a) >= 7:
		t.curve(point{a[0], 0}, point{a[1], a[2]}, point{a[3], 0})
		t.curve(point{a[4], 0}, point{a[5], -a[2]}, point{a[6], 0})
	case op == csHflex1 && len(a) >= 9:
		t.curve(point{a[0], a[1]}, point{a[2], a[3]}, point{a[4], 0})
		t.curve(point{a[5], 0}, point{a[6], a[7]}, point{a[8], -(a[1] + a[3] + a[7])})
	case op == csFlex1 && len(a) >= 11:
		t.flex1(a)
	case op == csEscape<<8: // dotsection
	default:
		t.bad = !t.calculate(op)
		return
	}
	t.stack = t.stack[:0]
}

// flex1 comes back to the coordinate it began with, in the direction that it moves less in.
func (t *tracer) flex1(a []int64) {
	var d point
	for i := 0; i < 10; i += 2 {
		d = d.plus(point{a[i], a[i+1]})
	}
	last := point{-d.x, a[10]}
	if max(d.x, -d.x) > max(d.y, -d.y) {
		last = point{a[10], -d.y}
	}
	t.curve(point{a[0], a[1]}, point{a[2], a[3]}, point{a[4], a[5]})
	t.curve(point{a[6], a[7]}, point{a[8], a[9]}, last)
}

// calculate does the arithmetic that converters of old left in fonts. Random numbers, memory and
// conditions are in none.
func (t *tracer) calculate(op int) bool {
	n := len(t.stack)
	take, _, _ := arithmetic(byte(op))
	if n < take || n == 0 {
		return false
	}
	x, y := t.stack[max(0, n-2)], t.stack[n-1]
	switch byte(op) {
	case 9: // abs
		t.stack[n-1] = max(y, -y)
	case 14: // neg
		t.stack[n-1] = -y
	case 18: // drop
		t.stack = t.stack[:n-1]
	case 27: // dup
		t.stack = append(t.stack, y)
	case 28: // exch
		t.stack[n-2], t.stack[n-1] = y, x
	case 10, 11, 12, 24:
		v, ok := combine(byte(op), x, y)
		t.stack = append(t.stack[:n-2], v)
		return ok
	default:
		return false
	}
	return true
}

func combine(op byte, x, y int64) (int64, bool) {
	switch {
	case op == 10:
		return x + y, true
	case op == 11:
		return x - y, true
	case op == 12 && y != 0:
		return (x << 16) / y, true
	case op == 24:
		return (x * y) >> 16, true
	}
	return 0, false
}
