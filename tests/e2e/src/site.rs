//! A site of a test's own: a copy of the built page that can be changed, be out of reach, and says what it was asked for.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::{fs, thread};

use crate::environment;
use crate::folder::Folder;
use crate::stop::{Must, stop};

/// The script that serves the page without a network.
const WORKER: &str = "sw.js";

/// A site on this machine, served until it is dropped.
pub struct Site {
    folder: Folder,
    address: SocketAddr,
    state: Arc<State>,
}

#[derive(Default)]
struct State {
    down: AtomicBool,
    ended: AtomicBool,
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
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).must("listening");
        let address = listener.local_addr().must("listening");
        let state = Arc::new(State::default());
        let (served, root) = (Arc::clone(&state), folder.path().to_path_buf());
        thread::spawn(move || serve(&listener, &served, &root));
        Self { folder, address, state }
    }

    /// Its address.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
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
        let marked = index.replacen("<body>", &format!("<body data-edition=\"{edition}\">"), 1);
        if marked == index {
            stop("the page has no plain <body>");
        }
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

impl Drop for Site {
    fn drop(&mut self) {
        self.state.ended.store(true, Ordering::SeqCst);
        // Whoever waits for the next request is woken.
        let _ = TcpStream::connect(self.address);
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

fn serve(listener: &TcpListener, state: &Arc<State>, folder: &Path) {
    for stream in listener.incoming() {
        if state.ended.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        if state.down.load(Ordering::SeqCst) {
            continue;
        }
        let (state, folder) = (Arc::clone(state), folder.to_path_buf());
        // A browser that goes away is no error.
        thread::spawn(move || answer(stream, &state, &folder).ok());
    }
}

fn answer(mut stream: TcpStream, state: &State, folder: &Path) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let path = first.split(' ').nth(1).unwrap_or_default().split('?').next().unwrap_or_default().to_owned();
    state.asked.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
    let name = if path == "/" { "index.html" } else { path.trim_start_matches('/') };
    let file: PathBuf = folder.join(name);
    let media = match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "text/plain",
    };
    let (status, body) = match fs::read(file) {
        Ok(body) if !name.contains("..") => ("200 OK", body),
        _ => ("404 Not Found", Vec::new()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}
