//! The core for the browser: Rust in, `www/generated/` out (the .wasm, its JavaScript and its declarations).
//!
//! wasm-bindgen runs as a library, so that the one Cargo.lock keeps it at the version of the core's own wasm-bindgen and
//! nobody installs a tool by hand. wasm-opt comes with the npm packages of the page.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use wasm_bindgen_cli_support::Bindgen;

use crate::page;
use crate::places;
use crate::programs::{Failure, cargo, output_of, program_in, run, say};

/// The name of the files in `www/generated/`.
const NAME: &str = "speech_structure";
/// The only target that browsers know.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The instructions that every browser of the page knows (Chromium 96, Firefox 102, Safari 16) and rustc makes use of.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// What makes the compressed core smaller. The levels of wasm-opt make the core smaller only before it is compressed: they
/// give up the regular use of locals that gzip lives on. Measured together with `profile.wasm` in Cargo.toml; the figures
/// are in docs/performance.md.
const PASSES: [&str; 7] = [
    "--duplicate-function-elimination",
    "--optimize-instructions",
    "--precompute",
    "--remove-unused-brs",
    "--vacuum",
    "--reorder-locals",
    "--vacuum",
];

/// Functions are copied into their callers up to a third of the usual size: as fast, and 22 KB smaller. Measured with them.
const INLINING: &str = "-Cllvm-args=-inline-threshold=75";

/// What a browser has no use for.
const STRIPPED: [&str; 3] = [
    "--strip-debug",
    "--strip-producers",
    "--strip-target-features",
];

/// Builds what is not up to date.
pub fn build() -> Result<(), Failure> {
    install_target()?;
    say("Compiling the core for the browser.");
    let mut flags = path_remappings()?;
    flags.push(INLINING.to_owned());
    run(compile().env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))?;
    let compiled = places::target().join(format!("{TARGET}/wasm/{NAME}.wasm"));
    let finished = places::generated().join(format!("{NAME}_bg.wasm"));
    if is_newer(&finished, &compiled)
        && std::env::current_exe().is_ok_and(|workshop| is_newer(&finished, &workshop))
    {
        println!("Nothing in the core has changed; its JavaScript border is kept.");
        return Ok(());
    }
    page::install_packages()?;
    let workbench = places::target().join("core-for-browser");
    say("Making the core's JavaScript border (wasm-bindgen).");
    bind(&compiled, &workbench)?;
    let bound = workbench.join(format!("{NAME}_bg.wasm"));
    say("Optimizing the core (wasm-opt).");
    optimize(&bound)?;
    forbid_paths(&bound)?;
    hand_over(&workbench)
}

/// Adds the target to the toolchain. rustup may be absent where a distribution packages Rust; then cargo's own error
/// names the missing target.
pub fn install_target() -> Result<(), Failure> {
    let installed = match output_of(Command::new("rustup").args(["target", "list", "--installed"]))
    {
        Err(Failure::Missing { .. }) => return Ok(()),
        outcome => outcome?,
    };
    if installed.lines().any(|line| line == TARGET) {
        return Ok(());
    }
    say(&format!(
        "Adding the target {TARGET} to the Rust toolchain (rustup)."
    ));
    run(program_in(&places::root(), "rustup").args(["target", "add", TARGET]))
}

fn compile() -> Command {
    let arguments = [
        "build",
        "--lib",
        "--package",
        "speech-structure",
        "--no-default-features",
        "--profile",
        "wasm",
    ];
    let mut command = cargo(&arguments);
    command.args(["--target", TARGET]);
    command
}

/// Panic messages name source files; these flags make their paths say nothing of the machine.
fn path_remappings() -> Result<Vec<String>, Failure> {
    let mut flags = vec![remap(&places::root(), "speech-structure")];
    let sources = cargo_home().join("registry/src");
    let Ok(registries) = fs::read_dir(&sources) else {
        return Ok(flags);
    };
    for registry in registries {
        let registry = registry.map_err(Failure::file(&sources))?;
        flags.push(remap(&registry.path(), "crates"));
    }
    Ok(flags)
}

fn remap(folder: &Path, name: &str) -> String {
    format!("--remap-path-prefix={}={name}", folder.display())
}

fn cargo_home() -> PathBuf {
    let home = std::env::home_dir().unwrap_or_default();
    std::env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from)
}

fn bind(compiled: &Path, folder: &Path) -> Result<(), Failure> {
    Bindgen::new()
        .input_path(compiled)
        .out_name(NAME)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                // The page says where the .wasm is; import.meta.url fails in classic scripts.
                .omit_default_module_path(true)
                .remove_name_section(true)
                .remove_producers_section(true)
                // A fresh memory after a trap, where no worker can be ended.
                .reset_state_function(true)
                .typescript(true)
                .generate(folder)
        })
        .map_err(|error| Failure::Bindgen(format!("{error:#}")))
}

fn optimize(wasm: &Path) -> Result<(), Failure> {
    let wasm_opt = places::www().join("node_modules/binaryen/bin/wasm-opt");
    let path = wasm.as_os_str();
    let mut command = program_in(&places::www(), "node");
    command
        .arg(wasm_opt)
        .args(PASSES)
        .args(FEATURES)
        .args(STRIPPED);
    run(command.arg(path).arg("-o").arg(path))
}

/// A promise to those who publish the site: the core says nothing of the machine that it was built on.
fn forbid_paths(wasm: &Path) -> Result<(), Failure> {
    let bytes = fs::read(wasm).map_err(Failure::file(wasm))?;
    let private = [
        Some(places::root()),
        Some(cargo_home()),
        std::env::home_dir(),
    ];
    for folder in private
        .into_iter()
        .flatten()
        .filter(|folder| folder.parent().is_some())
        // With the separator: a file of ours may be called roots.rs.
        .map(|folder| folder.join("").display().to_string())
    {
        if bytes
            .windows(folder.len())
            .any(|window| window == folder.as_bytes())
        {
            return Err(Failure::PathInCore(folder));
        }
    }
    Ok(())
}

/// Only what is finished gets to where the page looks for it.
fn hand_over(workbench: &Path) -> Result<(), Failure> {
    let generated = places::generated();
    fs::create_dir_all(&generated).map_err(Failure::file(&generated))?;
    for entry in fs::read_dir(workbench).map_err(Failure::file(workbench))? {
        let file = entry.map_err(Failure::file(workbench))?.path();
        let name = file.file_name().unwrap_or_default();
        fs::copy(&file, generated.join(name)).map_err(Failure::file(&file))?;
    }
    Ok(())
}

fn is_newer(file: &Path, than: &Path) -> bool {
    let changed = |path: &Path| -> Option<SystemTime> { fs::metadata(path).ok()?.modified().ok() };
    matches!((changed(file), changed(than)), (Some(file), Some(than)) if file > than)
}
