//! A server of another origin: pages that frame the page, and the page itself as another server would give it.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use crate::environment;
use crate::stop::Must;

/// What is answered to a request.
#[derive(Clone, Debug)]
pub struct Reply {
    /// `200`, `404`.
    pub status: u16,
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// What follows them.
    pub body: Vec<u8>,
}

impl Reply {
    /// A page.
    pub fn page(markup: &str) -> Self {
        let headers = vec![("Content-Type".to_owned(), "text/html; charset=utf-8".to_owned())];
        Self { status: 200, headers, body: markup.as_bytes().to_vec() }
    }

    /// That there is none.
    pub const fn missing() -> Self {
        Self { status: 404, headers: Vec::new(), body: Vec::new() }
    }

    /// The same with another header.
    #[must_use]
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A server that answers as long as the tests run.
#[derive(Debug)]
pub struct Host {
    port: u16,
}

impl Host {
    /// Answers each path of a request, without the `/` it begins with.
    #[track_caller]
    pub fn start(answer: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").must("listening on a port");
        let port = listener.local_addr().must("asking for the port").port();
        let answer = Arc::new(answer);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let answer = Arc::clone(&answer);
                // A browser that has gone away needs no answer.
                thread::spawn(move || serve(&stream, &*answer).unwrap_or_default());
            }
        });
        Self { port }
    }

    /// A server of one page.
    #[track_caller]
    pub fn of(markup: String) -> Self {
        Self::start(move |path| if path.is_empty() { Reply::page(&markup) } else { Reply::missing() })
    }

    /// Its address. Its name is another than that of the page's server, so that it is another site too.
    pub fn address(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }

    /// Its origin as the page names it.
    pub fn name(&self) -> String {
        format!("http://localhost:{}", self.port)
    }
}

fn serve(stream: &TcpStream, answer: &dyn Fn(&str) -> Reply) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let path = first.split(' ').nth(1).unwrap_or_default().trim_start_matches('/');
    let Reply { status, headers, body } = answer(path.split(['?', '#']).next().unwrap_or_default());
    let mut head = format!("HTTP/1.1 {status} x\r\nContent-Length: {}\r\nConnection: close\r\n", body.len());
    for (name, value) in headers {
        head.push_str(&[name.as_str(), ": ", value.as_str(), "\r\n"].concat());
    }
    let mut stream = stream;
    stream.write_all(head.as_bytes())?;
    stream.write_all(b"\r\n")?;
    stream.write_all(&body)
}

/// A file of the page, as its server gives it.
#[track_caller]
pub fn file(path: &str) -> Reply {
    let address = environment::page();
    let server = address.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(server).must("asking the server of the page");
    let ask = format!("GET /{path} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n\r\n");
    stream.write_all(ask.as_bytes()).must("asking for a file");
    let mut whole = Vec::new();
    stream.read_to_end(&mut whole).must("reading a file");
    let end = whole.windows(4).position(|four| four == b"\r\n\r\n").must("an answer with headers");
    let (head, body) = whole.split_at(end);
    let head = String::from_utf8_lossy(head).into_owned();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).must("a status");
    let kept = |name: &str| !["content-length", "connection"].contains(&name.to_ascii_lowercase().as_str());
    let headers = head.lines().skip(1).filter_map(|line| line.split_once(": "));
    let headers = headers.filter(|(name, _)| kept(name)).map(|(name, value)| (name.to_owned(), value.to_owned()));
    Reply { status, headers: headers.collect(), body: body.get(4..).unwrap_or_default().to_vec() }
}

/// The markup that takes `embed.js` from the server of the page, with the hash that the documentation beside it names.
#[track_caller]
pub fn script() -> String {
    let document = String::from_utf8_lossy(&file("embedding.md").body).into_owned();
    let integrity = document.split("integrity=\"").nth(1).and_then(|rest| rest.split('"').next()).must("a hash");
    format!(
        "<script src=\"{}embed.js\" crossorigin=\"anonymous\" integrity=\"{integrity}\"></script>",
        environment::page()
    )
}
