package compiler_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"time"

	"github.com/banxin-go/banxin/compiler"
	"github.com/banxin-go/banxin/compiler/pdf"
	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
	"github.com/banxin-go/banxin/report"
)

// notice is a document of a few lines with a seal.
type notice struct{}

func (notice) Check() report.Problems { return nil }

func (notice) Document() *doc.Document {
	return &doc.Document{
		Meta: doc.Meta{Title: "关于开展年度档案检查的通知", Author: "云州市档案局", Date: time.Date(2025, 3, 3, 0, 0, 0, 0, time.UTC)},
		Sections: []doc.Section{{Blocks: []doc.Block{
			&doc.Heading{Text: text("关于开展年度档案检查的通知")},
			&doc.Paragraph{Text: text("定于4月上旬对各单位年度归档情况进行检查，请做好准备。")},
			&doc.Signature{Names: []string{"云州市档案局"}, Date: "2025年3月3日", Seal: &doc.Seal{Data: redDisc(), Alt: "云州市档案局印章"}},
		}}},
	}
}

// redDisc stands for the print of a seal, which a program reads from a file.
func redDisc() []byte {
	const r = 100
	im := image.NewNRGBA(image.Rect(0, 0, 2*r, 2*r))
	for y := range 2 * r {
		for x := range 2 * r {
			if d := (x-r)*(x-r) + (y-r)*(y-r); d < r*r && d > 90*90 {
				im.SetNRGBA(x, y, color.NRGBA{R: 0xD7, A: 0xFF})
			}
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		return nil
	}
	return b.Bytes()
}

// One document as the file for archives and readers, and as the one for the press: PDF/X-4 with 3 mm of bleed and crop marks, in black
// ink alone. A press of four inks has a profile of its own, which its printer names: Profile and Condition.
func ExampleOutput_WritePDF_press() {
	set, _ := bundled.Set()
	out, err := compiler.Compile(context.Background(), notice{}, &compiler.Options{Fonts: set})
	if err != nil {
		fmt.Println(err)
		return
	}
	var archive, press bytes.Buffer
	if err := out.WritePDF(&archive, nil); err != nil {
		fmt.Println(err)
	}
	if err := out.WritePDF(&press, &pdf.Options{Print: &pdf.Print{Bleed: 3 * unit.MM, Marks: true}}); err != nil {
		fmt.Println(err)
	}
	for _, file := range []*bytes.Buffer{&archive, &press} {
		fmt.Printf("%.8s, PDF/A %v, PDF/UA %v, PDF/X-4 %v\n", file, bytes.Contains(file.Bytes(), []byte("<pdfaid:part>2<")),
			bytes.Contains(file.Bytes(), []byte("<pdfuaid:part>1<")), bytes.Contains(file.Bytes(), []byte("PDF/X-4")))
	}
	// Output:
	// %PDF-1.7, PDF/A true, PDF/UA true, PDF/X-4 false
	// %PDF-1.6, PDF/A true, PDF/UA true, PDF/X-4 true
}

// sealServer stands for a device outside of the program: it is given what the signature covers and answers with a container in DER.
type sealServer struct{}

func (sealServer) Sign(covered io.Reader) ([]byte, error) {
	digest := sha256.New() // SM3 for a device of SM2
	if _, err := io.Copy(digest, covered); err != nil {
		return nil, err
	}
	return append([]byte{0x04, sha256.Size}, digest.Sum(nil)...), nil // a real one answers with a CMS SignedData
}

// A signature field where the seal is, left empty and signed later: when the file has been approved, by another program, elsewhere.
func ExampleOutput_WritePDF_signature() {
	set, _ := bundled.Set()
	out, err := compiler.Compile(context.Background(), notice{}, &compiler.Options{Fonts: set})
	if err != nil {
		fmt.Println(err)
		return
	}
	field := &pdf.Signing{Name: "云州市档案局", Page: -1, Size: 8 << 10}
	for _, item := range out.Pages.Paint(out.Pages.Count - 1).Items {
		if seal, ok := item.(*display.Image); ok {
			field.Box = seal.Box
		}
	}
	var empty, signed bytes.Buffer
	if err := out.WritePDF(&empty, &pdf.Options{Sign: field}); err != nil {
		fmt.Println(err)
		return
	}
	if err := pdf.Sign(bytes.NewReader(empty.Bytes()), int64(empty.Len()), &signed, sealServer{}); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(field.Box.W.Decimal(), signed.Len() == empty.Len(), bytes.Contains(signed.Bytes(), []byte("/SubFilter/adbe.pkcs7.detached")))
	// Output: 119.0551 true true
}
