package fonts

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
)

func TestRoleOf(t *testing.T) {
	for role, families := range map[Role]string{
		Song:         "SimSun|宋体|NSimSun|新宋体|STSong|华文宋体|Noto Serif SC|Noto Serif CJK SC|Source Han Serif CN|思源宋体|FandolSong|方正书宋_GBK|AR PL UMing CN",
		Hei:          "SimHei|黑体|Noto Sans SC|Noto Sans CJK SC|Source Han Sans SC|思源黑体|Microsoft YaHei|微软雅黑|FandolHei|方正黑体_GBK|STHeiti|华文细黑|PingFang SC",
		Kai:          "KaiTi|楷体|KaiTi_GB2312|楷体_GB2312|STKaiti|华文楷体|FandolKai|LXGW WenKai|霞鹜文楷|Banxin Kai|方正楷体_GBK|AR PL UKai CN",
		FangSong:     "FangSong|仿宋|FangSong_GB2312|仿宋_GB2312|STFangsong|华文仿宋|FandolFang|FZFangSong-Z02|方正仿宋_GBK|Zhuque Fangsong",
		XiaoBiaoSong: "方正小标宋简体|方正小标宋_GBK|FZXiaoBiaoSong-B05|FZXiaoBiaoSong-B05S|华文中宋|STZhongsong|方正大标宋简体",
	} {
		for family := range strings.SplitSeq(families, "|") {
			if got, _ := RoleOf(&Face{Family: family}); got != role {
				t.Errorf("%s serves %q, want %s", family, got, role)
			}
		}
	}
	for _, family := range []string{"Times New Roman", "Tinos", "Arial", "Jigmo", ""} {
		if got, ok := RoleOf(&Face{Family: family}); ok {
			t.Errorf("%s serves %s", family, got)
		}
	}
	if got, _ := RoleOf(&Face{Family: "?", Source: `C:\Windows\Fonts\simfang.ttf`}); got != FangSong {
		t.Errorf("simfang.ttf serves %q", got)
	}
}

func TestNewSetWithoutFaces(t *testing.T) {
	if _, err := NewSet(Config{}); !errors.Is(err, ErrNoFace) {
		t.Errorf("error %v", err)
	}
}

// The user's 仿宋 goes in front of 仿宋 alone, and takes the stand-in's bold away; his Times goes in front of every role's
// figures; a face that nobody knows serves what the others lack.
func TestWith(t *testing.T) {
	serif, bold := spec{family: "Noto Serif SC", chars: "1一"}.face(t), spec{family: "Noto Serif SC", chars: "1一", weight: 700}.face(t)
	song := Fallback{Han: []*Face{serif}, HanBold: []*Face{bold}, Latin: []*Face{serif}}
	before, err := NewSet(Config{Roles: map[Role]Fallback{Song: song, FangSong: song}})
	if err != nil {
		t.Fatal(err)
	}
	after := before.With(
		spec{family: "仿宋_GB2312", chars: "1一"}.face(t),
		spec{family: "Times New Roman", chars: "1"}.face(t),
		spec{family: "Jigmo", chars: "𬱖"}.face(t),
	)
	for _, c := range []struct {
		want      Want
		text      string
		face      string
		synthetic bool
	}{
		{Want{Role: FangSong}, "一", "仿宋_GB2312", false},
		{Want{Role: FangSong, Bold: true}, "一", "仿宋_GB2312", true},
		{Want{Role: Song}, "一", "Noto Serif SC", false},
		{Want{Role: Song, Bold: true}, "一", "Noto Serif SC", false},
		{Want{Role: Song, Latin: true}, "1", "Times New Roman", false},
		{Want{Role: FangSong, Latin: true, Bold: true}, "1", "Times New Roman", true},
		{Want{Role: FangSong}, "𬱖", "Jigmo", false},
	} {
		runs, err := after.Shape(c.text, c.want)
		if err != nil {
			t.Errorf("%+v: %v", c.want, err)
			continue
		}
		if r := runs[0]; r.Face.Family != c.face || r.SyntheticBold != c.synthetic {
			t.Errorf("%+v: %s, synthetic bold %v; want %s, %v", c.want, r.Face.Family, r.SyntheticBold, c.face, c.synthetic)
		}
	}
	if runs, err := before.Shape("一", Want{Role: FangSong}); err != nil || runs[0].Face != serif {
		t.Error("With changed its receiver")
	}
}

