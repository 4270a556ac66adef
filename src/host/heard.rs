//! What a host says.

use super::{FORMAT, Fault, MAX_BYTES, REASON, STAMP, VERSION};
use crate::tree::Tree;

/// How many characters of something wrong a fault repeats.
const SHOWN: usize = 80;

/// A message of a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// It is there, and hands over a port.
    Hello,
    /// It is fetching what it keeps.
    Loading,
    /// It could not.
    Failed {
        /// Why, in the host's words, if it says so.
        why: Option<String>,
    },
    /// An assessment that it keeps, as the text of a file; `None` asks for a new one.
    Load(Option<String>),
    /// A save has been kept.
    Saved {
        /// Which.
        stamp: String,
    },
    /// A save has not been kept.
    Refused {
        /// Which.
        stamp: String,
        /// Why, in the host's words, if it says so.
        why: Option<String>,
    },
    /// It asks to see the results of what is open.
    Ask,
}

/// Reads a message.
///
/// # Errors
///
/// A [`Fault`]; nothing of the message counts then.
///
/// ```
/// use common_ground::host::{Heard, hear};
///
/// let message = r#"{"format": "common-ground/host", "version": 1, "kind": "saved", "stamp": "7f"}"#;
/// assert_eq!(hear(message), Ok(Heard::Saved { stamp: "7f".to_owned() }));
/// let error = hear(&message.replace("1,", "2,")).unwrap_err();
/// assert_eq!((error.code(), error.to_string().as_str()), ("version", "version 2 is not known here: 1 is"));
/// ```
pub fn hear(text: &str) -> Result<Heard, Fault> {
    if text.len() > MAX_BYTES {
        return Err(Fault::TooLarge(text.len()));
    }
    let tree = Tree::parse(text).map_err(|error| Fault::NotJson(shown(&error.to_string())))?;
    let Tree::Object(mut entries) = tree else { return Err(Fault::OtherFormat) };
    if take(&mut entries, "format") != Tree::Text(FORMAT.to_owned()) {
        return Err(Fault::OtherFormat);
    }
    match take(&mut entries, "version") {
        Tree::Number(number) if number.as_u64() == Some(VERSION) => {}
        other => return Err(Fault::Version(shown(&other.to_text()))),
    }
    let Tree::Text(kind) = take(&mut entries, "kind") else {
        return Err(Fault::Field { key: "kind", expected: "a text" });
    };
    match kind.as_str() {
        "hello" => Ok(Heard::Hello),
        "loading" => Ok(Heard::Loading),
        "failed" => Ok(Heard::Failed { why: why(&mut entries)? }),
        "load" => match take(&mut entries, "assessment") {
            Tree::Null => Ok(Heard::Load(None)),
            tree @ Tree::Object(_) => Ok(Heard::Load(Some(tree.to_text()))),
            _ => Err(Fault::Field { key: "assessment", expected: "the object of a file, or null for a new one," }),
        },
        "saved" => Ok(Heard::Saved { stamp: stamp(&mut entries)? }),
        "refused" => Ok(Heard::Refused { stamp: stamp(&mut entries)?, why: why(&mut entries)? }),
        "ask" => Ok(Heard::Ask),
        other => Err(Fault::Kind(shown(other))),
    }
}

/// Takes a value out of an object; `null` where it has none of this name.
fn take(entries: &mut Vec<(String, Tree)>, key: &str) -> Tree {
    match entries.iter().position(|(name, _)| name == key) {
        Some(at) => entries.swap_remove(at).1,
        None => Tree::Null,
    }
}

/// The stamp of a save, as this page gave it.
fn stamp(entries: &mut Vec<(String, Tree)>) -> Result<String, Fault> {
    match take(entries, "stamp") {
        Tree::Text(stamp) if stamp.len() <= STAMP && stamp.bytes().all(|byte| byte.is_ascii_alphanumeric()) => {
            Ok(stamp)
        }
        _ => Err(Fault::Field { key: "stamp", expected: "the stamp of a save" }),
    }
}

/// Why something was not done, if that is said: at most [`REASON`] characters, on one line.
fn why(entries: &mut Vec<(String, Tree)>) -> Result<Option<String>, Fault> {
    match take(entries, "why") {
        Tree::Null => Ok(None),
        Tree::Text(why) if why.chars().count() <= REASON => Ok(Some(one_line(&why)).filter(|why| !why.is_empty())),
        _ => Err(Fault::Field { key: "why", expected: "a text of at most 300 characters" }),
    }
}

/// The beginning of something wrong.
fn shown(text: &str) -> String {
    let mut shown: String = one_line(text).chars().take(SHOWN).collect();
    if text.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    shown
}

/// A text without control characters and without marks that turn the direction of what follows.
fn one_line(text: &str) -> String {
    let turns = |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|letter| if letter.is_control() || turns(letter) { ' ' } else { letter }).collect()
}
