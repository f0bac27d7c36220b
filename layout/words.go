package layout

import (
	"math/bits"
	"unicode/utf8"
)

// headWords are the words of the forms' own heads and labels and of the titles of reports, up to longestWord characters long. What is
// put together of other words of the list is a phrase: it may be broken between them, at a price. Titles and heads have few words,
// and they are prescribed, so that a list goes further here than rules do. It was read from:
//
//   - the tables of the annual report, 国办公开办函〔2019〕60号 and 〔2021〕30号, and the 政府网站工作年度报表 of 国办函〔2018〕12号
//   - the nine tables of 部门决算 by 财政部, and the classes of 政府收支分类科目 that stand in them
//   - the classes of GB/T 4754-2017 国民经济行业分类, which yearbooks list
//   - names of agencies and of kinds of documents (GB/T 9704-2012 3)
var headWords = map[string]bool{
	// 申请人
	"申请人": true, "自然人": true, "法人": true, "其他": true, "组织": true, "其他组织": true, "商业": true, "企业": true, "科研": true,
	"机构": true, "社会": true, "公益": true, "法律": true, "服务": true, "社会公益": true, "法律服务": true, "服务机构": true, "科研机构": true,
	"商业企业": true, "情况": true, "总计": true, "合计": true, "小计": true, "总数": true, "其中": true,
	// 勾稽关系
	"本列": true, "本行": true, "数据": true, "勾稽": true, "关系": true, "第一项": true, "第二项": true, "第三项": true, "第四项": true,
	"之和": true, "等于": true, "大于": true, "小于": true,
	// 主动公开
	"信息": true, "内容": true, "政府": true, "公开": true, "政务": true, "主动": true, "主动公开": true, "政府信息": true, "信息公开": true,
	"政府信息公开": true, "政务公开": true, "信息内容": true, "行政": true, "许可": true, "处罚": true, "强制": true, "行政许可": true,
	"行政处罚": true, "行政强制": true, "规章": true, "规范性": true, "文件": true, "规范性文件": true, "制发": true, "制作": true, "废止": true,
	"件数": true, "现行": true, "有效": true, "现行有效": true, "处理": true, "决定": true, "数量": true, "收费": true, "金额": true, "单位": true,
	"万元": true, "亿元": true, "事业性": true, "事业": true, "对外": true, "管理": true, "事项": true, "增减": true, "政府集中采购": true,
	"集中": true, "采购": true, "项目": true, "总金额": true, "处理决定": true, "收费金额": true, "服务事项": true,
	// 依申请公开
	"依申请": true, "申请": true, "新收": true, "结转": true, "办理": true, "结果": true, "上年": true, "本年": true, "本年度": true, "上年度": true,
	"年度": true, "下年度": true, "继续": true, "予以": true, "不予": true, "部分": true, "区分": true, "只计": true, "这一": true, "情形": true,
	"不计": true, "属于": true, "国家": true, "秘密": true, "国家秘密": true, "禁止": true, "危及": true, "安全": true, "稳定": true,
	"三安全一稳定": true, "保护": true, "第三方": true, "合法": true, "权益": true, "合法权益": true, "三类": true, "四类": true, "内部": true,
	"事务": true, "过程性": true, "执法": true, "案卷": true, "查询": true, "无法": true, "提供": true, "掌握": true, "相关": true, "没有": true,
	"现成": true, "需要": true, "另行": true, "补正": true, "不补正": true, "明确": true, "不明确": true, "信访": true, "举报": true, "投诉": true,
	"重复": true, "公开出版物": true, "出版物": true, "正当": true, "理由": true, "正当理由": true, "大量": true, "反复": true, "要求": true, "投诉类": true,
	"行政机关": true, "机关": true, "确认": true, "重新": true, "出具": true, "已获取": true, "获取": true, "逾期": true, "未按": true, "通知": true,
	"缴纳": true, "费用": true, "不再": true, "不予公开": true, "不予处理": true, "法规": true, "行政法规": true, "地方": true,
	// 复议、诉讼
	"复议": true, "复议后": true, "行政复议": true, "诉讼": true, "行政诉讼": true, "起诉": true, "直接": true, "未经": true, "维持": true,
	"纠正": true, "尚未": true, "审结": true,
	// 政府网站
	"备案": true, "地址": true, "办事": true, "渠道": true, "网站": true, "政府网站": true, "名称": true, "首页": true, "网址": true, "主办": true,
	"承办": true, "类型": true, "标识码": true, "备案号": true, "独立": true, "用户": true, "访问量": true, "访问": true, "总量": true,
	"更新量": true, "更新": true, "概况": true, "动态": true, "政务动态": true, "目录": true, "信息公开目录": true, "专栏": true, "专题": true,
	"维护": true, "新开设": true, "解读": true, "回应": true, "材料": true, "产品": true, "新闻": true, "发布会": true, "公众": true, "关注": true,
	"热点": true, "重大": true, "舆情": true, "重大舆情": true, "次数": true, "发布": true, "政务服务": true, "政务服务事项": true, "全程": true,
	"在线": true, "注册": true, "自然人用户": true, "法人用户": true, "办件": true, "办件量": true, "互动": true, "交流": true, "留言": true,
	"平均": true, "周期": true, "答复": true, "征集": true, "调查": true, "期数": true, "意见": true, "访谈": true, "网民": true, "提问": true,
	"检测": true, "评估": true, "安全检测": true, "检测评估": true, "发现": true, "问题": true, "整改": true, "问题数量": true, "建立": true,
	"监测": true, "预警": true, "机制": true, "应急": true, "演练": true, "移动": true, "新媒体": true, "微博": true, "微信": true, "客户端": true,
	"粉丝": true, "创新": true, "发展": true, "智能": true, "机器人": true, "搜索": true, "无障碍": true, "浏览": true, "多语种": true, "版本": true,
	"建设": true, "平台": true, "工作": true, "报表": true, "填报": true, "负责人": true, "审核": true, "联系": true, "电话": true, "方式": true,
	"门户": true, "门户网站": true, "是否": true, "责任人": true, "满意率": true, "统一": true, "媒体": true, "评论": true, "文章": true,
	"公布": true, "收到": true, "时间": true,
	// 决算
	"收入": true, "支出": true, "预算": true, "决算": true, "预算数": true, "决算数": true, "年初": true, "年末": true, "结余": true, "财政": true,
	"拨款": true, "财政拨款": true, "一般": true, "公共": true, "一般公共": true, "一般公共预算": true, "政府性": true, "基金": true,
	"基金预算": true, "政府性基金预算": true, "国有": true, "资本": true, "国有资本": true, "经营": true, "经营预算": true, "国有资本经营预算": true,
	"上级": true, "补助": true, "上缴": true, "附属": true, "附属单位": true, "功能": true, "经济": true, "分类": true, "功能分类": true,
	"经济分类": true, "科目": true, "编码": true, "科目编码": true, "科目名称": true, "代码": true, "指标": true, "备注": true, "序号": true,
	"基本": true, "人员": true, "经费": true, "人员经费": true, "公用": true, "公用经费": true, "公务": true, "用车": true, "公务用车": true,
	"购置": true, "购置费": true, "运行": true, "维护费": true, "运行维护费": true, "运行费": true, "接待": true, "接待费": true, "公务接待费": true,
	"因公": true, "出国": true, "因公出国": true, "非财政": true, "使用": true, "弥补": true, "专用": true, "职工": true, "福利": true,
	"福利费": true, "绩效": true, "工资": true, "津贴": true, "补贴": true, "奖金": true, "住房": true, "公积金": true, "住房公积金": true,
	"养老": true, "养老保险": true, "基本养老保险": true, "保险": true, "医疗": true, "医疗保险": true, "基本医疗保险": true, "职业": true,
	"年金": true, "职业年金": true, "缴费": true, "社会保障": true, "保障": true, "就业": true, "离退休": true, "离休": true, "退休": true,
	"机关事业单位": true, "事业单位": true, "办公费": true, "印刷费": true, "咨询费": true, "手续费": true, "差旅费": true, "维修": true,
	"租赁费": true, "会议费": true, "培训费": true, "劳务费": true, "委托": true, "业务": true, "业务费": true, "工会": true, "税金": true,
	"商品": true, "个人": true, "家庭": true, "设备": true, "土地": true, "使用权": true, "土地使用权": true, "出让": true, "出让收入": true,
	"安排": true, "城乡": true, "社区": true, "卫生": true, "健康": true, "卫生健康": true, "节能": true, "环保": true, "交通": true, "运输": true,
	"教育": true, "科学": true, "技术": true, "科学技术": true, "文化": true, "旅游": true, "体育": true, "传媒": true, "农林水": true, "资源": true,
	"勘探": true, "商业服务业": true, "金融": true, "自然": true, "自然资源": true, "海洋": true, "气象": true, "灾害": true, "防治": true,
	"应急管理": true, "债务": true, "还本": true, "付息": true, "外交": true, "国防": true, "群众": true, "团体": true, "进修": true, "培训": true,
	"援助": true, "粮油": true, "物资": true, "储备": true, "专项": true, "资金": true, "公务员": true, "邮电费": true, "奖励金": true,
	"政府采购": true, "信息化": true, "公共安全": true, "公共服务": true, "一般公共服务": true,
	// 公开标准目录、2014 年统计表
	"受理": true, "办结": true, "依据": true, "时限": true, "主体": true, "对象": true, "层级": true, "类别": true, "最低": true, "生活": true,
	"特困": true, "救助": true, "供养": true, "临时": true, "政策": true, "指南": true, "检查": true, "载体": true, "特定": true, "群体": true,
	"具体": true, "行政行为": true, "或者": true, "驳回": true, "原告": true, "请求": true, "诉讼请求": true, "同志": true, "负责同志": true,
	"主要负责同志": true, "参加": true, "专职": true, "兼职": true, "编辑": true, "会议": true, "专题会议": true, "召开": true, "公示": true,
	"公示栏": true, "长期": true, "期间": true, "便民": true, "服务站": true, "查阅": true, "查阅点": true, "暂行": true, "暂行办法": true,
	"广播": true, "电视": true, "制定": true, "之日": true, "要素": true, "认定": true, "救助供养": true, "社会救助": true, "通讯": true,
	"国家安全": true, "经济安全": true, "社会稳定": true, "起止": true, "县级": true, "乡级": true, "一级": true, "二级": true, "全社会": true,
	"特定群体": true,
	// 行业
	"累计": true, "本期": true, "计量": true, "人均": true, "总值": true, "固定": true, "资产": true, "投资": true, "规模": true, "以上": true,
	"常住": true, "可支配": true, "消费品": true, "责任": true, "行业": true, "电力": true, "热力": true, "燃气": true, "生产": true, "供应": true,
	"供应业": true, "制造业": true, "建筑业": true, "批发": true, "零售业": true, "零售": true, "仓储": true, "邮政业": true, "住宿": true,
	"餐饮业": true, "传输": true, "软件": true, "信息技术": true, "服务业": true, "金融业": true, "房地产业": true, "租赁": true, "商务": true,
	"研究": true, "水利": true, "环境": true, "公共设施": true, "设施": true, "管理业": true, "居民": true, "修理": true, "社会工作": true,
	"娱乐业": true, "采矿业": true, "城镇": true, "农村": true, "人口": true, "增长": true, "比重": true, "地区": true, "生产总值": true,
	"增加值": true, "工业": true, "渔业": true, "主要": true, "登记": true, "集体": true, "有限": true, "有限责任": true, "公司": true, "季度": true,
	// 机关
	"人民政府": true, "人民": true, "办公": true, "办公室": true, "办公厅": true, "人民政府办公室": true, "人民政府办公厅": true, "政府办公厅": true,
	"委员会": true, "管理委员会": true, "管理局": true, "中心": true, "办事处": true, "街道": true, "街道办事处": true, "窗口": true, "综合": true,
	"中心办公室": true, "服务中心": true, "服务中心办公室": true,
	"审批": true, "行政审批": true, "数据管理": true, "大数据": true, "监督": true, "市场监督": true, "监督管理": true, "市场": true, "监管": true,
	"发展和改革": true, "改革": true, "统计": true, "规划": true, "生态": true, "生态环境": true, "人力": true, "人力资源": true, "公安": true,
	"民政": true, "司法": true, "审计": true, "税务": true, "海关": true, "高新": true, "高新技术": true, "产业": true, "高新技术产业": true,
	"开发": true, "开发区": true, "示范区": true, "新区": true, "全国": true, "全省": true, "全市": true, "全区": true, "党组": true, "领导": true,
	"小组": true, "领导小组": true,
	// 公文
	"关于": true, "印发": true, "转发": true, "进一步": true, "全面": true, "深入": true, "切实": true, "加强": true, "规范": true, "做好": true,
	"推进": true, "实施": true, "贯彻": true, "落实": true, "开展": true, "报告": true, "年度报告": true, "工作报告": true, "公告": true,
	"通告": true, "公报": true, "统计公报": true, "请示": true, "批复": true, "函件": true, "纪要": true, "方案": true, "实施方案": true,
	"办法": true, "管理办法": true, "规定": true, "细则": true, "条例": true, "要点": true, "工作要点": true, "征求": true, "意见稿": true,
	"征求意见稿": true, "试行": true, "国民": true, "国民经济": true, "社会发展": true, "统计年鉴": true, "年鉴": true, "简表": true, "部门": true,
	"部门决算": true, "以及": true, "对于": true,
	// titles of documents: what they are about, and what they do with it
	"中华": true, "共和国": true, "国务院": true, "自治区": true, "自治州": true, "自治县": true, "直辖市": true, "乡镇": true, "联席会议": true,
	"党委": true, "协会": true, "学会": true, "学校": true, "医院": true, "园区": true, "财政局": true, "财政部": true, "教育局": true, "教育部": true,
	"公安局": true, "民政局": true, "司法局": true, "人社局": true, "城市": true, "农业": true, "商务局": true, "退役": true, "军人": true,
	"国资": true, "统计局": true, "医保": true, "地震": true, "林业": true, "草原": true, "知识": true, "产权": true, "科技": true, "民族": true,
	"宗教": true, "外事": true, "侨务": true, "档案": true, "消防": true, "能源": true, "粮食": true, "邮政": true, "烟草": true, "人防": true,
	"机关事务": true, "年报": true, "总结": true, "计划": true, "预案": true, "决议": true, "命令": true, "说明": true, "规则": true, "准则": true,
	"章程": true, "制度": true, "标准": true, "规范化": true, "标准化": true, "指引": true, "导则": true, "清单": true, "措施": true, "互联网": true,
	"热线": true, "流程": true, "环节": true, "修改": true, "修订": true, "颁布": true, "施行": true, "执行": true, "推动": true, "促进": true,
	"加快": true, "深化": true, "优化": true, "完善": true, "健全": true, "着力": true, "持续": true, "扎实": true, "稳步": true, "有序": true,
	"统筹": true, "协调": true, "支持": true, "鼓励": true, "引导": true, "扩大": true, "提高": true, "提升": true, "提质": true, "增效": true,
	"强化": true, "改进": true, "改善": true, "防范": true, "化解": true, "治理": true, "整治": true, "打击": true, "清理": true, "督查": true,
	"考核": true, "评议": true, "评价": true, "普查": true, "审查": true, "核准": true, "裁决": true, "征收": true, "征用": true, "补偿": true,
	"奖励": true, "应诉": true, "行政应诉": true, "执法检查": true, "调解": true, "仲裁": true, "公证": true, "赔偿": true, "听证": true,
	"征求意见": true, "草案": true, "若干": true, "有关": true, "通用": true, "重点": true, "基层": true, "基础": true, "试点": true, "示范": true,
	"创业": true, "数字": true, "数字化": true, "智慧": true, "绿色": true, "低碳": true, "安全生产": true, "质量": true, "高质量": true,
	"农产品": true, "食品": true, "药品": true, "特种": true, "工程": true, "招标": true, "收支": true, "专款": true, "税收": true, "价格": true,
	"成本": true, "交易": true, "营商": true, "营商环境": true, "市场主体": true, "制度性": true, "体系": true, "体制": true, "能力": true,
	"水平": true, "现代化": true, "一体化": true, "法治": true, "法治政府": true, "依法行政": true, "合同": true, "合法性": true, "公平": true,
	"竞争": true, "诚信": true, "信用": true, "消费者": true, "劳动": true, "人才": true, "工伤": true, "失业": true, "救济": true, "慈善": true,
	"残疾人": true, "妇女": true, "儿童": true, "未成年人": true, "老年人": true, "青年": true, "学生": true, "教师": true, "农民": true,
	"农民工": true, "公民": true, "企业家": true, "干部": true, "队伍": true, "代表": true, "建议": true, "提案": true, "议案": true, "污染": true,
	"污染防治": true, "天气": true, "重污染": true, "大气": true, "土壤": true, "水污染": true, "固体": true, "废物": true, "垃圾": true, "减排": true,
	"节约": true, "用水": true, "用地": true, "国土": true, "空间": true, "耕地": true, "森林": true, "草地": true, "湿地": true, "河长制": true,
	"流域": true, "水库": true, "防汛": true, "抗旱": true, "地质": true, "防灾": true, "减灾": true, "救灾": true, "突发": true, "事件": true,
	"公共卫生": true, "疫情": true, "防控": true, "疾病": true, "传染病": true, "疫苗": true, "医药": true, "养老服务": true, "托育": true,
	"生育": true, "户籍": true, "户口": true, "身份证": true, "居住证": true, "证明": true, "证照": true, "电子证照": true, "执照": true,
	"营业执照": true, "不动产": true, "房屋": true, "物业": true, "保障性": true, "安居": true, "老旧": true, "小区": true, "改造": true, "供热": true,
	"供水": true, "供电": true, "停车": true, "公交": true, "道路": true, "公路": true, "铁路": true, "机场": true, "港口": true, "物流": true,
	"快递": true, "网络": true, "网络安全": true, "公共数据": true, "个人信息": true, "隐私": true, "系统": true, "运行维护": true, "公务接待": true,
	"活动": true, "宣传": true, "宣传教育": true, "教育培训": true, "义务教育": true, "职业教育": true, "高等教育": true, "学前教育": true,
	"校园": true, "文物": true, "非物质": true, "遗产": true, "图书馆": true, "博物馆": true, "全民": true, "健身": true, "乡村": true,
	"乡村振兴": true, "振兴": true, "扶贫": true, "脱贫": true, "攻坚": true, "成果": true, "巩固": true, "拓展": true, "衔接": true, "粮食安全": true,
	"种业": true, "畜牧": true, "养殖": true, "屠宰": true, "动物": true, "植物": true, "检疫": true, "检验": true, "认证": true, "认可": true,
	"广告": true, "商标": true, "专利": true, "著作权": true, "外商": true, "外资": true, "外贸": true, "进出口": true, "口岸": true, "自由": true,
	"贸易": true, "试验区": true, "合作": true, "合作区": true, "港澳": true, "台湾": true, "国际": true, "全县": true, "本级": true, "下级": true,
	"市级": true, "省级": true, "区级": true, "国家级": true, "地方政府": true, "中央": true, "中共中央": true, "党中央": true, "上半年": true,
	"下半年": true, "月度": true, "同期": true, "减少": true, "期末": true, "期初": true, "编号": true, "性质": true, "来源": true, "去向": true,
	"用途": true, "联系人": true, "邮箱": true, "日期": true, "地点": true, "工作日": true, "主管": true, "主管部门": true, "牵头": true, "配合": true, "完成": true,
	"进展": true, "进度": true, "成效": true, "效果": true,
}

