//! `cargo xtask tables`: writes `src/text/fold_table.rs`.
//!
//! In go three fields of Unicode's Unihan database, as Debian's package `unicode-data` carries it; out comes
//! a Rust file of two string constants. The output is committed, so that a build needs no database, and it
//! is plain characters instead of numbers, so that a reviewer can read what a new Unicode version changes.

mod supplement;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use bzip2::read::BzDecoder;

/// Where Debian's package puts the database.
const DATABASE: &str = "/usr/share/unicode";
/// The table that is written, relative to the root of the repository.
const OUTPUT: &str = "src/text/fold_table.rs";
/// Where the recognisers' characters are: the first block of unified ideographs. One block, three bytes of
/// UTF-8 for each of its characters, so folding keeps every byte offset.
const BLOCK: std::ops::RangeInclusive<char> = '\u{4E00}'..='\u{9FFF}';

/// Why the tables could not be written.
#[derive(Debug, thiserror::Error)]
pub enum TablesError {
    /// The database is not on this machine.
    #[error(
        "{file} is not under {DATABASE}: install Debian's package unicode-data \
         (apt-get install unicode-data) and call this again"
    )]
    Missing {
        /// The file of the database that was looked for.
        file: &'static str,
    },
    /// The database is there and could not be read.
    #[error("{path} could not be read: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The table could not be written.
    #[error("{path} could not be written: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A line of the database is not as its documentation says.
    #[error("{file}: this line is not a Unihan entry: {line}")]
    Malformed {
        /// The file.
        file: &'static str,
        /// The line.
        line: String,
    },
    /// An entry of `supplement.rs` says what the database says, or what the database contradicts.
    #[error("supplement.rs: {from}{to}: {fault}")]
    Supplement {
        /// The character to be folded.
        from: char,
        /// What it would become.
        to: char,
        /// What is wrong with the entry.
        fault: &'static str,
    },
}

/// Reads the database and writes the table.
pub fn run() -> Result<(), TablesError> {
    let variants = Unihan::open("Unihan_Variants.txt")?;
    let mappings = Unihan::open("Unihan_OtherMappings.txt")?;
    let table = Table::derive(&variants, &mappings)?;
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(OUTPUT);
    let text = table.to_rust(&variants.version());
    fs::write(&path, text).map_err(|source| TablesError::Write { path, source })?;
    println!(
        "{OUTPUT}: {} characters fold, {} are written in simplified texts only (Unicode {})",
        table.pairs.len(),
        table.simplified_only.len(),
        variants.version(),
    );
    Ok(())
}

/// One file of the database: lines of `U+4E00<tab>field<tab>value`, comments after `#`.
pub(crate) struct Unihan {
    file: &'static str,
    text: String,
}

impl Unihan {
    /// Reads a file that may be packed, as Debian 12 does, or plain, as Unicode publishes it.
    pub(crate) fn open(file: &'static str) -> Result<Self, TablesError> {
        let plain = Path::new(DATABASE).join(file);
        let packed = Path::new(DATABASE).join(format!("{file}.bz2"));
        let mut text = String::new();
        let (path, read) = if plain.exists() {
            let read =
                fs::File::open(&plain).and_then(|mut opened| opened.read_to_string(&mut text));
            (plain, read)
        } else if packed.exists() {
            let read = fs::File::open(&packed)
                .and_then(|opened| BzDecoder::new(opened).read_to_string(&mut text));
            (packed, read)
        } else {
            return Err(TablesError::Missing { file });
        };
        read.map_err(|source| TablesError::Read { path, source })?;
        Ok(Self { file, text })
    }

    /// The Unicode version that the file's own header names.
    pub(crate) fn version(&self) -> String {
        let named = self
            .text
            .lines()
            .find_map(|line| line.strip_prefix("# Unicode version: "));
        named.unwrap_or("of unknown version").trim().to_owned()
    }

    /// Every character that has `field`, with the field's value.
    pub(crate) fn field(&self, field: &str) -> Result<Vec<(char, &str)>, TablesError> {
        let mut entries = Vec::new();
        for line in self.text.lines() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let mut columns = line.split('\t');
            let (Some(code), Some(name), Some(value)) = (
                columns.next().and_then(character),
                columns.next(),
                columns.next(),
            ) else {
                return Err(TablesError::Malformed {
                    file: self.file,
                    line: line.to_owned(),
                });
            };
            if name == field {
                entries.push((code, value));
            }
        }
        Ok(entries)
    }
}

