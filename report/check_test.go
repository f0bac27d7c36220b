package report

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestSoundReport(t *testing.T) {
	if ps := sound().Check(); ps != nil {
		t.Fatal(ps)
	}
}

// Each check is shown by the smallest change that breaks a sound report.
func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(a *Annual)
		want  string
	}{
		// One more application than the results tell: 1+1 = 2 came, 1+0 is accounted for.
		{"T3-col", func(a *Annual) { a.Applications.Carried.Legal, a.Applications.Carried.Total = N(1), N(1) },
			"applications.forward.legal sum.balance\napplications.forward.total sum.balance"},
		{"T3-sum", func(a *Annual) {
			r := &a.Applications.Results
			r.Total.Person, r.Total.Research = N(0), N(1)
			a.Applications.New.Person, a.Applications.New.Research = N(0), N(1)
		}, "applications.results.total.person sum.results\napplications.results.total.research sum.results"},
		{"T3-row", func(a *Annual) { a.Applications.Results.Denied.Process.Total = N(3) },
			"applications.results.denied.process.total sum.row\napplications.results.total.total sum.results"},
		{"T4", func(a *Annual) { a.Reviews.Direct.Upheld = N(2) }, "reviews.direct.total sum.reviews"},
		{"count not filled in", func(a *Annual) { a.Reviews.After.Pending = Count{} }, "reviews.afterReconsideration.pending count.blank"},
		{"row not filled in", func(a *Annual) { a.Reviews.After = Outcomes{} }, "reviews.afterReconsideration count.blank"},
		{"table not filled in", func(a *Annual) { a.Disclosure = Disclosure{} }, "disclosure count.blank"},
		{"fee not filled in", func(a *Annual) { a.Disclosure.Fees = Amount{} }, "disclosure.fees count.blank"},
		{"negative", func(a *Annual) { a.Disclosure.Permits = N(-3) }, "disclosure.permits count.negative"},
		{"negative in a sum", func(a *Annual) { a.Reviews.Direct.Upheld = N(-3) }, "reviews.direct.upheld count.negative"},
		{"too big", func(a *Annual) { a.Reviews.Direct.Upheld, a.Reviews.Direct.Other = N(math.MaxInt64), N(math.MaxInt64) },
			"reviews.direct.upheld count.big\nreviews.direct.other count.big"},
		{"smallest number", func(a *Annual) { a.Disclosure.Permits = N(math.MinInt64) }, "disclosure.permits count.big"},
		{"negative fee", func(a *Annual) { a.Disclosure.Fees = Wan(-1) }, "disclosure.fees amount.negative"},
		{"fee too big", func(a *Annual) { a.Disclosure.Fees = Yuan(math.MaxInt64) }, "disclosure.fees count.big"},

		{"V-rank", func(a *Annual) { a.Rank, a.Disclosure.Rules.InForce = RankTownship, N(1) }, "disclosure.rules.inForce count.rank?"},
		{"V-rank by name", func(a *Annual) { a.Agency, a.Disclosure.Rules.Issued = "杨柳镇人民政府", N(6) }, "disclosure.rules.issued count.rank?"},
		{"V-rank of a county's bureau", func(a *Annual) { a.Agency, a.Disclosure.Rules.InForce = "云州县教育局", N(1) }, "disclosure.rules.inForce count.rank?"},
		{"V-rank of a district", func(a *Annual) { a.Agency, a.Disclosure.Rules.InForce = "云州市青山区人民政府", N(1) }, "disclosure.rules.inForce count.rank?"},
		{"V-rank of a service centre", func(a *Annual) { a.Agency, a.Disclosure.Rules.InForce = "云州市青山区政务服务中心", N(1) }, "disclosure.rules.inForce count.rank?"},
		{"a ministry", func(a *Annual) { a.Agency, a.Disclosure.Rules.InForce = "国家市场监督管理总局", N(1) }, ""},
		{"a commission of the nation", func(a *Annual) {
			a.Agency, a.Disclosure.Rules.InForce = "国务院国有资产监督管理委员会", N(1)
		}, ""},
		{"a province's government", func(a *Annual) { a.Agency, a.Disclosure.Rules.InForce = "云山省人民政府", N(1) }, ""},
		{"its office, which reports for it", func(a *Annual) { a.Agency, a.Disclosure.Rules.InForce = "云州市人民政府办公厅", N(1) }, ""},
		{"an autonomous prefecture", func(a *Annual) { a.Agency, a.Disclosure.Rules.InForce = "云山自治州人民政府", N(1) }, ""},
		{"自治区 ends like 区", func(a *Annual) { a.Agency, a.Disclosure.Rules.Issued = "云山自治区人民政府", N(6) }, ""},
		{"V-rank city", func(a *Annual) { a.Rank, a.Disclosure.Rules.InForce = RankCity, N(1) }, ""},
		{"no such rank", func(a *Annual) { a.Rank = "bureau" }, "rank rank.unknown"},

		{"no agency", func(a *Annual) { a.Agency = "　" }, "agency field.missing"},
		{"no year", func(a *Annual) { a.Year = 0 }, "year field.missing"},
		{"an impossible year", func(a *Annual) { a.Year = 202 }, "year field.year"},
		{"date", func(a *Annual) { a.Date = Date{2024, 2, 30} }, "date date.calendar"},
		{"early date", func(a *Annual) { a.Date = Date{2023, 12, 30} }, "date date.early?"},
		{"no problems", func(a *Annual) { a.Problems = Prose{Paragraphs: []string{" "}} }, "problems section.empty\nproblems.paragraphs[0] text.empty"},
		{"both shapes", func(a *Annual) { a.Applications.Results.ClosedAsOne = &Applicants{} },
			"applications.results.closedAsOne field.both\napplications.results.closedAsOne format.old?\napplications.results.closedAsOne count.blank"},
		{"tables of 2021 in a report for 2020", func(a *Annual) { a.Year = 2020 }, "disclosure format.new?\napplications.results.closed format.new?"},
		{"mixed in a report for 2019", func(a *Annual) {
			a.Year, a.Disclosure, a.Disclosure2019 = 2019, Disclosure{}, &Disclosure2019{}
			a.FillZeros()
		}, "applications.results.closed format.new?"},
		{"the table of 2019 in a report for 2019", func(a *Annual) {
			a.Year, a.Disclosure, a.Disclosure2019 = 2019, Disclosure{}, &Disclosure2019{}
			a.Applications.Results.ClosedAsOne, a.Applications.Results.Closed = &Applicants{}, Closed{}
			a.FillZeros()
		}, ""},
		{"before either", func(a *Annual) { a.Year = 2018 }, ""},
		{"old table", func(a *Annual) {
			a.Disclosure, a.Disclosure2019 = Disclosure{}, &Disclosure2019{}
			a.FillZeros()
			a.Disclosure2019.Coercion.Change = D(-8)
		}, "disclosure2019 format.old?"},

		{"typed number", func(a *Annual) { a.Overview.Sections = []Section{{Heading: "（一）主动公开"}} }, "overview.sections[0].heading heading.number"},
		{"typed digits", func(a *Annual) { a.Overview.Sections = []Section{{Heading: "2、平台建设"}} }, "overview.sections[0].heading heading.number"},
		{"year in a heading", func(a *Annual) { a.Overview.Sections = []Section{{Heading: "2023年的公开工作"}} }, ""},
		{"no heading", func(a *Annual) { a.Overview.Sections = []Section{{}} }, "overview.sections[0].heading field.missing"},
		{"control character", func(a *Annual) { a.Other.Paragraphs[0] = "无\x07。" }, "other.paragraphs[0] text.control"},
		{"indent", func(a *Annual) { a.Opening = []string{"　　现将有关情况报告如下。"} }, "opening[0] text.indent?"},
		{"instruction", func(a *Annual) { a.Other.Paragraphs[0] = "（文字描述）" }, "other.paragraphs[0] text.instruction?"},
	} {
		a := sound()
		c.spoil(a)
		if got := brief(a.Check()); got != c.want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

func TestCheckLastYear(t *testing.T) {
	fits := func() *Annual {
		a, last := sound(), sound()
		last.Year = 2022
		a.LastYear = last
		return a
	}
	if ps := fits().Check(); ps != nil {
		t.Fatal(ps)
	}
	for _, c := range []struct {
		name  string
		spoil func(a, last *Annual)
		want  string
	}{
		{"Y-carry", func(a, last *Annual) { last.Applications.Forward.Welfare = N(2) }, "applications.carried.welfare year.carry"},
		// 597 in force, 50 issued, 227 repealed: 420 it should be.
		{"Y-docs", func(a, last *Annual) {
			last.Disclosure.Normative.InForce = N(597)
			a.Disclosure.Normative = Documents{N(50), N(227), N(421)}
		}, "disclosure.normative.inForce year.documents"},
		{"Y-docs holds", func(a, last *Annual) {
			last.Disclosure.Normative.InForce = N(597)
			a.Disclosure.Normative = Documents{N(50), N(227), N(420)}
		}, ""},
		{"another year", func(a, last *Annual) { last.Year = 2021 }, "year year.other"},
		{"another name", func(a, last *Annual) { last.Agency = "云州市经济和信息化局" }, "agency year.agency?"},
		{"last year in the old format", func(a, last *Annual) { last.Disclosure2019 = &Disclosure2019{} }, ""},
		{"last year not filled in", func(a, last *Annual) { last.Applications.Forward = Applicants{} }, "applications.carried.person year.gap?"},
		{"its documents not filled in", func(a, last *Annual) { last.Disclosure.Normative.InForce = Count{} }, "disclosure.normative.inForce year.gap?"},
		{"another year, whose numbers tie to nothing", func(a, last *Annual) {
			last.Year, last.Applications.Forward.Welfare = 2020, N(2)
		}, "year year.other"},
	} {
		a := fits()
		c.spoil(a, a.LastYear)
		if got := brief(a.Check()); got != c.want {
			t.Errorf("%s:\ngot\n%s\nwant\n%s", c.name, got, c.want)
		}
	}
}

// The two years of one city fit together: 118 and 3 carried forward, 11+2−1=12 rules, 597+50−227=420 documents.
func TestCityYears(t *testing.T) {
	a := load(t, "city-2024")
	a.LastYear = load(t, "city-2023")
	if ps := a.Check(); ps != nil {
		t.Fatal(ps)
	}
	c := a.Applications.Carried
	if got := fmt.Sprint(c.Person, c.Business, c.Research, c.Welfare, c.Legal, c.Other, c.Total); got != "118 3 0 0 0 0 121" {
		t.Error(got)
	}
	a.LastYear.Applications.Forward.Total = N(120)
	if got := brief(a.Check()); got != "applications.carried.total year.carry" {
		t.Error(got)
	}
}

func TestMentions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"收到政府信息公开申请1件。", ""},
		{"全年共收到政府信息公开申请 2 件。", "收到政府信息公开申请 2件 1"},
		{"未收到政府信息公开申请。", "未收到政府信息公开申请 1"},
		{"办结政府信息公开申请3件，上年结转5件，结转下年度继续办理7件。", "上年结转5件 0|办结政府信息公开申请3件 1|结转下年度继续办理7件 0"},
		{"政府信息公开行政复议案件共计4件。", "政府信息公开行政复议案件共计4件 0"},
		{"政府信息公开行政诉讼：2起。", "政府信息公开行政诉讼：2起 0"},
		{"全年共收到公民、法人或其他组织政府信息公开申请1,286件。", "其他组织政府信息公开申请1,286件 1"},
		{"收到各类政府信息公开申请总数 3 件。", "收到各类政府信息公开申请总数 3件 1"},
		{"因政府信息公开引发的行政复议案件4件，政府信息公开被提起行政诉讼2件。", "政府信息公开引发的行政复议案件4件 0|政府信息公开被提起行政诉讼2件 0"},
		// What is not said of the table's own numbers passes.
		{"其中收到政府信息公开申请2件。", ""},
		{"全市收到政府信息公开申请95件。", ""},
		{"2022年收到政府信息公开申请9件。", ""},
		{"收到政府信息公开申请，同比增长2件。", ""},
		{"收到政府信息公开申请2次。", ""},
		{"办结行政复议案件300件。", ""},
		{"公开政府信息15条。", ""},
		{"未收到政府信息公开申请引发的行政复议。", ""},
	} {
		a := sound()
		a.Overview.Paragraphs[0] = c.text
		var got []string
		for _, p := range a.Check() {
			got = append(got, fmt.Sprint(p.Args[0], " ", p.Args[1]))
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, s, c.want)
		}
	}
}

