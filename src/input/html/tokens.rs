//! In: the source of a web page. Out: its tags and texts, one after another, in one pass, as the tokenizer of the HTML standard
//! sees them. It is written here because the crates that do it bring the whole list of entities, which alone is larger than all
//! readers together (measured with wasm-opt and gzip: html5gum 65 KB, html5tokenizer 51 KB).

/// Attributes of a tag that are kept; no tag of a real page has as many.
const MOST_ATTRIBUTES: usize = 64;

/// A piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'h> {
    Start(Tag<'h>),
    /// The name of an element that ends.
    End(&'h str),
    /// Text, with its character references where it has any.
    Text {
        raw: &'h str,
        has_references: bool,
    },
}

/// A start tag.
#[derive(Debug, PartialEq, Eq)]
pub struct Tag<'h> {
    /// As it is written; compare it without regard to case.
    pub name: &'h str,
    attributes: Vec<(&'h str, &'h str)>,
}

impl<'h> Tag<'h> {
    /// The value of an attribute, with its references unresolved.
    pub fn attribute(&self, name: &str) -> Option<&'h str> {
        let mut attributes = self.attributes.iter();
        let found = attributes.find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| *value)
    }

    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

/// Goes through a page once.
pub struct Tokens<'h> {
    rest: &'h str,
    /// The element whose content is text up to its end tag.
    raw: Option<&'h str>,
}

/// Elements whose content holds no tags; of the last two, character references count.
const RAW: [&str; 9] = [
    "script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "title", "textarea",
];

impl<'h> Tokens<'h> {
    pub fn new(page: &'h str) -> Self {
        Self {
            rest: page,
            raw: None,
        }
    }

    fn take(&mut self, length: usize) -> &'h str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Passes over what ends with these words, or over all that is left.
    fn pass(&mut self, words: &str) {
        let end = self
            .rest
            .find(words)
            .map_or(self.rest.len(), |at| at + words.len());
        self.take(end);
    }

    /// The content of an element without tags.
    fn raw_text(&mut self, name: &'h str) -> Option<Token<'h>> {
        let end = raw_end(self.rest, name);
        let has_references = ["title", "textarea"]
            .iter()
            .any(|known| name.eq_ignore_ascii_case(known));
        let raw = self.take(end);
        (!raw.is_empty()).then_some(Token::Text {
            raw,
            has_references,
        })
    }

    /// A comment, a declaration or a processing instruction: everything that begins with `<` and is no tag.
    fn pass_markup(&mut self) {
        let Some(comment) = self.rest.strip_prefix("<!--") else {
            return self.pass(">");
        };
        if comment.starts_with('>') || comment.starts_with("->") {
            return self.pass(">");
        }
        self.take("<!--".len());
        self.pass("-->");
    }

    /// A tag; nothing where the page ends before the tag does.
    fn tag(&mut self) -> Option<Token<'h>> {
        let is_end = self.rest.starts_with("</");
        self.take(if is_end { 2 } else { 1 });
        let name = self.word(|sign| is_space(sign) || sign == '/' || sign == '>');
        let attributes = self.attributes()?;
        if is_end {
            return Some(Token::End(name));
        }
        let is_raw = RAW.iter().any(|known| name.eq_ignore_ascii_case(known));
        self.raw = is_raw.then_some(name);
        Some(Token::Start(Tag { name, attributes }))
    }

    fn word(&mut self, ends: impl Fn(char) -> bool) -> &'h str {
        let end = self.rest.find(ends).unwrap_or(self.rest.len());
        self.take(end)
    }

    fn pass_space(&mut self) {
        self.rest = self.rest.trim_start_matches(is_space);
    }

    /// Up to the end of the tag, which is passed over.
    fn attributes(&mut self) -> Option<Vec<(&'h str, &'h str)>> {
        let mut attributes = Vec::new();
        loop {
            self.rest = self
                .rest
                .trim_start_matches(|sign| is_space(sign) || sign == '/');
            let first = self.rest.chars().next()?;
            if first == '>' {
                self.take(1);
                return Some(attributes);
            }
            // An equals sign in front is part of the name.
            let own = first.len_utf8();
            let ends = |sign| is_space(sign) || matches!(sign, '/' | '>' | '=');
            let end = self.rest[own..]
                .find(ends)
                .map_or(self.rest.len(), |at| at + own);
            let name = self.take(end);
            self.pass_space();
            let value = if self.rest.starts_with('=') {
                self.take(1);
                self.pass_space();
                self.value()?
            } else {
                ""
            };
            if attributes.len() < MOST_ATTRIBUTES {
                attributes.push((name, value));
            }
        }
    }

    fn value(&mut self) -> Option<&'h str> {
        for quote in ['"', '\''] {
            if self.rest.starts_with(quote) {
                self.take(1);
                let end = self.rest.find(quote)?;
                let value = self.take(end);
                self.take(1);
                return Some(value);
            }
        }
        Some(self.word(|sign| is_space(sign) || sign == '>'))
    }
}

