//! What is said when something in the picture of shared value is pointed at. The picture itself is made in
//! [`report::picture`](crate::report::picture), for the page and for files alike.

use super::words;
use crate::assessment::Answered;
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, PerSide, Side};
pub use crate::report::picture::{picture_of, place};
use crate::score::{CountedItem, Results};
use crate::text::EN;

/// What is said when an item in the picture is pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct PointView {
    /// The item's id.
    pub key: String,
    /// Its number.
    pub number: usize,
    /// Its statement.
    pub statement: String,
    /// A line for the organisation and one for the members.
    pub lines: PerSide<String>,
}

/// What is said of each item when it is pointed at.
pub fn points(answered: &Answered, results: &Results, catalogue: &Catalogue) -> Vec<PointView> {
    words::numbered(answered)
        .zip(&results.counted.items)
        .map(|((number, item), counted)| PointView {
            key: item.id().to_string(),
            number,
            statement: words::statement(answered, item.id(), catalogue),
            lines: PerSide::from_fn(|side| point_line(counted, side, catalogue)),
        })
        .collect()
}

fn point_line(item: &CountedItem, side: Side, catalogue: &Catalogue) -> String {
    let text = &EN.results;
    let importance = match item.importance.get(side) {
        Some(level) => {
            let (number, word) = words::level(*level, Scale::Importance, catalogue);
            (text.point_importance)(&number, &word)
        }
        None => text.point_open.to_owned(),
    };
    match item.delivered.get(side) {
        Some(level) => {
            let (number, word) = words::level(*level, Scale::Delivered, catalogue);
            format!("{importance} · {}", (text.point_delivered)(&number, &word))
        }
        None => importance,
    }
}
