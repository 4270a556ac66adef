//! Scoring, held against an independent reading of the rules, against brute force, and by what must always be true.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::float_cmp,
    reason = "small whole numbers, and figures that must be exact"
)]

mod example;
mod heard;
mod leak;
mod many;
mod reference;
mod trend;

use common_ground::catalogue::{Level, PerSide, Phase, Side, Step};
use common_ground::score::{
    Counted, CountedItem, Figure, GateState, Missing, Outlook, Results, Verdict, Voice, Voices, gates, questions,
};
use proptest::prelude::*;
use reference::{FELT, Full, M, O, SEEN};

/// Answers of which some are known: `None` is unknown, numbers are half steps.
#[derive(Clone, Debug)]
struct Partial {
    items: Vec<[Option<u8>; 4]>,
    worth: [Option<u8>; 2],
    contribution: [[Option<u8>; 5]; 2],
    practices: [Option<u8>; 10],
    phase: Phase,
    heard: [bool; 2],
}

/// An answer in half steps, unknown in `unknown` of ten cases.
fn answer(unknown: u32) -> BoxedStrategy<Option<u8>> {
    prop_oneof![
        unknown => Just(None),
        // Whole steps are the common case, and 3 is where things are wanted.
        (10 - unknown) => prop_oneof![3 => (0..=4_u8).prop_map(|step| 2 * step), 1 => 0..=8_u8, 1 => 5..=7_u8].prop_map(Some),
    ]
    .boxed()
}

fn partial(items: std::ops::RangeInclusive<usize>, unknown: u32) -> BoxedStrategy<Partial> {
    let item = prop::array::uniform4(answer(unknown));
    let step = prop_oneof![unknown => Just(None), (10 - unknown) => (0..=4_u8).prop_map(Some), 3 => Just(Some(3))];
    (
        prop::collection::vec(item, items),
        prop::array::uniform2(answer(unknown)),
        prop::array::uniform2(prop::array::uniform5(answer(unknown))),
        prop::array::uniform10(step),
        prop::sample::select(&Phase::ALL[..]),
        prop::array::uniform2(any::<bool>()),
    )
        .prop_map(|(items, worth, contribution, practices, phase, heard)| Partial {
            items,
            worth,
            contribution,
            practices,
            phase,
            heard,
        })
        .boxed()
}

/// Everything known.
fn full(items: std::ops::RangeInclusive<usize>) -> BoxedStrategy<Partial> {
    partial(items, 0)
}

/// A community that does well in most respects, so that the upper rungs are reached often.
fn thriving() -> BoxedStrategy<Partial> {
    let mostly = |low: u8| prop_oneof![1 => Just(None), 12 => (low..=8).prop_map(Some)];
    let step = prop_oneof![1 => Just(None), 20 => (3..=4_u8).prop_map(Some), 1 => Just(Some(2))];
    (partial(1..=5, 1), prop::collection::vec(prop::array::uniform4(mostly(4)), 1..=5), prop::array::uniform10(step))
        .prop_flat_map(move |(base, items, practices)| {
            (Just(Partial { items, practices, ..base }), prop::array::uniform2(mostly(5)))
        })
        .prop_map(|(base, worth)| Partial { worth, phase: Phase::Sustain, heard: [true, true], ..base })
        .boxed()
}

fn levels(halves: [Option<u8>; 2]) -> PerSide<Option<Level>> {
    let [organisation, members] = halves.map(|halves| halves.and_then(Level::from_halves));
    PerSide { organisation, members }
}

