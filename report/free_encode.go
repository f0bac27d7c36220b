package report

import (
	"encoding/base64"
	"encoding/json"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// MarshalJSON writes the report as DecodeAny reads it, in its short forms. What Fit has set and the places in Src are left
// out, pictures are written into it, and a sheet that lacks a style of GB9704's gets it back when it is read.
func (f *Free) MarshalJSON() ([]byte, error) {
	base := doc.GB9704()
	e := &encoder{known: fieldCache{}, page: &base.Page, normal: base.Style("Normal")}
	if f.Sheet != nil {
		e.page = &f.Sheet.Page
		e.normal = f.Sheet.Style("Normal")
	}
	out := object{{"kind", KindDocument}}
	return json.Marshal(append(out, e.fields(reflect.ValueOf(f).Elem(), reflect.Value{})...))
}

// encoder turns the values of a document into what encoding/json writes.
type encoder struct {
	known  fieldCache
	page   *doc.Page  // from which the pages of sections start
	normal *doc.Style // from which new styles start; may be nil
	// decimals are those of the chart that is being written.
	decimals int
}

// fields gives the fields of a struct that differ from base; without a base, those that are not zero.
func (e *encoder) fields(v, base reflect.Value) object {
	var out object
	for _, f := range e.known.of(v.Type()) {
		at := v.Field(f.index)
		from := reflect.Zero(at.Type())
		if base.IsValid() {
			from = base.Field(f.index)
		}
		if f.optional && reflect.DeepEqual(at.Interface(), from.Interface()) {
			continue
		}
		out = append(out, pair{f.name, e.value(at, from)})
	}
	return out
}

// value gives what encoding/json writes of a value: text, numbers, lists and objects.
func (e *encoder) value(v, base reflect.Value) any {
	switch t := v.Interface().(type) {
	case unit.Length:
		return lengthText(t)
	case unit.Size:
		return paperName(t)
	case doc.Chars:
		return json.Number(charsText(t))
	case []doc.Span:
		return e.spans(t)
	case []byte:
		return base64.StdEncoding.EncodeToString(t)
	case []int64:
		return chartValues(t, e.decimals)
	case doc.Row, doc.Column, doc.Cell, doc.Item:
		return e.short(t)
	case []doc.Style:
		return e.styles(t)
	case *doc.Page:
		return e.sectionPage(*t, *e.page)
	case *doc.Sheet:
		return e.fields(v.Elem(), reflect.ValueOf(*doc.GB9704()))
	case json.Marshaler:
		return t
	}
	if v.Kind() == reflect.Interface {
		return e.plain(v, base)
	}
	if words, ok := docWords[v.Type()]; ok && int(v.Uint()) < len(words) {
		return words[v.Uint()]
	}
	return e.plain(v, base)
}

// plain encodes what Go's kinds describe well enough.
func (e *encoder) plain(v, base reflect.Value) any {
	switch v.Kind() {
	case reflect.Interface:
		b, _ := v.Interface().(doc.Block)
		return e.block(b)
	case reflect.Pointer:
		return e.value(v.Elem(), reflect.Zero(v.Type().Elem()))
	case reflect.Struct:
		if isLeaf(v.Type()) {
			return v.Interface()
		}
		return e.fields(v, base)
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = e.value(v.Index(i), reflect.Zero(v.Type().Elem()))
		}
		return list
	}
	return v.Interface()
}

// short writes a value in the least form that reads back as the same.
func (e *encoder) short(t any) any {
	v := reflect.ValueOf(t)
	switch t := t.(type) {
	case doc.Row:
		if reflect.DeepEqual(t, doc.Row{Cells: t.Cells}) {
			return e.value(v.FieldByName("Cells"), reflect.Value{})
		}
	case doc.Column:
		switch t {
		case doc.Column{Share: t.Share}:
			return t.Share
		case doc.Column{Width: t.Width}:
			return lengthText(t.Width)
		}
	case doc.Cell:
		switch {
		case reflect.DeepEqual(t, doc.Cell{Src: t.Src}):
			return nil
		case reflect.DeepEqual(t, doc.Cell{Src: t.Src, Text: t.Text}):
			return e.inPlace(t.Text)
		case reflect.DeepEqual(t, doc.Cell{Src: t.Src, Text: t.Text, Style: numberStyle}) && isFigure(t.Text):
			return json.Number(t.Text[0].Text)
		}
	case doc.Item:
		if t.Sub == nil {
			return e.inPlace(t.Text)
		}
	}
	return e.fields(v, reflect.Value{})
}

