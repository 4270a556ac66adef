//! A server of another origin: pages that frame the page, and the page itself as another server would give it.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::environment;
use crate::server::{self, Reply};
use crate::stop::Must;

/// A server that answers as long as the tests run.
#[derive(Debug)]
pub struct Host {
    port: u16,
}

impl Host {
    /// Answers each path of a request, without the `/` it begins with.
    #[track_caller]
    pub fn start(answer: impl Fn(&str) -> Reply + Send + Sync + 'static) -> Self {
        Self { port: server::start(move |path| Some(answer(path))) }
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
