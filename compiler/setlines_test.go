package compiler

import (
	"bytes"
	"context"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/banxin-go/banxin/compiler/pdf/pdfcheck"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
)

// setLines are the lines of text of a document as they are set, without their blanks: what stands on one baseline of a paragraph.
func setLines(d *display.Document) []string {
	var lines []string
	for n := range d.Count {
		var last *display.Text
		for _, item := range d.Paint(n).Items {
			t, ok := item.(*display.Text)
			if !ok || t.Node == nil || t.Dir != display.Across || t.Tilt != (display.Tilt{}) {
				continue
			}
			if last != nil && last.Node == t.Node && last.At.Y == t.At.Y && last.Size == t.Size && t.At.X > last.At.X {
				lines[len(lines)-1] += unspaced(t.String)
			} else {
				lines = append(lines, unspaced(t.String))
			}
			last = t
		}
	}
	return lines
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }

// byPoppler gives what pdftotext reads, line by line.
func byPoppler(t *testing.T, pdf []byte, flags ...string) []string {
	t.Helper()
	cmd := exec.Command("pdftotext", append(flags, "-", "-")...)
	cmd.Stdin = bytes.NewReader(pdf)
	seen, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(seen), "\n")
}

var blankAtMark = regexp.MustCompile(`. [，。、；：？！）》〉」』”’]|[（《〈「『“‘] .`)

// A line that is set is a line that is copied: no squeezed mark breaks it, whatever stands beside it, and no mark has a blank between it
// and what it belongs to.
func TestSetLinesByPoppler(t *testing.T) {
	needPoppler(t, "pdftotext")
	for _, name := range reportNames(t) {
		if strings.HasPrefix(name, "bad-") {
			continue
		}
		out, err := Compile(context.Background(), readAny(t, name), &Options{Fonts: bundledSet(t)})
		if err != nil {
			t.Fatal(err)
		}
		lines := byPoppler(t, written(t, out, nil), "-raw")
		for i, line := range lines {
			if blank := blankAtMark.FindString(line); blank != "" {
				t.Errorf("%s: %q in %s", name, blank, line)
			}
			lines[i] = unspaced(line)
		}
		copied := strings.Join(lines, "\n")
		rest := copied
		for _, line := range setLines(out.Pages) {
			if _, after, ok := strings.Cut(rest, line); ok {
				rest = after
			} else if !strings.Contains(copied, line) {
				t.Errorf("%s: %s is broken", name, line)
			}
		}
	}
}

// Marks squeezed by one another, at the ends of lines, by what is beside them in another face or size, and from both sides.
func TestSqueezedMarksByPoppler(t *testing.T) {
	needPoppler(t, "pdftotext")
	const long = "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）、《国务院办公厅关于印发〈政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）" +
		"，“十四五”规划、《纲要》、‘放管服’，阿不都·热依木说：“《条例》是‘依据’。”（“以下略”）。见《ABC》（Word）、《GB/T 9704》（2012）——“X”。"
	var blocks []doc.Block
	for _, cut := range []int{0, 1, 2, 3, 5, 8, 11, 17} {
		text := string([]rune(long)[cut:])
		blocks = append(blocks, &doc.Paragraph{Text: spans(text)}, &doc.Paragraph{Text: []doc.Span{{Text: "办法》"}, {Text: "（试行）、《", Bold: true}, {Text: text}}})
	}
	out, err := Compile(context.Background(), given{&doc.Document{Meta: doc.Meta{Title: "标点", Author: "云州市"}, Sections: []doc.Section{{Blocks: blocks}}}},
		&Options{Fonts: bundledSet(t)})
	if err != nil {
		t.Fatal(err)
	}
	pdf := written(t, out, nil)
	for _, err := range pdfcheck.Check(pdf) {
		t.Error(err)
	}
	keepArtifact(t, "squeezed.pdf", pdf)
	for _, flags := range [][]string{nil, {"-raw"}} {
		copied := byPoppler(t, pdf, flags...)
		for _, line := range setLines(out.Pages) {
			found := false
			for _, c := range copied {
				found = found || unspaced(c) == line
			}
			if !found {
				t.Errorf("%v: %s is broken", flags, line)
			}
		}
	}
}
