package pdf

import "github.com/banxin-go/banxin/layout/display"

type image struct {
	name string
	id   ref
}
type imageTable struct{ list []*image }

func (c *content) image(im *display.Image) {}
