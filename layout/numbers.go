package layout

import (
	"strings"
	"unicode/utf8"
)

// tieNumber ties the number that begins behind char i to what stands before it: 第3, 〔2021〕30号, 1月31日, ±0.5, 10：30. Char solid is
// the last one up to i that is no space: a typed space frees nothing (第 3 季度).
func (p *para) tieNumber(i, solid int) {
	c, before := &p.chars[i], &p.chars[solid]
	switch {
	case before.r == '第':
		c.after = noBreak
		if b := solid - 1; b >= 0 && (p.chars[b].r == 0x3015 || p.closesFigures(b)) { // 〔2021〕第30号
			p.chars[b].after = noBreak
		}
	case before.r == '．' && p.behindDigit(solid), p.isNo(solid): // 2024．1．31
		c.after = noBreak
	case before.r == 0x3015, before.r == '№', p.closesFigures(solid), solid == i && signs[c.r]:
		c.after = noBreak
	case before.class == classDigit: // 12 345 678, but 2024 12345
		c.after = numberBreak
		if p.isGroup(i + 1) {
			c.after = noBreak
		}
	case p.inDate(solid, i+1), p.inCode(solid, i+1):
		c.after = wholeBreak
	case solid < i && before.latin: // No. 15
		c.after = max(c.after, codeBreak)
	case c.r == '：' && i > 0 && p.chars[i-1].class == classDigit: // 10：30
		c.after = wholeBreak
	}
}

// isNo reports whether char i ends No. before a number.
func (p *para) isNo(i int) bool {
	return i >= 2 && p.chars[i].r == '.' && p.chars[i-1].r == 'o' && p.chars[i-2].r|0x20 == 'n' && (i == 2 || p.chars[i-3].class != classLetter)
}

// closesFigures reports whether char i closes brackets, of either width, that hold nothing but figures: （2021）30号, [2021]第30号,
// （0517）83605210.
func (p *para) closesFigures(i int) bool {
	if !isClose(p.chars[i].class) || !p.behindDigit(i) {
		return false
	}
	for i--; i >= 0 && p.chars[i].class == classDigit; i-- {
	}
	return i >= 0 && isOpen(p.chars[i].class)
}

// opensYear reports whether char i opens the brackets of the year of a 发文字号: 〔2021〕.
func (p *para) opensYear(i int) bool {
	const year = len("2021")
	if i+year+1 >= len(p.chars) || p.chars[i].class != classOpen || p.chars[i+year+1].class != classClose {
		return false
	}
	for k := i + 1; k <= i+year; k++ {
		if p.chars[k].class != classDigit {
			return false
		}
	}
	return true
}

// inDate reports whether a line end between char solid and the number at char k, spaces between them left out, would cut a date or a
// span of months or days: 2024年|1月|31日, 1—|12月, 10—|15日.
func (p *para) inDate(solid, k int) bool {
	before := &p.chars[solid]
	if before.r != '年' && before.r != '月' && before.class != classConnector || !p.behindDigit(solid) {
		return false
	}
	if k = p.skipNumber(k); k < len(p.chars) && p.chars[k].class == classConnector && before.class != classConnector {
		k = p.skipNumber(p.skipBlanks(k + 1))
	}
	return k < len(p.chars) && (p.chars[k].r == '月' || p.chars[k].r == '日')
}

// inCode reports the same of the name of a standard: GB/T |9704—|2012, DB32/T |4077.
func (p *para) inCode(solid, k int) bool {
	if p.chars[solid].class == classConnector {
		for k, solid = solid, p.lastSolid(solid); solid >= 0 && p.chars[solid].class == classDigit; solid-- {
			k = solid
		}
		solid = p.lastSolid(k)
	}
	if solid < 0 || k-solid < 2 { // no space between
		return false
	}
	const shortest = len("GB")
	capital, n := false, 0
	for ; solid >= 0; solid, n = solid-1, n+1 {
		switch c := &p.chars[solid]; {
		case c.r >= 'A' && c.r <= 'Z':
			capital = true
		case c.class == classDigit, c.r == '/':
		default:
			return capital && n >= shortest && c.class != classLetter
		}
	}
	return capital && n >= shortest
}

// skipNumber gives the place behind the digits at char k and the spaces behind them.
func (p *para) skipNumber(k int) int {
	for k < len(p.chars) && p.chars[k].class == classDigit {
		k++
	}
	return p.skipBlanks(k)
}

func (p *para) skipBlanks(k int) int {
	for k < len(p.chars) && isBlank(p.chars[k].class) {
		k++
	}
	return k
}

// lastSolid gives the last char before char i that is no space, -1 where there is none.
func (p *para) lastSolid(i int) int {
	for i--; i >= 0 && isBlank(p.chars[i].class); i-- {
	}
	return i
}

// signs are the signs of numbers that are no letters' business: those of ASCII do not part from what follows them anyway.
var signs = map[rune]bool{'＋': true, '＜': true, '＞': true, '＝': true, '≈': true, '≠': true, '≤': true, '≥': true, '≦': true, '≧': true, '±': true, '∓': true, '−': true}

// behindDigit reports whether a digit stands before char i, spaces left out.
func (p *para) behindDigit(i int) bool {
	i = p.lastSolid(i)
	return i >= 0 && p.chars[i].class == classDigit
}

