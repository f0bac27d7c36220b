package layout

import "unicode/utf8"

// Prices of line ends between two Han characters of a title or table head, which are broken at sense (GB/T 9704-2012 7.3.1).
const (
	pairBreak  = 30  // between pairs of characters: most words have two
	unitBreak  = 80  // behind 2022年
	oddBreak   = 100 // inside such a pair
	wordBreak  = 200 // inside a word of the forms
	groupBreak = 320 // inside short brackets: （单位：条）
	groupChars = 8   // of such brackets
	extraLine  = 150 // of one line more than needed
	maxBalance = 300 // line ends; longer texts are not heads
)

// headWords are words of the forms' own heads and of titles of reports, up to longestWord characters long.
var headWords = map[string]bool{
	"商业": true, "企业": true, "科研": true, "机构": true, "社会": true, "公益": true, "组织": true, "法律": true, "服务": true,
	"自然人": true, "法人": true, "其他": true, "总计": true, "合计": true, "结果": true, "维持": true, "纠正": true, "尚未": true,
	"审结": true, "未经": true, "复议": true, "复议后": true, "直接": true, "起诉": true, "诉讼": true, "申请人": true, "申请": true,
	"情况": true, "本年": true, "上年": true, "本年度": true, "年度": true, "制发": true, "废止": true, "件数": true, "现行": true,
	"有效": true, "处理": true, "决定": true, "数量": true, "收费": true, "金额": true, "单位": true, "万元": true, "信息": true,
	"内容": true, "政府": true, "公开": true, "行政": true, "许可": true, "处罚": true, "强制": true, "事业性": true, "规范性": true,
	"文件": true, "规章": true, "主动": true, "依申请": true, "收到": true, "结转": true, "办理": true, "予以": true, "不予": true,
	"部分": true, "无法": true, "提供": true, "工作": true, "报告": true, "政务": true, "中心": true, "人民": true, "办公室": true,
	"办公厅": true, "委员会": true, "管理局": true, "监督": true, "管理": true, "发展": true, "改革": true, "关于": true,
	"项目": true, "预算": true, "决算": true, "支出": true, "收入": true, "公共": true, "基金": true, "国有": true, "资本": true,
	"经营": true, "财政": true, "拨款": true, "一般": true, "基本": true, "指标": true, "名称": true, "代码": true, "科目": true,
	"备注": true, "序号": true, "网站": true, "数据": true, "平台": true, "建设": true, "第三方": true, "新收": true, "总数": true,
	"第一项": true, "第二项": true, "第三项": true, "第四项": true, "之和": true, "等于": true, "关系": true, "本列": true,
	"公务": true, "用车": true, "购置": true, "运行": true, "维护": true, "因公": true, "出国": true, "接待": true, "年初": true, "年末": true,
	"结余": true, "小计": true, "上缴": true, "上级": true, "补助": true, "附属": true, "事业": true, "功能": true, "分类": true, "编码": true,
	"经济": true, "人员": true, "经费": true, "公用": true, "办件": true, "受理": true, "办结": true, "季度": true, "累计": true, "本期": true,
	"计量": true, "事项": true, "依据": true, "时限": true, "主体": true, "渠道": true, "对象": true, "方式": true, "层级": true, "类别": true,
	"增长": true, "比重": true, "人均": true, "生产": true, "总值": true, "增加值": true, "固定": true, "资产": true, "投资": true, "规模": true,
	"以上": true, "工业": true, "常住": true, "人口": true, "居民": true, "可支配": true, "城镇": true, "农村": true, "消费品": true,
	"零售": true, "登记": true, "注册": true, "类型": true, "责任": true, "公司": true, "电话": true, "地址": true, "备案": true,
	"最低": true, "生活": true, "保障": true, "特困": true, "救助": true, "供养": true, "临时": true, "综合": true, "业务": true, "政策": true,
	"法规": true, "审核": true, "审批": true, "办事": true, "指南": true, "检查": true, "载体": true, "特定": true, "群体": true,
	"重新": true, "出具": true, "确认": true, "获取": true, "舆情": true, "热点": true, "回应": true, "公众": true, "要求": true, "机关": true,
}

const longestWord = 3

// sense puts a price on the places between Han characters.
func (p *para) sense() {
	for from := 0; from < len(p.chars); from++ {
		if p.chars[from].class != classHan {
			continue
		}
		to := from
		for to < len(p.chars) && p.chars[to].class == classHan {
			to++
		}
		if from > 0 && p.chars[from-1].class == classDigit {
			from += max(1, p.unit(from))
			p.price(from-1, unitBreak)
		}
		p.senseRun(from, to)
		from = to
	}
	p.bracketed()
}

