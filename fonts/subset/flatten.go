package subset

// flattener writes charstrings out without subroutines and hints. It does not know what numbers
// mean: it copies tokens, leaves out calls and hints with their operands, and follows the depth of
// the stack, which tells how many stems there are and so how long hint masks are.
type flattener struct {
	global, local *cffIndex
	out           []byte
	start         int // of the present glyph in out

	sizes [maxOperands]uint8 // bytes of each operand on the stack; 0 for a computed one
	depth int
	stems int
	calls int

	cleared  bool // an operator has taken all operands: a width can no longer come
	moved    bool // an operator has been copied: the width, if any, has been followed by its operands
	width    bool // the first operand is a width
	computed bool // there was arithmetic before the width was known
	seac     bool // endchar composes two glyphs
	done     bool
}

// glyph appends one charstring; it ends in endchar even if that was forgotten.
func (f *flattener) glyph(cs []byte) error {
	f.start, f.depth, f.stems, f.calls = len(f.out), 0, 0, 0
	f.cleared, f.moved, f.width, f.computed, f.seac, f.done = false, false, false, false, false, false
	if err := f.run(cs, 0); err != nil {
		return err
	}
	if f.done {
		return nil
	}
	f.out = append(f.out, csEndchar)
	return f.endchar()
}

func (f *flattener) run(cs []byte, level int) error {
	from, i := 0, 0 // from: the first byte not yet copied
	for !f.done {
		i = f.skim(cs, i)
		if i >= len(cs) || cs[i] == csReturn {
			break
		}
		n, copied, err := f.operator(cs[i:])
		if err != nil {
			return err
		}
		if copied {
			i += n
			continue
		}
		if err := f.copy(cs[from:i]); err != nil {
			return err
		}
		if err := f.leaveOut(cs[i], level); err != nil {
			return err
		}
		if i += 1; cs[i-1] == csHintmask || cs[i-1] == csCntrmask {
			i += (f.stems + 7) / 8
		}
		from = i
	}
	if i > len(cs) {
		return brokenCFF("a charstring is cut off")
	}
	return f.copy(cs[from:i])
}

// skim runs over numbers and, once a contour has begun, over operators that draw, for those only
// empty the stack. It does both without a branch that depends on the byte: nine tokens of ten in a
// Han glyph are of these, in no order that a processor could foresee.
func (f *flattener) skim(cs []byte, i int) int {
	depth, draw := f.depth, uint8(0)
	if f.moved {
		draw = tokenDraws
	}
	for i < len(cs) && depth < maxOperands {
		t := csTokens[cs[i]]
		if t&(tokenOther|tokenDraws) > draw {
			break
		}
		n := int(t & tokenSize)
		f.sizes[depth] = uint8(n)
		depth = (depth + 1) & -int(t>>7)
		i += n
	}
	f.depth = depth
	return i
}

func (f *flattener) copy(b []byte) error {
	if len(f.out)-f.start+len(b) > maxBytes {
		return brokenCFF("a charstring is longer than 65535 bytes")
	}
	f.out = append(f.out, b...)
	return nil
}

// call goes into the subroutine whose number was written last, and takes the number back.
func (f *flattener) call(op byte, level int) error {
	f.calls++
	if level == maxCalls || f.calls > maxCallsInAll {
		return brokenCFF("a charstring calls too many subroutines")
	}
	if f.depth == 0 || f.sizes[f.depth-1] == 0 {
		return brokenCFF("a charstring calls a subroutine without a plain number")
	}
	f.depth--
	at := len(f.out) - int(f.sizes[f.depth])
	number := int(csNumber(f.out[at:]) >> 16)
	f.out = f.out[:at]
	subrs := f.local
	if op == csCallgsubr {
		subrs = f.global
	}
	cs, err := subrs.item(number + bias(subrs.count))
	if err != nil {
		return brokenCFF("a charstring calls a subroutine that the font lacks")
	}
	return f.run(cs, level+1)
}

// bias is added to the operand of a call (Technical Note 5177, 4.7).
func bias(subrs int) int {
	switch {
	case subrs < 1240:
		return 107
	case subrs < 33900:
		return 1131
	}
	return 32768
}

