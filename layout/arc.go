package layout

import (
	"math/bits"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// An angle is a part of a circle, in 1/360000: thousandths of a degree, clockwise from twelve o'clock.
type angle int64

const (
	degree angle = 1000
	circle       = 360 * degree
)

// sines are those of the whole degrees from 0 to 90, in millionths.
var sines = [...]int64{
	0, 17452, 34899, 52336, 69756, 87156, 104528, 121869, 139173, 156434,
	173648, 190809, 207912, 224951, 241922, 258819, 275637, 292372, 309017, 325568,
	342020, 358368, 374607, 390731, 406737, 422618, 438371, 453990, 469472, 484810,
	500000, 515038, 529919, 544639, 559193, 573576, 587785, 601815, 615661, 629320,
	642788, 656059, 669131, 681998, 694658, 707107, 719340, 731354, 743145, 754710,
	766044, 777146, 788011, 798636, 809017, 819152, 829038, 838671, 848048, 857167,
	866025, 874620, 882948, 891007, 898794, 906308, 913545, 920505, 927184, 933580,
	939693, 945519, 951057, 956305, 961262, 965926, 970296, 974370, 978148, 981627,
	984808, 987688, 990268, 992546, 994522, 996195, 997564, 998630, 999391, 999848,
	1000000,
}

// sine is the sine of a in millionths. Between whole degrees it goes straight: that is off by 38 millionths at most, a
// micrometre on the rim of a pie of 30 mm.
func (a angle) sine() int64 {
	a %= circle
	if a < 0 {
		a += circle
	}
	switch {
	case a > circle/2:
		return -(a - circle/2).sine()
	case a > circle/4:
		a = circle/2 - a
	}
	i, rest := a/degree, int64(a%degree)
	if rest == 0 {
		return sines[i]
	}
	return sines[i] + (sines[i+1]-sines[i])*rest/int64(degree)
}

func (a angle) cosine() int64 { return (a + circle/4).sine() }

// at is the point of a circle about c.
func (a angle) at(c unit.Point, radius unit.Length) unit.Point {
	return unit.Point{X: c.X + radius.MulDiv(a.sine(), 1_000_000), Y: c.Y - radius.MulDiv(a.cosine(), 1_000_000)}
}

// longestArc is the most that one Bézier curve takes of a circle: over 30° it is off by less than a millionth of the radius.
const longestArc = 30 * degree

// arc appends the curves from one angle clockwise to another. The outline stands at the first already.
func arc(segs []display.Seg, c unit.Point, radius unit.Length, from, to angle) []display.Seg {
	n := max(1, (to-from+longestArc-1)/longestArc)
	for i := range n {
		segs = append(segs, bezier(c, radius, from+(to-from)*i/n, from+(to-from)*(i+1)/n))
	}
	return segs
}

// bezier is one curve. Its control points lie on the tangents, 4/3 tan(θ/4) of the radius away, and tan(θ/4) is
// sin(θ/2) / (1 + cos(θ/2)).
func bezier(c unit.Point, radius unit.Length, from, to angle) display.Seg {
	half := (to - from) / 2
	reach := radius.MulDiv(4*half.sine(), 3*(1_000_000+half.cosine()))
	a, b := from.at(c, radius), to.at(c, radius)
	along := func(p unit.Point, at angle, by unit.Length) unit.Point { // the tangent at an angle points a quarter further
		return (at + circle/4).at(p, by)
	}
	return display.Seg{Op: display.CurveTo, P: [3]unit.Point{along(a, from, reach), along(b, to, -reach), b}}
}

// scaled is length × n / d, exact whatever their size; n and d are not negative and n is at most d.
func scaled(length unit.Length, n, d int64) unit.Length {
	hi, lo := bits.Mul64(uint64(length), uint64(n))
	q, _ := bits.Div64(hi, lo, uint64(d))
	return unit.Length(q)
}
