package compiler

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

// A parityCause is why something stands elsewhere in LibreOffice.
type parityCause struct {
	why   string
	cases []parityCase
}

// A parityCase is the oddities of a report that a cause explains: on pages from one to another, of all kinds or of one, with the text.
type parityCase struct {
	report   string
	from, to int
	kind     string
	text     string
}

func (c *parityCase) explains(report string, o *oddity) bool {
	return c.report == report && c.from <= o.page && o.page <= c.to && (c.kind == "" || c.kind == o.kind) && strings.Contains(o.text, c.text)
}

// parityCauses are the causes of all that is elsewhere in a DOCX without options, when what LibreOffice misreads is taken out. The first
// that explains an oddity counts it.
var parityCauses = []parityCause{
	{"no rows 过次页 and 承前页 in a DOCX: a sum is wrong as soon as a figure changes, or a page's end; Parity tells of it", []parityCase{{"tables", 3, 7, "", ""}}},
	{"LibreOffice draws the frame of a table half its width lower, 1.5 pt here, and tables below one another a little lower each", []parityCase{{"tables", 2, 2, "rules", ""}}},
	{"LibreOffice and Word set text on exact pitch 2.6 pt lower, and so the rule 4 mm below it", []parityCase{{"red-head", 1, 1, "rules", ""}}},
	{"LibreOffice ends no line between 、 and a figure: 6.9%、|39.5%", []parityCase{{"bulletin-2023", 1, 1, "", "比重为6.9%、"}}},
	{"LibreOffice does not read w:hint: “ ” and · beside letters are as wide as Latin ones", []parityCase{
		{"typography", 2, 2, "", "列夫·托尔斯泰"}, {"typography", 2, 2, "", "间隔号占半字"}, {"typography", 2, 2, "", "不居行尾"}, {"typography", 3, 3, "", "WiFi"}, {"typography", 3, 3, "", "点和App"}}},
	{"LibreOffice leaves the last character before each change between Han and Latin at its full width: lines with many are not as close as in Word", []parityCase{
		{"typography", 3, 3, "", "“2024年1月1日”"}, {"typography", 3, 3, "", "手工键入空格"}, {"typography", 3, 3, "", "和分节的"}, {"typography", 4, 4, "", "差±0.5"},
		{"typography", 5, 5, "", "带调拼音"}, {"typography", 5, 5, "", "与之同形"}, {"typography", 5, 5, "", "异体字选择符"}, {"typography", 5, 5, "", "原码位"}}},
	{"more squeezed in the PDF than a tenth of each character, the most that a DOCX has its characters closer", []parityCase{
		{"typography", 2, 2, "", "《条例》"}, {"typography", 2, 2, "", "例〉释义》"}, {"typography", 2, 2, "", "相邻：“公开"}, {"typography", 3, 3, "", "公开了没有"},
		{"catalogue-2020", 1, 6, "lines in cells", "条例》、《"}}},
	{"LibreOffice does not read w:eastAsianLayout: two figures in vertical text lie on their side", []parityCase{{"typography", 6, 6, "", "2012"}, {"typography", 6, 6, "", "28"}}},
	{"letters with two marks and variants are read from the PDF of LibreOffice as one character each", []parityCase{{"typography", 5, 5, "characters", ""}}},
	{"a page begins elsewhere, for one of these lines before it", []parityCase{{"typography", 2, 5, "first lines", ""}, {"typography", 2, 5, "last lines", ""}}},
}

// A causeCount counts the oddities of each cause by kind.
type causeCount [][]kindCount

type kindCount struct {
	kind string
	n    int
}

// add counts the oddities of a report; one without a cause is a fault.
func (c *causeCount) add(t *testing.T, report string, p *parity) {
	*c = append(*c, make(causeCount, len(parityCauses)-len(*c))...)
	for i := range p.odd {
		if !c.explained(report, &p.odd[i]) {
			t.Errorf("%s: %+v has no cause", report, p.odd[i])
		}
	}
}

func (c causeCount) explained(report string, o *oddity) bool {
	for i := range parityCauses {
		for k := range parityCauses[i].cases {
			if parityCauses[i].cases[k].explains(report, o) {
				c.count(i, o.kind)
				return true
			}
		}
	}
	return false
}

func (c causeCount) count(cause int, kind string) {
	for k := range c[cause] {
		if c[cause][k].kind == kind {
			c[cause][k].n++
			return
		}
	}
	c[cause] = append(c[cause], kindCount{kind, 1})
}

// print tells the counts; a cause of nothing is a fault.
func (c causeCount) print(t *testing.T, w io.Writer) {
	fmt.Fprintln(w, "\nwhat is elsewhere without options, by cause; with its misreadings taken out")
	for i := range c {
		if len(c[i]) == 0 {
			t.Errorf("nothing is elsewhere because of: %s", parityCauses[i].why)
		}
		fmt.Fprintln(w, parityCauses[i].why)
		for _, k := range c[i] {
			fmt.Fprintf(w, "    %d %s\n", k.n, k.kind)
		}
	}
}
