//! In: the source of a web page, or what a program puts into the clipboard as one. Out: the text that a reader sees: a block a line,
//! a row of a table a line, ruby without its readings, list items with their numbers. Style sheets and scripts are not read: what
//! only they hide or number is not hidden and not numbered here.

mod declared;
mod elements;
mod entities;
mod lines;
mod lists;
mod page;
mod style;
mod tokens;

use super::text_builder::Built;
pub use declared::declared_charset;

/// Reads a page, which never fails and takes time in proportion to its length.
///
/// ```
/// use speech_structure::input::html;
/// let built = html::read("<p>同志们：<ol start=2 style='list-style-type:cjk-ideographic'><li>抓<b>落实</b>");
/// assert_eq!(built.text, "同志们：\n二、抓落实\n");
/// ```
#[must_use]
pub fn read(page: &str) -> Built {
    page::read(page)
}

#[cfg(test)]
mod tests;
