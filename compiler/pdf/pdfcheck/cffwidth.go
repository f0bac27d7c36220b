package pdfcheck

// widths gives the width of each CID in millionths of an em, as the charstrings say it.
func (f *cffFont) widths() (map[int]int64, error) {
	m := map[int]int64{}
	for g, code := range f.glyphs {
		if f.choice[g] >= len(f.private) {
			return nil, errCFF
		}
		c := charstring{font: f, private: &f.private[f.choice[g]]}
		c.run(code, 0)
		if c.err != nil {
			return nil, c.err
		}
		width := c.private.usual << 16
		if c.explicit {
			width = c.private.nominal<<16 + c.stack[0]
		}
		m[f.cids[g]] = width * 1_000_000 / f.em >> 16
	}
	return m, nil
}

// charstring runs a Type 2 charstring (Adobe Technical Note 5177) up to its first operator that takes all of the stack: one
// argument too many for it is the width (3.1). Numbers are 16.16.
type charstring struct {
	font     *cffFont
	private  *cffPrivate
	stack    []int64
	explicit bool // the width is stack[0]
	err      error
}

// The operators that matter (5177 appendix A).
const (
	csHStem     = 1
	csVStem     = 3
	csVMoveTo   = 4
	csCallSubr  = 10
	csReturn    = 11
	csEscape    = 12
	csDiv       = 12 // behind csEscape
	csEndChar   = 14
	csHStemHM   = 18
	csHintMask  = 19
	csCntrMask  = 20
	csRMoveTo   = 21
	csHMoveTo   = 22
	csVStemHM   = 23
	csCallGSubr = 29
)

// run reports whether the charstring has come to that operator, or is broken.
func (c *charstring) run(b []byte, depth int) bool {
	in := &cffReader{b: b}
	for at := 0; at < len(b) && c.err == nil; {
		op := in.uint(at, 1)
		at++
		switch {
		case op == 255:
			c.stack = append(c.stack, int64(int32(in.uint(at, 4))))
			at += 4
		case op >= 32 || op == 28:
			n, used := in.number(op, at)
			c.stack = append(c.stack, n<<16)
			at += used
		case op == csReturn:
			return false
		case op == csCallSubr || op == csCallGSubr:
			if c.call(op, depth) {
				return true
			}
		case op == csEscape && in.uint(at, 1) == csDiv:
			by, n := c.pop(), c.pop()
			c.stack = append(c.stack, n<<16/max(by, 1))
			at++
		default:
			c.finish(op)
			return true
		}
		if in.err != nil {
			c.err = in.err
		}
	}
	return c.err != nil
}

func (c *charstring) call(op, depth int) bool {
	subrs := c.private.subrs
	if op == csCallGSubr {
		subrs = c.font.global
	}
	n := int(c.pop()>>16) + subrBias(len(subrs))
	if n < 0 || n >= len(subrs) || depth > 10 {
		c.err = errCFF
		return true
	}
	return c.run(subrs[n], depth+1)
}

func (c *charstring) pop() (n int64) {
	if len(c.stack) == 0 {
		c.err = errCFF
		return 0
	}
	n = c.stack[len(c.stack)-1]
	c.stack = c.stack[:len(c.stack)-1]
	return n
}

// finish looks at the stack before the first operator that empties it.
func (c *charstring) finish(op int) {
	n := len(c.stack)
	switch op {
	case csHStem, csVStem, csHStemHM, csVStemHM, csHintMask, csCntrMask:
		c.explicit = n%2 == 1
	case csRMoveTo:
		c.explicit = n > 2
	case csHMoveTo, csVMoveTo:
		c.explicit = n > 1
	case csEndChar:
		c.explicit = n == 1 || n == 5 // four make an accented letter
	default:
		c.err = errCFF
	}
}

// subrBias is added to the number of a subroutine (5177 4.4).
func subrBias(n int) int {
	switch {
	case n < 1240:
		return 107
	case n < 33900:
		return 1131
	}
	return 32768
}