// The key of a phrase stands in all its words, or they would never be looked for.
func TestMentionKeys(t *testing.T) {
	for _, m := range mentionsOf {
		for _, word := range m.words {
			if !strings.Contains(word, m.key) {
				t.Errorf("%s is not in %s", m.key, word)
			}
		}
	}
}

func TestFees(t *testing.T) {
	for _, c := range []struct {
		text, fees, want string
	}{
		{"收取信息处理费120元。", "0", ""},
		{"收取信息处理费120元。", "120", "disclosure.fees fee.copied?"},
		{"收取信息处理费120元。", "0.012", "disclosure.fees fee.copied?"},
		{"收取信息处理费0元。", "0", ""},
		{"收取信息处理费0.012万元。", "0", "other.paragraphs[0] fee.unit?"},
		{"公用经费120元。", "120", ""},
		{"收取信息处理费1,200元。", "0.12", "disclosure.fees fee.copied?"},
		{"收取信息处理费1,200元。", "200", ""},
		{"发出收费通知2件，收取120元信息处理费。", "120", "disclosure.fees fee.copied?"},
		{"收取0.02万元信息处理费。", "0", "other.paragraphs[0] fee.unit?"},
		{"行政事业性收费12万元，未收取信息处理费。", "12", ""},
		{"未收取信息处理费，行政事业性收费12万元。", "12", ""},
	} {
		a := sound()
		a.Other.Paragraphs[0] = c.text
		a.Disclosure.Fees, _ = ParseAmount(c.fees)
		if got := brief(a.Check()); got != c.want {
			t.Errorf("%s %s: got %s, want %s", c.text, c.fees, got, c.want)
		}
	}
}

