//! A Word file of ten megabytes that unpacks to ten gigabytes is refused within a second and 100 MB of memory, whether it tells its
//! size or lies about it. A program of its own, so that its memory is that of this test.

#[path = "office/zip.rs"]
mod zip;

use std::time::{Duration, Instant};

use miniz_oxide::deflate::core::{CompressorOxide, TDEFLFlush, compress};
use speech_structure::input::docx::{self, DocxError};
use zip::Zip;

const MEGABYTE: usize = 1 << 20;

/// A megabyte of zeros, packed to end on a whole byte, ten thousand times.
fn ten_gigabytes() -> Vec<u8> {
    let zeros = vec![0; MEGABYTE];
    let mut packed = vec![0; MEGABYTE / 100];
    let mut packer = CompressorOxide::default();
    packer.set_format_and_level(miniz_oxide::DataFormat::Raw, 9);
    let (_, taken, written) = compress(&mut packer, &zeros, &mut packed, TDEFLFlush::Full);
    assert_eq!(taken, MEGABYTE);
    packed[..written].repeat(10_000)
}

#[test]
fn ten_megabytes_that_unpack_to_ten_gigabytes_are_refused() {
    let honest = (u32::MAX - 1, DocxError::TooLarge);
    let lies = [1000, 64 * 1024 * 1024].map(|size| (size, DocxError::Damaged));
    for (claimed, error) in [honest, lies[0], lies[1]] {
        let bomb = ten_gigabytes();
        let length = bomb.len();
        let file = Zip::new()
            .add("word/document.xml", &bomb, claimed, 0)
            .finish();
        drop(bomb);
        let begin = Instant::now();
        assert_eq!(docx::read(&file).map(|built| built.text.len()), Err(error));
        let took = begin.elapsed();
        println!("{length} bytes, said to unpack to {claimed}: refused in {took:?}");
        assert!(took < Duration::from_secs(1), "{took:?}");
        assert!((9_000_000..12_000_000).contains(&length), "{length}");
    }
    if let Some(peak) = peak_in_kilobytes() {
        println!("peak of memory: {peak} kB");
        assert!(peak < 100 * 1024, "{peak} kB");
    }
}

/// Of this process, the making of the bomb included; only Linux tells.
fn peak_in_kilobytes() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let peak = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    peak.trim().trim_end_matches(" kB").trim().parse().ok()
}
