package bundled_test

import (
	"fmt"
	"os"

	"github.com/banxin-go/banxin/fonts"
	"github.com/banxin-go/banxin/fonts/bundled"
)

// A face of one's own stands in front of the bundled ones in the role that its family name says. Here the bundled 楷体 plays it.
func ExampleSet() {
	set, _ := bundled.Set()
	data, _ := os.ReadFile("BanxinKai-Regular.ttf")
	faces, _ := fonts.Parse(data, "mine.ttf")
	set = set.With(faces...)
	for _, s := range set.Served() {
		if !s.Latin && !s.Bold {
			fmt.Println(s.Role, s.Face.FullName, s.Face.Source, s.Substituted)
		}
	}
	// Output:
	// 宋 Noto Serif SC Regular NotoSerifSC-Regular.ttf false
	// 黑 Noto Sans SC Medium NotoSansSC-Medium.ttf false
	// 楷 Banxin Kai mine.ttf false
	// 仿宋 Noto Serif SC Regular NotoSerifSC-Regular.ttf true
	// 小标宋 Noto Serif SC Bold NotoSerifSC-Bold.ttf true
}
