package report

// pdfTexts are what only writing finds: what a PDF of the standard asked for has no room for.
var pdfTexts = []entry{
	{"image.format", fail, "不是 PNG 或 JPEG 图片，请另存为其中一种", "is no PNG or JPEG picture: save it as one"},
	{"image.damaged", fail, "图片文件已损坏，请换用原图，或用图片软件打开后另存", "the picture's file is damaged: take the original, or open it in a picture program and save it anew"},
	{"image.short", fail, "图片文件不完整，内容中断，请换用完整的文件", "the picture's file is cut short: take a whole one"},
	{"image.coding", fail, "图片的编码方式不常用（如算术编码、每色 12 位），请用图片软件另存为普通的 PNG 或 JPEG", "the picture's coding is uncommon (arithmetic codes, 12 bits a colour …): save it anew as an ordinary PNG or JPEG"},
	{"text.string", fail, "标题、替代文字等之中含有不能写入的字符：%q", "a title, alternative text or the like has characters that cannot be written: %q"},
	{"meta.nolang", fail, "文件没有语言代码", "the document has no language"},
	{"meta.date", fail, "文件没有日期，印刷用文件须有日期", "the document has no date, which a file for the press must have"},
	{"page.size", fail, "纸张 %s × %s 不在 3 至 14400 点之间", "paper of %s × %s is not between 3 and 14,400 points"},
	{"attach.bad", fail, "不能附带文件“%s”：没有名称或类型，或者所选标准不许附带文件", "the file %q cannot ride in the PDF: it has no name or type, or the standard allows none"},
	{"print.profile", fail, "印刷色彩特性文件不能使用：应为印刷机（prtr）的 ICC 文件，版本低于 5，并写明印刷条件（现为“%s”）", "the press's colour profile cannot be used: it must be an ICC file of class prtr, of a version below 5, with a condition (now %q)"},
	{"option.exclude", fail, "所选的选项互相排斥：%s", "options exclude one another: %s"},
	{"sign.bad", fail, "签名域不对：%s", "the signature field is impossible: %s"},
	{"font.glyphs", fail, "字体 %s 用到的字形超过 65535 个", "more than 65,535 glyphs of the font %s are used"},
	{"pdf.objects", fail, "文件过大：PDF/A 最多 8388607 个对象，大约四百万个单元格", "the document is too big: PDF/A has at most 8,388,607 objects, about four million cells"},
	{"pdf.string", fail, "有一段文字长于 32767 字节，PDF/A 容纳不下", "a text is longer than the 32,767 bytes that PDF/A allows"},
}
