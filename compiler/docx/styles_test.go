package docx_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout/doc"
)

func styleOf(t *testing.T, styles *docxtest.Node, id string) *docxtest.Node {
	t.Helper()
	for _, s := range styles.All("w:style") {
		if s.Get("w:styleId") == id {
			return s
		}
	}
	t.Fatalf("no style %s", id)
	return nil
}

func num(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// Every style of the sheet is there, complete: a reader needs to follow no chain to know how it looks.
func TestEveryStyle(t *testing.T) {
	d := onePage(para("正文"))
	styles := part(t, build(t, d, nil), "word/styles.xml")
	for _, s := range d.Sheet.Styles {
		got := styleOf(t, styles, s.ID)
		for _, path := range []string{"w:pPr/w:spacing", "w:pPr/w:ind", "w:pPr/w:jc", "w:pPr/w:keepNext", "w:rPr/w:rFonts", "w:rPr/w:sz", "w:rPr/w:b", "w:rPr/w:spacing"} {
			if got.First(path) == nil {
				t.Errorf("%s does not say %s", s.ID, path)
			}
		}
		if got.First("w:pPr/w:spacing").Get("w:lineRule") != "exact" {
			t.Errorf("%s has no exact line pitch", s.ID)
		}
	}
}

// The name makes a style Word's own: without "heading 1" there is no outline, without "toc 1" no contents list.
func TestBuiltinNames(t *testing.T) {
	styles := part(t, build(t, onePage(para("正文")), nil), "word/styles.xml")
	for id, name := range map[string]string{"Heading1": "heading 1", "Title": "Title", "TOC2": "toc 2", "Footer": "footer", "TableText": "表格文字"} {
		s := styleOf(t, styles, id)
		if got := s.First("w:name").Get("w:val"); got != name {
			t.Errorf("%s is named %s", id, got)
		}
		if custom := s.Get("w:customStyle") == "1"; custom != (id == "TableText") {
			t.Errorf("%s: customStyle %v", id, custom)
		}
	}
	if styleOf(t, styles, "Title").First("w:pPr/w:ind").Get("w:firstLineChars") != "0" {
		t.Error("the title inherits the body's indent")
	}
	if styleOf(t, styles, "Heading2").First("w:pPr/w:outlineLvl").Get("w:val") != "1" {
		t.Error("（一） is not on the second outline level")
	}
}

func TestFaces(t *testing.T) {
	file := build(t, onePage(para("正文")), nil)
	styles := part(t, file, "word/styles.xml")
	for id, face := range map[string]string{"Normal": "仿宋_GB2312", "Title": "方正小标宋简体", "Heading1": "黑体", "Heading2": "楷体_GB2312", "TableText": "宋体"} {
		f, latin := styleOf(t, styles, id).First("w:rPr/w:rFonts"), "Times New Roman"
		if id == "Title" || id == "Heading1" { // figures of 小标宋 and 黑体 lines are of the same face
			latin = face
		}
		if f.Get("w:eastAsia") != face || f.Get("w:ascii") != latin || f.Get("w:hAnsi") != latin {
			t.Errorf("%s: %v", id, f.Attr)
		}
	}
	// GB/T 9704-2012 7.5: page numbers in 半角宋体 figures.
	if f := styleOf(t, styles, "Footer").First("w:rPr/w:rFonts"); f.Get("w:ascii") != "宋体" {
		t.Errorf("page numbers in %s", f.Get("w:ascii"))
	}
	for _, f := range part(t, file, "word/fontTable.xml").All("w:font") {
		if f.Get("w:name") == "仿宋_GB2312" && !strings.HasPrefix(f.First("w:altName").Get("w:val"), "仿宋") {
			t.Errorf("仿宋_GB2312 may be replaced by %s", f.First("w:altName").Get("w:val"))
		}
	}
}

// A theme or language that is not Chinese is how Japanese forms of characters get into a document.
func TestNothingJapanese(t *testing.T) {
	parts, err := docxtest.Open(build(t, seed(), nil))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range parts {
		for _, word := range []string{"ja-JP", "ＭＳ", "MS Mincho", "Jpan", "asciiTheme", "eastAsiaTheme"} {
			if strings.Contains(string(p.Data), word) {
				t.Errorf("%s holds %s", p.Name, word)
			}
		}
	}
}

// The marks that GB/T 15834-2011 5.1 keeps from a line's start and end, by level.
func TestKinsoku(t *testing.T) {
	for _, c := range []struct {
		level            doc.Kinsoku
		atEnd, atStart   string // must be listed
		notEnd, notStart string // must not
	}{
		{doc.KinsokuBasic, "“‘（《〈【〔『「｛﹝﹙〝№", "、，。；：？！”’）》〉】〕』」｝–～·/﹞﹚﹐〞々ーっッ", "/", "—…"},
		{doc.KinsokuGB, "（《/", "、，。", "", "—…"},
		{doc.KinsokuStrict, "（《/", "、，。—…", "", ""},
	} {
		d := onePage(para("正文"))
		d.Sheet.Lines.Kinsoku = c.level
		settings := part(t, build(t, d, nil), "word/settings.xml")
		after, before := settings.First("w:noLineBreaksAfter").Get("w:val"), settings.First("w:noLineBreaksBefore").Get("w:val")
		for _, r := range c.atEnd {
			if !strings.ContainsRune(after, r) {
				t.Errorf("level %d: a line may end in %c", c.level, r)
			}
		}
		for _, r := range c.atStart {
			if !strings.ContainsRune(before, r) {
				t.Errorf("level %d: a line may start with %c", c.level, r)
			}
		}
		if c.notEnd != "" && strings.ContainsAny(after, c.notEnd) || c.notStart != "" && strings.ContainsAny(before, c.notStart) {
			t.Errorf("level %d forbids too much", c.level)
		}
	}
	d := onePage(para("正文"))
	d.Sheet.Lines.Kinsoku = doc.KinsokuNone
	file := build(t, d, nil)
	if part(t, file, "word/settings.xml").First("w:noLineBreaksAfter") != nil || styleOf(t, part(t, file, "word/styles.xml"), "Normal").First("w:pPr/w:kinsoku").Get("w:val") != "0" {
		t.Error("no kinsoku was asked for")
	}
}

func TestSettings(t *testing.T) {
	settings := part(t, build(t, onePage(para("正文")), nil), "word/settings.xml")
	mode := ""
	for _, n := range settings.All("w:compatSetting") {
		if n.Get("w:name") == "compatibilityMode" {
			mode = n.Get("w:val")
		}
	}
	if mode != "15" || settings.First("w:evenAndOddHeaders") == nil || settings.First("w:updateFields") != nil || settings.First("w:zoom").Get("w:percent") != "100" {
		t.Errorf("mode %s, or page numbers on one side only, or a question on opening", mode)
	}
}

// The 红头 in Word's terms: the red of GB/T 9704-2012 7.2.4 in text and border, the border at its 4 mm below the type, counted
// from where Word ends the line: 4 mm − (28.95 pt − 80 % of it − 12 % of 16 pt) = 7.5 pt.
func TestRedHeadStyles(t *testing.T) {
	styles := part(t, build(t, onePage(&doc.Paragraph{Style: "IssueNumber", Text: say("二七政发〔2022〕7号")}), nil), "word/styles.xml")
	if got := styleOf(t, styles, "IssuerMark").First("w:rPr/w:color").Get("w:val"); got != "EA5037" {
		t.Errorf("the mark is %s", got)
	}
	rule := styleOf(t, styles, "IssueNumber").First("w:pPr/w:pBdr/w:bottom")
	if got := rule.Get("w:color") + " " + rule.Get("w:sz") + " " + rule.Get("w:space"); got != "EA5037 8 7" {
		t.Errorf("the rule is %s", got)
	}
	if styleOf(t, styles, "Normal").First("w:pPr/w:pBdr") != nil {
		t.Error("the text has a border")
	}
}

// The text of GB/T 9704: two characters in, in characters and in twips: 28 on 156 mm have 315 twips each, and one is left over (see slack);
// what Word does with line ends, and whether two lines stay together, as the sheet says.
func TestNormal(t *testing.T) {
	d := onePage(para("正文"))
	says := func() string {
		p := styleOf(t, part(t, build(t, d, nil), "word/styles.xml"), "Normal").First("w:pPr")
		ind := p.First("w:ind")
		all := []string{ind.Get("w:firstLineChars"), ind.Get("w:firstLine"), ind.Get("w:leftChars"), ind.Get("w:left")}
		for _, toggle := range []string{"widowControl", "kinsoku", "overflowPunct", "autoSpaceDE", "autoSpaceDN", "adjustRightInd", "snapToGrid"} {
			on := "+"
			if p.First("w:"+toggle).Get("w:val") == "0" {
				on = "-"
			}
			all = append(all, on+toggle)
		}
		return strings.Join(all, " ")
	}
	if got, want := says(), "200 628 0 0 +widowControl +kinsoku -overflowPunct +autoSpaceDE +autoSpaceDN -adjustRightInd -snapToGrid"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	d.Sheet.Lines = doc.LineSetting{Kinsoku: doc.KinsokuNone}
	if got, want := says(), "200 628 0 0 -widowControl -kinsoku -overflowPunct -autoSpaceDE -autoSpaceDN -adjustRightInd -snapToGrid"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Han text is Chinese in every document: of the place that the document names, and of the mainland where it is in another language.
func TestLanguages(t *testing.T) {
	for lang, want := range map[string]string{"": "zh-CN", "zh-CN": "zh-CN", "zh-HK": "zh-HK", "en": "zh-CN"} {
		d := onePage(para("正文"))
		d.Meta.Lang = lang
		file := build(t, d, nil)
		got := part(t, file, "word/styles.xml").First("w:docDefaults/w:rPrDefault/w:rPr/w:lang").Get("w:eastAsia")
		if theme := part(t, file, "word/settings.xml").First("w:themeFontLang").Get("w:eastAsia"); got != want || theme != want {
			t.Errorf("%q: %s, %s", lang, got, theme)
		}
	}
	theme := part(t, build(t, onePage(para("正文")), nil), "word/theme/theme1.xml")
	for _, name := range []string{"a:majorFont", "a:minorFont"} {
		f := theme.First("a:themeElements/a:fontScheme/" + name)
		if ea, hans := f.First("a:ea").Get("typeface"), f.First("a:font").Get("typeface"); ea == "" || ea != hans || f.First("a:font").Get("script") != "Hans" {
			t.Errorf("%s: %q, %q", name, ea, hans)
		}
	}
}
