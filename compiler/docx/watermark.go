package docx

import "github.com/banxin-go/banxin/layout/doc"

// The namespaces of VML, which Word still draws watermarks in.
const (
	nsV   = "urn:schemas-microsoft-com:vml"
	nsO   = "urn:schemas-microsoft-com:office:office"
	nsW10 = "urn:schemas-microsoft-com:office:word"
)

// watermark hangs the page's watermark behind the text, in the way of Word's own 水印 command: a text path in the head, named
// so that the command finds it again and can take it away. Word knows no watermark apart from heads.
func (b *body) watermark(s *runningSide) {
	if !s.watermarked() {
		return
	}
	size, length := s.page.WatermarkSize()
	size, length = size*92/100, length-size*8/100 // Word stretches the ink to the box, and ink is that much smaller than its em
	b.pales++
	x := b.x
	x.open("w:r").open("w:rPr").empty("w:noProof")
	x.close().open("w:pict")
	x.raw(textPathType)
	x.open("v:shape").attr("id", "PowerPlusWaterMarkObject"+itoa(b.pales)).attr("o:spid", "_x0000_s"+itoa(firstShape+b.pales))
	x.attr("type", "#_x0000_t136").attr("alt", s.page.Watermark)
	x.attr("style", "position:absolute;margin-left:0;margin-top:0;width:"+length.Decimal()+"pt;height:"+size.Decimal()+
		"pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:page;"+
		"mso-position-vertical:center;mso-position-vertical-relative:page")
	x.attr("o:allowincell", "f").attr("fillcolor", paleColor()).attr("stroked", "f")
	x.open("v:textpath").attr("style", `font-family:"`+b.names(b.sheet.WatermarkRole()).Han+`";font-size:1pt`).attr("string", s.page.Watermark).close()
	x.raw(`<w10:wrap anchorx="page" anchory="page"/>`)
	x.close().close().close()
}

// firstShape is the number that ids of shapes in heads begin behind: Word gives the heads the block from 2049 on.
const firstShape = 2048

// paleColor is the watermark's grey as VML writes colours.
func paleColor() string { return "#" + grayHex(doc.WatermarkGray) }

// grayHex gives a lightness in percent as six hex digits.
func grayHex(percent uint8) string { return hexGray(doc.Gray(100 - percent)) }

// textPathType is shape type 136, plain text that fills its box (ISO/IEC 29500-4 14.2.2.24), as Word defines it.
const textPathType = `<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">` +
	`<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>` +
	`<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>` +
	`<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>` +
	`<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>` +
	`<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>` +
	`<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>`
