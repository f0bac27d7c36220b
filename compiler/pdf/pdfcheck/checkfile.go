package pdfcheck

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxObjects, maxString and maxName are limits of ISO 19005-2 6.1.13.
const (
	maxObjects = 8_388_607
	maxString  = 32767
	maxName    = 127
)

// header: the version, and a comment that begins with four bytes above 127 (ISO 19005-2 6.1.2).
func (c *checker) header() bool {
	if len(c.Data) < 14 || !slices.Contains([]string{"1.6", "1.7", "2.0"}, string(c.Data[5:8])) {
		return false
	}
	high := 0
	for _, b := range c.Data[10:14] {
		high += int(b >> 7)
	}
	return string(c.Data[:5]) == "%PDF-" && string(c.Data[8:10]) == "\n%" && high == 4
}

func (c *checker) file() {
	if !c.header() {
		c.fault("header", "file", "no %%PDF-1.7 and binary comment")
	}
	if id := c.Array(c.Trailer.Get("ID")); len(id) != 2 || show(id[0]) != show(id[1]) || len(show(id[0])) < 18 {
		c.fault("id", "trailer", "ID is not twice the same 16 bytes")
	}
	if c.Trailer.Has("Encrypt") {
		c.fault("encrypt", "trailer", "the file is encrypted")
	}
	if c.Size > maxObjects {
		c.fault("objects", "file", "%d objects", c.Size)
	}
}

// forbidden are keys that PDF/A allows nowhere (ISO 19005-2 6.1.7.1, 6.2.5, 6.5, 6.10, 6.11), or that we never write.
var forbidden = []string{"AA", "JS", "JavaScript", "OpenAction", "Launch", "FFilter", "FDecodeParms", "Requirements", "NeedsRendering",
	"XFA", "AlternatePresentations", "PresSteps", "OCProperties", "TR", "TR2", "HTP", "Alternates", "OPI", "CIDSet", "Crypt"}

// blendModes are those of ISO 32000-1 11.3.5 that we use.
var blendModes = []string{"Normal", "Multiply"}

func (c *checker) objects() {
	used := map[int]bool{}
	for n, o := range c.Objects {
		c.object(fmt.Sprintf("object %d", n), o, used)
	}
	c.object("trailer", c.Trailer, used)
	for n, o := range c.Objects {
		s, isStream := o.(*Stream)
		structural := isStream && (s.Dict.Get("Type") == Name("ObjStm") || s.Dict.Get("Type") == Name("XRef"))
		if !used[n] && !structural && n != c.unsigned {
			c.fault("orphan", fmt.Sprintf("object %d", n), "nothing refers to it")
		}
	}
}

func (c *checker) object(where string, o Object, used map[int]bool) {
	switch o := o.(type) {
	case Ref:
		used[int(o)] = true
		if c.Objects[int(o)] == nil {
			c.fault("reference", where, "object %d is not there", o)
		}
	case Int:
		if o > 1<<31-1 || o < -1<<31 {
			c.fault("integer", where, "%d", o)
		}
	case String:
		if len(o) > maxString {
			c.fault("string", where, "%d bytes", len(o))
		}
	case Name:
		if len(o) > maxName || !utf8.ValidString(string(o)) {
			c.fault("name", where, "%q", string(o))
		}
	case Array:
		for _, e := range o {
			c.object(where, e, used)
		}
	case *Stream:
		c.object(where, o.Dict, used)
	case Dict:
		for _, p := range o {
			for _, key := range forbidden {
				if p.Key == key {
					c.fault("forbidden", where, "key %s", key)
				}
			}
			if p.Key == "BM" && !slices.Contains(blendModes, c.Name(p.Value)) {
				c.fault("blend", where, "blend mode %s", show(p.Value))
			}
			c.object(where, Name(p.Key), used)
			c.object(where, p.Value, used)
		}
	}
}

var langTag = regexp.MustCompile(`^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$`)

func (c *checker) catalog() {
	d := c.Catalog()
	if c.Name(d.Get("Type")) != "Catalog" {
		c.fault("catalog", "catalog", "is none")
	}
	if c.Dict(d.Get("MarkInfo")).Get("Marked") != Bool(true) || c.Dict(d.Get("MarkInfo")).Get("Suspects") == Bool(true) {
		c.fault("marked", "catalog", "MarkInfo does not say Marked")
	}
	if c.Dict(d.Get("ViewerPreferences")).Get("DisplayDocTitle") != Bool(true) {
		c.fault("title", "catalog", "DisplayDocTitle is not true")
	}
	if lang, ok := d.Get("Lang").(String); !ok || !langTag.MatchString(TextString(lang)) {
		c.fault("lang", "catalog", "no language tag")
	}
	c.intents()
}

