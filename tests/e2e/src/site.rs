//! A site of a test's own: a copy of the built page that can be changed, be out of reach, and says what it was asked
//! for.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::environment;
use crate::folder::Folder;
use crate::server::{self, Reply};
use crate::stop::{Must, stop};

/// The script that serves the page without a network.
const WORKER: &str = "sw.js";

/// A site on this machine; its files are gone once it is dropped.
pub struct Site {
    folder: Folder,
    port: u16,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    down: AtomicBool,
    asked: Mutex<Vec<String>>,
}

impl Site {
    /// A copy of the built page, served.
    #[track_caller]
    pub fn start() -> Self {
        let folder = Folder::new();
        for entry in fs::read_dir(environment::dist()).must("looking at dist/") {
            let path = entry.must("looking at dist/").path();
            let name = path.file_name().must("a name");
            fs::copy(&path, folder.path().join(name)).must("copying dist/");
        }
        let state = Arc::new(State::default());
        let (served, root) = (Arc::clone(&state), folder.path().to_path_buf());
        let port = server::start(move |path| {
            if served.down.load(Ordering::SeqCst) {
                return None;
            }
            served.asked.lock().unwrap_or_else(PoisonError::into_inner).push(format!("/{path}"));
            Some(answer(path, &root))
        });
        Self { folder, port, state }
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Takes it out of reach, as a network that is gone does, or brings it back.
    pub fn reachable(&self, reachable: bool) {
        self.state.down.store(!reachable, Ordering::SeqCst);
    }

    /// What it was asked for, in order; nothing was left out.
    pub fn asked(&self) -> Vec<String> {
        self.state.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The names of its files, and the folder itself.
    #[track_caller]
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path()).must("looking at the site");
        let names = entries.flatten().map(|entry| format!("/{}", entry.file_name().to_string_lossy()));
        names.chain(["/".to_owned()]).collect()
    }

    /// A file of it.
    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).must("reading a file of the site")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.path().join(name), text).must("writing a file of the site");
    }

    /// Publishes the page in another edition, which its body is marked with.
    #[track_caller]
    pub fn publish(&self, edition: &str) {
        let index = self.read("index.html");
        let (before, body) = index.split_once("<body").must("a body");
        let (mark, rest) = body.split_once('>').must("a body");
        if !mark.is_empty() && !mark.starts_with(" data-edition=") {
            stop("the page has no plain <body>");
        }
        let marked = format!("{before}<body data-edition=\"{edition}\">{rest}");
        self.write("index.html", &marked);
        self.write(WORKER, &renewed(&self.read(WORKER), edition));
    }

    /// Publishes only half of another edition: of one file, the script knows another hash than what is there has.
    #[track_caller]
    pub fn publish_half(&self, edition: &str) {
        let worker = renewed(&self.read(WORKER), edition);
        let (before, hash) = worker.split_once("'sha256-").must("a hash in the script");
        let other: String = hash.chars().skip(4).collect();
        self.write(WORKER, &format!("{before}'sha256-AAAA{other}"));
    }
}

/// The script with another version.
#[track_caller]
fn renewed(worker: &str, edition: &str) -> String {
    let renewed = worker.replacen("const VERSION = '", &format!("const VERSION = '{edition}"), 1);
    if renewed == worker {
        stop("the script has no version");
    }
    renewed
}

fn answer(path: &str, folder: &Path) -> Reply {
    let name = if path.is_empty() { "index.html" } else { path };
    let media = match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "text/plain",
    };
    let reply = match fs::read(folder.join(name)) {
        Ok(body) if !name.contains("..") => Reply { status: 200, headers: Vec::new(), body },
        _ => Reply::missing(),
    };
    reply.with("Content-Type", media).with("Cache-Control", "no-cache")
}
