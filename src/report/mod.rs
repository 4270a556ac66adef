//! Results for other programs: one line of JSON, one row of a table.

#[cfg(not(target_arch = "wasm32"))]
pub mod csv;
mod json;

pub use json::json;

use crate::catalogue::ItemId;
use crate::score::{Region, Results};

/// The items that stand in a region.
fn standing(results: &Results, region: Region) -> impl Iterator<Item = ItemId> {
    let items = results.counted.items.iter().zip(&results.overlap.regions);
    items.filter(move |(_, stands)| **stands == region).map(|(item, _)| item.id)
}
