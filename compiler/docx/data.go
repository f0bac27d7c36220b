package docx

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"unicode/utf8"

	"github.com/banxin-go/banxin/compiler/printed"
)

// DataNamespace is that of the custom XML part in which a document carries its data:
//
//	<data xmlns="…" printed="…">{"agency": …}</data>
//
// printed is printed.Document.Hash of what the document shows when it is written. The text is the data itself, or, where XML
// cannot hold it, its base64 with encoding="base64".
const DataNamespace = "https://github.com/banxin-go/banxin/data"

const (
	nsStore   = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
	kindStore = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
)

// dataParts writes the data as a custom XML part (ISO/IEC 29500-1 15.2.4), which Word and LibreOffice keep when they save.
func (p *writer) dataParts() error {
	if p.opts.Data == nil {
		return nil
	}
	p.relate(relation{relOffice + "customXml", "../customXml/item1.xml", false})
	steps := []struct {
		name, kind string
		write      func(*xmlWriter)
	}{
		{"customXml/item1.xml", "", p.dataPart},
		{"customXml/itemProps1.xml", kindStore, p.storePart},
		{"customXml/_rels/item1.xml.rels", "", func(x *xmlWriter) {
			writeRelations(x, []relation{{relOffice + "customXmlProps", "itemProps1.xml", false}})
		}},
	}
	for _, s := range steps {
		if err := p.part(s.name, s.kind, "", s.write); err != nil {
			return err
		}
	}
	return nil
}

func (p *writer) dataPart(x *xmlWriter) {
	x.open("data").attr("xmlns", DataNamespace).attr("printed", printed.Of(p.doc).Hash())
	if holds(p.opts.Data) {
		x.text(string(p.opts.Data))
	} else {
		x.attr("encoding", "base64").text(base64.StdEncoding.EncodeToString(p.opts.Data))
	}
	x.close()
}

// holds says whether XML gives the data back byte for byte: a carriage return becomes a line feed, some characters cannot
// stand in it at all.
func holds(data []byte) bool {
	return utf8.Valid(data) && !bytes.ContainsFunc(data, func(r rune) bool {
		return r != '\n' && r != '\t' && (r < ' ' || r == 0x7F || r >= 0x80 && forbidden(r))
	})
}

// storePart names the part. Its number is made of the data, so that the same document gives the same bytes.
func (p *writer) storePart(x *xmlWriter) {
	h := sha256.Sum256(p.opts.Data)
	x.open("ds:datastoreItem").attr("ds:itemID", fmt.Sprintf("{%X-%X-%X-%X-%X}", h[:4], h[4:6], h[6:8], h[8:10], h[10:16])).attr("xmlns:ds", nsStore)
	x.open("ds:schemaRefs").open("ds:schemaRef").attr("ds:uri", DataNamespace).close().close()
	x.close()
}
