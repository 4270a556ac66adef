//! A browser with an empty profile: one call after another.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element as Found, ElementRef};
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use super::driver::Driver;
use super::engine::{Engine, Setting};
use super::process::Process;
use super::words::{Element, Extra, Window};
use crate::folder::Folder;
use crate::stop::{Must, stop};

/// How long something may take to happen.
const PATIENCE: Duration = Duration::from_secs(30);

/// How long a driver may take for one answer: one that has died or waits for a page that never ends gives none.
const LONGEST: Duration = Duration::from_mins(2);

/// What the driver of `WebKit` says of a script whose page goes away while it runs.
const NO_RESULT: &str = "Could not parse script result";

/// How often a window is asked for another size until its inside has the right one.
const SIZINGS: usize = 5;

/// What came of a click.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Click {
    /// It was done.
    Done,
    /// Something else lay where it would have gone.
    Covered,
    /// The page has taken the element away since it was found.
    Gone,
}

/// A running browser with a profile of its own; closed when dropped.
pub struct Browser<'driver> {
    runtime: Runtime,
    client: RefCell<Option<Client>>,
    pub(super) heard: RefCell<Vec<String>>,
    pub(super) downloads: Cell<usize>,
    // One for each browser: the drivers of Firefox and WebKit drive no second one. Stopped before the folder goes.
    process: RefCell<Process>,
    folder: Folder,
    settings: Vec<Setting>,
    driver: &'driver Driver,
}

impl<'driver> Browser<'driver> {
    #[track_caller]
    pub(super) fn start(driver: &'driver Driver, settings: &[Setting]) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().must("starting a runtime");
        let folder = Folder::new();
        let process = RefCell::new(Process::start(driver.engine(), folder.path()));
        let (client, heard, downloads) = (RefCell::default(), RefCell::default(), Cell::new(0));
        let browser = Self { runtime, client, heard, downloads, process, folder, settings: settings.to_vec(), driver };
        browser.connect();
        browser
    }

    #[track_caller]
    fn connect(&self) {
        let capabilities = self.engine().capabilities(self.folder(), &self.settings);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let address = self.process.borrow().address().to_owned();
        let client = self.answer(builder.connect(&address)).must("the driver, starting a browser");
        *self.client.borrow_mut() = Some(client);
    }

    /// The engine that runs it.
    pub const fn engine(&self) -> Engine {
        self.driver.engine()
    }

    /// What comes of it; nothing where it takes too long.
    pub(super) fn within<T>(&self, future: impl Future<Output = T>) -> Option<T> {
        self.runtime.block_on(async { timeout(LONGEST, future).await.ok() })
    }

    /// The same, for what a test cannot go on without.
    #[track_caller]
    fn answer<T>(&self, future: impl Future<Output = T>) -> T {
        self.within(future).must("the driver, answering in time")
    }

    /// Ends the browser as a power cut does, without a word, and starts it again with the same profile.
    ///
    /// Not in `WebKit`: a browser that is driven there keeps its profile in memory.
    #[track_caller]
    pub fn kill_and_start_again(&self) {
        let key = match self.engine() {
            Engine::Chromium => "goog:processID",
            Engine::Firefox => "moz:processID",
            Engine::WebKit => stop("a browser of WebKit that is driven keeps nothing on disk"),
        };
        let client = self.client.borrow_mut().take().must("a browser that runs");
        let id = client.capabilities().and_then(|all| all.get(key)).and_then(Value::as_u64).must("a process");
        let killed = Command::new("kill").args(["-KILL", &id.to_string()]).status().must("killing a browser");
        if !killed.success() {
            stop("the browser could not be killed");
        }
        self.process.borrow_mut().kill();
        *self.process.borrow_mut() = Process::start(self.engine(), self.folder());
        self.connect();
    }