const longestWord = 8

// Characters that stand with others where no word of the list has them.
const (
	leadingChars  = "不未无非其第各本该每某再已仍被将并且按因经以由从向在为对比总新"      // with what follows: 不|补正 means the contrary
	joiningChars  = "和及与或"                                 // with what follows, which a line may begin with if it must
	trailingChars = "的之者等后率额量数费型类级性化式局厅处科室院所会部队司委办组业法表书证人" // with what stands before
	placeEnds     = "省市县区镇乡"                               // end names of places, 云州市|云山区; alone they stand with what follows: 市|政务服务局
)

// agencyEnds are what names of agencies end with. A title may be broken behind each name: …开发区管理委员会|行政审批局.
var agencyEnds = [...]string{"局", "厅", "委员会", "中心", "政府", "办公室", "办事处", "法院", "检察院", "领导小组"}

// leadingWords are those that a line does not end with if it can be helped.
var leadingWords = [...]string{"关于", "对于", "或者", "以及", "进一步", "全面", "深入", "切实", "做好", "不再"}

// A wordSet says how long the listed words are that begin in one place: bit n stands for n characters.
type wordSet uint16

// wordsBy are the words of the list by their first two characters, which leaves most places of a text without a look at longer ones.
var wordsBy = byBeginning(headWords)

