package main

import (
	"slices"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/layout/doc"
)

// standards are the values of --standard.
var standards = []struct {
	name     string
	standard pdf.Standard
}{
	{"a-2a", pdf.PDFA2A}, {"a-2u", pdf.PDFA2U}, {"a-2b", pdf.PDFA2B}, {"a-3a", pdf.PDFA3A}, {"a-4", pdf.PDFA4}, {"1.7", pdf.PDF17},
}

func standardNames() []string {
	names := make([]string, len(standards))
	for i, s := range standards {
		names[i] = s.name
	}
	return names
}

// carriers are the values of --embed: the files that carry the report. A DOCX does by default: it is worked on by hand, and
// with its report in it verify can say what was changed. What it shows is all that is in a report, save the agency's rank and
// the names of picture files. A PDF of the default standard, PDF/A-2a, may not carry files.
var carriers = []string{"docx", "all", "none"}

// lineSettings are the values of --lines.
var lineSettings = []string{"same", "word", "best"}

// lineSetting reads --lines: nil leaves the sheet's own.
func (c *call) lineSetting() *doc.LineSetting {
	if c.lines != "word" {
		return nil
	}
	lines := doc.WordLines()
	return &lines
}

// publishing is how the files of a build are published.
type publishing struct {
	pdfStandard pdf.Standard
	pdfPrint    *pdf.Print
	carry       bool // the files carry the report where they can
}

// publish reads --standard and --embed. Who wants the report in the PDF and names no standard gets PDF/A-3a.
func (c *call) publish() error {
	c.carry = c.embed != "none"
	if c.standard == "" {
		if c.embed == "all" {
			c.pdfStandard = pdf.PDFA3A
		}
		return nil
	}
	at := slices.Index(standardNames(), c.standard)
	c.pdfStandard = standards[at].standard
	if c.embed == "all" && !c.pdfStandard.Attaches() {
		return usageFault(carriesNone, c.pdfStandard.String())
	}
	return nil
}

// docxOptions reads --charts and --lines.
func (c *call) docxOptions() docx.Options {
	var o docx.Options
	if c.charts == "picture" {
		o.Charts = docx.PictureCharts
	}
	if c.lines == "best" {
		o.Lines = docx.OwnLines
	}
	return o
}

// carried is the report for the files to carry; nil where they should not.
func (c *call) carried() []byte {
	if c.carry {
		return c.data
	}
	return nil
}
