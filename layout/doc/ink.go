package doc

import "github.com/banxin-go/banxin/layout/unit"

// Ink is the colour of text and rules. Official documents know two (GB/T 9704-2012 5.2.4, 7.2.4, 7.2.7).
type Ink uint8

// The inks.
const (
	InkBlack Ink = iota
	InkRed       // 红头: 发文机关标志 and 分隔线
)

// RedRGB is InkRed in sRGB: M80 Y80, the red of GB/T 9704-2012, through the press profile FOGRA39L coated, relative
// colorimetric with black point compensation.
const RedRGB = 0xEA5037

// Border is a rule below a paragraph, from indent to indent.
type Border struct {
	Width unit.Length // 0: none
	Gap   unit.Length // from the type's lower edge
	Ink   Ink
}