impl Partial {
    fn counted(&self) -> Counted {
        let item = |(at, row): (usize, &[Option<u8>; 4])| CountedItem {
            id: format!("X{at}").parse().unwrap(),
            importance: levels([row[O], row[M]]),
            delivered: levels([row[SEEN], row[FELT]]),
        };
        let voices = |heard: bool| Voices {
            importance: if heard { Voice::Replies(5) } else { Voice::Estimate },
            ..Voices::default()
        };
        let kinds = |at: usize| self.contribution[at].map(|halves| halves.and_then(Level::from_halves));
        Counted {
            phase: self.phase,
            items: self.items.iter().enumerate().map(item).collect(),
            worth: levels(self.worth),
            contribution: PerSide { organisation: kinds(0), members: kinds(1) },
            practices: self.practices.map(|step| step.and_then(Step::new)),
            voices: PerSide { organisation: voices(self.heard[0]), members: voices(self.heard[1]) },
            top: PerSide::default(),
        }
    }

    fn results(&self) -> Results {
        Results::of(self.counted())
    }

    /// The unknown places filled in, each by the next number, in steps; practices by whole steps.
    fn completed(&self, mut next: impl FnMut() -> f64) -> Full {
        let mut fill = |known: Option<u8>| known.map_or_else(&mut next, |halves| f64::from(halves) / 2.0);
        Full {
            items: self.items.iter().map(|row| row.map(&mut fill)).collect(),
            worth: self.worth.map(&mut fill),
            contribution: self.contribution.map(|kinds| kinds.map(&mut fill)),
            practices: self.practices.map(|known| known.unwrap_or_else(|| next().round() as u8)),
            phase: self.phase,
            heard: self.heard,
        }
    }

    /// The same with the sides exchanged.
    fn swapped(&self) -> Self {
        let mut swapped = self.clone();
        for row in &mut swapped.items {
            row.swap(O, M);
            row.swap(SEEN, FELT);
        }
        swapped.worth.reverse();
        swapped.contribution.reverse();
        swapped.heard.reverse();
        swapped
    }

    fn is_silent(&self, at: usize) -> bool {
        self.items.iter().all(|row| row[at].is_none())
    }
}

/// The figures of the results, named as in the reference.
fn figures(results: &Results) -> [(&'static str, Figure); 12] {
    let (overlap, delivery) = (&results.overlap, &results.delivery);
    [
        ("overlap", overlap.jaccard),
        ("coverage organisation", overlap.coverage.organisation),
        ("coverage members", overlap.coverage.members),
        ("profile", overlap.profile),
        ("beyond chance", overlap.beyond_chance),
        ("shared of wanted", overlap.shared_of_wanted),
        ("delivered overlap", delivery.overlap),
        ("kept", delivery.kept),
        ("return organisation", delivery.returns.organisation),
        ("return members", delivery.returns.members),
        ("contribution organisation", results.contribution.organisation),
        ("contribution members", results.contribution.members),
    ]
}

/// A stream of numbers from 0 to 4 out of a seed: whole steps, half steps, ends, and numbers between.
fn numbers(mut seed: u64) -> impl FnMut() -> f64 {
    move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let drawn = (seed >> 33) as u32;
        let share = f64::from(drawn >> 3) / f64::from(u32::MAX >> 4);
        match drawn % 4 {
            0 => (share * 4.0).round(),
            1 => (share * 8.0).round() / 2.0,
            2 => {
                if share < 0.5 {
                    0.0
                } else {
                    4.0
                }
            }
            _ => (share * 4.0).min(4.0),
        }
    }
}

/// Whether a figure must be without a value because a side said nothing it needs.
fn silenced(partial: &Partial, name: &str) -> bool {
    let silent = |places: &[usize]| places.iter().any(|&at| partial.is_silent(at));
    match name {
        "delivered overlap" | "kept" => silent(&[O, M, SEEN, FELT]),
        "return organisation" => silent(&[O, SEEN]),
        "return members" => silent(&[M, FELT]),
        "contribution organisation" => partial.contribution[0].iter().all(Option::is_none),
        "contribution members" => partial.contribution[1].iter().all(Option::is_none),
        _ => silent(&[O, M]),
    }
}

