package docx

import "github.com/banxin-go/banxin/layout/doc"

// field writes a field with its result, so that nothing need be computed to read the document. Its marks and code look as the result
// does, as in fields of Word's own: a result that is renewed takes the look of the code.
func (b *body) field(s *doc.Span, style, code, result string) {
	b.fieldStart(code, b.characters(s, style))
	b.span(s, result, style)
	b.fieldChar("end", b.characters(s, style))
}

// fieldStart writes a field up to its result, which may run over paragraphs, in a character style; "": none.
func (b *body) fieldStart(code, style string) {
	b.fieldChar("begin", style)
	b.startRun(&doc.Span{}, style, false)
	b.x.open("w:instrText").attr("xml:space", "preserve").text(" " + code + " ")
	b.x.close().close()
	b.fieldChar("separate", style)
}

func (b *body) fieldChar(kind, style string) {
	b.startRun(&doc.Span{}, style, false)
	b.x.open("w:fldChar").attr("w:fldCharType", kind)
	b.x.close().close()
}
