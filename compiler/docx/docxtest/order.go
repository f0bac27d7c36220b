package docxtest

import "strings"

// order gives, for elements whose children the schema wants in sequence (wml.xsd of ISO/IEC 29500-4), that sequence. Run
// properties the Transitional schema leaves free; theirs is that of ECMA-376 1st edition, which strict readers ask for.
var order = map[string][]string{
	"w:pPr": strings.Fields(`pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
		suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
		contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr`),
	"w:rPr": strings.Fields(`rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish
		webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout
		specVanish oMath`),
	"w:tblPr": strings.Fields(`tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
		tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription`),
	"w:tblBorders": strings.Fields(`top left bottom right insideH insideV`),
	"w:tblCellMar": strings.Fields(`top left bottom right`),
	"w:tcPr":       strings.Fields(`cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark`),
	"w:sectPr": strings.Fields(`headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
		pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid`),
	"w:style": strings.Fields(`name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr
		rPr tblPr trPr tcPr tblStylePr`),
	"w:styles":    strings.Fields(`docDefaults latentStyles style`),
	"w:font":      strings.Fields(`altName panose1 charset family notTrueType pitch sig embedRegular embedBold`),
	"w:lvl":       strings.Fields(`start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId lvlJc pPr rPr`),
	"w:numbering": strings.Fields(`abstractNum num numIdMacAtCleanup`),
	"w:settings": strings.Fields(`zoom embedTrueTypeFonts embedSystemFonts saveSubsetFonts mirrorMargins defaultTabStop evenAndOddHeaders
		drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery
		characterSpacingControl noLineBreaksAfter noLineBreaksBefore footnotePr endnotePr compat themeFontLang clrSchemeMapping
		decimalSymbol listSeparator`),
	"w:tbl": strings.Fields(`tblPr tblGrid tr`),
	"w:tr":  strings.Fields(`tblPrEx trPr tc`),
}

// manyOf are the children that may come more than once.
var manyOf = map[string]bool{
	"headerReference": true, "footerReference": true, "style": true, "abstractNum": true, "num": true, "tr": true, "tc": true,
	"tblStylePr": true, "noLineBreaksAfter": true, "noLineBreaksBefore": true,
}

// Order gives the children that stand out of the schema's order, are not in it, or come twice.
func Order(file []byte) []string {
	parts, err := Open(file)
	if err != nil {
		return []string{err.Error()}
	}
	var faults []string
	for i := range parts {
		if parts[i].Root == nil {
			continue
		}
		parts[i].Root.Walk(func(n *Node) {
			if want, ok := order[n.Name]; ok {
				faults = append(faults, outOfOrder(parts[i].Name, n, want)...)
			}
		})
	}
	return faults
}

func outOfOrder(part string, n *Node, want []string) []string {
	var faults []string
	at := 0
	for i, k := range n.Kids {
		name := strings.TrimPrefix(k.Name, "w:")
		pos := indexOf(want, name)
		if name == "footerReference" { // references to heads and feet come in any order among themselves
			pos = indexOf(want, "headerReference")
		}
		switch {
		case pos < 0:
			faults = append(faults, part+": "+n.Name+" holds "+k.Name)
		case pos < at:
			faults = append(faults, part+": "+k.Name+" comes too late in "+n.Name)
		case i > 0 && n.Kids[i-1].Name == k.Name && !manyOf[name]:
			faults = append(faults, part+": "+k.Name+" comes twice in "+n.Name)
		}
		at = max(at, pos)
	}
	return faults
}

func indexOf(list []string, s string) int {
	for i, v := range list {
		if v == s {
			return i
		}
	}
	return -1
}
