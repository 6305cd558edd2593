//! In: the XML of a document's body. Out: its text, a paragraph a line. A row of a table is a line with tabs between its cells,
//! unless a cell has several lines: then each of them is one. A text box is read after the paragraph that it hangs on.

use super::counters::Counters;
use super::paragraph::Paragraph;
use super::properties::{self, Mark, RunProperties};
use super::styles::Styles;
use super::xml::{Children, Piece, Pieces, Tag, Vocabulary};
use super::{DocxError, LARGEST_BODY};
use crate::input::symbols;
use crate::input::table_row::Row;
use crate::input::text_builder::Built;

/// Fields within fields; Word allows twenty.
const MOST_FIELDS: usize = 32;

/// Reads the body.
pub fn read(xml: &str, styles: &Styles, counters: Counters) -> Result<Built, DocxError> {
    let mut body = Body {
        styles,
        counters,
        text: Built::default(),
        frames: Vec::new(),
        paragraphs: 0,
        joined: None,
        fields: Vec::new(),
    };
    let mut pieces = Pieces::new(xml);
    while let Some(piece) = pieces.next()? {
        match piece {
            Piece::Start(tag) => body.start(&mut pieces, &tag)?,
            Piece::End => body.end(),
            Piece::Text(text) => body.words(&text),
        }
        if body.text.len() as u64 > LARGEST_BODY {
            return Err(DocxError::TooLarge);
        }
    }
    Ok(body.text)
}

/// An element that has begun, and what has to be known when it ends.
enum Frame {
    Plain,
    Paragraph(Box<Paragraph>),
    Run {
        is_hidden: bool,
    },
    Words {
        keeps_space: bool,
    },
    Row(Row),
    Cell {
        start: usize,
    },
    TextBox {
        /// The text outside.
        outside: Built,
        joined: Option<usize>,
    },
    /// Versions of one thing for newer and older programs.
    Alternatives {
        is_taken: bool,
    },
}

/// A field between its begin and its end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Instruction,
    Result,
}

struct Body<'s> {
    styles: &'s Styles,
    counters: Counters<'s>,
    text: Built,
    frames: Vec<Frame>,
    paragraphs: u32,
    /// Where the line begins that a deleted paragraph mark leaves open.
    joined: Option<usize>,
    fields: Vec<Field>,
}

