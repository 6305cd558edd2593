//! In: what went wrong with a call, a file or a line. Out: a code for programs and a sentence in the
//! reader's language that names it.

use std::io;

use speech_structure::input::{Foreign, InputError};
use speech_structure::report::ErrorRecord;
use speech_structure::rules::{Datum, Language, Words};

/// What could not be done.
#[derive(Debug)]
pub enum Problem {
    /// The bytes are no text.
    Input(InputError),
    /// A file or folder could not be read.
    Read { name: String, error: io::Error },
    /// A file could not be written; the one that stood there stands unchanged.
    Write { name: String, error: io::Error },
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
            Self::NoTexts { .. } => "no-texts",
            Self::Line { .. } => "bad-line",
            Self::Configuration { .. } => "bad-configuration",
            Self::UnknownCode(_) => "unknown-code",
            Self::NothingToWrite => "nothing-to-write",
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
            Self::Input(InputError::NotUtf8 { byte, value, .. }) => {
                let value = format!("0x{value:02X}");
                (
                    &NOT_UTF8,
                    vec![("byte", (*byte).into()), ("value", text(&value))],
                )
            }
            Self::Input(InputError::Foreign { kind, .. }) => (foreign(*kind), Vec::new()),
            Self::Read { error, .. } => (&READ, vec![("reason", because(error))]),
            Self::Write { error, .. } => (&WRITE, vec![("reason", because(error))]),
            Self::Output(error) => (&OUTPUT, vec![("reason", because(error))]),
            Self::NoTexts { endings, .. } => (&NO_TEXTS, vec![("endings", text(endings))]),
            Self::Line { error, .. } => (&LINE, vec![("reason", text(&error.to_string()))]),
            Self::Configuration { reason, .. } => (&CONFIGURATION, vec![("reason", text(reason))]),
            Self::UnknownCode(code) => (&UNKNOWN_CODE, vec![("code", text(code))]),
            Self::NothingToWrite => (&NOTHING_TO_WRITE, Vec::new()),
            Self::Unsettled { .. } => (&UNSETTLED, Vec::new()),
        };
        // The name is put in last: it may hold anything, braces too.
        let sentence = words.render(language, &data);
        sentence.replace("{name}", self.name())
    }

    fn name(&self) -> &str {
        match self {
            Self::Input(InputError::NotUtf8 { name, .. } | InputError::Foreign { name, .. })
            | Self::Read { name, .. }
            | Self::Write { name, .. }
            | Self::NoTexts { name, .. }
            | Self::Line { name, .. }
            | Self::Configuration { name, .. }
            | Self::Unsettled { name } => name,
            Self::Output(_) | Self::UnknownCode(_) | Self::NothingToWrite => "",
        }
    }
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

/// What a file is, and what to do with it.
fn foreign(kind: Foreign) -> &'static Words {
    match kind {
        Foreign::OldOffice => &OLD_OFFICE,
        Foreign::Encrypted => &ENCRYPTED,
        Foreign::Docx => &DOCX,
        Foreign::Ofd => &OFD,
        Foreign::Pdf => &PDF,
        Foreign::Rtf => &RTF,
        Foreign::OpenDocument => &OPEN_DOCUMENT,
        Foreign::Archive => &ARCHIVE,
        Foreign::Picture => &PICTURE,
    }
}

