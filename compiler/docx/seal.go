package docx

import (
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// seal hangs the print of a seal behind the text of the paragraph being written, the last line of a signature, at the place
// that Fit has found (ISO/IEC 29500-1 20.4.2.3). Behind it, because a picture before text hides it: Word has no blending.
func (b *body) seal(s *doc.Signature) {
	file, data, err := readPicture(s.Seal.Data)
	if err != nil {
		b.fail(&ImageError{s.Src, err})
		return
	}
	size := file.Size(s.SealBox.W, s.SealBox.Size)
	x := b.x
	x.open("w:r").open("w:drawing").open("wp:anchor")
	for _, a := range [...][2]string{{"distT", "0"}, {"distB", "0"}, {"distL", "0"}, {"distR", "0"}, {"simplePos", "0"}, {"relativeHeight", "251658240"},
		{"behindDoc", "1"}, {"locked", "0"}, {"layoutInCell", "1"}, {"allowOverlap", "1"}} {
		x.attr(a[0], a[1])
	}
	x.raw(`<wp:simplePos x="0" y="0"/>`)
	position := func(name, from string, at unit.Length) {
		x.open(name).attr("relativeFrom", from).leaf("wp:posOffset", itoa(int(at)))
		x.close()
	}
	position("wp:positionH", "margin", b.area.W+s.SealBox.X)
	position("wp:positionV", "paragraph", s.SealBox.Y)
	x.open("wp:extent").num("cx", int64(size.W)).num("cy", int64(size.H)).close()
	x.empty("wp:wrapNone")
	b.pictureBody(pictureText{"印章 ", s.Seal.Alt, s.Seal.Decorative}, size, b.media(data, file.Format))
	x.close().close().close()
}