// A collection for all regions is asked for the mainland's forms first, wherever they stand in it.
func TestRegions(t *testing.T) {
	var all []*Face
	for _, region := range []string{"JP", "KR", "SC", "TC", "HK"} {
		all = append(all, spec{family: "Noto Serif CJK " + region, chars: "一"}.face(t))
	}
	s := newSet(t, []*Face{spec{family: "SimHei", chars: "一"}.face(t)}, nil).With(all...)
	runs, err := s.Shape("一", Want{Role: Song})
	if err != nil || runs[0].Face != all[2] {
		t.Errorf("%s serves 宋, %v", runs[0].Face.Family, err)
	}
}

// A face that is heavy by itself is not thickened, and 小标宋 keeps it as its regular.
func TestHeavyFaces(t *testing.T) {
	heavy := spec{family: "方正小标宋简体", chars: "一", weight: 700}.face(t)
	plain := spec{family: "SimHei", chars: "一"}.face(t)
	s := newSet(t, []*Face{plain}, nil).With(heavy)
	runs, err := s.Shape("一", Want{Role: XiaoBiaoSong, Bold: true})
	if err != nil || runs[0].Face != heavy || runs[0].SyntheticBold {
		t.Errorf("runs %v, error %v", runs, err)
	}
}

func TestServed(t *testing.T) {
	serif := spec{family: "Noto Serif SC", chars: "1一", fsType: 2}.face(t)
	s, err := NewSet(Config{Roles: map[Role]Fallback{Song: {Han: []*Face{serif}}, FangSong: {Han: []*Face{serif}}}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, v := range s.Served() {
		if v.Face != nil && !v.Latin {
			got = append(got, fmt.Sprintf("%s bold=%v substituted=%v synthetic=%v %s", v.Role, v.Bold, v.Substituted, v.SyntheticBold, v.Rights))
		}
	}
	want := []string{
		"宋 bold=false substituted=false synthetic=false restricted",
		"宋 bold=true substituted=false synthetic=true restricted",
		"仿宋 bold=false substituted=true synthetic=false restricted",
		"仿宋 bold=true substituted=true synthetic=true restricted",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if n := len(s.Served()); n != 20 {
		t.Errorf("%d lines, want 5 roles × Han and Latin × regular and bold", n)
	}
}

func TestWhoServes(t *testing.T) {
	served, err := threeFaces(t).WhoServes("一😀鿃1", Want{Role: Song})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range served {
		name := "nobody"
		if s.Face != nil {
			name = s.Face.Family
		}
		got = append(got, s.Text+" "+name)
	}
	if want := []string{"一 A", "😀鿃 nobody", "1 B"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Sixteen goroutines that are the first to ask for everything get what one alone gets.
func TestConcurrency(t *testing.T) {
	ask := func(s *Set, f *Face) string {
		var out string
		for _, w := range []Want{{}, {Kern: true}, {Vertical: true}, {Bold: true}} {
			runs, err := s.Shape("中华人民共和国 afi e\u0301——", w)
			out += show(runs) + fmt.Sprint(err)
		}
		a, ok := f.AdjustBy(5, "halt")
		return out + fmt.Sprint(a, ok, f.HasFeature("vert"))
	}
	alone := testFace(t, "square.ttf")
	want := ask(newSet(t, []*Face{alone}, nil), alone)
	f := testFace(t, "square.ttf")
	s := newSet(t, []*Face{f}, nil)
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			if got := ask(s, f); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		})
	}
	wg.Wait()
}