static OLD_OFFICE: Words = Words {
    zh_hans: "{name}：这是 .doc、.wps 之类的旧格式文件，这里读不了；请用 Word 或 WPS 打开，另存为纯文本（.txt），或复制文字再粘贴过来",
    zh_hant: "{name}：這是 .doc、.wps 之類的舊格式檔案，這裡無法讀取；請用 Word 或 WPS 開啟，另存為純文字（.txt），或複製文字再貼過來",
    en: "{name}: a .doc, .wps or other old office file, which cannot be read here; open it in Word or WPS and save it as plain text (.txt), or copy the text and paste it",
};
static ENCRYPTED: Words = Words {
    zh_hans: "{name}：文件有密码；请用 Word 或 WPS 打开，取消密码再保存，或复制文字再粘贴过来",
    zh_hant: "{name}：檔案有密碼；請用 Word 或 WPS 開啟，取消密碼再儲存，或複製文字再貼過來",
    en: "{name}: locked with a password; open it in Word or WPS and save it without the password, or copy the text and paste it",
};
static DOCX: Words = Words {
    zh_hans: "{name}：这是 .docx 文件，这里读不了；请用 Word 或 WPS 打开，另存为纯文本（.txt），或复制文字再粘贴过来",
    zh_hant: "{name}：這是 .docx 檔案，這裡無法讀取；請用 Word 或 WPS 開啟，另存為純文字（.txt），或複製文字再貼過來",
    en: "{name}: a .docx, which cannot be read here; open it in Word or WPS and save it as plain text (.txt), or copy the text and paste it",
};
static OFD: Words = Words {
    zh_hans: "{name}：这是 .ofd 版式文件，这里读不了；请用 OFD 阅读器打开，复制文字再粘贴过来，或导出为纯文本（.txt）",
    zh_hant: "{name}：這是 .ofd 版式檔案，這裡無法讀取；請用 OFD 閱讀器開啟，複製文字再貼過來，或匯出為純文字（.txt）",
    en: "{name}: an .ofd, which cannot be read here; open it in an OFD reader, copy the text and paste it, or export it as plain text (.txt)",
};
static PDF: Words = Words {
    zh_hans: "{name}：这是 PDF，这里读不了；请打开它，复制文字再粘贴过来；扫描件要先识别文字",
    zh_hant: "{name}：這是 PDF，這裡無法讀取；請開啟它，複製文字再貼過來；掃描件要先辨識文字",
    en: "{name}: a PDF, which cannot be read here; open it, copy the text and paste it; a scan needs text recognition first",
};
static RTF: Words = Words {
    zh_hans: "{name}：这是 .rtf 文件，这里读不了；请用 Word 或 WPS 打开，另存为纯文本（.txt）",
    zh_hant: "{name}：這是 .rtf 檔案，這裡無法讀取；請用 Word 或 WPS 開啟，另存為純文字（.txt）",
    en: "{name}: an .rtf, which cannot be read here; open it in Word or WPS and save it as plain text (.txt)",
};
static OPEN_DOCUMENT: Words = Words {
    zh_hans: "{name}：这是 .odt 之类的 OpenDocument 文件，这里读不了；请用 LibreOffice 或 Word 打开，另存为纯文本（.txt）",
    zh_hant: "{name}：這是 .odt 之類的 OpenDocument 檔案，這裡無法讀取；請用 LibreOffice 或 Word 開啟，另存為純文字（.txt）",
    en: "{name}: an OpenDocument file, which cannot be read here; open it in LibreOffice or Word and save it as plain text (.txt)",
};
static ARCHIVE: Words = Words {
    zh_hans: "{name}：这是压缩包；请解压，再打开里面的文本文件",
    zh_hant: "{name}：這是壓縮檔；請解壓縮，再開啟裡面的文字檔",
    en: "{name}: an archive; unpack it and open the text inside",
};
static PICTURE: Words = Words {
    zh_hans: "{name}：这是图片；请先用别的程序识别出文字，再粘贴过来",
    zh_hant: "{name}：這是圖片；請先用別的程式辨識出文字，再貼過來",
    en: "{name}: a picture; its text has to be recognised by another program first",
};
static NOT_UTF8: Words = Words {
    zh_hans: "{name}：不是 UTF-8 文本，第 {byte} 个字节（从 0 数起，{value}）不合；请把文件另存为 UTF-8 再试",
    zh_hant: "{name}：不是 UTF-8 文字，第 {byte} 個位元組（從 0 數起，{value}）不合；請把檔案另存為 UTF-8 再試",
    en: "{name}: not UTF-8 text: byte {byte} (counted from 0, {value}) does not belong there; save the file as UTF-8 and try again",
};
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
