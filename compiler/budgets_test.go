package compiler

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// What a reader can keep in mind.
const (
	mostArguments = 5
	mostNesting   = 3
	mostLines     = 350 // of a file
)

// overBudget are the functions that are deeper or wider. None may join them.
var overBudget = []string{"paint", "pageEnd", "tornCell", "lines"}

// Functions take few arguments and are not deep, files are short, and every exported name says what it is.
func TestBudgets(t *testing.T) {
	for _, dir := range []string{"layout", "tables", "fonts", "report", "compiler", "cmd"} {
		eachFile(t, dir, func(path string, file *ast.File, set *token.FileSet) {
			if n := set.Position(file.FileEnd).Line; n > mostLines+1 {
				t.Errorf("%s has %d lines, at most %d", path, n-1, mostLines)
			}
			for _, decl := range file.Decls {
				f, ok := decl.(*ast.FuncDecl)
				if !ok || f.Body == nil || dir == "layout" && slices.Contains(overBudget, f.Name.Name) {
					continue
				}
				if n := f.Type.Params.NumFields(); n > mostArguments {
					t.Errorf("%s: %s takes %d arguments, at most %d", set.Position(f.Pos()), f.Name.Name, n, mostArguments)
				}
				if n := nesting(f.Body); n > mostNesting {
					t.Errorf("%s: %s is %d deep, at most %d", set.Position(f.Pos()), f.Name.Name, n, mostNesting)
				}
			}
		})
		documented(t, dir)
	}
}

// nesting is how many branches and loops stand in one another at the deepest place. else if is as deep as its if.
func nesting(n ast.Node) int {
	deepest := 0
	inside := func(body ast.Node, own int) { deepest = max(deepest, nesting(body)+own) }
	ast.Inspect(n, func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.IfStmt:
			inside(m.Body, 1)
			if _, chained := m.Else.(*ast.IfStmt); chained {
				inside(m.Else, 0)
			} else if m.Else != nil {
				inside(m.Else, 1)
			}
			return false
		case *ast.ForStmt:
			inside(m.Body, 1)
			return false
		case *ast.RangeStmt:
			inside(m.Body, 1)
			return false
		case *ast.SwitchStmt:
			inside(m.Body, 1)
			return false
		case *ast.TypeSwitchStmt:
			inside(m.Body, 1)
			return false
		case *ast.SelectStmt:
			inside(m.Body, 1)
			return false
		case *ast.FuncLit:
			inside(m.Body, 0)
			return false
		}
		return true
	})
	return deepest
}

// wellKnown are the methods whose interfaces say what they do.
var wellKnown = []string{"Error", "String", "Unwrap", "Read", "Write", "Close"}

// documented asks for a comment on every exported name of the packages below a folder.
func documented(t *testing.T, dir string) {
	t.Helper()
	set := token.NewFileSet()
	eachFile(t, dir, func(path string, _ *ast.File, _ *token.FileSet) {
		source, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		file, err := parser.ParseFile(set, path, source, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			for _, name := range bare(decl) {
				t.Errorf("%s: nothing says what %s is", filepath.ToSlash(set.Position(decl.Pos()).String()), name)
			}
		}
	})
}

// bare gives the exported names of a declaration that have no comment.
func bare(decl ast.Decl) (names []string) {
	switch d := decl.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && d.Doc == nil && !(d.Recv != nil && slices.Contains(wellKnown, d.Name.Name)) {
			names = append(names, d.Name.Name)
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
					names = append(names, s.Name.Name)
				}
			case *ast.ValueSpec:
				if d.Doc == nil && s.Doc == nil && s.Comment == nil {
					names = append(names, exported(s.Names)...)
				}
			}
		}
	}
	return names
}

func exported(idents []*ast.Ident) (names []string) {
	for _, id := range idents {
		if id.IsExported() && !strings.HasPrefix(id.Name, "_") {
			names = append(names, id.Name)
		}
	}
	return names
}
