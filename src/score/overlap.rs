//! How far what the two sides expect coincides.
//!
//! **Formulas**, over the items i with importance o to the organisation and m to the members:
//! `So = Σ o`, `Sm = Σ m`, `X = Σ min(o, m)`, `U = Σ max(o, m)`, and
//!
//! | figure | formula | range | no value |
//! |---|---|---|---|
//! | [`jaccard`] | `J = X / U` | 0..1 | `U = 0` |
//! | [`coverage`] | `X / So`, `X / Sm` | 0..1 | that sum 0 |
//! | profile | `Σ min(o/So, m/Sm)` | 0..1 | a sum 0; an importance unknown |
//! | beyond chance | `A = (X − E)/(M − E)`, `E = (1/n) Σi Σj min(oi, mj)`, `M = Σ min` of both sorted | ≤ 1 | `M = E`; an importance unknown |
//! | [`shared_of_wanted`] | items wanted by both / by either | 0..1 | none wanted |
//!
//! **Units** shares; areas in steps. An item is wanted at [`WANTED`](thresholds::WANTED) or above. **Edges.** A side
//! without any step of importance leaves all of them without a value: nothing is claimed about a side that said
//! nothing. Unknown answers give exact ranges ([`bounds`]); *wanted* depends on an unknown importance only through
//! whether it reaches the threshold, and the vertices tried reach either side of it in every combination.
//!
//! **Sources.** J: weighted Jaccard (Růžička 1958). Coverage: the two halves of Szymkiewicz–Simpson. Profile:
//! percentage similarity (Schoener 1968). A: this project's, in the spirit of the adjusted Rand index; E is the exact
//! mean of X over all pairings of the two lists.
//!
//! ```
//! use common_ground::catalogue::{Level, Phase};
//! use common_ground::score::{Figure, Region, overlap::Overlap, Counted};
//! # use common_ground::assessment::{Answer, Answered, Community, Item};
//! # use common_ground::catalogue::{ItemId, Step};
//! # let mut answered = Answered::new(Community::new(Phase::Plan), vec![]);
//! # for (id, o, m) in [("O1", 4, Some(4)), ("O2", 3, Some(1)), ("O3", 1, None)] {
//! #     let id: ItemId = id.parse().unwrap();
//! #     answered.items.push(Item::Catalogue(id));
//! #     answered.estimate.organisation.importance.insert(id, Answer::Step(Step::new(o).unwrap()));
//! #     let m = m.map_or(Answer::DontKnow, |m| Answer::Step(Step::new(m).unwrap()));
//! #     answered.estimate.members.importance.insert(id, m);
//! # }
//! // Organisation 4, 3, 1; members 4, 1 and "I don't know".
//! let overlap = Overlap::of(&Counted::of(&answered));
//! // J: at 4 it is (4+1+1)/(4+3+4) = 6/11, at 0 (4+1+0)/(4+3+1) = 5/8, at 1, where the two meet, 6/8.
//! assert_eq!(overlap.jaccard, Figure::Range { low: 6.0 / 11.0, high: 6.0 / 8.0 });
//! assert_eq!(overlap.coverage.organisation, Figure::Range { low: 5.0 / 8.0, high: 6.0 / 8.0 });
//! assert_eq!(overlap.regions, [Region::Shared, Region::OrganisationOnly, Region::Open]);
//! assert_eq!((overlap.drawn.shared, overlap.drawn_items, overlap.areas), (5.0, 2, None));
//! ```

use super::bounds::{self, Ends, Pair};
use super::{Counted, CountedItem, Figure, Group, Missing, thresholds};
use crate::catalogue::kinds::keyed;
use crate::catalogue::{Level, PerSide, Side};
use crate::order;

keyed! {
    /// Where an item stands in the picture.
    Region {
        /// Both want it.
        Shared = "shared",
        /// Only the organisation wants it.
        OrganisationOnly = "organisation_only",
        /// Only the members want it.
        MembersOnly = "members_only",
        /// Neither wants it.
        Neither = "neither",
        /// An importance is unknown.
        Open = "open",
    }
}

