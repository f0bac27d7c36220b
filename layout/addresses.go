package layout

// Web addresses may be broken at their marks where nothing better is left; mail addresses only where a line does not hold them. Both
// are broken behind the solidus, which GB/T 15834-2011 5.1.9 does not let begin a line, and behind & and =, but before the point, ? and
// @: at a line's end they would end a sentence. A hyphen at a line's end would not be read as the address's own (Chicago Manual of
// Style, 17th edition, 7.46).

// tieAddresses finds the addresses in the Latin stretch [from, to).
func (p *para) tieAddresses(from, to int) {
	const shortest = len("www.a.cn")
	for from < to {
		start := from
		for from < to && p.chars[from].r > ' ' && p.chars[from].r < 0x7F {
			from++
		}
		if from-start >= shortest {
			p.tieAddress(start, from)
		}
		from++
	}
}

func (p *para) tieAddress(from, to int) {
	web := p.isWebAddress(from, to)
	if !web && !p.isMailAddress(from, to) {
		return
	}
	for i := from; i+1 < to; i++ {
		switch c := &p.chars[i]; {
		case c.class == classHyphen:
			c.after = noBreak
		case web && p.cutsAddress(i):
			c.after = urlBreak
			if p.chars[i+1].r == '.' {
				c.after = pointBreak
			}
		}
	}
}

// isWebAddress recognises a scheme or a leading www.
func (p *para) isWebAddress(from, to int) bool {
	for i := from; i+3 < to; i++ {
		a, b, c := p.chars[i].r, p.chars[i+1].r, p.chars[i+2].r
		if a == ':' && b == '/' && c == '/' {
			return true
		}
		if (a|0x20) == 'w' && (b|0x20) == 'w' && (c|0x20) == 'w' && p.chars[i+3].r == '.' {
			return true
		}
	}
	return false
}

// isMailAddress recognises an @ inside a word.
func (p *para) isMailAddress(from, to int) bool {
	for i := from + 1; i+1 < to; i++ {
		if p.chars[i].r == '@' && isPlain(p.chars[i-1].class) && isPlain(p.chars[i+1].class) {
			return true
		}
	}
	return false
}

// cutsAddress reports whether an address may be cut between char i and the next one: behind its last mark in a row where that goes
// behind, before the mark where it goes before.
func (p *para) cutsAddress(i int) bool {
	a, b := &p.chars[i], &p.chars[i+1]
	switch a.r {
	case '/', '&', '=':
		return isPlain(b.class)
	}
	switch b.r {
	case '.', '?', '@':
		return isPlain(a.class) && i+2 < len(p.chars) && p.chars[i+2].class == classLetter
	}
	return false
}

func isPlain(c charClass) bool { return c == classLetter || c == classDigit }