// operator follows the operator at the head of cs and gives its length, unless it is one that is not
// to be copied, which leaveOut follows.
func (f *flattener) operator(cs []byte) (n int, copied bool, err error) {
	if csTokens[cs[0]]&tokenNumber != 0 {
		return 0, false, brokenCFF("a charstring has too many operands")
	}
	switch cs[0] {
	case csRlineto, csHlineto, csVlineto, csRrcurveto, csRcurveline, csRlinecurve,
		csVvcurveto, csHhcurveto, csVhcurveto, csHvcurveto:
		return 1, true, f.draw()
	case csRmoveto:
		return 1, true, f.move(2)
	case csHmoveto, csVmoveto:
		return 1, true, f.move(1)
	case csEndchar:
		return 1, true, f.endchar()
	case csEscape:
		return 2, true, f.escape(cs)
	case csCallsubr, csCallgsubr, csHstem, csVstem, csHstemhm, csVstemhm, csHintmask, csCntrmask:
		return 0, false, nil
	}
	return 0, false, brokenCFF("a charstring has an operator that does not exist")
}

func (f *flattener) leaveOut(op byte, level int) error {
	if op == csCallsubr || op == csCallgsubr {
		return f.call(op, level)
	}
	return f.hint()
}

// hint takes the operands of stems back, which have all been copied; those before a mask are vertical
// stems. A width stays, as first operand of what comes next.
func (f *flattener) hint() error {
	f.stems += f.depth / 2
	if f.stems > maxStems {
		return brokenCFF("a charstring has too many stems")
	}
	width := !f.cleared && f.depth%2 == 1
	size := 0
	for i, n := range f.sizes[:f.depth] {
		if n == 0 {
			return brokenCFF("a charstring has a computed stem")
		}
		if i > 0 || !width {
			size += int(n)
		}
	}
	f.out = f.out[:len(f.out)-size]
	f.clear(width)
	return nil
}

// clear empties the stack for an operator that takes everything. Only the first may take a width.
func (f *flattener) clear(width bool) {
	f.width = f.width || width && !f.cleared
	f.cleared, f.depth = true, 0
}

// move empties the stack for an operator that takes so many operands, and a width before them.
func (f *flattener) move(operands int) error {
	if f.depth < operands {
		return brokenCFF("a charstring moves without saying where to")
	}
	return f.open(operands)
}

// open begins a contour or ends the glyph. Before the first such operator operands must be what it
// takes and perhaps a width: with the stems left out, any other would be taken for a width.
func (f *flattener) open(operands int) error {
	more := f.depth - operands
	if !f.moved && more != 0 && (more != 1 || f.cleared) {
		return brokenCFF("a charstring has operands left over")
	}
	f.clear(more == 1)
	f.moved = true
	return nil
}

// draw empties the stack for an operator that cannot be the first: no width may stand before it.
func (f *flattener) draw() error {
	if !f.moved {
		return brokenCFF("a charstring draws before it moves")
	}
	f.depth = 0
	return nil
}

// endchar takes nothing, or the four operands of an accent.
func (f *flattener) endchar() error {
	f.done, f.seac = true, f.depth >= 4
	if f.seac {
		return f.open(4)
	}
	return f.open(0)
}

func (f *flattener) escape(cs []byte) error {
	if len(cs) < 2 {
		return brokenCFF("a charstring is cut off")
	}
	switch op := csEscape<<8 | int(cs[1]); op {
	case csHflex, csFlex, csHflex1, csFlex1, csEscape << 8: // the last is dotsection, of old
		return f.draw()
	}
	take, put, ok := arithmetic(cs[1])
	if !ok {
		return brokenCFF("a charstring has an operator that does not exist")
	}
	if f.depth < take || f.depth-take+put > maxOperands {
		return brokenCFF("a charstring has too few or too many operands")
	}
	f.depth += put - take
	clear(f.sizes[:f.depth]) // roll and exch move any of them
	f.computed = f.computed || !f.cleared
	return nil
}