// figure is a number as JSON writes it, which is how a cell given as a number prints it.
var figure = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)

func isFigure(spans []doc.Span) bool {
	return len(spans) == 1 && spans[0] == doc.Span{Text: spans[0].Text} && figure.MatchString(spans[0].Text)
}

// spans writes a single plain stretch of text as a string, and so it does those of a list.
func (e *encoder) spans(spans []doc.Span) any {
	list := make([]any, len(spans))
	for i, s := range spans {
		list[i] = s.Text
		if s != (doc.Span{Text: s.Text}) {
			list[i] = e.fields(reflect.ValueOf(s), reflect.Value{})
		}
	}
	if len(list) == 1 {
		return list[0]
	}
	return list
}

// inPlace writes stretches of text in place of what holds them. One that is an object stands in a list: alone it would be taken for
// what it stands in place of.
func (e *encoder) inPlace(spans []doc.Span) any {
	text := e.spans(spans)
	if _, ok := text.(string); !ok && len(spans) == 1 {
		return []any{text}
	}
	return text
}

// block writes a block with its type; a paragraph that is nothing but plain text as a string.
func (e *encoder) block(b doc.Block) any {
	v := reflect.ValueOf(b)
	if !v.IsValid() || v.IsNil() {
		return ""
	}
	if c, ok := b.(*doc.Chart); ok {
		e.decimals = min(max(c.Decimals, 0), doc.MaxDecimals)
	}
	if p, ok := b.(*doc.Paragraph); ok && reflect.DeepEqual(*p, doc.Paragraph{Src: p.Src, Text: p.Text}) && len(p.Text) == 1 {
		if text, plain := e.spans(p.Text).(string); plain {
			return text
		}
	}
	out := object{{"type", lowerFirst(v.Elem().Type().Name())}}
	return append(out, e.fields(v.Elem(), reflect.Value{})...)
}

// styles writes the styles that differ from those of GB9704, and the new ones as they differ from Normal.
func (e *encoder) styles(styles []doc.Style) any {
	list := []any{}
	known := doc.GB9704()
	for _, s := range styles {
		base := known.Style(s.ID)
		if base == nil {
			base = &doc.Style{}
			if e.normal != nil {
				*base = *e.normal
			}
			base.Name = s.ID
		}
		base.ID = "" // written always
		if own := e.fields(reflect.ValueOf(s), reflect.ValueOf(*base)); len(own) > 1 || known.Style(s.ID) == nil {
			list = append(list, own)
		}
	}
	return list
}

// sectionPage writes a page as it differs from the sheet's, or from that page turned.
func (e *encoder) sectionPage(p, base doc.Page) any {
	if !p.Turned || base.Turned {
		return e.fields(reflect.ValueOf(p), reflect.ValueOf(base))
	}
	base = *base.Turn()
	base.Turned = false // written always
	return e.fields(reflect.ValueOf(p), reflect.ValueOf(base))
}

// lengthText gives a length in the unit that says it in few figures, and exactly.
func lengthText(l unit.Length) string {
	for _, u := range []struct {
		name string
		size unit.Length
	}{{"pt", unit.Pt}, {"mm", unit.MM}, {"twip", unit.Twip}} {
		if hundredths := l * 100; hundredths%u.size == 0 {
			return decimal(int64(hundredths/u.size)) + u.name
		}
	}
	return strconv.FormatInt(int64(l), 10) + "emu"
}

func charsText(c doc.Chars) string { return decimal(int64(c)) }

// decimal gives hundredths as a decimal without zeros at its end.
func decimal(hundredths int64) string {
	sign := ""
	if hundredths < 0 {
		sign, hundredths = "-", -hundredths
	}
	frac := strconv.FormatInt(100+hundredths%100, 10)[1:]
	s := sign + strconv.FormatInt(hundredths/100, 10) + "." + frac
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
}
