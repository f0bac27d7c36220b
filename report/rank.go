package report

import (
	"slices"
	"strings"
)

// Rank is the level of an agency, as far as it matters to what may stand in the tables.
type Rank string

// The ranks. 规章 are made by 国务院部门, 省级, 设区的市 and 自治州 (《立法法》 on 规章) and by nobody below.
const (
	RankMinistry    Rank = "ministry"    // 国务院部门
	RankProvince    Rank = "province"    // 省、自治区、直辖市人民政府
	RankCity        Rank = "city"        // 设区的市人民政府
	RankPrefecture  Rank = "prefecture"  // 自治州人民政府
	RankCounty      Rank = "county"      // 县级人民政府
	RankTownship    Rank = "township"    // 乡镇人民政府、街道办事处
	RankDepartment  Rank = "department"  // 地方人民政府部门
	RankInstitution Rank = "institution" // 其他机关和法律、法规授权的组织
)

// rankEntry is what is known of a rank.
type rankEntry struct {
	rank      Rank
	zh        string
	makeRules bool // 《立法法》 art. 91: 部门规章, art. 93: 地方政府规章
}

// rankNames are all ranks, in order of standing.
var rankNames = []rankEntry{
	{RankMinistry, "国务院部门", true},
	{RankProvince, "省级人民政府", true},
	{RankCity, "设区的市人民政府", true},
	{RankPrefecture, "自治州人民政府", true},
	{RankCounty, "县级人民政府", false},
	{RankTownship, "乡镇人民政府、街道办事处", false},
	{RankDepartment, "地方人民政府部门", false},
	{RankInstitution, "其他机关和组织", false},
}

// townNames end the names of agencies that are below a 设区的市 beyond doubt. 区人民政府 is not among them: 自治区人民政府 ends
// the same way.
var townNames = []struct {
	suffix string
	rank   Rank
}{
	{"镇人民政府", RankTownship}, {"乡人民政府", RankTownship}, {"街道办事处", RankTownship}, {"县人民政府", RankCounty},
}

// entry gives what is known of the rank; known is false for a rank there is not.
func (r Rank) entry() (e rankEntry, known bool) {
	i := slices.IndexFunc(rankNames, func(e rankEntry) bool { return e.rank == r })
	if i < 0 {
		return rankEntry{}, false
	}
	return rankNames[i], true
}

// In gives the rank's name in the language; the English one is that of the JSON.
func (r Rank) In(lang string) string {
	if e, known := r.entry(); known && isChinese(lang) {
		return e.zh
	}
	return string(r)
}

// rankOf is the agency's rank: the one given, else the one its name gives away, else none.
func (a *Annual) rankOf() Rank {
	if a.Rank != "" {
		return a.Rank
	}
	for _, t := range townNames {
		if strings.HasSuffix(a.Agency, t.suffix) {
			return t.rank
		}
	}
	return ""
}

// rankList are the names of all ranks.
func rankList() []string {
	names := make([]string, len(rankNames))
	for i, e := range rankNames {
		names[i] = string(e.rank)
	}
	return names
}
