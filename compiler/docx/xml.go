package docx

import (
	"fmt"
	"io"
	"strconv"
)

// flushAt is how much text the writer holds back before it hands it on: a table of 20,000 rows is 30 MB of XML.
const flushAt = 64 << 10

const xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

// An xmlWriter writes elements. It cannot write markup that is not well-formed: names come from the code alone, text and
// attribute values pass through escape, and done fails unless every element was closed. Errors stick.
type xmlWriter struct {
	out   io.Writer
	buf   []byte
	stack []string
	inTag bool // the start tag of the innermost element is still open for attributes
	src   string
	bad   []error // characters that XML cannot hold
	err   error
}

// newXML starts a document. scratch may be used from another that is done.
func newXML(out io.Writer, scratch []byte) *xmlWriter {
	if scratch == nil {
		scratch = make([]byte, 0, flushAt+4096)
	}
	return &xmlWriter{out: out, buf: append(scratch[:0], xmlHead...), stack: make([]string, 0, 24)}
}

// open starts an element; attributes may follow until the next element or text.
func (x *xmlWriter) open(name string) *xmlWriter {
	x.endTag()
	x.buf = append(x.buf, '<')
	x.buf = append(x.buf, name...)
	x.stack = append(x.stack, name)
	x.inTag = true
	return x
}

// attr adds an attribute to the element just opened.
func (x *xmlWriter) attr(name, value string) *xmlWriter {
	x.startAttr(name)
	x.buf = x.escape(x.buf, value, true)
	x.buf = append(x.buf, '"')
	return x
}

// num adds an attribute of a whole number.
func (x *xmlWriter) num(name string, n int64) *xmlWriter {
	x.startAttr(name)
	x.buf = strconv.AppendInt(x.buf, n, 10)
	x.buf = append(x.buf, '"')
	return x
}

func (x *xmlWriter) startAttr(name string) {
	if !x.inTag {
		x.fail(fmt.Errorf("docx: attribute %s outside a start tag", name))
	}
	x.buf = append(x.buf, ' ')
	x.buf = append(x.buf, name...)
	x.buf = append(x.buf, '=', '"')
}

// text writes character data.
func (x *xmlWriter) text(s string) *xmlWriter {
	x.endTag()
	x.buf = x.escape(x.buf, s, false)
	return x
}

// close ends the innermost element.
func (x *xmlWriter) close() *xmlWriter {
	if len(x.stack) == 0 {
		x.fail(fmt.Errorf("docx: nothing to close"))
		return x
	}
	name := x.stack[len(x.stack)-1]
	x.stack = x.stack[:len(x.stack)-1]
	if x.inTag {
		x.buf = append(x.buf, '/', '>')
		x.inTag = false
	} else {
		x.buf = append(x.buf, '<', '/')
		x.buf = append(x.buf, name...)
		x.buf = append(x.buf, '>')
	}
	if len(x.buf) >= flushAt {
		x.flush()
	}
	return x
}

// empty writes an element without attributes and children: <w:keepNext/>.
func (x *xmlWriter) empty(name string) { x.open(name).close() }

// val writes the commonest form of a property: <w:jc w:val="both"/>.
func (x *xmlWriter) val(name, value string) { x.open(name).attr("w:val", value).close() }

// numVal is val for a whole number.
func (x *xmlWriter) numVal(name string, n int64) { x.open(name).num("w:val", n).close() }

// toggle writes a property that is on or off: <w:kinsoku/> or <w:kinsoku w:val="0"/>.
func (x *xmlWriter) toggle(name string, on bool) {
	x.open(name)
	if !on {
		x.attr("w:val", "0")
	}
	x.close()
}

// leaf writes an element of text alone.
func (x *xmlWriter) leaf(name, text string) { x.open(name).text(text).close() }

// raw writes markup that stands in the code: whole, balanced elements.
func (x *xmlWriter) raw(markup string) {
	x.endTag()
	x.buf = append(x.buf, markup...)
}

func (x *xmlWriter) endTag() {
	if x.inTag {
		x.buf = append(x.buf, '>')
		x.inTag = false
	}
}

func (x *xmlWriter) flush() {
	if x.err == nil {
		_, x.err = x.out.Write(x.buf)
	}
	x.buf = x.buf[:0]
}

func (x *xmlWriter) fail(err error) {
	if x.err == nil {
		x.err = err
	}
}

// done hands on what is left. It fails when an element was never closed.
func (x *xmlWriter) done() error {
	if len(x.stack) > 0 {
		x.fail(fmt.Errorf("docx: %s is not closed", x.stack[len(x.stack)-1]))
	}
	x.flush()
	return x.err
}
