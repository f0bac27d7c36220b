package doc

import "github.com/banxin-go/banxin/layout/unit"

// GB9704 gives a fresh style sheet by GB/T 9704-2012 《党政机关公文格式》. Every number may be changed.
func GB9704() *Sheet {
	return &Sheet{
		Page:   gbPage(),
		Grid:   Grid{Chars: 28, Lines: 22}, // 5.2.3: 每面排 22 行，每行排 28 个字
		Styles: gbStyles(),
		Table: TableSheet{
			Rules: Rules{Outer: unit.Pt, Head: unit.Pt / 2, Inner: unit.Pt / 2}, // 10.1 names no widths: those of the printed form
			PadX:  4 * unit.Pt, Narrow: 3 * unit.Pt / 2,
			PadY: 4 * unit.Pt, LeastPadY: 9 * unit.Pt / 4, MostPadY: 11 * unit.Pt / 2, // rows of one line 21 pt high, 17.5 to 24
			Reserve: 10 * unit.Pt,
		},
		Lines: LineSetting{Kinsoku: KinsokuGB, Squeeze: true, HanLatin: 25, Widows: 2, Orphans: 2},
	}
}

func gbPage() Page {
	return Page{
		Size: unit.Size{W: 210 * unit.MM, H: 297 * unit.MM}, // 5.1.1: A4
		Top:  37 * unit.MM,                                  // 5.2.1: 天头（上白边）37 mm
		// 5.2.1: 订口（左白边）28 mm. By its bracket it is the left margin, so both sides of a sheet have it there, as in Word files by
		// this standard; Mirror puts it at the right of even pages, for a printer who asks for that.
		Left: 28 * unit.MM,
		// 5.2.1: 版心 156 mm × 225 mm, so what is left of the paper:
		Right:  (210 - 28 - 156) * unit.MM,
		Bottom: (297 - 37 - 225) * unit.MM,
		// 7.5: 四号半角宋体阿拉伯数字, 一字线 at both sides, upper edge 7 mm below the type area; odd pages one character in from
		// the right, even pages one from the left.
		Foot: []Line{{Style: "Footer", Text: "— {page} —", Align: AlignOutside, Offset: 7 * unit.MM, Indent: 100}},
	}
}

// bodyPitch is the distance of lines: 22 on 225 mm (5.2.3) is 579.8 twips, and Word counts in whole twips.
const bodyPitch = 579 * unit.Twip

