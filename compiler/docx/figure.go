package docx

import (
	"bytes"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/picture"
	"github.com/banxin-go/banxin/layout/unit"
)

// figure writes a picture in a paragraph of its own, and its caption below.
func (b *body) figure(f *doc.Figure) {
	b.x.src = f.Src
	file, data, err := readPicture(f.Data)
	if err != nil {
		b.fail(&ImageError{f.Src, err})
		return
	}
	b.open(para{style: figureStyle, keep: len(f.Caption) > 0})
	end := b.bookmark(f.Key)
	b.picture(figureText(f), file.Size(f.Width, b.area), b.media(data, file.Format))
	end()
	b.x.close()
	if len(f.Caption) > 0 {
		b.captionBelow(f.Caption, f.Key)
	}
}

// captionGap is the least space below such a caption, as in the layout.
const captionGap = 12 * unit.Pt

// captionBelow writes the caption of a figure. The style keeps captions with what follows, for they stand above tables; this
// one stands below what it names.
func (b *body) captionBelow(spans []doc.Span, key string) {
	s := b.style("Caption", "Normal")
	b.open(para{style: s.ID, of: s, loose: s.KeepNext})
	b.caption(spans, key)
	b.x.close()
	b.space = max(b.space, captionGap-s.After)
}

// readPicture reads a picture, and turns it upright where it asks for that. What stands behind its end stays out of the file.
func readPicture(data []byte) (picture.File, []byte, error) {
	file, err := picture.Read(data)
	if err != nil {
		return file, nil, err
	}
	data, err = upright(data[:file.Length], file)
	return file, data, err
}

// media adds a picture file and gives the id of its relationship. The same bytes are stored once.
func (b *body) media(data []byte, ext string) string {
	for i := range b.pictures {
		if bytes.Equal(b.pictures[i].data, data) {
			return b.pictures[i].id
		}
	}
	file := "media/image" + itoa(len(b.pictures)+1) + "." + ext
	b.store("word/"+file, data)
	id := b.relate(relation{relOffice + "image", file, false})
	b.pictures = append(b.pictures, storedPicture{data, id})
	return id
}

// store adds a picture file; metafiles are the only ones that are not compressed yet.
func (b *body) store(name string, data []byte) {
	if !strings.HasSuffix(name, ".emf") {
		b.pack.stored(name, "", data)
		return
	}
	if err := b.pack.bytes(name, data); err != nil {
		b.fail(err)
	}
}

// A storedPicture is one file.
type storedPicture struct {
	data []byte
	id   string
}

// picture writes w:drawing (ISO/IEC 29500-1 20.4.2.8): a picture in the line, with the text that is read in its place.
func (b *body) picture(t pictureText, size unit.Size, rel string) {
	x := b.x
	x.open("w:r").open("w:drawing").open("wp:inline")
	for _, side := range [...]string{"distT", "distB", "distL", "distR"} {
		x.num(side, 0)
	}
	x.open("wp:extent").num("cx", int64(size.W)).num("cy", int64(size.H)).close()
	b.pictureBody(t, size, rel)
	x.close().close().close() // wp:inline, w:drawing, w:r
}

// A pictureText is what names a picture and what is read in its place.
type pictureText struct {
	name, alt  string
	decorative bool
}

func figureText(f *doc.Figure) pictureText { return pictureText{"图片 ", f.Alt, f.Decorative} }

// pictureBody writes what pictures in the line and pictures that hang have in common.
func (b *body) pictureBody(t pictureText, size unit.Size, rel string) {
	x := b.x
	b.drawings++
	id, name := int64(b.drawings), t.name+itoa(b.drawings)
	x.open("wp:docPr").num("id", id).attr("name", name).attr("descr", t.alt)
	if t.decorative {
		x.raw(decorative)
	}
	x.close()
	x.raw(`<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`)
	x.open("a:graphic").open("a:graphicData").attr("uri", nsPic).open("pic:pic")
	x.open("pic:nvPicPr").open("pic:cNvPr").num("id", id).attr("name", name).attr("descr", t.alt).close()
	x.empty("pic:cNvPicPr")
	x.close()
	x.open("pic:blipFill").open("a:blip").attr("r:embed", rel).close()
	x.raw(`<a:stretch><a:fillRect/></a:stretch>`)
	x.close()
	x.open("pic:spPr").open("a:xfrm").raw(`<a:off x="0" y="0"/>`)
	x.open("a:ext").num("cx", int64(size.W)).num("cy", int64(size.H)).close().close()
	x.raw(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`)
	x.close()
	x.close().close().close() // pic:pic, a:graphicData, a:graphic
}

// decorative is how Word marks a picture that screen readers skip.
const decorative = `<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative ` +
	`xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>`
