//! What the commands need beside Rust, in which version, and how it gets there.
//!
//! Each function makes sure of something and gives back where it is; where nothing is missing that takes a few
//! hundredths of a second, so nobody need remember whether it was asked before.

mod apt;
mod axe;
mod cargo_tool;
mod chromium;
mod firefox;
mod poppler;
mod toolchain;
mod webkit;

use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

use anyhow::{Context, Result};

pub use axe::axe;
pub use chromium::chromium;
pub use poppler::pdftotext;
pub use toolchain::components;

use crate::engine::Engine;
use crate::place::Place;
use crate::run;
use cargo_tool::CargoTool;

/// The version of Trunk; the next one needs a newer compiler than this repository does.
const TRUNK: &str = "0.21.14";

/// A browser and the program that drives it.
#[derive(Debug)]
pub struct Driven {
    /// The browser.
    pub browser: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
    /// `Xvfb`, where the browser needs a screen.
    pub screen: Option<PathBuf>,
}

/// Makes sure of a browser with this engine.
pub fn engine(engine: Engine) -> Result<Driven> {
    match engine {
        Engine::Chromium => chromium(),
        Engine::Firefox => firefox::firefox(),
        Engine::WebKit => webkit::webkit(),
    }
}

/// The file that an environment variable names, where it exists.
fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file())
}

/// What the page is built and tested with.
#[derive(Debug)]
pub struct PageTools {
    /// The bundler.
    pub trunk: PathBuf,
    /// `wasm-bindgen`.
    pub bindgen: PathBuf,
    /// What runs `wasm32` tests in a browser.
    pub test_runner: PathBuf,
    /// `PATH` with the folders of these tools in front: Trunk looks for `wasm-bindgen` there.
    pub path: OsString,
}

/// Makes sure of the wasm target, Trunk, and the `wasm-bindgen` that the lock file asks for.
pub fn for_page(place: &Place) -> Result<PageTools> {
    toolchain::wasm_target()?;
    let trunk = CargoTool {
        package: "trunk",
        version: TRUNK.to_owned(),
        programs: &["trunk"],
        // Unoptimised it compiles in less than half the time, and builds the same page about as fast.
        options: &["--locked", "--no-default-features", "--debug"],
        usual: "3 to 7 minutes on two cores",
    };
    let bindgen = CargoTool {
        package: "wasm-bindgen-cli",
        version: bindgen_version(place)?,
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        // Its own lock file names a version that is not to be had any more.
        options: &[],
        usual: "4 to 6 minutes on two cores",
    };
    let (trunk, bindgen) = (trunk.ensure()?, bindgen.ensure()?);
    Ok(PageTools {
        path: run::path_with(&[&trunk, &bindgen])?,
        trunk: cargo_tool::program(&trunk, "trunk"),
        bindgen: cargo_tool::program(&bindgen, "wasm-bindgen"),
        test_runner: cargo_tool::program(&bindgen, "wasm-bindgen-test-runner"),
    })
}

/// The version of `wasm-bindgen` that the page is linked with; the tool must be of exactly that one.
fn bindgen_version(place: &Place) -> Result<String> {
    let id = run::output(run::cargo(place).args(["pkgid", "wasm-bindgen"]))?;
    let (_, version) = id.trim().rsplit_once('@').with_context(|| format!("{id} names no version"))?;
    Ok(version.to_owned())
}
