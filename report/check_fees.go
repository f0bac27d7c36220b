package report

import (
	"regexp"
	"strings"
)

// feeNumber is an amount of money in running text.
var feeNumber = regexp.MustCompile(`([0-9]+(?:\.[0-9]{1,4})?) ?(万?)元`)

// fees checks what section six says about 信息处理费. It is counted in 元 (国办函〔2020〕109号) and reported there only; the
// table's 行政事业性收费, in 万元, is another thing.
func (c *checker) fees() {
	c.report.Other.each("other", func(src, text string) {
		for _, sentence := range sentences(text) {
			_, behind, about := strings.Cut(sentence, "信息处理费")
			if m := feeNumber.FindStringSubmatch(behind); about && m != nil {
				c.fee(src, m[0], m[1], m[2] != "")
			}
		}
	})
}

func (c *checker) fee(src, quote, number string, inWan bool) {
	if inWan {
		c.add(src, "fee.unit", quote)
		return
	}
	table := c.report.Disclosure.Fees
	yuan, filled := table.Yuan()
	said, ok := ParseAmount(number) // as if in 万元: 120元 set into the table as 120
	n, _ := said.Yuan()
	if ok && filled && n > 0 && (yuan == n || yuan*wan == n) {
		c.add("disclosure.fees", "fee.copied", quote, table.String())
	}
}
