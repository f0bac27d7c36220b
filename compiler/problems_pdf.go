package compiler

import (
	"errors"

	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/layout/picture"
	"github.com/banxin-go/banxin/report"
)

// picture translates what is wrong with the file of a picture, as layout has found it.
func (t *translator) picture(err error, src string) bool {
	var size *picture.SizeError
	switch {
	case errors.As(err, &size):
		t.add(src, "image.big", size.Width, size.Height)
	case errors.Is(err, picture.ErrShort):
		t.add(src, "image.short")
	case errors.Is(err, picture.ErrDamaged):
		t.add(src, "image.damaged")
	case errors.Is(err, picture.ErrFormat):
		t.add(src, "image.format")
	case errors.Is(err, picture.ErrCoding):
		t.add(src, "image.coding")
	default:
		return false
	}
	return true
}

// pdfCodes are the faults that a report's author or a caller can mend and that carry a text of their own. Those of layout's
// making have none: to whom they are shown can do nothing but tell.
var pdfCodes = map[pdf.Fault]report.Code{
	pdf.BadURL: "link.address", pdf.BadDest: "link.target", pdf.BadText: "text.string", pdf.BadLanguage: "meta.lang",
	pdf.BadAttachment: "attach.bad", pdf.BadProfile: "print.profile", pdf.BadOptions: "option.exclude", pdf.BadSigning: "sign.bad",
	pdf.ManyGlyphs: "font.glyphs",
}

// pdfBare are those without a text.
var pdfBare = map[pdf.Fault]report.Code{
	pdf.NoTitle: "meta.title", pdf.NoLanguage: "meta.nolang", pdf.NoAlt: "image.alt", pdf.NoDate: "meta.date",
	pdf.ManyObjects: "pdf.objects", pdf.LongString: "pdf.string",
}

// pdf translates what the PDF writer refuses. Its place is that of the figure where it has one; all other places were looked
// at before.
func (t *translator) pdf(err error, src string) bool {
	var limit *pdf.LimitError
	if !errors.As(err, &limit) {
		return false
	}
	if n := limit.Node; src == "" && n != nil && n.Extra != nil {
		src = n.Extra.Src
	}
	if code, ok := pdfCodes[limit.Fault]; ok {
		t.add(src, code, limit.Text)
		return true
	}
	if code, ok := pdfBare[limit.Fault]; ok {
		t.add(src, code)
		return true
	}
	if !t.picture(limit.Err, src) {
		t.add(src, "pdf.limit", limit.Error())
	}
	return true
}