// intents: at least one for PDF/A, all with one and the same profile (ISO 19005-2 6.2.3).
func (c *checker) intents() {
	list := c.Array(c.Catalog().Get("OutputIntents"))
	var profile Object
	for _, o := range list {
		p := c.Dict(o).Get("DestOutputProfile")
		s, ok := c.Resolve(p).(*Stream)
		if !ok || profile != nil && p != profile {
			c.fault("intent", "catalog", "no profile, or not the same one")
			continue
		}
		profile = p
		data, err := c.Decode(s)
		if err != nil || len(data) < 132 || string(data[36:40]) != "acsp" || data[8] >= 5 || !iccTagsInside(data) {
			c.fault("intent", "catalog", "the profile is broken or too new")
		}
	}
	if len(list) == 0 {
		c.fault("intent", "catalog", "no output intent")
	}
}

func iccTagsInside(b []byte) bool {
	u32 := func(at int) int { return int(b[at])<<24 | int(b[at+1])<<16 | int(b[at+2])<<8 | int(b[at+3]) }
	n := u32(128)
	if u32(0) != len(b) || 132+12*n > len(b) {
		return false
	}
	for i := range n {
		at, size := u32(132+12*i+4), u32(132+12*i+8)
		if at%4 != 0 || at < 132+12*n || size < 8 || at+size > len(b) {
			return false
		}
	}
	return true
}

// xmpValues are the elements of the packet that the Info dictionary or the standards speak of.
type xmpValues map[string]string

func (c *checker) metadata() {
	s, ok := c.Resolve(c.Catalog().Get("Metadata")).(*Stream)
	if !ok || s.Dict.Has("Filter") || c.Name(s.Dict.Get("Subtype")) != "XML" {
		c.fault("metadata", "catalog", "no uncompressed XMP stream")
		return
	}
	values, err := readXMP(s.Raw)
	if err != nil {
		c.fault("metadata", "XMP", "%v", err)
		return
	}
	if head, _, _ := bytes.Cut(s.Raw, []byte("?>")); bytes.Contains(head, []byte("bytes=")) || bytes.Contains(head, []byte("encoding=")) {
		c.fault("metadata", "XMP", "the header has bytes or encoding")
	}
	c.identification(values)
	c.infoEqual(values)
}

func (c *checker) identification(v xmpValues) {
	if v["part"] == "" || !slices.Contains([]string{"A", "U", "B", ""}, v["conformance"]) {
		c.fault("identification", "XMP", "pdfaid:part %q, conformance %q", v["part"], v["conformance"])
	}
	if v["conformance"] == "A" && v["ua"] != "1" {
		c.fault("identification", "XMP", "level A without PDF/UA")
	}
	if v["ua"] != "" && v["extension"] == "" {
		c.fault("identification", "XMP", "pdfuaid is not described by an extension schema")
	}
	if strings.TrimSpace(v["title"]) == "" {
		c.fault("title", "XMP", "no dc:title")
	}
}

// infoEqual: what the Info dictionary says, the packet says too.
func (c *checker) infoEqual(v xmpValues) {
	info := c.Dict(c.Trailer.Get("Info"))
	for key, name := range map[string]string{"Title": "title", "Author": "creator", "Subject": "description", "Keywords": "Keywords",
		"Creator": "CreatorTool", "Producer": "Producer"} {
		if s, ok := info.Get(key).(String); ok && TextString(s) != v[name] {
			c.fault("info", "Info", "%s is %q, the XMP says %q", key, TextString(s), v[name])
		}
	}
	for key, name := range map[string]string{"CreationDate": "CreateDate", "ModDate": "ModifyDate"} {
		s, ok := info.Get(key).(String)
		digits := strings.NewReplacer("D:", "", "'", "", "-", "", ":", "", "T", "", "+", "")
		if ok && digits.Replace(string(s)) != digits.Replace(v[name]) {
			c.fault("info", "Info", "%s is %s, the XMP says %s", key, s, v[name])
		}
	}
}

// readXMP reads the packet as XML: broken XML is an error.
func readXMP(data []byte) (xmpValues, error) {
	const (
		pdfaid    = "http://www.aiim.org/pdfa/ns/id/"
		pdfuaid   = "http://www.aiim.org/pdfua/ns/id/"
		extension = "http://www.aiim.org/pdfa/ns/extension/"
	)
	v := xmpValues{}
	dec := xml.NewDecoder(bytes.NewReader(data))
	var path []xml.Name
	for {
		t, err := dec.Token()
		if err == io.EOF {
			return v, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			path = append(path, t.Name)
			if t.Name.Space == extension {
				v["extension"] = "yes"
			}
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			for _, name := range path {
				switch {
				case name.Space == pdfaid || strings.Contains(name.Space, "/dc/") || strings.Contains(name.Space, "adobe.com/"):
					v[name.Local] += strings.Trim(string(t), "\n")
				case name.Space == pdfuaid:
					v["ua"] += string(t)
				}
			}
		}
	}
}
