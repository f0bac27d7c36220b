package layout

import "github.com/banxin-go/banxin/layout/display"

// A painter collects the items of one page.
type painter struct{ page *display.Page }

func (p *painter) add(items ...display.Item) { p.page.Items = append(p.page.Items, items...) }