impl Body<'_> {
    fn start(&mut self, pieces: &mut Pieces, tag: &Tag) -> Result<(), DocxError> {
        match tag.vocabulary {
            Vocabulary::Word => self.start_of_word(pieces, tag),
            Vocabulary::Math if tag.name() == "t" => {
                self.number_paragraph();
                self.frames.push(Frame::Words { keeps_space: true });
                Ok(())
            }
            Vocabulary::Compatibility => self.start_of_alternative(pieces, tag),
            Vocabulary::Math | Vocabulary::Other => {
                self.frames.push(Frame::Plain);
                Ok(())
            }
        }
    }

    fn start_of_word(&mut self, pieces: &mut Pieces, tag: &Tag) -> Result<(), DocxError> {
        let frame = match tag.name() {
            "p" => self.paragraph(),
            "pPr" => return self.paragraph_properties(pieces),
            "r" => {
                if let Some(paragraph) = self.paragraph_mut() {
                    paragraph.runs += 1;
                }
                Frame::Run {
                    is_hidden: self.is_hidden_by_style(None),
                }
            }
            "rPr" => return self.run_properties(pieces),
            "t" => Frame::Words {
                keeps_space: tag.attribute("space").as_deref() == Some("preserve"),
            },
            "tab" | "ptab" | "br" | "cr" | "noBreakHyphen" | "sym" | "fldChar" => {
                self.sign(tag);
                Frame::Plain
            }
            "tr" => self.row(),
            "trPr" => return self.row_properties(pieces),
            "tc" => Frame::Cell {
                start: self.text.len(),
            },
            "txbxContent" => self.text_box(),
            // What is deleted or moved away, what stands beside the text, and what only describes.
            "del" | "moveFrom" | "delText" | "instrText" | "delInstrText" | "rt" | "rubyPr"
            | "sdtPr" | "sdtEndPr" | "sectPr" | "tblPr" | "tblGrid" | "tcPr" | "footnote"
            | "endnote" | "comment" => {
                return pieces.skip();
            }
            _ => Frame::Plain,
        };
        self.frames.push(frame);
        Ok(())
    }

    /// The first version is the newest; the others say the same again.
    fn start_of_alternative(&mut self, pieces: &mut Pieces, tag: &Tag) -> Result<(), DocxError> {
        if tag.name() == "AlternateContent" {
            self.frames.push(Frame::Alternatives { is_taken: false });
            return Ok(());
        }
        if let Some(Frame::Alternatives { is_taken }) = self.frames.last_mut()
            && std::mem::replace(is_taken, true)
        {
            return pieces.skip();
        }
        self.frames.push(Frame::Plain);
        Ok(())
    }

    fn end(&mut self) {
        match self.frames.pop() {
            Some(Frame::Paragraph(paragraph)) => self.end_paragraph(*paragraph),
            Some(Frame::Cell { start }) => self.end_cell(start),
            Some(Frame::Row(row)) => row.finish(&mut self.text),
            Some(Frame::TextBox { outside, joined }) => self.end_text_box(outside, joined),
            _ => {}
        }
    }

    // Paragraphs and runs

    fn paragraph(&mut self) -> Frame {
        let line = self.joined.take().unwrap_or(self.text.len());
        let paragraph = Paragraph::new(self.paragraphs, line);
        self.paragraphs = self.paragraphs.saturating_add(1);
        Frame::Paragraph(Box::new(paragraph))
    }

    fn paragraph_properties(&mut self, pieces: &mut Pieces) -> Result<(), DocxError> {
        let mut properties = properties::of_paragraph(pieces)?;
        let hidden = self.styles.is_hidden(properties.style.as_deref());
        if properties.mark == Mark::Shown && hidden == Some(true) {
            properties.mark = Mark::Hidden;
        }
        if let Some(paragraph) = self.paragraph_mut() {
            paragraph.properties = properties;
        }
        Ok(())
    }

    fn end_paragraph(&mut self, paragraph: Paragraph) {
        let ends_line = paragraph.ends_line();
        let is_joined = paragraph.is_joined();
        let line = paragraph.line;
        self.frames.push(Frame::Paragraph(Box::new(paragraph)));
        if ends_line {
            self.number_paragraph();
            self.text.push("\n");
        }
        if let Some(Frame::Paragraph(paragraph)) = self.frames.pop() {
            self.text.append(paragraph.boxes);
        }
        self.joined = is_joined.then_some(line);
        // No program writes an instruction across paragraphs: one that does not end would hide the rest of the text.
        while self.fields.last() == Some(&Field::Instruction) {
            self.fields.pop();
        }
    }

    /// Writes the number of the paragraph, once.
    fn number_paragraph(&mut self) {
        let Some(paragraph) = innermost(&mut self.frames) else {
            return;
        };
        if paragraph.is_joined() || std::mem::replace(&mut paragraph.is_numbered, true) {
            return;
        }
        let style = self.styles.list(paragraph.properties.style.as_deref());
        if let Some(label) = self.counters.label(paragraph.properties.list, &style) {
            let line = paragraph.line;
            self.text.insert_synthesised(line, &label);
        }
    }

    fn paragraph_mut(&mut self) -> Option<&mut Paragraph> {
        innermost(&mut self.frames)
    }

    fn run_properties(&mut self, pieces: &mut Pieces) -> Result<(), DocxError> {
        let RunProperties {
            style, is_hidden, ..
        } = properties::of_run(pieces)?;
        let hidden = is_hidden.unwrap_or_else(|| self.is_hidden_by_style(style.as_deref()));
        if let Some(Frame::Run { is_hidden }) = self.frames.last_mut() {
            *is_hidden = hidden;
        }
        Ok(())
    }

    /// Whether the style of a run or else of its paragraph hides it.
    fn is_hidden_by_style(&mut self, of_run: Option<&str>) -> bool {
        let styles = self.styles;
        styles
            .is_hidden(of_run)
            .or_else(|| styles.is_hidden(self.paragraph_mut()?.properties.style.as_deref()))
            .unwrap_or_default()
    }

    // Tables and text boxes

    fn row(&mut self) -> Frame {
        self.end_joined_line();
        Frame::Row(Row::new(&self.text))
    }

    fn row_properties(&mut self, pieces: &mut Pieces) -> Result<(), DocxError> {
        let mut deleted = false;
        pieces.children(&mut |_, tag| {
            deleted |= tag.is("del");
            Ok(Children::Skipped)
        })?;
        if let Some(Frame::Row(row)) = self.frames.last_mut() {
            row.is_deleted = deleted;
        }
        Ok(())
    }

    fn end_cell(&mut self, start: usize) {
        self.joined = None;
        let mut frames = self.frames.iter_mut().rev();
        let row = frames.find_map(|frame| match frame {
            Frame::Row(row) => Some(row),
            _ => None,
        });
        if let Some(row) = row {
            row.end_cell(start, &mut self.text);
        }
    }

    fn text_box(&mut self) -> Frame {
        // The number of the paragraph around it comes first in the count.
        self.number_paragraph();
        Frame::TextBox {
            outside: std::mem::take(&mut self.text),
            joined: self.joined.take(),
        }
    }

    fn end_text_box(&mut self, outside: Built, joined: Option<usize>) {
        self.end_joined_line();
        let inside = std::mem::replace(&mut self.text, outside);
        self.joined = joined;
        match self.paragraph_mut() {
            Some(paragraph) => paragraph.boxes.append(inside),
            None => self.text.append(inside),
        }
    }

    /// A deleted paragraph mark joins no paragraph to what is none.
    fn end_joined_line(&mut self) {
        if self.joined.take().is_some() {
            self.text.push("\n");
        }
    }

    // Words and signs

    fn words(&mut self, words: &str) {
        let Some(Frame::Words { keeps_space }) = self.frames.last() else {
            return;
        };
        let is_space = |sign: char| sign.is_ascii_whitespace();
        let words = if *keeps_space {
            words
        } else {
            words.trim_matches(is_space)
        };
        // A line break of the XML is none of the text.
        self.write(&words.replace(['\r', '\n'], " "));
    }

    /// Writes what the run that is being read shows.
    fn write(&mut self, words: &str) {
        let is_hidden = |frame: &Frame| matches!(frame, Frame::Run { is_hidden: true });
        let inner = self.frames.iter().rev();
        let mut run = inner.take_while(|frame| !matches!(frame, Frame::Paragraph(_)));
        if words.is_empty() || run.any(is_hidden) || self.fields.contains(&Field::Instruction) {
            return;
        }
        self.number_paragraph();
        if let Some(&mut Paragraph { index, runs, .. }) = self.paragraph_mut() {
            self.text.begin_run(index, runs.saturating_sub(1));
        }
        self.text.push(words);
    }

    fn sign(&mut self, tag: &Tag) {
        if !matches!(self.frames.last(), Some(Frame::Run { .. })) {
            return;
        }
        match tag.name() {
            "tab" | "ptab" => self.write("\t"),
            "noBreakHyphen" => self.write("-"),
            "br" | "cr" => self.write("\n"),
            "sym" => {
                let code = tag.attribute("char");
                let code = code.and_then(|code| u32::from_str_radix(&code, 16).ok());
                let font = tag.attribute("font").unwrap_or_default();
                if let Some(sign) = code.and_then(char::from_u32) {
                    self.write(symbols::shown(sign, &font).encode_utf8(&mut [0; 4]));
                }
            }
            _ => match tag.attribute("fldCharType").as_deref() {
                Some("begin") if self.fields.len() < MOST_FIELDS => {
                    self.fields.push(Field::Instruction);
                }
                Some("separate") => {
                    if let Some(field) = self.fields.last_mut() {
                        *field = Field::Result;
                    }
                }
                Some("end") => drop(self.fields.pop()),
                _ => {}
            },
        }
    }
}

fn innermost(frames: &mut [Frame]) -> Option<&mut Paragraph> {
    // A text box is no part of the paragraph that it hangs on.
    let inside = frames.iter_mut().rev();
    let mut inside = inside.take_while(|frame| !matches!(frame, Frame::TextBox { .. }));
    inside.find_map(|frame| match frame {
        Frame::Paragraph(paragraph) => Some(&mut **paragraph),
        _ => None,
    })
}
