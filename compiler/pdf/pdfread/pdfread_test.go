package pdfread

import (
	"bytes"
	"crypto/md5"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/printed"
	"github.com/klauspost/compress/zlib"
)

// objects are those of a small file: a heading, a table of two merged rows, a file carried. Font /F has the codes 0–9 for the
// figures and A–F for 甲乙合计项目.
func objects() map[int]string {
	data := `{"total": 12}`
	return map[int]string{
		1: "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>/AF[20 0 R]>>",
		2: "<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F 4 0 R>>>>>>",
		3: "<</Type/Page/Parent 2 0 R/Contents 10 0 R>>",
		4: "<</Type/Font/Subtype/Type0/ToUnicode 11 0 R>>",
		5: "<</Type/StructTreeRoot/K 6 0 R>>",
		6: "<</S/Document/P 5 0 R/K[7 0 R 8 0 R]>>",
		7: "<</S/H1/P 6 0 R/Pg 3 0 R/K[0 1]>>",
		8: "<</S/Table/P 6 0 R/K[<</S/TBody/K[9 0 R 12 0 R]>>]>>",
		9: "<</S/TR/K[<</S/TH/A<</O/Table/RowSpan 2>>/Pg 3 0 R/K 2>><</S/TD/Pg 3 0 R/K 3>>]>>",
		10: streamOf("", "/H1<</MCID 0>>BDC BT/F 12 Tf<000A000B>Tj ET EMC /H1<</MCID 1>>BDC BT[<000C>-20<000D>]TJ ET EMC /Artifact BMC BT<0009>Tj ET EMC\n"+
			"/TH<</MCID 2>>BDC BT<000E000F>Tj ET EMC /TD<</MCID 3>>BDC BT<0001>Tj<0002>Tj ET EMC /TD<</MCID 4>>BDC BT/Span<</ActualText<FEFF0033>>>BDC<0003>Tj EMC ET EMC"),
		11: streamOf("", "2 beginbfrange <0000> <0009> <0030> <000A><000B>[<7532><4E59>] endbfrange 4 beginbfchar <000C><5408> <000D><8BA1> <000E><9879> <000F><76EE> endbfchar"),
		12: "<</S/TR/K[<</S/TD/Pg 3 0 R/K<</Type/MCR/Pg 3 0 R/MCID 4>>>>]>>",
		20: "<</Type/Filespec/F(report.json)/UF(report.json)/AFRelationship/Source/EF<</F 21 0 R>>>>",
		21: streamOf(fmt.Sprintf("/Type/EmbeddedFile/Subtype/application#2Fjson/Params<</Size %d/CheckSum<%x>>>", len(data), md5.Sum([]byte(data))), data),
	}
}

func streamOf(keys, data string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", keys, len(data), data)
}

