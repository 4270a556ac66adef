//! What storage answers: loaded, saved, refused, overtaken by another tab.
//!
//! A record carries a stamp that changes with every save. A save names the stamp it expects; if another tab has saved
//! since, nothing is written and that tab's state comes back. Edits not saved yet are then made again on top of it, so
//! that both tabs' changes stay; a state that is no edit (an undo, a replacement) is kept as a copy instead.

mod asides;
mod loading;
mod merging;
mod saving;

pub use asides::{download_aside, download_waiting, drop_aside};
pub use loading::{started, take_in};
pub use merging::{elsewhere, gone_elsewhere, keep_apart, overtaken};
pub use saving::{emptied, gone_refused, refused, roomless, saved, to_save, try_again};
