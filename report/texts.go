package report

// class says what becomes of a problem.
type class uint8

const (
	fail class = iota // the report cannot be built
	sum               // numbers that do not come out: a failure, or a warning where Lenient asks for one
	warn              // said, and built
	info              // a remark
)

// entry is one kind of problem and its words. Both texts take the same arguments; %[1]d and the like let them differ in
// order.
type entry struct {
	code   Code
	class  class
	zh, en string
}

// entries are all codes: one line each.
var entries = index(verifyTexts, checkTexts, inputTexts, textTexts, laterTexts, pdfTexts, parityTexts)

func index(lists ...[]entry) map[Code]entry {
	m := make(map[Code]entry)
	for _, list := range lists {
		for _, e := range list {
			m[e.code] = e
		}
	}
	return m
}

func (c Code) entry() (entry, bool) {
	e, ok := entries[c]
	return e, ok
}

// IsInfo tells whether the code is a remark, not a problem.
func (c Code) IsInfo() bool {
	e, _ := c.entry()
	return e.class == info
}

// IsSum tells whether the code is about numbers that do not come out.
func (c Code) IsSum() bool {
	e, _ := c.entry()
	return e.class == sum
}

// checkTexts are what Check finds in the numbers and in the shape of a report. Sums take the left and the right side, then
// the terms of both one by one.
var checkTexts = []entry{
	{"sum.balance", sum, "第一项加第二项之和为 %[3]d＋%[4]d＝%[1]d，第三项加第四项之和为 %[5]d＋%[6]d＝%[2]d，两者应相等", "items 1 and 2 are %[3]d + %[4]d = %[1]d, items 3 and 4 are %[5]d + %[6]d = %[2]d; both should be the same"},
	{"sum.results", sum, "应为（一）至（六）各项之和 %d，实为 %d", "should be the sum of items (1) to (6), %d, is %d"},
	{"sum.row", sum, "应为自然人和五类法人或其他组织之和 %d，实为 %d", "should be the sum of all kinds of applicants, %d, is %d"},
	{"sum.reviews", sum, "应为四种结果之和 %d，实为 %d", "should be the sum of the four outcomes, %d, is %d"},
	{"sum.amounts", sum, "应为各部分之和 %s，实为 %s", "should be the sum of its parts, %s, is %s"},
	{"sum.table", sum, "应与%s的 %s 一致，实为 %s", "should be the same as %s, %s, is %s"},
	{"account.code", fail, "“%s”不是科目编码：类三位，款五位，项七位数字", "%q is no code: 类 has three figures, 款 five, 项 seven"},
	{"account.parent", fail, "科目“%s”所属的“%s”不在表中", "code %s lacks the one it belongs to, %s"},
	{"account.total", fail, "第一行应为合计，没有科目编码", "the first row should be the total, which has no code"},
	{"year.carry", sum, "应等于上年报告“四、结转下年度继续办理”的 %d，实为 %d", "should be what last year's report carried forward, %d, is %d"},
	{"year.documents", sum, "应为 %[1]d（上年现行有效 %[3]d，加本年制发 %[4]d，减本年废止 %[5]d），实为 %[2]d", "should be %[1]d (%[3]d in force last year, %[4]d issued, %[5]d repealed), is %[2]d"},
	{"year.other", fail, "上年报告应为 %d 年的报告，给出的是 %d 年的", "last year's report should be for %d, the one given is for %d"},
	{"year.gap", warn, "上年报告没有填写相应的数字，未能核对", "last year's report has no number to compare this with"},
	{"year.agency", warn, "上年报告的机关名称是“%s”，与本报告不同", "last year's report is by %q, another name than this report's"},
	{"count.blank", fail, "没有填写；没有发生的应填 0", "not filled in; write 0 where there was none"},
	{"count.negative", fail, "不能是负数：%v", "must not be negative: %v"},
	{"count.big", fail, "数字过大：%v", "number too big: %v"},
	{"count.rank", warn, "%s不能制定规章，此处填写了 %d", "%s cannot make rules (规章), yet %d are given"},
	{"field.both", fail, "同一内容填写了两种格式，另一种在 %s", "given in two formats; the other one is %s"},
	{"field.missing", fail, "没有填写", "not given"},
	{"field.year", fail, "年度应在 2008 至 2100 之间，实为 %d", "the year should be between 2008 and 2100, is %d"},
	{"format.old", warn, "使用了 2019 年的表格格式，%d 年的报告应使用 2021 年的格式", "uses the table of 2019; a report for %d should use that of 2021"},
	{"format.new", warn, "使用了 2021 年的表格格式，%d 年的报告用的是 2019 年的格式", "uses the table of 2021; reports for %d have that of 2019"},
	{"section.empty", fail, "没有内容", "has no text"},
	{"section.deep", fail, "层次过多：序数只有 一、（一）、1. 和（1）四级", "too deep: there are four levels of numbers, 一、 （一） 1. and （1）"},
	{"heading.number", fail, "标题的序数“%s”自动生成，不应写在文字里", "the number %q of a heading is set by itself and is not part of the text"},
	{"date.calendar", fail, "没有这一天：%d-%d-%d", "no such day: %d-%d-%d"},
	{"date.early", warn, "成文日期 %s 早于报告年度终了", "the date of issue, %s, lies before the end of the year reported on"},
	{"text.count", warn, "正文写有“%s”，表中为 %d", "the text says %q, the table has %d"},
	{"fee.unit", warn, "信息处理费以元为单位，正文写有“%s”", "fees for handling information are reported in 元; the text says %q"},
	{"fee.copied", warn, "信息处理费（%s）不计入表中的行政事业性收费（%s 万元）", "fees for handling information (%s) are not part of the fees in the table (%s 万元)"},
	{"text.instruction", warn, "填写说明没有删去：“%s”", "a filling instruction was left in: %q"},
}

