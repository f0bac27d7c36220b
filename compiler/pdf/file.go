package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"hash/adler32"
	"io"
	"strconv"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zlib"
)

// file writes indirect objects in the order in which they come. What it keeps is the places of objects, the object streams
// being filled and a buffer; the first error sticks, and finish returns it.
type file struct {
	w        io.Writer
	plain    bool
	err      error
	hash     hash.Hash // of everything written: the file's ID
	out      buffer    // not yet written
	written  int64     // bytes that went to w
	places   places
	pack     objectStream
	grids    [gridKinds]objectStream
	zip      *zlib.Writer  // for large files, one for all streams; nil: each stream is compressed quickly, without tables to keep
	outlines *flate.Writer // for font programs of small files
	deflated bytes.Buffer
	whole    []byte // an object stream's head and objects
}

// outSize is how much is collected before it goes to the writer.
const outSize = 16 << 10

// thoroughLevel is the Flate level for large files, by measurement: it makes a table of 20,000 rows 15 % smaller than quick
// compression, and keeps tables of a megabyte. A report of a few pages is mostly fonts; they would become 7 % smaller in
// more than twice the time.
const thoroughLevel = 6

// maxObjects is the most indirect objects that ISO 19005-2 6.1.13 allows.
const maxObjects = 8_388_607

// newFile begins a file: the header, and a comment that shows it to be binary (ISO 19005-2 6.1.2).
func newFile(w io.Writer, version string, plain, thorough bool) *file {
	f := &file{w: w, plain: plain, hash: sha256.New(), places: places{count: 1}}
	for i := range f.grids {
		f.grids[i].gridded = true
	}
	f.out.b = append(make([]byte, 0, outSize+outSize/2), "%PDF-"+version+"\n%\xE7\x89\x88\xE5\xBF\x83\n"...)
	if thorough && !plain {
		f.zip, f.err = zlib.NewWriterLevel(&f.deflated, thoroughLevel)
	}
	f.deflated.Grow(3 * outSize)
	return f
}

// reserve hands out n numbers in a row and returns the first.
func (f *file) reserve(n int) ref {
	first := f.places.count
	if n < 0 || first+n > maxObjects {
		f.check(&LimitError{Fault: ManyObjects, Page: -1})
		return ref(first)
	}
	f.places.count += n
	return ref(first)
}

// add writes an object under a new number.
func (f *file) add(fill func(value)) ref {
	id := f.reserve(1)
	f.object(id, fill)
	return id
}

// object writes the object id, which is no stream.
func (f *file) object(id ref, fill func(value)) { f.packInto(&f.pack, id, fill) }

// alike is object for one of many objects that look alike; kind says which kind.
func (f *file) alike(kind int, id ref, fill func(value)) { f.packInto(&f.grids[kind], id, fill) }

// stream writes the stream id, compressed unless the file is plain. fill adds to its dictionary.
func (f *file) stream(id ref, fill func(dict), data []byte) { f.compressed(id, fill, data, f.quickly) }

// program is stream for a font program. Outlines hardly repeat: without a search for what comes again they are an eighth larger, and a
// report takes a tenth less time.
func (f *file) program(id ref, fill func(dict), data []byte) { f.compressed(id, fill, data, f.huffman) }

func (f *file) compressed(id ref, fill func(dict), data []byte, quick func([]byte)) {
	if f.err != nil {
		return
	}
	if f.plain {
		f.raw(id, fill, data)
		return
	}
	f.raw(id, func(d dict) {
		d.key("Filter").name("FlateDecode")
		fill(d)
	}, f.deflate(data, quick))
}

// deflate gives data as a zlib stream (RFC 1950), which is what FlateDecode means; it is good until the next call.
func (f *file) deflate(data []byte, quick func([]byte)) []byte {
	f.deflated.Reset()
	if f.zip != nil {
		f.zip.Reset(&f.deflated)
		_, err := f.zip.Write(data)
		f.check(err)
		f.check(f.zip.Close())
		return f.deflated.Bytes()
	}
	f.deflated.Write([]byte{0x78, 0x01})
	quick(data)
	return binary.BigEndian.AppendUint32(f.deflated.Bytes(), adler32.Checksum(data))
}

func (f *file) quickly(data []byte) { f.check(flate.StatelessDeflate(&f.deflated, data, true, nil)) }

func (f *file) huffman(data []byte) {
	if f.outlines == nil {
		z, err := flate.NewWriter(&f.deflated, flate.HuffmanOnly)
		if f.check(err); err != nil {
			return
		}
		f.outlines = z
	} else {
		f.outlines.Reset(&f.deflated)
	}
	_, err := f.outlines.Write(data)
	f.check(err)
	f.check(f.outlines.Close())
}

// deflateAll is deflate for data of which piece appends some more at each call, until there are none.
func (f *file) deflateAll(piece func([]byte) []byte) []byte {
	data := f.whole[:0]
	if f.zip == nil {
		for n := -1; n < len(data); data = piece(data) {
			n = len(data)
		}
		return f.deflate(data, f.quickly)
	}
	f.deflated.Reset()
	f.zip.Reset(&f.deflated)
	for data = piece(data); len(data) > 0; data = piece(data[:0]) {
		_, err := f.zip.Write(data)
		f.check(err)
	}
	f.check(f.zip.Close())
	return f.deflated.Bytes()
}

// raw writes the stream id with data as they are.
func (f *file) raw(id ref, fill func(dict), data []byte) {
	if f.err != nil {
		return
	}
	f.begin(id)
	value{&f.out}.dict(func(d dict) {
		d.key("Length").int(len(data))
		fill(d)
	})
	f.out.b = append(f.out.b, "\nstream\n"...)
	f.bulk(data)
	f.out.b = append(f.out.b, streamEnd(data)...)
	f.end()
}

// streamEnd is what comes after the data of a stream. Where these end in CR, a lone LF would make the two one end of line, and
// Length would not lead to it (ISO 19005-2 6.1.7.1).
func streamEnd(data []byte) string {
	if bytes.HasSuffix(data, []byte{'\r'}) {
		return "\r\nendstream"
	}
	return "\nendstream"
}

// bulk adds the data of a stream; what is larger than the buffer goes past it.
func (f *file) bulk(data []byte) {
	if len(f.out.b)+len(data) <= cap(f.out.b) {
		f.out.b = append(f.out.b, data...)
		return
	}
	f.flush()
	f.send(data)
}

func (f *file) begin(id ref) {
	f.places.set(id, offsetPlace(f.offset()))
	f.out.b = strconv.AppendInt(f.out.b, int64(id), 10)
	f.out.b = append(f.out.b, " 0 obj\n"...)
}

func (f *file) end() {
	f.out.b = append(f.out.b, "\nendobj\n"...)
	if len(f.out.b) >= outSize {
		f.flush()
	}
}

func (f *file) offset() int64 { return f.written + int64(len(f.out.b)) }

// flush hands the buffer on.
func (f *file) flush() {
	f.check(f.out.err)
	if f.err != nil {
		return
	}
	f.send(f.out.b)
	f.out.b = f.out.b[:0]
}

// send writes and hashes. A writer that takes less than it was given without saying why breaks its contract; the file
// would be cut, so that is an error too.
func (f *file) send(data []byte) {
	if f.err != nil {
		return
	}
	f.hash.Write(data)
	n, err := f.w.Write(data)
	if err == nil && n != len(data) {
		err = io.ErrShortWrite
	}
	f.check(err)
	f.written += int64(n)
}

// check keeps the first error.
func (f *file) check(err error) {
	if f.err == nil {
		f.err = err
	}
}