// file writes objects with a cross-reference table, behind what is before.
func file(before string, objects map[int]string, trailer string) []byte {
	var b bytes.Buffer
	b.WriteString(before)
	if before == "" {
		b.WriteString("%PDF-1.7\n")
	}
	var table strings.Builder
	for num := range 100 {
		if body, ok := objects[num]; ok {
			fmt.Fprintf(&table, "%d 1\n%010d 00000 n \n", num, b.Len())
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", num, body)
		}
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n%strailer\n<</Root 1 0 R/Size 100%s>>\nstartxref\n%d\n%%%%EOF\n", table.String(), trailer, at)
	return b.Bytes()
}

func deflated(s string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

// packedFile has all objects but streams in one object stream, and a cross-reference stream.
func packedFile(objects map[int]string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var head, body, rows strings.Builder
	index := 0
	row := func(kind, second, third int) {
		rows.WriteString(string([]byte{byte(kind), byte(second >> 16), byte(second >> 8), byte(second), byte(third)}))
	}
	for num := range 50 {
		switch text, ok := objects[num]; {
		case !ok:
			row(0, 0, 0)
		case strings.Contains(text, "endstream"):
			row(1, b.Len(), 0)
			fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", num, text)
		default:
			fmt.Fprintf(&head, "%d %d ", num, body.Len())
			body.WriteString(text + "\n")
			row(2, 50, index)
			index++
		}
	}
	row(1, b.Len(), 0)
	fmt.Fprintf(&b, "50 0 obj\n%s\nendobj\n", streamOf(fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/FlateDecode", index, head.Len()), deflated(head.String()+body.String())))
	row(1, b.Len(), 0)
	at := b.Len()
	fmt.Fprintf(&b, "51 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", streamOf("/Type/XRef/W[1 3 1]/Size 52/Root 1 0 R/Filter[/FlateDecode]", deflated(rows.String())), at)
	return b.Bytes()
}

var shown = printed.Document{
	{Text: "甲乙合计"},
	{Table: &printed.Table{Rows: 2, Cols: 2, Cells: []printed.Cell{
		{Text: "项目", Rows: 2, Cols: 1}, {Text: "12", Col: 1, Rows: 1, Cols: 1}, {Text: "3", Row: 1, Col: 1, Rows: 1, Cols: 1},
	}}},
}

func read(t *testing.T, data []byte) (*File, printed.Document) {
	t.Helper()
	f, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	d, err := f.Printed()
	if err != nil {
		t.Fatal(err)
	}
	return f, d
}

func TestRead(t *testing.T) {
	for name, data := range map[string][]byte{"table": file("", objects(), ""), "streams": packedFile(objects())} {
		f, d := read(t, data)
		if diff := printed.Compare(shown, d); diff != nil {
			t.Errorf("%s: %+v", name, diff)
		}
		a, err := f.Attachment("report.json")
		if err != nil || a == nil || string(a.Data) != `{"total": 12}` || a.MIME != "application/json" || a.Relation != "Source" {
			t.Errorf("%s: %+v, %v", name, a, err)
		}
		if a, err := f.Attachment("other.json"); a != nil || err != nil {
			t.Errorf("%s: %+v, %v", name, a, err)
		}
	}
}

// An update, as a signature makes it, stands behind the file: what it does not touch is as before, what it does counts.
func TestUpdate(t *testing.T) {
	before := file("", objects(), "")
	prev := fmt.Sprintf("/Prev %d", bytes.LastIndex(before, []byte("\nxref\n"))+1)
	_, d := read(t, file(string(before), map[int]string{30: "<</Type/Sig>>"}, prev))
	if diff := printed.Compare(shown, d); diff != nil {
		t.Errorf("signed: %+v", diff)
	}
	changed := strings.Replace(objects()[10], "<0001>Tj<0002>", "<0001>Tj<0009>", 1)
	_, d = read(t, file(string(before), map[int]string{10: changed}, prev))
	if diff := printed.Compare(shown, d); len(diff) != 1 || diff[0].Got != "19" {
		t.Errorf("changed: %+v", diff)
	}
}

// ActualText may say how a ligature is spelt, not what a figure is.
func TestActualText(t *testing.T) {
	all := objects()
	all[10] = strings.Replace(all[10], "<FEFF0033>", "<FEFF0039>", 1) // a 3 is drawn, 9 is said
	if _, d := read(t, file("", all, "")); d[1].Table.Cells[2].Text != "3" {
		t.Errorf("%+v", d[1].Table.Cells[2])
	}
	for _, c := range [][3]string{
		{"<000A>", "<FEFF53F7>", "号"},     // 甲 is drawn, 号 is said
		{"<000A>", "<FEFF753200A0>", "甲"}, // a blank at the end of a line
		{"<0003>", "<FEFF003353F7>", "3号"},
	} {
		said := objects()
		said[10] = strings.NewReplacer("<0003>", c[0], "<FEFF0033>", c[1]).Replace(said[10])
		if _, d := read(t, file("", said, "")); d[1].Table.Cells[2].Text != c[2] {
			t.Errorf("%v: %+v", c, d[1].Table.Cells[2])
		}
	}
}

func TestRefused(t *testing.T) {
	without := func(num int) map[int]string { all := objects(); delete(all, num); return all }
	whole := file("", objects(), "")
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"nothing", nil, ErrNotPDF}, {"a text", []byte("年度报告"), ErrNotPDF}, {"a head alone", []byte("%PDF-1.7\n"), ErrDamaged},
		{"cut off", whole[:len(whole)/2], ErrDamaged}, {"no catalog", file("", without(1), ""), ErrDamaged},
		{"encrypted", file("", objects(), "/Encrypt 30 0 R"), ErrEncrypted},
	} {
		if _, err := Open(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	f, err := Open(file("", without(5), ""))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Printed(); !errors.Is(err, ErrUntagged) {
		t.Errorf("no tags: %v", err)
	}
	all := objects()
	all[21] = strings.Replace(all[21], "12}", "13}", 1)
	if f, err = Open(file("", all, "")); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Attachment("report.json"); !errors.Is(err, ErrChecksum) {
		t.Errorf("another sum: %v", err)
	}
}

// A page that is in the page tree no longer shows nothing, whatever tags it has left; what is written beside the tags is shown too.
func TestPagesTakenOutAndWrittenOn(t *testing.T) {
	all := objects()
	all[2] = "<</Type/Pages/Kids[30 0 R]/Count 1/Resources<</Font<</F 4 0 R>>>>>>"
	all[30] = "<</Type/Page/Parent 2 0 R/Contents 31 0 R/Annots[<</Subtype/FreeText/Contents(approved)>><</Subtype/Text/Contents(why?)>>]>>"
	all[31] = streamOf("", "BT/F 12 Tf<000E>Tj/X BMC<000F>Tj EMC ET/Artifact BMC BT/Span BMC<0009>Tj EMC ET EMC")
	want := printed.Document{{Table: printed.Place([][]printed.Cell{{{Rows: 2, Cols: 1}, {Rows: 1, Cols: 1}}, {{Rows: 1, Cols: 1}}})}, {Text: "项目"}, {Text: "approved"}}
	if _, got := read(t, file("", all, "")); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// What goes in circles ends, and what is nested without end is cut off.
func TestHostile(t *testing.T) {
	for name, change := range map[string]map[int]string{
		"an element in itself":     {6: "<</S/Document/K[6 0 R 7 0 R]>>"},
		"a length that is the own": {10: "<</Length 10 0 R>>stream\nBT\nendstream"},
		"references in a circle":   {7: "8 0 R", 8: "7 0 R"},
		"pages in a circle":        {2: "<</Type/Pages/Parent 2 0 R>>"},
		"deep arrays":              {7: strings.Repeat("[", 100_000)},
		"deep elements":            {7: strings.Repeat("<</S/P/K ", 1000) + "0" + strings.Repeat(">>", 1000)},
		"a span without end":       {9: "<</S/TR/K[<</S/TD/A<</ColSpan 999999999/RowSpan 999999999>>>>]>>"},
		"an endless font range":    {11: streamOf("", "1 beginbfrange <0000> <FFFF> <0030> endbfrange")},
		"columns without end":      {10: "<</Length 0/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 99999999>>>>stream\n\nendstream"},
	} {
		all := objects()
		for num, text := range change {
			all[num] = text
		}
		if f, err := Open(file("", all, "")); err == nil {
			f.Printed()
		} else {
			t.Errorf("%s: %v", name, err)
		}
	}
	circle := file("", objects(), "/Prev 9")
	if _, err := Open(circle); !errors.Is(err, ErrDamaged) {
		t.Errorf("a Prev to nowhere: %v", err)
	}
	f, err := Open(file("", map[int]string{1: "<</Type/Catalog/AF[20 0 R]>>", 20: objects()[20], 21: streamOf("/Filter/FlateDecode", deflated(strings.Repeat("0", 1<<20)))}, ""))
	if err != nil {
		t.Fatal(err)
	}
	f.decoded = maxDecoded - 1<<19
	if _, err := f.Attachment("report.json"); !errors.Is(err, ErrDamaged) {
		t.Errorf("more than the bound: %v", err)
	}
}

// No input makes the reader panic.
func FuzzOpen(f *testing.F) {
	f.Add(file("", objects(), ""))
	f.Add(packedFile(objects()))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Open(data)
		if err != nil {
			return
		}
		file.Attachment("report.json")
		d, err := file.Printed()
		if err == nil {
			d.Hash()
		}
	})
}

// As FuzzOpen, with whole objects of the fuzzer's in a file that is otherwise sound: it need not find offsets by itself.
func FuzzObject(f *testing.F) {
	for num, text := range objects() {
		f.Add(num, text)
	}
	f.Fuzz(func(t *testing.T, num int, text string) {
		all := objects()
		all[num&31] = text
		file, err := Open(file("", all, ""))
		if err != nil {
			return
		}
		file.Attachment("report.json")
		file.Printed()
	})
}
