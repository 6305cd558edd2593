//! In: a number. Out: a sentence of a speech, put together from words, and the same in traditional
//! characters. Made for the tests of garble: many pairs of characters, none of them from any document.

use std::collections::HashMap;
use std::sync::LazyLock;

use speech_structure::text::fold::{fold_char, is_simplified_only};

const WHO: &str = "我们 全市上下 各级干部 广大教师 全体同学 各乡镇 机关单位 企业职工 在座各位 城乡居民 \
    县区部门 青年党员 科研人员 医护人员 老同志 村民代表 班主任 家长朋友 质监部门 公安干警 各位代表 \
    会务组 新任校长 驻村队员 开发区 海关系统 和平街道 河道专班 可靠伙伴 看护人员 空港集团 客运公司 \
    合作社 化工企业 会计人员 活动中心 婚育专干 火车站 互助小组 好邻居 后勤部门 环卫工人 护林员 \
    考试中心 科技局 课题组 矿山企业 快递行业 困难群众 宽带公司 颗粒厂 航天人 汉语教研组 杭州商会";
const WHEN: &str = "今年以来 近年来 去年底 下一步 当前 眼下 新的一年 春节前后 汛期到来之前 会后 考试结束后 \
    开学之初 现在 后半年 可以说 海拔最高的地方 回顾过去 化解矛盾时 合同到期后 会议期间 看到成绩的同时 \
    总的来看 因此 为此 同时 其中 特别是 三年来 五月份 国庆期间 每逢周末 任期之内 一个月里 工期紧张时";
const DOES: &str = "坚持 推动 加强 落实 深化 完善 提升 巩固 保障 维护 建设 发展 改进 优化 统筹 组织 研究 \
    检查 评估 宣传 学习 总结 支持 服务 引导 培育 整合 盘活 规范 监督 参与 承担 开展 启动 扩大 化解 \
    核实 考核 看望 合并 回收 汇总 划定 花心思抓 关注 关心 克服 控制 开拓 开放 开通 汇报 绘制 缓解";
const HOW: &str = "扎实 稳步 主动 认真 及时 大力 积极 持续 逐步 全面 有序 科学 依法 深入 精心 按时 尽快 \
    严格 细致 公开 合理 和谐 坦诚 耐心 快速 公平 果断 灵活 平稳 率先 长期 自觉 经常 普遍 坚决";
const WHAT: &str = "各项工作 质量标准 安全生产 乡村振兴 教学改革 产业升级 环境治理 民生工程 人才队伍 作风建设 \
    学校管理 食品监管 科技创新 城市更新 公共服务 交通网络 医疗条件 养老事业 文化活动 体育设施 招商项目 \
    财政资金 水利工程 农田整治 党建品牌 应急预案 信息平台 宣讲活动 志愿服务 消防通道 河湖长制 粮食储备 \
    市场秩序 旅游线路 职业教育 营商环境 法治意识 廉政教育 阅读习惯 实验课程 考核办法 会议制度 海洋经济 \
    航运业务 合同管理 化肥供应 护理水平 户籍改革 汇率风险 婚姻登记 货运市场 课堂效率 客户关系 矿产资源 \
    宽带网络 亏损企业 困难救助 昆曲传承 扩建计划 葡萄种植 绿色屏障 桥梁检修 档案数字化 种子基地 林草防火 \
    电力调度 燃气管网 供暖保障 校舍维修 师德师风 心理辅导 军民共建 双拥工作 统战工作 侨务工作 信访积案 \
    节能减排 垃圾分类 物业管理 社区食堂 口袋公园 智慧停车 夜间照明 老旧小区 残疾人就业 儿童乐园 图书捐赠";
const RESULT: &str = "取得了新的进展 赢得了群众的好评 打下了坚实的基础 还有不少差距 离要求还有距离 势头很好 \
    迈上了新的台阶 得到上级肯定 成效比较明显 问题仍然突出 任务十分艰巨 经验值得推广 机遇大于挑战 \
    责任重于泰山 关系千家万户 一刻也不能放松 需要大家共同努力 必须抓紧抓好 事关长远 容不得半点马虎 \
    前景十分广阔 方向更加清楚 底气更足 信心更强 氛围更浓 效果更好 步子更稳 办法更多 人心更齐 路子更宽";

/// The words of a list.
fn words(list: &'static str) -> Vec<&'static str> {
    list.split_whitespace().collect()
}

static LISTS: LazyLock<[Vec<&'static str>; 6]> =
    LazyLock::new(|| [WHO, WHEN, DOES, HOW, WHAT, RESULT].map(words));

/// A sequence of numbers, the same for the same seed.
pub struct Choices(pub u64);

impl Choices {
    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or_default() % limit
    }

    fn word(&mut self, list: usize) -> &'static str {
        let list = &LISTS[list];
        list[self.below(list.len())]
    }
}

/// Two sentences in one line.
pub fn line(choices: &mut Choices) -> String {
    format!("{}{}", sentence(choices), sentence(choices))
}

fn sentence(choices: &mut Choices) -> String {
    let [who, when, does, how, what, result] = [0, 1, 2, 3, 4, 5].map(|list| choices.word(list));
    let (other, more) = (choices.word(2), choices.word(4));
    match choices.below(6) {
        0 => format!("{when}，{who}{how}{does}{what}，{result}。"),
        1 => format!("{who}要{how}{does}{what}、{other}{more}，{result}。"),
        2 => format!("{what}{result}，{who}{when}{how}{does}。"),
        3 => format!("{when}{who}{does}“{what}”，{result}；{other}{more}，{how}推进。"),
        4 => format!("{does}{what}是{who}的事，{more}也要{how}{other}！"),
        _ => format!("{what}为什么{result}？{who}{how}{does}，{other}{more}。"),
    }
}

/// The traditional form of each simplified character, by the reverse of the library's folding.
static TRADITIONAL: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    for character in ('\u{4e00}'..='\u{9fff}').rev() {
        let folded = fold_char(character);
        let bytes = character.to_string();
        if is_simplified_only(folded) && folded != character && !encoding_rs::GBK.encode(&bytes).2 {
            forms.insert(folded, character);
        }
    }
    forms
});

/// A text in traditional characters.
pub fn traditional(text: &str) -> String {
    let form = |c: char| TRADITIONAL.get(&c).copied().unwrap_or(c);
    text.chars().map(form).collect()
}