    /// Waits for an answer of the driver.
    #[track_caller]
    fn ask<T>(&self, doing: &str, ask: impl AsyncFnOnce(Client) -> Result<T, CmdError>) -> T {
        let client = self.client.borrow().clone().must("a browser that runs");
        self.answer(ask(client)).must(&format!("the driver, {doing}"))
    }

    /// The same about an element; nothing where the page has taken it away, or made it anew, since it was found.
    #[track_caller]
    fn ask_about<T>(&self, doing: &str, ask: impl AsyncFnOnce(Client) -> Result<T, CmdError>) -> Option<T> {
        self.ask(doing, async |client| match ask(client).await {
            Err(CmdError::Standard(said))
                if said.error == ErrorStatus::StaleElementReference || said.message.contains(NO_RESULT) =>
            {
                Ok(None)
            }
            answer => answer.map(Some),
        })
    }

    /// Goes to an address.
    #[track_caller]
    pub fn goto(&self, address: &str) {
        self.listen();
        self.ask("going to an address", async |client| client.goto(address).await);
        self.listen();
    }

    /// Goes back in the history.
    #[track_caller]
    pub fn back(&self) {
        self.ask("going back", async |client| client.back().await);
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.listen();
        self.ask("loading again", async |client| client.refresh().await);
        self.listen();
    }

