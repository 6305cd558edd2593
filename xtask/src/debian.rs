//! Programs of Debian's packages: installed where that is allowed, and named where it is not.

use std::path::Path;
use std::process::Command;

use crate::programs::{Failure, output_of, run, say};

/// Installs a package, for the reason given; false where this is no Debian or nobody may install.
pub fn install(package: &str, reason: &str) -> Result<bool, Failure> {
    if !(Path::new("/etc/debian_version").exists() && is_root()) {
        return Ok(false);
    }
    say(&format!(
        "Installing Debian's package {package} for {reason} (apt-get)."
    ));
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    run(Command::new("apt-get")
        .args(["install", "-y", "-qq", package])
        .env("DEBIAN_FRONTEND", "noninteractive"))?;
    Ok(true)
}

fn is_root() -> bool {
    output_of(Command::new("id").arg("-u")).is_ok_and(|user| user.trim() == "0")
}
