package report

import "strings"

// Elsewhere names the fonts that would have a character that the ones in use lack. It is an argument of "font.missing".
type Elsewhere struct {
	Names  []string
	Loaded bool // they are at hand, but serve another role; else they are known families that may be put into the font folder
}

// In gives the hint, to follow the problem's text; empty where there is nothing to tell.
func (e Elsewhere) In(lang string) string {
	switch {
	case len(e.Names) == 0:
		return ""
	case isChinese(lang) && e.Loaded:
		return "；" + strings.Join(e.Names, "、") + " 含有此字，但属于别的字体类别"
	case isChinese(lang):
		return "；含有此字的字体有 " + strings.Join(e.Names, "、") + "，可放入自备字体目录"
	case e.Loaded:
		return "; " + strings.Join(e.Names, ", ") + " has it and serves another role"
	}
	return "; among the fonts that have it are " + strings.Join(e.Names, ", ") + ": put one into the font folder"
}
