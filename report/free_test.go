package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// decodeFree reads a document that must be free of input errors.
func decodeFree(t testing.TB, in string) *Free {
	t.Helper()
	r, ps := DecodeAny([]byte(in), "", nil)
	f, ok := r.(*Free)
	if len(ps) > 0 || !ok {
		t.Fatalf("%T\n%v\n%s", r, ps, in)
	}
	return f
}

// section gives the blocks of a document with the JSON of one block in it.
func section(t testing.TB, block string) doc.Block {
	t.Helper()
	return decodeFree(t, `{"kind":"document","title":"题","sections":[{"blocks":[`+block+`]}]}`).Sections[0].Blocks[0]
}

// Every short form is the long form that it stands for.
func TestFreeShortForms(t *testing.T) {
	const src = "sections[0].blocks[0]"
	cell := func(c int, s doc.Cell) doc.Cell {
		s.Src = fmt.Sprintf("%s.rows[0].cells[%d]", src, c)
		return s
	}
	for _, c := range []struct {
		in   string
		want doc.Block
	}{
		{`"一段"`, &doc.Paragraph{Src: src, Text: plain("一段")}},
		{`{"type":"paragraph","text":["甲",{"text":"乙","dots":true},"丙"],"style":"BodyText"}`,
			&doc.Paragraph{Src: src, Style: "BodyText", Text: []doc.Span{{Text: "甲"}, {Text: "乙", Dots: true}, {Text: "丙"}}}},
		{`{"type":"heading","level":2,"text":"（一）概况","key":"a"}`, &doc.Heading{Src: src, Level: 2, Text: plain("（一）概况"), Key: "a"}},
		{`{"type":"list","kind":"chineseParenthesis","start":3,"items":["甲",{"text":"乙","sub":{"items":["丙"]}}]}`,
			&doc.List{Src: src, Kind: doc.ChineseParenthesis, Start: 3, Items: []doc.Item{{Text: plain("甲")}, {Text: plain("乙"), Sub: &doc.List{Src: src + ".items[1].sub", Items: []doc.Item{{Text: plain("丙")}}}}}}},
		{`{"type":"table","columns":[0,2,"30mm",{"share":1,"align":"decimal"}],"rows":[["甲",236.60,null,{"text":"丁","colSpan":2}]],"headRows":1}`,
			&doc.Table{Src: src, HeadRows: 1, Columns: []doc.Column{{}, {Share: 2}, {Width: 30 * unit.MM}, {Share: 1, Align: doc.AlignDecimal}},
				Rows: []doc.Row{{Cells: []doc.Cell{cell(0, doc.Cell{Text: plain("甲")}), cell(1, doc.Cell{Text: plain("236.60"), Style: "TableNumber"}),
					cell(2, doc.Cell{}), cell(3, doc.Cell{Text: plain("丁"), ColSpan: 2})}}}}},
		{`{"type":"table","rules":{"outer":"1.5pt","head":"0.75pt","open":true},"notes":["注：甲",["注：",{"text":"乙","bold":true}]]}`,
			&doc.Table{Src: src, Rules: &doc.Rules{Outer: 3 * unit.Pt / 2, Head: 3 * unit.Pt / 4, Open: true},
				Notes: [][]doc.Span{plain("注：甲"), {{Text: "注："}, {Text: "乙", Bold: true}}}}},
		{`{"type":"figure","data":"AQID","width":"四号","alt":"图","caption":"图1"}`,
			&doc.Figure{Src: src, Data: []byte{1, 2, 3}, Width: 14 * unit.Pt, Alt: "图", Caption: plain("图1")}},
		{`{"type":"signature","names":["甲局"],"date":"2024年1月9日"}`, &doc.Signature{Src: src, Names: []string{"甲局"}, Date: "2024年1月9日"}},
		{`{"type":"chart","kind":"pie","categories":["甲","乙"],"series":[{"name":"件数","values":[12.5,3]}],"unit":"件"}`,
			&doc.Chart{Src: src, Kind: doc.PieChart, Categories: []string{"甲", "乙"}, Series: []doc.Series{{Name: "件数", Values: []int64{125, 30}}}, Decimals: 1, Unit: "件"}},
		{`{"type":"signature","names":["甲局"],"seal":{"data":"AQ==","alt":"甲局印章"}}`,
			&doc.Signature{Src: src, Names: []string{"甲局"}, Seal: &doc.Seal{Data: []byte{1}, Alt: "甲局印章"}}},
		{`{"type":"contents","title":"目录","depth":3}`, &doc.Contents{Src: src, Title: plain("目录"), Depth: 3}},
		{`{"type":"notes","items":[{"key":"a","text":"注文"}]}`, &doc.Notes{Src: src, Items: []doc.Note{{Key: "a", Text: plain("注文")}}}},
		{`{"type":"break"}`, &doc.Break{}},
	} {
		if got := section(t, c.in); !sameBlocks(got, c.want) {
			t.Errorf("%s\ngot  %+v\nwant %+v", c.in, got, c.want)
		}
	}
}

