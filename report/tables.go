package report

// Disclosure is the table of section two in the format of 2021.
type Disclosure struct {
	Rules     Documents `json:"rules" zh:"规章"`
	Normative Documents `json:"normative" zh:"行政规范性文件"`
	Permits   Count     `json:"permits" zh:"行政许可"`
	Penalties Count     `json:"penalties" zh:"行政处罚"`
	Coercion  Count     `json:"coercion" zh:"行政强制"`
	Fees      Amount    `json:"fees" zh:"行政事业性收费" doc:"in 万元"`
}

// Documents counts documents of one kind.
type Documents struct {
	Issued   Count `json:"issued" zh:"本年制发件数"`
	Repealed Count `json:"repealed" zh:"本年废止件数"`
	InForce  Count `json:"inForce" zh:"现行有效件数"`
}

// Disclosure2019 is the table of section two in the format of 国办公开办函〔2019〕60号.
type Disclosure2019 struct {
	Rules         Documents2019 `json:"rules" zh:"规章"`
	Normative     Documents2019 `json:"normative" zh:"规范性文件"`
	Permits       Items         `json:"permits" zh:"行政许可"`
	OtherServices Items         `json:"otherServices" zh:"其他对外管理服务事项"`
	Penalties     Items         `json:"penalties" zh:"行政处罚"`
	Coercion      Items         `json:"coercion" zh:"行政强制"`
	Fees          FeeItems      `json:"fees" zh:"行政事业性收费"`
	Procurement   Procurement   `json:"procurement" zh:"政府集中采购"`
}

// Documents2019 counts documents of one kind as the table of 2019 did.
type Documents2019 struct {
	Made      Count `json:"made" zh:"本年新制作数量"`
	Published Count `json:"published" zh:"本年新公开数量"`
	Public    Count `json:"public" zh:"对外公开总数量"`
}

// Items counts powers of one kind and the decisions made by them.
type Items struct {
	LastYear  Count  `json:"lastYear" zh:"上一年项目数量"`
	Change    Change `json:"change" zh:"本年增/减" doc:"negative where items were dropped"`
	Decisions Count  `json:"decisions" zh:"处理决定数量"`
}

// FeeItems counts kinds of fees.
type FeeItems struct {
	LastYear Count  `json:"lastYear" zh:"上一年项目数量"`
	Change   Change `json:"change" zh:"本年增/减" doc:"negative where fees were dropped"`
}

// Procurement is what was bought centrally.
type Procurement struct {
	Projects Count  `json:"projects" zh:"采购项目数量"`
	Amount   Amount `json:"amount" zh:"采购总金额" doc:"in 万元"`
}

// Applications is the table of section three: 本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和.
type Applications struct {
	New     Applicants `json:"new" zh:"一、本年新收政府信息公开申请数量"`
	Carried Applicants `json:"carried" zh:"二、上年结转政府信息公开申请数量"`
	Results Results    `json:"results" zh:"-"`
	Forward Applicants `json:"forward" zh:"四、结转下年度继续办理"`
}

// Applicants is one row of table three: a number for each kind of applicant.
type Applicants struct {
	Person   Count `json:"person" zh:"自然人"`
	Business Count `json:"business" zh:"商业企业"`
	Research Count `json:"research" zh:"科研机构"`
	Welfare  Count `json:"welfare" zh:"社会公益组织"`
	Legal    Count `json:"legal" zh:"法律服务机构"`
	Other    Count `json:"other" zh:"其他"`
	Total    Count `json:"total" zh:"总计"`
}

// Results is 三、本年度办理结果: every application once, by its final handling.
type Results struct {
	Public      Applicants  `json:"public" zh:"（一）予以公开"`
	Partial     Applicants  `json:"partial" zh:"（二）部分公开（区分处理的，只计这一情形，不计其他情形）"`
	Denied      Denied      `json:"denied" zh:"（三）不予公开"`
	Unavailable Unavailable `json:"unavailable" zh:"（四）无法提供"`
	Unprocessed Unprocessed `json:"unprocessed" zh:"（五）不予处理"`
	Closed      Closed      `json:"closed,omitzero" zh:"（六）其他处理"`
	// ClosedAsOne stands in place of Closed in reports that give （六） one row, as the table of 2019 did.
	ClosedAsOne *Applicants `json:"closedAsOne,omitempty" zh:"（六）其他处理" instead:"closed" doc:"one row in place of closed's three, as in the table of 2019"`
	Total       Applicants  `json:"total" zh:"（七）总计"`
}

// Denied are the grounds of （三）不予公开.
type Denied struct {
	StateSecret     Applicants `json:"stateSecret" zh:"1.属于国家秘密"`
	ForbiddenByLaw  Applicants `json:"forbiddenByLaw" zh:"2.其他法律行政法规禁止公开"`
	Security        Applicants `json:"security" zh:"3.危及“三安全一稳定”"`
	ThirdParty      Applicants `json:"thirdParty" zh:"4.保护第三方合法权益"`
	InternalAffairs Applicants `json:"internalAffairs" zh:"5.属于三类内部事务信息"`
	Process         Applicants `json:"process" zh:"6.属于四类过程性信息"`
	CaseFile        Applicants `json:"caseFile" zh:"7.属于行政执法案卷"`
	Inquiry         Applicants `json:"inquiry" zh:"8.属于行政查询事项"`
}

// Unavailable are the grounds of （四）无法提供.
type Unavailable struct {
	NotHeld    Applicants `json:"notHeld" zh:"1.本机关不掌握相关政府信息"`
	ToBeMade   Applicants `json:"toBeMade" zh:"2.没有现成信息需要另行制作"`
	StillVague Applicants `json:"stillVague" zh:"3.补正后申请内容仍不明确"`
}

// Unprocessed are the grounds of （五）不予处理.
type Unprocessed struct {
	Petition    Applicants `json:"petition" zh:"1.信访举报投诉类申请"`
	Duplicate   Applicants `json:"duplicate" zh:"2.重复申请"`
	Publication Applicants `json:"publication" zh:"3.要求提供公开出版物"`
	Excessive   Applicants `json:"excessive" zh:"4.无正当理由大量反复申请"`
	Reissue     Applicants `json:"reissue" zh:"5.要求行政机关确认或重新出具已获取信息"`
}

// Closed are the grounds of （六）其他处理 in the table of 2021.
type Closed struct {
	NotCorrected Applicants `json:"notCorrected" zh:"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"`
	NotPaid      Applicants `json:"notPaid" zh:"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"`
	Rest         Applicants `json:"rest" zh:"3.其他"`
}

// Reviews is the table of section four.
type Reviews struct {
	Reconsideration Outcomes `json:"reconsideration" zh:"行政复议"`
	Direct          Outcomes `json:"direct" zh:"未经复议直接起诉"`
	After           Outcomes `json:"afterReconsideration" zh:"复议后起诉"`
}

// Outcomes counts how reviews ended.
type Outcomes struct {
	Upheld    Count `json:"upheld" zh:"结果维持"`
	Corrected Count `json:"corrected" zh:"结果纠正"`
	Other     Count `json:"other" zh:"其他结果"`
	Pending   Count `json:"pending" zh:"尚未审结"`
	Total     Count `json:"total" zh:"总计"`
}
