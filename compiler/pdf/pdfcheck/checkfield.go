package pdfcheck

import "slices"

// field checks the widget of a signature field: no other field is ever written.
func (c *checker) field(at string, o Object, media rect) {
	d := c.Dict(o)
	if c.Name(d.Get("FT")) != "Sig" {
		c.fault("field", at, "no signature field")
	}
	if s, ok := d.Get("TU").(String); !ok || len(s) == 0 {
		c.fault("field", at, "no TU")
	}
	if flags, _ := c.Int(d.Get("F")); flags != 4|128 {
		c.fault("field", at, "F is not 132")
	}
	r, ok := c.rect(d.Get("Rect"))
	if !ok || !r.inside(media) {
		c.fault("field", at, "Rect is not on the page")
	}
	if empty := r == (rect{}); d.Has("AP") == empty {
		c.fault("field", at, "an appearance for what cannot be seen, or none for what can")
	}
	form := c.Dict(c.Catalog().Get("AcroForm"))
	if flags, _ := c.Int(form.Get("SigFlags")); flags != 3 || form.Has("NeedAppearances") {
		c.fault("field", at, "SigFlags is not 3, or NeedAppearances is there")
	}
	num, _ := o.(Ref)
	if !slices.ContainsFunc(c.Array(form.Get("Fields")), func(f Object) bool { is, ok := f.(Ref); return ok && is == num }) {
		c.fault("field", at, "AcroForm does not name it")
	}
	c.signature(at, c.Dict(d.Get("V")))
}

// signature checks the value of a field that is signed.
func (c *checker) signature(at string, d Dict) {
	if d == nil {
		return
	}
	ranges := c.Array(d.Get("ByteRange"))
	contents, ok := d.Get("Contents").(String)
	if len(ranges) != 4 || !ok {
		c.fault("signature", at, "no ByteRange of four, or no Contents")
		return
	}
	var n [4]int
	for i, o := range ranges {
		n[i], _ = c.Int(o)
	}
	if n[0] != 0 || n[2] != n[1]+2*len(contents)+2 || n[2]+n[3] != len(c.Data) {
		c.fault("signature", at, "ByteRange %v is not all but Contents", n)
	}
}
