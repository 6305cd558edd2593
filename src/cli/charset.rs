//! What a call says of the charset of its files: `--encoding`, `--reopen`. Out: the options of the reading.

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use speech_structure::input::{Charset, InputOptions};

/// The arguments.
#[derive(Clone, Copy, Debug, Args)]
pub struct CharsetChoice {
    #[arg(long, value_name = "NAME", ignore_case = true, value_parser = names())]
    pub encoding: Option<Charset>,
    #[arg(long)]
    pub reopen: bool,
}

impl CharsetChoice {
    /// As the reading takes them.
    pub fn options(self) -> InputOptions {
        InputOptions {
            charset: self.encoding,
            reopen: self.reopen,
        }
    }
}

/// Every name, and beside it those that people know as well.
fn names() -> impl TypedValueParser<Value = Charset> {
    let names = Charset::ALL.map(|charset| {
        let aliases: &[&str] = match charset {
            Charset::Utf8 => &["utf8"],
            Charset::Gbk => &["gb2312", "cp936"],
            Charset::Gb18030 => &["gb-18030"],
            Charset::Big5 => &["big5-hkscs", "cp950"],
            Charset::Utf16Le => &["utf-16", "utf16", "utf16le"],
            Charset::Utf16Be => &["utf16be"],
        };
        PossibleValue::new(charset.name()).aliases(aliases.iter().copied())
    });
    PossibleValuesParser::new(names)
        .try_map(|name| Charset::named(&name).ok_or("not a charset that is read"))
}
