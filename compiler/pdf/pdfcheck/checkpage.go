package pdfcheck

import (
	"fmt"
	"regexp"
	"slices"
)

// rect is a box in 1/1000 pt: left, bottom, right, top.
type rect [4]int64

func (c *checker) rect(o Object) (r rect, ok bool) {
	a := c.Array(o)
	if len(a) != 4 {
		return r, false
	}
	for i := range r {
		if r[i], ok = thousandths(c.Resolve(a[i])); !ok {
			return r, false
		}
	}
	return r, r[0] <= r[2] && r[1] <= r[3]
}

func (r rect) inside(outer rect) bool {
	return r[0] >= outer[0] && r[1] >= outer[1] && r[2] <= outer[2] && r[3] <= outer[3]
}

func (c *checker) pages() {
	pages := c.Pages()
	if n, _ := c.Int(c.Dict(c.Catalog().Get("Pages")).Get("Count")); n != len(pages) || n == 0 {
		c.fault("pages", "page tree", "Count is %d, there are %d pages", n, len(pages))
	}
	for n, num := range pages {
		d := c.Dict(c.Objects[num])
		where := pageName(n)
		if !d.Has("Resources") {
			c.fault("resource", where, "no Resources of its own")
		}
		if c.Name(d.Get("Tabs")) != "S" {
			c.fault("tabs", where, "Tabs is not S")
		}
		c.boxes(where, d)
		c.annotations(where, d)
		content, err := c.pageContent(n)
		if err != nil {
			c.faults = append(c.faults, err)
			continue
		}
		c.faults = append(c.faults, content.faults...)
		c.mcids(where, content.sequences)
		c.colours(where, content.colours)
	}
}

// boxes: each 3 to 14,400 units (ISO 19005-2 6.1.13), each inside the next larger one (ISO 15930-7 6.9).
func (c *checker) boxes(where string, d Dict) {
	outer, ok := c.rect(d.Get("MediaBox"))
	if !ok {
		c.fault("box", where, "no MediaBox")
		return
	}
	media := outer
	for _, key := range []string{"MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"} {
		if !d.Has(key) {
			continue
		}
		r, ok := c.rect(d.Get(key))
		w, h := r[2]-r[0], r[3]-r[1]
		if !ok || w < 3000 || h < 3000 || w > 14_400_000 || h > 14_400_000 {
			c.fault("box", where, "%s is impossible", key)
		}
		if key == "CropBox" && !r.inside(media) || key != "CropBox" && !r.inside(outer) {
			c.fault("box", where, "%s is not inside the box around it", key)
		}
		if key != "CropBox" {
			outer = r
		}
	}
}

// colours: device colours other than grey must be those of the output intent (ISO 19005-2 6.2.4.3).
func (c *checker) colours(where string, used map[string]bool) {
	intents := c.Array(c.Catalog().Get("OutputIntents"))
	if len(intents) == 0 {
		return
	}
	profile, _ := c.Resolve(c.Dict(intents[0]).Get("DestOutputProfile")).(*Stream)
	if profile == nil {
		return
	}
	data, err := c.Decode(profile)
	if err != nil || len(data) < 20 {
		return
	}
	for space := range used {
		if string(data[16:20]) != space {
			c.fault("colour", where, "%s under an intent of %s", space, data[16:20])
		}
	}
}

func (c *checker) mcids(where string, sequences []Sequence) {
	next := 0
	for _, s := range sequences {
		if s.MCID < 0 {
			c.artifact(where, s)
			continue
		}
		if s.MCID != next {
			c.fault("mcid", where, "MCID %d where %d comes next", s.MCID, next)
		}
		next++
	}
}

func (c *checker) artifact(where string, s Sequence) {
	kind, sub := c.Name(s.Props.Get("Type")), c.Name(s.Props.Get("Subtype"))
	ok := slices.Contains([]string{"Layout", "Pagination", "Page", "Background"}, kind)
	if !ok || sub != "" && !slices.Contains([]string{"Header", "Footer", "Watermark"}, sub) {
		c.fault("artifact", where, "type %q, subtype %q", kind, sub)
	}
	if _, isBox := c.rect(s.Props.Get("BBox")); kind == "Pagination" && !isBox {
		c.fault("artifact", where, "page furniture without a BBox")
	}
}

