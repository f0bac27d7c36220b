package subset

import "slices"

// cffCut collects the flat charstrings of a subset.
type cffCut struct {
	font  *Font
	flat  flattener
	ends  []uint32 // where each charstring ends in flat.out
	dicts []uint8  // the Font DICT of each glyph, as the source counts them
	used  [256]bool
}

func (f *Font) cutCFF(gids []uint16, trims trims) ([]byte, error) {
	c := cffCut{font: f, ends: make([]uint32, 0, len(gids)), dicts: make([]uint8, 0, len(gids))}
	size, err := c.survey(gids)
	if err != nil {
		return nil, err
	}
	c.flat.global = &f.cff.subrs
	c.flat.out = make([]byte, 0, size+size/4)
	work := 0
	for i, g := range gids {
		if err := c.glyph(g, c.dicts[i], trims.of(i)); err != nil {
			return nil, err
		}
		if work += c.flat.calls; work+len(c.flat.out) > f.cff.budget {
			return nil, brokenCFF("the charstrings would need too much memory")
		}
		c.ends = append(c.ends, uint32(len(c.flat.out)))
	}
	return c.write(), nil
}

// survey finds the Font DICT of each glyph and adds up the lengths of their charstrings.
func (c *cffCut) survey(gids []uint16) (size int, err error) {
	for _, g := range gids {
		fd, err := c.font.cff.dictOf(g)
		if err != nil {
			return 0, err
		}
		c.dicts = append(c.dicts, uint8(fd))
		c.used[fd] = true
		cs, err := c.font.cff.charStrings.item(int(g))
		if err != nil {
			return 0, err
		}
		size += min(len(cs), maxBytes)
	}
	if size > c.font.cff.budget {
		return 0, brokenCFF("the charstrings overlap and would need too much memory")
	}
	return size, nil
}

func (c *cffCut) glyph(gid uint16, fd uint8, trim Trim) error {
	cff := c.font.cff
	cs, err := cff.charStrings.item(int(gid))
	if err != nil {
		return err
	}
	dict := &cff.dicts[fd]
	c.flat.local = &dict.subrs
	if err := c.flat.glyph(cs); err != nil {
		return err
	}
	width := int64(c.font.Advance(gid)-trim.Left-trim.Right)<<16 - dict.nominal16
	switch {
	case c.flat.seac:
		return c.compose(trim.origin(), width)
	case trim.Left != 0 || trim.Right != 0 || trim.Up != 0:
		return c.trim(trim.origin(), width)
	}
	c.setWidth(dict, width)
	return nil
}

// setWidth makes a charstring say the same advance as hmtx. OpenType goes by hmtx, and the widths in
// a PDF come from there, yet a PDF's must agree with the charstring's (ISO 19005-2, 6.2.11.5). want
// is counted from nominalWidthX.
func (c *cffCut) setWidth(dict *fontDict, want int64) {
	f, old := &c.flat, 0
	have := dict.defaultWidth - dict.nominal16
	if f.width {
		if f.computed {
			return // found in no font
		}
		have, old = csNumber(f.out[f.start:]), csNumberSize(f.out[f.start])
	}
	if have == want {
		return
	}
	var buf [5]byte
	if number, ok := appendNumber(buf[:0], want); ok {
		f.out = slices.Replace(f.out, f.start, f.start+old, number...)
	}
}
