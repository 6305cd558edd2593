//! `cargo xtask build`: the static site, into www/dist.

use crate::programs::{Failure, say};
use crate::{core_for_browser, page};

/// Builds the core, then the page around it.
pub fn run() -> Result<(), Failure> {
    core_for_browser::build()?;
    page::bundle()?;
    page::print_sizes()?;
    say("The site is in www/dist. Copy it to any web server, under any path.");
    Ok(())
}