func gbStyles() []Style {
	body := Style{
		ID: "Normal", Name: "正文", Role: "仿宋", Size: unit.Hao3, // 5.2.2: 一般用 3 号仿宋体字
		Leading: bodyPitch, Indent: 200, Align: AlignJustify, OnGrid: true, // 7.3.3: 每个自然段左空二字
	}
	head := func(level int, id, name, role string) Style {
		s := body // 7.3.3: 结构层次序数 一、 黑体, （一） 楷体, 1. and （1） 仿宋
		s.ID, s.Name, s.Role, s.Outline, s.KeepNext = id, name, role, level, true
		s.HanLetters = role == "黑"
		return s
	}
	// Parts, 第一部分, stand above 一、. 7.3.3 has no word on them: they are centred, and what they hold looks as its number wants.
	part := head(1, "Part", "部分标题", "黑")
	part.Indent, part.Align = 0, AlignCenter
	flush := func(id, name string) Style {
		s := body
		s.ID, s.Name, s.Indent = id, name, 0
		return s
	}
	// 7.3.1: 2 号小标宋体字, 居中. The pitch of two lines of text for titles of more than one line is custom: 33 pt of 2 号.
	title := Style{ID: "Title", Name: "标题", Role: "小标宋", Size: unit.Hao2, Leading: 35 * unit.Pt, After: bodyPitch, Align: AlignCenter, KeepNext: true, KeepAll: true}
	list := body
	list.ID, list.Name, list.Indent, list.Left = "ListParagraph", "列表", -200, 400
	small := func(id, name string, align Align) Style {
		// Tables are set smaller than the body; 五号 on 13 pt lets the 26 rows of the applications table stand on one page. Not the body's pitch: 10 names none.
		return Style{ID: id, Name: name, Role: "宋", Size: unit.Hao5, Leading: 13 * unit.Pt, Align: align}
	}
	caption := small("Caption", "题注", AlignCenter)
	caption.Role, caption.Size, caption.Leading, caption.Before, caption.After, caption.KeepNext = "黑", unit.Hao4, 22*unit.Pt, 6*unit.Pt, 3*unit.Pt, true
	caption.HanLetters = true
	unitLine := small("TableUnit", "表单位", AlignRight)
	unitLine.After, unitLine.KeepNext = 2*unit.Pt, true
	note := small("TableNote", "表注", AlignJustify)
	note.Before = 2 * unit.Pt
	footer := Style{ID: "Footer", Name: "页脚", Role: "宋", Size: unit.Hao4, Leading: 18 * unit.Pt, HanLetters: true} // 7.5
	header := Style{ID: "Header", Name: "页眉", Role: "宋", Size: unit.HaoSmall5, Leading: 12 * unit.Pt}
	tocHead := Style{ID: "TOCHeading", Name: "目录标题", Role: "黑", Size: unit.Hao3, Leading: bodyPitch, After: bodyPitch / 2, Align: AlignCenter, KeepNext: true, HanLetters: true}
	toc := func(id, name, role string, left Chars) Style {
		s := flush(id, name)
		s.Role, s.Left, s.Indent, s.OnGrid, s.Align, s.HanLetters = role, left+200, -200, false, AlignLeft, role == "黑" // hangs below 一、
		return s
	}
	// 7.2.4: 发文机关标志, red 小标宋, centred, its upper edge 35 mm below the type area's. Its size is the agency's choice; nine
	// characters of 初号 leave some room on the line.
	mark := Style{ID: "IssuerMark", Name: "发文机关标志", Role: "小标宋", Size: unit.Hao0, Leading: unit.Hao0 + bodyPitch - unit.Hao3, Align: AlignCenter, KeepNext: true, KeepAll: true, Ink: InkRed}
	mark.Lead = 35*unit.MM - (mark.Leading-mark.Size)/2
	// 7.2.5: 发文字号, two blank lines below the mark, centred. 7.2.7: 4 mm below it a red rule as wide as the type area; no
	// width is named. 7.3.1: two blank lines between the rule and the title.
	number := flush("IssueNumber", "发文字号")
	number.Align, number.Before, number.After, number.KeepNext = AlignCenter, 2*bodyPitch, 2*bodyPitch, true
	number.Below = Border{Width: unit.Pt, Gap: 4 * unit.MM, Ink: InkRed}
	endnote := small("EndnoteText", "尾注", AlignJustify)
	endnote.Indent, endnote.Left = -200, 200
	return []Style{
		body, title,
		head(1, "Heading1", "一级标题", "黑"), head(2, "Heading2", "二级标题", "楷"),
		head(3, "Heading3", "三级标题", "仿宋"), head(4, "Heading4", "四级标题", "仿宋"),
		part, head(2, "PartHeading2", "部分内一级标题", "黑"), head(3, "PartHeading3", "部分内二级标题", "楷"), head(4, "PartHeading4", "部分内三级标题", "仿宋"),
		flush("BodyText", "顶格正文"), // 7.3.2: 主送机关 is set flush
		flush("Signature", "落款"),
		list,
		small("TableText", "表格文字", AlignLeft), small("TableHead", "表头", AlignCenter), small("TableNumber", "表格数字", AlignCenter),
		caption, unitLine, note, footer, header,
		tocHead, toc("TOC1", "目录 1", "黑", 0), toc("TOC2", "目录 2", "仿宋", 200), toc("TOC3", "目录 3", "仿宋", 400), toc("TOC4", "目录 4", "仿宋", 600),
		endnote, mark, number,
	}
}
