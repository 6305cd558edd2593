//! In: a sign of a symbol font, such as Wingdings, which has a code of its own. Out: the sign of Unicode that looks like it. Only
//! the signs that stand before list items and in forms are known; others become a bullet.

const OTHER: char = '•';

/// The sign as a reader sees it.
pub fn shown(sign: char, font: &str) -> char {
    let font = font.to_ascii_lowercase();
    let is_symbolic = font.starts_with("wingdings") || font == "symbol" || font == "webdings";
    let code = u32::from(sign);
    match code {
        _ if sign.is_whitespace() => sign,
        0xf000..=0xf0ff => looks_like(code - 0xf000, &font),
        0x20..=0xff if is_symbolic => looks_like(code, &font),
        // Word's hollow bullet is a letter of a typewriter's font.
        0x6f if font.starts_with("courier") => '○',
        0xe000..=0xf8ff => OTHER,
        _ => sign,
    }
}

fn looks_like(code: u32, font: &str) -> char {
    match (font, code) {
        ("symbol", 0xa8) => '♦',
        ("symbol", 0xae) => '→',
        ("symbol", 0x2d) => '−',
        ("wingdings 2", 0x50) => '✓',
        ("wingdings 2", 0x52) => '☑',
        ("wingdings 2", 0xa3) => '□',
        ("symbol" | "wingdings 2", _) => OTHER,
        (_, 0x6c) => '●',
        (_, 0x6d) => '○',
        (_, 0x6e) => '■',
        (_, 0x6f | 0x70 | 0x71 | 0x72 | 0xa8) => '□',
        (_, 0x75) => '◆',
        (_, 0x76) => '❖',
        (_, 0xa7) => '▪',
        (_, 0xab) => '★',
        (_, 0xd8) => '➢',
        (_, 0xe0 | 0xf0) => '→',
        (_, 0xfb) => '✗',
        (_, 0xfc) => '✓',
        (_, 0xfd) => '☒',
        (_, 0xfe) => '☑',
        _ => OTHER,
    }
}
