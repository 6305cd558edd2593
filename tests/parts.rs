//! Parts of speeches, on short drafts of many kinds: what each line is was written down before the program
//! was asked.

use speech_structure::report::{self, Report};
use speech_structure::text::Source;
use speech_structure::{Options, check};

/// A draft, one line a row, with the kinds of the parts that begin on it.
type Draft = &'static [(&'static str, &'static [&'static str])];

const DRAFTS: &[Draft] = &[
    // Words on the line of the salutation; thanks and applause on the last.
    &[
        ("在消防演练总结会上的讲话", &["title"]),
        (
            "各位领导、同志们：刚才我们看了一场真刀真枪的演练，大家辛苦了。",
            &["salutation"],
        ),
        (
            "演练里有三个人跑错了方向，这三个人帮我们发现了指示牌的毛病。",
            &[],
        ),
        (
            "同志们，让我们把每一次演练都当成实战，共同努力守护好这片厂区。谢谢大家！（热烈掌声）",
            &["closing", "thanks", "stageDirection"],
        ),
    ],
    // Subtitle, occasion, speaker, date.
    &[
        ("让每一盏路灯都亮起来", &["title"]),
        ("——在城市照明工作会议上的讲话", &["subtitle"]),
        ("（2021年9月17日）", &["date"]),
        ("市政管理处 邢立本", &["speaker"]),
        ("同志们：", &["salutation"]),
        (
            "上个月我们数了一遍全市的路灯，一共七万六千盏，不亮的有九百多盏。",
            &[],
        ),
        ("一、先修不亮的", &[]),
        ("中秋以前全部修好，一盏不留。", &[]),
        ("二、再管好亮着的", &[]),
        ("每个月夜里巡查两遍，发现一盏登记一盏。", &[]),
        ("我就讲这些，谢谢大家！", &["thanks"]),
    ],
    // A table of contents that repeats every heading.
    &[
        ("在农机安全工作会上的讲话", &["title"]),
        ("目 录", &["contents"]),
        ("一、认清农机安全的形势", &[]),
        ("二、抓住农机安全的要害", &[]),
        ("同志们：", &["salutation"]),
        (
            "秋收就在眼前，今天把大家请来，专门讲一讲农机安全。",
            &["opening"],
        ),
        ("一、认清农机安全的形势", &["body"]),
        (
            "去年全县拖拉机事故十一起，有九起发生在秋收的二十天里。",
            &[],
        ),
        ("二、抓住农机安全的要害", &[]),
        ("总之，不检修的机器不下地，没有证的人不上车。", &[]),
        (
            "同志们，秋收是一年的收成，让我们共同努力，确保颗粒归仓、人人平安。",
            &["closing"],
        ),
        ("谢谢大家！", &["thanks"]),
    ],
    // Signature and date, recording note.
    &[
        ("退休感言", &["title"]),
        ("各位同事：", &["salutation"]),
        ("大家好！", &["greeting"]),
        (
            "我在这个锅炉房烧了三十一年的火，今天是最后一个班。",
            &["body"],
        ),
        ("最后，祝大家工作顺利，身体健康！", &["closing"]),
        ("谢谢大家！", &["thanks"]),
        ("董长河", &["signature"]),
        ("2020年6月30日", &["date"]),
        ("（根据录音整理，未经本人审阅）", &["note"]),
    ],
    // A section's own 总之 is not the closing; a stage direction in the middle.
    &[
        ("在读书节闭幕式上的讲话", &["title"]),
        ("老师们、同学们：", &["salutation"]),
        ("一个月的读书节今天就要结束了。", &["opening"]),
        ("一、我们读了什么", &["body"]),
        (
            "全校一共借书一万两千册，借得最多的是一本讲昆虫的书。（笑声）总之，大家读得很杂，这是好事。",
            &["stageDirection"],
        ),
        ("二、我们还要读什么", &[]),
        ("还要读人，读山，读自己家门口的那条河。", &[]),
        (
            "同学们，读书节会闭幕，读书不会。让我们携手前进，祝大家读书快乐！",
            &["closing"],
        ),
    ],
    // A host script.
    &[
        ("职工运动会开幕式主持词", &["title"]),
        ("各位来宾、运动员、裁判员同志们：", &["salutation"]),
        ("大家上午好！", &["greeting"]),
        ("现在我宣布，全市职工运动会开幕式开始。", &[]),
        ("进行第一项：运动员入场。", &[]),
        ("（奏乐，运动员入场）", &[]),
        ("进行第二项：请总工会主席致辞，大家欢迎。", &[]),
        ("开幕式到此结束，请运动员退场。", &[]),
    ],
    // Taiwan: 各位貴賓, 致詞, 「」.
    &[
        ("圖書館新館落成典禮致詞", &["title"]),
        ("許縣長、各位貴賓、各位女士先生：", &["salutation"]),
        ("大家早安！", &["greeting"]),
        (
            "這座館蓋了六年，工人們說它是「一磚一頁」蓋起來的。",
            &["body"],
        ),
        (
            "最後，敬祝各位身體健康、萬事如意。謝謝大家！",
            &["closing", "thanks"],
        ),
    ],
    // A title without a salutation's colon, a greeting with words behind it.
    &[
        ("家长会发言稿", &["title"]),
        ("各位家长", &["salutation"]),
        ("大家下午好！", &["greeting"]),
        (
            "孩子们上学一个月了，学会了自己系鞋带，也学会了排队。",
            &["body"],
        ),
        (
            "希望我们家校携手，一起陪孩子走好第一步，感谢各位家长的支持！",
            &["closing"],
        ),
    ],
    // Occasion in brackets, an attachment of names is left to the body.
    &[
        ("廉洁谈话提纲", &["title"]),
        ("（在新任干部集体谈话会上）", &["occasion"]),
        ("同志们：", &["salutation"]),
        (
            "你们到新岗位上去，先过三道关：人情关、饭局关、家门关。",
            &["body"],
        ),
        (
            "我就讲到这里，希望大家一生平安。谢谢！",
            &["closing", "thanks"],
        ),
    ],
    // An opening address in which the offices of guests come first.
    &[
        ("茶叶博览会开幕词", &["title"]),
        (
            "尊敬的陈会长、各位茶商朋友，女士们、先生们：",
            &["salutation"],
        ),
        ("清明刚过，新茶上市，欢迎大家来到雾岭。", &["body"]),
        (
            "现在，我宣布，第九届茶叶博览会开幕！预祝博览会圆满成功，祝各位朋友身体健康！",
            &["closing"],
        ),
    ],
];

