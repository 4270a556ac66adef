//! What this page and a page that frames it say to each other: the messages, how they are read, and what is asked of
//! the page in its address. `docs/embedding.md` has the same for those who write the other side.
//!
//! # One exchange
//!
//! ```text
//! page  → around it   ready, height         by postMessage, to whoever is there: they hold nothing of anybody
//! around it → page    hello, with a port    by postMessage; the origin that the browser names is the host's from then on
//! page  → host        welcome               through the port, as everything that follows
//! host  → page        loading               it fetches what it keeps: the page waits
//! host  → page        load                  an assessment that the host keeps, or none: then a new one that it will keep
//! host  → page        failed                it could not fetch it; the page may ask once more: load
//! page  → host        loaded, results, and with every change save, changed, results
//! host  → page        saved, or refused
//! host  → page        ask                   for what is open and not the host's: a person decides on screen
//! ```
//!
//! Every message is one text of JSON, never a live object: a text has no getters, no cycles and no prototype, and its
//! length is known before anything reads it. It is an object that says `"format": "common-ground/host"`, `"version": 1`
//! and its `"kind"`. Keys that are not known are passed over, so that a later version may add some.
//!
//! What comes in is bounded in bytes ([`MAX_BYTES`]) and in depth (by the reader of JSON), and read by hand into
//! [`Heard`]; what cannot be read is a [`Fault`], which changes nothing and goes back as a message of its own. An
//! assessment in it stays text here: the application reads it as it would a file of a stranger.

mod fault;
mod heard;
mod options;
mod origin;
mod said;

pub use fault::Fault;
pub use heard::{Heard, hear};
pub use options::{Colours, Options, Start};
pub use origin::origin;
pub use said::{Said, height, ready};

/// What the key `format` says.
pub const FORMAT: &str = "common-ground/host";

/// What the key `version` says.
pub const VERSION: u64 = 1;

/// The most bytes of a message: a file of the largest size that is read, and room for what stands around it.
pub const MAX_BYTES: usize = 20_100_000;

/// The most characters of a reason that a host gives.
pub const REASON: usize = 300;

/// The most characters of a stamp.
pub const STAMP: usize = 64;
