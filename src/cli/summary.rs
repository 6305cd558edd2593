//! In: the reports of a call, one after another. Out: one line that sums them up.

use speech_structure::report::Report;
use speech_structure::rules::{Datum, Language, Words};

/// What is counted over all texts of a call.
#[derive(Debug, Default)]
pub struct Summary {
    texts: usize,
    unread: usize,
    speeches: usize,
    headings: usize,
    minutes: f64,
    errors: usize,
    warnings: usize,
    infos: usize,
}

impl Summary {
    /// Counts a report.
    pub fn add(&mut self, report: &Report) {
        self.texts += 1;
        self.speeches += report.speeches.len();
        for speech in &report.speeches {
            self.minutes += speech.minutes;
            self.headings += headings(&speech.outline);
        }
        for diagnostic in &report.diagnostics {
            match diagnostic.severity {
                "error" => self.errors += 1,
                "warning" => self.warnings += 1,
                _ => self.infos += 1,
            }
        }
    }

    /// Counts a text that could not be read.
    pub fn add_unread(&mut self) {
        self.unread += 1;
    }

    /// The line.
    pub fn line(&self, language: Language) -> String {
        let minutes = format!("{:.1}", self.minutes);
        let data: [(_, Datum); 8] = [
            ("texts", self.texts.into()),
            ("unread", self.unread.into()),
            ("speeches", self.speeches.into()),
            ("headings", self.headings.into()),
            ("minutes", minutes.as_str().into()),
            ("errors", self.errors.into()),
            ("warnings", self.warnings.into()),
            ("infos", self.infos.into()),
        ];
        let mut line = COUNTS.render(language, &data);
        if self.unread > 0 {
            line.push_str(&UNREAD.render(language, &data));
        }
        line
    }
}

/// Nodes of an outline, however deep, without recursion: a hostile text nests as it likes.
fn headings(outline: &[speech_structure::report::OutlineNode]) -> usize {
    let mut count = 0;
    let mut waiting: Vec<_> = outline.iter().collect();
    while let Some(node) = waiting.pop() {
        count += 1;
        waiting.extend(&node.children);
    }
    count
}

static COUNTS: Words = Words {
    zh_hans: "{texts} 个文本，{speeches} 篇讲话稿，{headings} 个标题，约 {minutes} 分钟；错误 {errors}，警告 {warnings}，提示 {infos}",
    zh_hant: "{texts} 個文本，{speeches} 篇講話稿，{headings} 個標題，約 {minutes} 分鐘；錯誤 {errors}，警告 {warnings}，提示 {infos}",
    en: "texts: {texts}, speeches: {speeches}, headings: {headings}, minutes: {minutes}; errors: {errors}, warnings: {warnings}, infos: {infos}",
};
static UNREAD: Words = Words {
    zh_hans: "；读不了 {unread}",
    zh_hant: "；無法讀取 {unread}",
    en: "; unreadable: {unread}",
};
