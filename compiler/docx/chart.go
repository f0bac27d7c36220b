package docx

import (
	"bytes"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// The namespace of charts, and the names by which their parts are known.
const (
	nsC       = "http://schemas.openxmlformats.org/drawingml/2006/chart"
	kindChart = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
	kindSheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
)

// chartGap is the least space above a chart, and below one without a caption, as in the layout.
const chartGap = 6 * unit.Pt

// chart writes a chart in a paragraph of its own, and its caption below. Of a native one its part and the workbook that Word
// opens to edit the figures follow when the document part is done.
func (b *body) chart(c *doc.Chart) {
	b.x.src = c.Src
	if err := c.Check(); err != nil {
		b.fail(&ChartError{c.Src, err})
		return
	}
	b.space = max(b.space, chartGap)
	b.open(para{style: figureStyle, keep: len(c.Caption) > 0})
	end := b.bookmark(c.Key)
	if b.opts.Charts == PictureCharts {
		b.drawnChart(c)
	} else {
		b.nativeChart(c)
	}
	end()
	b.x.close()
	if len(c.Caption) > 0 {
		b.captionBelow(c.Caption, c.Key)
		return
	}
	b.space = max(b.space, chartGap)
}

// drawnChart writes the picture of the next chart.
func (b *body) drawnChart(c *doc.Chart) {
	n := b.drawn
	if b.drawn++; n >= len(b.opts.Drawings) {
		b.fail(ErrNoDrawings)
		return
	}
	b.picture(pictureText{"图表 ", c.AltText(), false}, c.Size(b.area), b.media(b.opts.Drawings[n], "emf"))
}

func (b *body) nativeChart(c *doc.Chart) {
	size := c.Size(b.area)
	b.charts = append(b.charts, chartPart{c, size})
	b.chartFrame(c, size, b.relate(relation{relOffice + "chart", "charts/chart" + itoa(len(b.charts)) + ".xml", false}))
}

// A chartPart is a chart whose part is still to be written, and its size.
type chartPart struct {
	*doc.Chart
	size unit.Size
}

func (b *body) chartFrame(c *doc.Chart, size unit.Size, rel string) {
	x := b.x
	b.drawings++
	x.open("w:r").open("w:drawing").open("wp:inline")
	for _, side := range [...]string{"distT", "distB", "distL", "distR"} {
		x.num(side, 0)
	}
	x.open("wp:extent").num("cx", int64(size.W)).num("cy", int64(size.H)).close()
	x.open("wp:docPr").num("id", int64(b.drawings)).attr("name", "图表 "+itoa(b.drawings)).attr("descr", c.AltText()).close()
	x.empty("wp:cNvGraphicFramePr")
	x.open("a:graphic").open("a:graphicData").attr("uri", nsC)
	x.open("c:chart").attr("xmlns:c", nsC).attr("r:id", rel).close()
	x.close().close().close().close().close()
}

// chartParts writes the charts, each with its workbook.
func (p *writer) chartParts() error {
	for i, c := range p.charts {
		n := itoa(i + 1)
		if err := p.part("word/charts/chart"+n+".xml", kindChart, c.Src, func(x *xmlWriter) { p.chartSpace(x, c) }); err != nil {
			return err
		}
		book := []relation{{relOffice + "package", "../embeddings/workbook" + n + ".xlsx", false}}
		if err := p.part("word/charts/_rels/chart"+n+".xml.rels", "", "", func(x *xmlWriter) { writeRelations(x, book) }); err != nil {
			return err
		}
		var data bytes.Buffer
		if err := writeWorkbook(&data, c.Chart); err != nil {
			return err
		}
		p.pack.stored("word/embeddings/workbook"+n+".xlsx", "", data.Bytes())
	}
	return nil
}

// ChartError is a chart whose data cannot be drawn.
type ChartError struct {
	Src string
	Err error // *doc.ChartError
}

func (e *ChartError) Error() string { return "docx: " + e.Src + ": " + e.Err.Error() }

// Unwrap gives the fault itself.
func (e *ChartError) Unwrap() error { return e.Err }
