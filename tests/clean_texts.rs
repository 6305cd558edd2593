//! Texts that are not garbled must not be called so: more than a megabyte of sentences in both scripts, names,
//! dates, tables, English, formulae and lone question marks, made here, and whatever stands in `tests/clean/`.

#[path = "damage/sentences.rs"]
mod sentences;

use sentences::{Choices, line, traditional};
use speech_structure::residue::find;
use speech_structure::text::Source;

const BYTES: usize = 1 << 20;
const DOCUMENT_LINES: usize = 120;

const SURNAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许闫些邓郭覃翟黎邹阂仇";
const GIVEN: &str = "淼鑫喆彧懿翀犇骉昶晟旻玥璟琛祎颢赟珺婕筱煜烨炜焱奕弈翊钰铄锴霁霖岚峤崧嵘蓁薇蕙芃芮苒沁泓浛淦湜滢漪澍濛";
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ENGLISH: &str = "the plan of our team is to review data and build a better service for people in every town \
    Why not? Q&A session at 10:30, see https://example.org/a?b=1&c=2 (page 3); OK!";

fn pick(list: &str, choices: &mut Choices) -> char {
    let all: Vec<char> = list.chars().collect();
    all[choices.below(all.len())]
}

fn name(choices: &mut Choices) -> String {
    let given: String = (0..=choices.below(2))
        .map(|_| pick(GIVEN, choices))
        .collect();
    format!("{}{given}", pick(SURNAMES, choices))
}

/// Something that looks odd and is not garbled.
fn oddity(choices: &mut Choices) -> String {
    let number = |choices: &mut Choices| choices.below(900) + 10;
    let (one, two, three) = (number(choices), number(choices), number(choices));
    let (person, other) = (name(choices), name(choices));
    let letter = pick(LETTERS, choices);
    match choices.below(18) {
        0 => format!("{person}同志任组长，{other}、{}任副组长。", name(choices)),
        1 => format!(
            "20{:02}年{}月{}日（星期三）{}:30，地点：{one}会议室",
            choices.below(30),
            choices.below(12) + 1,
            choices.below(28) + 1,
            choices.below(12)
        ),
        2 => format!("{letter}区\t{one}\t{two}.5\t{three}%\t↑\t√"),
        3 => format!("| {person} | {one} | {two} | ？ |"),
        4 => format!("y = {one}x² + {two}x − {three}；∑(xᵢ−μ)²/n ≤ {letter}; a?b:c"),
        5 => ENGLISH.to_owned(),
        6 => "大家想一想，这样行不行?还要不要抓?谁来抓?".to_owned(),
        7 => "?".to_owned(),
        8 => format!("问题{letter}?答案{letter}!结论:{one}?"),
        9 => format!("安徽亳（bó）州、广东番(pān)禺的{person}问：怎么办？！"),
        10 => format!("（{letter}）{one}㎡、{two}℃、{three}‰；№{one}；①②③ⅠⅡⅢ"),
        11 => format!("联系人:{person},电话:010-6{one}{two};邮箱:{letter}{one}@example.com"),
        12 => format!("?{person}来了吗?{other}呢!"),
        13 => format!(
            "GDP增长{one}.{}%，CPI上涨{}.2%，PM2.5为{two}μg/m³，5G基站{three}个",
            choices.below(9),
            choices.below(9)
        ),
        14 => format!("“{person}”——《{other}集》·卷{one}……（试行）"),
        15 => format!("会议号:{one} {two} {three};密码?问{letter}座。"),
        16 => format!(
            "ＡＢＣ　１２３，时间：９月{}日，{letter}：{one}；{letter}?{two}",
            choices.below(28) + 1
        ),
        _ => format!("谁?{person}!什么?鑫淼公司!为何?犇羴鱻酒楼?"),
    }
}

fn document(seed: u64) -> String {
    let mut choices = Choices(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let is_traditional = choices.below(2) == 0;
    let narrow = choices.below(3) == 0;
    let mut lines = Vec::new();
    for _ in 0..DOCUMENT_LINES {
        let mut text = match choices.below(3) {
            0 => oddity(&mut choices),
            1 => format!("{}{}", line(&mut choices), oddity(&mut choices)),
            _ => line(&mut choices),
        };
        if is_traditional {
            text = traditional(&text);
        }
        if narrow {
            text = text
                .replace('，', ",")
                .replace('？', "?")
                .replace('！', "!")
                .replace('：', ":");
        }
        lines.push(text);
    }
    lines.join("\n")
}

fn written() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/clean");
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter(|entry| entry.path().extension().is_some_and(|one| one == "txt"))
        .filter_map(|entry| std::fs::read_to_string(entry.path()).ok())
        .collect()
}

#[test]
fn clean_texts_are_not_called_garbled() {
    let mut alarms = Vec::new();
    let (mut bytes, mut seed) = (0, 1);
    let mut check = |text: String| {
        let source = Source::new("", text);
        for place in find(&source).garble {
            let line = source.line(source.position(place.span.start).line);
            alarms.push(format!(
                "{} {:?} in {}",
                place.span.slice(&source.text),
                place,
                line.slice(&source.text)
            ));
        }
    };
    written().into_iter().for_each(&mut check);
    while bytes < BYTES {
        let text = document(seed);
        bytes += text.len();
        seed += 1;
        check(text);
    }
    println!("{bytes} bytes, {} false alarms", alarms.len());
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}
