package pdfread

import (
	"bytes"
	"io"

	"github.com/klauspost/compress/zlib"
)

// decode gives the data of a stream: as they are, or unpacked from FlateDecode. Other filters are for pictures and for files
// that are none of ours.
func (f *File) decode(s *stream) ([]byte, bool) {
	filters, parms := f.list(s.dict.get("Filter")), f.list(s.dict.get("DecodeParms"))
	data := s.raw
	if len(filters) > 4 {
		return nil, false
	}
	for i, filter := range filters {
		if n := f.name(filter); n != "FlateDecode" {
			return nil, false
		}
		var ok bool
		if data, ok = f.inflate(data); !ok {
			return nil, false
		}
		if i < len(parms) {
			if data, ok = f.predicted(data, f.dict(parms[i])); !ok {
				return nil, false
			}
		}
	}
	return data, true
}

// list gives an array, or what is none as an array of one.
func (f *File) list(o object) array {
	switch o := f.resolve(o).(type) {
	case nil:
		return nil
	case array:
		return o
	default:
		return array{o}
	}
}

// inflate unpacks a zlib stream, as far as the bound for the whole file allows.
func (f *File) inflate(raw []byte) ([]byte, bool) {
	r, err := zlib.NewReader(bytes.NewReader(raw))
	if err != nil {
		return nil, false
	}
	left := maxDecoded - f.decoded
	data, err := io.ReadAll(io.LimitReader(r, int64(left)+1))
	f.decoded += len(data)
	return data, err == nil && len(data) <= left
}

// predicted undoes the predictors of PNG (ISO 32000-1 7.4.4.4).
func (f *File) predicted(data []byte, parms dict) ([]byte, bool) {
	kind, ok := f.int(parms.get("Predictor"))
	if !ok || kind == 1 {
		return data, true
	}
	bits := f.or(parms.get("Colors"), 1) * f.or(parms.get("BitsPerComponent"), 8)
	columns := f.or(parms.get("Columns"), 1)
	if kind < 10 || bits < 1 || bits > 32*16 || columns < 1 || columns > 1<<24 {
		return nil, false
	}
	return unpredict(data, (columns*bits+7)/8, max(1, bits/8))
}

func (f *File) or(o object, otherwise int) int {
	if n, ok := f.int(o); ok {
		return n
	}
	return otherwise
}

// unpredict undoes PNG's row filters (PNG 9.2), in place.
func unpredict(data []byte, row, pixel int) ([]byte, bool) {
	if len(data)%(row+1) != 0 {
		return nil, false
	}
	out := data[:0]
	above := make([]byte, row)
	for ; len(data) > 0; data = data[row+1:] {
		line := data[1 : row+1]
		if !unfilter(data[0], line, above, pixel) {
			return nil, false
		}
		copy(above, line)
		out = append(out, line...)
	}
	return out, true
}

func unfilter(kind byte, line, above []byte, pixel int) bool {
	for i := range line {
		var left, corner byte
		if i >= pixel {
			left, corner = line[i-pixel], above[i-pixel]
		}
		switch kind {
		case 0:
			return true
		case 1:
			line[i] += left
		case 2:
			line[i] += above[i]
		case 3:
			line[i] += byte((int(left) + int(above[i])) / 2)
		case 4:
			line[i] += paeth(left, above[i], corner)
		default:
			return false
		}
	}
	return true
}

// paeth chooses of its arguments the nearest to a + b - c.
func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int { return max(n, -n) }
