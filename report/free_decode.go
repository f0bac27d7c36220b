package report

import (
	"encoding/base64"
	"errors"
	"io/fs"
	"path"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// docValue binds what package doc has beyond Go's kinds, and the short forms; false leaves the value to plain.
func (d *decoder) docValue(at Path, v value, target reflect.Value) bool {
	switch t := target.Addr().Interface().(type) {
	case *[]doc.Span:
		*t = d.spans(at, v)
	case *[]byte:
		*t = d.base64(at, v)
	case *unit.Length:
		d.length(at, v, t)
	case *unit.Size:
		d.paper(at, v, t)
	case *doc.Chars:
		d.chars(at, v, t)
	case *doc.Gray:
		d.gray(at, v, t)
	case *[]int64:
		*t = d.values(at, v)
	case *doc.Block:
		d.block(at, v, t)
	case **doc.Page:
		d.sectionPage(at, v, t)
	case **doc.Sheet:
		d.sheet(at, v, t)
	case *[]doc.Style:
		d.styles(at, v, t)
	default:
		return d.word(at, v, target) || d.short(at, v, target)
	}
	return true
}

// short binds what may be written as less than an object.
func (d *decoder) short(at Path, v value, target reflect.Value) bool {
	if v.kind == kindObject {
		return false
	}
	switch t := target.Addr().Interface().(type) {
	case *doc.Row:
		d.bind(at.with(Step{Field: "cells", Zh: docNames["Cells"]}), v, reflect.ValueOf(&t.Cells).Elem())
	case *doc.Column:
		d.column(at, v, t)
	case *doc.Cell:
		d.cell(at, v, t)
	case *doc.Item:
		t.Text = d.spans(at, v)
	default:
		return false
	}
	return true
}

// cell binds a cell that is a text, a figure or a list of stretches of text.
func (d *decoder) cell(at Path, v value, t *doc.Cell) {
	if v.kind == kindNumber {
		t.Text, t.Style = plain(v.text), numberStyle
		return
	}
	t.Text = d.spans(at, v)
}

// numberStyle is the style of cells that are given as a number.
const numberStyle = "TableNumber"

func (d *decoder) column(at Path, v value, t *doc.Column) {
	if v.kind == kindString {
		d.length(at, v, &t.Width)
		return
	}
	d.plain(at, v, reflect.ValueOf(&t.Share).Elem())
}

// spans binds stretches of text: one plain string, one object, or a list of both.
func (d *decoder) spans(at Path, v value) []doc.Span {
	if v.kind != kindList {
		return []doc.Span{d.span(at, v)}
	}
	out := make([]doc.Span, len(v.items))
	for i, item := range v.items {
		d.note(at.at(i), item.at)
		out[i] = d.span(at.at(i), item)
	}
	return out
}

func (d *decoder) span(at Path, v value) (s doc.Span) {
	target := reflect.ValueOf(&s).Elem()
	switch v.kind {
	case kindObject:
		d.object(at, v, target, "")
	case kindString:
		d.str(at, v, reflect.ValueOf(&s.Text).Elem())
	default:
		d.wrongType(at, v, kindString)
	}
	return s
}

// block binds a block. What cannot be one leaves an empty paragraph, so that there is no hole in the document.
func (d *decoder) block(at Path, v value, t *doc.Block) {
	p := &doc.Paragraph{Src: at.String()}
	*t = p
	if v.kind == kindString {
		p.Text = d.spans(at, v)
		return
	}
	if !d.is(at, v, kindObject) {
		return
	}
	if b, ok := d.blockType(at, v); ok {
		target := reflect.New(b.typ)
		setSrc(at, target.Elem())
		d.decimals = decimalsOf(v)
		d.object(at, v, target.Elem(), "type")
		*t, _ = target.Interface().(doc.Block)
		if chart, ok := (*t).(*doc.Chart); ok {
			chart.Decimals = d.decimals
		}
	}
}

// blockType finds what the block says it is.
func (d *decoder) blockType(at Path, v value) (blockType, bool) {
	inner := at.with(Step{Field: "type"})
	name := v.member("type")
	switch {
	case name == nil:
		d.fault(inner, v.at, "field.missing")
		return blockType{}, false
	case !d.is(inner, *name, kindString):
		return blockType{}, false
	}
	b, ok := findBlock(name.text)
	if !ok {
		d.fault(inner, name.at, "word.unknown", name.text, strings.Join(blockNames(), ", "))
	}
	return b, ok
}

func blockNames() []string {
	names := make([]string, len(blockTypes))
	for i, b := range blockTypes {
		names[i] = b.name
	}
	return names
}

// setSrc tells a block or cell where it stands.
func setSrc(at Path, v reflect.Value) {
	if v.Kind() != reflect.Struct || v.Type().PkgPath() != docPackage {
		return
	}
	if src := v.FieldByName("Src"); src.IsValid() {
		src.SetString(at.String())
	}
}

// picture reads a file that is named in place of data.
func (d *decoder) picture(at Path, name value, data reflect.Value) {
	d.note(at, name.at)
	switch {
	case !d.is(at, name, kindString):
	case data.Len() > 0:
		d.fault(at, name.at, "field.both", "data")
	default:
		data.SetBytes(d.readFile(at, name))
	}
}

// maxPicture bounds what is read of one file.
const maxPicture = 64 << 20

// readFile reads a file of the folder that the input is in. Paths that lead out of it are no paths of an fs.FS.
func (d *decoder) readFile(at Path, name value) []byte {
	if d.files == nil {
		d.fault(at, name.at, "image.file", name.text, fs.ErrNotExist.Error())
		return nil
	}
	info, err := fs.Stat(d.files, path.Clean(name.text))
	if err == nil && info.Size() > maxPicture {
		err = fs.ErrInvalid
	}
	var data []byte
	if err == nil {
		data, err = fs.ReadFile(d.files, path.Clean(name.text))
	}
	if err != nil {
		d.fault(at, name.at, "image.file", name.text, reason(err))
	}
	return data
}

// reason is what is wrong with a file, without its name, which differs from system to system.
func reason(err error) string {
	for _, e := range []error{fs.ErrNotExist, fs.ErrPermission, fs.ErrInvalid} {
		if errors.Is(err, e) {
			return e.Error()
		}
	}
	return err.Error()
}

func (d *decoder) base64(at Path, v value) []byte {
	if !d.is(at, v, kindString) {
		return nil
	}
	data, err := base64.StdEncoding.DecodeString(v.text)
	if err != nil {
		d.fault(at, v.at, "data.base64")
	}
	return data
}

// word binds a constant by its word.
func (d *decoder) word(at Path, v value, target reflect.Value) bool {
	words, ok := docWords[target.Type()]
	if !ok || !d.is(at, v, kindString) {
		return ok
	}
	i := slices.Index(words, v.text)
	if i < 0 || v.text == "" {
		d.fault(at, v.at, "word.unknown", v.text, strings.Join(words[slices.IndexFunc(words, func(w string) bool { return w != "" }):], ", "))
		return true
	}
	target.SetUint(uint64(i))
	return true
}

func (d *decoder) length(at Path, v value, t *unit.Length) {
	if !d.is(at, v, kindString) {
		return
	}
	if size, ok := typeSizes[v.text]; ok {
		*t = size
		return
	}
	l, err := unit.Parse(v.text)
	if err != nil || l > maxLength || l < -maxLength {
		d.fault(at, v.at, "length.form", v.text)
		return
	}
	*t = l
}

// maxLength is longer than any paper.
const maxLength = 10_000 * unit.MM

// chars binds a length in characters: 2, -2, 0.25.
func (d *decoder) chars(at Path, v value, t *doc.Chars) {
	if !d.is(at, v, kindNumber) {
		return
	}
	text, negative := strings.CutPrefix(v.text, "-")
	whole, frac, _ := strings.Cut(text, ".")
	n, err := strconv.Atoi(whole + (frac + "00")[:max(2, len(frac))])
	if err != nil || len(frac) > 2 || n > 10_000 || n < 0 {
		d.fault(at, v.at, "chars.form", v.text)
		return
	}
	if negative {
		n = -n
	}
	*t = doc.Chars(n)
}

func (d *decoder) gray(at Path, v value, t *doc.Gray) {
	if !d.is(at, v, kindNumber) {
		return
	}
	n, code := parseWhole(v.text)
	if code != "" || n < 0 || n > 100 {
		d.fault(at, v.at, "number.range", v.text, 0, 100)
		return
	}
	*t = doc.Gray(n)
}
