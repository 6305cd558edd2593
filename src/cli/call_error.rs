//! In: what clap found wrong with a call. Out: a sentence in the reader's language that names it.

use std::io::{self, Write};

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use speech_structure::rules::{Datum, Language, Words};

use super::{Session, Status};

/// Shows help where it was asked for, or says what is wrong with the call.
pub fn tell(error: &Error, session: &mut Session) {
    let is_asked_for = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    );
    if !is_asked_for {
        session.note(Status::Failed);
    }
    // Where the output is closed nobody is left to tell.
    let _ = match sentence(error, session.language) {
        Some(sentence) => writeln!(io::stderr(), "{sentence}"),
        None => error.print(),
    };
}

/// The sentence; `None` for help, and for what is so rare that clap's own words will do.
fn sentence(error: &Error, language: Language) -> Option<String> {
    let words = match error.kind() {
        ErrorKind::UnknownArgument => &UNKNOWN_OPTION,
        ErrorKind::InvalidSubcommand => &UNKNOWN_TASK,
        ErrorKind::InvalidValue if value_of(error, ContextKind::InvalidValue).is_empty() => {
            &NO_VALUE
        }
        ErrorKind::InvalidValue => &WRONG_VALUE,
        ErrorKind::MissingRequiredArgument => &MISSING,
        ErrorKind::ArgumentConflict => &TWICE,
        _ => return None,
    };
    let what = match error.kind() {
        ErrorKind::InvalidSubcommand => value_of(error, ContextKind::InvalidSubcommand),
        _ => value_of(error, ContextKind::InvalidArg),
    };
    let data: [(_, Datum); 3] = [
        ("what", what.trim_end_matches("...").into()),
        (
            "value",
            value_of(error, ContextKind::InvalidValue).as_str().into(),
        ),
        (
            "known",
            value_of(error, ContextKind::ValidValue).as_str().into(),
        ),
    ];
    Some(words.render(language, &data) + HINT.in_language(language))
}

fn value_of(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

static UNKNOWN_OPTION: Words = Words {
    zh_hans: "没有 {what} 这个选项。",
    zh_hant: "沒有 {what} 這個選項。",
    en: "There is no option {what}. ",
};
static UNKNOWN_TASK: Words = Words {
    zh_hans: "没有 {what} 这个命令；有 check、fix、split、outline、rules。",
    zh_hant: "沒有 {what} 這個命令；有 check、fix、split、outline、rules。",
    en: "There is no command {what}; there are check, fix, split, outline and rules. ",
};
static WRONG_VALUE: Words = Words {
    zh_hans: "{what} 不能是 {value}；可以是 {known}。",
    zh_hant: "{what} 不能是 {value}；可以是 {known}。",
    en: "{what} cannot be {value}; it can be {known}. ",
};
static NO_VALUE: Words = Words {
    zh_hans: "{what} 后面缺少内容。",
    zh_hant: "{what} 後面缺少內容。",
    en: "{what} needs a value. ",
};
static MISSING: Words = Words {
    zh_hans: "缺少 {what}。",
    zh_hant: "缺少 {what}。",
    en: "{what} is missing. ",
};
static TWICE: Words = Words {
    zh_hans: "{what} 写了不止一次。",
    zh_hant: "{what} 寫了不止一次。",
    en: "{what} is given more than once. ",
};
static HINT: Words = Words {
    zh_hans: "用法见 speech-structure --help",
    zh_hant: "用法見 speech-structure --help",
    en: "See speech-structure --help",
};
