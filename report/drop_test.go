package report

import "testing"

func TestDropInvisible(t *testing.T) {
	for text, want := range map[string]string{
		"政府信息":                      "政府信息",
		"政\u200b府\ufeff信\u00ad息":    "政府信息",
		"甲\t乙\r\n丙":                 "甲 乙\n丙",
		"甲\u2028乙\v丙":               "甲\n乙\n丙",
		"\u200b　　全年":                "全年",
		"　　全年\u200e":                "　　全年",
		"葛\U000E0100 公\ue81e\ufffd": "葛\U000E0100 公\ue81e\ufffd", // a variant's selector, private use and what is lost stay
	} {
		if got := DropInvisible(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
	ps := Problems{NewProblem(nil, "text.control", "U+0007", 1), NewProblem(nil, "text.private", "U+E000", 1)}.DropInvisible()
	if !ps[0].Warning || ps[1].Warning {
		t.Errorf("%+v", ps)
	}
}
