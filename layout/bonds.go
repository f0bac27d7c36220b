package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/banxin-go/banxin/layout/doc"
)

// tie puts a price on every place between two characters.
func (p *para) tie() {
	k := kinsoku{level: p.level}
	base := classFeed  // of the character before, marks on it left out
	solid := classFeed // of the last one that is no space
	for i := range p.chars {
		c := &p.chars[i]
		c.after = 0
		if c.class != classExtend {
			base = c.class
		}
		if !isBlank(base) && base != classZeroSpace {
			solid = base
		}
		if i+1 == len(p.chars) {
			break
		}
		next := p.chars[i+1].class
		if base == classHan && next == classHan {
			continue
		}
		k.tongue = p.tongues[c.span]
		c.after = k.between(base, next)
		if base != solid && k.banned(solid, classHan) { // "（ 一": the space does not free the bracket
			c.after = noBreak
		}
		if next == classDigit && base != classDigit && p.breaking == doc.TotalFit {
			p.tieNumber(i)
		}
		if next == classOpen && p.chars[i+1].r == 0x3014 && c.after == 0 { // 国办发〔2021〕30号
			c.after = bracketBreak
		}
	}
	if p.breaking == doc.TotalFit { // word processors know no units
		p.tieAfterNumbers()
	}
}

// tieNumber ties a number to what stands before it: 第3, 〔2021〕30号, 1月31日.
func (p *para) tieNumber(i int) {
	c := &p.chars[i]
	switch {
	case c.r == '第', c.r == 0x3015, c.r == '№':
		c.after = noBreak
	case c.after == 0 && (c.r == '年' || c.r == '月') && i > 0 && p.chars[i-1].class == classDigit:
		c.after = dateBreak
	}
}

// tieAfterNumbers ties numbers to their units: 15条, 96171.6 万元, 2024 年.
func (p *para) tieAfterNumbers() {
	for i := 0; i+1 < len(p.chars); i++ {
		if p.chars[i].class != classDigit {
			continue
		}
		k := i + 1
		switch p.chars[k].class {
		case classHan:
		case classSpace:
			if k++; k == len(p.chars) || p.chars[k].class != classHan {
				continue
			}
		default:
			continue
		}
		n := p.unit(k)
		if n == 0 { // 2022中国, 电话83605210转
			p.chars[k-1].after = max(p.chars[k-1].after, numberBreak)
			continue
		}
		p.chars[k-1].after = noBreak
		for j := k; j < k+n-1; j++ {
			p.chars[j].after = noBreak
		}
	}
}

// Prices of line ends inside what must not be broken, for stretches that are wider than a line.
const (
	tearAddress = 1000  // behind a mark of an address
	tearNumber  = 2000  // between a number and its unit
	tearWord    = 3000  // inside a word
	tearRule    = 8000  // a mark at a line's start or end (CLREQ allows it for runs of marks, as a last resort)
	tearUnit    = 20000 // inside —— and ……
)

// tear gives the price of a line end behind char i that tie has forbidden, 0 where there must never be one.
func (p *para) tear(i int) int16 {
	if i+1 >= len(p.chars) {
		return 0
	}
	a, b := &p.chars[i], &p.chars[i+1]
	switch {
	case hangsOn(b.class):
		return 0
	case a.latin && b.latin && (addressMark(a.r) || a.r == '@') && b.class == classLetter:
		return tearAddress
	case a.latin && b.latin, a.class == classHangul:
		return tearWord
	case a.class == b.class && (a.class == classDash || a.class == classEllipsis):
		return tearUnit
	case a.class == classDigit, a.class == classHan && b.class == classHan:
		return tearNumber
	}
	return tearRule
}

// unit gives how many characters from k on are a unit of measure or a measure word.
func (p *para) unit(k int) int {
	var buf [4 * longestUnit]byte
	text, n := buf[:0], 0
	best := 0
	for ; n < longestUnit && k+n < len(p.chars) && p.chars[k+n].class == classHan; n++ {
		text = utf8.AppendRune(text, p.chars[k+n].r)
		if n == 0 {
			if strings.Contains(shortUnits, string(text)) {
				best = 1
			}
		} else if longUnits[string(text)] {
			best = n + 1
		}
	}
	return best
}

// shortUnits are the units and measure words of one character that reports use.
const shortUnits = "年月日号时分秒条件人次个项份家名位元角万亿千百篇期级类章节款页届周天岁倍度米吨里亩台套只所户村座场间处宗例种卷册本部支架艘站点版层步轮路街栏行列字首幅张封通组对双排楼室股科"

const longestUnit = 4

// longUnits are those of more characters.
var longUnits = map[string]bool{
	"万元": true, "亿元": true, "千元": true, "百元": true, "美元": true, "欧元": true, "港元": true, "万美元": true, "亿美元": true,
	"人次": true, "万人": true, "亿人": true, "万人次": true, "亿人次": true, "万件": true, "万条": true, "万次": true, "万户": true,
	"万份": true, "万个": true, "万家": true, "万名": true, "万吨": true, "亿吨": true, "万亩": true, "件次": true, "户次": true,
	"平方米": true, "立方米": true, "平方公里": true, "万平方米": true, "公里": true, "公顷": true, "公斤": true, "千克": true,
	"千米": true, "厘米": true, "毫米": true, "千瓦": true, "千瓦时": true, "小时": true, "分钟": true, "季度": true, "年度": true,
	"周年": true, "年代": true, "月份": true, "世纪": true, "个月": true, "工作日": true, "百分点": true,
}

// tieAddresses finds web addresses in the Latin stretch [from, to), which may break behind certain marks when nothing better
// is left. Mail addresses stay whole.
func (p *para) tieAddresses(from, to int) {
	const shortest = len("www.a.cn")
	for from < to {
		start := from
		for from < to && p.chars[from].r > ' ' && p.chars[from].r < 0x7F {
			from++
		}
		if from-start >= shortest && p.isAddress(start, from) {
			p.openAddress(start, from)
		}
		from++
	}
}

// isAddress recognises a scheme or a leading www.
func (p *para) isAddress(from, to int) bool {
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

// openAddress lets an address break behind / ? & = and -, but neither inside :// nor before a mark. Behind a point it breaks only
// where a line has no other end: at a line's end a point reads as a full stop.
func (p *para) openAddress(from, to int) {
	for i := from; i+1 < to; i++ {
		if addressMark(p.chars[i].r) && !addressMark(p.chars[i+1].r) && p.chars[i+1].class != classLatinClose {
			p.chars[i].after = urlBreak
			if p.chars[i].r == '.' {
				p.chars[i].after = pointBreak
			}
		}
	}
}

func addressMark(r rune) bool {
	switch r {
	case '/', '?', '&', '=', '.', '-':
		return true
	}
	return false
}
