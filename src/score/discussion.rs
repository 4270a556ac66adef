//! What to talk about first.
//!
//! **Formula.** The size of an item is `max(1 − Cns_o, 1 − Cns_m, |o − m| / 4) · max(o, m) / 4`, with the medians o and
//! m of importance and the [`consensus`](super::consensus) within each side: how much people differ, times how much it
//! matters to them. The largest of the three terms names the [`Split`]. Listed are sizes from
//! [`DISCUSS`](thresholds::DISCUSS) on, the largest first, at most [`TOPICS`](thresholds::TOPICS); ties in the order of
//! the items. **Unit** none, **range** 0 to 1.
//!
//! **Edges.** Only what sides say themselves enters: a side that is not heard has neither a consensus nor a median
//! here, whatever its estimate is. A term that cannot be had is left out: a consensus for want of answers or of a
//! summary, the distance unless both sides have a median. Without any term there is no size. Terms that are equal to
//! 1e-9 name the first in the order of [`Split::ALL`].
//!
//! **Source.** This project's.
//!
//! ```
//! use common_ground::catalogue::{Level, PerSide};
//! use common_ground::score::{Split, discussion};
//!
//! // Of nine members 2, 1, 0, 3, 3 say 0 to 4: a consensus of 0.32. The three of the organisation say 0, 1, 2.
//! let medians = PerSide { organisation: Level::from_steps(1.0), members: Level::from_steps(3.0) };
//! let (size, split) = discussion::size(medians, PerSide { organisation: Some(0.72), members: Some(0.32) }).unwrap();
//! assert!((size - 0.68 * 0.75).abs() < 1e-12); // max(0.28, 0.68, 2/4) · 3/4
//! assert_eq!(split, Split::WithinMembers);
//!
//! // One person of the organisation has no consensus, and the members have a summary: the distance is left.
//! let (size, split) = discussion::size(medians, PerSide { organisation: None, members: None }).unwrap();
//! assert_eq!((size, split), (0.5 * 0.75, Split::BetweenSides));
//! ```

use super::many::ManyItem;
use super::{TOLERANCE, thresholds};
use crate::catalogue::kinds::keyed;
use crate::catalogue::{ItemId, Level, PerSide};
use crate::order;

keyed! {
    /// Who differs from whom.
    Split {
        /// People of the organisation among themselves.
        WithinOrganisation,
        /// Members among themselves.
        WithinMembers,
        /// The two sides.
        BetweenSides,
    }
}

/// An item to talk about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Topic {
    /// Which.
    pub id: ItemId,
    /// How much people differ, times how much it matters to them, 0 to 1.
    pub size: f64,
    /// Where they differ most.
    pub split: Split,
}

/// How much there is to talk about an item, from the medians and the consensus of those who are heard.
pub fn size(medians: PerSide<Option<Level>>, consensus: PerSide<Option<f64>>) -> Option<(f64, Split)> {
    let full = Level::FULL.steps();
    let steps = medians.map(|median| median.map(Level::steps));
    let dissent = consensus.map(|consensus| consensus.map(|consensus| 1.0 - consensus));
    let apart = steps.organisation.zip(steps.members).map(|(o, m)| (o - m).abs() / full);
    let terms = [dissent.organisation, dissent.members, apart].into_iter().zip(Split::ALL);
    let larger =
        |largest: (f64, Split), term: (f64, Split)| if term.0 > largest.0 + TOLERANCE { term } else { largest };
    let (most, split) = terms.filter_map(|(term, split)| Some((term?, split))).reduce(larger)?;
    let matters = steps.organisation.into_iter().chain(steps.members).reduce(f64::max)? / full;
    Some((most * matters, split))
}

/// The list, the largest first.
pub fn topics(items: &[ManyItem]) -> Vec<Topic> {
    let mut topics: Vec<Topic> = items
        .iter()
        .filter_map(|item| {
            let said = &item.importance.said;
            let consensus = said.map(|said| said.spread.ok().map(|spread| spread.consensus()));
            let (size, split) = size(said.map(|said| said.median), consensus)?;
            (size >= thresholds::DISCUSS - TOLERANCE).then_some(Topic { id: item.id, size, split })
        })
        .collect();
    // Sizes that differ by less than two figures may differ are a tie; the sort is stable.
    let rounded = |topic: &Topic| (topic.size / TOLERANCE).round();
    order::sort_by(&mut topics, |one, other| rounded(other).total_cmp(&rounded(one)));
    topics.truncate(thresholds::TOPICS);
    topics
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(medians: [Option<f64>; 2], consensus: [Option<f64>; 2], expected: Option<(f64, Split)>) {
        let [organisation, members] = medians.map(|steps| steps.and_then(Level::from_steps));
        let [one, other] = consensus;
        let found = size(PerSide { organisation, members }, PerSide { organisation: one, members: other });
        assert_eq!(found, expected, "{medians:?} {consensus:?}");
    }

    #[test]
    fn the_largest_term_names_the_split() {
        check([Some(4.0), Some(1.0)], [Some(0.5), Some(0.5)], Some((0.75, Split::BetweenSides)));
        check([Some(4.0), Some(3.0)], [Some(0.5), Some(0.75)], Some((0.5, Split::WithinOrganisation)));
        check([Some(4.0), Some(3.0)], [Some(0.75), Some(0.5)], Some((0.5, Split::WithinMembers)));
    }

    #[test]
    fn what_matters_to_nobody_is_nothing_to_talk_about() {
        check([Some(0.0), Some(0.0)], [Some(0.25), Some(0.25)], Some((0.0, Split::WithinOrganisation)));
        check([Some(0.0), Some(2.0)], [Some(1.0), Some(1.0)], Some((0.25, Split::BetweenSides)));
    }

    #[test]
    fn terms_that_cannot_be_had_are_left_out() {
        check([Some(2.0), None], [Some(0.5), None], Some((0.25, Split::WithinOrganisation)));
        check([None, Some(2.0)], [None, Some(0.5)], Some((0.25, Split::WithinMembers)));
        check([Some(4.0), Some(2.0)], [None, None], Some((0.5, Split::BetweenSides)));
        check([Some(4.0), None], [None, None], None);
        check([None, None], [None, None], None);
    }

    #[test]
    fn equal_terms_name_the_first() {
        check([Some(4.0), Some(2.0)], [Some(0.5), Some(0.5)], Some((0.5, Split::WithinOrganisation)));
        check([Some(4.0), Some(2.0)], [None, Some(0.5 - 1e-12)], Some((0.5 + 1e-12, Split::WithinMembers)));
    }
}
