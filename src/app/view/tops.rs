//! The top three of each side.

use super::picture::place;
use super::words;
use crate::assessment::Answered;
use crate::catalogue::{Catalogue, ItemId, PerSide, Side};
use crate::chart::Region as Spot;
use crate::score::Results;
use crate::score::overlap::is_wanted;
use crate::text::EN;

/// The top three of a side.
#[derive(Clone, Debug, PartialEq)]
pub struct TopList {
    /// Number, label, region, and whether the other side wants it.
    pub rows: Vec<(usize, String, Spot, &'static str)>,
}

/// Both lists, and how many stand in both; `None` where neither side has chosen.
pub fn tops(answered: &Answered, results: &Results, catalogue: &Catalogue) -> Option<(String, PerSide<TopList>)> {
    let top = &results.counted.top;
    if top.organisation.is_empty() && top.members.is_empty() {
        return None;
    }
    let lead = match (top.organisation.is_empty(), top.members.is_empty()) {
        (false, false) => {
            (EN.results.top_lead)(top.organisation.iter().filter(|item| top.members.contains(item)).count())
        }
        (true, _) => (EN.results.top_one)(words::side(Side::Members)),
        (_, true) => (EN.results.top_one)(words::side(Side::Organisation)),
    };
    let row = |side: Side, item: &ItemId| {
        let number = answered.number(*item)?;
        let counted = results.counted.items.get(number - 1)?;
        let wanted = match counted.importance.get(side.other()) {
            _ if top.get(side.other()).contains(item) => EN.results.top_both,
            Some(level) if is_wanted(*level) => EN.results.top_wanted,
            Some(_) => EN.results.top_not_wanted,
            None => EN.results.top_open,
        };
        Some((number, words::label(answered, *item, catalogue), place(results.region(*item)), wanted))
    };
    let list = |side: Side| TopList { rows: top.get(side).iter().filter_map(|item| row(side, item)).collect() };
    Some((lead, PerSide::from_fn(list)))
}
