package doc

import "strings"

// AltText tells a chart in words, for those who cannot see it: its kind and title, then every figure. Alt takes its place
// where it is given.
//
//	柱形图：各季度受理情况，单位：件。受理：一季度12，二季度34；办结：一季度11，二季度33。
func (c *Chart) AltText() string {
	if c.Alt != "" {
		return c.Alt
	}
	var b strings.Builder
	b.WriteString(c.Kind.String())
	if c.Title != "" {
		b.WriteString("：" + c.Title)
	}
	if c.Unit != "" {
		b.WriteString("，单位：" + c.Unit)
	}
	b.WriteString("。")
	for i := range c.Series {
		if i > 0 {
			b.WriteString("；")
		}
		c.tell(&b, &c.Series[i])
	}
	b.WriteString("。")
	return b.String()
}

func (c *Chart) tell(b *strings.Builder, s *Series) {
	if s.Name != "" {
		b.WriteString(s.Name + "：")
	}
	for i, v := range s.Values {
		if i > 0 {
			b.WriteString("，")
		}
		if i < len(c.Categories) {
			b.WriteString(strings.ReplaceAll(c.Categories[i], "\n", ""))
		}
		b.WriteString(c.Format(v))
	}
}
