//! The charsets that Chinese texts are saved in, their names, and the marks that some begin with.

/// A charset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Charset {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first: what Windows Notepad calls Unicode.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// GBK, as mainland Windows writes it; GB 2312 is part of it.
    Gbk,
    /// GB 18030, which has every character: GBK with sequences of four bytes.
    Gb18030,
    /// Big5 with the characters of Hong Kong.
    Big5,
}

impl Charset {
    /// All charsets, the commonest first.
    pub const ALL: [Self; 6] = [
        Self::Utf8,
        Self::Gbk,
        Self::Gb18030,
        Self::Big5,
        Self::Utf16Le,
        Self::Utf16Be,
    ];

    /// The name in the WHATWG standard.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gbk => "GBK",
            Self::Gb18030 => "GB18030",
            Self::Big5 => "Big5",
        }
    }

    /// The charset of a name as people write it, in any case, with or without hyphens.
    ///
    /// ```
    /// use speech_structure::input::Charset;
    /// assert_eq!(Charset::named("gb2312"), Some(Charset::Gbk));
    /// assert_eq!(Charset::named("Big5-HKSCS"), Some(Charset::Big5));
    /// assert_eq!(Charset::named("latin1"), None);
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let letters: String = name
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        Some(match letters.as_str() {
            "utf8" => Self::Utf8,
            "utf16" | "utf16le" | "unicode" => Self::Utf16Le,
            "utf16be" => Self::Utf16Be,
            "gbk" | "gb2312" | "cp936" | "936" => Self::Gbk,
            "gb18030" => Self::Gb18030,
            "big5" | "big5hkscs" | "cp950" | "950" => Self::Big5,
            _ => return None,
        })
    }

    /// The byte order mark, where the charset has one.
    #[must_use]
    pub fn byte_order_mark(self) -> &'static [u8] {
        match self {
            Self::Utf8 => b"\xef\xbb\xbf",
            Self::Utf16Le => b"\xff\xfe",
            Self::Utf16Be => b"\xfe\xff",
            Self::Gb18030 => b"\x84\x31\x95\x33",
            Self::Gbk | Self::Big5 => b"",
        }
    }

    /// The charset whose mark a file begins with.
    #[must_use]
    pub fn marked(head: &[u8]) -> Option<Self> {
        Self::ALL.into_iter().find(|charset| {
            let mark = charset.byte_order_mark();
            !mark.is_empty() && head.starts_with(mark)
        })
    }
}
