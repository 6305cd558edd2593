//! In: the bytes of a zip. Out: the parts of the package that are asked for, unpacked, never more of them than a bound.
//!
//! The size that a zip declares is refused when it is too large, and what unpacks to more than it declares is damaged: so a bomb
//! costs no more than the bound, and mostly nothing.

use std::collections::HashMap;

use miniz_oxide::inflate::decompress_slice_iter_to_slice;
use rawzip::{CompressionMethod, ZipArchive, ZipArchiveEntryWayfinder, ZipSliceArchive};

use super::xml::{Piece, Pieces};
use super::{DocxError, LARGEST_PART};

/// Word files with hundreds of pictures have hundreds of entries.
const MOST_ENTRIES: usize = 20_000;

/// The parts of a .docx by their names.
pub struct Package<'b> {
    archive: ZipSliceArchive<&'b [u8]>,
    /// By name in lower case: names of parts know no case.
    entries: HashMap<String, Entry>,
}

struct Entry {
    place: ZipArchiveEntryWayfinder,
    method: CompressionMethod,
    is_encrypted: bool,
}

impl<'b> Package<'b> {
    /// Reads the zip's list of contents.
    pub fn open(bytes: &'b [u8]) -> Result<Self, DocxError> {
        let archive = ZipArchive::from_slice(bytes).map_err(|_| DocxError::Damaged)?;
        let mut entries = HashMap::new();
        for record in archive.entries() {
            let record = record.map_err(|_| DocxError::Damaged)?;
            let name = String::from_utf8_lossy(record.file_path().as_bytes()).into_owned();
            let entry = Entry {
                place: record.wayfinder(),
                method: record.compression_method(),
                is_encrypted: record.flags().is_encrypted(),
            };
            entries.insert(key(&name), entry);
            if entries.len() > MOST_ENTRIES {
                return Err(DocxError::TooLarge);
            }
        }
        Ok(Self { archive, entries })
    }

    /// The name of the part that holds the document.
    pub fn document(&self) -> Result<String, DocxError> {
        let named = self.target("", "officeDocument")?;
        let name = named.unwrap_or_else(|| "word/document.xml".to_owned());
        let folder = name.trim_start_matches('/').split('/').next();
        // A workbook and a presentation have a main part too.
        if matches!(folder, Some("xl" | "ppt")) || !self.entries.contains_key(&key(&name)) {
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
        let Some(entry) = self.entries.get(&key(name)) else {
            return Ok(None);
        };
        let size = entry.place.uncompressed_size_hint();
        if size > largest {
            return Err(DocxError::TooLarge);
        }
        if entry.is_encrypted {
            return Err(DocxError::Damaged);
        }
        let size = usize::try_from(size).map_err(|_| DocxError::TooLarge)?;
        let found = self.archive.get_entry(entry.place);
        let packed = found.map_err(|_| DocxError::Damaged)?;
        let mut bytes = match entry.method {
            CompressionMethod::STORE => packed.data().get(..size).map(<[u8]>::to_vec),
            CompressionMethod::DEFLATE => inflate(packed.data(), size),
            _ => None,
        }
        .ok_or(DocxError::Damaged)?;
        if rawzip::crc32(&bytes) != packed.claim_verifier().crc {
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
    name.trim_start_matches('/').to_lowercase()
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

/// XML in UTF-8, which all programs write, or in UTF-16, which they may.
fn decoded(bytes: Vec<u8>) -> Result<String, DocxError> {
    match encoding_rs::Encoding::for_bom(&bytes) {
        Some((encoding, _)) => Ok(encoding.decode(&bytes).0.into_owned()),
        None => String::from_utf8(bytes).map_err(|_| DocxError::Damaged),
    }
}
