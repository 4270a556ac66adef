//! What of the expectations has arrived, and what each side puts in.
//!
//! **Formulas**, with importance o, m and delivered dO, dM as each side sees it, all 0 to 4:
//!
//! | figure | formula | no value |
//! |---|---|---|
//! | [`delivered_overlap`] | `R = Σ min(o, m)·min(dO, dM)/4 / Σ max(o, m)` | nothing wanted |
//! | [`kept`] | `K = R / J = Σ min(o, m)·min(dO, dM)/4 / Σ min(o, m)` | nothing wanted by both |
//! | [`returned`] | `V = Σ w·d / (4 Σ w)`, a side's own | nothing wanted by it |
//! | [`contributions`] | the mean of a side's five kinds / 4 | |
//!
//! **Units** shares, 0 to 1; `R ≤ J`. **Edges.** Both sides must see it: an item is delivered to both as the lower of
//! the two. A side without any step of importance or delivered leaves R, K and its own return without a value, in every
//! phase; one without a step of contribution its contribution. Unknown answers give exact ranges ([`bounds`]): an
//! unknown delivered is monotone, an unknown importance acts as a weight.
//!
//! **Zones** of an item for a side, from its importance w and delivered d, the first that fits: *urgent* w ≥ 3 and w−d
//! ≥ 2; *improve* w−d ≥ 1; *excess* d−w ≥ 2; else *appropriate*.
//!
//! **Sources.** Zones: importance–performance analysis (Martilla & James 1977) with the zones of Slack (1994) instead
//! of quadrants, whose lines move when an unrelated item does. R, K, V: this project's.
//!
//! ```
//! use common_ground::assessment::{Answer, Answered, Community, Item};
//! use common_ground::catalogue::{ItemId, Phase, Side, Step};
//! use common_ground::score::{Counted, Delivery, Figure, Zone};
//!
//! let mut answered = Answered::new(Community::new(Phase::Launch), vec![]);
//! // Importance 4 and 2, 3 and 3; delivered 2 and 4, 3 and "not answered".
//! for (id, o, m, seen, felt) in [("O1", 4, 2, 2, Some(4)), ("O2", 3, 3, 3, None)] {
//!     let id: ItemId = id.parse().unwrap();
//!     let step = |number| Answer::Step(Step::new(number).unwrap());
//!     answered.items.push(Item::Catalogue(id));
//!     answered.estimate.organisation.importance.insert(id, step(o));
//!     answered.estimate.members.importance.insert(id, step(m));
//!     answered.estimate.organisation.delivered.insert(id, step(seen));
//!     answered.estimate.members.delivered.extend(felt.map(|felt| (id, step(felt))));
//! }
//! let delivery = Delivery::of(&Counted::of(&answered));
//! assert_eq!(delivery.returns.organisation, Figure::Value((8.0 + 9.0) / (4.0 * 7.0)));
//! // Kept: 2·2/4 of 2, and of 3 from nothing to 3·3/4.
//! assert_eq!(delivery.kept, Figure::Range { low: 1.0 / 5.0, high: (1.0 + 2.25) / 5.0 });
//! assert_eq!(delivery.zones.organisation, [Some(Zone::Urgent), Some(Zone::Appropriate)]);
//! assert_eq!(delivery.both_delivered, [Some(2.0), None]);
//! ```

use super::bounds::{self, Candidates, Ends, Pair};
use super::{Counted, CountedItem, Figure, Group, Missing, thresholds};
use crate::catalogue::kinds::keyed;
use crate::catalogue::{Level, PerSide, Side};

keyed! {
    /// What an item asks for, from a side's importance and delivered.
    Zone {
        /// It matters, and much of it is missing.
        Urgent = "urgent",
        /// Some of it is missing.
        Improve = "improve",
        /// More arrives than it matters.
        Excess = "excess",
        /// As it should be.
        Appropriate = "appropriate",
    }
}

/// What has arrived.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    /// What both want and both see delivered, of all that is wanted, `R`.
    pub overlap: Figure,
    /// How much of what both want is delivered to both, `K`: how far the lens is filled.
    pub kept: Figure,
    /// The same over the items that the picture is drawn from: those whose importance both sides know.
    pub kept_drawn: Figure,
    /// How much of what a side wants has arrived.
    pub returns: PerSide<Figure>,
    /// What each item asks for, `None` where its importance or delivered is unknown.
    pub zones: PerSide<Vec<Option<Zone>>>,
    /// How much of each item both see delivered, in steps; `None` unless both are known.
    pub both_delivered: Vec<Option<f64>>,
}