// isGroup reports whether the three characters from k on are a group of a long number (千分空, GB/T 15835-2011 5.1.1).
func (p *para) isGroup(k int) bool {
	n := 0
	for k+n < len(p.chars) && n < 4 && p.chars[k+n].class == classDigit {
		n++
	}
	return n == 3
}

// tieAfterNumbers ties numbers to their units: 15条, 96171.6 万元, 2024 年, 12 km², 25 ℃.
func (p *para) tieAfterNumbers() {
	for i := 0; i+1 < len(p.chars); i++ {
		switch c := &p.chars[i]; {
		case c.r == '第':
			p.tieOrdinal(i)
			continue
		case isBox(c.r), isEnclosed(c.r):
			p.tieBox(i)
			continue
		case isRoman(c.r):
			p.tieRoman(i)
		case c.class != classDigit:
			continue
		}
		k := p.skipBlanks(i + 1)
		if k == len(p.chars) {
			return
		}
		switch p.chars[k].class {
		case classHan:
			p.tieUnit(k)
		case classPostfix:
			p.chars[k-1].after = noBreak
		case classLetter:
			if k > i+1 && p.latinUnit(k) {
				p.chars[k-1].after = noBreak
			}
		}
	}
}

// tieOrdinal ties 第 at char i to the number behind it, and what is counted to brackets around that: 第二十条第（一）项.
func (p *para) tieOrdinal(i int) {
	k := i + 1
	bracketed := isOpen(p.chars[k].class) && k+1 < len(p.chars)
	if bracketed {
		k++
	}
	if !p.isFigure(k) {
		return
	}
	p.chars[i].after = noBreak
	const most = 12 // characters up to the bracket: enough for （一百二十三）
	for ; bracketed && k+1 < len(p.chars) && k < i+most; k++ {
		if isClose(p.chars[k].class) {
			if p.measureWord(k+1) == 1 {
				p.chars[k].after = noBreak
			}
			return
		}
		if !p.isFigure(k) {
			return
		}
		if p.isFigure(k + 1) {
			p.chars[k].after = noBreak
		}
	}
}

// isFigure reports whether char i is a figure, Chinese or Arabic, Roman or in a circle.
func (p *para) isFigure(i int) bool {
	const figures = "一二三四五六七八九十百千零〇两几兩幾壹贰叁肆伍陆柒捌玖拾"
	c := &p.chars[i]
	return c.class == classDigit || isRoman(c.r) || c.r >= '①' && c.r <= '⑳' || strings.ContainsRune(figures, c.r)
}

// tieUnit ties the unit at char k, if it is one, to the number before it.
func (p *para) tieUnit(k int) {
	n := p.unit(k)
	if n == 0 { // 2022中国, 电话83605210转
		p.chars[k-1].after = max(p.chars[k-1].after, numberBreak)
		return
	}
	p.chars[k-1].after = noBreak
	within := int16(noBreak)
	for j := k; j < k+n-1; j++ {
		c := &p.chars[j]
		switch {
		case pers[c.r] && c.after != noBreak: // 元/|件, where the level lets a line end there
			c.after = rangeBreak
		case isSome(c.r):
			c.after = max(c.after, rangeBreak)
		case !pers[p.chars[j+1].r]:
			c.after = within
		}
		if pers[c.r] {
			within = wholeBreak // 微克/立方|米 rather than a line that comes apart
		}
	}
}

// latinUnit reports whether the letters at char k are the symbol of a unit. What follows behind / and · is tied to them by itself.
func (p *para) latinUnit(k int) bool {
	var buf [4 * longestSymbol]byte
	text := buf[:0]
	for n := 0; k+n < len(p.chars) && p.chars[k+n].class == classLetter; n++ {
		if n == longestSymbol {
			return false
		}
		text = utf8.AppendRune(text, p.chars[k+n].r)
	}
	return unitSymbols[string(text)]
}

const longestSymbol = 4

// unitSymbols are the symbols of units that reports use, with their powers (GB 3100-1993).
var unitSymbols = map[string]bool{
	"m": true, "km": true, "dm": true, "cm": true, "mm": true, "μm": true, "nm": true, "m²": true, "km²": true, "hm²": true, "cm²": true, "mm²": true,
	"m³": true, "km³": true, "dm³": true, "cm³": true, "mm³": true, "L": true, "mL": true, "ml": true, "kg": true, "g": true, "mg": true, "μg": true,
	"t": true, "kt": true, "ha": true, "s": true, "ms": true, "min": true, "h": true, "d": true, "a": true, "W": true, "kW": true, "MW": true,
	"GW": true, "V": true, "kV": true, "A": true, "mA": true, "kVA": true, "MVA": true, "J": true, "kJ": true, "MJ": true, "GJ": true, "N": true,
	"kN": true, "Pa": true, "kPa": true, "MPa": true, "hPa": true, "Hz": true, "kHz": true, "MHz": true, "GHz": true, "dB": true, "K": true,
	"B": true, "kB": true, "KB": true, "MB": true, "GB": true, "TB": true, "PB": true, "Mbps": true, "Gbps": true, "kbps": true, "pH": true, "px": true,
	"pt": true, "in": true, "tce": true, "ppm": true, "mol": true, "Sv": true, "mSv": true, "μSv": true, "Bq": true,
}
