package pdfcheck

import "strconv"

// Object is one of Null, Bool, Int, Real, Name, String, Ref, Array, Dict, *Stream.
type Object interface{ object() }

// The kinds of object (ISO 32000-1 7.3).
type (
	Null   struct{}
	Bool   bool
	Int    int64
	Real   string // as written
	Name   string // with #xx resolved
	String string // bytes
	Ref    int    // object number; all generations are 0
	Array  []Object
	Dict   []Pair // in file order
	Stream struct {
		Dict Dict
		Raw  []byte
	}
)

// Pair is a key and its value.
type Pair struct {
	Key   string
	Value Object
}

func (Null) object()    {}
func (Bool) object()    {}
func (Int) object()     {}
func (Real) object()    {}
func (Name) object()    {}
func (String) object()  {}
func (Ref) object()     {}
func (Array) object()   {}
func (Dict) object()    {}
func (*Stream) object() {}

// Get gives the value of a key, nil where the dictionary lacks it. References are not followed.
func (d Dict) Get(key string) Object {
	for _, p := range d {
		if p.Key == key {
			return p.Value
		}
	}
	return nil
}

// Has reports whether the dictionary has a key.
func (d Dict) Has(key string) bool { return d.Get(key) != nil }

// thousandths gives a number in 1/1000; ok is false for anything else.
func thousandths(o Object) (n int64, ok bool) {
	switch o := o.(type) {
	case Int:
		return int64(o) * 1000, true
	case Real:
		return parseReal(string(o))
	}
	return 0, false
}

func parseReal(s string) (int64, bool) {
	neg := false
	if len(s) > 0 && s[0] == '-' {
		neg, s = true, s[1:]
	}
	whole, frac := s, ""
	for i := range len(s) {
		if s[i] == '.' {
			whole, frac = s[:i], s[i+1:]
		}
	}
	digits := whole + (frac + "000")[:3]
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return 0, false
	}
	if neg {
		n = -n
	}
	return n, true
}
