//! What this page says to a host.

use super::{FORMAT, Fault, Options, VERSION};
use crate::catalogue::Side;
use crate::tree::quote;

/// That this page listens: to whoever is around it.
pub fn ready() -> String {
    let mut text = begun();
    say(&mut text, "kind", "ready");
    text + "}"
}

/// How high it is, in whole pixels: to whoever is around it. This and [`ready`] are said before the page is there that
/// says the rest.
pub fn height(pixels: u32) -> String {
    let mut text = begun();
    say(&mut text, "kind", "height");
    raw(&mut text, "height", &pixels.to_string());
    text + "}"
}

/// A message of this page, to the host that it has answered. What is JSON already is put in as it is.
#[derive(Clone, Copy, Debug)]
pub enum Said<'a> {
    /// It answers the greeting, with the options that it follows.
    Welcome(&'a Options),
    /// It asks once more for what the host keeps.
    Load,
    /// An assessment of the host's is open.
    Loaded {
        /// Its identity.
        id: &'a str,
        /// Its name.
        name: &'a str,
    },
    /// It is to be kept.
    Save {
        /// What the answer is to name.
        stamp: &'a str,
        /// The file.
        assessment: &'a str,
    },
    /// It has changed.
    Changed {
        /// Its identity.
        id: &'a str,
        /// When.
        updated: &'a str,
    },
    /// Its results, as the command line prints them.
    Results(&'a str),
    /// The person does not show what is open.
    Declined,
    /// What came in last changed nothing.
    Error(&'a Fault),
}

impl Said<'_> {
    /// The message as text.
    pub fn to_text(self) -> String {
        let mut text = begun();
        match self {
            Self::Welcome(options) => {
                say(&mut text, "kind", "welcome");
                say(&mut text, "page", env!("CARGO_PKG_VERSION"));
                say(&mut text, "language", Options::LANGUAGE);
                say(&mut text, "theme", options.theme.map_or("system", super::Colours::key));
                say(&mut text, "side", options.side.map_or("both", Side::key));
                say(&mut text, "start", options.start.key());
            }
            Self::Load => say(&mut text, "kind", "load"),
            Self::Loaded { id, name } => {
                say(&mut text, "kind", "loaded");
                say(&mut text, "id", id);
                say(&mut text, "name", name);
            }
            Self::Save { stamp, assessment } => {
                say(&mut text, "kind", "save");
                say(&mut text, "stamp", stamp);
                raw(&mut text, "assessment", assessment);
            }
            Self::Changed { id, updated } => {
                say(&mut text, "kind", "changed");
                say(&mut text, "id", id);
                say(&mut text, "updated", updated);
            }
            Self::Results(results) => {
                say(&mut text, "kind", "results");
                raw(&mut text, "results", results);
            }
            Self::Declined => say(&mut text, "kind", "declined"),
            Self::Error(fault) => {
                say(&mut text, "kind", "error");
                say(&mut text, "code", fault.code());
                say(&mut text, "about", &fault.to_string());
            }
        }
        text.push('}');
        text
    }
}

/// How every message begins.
fn begun() -> String {
    let mut text = String::new();
    text.push_str("{\"format\":");
    quote(FORMAT, &mut text);
    text.push_str(",\"version\":");
    text.push_str(&VERSION.to_string());
    text
}

fn say(text: &mut String, key: &str, value: &str) {
    text.push(',');
    quote(key, text);
    text.push(':');
    quote(value, text);
}

fn raw(text: &mut String, key: &str, json: &str) {
    text.push(',');
    quote(key, text);
    text.push(':');
    text.push_str(json);
}