impl Delivery {
    /// Computes all of it.
    pub fn of(counted: &Counted) -> Self {
        let zone = |item: &CountedItem, side| {
            let (importance, delivered) = (item.importance.get(side), item.delivered.get(side));
            importance.zip(*delivered).map(|(importance, delivered)| zone(importance, delivered))
        };
        let both = |item: &CountedItem| {
            let delivered = item.delivered.organisation.zip(item.delivered.members);
            delivered.map(|(one, other)| one.min(other).steps())
        };
        Self {
            overlap: delivered_overlap(counted),
            kept: kept(counted),
            kept_drawn: kept_drawn(counted),
            returns: PerSide::from_fn(|side| returned(counted, side)),
            zones: PerSide::from_fn(|side| counted.items.iter().map(|item| zone(item, side)).collect()),
            both_delivered: counted.items.iter().map(both).collect(),
        }
    }
}

/// What R and K need of each side.
const NEEDED: [Group; 2] = [Group::Importance, Group::Delivered];

/// What both want and both see delivered, of all that is wanted.
pub fn delivered_overlap(counted: &Counted) -> Figure {
    let pair = |o: u8, m: u8, d: u8| Pair { over: o.min(m) * d, under: o.max(m) * Level::FULL.halves() };
    bounds::figure(over_items(counted, |_| true, pair))
}

/// How much of what both want is delivered to both.
pub fn kept(counted: &Counted) -> Figure {
    bounds::figure(kept_ends(counted))
}

/// What [`kept`] divides: a step that is all delivered counts 16.
///
/// # Errors
///
/// Why the figure has no value.
pub fn kept_ends(counted: &Counted) -> Ends {
    over_items(counted, |_| true, kept_pair)
}

/// How much of what both want is delivered to both, over the items whose importance both sides know.
pub fn kept_drawn(counted: &Counted) -> Figure {
    bounds::figure(over_items(counted, |item| both_known(item), kept_pair))
}

const fn both_known(item: &CountedItem) -> bool {
    item.importance.organisation.is_some() && item.importance.members.is_some()
}

fn kept_pair(o: u8, m: u8, d: u8) -> Pair {
    Pair { over: o.min(m) * d, under: o.min(m) * Level::FULL.halves() }
}

/// A ratio of sums of what each item adds from both importances and what is delivered to both, in half steps.
fn over_items(counted: &Counted, counts: impl Fn(&&CountedItem) -> bool, pair: impl Fn(u8, u8, u8) -> Pair) -> Ends {
    if let Some(missing) = counted.silent(&NEEDED) {
        return Err(missing);
    }
    bounds::ends(counted.items.iter().filter(counts).map(|item| {
        let importance = bounds::vertices(item.importance.organisation, item.importance.members);
        bounds::crossed(importance, delivered_to_both(item), &pair)
    }))
}

/// The lowest and the highest that is delivered to both: the lower of the two, at either end.
fn delivered_to_both(item: &CountedItem) -> [u8; 2] {
    let [low, high] = bounds::corners(item.delivered.organisation);
    let [other_low, other_high] = bounds::corners(item.delivered.members);
    [low.min(other_low), high.min(other_high)]
}

/// How much of what a side wants has arrived, as it sees it.
pub fn returned(counted: &Counted, side: Side) -> Figure {
    bounds::figure(returned_ends(counted, side))
}

/// What [`returned`] divides: a step times a step of delivered counts 4, against four times four.
///
/// # Errors
///
/// Why the figure has no value.
pub fn returned_ends(counted: &Counted, side: Side) -> Ends {
    if !NEEDED.iter().all(|&group| counted.speaks(side, group)) {
        return Err(Missing::Silent(side));
    }
    bounds::ends(counted.items.iter().map(|item| -> Candidates<4> {
        let delivered = bounds::corners(*item.delivered.get(side));
        let [[a, b], [c, d]] =
            bounds::corners(*item.importance.get(side)).map(|w| delivered.map(|d| returned_pair(w, d)));
        [a, b, c, d]
    }))
}

const fn returned_pair(w: u8, d: u8) -> Pair {
    Pair { over: w * d, under: w * Level::FULL.halves() }
}

