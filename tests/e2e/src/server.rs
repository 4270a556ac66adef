//! A small server: each request is answered as a test says.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

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

/// Answers each path of a request, without the `/` it begins with and what follows `?`, as long as the tests run; hangs
/// up where there is no answer. Gives the port.
#[track_caller]
pub fn start(answer: impl Fn(&str) -> Option<Reply> + Send + Sync + 'static) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).must("listening on a port");
    let port = listener.local_addr().must("asking for the port").port();
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = Arc::clone(&answer);
            // A browser that has gone away needs no answer.
            thread::spawn(move || serve(&stream, &*answer).unwrap_or_default());
        }
    });
    port
}

fn serve(mut stream: &TcpStream, answer: &dyn Fn(&str) -> Option<Reply>) -> io::Result<()> {
    let mut reader = BufReader::new(stream);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let path = first.split(' ').nth(1).unwrap_or_default().trim_start_matches('/');
    let Some(Reply { status, headers, body }) = answer(path.split(['?', '#']).next().unwrap_or_default()) else {
        return Ok(());
    };
    let mut head = format!("HTTP/1.1 {status} x\r\nContent-Length: {}\r\nConnection: close\r\n", body.len());
    for (name, value) in headers {
        head.extend([name.as_str(), ": ", &value, "\r\n"]);
    }
    stream.write_all(head.as_bytes())?;
    stream.write_all(b"\r\n")?;
    stream.write_all(&body)
}
