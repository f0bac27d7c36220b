package report

// accountsSum is one rule of the final accounts: the number at total is the sum of the parts. In its paths [*] is each row of
// a list, the same one on both sides, and [] is all rows of it together; a part with a minus is taken off.
type accountsSum struct {
	id    string
	total string
	parts []string
}

// accountsSums are all rules within and between the nine tables; the sums of codes (类 = 款 + …) come on top of them.
var accountsSums = []accountsSum{
	{"1-income", "summary.incomeTotal", []string{
		"summary.income.general", "summary.income.funds", "summary.income.capital", "summary.income.superior",
		"summary.income.services", "summary.income.business", "summary.income.remitted", "summary.income.other"}},
	{"1-outlays", "summary.outlaysTotal", []string{"summary.outlays[].amount"}},
	{"1-left", "summary.total", []string{"summary.incomeTotal", "summary.balanceUsed", "summary.opening"}},
	{"1-right", "summary.total", []string{"summary.outlaysTotal", "summary.allocated", "summary.closing"}},

	{"2-row", "income[*].total", []string{
		"income[*].grants", "income[*].superior", "income[*].services", "income[*].business", "income[*].remitted", "income[*].other"}},
	{"2-summary", "income[0].total", []string{"summary.incomeTotal"}},
	{"2-grants", "income[0].grants", []string{"summary.income.general", "summary.income.funds", "summary.income.capital"}},

	{"3-row", "outlays[*].total", []string{
		"outlays[*].basic", "outlays[*].projects", "outlays[*].upward", "outlays[*].business", "outlays[*].downward"}},
	{"3-summary", "outlays[0].total", []string{"summary.outlaysTotal"}},

	{"4-general", "grants.income.general", []string{"summary.income.general"}},
	{"4-funds", "grants.income.funds", []string{"summary.income.funds"}},
	{"4-capital", "grants.income.capital", []string{"summary.income.capital"}},
	{"4-income", "grants.incomeTotal", []string{"grants.income.general", "grants.income.funds", "grants.income.capital"}},
	{"4-row", "grants.outlays[*].amount.total", []string{
		"grants.outlays[*].amount.general", "grants.outlays[*].amount.funds", "grants.outlays[*].amount.capital"}},
	{"4-total", "grants.outlaysTotal.total", []string{"grants.outlays[].amount.total"}},
	{"4-total", "grants.outlaysTotal.general", []string{"grants.outlays[].amount.general"}},
	{"4-total", "grants.outlaysTotal.funds", []string{"grants.outlays[].amount.funds"}},
	{"4-total", "grants.outlaysTotal.capital", []string{"grants.outlays[].amount.capital"}},
	{"4-left", "grants.incomeSum", []string{"grants.incomeTotal", "grants.opening"}},
	{"4-right", "grants.outlaysSum.total", []string{"grants.outlaysTotal.total", "grants.closing.total"}},
	{"4-right", "grants.outlaysSum.general", []string{"grants.outlaysTotal.general", "grants.closing.general"}},
	{"4-right", "grants.outlaysSum.funds", []string{"grants.outlaysTotal.funds", "grants.closing.funds"}},
	{"4-right", "grants.outlaysSum.capital", []string{"grants.outlaysTotal.capital", "grants.closing.capital"}},
	{"4-both", "grants.outlaysSum.total", []string{"grants.incomeSum"}},

	{"5-row", "general[*].total", []string{"general[*].basic", "general[*].projects"}},
	{"5-grants", "general[0].total", []string{"grants.outlaysTotal.general"}},
	{"6-general", "general[0].basic", []string{"basic.staffTotal", "basic.officeTotal"}},

	{"7-total", "three.budget.total", []string{"three.budget.abroad", "three.budget.cars.total", "three.budget.reception"}},
	{"7-cars", "three.budget.cars.total", []string{"three.budget.cars.purchase", "three.budget.cars.running"}},
	{"7-total", "three.actual.total", []string{"three.actual.abroad", "three.actual.cars.total", "three.actual.reception"}},
	{"7-cars", "three.actual.cars.total", []string{"three.actual.cars.purchase", "three.actual.cars.running"}},

	{"8-spent", "funds[*].spent.total", []string{"funds[*].spent.basic", "funds[*].spent.projects"}},
	{"8-closing", "funds[*].closing", []string{"funds[*].opening", "funds[*].income", "-funds[*].spent.total"}},
	{"8-grants", "funds[0].spent.total", []string{"grants.outlaysTotal.funds"}},
	{"9-spent", "capital[*].spent.total", []string{"capital[*].spent.basic", "capital[*].spent.projects"}},
	{"9-closing", "capital[*].closing", []string{"capital[*].opening", "capital[*].income", "-capital[*].spent.total"}},
	{"9-grants", "capital[0].spent.total", []string{"grants.outlaysTotal.capital"}},
}

// accountsLists are the lists whose codes add up: 类 to the first row or to the number named, 款 to 类, 项 to 款.
var accountsLists = []struct {
	list  string
	total string // "": the first row, which has no code
	deep  int    // figures of the longest codes
}{
	{"income", "", 7}, {"outlays", "", 7}, {"general", "", 7},
	{"basic.staff", "basic.staffTotal", 5}, {"basic.office", "basic.officeTotal", 5},
	{"funds", "", 7}, {"capital", "", 7},
}

// tolerance is by how much a sum may be off: each number of a published table is rounded by itself, and a 0.01 万元 between
// a total and its parts is common.
const tolerance = wan / 100