func byBeginning(words map[string]bool) map[[2]rune]wordSet {
	by := make(map[[2]rune]wordSet, len(words))
	for word := range words {
		first, size := utf8.DecodeRuneInString(word)
		second, _ := utf8.DecodeRuneInString(word[size:])
		by[[2]rune{first, second}] |= 1 << utf8.RuneCountInString(word)
	}
	return by
}

// wordsAt gives the listed words at char i, of those that end before to.
func (p *para) wordsAt(i, to int) wordSet {
	if i+1 >= to {
		return 0
	}
	may := wordsBy[[2]rune{p.chars[i].r, p.chars[i+1].r}]
	if may>>3 == 0 {
		return may
	}
	found := may & (1 << 2)
	var buf [utf8.UTFMax * longestWord]byte
	text := utf8.AppendRune(utf8.AppendRune(buf[:0], p.chars[i].r), p.chars[i+1].r)
	for n := 3; may>>n > 0 && i+n <= to; n++ {
		text = utf8.AppendRune(text, p.chars[i+n-1].r)
		if may&(1<<n) > 0 && headWords[string(text)] {
			found |= 1 << n
		}
	}
	return found
}

// longest is the length of the longest word that is shorter than limit, 0 for none.
func (w wordSet) longest(limit int) int {
	return max(0, bits.Len16(uint16(w)&(1<<min(limit, longestWord+1)-1))-1)
}
