package report

import (
	"io/fs"
	"reflect"
	"strings"
)

// The kinds of report that there are in JSON, as the field "kind" names them. A report without that field is an annual one.
const (
	KindAnnual   = "annual"   // 政府信息公开工作年度报告: Annual
	KindDocument = "document" // free form: Free

	KindFinalAccounts = "finalAccounts" // 部门决算: FinalAccounts
)

// kindEntry is what is known of a kind.
type kindEntry struct {
	name  string
	title string // of its schema
	typ   reflect.Type
	empty func(*places) Report // a report to be filled
}

// allKinds are listed in the order in which people are told of them.
var allKinds = []kindEntry{
	{KindAnnual, "政府信息公开工作年度报告", reflect.TypeFor[Annual](), func(ps *places) Report { return &Annual{places: ps} }},
	{KindFinalAccounts, "部门决算", reflect.TypeFor[FinalAccounts](), func(ps *places) Report { return &FinalAccounts{places: ps} }},
	{KindDocument, "自由格式的报告", reflect.TypeFor[Free](), func(ps *places) Report { return &Free{places: ps} }},
}

// Kinds are the names of all kinds of report that DecodeAny reads.
func Kinds() []string {
	names := make([]string, len(allKinds))
	for i, k := range allKinds {
		names[i] = k.name
	}
	return names
}

func findKind(name string) (kindEntry, bool) {
	for _, k := range allKinds {
		if k.name == name {
			return k, true
		}
	}
	return kindEntry{}, false
}

// DecodeAny reads a report of any kind, which its field "kind" names; without that field it is an annual report. It is as
// strict as Decode and tells as much.
//
// files holds the pictures that a document names, by paths relative to it: os.DirFS of the folder that the input is in.
// With nil a document can only carry its pictures itself.
func DecodeAny(data []byte, source string, files fs.FS) (Report, Problems) {
	d, root, ok := open(data, source)
	if !ok {
		return nil, d.problems
	}
	d.files = files
	name := d.kindOf(root)
	k, known := findKind(name)
	if !known {
		d.fault(Path{{Field: "kind"}}, root.member("kind").at, "kind.unknown", name, strings.Join(Kinds(), ", "))
		return nil, d.problems
	}
	r := k.empty(d.places)
	d.object(nil, sheetFirst(root), reflect.ValueOf(r).Elem(), "kind")
	return r, d.sorted()
}

// kindOf gives the kind that the input says it is. What is no string is left for the binding to complain of.
func (d *decoder) kindOf(root value) string {
	v := root.member("kind")
	switch {
	case v == nil:
		return KindAnnual
	case v.kind != kindString:
		d.wrongType(Path{{Field: "kind"}}, *v, kindString)
		return KindAnnual
	}
	return v.text
}

// member gives the first field of that name, or nil.
func (v value) member(name string) *value {
	for i := range v.members {
		if v.members[i].name == name {
			return &v.members[i].value
		}
	}
	return nil
}

// Locate adds to problems without a place that of the value they name, where the report was read from a file. It is for
// what is found behind Check: characters that no font has, tables that do not fit. Reports of one's own have no places.
func Locate(r Report, ps Problems) Problems {
	if l, ok := r.(interface{ Locate(Problems) Problems }); ok {
		return l.Locate(ps)
	}
	return ps
}
