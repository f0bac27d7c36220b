package main

import (
	"io/fs"
	"os"

	"github.com/banxin-go/banxin/compiler"
	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/layout/unit"
)

// grayPress is the value of --print for a press of one ink.
const grayPress = "gray"

// maxProfile is larger than any colour profile in use.
const maxProfile = 64 << 20

// press reads --print, --condition, --bleed and --marks: PDF/X-4 beside the standard. PDF 2.0 and files in the PDF exclude it.
func (c *call) press() error {
	if c.profile == "" {
		if c.condition != "" || c.marks || c.bleed != defaultBleed {
			return usageFault(printMissing)
		}
		return nil
	}
	if c.pdfStandard == pdf.PDFA4 || c.embed == "all" {
		return usageFault(printExcludes)
	}
	bleed, err := unit.Parse(c.bleed)
	if err != nil || bleed < 0 || bleed > pdf.MaxBleed {
		return usageFault(badBleed, c.bleed)
	}
	if c.profile == grayPress && c.condition != "" {
		return usageFault(conditionOfGray)
	}
	c.pdfPrint = &pdf.Print{Condition: c.condition, Bleed: bleed, Marks: c.marks}
	if c.profile == grayPress {
		return nil
	}
	info, err := os.Stat(c.profile)
	if err == nil && info.Size() > maxProfile {
		err = &fs.PathError{Op: "open", Path: c.profile, Err: fs.ErrInvalid}
	}
	if err == nil {
		c.pdfPrint.Profile, err = os.ReadFile(c.profile)
	}
	if err == nil {
		if wrong := c.pdfPrint.Check(); wrong != nil {
			return compiler.Problems(wrong, nil)
		}
	}
	return err
}

// defaultBleed is what printers ask for.
const defaultBleed = "3mm"
