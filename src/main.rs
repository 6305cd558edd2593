//! The command line.
use speech_structure::{Options, check, fix, input, report};
fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let path = arguments.last().cloned().unwrap_or_default();
    let bytes = std::fs::read(&path).unwrap_or_default();
    let Ok(source) = input::read(&path, &bytes) else {
        std::process::exit(2)
    };
    let checked = check(&source, &Options::default());
    if arguments[1] == "fix" {
        let fixes: Vec<_> = checked
            .findings
            .iter()
            .flat_map(|f| f.fixes.iter().take(1))
            .collect();
        print!("{}", fix::apply(&source.text, fixes).text);
    } else {
        println!(
            "{}",
            serde_json::to_string(&[report::build(&checked)]).unwrap_or_default()
        );
    }
}
