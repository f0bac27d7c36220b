package pdf

import (
	"bytes"
	"io"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// Each standard claims what it is, in file names that tell the judges by which flavour to judge.
func TestStandards(t *testing.T) {
	for _, c := range []struct {
		standard Standard
		claims   []string
		lacks    []string
	}{
		{PDFA2A, []string{"%PDF-1.7", "part>2<", "conformance>A<", "pdfuaid:part>1<"}, nil},
		{PDFA2U, []string{"%PDF-1.7", "part>2<", "conformance>U<"}, []string{"pdfuaid"}},
		{PDFA2B, []string{"%PDF-1.7", "part>2<", "conformance>B<"}, []string{"pdfuaid"}},
		{PDFA3A, []string{"%PDF-1.7", "part>3<", "conformance>A<", "pdfuaid:part>1<"}, nil},
		{PDFA4, []string{"%PDF-2.0", "part>4<", "pdfaid:rev>2020<"}, []string{"conformance", "pdfuaid", "/Info "}},
		{PDF17, []string{"%PDF-1.7"}, []string{"pdfaid", "pdfuaid"}},
	} {
		t.Run(c.standard.String(), func(t *testing.T) {
			var b bytes.Buffer
			if err := Write(&b, gazette(t).document(), &Options{Standard: c.standard, Plain: true}); err != nil {
				t.Fatal(err)
			}
			keep(t, &Options{Standard: c.standard}, b.Bytes())
			for _, s := range c.claims {
				if !bytes.Contains(b.Bytes(), []byte(s)) {
					t.Errorf("does not say %s", s)
				}
			}
			for _, s := range c.lacks {
				if bytes.Contains(b.Bytes(), []byte(s)) {
					t.Errorf("says %s", s)
				}
			}
		})
	}
}

// What PDF/UA demands is not demanded where it is not claimed.
func TestLooserStandards(t *testing.T) {
	s := newSheet(t)
	s.info = display.Info{}
	s.node(nil, display.RoleFigure)
	s.text(10, 10, "一", s.node(nil, display.RoleH3))
	s.fails(NoTitle, NoLanguage, NoAlt, NoFigureBox, HeadingSkipped)
	for _, standard := range []Standard{PDFA2U, PDFA2B, PDF17} {
		if err := Write(io.Discard, s.document(), &Options{Standard: standard}); err != nil {
			t.Errorf("%v: %v", standard, err)
		}
	}
}

func reportJSON() Attachment {
	return Attachment{Name: "年度报告.json", MIME: "application/json", Description: "报告的数据", Relation: SourceRelation, Data: []byte(`{"year":2022}`)}
}

// The report's own data ride in the file and come back byte for byte.
func TestAttachment(t *testing.T) {
	for _, plain := range []bool{true, false} {
		data := gazette(t).write(&Options{Standard: PDFA3A, Plain: plain, Attach: []Attachment{reportJSON()}})
		f, err := pdfcheck.Open(data)
		if err != nil {
			t.Fatal(err)
		}
		spec := f.Dict(f.Array(f.Catalog().Get("AF"))[0])
		file := f.Resolve(f.Dict(spec.Get("EF")).Get("F")).(*pdfcheck.Stream)
		got, err := f.Decode(file)
		if err != nil || !bytes.Equal(got, reportJSON().Data) {
			t.Errorf("%q, %v", got, err)
		}
		if f.Name(spec.Get("AFRelationship")) != "Source" || f.Name(file.Dict.Get("Subtype")) != "application/json" {
			t.Error(spec, file.Dict)
		}
	}
}

func TestAttachmentFaults(t *testing.T) {
	good := reportJSON()
	for name, o := range map[string]Options{
		"not in PDF/A-2": {Attach: []Attachment{good}},
		"twice":          {Standard: PDFA3A, Attach: []Attachment{good, good}},
		"path":           {Standard: PDFA3A, Attach: []Attachment{{Name: "../a", MIME: "text/plain"}}},
		"no type":        {Standard: PDFA3A, Attach: []Attachment{{Name: "a", MIME: "text"}}},
		"no name":        {Standard: PDFA3A, Attach: []Attachment{{MIME: "text/plain"}}},
	} {
		var fault *LimitError
		if err := Write(io.Discard, gazette(t).document(), &o); !asFault(err, &fault) || fault.Fault != BadAttachment {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func asFault(err error, to **LimitError) bool {
	list := unjoin(err)
	l, ok := list[0].(*LimitError)
	*to = l
	return ok
}

func TestUnknownStandard(t *testing.T) {
	var fault *LimitError
	if err := Write(io.Discard, gazette(t).document(), &Options{Standard: 99}); !asFault(err, &fault) || fault.Fault != BadOptions {
		t.Error(err)
	}
}

func TestPageSizes(t *testing.T) {
	for _, c := range []struct {
		w, h unit.Length
		ok   bool
	}{{3 * unit.Pt, 14400 * unit.Pt, true}, {3*unit.Pt - 1, 100 * unit.Pt, false}, {100 * unit.Pt, 14400*unit.Pt + 1, false}, {-unit.Pt, unit.MM, false}} {
		s := newSheet(t)
		s.pages[0].Size = unit.Size{W: c.w, H: c.h}
		if c.ok {
			s.write(nil)
		} else {
			s.fails(PageSize)
		}
	}
}

func TestTreeFaults(t *testing.T) {
	for name, spoil := range map[string]func(*display.Document){
		"no root":      func(d *display.Document) { d.Root = nil },
		"no pages":     func(d *display.Document) { d.Count = 0 },
		"too few":      func(d *display.Document) { d.Nodes-- },
		"too many":     func(d *display.Document) { d.Nodes++ },
		"not numbered": func(d *display.Document) { d.Root.Kids[0].Num = 7 },
	} {
		d := gazette(t).document()
		spoil(d)
		var fault *LimitError
		if err := Write(io.Discard, d, nil); !asFault(err, &fault) || fault.Fault != BadTree {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLinkFaults(t *testing.T) {
	for name, c := range map[string]struct {
		link display.Link
		want Fault
	}{
		"script":   {display.Link{URL: "javascript:alert(1)"}, BadURL},
		"file":     {display.Link{URL: "file:///etc/passwd"}, BadURL},
		"space":    {display.Link{URL: "https://a b"}, BadURL},
		"no UTF-8": {display.Link{URL: "https://a.cn/\xe5"}, BadURL},
		"no page":  {display.Link{Dest: &display.Dest{Page: 5}}, BadDest},
		"nowhere":  {display.Link{}, BadDest},
		"text":     {display.Link{URL: "https://a.cn/", Text: "\x1b"}, BadText},
	} {
		s := newSheet(t)
		c.link.Node = s.node(nil, display.RoleLink)
		s.put(&c.link)
		s.fails(c.want)
		_ = name
	}
	s := newSheet(t)
	s.put(&display.Link{URL: "https://a.cn/"})
	s.fails(UntaggedLink)
}

// A URI is ASCII (ISO 32000-1 12.6.4.7); addresses are not, and go in as RFC 3987 3.1 has it.
func TestAddressOfAnyLanguage(t *testing.T) {
	s := newSheet(t)
	n := s.node(nil, display.RoleLink)
	s.text(10, 10, "一", n)
	s.put(&display.Link{URL: "http://例.cn/政?年=2022", Text: "一", Node: n, Box: box(10, 5, 10, 10)})
	if got := s.write(&Options{Plain: true}); !bytes.Contains(got, []byte("/URI(http://%E4%BE%8B.cn/%E6%94%BF?%E5%B9%B4=2022)")) {
		t.Error("the address is not in ASCII")
	}
}

// Page labels: runs that count on are one entry, labels without a figure stand for themselves, as do those with one beyond the integers of
// PDF/A (ISO 19005-2 6.1.13).
func TestPageLabels(t *testing.T) {
	s := newSheet(t)
	for i, l := range []string{"", "i", "1", "2", "3", "附-8", "附-9", "09", "2147483648"} {
		if i > 0 {
			s.newPage()
		}
		s.pages[i].Label = l
	}
	const want = "/PageLabels<</Nums[0<<>>1<</P(i)>>2<</S/D>>5<</S/D/St 8/P<FEFF9644002D>>>7<</P(09)>>8<</P(2147483648)>>]>>"
	if got := s.write(&Options{Plain: true}); !bytes.Contains(got, []byte(want)) {
		t.Errorf("no %s", want)
	}
}

func TestNoLabelsNoOutline(t *testing.T) {
	got := newSheet(t).write(&Options{Plain: true})
	for _, key := range []string{"/PageLabels", "/Outlines", "/IDTree", "/Font", "/XObject<<"} {
		if bytes.Contains(got, []byte(key)) {
			t.Errorf("an empty document has %s", key)
		}
	}
}
