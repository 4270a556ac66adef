//! A server of the files in one folder, to this machine only.

use std::fs::File;
use std::io::{self, Read};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::thread;

use tiny_http::{Header, Method, Request, Response};

use crate::error::{Error, Result};

/// Which port to listen on.
#[derive(Debug, Clone, Copy)]
pub enum Port {
    /// This one, or none; 0 means any that is free.
    Exactly(u16),
    /// This one, or the next of a hundred that is free.
    From(u16),
}

/// A server that listens already: what is asked of it waits until it runs.
pub struct Server {
    http: tiny_http::Server,
    address: SocketAddr,
    folder: PathBuf,
}

impl Server {
    /// Listens on 127.0.0.1. The folder need not exist yet.
    pub fn start(folder: &Path, port: Port) -> Result<Self> {
        let ports = match port {
            Port::Exactly(port) => port..=port,
            Port::From(first) => first..=first.saturating_add(99),
        };
        let refused = |source| Error::Io { doing: format!("listening on port {}", ports.start()), source };
        let listener = listen(ports.clone()).map_err(&refused)?;
        let address = listener.local_addr().map_err(&refused)?;
        let http =
            tiny_http::Server::from_listener(listener, None).map_err(|error| refused(io::Error::other(error)))?;
        Ok(Self { http, address, folder: folder.to_path_buf() })
    }

    /// Where the page is, as one types it into a browser.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Answers requests, each in a thread of its own, until the program ends.
    pub fn run(&self) {
        for request in self.http.incoming_requests() {
            let folder = self.folder.clone();
            thread::spawn(move || answer(request, &folder));
        }
    }

    /// Answers requests beside what the program does next; gives the address.
    pub fn run_aside(self) -> String {
        let address = self.address();
        thread::spawn(move || self.run());
        address
    }
}

/// Takes the first port that is free.
fn listen(ports: impl Iterator<Item = u16>) -> io::Result<TcpListener> {
    let mut taken = io::Error::from(io::ErrorKind::AddrInUse);
    for port in ports {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => taken = error,
            result => return result,
        }
    }
    Err(taken)
}

fn answer(request: Request, folder: &Path) {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain(request, 405, "only GET and HEAD are answered here\n");
    }
    let Some(name) = file_name(request.url()) else {
        return plain(request, 404, "there is no such file\n");
    };
    let path = folder.join(&name);
    match File::open(&path) {
        Ok(file) if path.is_file() => {
            let headers = [
                ("Content-Type", media_type(&name)),
                // A new build is seen by reloading.
                ("Cache-Control", "no-cache"),
                ("X-Content-Type-Options", "nosniff"),
                // In a sandbox the page has no origin, and may fetch its own program only where everybody may.
                ("Access-Control-Allow-Origin", "*"),
            ];
            // In one piece, with its length.
            respond(request, Response::from_file(file).with_chunked_threshold(usize::MAX), &headers);
        }
        _ => plain(request, 404, "there is no such file\n"),
    }
}

fn plain(request: Request, status: u16, text: &str) {
    let response = Response::from_string(text).with_status_code(status);
    respond(request, response, &[("Content-Type", media_type("answer.txt"))]);
}

fn respond<R: Read>(request: Request, response: Response<R>, headers: &[(&str, &str)]) {
    let headers = headers.iter().filter_map(|(name, value)| Header::from_bytes(*name, *value).ok());
    // A browser that has gone away needs no answer.
    let _ = request.respond(headers.fold(response, Response::with_header));
}

/// The file that an address names, relative to the folder; nothing where it would lead out of it.
fn file_name(url: &str) -> Option<String> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let name = decoded(path)?;
    let safe = name.split('/').all(|part| !matches!(part, "." | "..") && !part.contains(['\\', ':', '\0']));
    if !safe || name.starts_with('/') {
        return None;
    }
    if name.is_empty() || name.ends_with('/') { Some(name + "index.html") } else { Some(name) }
}

