package report

import (
	"encoding/json"
	"fmt"
	"go/ast"
	goparser "go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/banxin-go/banxin/layout/doc"
)

// A document in which nothing is zero comes back as it was: there is no field of the model that JSON does not reach.
func TestFreeReachesEveryField(t *testing.T) {
	f := &Free{Date: Date{2024, 1, 9}, Sheet: doc.GB9704(), Sections: []doc.Section{{}}}
	f.Sheet.Styles = append(f.Sheet.Styles, doc.Style{ID: "Own"})
	for _, b := range blockTypes {
		f.Sections[0].Blocks = append(f.Sections[0].Blocks, reflect.New(b.typ).Interface().(doc.Block))
	}
	fl := &filler{seen: map[reflect.Type]bool{}}
	fl.fill(reflect.ValueOf(f).Elem(), "", 0)
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	again := decodeFree(t, string(data))
	clearPlaces(reflect.ValueOf(again).Elem())
	got, want := dump(again.Document()), dump(f.Document())
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("got  …%.200s\nwant …%.200s", got[max(0, i-100):], want[max(0, i-100):])
		}
	}
	if len(got) != len(want) {
		t.Error(len(got), len(want))
	}
	for typ := range fl.seen {
		for i := range typ.NumField() {
			name := typ.Name() + "." + typ.Field(i).Name
			if zh := docNames[name] + docNames[typ.Field(i).Name]; zh == "" && docLeftOut[name] == "" {
				t.Errorf("%s has no Chinese name in free_fields.go", name)
			}
		}
	}
}

// dump writes a document with all that its pointers lead to.
func dump(d *doc.Document) string {
	data, _ := json.Marshal(d)
	return string(data)
}

// filler sets every field to something that is not zero.
type filler struct {
	seen map[reflect.Type]bool
	n    int
}

func (fl *filler) fill(v reflect.Value, name string, depth int) {
	fl.n++
	if words, ok := docWords[v.Type()]; ok {
		v.SetUint(uint64(1 + fl.n%(len(words)-1)))
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(!v.Bool())
	case reflect.String:
		if name != "ID" && name != "Lang" {
			v.SetString(fmt.Sprintf("文字%d", fl.n))
		}
		if name == "Lang" {
			v.SetString("ja")
		}
	case reflect.Int:
		v.SetInt(int64(1 + fl.n%doc.MaxDecimals))
	case reflect.Int64:
		v.SetInt(int64(fl.n)*12345 + 1)
	case reflect.Uint8:
		if v.Type().PkgPath() == docPackage && v.Type() != reflect.TypeFor[doc.Gray]() {
			panic(v.Type().String() + " has no words in free_fields.go")
		}
		v.SetUint(uint64(1 + fl.n%90))
	case reflect.Struct:
		fl.structure(v, depth)
	case reflect.Pointer:
		if depth < 9 {
			if v.IsNil() {
				v.Set(reflect.New(v.Type().Elem()))
			}
			fl.fill(v.Elem(), name, depth+1)
		}
	case reflect.Interface:
		if v.IsNil() {
			v.Set(reflect.ValueOf(&doc.Paragraph{}))
		}
		fl.fill(v.Elem(), name, depth)
	case reflect.Slice:
		if depth > 9 {
			return
		}
		if v.Len() == 0 {
			v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		}
		for i := range v.Len() {
			fl.fill(v.Index(i), name, depth+1)
		}
	default:
		panic(v.Type().String() + " is a kind of value that documents had not yet")
	}
}

func (fl *filler) structure(v reflect.Value, depth int) {
	if v.Type() == reflect.TypeFor[Date]() {
		return
	}
	if v.Type().PkgPath() == docPackage {
		fl.seen[v.Type()] = true
	}
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if _, left := docLeftOut[v.Type().Name()+"."+f.Name]; left || !f.IsExported() {
			continue
		}
		fl.fill(v.Field(i), f.Name, depth+1)
	}
}

// clearPlaces takes the paths out again that decoding has set.
func clearPlaces(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			clearPlaces(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			clearPlaces(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.Name == "Src" {
				v.Field(i).SetString("")
			} else if f.IsExported() {
				clearPlaces(v.Field(i))
			}
		}
	}
}

// The tables of free_fields.go know every block and every constant that package doc declares, read from its source.
func TestFreeKnowsTheModel(t *testing.T) {
	paths, err := filepath.Glob("../layout/doc/*.go")
	if err != nil || len(paths) == 0 {
		t.Fatal(err)
	}
	constants := map[string]int{}
	var blocks []string
	for _, path := range paths {
		file, err := goparser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Name.Name == "block" {
					blocks = append(blocks, d.Recv.List[0].Type.(*ast.StarExpr).X.(*ast.Ident).Name)
				}
			case *ast.GenDecl:
				countConstants(d, constants)
			}
		}
	}
	for _, name := range blocks {
		if _, ok := findBlock(lowerFirst(name)); !ok {
			t.Errorf("the block %s is in no JSON", name)
		}
	}
	if len(blocks) != len(blockTypes) {
		t.Errorf("%d blocks, %d in the table", len(blocks), len(blockTypes))
	}
	for typ, words := range docWords {
		if constants[typ.Name()] != len(words) {
			t.Errorf("%s has %d constants and %d words", typ.Name(), constants[typ.Name()], len(words))
		}
	}
	meta, root := reflect.TypeFor[doc.Meta](), reflect.TypeFor[Free]()
	for i := range meta.NumField() {
		if _, ok := root.FieldByName(meta.Field(i).Name); !ok {
			t.Errorf("Free has no %s", meta.Field(i).Name)
		}
	}
}

// countConstants counts the constants of each type that a declaration with iota gives.
func countConstants(d *ast.GenDecl, n map[string]int) {
	typ := ""
	for _, spec := range d.Specs {
		v, ok := spec.(*ast.ValueSpec)
		if !ok || d.Tok != token.CONST {
			return
		}
		if id, ok := v.Type.(*ast.Ident); ok {
			typ = id.Name
		} else if len(v.Values) > 0 {
			typ = ""
		}
		if typ != "" {
			n[typ] += len(v.Names)
		}
	}
}
