package pdf

import (
	"bytes"
	goimage "image"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// redHead has a red text, a red rule, a red outline and black text.
func redHead(t *testing.T) *sheet {
	s := newSheet(t)
	s.text(30, 70, "二七区人民政府文件", s.node(nil, display.RoleP)).Ink = display.Red
	s.put(&display.Rule{From: box(28, 110, 0, 0).Point, To: box(184, 110, 0, 0).Point, Width: unit.Pt, Ink: display.Red})
	s.put(&display.Path{Segs: []display.Seg{{P: [3]unit.Point{box(28, 120, 0, 0).Point}}, {Op: display.LineTo, P: [3]unit.Point{box(40, 130, 0, 0).Point}}},
		Width: unit.Pt, Ink: display.Red})
	s.paragraph(30, 140, "二七政发")
	return s
}

func pageContent(t *testing.T, data []byte) []byte {
	t.Helper()
	f, err := pdfcheck.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	page := f.Dict(f.Objects[f.Pages()[0]])
	content, err := f.Decode(f.Resolve(page.Get("Contents")).(*pdfcheck.Stream))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// Red is sRGB on screens, M80 Y80 on a press of four inks (GB/T 9704-2012 7.2.4), sRGB by its profile on one of greys. Black
// is DeviceGray on all: in print it takes one ink. Nothing turns what is red back and forth.
func TestRed(t *testing.T) {
	press := greyProfile()
	copy(press[16:], "CMYK")
	other := greyProfile()
	copy(other[16:], "RGB ")
	const fill, stroke = "0.9176 0.3137 0.2157 rg\n", "0.9176 0.3137 0.2157 RG\n"
	for name, c := range map[string]struct {
		o            Options
		fill, stroke string
	}{
		"PDF-A-2a":       {Options{}, fill, stroke},
		"press of greys": {Options{Print: &Print{}}, fill, stroke},
		"press of RGB":   {Options{Print: &Print{Profile: other, Condition: "other"}}, fill, stroke},
		"press of inks":  {Options{Print: &Print{Profile: press, Condition: "JC200103"}}, "0 0.8 0.8 0 k\n", "0 0.8 0.8 0 K\n"},
	} {
		t.Run(name, func(t *testing.T) {
			var b bytes.Buffer
			s := redHead(t)
			if err := Write(&b, s.document(), &c.o); err != nil {
				t.Fatal(err)
			}
			for _, err := range pdfcheck.Check(b.Bytes()) {
				t.Error(err)
			}
			if c.o.Print == nil || c.o.Print.Profile == nil { // the others are made up
				keep(t, &c.o, b.Bytes())
			}
			content := pageContent(t, b.Bytes())
			if n, m := bytes.Count(content, []byte(c.fill)), bytes.Count(content, []byte(c.stroke)); n != 1 || m != 1 {
				t.Errorf("%d × %q, %d × %q in\n%s", n, c.fill, m, c.stroke, content)
			}
			if n := bytes.Count(content, []byte("0 g\n")); n != 1 {
				t.Errorf("black is set %d times in\n%s", n, content)
			}
		})
	}
}

// A press of red, green and blue has its own; what is sRGB says so, text and pictures.
func TestPressOfRGB(t *testing.T) {
	press := greyProfile()
	copy(press[16:], "RGB ")
	s := redHead(t)
	s.figure(pngOf(t, painted(goimage.NewNRGBA(square), false)))
	var b bytes.Buffer
	if err := Write(&b, s.document(), &Options{Print: &Print{Profile: press, Condition: "other"}}); err != nil {
		t.Fatal(err)
	}
	f, list := imagesOf(t, b.Bytes())
	page := f.Dict(f.Objects[f.Pages()[0]])
	red := f.Array(f.Dict(f.Dict(page.Get("Resources")).Get("ColorSpace")).Get("DefaultRGB"))
	colours := f.Array(list[0].Dict.Get("ColorSpace"))
	if len(red) != 2 || len(colours) != 2 || red[1] != colours[1] {
		t.Error(red, colours)
	}
}

// A press of greys has no RGB: DefaultRGB says what it is (ISO 19005-2 6.2.4.3), and pdfcheck misses it where it is gone.
func TestDefaultRGB(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, redHead(t).document(), &Options{Plain: true, Print: &Print{}}); err != nil {
		t.Fatal(err)
	}
	broken := bytes.Replace(b.Bytes(), []byte("/DefaultRGB"), []byte("/DefaultXYZ"), 1)
	faults := pdfcheck.Check(broken)
	if bytes.Equal(broken, b.Bytes()) || len(faults) != 1 || faults[0].(*pdfcheck.Fault).Rule != "colour" {
		t.Error(faults)
	}
}
