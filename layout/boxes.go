package layout

// tieBox ties the box or the enclosed number at char i to the word behind it: □依申请公开, ①主动公开.
func (p *para) tieBox(i int) {
	c, next := &p.chars[i], &p.chars[i+1]
	if next.class != classHan && next.class != classLetter || isBox(next.r) || isEnclosed(next.r) {
		return
	}
	if isBox(c.r) && i > 0 && isBox(p.chars[i-1].r) { // 张□□ does not say who
		return
	}
	c.after = noBreak
}

// isBox tells the boxes and ticks that forms have before their choices. ○ is none: it is the nought of 二○二四年.
func isBox(r rune) bool {
	switch r {
	case '□', '■', '☐', '☑', '☒', '√', '✓', '✔':
		return true
	}
	return false
}

// isEnclosed tells numbers in circles and brackets, and those with a point, that are one character: ① ⑴ ⒈ ❶ ㈠ ㊀.
func isEnclosed(r rune) bool {
	return r >= 0x2460 && r <= 0x249B || r >= 0x24EB && r <= 0x24FE || r >= 0x2776 && r <= 0x2793 || r >= 0x3220 && r <= 0x3229 || r >= 0x3280 && r <= 0x3289
}
