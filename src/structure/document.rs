//! The Document: what the structure recognisers found. Plain data; every span is in bytes of Clean
//! (and so of Folded, which shares its offsets).

use std::ops::Range;

use super::flattened::Flattened;
use super::marker::{Marker, Style};
use super::outline::Deviation;
use crate::text::Span;

/// What was read in a text.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The non-blank lines, without the blanks around them; other parts refer to them by index.
    pub lines: Vec<Span>,
    /// The lines of the text that held several of `lines`, in order.
    pub flattened: Vec<Flattened>,
    /// The whole text, cut by offset into chrome, lead-ins and speeches.
    pub segments: Vec<Segment>,
    /// A compiler's claim of how many speeches there are.
    pub compilation: Option<Compilation>,
    /// The speeches in order.
    pub speeches: Vec<Speech>,
    /// Words that promise a number of items, in order.
    pub announcements: Vec<Announcement>,
}

/// What a stretch of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// Navigation, dates, ads, related links, source address.
    Chrome,
    /// A compiler's words outside any speech.
    LeadIn,
    /// The speech of this index.
    Speech(usize),
}

/// A stretch of lines of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// What it is.
    pub kind: SegmentKind,
    /// Indices of its lines.
    pub lines: Range<usize>,
    /// Its stretch of the text, from its first line's start up to the next segment's.
    pub span: Span,
}

/// A claim such as （通用5篇）.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compilation {
    /// How many speeches the words promise.
    pub declared: u32,
    /// The words.
    pub span: Span,
}

/// What kind of talk a speech is; what it must have depends on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Genre {
    /// 讲话、发言 and everything without a better name.
    #[default]
    Speech,
    /// 致辞、贺词、开幕词、闭幕词.
    Address,
    /// 主持词.
    HostScript,
    /// 竞聘、竞选、述职.
    Candidacy,
    /// 国旗下讲话.
    FlagSpeech,
}

/// One talk.
#[derive(Clone, Debug, Default)]
pub struct Speech {
    /// Indices of its lines, from its title to its last line.
    pub lines: Range<usize>,
    /// From its first line to its last.
    pub span: Span,
    /// Its title without 第一篇： and the like, where it has one.
    pub title: Option<Span>,
    /// Whether it begins with a fresh salutation in the middle of the text, without a title.
    pub untitled_restart: bool,
    /// What kind of talk it is.
    pub genre: Genre,
    /// Its parts in order.
    pub parts: Vec<Part>,
    /// Its sections in order: the outline, flat, each with its depth.
    pub sections: Vec<Section>,
    /// Its headings without a number, in order; they are outside the numbered outline.
    pub subheadings: Vec<Subheading>,
    /// Where the outline departs from what was expected, in order.
    pub deviations: Vec<Deviation>,
    /// The enumerations inside its paragraphs, in order.
    pub runs: Vec<Run>,
    /// First markers inside its paragraphs that nothing goes on from: 一是 without 二是.
    pub lone_openers: Vec<Marker>,
}

impl Speech {
    /// The parts that begin in a line, in order.
    #[must_use]
    pub fn parts_of_line(&self, line: usize) -> &[Part] {
        let first = self.parts.partition_point(|part| part.line < line);
        let end = self.parts.partition_point(|part| part.line <= line);
        &self.parts[first..end]
    }
}

/// The closed list of part kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartKind {
    /// The title line.
    Title,
    /// A second title line.
    Subtitle,
    /// The title again on a line of its own.
    RepeatedTitle,
    /// Where and when, in brackets under the title.
    Occasion,
    /// A date line.
    Date,
    /// The speaker's name.
    Speaker,
    /// 目录.
    Contents,
    /// 同志们：
    Salutation,
    /// 大家上午好！
    Greeting,
    /// From the greeting to the first heading.
    Opening,
    /// Between opening and closing.
    Body,
    /// The concluding paragraph.
    Closing,
    /// 谢谢大家！
    Thanks,
    /// A signature at the end.
    Signature,
    /// An attachment after the end.
    Attachment,
    /// （掌声）
    StageDirection,
    /// A recording note.
    Note,
}

/// A part of a speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Its stretch.
    pub span: Span,
    /// Index of its first line.
    pub line: usize,
}

/// A section of the outline: a heading and all that stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The marker that opens it.
    pub marker: Marker,
    /// Level, from 1; a root may stand at 2 where its parent heading is lost.
    pub depth: usize,
    /// The list that it is an item of: equal numbers are siblings of one list.
    pub list: usize,
    /// Index of its heading line.
    pub line: usize,
    /// The words of its heading, without the marker.
    pub title: Span,
    /// From its marker up to the next section that is not within it.
    pub span: Span,
    /// Markers of the next items of its list that have no line of their own.
    pub merged: Vec<Marker>,
    /// The marker of the first item of its list, where only this second one has a line of its own.
    pub first_glued: Option<Marker>,
}

impl Section {
    /// Its marker with those of its list that have no line of their own before and after it.
    pub fn markers(&self) -> impl Iterator<Item = &Marker> {
        let own = std::iter::once(&self.marker);
        self.first_glued.iter().chain(own).chain(&self.merged)
    }
}

/// A heading without a number, and the paragraphs under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subheading {
    /// Index of its line.
    pub line: usize,
    /// Level, from 1: one below the section that it stands in.
    pub depth: usize,
    /// Its words, without brackets.
    pub title: Span,
    /// From its line up to the next heading, numbered or not.
    pub span: Span,
}

/// An enumeration inside one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Index of its line.
    pub line: usize,
    /// The section that it stands in, as an index into `sections`.
    pub within: Option<usize>,
    /// From its first marker to the end of its last item.
    pub span: Span,
    /// Its markers, at least two.
    pub markers: Vec<Marker>,
}

impl Run {
    /// The style that the first marker sets.
    #[must_use]
    pub fn style(&self) -> Option<Style> {
        self.markers.first().map(|marker| marker.style)
    }
}

/// Words that promise a number of items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// The speech that it stands in.
    pub speech: usize,
    /// Index of its line.
    pub line: usize,
    /// The words.
    pub span: Span,
    /// The number alone.
    pub number: Span,
    /// How many items are promised; `None` for 几点.
    pub declared: Option<u32>,
    /// How many followed; `None` where nothing could be bound to the words.
    pub found: Option<u32>,
    /// Where the items begin.
    pub items: Vec<Span>,
    /// Whether the words can only promise (下面，我讲三点意见).
    pub firm: bool,
    /// Whether the list may be incomplete: the text breaks off, or headings are lost.
    pub incomplete: bool,
}
