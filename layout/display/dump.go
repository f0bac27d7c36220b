package display

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/banxin-go/banxin/layout/unit"
)

// Dump writes the document as text for goldens: one line an item, lengths in points from the page's top left corner, text in
// 「」, and behind each item the structure element it belongs to.
func Dump(w io.Writer, d *Document) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "document 「%s」 lang %s, %d pages\n", d.Title, d.Lang, d.Count)
	for _, m := range d.Outline {
		fmt.Fprintf(b, "%smark 「%s」 page %d y %s\n", strings.Repeat("  ", m.Level), m.Title, m.Page+1, m.Y.Decimal())
	}
	paths := nodePaths(d)
	for n := range d.Count {
		p := d.Paint(n)
		fmt.Fprintf(b, "page %d %s × %s label %q\n", n+1, p.Size.W.Decimal(), p.Size.H.Decimal(), p.Label)
		for _, it := range p.Items {
			dumpItem(b, it, paths)
		}
	}
	return b.Flush()
}

// nodePaths names each node by its role and its place among its siblings: Table/TBody/TR.3/TD.2.
func nodePaths(d *Document) []string {
	paths := make([]string, d.Nodes)
	var walk func(n *Node, at string)
	walk = func(n *Node, at string) {
		paths[n.Num] = at
		if at != "" {
			at += "/"
		}
		for i, kid := range n.Kids {
			walk(kid, fmt.Sprintf("%s%s.%d", at, kid.Role, i+1))
		}
	}
	walk(d.Root, "")
	return paths
}

func dumpItem(b *bufio.Writer, it Item, paths []string) {
	switch it := it.(type) {
	case *Text:
		fmt.Fprintf(b, "  text %s,%s %s %s%s 「%s」%s%s\n", it.At.X.Decimal(), it.At.Y.Decimal(), it.Size.Decimal(), it.Face.PostScript,
			textMarks(it), it.String, readings(it)+advances(it), owner(it.Node, it.Artifact, paths))
	case *Rule:
		fmt.Fprintf(b, "  rule %s,%s – %s,%s %s%s\n", it.From.X.Decimal(), it.From.Y.Decimal(), it.To.X.Decimal(), it.To.Y.Decimal(),
			it.Width.Decimal()+inkMark(it.Ink), owner(it.Node, LayoutArtifact, paths))
	case *Fill:
		fmt.Fprintf(b, "  fill %s gray %d\n", box(it.Box), it.Gray)
	case *Path:
		dumpPath(b, it, paths)
	case *Image:
		blend := ""
		if it.Multiply {
			blend = " multiply"
		}
		fmt.Fprintf(b, "  image %s %d bytes%s%s\n", box(it.Box), len(it.Data), blend, owner(it.Node, LayoutArtifact, paths))
	case *Link:
		to := it.URL
		if it.Dest != nil {
			to = fmt.Sprintf("page %d y %s", it.Dest.Page+1, it.Dest.Y.Decimal())
		}
		fmt.Fprintf(b, "  link %s to %s%s\n", box(it.Box), to, owner(it.Node, LayoutArtifact, paths))
	}
}

// dumpPath writes a path as PDF would: x,y m, l or c, and h for back to the start.
func dumpPath(b *bufio.Writer, p *Path, paths []string) {
	b.WriteString("  path")
	for i := range p.Segs {
		s := &p.Segs[i]
		for _, at := range s.P[:[...]int{1, 1, 3, 0}[s.Op]] {
			fmt.Fprintf(b, " %s,%s", at.X.Decimal(), at.Y.Decimal())
		}
		b.WriteString([...]string{" m", " l", " c", " h"}[s.Op])
	}
	if p.Fill {
		fmt.Fprintf(b, " fill %d", p.FillGray)
	}
	if p.Width > 0 {
		fmt.Fprintf(b, " stroke %d %s", p.StrokeGray, p.Width.Decimal())
	}
	b.WriteString(inkMark(p.Ink) + owner(p.Node, LayoutArtifact, paths) + "\n")
}

func box(r unit.Rect) string {
	return fmt.Sprintf("%s,%s %s × %s", r.X.Decimal(), r.Y.Decimal(), r.W.Decimal(), r.H.Decimal())
}

func textMarks(t *Text) string {
	s := [...]string{"", " down", " rotated"}[t.Dir]
	if t.Tilt != (Tilt{}) {
		s += fmt.Sprintf(" tilt %d,%d", t.Tilt.Cos, t.Tilt.Sin)
	}
	if t.FakeBold {
		s += " fakebold"
	}
	if t.Gray != 0 {
		s += fmt.Sprintf(" gray %d", t.Gray)
	}
	s += inkMark(t.Ink)
	return s
}

// readings tells what a text has lent to the line before and borrowed from the next.
func readings(t *Text) (s string) {
	if t.Lent > 0 {
		s = fmt.Sprintf(" lent %q", t.String[:t.Lent])
	}
	if t.Borrowed != "" {
		s += fmt.Sprintf(" borrowed %q", t.Borrowed)
	}
	return s
}

func inkMark(i Ink) string { return [...]string{"", " red"}[i] }

// advances tells where the last glyph stands: with even spacing that is all a reader needs to see a line change.
func advances(t *Text) string {
	if len(t.Pos) < 2 {
		return ""
	}
	return " …" + t.Pos[len(t.Pos)-1].Decimal()
}

func owner(n *Node, a Artifact, paths []string) string {
	if n != nil {
		return " " + paths[n.Num]
	}
	return " artifact " + [...]string{"layout", "header", "footer", "repeat", "watermark"}[a]
}
