package docx

import "github.com/banxin-go/banxin/layout/doc"

// field writes a field with its result, so that nothing need be computed to read the document.
func (b *body) field(code, result string) {
	b.fieldStart(code)
	b.span(&doc.Span{}, result, "")
	b.fieldChar("end")
}

// fieldStart writes a field up to its result, which may run over paragraphs.
func (b *body) fieldStart(code string) {
	b.fieldChar("begin")
	b.x.open("w:r").open("w:instrText").attr("xml:space", "preserve").text(" " + code + " ")
	b.x.close().close()
	b.fieldChar("separate")
}

func (b *body) fieldChar(kind string) {
	b.x.open("w:r").open("w:fldChar").attr("w:fldCharType", kind)
	b.x.close().close()
}
