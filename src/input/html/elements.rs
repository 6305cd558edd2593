//! What the elements of a web page are for its text: lines of their own, hidden, or without content.

/// Elements that have no content and no end tag.
const VOID: [&str; 16] = [
    "area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link",
    "meta", "param", "source", "track", "wbr",
];
/// Elements that begin and end a line.
const BLOCKS: [&str; 49] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
    "xmp",
];
/// Elements whose content a browser does not show as text of the page, or shows beside it: scripts, readings of characters, what
/// stands in for another medium, and what has been struck out of a draft.
const HIDDEN: [&str; 24] = [
    "applet", "audio", "canvas", "datalist", "del", "iframe", "map", "noembed", "noframes",
    "noscript", "object", "option", "progress", "rp", "rt", "rtc", "script", "select", "style",
    "svg", "template", "title", "video", "meter",
];
const PREFORMATTED: [&str; 5] = ["listing", "plaintext", "pre", "textarea", "xmp"];
/// No end tag from inside closes what is outside of these.
const WALLS: [&str; 4] = ["caption", "table", "td", "th"];
const OF_TABLES: [&str; 8] = [
    "caption", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
];

pub fn is_one_of(name: &str, names: &[&str]) -> bool {
    names.iter().any(|known| name.eq_ignore_ascii_case(known))
}

pub fn is_void(name: &str) -> bool {
    is_one_of(name, &VOID)
}

pub fn is_block(name: &str) -> bool {
    is_one_of(name, &BLOCKS) || is_cell(name)
}

pub fn is_hidden(name: &str) -> bool {
    is_one_of(name, &HIDDEN)
}

pub fn is_preformatted(name: &str) -> bool {
    is_one_of(name, &PREFORMATTED)
}

pub fn is_cell(name: &str) -> bool {
    is_one_of(name, &["td", "th"])
}

pub fn is_list(name: &str) -> bool {
    is_one_of(name, &["ol", "ul", "menu", "dir"])
}

/// Whether an element keeps an end tag of this name from reaching further out.
pub fn is_wall(name: &str, end_tag: &str) -> bool {
    is_one_of(name, &WALLS)
        && !is_one_of(end_tag, &OF_TABLES)
        && !is_one_of(end_tag, &["body", "html"])
}

/// What a start tag ends without an end tag: elements of the first names, unless one of the second names stands between.
pub fn implied_ends(name: &str) -> Option<(&'static [&'static str], &'static [&'static str])> {
    Some(match () {
        () if is_one_of(name, &["li"]) => {
            (&["li"], &["ol", "ul", "menu", "dir", "td", "th", "table"])
        }
        () if is_one_of(name, &["dd", "dt"]) => (&["dd", "dt"], &["dl", "td", "th", "table"]),
        () if is_cell(name) => (&["td", "th"], &["tr", "table"]),
        () if is_one_of(name, &["tr"]) => (&["tr"], &["table"]),
        () if is_one_of(name, &["tbody", "thead", "tfoot"]) => {
            (&["tbody", "thead", "tfoot"], &["table"])
        }
        () if is_one_of(name, &["rt", "rp", "rb", "rtc"]) => {
            (&["rt", "rp", "rb"], &["ruby", "rtc"])
        }
        () if is_one_of(name, &["option", "optgroup"]) => (&["option"], &["select", "datalist"]),
        () => return None,
    })
}