// inputTexts are what Decode finds.
var inputTexts = []entry{
	{"json.syntax", fail, "JSON 格式错误，此处不应是“%s”", "not JSON: unexpected %q"},
	{"json.end", fail, "JSON 不完整，内容中断", "not JSON: the input ends too early"},
	{"json.trailing", fail, "报告之后还有多余的内容“%s”", "there is more behind the report: %q"},
	{"json.utf8", fail, "不是 UTF-8 编码的文字（字节 %X）", "not UTF-8 (byte %X)"},
	{"json.surrogate", fail, "\\u 转义不成对，不是一个字", "a lone surrogate in a \\u escape is no character"},
	{"json.size", fail, "文件过大：%d 字节，上限 %d", "the input is too big: %d bytes, at most %d"},
	{"json.depth", fail, "嵌套过深，上限 %d 层", "nested too deep, at most %d levels"},
	{"json.many", fail, "问题超过 %d 个，其余不再列出", "more than %d problems; the rest is left out"},
	{"json.duplicate", fail, "字段“%s”重复，前一个在第 %d 行", "field %q is given twice, first on line %d"},
	{"json.unknown", fail, "没有“%s”这个字段", "there is no field %q here"},
	{"json.similar", fail, "没有“%s”这个字段，是否为“%s”？", "there is no field %q here; did you mean %q?"},
	{"json.type", fail, "应为%s，实为%s", "should be %s, is %s"},
	{"count.mark", fail, "“%s”不是数字；没有发生的应填 0", "%q is no number; write 0 where there was none"},
	{"count.text", fail, "应为数字，不带引号和单位：“%s”", "should be a number without quotes and unit: %q"},
	{"count.whole", fail, "应为整数：%s", "should be a whole number: %s"},
	{"amount.form", fail, "应写作十进制小数：%s", "should be a plain decimal: %s"},
	{"amount.decimals", fail, "金额以万元为单位，最多四位小数：%s", "amounts are in 万元 with at most four decimals: %s"},
	{"amount.cents", fail, "应保留两位小数：%s", "should have two decimals: %s"},
	{"amount.negative", fail, "金额不能是负数：%s", "amounts must not be negative: %s"},
	{"date.form", fail, "日期应写作 2023-01-12 的形式：“%s”", "dates are written like 2023-01-12: %q"},
	{"kind.unknown", fail, "没有“%s”这种报告，可用的有：%s", "there is no kind of report %q; there are: %s"},
	{"kind.other", fail, "是“%s”报告，应为“%s”", "is a report of the kind %q, should be %q"},
	{"word.unknown", fail, "没有“%s”这个值，可用的有：%s", "there is no value %q here; there are: %s"},
	{"length.form", fail, "长度应写作 10.5pt、28mm 或三号的形式：“%s”", "lengths are written like 10.5pt, 28mm or 三号: %q"},
	{"chars.form", fail, "应为字数，最多两位小数：%s", "should be a number of characters with at most two decimals: %s"},
	{"paper.form", fail, "纸张应写作 A4、A4 landscape 或 210mm x 297mm 的形式：“%s”", "paper is written like A4, A4 landscape or 210mm x 297mm: %q"},
	{"number.range", fail, "%s 不在 %d 至 %d 之间", "%s is not between %d and %d"},
	{"chart.decimals", fail, "%s 的小数多于 %d 位", "%s has more than %d decimals"},
	{"data.base64", fail, "不是 base64 编码的数据", "is no data in base64"},
	{"image.file", fail, "图片文件“%s”无法读取：%s", "the picture %q cannot be read: %s"},
	{"rank.unknown", fail, "没有“%s”这个机关级别，可用的有：%s", "there is no rank %q; there are: %s"},
}

