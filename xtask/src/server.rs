//! A server of the files in one folder, to this machine only.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use hyper::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, HeaderName, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use hyper::server::conn::http1::Builder as Http1;
use hyper_util::rt::TokioIo;
use hyper_util::service::TowerToHyperService;
use tokio::runtime::Builder as Runtime;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeader;

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
    listener: TcpListener,
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
        let listener = listen(ports.clone()).with_context(|| format!("listening on port {}", ports.start()))?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address, folder: folder.to_path_buf() })
    }

    /// Where the page is, as one types it into a browser.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Answers requests until the program ends. However many connections a browser keeps open, none waits for another.
    pub fn run(self) -> Result<()> {
        let runtime = Runtime::new_current_thread().enable_all().build().context("starting the server")?;
        runtime.block_on(self.answer()).context("serving the page")
    }

    /// Answers requests beside what the program does next; gives the address.
    pub fn run_aside(self) -> String {
        let address = self.address();
        // What the page then does not get, its tests say.
        thread::spawn(move || self.run());
        address
    }

    async fn answer(self) -> io::Result<()> {
        self.listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(self.listener)?;
        let files = ServeDir::new(self.folder);
        // A new build is seen by reloading.
        let files = with(files, CACHE_CONTROL, "no-cache");
        let files = with(files, X_CONTENT_TYPE_OPTIONS, "nosniff");
        // In a sandbox the page has no origin, and may fetch its own program only where everybody may.
        let files = TowerToHyperService::new(with(files, ACCESS_CONTROL_ALLOW_ORIGIN, "*"));
        loop {
            let Ok((stream, _)) = listener.accept().await else {
                // It was gone before it was taken, or there are too many: some end while nothing is done.
                tokio::time::sleep(Duration::from_millis(10)).await;
                continue;
            };
            // A browser that goes away needs no answer.
            tokio::spawn(Http1::new().serve_connection(TokioIo::new(stream), files.clone()));
        }
    }
}

/// Adds a header to every answer.
fn with<S>(service: S, name: HeaderName, value: &'static str) -> SetResponseHeader<S, HeaderValue> {
    SetResponseHeader::overriding(service, name, HeaderValue::from_static(value))
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

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::{env, fs, process};

    use super::*;

    #[test]
    fn the_server_answers_with_the_file_its_type_or_404() -> Result<()> {
        let (folder, socket) = serve_a_folder("types")?;
        let check = |request: &str, starts: &str, contains: &str| -> Result<()> {
            let answer = ask(socket, request)?;
            let answer = answer.to_ascii_lowercase();
            assert!(answer.starts_with(starts) && answer.contains(contains), "{request}: {answer}");
            Ok(())
        };
        check("GET /", "http/1.1 200", "<p>here")?;
        check("GET /index.html?x", "http/1.1 200", "content-type: text/html")?;
        check("HEAD /", "http/1.1 200", "content-length: 7")?;
        // A browser runs a module or compiles wasm only under the right type.
        check("GET /a.js", "http/1.1 200", "content-type: text/javascript")?;
        check("GET /a.wasm", "http/1.1 200", "content-type: application/wasm")?;
        check("GET /a.webmanifest", "http/1.1 200", "content-type: application/manifest+json")?;
        check("GET /a.svg", "http/1.1 200", "content-type: image/svg+xml")?;
        check("GET /", "http/1.1 200", "cache-control: no-cache")?;
        check("GET /", "http/1.1 200", "access-control-allow-origin: *")?;
        check("GET /nothing", "http/1.1 404", "")?;
        check("POST /", "http/1.1 405", "")?;
        Ok(fs::remove_dir_all(&folder)?)
    }

    #[test]
    fn an_address_that_leads_out_of_the_folder_is_not_answered() -> Result<()> {
        let (folder, socket) = serve_a_folder("outside")?;
        let secret = folder.with_extension("secret");
        fs::write(&secret, "secret")?;
        let name = secret.file_name().unwrap_or_default().to_string_lossy();
        for way in ["/../", "/%2e%2e/", "/a/..%2f../", "/..%2f", "/..%5c", "/./../", "//..//"] {
            let answer = ask(socket, &format!("GET {way}{name}"))?;
            assert!(answer.starts_with("HTTP/1.1 4") && !answer.contains("secret"), "{way}: {answer}");
        }
        fs::remove_file(&secret)?;
        Ok(fs::remove_dir_all(&folder)?)
    }

    #[test]
    fn connections_that_stay_open_keep_no_other_waiting() -> Result<()> {
        let (folder, socket) = serve_a_folder("waiting")?;
        let mut open = Vec::new();
        for _ in 0..100 {
            let mut stream = TcpStream::connect(socket)?;
            stream.set_read_timeout(Some(Duration::from_secs(20)))?;
            write!(stream, "GET / HTTP/1.1\r\nHost: x\r\n\r\n")?;
            open.push(stream);
        }
        for stream in &mut open {
            let mut start = [0; 12];
            stream.read_exact(&mut start)?;
            assert_eq!(&start, b"HTTP/1.1 200");
        }
        Ok(fs::remove_dir_all(&folder)?)
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

    /// A folder with a file of each kind, served.
    fn serve_a_folder(name: &str) -> Result<(PathBuf, SocketAddr)> {
        let folder = env::temp_dir().join(format!("common-ground-server-{}-{name}", process::id()));
        fs::create_dir_all(&folder)?;
        for file in ["index.html", "a.js", "a.wasm", "a.webmanifest", "a.svg"] {
            fs::write(folder.join(file), "<p>here")?;
        }
        let server = Server::start(&folder, Port::Exactly(0))?;
        let socket = server.address;
        assert_eq!(server.run_aside(), format!("http://{socket}/"));
        Ok((folder, socket))
    }

    fn ask(socket: SocketAddr, request: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect(socket)?;
        write!(stream, "{request} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }
}