/// What an item asks for.
pub fn zone(importance: Level, delivered: Level) -> Zone {
    let (w, d) = (importance.halves(), delivered.halves());
    let behind = |steps: u8| w >= d + 2 * steps;
    if importance.reaches(thresholds::WANTED) && behind(thresholds::URGENT_GAP) {
        Zone::Urgent
    } else if behind(thresholds::IMPROVE_GAP) {
        Zone::Improve
    } else if d >= w + 2 * thresholds::EXCESS_GAP {
        Zone::Excess
    } else {
        Zone::Appropriate
    }
}

/// What each side puts in: the mean of its five kinds, as a share of the most.
///
/// An unknown kind is anything from 0 to 4; without any known one there is no value.
pub fn contributions(counted: &Counted) -> PerSide<Figure> {
    PerSide::from_fn(|side| {
        if !counted.speaks(side, Group::Contribution) {
            return Figure::Missing(Missing::Silent(side));
        }
        let mean = |unknown| {
            let kinds = counted.contribution.get(side);
            let given: f64 = kinds.iter().map(|kind| kind.unwrap_or(unknown).steps()).sum();
            given / kinds.iter().map(|_| Level::FULL.steps()).sum::<f64>()
        };
        Figure::between(mean(Level::ZERO), mean(Level::FULL))
    })
}

#[cfg(test)]
mod tests {
    use super::super::bounds::Sums;
    use super::super::sample::{importance, levels};
    use super::*;
    use crate::catalogue::Phase;

    fn range(low: f64, high: f64) -> Figure {
        Figure::Range { low, high }
    }

    fn value(share: f64) -> Figure {
        Figure::Value(share)
    }

    #[test]
    fn delivered_counts_only_as_far_as_both_want_it_and_both_see_it() {
        // min(o,m) 4, 2; min(d) 2, 1; U 4 + 4.
        let delivery = Delivery::of(&importance("4 4", "4 2").delivered("4 1", "2 3"));
        assert_eq!(delivery.overlap, value((8.0 + 2.0) / 4.0 / 8.0));
        assert_eq!(delivery.kept, value((8.0 + 2.0) / 4.0 / 6.0));
        assert_eq!(delivery.kept_drawn, delivery.kept);
        assert_eq!(delivery.both_delivered, [Some(2.0), Some(1.0)]);
    }

    #[test]
    fn unknown_delivered_goes_up_to_what_the_other_side_sees() {
        let delivery = Delivery::of(&importance("4 4", "4 2").delivered("4 1", "2 ?"));
        assert_eq!(delivery.overlap, range(2.0 / 8.0, 2.5 / 8.0));
        assert_eq!(delivery.kept, range(2.0 / 6.0, 2.5 / 6.0));
        assert_eq!(delivery.both_delivered, [Some(2.0), None]);
    }

    #[test]
    fn unknown_importance_weighs_what_is_kept() {
        // The first item is all delivered and may weigh 0 to 4, the second is not and weighs 2.
        let delivery = Delivery::of(&importance("? 4", "? 2").delivered("4 0", "4 0"));
        assert_eq!(delivery.kept, range(0.0, 4.0 / 6.0));
        assert_eq!(delivery.kept_drawn, value(0.0), "drawn from the second alone");
        assert_eq!(delivery.overlap, range(0.0, 4.0 / 8.0));
    }

    #[test]
    fn nothing_wanted_by_both_is_nothing_to_keep() {
        let delivery = Delivery::of(&importance("4 0", "0 4").delivered("4 4", "4 4"));
        assert_eq!(delivery.overlap, value(0.0));
        assert_eq!(delivery.kept, Figure::Missing(Missing::NothingWanted));
        let nothing = Delivery::of(&importance("0", "0").delivered("4", "4"));
        assert_eq!(nothing.overlap, Figure::Missing(Missing::NothingWanted));
        assert_eq!(nothing.returns.members, Figure::Missing(Missing::NothingWanted));
    }

