package docx

import "github.com/banxin-go/banxin/layout/doc"

// circledMax is the last number that decimalEnclosedCircle can draw (ISO/IEC 29500-1 17.18.59); doc goes on with (21).
const circledMax = 20

// parenthesised is the kind behind circled numbers from 21 on. It is the writer's own and follows the last of doc.ListKind.
const parenthesised = doc.ChineseParenthesis + 1

// A listNum is one list: Word counts each w:num by itself.
type listNum struct {
	kind  doc.ListKind
	style *doc.Style
	level int // of nesting, from 0
	start int
	in    doc.Chars // by how much the list begins further in than its style has it
	hang  doc.Chars
	marks markWidths
}

// markWidths tell how wide the marks of a list are in Word, which leaves a （ its empty half.
type markWidths struct {
	widest doc.Chars
	alike  bool
}

func marksOf(l *doc.List) markWidths {
	w := markWidths{alike: true}
	for i := range l.Items {
		width := doc.Chars(0)
		for _, r := range l.Mark(i) {
			width += 50
			if r >= 0x2000 {
				width += 50
			}
		}
		w.alike = w.alike && (i == 0 || width == w.widest)
		w.widest = max(w.widest, width)
	}
	return w
}

// A listForm is how Word writes a kind of mark; %L stands for the number.
type listForm struct{ format, before, after string }

var listForms = [...]listForm{
	doc.Bullets:            {"bullet", "•", ""},
	doc.Decimal:            {"decimal", "", "."},
	doc.Parenthesis:        {"decimal", "（", "）"},
	doc.Circled:            {"decimalEnclosedCircle", "", ""},
	doc.Chinese:            {"chineseCountingThousand", "", "、"},
	doc.ChineseParenthesis: {"chineseCountingThousand", "（", "）"},
	parenthesised:          {"decimal", "(", ")"},
}

// behind is what stands between the mark and the text, w:suff. Marks that end in a full-width character bring their own space, and the
// text follows them as long as all are as wide as the indent; else a tab leads to it. It needs some of the indent behind the widest mark:
// from its very end it would go on to a place far right, as behind ①, which fills that of a cell.
func (n *listNum) behind() string {
	form := &listForms[n.kind]
	if form.full() && (n.hang <= 0 || n.marks.alike && n.marks.widest >= n.hang) || n.kind == doc.Circled && n.hang <= 100 {
		return "nothing"
	}
	return "tab"
}

// full says whether marks end in a full-width character.
func (f *listForm) full() bool { return f.after == "）" || f.after == "、" }

// hanging is the indent that has room for the marks and the tab behind them: the layout's or, where they are wider in Word, so much that
// the text begins where it does in the layout. The empty half of a （ stands at the left of that, where the layout has left it out.
func (n *listNum) hanging() doc.Chars {
	if !listForms[n.kind].full() || n.hang <= 0 {
		return n.hang
	}
	if n.behind() == "tab" && n.marks.widest > n.hang-tabRoom {
		return n.marks.widest + tabRoom
	}
	return max(n.hang, n.marks.widest)
}

// tabRoom is what a tab has behind the widest mark: more than characters are rounded by.
const tabRoom doc.Chars = 12

// text is w:lvlText of a level, from 0: "（%1）".
func (f listForm) text(level int) string {
	if f.format == "bullet" {
		return f.before
	}
	return f.before + "%" + itoa(level+1) + f.after
}

// number makes a list and gives its w:numId.
func (p *writer) number(n listNum) int64 {
	if int(n.kind) >= len(listForms) {
		n.kind = doc.Bullets
	}
	p.lists = append(p.lists, n)
	return int64(len(p.lists))
}

// levels is how many levels a multi-level list must state.
const levels = 9

// numberingPart writes one abstract list for each kind and style in use, and then the lists, each with its own start.
func (p *writer) numberingPart() error {
	if len(p.lists) == 0 {
		return nil
	}
	p.relate(relation{relOffice + "numbering", "numbering.xml", false})
	return p.part("word/numbering.xml", kindWord+"numbering+xml", "", func(x *xmlWriter) {
		x.open("w:numbering").attr("xmlns:w", nsW)
		forms, of := p.abstractLists()
		for i, n := range forms {
			p.abstractList(x, i, n)
		}
		for i, n := range p.lists {
			x.open("w:num").num("w:numId", int64(i+1))
			x.numVal("w:abstractNumId", int64(of[i]))
			x.open("w:lvlOverride").num("w:ilvl", int64(n.level))
			x.numVal("w:startOverride", int64(n.start))
			x.close().close()
		}
		x.close()
	})
}

// abstractLists gives the different pairs of kind and style, and which of them each list is.
func (p *writer) abstractLists() (forms []listNum, of []int) {
	of = make([]int, len(p.lists))
	for i, n := range p.lists {
		k := 0
		for k < len(forms) && !forms[k].sameForm(n) {
			k++
		}
		if k == len(forms) {
			forms = append(forms, n)
		}
		of[i] = k
	}
	return forms, of
}

func (n *listNum) sameForm(m listNum) bool {
	return n.kind == m.kind && n.style == m.style && n.hang == m.hang && n.marks == m.marks && n.in-doc.Chars(200*n.level) == m.in-doc.Chars(200*m.level)
}

func (p *writer) abstractList(x *xmlWriter, id int, n listNum) {
	form := listForms[n.kind]
	x.open("w:abstractNum").num("w:abstractNumId", int64(id))
	x.val("w:multiLevelType", "multilevel")
	for level := range levels {
		x.open("w:lvl").num("w:ilvl", int64(level))
		x.numVal("w:start", 1)
		x.val("w:numFmt", form.format)
		x.val("w:suff", n.behind())
		x.val("w:lvlText", form.text(level))
		x.val("w:lvlJc", "left")
		x.open("w:pPr")
		in := n.in + doc.Chars(200*(level-n.level)) // the other levels are stated and not used
		p.indent(x, max(0, n.style.Left+in+n.hang+n.style.Indent), n.style.Right, -n.hanging(), n.style)
		x.close()
		if n.kind != doc.Bullets { // • is the Latin face's, as in the layout
			x.open("w:rPr").open("w:rFonts").attr("w:hint", "eastAsia").close().close()
		}
		x.close()
	}
	x.close()
}
