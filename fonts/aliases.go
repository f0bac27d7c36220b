package fonts

import (
	"path"
	"strings"
)

// alias maps the beginning of a family name, lower case and without spaces and hyphens, to the role it serves.
type alias struct {
	prefix string
	role   Role
}

// hanAliases is searched in order: 小标宋 before 宋, 仿宋 before 宋. Sources: the families that Windows, Office, WPS, macOS,
// 方正, 汉仪, 华文 and the free Han projects ship. "*" at the start matches anywhere in the name.
var hanAliases = [...]alias{
	{"*小标宋", XiaoBiaoSong}, {"*xiaobiaosong", XiaoBiaoSong}, {"fzxbs", XiaoBiaoSong}, {"*大标宋", XiaoBiaoSong},
	{"*dabiaosong", XiaoBiaoSong}, {"*中标宋", XiaoBiaoSong}, {"*zhongbiaosong", XiaoBiaoSong}, {"stzhongsong", XiaoBiaoSong},
	{"华文中宋", XiaoBiaoSong},

	{"*仿宋", FangSong}, {"*fangsong", FangSong}, {"simfang", FangSong}, {"fandolfang", FangSong}, {"stfangso", FangSong},
	{"fzfs", FangSong}, {"hyfs", FangSong},

	{"*楷体", Kai}, {"*kaiti", Kai}, {"simkai", Kai}, {"fandolkai", Kai}, {"stkai", Kai}, {"*wenkai", Kai}, {"*文楷", Kai},
	{"fzkai", Kai}, {"fzkt", Kai}, {"*楷", Kai}, {"*ukai", Kai}, {"twkai", Kai}, {"biaukai", Kai}, {"dfkai", Kai},
	{"banxinkai", Kai},

	{"*黑体", Hei}, {"simhei", Hei}, {"stheiti", Hei}, {"stxihei", Hei}, {"heiti", Hei}, {"fandolhei", Hei}, {"*雅黑", Hei},
	{"microsoftyahei", Hei}, {"msyh", Hei}, {"notosanssc", Hei}, {"notosanscjk", Hei}, {"notosanstc", Hei}, {"notosansjp", Hei},
	{"notosanskr", Hei}, {"sourcehansans", Hei}, {"*思源黑", Hei}, {"fzhei", Hei}, {"fzht", Hei}, {"*黑", Hei}, {"pingfang", Hei},
	{"苹方", Hei}, {"hiraginosansgb", Hei}, {"dengxian", Hei}, {"等线", Hei}, {"wenquanyi", Hei}, {"wqy", Hei},
	{"droidsansfallback", Hei},

	{"*宋体", Song}, {"simsun", Song}, {"nsimsun", Song}, {"stsong", Song}, {"songti", Song}, {"fandolsong", Song},
	{"notoserifsc", Song}, {"notoserifcjk", Song}, {"notoseriftc", Song}, {"notoserifjp", Song}, {"notoserifkr", Song},
	{"sourcehanserif", Song}, {"*思源宋", Song}, {"fzshusong", Song}, {"fzbaosong", Song}, {"fzss", Song}, {"*书宋", Song},
	{"*报宋", Song}, {"*宋", Song}, {"*uming", Song}, {"twsung", Song}, {"mingliu", Song}, {"pmingliu", Song},
	{"babelstonehan", Song},
}

// latinAliases are families with serif letters and figures of Times' widths, or close to them: they serve all roles, since
// government documents set their figures in Times New Roman whatever the Han face.
var latinAliases = [...]string{
	"timesnewroman", "times", "tinos", "liberationserif", "nimbusroman", "texgyretermes", "termes", "stixtwotext",
}

// RoleOf gives the role that a face's name says it serves; ok is false for a family that is not in the table of names.
func RoleOf(f *Face) (role Role, ok bool) {
	for _, name := range f.keys() {
		for _, a := range hanAliases {
			if matches(name, a.prefix) {
				return a.role, true
			}
		}
	}
	return "", false
}

// abroad is 1 for a face whose family name ends in the sign of another region, else 0: Noto Serif CJK JP, Source Han Serif TC.
func (f *Face) abroad() int {
	words := strings.Fields(f.Family)
	if n := len(words); n > 1 {
		switch words[n-1] {
		case "JP", "KR", "TC", "HK", "TW", "HC", "K":
			return 1
		}
	}
	return 0
}

// servesLatin reports whether the face is known as a Times-like one.
func servesLatin(f *Face) bool {
	for _, name := range f.keys() {
		for _, prefix := range latinAliases {
			if strings.HasPrefix(name, prefix) {
				return true
			}
		}
	}
	return false
}

// keys gives the names by which a face may be known, in the form of the tables. The file's name comes last: simfang.ttf.
func (f *Face) keys() []string {
	base := path.Base(strings.ReplaceAll(f.Source, `\`, "/"))
	names := append([]string{f.Family}, f.Names...)
	names = append(names, f.PostScript, strings.TrimSuffix(base, path.Ext(base)))
	for i, n := range names {
		names[i] = key(n)
	}
	return names
}

func key(name string) string {
	return strings.NewReplacer(" ", "", "-", "", "_", "").Replace(strings.ToLower(name))
}

func matches(name, prefix string) bool {
	if part, anywhere := strings.CutPrefix(prefix, "*"); anywhere {
		return strings.Contains(name, part)
	}
	return strings.HasPrefix(name, prefix)
}
