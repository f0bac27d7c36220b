package subset

import (
	"cmp"
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// nameRecord is an entry of a name table.
type nameRecord struct {
	platform, encoding, language, id uint16
	text                             []byte
}

// Identifiers of names (OpenType 1.9, name).
const (
	nameCopyright  = 0
	nameFamily     = 1
	nameStyle      = 2
	nameUnique     = 3
	nameFull       = 4
	nameVersion    = 5
	namePostScript = 6
	nameLicence    = 13
	nameLicenceURL = 14
	nameTypoFamily = 16
	nameTypoStyle  = 17
)

// cutNames copies the names that programs choose fonts by, the copyright and the licence; names
// replaces those it gives.
func (f *Font) cutNames(names *Names) []byte {
	records := slices.DeleteFunc(readNames(f.name), func(r nameRecord) bool {
		switch r.id {
		case nameCopyright, nameVersion, nameLicence, nameLicenceURL:
			return false
		case nameFamily, nameStyle, nameUnique, nameFull, namePostScript, nameTypoFamily, nameTypoStyle:
			return names != nil
		}
		return true
	})
	if names != nil {
		records = append(records, names.records()...)
	}
	slices.SortStableFunc(records, compareNames)
	return writeNames(records)
}

// records are in the form that Windows reads, for English, the language that all programs look for.
func (n *Names) records() []nameRecord {
	record := func(id uint16, text string) nameRecord { return nameRecord{3, 1, 0x0409, id, utf16Text(text)} }
	return []nameRecord{
		record(nameFamily, n.Family),
		record(nameStyle, n.Style),
		record(nameUnique, n.PostScript),
		record(nameFull, n.Family+" "+n.Style),
		record(namePostScript, n.PostScript),
	}
}

func compareNames(a, b nameRecord) int {
	return cmp.Or(cmp.Compare(a.platform, b.platform), cmp.Compare(a.encoding, b.encoding),
		cmp.Compare(a.language, b.language), cmp.Compare(a.id, b.id))
}

func utf16Text(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.BigEndian.AppendUint16(out, u)
	}
	return out
}

// readNames lists a name table's records as far as they are whole. Languages above 0x7FFF are texts
// of format 1, which we do not copy.
func readNames(b []byte) []nameRecord {
	if len(b) < 6 {
		return nil
	}
	be := binary.BigEndian
	texts := min(int(be.Uint16(b[4:])), len(b))
	var records []nameRecord
	for i := range int(be.Uint16(b[2:])) {
		if 6+12*i+12 > len(b) {
			break
		}
		r := b[6+12*i:]
		from := texts + int(be.Uint16(r[10:]))
		to := from + int(be.Uint16(r[8:]))
		if to > len(b) || be.Uint16(r[4:]) > 0x7FFF {
			continue
		}
		records = append(records, nameRecord{be.Uint16(r), be.Uint16(r[2:]), be.Uint16(r[4:]), be.Uint16(r[6:]), b[from:to]})
	}
	return records
}

// writeNames writes a name table of format 0. Texts that would begin behind 64 KiB are left out.
func writeNames(records []nameRecord) []byte {
	size := 0
	records = slices.DeleteFunc(records, func(r nameRecord) bool {
		size += len(r.text)
		return size > 0xFFFF
	})
	be := binary.BigEndian
	out := be.AppendUint16([]byte{0, 0}, uint16(len(records)))
	out = be.AppendUint16(out, uint16(6+12*len(records)))
	var texts []byte
	for _, r := range records {
		for _, v := range [...]int{int(r.platform), int(r.encoding), int(r.language), int(r.id), len(r.text), len(texts)} {
			out = be.AppendUint16(out, uint16(v))
		}
		texts = append(texts, r.text...)
	}
	return append(out, texts...)
}