#[test]
fn every_line_of_a_draft_is_the_part_that_it_is() {
    /// Kinds that are compared wherever they stand; the others only where a draft names them.
    const TOLD: [&str; 14] = [
        "title",
        "subtitle",
        "occasion",
        "date",
        "speaker",
        "contents",
        "salutation",
        "greeting",
        "closing",
        "thanks",
        "signature",
        "stageDirection",
        "note",
        "repeatedTitle",
    ];
    let mut wrong = Vec::new();
    for draft in DRAFTS {
        let text: Vec<&str> = draft.iter().map(|(line, _)| *line).collect();
        let source = Source::new("", text.join("\n"));
        let report = report::build(&check(&source, &Options::default()));
        for (index, (line, expected)) in draft.iter().enumerate() {
            let found = kinds_at(&report, index + 1);
            let missing = expected.iter().filter(|kind| !found.contains(kind));
            wrong.extend(missing.map(|kind| format!("no {kind}: {line}")));
            let told = found.iter().filter(|kind| TOLD.contains(kind));
            let surplus = told.filter(|kind| !expected.contains(kind));
            wrong.extend(surplus.map(|kind| format!("a {kind}: {line}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn kinds_at(report: &Report, line: usize) -> Vec<&'static str> {
    let parts = report.speeches.iter().flat_map(|speech| &speech.parts);
    parts
        .filter(|part| part.span.line == line)
        .map(|part| part.kind)
        .collect()
}
