package main

import "fmt"

// phrase is one text in both languages. Its arguments are words, in the same order in both.
type phrase struct{ zh, en string }

// in gives the phrase in a language with its arguments put in.
func (p phrase) in(lang string, args ...string) string {
	text := p.en
	if lang == "zh" {
		text = p.zh
	}
	if len(args) == 0 {
		return text
	}
	words := make([]any, len(args))
	for i, a := range args {
		words[i] = a
	}
	return fmt.Sprintf(text, words...)
}

// The usage text.
var (
	aboutProgram = phrase{"banxin（版心）：把报告排成可付印的 PDF 和可编辑的 DOCX。", "banxin makes a print-ready PDF and an editable DOCX of a report."}
	usageHead    = phrase{"用法：", "Usage:"}
	commandHead  = phrase{"命令：", "Commands:"}
	commandWord  = phrase{"命令", "COMMAND"}
	flagHead     = phrase{"选项（可以写在文件名之前或之后）：", "Flags (before or behind the file):"}
	exitHead     = phrase{"退出码：", "Exit codes:"}

	aboutBuild   = phrase{"逐份生成 PDF 和 DOCX；文件名取自报告文件，“-”从标准输入读取", "builds the PDF and the DOCX of each report, named after it; \"-\" reads the standard input"}
	aboutCheck   = phrase{"查出 build 会查出的全部问题，不生成文件", "finds all that build would find, and builds nothing"}
	aboutExtract = phrase{"取出 PDF 或 DOCX 附带的报告，与生成时逐字节相同", "gives back the report that a PDF or a DOCX carries, byte for byte"}
	aboutVerify  = phrase{"核对 PDF 或 DOCX 所载的文字和表格与其附带的报告是否一致", "says whether what a PDF or a DOCX shows agrees with the report it carries"}
	aboutSchema  = phrase{"输出报告的 JSON Schema", "prints the JSON Schema of reports"}
	aboutFonts   = phrase{"列出各类字体由哪个字体充当、是否替代、能否嵌入", "lists what serves each font role, what is substituted, and embedding rights"}
	aboutVersion = phrase{"输出版本", "prints the version"}

	helpOut       = phrase{"输出目录，没有则新建（默认为当前目录）；“-”把一个文件写到标准输出", "folder to write to, made where there is none (default: the current one); \"-\" writes one file to the standard output"}
	helpOutFile   = phrase{"extract 要写入的文件（默认为标准输出）", "file for extract to write to (default: the standard output)"}
	helpStandard  = phrase{"PDF 的标准：a-2a（默认，兼 UA-1）、a-2u、a-2b、a-3a（兼 UA-1）、a-4、1.7", "of the PDF: a-2a (the default, with UA-1), a-2u, a-2b, a-3a (with UA-1), a-4, 1.7"}
	helpEmbed     = phrase{"附带报告数据的文件：docx（默认）、all（PDF 按 a-3a）、none；按 a-3a、1.7 生成的 PDF 除 none 和印刷用外也附带", "files that carry the report: docx (the default), all (the PDF as a-3a), none; a PDF of a-3a or 1.7 does unless none or for the press"}
	helpLines     = phrase{"断行：same 整段优化，DOCX 微调字距，断行同 PDF（默认）；word 同 Word、WPS、LibreOffice 逐行排满；best 整段优化，DOCX 由各软件自行断行", "where lines end: same (the default) weighs whole paragraphs, and the DOCX has its characters spaced to end lines as the PDF does; word fills line by line as Word, WPS and LibreOffice do; best weighs them and leaves the lines of the DOCX to these"}
	helpCharts    = phrase{"DOCX 中的图表：native（默认，可编辑数据）、picture（与 PDF 一样的图片）", "charts in the DOCX: native (the default), to be edited, or picture, which looks like the PDF's"}
	helpPrint     = phrase{"另为印刷用的 PDF/X-4：印刷机的 ICC 文件；单黑印刷为 gray", "PDF/X-4 for the press as well: its ICC profile; gray for one black ink"}
	helpCondition = phrase{"印刷条件的名称，如 FOGRA51、JC200103；有 ICC 文件时必须给出", "the press's condition, such as FOGRA51 or JC200103; a profile needs one"}
	helpBleed     = phrase{"出血宽度（默认 3mm）", "width of the bleed (default: 3mm)"}
	helpMarks     = phrase{"加裁切线", "add crop marks"}
	helpTo        = phrase{"要生成的文件（默认为两者）", "files to build (default: both)"}
	helpDiag      = phrase{"问题的格式：文字写到标准错误；JSON 写到标准输出，不再列出生成的文件", "form of the problems: text on stderr, or JSON on stdout in place of the list of files"}
	helpStrict    = phrase{"有警告时也不生成文件", "builds nothing where there are warnings either"}
	helpLastYear  = phrase{"上年报告，用于核对结转和文件数量", "last year's report, to check what should carry over from it"}
	helpLenient   = phrase{"数字不平衡时只警告，照样生成", "warns of sums that do not come out, and builds all the same"}
	helpDrop      = phrase{"略去控制字符、零宽字符等不可见字符，只警告", "leaves out control, zero-width and other invisible characters, with warnings"}
	helpEncoding  = phrase{"报告文件的编码：auto（自动识别，默认）、utf-8、gb18030", "of the report: auto (the default), utf-8 or gb18030"}
	helpFontDir   = phrase{"自备字体所在的目录，优先于自带字体", "folder of your own fonts, asked before the bundled ones"}
	helpText      = phrase{"逐字列出由哪个字体充当，并指出缺字", "tells which font serves each character, and which has none"}
	helpKind      = phrase{"哪种报告的 Schema", "the kind of report whose schema is printed"}
	helpLang      = phrase{"消息的语言（默认随系统语言环境）", "language of messages (default: that of the locale)"}
	helpQuiet     = phrase{"只输出错误", "prints errors only"}
)

