package peers

import (
	"context"
	"io"
	"os"
	"testing"

	"github.com/banxin-go/banxin/compiler"
	"github.com/banxin-go/banxin/fonts/bundled"
	"github.com/banxin-go/banxin/report"
)

// banxin makes the same report from its typed form: checked, tagged, justified, PDF/A-2a and PDF/UA-1.
func banxin(t testing.TB) []writer {
	t.Helper()
	const name = "../reports/erqi-2022.json"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	annual, problems := report.Decode(data, name)
	if problems.HasErrors() {
		t.Fatal(problems)
	}
	set, err := bundled.Set()
	if err != nil {
		t.Fatal(err)
	}
	compile := func() (*compiler.Output, error) {
		return compiler.Compile(context.Background(), annual, &compiler.Options{Fonts: set, Lenient: true})
	}
	return []writer{
		{"banxin", func(w io.Writer) error {
			out, err := compile()
			if err != nil {
				return err
			}
			return out.WritePDF(w, nil)
		}},
		{"banxin, both files", func(w io.Writer) error {
			out, err := compile()
			if err != nil {
				return err
			}
			if err := out.WritePDF(w, nil); err != nil {
				return err
			}
			return out.WriteDOCX(io.Discard, nil)
		}},
	}
}
