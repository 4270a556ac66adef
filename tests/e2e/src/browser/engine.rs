//! The engines that the page is driven in, and what each calls the same thing.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use crate::environment;
use crate::stop::Must;

/// What draws the page and runs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, of Chromium.
    Chromium,
    /// Gecko, of Firefox.
    Firefox,
    /// `WebKit`, of the `MiniBrowser` that comes with `WebKitGTK`.
    WebKit,
}

/// How a browser is set up before it starts, beside an empty profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The system asks for less movement.
    Calm,
    /// The browser lets no page keep anything.
    NoStorage,
    /// It notes every request; Chromium only.
    Requests,
}

impl Engine {
    /// Its name in the environment.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The engine of that name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Chromium, Self::Firefox, Self::WebKit].into_iter().find(|engine| engine.key() == name)
    }

    /// What its driver is asked for: a browser whose profile and downloads are in `folder`.
    #[track_caller]
    pub(super) fn capabilities(self, folder: &Path, settings: &[Setting]) -> Map<String, Value> {
        let (downloads, profile) = (folder.join("downloads"), folder.join("profile"));
        for path in [&downloads, &profile] {
            fs::create_dir_all(path).must("making a folder for a browser");
        }
        let (key, options) = match self {
            Self::Chromium => ("goog:chromeOptions", chromium(&downloads, &profile, settings)),
            Self::Firefox => ("moz:firefoxOptions", firefox(&downloads, &profile, settings)),
            Self::WebKit => ("webkitgtk:browserOptions", webkit(folder, &downloads, settings)),
        };
        let mut capabilities = Map::new();
        capabilities.insert("unhandledPromptBehavior".to_owned(), json!("ignore"));
        // Half a minute, as drivers have it, is short for fifty megabytes on a busy machine.
        capabilities.insert("timeouts".to_owned(), json!({ "script": 120_000 }));
        capabilities.insert(key.to_owned(), options);
        if self == Self::Chromium {
            capabilities.insert("goog:loggingPrefs".to_owned(), json!({ "browser": "SEVERE" }));
            if settings.contains(&Setting::Requests) {
                let log = json!({ "browser": "SEVERE", "performance": "ALL" });
                capabilities.insert("goog:loggingPrefs".to_owned(), log);
            }
        }
        capabilities
    }
}

fn chromium(downloads: &Path, profile: &Path, settings: &[Setting]) -> Value {
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-dev-shm-usage",
        "--lang=en-GB",
        "--hide-scrollbars",
        "--window-size=1280,900",
    ]
    .map(str::to_owned)
    .to_vec();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    if settings.contains(&Setting::Calm) {
        arguments.push("--force-prefers-reduced-motion".to_owned());
    }
    let preferences = json!({
        "download.default_directory": downloads,
        "download.prompt_for_download": false,
        // What people switch on as "block all cookies": 2. As it comes: 1.
        "profile.default_content_setting_values.cookies": if settings.contains(&Setting::NoStorage) { 2 } else { 1 },
    });
    json!({ "binary": environment::browser(), "args": arguments, "prefs": preferences })
}

fn firefox(downloads: &Path, profile: &Path, settings: &[Setting]) -> Value {
    let preferences = json!({
        "intl.accept_languages": "en-GB",
        // 2: into the folder that is named next.
        "browser.download.folderList": 2,
        "browser.download.dir": downloads,
        "browser.download.alwaysOpenPanel": false,
        "browser.download.always_ask_before_handling_new_types": false,
        // A test asks nobody but the page.
        "app.normandy.enabled": false,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "ui.prefersReducedMotion": u8::from(settings.contains(&Setting::Calm)),
        // What people switch on as "block all cookies": 2. As it comes: 5.
        "network.cookie.cookieBehavior": if settings.contains(&Setting::NoStorage) { 2 } else { 5 },
    });
    json!({ "binary": environment::browser(), "args": ["-headless", "-profile", profile], "prefs": preferences })
}

/// The profile is gone with the browser: one that is driven keeps nothing on disk.
#[track_caller]
fn webkit(folder: &Path, downloads: &Path, settings: &[Setting]) -> Value {
    let configuration = configuration(folder);
    fs::create_dir_all(configuration.join("gtk-3.0")).must("making a folder for a browser");
    let places = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads.display());
    fs::write(configuration.join("user-dirs.dirs"), places).must("telling a browser where downloads go");
    let moving = u8::from(!settings.contains(&Setting::Calm));
    let desktop = format!("[Settings]\ngtk-enable-animations={moving}\n");
    fs::write(configuration.join("gtk-3.0/settings.ini"), desktop).must("telling a browser what may move");
    let mut arguments = vec!["--automation"];
    if settings.contains(&Setting::NoStorage) {
        arguments.push("--enable-html5-local-storage=false");
    }
    json!({ "binary": environment::browser(), "args": arguments })
}

/// Where programs of a desktop look for their configuration.
pub(super) fn configuration(folder: &Path) -> PathBuf {
    folder.join("configuration")
}
