//! In: a file's first and last bytes and its name. Out: what kind of file it is. Signatures decide, and the
//! name only where text may be two things: a .doc that holds a web page is read as one.

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Plain text in some charset.
    Text,
    /// A web page in some charset.
    Html,
    /// A Word document of today.
    Docx,
    /// What only another program can read.
    Foreign(Foreign),
}

/// A file that holds no text that could be read here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A .doc, .wps or other compound file.
    OldOffice,
    /// A document that opens only with its password.
    Encrypted,
    /// An .ofd.
    Ofd,
    /// A .pdf.
    Pdf,
    /// An .rtf.
    Rtf,
    /// An .odt.
    OpenDocument,
    /// Another zip file, or another archive.
    Archive,
    /// A picture.
    Picture,
}

impl Foreign {
    /// A short name for programs; it does not change.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::OldOffice => "old-office-file",
            Self::Encrypted => "encrypted-file",
            Self::Ofd => "ofd-file",
            Self::Pdf => "pdf-file",
            Self::Rtf => "rtf-file",
            Self::OpenDocument => "opendocument-file",
            Self::Archive => "archive-file",
            Self::Picture => "picture-file",
        }
    }
}

impl std::fmt::Display for Foreign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::OldOffice => {
                "a .doc, .wps or other old office file: open it in Word or WPS, copy the text and paste it, or save it as plain text (.txt)"
            }
            Self::Encrypted => {
                "locked with a password: open it in Word or WPS, copy the text and paste it, or save it without the password"
            }
            Self::Ofd => {
                "an .ofd: open it in an OFD reader, copy the text and paste it, or export it as plain text (.txt)"
            }
            Self::Pdf => {
                "a .pdf: open it, copy the text and paste it; a scan needs text recognition first"
            }
            Self::Rtf => "an .rtf: open it in Word or WPS and save it as plain text (.txt)",
            Self::OpenDocument => {
                "an OpenDocument file: open it in LibreOffice or Word and save it as plain text (.txt)"
            }
            Self::Archive => "an archive: unpack it and open the text inside",
            Self::Picture => "a picture: its text has to be recognised by another program first",
        })
    }
}

/// Every compound file begins so, .doc and .wps among them.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// The stream of a compound file that holds an encrypted document of today, in UTF-16.
const ENCRYPTED_PACKAGE: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
/// A zip file, and an empty one.
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];
const ARCHIVES: [&[u8]; 4] = [
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b\x08",
    b"BZh",
];
const PICTURES: [&[u8]; 4] = [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0"];

/// What a file holds. `head` and `tail` are its first and last bytes, 64 KB of each where there are so many: a
/// zip file's list of entries is its end, and a compound file's may stand anywhere.
///
/// ```
/// use speech_structure::input::{Foreign, Kind, kind};
/// assert_eq!(kind("稿.txt", "同志们：".as_bytes(), b""), Kind::Text);
/// assert_eq!(kind("稿.txt", b"%PDF-1.7", b""), Kind::Foreign(Foreign::Pdf));
/// ```
#[must_use]
pub fn kind(name: &str, head: &[u8], tail: &[u8]) -> Kind {
    let begins = |signatures: &[&[u8]]| {
        signatures
            .iter()
            .any(|&signature| head.starts_with(signature))
    };
    let holds = |words: &[u8]| contains(head, words) || contains(tail, words);
    if begins(&[COMPOUND]) {
        let locked = holds(ENCRYPTED_PACKAGE);
        return Kind::Foreign(if locked {
            Foreign::Encrypted
        } else {
            Foreign::OldOffice
        });
    }
    if begins(&ZIP) {
        return zip_kind(holds);
    }
    if contains(&head[..head.len().min(1024)], b"%PDF-") {
        return Kind::Foreign(Foreign::Pdf);
    }
    if begins(&[b"{\\rtf"]) {
        return Kind::Foreign(Foreign::Rtf);
    }
    if begins(&ARCHIVES) {
        return Kind::Foreign(Foreign::Archive);
    }
    if begins(&PICTURES) {
        return Kind::Foreign(Foreign::Picture);
    }
    if is_html(name, head) {
        Kind::Html
    } else {
        Kind::Text
    }
}

fn zip_kind(holds: impl Fn(&[u8]) -> bool) -> Kind {
    if holds(b"word/document") || holds(b"word/_rels/") {
        return Kind::Docx;
    }
    Kind::Foreign(if holds(b"OFD.xml") {
        Foreign::Ofd
    } else if holds(b"application/vnd.oasis.opendocument") {
        Foreign::OpenDocument
    } else {
        Foreign::Archive
    })
}

/// By its first tag, in any charset that has ASCII or puts a NUL beside it; by its name only where it begins
/// with a tag at all.
fn is_html(name: &str, head: &[u8]) -> bool {
    let letters: Vec<u8> = head
        .iter()
        .filter(|&&byte| byte != 0 && byte < 0x80)
        .copied()
        .skip_while(u8::is_ascii_whitespace)
        .take(14)
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    let lower = name.to_ascii_lowercase();
    let named = [".html", ".htm", ".xhtml"]
        .iter()
        .any(|ending| lower.ends_with(ending));
    letters.starts_with(b"<!doctype html")
        || letters.starts_with(b"<html")
        || (named && letters.starts_with(b"<"))
}

fn contains(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_decide_and_names_do_not() {
        let cases: [(&str, &[u8], Kind); 8] = [
            (
                "稿.txt",
                b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....",
                Kind::Foreign(Foreign::OldOffice),
            ),
            ("稿.docx", b"PK\x03\x04....word/document.xml", Kind::Docx),
            (
                "公文.ofd",
                b"PK\x03\x04....OFD.xml",
                Kind::Foreign(Foreign::Ofd),
            ),
            (
                "a.zip",
                b"PK\x03\x04....a.txt",
                Kind::Foreign(Foreign::Archive),
            ),
            ("稿.txt", b"{\\rtf1\\ansi", Kind::Foreign(Foreign::Rtf)),
            ("稿.doc", b"<html xmlns:o=", Kind::Html),
            ("稿.doc", "同志们：".as_bytes(), Kind::Text),
            ("a.html", "一、正文".as_bytes(), Kind::Text),
        ];
        for (name, head, expected) in cases {
            assert_eq!(kind(name, head, b""), expected, "{name}");
        }
    }

    #[test]
    fn a_locked_document_is_told_from_an_old_one() {
        let mut bytes = COMPOUND.to_vec();
        bytes.extend_from_slice(ENCRYPTED_PACKAGE);
        assert_eq!(
            kind("稿.docx", &bytes, b""),
            Kind::Foreign(Foreign::Encrypted)
        );
    }

    #[test]
    fn a_web_page_in_utf_16_is_one() {
        let bytes: Vec<u8> = "\u{feff}<!DOCTYPE html>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(kind("a.txt", &bytes, b""), Kind::Html);
    }
}
