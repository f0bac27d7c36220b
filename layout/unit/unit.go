// Package unit holds the lengths of a page: whole EMU (English Metric Units), never floats.
//
// Millimetres, points, half points and twips are all whole numbers of EMU, which is what DOCX wants and what Chinese page
// specifications are written in. Go fuses a float multiply-add on arm64 and not on amd64, so float coordinates would give
// different files on different machines.
package unit

import (
	"fmt"
	"strconv"
	"strings"
)

// Length is a length in EMU; 914,400 to the inch, 12,700 to the point (ISO/IEC 29500-1 20.1.10.16).
type Length int64

// The units a length is written in.
const (
	EMU  Length = 1
	Pt   Length = 12700
	Twip Length = 635   // 1/20 pt
	MM   Length = 36000 // 1/1000 m
	CM   Length = 360000
	Inch Length = 914400
)

// The Chinese type sizes (号), in the points that Word and WPS give them.
const (
	Hao0      = 42 * Pt
	HaoSmall0 = 36 * Pt
	Hao1      = 26 * Pt
	HaoSmall1 = 24 * Pt
	Hao2      = 22 * Pt
	HaoSmall2 = 18 * Pt
	Hao3      = 16 * Pt
	HaoSmall3 = 15 * Pt
	Hao4      = 14 * Pt
	HaoSmall4 = 12 * Pt
	Hao5      = 21 * Pt / 2
	HaoSmall5 = 9 * Pt
	Hao6      = 15 * Pt / 2
	HaoSmall6 = 13 * Pt / 2
	Hao7      = 11 * Pt / 2
	Hao8      = 5 * Pt
)

// A Point is a place on a page: the origin is the page's top left corner and Y runs down.
type Point struct{ X, Y Length }

// Add moves p by d.
func (p Point) Add(d Point) Point { return Point{p.X + d.X, p.Y + d.Y} }

// Size is a width and a height.
type Size struct{ W, H Length }

// Rect is a box: its top left corner and its size.
type Rect struct {
	Point
	Size
}

// Right is the box's right edge.
func (r Rect) Right() Length { return r.X + r.W }

// Bottom is the box's lower edge.
func (r Rect) Bottom() Length { return r.Y + r.H }

// Twips rounds l to whole twips, halves away from zero.
func (l Length) Twips() int64 { return l.Round(Twip) }

// Round gives l in the unit u, rounded to a whole number, halves away from zero.
func (l Length) Round(u Length) int64 {
	if l < 0 {
		return -(-l).Round(u)
	}
	return int64((l + u/2) / u)
}

// MulDiv is l × n / d, rounded down towards zero. It is exact as long as l × n stays within an int64.
func (l Length) MulDiv(n, d int64) Length { return Length(int64(l) * n / d) }

// String gives the length in points with at most four decimals, without trailing zeros: "10.5pt".
func (l Length) String() string { return l.Decimal() + "pt" }

// Decimal gives the length in points with at most four decimals and no unit, as PDF wants its numbers.
func (l Length) Decimal() string { return string(l.AppendDecimal(nil)) }

// AppendDecimal appends what Decimal gives to b.
func (l Length) AppendDecimal(b []byte) []byte { return AppendTenThousandths(b, l.TenThousandths()) }

// TenThousandths gives l in 1/10,000 pt, the precision of all coordinates, rounded; a point is 12,700 EMU, so the quotient is l × 100 / 127.
func (l Length) TenThousandths() int64 { return (l * 100).Round(127) }

// AppendTenThousandths appends n / 10,000 with as few digits as it needs.
func AppendTenThousandths(b []byte, n int64) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	b = strconv.AppendInt(b, n/10000, 10)
	frac := n % 10000
	if frac == 0 {
		return b
	}
	b = append(b, '.')
	for scale := int64(1000); frac > 0; scale /= 10 {
		b = append(b, byte('0'+frac/scale))
		frac %= scale
	}
	return b
}

// Parse reads a length with its unit: "10.5pt", "28mm", "3.7cm", "1in", "579twip". The number is a plain decimal.
func Parse(s string) (Length, error) {
	for _, u := range []struct {
		name string
		size Length
	}{{"pt", Pt}, {"mm", MM}, {"cm", CM}, {"in", Inch}, {"twip", Twip}, {"emu", EMU}} {
		if num, ok := strings.CutSuffix(s, u.name); ok {
			return parseDecimal(s, strings.TrimSpace(num), u.size)
		}
	}
	return 0, fmt.Errorf("unit: %q has no unit: write pt, mm, cm, in or twip", s)
}

func parseDecimal(whole, num string, size Length) (Length, error) {
	sign := Length(1)
	if rest, ok := strings.CutPrefix(num, "-"); ok {
		sign, num = -1, rest
	}
	intPart, frac, _ := strings.Cut(num, ".")
	n, err := strconv.ParseInt(intPart+frac, 10, 64)
	if err != nil || intPart == "" || len(frac) > 6 || n < 0 || n > 100_000_000_000 {
		return 0, fmt.Errorf("unit: %q is not a length", whole)
	}
	scale := int64(1)
	for range frac {
		scale *= 10
	}
	return sign * Length((n*int64(size)+scale/2)/scale), nil
}
