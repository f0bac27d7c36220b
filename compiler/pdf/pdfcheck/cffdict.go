package pdfcheck

// cffDict holds the operands of a DICT's operators. Real numbers, which stand in a FontMatrix alone, are in parts of realOne.
type cffDict map[int][]int64

const realOne = 1_000_000_000_000

// at gives the ith operand of an operator, 0 where there is none.
func (d cffDict) at(op, i int) int64 {
	if v := d[op]; i < len(v) {
		return v[i]
	}
	return 0
}

// dict reads a DICT (5176 4).
func (r *cffReader) dict(b []byte) cffDict {
	d := cffDict{}
	in := &cffReader{b: b}
	var args []int64
	for at := 0; at < len(b) && in.err == nil; {
		c := in.uint(at, 1)
		at++
		switch {
		case c == 12:
			d[c<<8|in.uint(at, 1)], args = append([]int64{}, args...), nil
			at++
		case c <= 21:
			d[c], args = append([]int64{}, args...), nil
		case c == 30:
			n, used := in.real(at)
			args = append(args, n)
			at += used
		case c == 29:
			args = append(args, int64(int32(in.uint(at, 4))))
			at += 4
		default:
			n, used := in.number(c, at)
			args = append(args, n)
			at += used
		}
	}
	if in.err != nil {
		r.err = in.err
	}
	return d
}

// number reads a whole number whose first byte is c (5176 table 3, 5177 3.2) and says how many bytes more it took.
func (r *cffReader) number(c, at int) (n int64, used int) {
	switch {
	case c == 28:
		return int64(int16(r.uint(at, 2))), 2
	case c >= 247 && c <= 250:
		return int64((c-247)*256 + r.uint(at, 1) + 108), 1
	case c >= 251 && c <= 254:
		return int64(-(c-251)*256 - r.uint(at, 1) - 108), 1
	}
	return int64(c - 139), 0
}

// real reads a real number, two signs to a byte (5176 table 5): figures, 10 a point, 11 and 12 an exponent, 14 minus, 15 the end.
func (r *cffReader) real(at int) (n int64, used int) {
	scale, exponent, sign := 0, 0, 0
	point := false
	for ; r.err == nil; used++ {
		both := r.uint(at+used, 1)
		for _, s := range []int{both >> 4, both & 15} {
			switch {
			case s == 15:
				return shift(n, exponent*sign-scale), used + 1
			case s == 10:
				point = true
			case s == 11, s == 12:
				sign = 23 - 2*s // 1 or -1
			case s > 9:
			case sign != 0:
				exponent = exponent*10 + s
			default:
				n = n*10 + int64(s)
				if point {
					scale++
				}
			}
		}
	}
	return 0, used
}

// shift gives n × 10^by in parts of realOne.
func shift(n int64, by int) int64 {
	for by += 12; by > 0; by-- {
		n *= 10
	}
	for ; by < 0; by++ {
		n /= 10
	}
	return n
}
