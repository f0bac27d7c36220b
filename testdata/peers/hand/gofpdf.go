package hand

import (
	"io"

	"github.com/banxin-go/banxin/testdata/peers/seed"
	"github.com/jung-kurt/gofpdf"
)

type fpdf struct {
	*gofpdf.Fpdf
	size float64
}

// Gofpdf writes the blocks with gofpdf. The library reads the font again for each document; it offers no other way.
func Gofpdf(w io.Writer, ttf []byte, blocks []seed.Block) error {
	doc := gofpdf.New("P", "pt", "A4", "")
	doc.AddUTF8FontFromBytes("song", "", ttf)
	doc.SetFont("song", "", body)
	doc.SetLineWidth(0.5)
	doc.SetAutoPageBreak(false, 0)
	Draw(&fpdf{doc, body}, blocks)
	return doc.Output(w)
}

func (d *fpdf) NewPage() { d.AddPage() }

func (d *fpdf) Text(x, y, size float64, s string) {
	if size != d.size {
		d.SetFontSize(size)
		d.size = size
	}
	d.Fpdf.Text(x, y, s)
}

func (d *fpdf) Width(r rune) float64 { return float64(d.GetStringSymbolWidth(string(r))) / 1000 }
