//! Parts of the Rust toolchain: the wasm target, the formatter, the lints.

use std::env;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::run;

/// What the page is compiled for.
const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure of the standard library for the browser.
pub fn wasm_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    println!("adding the Rust target {WASM}: a few seconds, once");
    rustup("target", WASM, &format!("install the standard library of Rust for {WASM}"))
}

/// Makes sure of the formatter and the lints.
pub fn components() -> Result<()> {
    let bin = sysroot()?.join("bin");
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        let file = bin.join(format!("{program}{}", env::consts::EXE_SUFFIX));
        // A toolchain that is not rustup's may keep its parts elsewhere.
        if file.is_file() || (rustup_program().is_none() && run::on_path(program).next().is_some()) {
            continue;
        }
        println!("adding {component} to the Rust toolchain: a few seconds, once");
        rustup("component", component, &format!("install {component}"))?;
    }
    Ok(())
}

fn rustup(kind: &str, name: &str, otherwise: &str) -> Result<()> {
    let missing = || format!("{name} is missing: {otherwise}, or use rustup, which this program then asks for it");
    let rustup = rustup_program().with_context(missing)?;
    run::run(Command::new(rustup).args([kind, "add", name]))
}

fn rustup_program() -> Option<PathBuf> {
    run::on_path("rustup").next()
}

/// The folder of the toolchain in use.
fn sysroot() -> Result<PathBuf> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let text = run::output(Command::new(rustc).args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(text.trim()))
}
