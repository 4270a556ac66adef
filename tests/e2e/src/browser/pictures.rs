//! Pictures of what is on screen.

use std::{env, fs, process, thread};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fantoccini::Client;
use serde_json::{Value, json};

use super::engine::Engine;
use super::session::Browser;
use crate::stop::Must;

impl Browser<'_> {
    /// A picture of the whole page, as PNG; in `WebKit`, whose driver knows no other, of what the window shows.
    #[track_caller]
    pub fn picture(&self) -> Vec<u8> {
        let data = match self.engine() {
            Engine::Chromium => {
                let metrics = self.tell("Page.getLayoutMetrics", &json!({}));
                let size = |key: &str| {
                    metrics.pointer(&format!("/cssContentSize/{key}")).and_then(Value::as_f64).unwrap_or(0.0)
                };
                let clip = json!({ "x": 0, "y": 0, "width": size("width"), "height": size("height"), "scale": 1 });
                let shot = self.tell("Page.captureScreenshot", &json!({ "captureBeyondViewport": true, "clip": clip }));
                shot.get("data").cloned().unwrap_or_default()
            }
            Engine::Firefox => self.asked("taking a picture", "moz/screenshot/full"),
            Engine::WebKit => self.asked("taking a picture", "screenshot"),
        };
        STANDARD.decode(data.as_str().must("a picture")).must("reading a picture")
    }

    /// Leaves a picture of what a failing test saw; never fails itself.
    pub(super) fn leave_picture(&self, client: &Client) {
        let seen = self.within(async {
            let address = client.current_url().await.map(|url| url.to_string()).unwrap_or_default();
            (address, client.screenshot().await)
        });
        let name = thread::current().name().unwrap_or("test").replace("::", "-");
        let engine = self.engine().key();
        let path = env::temp_dir().join(format!("common-ground-e2e-failed-{engine}-{}-{name}.png", process::id()));
        if let Some((address, Ok(picture))) = seen
            && fs::write(&path, picture).is_ok()
        {
            let address: String = address.chars().take(200).collect();
            eprintln!("the page was at {address} in {engine}; a picture of it is {}", path.display());
        }
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
}
