//! In: the first bytes of a web page. Out: the charset that it says it is in.

/// A page has to say so within its first bytes (HTML standard, 4.2.5.4); editors put comments in front.
const NEAR: usize = 4096;

/// The name after `charset=` or `encoding=` (of an XML declaration), if there is one.
#[must_use]
pub fn declared_charset(head: &[u8]) -> Option<String> {
    let near = &head[..head.len().min(NEAR)];
    let text: String = near
        .iter()
        .map(|&byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    ["charset", "encoding"].iter().find_map(|word| {
        text.match_indices(word).find_map(|(at, _)| {
            let rest = text[at + word.len()..].trim_start().strip_prefix('=')?;
            let rest = rest.trim_start().trim_start_matches(['"', '\'']);
            let end =
                rest.find(|sign: char| !(sign.is_ascii_alphanumeric() || "-_".contains(sign)));
            let name = &rest[..end.unwrap_or(rest.len())];
            (!name.is_empty()).then(|| name.to_owned())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_meta_are_read() {
        let declared = |page: &str| declared_charset(page.as_bytes());
        assert_eq!(declared("<meta charset=GBK>").as_deref(), Some("gbk"));
        let old = "<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">";
        assert_eq!(declared(old).as_deref(), Some("gb2312"));
        assert_eq!(
            declared("<?xml version='1.0' encoding='Big5'?>").as_deref(),
            Some("big5")
        );
        assert_eq!(declared("<p>charset"), None);
    }
}
