package layout

// isStraight reports whether char i is a quote that does not say by itself whether it opens or closes, or the sign at both ends of a topic,
// #政务公开#. In it's it does neither.
func (p *para) isStraight(i int) bool {
	c := &p.chars[i]
	if c.class != classLatinMark {
		return false
	}
	switch c.r {
	case '"', '＂':
		return true
	case '\'', '＇':
		return p.neighbour(i, -1) != sideLatin || p.neighbour(i, 1) != sideLatin
	case '#', '＃': // not of C# and 3#楼
		return p.neighbour(i, -1) != sideLatin
	}
	return false
}

// straightKind tells the marks of one kind from those of another, whatever their width.
func straightKind(r rune) int {
	switch r {
	case '"', '＂':
		return 0
	case '\'', '＇':
		return 1
	}
	return 2
}

// resolveStraight decides which straight quotes open and which close: what has a blank at one side alone belongs to the other side, the
// rest take turns. (The sign of inches is taken for a quote too, and what is behind it may stay with it: 32"电视.)
func (p *para) resolveStraight() {
	var open [3]bool // by kind
	for _, at := range p.unclear {
		i := int(at)
		if !p.isStraight(i) {
			continue
		}
		c := &p.chars[i]
		kind := straightKind(c.r)
		open[kind] = !open[kind]
		if before, behind := p.isGap(i-1), p.isGap(i+1); before != behind {
			open[kind] = before
		}
		c.class = classLatinClose
		if open[kind] {
			c.class = classLatinOpen
		}
	}
}

// isGap reports whether char i is a blank or beyond the text.
func (p *para) isGap(i int) bool {
	return i < 0 || i >= len(p.chars) || isBlank(p.chars[i].class) || p.chars[i].class == classFeed
}
