package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestSchemaGolden(t *testing.T) {
	if !bytes.Equal(Schema(), Schema()) {
		t.Error("two schemas")
	}
}

// validator knows as much of JSON Schema 2020-12 as Schema uses, and fails on any other word.
type validator struct {
	t    *testing.T
	defs map[string]any
}

func (v *validator) check(schema map[string]any, value any, at string) []string {
	var bad []string
	fail := func(format string, args ...any) { bad = append(bad, at+": "+fmt.Sprintf(format, args...)) }
	if ref, ok := schema["$ref"].(string); ok {
		bad = append(bad, v.check(v.defs[strings.TrimPrefix(ref, "#/$defs/")].(map[string]any), value, at)...)
	}
	if want, ok := schema["type"]; ok {
		if got := typeName(value); got != want && !(want == "number" && got == "integer") {
			fail("is %s, not %s", got, want)
			return bad
		}
	}
	for word, want := range schema {
		switch word {
		case "$schema", "$id", "$ref", "$defs", "type", "title", "description", "format", "contentEncoding", "additionalProperties":
		case "minimum", "maximum":
			n, _ := value.(json.Number).Float64()
			limit, _ := want.(json.Number).Float64()
			if word == "minimum" && n < limit || word == "maximum" && n > limit {
				fail("%v is beyond the %s", n, word)
			}
		case "pattern":
			if !regexp.MustCompile(want.(string)).MatchString(value.(string)) {
				fail("%q does not match", value)
			}
		case "enum":
			if !slices.Contains(want.([]any), value) {
				fail("%v is none of %v", value, want)
			}
		case "required":
			for _, name := range want.([]any) {
				if _, ok := value.(map[string]any)[name.(string)]; !ok {
					fail("lacks %s", name)
				}
			}
		case "items":
			for i, item := range value.([]any) {
				bad = append(bad, v.check(want.(map[string]any), item, fmt.Sprintf("%s[%d]", at, i))...)
			}
		case "properties":
			for name, inner := range value.(map[string]any) {
				property, ok := want.(map[string]any)[name].(map[string]any)
				if !ok {
					fail("has %s", name)
					continue
				}
				bad = append(bad, v.check(property, inner, at+"."+name)...)
			}
		case "allOf":
			for _, s := range want.([]any) {
				bad = append(bad, v.check(s.(map[string]any), value, at)...)
			}
		case "oneOf", "anyOf":
			n := 0
			for _, s := range want.([]any) {
				if len(v.check(s.(map[string]any), value, at)) == 0 {
					n++
				}
			}
			if n != 1 && word == "oneOf" || n == 0 {
				fail("fits %d of %v", n, want)
			}
		default:
			v.t.Fatalf("what is %s?", word)
		}
	}
	return bad
}

func typeName(value any) string {
	switch value := value.(type) {
	case json.Number:
		if strings.ContainsAny(value.String(), ".eE") {
			return "number"
		}
		return "integer"
	case string:
		return "string"
	case []any:
		return "array"
	case map[string]any:
		return "object"
	case bool:
		return "boolean"
	case nil:
		return "null"
	}
	return fmt.Sprintf("%T", value)
}

func parse(t *testing.T, data []byte) map[string]any {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var v map[string]any
	if err := dec.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// Good reports fit the schema, the one with wrong fields does not, and for the reasons that Decode gives.
func TestSchemaFitsReports(t *testing.T) {
	schema := parse(t, Schema())
	v := &validator{t: t, defs: schema["$defs"].(map[string]any)}
	for name, data := range reports(t) {
		if name == "bad-syntax" || name == "bad-sums" {
			continue
		}
		bad := v.check(schema, parse(t, data), "report")
		if name != "bad-fields" {
			if len(bad) > 0 {
				t.Errorf("%s: %s", name, strings.Join(bad, "\n"))
			}
			continue
		}
		all := strings.Join(bad, "\n")
		for _, want := range []string{"report: has yaer", "report: has version", "report.year: is string", "report.rank: bureau", "report.opening: is string",
			"report.disclosure.normative.issued: is number", "report.disclosure.normative.repealed: -1 is beyond", "report.applications.carried: is array",
			"report.applications.new: has 自然人", "report: lacks other"} {
			if !strings.Contains(all, want) {
				t.Errorf("the schema lets pass: %s\n%s", want, all)
			}
		}
	}
	old := parse(t, reports(t)["format-2019"])
	old["disclosure"] = parse(t, reports(t)["erqi-2022"])["disclosure"]
	if bad := v.check(schema, old, "report"); len(bad) != 1 || !strings.Contains(bad[0], "fits 2 of") {
		t.Errorf("two tables for section two: %v", bad)
	}
}
