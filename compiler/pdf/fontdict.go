package pdf

import (
	"strconv"

	"github.com/banxin-go/banxin/fonts/subset"
)

// thousandths gives a length in font units in 1/1000 em × 10⁴, exact to the fourth decimal: the widths in the file may not
// differ from those in the font by more than 1/1000 em (ISO 19005-2 6.2.11.5), and where a line stands depends on them.
func (f *font) thousandths(units int32) int64 {
	return roundDiv(int64(units)*10_000_000, int64(f.face.UnitsPerEm))
}

// usualWidth is the most frequent width in 1/1000 em, for DW: in Han text nearly all are one em. DW is an integer (ISO 32000-1
// table 117), so that widths which are none do not count; where all are such, it is the default of 1000.
func (f *font) usualWidth() int {
	count := map[int]int{}
	best := 1000
	for _, adv := range f.advances[1:] {
		width := f.thousandths(adv)
		if width%10_000 != 0 {
			continue
		}
		w := int(width / 10_000)
		count[w]++
		if n := count[w] - count[best]; n > 0 || n == 0 && w < best {
			best = w
		}
	}
	return best
}

// widths writes the W array: runs of CIDs whose widths are not the usual one.
func (f *font) widths(a array, usual int) {
	other := func(cid int) bool { return f.thousandths(f.advances[cid]) != int64(usual)*10_000 }
	for cid := 1; cid < len(f.advances); {
		end := cid
		for end < len(f.advances) && other(end) {
			end++
		}
		if end == cid {
			cid++
			continue
		}
		a.item().int(cid)
		a.item().array(func(a array) {
			for _, adv := range f.advances[cid:end] {
				a.item().decimal(f.thousandths(adv))
			}
		})
		cid = end
	}
}

func (w *writer) writeProgram(p *subset.Program) ref {
	id := w.reserve(1)
	w.program(id, func(d dict) {
		if p.Kind == subset.CFF {
			d.key("Subtype").name("CIDFontType0C")
		} else {
			d.key("Length1").int(len(p.Data))
		}
	}, p.Data)
	return id
}

// Flags of a font descriptor (ISO 32000-1 table 123).
const (
	flagFixedPitch = 1 << 0
	flagSerif      = 1 << 1
	flagSymbolic   = 1 << 2 // its characters are not those of Adobe's standard Latin set
	flagItalic     = 1 << 6
)

func (f *font) flags() int {
	flags := flagSymbolic
	if f.face.FixedPitch {
		flags |= flagFixedPitch
	}
	if f.face.Serif {
		flags |= flagSerif
	}
	if f.face.ItalicAngle != 0 {
		flags |= flagItalic
	}
	return flags
}

// writeDescriptor writes the font descriptor. There is no CIDSet: it is optional in PDF/A-2, and one that is not complete is
// an error.
func (w *writer) writeDescriptor(f *font, base string, kind subset.Kind, program ref) ref {
	whole := func(units int32) int { return int(roundDiv(int64(units)*1000, int64(f.face.UnitsPerEm))) }
	return w.add(func(v value) {
		v.dict(func(d dict) {
			d.key("Type").name("FontDescriptor")
			d.key("FontName").name(base)
			d.key("Flags").int(f.flags())
			d.key("FontBBox").array(func(a array) {
				for _, n := range f.face.BBox {
					a.item().int(whole(n))
				}
			})
			d.key("ItalicAngle").int(int(f.face.ItalicAngle))
			d.key("Ascent").int(whole(f.face.Ascent))
			d.key("Descent").int(whole(f.face.Descent))
			d.key("CapHeight").int(whole(f.face.CapHeight))
			d.key("StemV").int(whole(f.face.StemV))
			if kind == subset.CFF {
				d.key("FontFile3").ref(program)
			} else {
				d.key("FontFile2").ref(program)
			}
		})
	})
}

// The frame of a ToUnicode CMap (ISO 32000-1 9.10.3).
const (
	cmapHead = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`
	cmapTail = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
	cmapBlock = 100 // entries of one bfchar section at most
)

// toUnicode maps each CID to its characters.
func (f *font) toUnicode() []byte {
	b := append(make([]byte, 0, 512+16*len(f.texts)), cmapHead...)
	for from := 1; from < len(f.texts); from += cmapBlock {
		to := min(from+cmapBlock, len(f.texts))
		b = strconv.AppendInt(b, int64(to-from), 10)
		b = append(b, " beginbfchar\n"...)
		for cid := from; cid < to; cid++ {
			b = append(appendHex16(append(b, '<'), uint16(cid)), "> <"...)
			b = append(appendUTF16(b, f.texts[cid]), ">\n"...)
		}
		b = append(b, "endbfchar\n"...)
	}
	return append(b, cmapTail...)
}