// textTexts are what is wrong with characters, whoever finds it.
var textTexts = []entry{
	{"text.control", fail, "含有控制字符 %s（第 %d 字）", "holds the control character %s (character %d)"},
	{"text.newline", fail, "段内有换行（第 %d 字）；每段应单独列出", "holds a line feed (character %d); every paragraph is an entry of its own"},
	{"text.invisible", fail, "含有不可见字符 %s（第 %d 字）", "holds the invisible character %s (character %d)"},
	{"text.bidi", fail, "含有改变文字方向的字符 %s（第 %d 字）", "holds %s, which turns the direction of text (character %d)"},
	{"text.private", fail, "含有自定义区的字符 %s（第 %d 字），各处字形不一", "holds the private-use character %s (character %d), which looks different everywhere"},
	{"text.successor", fail, "含有自定义区的字符 %s（第 %d 字），GB 18030-2022 已改为“%s”（%s）", "holds the private-use character %s (character %d), which GB 18030-2022 has made %s (%s)"},
	{"text.lost", fail, "第 %d 字已经丢失（U+FFFD），请对照原文补上", "character %d is lost (U+FFFD): put it in from the original"},
	{"text.utf8", fail, "不是 UTF-8 编码的文字（第 %d 字）", "not UTF-8 (character %d)"},
	{"text.noncharacter", fail, "含有非字符码位 %s（第 %d 字）", "holds %s, which is no character (character %d)"},
	{"text.indent", warn, "段首尾的空格已略去，首行缩进自动生成", "blanks at the ends are left out; the first line is indented by itself"},
	{"text.spaces", warn, "段首有键入的空格；首行缩进自动生成，两者会相加", "begins with typed blanks; the first line is indented by itself, and both add up"},
	{"meta.lang", fail, "语言代码“%s”不对", "%q is no language code"},
	{"text.empty", fail, "是空的", "is empty"},
}

