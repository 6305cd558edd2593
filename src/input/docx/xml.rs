//! In: the XML of a part. Out: its elements and text, one after another, by what they mean and not by their prefixes. XML that
//! declares entities is refused, and so is XML nested deeper than Word writes.

use std::borrow::Cow;

use quick_xml::NsReader;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;

use super::DocxError;

/// Word nests about forty levels in a text box within a table within a text box.
const DEEPEST: usize = 200;

/// Which vocabulary an element belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vocabulary {
    /// `WordprocessingML`.
    Word,
    /// Formulae.
    Math,
    /// `mc:AlternateContent` and its like.
    Compatibility,
    Other,
}

impl Vocabulary {
    /// Both the transitional and the strict edition's names.
    fn of(namespace: &str) -> Self {
        match namespace {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            _ => Self::Other,
        }
    }
}

/// The start of an element.
#[derive(Debug)]
pub struct Tag<'x> {
    pub vocabulary: Vocabulary,
    start: BytesStart<'x>,
}

impl Tag<'_> {
    /// The name without its prefix.
    pub fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// Whether it is an element of Word's with this name.
    pub fn is(&self, name: &str) -> bool {
        self.vocabulary == Vocabulary::Word && self.name() == name
    }

    /// The value of an attribute, by its name without prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        // The check would compare every name with every other.
        let attributes = attributes.with_checks(false).flatten();
        let mut found = attributes.filter(|found| found.key.local_name().into_inner() == name);
        let value = found.next()?.value;
        Some(
            quick_xml::escape::unescape(&value).map_or_else(|_| value.to_string(), Cow::into_owned),
        )
    }

    /// The attribute `val`.
    pub fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// The attribute `val` as a number.
    pub fn number(&self) -> Option<i32> {
        self.value()?.trim().parse().ok()
    }

    /// Whether an element that switches something on does so.
    pub fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off"))
    }
}

/// A piece of XML.
#[derive(Debug)]
pub enum Piece<'x> {
    Start(Tag<'x>),
    End,
    Text(Cow<'x, str>),
}

/// Goes through XML once.
pub struct Pieces<'x> {
    reader: NsReader<&'x [u8]>,
    depth: usize,
}

impl<'x> Pieces<'x> {
    pub fn new(xml: &'x str) -> Self {
        let mut reader = NsReader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0 }
    }

    /// The next piece; nothing at the end.
    pub fn next(&mut self) -> Result<Option<Piece<'x>>, DocxError> {
        loop {
            let (namespace, event) = self
                .reader
                .read_resolved_event()
                .map_err(|_| DocxError::Damaged)?;
            match event {
                Event::Start(start) | Event::Empty(start) => {
                    let vocabulary = match namespace {
                        ResolveResult::Bound(namespace) => Vocabulary::of(namespace.into_inner()),
                        _ => Vocabulary::Other,
                    };
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(DocxError::TooDeep);
                    }
                    return Ok(Some(Piece::Start(Tag { vocabulary, start })));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Piece::End));
                }
                Event::Text(text) => return Ok(Some(Piece::Text(text.into_inner()))),
                Event::CData(text) => return Ok(Some(Piece::Text(text.into_inner()))),
                Event::GeneralRef(reference) => {
                    let sign = match reference.resolve_char_ref() {
                        Ok(Some(sign)) => sign,
                        _ => named(&reference.into_inner()).ok_or(DocxError::Damaged)?,
                    };
                    return Ok(Some(Piece::Text(sign.to_string().into())));
                }
                Event::DocType(_) => return Err(DocxError::Damaged),
                // An element that never ends is a file that was cut off.
                Event::Eof if self.depth > 0 => return Err(DocxError::Damaged),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// Passes over all that is in the element whose start was read last, and its end.
    pub fn skip(&mut self) -> Result<(), DocxError> {
        self.children(&mut |_, _| Ok(Children::Skipped))
    }

    /// Hands each child of the element whose start was read last to a function, and passes over the rest, and its end.
    pub fn children(
        &mut self,
        // Not generic: a copy for each of the callers would be a tenth of this reader.
        take: &mut dyn FnMut(&mut Self, &Tag<'x>) -> Result<Children, DocxError>,
    ) -> Result<(), DocxError> {
        let depth = self.depth;
        loop {
            match self.next()? {
                Some(Piece::Start(tag)) => match take(self, &tag)? {
                    Children::Read => {}
                    Children::Skipped => {
                        let below = self.depth;
                        while self.depth >= below {
                            if self.next()?.is_none() {
                                return Err(DocxError::Damaged);
                            }
                        }
                    }
                },
                Some(Piece::End) if self.depth < depth => return Ok(()),
                Some(_) => {}
                None => return Err(DocxError::Damaged),
            }
        }
    }
}

/// What a function did with a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Children {
    /// It has read up to the child's end.
    Read,
    /// It has not read further than the child's start.
    Skipped,
}

/// The five entities that XML has without a declaration.
fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(xml: &str) -> Result<String, DocxError> {
        let mut pieces = Pieces::new(xml);
        let mut text = String::new();
        while let Some(piece) = pieces.next()? {
            if let Piece::Text(more) = piece {
                text.push_str(&more);
            }
        }
        Ok(text)
    }

    #[test]
    fn references_are_resolved_and_entities_refused() {
        assert_eq!(
            all("<a>1 &lt; &#x4e8c;<![CDATA[<]]></a>").as_deref(),
            Ok("1 < 二<")
        );
        assert_eq!(
            all("<!DOCTYPE a [<!ENTITY b 'x'>]><a>&b;</a>"),
            Err(DocxError::Damaged)
        );
        assert_eq!(all("<a>&b;</a>"), Err(DocxError::Damaged));
    }

    #[test]
    fn deep_and_unfinished_xml_is_refused() {
        assert_eq!(all(&"<a>".repeat(100_000)), Err(DocxError::TooDeep));
        assert_eq!(all("<a><b></b>"), Err(DocxError::Damaged));
        assert_eq!(all("<a></b>"), Err(DocxError::Damaged));
    }

    #[test]
    fn vocabularies_do_not_hang_on_prefixes() {
        let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        let xml = format!("<x:p xmlns:x='{strict}'><p/></x:p>");
        let mut pieces = Pieces::new(&xml);
        let mut found = Vec::new();
        while let Ok(Some(piece)) = pieces.next() {
            if let Piece::Start(tag) = piece {
                found.push(tag.is("p"));
            }
        }
        assert_eq!(found, [true, false]);
    }
}
