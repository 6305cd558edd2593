//! 查什么：繁体稿里夹着简体字，或者简体稿里夹着繁体字。
//! 为什么：机器转换留下的痕迹，印发出去很不庄重。
//! 例子：繁体稿里的“什么”“关系”。
//! 不该报：人名、店名里的个别异体字；两种字形共用的字（后、里、系）单用；引用的繁体题词。
//! 如何改：没有自动修改，请统一转换后再校对。

use super::{Context, Finding, Rule, Severity, Words};
use crate::text::Span;
use crate::text::fold::{is_simplified_only, is_traditional};

/// The rule.
pub static RULE: Rule = Rule {
    code: "mixed-script",
    severity: Severity::Info,
    name: Words {
        zh_hans: "繁简混用",
        zh_hant: "繁簡混用",
        en: "Mixed scripts",
    },
    finds: Words {
        zh_hans: "繁体稿里夹着简体字，或者简体稿里夹着繁体字。",
        zh_hant: "繁體稿裡夾著簡體字，或者簡體稿裡夾著繁體字。",
        en: "Simplified characters in a traditional text, or the reverse.",
    },
    why: Words {
        zh_hans: "多半是机器转换没有转干净，印发前应当统一。",
        zh_hant: "多半是機器轉換沒有轉乾淨，印發前應當統一。",
        en: "A machine conversion usually left them; make the text one script before it goes out.",
    },
    fix: None,
    example: "各位同仁：\n過去一年，我們規范管理，擴大業務，與各單位保持良好關系，讓員工學會為顧客著想，這個習慣應當繼續發揚。\n為什么這樣說？因為經驗證明，服務質量決定單位的發展，最后還要總結經驗，寫進歷史，傳給後來的員工。\n謝謝大家！",
    near_misses: Rule::near_misses(&[
        "各位同仁：\n今後我們要規範管理，與各單位保持良好關係，把經驗總結好。謝謝大家！",
        "同志们：\n朱镕基、陳先生和“鴻運來”酒家都是人名店名。我们要把工作做好，把经验总结好，谢谢大家！",
        "各位貴賓：\n皇后區的聯誼會、萬里長城和系統工程，都是對的字。謝謝大家！",
    ]),
    check,
};

static SIMPLIFIED: Words = Words {
    zh_hans: "繁体稿里夹着 {count} 处简体字",
    zh_hant: "繁體稿裡夾著 {count} 處簡體字",
    en: "{count} simplified characters stand in a traditional text",
};
static TRADITIONAL: Words = Words {
    zh_hans: "简体稿里夹着 {count} 处繁体字",
    zh_hant: "簡體稿裡夾著 {count} 處繁體字",
    en: "{count} traditional characters stand in a simplified text",
};

/// From so many different characters it is no name and no variant.
const DISTINCT_FROM: usize = 4;
/// A share of the main script, one in so many, below which a few characters are a name or a quotation.
const ONE_IN: usize = 2000;
/// Above this share of the main script the text is no longer of one script: a table, a parallel text.
const ONE_IN_AT_MOST: usize = 4;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let layers = &context.reading.layers;
    // Folding changes nothing in a text without traditional characters.
    if *layers.clean == *layers.folded {
        return;
    }
    let lines = || {
        context
            .lines_of_text()
            .filter(|&line| !context.marks.is_garbled(line))
    };
    let spans = || lines().map(|line| context.reading.document.lines[line]);
    let mut counts = Counts::default();
    for span in spans() {
        counts.add(span.slice(&layers.clean));
    }
    let mainly_traditional = counts.traditional > counts.simplified;
    let (main, minor) = if mainly_traditional {
        (
            counts.traditional,
            counts.simplified + counts.half_converted,
        )
    } else {
        (counts.simplified, counts.traditional)
    };
    if minor * ONE_IN < main || minor * ONE_IN_AT_MOST > main {
        return;
    }
    let places: Vec<Span> = spans()
        .flat_map(|span| places(&layers.clean, span, mainly_traditional))
        .collect();
    if distinct(&layers.clean, &places) < DISTINCT_FROM {
        return;
    }
    let words = if mainly_traditional {
        &SIMPLIFIED
    } else {
        &TRADITIONAL
    };
    let places = places
        .into_iter()
        .map(|span| context.to_source(span))
        .collect();
    findings.extend(RULE.finding_of_many(places, words));
}

#[derive(Default)]
struct Counts {
    traditional: usize,
    simplified: usize,
    half_converted: usize,
}

impl Counts {
    fn add(&mut self, line: &str) {
        let mut before = ' ';
        for character in line.chars().filter(|character| !character.is_ascii()) {
            self.traditional += usize::from(is_traditional(character));
            self.simplified += usize::from(is_simplified_only(character));
            self.half_converted += usize::from(is_half_converted(before, character));
            before = character;
        }
    }
}

/// The characters of the other script in a line.
fn places(text: &str, line: Span, mainly_traditional: bool) -> Vec<Span> {
    let mut places = Vec::new();
    let mut before = ' ';
    for (at, character) in line.slice(text).char_indices() {
        let at = line.start + at;
        let strange = if mainly_traditional {
            is_simplified_only(character) || is_half_converted(before, character)
        } else {
            is_traditional(character)
        };
        if strange {
            places.push(Span::new(at, at + character.len_utf8()));
        }
        before = character;
    }
    places
}

/// Characters that both scripts write, in words where a traditional text writes another: 今后 for 今後.
fn is_half_converted(before: char, character: char) -> bool {
    match character {
        '后' => matches!(
            before,
            '今' | '最' | '以' | '之' | '然' | '先' | '前' | '落' | '课' | '課'
        ),
        '范' => matches!(before, '規' | '示' | '模' | '師' | '防' | '典'),
        '系' => matches!(before, '關' | '聯'),
        '里' => matches!(before, '這' | '那' | '哪' | '心' | '家'),
        '造' => before == '制',
        '取' | '用' => before == '采',
        '么' => matches!(before, '什' | '怎' | '那' | '這' | '多'),
        _ => false,
    }
}

fn distinct(text: &str, places: &[Span]) -> usize {
    let mut seen: Vec<&str> = Vec::with_capacity(DISTINCT_FROM);
    for place in places {
        let character = place.slice(text);
        if !seen.contains(&character) {
            seen.push(character);
            if seen.len() == DISTINCT_FROM {
                break;
            }
        }
    }
    seen.len()
}
