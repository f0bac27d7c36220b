package docx

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
)

func TestXML(t *testing.T) {
	var b bytes.Buffer
	x := newXML(&b, nil)
	x.open("w:p").attr("w:a", "\"<\t").num("w:n", -3)
	x.open("w:t").text("a < b & \"c\" ]]>").close()
	x.empty("w:br")
	x.toggle("w:b", false)
	x.close()
	if err := x.done(); err != nil {
		t.Fatal(err)
	}
	want := `<w:p w:a="&quot;&lt;&#9;" w:n="-3"><w:t>a &lt; b &amp; "c" ]]&gt;</w:t><w:br/><w:b w:val="0"/></w:p>`
	if got := strings.TrimPrefix(b.String(), xmlHead); got != want {
		t.Errorf("%s", got)
	}
}

// A long document passes through a buffer of fixed size.
func TestXMLStreams(t *testing.T) {
	x := newXML(io.Discard, nil)
	x.open("w:body")
	for range 100_000 {
		x.open("w:p").leaf("w:t", "本年度未收取信息处理费。")
		x.close()
		if cap(x.buf) > 2*flushAt {
			t.Fatalf("the buffer has grown to %d bytes", cap(x.buf))
		}
	}
	x.close()
	if err := x.done(); err != nil {
		t.Error(err)
	}
}

// Markup that would not be well-formed is an error, never a file.
func TestXMLMisuse(t *testing.T) {
	for name, misuse := range map[string]func(*xmlWriter){
		"not closed":     func(x *xmlWriter) { x.open("w:p") },
		"closed twice":   func(x *xmlWriter) { x.open("w:p").close().close() },
		"late attribute": func(x *xmlWriter) { x.open("w:p").text("a").attr("w:a", "b").close() },
	} {
		x := newXML(&bytes.Buffer{}, nil)
		misuse(x)
		if x.done() == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestFloorDiv(t *testing.T) {
	for _, c := range [][3]int64{{7, 2, 3}, {-7, 2, -4}, {-8, 2, -4}, {0, 3, 0}} {
		if got := floorDiv(c[0], c[1]); got != c[2] {
			t.Errorf("%d / %d = %d", c[0], c[1], got)
		}
	}
}

func TestHexGray(t *testing.T) {
	for g, want := range map[int]string{0: "FFFFFF", 15: "D9D9D9", 50: "808080", 100: "000000"} {
		if got := hexGray(doc.Gray(g)); got != want {
			t.Errorf("%d %%: %s", g, got)
		}
	}
}