// exits are the exit codes of the usage text.
var exits = []struct {
	code int
	text phrase
}{
	{exitFine, phrase{"正常", "fine"}},
	{exitProblems, phrase{"报告有问题，或文件与其附带的报告不一致", "problems in the report, or a file that differs from the report it carries"}},
	{exitUsage, phrase{"用法错误", "wrong usage"}},
	{exitWarnings, phrase{"有警告，且使用了 --strict", "warnings, with --strict"}},
	{exitFont, phrase{"缺少字体，或字体缺字", "a font or a character is missing"}},
	{exitIO, phrase{"读写失败，或文件没有附带报告", "input or output failed, or a file carries no report"}},
	{exitCancelled, phrase{"已中断", "cancelled"}},
}

// What is wrong with the command line.
var (
	noCommand       = phrase{"没有给出命令；用法见 banxin help", "no command given; see banxin help"}
	unknownCommand  = phrase{"没有“%s”这个命令；用法见 banxin help", "there is no command %q; see banxin help"}
	similarCommand  = phrase{"没有“%s”这个命令，是否为“%s”？", "there is no command %q; did you mean %q?"}
	unknownFlag     = phrase{"没有“%s”这个选项；用法见 banxin help", "there is no flag %q; see banxin help"}
	similarFlag     = phrase{"没有“%s”这个选项，是否为“%s”？", "there is no flag %q; did you mean %q?"}
	missingValue    = phrase{"选项 %s 缺少取值", "the flag %s needs a value"}
	badValue        = phrase{"选项 %s 的取值“%s”不对，可用的有：%s", "the flag %s cannot be %q; there are: %s"}
	badText         = phrase{"选项 %s 的取值不是 UTF-8 编码的文字", "the value of the flag %s is not UTF-8"}
	missingFile     = phrase{"banxin %s 缺少报告文件；“-”从标准输入读取", "banxin %s needs a report; \"-\" reads the standard input"}
	extraArgument   = phrase{"多余的参数“%s”", "there is no use for the argument %q"}
	stdinTwice      = phrase{"标准输入只能读取一次", "only one report can come from the standard input"}
	oneLastYear     = phrase{"--last-year 只能与一份报告同用", "--last-year goes with a single report"}
	oneToStdout     = phrase{"-o - 向标准输出写一个文件：一份报告，--to pdf 或 --to docx，不用 --diag json", "-o - writes one file to the standard output: one report, --to pdf or --to docx, without --diag json"}
	sameName        = phrase{"%s 和 %s 都会生成 %s", "%s and %s would both be built to %s"}
	printMissing    = phrase{"--condition、--bleed、--marks 用于印刷，须与 --print 一起给出", "--condition, --bleed and --marks belong to --print"}
	conditionOfGray = phrase{"--condition 说明 ICC 文件的印刷条件，不与 --print gray 同用", "--condition names the press of an ICC profile, and does not go with --print gray"}
	printExcludes   = phrase{"--print（PDF/X-4）不允许附带文件，也不能与 a-4 同用", "--print (PDF/X-4) allows no files inside, and goes with all standards but a-4"}
	badBleed        = phrase{"选项 --bleed 的取值“%s”不对，应为 0mm 至 50mm 的长度", "the flag --bleed cannot be %q; it is a length from 0mm to 50mm"}
	overwrites      = phrase{"生成 %s 会覆盖输入文件", "building %s would overwrite an input"}
)

