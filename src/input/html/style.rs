//! In: the `style` attribute of a tag. Out: what of it decides what is read: hiding, kind of box, list styles, and the properties
//! by which Word and WPS say what is a number and what is a note.

/// The declarations of a style attribute, one after another.
#[derive(Clone, Copy, Debug)]
pub struct Style<'h>(&'h str);

impl<'h> Style<'h> {
    pub fn new(attribute: Option<&'h str>) -> Self {
        Self(attribute.unwrap_or_default())
    }

    /// The value of a property; the last declaration counts.
    pub fn property(self, name: &str) -> Option<&'h str> {
        let declarations = self.0.rsplit(';');
        let mut found = declarations.filter_map(|declaration| {
            let (property, value) = declaration.split_once(':')?;
            let value = value.trim().trim_end_matches("!important").trim_end();
            property.trim().eq_ignore_ascii_case(name).then_some(value)
        });
        found.next()
    }

    fn has(self, name: &str, value: &str) -> bool {
        self.property(name)
            .is_some_and(|found| found.eq_ignore_ascii_case(value))
    }

    /// Whether the element is not shown, or is a note that Word puts beside the text.
    pub fn hides(self) -> bool {
        const NOTES: [&str; 5] = [
            "footnote-list",
            "endnote-list",
            "comment-list",
            "comment",
            "footnote",
        ];
        if self.0.is_empty() {
            return false;
        }
        let is_note = |value: &str| NOTES.iter().any(|note| value.eq_ignore_ascii_case(note));
        self.has("display", "none")
            || self.has("visibility", "hidden")
            || self.has("mso-hide", "all")
            || self.property("mso-element").is_some_and(is_note)
            || self.property("mso-special-character").is_some_and(is_note)
            || self.property("mso-footnote-id").is_some()
            || self.property("mso-endnote-id").is_some()
    }

    /// Whether the element is a block, where the style says.
    pub fn is_block(self) -> Option<bool> {
        let display = self.property("display")?.to_ascii_lowercase();
        Some(
            !(display.starts_with("inline")
                || display == "contents"
                || display.starts_with("ruby")),
        )
    }

    /// Whether the element, which is a list item by its name, has a marker.
    pub fn has_marker(self) -> bool {
        self.property("display")
            .is_none_or(|display| display.eq_ignore_ascii_case("list-item"))
    }

    pub fn is_preformatted(self) -> bool {
        let space = self.property("white-space").unwrap_or_default();
        space
            .get(..3)
            .is_some_and(|first| first.eq_ignore_ascii_case("pre"))
            || space.eq_ignore_ascii_case("break-spaces")
    }

    /// Whether the element holds the number that Word or WPS has written for a list item.
    pub fn is_label(self) -> bool {
        self.has("mso-list", "ignore")
    }

    /// The counter style of a list, in lower case.
    pub fn list_style(self) -> Option<String> {
        let value = self
            .property("list-style-type")
            .or_else(|| self.property("list-style"))?;
        let mut words = value.split_ascii_whitespace().map(str::to_ascii_lowercase);
        words.find(|word| {
            !matches!(word.as_str(), "inside" | "outside") && !word.starts_with("url(")
        })
    }

    /// The font, which may be one of signs.
    pub fn font(self) -> Option<&'h str> {
        let family = self.property("font-family")?;
        let first = family.split(',').next()?;
        Some(
            first.trim_matches(|sign: char| {
                sign.is_ascii_whitespace() || matches!(sign, '"' | '\'')
            }),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_things_and_numbers_are_known_by_their_style() {
        let style = |text| Style::new(Some(text));
        assert!(style("color:red; DISPLAY : None").hides());
        assert!(style("display:none !important").hides());
        assert!(!style("display:none;display:block").hides());
        assert!(style("mso-element:footnote-list").hides());
        assert!(style("text-indent:-21pt;mso-list:Ignore").is_label());
        assert!(!style("mso-list:l0 level1 lfo1").is_label());
        assert_eq!(
            style("list-style: inside CJK-Ideographic")
                .list_style()
                .as_deref(),
            Some("cjk-ideographic")
        );
    }
}