/// The character that `U+4E00` names.
fn character(code: &str) -> Option<char> {
    let digits = code.strip_prefix("U+")?;
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

/// What `fold_table.rs` holds.
struct Table {
    pairs: BTreeMap<char, char>,
    simplified_only: BTreeSet<char>,
}

impl Table {
    /// Unihan's simplified variants, with the standard of 2013 as the judge of what is simplified.
    ///
    /// A character is folded if it has a simplified variant and is not itself in the Table of General
    /// Standard Chinese Characters (通用规范汉字表, field kTGH); what it becomes is in that table. So 后 干 里
    /// 面 stay, and so do 著 乾 徵 覆 藉 瞭, which simplified texts write too (著名, 乾坤, 象徵 is 象征 but 宫商
    /// 角徵羽): a simplified text folds to itself.
    fn derive(variants: &Unihan, mappings: &Unihan) -> Result<Self, TablesError> {
        let standard = standard_numbers(mappings)?;
        let mut pairs = BTreeMap::new();
        for (from, value) in variants.field("kSimplifiedVariant")? {
            if !BLOCK.contains(&from) || standard.contains_key(&from) {
                continue;
            }
            // The standard is numbered from common to rare: of several (线 and 缐 for 線) the common one.
            let targets = value.split(' ').filter_map(character);
            let best = targets
                .filter(|to| BLOCK.contains(to))
                .filter_map(|to| standard.get(&to).map(|number| (number, to)))
                .min();
            if let Some((_, to)) = best {
                pairs.insert(from, to);
            }
        }
        add_supplement(&mut pairs, &standard)?;

        let big5: HashSet<char> = mappings
            .field("kBigFive")?
            .into_iter()
            .map(|(code, _)| code)
            .collect();
        let simplified_only = pairs
            .values()
            .copied()
            .filter(|to| !big5.contains(to) && !supplement::PRINTING_FORMS.contains(*to))
            .collect();
        Ok(Self {
            pairs,
            simplified_only,
        })
    }

    /// The table as a Rust source file.
    fn to_rust(&self, version: &str) -> String {
        let mut text = format!(
            "//! Generated by `cargo xtask tables` from Unicode {version} (Unihan); do not edit.\n\
             //!\n\
             //! Data of the Unicode Character Database, © Unicode, Inc., under the Unicode License.\n"
        );
        let pairs = self.pairs.iter().map(|(from, to)| format!("{from}{to}"));
        write_constant(
            &mut text,
            "PAIRS",
            "Traditional, simplified, traditional, simplified …",
            pairs,
            24,
        );
        let singles = self.simplified_only.iter().map(char::to_string);
        write_constant(
            &mut text,
            "SIMPLIFIED_ONLY",
            "Characters of simplified texts only.",
            singles,
            48,
        );
        text
    }
}

/// The number of each character in the Table of General Standard Chinese Characters.
fn standard_numbers(mappings: &Unihan) -> Result<HashMap<char, u32>, TablesError> {
    let mut numbers = HashMap::new();
    for (code, value) in mappings.field("kTGH")? {
        let number = value
            .strip_prefix("2013:")
            .and_then(|number| number.parse().ok());
        let Some(number) = number else {
            let line = format!("{code} {value}");
            return Err(TablesError::Malformed {
                file: mappings.file,
                line,
            });
        };
        numbers.insert(code, number);
    }
    Ok(numbers)
}

/// Adds the pairs that Unihan lacks, and refuses those that it makes needless: the list stays short.
fn add_supplement(
    pairs: &mut BTreeMap<char, char>,
    standard: &HashMap<char, u32>,
) -> Result<(), TablesError> {
    let lists = [
        (supplement::VARIANTS, false),
        (supplement::FOLDED_ALTHOUGH_STANDARD, true),
    ];
    for (list, from_is_standard) in lists {
        for pair in list.split_whitespace() {
            let mut characters = pair.chars();
            let (Some(from), Some(to), None) =
                (characters.next(), characters.next(), characters.next())
            else {
                return Err(TablesError::Malformed {
                    file: "supplement.rs",
                    line: pair.to_owned(),
                });
            };
            let fault = |fault| Err(TablesError::Supplement { from, to, fault });
            if !BLOCK.contains(&from) || !BLOCK.contains(&to) {
                return fault("a character lies outside U+4E00–U+9FFF");
            }
            if standard.contains_key(&from) != from_is_standard {
                return fault("the entry stands in the wrong one of the two lists");
            }
            if !standard.contains_key(&to) {
                return fault("the second character is not standard");
            }
            if pairs.insert(from, to).is_some() {
                return fault("the pair is there already");
            }
        }
    }
    Ok(())
}

/// Writes a string constant, so many items a line.
fn write_constant(
    text: &mut String,
    name: &str,
    documentation: &str,
    items: impl Iterator<Item = String>,
    items_per_line: usize,
) {
    let items: Vec<String> = items.collect();
    // Writing to a String cannot fail.
    let _ = write!(
        text,
        "\n/// {documentation}\npub(super) const {name}: &str = \"\\\n"
    );
    for line in items.chunks(items_per_line) {
        let _ = writeln!(text, "    {}\\", line.concat());
    }
    text.push_str("\";\n");
}