    #[test]
    fn the_return_is_the_share_of_what_a_side_wants_that_arrived() {
        let of = |w: &str, d: &str| {
            let unknown = "? ".repeat(levels(w).len());
            returned(&importance(w, &unknown).delivered(d, &unknown), Side::Organisation)
        };
        assert_eq!(of("4 2", "3 1"), value(14.0 / 24.0));
        assert_eq!(of("4 2", "? 2"), range(4.0 / 24.0, 20.0 / 24.0));
        assert_eq!(of("? 2", "4 1"), range(0.25, 18.0 / 24.0));
        assert_eq!(of("? 2", "? 1"), range(2.0 / 24.0, 18.0 / 24.0));
        assert_eq!(of("? ?", "3 ?"), Figure::Missing(Missing::Silent(Side::Organisation)));
        assert_eq!(of("4 2", "? ?"), Figure::Missing(Missing::Silent(Side::Organisation)));
        assert_eq!(of("0 ?", "4 3"), value(0.75), "over the answers where it is defined");
    }

    #[test]
    fn nothing_is_claimed_where_a_side_said_nothing_in_any_phase() {
        for phase in Phase::ALL {
            let delivery = Delivery::of(&importance("4 2", "3 3").delivered("3 2", "? ?").phase(phase));
            let silent = Figure::Missing(Missing::Silent(Side::Members));
            assert_eq!((delivery.overlap, delivery.kept, delivery.kept_drawn), (silent, silent, silent));
            assert_eq!(delivery.returns, PerSide { organisation: value(16.0 / 24.0), members: silent });
        }
        let split = Delivery::of(&importance("? ?", "3 3").delivered("3 2", "? ?"));
        assert_eq!(split.kept, Figure::Missing(Missing::BothSilent), "each lacks something");
    }

    #[test]
    fn zones_follow_importance_and_delivered() {
        let check = |w: &str, d: &str, expected| {
            let one = |text| levels(text)[0].unwrap();
            assert_eq!(zone(one(w), one(d)), expected, "importance {w}, delivered {d}");
        };
        check("3", "1", Zone::Urgent);
        check("4", "2", Zone::Urgent);
        check("3", "1.5", Zone::Improve);
        check("2.5", "0", Zone::Improve);
        check("2", "1", Zone::Improve);
        check("4", "3", Zone::Improve);
        check("4", "3.5", Zone::Appropriate);
        check("2", "3.5", Zone::Appropriate);
        check("2", "4", Zone::Excess);
        check("0", "0", Zone::Appropriate);
        let delivery = Delivery::of(&importance("3 ?", "4 4").delivered("? 1", "4 0"));
        assert_eq!(delivery.zones.organisation, [None, None]);
        assert_eq!(delivery.zones.members, [Some(Zone::Appropriate), Some(Zone::Urgent)]);
    }

    #[test]
    fn figures_are_what_their_ends_divide() {
        let sums = |over: i64, under: i64| Sums { over, under };
        let counted = importance("4 2", "1.5 3").delivered("2 3.5", "3 4");
        // In sixteenths of a step: 1.5·2/4 + 2·3.5/4 of 1.5 + 2.
        assert_eq!(kept_ends(&counted), Ok([sums(12 + 28, 56); 2]));
        assert_eq!(kept(&counted), value(2.5 / 3.5));
        // In quarters: 4·2 + 2·3.5 of 4·6, and 1.5·3 + 3·4 of 4·4.5.
        assert_eq!(returned_ends(&counted, Side::Organisation), Ok([sums(60, 96); 2]));
        assert_eq!(returned(&counted, Side::Organisation), value(15.0 / 24.0));
        assert_eq!(returned_ends(&counted, Side::Members), Ok([sums(66, 72); 2]));
        // The least where what is unknown has not arrived and weighs most, the most where all of it has.
        let open = importance("4 2 3", "4 3 ?").delivered("2 ? 3", "2 4 3");
        let [least, most] = [sums(4 * (4 * 2 + 3 * 3), 4 * 36), sums(4 * (4 * 2 + 2 * 4 + 3 * 3), 4 * 36)];
        assert_eq!(returned_ends(&open, Side::Organisation), Ok([least, most]));
        assert_eq!(returned_ends(&importance("1", "1"), Side::Members), Err(Missing::Silent(Side::Members)));
    }

    #[test]
    fn contribution_is_the_mean_of_five_kinds() {
        let counted = importance("1", "1").contribution(Side::Organisation, "4 2 ? 1 0");
        let both = contributions(&counted);
        assert_eq!(both.organisation, range(7.0 / 20.0, 11.0 / 20.0));
        assert_eq!(both.members, Figure::Missing(Missing::Silent(Side::Members)));
        let all = contributions(&counted.contribution(Side::Members, "4 4 3.5 4 4"));
        assert_eq!(all.members, value(19.5 / 20.0));
    }
}
