package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"

	"github.com/banxin-go/banxin/layout/display"
)

// Signer makes signatures: a key in a file, a card, a seal server. Digests (SHA-256, SM3), keys and certificates are its own
// affair; this package never sees them.
type Signer interface {
	// Sign reads covered to its end, all bytes of the file but the signature itself, and returns the container that the
	// SubFilter names, in DER. For adbe.pkcs7.detached and ETSI.CAdES.detached that is a CMS SignedData without content (RFC
	// 5652); ISO 19005-2 6.4.3 wants the signer's certificate in it, and exactly one SignerInfo.
	Sign(covered io.Reader) ([]byte, error)
}

// ErrUnread says that a Signer has returned without reading all that its signature is to cover.
var ErrUnread = errors.New("pdf: the signer has not read all bytes to be signed")

// ErrNoSignature says that a Signer has returned nothing, and no error either.
var ErrNoSignature = errors.New("pdf: the signer has returned no signature")

// SizeError says that a signature does not fit into the place reserved for it.
type SizeError struct {
	Needed, Reserved int // in bytes of DER
}

func (e *SizeError) Error() string {
	return fmt.Sprintf("pdf: the signature has %d bytes, %d are reserved (Signing.Size)", e.Needed, e.Reserved)
}

// FieldError says that a file has no empty signature field made by this package, or is signed already, or has several fields.
type FieldError struct {
	Fields int // how many empty ones were found
}

func (e *FieldError) Error() string {
	return fmt.Sprintf("pdf: %d empty signature fields, want one", e.Fields)
}

// Sign signs a file of size bytes that Write has made with an empty signature field, and writes the signed file to w: as long
// as r, and different only in the signature and what leads to it. It keeps nothing in memory but the signature, and reads r
// three times: to find the field, for the signer, for w.
//
// Errors: *FieldError, *SizeError, *LimitError from 2 GiB on, ErrUnread, ErrNoSignature, and those of r, of s and of w as they are. w gets nothing before s
// has signed.
func Sign(r io.ReaderAt, size int64, w io.Writer, s Signer) error {
	if size > math.MaxInt32 {
		return &LimitError{Fault: BadSigning, Page: -1, Text: "file of 2 GiB or more"} // ISO 19005-2 6.1.13: ByteRange has whole numbers
	}
	f, err := findField(r, size)
	if err != nil {
		return err
	}
	covered := &fullReader{r: io.MultiReader(f.before(), f.after()), left: size - (f.to - f.from)}
	signature, err := s.Sign(covered)
	switch {
	case covered.err != nil:
		return covered.err
	case err != nil:
		return err
	case covered.left > 0:
		return ErrUnread
	case len(signature) == 0:
		return ErrNoSignature
	case len(signature) > f.reserved():
		return &SizeError{Needed: len(signature), Reserved: f.reserved()}
	}
	signed := io.MultiReader(f.before(), bytes.NewReader(f.contents(signature)), f.after())
	_, err = io.Copy(w, &fullReader{r: signed, left: size})
	return err
}

// writeSigned writes the file with an empty field to memory first: what is signed is all of it, its end as well.
func writeSigned(w io.Writer, d *display.Document, o *Options) error {
	field := *o.Sign
	field.Signer = nil
	empty := *o
	empty.Sign = &field
	var b bytes.Buffer
	if err := Write(&b, d, &empty); err != nil {
		return err
	}
	return Sign(bytes.NewReader(b.Bytes()), int64(b.Len()), w, o.Sign.Signer)
}

// fullReader passes r on and wants left more bytes of it: a file that ends early would give a signature of something else.
type fullReader struct {
	r    io.Reader
	left int64
	err  error
}

func (f *fullReader) Read(b []byte) (int, error) {
	n, err := f.r.Read(b)
	f.left -= int64(n)
	if err == io.EOF && f.left > 0 {
		err = io.ErrUnexpectedEOF
	}
	if err != nil && err != io.EOF {
		f.err = err
	}
	return n, err
}

// The widget ends with its value, a reference, and right behind it stands the value, the signature dictionary. As long as
// nothing is signed both are comments, and the dictionary's object is null; blanks in the place of what makes them so bring them
// to life:
//
//	… /F 132%/V 50 0 R              … /F 132 /V 50 0 R
//	>>                              >>
//	endobj                          endobj
//	50 0 obj                        50 0 obj
//	null
//	%<</Type/Sig/ByteRange[0 …            <</Type/Sig/ByteRange[0 …
//
// So for every other program an empty field is one, no object moves when it is signed, and all that has to be found again stands
// before any text of a caller's. A V that points to null would do by ISO 32000-1 7.3.9, but there are programs that take it for
// signed.
const (
	asleep     = "null\n%"
	awake      = "      "
	fieldStart = "<</Type/Sig/ByteRange[0 "
	fieldEnd   = "]/Contents"
	rangeWidth = 10 // digits of 2³¹, so that the length of the file need not be known
)

// field is a place for a signature in a file.
type field struct {
	file     io.ReaderAt
	size     int64
	num      ref   // of the signature dictionary
	at       int64 // where the widget's V begins
	from, to int64 // of the signature: its < and what follows its >
}

// head is what stands before the signature, from at on. Its length does not depend on from, to and size.
func (f *field) head(signed bool) []byte {
	value, null := "%", asleep
	if signed {
		value, null = " ", awake
	}
	b := fmt.Appendf(nil, "%s/V %d 0 R\n>>\nendobj\n%d 0 obj\n%s%s", value, f.num, f.num, null, fieldStart)
	b = appendPadded(b, f.from)
	b = appendPadded(append(b, ' '), f.to)
	b = appendPadded(append(b, ' '), f.size-f.to)
	return append(b, fieldEnd...)
}

// appendPadded appends n with spaces before it.
func appendPadded(b []byte, n int64) []byte {
	digits := strconv.FormatInt(n, 10)
	for range rangeWidth - len(digits) {
		b = append(b, ' ')
	}
	return append(b, digits...)
}

func (f *field) before() io.Reader {
	return io.MultiReader(io.NewSectionReader(f.file, 0, f.at), bytes.NewReader(f.head(true)))
}

func (f *field) after() io.Reader { return io.NewSectionReader(f.file, f.to, f.size-f.to) }

// reserved is the room for a signature in bytes.
func (f *field) reserved() int { return int(f.to-f.from-2) / 2 }

// contents is the signature as a string in hex, filled up with noughts.
func (f *field) contents(signature []byte) []byte {
	b := bytes.Repeat([]byte{'0'}, int(f.to-f.from))
	b[0], b[len(b)-1] = '<', '>'
	for i, c := range signature {
		b[1+2*i], b[2+2*i] = hexDigits[c>>4], hexDigits[c&15]
	}
	return b
}
