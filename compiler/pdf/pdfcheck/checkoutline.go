package pdfcheck

import "fmt"

// outline checks the bookmarks: links both ways, counts, and pages that are there.
func (c *checker) outline() {
	o := c.Catalog().Get("Outlines")
	if o == nil {
		return
	}
	n := c.bookmarks("outline", o, 0)
	if count, _ := c.Int(c.Dict(o).Get("Count")); count != n {
		c.fault("outline", "outline", "Count is %d, there are %d items", count, n)
	}
}

// bookmarks walks the items below o and returns how many there are on all levels.
func (c *checker) bookmarks(where string, o Object, depth int) int {
	d := c.Dict(o)
	total := 0
	var prev Object
	for item := d.Get("First"); item != nil; item = c.Dict(item).Get("Next") {
		at := fmt.Sprintf("bookmark %v", item)
		b := c.Dict(item)
		if b.Get("Parent") != o || b.Get("Prev") != prev || total > len(c.Objects) || depth > 64 {
			c.fault("outline", at, "Parent or Prev is wrong")
			return total
		}
		if s, ok := b.Get("Title").(String); !ok || len(s) == 0 {
			c.fault("outline", at, "no Title")
		}
		c.dest(at, b.Get("Dest"))
		below := c.bookmarks(at, item, depth+1)
		if count, _ := c.Int(b.Get("Count")); count != below {
			c.fault("outline", at, "Count is %d, there are %d items", count, below)
		}
		total += 1 + below
		prev = item
	}
	if last := d.Get("Last"); last != prev {
		c.fault("outline", where, "Last is not the last item")
	}
	return total
}

// labels checks that page labels begin with page 0 and rise.
func (c *checker) labels() {
	o := c.Catalog().Get("PageLabels")
	if o == nil {
		return
	}
	nums := c.Array(c.Dict(o).Get("Nums"))
	last := -1
	for i := 0; i+1 < len(nums); i += 2 {
		n, ok := c.Int(nums[i])
		if !ok || n <= last || i == 0 && n != 0 || n >= len(c.Pages()) {
			c.fault("label", "PageLabels", "key %v", nums[i])
		}
		last = n
	}
}
