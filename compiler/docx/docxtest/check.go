package docxtest

import (
	"archive/zip"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// Check gives what Word would repair or refuse, one line for each fault, none for a good file. It knows the rules that no
// schema states; whether elements stand in the schema's order is Order's to say.
func Check(file []byte) []string {
	parts, err := Open(file)
	if err != nil {
		return []string{err.Error()}
	}
	c := &checker{parts: parts, names: map[string]bool{}, rels: map[string]map[string]relation{}, styles: map[string]string{}, nums: map[string]bool{"0": true},
		marks: map[string]bool{}, begun: map[string]bool{}}
	c.zip()
	c.types()
	c.relations()
	c.collect()
	c.container()
	for i := range parts {
		if parts[i].Root == nil {
			continue
		}
		c.story(&parts[i])
		switch parts[i].Root.Name {
		case "w:styles":
			c.styleRules(&parts[i])
		case "w:numbering":
			c.lists(&parts[i])
		}
	}
	return c.faults
}

type checker struct {
	parts  []Part
	names  map[string]bool
	rels   map[string]map[string]relation // of a part, by id
	styles map[string]string              // id to type
	nums   map[string]bool
	draws  map[string]bool
	marks  map[string]bool // names of bookmarks
	begun  map[string]bool // their ids
	faults []string
}

// A relation leads to a part, or out of the package.
type relation struct{ kind, target string }

func (c *checker) say(part, format string, args ...any) {
	c.faults = append(c.faults, part+": "+fmt.Sprintf(format, args...))
}

var partName = regexp.MustCompile(`^[A-Za-z0-9._/-]+$`)

// zip checks the container: OPC, and what readers make of the zip format's freedoms.
func (c *checker) zip() {
	seen := map[string]bool{}
	for i := range c.parts {
		p := &c.parts[i]
		low := strings.ToLower(p.Name)
		if seen[low] {
			c.say(p.Name, "two entries of one name")
		}
		seen[low], c.names[p.Name] = true, true
		if p.Name != "[Content_Types].xml" && !partName.MatchString(p.Name) {
			c.say(p.Name, "not a part name")
		}
		h := &p.Header
		if h.Flags&0x9 != 0 {
			c.say(p.Name, "flags %#x: data descriptor or encryption", h.Flags)
		}
		if h.Method != zip.Store && h.Method != zip.Deflate {
			c.say(p.Name, "compression method %d", h.Method)
		}
		if h.CreatorVersion>>8 == 3 && h.ExternalAttrs>>16 == 0 {
			c.say(p.Name, "made on Unix with mode 0")
		}
		//lint:ignore SA1019 the DOS date itself is meant: Modified would add an extra field with a Unix time
		if h.ModifiedDate != 0x21 || h.ModifiedTime != 0 || len(h.Extra) > 0 {
			c.say(p.Name, "carries a date or extra fields")
		}
	}
	if c.parts[0].Name != "[Content_Types].xml" {
		c.say(c.parts[0].Name, "stands before the content types")
	}
}

// itemName is that of a custom XML part, the one kind of part that is XML and nothing else. Word takes any other that has no type of
// its own for a damaged one.
var itemName = regexp.MustCompile(`^customXml/item\d+\.xml$`)

func (c *checker) types() {
	known := map[string]bool{}
	for _, n := range c.parts[0].Root.Kids {
		key := "." + n.Get("Extension")
		if n.Name == "Override" {
			key = n.Get("PartName")
			if !c.names[strings.TrimPrefix(key, "/")] {
				c.say("types", "%s is not there", key)
			}
		}
		if known[key] {
			c.say("types", "%s twice", key)
		}
		known[key] = true
	}
	for _, p := range c.parts[1:] {
		if !known["/"+p.Name] && (!known[path.Ext(p.Name)] || path.Ext(p.Name) == ".xml" && !itemName.MatchString(p.Name)) {
			c.say(p.Name, "no content type")
		}
	}
}

var badURI = regexp.MustCompile("[\\s<>\"{}|\\\\^`]")

func (c *checker) relations() {
	reached := map[string]bool{}
	for i := range c.parts {
		p := &c.parts[i]
		if !strings.HasSuffix(p.Name, ".rels") {
			continue
		}
		dir := path.Dir(path.Dir(p.Name))
		of := path.Join(dir, strings.TrimSuffix(path.Base(p.Name), ".rels"))
		ids := map[string]relation{}
		for _, r := range p.Root.Kids {
			id, target := r.Get("Id"), r.Get("Target")
			if _, twice := ids[id]; twice {
				c.say(p.Name, "id %s twice", id)
			}
			name := path.Join(dir, target)
			ids[id] = relation{path.Base(r.Get("Type")), name}
			if r.Get("TargetMode") == "External" {
				if badURI.MatchString(target) {
					c.say(p.Name, "target %q is no URI", target)
				}
				continue
			}
			reached[name] = true
			if !c.names[name] {
				c.say(p.Name, "target %s is not there", name)
			}
		}
		c.rels[of] = ids
	}
	for _, p := range c.parts[1:] {
		if !reached[p.Name] && !strings.HasSuffix(p.Name, ".rels") {
			c.say(p.Name, "is reached by no relationship")
		}
	}
}

// collect gathers what other parts refer to.
func (c *checker) collect() {
	c.draws = map[string]bool{}
	for i := range c.parts {
		p := &c.parts[i]
		if p.Root == nil {
			continue
		}
		for _, s := range p.Root.All("w:style") {
			id := s.Get("w:styleId")
			if c.styles[id] != "" {
				c.say(p.Name, "style %s twice", id)
			}
			c.styles[id] = s.Get("w:type")
			if name := s.First("w:name"); name == nil || name.Get("w:val") == "" || strings.Contains(name.Get("w:val"), ",") {
				c.say(p.Name, "style %s has no name, or one with a comma", id)
			}
		}
		for _, n := range p.Root.All("w:num") {
			if c.nums[n.Get("w:numId")] {
				c.say(p.Name, "numId %s twice", n.Get("w:numId"))
			}
			c.nums[n.Get("w:numId")] = true
		}
	}
}

func number(s string, otherwise int) int {
	if n, err := strconv.Atoi(s); err == nil {
		return n
	}
	return otherwise
}
