//! In: why the bytes of a file are no text. Out: the sentence that says what the file is and what to do with it.

use speech_structure::input::docx::DocxError;
use speech_structure::input::{Foreign, InputError};
use speech_structure::rules::Words;

/// What a file is, and what to do with it; `{name}` stands for its name.
pub fn words(error: &InputError) -> &'static Words {
    match error {
        InputError::Foreign { kind, .. } => match kind {
            Foreign::OldOffice => &OLD_OFFICE,
            Foreign::Encrypted => &ENCRYPTED,
            Foreign::Ofd => &OFD,
            Foreign::Pdf => &PDF,
            Foreign::Rtf => &RTF,
            Foreign::OpenDocument => &OPEN_DOCUMENT,
            Foreign::Archive => &ARCHIVE,
            Foreign::Picture => &PICTURE,
        },
        InputError::Word { error, .. } => match error {
            DocxError::Damaged => &DOCX_DAMAGED,
            DocxError::NoDocument => &DOCX_NO_DOCUMENT,
            DocxError::TooLarge => &DOCX_TOO_LARGE,
            DocxError::TooDeep => &DOCX_TOO_DEEP,
        },
        InputError::NotText { .. } | InputError::Unreadable { .. } => &NOT_TEXT,
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
static DOCX_DAMAGED: Words = Words {
    zh_hans: "{name}：这个 Word 文件不完整；请用 Word 或 WPS 打开，另存为 .docx 再试",
    zh_hant: "{name}：這個 Word 檔案不完整；請用 Word 或 WPS 開啟，另存為 .docx 再試",
    en: "{name}: the Word file is damaged; open it in Word or WPS, save it again as .docx, and try that file",
};
static DOCX_NO_DOCUMENT: Words = Words {
    zh_hans: "{name}：里面没有 Word 文稿；如果是表格或演示文稿，请复制文字再粘贴过来",
    zh_hant: "{name}：裡面沒有 Word 文稿；如果是試算表或簡報，請複製文字再貼過來",
    en: "{name}: no Word document is in it; if it is a spreadsheet or a presentation, copy the text and paste it",
};
static DOCX_TOO_LARGE: Words = Words {
    zh_hans: "{name}：展开后比任何讲话稿都大得多，没有打开；请在 Word 或 WPS 里复制文字再粘贴过来",
    zh_hant: "{name}：展開後比任何講話稿都大得多，沒有開啟；請在 Word 或 WPS 裡複製文字再貼過來",
    en: "{name}: it unpacks to far more than any draft, so it was not opened; copy the text in Word or WPS and paste it",
};
static DOCX_TOO_DEEP: Words = Words {
    zh_hans: "{name}：内部层次过深，没有打开；请用 Word 或 WPS 打开，另存为 .docx 再试",
    zh_hant: "{name}：內部層次過深，沒有開啟；請用 Word 或 WPS 開啟，另存為 .docx 再試",
    en: "{name}: it is nested deeper than Word writes, so it was not opened; save it again as .docx in Word or WPS and try that file",
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
static NOT_TEXT: Words = Words {
    zh_hans: "{name}：这不是文本文件，或者用的是这里不认识的编码；如果是文本，请用记事本或 WPS 打开，另存为 UTF-8 再试",
    zh_hant: "{name}：這不是文字檔，或者用的是這裡不認得的編碼；如果是文字，請用記事本或 WPS 開啟，另存為 UTF-8 再試",
    en: "{name}: no text file, or one in a charset that is not read here; if it is text, save it as UTF-8 and try again",
};