/// The areas of the two circles and of their lens, in steps.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Areas {
    /// What the organisation wants, `So`.
    pub organisation: f64,
    /// What the members want, `Sm`.
    pub members: f64,
    /// What both want, `X`.
    pub shared: f64,
}

impl Areas {
    /// All that is wanted, `U = So + Sm − X`.
    pub const fn union(self) -> f64 {
        self.organisation + self.members - self.shared
    }
}

/// How far the expectations coincide.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlap {
    /// What both want of all that is wanted, `J`: the headline.
    pub jaccard: Figure,
    /// How much of what a side wants the other wants too.
    pub coverage: PerSide<Figure>,
    /// How far the priorities are the same, whatever the generosity of the ratings.
    pub profile: Figure,
    /// How far the overlap is beyond what any pairing of the same ratings would give. Never a percentage.
    pub beyond_chance: Figure,
    /// How many of the items that either wants both want, `W`.
    pub shared_of_wanted: Figure,
    /// The areas, where every importance is known.
    pub areas: Option<Areas>,
    /// The areas over the items known on both sides.
    pub drawn: Areas,
    /// How many items those are.
    pub drawn_items: usize,
    /// Where each item stands.
    pub regions: Vec<Region>,
    /// How many items are known to be shared, and how many could be.
    pub shared: (usize, usize),
}

impl Overlap {
    /// Computes all of it.
    pub fn of(counted: &Counted) -> Self {
        let known = known(counted);
        let drawn = areas(&known);
        let complete = known.len() == counted.items.len() && !known.is_empty();
        Self {
            jaccard: jaccard(counted),
            coverage: PerSide::from_fn(|side| coverage(counted, side)),
            profile: profile(counted, &known),
            beyond_chance: beyond_chance(counted, &known),
            shared_of_wanted: shared_of_wanted(counted),
            areas: complete.then_some(drawn),
            drawn,
            drawn_items: known.len(),
            regions: counted.items.iter().map(region).collect(),
            shared: shared(counted),
        }
    }
}

/// What both want of all that is wanted: `Σ min(o, m) / Σ max(o, m)`.
pub fn jaccard(counted: &Counted) -> Figure {
    bounds::figure(jaccard_ends(counted))
}

/// What [`jaccard`] divides, in half steps.
///
/// # Errors
///
/// Why the figure has no value.
pub fn jaccard_ends(counted: &Counted) -> Ends {
    over_items(counted, |o, m| Pair { over: o.min(m), under: o.max(m) })
}

/// How much of what a side wants the other wants too: `Σ min(o, m)` over the sum of that side.
pub fn coverage(counted: &Counted, side: Side) -> Figure {
    bounds::figure(coverage_ends(counted, side))
}

/// What [`coverage`] divides, in half steps.
///
/// # Errors
///
/// Why the figure has no value.
pub fn coverage_ends(counted: &Counted, side: Side) -> Ends {
    match side {
        Side::Organisation => over_items(counted, |o, m| Pair { over: o.min(m), under: o }),
        Side::Members => over_items(counted, |o, m| Pair { over: o.min(m), under: m }),
    }
}

/// How many of the items that either side wants both want.
pub fn shared_of_wanted(counted: &Counted) -> Figure {
    bounds::figure(shared_ends(counted))
}

/// What [`shared_of_wanted`] divides, in items.
///
/// # Errors
///
/// Why the figure has no value.
pub fn shared_ends(counted: &Counted) -> Ends {
    let wants = |halves: u8| Level::from_halves(halves).is_some_and(is_wanted);
    over_items(counted, |o, m| Pair { over: u8::from(wants(o) && wants(m)), under: u8::from(wants(o) || wants(m)) })
}

