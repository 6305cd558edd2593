//! In: what went wrong with a call, a file or a line. Out: a code for programs and a sentence in the
//! reader's language that names it.

use std::io;

use speech_structure::input::{EncodeError, InputError};
use speech_structure::report::ErrorRecord;
use speech_structure::rules::{Datum, Language, Words};

use super::refused;

/// What could not be done.
#[derive(Debug)]
pub enum Problem {
    /// The bytes are no text.
    Input(InputError),
    /// A file or folder could not be read.
    Read { name: String, error: io::Error },
    /// A file could not be written; the one that stood there stands unchanged.
    Write { name: String, error: io::Error },
    /// A character that the file's charset does not have; the file stands unchanged.
    Encode { name: String, error: EncodeError },
    /// Standard output could not be written.
    Output(io::Error),
    /// A folder without a text.
    NoTexts { name: String, endings: String },
    /// A line of `--input ndjson` that is none.
    Line {
        name: String,
        error: serde_json::Error,
    },
    /// Settings of a house that are wrong.
    Configuration { name: String, reason: String },
    /// A code that no rule has.
    UnknownCode(String),
    /// Standard input cannot be written back.
    NothingToWrite,
    /// A Word file or web page, whose text alone was read.
    OnlyRead { name: String },
    /// Fixes that feed each other.
    Unsettled { name: String },
}

impl Problem {
    /// A short name for programs; it does not change.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Input(error) => error.code(),
            Self::Read { .. } => "unreadable",
            Self::Write { .. } | Self::Output(_) => "unwritable",
            Self::Encode { error, .. } => error.code(),
            Self::NoTexts { .. } => "no-texts",
            Self::Line { .. } => "bad-line",
            Self::Configuration { .. } => "bad-configuration",
            Self::UnknownCode(_) => "unknown-code",
            Self::NothingToWrite => "nothing-to-write",
            Self::OnlyRead { .. } => "only-read",
            Self::Unsettled { .. } => "unsettled",
        }
    }

    /// The record that stands in a report's place.
    pub fn record(&self, language: Language) -> ErrorRecord {
        ErrorRecord::new(self.name(), self.code(), self.sentence(language))
    }

    /// The sentence for a person.
    pub fn sentence(&self, language: Language) -> String {
        let text = |text: &str| Datum::from(text);
        let because = |error: &io::Error| text(&reason(error, language));
        let (words, data) = match self {
            Self::Input(InputError::Unreadable { reason, .. }) => {
                (&READ, vec![("reason", text(reason))])
            }
            Self::Input(error) => (refused::words(error), Vec::new()),
            Self::Encode { error, .. } => (
                &ENCODE,
                vec![
                    ("encoding", text(error.charset)),
                    ("character", text(&shown(error.character))),
                    ("line", error.line.into()),
                    ("column", error.column.into()),
                ],
            ),
            Self::Read { error, .. } => (&READ, vec![("reason", because(error))]),
            Self::Write { error, .. } => (&WRITE, vec![("reason", because(error))]),
            Self::Output(error) => (&OUTPUT, vec![("reason", because(error))]),
            Self::NoTexts { endings, .. } => (&NO_TEXTS, vec![("endings", text(endings))]),
            Self::Line { error, .. } => (&LINE, vec![("reason", text(&error.to_string()))]),
            Self::Configuration { reason, .. } => (&CONFIGURATION, vec![("reason", text(reason))]),
            Self::UnknownCode(code) => (&UNKNOWN_CODE, vec![("code", text(code))]),
            Self::NothingToWrite => (&NOTHING_TO_WRITE, Vec::new()),
            Self::OnlyRead { .. } => (&ONLY_READ, Vec::new()),
            Self::Unsettled { .. } => (&UNSETTLED, Vec::new()),
        };
        // The name is put in last: it may hold anything, braces too.
        let sentence = words.render(language, &data);
        sentence.replace("{name}", self.name())
    }

    fn name(&self) -> &str {
        match self {
            Self::Input(error) => error.name(),
            Self::Read { name, .. }
            | Self::Write { name, .. }
            | Self::Encode { name, .. }
            | Self::NoTexts { name, .. }
            | Self::Line { name, .. }
            | Self::Configuration { name, .. }
            | Self::OnlyRead { name }
            | Self::Unsettled { name } => name,
            Self::Output(_) | Self::UnknownCode(_) | Self::NothingToWrite => "",
        }
    }
}

/// A character with its code, for it may have no shape.
fn shown(character: char) -> String {
    format!("“{character}”（U+{:04X}）", u32::from(character))
}

