package docx

import "github.com/banxin-go/banxin/layout/unit"

// Numbers of the two axes, which only have to differ.
const (
	categoryAxis = "500000001"
	valueAxis    = "500000002"
)

func (w *chartWriter) axes() {
	w.valC("c:axId", categoryAxis)
	w.valC("c:axId", valueAxis)
	w.close()
}

// axis opens an axis at a side of the plot, with what its scaling says.
func (w *chartWriter) axis(name, id, side string, scaling ...[2]string) {
	w.open(name)
	w.valC("c:axId", id)
	w.open("c:scaling")
	for _, s := range scaling {
		w.valC(s[0], s[1])
	}
	w.close()
	w.valC("c:delete", "0")
	w.valC("c:axPos", side)
}

// categories writes the axis of the categories. Word counts those of horizontal bars from below: they are turned round, so
// that the first stands at the top, and the axis of values crosses at the far end, which is the foot again.
func (w *chartWriter) categories() {
	orientation, side := "minMax", "b"
	if w.horizontal() {
		orientation, side = "maxMin", "l"
	}
	w.axis("c:catAx", categoryAxis, side, [2]string{"c:orientation", orientation})
	w.valC("c:majorTickMark", "none")
	w.valC("c:minorTickMark", "none")
	w.valC("c:tickLblPos", "low") // below the plot, where bars hang down from the axis too
	w.open("c:spPr")
	w.line(unit.Pt/2, 0)
	w.close()
	w.textProperties(textLook{size: unit.HaoSmall5, turn: "0"}) // names break into lines, they are not set aslant
	w.valC("c:crossAx", valueAxis)
	w.valC("c:crosses", "autoZero")
	w.valC("c:auto", "1")
	w.valC("c:lblAlgn", "ctr")
	w.valC("c:lblOffset", "100")
	w.valC("c:noMultiLvlLbl", "1")
	w.close()
}

// values writes the axis of the values, with the same scale as in the PDF.
func (w *chartWriter) values() {
	side, crosses := "l", "autoZero"
	if w.horizontal() {
		side, crosses = "b", "max"
	}
	high, low := w.chart.Format(w.scale.High), w.chart.Format(w.scale.Low)
	w.axis("c:valAx", valueAxis, side, [2]string{"c:orientation", "minMax"}, [2]string{"c:max", high}, [2]string{"c:min", low})
	w.open("c:majorGridlines").open("c:spPr")
	w.line(unit.Pt/4, 75)
	w.close().close()
	w.unitTitle()
	w.open("c:numFmt").attr("formatCode", numberFormat(w.chart.TickPlaces(w.scale))).attr("sourceLinked", "0").close()
	w.valC("c:majorTickMark", "none")
	w.valC("c:minorTickMark", "none")
	w.valC("c:tickLblPos", "nextTo")
	w.raw(`<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>`)
	w.valC("c:crossAx", categoryAxis)
	w.valC("c:crosses", crosses)
	w.valC("c:crossBetween", "between")
	w.valC("c:majorUnit", w.chart.Format(w.scale.Step))
	w.close()
}