/// A ratio of sums of what each item's two importances, in half steps, add.
fn over_items(counted: &Counted, pair: impl Fn(u8, u8) -> Pair) -> Ends {
    if let Some(missing) = counted.silent(&[Group::Importance]) {
        return Err(missing);
    }
    bounds::ends(counted.items.iter().map(|item| {
        let importance = &item.importance;
        bounds::vertices(importance.organisation, importance.members).map(|(o, m)| pair(o, m))
    }))
}

/// Whether an importance is high enough to be wanted.
pub const fn is_wanted(importance: Level) -> bool {
    importance.reaches(thresholds::WANTED)
}

/// Where an item stands.
pub fn region(item: &CountedItem) -> Region {
    match (item.importance.organisation.map(is_wanted), item.importance.members.map(is_wanted)) {
        (Some(true), Some(true)) => Region::Shared,
        (Some(true), Some(false)) => Region::OrganisationOnly,
        (Some(false), Some(true)) => Region::MembersOnly,
        (Some(false), Some(false)) => Region::Neither,
        (None, _) | (_, None) => Region::Open,
    }
}

/// How many items are known to be shared, and how many could be.
pub fn shared(counted: &Counted) -> (usize, usize) {
    let count = |unknown: bool| {
        let wanted = |level: Option<Level>| level.map_or(unknown, is_wanted);
        let both = |item: &&CountedItem| wanted(item.importance.organisation) && wanted(item.importance.members);
        counted.items.iter().filter(both).count()
    };
    (count(false), count(true))
}

/// How many items are known to be wanted by either side, and how many could be.
pub fn wanted(counted: &Counted) -> (usize, usize) {
    let count = |unknown: bool| {
        let wanted = |level: &Option<Level>| level.map_or(unknown, is_wanted);
        let either = |item: &&CountedItem| item.importance.iter().any(|(_, level)| wanted(level));
        counted.items.iter().filter(either).count()
    };
    (count(false), count(true))
}

/// The importances of the items known on both sides, in half steps.
fn known(counted: &Counted) -> Vec<(u32, u32)> {
    let both = |item: &CountedItem| item.importance.organisation.zip(item.importance.members);
    counted.items.iter().filter_map(both).map(|(o, m)| (o.halves().into(), m.halves().into())).collect()
}

fn areas(known: &[(u32, u32)]) -> Areas {
    let steps = |halves: u32| f64::from(halves) / 2.0;
    let (organisation, members, shared) = sums(known);
    Areas { organisation: steps(organisation), members: steps(members), shared: steps(shared) }
}

/// `So`, `Sm` and `X` in half steps.
fn sums(known: &[(u32, u32)]) -> (u32, u32, u32) {
    known.iter().fold((0, 0, 0), |(so, sm, x), &(o, m)| (so + o, sm + m, x + o.min(m)))
}

/// Why a figure that needs every importance has no value, if so.
fn needs_all(counted: &Counted, known: &[(u32, u32)]) -> Option<Missing> {
    let incomplete = known.len() < counted.items.len();
    counted.silent(&[Group::Importance]).or(incomplete.then_some(Missing::NeedsAll))
}

/// `Σ min(o/So, m/Sm)`, as one division: `Σ min(o·Sm, m·So) / (So·Sm)`.
fn profile(counted: &Counted, known: &[(u32, u32)]) -> Figure {
    if let Some(missing) = needs_all(counted, known) {
        return Figure::Missing(missing);
    }
    let (so, sm, _) = sums(known);
    if so == 0 || sm == 0 {
        return Figure::Missing(Missing::NothingWanted);
    }
    let same: u32 = known.iter().map(|&(o, m)| (o * sm).min(m * so)).sum();
    Figure::Value(f64::from(same) / f64::from(so * sm))
}

