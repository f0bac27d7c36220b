package report

import (
	"regexp"
	"slices"
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

// rankByName are the names of agencies that cannot make 规章 beyond doubt. 区人民政府 alone tells nothing: 自治区人民政府 ends the
// same way. The office of a people's government is left out, since it gives the report of the whole place.
var rankByName = []struct {
	name *regexp.Regexp
	rank Rank
}{
	{regexp.MustCompile(`(镇|乡)人民政府$|街道办事处$`), RankTownship},
	{regexp.MustCompile(`(县|旗|市.+区)人民政府$`), RankCounty},
	{regexp.MustCompile(`人民政府办公[厅室]$`), ""},
	{regexp.MustCompile(`[省市州盟县旗区镇乡].*(管理委员会|中心)$`), RankInstitution},
	{regexp.MustCompile(`[省市州盟县旗区].*(局|厅|委员会|委|办公室|办公厅)$`), RankDepartment},
}

// national begin the names of agencies of the whole country, and of their branches.
var national = regexp.MustCompile(`^(中华人民共和国|中国|国家|国务院|中央|全国)`)

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
	if a.Rank != "" || national.MatchString(a.Agency) {
		return a.Rank
	}
	for _, r := range rankByName {
		if r.name.MatchString(a.Agency) {
			return r.rank
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
