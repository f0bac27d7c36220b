package report

import (
	"encoding/json"
	"testing"
)

func TestParseCount(t *testing.T) {
	for _, c := range []struct {
		in   string
		want string
		code Code
	}{
		{"0", "0", ""}, {"14069", "14069", ""}, {"1000000000000", "1000000000000", ""}, {"-0", "0", ""},
		{"1000000000001", "", "count.big"}, {"99999999999999999999999", "", "count.big"},
		{"-1", "", "count.negative"}, {"1.5", "", "count.whole"}, {"1.0", "", "count.whole"}, {"1e3", "", "count.whole"},
	} {
		got, code := parseCount(c.in)
		if got.String() != c.want || code != c.code {
			t.Errorf("%s: %q %q", c.in, got, code)
		}
	}
}

// Not filled in is not 0, neither in Go nor in JSON.
func TestCountBlank(t *testing.T) {
	var r struct{ A, B, C Count }
	if err := json.Unmarshal([]byte(`{"A":0,"B":null}`), &r); err != nil {
		t.Fatal(err)
	}
	if _, ok := r.A.Value(); !ok || r.A == r.B || r.B != r.C || r.B.String() != "" || N(0) != r.A {
		t.Errorf("%+v", r)
	}
	if out, _ := json.Marshal(r); string(out) != `{"A":0,"B":null,"C":null}` {
		t.Errorf("%s", out)
	}
	for _, bad := range []string{`"12"`, `1.5`, `-1`, `true`, `[]`} {
		var c Count
		if err := json.Unmarshal([]byte(bad), &c); err == nil || c != (Count{}) && c.state == filled {
			t.Errorf("%s was taken: %v", bad, c)
		}
	}
}

func TestChange(t *testing.T) {
	var c Change
	if err := json.Unmarshal([]byte("-8"), &c); err != nil || c != D(-8) || c.String() != "-8" {
		t.Error(c, err)
	}
	if out, _ := json.Marshal(c); string(out) != "-8" {
		t.Errorf("%s", out)
	}
}

func TestAmount(t *testing.T) {
	for _, c := range []struct {
		in   string
		yuan int64
		code Code
	}{
		{"0", 0, ""}, {"7545", 75450000, ""}, {"96171.6", 961716000, ""}, {"14722.49", 147224900, ""},
		{"4068.208", 40682080, ""}, {"59237.2449", 592372449, ""}, {"0.0120", 120, ""}, {"12.50", 125000, ""},
		{"1000000000", 10000000000000, ""}, {"1000000000.0001", 0, "count.big"}, {"123456789012345678901", 0, "count.big"},
		{"0.12345", 0, "amount.decimals"}, {"-1", 0, "amount.negative"}, {"1e3", 0, "amount.form"}, {"", 0, "amount.form"},
		{"1.", 0, "amount.form"}, {".5", 0, "amount.form"}, {"1,5", 0, "amount.form"}, {"1.5.2", 0, "amount.form"},
	} {
		a, code := parseAmount(c.in)
		yuan, ok := a.Yuan()
		if yuan != c.yuan || code != c.code || ok != (code == "") {
			t.Errorf("%s: %d %q", c.in, yuan, code)
		}
		if ok && a.String() != c.in {
			t.Errorf("%s is printed as %s", c.in, a)
		}
	}
	if Yuan(1240).String() != "0.124" || Wan(3).String() != "3" || Yuan(0).String() != "0" || Yuan(-5).String() != "-0.0005" || (Amount{}).String() != "" {
		t.Error(Yuan(1240), Wan(3), Yuan(0), Yuan(-5))
	}
	var a Amount
	if err := json.Unmarshal([]byte("12.50"), &a); err != nil || a.String() != "12.50" {
		t.Error(a, err)
	}
	if out, _ := json.Marshal(a); string(out) != "12.50" {
		t.Errorf("%s", out)
	}
}

func FuzzAmount(f *testing.F) {
	f.Add("59237.2449")
	f.Add("00.10")
	f.Fuzz(func(t *testing.T, s string) {
		a, ok := ParseAmount(s)
		if !ok {
			return
		}
		if b, again := ParseAmount(a.String()); !again || b != a {
			t.Errorf("%q: %v, then %v", s, a, b)
		}
	})
}

func TestDate(t *testing.T) {
	d, ok := ParseDate("2023-01-12")
	if !ok || d.String() != "2023年1月12日" || d.Time().Format("2006-01-02T15:04:05Z07:00") != "2023-01-12T00:00:00Z" {
		t.Error(d, ok)
	}
	for _, bad := range []string{"2023-1-12", "2023-02-30", "2023年1月12日", "20230112", ""} {
		if _, ok := ParseDate(bad); ok {
			t.Error(bad, "was taken")
		}
	}
	if (Date{}).String() != "" || !(Date{}).Time().IsZero() {
		t.Error("no date is a date")
	}
}

func TestCheckText(t *testing.T) {
	for _, c := range []struct {
		text string
		want string
	}{
		{"2022年，共公开15条。“放管服”——……·", ""},
		{"硚口区𬱖川街道䶮和社区𪣻头社区", ""},
		{"葛\U000E0100城 ︎", ""}, // variation selectors choose a glyph
		{"a\tb", " text.control"},
		{"一\n二\n三", " text.newline"}, // once, with the first place
		{"上\u200b下\ufeff", " text.invisible\n text.invisible"},
		{"\u202e反", " text.bidi"},
		{"\ue863\ue815\ue7c7\ue78d", " text.successor\n text.successor\n text.successor\n text.successor"},
		{"\ue000\U000F0000", " text.private\n text.private"},
		{"\ufffd", " text.lost"},
		{"\xff", " text.utf8"},
		{"\xef", " text.utf8"},
		{"\uffff\ufdd0", " text.noncharacter\n text.noncharacter"},
		{"\u2028", " text.invisible"},
		{"公\u3164开\u1160\u2065\ufff0", " text.invisible\n text.invisible\n text.invisible\n text.invisible"}, // blank names and nicknames are made of U+3164
	} {
		if got := brief(CheckText(nil, c.text)); got != c.want {
			t.Errorf("%q:\ngot\n%s\nwant\n%s", c.text, got, c.want)
		}
	}
	for _, c := range []struct{ old, now rune }{{0xE815, 0x2E81}, {0xE81E, 0x9FB4}, {0xE831, 0x215D7}, {0xE863, 0x4DAE}, {0xE864, 0x9FBB}, {0xE796, 0xFE19}, {0xE7F3, 0x2FFB}, {0xE865, 0}} {
		if got := successor(c.old); got != c.now {
			t.Errorf("%X: %X, want %X", c.old, got, c.now)
		}
	}
	if got := CheckText(nil, "共\ue863和村")[0].Text("zh"); got != "含有自定义区的字符 U+E863（第 2 字），GB 18030-2022 已改为“䶮”（U+4DAE）" {
		t.Error(got)
	}
}
