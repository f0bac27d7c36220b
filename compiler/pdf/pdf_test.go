package pdf

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// gazette has everything once: headings, a table with merged cells on two pages, links both ways, a note, a list, a figure,
// vertical and turned text, thickened text, a foreign word.
//
//	+------+----------+      page 1: head (two rows) and 自然人;  page 2: head drawn again, the label's second part, 法人
//	| 类别 |   件数   |
//	|      +----+-----+
//	|      | 新收| 结转|
//	+------+----+-----+
func gazette(tb testing.TB) *sheet {
	s := newSheet(tb)
	s.heading(display.RoleH1, 40, "一、总体情况")
	s.paragraph(28, 50, "二七区人民政府认真贯彻落实条例，全年公开信息1,234条。")
	s.heading(display.RoleH2, 60, "（一）主动公开")
	p := s.paragraph(28, 70, "见")
	l := s.node(p, display.RoleLink)
	s.text(34, 70, "政府网站", l)
	s.put(&display.Link{Box: box(34, 66, 16, 5), URL: "https://www.erqi.gov.cn/", Text: "政府网站", Node: l})
	s.text(52, 70, "。", p)
	word := s.node(p, display.RoleSpan)
	word.Extra = &display.Extra{Lang: "en"}
	s.text(58, 70, "open data", word)
	ref := s.node(s.node(p, display.RoleReference), display.RoleLink)
	s.text(80, 70, "[1]", ref)
	s.put(&display.Link{Box: box(80, 66, 6, 5), Dest: &display.Dest{Page: 1, Y: 120 * unit.MM}, Text: "注1", Node: ref})
	s.splitTable()
	s.listAndNote()
	s.marks = []display.Mark{
		{Title: "一、总体情况", Level: 1, Dest: display.Dest{Page: 0, Y: 35 * unit.MM}},
		{Title: "（一）主动公开", Level: 2, Dest: display.Dest{Page: 0, Y: 55 * unit.MM}},
		{Title: "二、收到和处理申请情况", Level: 1, Dest: display.Dest{Page: 1, Y: 80 * unit.MM}},
	}
	return s
}

func (s *sheet) heading(role display.Role, y int, text string) {
	t := s.text(28, y, text, s.node(nil, role))
	t.FakeBold = true
	t.Size = 16 * unit.Pt
}

// splitTable puts a table whose label 申请人 runs over both pages: its cell is one TD with a part on each, and what is drawn
// again on the second is an artifact.
func (s *sheet) splitTable() {
	table := s.node(nil, display.RoleTable)
	table.Extra = &display.Extra{Summary: "收到和处理政府信息公开申请情况"}
	s.cell(table, display.RoleCaption, 60, 80, "收到和处理政府信息公开申请情况")
	head := s.node(table, display.RoleTHead)
	r1, r2 := s.node(head, display.RoleTR), s.node(head, display.RoleTR)
	kind := s.cell(r1, display.RoleTH, 30, 90, "类别")
	kind.RowSpan, kind.ColSpan, kind.Scope = 2, 2, display.ScopeColumn
	count := s.cell(r1, display.RoleTH, 80, 90, "件数")
	count.ColSpan, count.Scope = 2, display.ScopeColumn
	fresh, carried := s.cell(r2, display.RoleTH, 75, 97, "新收"), s.cell(r2, display.RoleTH, 90, 97, "结转")
	for _, n := range []*display.Node{fresh, carried} {
		n.Scope, n.Headers = display.ScopeColumn, []*display.Node{count}
	}
	s.rule(28, 99, 105, 99)
	body := s.node(table, display.RoleTBody)
	row1 := s.node(body, display.RoleTR)
	who := s.cell(row1, display.RoleTH, 30, 105, "申请")
	who.RowSpan, who.Scope = 2, display.ScopeRow
	row := func(tr *display.Node, y int, label, a, b string) {
		th := s.cell(tr, display.RoleTH, 50, y, label)
		th.Scope, th.Headers = display.ScopeRow, []*display.Node{kind, who}
		s.cell(tr, display.RoleTD, 75, y, a).Headers = []*display.Node{count, fresh, who, th}
		s.cell(tr, display.RoleTD, 90, y, b).Headers = []*display.Node{count, carried, who, th}
	}
	row(row1, 105, "自然人", "12", "")
	s.foot("1")
	s.newPage()
	s.text(30, 40, "类别", nil).Artifact = display.RepeatArtifact
	s.text(80, 40, "件数", nil).Artifact = display.RepeatArtifact
	s.text(30, 50, "人", who)
	row(s.node(body, display.RoleTR), 50, "法人或其他组织", "3", "0")
}

func (s *sheet) listAndNote() {
	list := s.node(nil, display.RoleL)
	list.Extra = &display.Extra{Numbering: "Decimal"}
	for i, text := range []string{"主动公开", "依申请公开"} {
		item := s.node(list, display.RoleLI)
		s.cell(item, display.RoleLbl, 28, 90+8*i, string(rune('1'+i))+".")
		s.cell(s.node(item, display.RoleLBody), display.RoleP, 34, 90+8*i, text)
	}
	note := s.node(nil, display.RoleNote)
	s.text(34, 120, "数据截至年底。", s.node(note, display.RoleP))
	back := s.node(note, display.RoleLink)
	s.text(28, 120, "[1]", back)
	s.put(&display.Link{Box: box(28, 116, 6, 5), Dest: &display.Dest{Page: 0, Y: 60 * unit.MM}, Text: "返回", Node: back})
	s.foot("2")
}