/// `(X − E) / (M − E)`, both terms times n so that they are whole.
fn beyond_chance(counted: &Counted, known: &[(u32, u32)]) -> Figure {
    if let Some(missing) = needs_all(counted, known) {
        return Figure::Missing(missing);
    }
    let mut organisation: Vec<i32> = known.iter().filter_map(|&(o, _)| o.try_into().ok()).collect();
    let mut members: Vec<i32> = known.iter().filter_map(|&(_, m)| m.try_into().ok()).collect();
    let pairing = |o: &[i32], m: &[i32]| o.iter().zip(m).map(|(&o, &m)| o.min(m)).sum::<i32>();
    let times = i32::try_from(known.len()).unwrap_or(i32::MAX);
    let found = times * pairing(&organisation, &members);
    let chance: i32 = organisation.iter().flat_map(|&o| members.iter().map(move |&m| o.min(m))).sum();
    order::sort(&mut organisation);
    order::sort(&mut members);
    let most = times * pairing(&organisation, &members);
    if most == chance {
        return Figure::Missing(Missing::Flat);
    }
    Figure::Value(f64::from(found - chance) / f64::from(most - chance))
}

#[cfg(test)]
mod tests {
    use super::super::sample::importance;
    use super::*;

    fn range(low: f64, high: f64) -> Figure {
        Figure::Range { low, high }
    }

    #[track_caller]
    fn check(organisation: &str, members: &str, expected: Figure) {
        let found = jaccard(&importance(organisation, members));
        assert_eq!(found, expected, "{organisation} | {members}");
        assert_eq!(jaccard(&importance(members, organisation)), expected, "the other way round");
    }

    #[test]
    fn overlap_is_what_both_want_of_all_that_is_wanted() {
        check("4 4 3 2 1 2", "2 3 2 4 4 4", Figure::Value(12.0 / 23.0));
        check("3 0", "3 0", Figure::Value(1.0));
        check("4 0", "0 4", Figure::Value(0.0));
        check("2.5 1", "4 0.5", Figure::Value(3.0 / 5.0));
        check("0 0", "0 0", Figure::Missing(Missing::NothingWanted));
    }

    #[test]
    fn unknown_importance_gives_the_exact_range_of_the_overlap() {
        check("4 3", "? 3", range(3.0 / 7.0, 1.0));
        check("4 ?", "4 ?", range(0.5, 1.0));
        check("? 4", "2 1", range(1.0 / 6.0, 0.5));
        // With a large overlap elsewhere an unknown is lowest at 4, not at 0: (8+1)/(8+4) is below (8+0)/(8+1).
        check("4 4 ?", "4 4 1", range(9.0 / 12.0, 1.0));
        // Over the answers where it is defined: all unknown at 0 would be no ratio.
        check("? 0", "0 ?", Figure::Value(0.0));
    }

    #[test]
    fn nothing_is_claimed_about_a_side_that_said_nothing() {
        let overlap = Overlap::of(&importance("4 3 2", "? ? ?"));
        let silent = Figure::Missing(Missing::Silent(Side::Members));
        assert_eq!(overlap.jaccard, silent);
        assert_eq!(overlap.coverage, PerSide { organisation: silent, members: silent });
        assert_eq!((overlap.profile, overlap.beyond_chance), (silent, silent));
        assert_eq!(overlap.shared_of_wanted, silent);
        assert_eq!((overlap.areas, overlap.drawn, overlap.drawn_items), (None, Areas::default(), 0));
        let neither = Overlap::of(&importance("?", "?"));
        assert_eq!(neither.jaccard, Figure::Missing(Missing::BothSilent));
        let organisation = Overlap::of(&importance("?", "2"));
        assert_eq!(organisation.jaccard, Figure::Missing(Missing::Silent(Side::Organisation)));
    }