// laterTexts are what fonts, tables, layout and the writers find; compiler gives their errors these codes.
var laterTexts = []entry{
	{"json.gb18030", fail, "字节 %s（文件第 %d 字节起）不是 GB 18030 的字", "the bytes %s at offset %d are no character of GB 18030"},
	{"json.utf16", fail, "是 %s 编码的文件，请另存为 UTF-8 或 GB 18030", "the file is %s; save it as UTF-8 or GB 18030"},
	{"year.kind", fail, "只有政府信息公开工作年度报告有上年报告", "only annual reports have one of last year"},
	{"sum.parts", sum, "应为各部分之和 %d，实为 %d", "should be the sum of its parts, %d, is %d"}, // for reports of one's own
	{"font.missing", fail, "没有字体含有“%s”（%s），所用字体：%s%s", "no font has %s (%s) for the role %s%s"},
	{"font.substituted", warn, "“%s”没有字体，代之以 %s", "there is no font for the role %s, %s stands in"},
	{"font.embed", fail, "字体 %s 的授权不许嵌入", "the font %s does not permit embedding"},
	{"font.role", fail, "没有“%s”这一类字体", "there is no font role %q"},
	{"font.format", fail, "字体文件 %s 无法读取：%s", "the font file %s cannot be read: %s"},
	{"font.synthetic", warn, "字体 %s 没有粗体，粗体由描边代替", "the font %s has no bold; bold is made by stroking"},
	{"table.gap", fail, "表格第 %d 行第 %d 列没有单元格", "no cell covers row %d, column %d of the table"},
	{"table.overlap", fail, "表格第 %d 行第 %d 列有两个单元格重叠", "two cells cover row %d, column %d of the table"},
	{"table.reach", fail, "表格第 %d 行第 %d 列的单元格超出表格", "the cell at row %d, column %d reaches out of the table"},
	{"table.head", fail, "表格第 %d 行第 %d 列的单元格跨出表头", "the cell at row %d, column %d reaches out of the table's head"},
	{"table.span", fail, "表格第 %d 行第 %d 列的单元格跨度不对", "the cell at row %d, column %d has an impossible span"},
	{"table.empty", fail, "表格没有行或没有列", "the table has no rows or no columns"},
	{"table.heads", fail, "表头有 %d 行，表格共有 %d 行", "there are %d head rows in a table of %d rows"},
	{"table.width", fail, "表格第 %d 列到第 %d 列的内容要宽 %s，只有 %s", "the content of columns %d to %d of the table needs %s, there are %s"},
	{"table.column", fail, "表格第 %d 列的宽度不对", "column %d of the table has an impossible width"},
	{"table.merge", fail, "要合并相等单元格的表，每行都要写全 %[3]d 格，第 %[1]d 行有 %[2]d 格", "a table whose equal cells are merged has all %[3]d cells in each row; row %[1]d has %[2]d"},
	{"table.carry", fail, "过次页、承前页要指定有数字的列，左边至少留一列写“过次页”", "subtotals need columns of figures, and a column before them for their label"},
	{"table.small", warn, "表格放不下，字号缩小为 %s", "the table does not fit: its type is set at %s"},
	{"table.headless", warn, "表格没有表头，读屏软件说不出各格是什么：请设表头行数或左侧栏目列数", "the table has no heads, so a screen reader cannot say what its cells are: set head rows or stub columns"},
	{"table.bare", warn, "表头过高，有 %d 页续页没有地方重复", "the table's head is too high to be repeated: %d of its pages have no room for it"},
	{"table.room", fail, "版心只高 %[2]s，表格的一行字连同上下要画的有 %[1]s", "a line of the table with what is drawn above and below it is %s high, the page has %s"},
	{"table.columns", fail, "表格有 %d 列，Word 最多打开 %d 列", "the table has %d columns, Word opens no more than %d"},
	{"list.levels", fail, "列表有 %d 层，Word 最多 %d 层", "the list has %d levels, Word takes no more than %d"},
	{"page.paper", fail, "纸张的边长 %d 缇，Word 最多 %d 缇", "the paper measures %d twips, Word takes no more than %d"},
	{"table.block", fail, "单元格里只能有段落、列表和图片", "a cell holds paragraphs, lists and figures only"},
	{"image.bad", fail, "图片无法读取：%s", "the picture cannot be read: %s"},
	{"image.alt", fail, "图片没有替代文字", "the picture has no alternative text"},
	{"image.big", fail, "图片过大：%d×%d 像素", "the picture is too big: %d × %d pixels"},
	{"chart.empty", fail, "统计图没有可画的数据", "the chart has nothing to draw"},
	{"chart.values", fail, "统计图第 %d 个数列有 %d 个数，应每类一个，共 %d 个", "series %d of the chart has %d values, should have one for each category, %d"},
	{"chart.negative", fail, "统计图第 %d 个数列有负数，堆积图和饼图画不出", "series %d of the chart has a negative value, which neither a stack nor a pie can show"},
	{"chart.many", fail, "统计图的数列、类别或小数位有 %d 个，最多 %d 个", "the chart has %d series, categories or decimals, at most %d"},
	{"chart.range", fail, "统计图第 %d 个数列有过大的数", "series %d of the chart has a value too big"},
	{"chart.room", fail, "统计图太小，放不下其中的文字", "the chart is too small for its labels"},
	{"chart.unprinted", warn, "统计图放不下所有的数：%s 等 %d 个没有标出", "the chart has no room for all of its figures: %s, the first of %d, is not printed"},
	{"signature.seals", warn, "有 %d 个机关署名，只有一枚印章：联合行文的印章应与署名一一对应（GB/T 9704-2012 7.3.5.1）", "%d agencies sign with one seal; GB/T 9704-2012 7.3.5.1 wants the seal of each on its name"},
	{"seal.blank", fail, "印章没有署名或日期可压：不得出现空白印章", "the seal has neither name nor date to stand on"},
	{"meta.title", fail, "文件没有标题", "the document has no title"},
	{"document.empty", fail, "文件没有内容", "the document has no blocks"},
	{"block.nil", fail, "第 %d 节第 %d 块是空的（nil）", "section %d, block %d is nil, or holds a block that is"},
	{"style.unknown", fail, "没有“%s”这个样式", "there is no style %q"},
	{"style.taken", fail, "DOCX 中另有 id 为“%s”的样式，请给样式换一个 id", "the id %q is that of another style of the DOCX; give the style another"},
	{"heading.level", fail, "标题从 %d 级跳到 %d 级", "headings go from level %d to level %d"},
	{"heading.empty", fail, "标题没有文字", "the heading has no text"},
	{"link.target", fail, "链接的目标“%s”不存在", "the link's target %q does not exist"},
	{"link.address", fail, "链接地址“%s”不对", "the link's address %q is not http, https or mailto"},
	{"note.unknown", fail, "没有“%s”这条注", "there is no note %q"},
	{"key.duplicate", fail, "标记“%s”重复", "the key %q is used twice"},
	{"page.room", fail, "页面放不下一行文字：页边距或缩进过大，或纸张过小", "the page has no room for a line of text: margins or indents too wide or paper too small"},
	{"layout.line", warn, "有一行放不下 %d 个字，超出 %s", "%d characters do not fit their line by %s"},
	{"pdf.limit", fail, "超出 PDF/A 的限度：%s", "beyond a limit of PDF/A: %s"},
	{"internal", fail, "出错：%s", "failed: %s"},
}