/// A path without its percent signs; nothing where they are wrong, or do not make UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The media type of a file, by the end of its name. A browser runs a module or compiles wasm only under the right one.
fn media_type(name: &str) -> &'static str {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end);
    match end.to_ascii_lowercase().as_str() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::net::TcpStream;
    use std::{env, fs, process};

    use super::*;

    #[test]
    fn an_address_names_a_file_in_the_folder() {
        let check = |url, expected| assert_eq!(file_name(url).as_deref(), Some(expected), "{url}");
        check("/", "index.html");
        check("/?x=1", "index.html");
        check("/app_bg.wasm", "app_bg.wasm");
        check("/icons/", "icons/index.html");
        check("/a%20b/%C3%A9.svg?v=2#top", "a b/é.svg");
        check("/a..b", "a..b");
    }

    #[test]
    fn an_address_that_leads_out_of_the_folder_names_nothing() {
        let outside = [
            "/../Cargo.toml",
            "/%2e%2e/Cargo.toml",
            "/a/%2E./b",
            "/..%2fCargo.toml",
            "//etc/passwd",
            "/%2fetc/passwd",
            "/..\\x",
            "/..%5cx",
            "/c:/x",
            "/a%00",
            "/./a",
            "x",
            "",
            "/%",
            "/%4",
            "/%zz",
            "/%ff",
        ];
        for url in outside {
            assert_eq!(file_name(url), None, "{url}");
        }
    }

    #[test]
    fn media_types_follow_the_end_of_the_name() {
        let check = |name, expected| assert_eq!(media_type(name), expected, "{name}");
        check("index.html", "text/html; charset=utf-8");
        check("app-1.2_bg.WASM", "application/wasm");
        check("app.js", "text/javascript; charset=utf-8");
        check("icon.svg", "image/svg+xml");
        check("site.webmanifest", "application/manifest+json");
        check("LICENSE", "application/octet-stream");
    }

    #[test]
    fn the_server_answers_with_the_file_its_type_or_404() -> Result<()> {
        let folder = env::temp_dir().join(format!("common-ground-server-{}", process::id()));
        fs::create_dir_all(&folder).map_err(Error::io("making a folder"))?;
        fs::write(folder.join("index.html"), "<p>here").map_err(Error::io("writing a file"))?;
        let server = Server::start(&folder, Port::Exactly(0))?;
        let socket = server.address;
        assert_eq!(server.run_aside(), format!("http://{socket}/"));

        let check = |request: &str, starts: &str, contains: &str| -> Result<()> {
            let answer = ask(socket, request).map_err(Error::io("asking the server"))?;
            assert!(answer.starts_with(starts) && answer.contains(contains), "{request}: {answer}");
            Ok(())
        };
        check("GET /", "HTTP/1.1 200", "<p>here")?;
        check("GET /index.html?x", "HTTP/1.1 200", "Content-Type: text/html; charset=utf-8")?;
        check("HEAD /", "HTTP/1.1 200", "Content-Length: 7")?;
        check("GET /nothing", "HTTP/1.1 404", "there is no such file")?;
        check("GET /%2e%2e/index.html", "HTTP/1.1 404", "there is no such file")?;
        check("POST /", "HTTP/1.1 405", "only GET and HEAD")?;
        fs::remove_dir_all(&folder).map_err(Error::io("removing a folder"))
    }

    #[test]
    fn a_taken_port_is_refused_or_passed_over_as_asked() -> Result<()> {
        let first = Server::start(Path::new("."), Port::Exactly(0))?;
        let taken = first.address.port();
        assert!(Server::start(Path::new("."), Port::Exactly(taken)).is_err());
        let next = Server::start(Path::new("."), Port::From(taken))?;
        assert!(next.address.port() > taken);
        Ok(())
    }

    fn ask(socket: SocketAddr, request: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect(socket)?;
        write!(stream, "{request} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }
}
