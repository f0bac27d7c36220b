package docx

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/flate"
)

// dosEpoch is 1 January 1980, the zip format's first day: parts carry no time of their own. Zero would be month 0.
const dosEpoch = 0x21

// level is the deflate level. XML is so repetitive that level 1 is within a tenth of the size of level 6, at a third of its time.
const level = flate.BestSpeed

// A pack collects the parts of the package, compressed, until their order is known: the document part tells which
// relationships and styles there are, but a reader wants the content types first.
type pack struct {
	parts   []part
	deflate *flate.Writer
	size    countWriter
	scratch []byte
}

// A part is one entry of the zip file.
type part struct {
	name   string
	kind   string // content type; "" where the extension says it
	data   []byte
	method uint16
	crc    uint32
	size   uint64
}

// countWriter passes the uncompressed bytes to the compressor and keeps their sum and length.
type countWriter struct {
	to  io.Writer
	crc uint32
	n   uint64
}

func (c *countWriter) Write(b []byte) (int, error) {
	c.crc = crc32.Update(c.crc, crc32.IEEETable, b)
	c.n += uint64(len(b))
	return c.to.Write(b)
}

// xml adds a part that write fills.
func (p *pack) xml(name, kind string, write func(*xmlWriter)) error {
	var data bytes.Buffer
	if err := p.start(&data); err != nil {
		return err
	}
	x := newXML(&p.size, p.scratch)
	write(x)
	if err := x.done(); err != nil {
		return err
	}
	p.scratch = x.buf
	if err := p.deflate.Close(); err != nil {
		return err
	}
	p.parts = append(p.parts, part{name, kind, data.Bytes(), zip.Deflate, p.size.crc, p.size.n})
	return nil
}

func (p *pack) start(to *bytes.Buffer) (err error) {
	if p.deflate == nil {
		p.deflate, err = flate.NewWriter(to, level)
	} else {
		p.deflate.Reset(to)
	}
	p.size = countWriter{to: p.deflate}
	return err
}

// deflated adds a part of bytes whose extension tells its type.
func (p *pack) deflated(name string, content []byte) error {
	var data bytes.Buffer
	if err := p.start(&data); err != nil {
		return err
	}
	if _, err := p.size.Write(content); err != nil {
		return err
	}
	if err := p.deflate.Close(); err != nil {
		return err
	}
	p.parts = append(p.parts, part{name, "", data.Bytes(), zip.Deflate, p.size.crc, p.size.n})
	return nil
}

// stored adds a part of bytes that are compressed already: pictures.
func (p *pack) stored(name, kind string, data []byte) {
	p.parts = append(p.parts, part{name, kind, data, zip.Store, crc32.ChecksumIEEE(data), uint64(len(data))})
}

// writeTo writes the zip file. Entries are made by CreateRaw, with sums and sizes before the data: a stored entry with a
// data descriptor is refused by LibreOffice 24.8, and CreateHeader would give every entry one.
func (p *pack) writeTo(w io.Writer) error {
	z := zip.NewWriter(w)
	for i := range p.parts {
		if err := p.parts[i].writeTo(z); err != nil {
			return err
		}
	}
	return z.Close()
}

func (p *part) writeTo(z *zip.Writer) error {
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: p.name, Method: p.method, ModifiedDate: dosEpoch, ReaderVersion: 20, CreatorVersion: 20,
		CRC32: p.crc, CompressedSize64: uint64(len(p.data)), UncompressedSize64: p.size,
	})
	if err != nil {
		return err
	}
	_, err = w.Write(p.data)
	return err
}