    /// What `script` returns; it finds its arguments in `arguments`. Run again where the page went away under it: the
    /// driver of `WebKit` has no answer then, and what the script did is gone with the page.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        let once_more = arguments.clone();
        let again = || self.ask("running a script", async |client| client.execute(script, once_more).await);
        self.run_about(script, arguments).unwrap_or_else(again)
    }

    /// What `script` hands to its last argument, a function.
    #[track_caller]
    pub fn run_and_wait(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.ask("running a script", async |client| client.execute_async(script, arguments).await)
    }

    /// The same about elements, as arguments or as what it returns; nothing where one of them is gone.
    #[track_caller]
    pub fn run_about(&self, script: &str, arguments: Vec<Value>) -> Option<Value> {
        self.ask_about("running a script", async |client| client.execute(script, arguments).await)
    }

    /// What `script` hands to its last argument, about elements; nothing where one of them is gone.
    #[track_caller]
    pub fn run_about_and_wait(&self, script: &str, arguments: Vec<Value>) -> Option<Value> {
        self.ask_about("running a script", async |client| client.execute_async(script, arguments).await)
    }

    /// A command that only some drivers know, with what it is told.
    #[track_caller]
    pub(super) fn extra(&self, doing: &str, path: &'static str, body: Value) -> Value {
        self.ask(doing, async |client| client.issue_cmd(Extra { method: Method::POST, path, body: Some(body) }).await)
    }

    /// A question that only some drivers know.
    #[track_caller]
    pub(super) fn asked(&self, doing: &str, path: &'static str) -> Value {
        self.ask(doing, async |client| client.issue_cmd(Extra { method: Method::GET, path, body: None }).await)
    }

    /// A command of Chromium's protocol for developer tools.
    #[track_caller]
    pub fn tell(&self, command: &str, parameters: &Value) -> Value {
        self.extra(command, "goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
    }

    /// The size of the window's inside, exactly. Only Chromium makes it narrower than some 500 pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        if self.engine() == Engine::Chromium {
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.tell("Emulation.setDeviceMetricsOverride", &size);
            return;
        }
        let inside = || {
            let size = self.run("return [innerWidth, innerHeight]", Vec::new());
            let at = |at: usize| size.get(at).and_then(Value::as_u64).and_then(|size| u32::try_from(size).ok());
            (at(0).must("a width"), at(1).must("a height"))
        };
        let (mut outer_width, mut outer_height) = (width, height);
        for _ in 0..SIZINGS {
            self.ask("resizing", async |client| client.set_window_size(outer_width, outer_height).await);
            let start = Instant::now();
            // A window gets its size a little after it was given.
            while inside() != (width, height) && start.elapsed() < Duration::from_millis(300) {
                thread::sleep(Duration::from_millis(15));
            }
            let (now_wide, now_high) = inside();
            if (now_wide, now_high) == (width, height) {
                return;
            }
            outer_width = (outer_width + width).saturating_sub(now_wide);
            outer_height = (outer_height + height).saturating_sub(now_high);
        }
        stop(format!("a window of {width} by {height} is not to be had; it is {:?}", inside()));
    }

    /// Clicks in the middle of an element, unless something else lies over it or it is gone.
    #[track_caller]
    #[must_use]
    pub fn click(&self, element: &Element) -> Click {
        let clicked = self.ask_about("clicking", async |client| {
            match Found::from_element_id(client, ElementRef::from(element.0.clone())).click().await {
                Err(CmdError::Standard(said)) if said.error == ErrorStatus::ElementClickIntercepted => {
                    Ok(Click::Covered)
                }
                clicked => clicked.map(|()| Click::Done),
            }
        });
        clicked.unwrap_or(Click::Gone)
    }

    /// Types into an element; into one for files, the path of a file.
    #[track_caller]
    pub fn type_into(&self, element: &Element, text: &str) {
        let id = ElementRef::from(element.0.clone());
        self.ask("typing", async |client| Found::from_element_id(client, id).send_keys(text).await);
    }

    /// Presses keys together: the first goes down first and up last.
    #[track_caller]
    pub fn press(&self, chord: &[char]) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for key in chord {
            actions = actions.then(KeyAction::Down { value: *key });
        }
        for key in chord.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *key });
        }
        self.ask("pressing keys", async |client| client.perform_actions(actions).await);
    }

    /// Puts a text into the clipboard, from where the keys for it paste.
    #[track_caller]
    pub fn copy(&self, text: &str) {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.tell("Browser.grantPermissions", &permissions);
        let copy = "const [text, done] = arguments;
            navigator.clipboard.writeText(text).then(() => done(true), (error) => done(String(error)));";
        let copied = self.run_and_wait(copy, vec![json!(text)]);
        if copied != json!(true) {
            stop(format!("a text cannot be copied: {copied}"));
        }
    }

    /// The window that is in use.
    #[track_caller]
    pub fn window(&self) -> Window {
        Window(self.ask("asking for the window", async |client| client.window().await))
    }

    /// Opens another window of the same profile, and uses it.
    #[track_caller]
    pub fn open_window(&self) -> Window {
        let opened = self.ask("opening a window", async |client| client.new_window(false).await);
        let window = Window(opened.handle);
        self.switch(&window);
        window
    }

    /// Uses a window.
    #[track_caller]
    pub fn switch(&self, window: &Window) {
        let handle = window.0.clone();
        self.ask("switching windows", async |client| client.switch_to_window(handle).await);
    }

    /// Uses the document in a frame; scripts and clicks go there.
    #[track_caller]
    pub fn enter(&self, frame: &Element) {
        let id = ElementRef::from(frame.0.clone());
        self.ask("entering a frame", async |client| Found::from_element_id(client, id).enter_frame().await);
    }

    /// Uses the document around the frame again.
    #[track_caller]
    pub fn leave_frame(&self) {
        self.ask("leaving a frame", async |client| client.enter_parent_frame().await);
    }

    /// Waits until something holds.
    #[track_caller]
    pub fn wait_until(&self, what: &str, mut holds: impl FnMut() -> bool) {
        let start = Instant::now();
        while !holds() {
            if start.elapsed() > PATIENCE {
                stop(format!("in {PATIENCE:?} this did not happen: {what}"));
            }
            thread::sleep(Duration::from_millis(15));
        }
    }

    /// A folder for files that a test makes.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for Browser<'_> {
    fn drop(&mut self) {
        let Some(client) = self.client.borrow_mut().take() else { return };
        if thread::panicking() {
            self.leave_picture(&client);
        }
        // The driver, which ends next, takes a browser that cannot be closed with it.
        let _ = self.within(client.close());
    }
}
