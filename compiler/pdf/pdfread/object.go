package pdfread

// object is one of the kinds of ISO 32000-1 7.3; nil is null.
type object interface{ object() }

type (
	boolean bool
	number  string // as written
	name    string // #xx resolved
	str     string // bytes
	ref     int    // object number: generations are of no use without deleted objects
	array   []object
	dict    []entryOf
	stream  struct {
		dict dict
		raw  []byte
	}
	// operator is a word of a content stream.
	operator string
)

// entryOf is a key of a dictionary and its value.
type entryOf struct {
	key   string
	value object
}

func (boolean) object()  {}
func (number) object()   {}
func (name) object()     {}
func (str) object()      {}
func (ref) object()      {}
func (array) object()    {}
func (dict) object()     {}
func (*stream) object()  {}
func (operator) object() {}

// get gives the value of a key; nil where there is none.
func (d dict) get(key string) object {
	for i := range d {
		if d[i].key == key {
			return d[i].value
		}
	}
	return nil
}