func TestGazette(t *testing.T)      { gazette(t).write(nil) }
func TestGazettePlain(t *testing.T) { gazette(t).write(&Options{Plain: true}) }

func TestTags(t *testing.T) {
	const want = `Document
  H1 [1.0] 「一、总体情况」
  P [1.1] 「二七区人民政府认真贯彻落实条例，全年公开信息1,234条。」
  H2 [1.2] 「（一）主动公开」
  P [1.3 1.5] 「见。」
    Link [1.4 1.link "https://www.erqi.gov.cn/"] 「政府网站」
    Span Lang="en" [1.6] 「open data」
    Reference
      Link [1.7 1.link to page 2] 「[1]」
  Table Summary="收到和处理政府信息公开申请情况"
    Caption [1.8] 「收到和处理政府信息公开申请情况」
    THead
      TR
        TH RowSpan=2 ColSpan=2 Scope=Column [1.9] 「类别」
        TH ColSpan=2 Scope=Column [1.10] 「件数」
      TR
        TH Scope=Column Headers=件数 [1.11] 「新收」
        TH Scope=Column Headers=件数 [1.12] 「结转」
    TBody
      TR
        TH RowSpan=2 Scope=Row [1.13 2.0] 「申请人」
        TH Scope=Row Headers=类别|申请人 [1.14] 「自然人」
        TD Headers=件数|新收|申请人|自然人 [1.15] 「12」
        TD Headers=件数|结转|申请人|自然人
      TR
        TH Scope=Row Headers=类别|申请人 [2.1] 「法人或其他组织」
        TD Headers=件数|新收|申请人|法人或其他组织 [2.2] 「3」
        TD Headers=件数|结转|申请人|法人或其他组织 [2.3] 「0」
  L ListNumbering=Decimal
    LI
      Lbl [2.4] 「1.」
      LBody
        P [2.5] 「主动公开」
    LI
      Lbl [2.6] 「2.」
      LBody
        P [2.7] 「依申请公开」
  Note
    P [2.8] 「数据截至年底。」
    Link [2.9 2.link to page 1] 「[1]」
`
	for _, plain := range []bool{true, false} {
		got, err := pdfcheck.Tags(gazette(t).write(&Options{Plain: plain}))
		if err != nil {
			t.Fatal(err)
		}
		if got != want {
			t.Errorf("plain %v: tags\n%s\nwant\n%s", plain, got, want)
		}
	}
}

func TestSameBytes(t *testing.T) {
	first := gazette(t).write(nil)
	if !bytes.Equal(first, gazette(t).write(nil)) {
		t.Error("two writes of the same document differ")
	}
	s := gazette(t)
	s.paragraph(28, 200, "多一段")
	if bytes.Equal(first[len(first)-200:], s.write(nil)[len(first)-200:]) {
		t.Error("two different documents have the same ID")
	}
}

// stingy fails after n bytes.
type stingy struct{ n int }

var errFull = errors.New("no space left")

func (w *stingy) Write(b []byte) (int, error) {
	if len(b) > w.n {
		n := w.n
		w.n = 0
		return n, errFull
	}
	w.n -= len(b)
	return len(b), nil
}

func TestFailingWriter(t *testing.T) {
	d := gazette(t).document()
	var whole bytes.Buffer
	if err := Write(&whole, d, nil); err != nil {
		t.Fatal(err)
	}
	for n := 0; n < whole.Len(); n += 97 {
		if err := Write(&stingy{n}, d, nil); !errors.Is(err, errFull) {
			t.Fatalf("writer that fails at byte %d: error %v", n, err)
		}
	}
	if err := Write(short{}, d, nil); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("writer that takes half: error %v", err)
	}
}

// short takes half and does not say so.
type short struct{}

func (short) Write(b []byte) (int, error) { return len(b) / 2, nil }

func TestWriteNothingWhenTheDocumentIsAtFault(t *testing.T) {
	s := gazette(t)
	s.info.Title = " "
	s.info.Lang = "中文"
	s.node(nil, display.RoleFigure)
	s.node(nil, display.RoleH4)
	s.marks[0].Page = 9
	s.fails(NoTitle, BadLanguage, NoAlt, NoFigureBox, HeadingSkipped, BadDest)
	var c counter
	if Write(&c, s.document(), nil) == nil || c.n != 0 {
		t.Errorf("%d bytes were written", c.n)
	}
}

func TestErrorNamesAll(t *testing.T) {
	s := newSheet(t)
	s.info.Title = "a\x00b"
	s.info.Subject = "\xff"
	err := Write(io.Discard, s.document(), nil)
	for _, want := range []string{`text not allowed "a\x00b"`, `text not allowed "\xff"`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v does not contain %s", err, want)
		}
	}
}

// The end of line before endstream is no part of the data, and no byte of the data is a part of it: behind a CR a lone LF would
// take it along.
func TestStreamEnds(t *testing.T) {
	for data, want := range map[string]string{"": "\nstream\n\nendstream", "BT": "\nstream\nBT\nendstream", "a\n": "\nstream\na\n\nendstream",
		"a\r": "\nstream\na\r\r\nendstream", "\r\n": "\nstream\n\r\n\nendstream"} {
		var b bytes.Buffer
		f := newFile(&b, "1.7", true, false)
		f.stream(f.reserve(1), func(dict) {}, []byte(data))
		f.flush()
		if got := b.String(); f.err != nil || !strings.Contains(got, want) {
			t.Errorf("%q: %q, %v", data, got, f.err)
		}
	}
}
