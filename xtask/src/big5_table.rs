//! `cargo xtask big5-table`: writes `src/input/big5.bin` from `encoding_rs`, which carries the standard's index. How the
//! file is laid out is told where it is read, in `src/input/big5.rs`.

use std::fs;

use crate::places;
use crate::programs::Failure;

/// The table that is written, relative to the root of the repository.
const OUTPUT: &str = "src/input/big5.bin";

pub fn run() -> Result<(), Failure> {
    let [mut planes, mut highs, mut lows] = [const { Vec::new() }; 3];
    let mut before = 0_u16;
    for lead in 0x87..=0xfe {
        for trail in (0x40..=0x7e).chain(0xa1..=0xfe) {
            let [plane, high, low] = parts(code([lead, trail]), &mut before);
            planes.push(plane);
            highs.push(high);
            lows.push(low);
        }
    }
    let path = places::root().join(OUTPUT);
    fs::write(&path, [planes, highs, lows].concat()).map_err(Failure::file(&path))
}

/// The code of the one character that a pair stands for, or 0.
fn code(pair: [u8; 2]) -> u32 {
    let text = encoding_rs::BIG5.decode_without_bom_handling_and_without_replacement(&pair);
    let mut characters = text.iter().flat_map(|text| text.chars());
    match (characters.next(), characters.next()) {
        (Some(character), None) if !character.is_ascii() => u32::from(character),
        _ => 0,
    }
}

fn parts(code: u32, before: &mut u16) -> [u8; 3] {
    let [_, plane, high, low] = code.to_be_bytes();
    let unit = u16::from_be_bytes([high, low]);
    let [high, low] = unit.wrapping_sub(*before).to_be_bytes();
    *before = unit;
    [plane, high, low]
}
