use speech_structure::{Options, check_again, residue, residue::garble::Memory, text::Source};
#[inline(never)]
fn first(source: &Source, memory: &mut Memory) -> usize {
    residue::find_again(source, memory).garble.len()
}
#[inline(never)]
fn second(source: &Source, memory: &mut Memory) -> usize {
    residue::find_again(source, memory).garble.len()
}
#[inline(never)]
fn third(source: &Source, memory: &mut Memory) -> usize {
    check_again(source, &Options::default(), memory)
        .findings
        .len()
}
fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let mut memory = Memory::default();
    let source = Source::new("", text.clone());
    let a = first(&source, &mut memory);
    let mut typed = text;
    let at = typed[..typed.len() / 2 - typed.len() / 2 % 3]
        .rfind('\n')
        .unwrap_or(0)
        - 9;
    let at = (at..).find(|&i| typed.is_char_boundary(i)).unwrap();
    typed.insert_str(at, "学习");
    let source = Source::new("", typed);
    let b = second(&source, &mut memory);
    let c = third(&source, &mut memory);
    println!("{a} {b} {c}");
}