// sameBlocks compares blocks, the places of their lists apart.
func sameBlocks(a, b doc.Block) bool {
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	return reflect.TypeOf(a) == reflect.TypeOf(b) && bytes.Equal(x, y)
}

func TestFreeProblems(t *testing.T) {
	files := fstest.MapFS{"a.png": {Data: []byte{1}}}
	for _, c := range []struct{ name, in, want string }{
		{"no such kind", `{"kind":"letter"}`, "1:9 kind.unknown kind"},
		{"kind is no word", `{"kind":7}`, "1:9 json.type kind"},
		{"kind twice", `{"kind":"document","kind":"document"}`, "1:20 json.duplicate kind"},
		{"a slip", `{"kind":"document","tittle":""}`, "1:20 json.similar tittle"},
		{"no type", `{"kind":"document","sections":[{"blocks":[{"text":""}]}]}`, "1:43 field.missing sections[0].blocks[0].type"},
		{"no such type", `{"kind":"document","sections":[{"blocks":[{"type":"para"}]}]}`, "1:51 word.unknown sections[0].blocks[0].type"},
		{"a field of another block", `{"kind":"document","sections":[{"blocks":[{"type":"heading","items":[]}]}]}`, "1:61 json.unknown sections[0].blocks[0].items"},
		{"a slip in a span", `{"kind":"document","sections":[{"blocks":[{"type":"heading","text":[{"txt":""}]}]}]}`, "1:70 json.similar sections[0].blocks[0].text[0].txt"},
		{"a number as text", `{"kind":"document","sections":[{"blocks":[{"type":"heading","text":7}]}]}`, "1:68 json.type sections[0].blocks[0].text"},
		{"a block that is none", `{"kind":"document","sections":[{"blocks":[7]}]}`, "1:43 json.type sections[0].blocks[0]"},
		{"what the model keeps to itself", `{"kind":"document","sections":[{"blocks":[{"type":"heading","src":"x"}]}]}`, "1:61 json.unknown sections[0].blocks[0].src"},
		{"words", `{"kind":"document","sections":[{"blocks":[{"type":"list","kind":"stars"}]}]}`, "1:65 word.unknown sections[0].blocks[0].kind"},
		{"length", `{"kind":"document","sheet":{"page":{"left":"28"}}}`, "1:44 length.form sheet.page.left"},
		{"length as number", `{"kind":"document","sheet":{"page":{"left":28}}}`, "1:44 json.type sheet.page.left"},
		{"paper", `{"kind":"document","sheet":{"page":{"size":"A9"}}}`, "1:44 paper.form sheet.page.size"},
		{"characters", `{"kind":"document","sheet":{"styles":[{"id":"Normal","indent":0.125}]}}`, "1:63 chars.form sheet.styles[0].indent"},
		{"grey", `{"kind":"document","sheet":{"table":{"headShade":101}}}`, "1:50 number.range sheet.table.headShade"},
		{"style without id", `{"kind":"document","sheet":{"styles":[{"name":"正文"}]}}`, "1:39 field.missing sheet.styles[0].id"},
		{"truth", `{"kind":"document","sections":[{"blocks":[{"type":"table","keep":"yes"}]}]}`, "1:66 json.type sections[0].blocks[0].keep"},
		{"base64", `{"kind":"document","sections":[{"blocks":[{"type":"figure","data":"?"}]}]}`, "1:67 data.base64 sections[0].blocks[0].data"},
		{"no such file", `{"kind":"document","sections":[{"blocks":[{"type":"figure","file":"b.png"}]}]}`, "1:67 image.file sections[0].blocks[0].file"},
		{"a file elsewhere", `{"kind":"document","sections":[{"blocks":[{"type":"figure","file":"../a.png"}]}]}`, "1:67 image.file sections[0].blocks[0].file"},
		{"file and data", `{"kind":"document","sections":[{"blocks":[{"type":"figure","data":"AQ==","file":"a.png"}]}]}`, "1:81 field.both sections[0].blocks[0].file"},
		{"file", `{"kind":"document","sections":[{"blocks":[{"type":"figure","file":"./a.png"}]}]}`, ""},
		{"file of a seal", `{"kind":"document","sections":[{"blocks":[{"type":"signature","seal":{"file":"b.png"}}]}]}`, "1:78 image.file sections[0].blocks[0].seal.file"},
		{"more decimals than said", `{"kind":"document","sections":[{"blocks":[{"type":"chart","decimals":1,"series":[{"values":[1.25]}]}]}]}`,
			"1:93 chart.decimals sections[0].blocks[0].series[0].values[0]"},
		{"file of a paragraph", `{"kind":"document","sections":[{"blocks":[{"type":"paragraph","file":"a.png"}]}]}`, "1:63 json.unknown sections[0].blocks[0].file"},
	} {
		_, ps := DecodeAny([]byte(c.in), "", files)
		if got := placesOf(ps); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
	_, ps := DecodeAny([]byte(`{"kind":"document","sections":[{"blocks":[{"type":"figure","file":"a.png"}]}]}`), "", nil)
	if len(ps) != 1 || ps[0].Code != "image.file" {
		t.Error(ps)
	}
	if a, ps := Decode([]byte(`{"kind":"document"}`), ""); a != nil || len(ps) != 1 || ps[0].Code != "kind.other" {
		t.Error(a, ps)
	}
}

func placesOf(ps Problems) string {
	var got []string
	for _, p := range ps {
		got = append(got, fmt.Sprintf("%d:%d %s %s", p.Line, p.Col, p.Code, p.Path))
	}
	return strings.Join(got, "|")
}

func TestFreeCheck(t *testing.T) {
	head := `{"kind":"document","title":"题","sections":[{"blocks":[`
	for _, c := range []struct{ name, in, want string }{
		{"sound", head + `"一段"]}]}`, ""},
		{"nothing", `{"kind":"document"}`, "1:1 field.missing title|1:1 section.empty sections"},
		{"a new line in a heading", head + `{"type":"heading","text":"甲\n乙"}]}]}`, ""},
		{"a bell in a span", head + `{"type":"paragraph","text":["甲",{"text":"乙\u0007"}]}]}]}`, "1:87 text.control sections[0].blocks[0].text[1]"},
		{"a cell", head + `{"type":"table","columns":[1],"rows":[["\u200b"]]}]}]}`, "1:94 text.invisible sections[0].blocks[0].rows[0].cells[0].text"},
		{"a name", head + `{"type":"signature","names":["\ue000"]}]}]}`, "1:84 text.private sections[0].blocks[0].names[0]"},
		{"a language", head + `{"type":"paragraph","text":{"text":"x","lang":"日本"}}]}]}`, "1:82 meta.lang sections[0].blocks[0].text"},
		{"a typed indent", head + `"　　一段","  甲",{"type":"heading","level":1,"text":"　　一、总则"},{"type":"heading","text":"　　题"},{"type":"paragraph","style":"TableNote","text":"　注"},"甲　乙"]}]}`,
			"1:55 text.spaces sections[0].blocks[0].text|1:62 text.spaces sections[0].blocks[1].text|1:103 text.spaces sections[0].blocks[2].text"},
		{"told once", head + `{"type":"paragraph","text":"\ud842"}]}]}`, ""},
	} {
		r, _ := DecodeAny([]byte(c.in), "", nil)
		if got := placesOf(r.Check()); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestFreePaths(t *testing.T) {
	for src, want := range map[string]string{
		"sections[0].blocks[3]":                          "第1节›第4块",
		"sections[0].blocks[3].rows[1].cells[2].text[0]": "第1节›第4块›第2行›第3格›文字第1项",
		"sheet.styles[2].leading":                        "样式表›第3样式›行距",
		"sections[1].page.left":                          "第2节›页面›订口",
	} {
		if got := ParsePath(src, &Free{}).Zh(); got != want {
			t.Errorf("%s is %s, want %s", src, got, want)
		}
	}
}

// A page that is turned keeps its type area: 156 × 208 mm becomes 208 × 156, the binding edge on top.
func TestFreePages(t *testing.T) {
	f := decodeFree(t, `{"kind":"document","title":"题","sections":[
		{"page":{"turned":true},"blocks":[]},
		{"page":{"turned":true,"top":"20mm"},"blocks":[]},
		{"page":{"left":"30mm","size":"A4 landscape"},"blocks":[]},
		{"blocks":[]}],
		"sheet":{"page":{"size":"210mm × 280mm"},"grid":{"lines":21},"lines":{"squeeze":false},
			"styles":[{"id":"Normal","size":"四号"},{"id":"Aside","align":"left","name":"旁注"}]}}`)
	want := unit.Rect{Point: unit.Point{X: 35 * unit.MM, Y: 28 * unit.MM}, Size: unit.Size{W: 208 * unit.MM, H: 156 * unit.MM}}
	if got := f.Sections[0].Page.TypeArea(); got != want {
		t.Error(got)
	}
	if p := f.Sections[1].Page; p.Top != 20*unit.MM || p.Left != 35*unit.MM || !p.Turned {
		t.Error(p)
	}
	if p := f.Sections[2].Page; p.Left != 30*unit.MM || p.Top != 37*unit.MM || p.Size.W != 297*unit.MM || p.Turned || len(p.Foot) != 1 {
		t.Error(p)
	}
	if f.Sections[3].Page != nil {
		t.Error(f.Sections[3].Page)
	}
	s := f.Sheet
	if s.Grid != (doc.Grid{Chars: 28, Lines: 21}) || s.Lines.Squeeze || s.Lines.HanLatin != 25 {
		t.Error(s.Grid, s.Lines)
	}
	if a, n := s.Style("Aside"), s.Style("Normal"); a.Size != 14*unit.Pt || n.Size != 14*unit.Pt || a.Align != doc.AlignLeft || a.Name != "旁注" || n.Role != "仿宋" {
		t.Error(a, n)
	}
	roundTrip(t, f)
}

// roundTrip wants the report that was written to come back as it was.
func roundTrip(t *testing.T, f *Free) {
	t.Helper()
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	again := decodeFree(t, string(data))
	more, _ := json.Marshal(again)
	if !bytes.Equal(data, more) {
		t.Errorf("once\n%s\ntwice\n%s", data, more)
	}
	if !reflect.DeepEqual(f.Document(), again.Document()) {
		t.Errorf("comes back otherwise:\n%s", data)
	}
}

func TestFreeWithoutPlaces(t *testing.T) {
	f := &Free{Title: "题", Sections: []doc.Section{{Blocks: []doc.Block{&doc.Paragraph{Text: plain("甲\a")}}}}}
	if got := brief(f.Check()); got != "sections[0].blocks[0].text text.control" {
		t.Error(got)
	}
	if ps := Locate(f, f.Check()); len(ps) != 1 || ps[0].Line != 0 {
		t.Error(ps)
	}
	if ps := Locate(ownReport{}, f.Check()); len(ps) != 1 {
		t.Error(ps)
	}
}

func TestLengthText(t *testing.T) {
	for l, want := range map[unit.Length]string{
		21 * unit.Pt / 2: "10.5pt", 28 * unit.MM: "28mm", 579 * unit.Twip: "28.95pt", 1: "1emu", -unit.Pt: "-1pt", 0: "0pt", 155*unit.MM + unit.MM/2: "155.5mm",
	} {
		got := lengthText(l)
		if back, err := unit.Parse(got); got != want || err != nil || back != l {
			t.Errorf("%d: %s, want %s", l, got, want)
		}
	}
}

func TestKinds(t *testing.T) {
	for _, k := range Kinds() {
		schema := parse(t, SchemaOf(k))
		kind := schema["properties"].(map[string]any)["kind"].(map[string]any)["enum"].([]any)
		if !slices.Contains(kind, any(k)) || schema["title"] == "" {
			t.Error(k, kind)
		}
		golden(t, k+".schema.json", string(SchemaOf(k)))
	}
	if SchemaOf("letter") != nil {
		t.Error("a schema of no kind")
	}
}

// free are the example documents.
func free(t testing.TB) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for name, data := range allReports(t) {
		if kindIn(data) == KindDocument {
			out[name] = data
		}
	}
	return out
}

func TestFreeExamples(t *testing.T) {
	schema := parse(t, SchemaOf(KindDocument))
	v := &validator{t: t, defs: schema["$defs"].(map[string]any)}
	for name, data := range free(t) {
		f := decodeFree(t, string(data))
		if ps := f.Check(); ps != nil {
			t.Errorf("%s:\n%v", name, ps)
		}
		roundTrip(t, f)
		if bad := v.check(schema, parse(t, data), "report"); len(bad) > 0 {
			t.Errorf("%s: %s", name, strings.Join(bad, "\n"))
		}
	}
}

func FuzzDecodeAny(f *testing.F) {
	for _, data := range allReports(f) {
		f.Add(data)
	}
	f.Add([]byte(`{"kind":"document","title":"题","sheet":{"styles":[{"id":"x"}],"page":{"size":"A4 landscape"}},"sections":[{"page":{"left":"1mm"},"blocks":["甲",{"type":"table","columns":[0,"2cm"],"rows":[[1.50,null,["a",{"text":"b","bold":true}]]]},{"type":"chart","series":[{"values":[-0.5]}]}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, ps := DecodeAny(data, "f.json", nil)
		if r == nil {
			if len(ps) == 0 {
				t.Fatal("no report and no problem")
			}
			return
		}
		_ = r.Check().Error()
		r.Document()
		out, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		again, more := DecodeAny(out, "", nil)
		if again == nil || reflect.TypeOf(again) != reflect.TypeOf(r) {
			t.Fatalf("%v\n%s", more, out)
		}
		if len(ps) > 0 {
			return
		}
		if once, _ := json.Marshal(again); !bytes.Equal(once, out) || len(more) > 0 {
			t.Fatalf("%v\n%s\n%s", more, out, once)
		}
	})
}

func BenchmarkDecodeFree(b *testing.B) {
	row := `["商业企业",236.60,0,{"text":"丁","colSpan":2},12,13],`
	data := []byte(`{"kind":"document","title":"题","sections":[{"blocks":[{"type":"table","columns":[0,0,0,0,0,0,0],"rows":[` +
		strings.Repeat(row, 999) + strings.TrimSuffix(row, ",") + `]}]}]}`)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		r, ps := DecodeAny(data, "", nil)
		if len(ps) > 0 || r.Check() != nil {
			b.Fatal(ps)
		}
	}
}