func TestBadReports(t *testing.T) {
	for _, name := range []string{"bad-fields", "bad-sums", "bad-syntax"} {
		a, ps := Decode(reports(t)[name], name+".json")
		if a != nil {
			ps = append(ps, a.Check()...)
		}
		var b strings.Builder
		for _, p := range ps {
			fmt.Fprintf(&b, "%s\n  %s\n  %s\n", p.Error(), p.Message("zh"), p.Message("en"))
		}
		golden(t, name+".txt", b.String())
	}
}

// Every sum is shown wrong in the bad report, so that no rule is there in name only.
func TestBadSumsShowsAllRules(t *testing.T) {
	a := load(t, "bad-sums")
	seen := map[Code]bool{}
	for _, p := range a.Check() {
		seen[p.Code] = true
	}
	for _, s := range allSums {
		if !seen[s.code] && !strings.HasPrefix(s.id, "Y-") {
			t.Errorf("no %s", s.code)
		}
	}
}

func TestLenient(t *testing.T) {
	a := sound()
	a.Reviews.Direct.Total = N(5)
	if ps := a.Check(); !ps.HasErrors() || ps.Lenient().HasErrors() || len(ps.Lenient()) != 1 {
		t.Error(ps)
	}
	a.Disclosure.Permits = Count{}
	if !a.Check().Lenient().HasErrors() {
		t.Error("a number that is not filled in became a warning")
	}
}

func BenchmarkCheck(b *testing.B) {
	a := load(b, "city-2024")
	a.LastYear = load(b, "city-2023")
	b.ReportAllocs()
	for b.Loop() {
		if ps := a.Check(); ps != nil {
			b.Fatal(ps)
		}
	}
}