// bracketed keeps short brackets together.
func (p *para) bracketed() {
	for from := range p.chars {
		if p.chars[from].class != classOpen {
			continue
		}
		for to := from + 1; to < len(p.chars) && to <= from+groupChars+1; to++ {
			if p.chars[to].class != classClose {
				continue
			}
			for i := from; i < to; i++ {
				if c := &p.chars[i]; c.after != noBreak {
					c.after = max(c.after, groupBreak)
				}
			}
			break
		}
	}
}

// price raises what a line end behind char i costs.
func (p *para) price(i int, cost int16) {
	if c := &p.chars[i]; c.after != noBreak && i+1 < len(p.chars) && p.chars[i+1].class == classHan {
		c.after = max(c.after, cost)
	}
}

// senseRun prices the Han characters [from,to): words of the list stay whole, what is between them is taken two by two.
func (p *para) senseRun(from, to int) {
	for i := from; i < to; {
		if n := p.headWord(i, to); n > 0 {
			for k := i; k < i+n-1; k++ {
				p.price(k, wordBreak)
			}
			i += n
			continue
		}
		end := i + 1
		for end < to && p.headWord(end, to) == 0 {
			end++
		}
		p.senseGap(i, end, from)
		i = end
	}
}

// senseGap prices the characters [i,end) between two words of a run: pairs, the last of an odd number in threes. A single one is
// a word's ending (办结率), or leads to the next: at the run's start (总收入), or when it joins two (购置及运行).
func (p *para) senseGap(i, end, run int) {
	switch {
	case end-i > 1:
		for k := i; k < end-1; k++ {
			if (k-i)%2 == 0 || k == end-2 {
				p.price(k, oddBreak)
			} else {
				p.price(k, pairBreak)
			}
		}
	case i == run || p.chars[i].r == '及' || p.chars[i].r == '和' || p.chars[i].r == '与':
		p.price(i, oddBreak)
	default:
		p.price(i-1, oddBreak)
	}
}

// headWord gives the length of the longest listed word at char i, 0 for none.
func (p *para) headWord(i, to int) int {
	var buf [4 * longestWord]byte
	text, best := buf[:0], 0
	for n := 0; n < longestWord && i+n < to; n++ {
		text = utf8.AppendRune(text, p.chars[i+n].r)
		if headWords[string(text)] {
			best = n + 1
		}
	}
	return best
}

// balanced gives the ends of lines of about equal length, as few lines as there must be, or one more where a word would be
// cut otherwise. No line is left with a single character as long as there are four.
func (b *breaker) balanced(items []item, f fit) []int {
	plain := b.lines(items, f)
	n := len(plain)
	if n == 1 || len(b.nodes) > maxBalance || n > 8 {
		return plain
	}
	best, cost := b.inLines(items, f, n)
	if cost >= unreachable { // a character wider than the measure
		best = plain
	}
	if more, c := b.inLines(items, f, n+1); c+extraLine*extraLine < cost {
		best, cost = more, c
	}
	if cost < unreachable && len(b.nodes) <= maxFilled {
		best = b.orFilled(items, f, best, cost)
	}
	return best
}

// unreachable is more than any paragraph costs.
const unreachable = 1 << 60

// inLines finds the best way to fill exactly n lines, and its cost.
func (b *breaker) inLines(items []item, f fit, n int) ([]int, int64) {
	m := len(b.nodes)
	cost, prev := make([]int64, (n+1)*m), make([]int32, (n+1)*m)
	for i := range cost {
		cost[i] = unreachable
	}
	cost[0] = 0
	mean := max(1, b.nodes[m-1].end.width/int64(n))
	for line := 1; line <= n; line++ {
		for j := line; j < m; j++ {
			if line < n == (j == m-1) {
				continue
			}
			for i := line - 1; i < j; i++ { // of two equal ways the one with the longer first line
				if c := cost[(line-1)*m+i] + b.headLine(items, f, i, j, mean); c <= cost[line*m+j] {
					cost[line*m+j], prev[line*m+j] = c, int32(i)
				}
			}
		}
	}
	ends := make([]int, n)
	for line, j := n, m-1; line > 0; line-- {
		ends[line-1] = int(b.nodes[j].item) + 1
		j = int(prev[line*m+j])
	}
	return ends, cost[n*m+m-1]
}

// headLine is what a line of a head costs: how far from the mean it is, in percent, and where it ends.
func (b *breaker) headLine(items []item, f fit, i, j int, mean int64) int64 {
	from, to := &b.nodes[i], &b.nodes[j]
	width := b.lineWidth(i, j)
	if width > f.measure(i) {
		return unreachable
	}
	off := (width - mean) * 100 / mean
	cost := off * off
	if p := int64(items[to.item].penalty); j < len(b.nodes)-1 && p > 0 {
		cost += p * p
	}
	if all := b.nodes[len(b.nodes)-1].end.weight; all >= 4 && to.end.weight-from.next.weight < 2 {
		cost += loneCost
	}
	return cost
}
