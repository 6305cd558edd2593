//! The one table of what departs from a well-built outline: its price when trees are compared, the code
//! of the finding it turns into where the chosen tree pays it, and why.

/// A way in which a marker departs from what the open lists would lead one to expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is explained in its row of COSTS")]
pub enum Departure {
    Gap,
    StartAboveOne,
    WordBegins,
    Repeat,
    StepBack,
    FillsGap,
    BareRestart,
    LostHeadingRestart,
    RestartAfterBody,
    RestartAfterLeadIn,
    StyleMix,
    RankMix,
    WordAmongRanked,
    MalformedItem,
    AtHomeElsewhere,
    OtherListBare,
    OtherListAfterBody,
    OtherListAfterLeadIn,
    RatherAgainBelow,
    LedInByItem,
    HigherListAfterLower,
    LowerListAfterHigher,
    SameStyleChild,
    SameStyleChildAgain,
    NeverResumed,
    LookalikeChild,
    HigherStyleChild,
    HighStyleUnderWord,
    MixedWordsChild,
    UnderRun,
    AncestorStyleChild,
    LateChild,
    FitsParent,
    LostParent,
    LostParentWithFirst,
    SingleItem,
    SingleWord,
    PromiseShort,
    BeyondPromise,
    OtherForm,
    WordSkipped,
    NextWordSkipped,
    ItemSkipped,
    HeadingSkipped,
    GluedItem,
    GluedSkipped,
    OtherDepth,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// What departs.
    pub departure: Departure,
    /// Its price; only differences and sums matter.
    pub price: u32,
    /// The finding that it turns into; `None` for silent.
    pub code: Option<&'static str>,
    /// Why it costs so much.
    pub reason: &'static str,
}

const fn cost(
    departure: Departure,
    price: u32,
    code: Option<&'static str>,
    reason: &'static str,
) -> Cost {
    Cost {
        departure,
        price,
        code,
        reason,
    }
}

const GAP: Option<&str> = Some("numbering-gap");
const REPEAT: Option<&str> = Some("numbering-repeat");
const ORDER: Option<&str> = Some("numbering-order");
const MIX: Option<&str> = Some("style-mix");
const INVERSION: Option<&str> = Some("level-inversion");
const MALFORMED: Option<&str> = Some("marker-malformed");

