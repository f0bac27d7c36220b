package report

// Annual is the 政府信息公开工作年度报告 of one agency for one year, in the format of 国办公开办函〔2021〕30号: six sections,
// of which the second to fourth are tables (《政府信息公开条例》 art. 50).
type Annual struct {
	Agency string `json:"agency" zh:"机关名称" doc:"the agency's full name, first line of the title"`
	Year   int    `json:"year" zh:"年度" doc:"the year reported on"`
	Rank   Rank   `json:"rank,omitempty" zh:"机关级别" doc:"tells whether the agency may make 规章"`

	Opening  []string `json:"opening,omitempty" zh:"前言第#段" doc:"paragraphs before the first section"`
	Overview Prose    `json:"overview" zh:"一、总体情况"`

	Disclosure Disclosure `json:"disclosure,omitzero" zh:"二、主动公开政府信息情况"`
	// Disclosure2019 stands in place of Disclosure in reports that use the table of 2019.
	Disclosure2019 *Disclosure2019 `json:"disclosure2019,omitempty" zh:"二、主动公开政府信息情况" instead:"disclosure" doc:"in place of disclosure: the table of 2019"`
	Applications   Applications    `json:"applications" zh:"三、收到和处理政府信息公开申请情况"`
	Reviews        Reviews         `json:"reviews" zh:"四、政府信息公开行政复议、行政诉讼情况"`

	Problems Prose `json:"problems" zh:"五、存在的主要问题及改进情况"`
	Other    Prose `json:"other" zh:"六、其他需要报告的事项"`

	Signature []string `json:"signature,omitempty" zh:"落款第#机关" doc:"names of the issuing agencies; with a date and no name, the agency signs"`
	Date      Date     `json:"date,omitzero" zh:"成文日期" doc:"date of issue, YYYY-MM-DD"`

	// LastYear is the report of the year before. With it, Check also compares what one report hands on to the next.
	LastYear *Annual `json:"-"`

	// places tell where in the input each value stands, for reports that Decode has read.
	places *places
}

// Prose is the text of a section: paragraphs, then sub-sections.
type Prose struct {
	Paragraphs []string  `json:"paragraphs,omitempty" zh:"第#段"`
	Sections   []Section `json:"sections,omitempty" zh:"第#小节"`
}

// Section is a sub-section with its heading. The numbers （一）, 1. and （1） are set by level and are not part of the
// heading. Sections go three deep: GB/T 9704-2012 7.3.3 names four levels, of which 一、 is the report's own.
type Section struct {
	Heading    string    `json:"heading" zh:"标题" doc:"without its number"`
	Paragraphs []string  `json:"paragraphs,omitempty" zh:"第#段"`
	Sections   []Section `json:"sections,omitempty" zh:"第#小节"`
}
