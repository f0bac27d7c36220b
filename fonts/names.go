package fonts

import (
	"slices"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// The ids of the name table that are read (OpenType "name").
const (
	nameFamily      = 1
	nameSubfamily   = 2
	nameFull        = 4
	namePostScript  = 6
	nameTypoFamily  = 16
	nameTypoSubfam  = 17
	langEnglishUS   = 0x0409
	platformMac     = 1
	platformWindows = 3
	encodingGBK     = 3 // Windows: PRC
)

type nameRecord struct {
	platform, encoding, lang, id uint16
	data                         []byte
}

// readNames fills the face's names. The table is optional and every record may be broken: what cannot be read is left out.
func (f *Face) readNames() {
	records := nameRecords(f.dir.table(tagOf("name")))
	best := func(ids ...uint16) string {
		for _, id := range ids {
			if s := bestName(records, id); s != "" {
				return s
			}
		}
		return ""
	}
	f.Family = best(nameTypoFamily, nameFamily)
	f.Subfamily = best(nameTypoSubfam, nameSubfamily)
	f.FullName = best(nameFull)
	f.PostScript = best(namePostScript)
	for _, r := range records {
		if r.id != nameTypoFamily && r.id != nameFamily && r.id != nameFull {
			continue
		}
		if s := r.text(); s != "" && !slices.Contains(f.Names, s) {
			f.Names = append(f.Names, s)
		}
	}
}

// nameRecords bounds the number of records, since each is decoded.
func nameRecords(b []byte) []nameRecord {
	if len(b) < 6 {
		return nil
	}
	n := min(int(u16(b, 2)), (len(b)-6)/12, 1000)
	strings := tail(b, uint32(u16(b, 4)))
	out := make([]nameRecord, 0, n)
	for i := range n {
		at := 6 + 12*i
		length, off := int(u16(b, at+8)), int(u16(b, at+10))
		if off+length > len(strings) {
			continue
		}
		out = append(out, nameRecord{u16(b, at), u16(b, at+2), u16(b, at+4), u16(b, at+6), strings[off : off+length]})
	}
	return out
}

// bestName prefers the English name, then any Windows or Unicode one, then any.
func bestName(records []nameRecord, id uint16) string {
	name, rank := "", 0
	for _, r := range records {
		if r.id != id || r.rank() <= rank {
			continue
		}
		if s := r.text(); s != "" {
			name, rank = s, r.rank()
		}
	}
	return name
}

func (r nameRecord) rank() int {
	switch {
	case r.platform == platformWindows && r.lang == langEnglishUS:
		return 3
	case r.platform == platformMac:
		return 1
	}
	return 2
}

func (r nameRecord) text() string {
	switch {
	case r.platform == platformMac:
		return asciiOnly(r.data)
	case r.platform == platformWindows && r.encoding == encodingGBK:
		return gbkName(r.data)
	}
	return utf16Name(r.data)
}

func utf16Name(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = u16(b, 2*i)
	}
	return string(utf16.Decode(units))
}

// gbkName: old Chinese faces store GBK, one or two bytes a character, single bytes led by a zero byte.
func gbkName(b []byte) string {
	packed := slices.DeleteFunc(slices.Clone(b), func(c byte) bool { return c == 0 })
	s, err := simplifiedchinese.GBK.NewDecoder().Bytes(packed)
	if err != nil {
		return ""
	}
	return string(s)
}

// asciiOnly reads Mac Roman as far as it is ASCII; other Mac encodings repeat what the Windows records say.
func asciiOnly(b []byte) string {
	for _, c := range b {
		if c < 0x20 || c > 0x7E {
			return ""
		}
	}
	return string(b)
}