func (c *checker) annotations(where string, page Dict) {
	media, _ := c.rect(page.Get("MediaBox"))
	for _, o := range c.Array(page.Get("Annots")) {
		d := c.Dict(o)
		at := fmt.Sprintf("%s, annotation %v", where, o)
		if c.Name(d.Get("Subtype")) == "Widget" {
			c.field(at, o, media)
			continue
		}
		if c.Name(d.Get("Subtype")) != "Link" {
			c.fault("annotation", at, "no link")
		}
		if s, ok := d.Get("Contents").(String); !ok || len(s) == 0 {
			c.fault("annotation", at, "no Contents")
		}
		if flags, _ := c.Int(d.Get("F")); flags != 4 {
			c.fault("annotation", at, "F is not 4")
		}
		if r, ok := c.rect(d.Get("Rect")); !ok || !r.inside(media) {
			c.fault("annotation", at, "Rect is not on the page")
		}
		if !d.Has("StructParent") {
			c.fault("annotation", at, "no StructParent")
		}
		if d.Has("A") == d.Has("Dest") {
			c.fault("annotation", at, "not exactly one of A and Dest")
		}
		if d.Has("Dest") {
			c.dest(at, d.Get("Dest"))
		}
		if a := c.Dict(d.Get("A")); d.Has("A") && c.Name(a.Get("S")) != "URI" {
			c.fault("annotation", at, "an action that is no URI")
		}
	}
}

func (c *checker) dest(where string, o Object) {
	d := c.Array(o)
	if len(d) == 5 && c.Name(c.Dict(d[0]).Get("Type")) == "Page" && c.Name(d[1]) == "XYZ" {
		return
	}
	c.fault("dest", where, "no page to go to")
}

var subsetName = regexp.MustCompile(`^[A-Z]{6}\+.+`)

// fonts checks every font that resources name, against the codes that the pages show.
func (c *checker) fonts() {
	shown := map[int]map[uint16]bool{}
	for n := range c.Pages() {
		content, err := c.pageContent(n)
		if err != nil {
			return
		}
		for font, codes := range content.shown {
			if shown[font] == nil {
				shown[font] = map[uint16]bool{}
			}
			for code := range codes {
				shown[font][code] = true
			}
		}
	}
	for font, codes := range shown {
		c.font(font, codes)
	}
}

func (c *checker) font(num int, codes map[uint16]bool) {
	where := fmt.Sprintf("font %d", num)
	d := c.Dict(c.Objects[num])
	list := c.Array(d.Get("DescendantFonts"))
	if c.Name(d.Get("Type")) != "Font" || c.Name(d.Get("Subtype")) != "Type0" || c.Name(d.Get("Encoding")) != "Identity-H" || len(list) != 1 {
		c.fault("font", where, "not Type0 with Identity-H")
		return
	}
	cid := c.Dict(list[0])
	descriptor := c.Dict(cid.Get("FontDescriptor"))
	name := c.Name(d.Get("BaseFont"))
	if !subsetName.MatchString(name) || c.Name(cid.Get("BaseFont")) != name || c.Name(descriptor.Get("FontName")) != name {
		c.fault("font", where, "no subset name, or not the same everywhere")
	}
	for code := range codes {
		text, ok := c.unicode(num)[code]
		if !ok || text == "" || slices.ContainsFunc([]rune(text), func(r rune) bool { return r == 0 || r == 0xFEFF || r == 0xFFFE }) {
			c.fault("to-unicode", where, "code %d has no characters", code)
		}
	}
	if _, ok := c.Int(cid.Get("DW")); cid.Has("DW") && !ok {
		c.fault("font", where, "DW is no integer (ISO 32000-1 table 117)")
	}
	c.program(where, cid, descriptor, codes)
}

func (c *checker) program(where string, cid, descriptor Dict, codes map[uint16]bool) {
	file, glyf := c.Resolve(descriptor.Get("FontFile2")).(*Stream)
	cff, isCFF := c.Resolve(descriptor.Get("FontFile3")).(*Stream)
	switch {
	case glyf:
		if c.Name(cid.Get("Subtype")) != "CIDFontType2" || c.Name(cid.Get("CIDToGIDMap")) != "Identity" {
			c.fault("font", where, "TrueType without CIDFontType2 and CIDToGIDMap")
		}
		c.trueType(where, cid, file, codes)
	case isCFF:
		if c.Name(cid.Get("Subtype")) != "CIDFontType0" || c.Name(cff.Dict.Get("Subtype")) != "CIDFontType0C" {
			c.fault("font", where, "CFF without CIDFontType0 and CIDFontType0C")
		}
		c.cff(where, cid, cff, codes)
	default:
		c.fault("font", where, "not embedded")
	}
}
