// Command unlicensed writes a DOCX with unioffice, with a header of its own. It is a program because unioffice behaves
// otherwise under "go test": it looks whether the flag test.v exists.
package main

import (
	"log"
	"os"

	"github.com/unidoc/unioffice/document"
	"github.com/unidoc/unioffice/schema/soo/wml"
)

func main() {
	if err := write(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func write(name string) error {
	d := document.New()
	header := d.AddHeader()
	header.AddParagraph().AddRun().AddText("郑州市二七区政务服务中心")
	d.BodySection().SetHeader(header, wml.ST_HdrFtrDefault)
	d.AddParagraph().AddRun().AddText("本年度未收取信息处理费。")
	return d.SaveToFile(name)
}
