package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDecodeProblems(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", "1:1 json.end "},
		{"cut off", "{\n \"agency\": \"云", "2:14 json.end "},
		{"full-width comma", "{\"year\": 2023，}", "1:14 json.syntax "},
		{"in a literal", "{\n\n\"agency\": trux}", "3:14 json.syntax "},
		{"no colon", `{"year" 2023}`, "1:9 json.syntax "},
		{"no comma", `{"year": 2023 "agency": 1}`, "1:15 json.syntax "},
		{"comma too many", `{"year": 2023,}`, "1:15 json.syntax "},
		{"brackets", `{"opening": [}`, "1:14 json.syntax "},
		{"leading zero", `{"year": 02023}`, "1:11 json.syntax "},
		{"not UTF-8", "{\"agency\": \"\xd4\xc6\"}", "1:13 json.utf8 "},
		{"a list", "[]", "1:1 json.type "},
		{"something behind", "{}\n{}", "2:1 json.trailing "},
		{"byte order mark", "\ufeff{}", "1:1 json.syntax "},
		{"deep", strings.Repeat("[", 65) + strings.Repeat("]", 65), "1:65 json.depth "},
		{"null", `{"opening": null}`, ""},
		{"schema", `{"$schema": "annual.schema.json"}`, ""},
		{"schema elsewhere", `{"overview": {"$schema": ""}}`, "1:15 json.unknown overview.$schema"},
		{"twice", "{\"year\": 2023,\n\"agency\": \"\", \"year\": 2024}", "2:15 json.duplicate year"},
		{"a slip", `{"agancy": ""}`, "1:2 json.similar agancy"},
		{"capitals", `{"Agency": ""}`, "1:2 json.similar Agency"},
		{"in Chinese", `{"applications": {"new": {"商业企业": 1}}}`, "1:27 json.similar applications.new.商业企业"},
		{"nothing like it", `{"colour": ""}`, "1:2 json.unknown colour"},
		{"a quoted number", `{"disclosure": {"permits": "12"}}`, "1:28 count.text disclosure.permits"},
		{"a dash", `{"disclosure": {"permits": "—"}}`, "1:28 count.mark disclosure.permits"},
		{"a fee in a string", `{"disclosure": {"fees": "/"}}`, "1:25 count.mark disclosure.fees"},
		{"a fee with an exponent", `{"disclosure": {"fees": 1E2}}`, "1:25 amount.form disclosure.fees"},
		{"a table as null", `{"disclosure2019": null}`, ""},
		{"a text for a list", `{"problems": {"paragraphs": "一段"}}`, "1:29 json.type problems.paragraphs"},
		{"a number for a text", `{"opening": ["一", 2]}`, "1:19 json.type opening[1]"},
		{"half a character", `{"opening": ["\ud842\udfb7", "\\ud842", "x\ud842"]}`, "1:43 json.surrogate opening[2]"},
		{"a year with decimals", `{"year": 2023.0}`, "1:10 count.whole year"},
		{"all at once", "{\"yaer\": 1,\n\"rank\": \"bureau\",\n\"date\": \"12月\"}",
			"1:2 json.similar yaer|2:9 rank.unknown rank|3:9 date.form date"},
	} {
		_, ps := Decode([]byte(c.in), "")
		var got []string
		for _, p := range ps {
			got = append(got, fmt.Sprintf("%d:%d %s %s", p.Line, p.Col, p.Code, p.Path))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.name, s, c.want)
		}
	}
}

// What Decode has said of a value, Check does not say again.
func TestNothingIsToldTwice(t *testing.T) {
	a, ps := Decode(reports(t)["bad-fields"], "")
	told := map[string]bool{}
	for _, p := range ps {
		if p.Code != "json.duplicate" {
			told[p.Path.String()] = true
		}
	}
	for _, p := range a.Check() {
		if told[p.Path.String()] {
			t.Error(p)
		}
	}
}