fn needs_every_importance(name: &str) -> bool {
    matches!(name, "profile" | "beyond chance")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn known_answers_score_as_the_independent_reading_of_the_rules(partial in prop_oneof![full(1..=12), full(1..=2)]) {
        let results = partial.results();
        let reference = partial.completed(|| unreachable!("everything is known"));
        for ((name, found), (same, expected)) in figures(&results).into_iter().zip(reference.figures()) {
            prop_assert_eq!(name, same);
            match (found, expected) {
                (Figure::Value(found), Some(expected)) => {
                    prop_assert!((found - expected).abs() < 1e-12, "{}: {} and {}", name, found, expected);
                }
                (Figure::Missing(Missing::NothingWanted), None) => prop_assert!(name != "beyond chance"),
                (Figure::Missing(Missing::Flat), None) => prop_assert_eq!(name, "beyond chance"),
                other => prop_assert!(false, "{}: {:?}", name, other),
            }
        }
        let states = results.gates.each_ref().map(|gate| gate.state == GateState::Met);
        prop_assert_eq!(states, reference.gates());
        prop_assert_eq!(results.overlap.shared, (reference.shared(), reference.shared()));
        let rung = reference.rung();
        prop_assert_eq!(results.outlook, Outlook { low: rung, high: rung });
        prop_assert!(questions::open(&results).is_empty());
    }

    #[test]
    fn a_thriving_community_stands_where_the_independent_reading_puts_it(partial in thriving(), seed: u64) {
        let mut next = numbers(seed);
        let results = partial.results();
        for _ in 0..20 {
            let rung = partial.completed(&mut next).rung();
            prop_assert!((results.outlook.low..=results.outlook.high).contains(&rung), "{:?}: {:?}", results.outlook, rung);
        }
    }

    #[test]
    fn no_answer_to_the_unknown_falls_outside_a_range(
        partial in prop_oneof![partial(1..=12, 2), partial(1..=3, 5), thriving()], seed: u64,
    ) {
        let results = partial.results();
        let mut next = numbers(seed);
        for _ in 0..40 {
            let complete = partial.completed(&mut next);
            for ((name, found), (_, exact)) in figures(&results).into_iter().zip(complete.figures()) {
                match (found.ends(), exact) {
                    (Some((low, high)), Some(exact)) => {
                        let inside = low - 1e-9 <= exact && exact <= high + 1e-9;
                        prop_assert!(inside, "{}: {} is not in {}..{}", name, exact, low, high);
                    }
                    (None, Some(_)) => prop_assert!(silenced(&partial, name) || needs_every_importance(name), "{}", name),
                    (_, None) => {}
                }
                prop_assert!(found.ends().is_none() || !silenced(&partial, name), "{} of a silent side", name);
            }
            let rung = complete.rung();
            let Outlook { low, high } = results.outlook;
            prop_assert!(low <= rung && rung <= high, "{:?} is not in {:?}", rung, results.outlook);
            for (gate, met) in results.gates.iter().zip(complete.gates()) {
                prop_assert_ne!(gate.state, if met { GateState::NotMet } else { GateState::Met });
            }
            let (low, high) = gates::maturity(&results.counted);
            let reached = complete.practices.iter().filter(|&&step| step >= 2).count();
            prop_assert!(low <= reached && reached <= high);
        }
    }

    #[test]
    fn ends_are_in_order_and_shares_between_0_and_1(partial in partial(1..=12, 3)) {
        let results = partial.results();
        for (name, figure) in figures(&results) {
            if let Some((low, high)) = figure.ends() {
                prop_assert!(low <= high, "{}", name);
                prop_assert!(high <= 1.0 && (low >= 0.0 || name == "beyond chance"), "{} {}..{}", name, low, high);
                prop_assert!(matches!(figure, Figure::Value(_)) || high - low > 1e-9);
            }
        }
        prop_assert!(results.outlook.low <= results.outlook.high);
    }

    #[test]
    fn overlap_is_symmetric_and_the_sides_only_change_places(partial in partial(1..=8, 2)) {
        let (results, swapped) = (partial.results(), partial.swapped().results());
        prop_assert_eq!(results.overlap.jaccard.ends(), swapped.overlap.jaccard.ends());
        prop_assert_eq!(results.overlap.beyond_chance.ends(), swapped.overlap.beyond_chance.ends());
        prop_assert_eq!(results.overlap.shared, swapped.overlap.shared);
        prop_assert_eq!(results.delivery.kept.ends(), swapped.delivery.kept.ends());
        prop_assert_eq!(results.delivery.kept_drawn.ends(), swapped.delivery.kept_drawn.ends());
        prop_assert_eq!(results.overlap.coverage.organisation.ends(), swapped.overlap.coverage.members.ends());
        prop_assert_eq!(results.delivery.returns.members.ends(), swapped.delivery.returns.organisation.ends());
        prop_assert_eq!(results.outlook, swapped.outlook);
    }

    #[test]
    fn overlap_is_1_only_if_both_want_the_same(partial in full(1..=6)) {
        let overlap = partial.results().overlap.jaccard;
        let equal = partial.items.iter().all(|row| row[O] == row[M]);
        let nothing = partial.items.iter().all(|row| row[O] == Some(0) && row[M] == Some(0));
        prop_assert_eq!(overlap == Figure::Value(1.0), equal && !nothing);
        let same = Partial { items: partial.items.iter().map(|row| [row[O], row[O], None, None]).collect(), ..partial };
        let overlap = same.results().overlap.jaccard;
        prop_assert!(matches!(overlap, Figure::Value(1.0) | Figure::Missing(Missing::NothingWanted)));
    }

    #[test]
    fn figures_are_blind_to_the_order_of_items(
        (partial, order) in partial(1..=10, 3).prop_flat_map(|partial| {
            let places: Vec<usize> = (0..partial.items.len()).collect();
            (Just(partial), Just(places).prop_shuffle())
        }),
    ) {
        let shuffled = Partial { items: order.iter().map(|&at| partial.items[at]).collect(), ..partial.clone() };
        let (results, other) = (partial.results(), shuffled.results());
        prop_assert_eq!(figures(&results), figures(&other));
        prop_assert_eq!(results.criteria, other.criteria);
        let regions: Vec<_> = order.iter().map(|&at| results.overlap.regions[at]).collect();
        prop_assert_eq!(regions, other.overlap.regions);
    }

    #[test]
    fn what_is_delivered_of_the_overlap_is_never_more_than_the_overlap(partial in partial(1..=8, 3)) {
        let results = partial.results();
        if let (Some((low, high)), Some((j_low, j_high))) = (results.delivery.overlap.ends(), results.overlap.jaccard.ends()) {
            prop_assert!(low <= j_low + 1e-9 && high <= j_high + 1e-9);
        }
        if let (Figure::Value(r), Figure::Value(j), Figure::Value(k)) =
            (results.delivery.overlap, results.overlap.jaccard, results.delivery.kept)
        {
            prop_assert!((r / j - k).abs() < 1e-12, "the lens fills to R / J");
        }
    }

    #[test]
    fn delivering_more_never_lowers_a_figure_of_delivery(
        partial in partial(1..=8, 2), at in any::<prop::sample::Index>(), place in 2..4_usize,
    ) {
        let mut more = partial.clone();
        let slot = &mut more.items[at.index(partial.items.len())][place];
        prop_assume!(slot.is_some_and(|halves| halves < 8));
        *slot = slot.map(|halves| halves + 1);
        let (before, after) = (partial.results(), more.results());
        for ((name, before), (_, after)) in figures(&before).into_iter().zip(figures(&after)) {
            if let (Some((low, high)), Some((more_low, more_high))) = (before.ends(), after.ends()) {
                prop_assert!(low <= more_low + 1e-9 && high <= more_high + 1e-9, "{}", name);
            }
            prop_assert_eq!(before.ends().is_some(), after.ends().is_some());
        }
        prop_assert!(before.outlook.low <= after.outlook.low && before.outlook.high <= after.outlook.high);
    }

    #[test]
    fn contributing_more_never_lowers_the_contribution(partial in partial(1..=1, 2), kind in 0..5_usize) {
        prop_assume!(partial.contribution[0][kind].is_some_and(|halves| halves < 8));
        let mut more = partial.clone();
        more.contribution[0][kind] = partial.contribution[0][kind].map(|halves| halves + 1);
        let ends = |partial: &Partial| partial.results().contribution.organisation.ends().unwrap();
        let ((low, high), (more_low, more_high)) = (ends(&partial), ends(&more));
        prop_assert!(low < more_low && high < more_high);
    }

    #[test]
    fn a_practice_raised_never_closes_a_gate(partial in partial(1..=3, 2), practice in 0..10_usize) {
        let mut more = partial.clone();
        prop_assume!(partial.practices[practice].is_some_and(|step| step < 4));
        more.practices[practice] = partial.practices[practice].map(|step| step + 1);
        let rank = |state| match state { GateState::NotMet => 0, GateState::Unknown => 1, GateState::Met => 2 };
        let (before, after) = (partial.results(), more.results());
        for (before, after) in before.gates.iter().zip(&after.gates) {
            prop_assert!(rank(before.state) <= rank(after.state));
        }
        prop_assert!(before.outlook.low <= after.outlook.low && before.outlook.high <= after.outlook.high);
    }

    #[test]
    fn an_answer_only_ever_narrows_what_was_open(partial in partial(1..=6, 4), seed: u64) {
        let before = partial.results();
        let mut next = numbers(seed);
        let mut fill = |known: Option<u8>| if next() < 2.0 { known } else { known.or(Some((next() * 2.0).round() as u8)) };
        let closer = Partial {
            items: partial.items.iter().map(|row| row.map(&mut fill)).collect(),
            worth: partial.worth.map(&mut fill),
            contribution: partial.contribution.map(|kinds| kinds.map(&mut fill)),
            ..partial.clone()
        };
        let after = closer.results();
        for ((name, before), (_, after)) in figures(&before).into_iter().zip(figures(&after)) {
            if let (Some((low, high)), Some((inner_low, inner_high))) = (before.ends(), after.ends()) {
                prop_assert!(low <= inner_low + 1e-9 && inner_high <= high + 1e-9, "{}", name);
            }
        }
        prop_assert!(before.outlook.low <= after.outlook.low && after.outlook.high <= before.outlook.high);
        for kind in &after.exchange {
            prop_assert!(before.exchange.contains(kind));
        }
    }

    #[test]
    fn questions_are_asked_just_where_the_outlook_is_open(partial in prop_oneof![partial(1..=6, 3), thriving()]) {
        let results = partial.results();
        let open = questions::open(&results);
        prop_assert_eq!(open.is_empty(), results.outlook.is_settled());
        let first = results.criteria.iter().find(|criterion| criterion.verdict == Verdict::Unknown);
        for question in &open {
            prop_assert_eq!(Some(question.criterion), first.map(|criterion| criterion.id));
            prop_assert!(question.criterion.rung() <= results.outlook.high);
            prop_assert!(question.criterion.rung() > results.outlook.low);
            prop_assert!((0.0..=2.0).contains(&question.width_left));
        }
        prop_assert!(open.windows(2).all(|pair| pair[0].width_left <= pair[1].width_left + 1e-8));
    }
}

