package compiler

import (
	"bytes"
	"errors"
	"testing"

	"github.com/banxin-go/banxin/compiler/docx"
	"github.com/banxin-go/banxin/compiler/docx/docxtest"
	"github.com/banxin-go/banxin/layout"
	"github.com/banxin-go/banxin/layout/display"
	"github.com/banxin-go/banxin/layout/doc"
	"github.com/banxin-go/banxin/layout/unit"
)

// On demand charts are pictures of what the PDF shows, in the place and with the words of the native ones, and no workbook goes
// with them.
func TestChartPictures(t *testing.T) {
	for name, d := range map[string]*doc.Document{"pictures": figuresGallery(t), "pictures-limits": chartLimits()} {
		out := compile(t, given{d}, bundledSet(t))
		var file, again bytes.Buffer
		if err := errors.Join(out.WriteDOCX(&file, &docx.Options{Charts: docx.PictureCharts}), out.WriteDOCX(&again, &docx.Options{Charts: docx.PictureCharts})); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(file.Bytes(), again.Bytes()) {
			t.Error("another file the second time")
		}
		for _, fault := range docxtest.Faults(file.Bytes()) {
			t.Error(fault)
		}
		keepArtifact(t, "figures-"+name+".docx", file.Bytes())
		text, err := docxtest.Text(file.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		charts := 0
		for i := range d.Sections {
			for _, block := range d.Sections[i].Blocks {
				if c, ok := block.(*doc.Chart); ok {
					charts++
					if !bytes.Contains(text, []byte("descr="+c.AltText())) {
						t.Errorf("%s: nothing says %s", name, c.AltText())
					}
				}
			}
		}
		if n := bytes.Count(text, []byte(".emf --\n")); n != charts || bytes.Contains(text, []byte("charts/")) || bytes.Contains(text, []byte(".xlsx")) {
			t.Errorf("%s: %d pictures of %d charts, or native ones", name, n, charts)
		}
	}
}

// A drawing has every item that the page has for the chart's figure, moved to its own corner, and no other.
func TestDrawingsAreThePagesOwn(t *testing.T) {
	out := compile(t, given{figuresGallery(t)}, bundledSet(t))
	drawings, err := layout.Drawings(out.Doc, bundledSet(t))
	if err != nil || len(drawings) != 6 {
		t.Fatalf("%d drawings, %v", len(drawings), err)
	}
	n := 0
	for _, group := range out.Pages.Root.Kids {
		if group.Role != display.RoleDiv {
			continue
		}
		node, caption := group.Kids[0], group.Kids[1]
		if len(group.Kids) != 2 || node.Role != display.RoleFigure || caption.Role != display.RoleCaption {
			t.Fatal("not a Figure and its Caption")
		}
		var page []display.Item
		for _, item := range out.Pages.Paint(node.Extra.Page).Items {
			if _, of := corner(item); of == node {
				page = append(page, item)
			}
		}
		if len(page) != len(drawings[n].Items) {
			t.Fatalf("figure %d has %d items on its page and %d by itself", n+1, len(page), len(drawings[n].Items))
		}
		origin := node.Extra.Box.Point
		for i, item := range drawings[n].Items {
			at, _ := corner(item)
			if want, _ := corner(page[i]); at.Add(origin) != want {
				t.Errorf("figure %d: item %d stands at %v, want %v", n+1, i, at.Add(origin), want)
			}
		}
		n++
	}
	if n != len(drawings) {
		t.Errorf("%d figures", n)
	}
}

// corner is where an item begins, and the node it belongs to.
func corner(item display.Item) (unit.Point, *display.Node) {
	switch item := item.(type) {
	case *display.Path:
		return item.Segs[0].P[0], item.Node
	case *display.Rule:
		return item.From, item.Node
	case *display.Text:
		return item.At, item.Node
	}
	return unit.Point{}, nil
}

func TestChartPicturesNeedDrawings(t *testing.T) {
	err := docx.Write(&bytes.Buffer{}, figuresGallery(t), &docx.Options{Charts: docx.PictureCharts})
	if !errors.Is(err, docx.ErrNoDrawings) {
		t.Error(err)
	}
}