// A problem that Check finds stands where the value stands, or what holds the place where it should be.
func TestCheckPlaces(t *testing.T) {
	in := "{\n  \"reviews\": {\n    \"direct\": {\"upheld\": 1, \"corrected\": 0, \"other\": 0, \"pending\": 0,\n \"total\": 3}\n  }\n}"
	a, _ := Decode([]byte(in), "x.json")
	got := map[string]string{}
	for _, p := range a.Check() {
		got[p.Path.String()] = p.Place()
	}
	for src, want := range map[string]string{
		"reviews.direct.total":         "x.json:4:11",
		"reviews.afterReconsideration": "x.json:2:14",
		"agency":                       "x.json:1:1",
	} {
		if got[src] != want {
			t.Errorf("%s: %s, want %s", src, got[src], want)
		}
	}
}

// json.Marshal and Decode are the two ways of one road.
func TestRoundTrip(t *testing.T) {
	for name := range reports(t) {
		if strings.HasPrefix(name, "bad-") && name != "bad-sums" {
			continue
		}
		a := load(t, name)
		data, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		b, ps := Decode(data, "")
		if len(ps) > 0 {
			t.Fatalf("%s:\n%v\n%s", name, ps, data)
		}
		again, _ := json.Marshal(b)
		if !bytes.Equal(data, again) {
			t.Errorf("%s:\n%s\n%s", name, data, again)
		}
		var plain Annual
		if err := json.Unmarshal(data, &plain); err != nil {
			t.Error(name, err)
		}
		if third, _ := json.Marshal(plain); !bytes.Equal(data, third) {
			t.Errorf("%s: encoding/json reads it otherwise", name)
		}
	}
}

// An input of one line with many values, and one of nothing but mistakes, take time in proportion to their length: with its square this would
// not end before the tests are stopped.
func TestDecodeIsLinear(t *testing.T) {
	long := []byte(`{"opening": ["` + strings.Repeat(`段","`, 100_000) + `"]}`)
	wrong := []byte(`{"x":0` + strings.Repeat(`,"自然人":0`, 25_000) + `}`)
	if _, ps := Decode(long, ""); len(ps) > 0 {
		t.Error(ps)
	}
	if _, ps := Decode(wrong, ""); len(ps) != maxProblems+1 || ps[maxProblems].Code != "json.many" && !strings.Contains(brief(ps), "json.many") {
		t.Error(len(ps))
	}
}

func TestDecodeSize(t *testing.T) {
	_, ps := Decode(bytes.Repeat([]byte(" "), maxInput+1), "")
	if len(ps) != 1 || ps[0].Code != "json.size" {
		t.Error(ps)
	}
}

func FuzzDecode(f *testing.F) {
	for _, data := range reports(f) {
		f.Add(data)
	}
	f.Add([]byte(`{"agency":"\ud842","year":1e400,"opening":[[],{}],"disclosure":{"fees":0.00001}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, ps := Decode(data, "f.json")
		if valid := json.Valid(data) && utf8.Valid(data); valid && a == nil && len(ps) == 0 || !valid && len(ps) == 0 {
			t.Fatalf("valid is %v, problems %v", valid, ps)
		}
		if s := ps.Error() + ps.Message("zh"); strings.Contains(s, "%!") && !bytes.Contains(data, []byte("%")) {
			t.Error(s)
		}
		if a == nil {
			return
		}
		_ = a.Check().Error()
		a.Document()
		out, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		if b, again := Decode(out, ""); b == nil {
			t.Fatalf("%v\n%s", again, out)
		}
	})
}

func TestSimilar(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "abc", 3}, {"abc", "", 3}, {"abc", "abc", 0}, {"yaer", "year", 1}, {"toal", "total", 1}, {"totall", "total", 1}, {"tctal", "total", 1}, {"person", "business", 7}} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("%s %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	data := reports(b)["city-2024"]
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if _, ps := Decode(data, ""); len(ps) > 0 {
			b.Fatal(ps)
		}
	}
}