// What happened on the way.
var (
	agrees        = phrase{"%s 与其附带的报告一致", "%s agrees with the report it carries"}
	carriesNone   = phrase{"%s 不允许附带文件；附带报告数据请用 --standard a-3a", "%s allows no files inside; to carry the report use --standard a-3a"}
	tooLarge      = phrase{"%s 过大", "%s is too large"}
	notPublished  = phrase{"%s 不是 PDF 或 DOCX 文件", "%s is neither a PDF nor a DOCX"}
	noData        = phrase{"%s 没有附带报告数据：生成时没有附带（见 banxin help build 的 --embed），或另存时被其他软件丢弃", "%s carries no report: it was built without one (see --embed in banxin help build), or a program that saved it since has dropped it"}
	encrypted     = phrase{"%s 已加密，无法读取", "%s is encrypted and cannot be read"}
	damaged       = phrase{"%s 已损坏，或附带的数据已损坏", "%s is damaged, or the data it carries are"}
	cancelled     = phrase{"已中断，没有生成文件", "cancelled, nothing was written"}
	cancelledRest = phrase{"已中断，没有列出的文件没有生成", "cancelled; what is not listed was not written"}
	noFonts       = phrase{"目录 %s 里没有可用的字体", "the folder %s has no font that can be used"}
	missingChar   = phrase{"没有字体含有：%s", "no font has: %s"}
	successorHas  = phrase{"GB 18030-2022：%s %s", "GB 18030-2022: %s %s"}
	readAs        = phrase{"%s 按 GB 18030 读取", "%s is read as GB 18030"}
	errorWord     = phrase{"错误：", "error: "}
	warningWord   = phrase{"警告：", "warning: "}
	counted       = phrase{"%s 个错误，%s 个警告", "errors: %s, warnings: %s"}
	wrotePages    = phrase{"%s\t%s 页\t%s 字节", "%s\t%s pages\t%s bytes"}
	wrote         = phrase{"%s\t%s 字节", "%s\t%s bytes"}
)

// What the system says.
var (
	notThere   = phrase{"没有这个文件或目录", "no such file or folder"}
	notAllowed = phrase{"没有权限", "permission denied"}
	noSpace    = phrase{"磁盘空间不足", "no space left on the disk"}
	noFolder   = phrase{"不是目录", "not a folder"}
	isFolder   = phrase{"是目录，不是文件", "is a folder, not a file"}
)

// The listing of fonts.
var (
	headRole    = phrase{"类别", "role"}
	headScript  = phrase{"文字", "script"}
	headFace    = phrase{"字体", "font"}
	headRights  = phrase{"嵌入", "embedding"}
	headNotes   = phrase{"说明", "notes"}
	headFile    = phrase{"文件", "file"}
	hanWord     = phrase{"汉字", "Han"}
	latinWord   = phrase{"西文", "Latin"}
	boldWord    = phrase{"粗体", "bold"}
	fallbacks   = phrase{"缺字时依次查找：", "asked in turn for characters that these lack:"}
	substituted = phrase{"替代", "substituted"}
	synthetic   = phrase{"描边加粗", "synthetic bold"}
	noneWord    = phrase{"无", "none"}

	rightsFree    = phrase{"可以", "yes"}
	rightsPreview = phrase{"可以（预览和打印）", "yes (preview and print)"}
	rightsEdit    = phrase{"可以（可编辑）", "yes (editable)"}
	rightsNone    = phrase{"不可以", "no"}
)
