package docx

import "strings"

// RoleNames says by which names Word asks for the faces of a role. A DOCX names its faces and leaves it to the reader's
// machine to have them.
type RoleNames struct {
	Role  string // 宋, 黑, 楷, 仿宋, 小标宋
	Han   string // for Han characters and their punctuation
	Latin string // for letters and figures
}

// DefaultNames gives the faces that Chinese offices have with Windows, Word and WPS: 仿宋_GB2312 and 楷体_GB2312 as official
// templates ask for, letters and figures in Times New Roman. Titles take the figures of 小标宋: others would look pale there.
func DefaultNames() []RoleNames {
	return []RoleNames{
		{"宋", "宋体", "Times New Roman"},
		{"黑", "黑体", "Times New Roman"},
		{"楷", "楷体_GB2312", "Times New Roman"},
		{"仿宋", "仿宋_GB2312", "Times New Roman"},
		{"小标宋", "方正小标宋简体", "方正小标宋简体"},
	}
}

// fontNames gives the names under which the styles ask for a role's faces: those embedded, else the machine's.
func (p *writer) fontNames(role string) RoleNames {
	n := p.names(role)
	if p.embedded == nil {
		return n
	}
	if e := p.embedded.han[role]; e != nil {
		n.Han = e.name
	}
	if e := p.embedded.latin[role]; e != nil {
		n.Latin = e.name
	}
	return n
}

// names gives the faces of a role.
func (p *writer) names(role string) RoleNames {
	for _, n := range p.opts.Names {
		if n.Role == role {
			return n
		}
	}
	for _, n := range defaultNames {
		if n.Role == role {
			return n
		}
	}
	return defaultNames[0]
}

var defaultNames = DefaultNames()

// A fontInfo is what word/fontTable.xml tells about a face, so that a machine without it can choose another.
type fontInfo struct {
	name, alt, panose, charset, family, pitch string
}

// fontInfos are the faces that reports ask for. w:altName lists other names of the same design, the likeliest first
// (ISO/IEC 29500-1 17.8.3.1); charset 86 is GB 2312. The panose numbers are those of the faces themselves.
var fontInfos = [...]fontInfo{
	{"Times New Roman", "Liberation Serif,Tinos", "02020603050405020304", "00", "roman", "variable"},
	{"宋体", "SimSun,Noto Serif SC", "02010600030101010101", "86", "auto", "variable"},
	{"黑体", "SimHei,Noto Sans SC", "02010609060101010101", "86", "modern", "fixed"},
	{"仿宋_GB2312", "仿宋,FangSong", "02010609030101010101", "86", "modern", "fixed"},
	{"仿宋", "FangSong,仿宋_GB2312", "02010609060101010101", "86", "modern", "fixed"},
	{"楷体_GB2312", "楷体,KaiTi", "02010609030101010101", "86", "modern", "fixed"},
	{"楷体", "KaiTi,楷体_GB2312", "02010609060101010101", "86", "modern", "fixed"},
	{"方正小标宋简体", "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋", "02010601030101010101", "86", "auto", "variable"},
}

// infoOf gives what is known of a face; of one that is not in the table only that it is Chinese.
func infoOf(name string) fontInfo {
	for _, f := range fontInfos {
		if f.name == name {
			return f
		}
	}
	return fontInfo{name: name, charset: "86", family: "auto", pitch: "variable"}
}

// Alternates lists the faces that a reader without the named one takes, the likeliest first; "" for a face that is not known.
func Alternates(name string) string { return strings.ReplaceAll(infoOf(name).alt, ",", "、") }

// Rare says whether machines with a present Windows and Word lack the named face: the _GB2312 faces went with Windows XP, and
// 方正小标宋 is bought or comes with WPS.
func Rare(name string) bool {
	return strings.HasSuffix(name, "_GB2312") || strings.Contains(name, "小标宋")
}
