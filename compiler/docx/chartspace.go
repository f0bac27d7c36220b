package docx

import (
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// A chartWriter writes one chart part, in the order of the schema's sequences (ISO/IEC 29500-1 21.2).
type chartWriter struct {
	*xmlWriter
	chart *doc.Chart
	size  unit.Size
	names RoleNames // of the faces in it
	scale doc.Axis  // of its values; none of a pie
}

// valC writes the commonest form of a chart's property: <c:overlay val="0"/>.
func (w *chartWriter) valC(name, value string) { w.open(name).attr("val", value).close() }

func (p *writer) chartSpace(x *xmlWriter, c chartPart) {
	w := &chartWriter{xmlWriter: x, chart: c.Chart, size: c.size, names: p.names(p.chartRole())}
	x.open("c:chartSpace").attr("xmlns:c", nsC).attr("xmlns:a", nsA).attr("xmlns:r", nsR)
	w.valC("c:date1904", "0")
	w.valC("c:lang", p.eastAsia())
	w.valC("c:roundedCorners", "0")
	x.open("c:chart")
	w.title()
	w.plotArea()
	if len(c.Series) > 1 {
		x.open("c:legend")
		w.valC("c:legendPos", "b")
		if c.Kind == doc.StackedBarChart { // the totals
			x.open("c:legendEntry")
			w.valC("c:idx", itoa(len(c.Series)))
			w.valC("c:delete", "1")
			x.close()
		}
		w.valC("c:overlay", "0")
		x.close()
	}
	w.valC("c:plotVisOnly", "1")
	w.valC("c:dispBlanksAs", "gap")
	x.close()
	x.raw(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`)
	w.textProperties(textLook{size: unit.HaoSmall5})
	x.open("c:externalData").attr("r:id", relID(0)) // the workbook
	w.valC("c:autoUpdate", "0")
	x.close().close()
}

// chartRole is the font role of texts in charts: that of tables.
func (p *writer) chartRole() string {
	if s := p.styles.byID["TableText"]; s != nil {
		return s.Role
	}
	return "宋"
}

// title writes the title. A pie has no axis to tell the unit, so it stands here: by itself where the other charts have it.
func (w *chartWriter) title() {
	text := w.chart.Title
	if text == "" && w.chart.Kind == doc.PieChart && w.chart.Unit != "" {
		w.unitText()
		w.valC("c:autoTitleDeleted", "0")
		return
	}
	if w.chart.Kind == doc.PieChart && w.chart.Unit != "" {
		text += "（单位：" + w.chart.Unit + "）"
	}
	if text == "" {
		w.valC("c:autoTitleDeleted", "1")
		return
	}
	w.open("c:title").open("c:tx")
	w.rich(text, unit.Hao5)
	w.close()
	w.valC("c:overlay", "0")
	w.close()
	w.valC("c:autoTitleDeleted", "0")
}

// rich writes a line of text of its own.
func (w *chartWriter) rich(text string, size unit.Length) {
	w.open("c:rich").raw(`<a:bodyPr rot="0" vert="horz"/><a:lstStyle/>`)
	w.open("a:p").open("a:pPr")
	w.font("a:defRPr", size, false)
	w.close()
	w.open("a:r")
	w.font("a:rPr", size, false)
	w.leaf("a:t", strings.ReplaceAll(text, "\n", " "))
	w.close().close().close()
}

// A textLook is how texts look that Word makes itself.
type textLook struct {
	size  unit.Length
	white bool   // on a dark ground
	turn  string // of the text, in 1/60000 of a degree; "": as Word likes
}

const upwards = "-5400000"

func (w *chartWriter) textProperties(look textLook) {
	w.open("c:txPr").open("a:bodyPr")
	if look.turn != "" {
		w.attr("rot", look.turn).attr("vert", "horz")
	}
	w.close().empty("a:lstStyle")
	w.open("a:p").open("a:pPr")
	w.font("a:defRPr", look.size, look.white)
	w.close()
	w.raw(`<a:endParaRPr lang="zh-CN"/>`)
	w.close().close()
}

// font writes the properties of a text: size in hundredths of a point, black or white, the faces of both scripts.
func (w *chartWriter) font(element string, size unit.Length, white bool) {
	w.open(element).num("sz", size.Round(unit.Pt/100)).attr("b", "0")
	percent := uint8(0)
	if white {
		percent = 100
	}
	w.fill(percent)
	w.open("a:latin").attr("typeface", w.names.Latin).close()
	w.open("a:ea").attr("typeface", w.names.Han).close()
	w.close()
}

// fill writes a grey.
func (w *chartWriter) fill(percent uint8) {
	w.open("a:solidFill").open("a:srgbClr").attr("val", grayHex(percent)).close().close()
}

// line writes the look of a line of a width.
func (w *chartWriter) line(width unit.Length, percent uint8) {
	w.open("a:ln").num("w", int64(width))
	w.fill(percent)
	w.close()
}

// block writes the look of a bar or slice: its grey, and the outline that tells two pale ones apart.
func (w *chartWriter) block(percent uint8) {
	w.open("c:spPr")
	w.fill(percent)
	w.line(unit.Pt/2, 0)
	w.close()
}