/// Answers with few items and at most `most` unknowns among the ratings, so that all of them can be tried.
fn small(most: usize) -> BoxedStrategy<Partial> {
    partial(1..=3, 3)
        .prop_map(move |mut partial| {
            let mut left = most;
            for slot in partial.items.iter_mut().flatten() {
                if slot.is_none() && left == 0 {
                    *slot = Some(5);
                } else if slot.is_none() {
                    left -= 1;
                }
            }
            partial.contribution = [[Some(5); 5]; 2];
            partial.worth = [Some(6); 2];
            partial.practices = [Some(3); 10];
            partial
        })
        .boxed()
}

/// Every completion of the unknowns by these numbers.
fn completions(partial: &Partial, by: &[f64]) -> Vec<Full> {
    let mut unknown = 0;
    partial.completed(|| {
        unknown += 1;
        0.0
    });
    (0..by.len().pow(unknown))
        .map(|number| {
            let mut rest = number;
            partial.completed(|| {
                let digit = rest % by.len();
                rest /= by.len();
                by[digit]
            })
        })
        .collect()
}

fn reached(partial: &Partial, by: &[f64]) -> Result<(), TestCaseError> {
    let results = partial.results();
    let mut ends: Vec<Option<(f64, f64)>> = vec![None; 12];
    for complete in completions(partial, by) {
        for (end, (_, exact)) in ends.iter_mut().zip(complete.figures()) {
            if let Some(exact) = exact {
                let (low, high) = end.unwrap_or((exact, exact));
                *end = Some((low.min(exact), high.max(exact)));
            }
        }
    }
    for ((name, found), expected) in figures(&results).into_iter().zip(ends) {
        if silenced(partial, name) {
            prop_assert_eq!(found.ends(), None, "{} of a silent side", name);
        } else if needs_every_importance(name) && partial.items.iter().any(|row| row[O].is_none() || row[M].is_none()) {
            prop_assert_eq!(found, Figure::Missing(Missing::NeedsAll));
        } else if let (Some((low, high)), Some((brute_low, brute_high))) = (found.ends(), expected) {
            prop_assert!((low - brute_low).abs() < 1e-9, "{}: lowest {}, by brute force {}", name, low, brute_low);
            prop_assert!((high - brute_high).abs() < 1e-9, "{}: highest {}, by brute force {}", name, high, brute_high);
        } else {
            prop_assert_eq!(found.ends(), expected, "{}", name);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_end_is_reached_by_brute_force_over_half_steps(partial in small(3)) {
        let halves: Vec<f64> = (0..=8).map(|halves| f64::from(halves) / 2.0).collect();
        reached(&partial, &halves)?;
    }

    #[test]
    fn each_end_is_reached_by_brute_force_over_whole_steps(mut partial in small(4)) {
        // Known answers on whole steps, so that the kinks are among the steps tried.
        for slot in partial.items.iter_mut().flatten().flatten() {
            *slot = *slot / 2 * 2;
        }
        reached(&partial, &[0.0, 1.0, 2.0, 3.0, 4.0])?;
    }
}

#[test]
fn a_silent_side_is_named() {
    let silent = |items: Vec<[Option<u8>; 4]>| {
        let known = Partial {
            items,
            worth: [None; 2],
            contribution: [[None; 5], [None; 5]],
            practices: [None; 10],
            phase: Phase::Launch,
            heard: [false; 2],
        };
        let results = known.results();
        (results.overlap.jaccard, results.delivery.kept, results.delivery.returns)
    };
    let missing = |side| Figure::Missing(Missing::Silent(side));
    let (overlap, kept, returns) = silent(vec![[Some(8), None, Some(4), None]]);
    assert_eq!((overlap, kept), (missing(Side::Members), missing(Side::Members)));
    assert_eq!(returns, PerSide { organisation: Figure::Value(0.5), members: missing(Side::Members) });
    let (overlap, kept, _) = silent(vec![[Some(8), Some(8), None, Some(4)]]);
    assert_eq!((overlap, kept), (Figure::Value(1.0), missing(Side::Organisation)));
    let (overlap, kept, _) = silent(vec![[None; 4]]);
    assert_eq!((overlap, kept), (Figure::Missing(Missing::BothSilent), Figure::Missing(Missing::BothSilent)));
}
