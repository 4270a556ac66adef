//! What is asked and advised: items, scales, practices, contributions, actions, measures.
//!
//! The words are data, two files per language: what is asked (`en.json`, described in [`content`]) and what is advised
//! (`en.advice.json`, described in [`advice`]). The closed lists that the rules of scoring speak of are types ([`kinds`],
//! [`Side`], [`Step`]). The catalogue knows no assessment.

pub mod advice;
pub mod content;
mod item;
pub mod kinds;
mod read;
mod side;
mod step;

pub use advice::{Advice, bundled_advice};
pub use content::{Catalogue, Scales, bundled, none};
pub use item::{ItemId, NotAnItemId};
pub use kinds::{Contribution, Holder, Origin, Phase, Practice};
pub use read::CatalogueError;
pub use side::{PerSide, Side};
pub use step::{Level, Step};
