package report

import (
	"encoding/json"
	"errors"
	"testing"
)

func TestProblemMessage(t *testing.T) {
	p := NewProblem(ParsePath("applications.results.public.total", (*Annual)(nil)), "sum.row", int64(12), int64(11))
	if got := p.Message("zh-CN"); got != "三、收到和处理政府信息公开申请情况›（一）予以公开›总计：应为自然人和五类法人或其他组织之和 12，实为 11" {
		t.Error(got)
	}
	if got := p.Message("en"); got != "applications.results.public.total: should be the sum of all kinds of applicants, 12, is 11" {
		t.Error(got)
	}
	p.File, p.Line, p.Col = "a.json", 3, 7
	if got := p.Error(); got != "a.json:3:7: applications.results.public.total: sum.row: 应为自然人和五类法人或其他组织之和 12，实为 11 / should be the sum of all kinds of applicants, 12, is 11" {
		t.Error(got)
	}
	data, err := json.Marshal(p)
	want := `{"path":"applications.results.public.total","code":"sum.row","args":[12,11],"severity":"error","file":"a.json","line":3,"col":7,` +
		`"zh":"三、收到和处理政府信息公开申请情况›（一）予以公开›总计：应为自然人和五类法人或其他组织之和 12，实为 11",` +
		`"en":"applications.results.public.total: should be the sum of all kinds of applicants, 12, is 11"}`
	if err != nil || string(data) != want {
		t.Errorf("%s %v", data, err)
	}
}

func TestProblemsErr(t *testing.T) {
	if err := (Problems{}).Err(); err != nil {
		t.Error("no problems are an error:", err)
	}
	ps := Problems{NewProblem(nil, "font.substituted", "仿宋", "宋"), NewProblem(nil, "meta.title")}
	if !ps[0].Warning || ps[1].Warning || len(ps.Warnings()) != 1 || len(ps.Errors()) != 1 || !ps.HasErrors() || ps[:1].HasErrors() {
		t.Error(ps)
	}
	var p Problem
	if !errors.As(ps.Err(), &p) || p.Code != "font.substituted" {
		t.Error(p)
	}
}

func TestPath(t *testing.T) {
	for _, c := range []struct{ src, zh string }{
		{"", ""},
		{"agency", "机关名称"},
		{"opening[1]", "前言第2段"},
		{"overview.sections[0].paragraphs[2]", "一、总体情况›第1小节›第3段"},
		{"overview.sections[0].sections[4].heading", "一、总体情况›第1小节›第5小节›标题"},
		{"disclosure.rules.inForce", "二、主动公开政府信息情况›规章›现行有效件数"},
		{"disclosure2019.fees.change", "二、主动公开政府信息情况›行政事业性收费›本年增/减"},
		{"applications.results.denied.security.legal", "三、收到和处理政府信息公开申请情况›（三）不予公开›3.危及“三安全一稳定”›法律服务机构"},
		{"applications.results.closedAsOne.total", "三、收到和处理政府信息公开申请情况›（六）其他处理›总计"},
		{"signature[0]", "落款第1机关"},
		{"no.such[3].field", "no›such第4项›field"},
	} {
		p := ParsePath(c.src, (*Annual)(nil))
		if p.String() != c.src {
			t.Errorf("%s came back as %s", c.src, p)
		}
		if p.Zh() != c.zh {
			t.Errorf("%s is %s, want %s", c.src, p.Zh(), c.zh)
		}
	}
}

// A path of somebody else's report takes its Chinese names from that type's tags.
func TestPathOfOwnReport(t *testing.T) {
	if got := ParsePath("rows[1].area", ownReport{}).Zh(); got != "第2行›面积" {
		t.Error(got)
	}
	if got := ParsePath("rows[1].area", nil).Zh(); got != "rows第2项›area" {
		t.Error(got)
	}
}

func FuzzParsePath(f *testing.F) {
	f.Add("overview.sections[0].paragraphs[2]")
	f.Add("a..b[x]c[1")
	f.Fuzz(func(t *testing.T, src string) {
		p := ParsePath(src, (*Annual)(nil))
		if again := ParsePath(p.String(), (*Annual)(nil)).String(); again != p.String() {
			t.Errorf("%q: %q, then %q", src, p.String(), again)
		}
		_ = p.Zh()
	})
}
