package pdf

import (
	"bytes"
	goimage "image"
	"image/color"
	"image/color/palette"
	"image/draw"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// printed is the gazette with pictures in colour, for the press.
func printed(t *testing.T) *sheet {
	s := gazette(t)
	s.figure(pngOf(t, painted(goimage.NewNRGBA(square), true)))
	s.pages[1].Items[len(s.pages[1].Items)-1].(*display.Image).Box.Y += 150 * unit.MM
	s.root.Kids[len(s.root.Kids)-1].Extra.Box.Y += 150 * unit.MM
	s.put(&display.Image{Box: box(100, 200, 20, 20), Data: pngOf(t, painted(goimage.NewPaletted(square, palette.WebSafe), false))})
	return s
}

// One file is PDF/X-4, PDF/A-2a and PDF/UA-1. pdfcheck wants a Link of every annotation; there are none.
func TestPrint(t *testing.T) {
	data := printed(t).write(&Options{Print: &Print{Bleed: 3 * unit.MM, Marks: true}})
	f, err := pdfcheck.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(data, []byte("%PDF-1.6")) {
		t.Error("not PDF 1.6")
	}
	for n, num := range f.Pages() {
		d := f.Dict(f.Objects[num])
		for _, key := range []string{"TrimBox", "BleedBox", "MediaBox"} {
			if !d.Has(key) {
				t.Errorf("page %d has no %s", n+1, key)
			}
		}
		if d.Has("Annots") {
			t.Errorf("page %d has annotations", n+1)
		}
	}
	intents := f.Array(f.Catalog().Get("OutputIntents"))
	x, a := f.Dict(intents[0]), f.Dict(intents[1])
	if f.Name(x.Get("S")) != "GTS_PDFX" || f.Name(a.Get("S")) != "GTS_PDFA1" || x.Get("DestOutputProfile") != a.Get("DestOutputProfile") {
		t.Error(x, a)
	}
	xmp := string(f.Resolve(f.Catalog().Get("Metadata")).(*pdfcheck.Stream).Raw)
	for _, want := range []string{"<pdfxid:GTS_PDFXVersion>PDF/X-4<", "<pdf:Trapped>False<", "<xmpMM:DocumentID>uuid:", "<xmpMM:VersionID>1<"} {
		if !bytes.Contains([]byte(xmp), []byte(want)) {
			t.Errorf("the metadata lack %s", want)
		}
	}
}

// Crop marks are on all plates of a press of inks, and artifacts of the page's production.
func TestCropMarks(t *testing.T) {
	inks := greyProfile()
	copy(inks[16:], "CMYK")
	for name, c := range map[string]struct {
		print  Print
		colour string
	}{"greys": {Print{}, "0 G\n"}, "inks": {Print{Profile: inks, Condition: "JC200103"}, "/All CS\n1 SCN\n"}} {
		c.print.Bleed, c.print.Marks = 3*unit.MM, true
		var b bytes.Buffer
		if err := Write(&b, gazette(t).document(), &Options{Print: &c.print}); err != nil {
			t.Fatal(err)
		}
		for _, err := range pdfcheck.Check(b.Bytes()) {
			t.Error(name, err)
		}
		// 3 mm of bleed and a gap of 1 mm are 11.3386 pt.
		want := "/Artifact<</Type/Page>>BDC\nq\n" + c.colour + "0.25 w\n-25.5118 841.8898 m\n-11.3386 841.8898 l\nS\n"
		if got := string(pageContent(t, b.Bytes())); !strings.Contains(got, want) || strings.Count(got[strings.Index(got, want):], " l\nS\n") != 8 {
			t.Errorf("%s: %s", name, got)
		}
		if got := bytes.Contains(b.Bytes(), []byte("Separation")); got && name == "greys" {
			t.Error("a plate for all inks where there is one")
		}
	}
}

// filled fills an image with one colour.
func filled(im draw.Image, c color.Color) goimage.Image {
	draw.Draw(im, im.Bounds(), goimage.NewUniform(c), goimage.Point{}, draw.Src)
	return im
}

// On a press of one ink all pictures are greys, whatever their files hold; masks, sizes and bits stay.
func TestPrintGreys(t *testing.T) {
	f, list := imagesOf(t, printed(t).write(&Options{Print: &Print{}}))
	for _, im := range list {
		if f.Name(im.Dict.Get("ColorSpace")) != "DeviceGray" {
			t.Error(im.Dict)
		}
	}
	red := color.NRGBA{R: 200, G: 10, B: 20, A: 255} // (19595·200 + 38470·10 + 7471·20) / 65536 is 67.95
	for name, file := range map[string][]byte{
		"RGB": pngOf(t, filled(goimage.NewNRGBA(square), red)), "16 bits": pngOf(t, filled(goimage.NewNRGBA64(square), red)),
		"palette": pngOf(t, filled(goimage.NewPaletted(square, color.Palette{color.Black, red}), red)), "JPEG": jpegOf(t, filled(goimage.NewNRGBA(square), red)),
	} {
		w := &writer{print: &Print{}, intent: gray}
		p, err := w.decodePicture(file)
		if err != nil {
			t.Fatal(name, err)
		}
		if p.space != gray || p.coding != samples || len(p.data) != p.width*p.height*p.bits/8 {
			t.Errorf("%s: %s, %d bytes", name, p.space, len(p.data))
		}
		if got := p.data[0]; got < 67 || got > 69 || name == "palette" && got != 68 {
			t.Errorf("%s: %d, want 68", name, got)
		}
	}
	inks := &writer{print: &Print{}, intent: gray}
	if p, err := inks.decodePicture(cmykJPEG()); err != nil || p.space != gray || len(p.data) != p.width*p.height {
		t.Error("inks:", err)
	}
	if p, err := (&writer{print: &Print{}, intent: rgb}).decodePicture(pngOf(t, filled(goimage.NewNRGBA(square), red))); err != nil || p.space != rgb {
		t.Error("a press of colours gets greys:", err)
	}
}

// A press's own profile; here one made of ours, said to be of four inks.
func TestPrintProfile(t *testing.T) {
	cmykProfile := greyProfile()
	copy(cmykProfile[16:], "CMYK")
	s := newSheet(t)
	s.figure(cmykJPEG())
	var b bytes.Buffer
	if err := Write(&b, s.document(), &Options{Print: &Print{Profile: cmykProfile, Condition: "JC200103"}}); err != nil {
		t.Fatal(err)
	}
	f, list := imagesOf(t, b.Bytes())
	if f.Name(list[0].Dict.Get("ColorSpace")) != "DeviceCMYK" {
		t.Error(list[0].Dict)
	}
	if !bytes.Contains(b.Bytes(), []byte("pdfxid")) {
		t.Error("no PDF/X")
	}
}

func TestPrintFaults(t *testing.T) {
	for name, c := range map[string]struct {
		o    Options
		want Fault
	}{
		"PDF 2.0":      {Options{Standard: PDFA4, Print: &Print{}}, BadOptions},
		"attachment":   {Options{Standard: PDFA3A, Print: &Print{}, Attach: []Attachment{reportJSON()}}, BadOptions},
		"bleed":        {Options{Print: &Print{Bleed: -1}}, BadOptions},
		"no profile":   {Options{Print: &Print{Profile: []byte("ICC"), Condition: "x"}}, BadProfile},
		"grey as inks": {Options{Print: &Print{Condition: "FOGRA51"}}, BadOptions},
		"no name":      {Options{Print: &Print{Profile: greyProfile()}}, BadProfile},
		"of a display": {Options{Print: &Print{Profile: srgbProfile(), Condition: "x"}}, BadProfile},
	} {
		var fault *LimitError
		if err := Write(io.Discard, gazette(t).document(), &c.o); !asFault(err, &fault) || fault.Fault != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	s := gazette(t)
	s.info.Date = time.Time{}
	var fault *LimitError
	if err := Write(io.Discard, s.document(), &Options{Print: &Print{}}); !asFault(err, &fault) || fault.Fault != NoDate {
		t.Error(err)
	}
}

func TestPlainPrint(t *testing.T) {
	var b bytes.Buffer
	if err := Write(&b, gazette(t).document(), &Options{Standard: PDF17, Print: &Print{}, Plain: true}); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(b.Bytes(), []byte("GTS_PDFA1")) || bytes.Contains(b.Bytes(), []byte("pdfaid")) {
		t.Error("claims PDF/A")
	}
}
