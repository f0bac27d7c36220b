package compiler

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/banxin-go/banxin/"

// imports is the table of who imports whom, no less and no more. Packages of tests and tools stand below the line.
var imports = map[string][]string{
	"layout/unit":    {},
	"layout/doc":     {"layout/unit"},
	"layout/picture": {"layout/unit"},
	"layout/display": {"layout/unit", "fonts"},
	"fonts":          {"fonts/subset"},
	"fonts/bundled":  {"fonts"},
	"fonts/subset":   {},
	"tables":         {"layout/unit"},
	"report":         {"layout/doc", "layout/unit"},
	"layout":         {"layout/doc", "layout/display", "layout/picture", "layout/unit", "fonts", "tables"},
	"compiler/pdf":   {"layout/display", "layout/picture", "layout/unit", "fonts", "fonts/subset"},
	"compiler/emf":   {"layout/display", "layout/doc", "layout/unit", "fonts/subset"},
	"compiler/docx":  {"layout/doc", "layout/picture", "layout/unit", "tables", "fonts", "fonts/subset", "compiler/printed"},
	"compiler":       {"compiler/pdf", "compiler/docx", "compiler/emf", "compiler/printed", "compiler/pdf/pdfread", "compiler/docx/docxread", "report", "layout", "layout/doc", "layout/display", "layout/picture", "layout/unit", "fonts", "tables"},
	"cmd/banxin":     {"compiler", "compiler/pdf", "compiler/docx", "report", "layout/doc", "layout/unit", "fonts", "fonts/bundled"},

	// What a report, a PDF and a DOCX show, in one form: what is read back must not depend on what writes.
	"compiler/printed":       {"layout/doc"},
	"compiler/pdf/pdfread":   {"compiler/printed"},
	"compiler/docx/docxread": {"compiler/printed"},

	"compiler/pdf/pdfcheck":  {"tables"},
	"compiler/docx/docxtest": {},
}

func TestImports(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}: {{join .Imports \" \"}}", module+"...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	seen := 0
	for line := range strings.Lines(string(out)) {
		path, list, _ := strings.Cut(strings.TrimSpace(line), ": ")
		pkg := strings.TrimPrefix(path, module)
		allowed, known := imports[pkg]
		if !known {
			t.Errorf("package %s is not in the table of imports", pkg)
			continue
		}
		seen++
		have := strings.Fields(list)
		for _, imported := range have {
			if dep, ours := strings.CutPrefix(imported, module); ours && !slices.Contains(allowed, dep) {
				t.Errorf("%s imports %s, which the table does not allow", pkg, dep)
			}
		}
		for _, dep := range allowed {
			if !slices.Contains(have, module+dep) {
				t.Errorf("%s does not import %s, as the table has it", pkg, dep)
			}
		}
	}
	if seen != len(imports) {
		t.Errorf("%d packages of the table exist, want %d", seen, len(imports))
	}
}

// Go fuses a float multiply-add on arm64 and not on amd64: coordinates made of floats would give other bytes there.
func TestNoFloats(t *testing.T) {
	for _, dir := range []string{"layout", "tables", "compiler"} {
		eachFile(t, dir, func(path string, file *ast.File, set *token.FileSet) {
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.Ident:
					if n.Name == "float64" || n.Name == "float32" {
						t.Errorf("%s: %s", set.Position(n.Pos()), n.Name)
					}
				case *ast.BasicLit:
					if n.Kind == token.FLOAT && strings.Contains(n.Value, ".") { // 5e10 may be a whole number
						t.Errorf("%s: %s", set.Position(n.Pos()), n.Value)
					}
				}
				return true
			})
		})
	}
}

// Functions stay short, and library code neither prints, exits nor panics.
func TestCodeRules(t *testing.T) {
	var lengths []int
	for _, dir := range []string{"layout", "tables", "fonts", "report", "compiler", "cmd"} {
		eachFile(t, dir, func(path string, file *ast.File, set *token.FileSet) {
			for _, decl := range file.Decls {
				f, ok := decl.(*ast.FuncDecl)
				if !ok || f.Body == nil {
					continue
				}
				n := set.Position(f.End()).Line - set.Position(f.Pos()).Line + 1
				lengths = append(lengths, n)
				if n > 80 {
					t.Errorf("%s: %s is %d lines long, at most 80", set.Position(f.Pos()), f.Name.Name, n)
				}
				if f.Name.Name == "init" && f.Recv == nil {
					t.Errorf("%s: init", set.Position(f.Pos()))
				}
			}
			if dir != "cmd" {
				noSideEffects(t, file, set)
			}
		})
	}
	slices.Sort(lengths)
	median, p90 := lengths[len(lengths)/2], lengths[len(lengths)*9/10]
	t.Logf("%d functions, median %d lines, p90 %d, longest %d", len(lengths), median, p90, lengths[len(lengths)-1])
	if median > 10 || p90 > 35 {
		t.Errorf("functions have grown: median %d lines (at most 10), p90 %d (at most 35)", median, p90)
	}
}

func noSideEffects(t *testing.T, file *ast.File, set *token.FileSet) {
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		name := ""
		switch f := call.Fun.(type) {
		case *ast.Ident:
			name = f.Name
		case *ast.SelectorExpr:
			if x, ok := f.X.(*ast.Ident); ok {
				name = x.Name + "." + f.Sel.Name
			}
		}
		if slices.Contains([]string{"panic", "print", "println", "os.Exit", "fmt.Print", "fmt.Println", "fmt.Printf", "log.Print", "log.Printf", "log.Fatal", "time.Now"}, name) {
			t.Errorf("%s: %s in library code", set.Position(call.Pos()), name)
		}
		return true
	})
}

// eachFile parses the source files below a folder of the module, tests and tools left out.
func eachFile(t *testing.T, dir string, do func(path string, file *ast.File, set *token.FileSet)) {
	t.Helper()
	set := token.NewFileSet()
	count := 0
	err := filepath.WalkDir(filepath.Join("..", dir), func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") || inTool(path) {
			return err
		}
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		count++
		do(path, file, set)
		return nil
	})
	if err != nil || count == 0 {
		t.Fatalf("%s: %d files, %v", dir, count, err)
	}
}

func inTool(path string) bool {
	return strings.Contains(path, "pdfcheck") || strings.Contains(path, "docxtest") || strings.Contains(path, string(filepath.Separator)+"make"+string(filepath.Separator))
}
