package pdf

import "github.com/banxin-go/banxin/layout/display"

// paint is a colour as display has it.
type paint struct {
	ink  display.Ink
	gray uint8 // of black
}

// redRGB is display.Red under an RGB intent, in sRGB: M80 Y80, the red of GB/T 9704-2012, through the press profile FOGRA39L coated,
// relative colorimetric with black point compensation.
const redRGB = 0xEA5037

// redInks are cyan, magenta, yellow and black of display.Red in 1/10000 (GB/T 9704-2012 7.2.4).
var redInks = [4]int64{0, 8000, 8000, 0}

// colour writes p by the operator for greys, for sRGB, or for inks. Black and greys are DeviceGray whatever the intent, so that
// black stays one ink in print.
func (c *content) colour(p paint, gray, rgb, inks string) {
	switch {
	case p.ink == display.Black:
		c.decimal(int64(p.gray) * 100)
		c.op(gray)
	case c.w.intent == cmyk:
		for _, ink := range redInks {
			c.decimal(ink)
		}
		c.op(inks)
	default:
		c.w.reds = true
		for shift := 16; shift >= 0; shift -= 8 {
			c.decimal((redRGB>>shift&0xFF*10000 + 127) / 255)
		}
		c.op(rgb)
	}
}

// defaultRGB gives red its meaning on a press of greys, under whose intent DeviceRGB has none (ISO 19005-2 6.2.4.3), or of other
// primaries: sRGB.
func (w *writer) defaultRGB() ref {
	if !w.reds {
		return 0
	}
	return w.rgbProfile()
}
