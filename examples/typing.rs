use speech_structure::{Options, check_again, residue, residue::garble::Memory, text::Source};
use std::time::Instant;
fn main() {
    let mut text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let mut memory = Memory::default();
    let t = Instant::now();
    let _ = residue::find_again(&Source::new("", text.clone()), &mut memory);
    eprintln!("first {:?}", t.elapsed());
    let typed: Vec<char> = "我们要认真学习会议精神，把各项工作落到实处。"
        .chars()
        .collect();
    let mut times = Vec::new();
    let mut all = Vec::new();
    for p in [0.1, 0.35, 0.5, 0.8, 0.95] {
        let mut at = (text.len() as f64 * p) as usize;
        while !text.is_char_boundary(at) {
            at += 1;
        }
        at += text[at..].find('\n').unwrap();
        at -= 9;
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        for i in 1..=typed.len() {
            let s: String = typed[..i].iter().collect();
            let source = Source::new("", format!("{}{}{}", &text[..at], s, &text[at..]));
            if i == typed.len() {
                text = source.text.clone();
            }
            let t = Instant::now();
            let _ = residue::find_again(&source, &mut memory);
            let d = t.elapsed().as_secs_f64() * 1e3;
            times.push(d);
            let t = Instant::now();
            let c = check_again(&source, &Options::default(), &mut memory);
            let _ = speech_structure::report::build(&c);
            all.push(t.elapsed().as_secs_f64() * 1e3);
            if i < 4 || d > 15.0 {
                eprintln!("{p} {i} {} {d:.1}", typed[i - 1]);
            }
        }
    }
    times.sort_by(f64::total_cmp);
    all.sort_by(f64::total_cmp);
    println!(
        "find median {:.1} p95 {:.1} max {:.1}; whole check when known: median {:.1} p95 {:.1}",
        times[times.len() / 2],
        times[times.len() * 95 / 100],
        times[times.len() - 1],
        all[all.len() / 2],
        all[all.len() * 95 / 100]
    );
}
