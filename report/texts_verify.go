package report

// verifyTexts are about the data that a published file carries: what differs from them in what the file shows.
var verifyTexts = []entry{
	{"data.json", fail, "随文件附带的数据不是 JSON", "the data for the files to carry are not JSON"},
	{"verify.text", fail, "数据为“%s”，文件中为“%s”", "the data have %q, the file has %q"},
	{"verify.cell", fail, "表格第 %d 行第 %d 列：数据为“%s”，文件中为“%s”", "row %d, column %d of the table: the data have %q, the file has %q"},
	{"verify.missing", fail, "文件中缺少“%s”", "the file lacks %q"},
	{"verify.added", fail, "此后文件中多出“%s”", "behind this the file has %q, which the data lack"},
	{"verify.row.missing", fail, "文件中缺少表格第 %d 行“%s”", "the file lacks row %d of the table, %q"},
	{"verify.row.added", fail, "文件中的表格多出第 %d 行“%s”", "row %d of the table in the file, %q, is not in the data"},
	{"verify.table.missing", fail, "文件中缺少一个 %d 行的表格", "the file lacks a table of %d rows"},
	{"verify.table.added", fail, "此后文件中多出一个 %d 行的表格", "behind this the file has a table of %d rows, which the data lack"},
	{"verify.merged", fail, "表格第 %d 行第 %d 列：单元格的合并与数据不同，数据为“%s”，文件中为“%s”", "row %d, column %d of the table: cells are merged differently; the data have %q, the file has %q"},
	{"verify.columns", fail, "表格应有 %d 列，文件中有 %d 列", "the table should have %d columns, the file has %d"},
	{"verify.untouched", warn, "文件的正文在生成之后没有改动，改动的是附带的数据", "what the file shows has not been changed since it was made: the data it carries have"},
	{"verify.many", warn, "不一致之处超过 %d 个，其余不再列出", "more than %d differences: the others are left out"},
}
