//! The vocabulary of the generated speeches: sentences, headings and lead-ins in the tone of 讲话稿, all
//! of them made up. No sentence stands twice in a speech, and none sounds like an ending.

use std::collections::HashSet;

use super::random::Random;

pub const TOPICS: [&str; 32] = [
    "安全生产",
    "乡村振兴",
    "项目建设",
    "招商引资",
    "防汛抗旱",
    "作风建设",
    "生态环保",
    "基层党建",
    "民生保障",
    "教学质量",
    "校园安全",
    "食品监管",
    "城市管理",
    "旅游开发",
    "税费征管",
    "森林防火",
    "信访稳定",
    "科技创新",
    "医疗服务",
    "文化惠民",
    "档案管理",
    "质量提升",
    "节能降耗",
    "人才培养",
    "营商环境",
    "禁毒宣传",
    "道路交通",
    "社区治理",
    "粮食生产",
    "统计调查",
    "农田水利",
    "志愿服务",
];

const OPENERS: [&str; 30] = [
    "",
    "",
    "",
    "",
    "",
    "",
    "从目前情况看，",
    "实践证明，",
    "面对新的形势，",
    "在这个过程中，",
    "从根本上说，",
    "客观地讲，",
    "与此同时，",
    "越是任务繁重，",
    "当前，",
    "下一步，",
    "今后一个时期，",
    "总的来看，",
    "应当看到，",
    "特别是在关键时期，",
    "对照上级要求，",
    "结合本地实际，",
    "对于群众反映的问题，",
    "在推进过程中，",
    "只有这样，",
    "多年来，",
    "春节过后，",
    "进入汛期以来，",
    "无论任务多重，",
    "事实告诉我们，",
];

pub const SUBJECTS: [&str; 20] = [
    "各乡镇",
    "各部门",
    "各级党组织",
    "广大党员干部",
    "全体教职工",
    "有关单位",
    "牵头单位",
    "各责任单位",
    "机关干部",
    "基层单位",
    "各企业",
    "各车间",
    "主管部门",
    "驻村工作队",
    "分管领导",
    "相关科室",
    "各村（社区）",
    "班组长",
    "窗口人员",
    "督查专班",
];

const ACTIONS: [&str; 34] = [
    "要把{t}摆上重要位置",
    "要认真研究{t}中出现的新情况",
    "要围绕{t}细化工作方案",
    "要在{t}上多下功夫",
    "要主动对接{t}的目标任务",
    "要及时掌握{t}的进展情况",
    "要统筹推进{t}与日常业务",
    "要把{t}的责任压实到岗位",
    "要立足实际谋划{t}",
    "要用好{t}的考核结果",
    "要敢于正视{t}存在的短板",
    "要总结推广{t}的好经验",
    "要下大力气改进{t}",
    "要按照时间节点推进{t}",
    "要做好{t}的宣传发动",
    "要为{t}提供有力保障",
    "要对{t}开展经常性督查",
    "要结合自身职能支持{t}",
    "要从细节入手抓实{t}",
    "要克服{t}中的畏难情绪",
    "应当带头学习{t}的有关知识",
    "应当把{t}同中心工作结合起来",
    "必须时刻绷紧{t}这根弦",
    "必须坚持用制度规范{t}",
    "不能把{t}当成额外负担",
    "不能在{t}上打折扣、搞变通",
    "已经在{t}方面探索了有益做法",
    "对{t}的认识有了明显提高",
    "在{t}中经受了锻炼和考验",
    "为{t}付出了大量心血",
    "要把{t}的成效体现在群众满意上",
    "要理顺{t}的工作关系",
    "要管好用好{t}的专项经费",
    "要充实{t}的工作力量",
];

const TAILS: [&str; 30] = [
    "确保任务落到实处",
    "切实把工作做深做细",
    "真正让群众得到实惠",
    "形成齐抓共管的良好局面",
    "不断巩固已经取得的成果",
    "防止出现前紧后松的现象",
    "力争取得看得见的成效",
    "始终保持清醒的头脑",
    "把困难估计得更充分些",
    "把措施谋划得更周密些",
    "绝不能有丝毫松懈",
    "做到心中有数、手中有策",
    "以实际行动赢得信任",
    "把问题解决在萌芽状态",
    "推动工作再上新水平",
    "推动建立长效机制",
    "营造良好的社会氛围",
    "经得起实践和群众的检验",
    "不折不扣完成年度目标",
    "让制度真正管用见效",
    "避免年底算总账",
    "多听听基层同志的意见",
    "少开会、开短会、讲管用的话",
    "把力气用在刀刃上",
    "既要快又要稳",
    "宁可多跑几趟路",
    "一步一个脚印往前走",
    "多为企业和群众着想",
    "把底数摸清、把情况吃透",
    "看准了的事情就大胆去做",
];

