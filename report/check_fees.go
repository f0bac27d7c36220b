package report

import (
	"regexp"
	"strings"
)

// moneySaid is an amount in running text: 120元, 1,200元, 0.02万元.
var moneySaid = regexp.MustCompile(`([0-9]+(?:,[0-9]{3})*(?:\.[0-9]{1,4})?) ?(万?)元`)

// processing is the fee for handling information (条例 art. 42).
const processing = "信息处理费"

// otherMoney are words behind which an amount is no 信息处理费.
var otherMoney = []string{"事业性收费", "收费金额", "采购", "预算", "经费", "罚款"}

// fees checks what section six says about 信息处理费. It is counted in 元 (国办函〔2020〕109号) and reported there only; the
// table's 行政事业性收费, in 万元, is another thing.
func (c *checker) fees() {
	c.report.Other.each("other", func(src, text string) {
		for _, sentence := range sentences(text) {
			if m := feeIn(sentence); m != nil {
				c.fee(src, m[0], strings.ReplaceAll(m[1], ",", ""), m[2] != "")
			}
		}
	})
}

// feeIn finds the amount that a sentence names for 信息处理费: the first behind the words, else the last before them within the same
// clause, as in 收取120元信息处理费.
func feeIn(sentence string) []string {
	before, behind, about := strings.Cut(sentence, processing)
	if !about {
		return nil
	}
	if m := moneySaid.FindStringSubmatch(cutBefore(behind, otherMoney)); m != nil {
		return m
	}
	clauses := strings.Split(before, "，")
	clause := clauses[len(clauses)-1]
	if all := moneySaid.FindAllStringSubmatch(clause, -1); len(all) > 0 {
		return all[len(all)-1]
	}
	return nil
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
