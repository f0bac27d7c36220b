// Package docxtest reads a DOCX back, for tests: as text that a reviewer can read, as the paragraphs of its body, and as a
// list of the faults that Word repairs or refuses and no schema knows. It shares no code with the writer.
package docxtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A Node is an element with its prefix as written, "w:tbl", or, with an empty Name, a piece of text.
type Node struct {
	Name string
	Attr []Attr
	Kids []*Node
	Text string
}

// An Attr is an attribute with its prefix as written.
type Attr struct{ Name, Value string }

// Get gives an attribute's value, or "".
func (n *Node) Get(name string) string {
	for _, a := range n.Attr {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// First finds a descendant by the path of names below n: "w:tcPr/w:tcW". It is nil where there is none.
func (n *Node) First(path string) *Node {
	for _, name := range strings.Split(path, "/") {
		var next *Node
		for _, k := range n.Kids {
			if k.Name == name {
				next = k
				break
			}
		}
		if next == nil {
			return nil
		}
		n = next
	}
	return n
}

// All lists the descendants of the name, and n itself, in document order.
func (n *Node) All(name string) []*Node {
	var found []*Node
	n.Walk(func(k *Node) {
		if k.Name == name {
			found = append(found, k)
		}
	})
	return found
}

// Walk calls visit for n and each element below it, in document order.
func (n *Node) Walk(visit func(*Node)) {
	visit(n)
	for _, k := range n.Kids {
		if k.Name != "" {
			k.Walk(visit)
		}
	}
}

// A Part is one entry of the package; Root is nil unless it is XML.
type Part struct {
	Name   string
	Header zip.FileHeader
	Data   []byte
	Root   *Node
}

// Open reads all parts in the order of the zip file. Every XML part is checked to be well-formed.
func Open(file []byte) ([]Part, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, err
	}
	var parts []Part
	for _, f := range z.File {
		p := Part{Name: f.Name, Header: f.FileHeader}
		if p.Data, err = read(f); err == nil && isXML(f.Name) {
			p.Root, err = Parse(p.Data)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		parts = append(parts, p)
	}
	return parts, nil
}

func isXML(name string) bool {
	return strings.HasSuffix(name, ".xml") || strings.HasSuffix(name, ".rels")
}

func read(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

var errTree = errors.New("not one well-formed element")

// Parse reads an XML document. Prefixes stay as they are written.
func Parse(data []byte) (*Node, error) {
	top := &Node{}
	stack := []*Node{top}
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		in := stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			n := element(t)
			in.Kids = append(in.Kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			if len(stack) == 1 || in.Name != qualified(t.Name) {
				return nil, errTree
			}
			stack = stack[:len(stack)-1]
		case xml.CharData:
			in.Kids = append(in.Kids, &Node{Text: string(t)})
		case xml.Directive:
			return nil, errors.New("a part has no DOCTYPE") // OPC, ISO/IEC 29500-2
		}
	}
	for _, n := range top.Kids {
		if n.Name != "" && len(stack) == 1 {
			return n, nil
		}
	}
	return nil, errTree
}

func element(t xml.StartElement) *Node {
	n := &Node{Name: qualified(t.Name)}
	for _, a := range t.Attr {
		n.Attr = append(n.Attr, Attr{qualified(a.Name), a.Value})
	}
	return n
}

func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}
