//! What files draw of bars, ladders and steps: no words over other words, nothing outside, whatever the numbers and
//! words.

use super::bar::{reached, shared};
use super::seen::{Dice, Seen};
use super::*;

const WORDS: [&str; 6] = [
    "",
    "Quick help with problems at work",
    "Meeting the regulator well prepared, with every figure that they ask for, in each of the twelve districts, and in time",
    "Bundesstraßenverwaltungsangelegenheitenbearbeitungsstellenleitungsvertretung",
    "安全な単独作業のための手順書と訓練を全員に提供する安全な単独作業のための手順書",
    "W",
];

fn words(dice: &mut Dice) -> String {
    let at = usize::try_from(dice.below(6)).unwrap_or(0);
    WORDS.get(at).copied().unwrap_or_default().to_owned()
}

fn halves(dice: &mut Dice) -> Option<u8> {
    u8::try_from(dice.below(10)).ok().filter(|halves| *halves < 9)
}

fn interval(dice: &mut Dice) -> Interval {
    let (one, other) = (dice.share(), dice.share());
    Interval { low: one.min(other), high: if dice.below(2) == 0 { one.min(other) } else { one.max(other) } }
}

/// No words over other words, and none outside.
fn check(scene: &Scene) {
    let seen = Seen::of(scene);
    for (place, (area, text, _)) in seen.words.iter().enumerate() {
        let inside = area.left >= -0.5
            && area.top >= -scene.above - 0.5
            && area.right <= scene.width + 0.5
            && area.bottom <= scene.height + 0.5;
        assert!(inside, "{:?} leaves the box: {area:?} of {} × {}", text.words, scene.width, scene.height);
        for (other, what, _) in seen.words.iter().skip(place + 1) {
            assert!(!area.meets(*other, -0.3), "{:?} over {:?}", text.words, what.words);
        }
    }
}

#[test]
fn words_of_a_ladder_never_touch() {
    for seed in 1..200 {
        let mut dice = Dice(seed * 7919);
        let states = [RungState::Ahead, RungState::May, RungState::Here, RungState::Done];
        let criterion = |dice: &mut Dice| Criterion {
            mark: if dice.below(2) == 0 { MarkKind::Yes } else { MarkKind::No },
            words: words(dice),
            bars: (0..dice.below(3))
                .map(|_| Bullet { hue: Hue::Members, ends: interval(dice), threshold: 0.5 })
                .collect(),
            short: String::new(),
            figure: words(dice),
            needs: "needs 50 %".to_owned(),
        };
        let rung = |state, dice: &mut Dice| Rung {
            name: words(dice),
            state,
            line: words(dice),
            criteria: (0..dice.below(6)).map(|_| criterion(dice)).collect(),
        };
        let rungs = states.into_iter().map(|state| rung(state, &mut dice)).collect();
        check(&ladder(&Ladder { title: String::new(), rungs, uid: "l".to_owned() }));
    }
}

#[test]
fn words_beside_steps_never_touch() {
    for seed in 1..200 {
        let mut dice = Dice(seed * 104_729);
        let row = |number, dice: &mut Dice| EveryRow {
            key: number_key(number),
            number,
            statement: words(dice),
            importance: [halves(dice), halves(dice)],
            delivered: halves(dice),
        };
        let group = |region, dice: &mut Dice| EveryGroup {
            region,
            name: "Only the organisation".to_owned(),
            rows: (1..=usize::try_from(dice.below(7)).unwrap_or(0)).map(|number| row(number, dice)).collect(),
        };
        let regions = [Region::Shared, Region::OrganisationOnly, Region::MembersOnly, Region::Open];
        let picture = Every {
            groups: regions.into_iter().map(|region| group(region, &mut dice)).collect(),
            words: EveryWords {
                title: "Every".to_owned(),
                sides: ["Organisation".to_owned(), "Members".to_owned()],
                delivered: "Delivered".to_owned(),
                sums: ["120".to_owned(), "118½".to_owned()],
                sum: words(&mut dice),
            },
            uid: "e".to_owned(),
        };
        check(&every(&picture));
        let around = Sheet {
            name: words(&mut dice),
            about: words(&mut dice),
            heading: words(&mut dice),
            lead: words(&mut dice),
            key: (0..dice.below(9)).map(|_| KeyEntry { sample: Sample::Pips, words: words(&mut dice) }).collect(),
            notes: (0..dice.below(3)).map(|_| words(&mut dice)).collect(),
        };
        check(&sheet(every(&picture), &around));
    }
}

fn number_key(number: usize) -> String {
    ["O", &number.to_string()].concat()
}

#[test]
fn words_beside_practices_and_sides_never_touch() {
    for seed in 1..200 {
        let mut dice = Dice(seed * 31_337);
        let bar = |number, dice: &mut Dice| PracticeBar {
            number,
            name: words(dice),
            level: dice.step().and_then(|step| u8::try_from(step).ok()),
            words: words(dice),
            need: dice.step().and_then(|step| u8::try_from(step).ok()),
            needs: if dice.below(2) == 0 { "needs 3".to_owned() } else { String::new() },
        };
        let practices = (1..=10).map(|number| bar(number, &mut dice)).collect();
        check(&profile(&Profile { title: String::new(), practices, uid: "p".to_owned() }));
        let shares = |dice: &mut Dice| SideShares {
            name: words(dice),
            ground: if dice.below(2) == 0 { Ground::Wanted } else { Ground::Possible },
            ends: [Some(interval(dice)), None],
            words: ["41–63 %".to_owned(), "–".to_owned()],
            ticks: vec![(0.25, "25".to_owned()), (0.5, "50".to_owned())],
        };
        let kind = |dice: &mut Dice| SideSteps {
            name: words(dice),
            levels: [halves(dice), halves(dice)],
            words: [words(dice), words(dice)],
        };
        check(&sides(&Sides {
            puts_in: "Puts in".to_owned(),
            title: String::new(),
            names: ["Organisation".to_owned(), "Members".to_owned()],
            shares: (0..3).map(|_| shares(&mut dice)).collect(),
            kinds: (0..5).map(|_| kind(&mut dice)).collect(),
            uid: "s".to_owned(),
        }));
    }
}

#[test]
fn segments_are_shared_as_far_as_both_go_and_one_sides_beyond() {
    let none = "s-none";
    assert_eq!(
        shared(7, Some(4), Hue::Organisation),
        ["s-both", "s-both", "s-both", "s-both", "s-org", "s-org", "s-org", none]
    );
    assert_eq!(shared(3, None, Hue::Members), ["s-mem", "s-mem", "s-mem", none, none, none, none, none]);
    assert_eq!(shared(2, Some(8), Hue::Members), ["s-both", "s-both", none, none, none, none, none, none]);
    assert_eq!(reached(9, "s-ink"), ["s-ink"; 8], "more than all is all");
}
