package hand

import (
	"io"

	"github.com/banxin-go/banxin/testdata/peers/seed"
	"github.com/signintech/gopdf"
)

type gp struct {
	*gopdf.GoPdf
	size float64
	err  error
}

// Fonts reads the font once, for all documents.
func Fonts(ttf []byte) (*gopdf.FontContainer, error) {
	fonts := new(gopdf.FontContainer)
	return fonts, fonts.AddTTFFontData("song", ttf)
}

// Gopdf writes the blocks with gopdf.
func Gopdf(w io.Writer, fonts *gopdf.FontContainer, blocks []seed.Block) error {
	doc := new(gopdf.GoPdf)
	doc.Start(gopdf.Config{PageSize: *gopdf.PageSizeA4})
	if err := doc.AddTTFFontFromFontContainer("song", fonts); err != nil {
		return err
	}
	if err := doc.SetFont("song", "", body); err != nil {
		return err
	}
	doc.SetLineWidth(0.5)
	c := &gp{GoPdf: doc, size: body}
	Draw(c, blocks)
	if c.err != nil {
		return c.err
	}
	return doc.Write(w)
}

func (d *gp) NewPage() { d.AddPage() }

func (d *gp) Text(x, y, size float64, s string) {
	if size != d.size {
		d.keep(d.SetFontSize(size))
		d.size = size
	}
	d.SetXY(x, y)
	d.keep(d.GoPdf.Text(s))
}

func (d *gp) Width(r rune) float64 {
	w, err := d.MeasureTextWidth(string(r))
	d.keep(err)
	return w / d.size
}

func (d *gp) keep(err error) {
	if d.err == nil {
		d.err = err
	}
}
