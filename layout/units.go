package layout

import (
	"strings"
	"unicode/utf8"
)

// unit gives how many characters from k on are a unit: 条, 万亿元, 余件, 微克/立方米.
func (p *para) unit(k int) int {
	n := p.scaled(k)
	for n > 0 && k+n < len(p.chars) && pers[p.chars[k+n].r] {
		of := p.scaled(k + n + 1)
		if of == 0 {
			break
		}
		n += 1 + of
	}
	return n
}

// pers are the signs between the units of a compound one: 元/件, 元/人·月.
var pers = map[rune]bool{'/': true, '／': true, '·': true}

// isSome tells what makes a number a rough one: 30余|件, 100多|万人.
func isSome(r rune) bool { return r == '余' || r == '餘' || r == '多' }

// scaled gives how many characters from k on are multipliers and the measure word behind them.
func (p *para) scaled(k int) int {
	const multipliers, longest = "百千万亿萬億", 3
	best := p.measureWord(k)
	for n := 1; n <= longest && k+n <= len(p.chars); n++ {
		if r := p.chars[k+n-1].r; !isSome(r) && !strings.ContainsRune(multipliers, r) {
			break
		}
		best = max(best, n+p.measureWord(k+n))
	}
	return best
}

// measureWord gives how many characters from k on are a unit of measure or a measure word.
func (p *para) measureWord(k int) int {
	var buf [4 * longestUnit]byte
	text, best := buf[:0], 0
	for n := 0; n < longestUnit && k+n < len(p.chars); n++ {
		c := &p.chars[k+n]
		if c.class != classHan {
			break
		}
		text = utf8.AppendRune(text, c.r)
		if longUnits[string(text)] || n == 0 && (isSquared(c.r) || strings.ContainsRune(shortUnits, c.r)) {
			best = n + 1
		}
	}
	return best
}

// isSquared tells the symbols of units that are one character: ㎡ ㎏ ㎞.
func isSquared(r rune) bool { return r >= 0x3380 && r <= 0x33DF }

// shortUnits are the units and measure words of one character that reports use, the traditional and Japanese ones last.
const shortUnits = "年月日号时分秒条件人次个项份家名位元角期级类章节款页届周天岁倍度米吨里亩台套只所户村座场间处宗例种卷册本部支架艘站点版层步轮路街栏行列字首幅张封通组对双排楼室股科" +
	"辆批起笔门头株棵块片枚斤克升瓦伏成折代段集口班队院校厂店课讲堂遍回趟员席栋幢孔眼档环星型剂箱瓶" +
	"號時條個項級類節頁歲畝臺戶場間處種冊層輪路欄張組對雙樓輛筆門頭塊員棟圓円"

const longestUnit = 4

// longUnits are those of more characters, without multipliers.
var longUnits = map[string]bool{
	"美元": true, "欧元": true, "港元": true, "日元": true, "英镑": true, "人次": true, "件次": true, "户次": true, "批次": true, "场次": true, "班次": true,
	"架次": true, "车次": true, "台次": true, "人天": true, "课时": true, "学时": true,
	"平方米": true, "立方米": true, "平方公里": true, "平方千米": true, "公里": true, "公顷": true, "公斤": true, "千克": true, "毫克": true, "微克": true,
	"千米": true, "厘米": true, "毫米": true, "微米": true, "毫升": true, "海里": true, "千瓦": true, "千瓦时": true, "兆瓦": true, "兆瓦时": true, "千伏": true,
	"千伏安": true, "分贝": true, "摄氏度": true, "标准煤": true, "吨标准煤": true,
	"小时": true, "分钟": true, "季度": true, "年度": true, "周岁": true, "周年": true, "年代": true, "月份": true, "世纪": true, "星期": true,
	"个月": true, "个半月": true, "个季度": true, "个小时": true, "工作日": true, "个工作日": true, "自然日": true, "个自然日": true, "百分点": true, "个百分点": true,
	"個月": true, "個工作日": true, "個百分點": true, "小時": true, "分鐘": true, "公頃": true, "か月": true,
}

// isRoman tells the Roman figures that are one character. They stand as Han characters do: Ⅲ类.
func isRoman(r rune) bool { return r >= 0x2160 && r <= 0x217F }

// tieRoman ties the Roman figure at char i to what stands before it: 第Ⅲ, Ⅰ—Ⅲ, ⅩⅤ.
func (p *para) tieRoman(i int) {
	if i == 0 {
		return
	}
	switch c := &p.chars[i-1]; {
	case c.r == '第', isRoman(c.r):
		c.after = noBreak
	case c.class == classConnector:
		c.after = max(c.after, rangeBreak)
	}
}
