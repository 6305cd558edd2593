//! `cargo xtask build`: the static site, into www/dist.

use crate::programs::{Failure, say};
use crate::{core_for_browser, page, sizes};

/// Builds the core, then the page around it.
pub fn run() -> Result<(), Failure> {
    core_for_browser::build()?;
    page::bundle()?;
    sizes::print()?;
    say("The site is in www/dist. Copy it to any web server, under any path.");
    Ok(())
}
