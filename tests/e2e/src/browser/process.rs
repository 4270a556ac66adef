//! The program that drives one browser: `chromedriver`, `geckodriver`, `WebKitWebDriver`.

use std::io::{BufRead, BufReader, Read};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::engine::{Engine, configuration};
use crate::environment;
use crate::stop::{Must, stop};

/// How long a program may take to start.
const PATIENCE: Duration = Duration::from_secs(30);

/// How often one is started that ends at once.
const TRIES: usize = 3;

/// A program that runs; stopped when dropped, by a failing test too.
#[derive(Debug)]
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to stop.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A running driver, and the screen that its browser draws on where it cannot do without.
#[derive(Debug)]
pub(super) struct Process {
    // Declared, and so stopped, before the screen.
    driver: Running,
    _screen: Option<Running>,
    address: String,
}

impl Process {
    /// Starts it on a port that is free; what its browser leaves behind goes into the folder.
    #[track_caller]
    pub(super) fn start(engine: Engine, folder: &Path) -> Self {
        let mut command = Command::new(environment::driver());
        command.env("TMPDIR", folder).stdin(Stdio::null()).stderr(Stdio::null());
        match engine {
            Engine::Chromium => {
                command.args(["--port=0", "--log-level=SEVERE"]);
                Self::that_says_its_port(command, " on port ")
            }
            Engine::Firefox => {
                command.args(["--port", "0", "--websocket-port", "0"]);
                Self::that_says_its_port(command, "Listening on 127.0.0.1:")
            }
            Engine::WebKit => Self::webkit(command, folder),
        }
    }

    /// Where it is asked.
    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Starts a driver that takes a free port and says which. Now and then one takes a port that is free for one kind
    /// of address only, and ends at once: then it is started again.
    #[track_caller]
    fn that_says_its_port(mut command: Command, before: &'static str) -> Self {
        command.stdout(Stdio::piped());
        for _ in 0..TRIES {
            let mut driver = Running(command.spawn().must("starting a driver"));
            let output = driver.0.stdout.take().must("listening to a driver");
            let port: Option<u16> = told(output, move |line| {
                line.rsplit_once(before)
                    .and_then(|(_, end)| end.trim_end_matches('.').parse().ok())
                    .filter(|port| *port > 0)
            });
            if let Some(port) = port {
                return Self { driver, _screen: None, address: address(port) };
            }
        }
        stop("a driver ended before it said where it is")
    }

    /// It says nothing, and its browser needs a screen.
    #[track_caller]
    fn webkit(mut command: Command, folder: &Path) -> Self {
        let mut screen = Command::new(environment::screen());
        screen.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        screen.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut screen = Running(screen.spawn().must("starting a screen"));
        let output = screen.0.stdout.take().must("listening to a screen");
        let display: u32 = told(output, |line| line.trim().parse().ok()).must("waiting for a screen to say its number");
        let port = free_port();
        command
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            .env("DISPLAY", format!(":{display}"))
            .env("XDG_CONFIG_HOME", configuration(folder))
            .env("XDG_DATA_HOME", folder.join("profile"))
            .env("XDG_CACHE_HOME", folder.join("profile"))
            .env("LANGUAGE", "en_GB")
            .env("NO_AT_BRIDGE", "1")
            // Its sandbox wants rights that neither root nor a container has.
            .env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        let driver = Running(command.stdout(Stdio::null()).spawn().must("starting a driver"));
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if start.elapsed() > PATIENCE {
                stop("the driver of WebKit does not listen");
            }
            thread::sleep(Duration::from_millis(10));
        }
        Self { driver, _screen: Some(screen), address: address(port) }
    }

    /// Ends it at once, as a power cut does.
    pub(super) fn kill(&mut self) {
        let _ = self.driver.0.kill();
    }
}

fn address(port: u16) -> String {
    format!("http://127.0.0.1:{port}")
}

/// A port that nobody listens on now.
#[track_caller]
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).must("asking for a port");
    listener.local_addr().must("asking for a port").port()
}

/// The first of a program's lines that means something; `None` where it ends or takes too long before.
fn told<T: Send + 'static>(
    output: impl Read + Send + 'static,
    read: impl Fn(&str) -> Option<T> + Send + 'static,
) -> Option<T> {
    let (tell, told) = mpsc::channel();
    // It is listened to until it ends, so that it never waits for somebody to read what it says.
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(value) = read(&line) {
                // Nobody asks twice.
                let _ = tell.send(value);
            }
        }
    });
    told.recv_timeout(PATIENCE).ok()
}
