//! The words of promises: what is counted, and the verbs by which a speaker says that he is going to count.

use crate::text::fold::Bitmap;

/// Measure words and nouns that items are counted with. The second tells whether they need a verb of
/// promise before them (个、项、条 count anything).
pub(super) const UNITS: [(&str, bool); 41] = [
    ("个部分", false),
    ("点", true),
    ("个方面", false),
    ("方面", false),
    ("个问题", false),
    ("个环节", false),
    ("个关系", false),
    ("个原则", false),
    ("个关键", false),
    ("个层次", false),
    ("个层面", false),
    ("个面向", false),
    ("个重点", false),
    ("个要点", false),
    ("个步骤", false),
    ("个阶段", false),
    ("项工作", false),
    ("项任务", false),
    ("项措施", false),
    ("项要求", false),
    ("条意见", false),
    ("条要求", false),
    ("条措施", false),
    ("条建议", false),
    ("条体会", false),
    ("条希望", false),
    ("条经验", false),
    ("条", true),
    ("种", true),
    ("件事", false),
    ("件大事", false),
    ("件工作", false),
    ("句话", false),
    ("字文章", false),
    ("字诀", false),
    ("字方针", false),
    ("字要求", false),
    ("大", true),
    ("个", true),
    ("项", true),
    ("勤", true),
];

/// The characters that they begin with: what follows most numbers is told by one look.
pub(super) static UNITS_BEGIN: Bitmap = Bitmap::of("个点方项条种件句字大勤", 1);

/// Verbs by which a speaker says what he is going to say.
pub(super) const SAYING: [&str; 15] = [
    "交流", "讲", "谈", "说", "提", "强调", "汇报", "通报", "部署", "安排", "补充", "明确", "介绍",
    "分享", "作",
];

/// Words with such a verb inside that say nothing.
pub(super) const COMPOUNDS: [&str; 26] = [
    "工作", "作用", "作风", "作业", "作物", "作战", "作品", "作者", "合作", "动作", "操作", "运作",
    "创作", "协作", "提高", "提升", "前提", "提供", "提倡", "提前", "讲话", "演讲", "学说", "小说",
    "谈话", "座谈",
];

/// Verbs and words that lead over to what is counted.
pub(super) const LEADING: [&str; 40] = [
    "以下",
    "如下",
    "下面",
    "下列",
    "表现在",
    "体现在",
    "主要是",
    "分为",
    "分成",
    "包括",
    "重点抓好",
    "抓好",
    "做好",
    "把握",
    "处理好",
    "坚持",
    "突出",
    "抓住",
    "落实",
    "实施",
    "构建",
    "做到",
    "围绕",
    "从",
    "有",
    "是",
    "要",
    "存在",
    "注意",
    "开展",
    "实现",
    "推进",
    "注重",
    "写好",
    "采取",
    "制定",
    "提出",
    "出台",
    "总结",
    "建立",
];

/// What a speaker has several of to tell.
pub(super) const TOLD: [&str; 12] = [
    "意见", "体会", "希望", "要求", "建议", "看法", "想法", "感受", "认识", "打算", "说明", "感想",
];

/// Ways in which a speaker tells it.
pub(super) const TELLING: [&str; 9] = [
    "报告", "汇报", "讲", "谈", "发言", "介绍", "部署", "说明", "阐述",
];

/// Words before a number that make it look back, or count nothing that follows.
pub(super) const BACKWARD: [&str; 17] = [
    "以上", "上述", "这", "那", "该", "前", "后", "第", "其", "某", "每", "另", "近", "十", "百",
    "约", "星期",
];
