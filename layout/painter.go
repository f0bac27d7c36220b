package layout

import (
	"github.com/banxin-go/banxin/layout/display"
)

// A painter collects the items of one page.
type painter struct {
	page   *display.Page
	plan   *plan
	number int // of the page in the document, from 0
	setter *setter
	store  store // of what stands on the page
}

func (p *painter) add(items ...display.Item) { p.page.Items = append(p.page.Items, items...) }

// dest is where a link "#key" jumps to, nil for a key that nothing has.
func (p *painter) dest(key string) *display.Dest {
	at, ok := p.plan.targets[key]
	if !ok {
		return nil
	}
	d := p.plan.locate(at)
	return &d
}
