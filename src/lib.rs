//! Reads Chinese speech drafts (讲话稿、发言稿) and compilations of them: splits them into speeches, shows
//! each one's outline, and says where the structure is broken, with repairs.
//!
//! The way of the data: bytes → [`input`] → [`text::Source`] → [`residue`] → [`text::Layers`] →
//! [`structure`] → [`rules`] → [`report`]. The core does no I/O and never panics on any input; reading a
//! text never fails, it only yields findings.
//!
//! ```
//! use speech_structure::{Options, check, report, text::Source};
//! let source = Source::new("稿", "同志们：\n下面，我讲两点意见。\n一、认识要到位\n三、措施要到位\n谢谢大家！");
//! let report = report::build(&check(&source, &Options::default()));
//! assert!(report.diagnostics.iter().any(|found| found.code == "numbering-gap"));
//! ```

#![forbid(unsafe_code)]

mod checked;
mod configuration;
pub mod converge;
pub mod copies;
pub mod fix;
pub mod input;
mod options;
mod reading;
pub mod report;
pub mod residue;
pub mod rules;
mod severity;
mod silenced;
pub mod split;
pub mod structure;
pub mod text;
mod words;

#[cfg(target_family = "wasm")]
mod wasm;

pub use checked::{Checked, check, check_again};
pub use configuration::{Configuration, ConfigurationError, Setting};
pub use options::Options;
pub use reading::{Reading, read};
pub use silenced::Silenced;
pub use words::Language;
