//! In: the bytes of a zip. Out: the parts of the package that are asked for, unpacked, never more of them than a bound.
//!
//! The size that a zip declares is refused when it is too large, and what unpacks to more than it declares is damaged: so a bomb
//! costs no more than the bound, and mostly nothing.

use miniz_oxide::inflate::decompress_slice_iter_to_slice;
use rawzip::{CompressionMethod, ZipArchive, ZipFileHeaderRecord, ZipSliceArchive};

use super::xml::{Piece, Pieces};
use super::{DocxError, LARGEST_PART};

/// Word files with hundreds of pictures have hundreds of entries.
const MOST_ENTRIES: u64 = 20_000;

/// The parts of a .docx. Few are asked for, so the zip's list of contents is gone through for each.
pub struct Package<'b> {
    archive: ZipSliceArchive<&'b [u8]>,
}

impl<'b> Package<'b> {
    /// Finds the zip's list of contents.
    pub fn open(bytes: &'b [u8]) -> Result<Self, DocxError> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| DocxError::Damaged)?;
        if archive.entries_hint() > MOST_ENTRIES {
            return Err(DocxError::TooLarge);
        }
        Ok(Self { archive })
    }

    /// The last entry of this name: what is written later counts.
    fn entry(&self, name: &str) -> Result<Option<ZipFileHeaderRecord<'_>>, DocxError> {
        let name = key(name);
        let mut found = None;
        for record in self.archive.entries() {
            let record = record.map_err(|_| DocxError::Damaged)?;
            if key(&String::from_utf8_lossy(record.file_path().as_bytes())) == name {
                found = Some(record);
            }
        }
        Ok(found)
    }

    /// The name of the part that holds the document.
    pub fn document(&self) -> Result<String, DocxError> {
        let named = self.target("", "officeDocument")?;
        let name = named.unwrap_or_else(|| "word/document.xml".to_owned());
        let folder = name.trim_start_matches('/').split('/').next();
        // A workbook and a presentation have a main part too.
        if matches!(folder, Some("xl" | "ppt")) || self.entry(&name)?.is_none() {
            return Err(DocxError::NoDocument);
        }
        Ok(name)
    }

    /// The text of the part that stands in this relation to another.
    pub fn related(
        &self,
        part: &str,
        relation: &str,
        largest: u64,
    ) -> Result<Option<String>, DocxError> {
        match self.target(part, relation)? {
            Some(name) => self.part(&name, largest),
            None => Ok(None),
        }
    }

    /// The text of a part; nothing where there is none of this name.
    pub fn part(&self, name: &str, largest: u64) -> Result<Option<String>, DocxError> {
        let Some(entry) = self.entry(name)? else {
            return Ok(None);
        };
        let size = entry.uncompressed_size_hint();
        if size > largest {
            return Err(DocxError::TooLarge);
        }
        if entry.flags().is_encrypted() {
            return Err(DocxError::Damaged);
        }
        let size = usize::try_from(size).map_err(|_| DocxError::TooLarge)?;
        let found = self.archive.get_entry(entry.wayfinder());
        let packed = found.map_err(|_| DocxError::Damaged)?;
        let mut bytes = match entry.compression_method() {
            CompressionMethod::STORE => packed.data().get(..size).map(<[u8]>::to_vec),
            CompressionMethod::DEFLATE => inflate(packed.data(), size),
            _ => None,
        }
        .ok_or(DocxError::Damaged)?;
        if checksum(&bytes) != packed.claim_verifier().crc {
            return Err(DocxError::Damaged);
        }
        if bytes.starts_with(b"\xef\xbb\xbf") {
            bytes.drain(..3);
        }
        decoded(bytes).map(Some)
    }

    /// The name of the part that stands in this relation to another; the package itself is called by an empty name.
    fn target(&self, part: &str, relation: &str) -> Result<Option<String>, DocxError> {
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
        let list = format!("{folder}/_rels/{name}.rels");
        let Some(xml) = self.part(&list, LARGEST_PART)? else {
            return Ok(None);
        };
        let mut pieces = Pieces::new(&xml);
        let mut found = None;
        while let Some(piece) = pieces.next()? {
            let Piece::Start(tag) = piece else { continue };
            let kind = tag.attribute("Type").unwrap_or_default();
            if tag.name() == "Relationship"
                && kind.rsplit('/').next() == Some(relation)
                && tag.attribute("TargetMode").as_deref() != Some("External")
                && found.is_none()
            {
                found = tag
                    .attribute("Target")
                    .map(|target| resolved(folder, &target));
            }
        }
        Ok(found)
    }
}

/// How the name of a part is looked up.
fn key(name: &str) -> String {
    let name = name.replace('\\', "/");
    name.trim_start_matches('/').to_ascii_lowercase()
}

/// The name of a part that is named from a folder.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Exactly so many bytes; nothing where there are more or fewer.
fn inflate(packed: &[u8], size: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0; size];
    let written =
        decompress_slice_iter_to_slice(&mut bytes, std::iter::once(packed), false, true).ok()?;
    (written == size).then_some(bytes)
}

/// The CRC-32 of zips, four bits at a time: rawzip's own is faster by a table of 16 KB, which a page would have to load.
fn checksum(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 16] = table();
    let step = |crc: u32, bits: u8| (crc >> 4) ^ TABLE[((crc ^ u32::from(bits)) & 15) as usize];
    let crc = bytes.iter();
    !crc.fold(!0, |crc, &byte| step(step(crc, byte), byte >> 4))
}

const fn table() -> [u32; 16] {
    let mut table = [0_u32; 16];
    let mut index = 0;
    while index < 16 {
        // The polynomial of IEEE 802.3, reversed.
        let mut crc: u32 = index;
        let mut bit = 0;
        while bit < 4 {
            crc = (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg());
            bit += 1;
        }
        table[index as usize] = crc;
        index += 1;
    }
    table
}

/// XML in UTF-8, which all programs write, or in UTF-16, which they may.
fn decoded(bytes: Vec<u8>) -> Result<String, DocxError> {
    let (mark, from): (_, fn([u8; 2]) -> u16) = match bytes.get(..2) {
        Some(mark @ b"\xff\xfe") => (mark, u16::from_le_bytes),
        Some(mark @ b"\xfe\xff") => (mark, u16::from_be_bytes),
        _ => return String::from_utf8(bytes).map_err(|_| DocxError::Damaged),
    };
    let units = bytes[mark.len()..].chunks_exact(2);
    let units = units.map(|unit| from([unit[0], unit[1]]));
    let signs = char::decode_utf16(units).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER));
    Ok(signs.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_in_utf_16_are_read() {
        for from in [u16::to_le_bytes, u16::to_be_bytes] {
            let bytes = "\u{feff}<a>好𠀀</a>".encode_utf16().flat_map(from);
            assert_eq!(decoded(bytes.collect()).as_deref(), Ok("<a>好𠀀</a>"));
        }
    }

    #[test]
    fn the_checksum_is_that_of_zips() {
        assert_eq!(checksum(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn targets_are_named_from_their_folder() {
        assert_eq!(resolved("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolved("word", "../word/./a.xml"), "word/a.xml");
        assert_eq!(resolved("word", "/word/a.xml"), "word/a.xml");
    }
}
