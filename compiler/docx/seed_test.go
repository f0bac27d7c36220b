package docx_test

import (
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// seed is the 2022 disclosure report of a district's service centre, with the tables in the official grid.
func seed() *doc.Document {
	p := func(text string) doc.Block { return &doc.Paragraph{Src: "body", Text: say(text)} }
	h := func(level int, text string) doc.Block {
		return &doc.Heading{Src: "heading", Level: level, Text: say(text)}
	}
	blocks := []doc.Block{
		h(0, "郑州市二七区政务服务中心\n2022年政府信息公开工作年度报告"),
		h(1, "一、总体情况"),
		p("2022年度，中心坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，认真落实党中央、国务院关于政务公开工作的决策部署，深入贯彻落实《中华人民共和国政府信息公开条例》，全面梳理应当公开的政府信息，着眼深化“放管服”改革,优化营商环境，以公开促落实、促规范、促服务，促进政府治理现代化，全面推进政府信息公开工作。"),
		h(2, "（一）主动公开"),
		p("2022年，我中心坚持以人民为中心的发展思想，以“公开为常态，不公开为例外”的原则，加大政府信息主动公开力度，在中心门户网站共发布政府信息总数15条。"),
		h(2, "（二）依申请公开"),
		p("2022年，中心未收到政府信息申请公开办件。"),
		h(2, "（三）政府信息管理"),
		p("中心严格落实政府网站内容保障及维护主体责任，加强政府网站内容建设和信息发布审核，严格执行信息先审核后发布机制，发布政府网站信息之前必须经信息员、科室负责人、分管领导、主要领导层层审核把关，确保职责明确，责任到人。"),
		h(2, "（四）平台建设"),
		p("中心依托政府门户网站作为政府信息公开主要平台，积极推进政府信息公开专业化、精细化、便捷化管理建设，确保中心政府网站数量精简、开设规范、保障到位、管理有序。"),
		h(2, "（五）信息公开工作监督"),
		p("全面参与年度政府信息公开工作考核，自觉接受社会评议，坚决落实政府信息公开责任追究制度。"),
		h(1, "二、主动公开政府信息情况"),
		disclosureTable(),
		h(1, "三、收到和处理政府信息公开申请情况"),
		applicationTable(),
		h(1, "四、政府信息公开行政复议、行政诉讼情况"),
		reviewTable(),
		h(1, "五、存在的主要问题及改进情况"),
		p("2022年，中心政府信息公开工作取得一定的成效，但也存在工作创新不够和信息报道数量不够等问题。"),
		p("2023年，二七区政务服务中心将切实上级对政务公开工作的要求，继续坚持以公开为常态、不公开为例外，深入推进政务公开工作。充分发挥中心政务信息领导小组的领导职能作用，持续推进基层政务公开规范化标准化工作，进一步提高工作人员的业务水平和工作能力，切实抓好此项工作。"),
		p("进一步增强政府信息公开的时效性。建设一支政治强、思想好、素质高、业务精的信息员队伍，不断发现和挖掘优质的信息材料，及时、准确地将工作中的新政策、业务动态等信息向公众发布。"),
		p("同时，进一步明确职责，各科室与各窗口要通力合作，使报送信息的数量和质量上一个新的台阶。"),
		h(1, "六、其他需要报告的事项"),
		p("本年度未收取信息处理费。"),
		&doc.Signature{Src: "signature", Names: []string{"郑州市二七区政务服务中心"}, Date: "2023年1月31日",
			NameIndent: []unit.Length{32 * unit.Pt}, DateIndent: 80 * unit.Pt},
	}
	return &doc.Document{
		Meta:     doc.Meta{Title: "郑州市二七区政务服务中心2022年政府信息公开工作年度报告", Author: "郑州市二七区政务服务中心", Lang: "zh-CN"},
		Sheet:    doc.GB9704(),
		Sections: []doc.Section{{Blocks: blocks}},
	}
}

func say(text string) []doc.Span { return []doc.Span{{Text: text}} }

// typeArea is the width of the type area of GB/T 9704.
const typeArea = 156 * unit.MM

// columns shares the type area by weights.
func columns(weights ...int) []doc.Column {
	sum, done, at := 0, 0, unit.Length(0)
	for _, w := range weights {
		sum += w
	}
	out := make([]doc.Column, len(weights))
	for i, w := range weights {
		done += w
		edge := typeArea.MulDiv(int64(done), int64(sum))
		out[i].Width, at = edge-at, edge
	}
	return out
}

// cells reads a row: "text|text", "3>text" spans three columns, "2v text" two rows.
func cells(row string) doc.Row {
	var r doc.Row
	for _, s := range strings.Split(row, "|") {
		c := doc.Cell{}
		for len(s) > 1 && s[0] >= '0' && s[0] <= '9' {
			n, i := 0, 0
			for ; i < len(s) && s[i] >= '0' && s[i] <= '9'; i++ {
				n = 10*n + int(s[i]-'0')
			}
			if i == len(s) || s[i] != '>' && s[i] != 'v' && s[i] != 'V' {
				break
			}
			switch s[i] {
			case '>':
				c.ColSpan = n
			default:
				c.RowSpan, c.Vertical = n, s[i] == 'V'
			}
			s = s[i+1:]
		}
		c.Text = say(s)
		if s == "0" {
			c.Style = "TableNumber"
		}
		r.Cells = append(r.Cells, c)
	}
	return r
}

func rows(lines ...string) (out []doc.Row) {
	for _, line := range lines {
		out = append(out, cells(line))
	}
	return out
}

func disclosureTable() *doc.Table {
	t := &doc.Table{Src: "table2", Summary: "主动公开政府信息情况", Columns: columns(1, 1, 1, 1), Rows: rows(
		"4>第二十条第（一）项", "信息内容|本年制发件数|本年废止件数|现行有效件数", "规章|0|0|0", "行政规范性文件|0|0|0",
		"4>第二十条第（五）项", "信息内容|3>本年处理决定数量", "行政许可|3>0",
		"4>第二十条第（六）项", "信息内容|3>本年处理决定数量", "行政处罚|3>0", "行政强制|3>0",
		"4>第二十条第（八）项", "信息内容|3>本年收费金额（单位：万元）", "行政事业性收费|3>0")}
	for i := range t.Rows {
		t.Rows[i].KeepNext = len(t.Rows[i].Cells) == 1 || strings.HasPrefix(t.Rows[i].Cells[0].Text[0].Text, "信息")
		for j := range t.Rows[i].Cells {
			t.Rows[i].Cells[j].Align = doc.AlignCenter
		}
	}
	return t
}

func applicationTable() *doc.Table {
	const zeros = "|0|0|0|0|0|0|0"
	t := &doc.Table{Src: "table3", Summary: "收到和处理政府信息公开申请情况", HeadRows: 3, StubCols: 3,
		Columns: columns(60, 92, 250, 68, 68, 68, 68, 68, 68, 68),
		Rows: rows("3>3v（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|7>申请人情况",
			"2v自然人|5>法人或其他组织|2v总计", "商业企业|科研机构|社会公益组织|法律服务机构|其他",
			"3>一、本年新收政府信息公开申请数量"+zeros, "3>二、上年结转政府信息公开申请数量"+zeros,
			"20V三、本年度办理结果|2>（一）予以公开"+zeros, "2>（二）部分公开（区分处理的，只计这一情形，不计其他情形）"+zeros,
			"8v（三）不予公开|1.属于国家秘密"+zeros, "2.其他法律行政法规禁止公开"+zeros, "3.危及“三安全一稳定”"+zeros,
			"4.保护第三方合法权益"+zeros, "5.属于三类内部事务信息"+zeros, "6.属于四类过程性信息"+zeros, "7.属于行政执法案卷"+zeros,
			"8.属于行政查询事项"+zeros, "3v（四）无法提供|1.本机关不掌握相关政府信息"+zeros, "2.没有现成信息需要另行制作"+zeros,
			"3.补正后申请内容仍不明确"+zeros, "5v（五）不予处理|1.信访举报投诉类申请"+zeros, "2.重复申请"+zeros, "3.要求提供公开出版物"+zeros,
			"4.无正当理由大量反复申请"+zeros, "5.要求行政机关确认或重新出具已获取信息"+zeros, "2>（六）其他处理"+zeros, "2>（七）总计"+zeros,
			"3>四、结转下年度继续办理"+zeros)}
	return t
}

func reviewTable() *doc.Table {
	five := "结果维持|结果纠正|其他结果|尚未审结|总计"
	return &doc.Table{Src: "table4", Summary: "政府信息公开行政复议、行政诉讼情况", HeadRows: 3,
		Columns: columns(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), Keep: true,
		Rows: rows("5>行政复议|10>行政诉讼", "2v结果维持|2v结果纠正|2v其他结果|2v尚未审结|2v总计|5>未经复议直接起诉|5>复议后起诉", five+"|"+five,
			"0"+strings.Repeat("|0", 14))}
}
