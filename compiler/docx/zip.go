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

// A pack collects the parts of the package, compressed, until their order is known: the document part tells which
// relationships and styles there are, but a reader wants the content types first.
type pack struct {
	parts   []part
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
	to  io.WriteCloser
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
	return p.deflated(name, kind, func(w io.Writer) error {
		x := newXML(w, p.scratch)
		write(x)
		p.scratch = x.buf
		return x.done()
	})
}

// deflated adds a part that write fills. The compressor is the one that keeps nothing between blocks: it costs 2 % of size
// and saves the 0.8 MB that others set up for each document, most of which is smaller than that.
func (p *pack) deflated(name, kind string, write func(io.Writer) error) error {
	var data bytes.Buffer
	size := countWriter{to: flate.NewStatelessWriter(&data)}
	if err := write(&size); err != nil {
		return err
	}
	if err := size.to.Close(); err != nil {
		return err
	}
	p.parts = append(p.parts, part{name, kind, data.Bytes(), zip.Deflate, size.crc, size.n})
	return nil
}

// bytes adds a part of bytes that are worth compressing.
func (p *pack) bytes(name string, data []byte) error {
	return p.deflated(name, "", func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
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
		//lint:ignore SA1019 the DOS date itself is meant: Modified would add an extra field with a Unix time
		Name: p.name, Method: p.method, ModifiedDate: dosEpoch, ReaderVersion: 20, CreatorVersion: 20,
		CRC32: p.crc, CompressedSize64: uint64(len(p.data)), UncompressedSize64: p.size,
	})
	if err != nil {
		return err
	}
	_, err = w.Write(p.data)
	return err
}
