//! In: a [`Checked`](crate::Checked) text. Out: the [`Report`], which crosses every border, and its
//! other forms. Byte offsets become UTF-16 offsets here and nowhere else.

mod build;
mod error_record;
mod line_counts;
mod markdown;
mod outline_markdown;
mod rule_book;
mod words;

#[cfg(feature = "cli")]
pub mod sarif;
#[cfg(feature = "cli")]
pub mod schema;
#[cfg(feature = "cli")]
pub mod terminal;

pub use build::build;
pub use error_record::ErrorRecord;
pub use markdown::{error_markdown, markdown};
pub use outline_markdown::outline_markdown;
pub use rule_book::{RuleDescription, rule_descriptions, rules_markdown, rules_table};
pub use words::count_words;

use serde::Serialize;

/// The version of the report's shape. Fields may be added within a version, never changed.
pub const VERSION: u32 = 1;

/// All that is said about one text. Offsets are in UTF-16 code units of the Source.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// See [`VERSION`].
    pub version: u32,
    /// The text itself.
    pub source: SourceFacts,
    /// The text cut into chrome, lead-ins and speeches.
    pub segments: Vec<Segment>,
    /// A compiler's claim of how many speeches there are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub compilation: Option<Compilation>,
    /// The speeches in order.
    pub speeches: Vec<Speech>,
    /// Words that promise a number of items.
    pub announcements: Vec<Announcement>,
    /// The findings, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The findings that the reader has silenced, so that they can be restored.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub silenced: Vec<Silenced>,
}

/// A stretch of the Source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Span {
    /// First UTF-16 unit.
    pub start: usize,
    /// One past the last UTF-16 unit.
    pub end: usize,
    /// Line of the start, from 1.
    pub line: usize,
    /// Column of the start, from 1, in UTF-16 units.
    pub column: usize,
    /// Line of the end, from 1.
    pub end_line: usize,
}

/// Facts about the text.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct SourceFacts {
    /// The file's name, or empty.
    pub name: String,
    /// The encoding that it was read in.
    pub encoding: &'static str,
    /// How sure the encoding is: `stated`, `certain`, `likely` or `unsure`; left out where no bytes were read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "cli", schemars(extend("enum" = schema::CERTAINTIES)))]
    pub encoding_certainty: Option<&'static str>,
    /// The kind of file that the text was in, `word` or `html`; left out for plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "cli", schemars(extend("enum" = schema::FORMATS)))]
    pub format: Option<&'static str>,
    /// Number of lines.
    pub lines: usize,
    /// Characters as word processors count them (字数).
    pub characters: usize,
    /// `simplified`, `traditional` or `mixed`.
    #[cfg_attr(feature = "cli", schemars(extend("enum" = schema::SCRIPTS)))]
    pub script: &'static str,
    /// What kind of talk the first speech is.
    pub genre: &'static str,
}

/// A segment of the text.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Segment {
    /// `chrome`, `leadIn` or `speech`.
    #[cfg_attr(feature = "cli", schemars(extend("enum" = schema::SEGMENTS)))]
    pub kind: &'static str,
    /// Its stretch.
    pub span: Span,
    /// Index of the speech.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speech: Option<usize>,
}

/// A claim such as （通用5篇）.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Compilation {
    /// How many the words promise.
    pub declared: u32,
    /// How many there are.
    pub found: usize,
    /// The words.
    pub span: Span,
}

/// A speech.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Speech {
    /// Its title, without residue and without 第一篇：.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What kind of talk it is.
    pub genre: &'static str,
    /// From its first line to its last non-blank line.
    pub span: Span,
    /// Its parts.
    pub parts: Vec<Part>,
    /// Its outline.
    pub outline: Vec<OutlineNode>,
    /// The enumerations inside its paragraphs.
    pub runs: Vec<Run>,
    /// Characters as word processors count them, stage directions left out.
    pub characters: usize,
    /// Speaking time at the configured rate.
    pub minutes: f64,
}

