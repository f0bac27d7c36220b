package pdfread

// literal reads what stands between parentheses (ISO 32000-1 7.3.4.2).
func (l *lexer) literal() object {
	var out []byte
	for depth := 1; l.at < len(l.b); {
		c := l.b[l.at]
		l.at++
		switch c {
		case '\\':
			out = l.escaped(out)
			continue
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return str(out)
			}
		case '\r': // any line end in a string is a line feed
			if l.at < len(l.b) && l.b[l.at] == '\n' {
				l.at++
			}
			c = '\n'
		}
		out = append(out, c)
	}
	return l.fail()
}

// escaped reads what follows a backslash.
func (l *lexer) escaped(out []byte) []byte {
	if l.at >= len(l.b) {
		return out
	}
	c := l.b[l.at]
	l.at++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.at < len(l.b) && l.b[l.at] == '\n' {
			l.at++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	n := c - '0'
	for range 2 {
		if l.at < len(l.b) && '0' <= l.b[l.at] && l.b[l.at] <= '7' {
			n = n<<3 | (l.b[l.at] - '0')
			l.at++
		}
	}
	return append(out, n)
}

// decodeText decodes a text string (7.9.2.2): UTF-16BE or UTF-8 with its mark, else bytes, of which ASCII is understood.
func decodeText(s string) string {
	switch {
	case len(s) >= 2 && s[:2] == "\xFE\xFF":
		return decodeUTF16(s[2:])
	case len(s) >= 3 && s[:3] == "\xEF\xBB\xBF":
		return s[3:]
	}
	return s
}
