//! The names that the Document's closed lists have in reports.

use super::{Genre, PartKind};

impl PartKind {
    /// Every kind, in the order of the schema.
    pub const ALL: [Self; 17] = [
        Self::Title,
        Self::Subtitle,
        Self::RepeatedTitle,
        Self::Occasion,
        Self::Date,
        Self::Speaker,
        Self::Contents,
        Self::Salutation,
        Self::Greeting,
        Self::Opening,
        Self::Body,
        Self::Closing,
        Self::Thanks,
        Self::Signature,
        Self::Attachment,
        Self::StageDirection,
        Self::Note,
    ];

    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::RepeatedTitle => "repeatedTitle",
            Self::Occasion => "occasion",
            Self::Date => "date",
            Self::Speaker => "speaker",
            Self::Contents => "contents",
            Self::Salutation => "salutation",
            Self::Greeting => "greeting",
            Self::Opening => "opening",
            Self::Body => "body",
            Self::Closing => "closing",
            Self::Thanks => "thanks",
            Self::Signature => "signature",
            Self::Attachment => "attachment",
            Self::StageDirection => "stageDirection",
            Self::Note => "note",
        }
    }
}

impl Genre {
    /// The name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Address => "address",
            Self::HostScript => "host-script",
            Self::Candidacy => "candidacy",
            Self::FlagSpeech => "flag-speech",
        }
    }
}
