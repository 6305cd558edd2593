//! Where things are in the repository.

use std::path::{Path, PathBuf};

/// The root of the repository, however the workshop was started.
pub fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    xtask
        .parent()
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// The page's sources.
pub fn www() -> PathBuf {
    root().join("www")
}

/// The core as wasm-bindgen leaves it: glue, declarations and the .wasm. Not committed.
pub fn generated() -> PathBuf {
    www().join("generated")
}

/// The finished site. Not committed.
pub fn dist() -> PathBuf {
    www().join("dist")
}

/// The labelled documents, beside the repository; not everyone has them.
pub fn shared() -> PathBuf {
    root().join("../shared")
}

/// What cargo builds, and what else can be made anew.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}
