package main

import (
	"strings"
	"testing"
)

func TestFontsListing(t *testing.T) {
	const text = "政府信息公开〔2021〕30号，邮箱 a@b.cn\n“𠮷”𲎯"
	for _, lang := range []string{"zh", "en"} {
		golden(t, "fonts."+lang+".txt", banxin("fonts", "--lang", lang).stdout)
		got := banxin("fonts", "--lang", lang, "--text", text)
		golden(t, "fonts-text."+lang+".txt", got.stdout)
		want := map[string]string{
			"zh": "banxin: 没有字体含有：𲎯 U+323AF（SimSun-ExtG、Jigmo3、Plangothic P2）\n",
			"en": "banxin: no font has: 𲎯 U+323AF (SimSun-ExtG, Jigmo3, Plangothic P2)\n",
		}
		if got.code != exitFont || got.stderr != want[lang] {
			t.Errorf("code %d, %q", got.code, got.stderr)
		}
	}
}

// A private-use character is named with what GB 18030-2022 has in its place, and a control character does not reach the terminal.
func TestFontsOfBadText(t *testing.T) {
	for lang, want := range map[string]string{
		"zh": "banxin: 没有字体含有：U+E863（GB 18030-2022：䶮 U+4DAE）, U+E000, U+0007\n", "en": "banxin: no font has: U+E863 (GB 18030-2022: 䶮 U+4DAE), U+E000, U+0007\n",
	} {
		got := banxin("fonts", "--lang", lang, "--text", "共\ue863和\ue000\a村")
		if got.stderr != want || strings.Contains(got.stdout, "\a") {
			t.Errorf("%q, %q", got.stderr, got.stdout)
		}
	}
}

// A folder's faces stand in front; one that no role knows by name is asked last.
func TestFontDir(t *testing.T) {
	dir := t.TempDir()
	writeFile(t, dir, "simfang.ttf", readFile(t, "../../testdata/fonts/square.ttf")) // the file's name makes it a 仿宋
	writeFile(t, dir, "damaged.ttf", []byte("not a font"))
	writeFile(t, dir, "liesmich.txt", []byte("not a font either"))
	got := banxin("fonts", "--font-dir", dir, "--lang", "zh")
	if got.code != 0 || !strings.Contains(got.stdout, "simfang.ttf") {
		t.Errorf("%+v", got)
	}
	for line := range strings.Lines(got.stdout) {
		if strings.HasPrefix(line, "仿宋    汉字") && (!strings.Contains(line, "simfang.ttf") || strings.Contains(line, "替代")) {
			t.Errorf("仿宋 is served by %q", line)
		}
	}
	if !strings.Contains(got.stderr, "警告：字体文件 damaged.ttf 无法读取") || strings.Contains(got.stderr, "liesmich") {
		t.Errorf("stderr %q", got.stderr)
	}
	if got := banxin("fonts", "--font-dir", "../../testdata/fonts"); !strings.Contains(got.stdout, "asked in turn") {
		t.Errorf("faces of no role are not listed: %s", got.stdout)
	}
}

func TestWidth(t *testing.T) {
	for s, want := range map[string]int{"": 0, "banxin": 6, "版心": 4, "（一）": 6, "“a”": 3, "𠮷": 2, "—": 1} {
		if got := width(s); got != want {
			t.Errorf("%q: %d, want %d", s, got, want)
		}
	}
}
