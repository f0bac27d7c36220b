package docx_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/layout/doc"
)

// longTable is a table of n rows and nine columns, whose first column is merged over groups of ten.
func longTable(n int) *doc.Table {
	t := &doc.Table{Src: "long", HeadRows: 1, StubCols: 2, Columns: columns(2, 3, 1, 1, 1, 1, 1, 1, 1), Rows: rows("地区|单位|一|二|三|四|五|六|合计")}
	for i := range n {
		var r doc.Row
		if i%10 == 0 {
			r.Cells = append(r.Cells, doc.Cell{Text: say("二七区"), RowSpan: min(10, n-i)})
		}
		r.Cells = append(r.Cells, doc.Cell{Text: say("政务服务中心" + strconv.Itoa(i))})
		for c := range 7 {
			r.Cells = append(r.Cells, doc.Cell{Text: say(strconv.Itoa(i * c)), Style: "TableNumber"})
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// No row of a long table is lost on its way through the buffer.
func TestLongTable(t *testing.T) {
	const n = 5000
	d := onePage(longTable(n))
	var b bytes.Buffer
	if err := docx.Write(&b, d, nil); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	xml, err := io.ReadAll(f)
	if err != nil || bytes.Count(xml, []byte("<w:tr>")) != n+1 {
		t.Errorf("%d rows, %v", bytes.Count(xml, []byte("<w:tr>")), err)
	}
}

func BenchmarkSeed(b *testing.B) {
	d := seed()
	b.ReportAllocs()
	for b.Loop() {
		if err := docx.Write(io.Discard, d, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRows(b *testing.B) {
	for _, n := range []int{200, 2000, 20000} {
		d := onePage(longTable(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := docx.Write(io.Discard, d, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
