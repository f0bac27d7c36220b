package pdf

import (
	"bytes"
	"encoding/binary"
	"io"
	"slices"

	"github.com/klauspost/compress/zlib"
)

// maxProfile bounds a profile that a PNG has compressed: those of presses have two or three megabytes.
const maxProfile = 16 << 20

// sourceProfile: an ICC profile that a picture of such colours may have: input, display, output or colour space (ISO 32000-1
// 8.6.5.5), of a version below 5 (ISO 19005-2 6.2.4.2). One that is not is left out, as all programs do.
func sourceProfile(b []byte, space colourSpace) bool {
	return iccHead(b) && profileSpace(b) == space && slices.Contains([]string{"scnr", "mntr", "prtr", "spac"}, string(b[12:16])) && iccTags(b)
}

// iccTags: the table of tags and what it leads to lie inside the profile (ICC.1 7.3).
func iccTags(b []byte) bool {
	const head, entry = 128, 12
	if len(b) < head+4 {
		return false
	}
	n := int64(binary.BigEndian.Uint32(b[head:]))
	if head+4+n*entry > int64(len(b)) {
		return false
	}
	for i := range n {
		at := b[head+4+i*entry:]
		if int64(binary.BigEndian.Uint32(at[4:]))+int64(binary.BigEndian.Uint32(at[8:])) > int64(len(b)) {
			return false
		}
	}
	return true
}

// pngProfile gives the profile of an iCCP chunk (PNG 11.3.2.3): a name, a zero byte, the method 0, and a zlib stream. nil where there
// is none that can be used.
func pngProfile(chunk []byte) []byte {
	_, packed, ok := bytes.Cut(chunk, []byte{0})
	if !ok || len(packed) == 0 || packed[0] != 0 {
		return nil
	}
	z, err := zlib.NewReader(bytes.NewReader(packed[1:]))
	if err != nil {
		return nil
	}
	profile, err := io.ReadAll(io.LimitReader(z, maxProfile))
	if err != nil || !sourceProfile(profile, rgb) {
		return nil
	}
	return profile
}

// pictureProfile gives the profile that colours of p carry: their own, or where they are sRGB what stands for it; 0 where device
// colours say it. A picture with the profile of the press has the press's own colours.
func (w *writer) pictureProfile(p *picture) ref {
	switch {
	case p.profile != nil && w.print != nil && bytes.Equal(p.profile, w.print.Profile):
		return 0
	case p.profile != nil:
		return w.writeProfile(p.profile, p.componentSpace())
	case p.space == rgb || p.space == indexed:
		return w.rgbProfile()
	}
	return 0
}

// componentSpace is the space that samples, or the entries of a palette, are in.
func (p *picture) componentSpace() colourSpace {
	if p.space == indexed {
		return rgb
	}
	return p.space
}
