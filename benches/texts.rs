//! Writes generated speeches into a folder, for what times them outside this process: `texts FOLDER BYTES…`, each text
//! in a file named by its size.

mod speeches;

use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("usage: texts FOLDER BYTES…")?;
    std::fs::create_dir_all(&folder)?;
    for bytes in arguments {
        let text = speeches::text(bytes.parse()?);
        std::fs::write(Path::new(&folder).join(format!("{bytes}.txt")), text)?;
    }
    Ok(())
}
