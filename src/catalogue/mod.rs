//! What is asked and advised: items, scales, practices, contributions, actions, measures.
//!
//! The words are data. Those that come with Common Ground are two files per language: what is asked (`en.json`) and
//! what is advised (`en.advice.json`). A person or an intranet can bring a catalogue of their own, one file that holds
//! both, in the format that [`content`] and [`advice`] describe; what tells it from others is its [`identity`], and
//! which are here is [`Known`]. Thresholds are no part of it: a catalogue changes what is asked, never how it is
//! judged. The closed lists that the rules of scoring speak of are types ([`kinds`], [`Side`], [`Step`]). The catalogue
//! knows no assessment.

pub mod advice;
mod check;
pub mod content;
pub mod identity;
mod item;
pub mod kinds;
mod known;
mod read;
mod side;
mod step;

pub use advice::{Advice, bundled_advice};
pub use content::{Catalogue, Scales, bundled, bundled_id, bundled_text, none};
pub use identity::{CatalogueId, Digest};
pub use item::{ItemId, NotAnItemId};
pub use kinds::{Contribution, Holder, Origin, Phase, Practice};
pub use known::Known;
pub use read::CatalogueError;
pub use side::{PerSide, Side};
pub use step::{Level, Step};
