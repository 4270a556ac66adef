//! Cutting the page's program into parts that are fetched when they are needed.
//!
//! The program marks where it may be cut (`src/ui/program.rs`). `wasm_split_cli_support` reads from the linker's
//! relocations what each function reaches, and leaves in the first part what is needed without any of the others; what
//! several parts need and the first does not lies in files of its own. `wasm-bindgen` then sees only the first part.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail, ensure};
use fs_err as fs;
use wasm_split_cli_support::{Options, transform};

use crate::place::Place;
use crate::{glue, names, run, wasm};

/// How the program is compiled, for Cargo's `CARGO_ENCODED_RUSTFLAGS`: the linker leaves the relocations in it, by
/// which it is cut; and the folders of whoever builds it, which stand where a panic says its place, do not get into it.
///
/// # Errors
///
/// Where the compiler does not say where it is.
pub fn flags() -> Result<String> {
    let mut flags = vec!["-C".to_owned(), "link-arg=--emit-relocs".to_owned()];
    let asked = Command::new("rustc").args(["--print", "sysroot"]).output().context("rustc --print sysroot")?;
    let compiler = PathBuf::from(String::from_utf8(asked.stdout)?.trim());
    let mut folders = vec![compiler.join("lib/rustlib/src/rust")];
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    // One for each registry.
    if let Some(sources) = home.map(|home| home.join("registry/src")).filter(|sources| sources.is_dir()) {
        folders.extend(files(&sources)?);
    }
    flags.extend(folders.iter().map(|folder| format!("--remap-path-prefix={}/=", folder.display())));
    Ok(flags.join("\u{1f}"))
}

/// How the name of the first part ends; that of its script is the same up to there.
const PROGRAM: &str = "_bg.wasm";

/// How the script asks for a part. It insists on a media type that not every server knows.
const STREAMED: [&str; 2] = ["src = fetch(", "WebAssembly.instantiateStreaming(src, imports)"];

/// The same for any server, and a second time after a while: where a page is left with a part on its way and Back
/// brings it as it was, `WebKit` has cut that fetch, and the while is over once the page is back.
const FETCHED: [&str; 2] = ["src = fetched(", "src.then((bytes) => WebAssembly.instantiate(bytes, imports))"];

/// What the script needs for that.
const FETCHES: &str = "\
const once = (url) => fetch(url).then((answer) => answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(answer.url)));
const fetched = (url) => once(url).catch(() => new Promise((later) => setTimeout(later, 500)).then(() => once(url)));
";

/// Puts the parts in the place of the whole program that Trunk left in `dist/`, and of its script.
///
/// # Errors
///
/// Where the program is not there, or is not what the tools know.
pub fn cut(place: &Place, bindgen: &Path) -> Result<()> {
    let dist = place.dist();
    let name = program(&dist)?;
    let linked = place.target().join("wasm32-unknown-unknown").join("page").join("common-ground.wasm");
    let whole = fs::read(&linked)?;
    let folder = place.target().join("parts");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let first = folder.join(format!("{name}.wasm"));
    let (loader, script) = (format!("./{name}-parts.js"), format!("./{name}.js"));
    let mut options = Options::new(&whole);
    options.output_dir = &folder;
    options.main_out_path = &first;
    options.link_name = &loader;
    options.main_module = &script;
    let parts = transform(options).map_err(|error| anyhow!("the program cannot be cut: {error:#}"))?;
    let mut bind = Command::new(bindgen);
    bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", &name, "--out-dir"])
        .arg(&dist)
        .arg(&first);
    run::run(&mut bind)?;
    shorten(&dist.join(format!("{name}{PROGRAM}")), &dist.join(&script))?;
    let mut text = fs::read_to_string(folder.join(&loader))?;
    for (streamed, fetched) in STREAMED.into_iter().zip(FETCHED) {
        ensure!(text.contains(streamed), "{loader} does not fetch parts with {streamed}");
        text = text.replace(streamed, fetched);
    }
    text.insert_str(0, FETCHES);
    for part in parts.split_modules {
        let old = file_name(&part);
        let new = format!("{name}-{}", old.trim_start_matches("split_").replace("chunk_", "shared-"));
        text = text.replace(&format!("\"./{old}\""), &format!("\"./{new}\""));
        fs::copy(&part, dist.join(&new))?;
    }
    fs::write(dist.join(&loader), &text)?;
    lighten(&dist)?;
    announce(&dist, &loader)
}

/// The name of the program in a folder, with Trunk's hash and without its ending.
fn program(dist: &Path) -> Result<String> {
    let names: Vec<String> = files(dist)?.iter().map(|file| file_name(file)).collect();
    match names.iter().filter_map(|name| name.strip_suffix(PROGRAM)).collect::<Vec<_>>().as_slice() {
        [name] => Ok((*name).to_owned()),
        found => bail!("dist/ holds {} files that end in {PROGRAM}, one was expected", found.len()),
    }
}

/// Lets the program and its script know each other by short names.
fn shorten(program: &Path, script: &Path) -> Result<()> {
    let (short, text) = names::shortened(&fs::read(program)?, &fs::read_to_string(script)?)?;
    fs::write(program, short)?;
    Ok(fs::write(script, text)?)
}

/// Takes out of the programs and of their scripts what nobody reads in a release page. Trunk is told to write no hashes
/// of them into the page, which would not fit any more.
fn lighten(dist: &Path) -> Result<()> {
    for file in files(dist)? {
        let name = file_name(&file);
        let end = file.extension().unwrap_or_default();
        if end == "wasm" {
            fs::write(&file, wasm::lightened(&fs::read(&file)?)?)?;
        } else if end == "js" {
            match glue::reduced(&fs::read_to_string(&file)?) {
                Some(reduced) => fs::write(&file, reduced)?,
                None => println!("{name} keeps its comments: they cannot be told from its texts"),
            }
        }
    }
    Ok(())
}

/// Lets the browser fetch the script that fetches the parts at once, and not only when it has read the first script.
fn announce(dist: &Path, loader: &str) -> Result<()> {
    let file = dist.join("index.html");
    let page = fs::read_to_string(&file)?;
    let link = format!("<link rel=\"modulepreload\" href=\"{loader}\" crossorigin=\"anonymous\">");
    let (head, body) = page.split_once("</head>").context("dist/index.html has no end of its head")?;
    Ok(fs::write(&file, format!("{head}{link}</head>{body}"))?)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect()
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
