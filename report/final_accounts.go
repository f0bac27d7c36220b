package report

import "encoding/json"

// FinalAccounts is the 部门决算 of one department for one year: its nine standard tables, with what is told around them. All
// sums are in 万元 with two decimals. A number that is not given is nothing, printed as an empty cell.
type FinalAccounts struct {
	Agency string `json:"agency" zh:"部门名称" doc:"the department's full name, first line of the title"`
	Year   int    `json:"year" zh:"年度" doc:"the year reported on"`

	Overview Prose `json:"overview,omitzero" zh:"第一部分　部门概况"`

	Summary AccountsSummary `json:"summary" zh:"收入支出决算总表"`
	Income  []IncomeRow     `json:"income" zh:"收入决算表"`
	Outlays []OutlayRow     `json:"outlays" zh:"支出决算表"`
	Grants  GrantsSummary   `json:"grants" zh:"财政拨款收入支出决算总表"`
	General []GeneralRow    `json:"general,omitempty" zh:"一般公共预算财政拨款支出决算表"`
	Basic   BasicOutlays    `json:"basic,omitzero" zh:"一般公共预算财政拨款基本支出决算表"`
	Three   ThreeCosts      `json:"three,omitzero" zh:"一般公共预算财政拨款“三公”经费支出决算表"`
	Funds   []FundRow       `json:"funds,omitempty" zh:"政府性基金预算财政拨款收入支出决算表"`
	Capital []FundRow       `json:"capital,omitempty" zh:"国有资本经营预算财政拨款收入支出决算表"`

	Explanation Prose `json:"explanation,omitzero" zh:"第三部分　部门决算情况说明"`
	Terms       Prose `json:"terms,omitzero" zh:"第四部分　名词解释"`

	Signature []string `json:"signature,omitempty" zh:"落款第#机关"`
	Date      Date     `json:"date,omitzero" zh:"成文日期" doc:"date of issue, YYYY-MM-DD"`

	places *places
}

// MarshalJSON writes the report with its kind.
func (f *FinalAccounts) MarshalJSON() ([]byte, error) {
	type bare FinalAccounts
	return json.Marshal(struct {
		Kind string `json:"kind"`
		*bare
	}{KindFinalAccounts, (*bare)(f)})
}

// AccountsSummary is table one: income by source beside outlays by function.
type AccountsSummary struct {
	Income       IncomeItems `json:"income" zh:"收入"`
	IncomeTotal  Amount      `json:"incomeTotal" zh:"本年收入合计"`
	BalanceUsed  Amount      `json:"balanceUsed,omitzero" zh:"使用非财政拨款结余"`
	Opening      Amount      `json:"opening,omitzero" zh:"年初结转和结余"`
	Outlays      []Outlay    `json:"outlays" zh:"支出" doc:"by function, in the order of 政府收支分类科目; the numbers 一、二、 are set by themselves"`
	OutlaysTotal Amount      `json:"outlaysTotal" zh:"本年支出合计"`
	Allocated    Amount      `json:"allocated,omitzero" zh:"结余分配"`
	Closing      Amount      `json:"closing,omitzero" zh:"年末结转和结余"`
	Total        Amount      `json:"total" zh:"总计" doc:"of both sides"`
}

// IncomeItems are the sources of income of table one.
type IncomeItems struct {
	General  Amount `json:"general,omitzero" zh:"一、一般公共预算财政拨款收入"`
	Funds    Amount `json:"funds,omitzero" zh:"二、政府性基金预算财政拨款收入"`
	Capital  Amount `json:"capital,omitzero" zh:"三、国有资本经营预算财政拨款收入"`
	Superior Amount `json:"superior,omitzero" zh:"四、上级补助收入"`
	Services Amount `json:"services,omitzero" zh:"五、事业收入"`
	Business Amount `json:"business,omitzero" zh:"六、经营收入"`
	Remitted Amount `json:"remitted,omitzero" zh:"七、附属单位上缴收入"`
	Other    Amount `json:"other,omitzero" zh:"八、其他收入"`
}

// Outlay is what was spent on one function.
type Outlay struct {
	Name   string `json:"name" zh:"项目"`
	Amount Amount `json:"amount,omitzero" zh:"决算数"`
}

// IncomeRow is a row of table two. The first has no code and is the total; codes have three, five and seven figures (类, 款, 项).
type IncomeRow struct {
	Code     string `json:"code,omitempty" zh:"功能分类科目编码"`
	Name     string `json:"name" zh:"科目名称"`
	Total    Amount `json:"total" zh:"本年收入合计"`
	Grants   Amount `json:"grants,omitzero" zh:"财政拨款收入"`
	Superior Amount `json:"superior,omitzero" zh:"上级补助收入"`
	Services Amount `json:"services,omitzero" zh:"事业收入"`
	Business Amount `json:"business,omitzero" zh:"经营收入"`
	Remitted Amount `json:"remitted,omitzero" zh:"附属单位上缴收入"`
	Other    Amount `json:"other,omitzero" zh:"其他收入"`
}