impl<'h> Iterator for Tokens<'h> {
    type Item = Token<'h>;

    fn next(&mut self) -> Option<Token<'h>> {
        if let Some(name) = self.raw.take()
            && let Some(text) = self.raw_text(name)
        {
            return Some(text);
        }
        loop {
            let text_end = text_end(self.rest);
            if text_end > 0 {
                let raw = self.take(text_end);
                return Some(Token::Text {
                    raw,
                    has_references: true,
                });
            }
            if self.rest.is_empty() {
                return None;
            }
            let after = self.rest.as_bytes().get(1);
            let after_slash = self.rest.as_bytes().get(2);
            let begins_tag = match after {
                Some(b'/') => after_slash.is_some_and(u8::is_ascii_alphabetic),
                after => after.is_some_and(u8::is_ascii_alphabetic),
            };
            if !begins_tag {
                self.pass_markup();
            } else if let Some(token) = self.tag() {
                return Some(token);
            } else {
                // The page ends within the tag, which then is none.
                self.rest = "";
            }
        }
    }
}

fn is_space(sign: char) -> bool {
    sign.is_ascii_whitespace()
}

/// Where the text ends that stands in front: at a `<` that begins something.
fn text_end(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut from = 0;
    while let Some(at) = rest[from..].find('<').map(|at| at + from) {
        match bytes.get(at + 1) {
            Some(b'!' | b'?' | b'/') => return at,
            Some(next) if next.is_ascii_alphabetic() => return at,
            _ => from = at + 1,
        }
    }
    rest.len()
}

/// Where the content of an element without tags ends.
fn raw_end(rest: &str, name: &str) -> usize {
    let mut from = 0;
    while let Some(at) = rest[from..].find("</").map(|at| at + from) {
        let after = &rest.as_bytes()[at + 2..];
        let is_name = after
            .get(..name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
        let ends = after
            .get(name.len())
            .is_none_or(|next| next.is_ascii_whitespace() || matches!(next, b'/' | b'>'));
        if is_name && ends {
            return at;
        }
        from = at + 2;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(page: &str) -> Vec<String> {
        Tokens::new(page)
            .map(|token| match token {
                Token::Start(tag) => format!("<{}{:?}", tag.name, tag.attributes),
                Token::End(name) => format!("/{name}"),
                Token::Text { raw, .. } => raw.to_owned(),
            })
            .collect()
    }

    #[test]
    fn tags_comments_and_texts() {
        assert_eq!(
            told("<!DOCTYPE html><P class=a id='b>c' hidden>1 < 2<!-- <b> --></p ><br/>"),
            [
                "<P[(\"class\", \"a\"), (\"id\", \"b>c\"), (\"hidden\", \"\")]",
                "1 < 2",
                "/p",
                "<br[]"
            ]
        );
        assert_eq!(
            told("<![if !supportLists]>一、<![endif]>甲"),
            ["一、", "甲"]
        );
        assert_eq!(
            told("a<!-->b<!--->c<? d ?>e</ f>g"),
            ["a", "b", "c", "e", "g"]
        );
    }

    #[test]
    fn scripts_hold_no_tags() {
        assert_eq!(
            told("<script>if (a<b) '</p>'</SCRIPT >x<style>a"),
            [
                "<script[]",
                "if (a<b) '</p>'",
                "/SCRIPT",
                "x",
                "<style[]",
                "a"
            ]
        );
    }

    #[test]
    fn what_never_ends_is_read_once() {
        for page in [
            "<a b=\"", "<!-- ", "<a ", "<script>", "<", "</", "<a =", "<title>",
        ] {
            assert!(told(page).len() <= 2, "{page}");
            assert!(told(&page.repeat(2000)).len() < 4100, "{page}");
        }
    }
}
