//! Importance against delivery, as each side sees it.

use crate::assessment::Answered;
use crate::catalogue::{Catalogue, PerSide, Side};
use crate::chart::{self, Region as Spot, Room};
use crate::report::drawing::matrix::{matrix_of, none_urgent};
use crate::score::Results;

/// Importance against delivery of one side.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixView {
    /// The picture for wide and narrow containers, as SVG.
    pub scenes: [String; 2],
    /// What is urgent: number, label, region.
    pub urgent: Vec<(usize, String, Spot)>,
    /// What is said where nothing is.
    pub none: String,
}

/// Importance against delivery of both sides, where anybody has said anything.
pub fn matrices(answered: &Answered, results: &Results, catalogue: &Catalogue) -> Option<PerSide<MatrixView>> {
    let any = results.counted.items.iter().any(|item| item.delivered.iter().any(|(_, level)| level.is_some()));
    any.then(|| PerSide::from_fn(|side| matrix(answered, results, catalogue, side)))
}

fn matrix(answered: &Answered, results: &Results, catalogue: &Catalogue, side: Side) -> MatrixView {
    let (picture, urgent) = matrix_of(answered, results, catalogue, side);
    let scenes = [Room::Wide, Room::Narrow].map(|room| chart::matrix(&picture, room).to_svg());
    MatrixView { scenes, urgent, none: none_urgent(results, side) }
}