// OutlayRow is a row of table three.
type OutlayRow struct {
	Code     string `json:"code,omitempty" zh:"功能分类科目编码"`
	Name     string `json:"name" zh:"科目名称"`
	Total    Amount `json:"total" zh:"本年支出合计"`
	Basic    Amount `json:"basic,omitzero" zh:"基本支出"`
	Projects Amount `json:"projects,omitzero" zh:"项目支出"`
	Upward   Amount `json:"upward,omitzero" zh:"上缴上级支出"`
	Business Amount `json:"business,omitzero" zh:"经营支出"`
	Downward Amount `json:"downward,omitzero" zh:"对附属单位补助支出"`
}

// GrantsSummary is table four: grants from the three budgets, and what was spent out of each.
type GrantsSummary struct {
	Income       GrantItems    `json:"income" zh:"收入"`
	IncomeTotal  Amount        `json:"incomeTotal" zh:"本年收入合计"`
	Opening      Amount        `json:"opening,omitzero" zh:"年初财政拨款结转和结余"`
	Outlays      []GrantOutlay `json:"outlays" zh:"支出"`
	OutlaysTotal GrantColumns  `json:"outlaysTotal" zh:"本年支出合计"`
	Closing      GrantColumns  `json:"closing,omitzero" zh:"年末财政拨款结转和结余"`
	IncomeSum    Amount        `json:"incomeSum" zh:"收入总计"`
	OutlaysSum   GrantColumns  `json:"outlaysSum" zh:"支出总计"`
}

// GrantItems are the three kinds of grants.
type GrantItems struct {
	General Amount `json:"general,omitzero" zh:"一、一般公共预算财政拨款"`
	Funds   Amount `json:"funds,omitzero" zh:"二、政府性基金预算财政拨款"`
	Capital Amount `json:"capital,omitzero" zh:"三、国有资本经营预算财政拨款"`
}

// GrantOutlay is what was spent on one function out of grants.
type GrantOutlay struct {
	Name   string       `json:"name" zh:"项目"`
	Amount GrantColumns `json:"amount,omitzero" zh:"决算数"`
}

// GrantColumns is a sum and its parts by budget.
type GrantColumns struct {
	Total   Amount `json:"total,omitzero" zh:"合计"`
	General Amount `json:"general,omitzero" zh:"一般公共预算财政拨款"`
	Funds   Amount `json:"funds,omitzero" zh:"政府性基金预算财政拨款"`
	Capital Amount `json:"capital,omitzero" zh:"国有资本经营预算财政拨款"`
}

// GeneralRow is a row of table five.
type GeneralRow struct {
	Code     string `json:"code,omitempty" zh:"功能分类科目编码"`
	Name     string `json:"name" zh:"科目名称"`
	Total    Amount `json:"total" zh:"合计"`
	Basic    Amount `json:"basic,omitzero" zh:"基本支出"`
	Projects Amount `json:"projects,omitzero" zh:"项目支出"`
}

// BasicOutlays is table six: outlays on staff beside those on running the office, by economic classification.
type BasicOutlays struct {
	Staff       []EconomicRow `json:"staff,omitempty" zh:"人员经费"`
	StaffTotal  Amount        `json:"staffTotal,omitzero" zh:"人员经费合计"`
	Office      []EconomicRow `json:"office,omitempty" zh:"公用经费"`
	OfficeTotal Amount        `json:"officeTotal,omitzero" zh:"公用经费合计"`
}

// EconomicRow is an entry of table six. Codes have three and five figures (类, 款).
type EconomicRow struct {
	Code   string `json:"code" zh:"经济分类科目编码"`
	Name   string `json:"name" zh:"科目名称"`
	Amount Amount `json:"amount,omitzero" zh:"决算数"`
}

// ThreeCosts is table seven: going abroad, cars, receptions, as planned and as spent.
type ThreeCosts struct {
	Budget Costs `json:"budget,omitzero" zh:"预算数"`
	Actual Costs `json:"actual,omitzero" zh:"决算数"`
}

// Costs are the “三公”经费.
type Costs struct {
	Total     Amount   `json:"total,omitzero" zh:"合计"`
	Abroad    Amount   `json:"abroad,omitzero" zh:"因公出国（境）费"`
	Cars      CarCosts `json:"cars,omitzero" zh:"公务用车购置及运行维护费"`
	Reception Amount   `json:"reception,omitzero" zh:"公务接待费"`
}

// CarCosts are those of official cars.
type CarCosts struct {
	Total    Amount `json:"total,omitzero" zh:"小计"`
	Purchase Amount `json:"purchase,omitzero" zh:"公务用车购置费"`
	Running  Amount `json:"running,omitzero" zh:"公务用车运行维护费"`
}

// FundRow is a row of tables eight and nine.
type FundRow struct {
	Code    string    `json:"code,omitempty" zh:"功能分类科目编码"`
	Name    string    `json:"name" zh:"科目名称"`
	Opening Amount    `json:"opening,omitzero" zh:"年初结转和结余"`
	Income  Amount    `json:"income,omitzero" zh:"本年收入"`
	Spent   FundSpent `json:"spent,omitzero" zh:"本年支出"`
	Closing Amount    `json:"closing,omitzero" zh:"年末结转和结余"`
}

// FundSpent is what was spent out of a fund.
type FundSpent struct {
	Total    Amount `json:"total,omitzero" zh:"小计"`
	Basic    Amount `json:"basic,omitzero" zh:"基本支出"`
	Projects Amount `json:"projects,omitzero" zh:"项目支出"`
}
