package pdf

import (
	"encoding/binary"

	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/unit"
)

// Print asks for a file for the press: PDF/X-4 (ISO 15930-7) on top of the Standard. Links go, since no annotation may stand on
// the sheet; bookmarks and tags stay.
//
// No free validator knows PDF/X. What is written follows the standard's requirements as far as they are known; whether a
// printer's preflight agrees has to be tried there.
type Print struct {
	// Profile is the ICC profile of the press: class prtr; grey, CMYK or RGB; of a version below 5. nil is a grey one made here.
	// Under a grey one, of a press of one ink, pictures in colour become greys.
	Profile []byte
	// Condition names the press that Profile is of, as its register does ("FOGRA51", "JC200103"). With nil it is "Grey", and none
	// may be given.
	Condition string
	// Bleed is how far the sheet goes on beyond the edge of the page on each side; usual are 3 mm.
	Bleed unit.Length
	// Marks adds crop marks outside of the bleed.
	Marks bool
}

// MaxBleed is the most bleed there may be.
const MaxBleed = 50 * unit.MM

const (
	markLength = 5 * unit.MM // of a crop mark
	markGap    = unit.MM     // between bleed and crop mark
	markWidth  = unit.Pt / 4
)

// margin is how much larger than the page the sheet is on each side.
func (p *Print) margin() unit.Length {
	if p.Marks {
		return p.Bleed + markGap + markLength
	}
	return p.Bleed
}

// checkPrint refuses what excludes PDF/X-4: PDF 2.0, embedded files, a document without a date, a profile that is not a press's.
func (w *writer) checkPrint() {
	p := w.print
	if p == nil {
		return
	}
	if w.version == "2.0" || len(w.attachments) > 0 || p.Bleed < 0 || p.Bleed > MaxBleed {
		w.faults.add(&LimitError{Fault: BadOptions, Page: -1, Text: "PDF/X-4"})
	}
	if w.doc.Date.IsZero() {
		w.faults.add(&LimitError{Fault: NoDate, Page: -1})
	}
	if wrong := p.Check(); wrong != nil {
		w.faults.add(wrong)
	}
}

// Check says before a document is at hand whether the profile can be used; nil when it can.
func (p *Print) Check() *LimitError {
	if p.Profile == nil && p.Condition != "" {
		return &LimitError{Fault: BadOptions, Page: -1, Text: "PDF/X-4, " + p.Condition}
	}
	if p.Profile != nil && (!pressProfile(p.Profile) || p.Condition == "") {
		return &LimitError{Fault: BadProfile, Page: -1, Text: p.Condition}
	}
	return nil
}

// pressProfile: class prtr (ISO 15930-7 6.2.2), a space and a version that PDF/A-2 allows too (ISO 19005-2 6.2.3).
func pressProfile(b []byte) bool {
	return iccHead(b) && string(b[12:16]) == "prtr" && profileSpace(b) != indexed
}

func iccHead(b []byte) bool {
	return len(b) > 128 && int64(binary.BigEndian.Uint32(b)) == int64(len(b)) && b[8] < 5 && string(b[36:40]) == "acsp"
}

// profileSpace gives a profile's colours; indexed stands for those that no intent may have.
func profileSpace(b []byte) colourSpace {
	switch string(b[16:20]) {
	case "GRAY":
		return gray
	case "RGB ":
		return rgb
	case "CMYK":
		return cmyk
	}
	return indexed
}

// sheetBoxes writes the boxes of the page. The page's own corner stays the origin: what is beyond it has negative coordinates.
func (w *writer) sheetBoxes(d dict, size unit.Size) {
	page := unit.Rect{Size: size}
	if w.print == nil {
		d.key("MediaBox").box(page, size.H)
		return
	}
	d.key("MediaBox").box(grow(page, w.print.margin()), size.H)
	d.key("BleedBox").box(grow(page, w.print.Bleed), size.H)
	d.key("TrimBox").box(page, size.H)
}

func grow(r unit.Rect, by unit.Length) unit.Rect {
	return unit.Rect{Point: unit.Point{X: r.X - by, Y: r.Y - by}, Size: unit.Size{W: r.W + 2*by, H: r.H + 2*by}}
}

// registration is the colour space that is drawn on the plate of each ink (ISO 32000-1 8.6.6.4).
const registration = "All"

// cropMarks draws two lines at each corner of the page, outside of the bleed. They are production aids, artifacts of the type Page
// (ISO 32000-1 14.8.2.2.2), and on a press of four inks stand on all plates, which are brought into register by them.
func (c *content) cropMarks(size unit.Size) {
	if c.w.print == nil || !c.w.print.Marks {
		return
	}
	c.name("Artifact")
	value{&c.buffer}.dict(func(d dict) { d.key("Type").name("Page") })
	c.op("BDC")
	c.op("q")
	if c.w.intent == cmyk {
		c.name(registration)
		c.op("CS")
		c.decimal(10000)
		c.op("SCN")
	} else {
		c.decimal(0)
		c.op("G")
	}
	c.length(markWidth)
	c.op("w")
	near, far := c.w.print.Bleed+markGap, c.w.print.margin()
	for _, y := range []unit.Length{0, size.H} {
		c.line(-far, y, -near, y)
		c.line(size.W+near, y, size.W+far, y)
	}
	for _, x := range []unit.Length{0, size.W} {
		c.line(x, -far, x, -near)
		c.line(x, size.H+near, x, size.H+far)
	}
	c.op("Q")
	c.op("EMC")
}

func (c *content) line(x1, y1, x2, y2 unit.Length) {
	c.point(unit.Point{X: x1, Y: y1})
	c.op("m")
	c.point(unit.Point{X: x2, Y: y2})
	c.op("l")
	c.op("S")
}

// registrationSpace is registration as a tint of all four inks, which is how programs show it that make no plates.
func registrationSpace(v value) {
	v.array(func(a array) {
		a.item().name("Separation")
		a.item().name("All")
		a.item().name(cmyk.String())
		a.item().dict(func(d dict) {
			d.key("FunctionType").int(2)
			d.key("Domain").array(func(a array) { a.item().int(0); a.item().int(1) })
			for ink, key := range []string{"C0", "C1"} {
				d.key(key).array(func(a array) {
					for range cmyk.components() {
						a.item().int(ink)
					}
				})
			}
			d.key("N").int(1)
		})
	})
}

// typeName is the structure type of n. In print a Link has no annotation, and without one it is no Link.
func (w *writer) typeName(n *display.Node) string {
	if w.print != nil && n.Role == display.RoleLink {
		return display.RoleSpan.String()
	}
	return n.Role.String()
}
