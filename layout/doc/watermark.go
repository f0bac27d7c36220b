package doc

import "github.com/banxin-go/banxin/layout/unit"

// WatermarkGray is the lightness of a watermark in percent: seen through text it must not make the text harder to read.
const WatermarkGray = 90

// maxWatermark keeps two characters from filling the page.
const maxWatermark = 40 * unit.MM

// WatermarkSize gives the type size of the page's watermark, in whole points, and about how long the text is then. It runs
// at 45° and takes four fifths of the paper's shorter side: 1.13 times that is its length. A letter counts half a Han
// character, so that the size depends on no font and both outputs have the same.
func (p *Page) WatermarkSize() (size, length unit.Length) {
	halves := unit.Length(0)
	for _, r := range p.Watermark {
		halves++
		if r >= 0x2E80 {
			halves++
		}
	}
	if halves == 0 {
		return 0, 0
	}
	size = min(min(p.Size.W, p.Size.H).MulDiv(113, 100)*2/halves, maxWatermark) / unit.Pt * unit.Pt
	return size, size * halves / 2
}

// WatermarkRole is the font role of watermarks: that of first headings, 黑 by GB/T 9704, which is heavy enough to be seen
// though it is pale.
func (s *Sheet) WatermarkRole() string {
	for _, id := range [...]string{"Heading1", "Normal"} {
		if style := s.Style(id); style != nil {
			return style.Role
		}
	}
	return "黑"
}
