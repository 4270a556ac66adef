//! The program that drives browsers: started for a test, stopped with it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::session::Browser;
use crate::environment;
use crate::folder::Folder;
use crate::stop::Must;
use crate::turn::Turn;

/// How long it may take to start.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running `chromedriver`; stopped when dropped, by a failing test too.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    address: String,
    // Last, in this order: the folder goes when the program has ended, and only then the next test begins.
    _folder: Folder,
    _turn: Turn,
}

impl Driver {
    /// Starts it on a port that is free.
    #[track_caller]
    pub fn start() -> Self {
        let turn = Turn::take();
        let folder = Folder::new();
        let process = Command::new(environment::driver())
            .args(["--port=0", "--log-level=SEVERE"])
            // What the browser leaves behind goes with the folder.
            .env("TMPDIR", folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .must("starting chromedriver");
        let mut driver = Self { process, address: String::new(), _folder: folder, _turn: turn };
        driver.address = format!("http://127.0.0.1:{}", driver.port());
        driver
    }

    /// The port that it says it listens on.
    #[track_caller]
    fn port(&mut self) -> u16 {
        let output = self.process.stdout.take().must("listening to chromedriver");
        let (tell, told) = mpsc::channel();
        // It is listened to until it ends, so that it never waits for somebody to read what it says.
        thread::spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                let port = line.rsplit_once(" on port ").and_then(|(_, end)| end.trim_end_matches('.').parse().ok());
                if let Some(port) = port.filter(|port| *port > 0) {
                    // Nobody asks twice.
                    let _ = tell.send(port);
                }
            }
        });
        told.recv_timeout(PATIENCE).must("waiting for chromedriver to say its port")
    }

    /// A browser with an empty profile.
    #[track_caller]
    pub fn browser(&self) -> Browser<'_> {
        Browser::start(self)
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to stop.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