/// A part of a speech.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Part {
    /// The kind, from a closed list.
    #[cfg_attr(feature = "cli", schemars(extend("enum" = schema::part_kinds())))]
    pub kind: &'static str,
    /// Its stretch.
    pub span: Span,
}

/// A marker: 一、 and the like.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Marker {
    /// As it stands in the text, without residue.
    pub text: String,
    /// The style, from a closed list.
    #[cfg_attr(feature = "cli", schemars(extend("enum" = schema::marker_styles())))]
    pub style: &'static str,
    /// The number that it states.
    pub ordinal: u32,
    /// Its stretch.
    pub span: Span,
}

/// A node of the outline.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct OutlineNode {
    /// Number of the node within its speech.
    pub id: usize,
    /// Level, from 1.
    pub depth: usize,
    /// Its marker.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marker: Option<Marker>,
    /// Its heading.
    pub title: String,
    /// The whole section.
    pub span: Span,
    /// Characters of the whole section.
    pub characters: usize,
    /// Speaking time of the whole section.
    pub minutes: f64,
    /// The sections within.
    pub children: Vec<OutlineNode>,
}

/// An enumeration inside one paragraph.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The `id` of the outline node that it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<usize>,
    /// Its stretch.
    pub span: Span,
    /// Its markers.
    pub markers: Vec<Marker>,
}

/// Words that promise a number of items.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Announcement {
    /// The words' stretch.
    pub span: Span,
    /// The words.
    pub text: String,
    /// How many are promised; null for 几点.
    pub declared: Option<u32>,
    /// How many followed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found: Option<u32>,
    /// The items.
    pub items: Vec<Span>,
}

/// A finding.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Diagnostic {
    /// Stable while its words and its neighbourhood stay.
    pub id: String,
    /// The rule's code.
    pub code: &'static str,
    /// `error`, `warning` or `info`.
    #[cfg_attr(feature = "cli", schemars(extend("enum" = schema::SEVERITIES)))]
    pub severity: &'static str,
    /// Index of the speech.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub speech: Option<usize>,
    /// The place.
    pub span: Span,
    /// Starts and ends in turn, where one finding stands for many places.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub occurrences: Vec<usize>,
    /// The data of the message.
    #[serde(skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub data: std::collections::BTreeMap<&'static str, Datum>,
    /// What is wrong, in the reader's language.
    pub message: String,
    /// Other places that belong to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
    /// Its fixes, the best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fixes: Vec<Fix>,
}

/// A silenced finding; `code`, `hash` and `nth` are its entry in the configuration.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Silenced {
    /// The id that the finding had.
    pub id: String,
    /// The rule's code.
    pub code: &'static str,
    /// Hash of the marked text and its surroundings.
    pub hash: String,
    /// Which one of those with the same hash.
    pub nth: u32,
    /// The place.
    pub span: Span,
    /// What it says.
    pub message: String,
}

/// A datum of a finding.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Datum {
    /// A number.
    Number(u32),
    /// A piece of text.
    Text(String),
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Related {
    /// The place.
    pub span: Span,
    /// What it has to do with the finding.
    pub message: String,
}

/// A repair.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Fix {
    /// Number of the fix within the report.
    pub id: usize,
    /// What the button says.
    pub title: String,
    /// `safe` or `review`.
    #[cfg_attr(feature = "cli", schemars(extend("enum" = schema::SAFETIES)))]
    pub safety: &'static str,
    /// How many edits it has.
    pub edit_count: usize,
    /// The edits; left out at the JavaScript border, where they are fetched by the fix's id.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub edits: Vec<Edit>,
}

/// One change of the Source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Edit {
    /// First UTF-16 unit that is replaced.
    pub start: usize,
    /// One past the last.
    pub end: usize,
    /// What stands there afterwards.
    pub text: String,
}
