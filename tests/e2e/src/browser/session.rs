//! A browser with an empty profile: one call after another.

use std::cell::RefCell;
use std::marker::PhantomData;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element as Found, ElementRef};
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::{Builder, Runtime};

use super::driver::Driver;
use super::words::{Element, Extra, Window};
use crate::environment;
use crate::folder::Folder;
use crate::stop::{Must, stop};

/// How long something may take to happen.
const PATIENCE: Duration = Duration::from_secs(15);

/// A running browser with a profile of its own; closed when dropped.
pub struct Browser<'driver> {
    runtime: Runtime,
    client: RefCell<Option<Client>>,
    folder: Folder,
    driver: PhantomData<&'driver Driver>,
}

impl<'driver> Browser<'driver> {
    #[track_caller]
    pub(super) fn start(driver: &'driver Driver) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().must("starting a runtime");
        let folder = Folder::new();
        let downloads = folder.path().join("downloads");
        fs::create_dir_all(&downloads).must("making a folder for downloads");
        let profile = folder.path().join("profile");
        let capabilities = json!({
            "goog:chromeOptions": {
                "binary": environment::browser(),
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-dev-shm-usage",
                    "--lang=en-GB", "--hide-scrollbars", "--window-size=1280,900",
                    format!("--user-data-dir={}", profile.display()),
                ],
                "prefs": { "download.default_directory": downloads, "download.prompt_for_download": false },
            },
            "goog:loggingPrefs": { "browser": "SEVERE" },
            "unhandledPromptBehavior": "ignore",
        });
        let Value::Object(capabilities) = capabilities else { stop("capabilities are an object") };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let client = runtime.block_on(builder.connect(driver.address())).must("starting a browser");
        Self { runtime, client: RefCell::new(Some(client)), folder, driver: PhantomData }
    }

    /// Waits for an answer of the driver.
    #[track_caller]
    fn ask<T>(&self, doing: &str, ask: impl AsyncFnOnce(Client) -> Result<T, CmdError>) -> T {
        let client = self.client.borrow().clone().must("a browser that runs");
        self.runtime.block_on(ask(client)).must(doing)
    }

    /// Goes to an address.
    #[track_caller]
    pub fn goto(&self, address: &str) {
        self.ask("going to an address", async |client| client.goto(address).await);
    }

    /// Goes back in the history.
    #[track_caller]
    pub fn back(&self) {
        self.ask("going back", async |client| client.back().await);
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.ask("loading again", async |client| client.refresh().await);
    }

    /// What `script` returns; it finds its arguments in `arguments`.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.ask("running a script", async |client| client.execute(script, arguments).await)
    }

    /// What `script` hands to its last argument, a function.
    #[track_caller]
    pub fn run_and_wait(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.ask("running a script", async |client| client.execute_async(script, arguments).await)
    }

    /// A command of the browser's own protocol for developer tools.
    #[track_caller]
    pub fn tell(&self, command: &str, parameters: &Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.ask(command, async |client| client.issue_cmd(Extra { path: "goog/cdp/execute", body }).await)
    }

    /// Runs `script` in every document that is opened from now on, before anything of the page's own.
    #[track_caller]
    pub fn before_loading(&self, script: &str) {
        self.tell("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
    }

    /// The size of the window's inside, exactly.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.tell("Emulation.setDeviceMetricsOverride", &size);
    }

    /// Asks the page for less movement, as the system's setting does.
    #[track_caller]
    pub fn calm(&self) {
        let features = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        self.tell("Emulation.setEmulatedMedia", &features);
    }

    /// Clicks in the middle of an element.
    #[track_caller]
    pub fn click(&self, element: &Element) {
        let id = ElementRef::from(element.0.clone());
        self.ask("clicking", async |client| Found::from_element_id(client, id).click().await);
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

    /// Puts text where the cursor is, as a keyboard of any script does.
    #[track_caller]
    pub fn insert(&self, text: &str) {
        self.tell("Input.insertText", &json!({ "text": text }));
    }

    /// Puts a text into the clipboard, from where the keys for it paste.
    #[track_caller]
    pub fn copy(&self, text: &str) {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.tell("Browser.grantPermissions", &permissions);
        let copy = "const [text, done] = arguments;
            navigator.clipboard.writeText(text).then(() => done(true), (error) => done(String(error)));";
        let copied = self.run_and_wait(copy, vec![json!(text)]);
        assert_eq!(copied, json!(true), "copying a text");
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

    /// Waits for a download that was not there before and ends in `end`; its path.
    #[track_caller]
    pub fn downloaded(&self, end: &str, download: impl FnOnce()) -> PathBuf {
        let folder = self.folder.path().join("downloads");
        let list = || -> Vec<PathBuf> {
            let entries = fs::read_dir(&folder).must("looking at the downloads");
            entries.flatten().map(|entry| entry.path()).filter(|path| path.to_string_lossy().ends_with(end)).collect()
        };
        let before = list();
        download();
        let mut new = None;
        self.wait_until(&format!("a download that ends in {end}"), || {
            new = list().into_iter().find(|path| !before.contains(path));
            new.is_some()
        });
        new.must("the download")
    }

    /// What the browser prints, as PDF on A4.
    #[track_caller]
    pub fn printed(&self) -> Vec<u8> {
        let size =
            json!({ "paperWidth": 8.27, "paperHeight": 11.69, "preferCSSPageSize": true, "printBackground": true });
        let printed = self.tell("Page.printToPDF", &size);
        let text = printed.get("data").and_then(Value::as_str).must("a printed document");
        STANDARD.decode(text).must("a document in base64")
    }

    /// A folder for files that a test makes.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What the page has complained about in the browser's console since this was asked last.
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        let body = json!({ "type": "browser" });
        let log =
            self.ask("reading the console", async |client| client.issue_cmd(Extra { path: "se/log", body }).await);
        let entries = log.as_array().cloned().unwrap_or_default();
        entries.iter().filter_map(|entry| entry.get("message")?.as_str().map(str::to_owned)).collect()
    }

    /// A picture of the whole page, as PNG.
    #[track_caller]
    pub fn picture(&self) -> Vec<u8> {
        let metrics = self.tell("Page.getLayoutMetrics", &json!({}));
        let size =
            |key: &str| metrics.pointer(&format!("/cssContentSize/{key}")).and_then(Value::as_f64).unwrap_or(0.0);
        let clip = json!({ "x": 0, "y": 0, "width": size("width"), "height": size("height"), "scale": 1 });
        let shot = self.tell("Page.captureScreenshot", &json!({ "captureBeyondViewport": true, "clip": clip }));
        let data = shot.get("data").and_then(Value::as_str).must("a picture");
        STANDARD.decode(data).must("reading a picture")
    }

    /// Leaves a picture of what a failing test saw; never fails itself.
    fn leave_picture(&self, client: &Client) {
        let seen = self.runtime.block_on(async {
            let address = client.current_url().await.map(|url| url.to_string()).unwrap_or_default();
            (address, client.screenshot().await)
        });
        let name = thread::current().name().unwrap_or("test").replace("::", "-");
        let path = env::temp_dir().join(format!("common-ground-e2e-failed-{}-{name}.png", process::id()));
        if let (address, Ok(picture)) = seen
            && fs::write(&path, picture).is_ok()
        {
            let address: String = address.chars().take(200).collect();
            eprintln!("the page was at {address}; a picture of it is {}", path.display());
        }
    }
}

impl Drop for Browser<'_> {
    fn drop(&mut self) {
        let Some(client) = self.client.borrow_mut().take() else { return };
        if thread::panicking() {
            self.leave_picture(&client);
        }
        // The driver, which ends next, takes a browser that cannot be closed with it.
        let _ = self.runtime.block_on(client.close());
    }
}
