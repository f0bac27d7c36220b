package report

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// mention is a number that section one may name and a table holds.
type mention struct {
	key   string // stands in each of words: most sentences do not have it
	words []string
	in    []string // the table's numbers, added up
	or    []string // what else the same words may fairly mean, added up; nil: nothing
}

const (
	newTotal     = "applications.new.total"
	carriedTotal = "applications.carried.total"
	doneTotal    = "applications.results.total.total"
	forwardTotal = "applications.forward.total"
)

// mentionsOf are the phrases looked for. They are few and narrow: a wrong warning costs more trust than a missed slip.
var mentionsOf = []mention{
	{"申请", []string{"收到政府信息公开申请", "收到各类政府信息公开申请", "其他组织政府信息公开申请", "收到依申请公开", "收到信息公开申请", "受理政府信息公开申请", "新收政府信息公开申请", "新收申请"},
		[]string{newTotal}, []string{newTotal, carriedTotal}},
	{"结转", []string{"上年结转", "上年度结转", "上一年结转", "上一年度结转"}, []string{carriedTotal}, nil},
	{"办结", []string{"办结", "办结政府信息公开申请", "办结申请"}, []string{doneTotal}, nil},
	{"结转", []string{"结转下年", "结转下年度", "结转至下年度", "结转下一年度", "结转下年度继续办理"}, []string{forwardTotal}, nil},
	{"行政复议", of("行政复议"), []string{"reviews.reconsideration.total"}, nil},
	{"行政诉讼", of("行政诉讼"), []string{"reviews.direct.total", "reviews.afterReconsideration.total"}, nil},
}

// of are the ways in which reports say that a case is about the disclosure of information.
func of(what string) []string {
	said := make([]string, 0, 9)
	for _, link := range []string{"", "类", "的", "引发的", "引起的", "产生的", "被申请", "被提起", "工作被申请"} {
		said = append(said, "政府信息公开"+link+what)
	}
	return said
}

// nothingCame are the phrases that say 0, unless what follows is one of casesOf.
var nothingCame = []string{"未收到政府信息公开申请", "未收到政府信息申请公开", "未收到政府信息申请", "未收到依申请公开", "未收到信息公开申请", "没有收到政府信息公开申请"}

// casesOf turn "no requests" into "no cases about requests".
var casesOf = []string{"引发", "引起", "产生", "的行政", "类行政", "行政复议", "行政诉讼"}

var (
	// elsewhere are words behind which numbers need not be the table's: other areas, other years, parts of a whole.
	elsewhere = []string{"其中", "分别", "本级", "全市", "全区", "全县", "全省", "全州", "各区", "各县", "同比", "较上年", "比上年", "占", "平均"}
	fillers   = []string{"共计", "总计", "合计", "数量", "总数", "件数", "案件", "申请", "共", "为", "了", "：", ":", " ", "\u3000"}
	units     = []string{"件", "宗", "份", "起", "例"}
)

// mentions compares what section one says with what the tables say.
func (c *checker) mentions() {
	year := c.report.Year
	stop := append([]string{strconv.Itoa(year-1) + "年", strconv.Itoa(year+1) + "年"}, elsewhere...)
	c.report.Overview.each("overview", func(src, text string) {
		for _, sentence := range sentences(text) {
			if strings.ContainsAny(sentence, "0123456789") || strings.Contains(sentence, "收到") {
				c.sentence(src, cutBefore(sentence, stop))
			}
		}
	})
}

func (c *checker) sentence(src, sentence string) {
	for _, word := range nothingCame {
		_, rest, said := strings.Cut(sentence, word)
		if n, ok := c.total([]string{newTotal}); ok && n > 0 && said && prefixOf(rest, casesOf) == "" {
			c.add(src, "text.count", word, n)
			return
		}
	}
	if !strings.ContainsAny(sentence, "0123456789") {
		return
	}
	for i := range mentionsOf {
		if m := &mentionsOf[i]; strings.Contains(sentence, m.key) {
			c.mention(src, sentence, m)
		}
	}
}

// mention looks for the phrase and its number, and compares. One phrase is reported once a sentence.
func (c *checker) mention(src, sentence string, m *mention) {
	for _, word := range m.words {
		quote, n, found := numberBehind(sentence, word)
		if !found {
			continue
		}
		want, ok := c.total(m.in)
		also, alsoOK := c.total(m.or)
		if ok && n != want && !(alsoOK && n == also) {
			c.add(src, "text.count", quote, want)
			return
		}
	}
}

// total adds up numbers of the tables; ok is false where there are none or one is not filled in.
func (c *checker) total(srcs []string) (sum int64, ok bool) {
	for _, src := range srcs {
		v := c.counts[src]
		if v == nil {
			return 0, false
		}
		n, filled := v.Value()
		if !filled || n < 0 || n > maxNumber {
			return 0, false
		}
		sum += n
	}
	return sum, len(srcs) > 0
}

// numberBehind finds word, fillers, a whole number and its unit, in this order, and gives all of it.
func numberBehind(text, word string) (quote string, n int64, found bool) {
	for from := 0; ; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return "", 0, false
		}
		start := from + i
		from = start + len(word)
		rest := skipAny(text[from:], fillers)
		digits := wholeSaid.FindString(rest)
		unit := prefixOf(strings.TrimLeft(rest[len(digits):], " "), units)
		if digits == "" || len(digits) > 15 || unit == "" {
			continue
		}
		n, _ = strconv.ParseInt(strings.ReplaceAll(digits, ",", ""), 10, 64)
		end := len(text) - len(rest) + len(digits)
		return text[start:end] + unit, n, true
	}
}

// wholeSaid is a whole number at the start of a text: 1286 or 1,286.
var wholeSaid = regexp.MustCompile(`^(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)`)

func skipAny(s string, words []string) string {
	for w := prefixOf(s, words); w != ""; w = prefixOf(s, words) {
		s = s[len(w):]
	}
	return s
}

func prefixOf(s string, words []string) string {
	if i := slices.IndexFunc(words, func(w string) bool { return strings.HasPrefix(s, w) }); i >= 0 {
		return words[i]
	}
	return ""
}

// sentences are the parts of a text that say one thing each.
func sentences(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("。；！", r) })
}

// cutBefore gives what stands before the first of the words.
func cutBefore(s string, words []string) string {
	for _, w := range words {
		s, _, _ = strings.Cut(s, w)
	}
	return s
}
