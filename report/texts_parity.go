package report

// parityTexts are what Word, WPS and LibreOffice may show otherwise than the PDF.
var parityTexts = []entry{
	{"parity.design", warn, "“%s”在 PDF 中由 %s 代替，在 Word、WPS 中用%s，字形不同", "the role %s is set in %s in the PDF, which is of another design; Word and WPS take %s"},
	{"parity.font", info, "“%s”在 PDF 中用 %s，在 Word、WPS 中用%s", "the role %s is set in %s in the PDF; Word and WPS take %s"},
	{"parity.absent", info, "不是每台电脑都有字体“%s”，没有时用 %s", "not every machine has the font %s; without it these are taken: %s"},
	{"parity.lines", info, "DOCX 有 %d 行微调了字距，以便与 PDF 断在同一处；字体宽度不同或改动文字后，断行可能不同", "the DOCX has the characters of %d lines spaced, so that these end where the PDF's do; faces of other widths and edits may end them elsewhere"},
	{"parity.squeeze", info, "PDF 中有 %d 行压缩了标点，DOCX 中这些标点占全宽，改为收紧字距", "%d lines of the PDF have squeezed punctuation; in the DOCX the marks have their full width and the characters stand closer instead"},
	{"parity.baseline", info, "Word 和 LibreOffice 按固定行距排的文字比 PDF 低 %s", "on exact line pitch Word and LibreOffice set the text %s lower than the PDF"},
	{"parity.balance", info, "标题超过一行，按词意断行，DOCX 中用手动换行；改动文字后请检查", "the title has more than one line and is broken at sense, in the DOCX by line feeds; look at them when the text is edited"},
	{"parity.heads", info, "有 %d 个居中的单元格超过一行，按词意断行，DOCX 中用手动换行；改动文字或列宽后请检查", "%d centred cells of the table have more than one line and are broken at sense, in the DOCX by line feeds; look at them when texts or widths are edited"},
	{"parity.continued", warn, "表格跨页，PDF 在续页的表题后加“（续表）”，DOCX 的续页没有这两个字", "the table goes over pages; on the following ones the PDF has （续表） behind the caption and a DOCX cannot"},
	{"parity.carry", warn, "表格跨页，PDF 有“过次页”“承前页”，DOCX 没有：改动数字或分页后，这些合计就不对了", "the table goes over pages; the PDF has subtotals at their ends, a DOCX has none: they would be wrong when a figure or a page's end changes"},
	{"parity.label", warn, "单元格“%s”跨页，DOCX 在 PDF 分页处断开该格并重排文字，在别处分页时不随之移动", "the cell %q goes over pages; a DOCX begins it anew where the PDF's page ends, wherever a program ends its own"},
	{"parity.prose", warn, "单元格“%s”的文字跨页，DOCX 在 PDF 分页处断为上下两格，增删文字后请检查", "the text of the cell %q goes over pages; a DOCX has it in two cells, cut where the PDF's page ends: look at them when the text is edited"},
	{"parity.torn", info, "第 %d 行跨页，PDF 在续页重复该行中未跨页的短文字，DOCX 不重复", "row %d goes over pages; the PDF shows its short texts again on the next page, a DOCX does not"},
	{"parity.decimal", info, "第 %s 列按小数点对齐，DOCX 以右缩进代替，改动数字后不再对齐", "the columns %s are aligned by decimal points, in the DOCX with indents from the right: a figure changed later is out of line"},
	{"parity.chart", info, "图表在 DOCX 中是可编辑的图表，由各软件绘制，细部不同", "the chart is one to be edited in the DOCX; each program draws it in its own way"},
	{"docx.foot", warn, "第 %d 行跨页，页末的底线在 DOCX 中没有", "row %d goes over pages; a DOCX has no rule at the page's end there"},
	{"docx.vertical", warn, "第 %d 行高于一页的一半，其中竖排的文字在 DOCX 中横排", "row %d is higher than half a page; its vertical text is horizontal in a DOCX"},
	{"docx.diagonals", warn, "三栏斜线表头的斜线在 DOCX 中是画上去的线，改变行高、列宽后要重画", "the lines of a head cell divided in three are drawn over it in a DOCX and do not follow when its size is changed"},
	{"docx.widows", warn, "DOCX 只能设“孤行控制”（页首、页末各至少两行），其他行数不起作用", "a DOCX keeps two lines at a page's top and foot, or none; other numbers are lost"},
	{"docx.gap", warn, "DOCX 的中西文间距只有四分之一字一种，其他宽度不起作用", "the gap between Han and letters is a quarter of a character in a DOCX; another width is lost"},
	{"docx.mirror", warn, "DOCX 的对称页边距对全文有效，各节不能不同", "a DOCX mirrors the margins of all sections or of none"},
	{"docx.sizes", warn, "DOCX 的字号以半磅为单位，其他字号按最近的半磅", "type of a DOCX has sizes in half points; others are rounded"},
	{"docx.below", warn, "DOCX 中段落下方的线宽 0.25 磅至 12 磅，在行底以下 31 磅以内，超出的按限度画", "a rule below paragraphs of a DOCX is a quarter of a point to twelve wide, and up to 31 points below the line's lower edge; others are drawn at the limit"},
	{"docx.rules", warn, "DOCX 的表线宽度限于 0.25 磅至 12 磅，超出的按限度画", "rules of a DOCX are a quarter of a point to twelve wide; others are drawn at the limit"},
}