/// Why a file could not be read or written: the common reasons in the reader's words, others in those
/// of the system.
fn reason(error: &io::Error, language: Language) -> String {
    let words = match error.kind() {
        io::ErrorKind::NotFound => &NOT_FOUND,
        io::ErrorKind::PermissionDenied => &DENIED,
        io::ErrorKind::IsADirectory => &IS_FOLDER,
        io::ErrorKind::StorageFull => &FULL,
        _ => return error.to_string(),
    };
    words.in_language(language).to_owned()
}

static READ: Words = Words {
    zh_hans: "{name}：读不了：{reason}",
    zh_hant: "{name}：無法讀取：{reason}",
    en: "{name}: cannot be read: {reason}",
};
static WRITE: Words = Words {
    zh_hans: "{name}：写不了，文件没有改动：{reason}",
    zh_hant: "{name}：無法寫入，檔案沒有更動：{reason}",
    en: "{name}: cannot be written and stays as it was: {reason}",
};
static ENCODE: Words = Words {
    zh_hans: "{name}：第 {line} 行第 {column} 列的{character}在 {encoding} 编码里没有，文件没有改动；请把文件另存为 UTF-8 再试",
    zh_hant: "{name}：第 {line} 行第 {column} 欄的{character}在 {encoding} 編碼裡沒有，檔案沒有更動；請把檔案另存為 UTF-8 再試",
    en: "{name}: {encoding} cannot hold {character} (line {line}, column {column}); the file stays as it was; save it as UTF-8 and try again",
};
static OUTPUT: Words = Words {
    zh_hans: "结果写不出去：{reason}",
    zh_hant: "結果無法寫出：{reason}",
    en: "the result cannot be written: {reason}",
};
static NO_TEXTS: Words = Words {
    zh_hans: "{name}：文件夹里没有要读的文件（{endings}）",
    zh_hant: "{name}：資料夾裡沒有要讀的檔案（{endings}）",
    en: "{name}: the folder has no file to read ({endings})",
};
static LINE: Words = Words {
    zh_hans: "{name}：这一行应当是 {\"name\": \"…\", \"text\": \"…\"}：{reason}",
    zh_hant: "{name}：這一行應當是 {\"name\": \"…\", \"text\": \"…\"}：{reason}",
    en: "{name}: the line should be {\"name\": \"…\", \"text\": \"…\"}: {reason}",
};
static CONFIGURATION: Words = Words {
    zh_hans: "{name}：配置有误：{reason}",
    zh_hant: "{name}：設定有誤：{reason}",
    en: "{name}: the configuration is wrong: {reason}",
};
static UNKNOWN_CODE: Words = Words {
    zh_hans: "没有“{code}”这条规则；speech-structure rules 列出全部规则",
    zh_hant: "沒有「{code}」這條規則；speech-structure rules 列出全部規則",
    en: "no rule has the code {code}; speech-structure rules lists them all",
};
static NOTHING_TO_WRITE: Words = Words {
    zh_hans: "标准输入（-）没有文件可以写回；去掉 --write，结果写到标准输出",
    zh_hant: "標準輸入（-）沒有檔案可以寫回；去掉 --write，結果寫到標準輸出",
    en: "standard input (-) is no file to write back; without --write the result goes to standard output",
};
static ONLY_READ: Words = Words {
    zh_hans: "{name}：--write 不改写 .docx 和网页，文件没有改动；去掉 --write，改好的文字写到标准输出，可另存为 .txt",
    zh_hant: "{name}：--write 不改寫 .docx 和網頁，檔案沒有更動；去掉 --write，改好的文字寫到標準輸出，可另存為 .txt",
    en: "{name}: --write does not rewrite a .docx or a web page; the file stays as it was. Without --write the repaired text goes to standard output and can be saved as .txt",
};
static UNSETTLED: Words = Words {
    zh_hans: "{name}：修改了十轮仍有可改之处，文件没有改动",
    zh_hant: "{name}：修改了十輪仍有可改之處，檔案沒有更動",
    en: "{name}: after ten rounds there is still something to fix; the file stays as it was",
};
static NOT_FOUND: Words = Words {
    zh_hans: "没有这个文件",
    zh_hant: "沒有這個檔案",
    en: "there is no such file",
};
static DENIED: Words = Words {
    zh_hans: "没有权限",
    zh_hant: "沒有權限",
    en: "permission denied",
};
static IS_FOLDER: Words = Words {
    zh_hans: "这是一个文件夹",
    zh_hant: "這是一個資料夾",
    en: "it is a folder",
};
static FULL: Words = Words {
    zh_hans: "磁盘已满",
    zh_hant: "磁碟已滿",
    en: "the disk is full",
};