/// Every departure, in the order of [`Departure`].
pub const COSTS: [Cost; 47] = {
    use Departure as D;
    [
        cost(
            D::Gap,
            12,
            GAP,
            "writers delete a point and forget to renumber; rarer than a new list, commoner than a step back",
        ),
        cost(
            D::StartAboveOne,
            14,
            GAP,
            "a list without its first items has lost them",
        ),
        cost(
            D::WordBegins,
            20,
            None,
            "其次 without 首先 is a word of speech: what it goes on from has no mark",
        ),
        cost(
            D::Repeat,
            14,
            REPEAT,
            "a point was put in without renumbering",
        ),
        cost(
            D::StepBack,
            18,
            ORDER,
            "points were moved; a new list explains most returns to 1 better",
        ),
        cost(
            D::FillsGap,
            8,
            ORDER,
            "the item that a gap before has missed: two points have changed places",
        ),
        cost(
            D::BareRestart,
            14,
            ORDER,
            "a list that starts again right after another has lost its heading",
        ),
        cost(
            D::LostHeadingRestart,
            6,
            ORDER,
            "where one parent heading is known to be lost, a restart says that another is",
        ),
        cost(
            D::RestartAfterBody,
            8,
            None,
            "paragraphs between two lists often lead over to the second",
        ),
        cost(
            D::RestartAfterLeadIn,
            2,
            None,
            "a lead-in announces a list of its own",
        ),
        cost(
            D::StyleMix,
            8,
            MIX,
            "items of one list in different words; drafts by several hands do it all the time",
        ),
        cost(
            D::RankMix,
            18,
            MIX,
            "two ranked styles in one list: more often two levels",
        ),
        cost(
            D::WordAmongRanked,
            14,
            MIX,
            "一是 among 一、 二、: more often another level",
        ),
        cost(
            D::MalformedItem,
            4,
            MALFORMED,
            "四、要 after 三要 is a slip of the separator",
        ),
        cost(
            D::AtHomeElsewhere,
            24,
            None,
            "a marker in the style of another open list is rather an item of that one",
        ),
        cost(
            D::OtherListBare,
            10,
            None,
            "a list in another style right after one is more often its child",
        ),
        cost(
            D::OtherListAfterBody,
            7,
            None,
            "paragraphs between leave both open",
        ),
        cost(
            D::OtherListAfterLeadIn,
            4,
            None,
            "a lead-in announces a list of its own, at any level",
        ),
        cost(
            D::RatherAgainBelow,
            4,
            None,
            "a list in the style of one that is open further down is rather that one's next",
        ),
        cost(
            D::LedInByItem,
            6,
            None,
            "an item whose own line leads over to a list has it under itself",
        ),
        cost(
            D::HigherListAfterLower,
            10,
            None,
            "a main list after a lesser one at the same level: the lesser one stood in the opening",
        ),
        cost(
            D::LowerListAfterHigher,
            8,
            None,
            "1. in the place of 一、 is more often its child",
        ),
        cost(
            D::SameStyleChild,
            12,
            INVERSION,
            "一、 inside 二、 happens where texts were pasted together",
        ),
        cost(
            D::SameStyleChildAgain,
            3,
            INVERSION,
            "a writer who did it under one sibling does it under the next",
        ),
        cost(
            D::NeverResumed,
            8,
            None,
            "a child in its parent's style is only believable where the parent goes on",
        ),
        cost(
            D::LookalikeChild,
            4,
            None,
            "a parent in the same style is a short heading over paragraphs; among equals it is another list",
        ),
        cost(
            D::HigherStyleChild,
            18,
            INVERSION,
            "（一） inside 1. is against every usage",
        ),
        cost(
            D::HighStyleUnderWord,
            5,
            None,
            "一、 or （一） under 第一， is possible, rarely meant",
        ),
        cost(D::MixedWordsChild, 2, None, "一是 under 首先 is common"),
        cost(
            D::UnderRun,
            12,
            None,
            "一是…；二是…。 in one paragraph is over with it: what follows stands beside it, not in its first item",
        ),
        cost(
            D::AncestorStyleChild,
            8,
            INVERSION,
            "1. inside （1） inside 1. reads as the outer list",
        ),
        cost(
            D::LateChild,
            9,
            None,
            "a child list belongs right under its heading, not after paragraphs of body under the last of several childless items",
        ),
        cost(
            D::FitsParent,
            8,
            None,
            "a number that goes on from the list above is its next item in a slip of style",
        ),
        cost(
            D::LostParent,
            6,
            None,
            "the parent heading may be lost; only believable where a later sibling of it stands",
        ),
        cost(
            D::LostParentWithFirst,
            12,
            None,
            "a parent list that starts at 1 only now has lost nothing",
        ),
        cost(D::SingleItem, 5, None, "a list has two items or more"),
        cost(
            D::SingleWord,
            10,
            None,
            "首先 without 其次 is a word of speech",
        ),
        cost(
            D::PromiseShort,
            6,
            None,
            "an announced number is usually kept",
        ),
        cost(
            D::BeyondPromise,
            6,
            None,
            "an announced number is usually kept",
        ),
        cost(
            D::OtherForm,
            1,
            None,
            "siblings resemble each other: all short headings, or all paragraphs",
        ),
        cost(
            D::WordSkipped,
            2,
            None,
            "首先 and 最后 are ordinary words too",
        ),
        cost(
            D::NextWordSkipped,
            7,
            None,
            "其次 and 最后 go on in an enumeration more often than they merely say what comes next",
        ),
        cost(
            D::ItemSkipped,
            34,
            None,
            "一是 at the start of a line is nearly always an item",
        ),
        cost(
            D::HeadingSkipped,
            40,
            None,
            "一、 at the start of a line is an item",
        ),
        cost(
            D::GluedItem,
            5,
            None,
            "an item has a line of its own, unless a line break was lost",
        ),
        cost(
            D::GluedSkipped,
            8,
            None,
            "2. after a full stop, with no 1. or 3. in its line, has seldom another meaning",
        ),
        cost(
            D::OtherDepth,
            1,
            None,
            "a writer keeps a style for a level: among equals, it stands where it stood before",
        ),
    ]
};

impl Departure {
    /// Its row in the table.
    #[must_use]
    pub fn cost(self) -> Cost {
        COSTS[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_departures() {
        for (index, cost) in COSTS.iter().enumerate() {
            assert_eq!(cost.departure as usize, index, "{:?}", cost.departure);
            assert!(!cost.reason.is_empty());
        }
    }
}
