package docxtest

import (
	"maps"
	"math"
	"regexp"
	"strings"
)

// story checks what stands in one XML part.
func (c *checker) story(p *Part) {
	anchors, names, starts, ends := []string{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	p.Root.Walk(func(n *Node) {
		c.element(p.Name, n)
		switch n.Name {
		case "w:bookmarkStart":
			c.bookmark(p.Name, n)
			names[n.Get("w:name")], starts[n.Get("w:id")] = true, true
		case "w:bookmarkEnd":
			ends[n.Get("w:id")] = true
		case "w:hyperlink":
			if a := n.Get("w:anchor"); a != "" {
				anchors = append(anchors, a)
			}
		}
	})
	c.fields(p)
	if !maps.Equal(starts, ends) {
		c.say(p.Name, "not all bookmarks start and end: %d, %d", len(starts), len(ends))
	}
	for _, a := range anchors {
		if !names[a] {
			c.say(p.Name, "link to bookmark %s, which is not there", a)
		}
	}
}

var bookmarkName = regexp.MustCompile(`^[A-Za-z_]\w{0,39}$`)

// bookmark checks one bookmark; names and ids are the document's, heads and feet with it.
func (c *checker) bookmark(part string, n *Node) {
	name, id := n.Get("w:name"), n.Get("w:id")
	if c.marks[name] || c.begun[id] {
		c.say(part, "bookmark %s (%s) twice", name, id)
	}
	if !bookmarkName.MatchString(name) {
		c.say(part, "bookmark name %q", name)
	}
	c.marks[name], c.begun[id] = true, true
}

// element checks one element by itself.
func (c *checker) element(part string, n *Node) {
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Name, "r:") && c.rels[part][a.Value].kind == "" {
			c.say(part, "%s=%s has no relationship", a.Name, a.Value)
		}
	}
	c.values(part, n)
	c.limits(part, n)
	switch n.Name {
	case "w:tc", "w:hdr", "w:ftr", "w:body", "w:txbxContent":
		c.endsInParagraph(part, n)
	case "w:tbl":
		c.table(part, n)
	case "w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next":
		if c.styles[n.Get("w:val")] == "" {
			c.say(part, "%s %s is not defined", n.Name, n.Get("w:val"))
		} else if want := styleTypes[n.Name]; want != "" && c.styles[n.Get("w:val")] != want {
			c.say(part, "%s %s is a style of another type", n.Name, n.Get("w:val"))
		}
	case "w:numId":
		if !c.nums[n.Get("w:val")] {
			c.say(part, "numId %s is not defined", n.Get("w:val"))
		}
	case "w:t", "w:instrText":
		c.text(part, n)
	case "wp:docPr":
		if c.draws[n.Get("id")] {
			c.say(part, "drawing %s twice", n.Get("id"))
		}
		if id := number(n.Get("id"), 0); id < 1 || id > math.MaxInt32 {
			c.say(part, "a drawing has the number %s", n.Get("id"))
		}
		c.draws[n.Get("id")] = true
	case "w:footnoteReference", "w:endnoteReference", "w:commentReference":
		c.say(part, "%s leads to a part that is not written", n.Name)
	case "w:sz":
		if v := number(n.Get("w:val"), 24); n.Get("w:val") != "" && (v < 2 || v > 3276) {
			c.say(part, "size %d", v)
		}
	case "w:updateFields":
		c.say(part, "w:updateFields makes Word ask")
	}
}

func (c *checker) endsInParagraph(part string, n *Node) {
	last := ""
	for _, k := range n.Kids {
		if k.Name == "w:tbl" && last == "w:tbl" {
			c.say(part, "two tables touch")
		}
		if k.Name != "w:sectPr" && k.Name != "w:bookmarkEnd" {
			last = k.Name
		}
	}
	if last != "w:p" && last != "w:sdt" {
		c.say(part, "%s ends in %q, not in a paragraph", n.Name, last)
	}
}

func (c *checker) text(part string, n *Node) {
	s := ""
	for _, k := range n.Kids {
		s += k.Text
	}
	if strings.ContainsAny(s, "\t\n\r") {
		c.say(part, "tab or line break in %q", s)
	}
	if s != strings.TrimSpace(s) && n.Get("xml:space") != "preserve" {
		c.say(part, "blanks of %q are lost", s)
	}
}

// table checks the grid: each row covers it, merged cells continue under cells of the same edges, widths are the grid's.
func (c *checker) table(part string, t *Node) {
	var widths []int
	if grid := t.First("w:tblGrid"); grid != nil {
		for _, col := range grid.Kids {
			widths = append(widths, number(col.Get("w:w"), 0))
		}
	}
	if len(widths) == 0 || len(widths) > 63 {
		c.say(part, "table of %d columns", len(widths))
		return
	}
	if t.First("w:tblPr") == nil {
		c.say(part, "table without properties")
	}
	above, body, rows := map[int]int{}, false, 0
	for _, tr := range t.Kids {
		if tr.Name != "w:tr" {
			continue
		}
		rows++
		head := tr.First("w:trPr/w:tblHeader") != nil
		if head && body {
			c.say(part, "row %d heads the table after a row that does not", rows)
		}
		body = body || !head
		above = c.row(part, tr, rows, widths, above)
	}
	if rows == 0 {
		c.say(part, "table without rows")
	}
}

// row checks one row and gives the merged cells that a next row may continue: column to span.
func (c *checker) row(part string, tr *Node, row int, widths []int, above map[int]int) map[int]int {
	merged, col, starts := map[int]int{}, 0, 0
	for _, tc := range tr.Kids {
		if tc.Name != "w:tc" {
			continue
		}
		span := 1
		if s := tc.First("w:tcPr/w:gridSpan"); s != nil {
			span = number(s.Get("w:val"), 0)
		}
		if span < 1 || col+span > len(widths) {
			c.say(part, "row %d: a cell spans %d columns from %d", row, span, col)
			return merged
		}
		c.width(part, tc, row, widths[col:col+span])
		switch m := tc.First("w:tcPr/w:vMerge"); {
		case m == nil:
			starts++
		case m.Get("w:val") == "restart":
			starts++
			merged[col] = span
		default:
			if above[col] != span {
				c.say(part, "row %d: column %d continues no cell", row, col)
			}
			merged[col] = span
		}
		col += span
	}
	if col != len(widths) {
		c.say(part, "row %d covers %d columns of %d", row, col, len(widths))
	}
	if starts == 0 {
		c.say(part, "row %d: no cell starts in it", row)
	}
	return merged
}

func (c *checker) width(part string, tc *Node, row int, widths []int) {
	sum := 0
	for _, w := range widths {
		if w <= 0 {
			c.say(part, "row %d: a column without width", row)
		}
		sum += w
	}
	if w := tc.First("w:tcPr/w:tcW"); w == nil || number(w.Get("w:w"), -1) != sum {
		c.say(part, "row %d: w:tcW is not the %d of its columns", row, sum)
	}
}
