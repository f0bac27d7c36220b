package pdfcheck

import (
	"bytes"
	"compress/zlib"
	"io"
)

// Decode gives the data of a stream. Image files stay as they are.
func (f *File) Decode(s *Stream) ([]byte, error) {
	switch f.Name(s.Dict.Get("Filter")) {
	case "", "DCTDecode":
		return s.Raw, nil
	case "FlateDecode":
	default:
		return nil, &Fault{"filter", "stream", "neither Flate nor DCT"}
	}
	r, err := zlib.NewReader(bytes.NewReader(s.Raw))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	parms := f.Dict(s.Dict.Get("DecodeParms"))
	if p, _ := f.Int(parms.Get("Predictor")); p < 10 {
		return data, nil
	}
	return unpredict(data, rowLength(f, parms), pixelLength(f, parms))
}

func rowLength(f *File, parms Dict) int {
	columns, _ := f.Int(parms.Get("Columns"))
	return (columns*sampleBits(f, parms) + 7) / 8
}

func pixelLength(f *File, parms Dict) int { return max(1, sampleBits(f, parms)/8) }

func sampleBits(f *File, parms Dict) int {
	colors, ok := f.Int(parms.Get("Colors"))
	if !ok {
		colors = 1
	}
	bits, ok := f.Int(parms.Get("BitsPerComponent"))
	if !ok {
		bits = 8
	}
	return colors * bits
}

// unpredict undoes PNG's filters (PNG 9.2).
func unpredict(data []byte, row, pixel int) ([]byte, error) {
	if row <= 0 || len(data)%(row+1) != 0 {
		return nil, &Fault{"filter", "stream", "data are not whole rows"}
	}
	out := make([]byte, 0, len(data))
	above := make([]byte, row)
	for ; len(data) > 0; data = data[row+1:] {
		line := append([]byte(nil), data[1:row+1]...)
		for i := range line {
			var left, corner byte
			if i >= pixel {
				left, corner = line[i-pixel], above[i-pixel]
			}
			switch data[0] {
			case 0:
			case 1:
				line[i] += left
			case 2:
				line[i] += above[i]
			case 3:
				line[i] += byte((int(left) + int(above[i])) / 2)
			case 4:
				line[i] += paeth(left, above[i], corner)
			default:
				return nil, &Fault{"filter", "stream", "unknown row filter"}
			}
		}
		out, above = append(out, line...), line
	}
	return out, nil
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	if pa <= pb && pa <= pc {
		return a
	}
	if pb <= pc {
		return b
	}
	return c
}

func abs(n int) int { return max(n, -n) }
