//! What the page complains about behind the scenes.

use serde_json::{Value, json};

use super::engine::Engine;
use super::session::Browser;

/// Listens to what goes wrong in a document that has been loaded, and gives what was heard since this was asked last.
///
/// Only Chromium's driver hands over its console. Elsewhere what happens before a document is loaded is not heard; a
/// page that cannot start does not get as far as a test's first step.
const LISTEN: &str = "
    if (!window.complaints) {
        window.complaints = [];
        const note = (what) => window.complaints.push(String(what));
        addEventListener('error', (event) => note(event.message), true);
        addEventListener('unhandledrejection', (event) => note(event.reason));
        addEventListener('securitypolicyviolation', (event) => note(`${event.violatedDirective}: ${event.blockedURI}`));
        const said = console.error;
        console.error = (...words) => { note(words.join(' ')); said.apply(console, words); };
    }
    return window.complaints.splice(0);";

/// What Chromium notes where a page would ask before it is left and nobody has touched it yet: then it may not.
const UNASKED: &str = "Blocked attempt to show a 'beforeunload' confirmation panel";

impl Browser<'_> {
    /// What the page has complained about since this was asked last.
    #[track_caller]
    pub fn complaints(&self) -> Vec<String> {
        self.listen();
        self.heard.take()
    }

    /// The addresses of all that the page has asked for since this was asked last, documents too, pages of the
    /// browser's own left out; for a browser that was set up to note [requests](super::Setting::Requests).
    #[track_caller]
    pub fn requests(&self) -> Vec<String> {
        let address = |message: &String| {
            let message: Value = serde_json::from_str(message).ok()?;
            let sent = message.pointer("/message/method")? == "Network.requestWillBeSent";
            message.pointer("/message/params/request/url").filter(|_| sent)?.as_str().map(str::to_owned)
        };
        let addresses = self.log("performance");
        addresses.iter().filter_map(address).filter(|address| !address.starts_with("chrome:")).collect()
    }

    /// The messages in a log of Chromium's driver since this was asked last.
    #[track_caller]
    fn log(&self, kind: &str) -> Vec<String> {
        let log = self.extra("reading a log", "se/log", json!({ "type": kind }));
        let entries = log.as_array().cloned().unwrap_or_default();
        entries.iter().filter_map(|entry| entry.get("message")?.as_str().map(str::to_owned)).collect()
    }

    /// Hears a document that has just been loaded, or is about to be left.
    #[track_caller]
    pub(super) fn listen(&self) {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let complaints: Vec<String> = if self.engine() == Engine::Chromium {
            self.log("browser").into_iter().filter(|message| !message.contains(UNASKED)).collect()
        } else {
            let heard = self.run(LISTEN, Vec::new()).as_array().cloned().unwrap_or_default();
            heard.iter().filter_map(text).collect()
        };
        self.heard.borrow_mut().extend(complaints);
    }
}
