//! In: a lost byte that no reading begins with. Out: what may be said of it all the same: a stretch that began
//! without a trace and ends there, and, where the text is garbled elsewhere, a sign that GBK lost.

use super::Garble;
use super::before::before;
use super::codec::{self, LEADS};
use super::evidence::{Evidence, is_letter, is_rare};
use super::language::Context;
use super::likelihood::{BIT, Bits};
use super::places::Finder;
use super::search::Candidate;
use crate::text::Span;

/// So many characters before the lost byte the damage may have begun.
const REACH: usize = 4;
/// A reading gains so many bits at least where nothing shows where the damage began.
const GAIN: Bits = 16 * BIT;
/// So many characters before a place say whether it may begin there: they cost no more than this each where they
/// are what somebody wrote.
const ODD_NEAR: usize = 4;
const ODD: Bits = 9 * BIT;
/// What two marks in a row cost that show nothing but lost bytes.
const TWO_MARKS: Bits = 26 * BIT;
/// What their character costs at most: people sigh, 啊！, oftener than the texts that the model knows.
const RAREST: Bits = 18 * BIT;
/// A reading of them gains so many bits at least.
const GAIN_OF_MARKS: Bits = 4 * BIT;

impl Finder<'_> {
    /// Looks again at a lost byte, at `at` up to `past`; gives where to go on, if it found something.
    pub fn look_closer(&mut self, at: usize, past: usize) -> Option<usize> {
        let garble = self.ended_here(at, past);
        let garble = garble.or_else(|| self.dot(at, past).filter(|_| self.is_garbled));
        self.list(garble)
    }

    /// Looks at two marks where the text is garbled; gives where to go on, if they were a character.
    pub fn look_at_marks(&mut self, at: usize) -> Option<usize> {
        let garble = self.is_garbled.then(|| self.two_marks(at)).flatten();
        self.list(garble)
    }

    fn list(&mut self, garble: Option<Garble>) -> Option<usize> {
        let garble = garble?;
        let end = garble.span.end;
        self.found.push(garble);
        Some(end)
    }

    /// A stretch that ends with a lost byte, and of whose beginning nothing is left.
    fn ended_here(&mut self, at: usize, past: usize) -> Option<Garble> {
        let from = self.found.last().map_or(0, |place| place.span.end);
        let before = self.text.get(from..at)?;
        let letters = before.char_indices().rev().take(REACH);
        let letters: Vec<(usize, char)> = letters.take_while(|(_, c)| is_letter(*c)).collect();
        if !letters.iter().take(2).any(|(_, c)| is_rare(*c)) {
            return None;
        }
        let mut best: Option<(usize, Vec<Candidate>)> = None;
        for (index, _) in letters {
            let start = from + index;
            let mut found = self.good(Evidence::Nothing, start).candidates;
            found.retain(|one| one.gain >= GAIN && one.end >= past);
            let gain = |all: &[Candidate]| all.first().map(|one| one.gain);
            if gain(&found) > best.as_ref().and_then(|(_, all)| gain(all)) {
                best = Some((start, found));
            }
        }
        let (start, good) = best?;
        let span = Span::new(start, good.first()?.end);
        // Where what is before is odd too, the damage began earlier, and what it was is not certain.
        let margin = if self.is_odd_before(start) {
            0
        } else {
            self.margin(&good, span, None)
        };
        Some(Garble {
            span,
            readings: self.readings(&good, span.end),
            margin,
        })
    }

    /// Whether the characters before a place are such as nobody writes one after the other.
    fn is_odd_before(&mut self, start: usize) -> bool {
        let near: Vec<char> = self.text[..start].chars().rev().take(ODD_NEAR).collect();
        let likelihood = self.likelihood();
        let mut context = Context::START;
        let mut all = 0;
        for &character in near.iter().rev() {
            let bits;
            (bits, context) = likelihood.step_in_model(context, character);
            all += bits;
        }
        all > ODD * Bits::try_from(near.len()).unwrap_or_default()
    }

    /// A middle dot between the numbers of a date, 3·15: GBK has it, what read the text had not.
    fn dot(&self, at: usize, past: usize) -> Option<Garble> {
        let digits = |text: &mut dyn Iterator<Item = char>| {
            let count = text.take(3).take_while(char::is_ascii_digit).count();
            (1..=2).contains(&count)
        };
        let is_date =
            digits(&mut self.text[..at].chars().rev()) && digits(&mut self.text[past..].chars());
        is_date.then(|| Garble {
            span: Span::new(at, past),
            readings: vec!["·".to_owned()],
            margin: 0,
        })
    }

    /// A character whose second byte was taken for the first of the full stop, of which two marks are left
    /// before the sign behind it: 失??! for 失敗！
    fn two_marks(&mut self, at: usize) -> Option<Garble> {
        let rest = self.text[at..].strip_prefix("??")?;
        let sign = rest
            .chars()
            .next()
            .filter(|c| matches!(c, '！' | '？' | '，' | '!' | ','))?;
        let end = at + 2;
        self.likelihood();
        let likelihood = self.likelihood.as_ref()?;
        let before = before(self.text, &self.found, at, likelihood);
        let after = likelihood.after(before.state);
        let candidate = |lead: u8| {
            let character = codec::character([lead, 0xa1]).filter(|c| is_letter(*c))?;
            let (bits, state) = after.step(character);
            // The sign behind says less: a sigh stands before it oftener than a word does, by its nature.
            let gain = TWO_MARKS - bits.min(RAREST) - likelihood.step(state, sign).0 * 3 / 4;
            (gain >= GAIN_OF_MARKS - 2 * BIT).then(|| Candidate {
                text: character.to_string(),
                end,
                gain,
            })
        };
        let mut good: Vec<Candidate> = LEADS.filter_map(candidate).collect();
        good.sort_by_key(|one| -one.gain);
        good.first().filter(|best| best.gain >= GAIN_OF_MARKS)?;
        Some(Garble {
            span: Span::new(at, end),
            readings: self.readings(&good, end),
            margin: 0,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::residue::garble::find;

    /// A line in which something is garbled for sure.
    const GARBLED: &str = "我們的工作取得了新的成績?傮w來看,形勢很好,工作的總體形勢很好。\n";

    fn first_readings(text: &str) -> Vec<String> {
        let found = find(text, &[]);
        let first = |place: &crate::residue::Garble| place.readings.first().cloned();
        found.iter().filter_map(first).collect()
    }

    #[test]
    fn weak_signs_are_believed_where_the_text_is_garbled_elsewhere() {
        for (line, reading) in [
            ("市場監管部門要組織好“3?15”宣傳活動。", "·"),
            ("這一仗只許勝,不能失??!請大家放心。", "敗"),
            ("這是多麼難得的一次機會??!請大家珍惜。", "啊"),
        ] {
            assert_eq!(first_readings(line), [""; 0], "{line}");
            let all = first_readings(&format!("{GARBLED}{line}"));
            assert_eq!(all.last().map(String::as_str), Some(reading), "{line}");
        }
    }

    #[test]
    fn a_stretch_may_begin_without_a_trace() {
        let found = find("此举意义重大,必将产生深远跋臁?SPAN>", &[]);
        assert!(
            found[0].readings.contains(&"影响。".to_owned()),
            "{found:?}"
        );
    }

    #[test]
    fn a_lost_byte_may_take_a_blank_along() {
        let text = "因(yīn)?yàn)槲覀兊?優(yōu)勢在于團結。";
        assert_eq!(find(text, &[])[0].readings[0], "為我們的");
    }

    #[test]
    fn a_letter_after_a_sign_is_a_letter_in_a_garbled_text_too() {
        let text = format!("{GARBLED}各組的分工如下:甲組巡查;b組登記,c組匯總。");
        assert_eq!(find(&text, &[]).len(), 1);
    }

    #[test]
    fn a_letter_that_numbers_an_item_is_one() {
        for line in [
            "会务分为三组:A．签到;B．茶水;C．摄影。",
            "會務分為三組：A．簽到；B．茶水！C．攝影,D．清場。",
            "请选择:A．同意；B．反对?C．弃权",
        ] {
            assert!(find(line, &[]).is_empty(), "{line}");
            assert_eq!(find(&format!("{GARBLED}{line}"), &[]).len(), 1, "{line}");
        }
    }
}
