//! The two sides: what each wants of the other, gets back and puts in; and the exchange between them.

use super::explained::{self, Shown};
use crate::catalogue::{Catalogue, PerSide};
use crate::report::drawing::exchange;
pub use crate::report::drawing::sides::{PledgeRow, pledges, sides_lead};
use crate::report::finding;
use crate::score::Results;
use crate::text::EN;

/// A figure for each side, from one middle line.
#[derive(Clone, Debug, PartialEq)]
pub struct Fly {
    /// Its name in classes.
    pub key: &'static str,
    /// Its name.
    pub label: &'static str,
    /// The two figures.
    pub sides: PerSide<Shown>,
    /// Ticks in per cent.
    pub ticks: &'static [u8],
}

/// Coverage and returns. What a side puts in is five lines: their mean stands in tables only.
pub fn flies(results: &Results) -> Vec<Fly> {
    let text = &EN.results;
    vec![
        Fly {
            key: "cover",
            label: text.coverage,
            sides: PerSide::from_fn(|side| explained::coverage(results, side)),
            ticks: &[],
        },
        Fly {
            key: "back",
            label: text.returns,
            sides: PerSide::from_fn(|side| explained::returns(results, side)),
            ticks: &[25, 50],
        },
    ]
}

/// The picture of the exchange as SVG, and what it says.
pub fn exchange_scene(results: &Results, catalogue: &Catalogue, uid: &str) -> (String, String) {
    (exchange::scene(results, catalogue, uid).to_svg(), finding::exchange(results, catalogue))
}