    #[test]
    fn coverage_is_of_what_each_side_wants() {
        let both = |o, m| PerSide::from_fn(|side| coverage(&importance(o, m), side));
        assert_eq!(both("4 2", "2 2"), PerSide { organisation: Figure::Value(4.0 / 6.0), members: Figure::Value(1.0) });
        // However much or little the members want of the first, the organisation wants all of it too.
        assert_eq!(both("4 3", "? 3"), PerSide { organisation: range(3.0 / 7.0, 1.0), members: Figure::Value(1.0) });
        // The members' own unknown: all of it is wanted too up to 1, (1+1)/(4+1) at 4.
        assert_eq!(both("1 1", "? 1").members, range(2.0 / 5.0, 1.0));
        assert_eq!(both("0 0", "4 0").organisation, Figure::Missing(Missing::NothingWanted));
        assert_eq!(both("0 0", "4 0").members, Figure::Value(0.0));
    }

    #[test]
    fn profile_compares_priorities_and_not_generosity() {
        let of = |o, m| Overlap::of(&importance(o, m)).profile;
        assert_eq!(of("2 4", "1 2"), Figure::Value(1.0));
        assert_eq!(of("4 4 3 2 1 2", "2 3 2 4 4 4").value().map(|share| (share * 1e6).round()), Some(680_921.0));
        assert_eq!(of("4 0", "0 4"), Figure::Value(0.0));
        assert_eq!(of("4 4", "0 0"), Figure::Missing(Missing::NothingWanted));
        assert_eq!(of("4 4", "0 ?"), Figure::Missing(Missing::NeedsAll));
    }

    #[test]
    fn beyond_chance_is_measured_against_every_pairing() {
        let of = |o, m| Overlap::of(&importance(o, m)).beyond_chance;
        assert_eq!(of("4 4 3 2 1 2", "2 3 2 4 4 4"), Figure::Value(-1.0));
        assert_eq!(of("0 4", "1 3"), Figure::Value(1.0));
        // X = 0 + 1, E = (0 + 0 + 3 + 1) / 2 = 2, M = 3.
        assert_eq!(of("0 4", "3 1"), Figure::Value(-1.0));
        assert_eq!(of("3 3 3", "1 2 4"), Figure::Missing(Missing::Flat));
        assert_eq!(of("0 0", "0 0"), Figure::Missing(Missing::Flat));
        assert_eq!(of("3 ?", "1 2"), Figure::Missing(Missing::NeedsAll));
    }

    #[test]
    fn shared_of_wanted_counts_items() {
        let of = |o, m| shared_of_wanted(&importance(o, m));
        assert_eq!(of("3 4 2.5", "3 2 4"), Figure::Value(1.0 / 3.0));
        assert_eq!(of("3 3 1 ?", "3 1 ? 2"), range(1.0 / 4.0, 1.0 / 2.0));
        assert_eq!(of("3 ?", "3 ?"), range(1.0 / 2.0, 1.0));
        assert_eq!(of("2 2", "2 2.5"), Figure::Missing(Missing::NothingWanted));
    }

    #[test]
    fn an_item_stands_in_one_region_and_an_unknown_is_open() {
        let overlap = Overlap::of(&importance("3 4 1 2.5 ? 0", "3 2 3 2 4 ?"));
        let [shared, organisation, members, neither, open] = Region::ALL;
        assert_eq!(overlap.regions, [shared, organisation, members, neither, open, open]);
        assert_eq!(overlap.shared, (1, 2), "the fifth may be shared, the sixth cannot");
        assert_eq!(overlap.drawn, Areas { organisation: 10.5, members: 10.0, shared: 8.0 });
        assert_eq!((overlap.drawn_items, overlap.areas), (4, None));
    }

    #[test]
    fn areas_are_given_where_every_importance_is_known() {
        let overlap = Overlap::of(&importance("3.5 1", "2 4"));
        let areas = Areas { organisation: 4.5, members: 6.0, shared: 3.0 };
        assert_eq!((overlap.areas, overlap.drawn), (Some(areas), areas));
        assert_eq!(Overlap::of(&importance("", "")).areas, None, "no items, no areas");
    }
}
