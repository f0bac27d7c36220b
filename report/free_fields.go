package report

import (
	"reflect"
	"strings"
	"unicode"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// docPackage is the package whose types are read and written field by field, by their names in Go: HeadRows is headRows.
var docPackage = reflect.TypeFor[doc.Document]().PkgPath()

// docFields gives the fields of a type of package doc. They have no tags: the model knows nothing of JSON. All of them may
// be left out.
func docFields(t reflect.Type) fields {
	fs := make(fields, 0, t.NumField())
	for i := range t.NumField() {
		sf := t.Field(i)
		name := t.Name() + "." + sf.Name
		if _, left := docLeftOut[name]; left || !sf.IsExported() {
			continue
		}
		zh, own := docNames[name]
		if !own {
			zh = docNames[sf.Name]
		}
		fs = append(fs, field{name: lowerFirst(sf.Name), zh: zh, doc: docLines[name], index: i, typ: sf.Type, optional: true})
	}
	return fs
}

// lowerFirst gives the JSON name of a name in Go: PadX is padX, ID is id, VAlign is valign.
func lowerFirst(name string) string {
	if strings.ToUpper(name) == name || name == "VAlign" {
		return strings.ToLower(name)
	}
	r := []rune(name)
	r[0] = unicode.ToLower(r[0])
	return string(r)
}

// docLeftOut are the fields that a document in JSON does not have, and why.
var docLeftOut = map[string]string{
	"Cell.Reach":           "set by Fit",
	"Signature.NameIndent": "set by Fit",
	"Signature.NameLeft":   "set by Fit",
	"Signature.DateIndent": "set by Fit",
	"Signature.Lead":       "set by Fit",
	"Signature.SealBox":    "set by Fit",
	"Table.Pad":            "set by Fit",
	"Table.Continued":      "set by Fit",
	"Column.Point":         "set by Fit",
	"Cell.Point":           "set by Fit",
	"Span.Label":           "set by Fit",
	"Table.TextSize":       "set by Fit",
	// The place in the JSON is the path.
	"Heading.Src": "path", "Paragraph.Src": "path", "List.Src": "path", "Figure.Src": "path", "Signature.Src": "path",
	"Contents.Src": "path", "Notes.Src": "path", "Table.Src": "path", "Cell.Src": "path", "Chart.Src": "path",
}

// docNames are the Chinese names, by field or, where a name means different things, by type and field.
var docNames = map[string]string{
	"Page": "页面", "Blocks": "第#块", "Level": "级别", "Style": "样式", "Text": "文字", "Key": "标记", "Kind": "种类",
	"Start": "起始序号", "Items": "第#项", "Sub": "下级列表", "Data": "图片数据", "Width": "宽度", "Alt": "替代文字",
	"Decorative": "装饰", "Caption": "题注", "Names": "第#署名", "Date": "日期", "Title": "标题", "Depth": "级数",
	"Bold": "加粗", "Dots": "着重号", "Underline": "下划线", "Link": "链接", "Note": "注", "Lang": "语言",
	"Unit": "单位", "Columns": "第#列", "HeadRows": "表头行数", "StubCols": "表侧列数", "Rows": "第#行", "Notes": "第#注",
	"Summary": "摘要", "Keep": "不分页", "Rules": "线", "Share": "份额", "Align": "对齐", "Cells": "第#格", "Height": "高度",
	"KeepNext": "与下段同页", "RowSpan": "跨行", "ColSpan": "跨列", "VAlign": "竖直对齐", "Vertical": "竖排", "Shade": "底色",
	"Size": "大小", "Top": "天头", "Right": "切口", "Bottom": "地脚", "Left": "订口", "Mirror": "双面", "Head": "第#页眉",
	"Foot": "第#页脚", "Offset": "距版心", "Indent": "缩进", "Chars": "每行字数", "Lines": "每页行数", "Grid": "行格",
	"Styles": "第#样式", "Table": "表格", "ID": "代号", "Name": "名称", "Role": "字体", "Leading": "行距", "Before": "段前",
	"After": "段后", "OnGrid": "对齐网格", "HanLetters": "西文用中文字体", "KeepAll": "段中不分页", "Gray": "灰度", "Outline": "大纲级别", "PadX": "左右边距",
	"PadY": "上下边距", "LeastPadY": "最小上下边距", "MostPadY": "最大上下边距", "Reserve": "页末留空", "Narrow": "最小边距", "HeadShade": "表头底色", "Breaking": "断行", "Kinsoku": "避头尾", "Squeeze": "标点挤压",
	"HanLatin": "中西间距", "Widows": "页首行数", "Orphans": "页末行数", "Outer": "外框", "Inner": "内线", "Open": "左右开口",
	"Categories": "第#类", "Series": "第#系列", "Values": "第#值", "Decimals": "小数位数", "Seal": "印章", "Diameter": "直径",
	"First": "首页", "Watermark": "水印", "Ref": "引用", "Labels": "编号", "Tables": "表", "Figures": "图", "Turned": "横排",
	"Merge": "第#合并列", "Empty": "空表说明", "Footnotes": "第#表注", "Carry": "过次页", "SplitColumns": "按列分表",
	"Down": "过次页文字", "Up": "承前页文字", "Total": "合计行", "Edges": "边线", "Diagonal": "第#斜线文字",
	"Ink": "颜色", "Lead": "上方留空", "Below": "下线", "Gap": "间隔",
	"Edges.Top": "上", "Edges.Right": "右", "Edges.Bottom": "下", "Edges.Left": "左",
	"Style.Left": "左缩进", "Style.Right": "右缩进", "Sheet.Lines": "排版", "Rules.Head": "表头线",
}

// docLines describe a field where its name does not: they stand in the schema.
var docLines = map[string]string{
	"Heading.Level":        "1 to 4; none is the title",
	"Span.Link":            "http, https or mailto address, or # and the key of a block",
	"Span.Note":            "key of a note",
	"Span.Lang":            "BCP 47, where it differs from the document's",
	"Cell.Blocks":          "paragraphs and lists in place of text",
	"Figure.Data":          "PNG or JPEG in base64; or give file",
	"Contents.Depth":       "deepest level listed; none is 2",
	"LineSetting.Breaking": "best weighs the lines of a paragraph together; word fills one after the other, as word processors do",
	"Line.Text":            "{page}, {pages} and {title} are replaced",
	"Table.Summary":        "what the table tells, for screen readers",
	"Notes.Items":          "in the order in which they are numbered",
	"Sheet.Styles":         "those that change, by id, and new ones",
}

// blockTypes are the blocks, by what "type" says.
var blockTypes = blocksByName(&doc.Heading{}, &doc.Paragraph{}, &doc.List{}, &doc.Table{}, &doc.Figure{}, &doc.Chart{},
	&doc.Signature{}, &doc.Contents{}, &doc.Notes{}, &doc.Break{})

// blockType is a kind of block.
type blockType struct {
	name string
	typ  reflect.Type
}

func blocksByName(blocks ...doc.Block) []blockType {
	out := make([]blockType, len(blocks))
	for i, b := range blocks {
		t := reflect.TypeOf(b).Elem()
		out[i] = blockType{lowerFirst(t.Name()), t}
	}
	return out
}

func findBlock(name string) (blockType, bool) {
	for _, b := range blockTypes {
		if b.name == name {
			return b, true
		}
	}
	return blockType{}, false
}

// docWords are the words for the constants of package doc, in their order. "" is the zero value that nobody writes.
var docWords = map[reflect.Type][]string{
	reflect.TypeFor[doc.Align]():     {"", "justify", "left", "center", "right", "decimal", "outside", "inside"},
	reflect.TypeFor[doc.VAlign]():    {"", "top", "middle", "bottom"},
	reflect.TypeFor[doc.CellKind]():  {"", "data", "columnHead", "rowHead"},
	reflect.TypeFor[doc.ListKind]():  {"bullets", "decimal", "parenthesis", "circled", "chinese", "chineseParenthesis"},
	reflect.TypeFor[doc.Ink]():       {"black", "red"},
	reflect.TypeFor[doc.Breaking]():  {"best", "word"},
	reflect.TypeFor[doc.Kinsoku]():   {"basic", "none", "gb", "strict"},
	reflect.TypeFor[doc.Edge]():      {"", "none", "inner", "head", "outer"},
	reflect.TypeFor[doc.Numbering](): {"none", "document", "chapter"},
	reflect.TypeFor[doc.ChartKind](): {"bar", "stackedBar", "horizontalBar", "line", "pie"},
}

// papers are the sizes of paper that have a name (GB/T 148, ISO 216).
var papers = []struct {
	name string
	size unit.Size
}{
	{"A3", unit.Size{W: 297 * unit.MM, H: 420 * unit.MM}},
	{"A4", unit.Size{W: 210 * unit.MM, H: 297 * unit.MM}},
	{"A5", unit.Size{W: 148 * unit.MM, H: 210 * unit.MM}},
	{"B5", unit.Size{W: 176 * unit.MM, H: 250 * unit.MM}},
}

// typeSizes are the Chinese names of type sizes.
var typeSizes = map[string]unit.Length{
	"初号": unit.Hao0, "小初": unit.HaoSmall0, "一号": unit.Hao1, "小一": unit.HaoSmall1, "二号": unit.Hao2, "小二": unit.HaoSmall2,
	"三号": unit.Hao3, "小三": unit.HaoSmall3, "四号": unit.Hao4, "小四": unit.HaoSmall4, "五号": unit.Hao5, "小五": unit.HaoSmall5,
	"六号": unit.Hao6, "小六": unit.HaoSmall6, "七号": unit.Hao7, "八号": unit.Hao8,
}
