package docx

import (
	"slices"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

func (w *chartWriter) pie() {
	w.open("c:pieChart")
	w.valC("c:varyColors", "1")
	w.series(0, w.chart.Series[0].Name)
	n := len(w.chart.Categories)
	for i := range n {
		w.open("c:dPt")
		w.valC("c:idx", itoa(i))
		w.valC("c:bubble3D", "0")
		w.block(doc.SliceShade(i, n))
		w.close()
	}
	w.open("c:dLbls")
	w.shareFormat()
	position := "outEnd"
	if w.thin() { // Word moves labels apart only where it may place them as it likes: inside a dark slice, too
		position = "bestFit"
		w.raw(`<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>`)
	} else {
		w.raw(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`)
	}
	w.textProperties(textLook{size: unit.HaoSmall5})
	w.valC("c:dLblPos", position)
	w.show(true)
	w.leaf("c:separator", " ")
	w.valC("c:showLeaderLines", "1")
	w.close()
	w.data(0, w.chart.Series[0].Values)
	w.close()
	w.valC("c:firstSliceAng", "0")
	w.close()
}

// shareFormat asks for shares with one decimal, as in the PDF. Programs do not agree whether the format of such labels is that of
// the share or of the value: only where all values are more than 1 can it be for both.
func (w *chartWriter) shareFormat() {
	one := int64(1)
	for range w.chart.Decimals {
		one *= 10
	}
	if slices.ContainsFunc(w.chart.Series[0].Values, func(v int64) bool { return v <= one }) {
		return
	}
	w.open("c:numFmt").attr("formatCode", "[<=1]0.0%;"+numberFormat(w.chart.Decimals)).attr("sourceLinked", "0").close()
}

// thin says that a slice is thinner than its label.
func (w *chartWriter) thin() bool {
	values := w.chart.Series[0].Values
	total := int64(0)
	for _, v := range values {
		total += v
	}
	return slices.ContainsFunc(values, func(v int64) bool { return v < total/30 })
}
