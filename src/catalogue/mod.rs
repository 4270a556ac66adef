//! What is asked and advised: items, scales, practices, contributions, actions, measures.
//!
//! The words are data, one file per language (`en.json`, described in [`content`]); the closed lists that the
//! rules of scoring speak of are types ([`kinds`], [`Side`], [`Step`]). The catalogue knows no assessment.

pub mod content;
mod item;
pub mod kinds;
mod side;
mod step;

pub use content::{Catalogue, Scales, bundled};
pub use item::{ItemId, NotAnItemId};
pub use kinds::{Contribution, Holder, Origin, Phase, Practice};
pub use side::{PerSide, Side};
pub use step::{Level, Step};