const STATEMENTS: [&str; 26] = [
    "{t}关系到千家万户，来不得半点马虎。",
    "{t}是一项系统工程，需要方方面面密切配合。",
    "{t}的基础还不够牢固，抓而不紧等于不抓。",
    "这些年{t}的路子越走越宽，群众是看在眼里的。",
    "{t}抓得好不好，最终要由群众来评判。",
    "也要看到，{t}同先进地区相比还有不小差距。",
    "有的同志对{t}重视不够，安排部署停留在口头上。",
    "{t}越是到了紧要关头，越要沉得住气。",
    "{t}的成绩来之不易，凝聚着大家的汗水。",
    "对{t}中涌现出来的先进典型，要及时给予表扬。",
    "个别地方{t}的台账不全，家底不清。",
    "{t}没有终点，只有连续不断的新起点。",
    "衡量{t}的标准只有实效，不看花样。",
    "{t}不是哪家单位的事，谁都不能当旁观者。",
    "干部多跑腿，{t}才能少走弯路。",
    "{t}的担子不轻，大家要有充分的思想准备。",
    "凡是群众不满意的地方，就是{t}需要改进的地方。",
    "要把{t}放到全局当中去思考、去定位。",
    "{t}讲的是认真二字，怕的是敷衍了事。",
    "经过前期努力，{t}的框架已经搭建起来。",
    "{t}的标准不能降，力度不能减。",
    "会后，请有关单位把{t}的分工方案尽快印发。",
    "搞好{t}，离不开一支过硬的队伍。",
    "从督查的情况看，{t}的进度还不平衡。",
    "“谋定而后动”，这句话用在{t}上同样合适。",
    "对{t}来说，机遇和挑战从来都是并存的。",
];

const VERBS: [&str; 16] = [
    "加强", "健全", "完善", "强化", "夯实", "优化", "落实", "深化", "创新", "细化", "改进", "规范",
    "抓好", "做实", "提升", "理顺",
];

const ASPECTS: [&str; 18] = [
    "责任体系",
    "工作机制",
    "组织领导",
    "队伍建设",
    "监督检查",
    "宣传引导",
    "基础工作",
    "服务保障",
    "日常管理",
    "考核评价",
    "信息报送",
    "隐患排查",
    "协调配合",
    "经费管理",
    "业务培训",
    "应急准备",
    "档案资料",
    "制度建设",
];

const SLOGANS: [&str; 14] = [
    "统一思想，",
    "突出重点，",
    "压实责任，",
    "真抓实干，",
    "转变作风，",
    "凝聚合力，",
    "严明纪律，",
    "精准施策，",
    "补齐短板，",
    "守住底线，",
    "提高站位，",
    "把握大局，",
    "建强队伍，",
    "立足长远，",
];

const NOUN_HEADINGS: [&str; 10] = [
    "{t}取得的主要成绩",
    "{t}面临的形势任务",
    "{t}存在的突出问题",
    "下一步{t}的总体思路",
    "{t}的目标要求",
    "{t}的保障措施",
    "切实增强{t}的责任感",
    "充分认识{t}的重要意义",
    "准确把握{t}的工作重点",
    "{t}情况的简要回顾",
];

/// Makes words; remembers what it has said.
#[derive(Debug)]
pub struct Words {
    said: HashSet<String>,
}

impl Words {
    pub fn new() -> Self {
        Self {
            said: HashSet::new(),
        }
    }

    /// Tries until something comes out that was not said before.
    fn fresh(&mut self, random: &mut Random, make: impl Fn(&mut Random) -> String) -> String {
        for _ in 0..200 {
            let text = make(random);
            if self.said.insert(text.clone()) {
                return text;
            }
        }
        make(random)
    }

    /// One of several patterns, none twice before all were used; `None` then.
    pub fn pattern(&mut self, random: &mut Random, patterns: &[&'static str]) -> Option<String> {
        let unused: Vec<&str> = patterns
            .iter()
            .copied()
            .filter(|pattern| !self.said.contains(*pattern))
            .collect();
        if unused.is_empty() {
            return None;
        }
        let pattern = random.pick(&unused);
        self.said.insert(pattern.to_owned());
        Some(filled(random, pattern))
    }

    pub fn sentence(&mut self, random: &mut Random) -> String {
        self.fresh(random, |random| {
            if random.chance(30) {
                let statement = random.pick(&STATEMENTS);
                return filled(random, statement);
            }
            let (opener, subject) = (random.pick(&OPENERS), random.pick(&SUBJECTS));
            let (action, tail) = (random.pick(&ACTIONS), random.pick(&TAILS));
            filled(random, &format!("{opener}{subject}{action}，{tail}。"))
        })
    }

    /// What a heading says, without closing punctuation.
    pub fn heading(&mut self, random: &mut Random, as_noun: bool) -> String {
        self.fresh(random, |random| {
            if as_noun && random.chance(35) {
                let pattern = random.pick(&NOUN_HEADINGS);
                return filled(random, pattern);
            }
            let slogan = if random.chance(35) {
                random.pick(&SLOGANS)
            } else {
                ""
            };
            slogan.to_owned() + &task(random)
        })
    }

    /// What is to be done, as a clause.
    pub fn task(&mut self, random: &mut Random) -> String {
        self.fresh(random, task)
    }

    /// The last clause of a sentence.
    pub fn tail(random: &mut Random) -> &'static str {
        random.pick(&TAILS)
    }
}

fn task(random: &mut Random) -> String {
    let pattern = format!("{}{{t}}{}", random.pick(&VERBS), random.pick(&ASPECTS));
    filled(random, &pattern)
}

/// A pattern with a topic for {t} and a subject for {s}.
pub fn filled(random: &mut Random, pattern: &str) -> String {
    pattern
        .replace("{t}", random.pick(&TOPICS))
        .replace("{s}", random.pick(&SUBJECTS))
}
