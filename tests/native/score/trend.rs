//! What is called up or down: the edges of the rule, and the rule once more in plain floats.

use std::sync::Arc;

use common_ground::assessment::{
    Answered, Assessment, AssessmentId, Community, Item, OwnItem, Pledge, PracticeAnswer, Snapshot, Summary,
};
use common_ground::catalogue::{Contribution, Holder, ItemId, Level, Phase, Practice, Side, bundled};
use common_ground::score::trend::{self, Changes, Direction, Measured, Moved, Slot};
use common_ground::score::{Figure, Gate, Group, Missing, results};
use fastrand::Rng;
use proptest::prelude::*;

use super::heard::{asked, id, ratings, replies, step};
use crate::generate;

/// Both sides' importance, as estimates.
fn state(items: &str, organisation: &str, members: &str) -> Answered {
    let mut answered = asked(items);
    answered.estimate.organisation.importance = ratings(organisation);
    answered.estimate.members.importance = ratings(members);
    answered
}

fn overlap(changes: &Changes) -> (Figure, Figure, Direction) {
    let change = changes.of(Measured::Overlap).unwrap();
    (change.earlier, change.later, change.direction)
}

fn went(earlier: &Answered, later: &Answered, measured: Measured) -> Direction {
    trend::compare(earlier, later).of(measured).unwrap().direction
}

#[test]
fn a_step_that_moves_the_figure_is_up_one_way_and_down_the_other() {
    let (low, high) = (state("O1", "O1:4", "O1:2"), state("O1", "O1:4", "O1:3"));
    assert_eq!(overlap(&trend::compare(&low, &high)), (Figure::Value(0.5), Figure::Value(0.75), Direction::Up));
    assert_eq!(overlap(&trend::compare(&high, &low)), (Figure::Value(0.75), Figure::Value(0.5), Direction::Down));
}

#[test]
fn half_a_step_is_no_clear_change_and_a_whole_one_is() {
    let said = |numbers: &[u8]| {
        let mut answered = state("O1", "O1:4", "");
        answered.min_replies.members = 1;
        let one = |number: &u8| super::heard::importance(&format!("O1:{number}"));
        answered.replies = replies(numbers.iter().map(one).collect());
        answered
    };
    // Medians 2, 2.5 and 3; fewer than min(min_replies, 3) is one here.
    let (two, half, three) = (said(&[2]), said(&[2, 3]), said(&[3]));
    let changes = trend::compare(&two, &half);
    assert_eq!(overlap(&changes), (Figure::Value(0.5), Figure::Value(0.625), Direction::Unclear));
    assert!(changes.moved.is_empty());
    assert_eq!(went(&half, &three, Measured::Overlap), Direction::Unclear);
    assert_eq!(went(&two, &three, Measured::Overlap), Direction::Up);
}

#[test]
fn ranges_that_touch_are_no_clear_change_however_far_an_answer_moved() {
    // The second item is open on the members' side: J from 2/6 to 6/6·… in either state.
    let earlier = state("O1 O2", "O1:4 O2:2", "O1:1 O2:?");
    let later = state("O1 O2", "O1:4 O2:2", "O1:3 O2:?");
    let changes = trend::compare(&earlier, &later);
    // (1+0)/(4+2), (1+2)/(4+4), (1+2)/(4+2); (3+0)/(4+2), (3+2)/(4+4), (3+2)/(4+2): both have 1/2 as an end.
    let (one, other) = (Figure::Range { low: 1.0 / 6.0, high: 0.5 }, Figure::Range { low: 0.5, high: 5.0 / 6.0 });
    assert_eq!(overlap(&changes), (one, other, Direction::Unclear));
    assert_eq!(changes.moved.len(), 1);
    // One step more, and they lie apart.
    let later = state("O1 O2", "O1:4 O2:2", "O1:4 O2:?");
    assert_eq!(overlap(&trend::compare(&earlier, &later)).2, Direction::Up);
    assert_eq!(overlap(&trend::compare(&later, &earlier)).2, Direction::Down);
}

#[test]
fn a_figure_that_moves_without_an_answer_of_its_own_has_no_direction() {
    // The return of the organisation rests on its own answers alone.
    let mut earlier = state("O1", "O1:4", "O1:2");
    earlier.estimate.organisation.delivered = ratings("O1:2");
    let mut later = earlier.clone();
    later.estimate.members.importance = ratings("O1:4");
    let changes = trend::compare(&earlier, &later);
    assert_eq!(changes.of(Measured::Overlap).unwrap().direction, Direction::Up);
    let returned = changes.of(Measured::Return(Side::Organisation)).unwrap();
    assert_eq!((returned.earlier, returned.direction, returned.moved.len()), (returned.later, Direction::Unclear, 0));
}

#[test]
fn an_answer_that_was_unknown_has_not_moved() {
    let (unknown, known) = (state("O1 O2", "O1:4 O2:1", "O1:2 O2:?"), state("O1 O2", "O1:4 O2:1", "O1:2 O2:4"));
    let changes = trend::compare(&unknown, &known);
    assert!(changes.moved.is_empty());
    assert_eq!(overlap(&changes).2, Direction::Unclear);
    // A practice too, though its range lies apart from nothing.
    let mut later = known.clone();
    later.practices.entry(Practice::Vp1).or_default().level = Some(step(4));
    assert_eq!(went(&known, &later, Measured::Practice(Practice::Vp1)), Direction::Unclear);
    let mut sooner = known.clone();
    sooner.practices.entry(Practice::Vp1).or_default().level = Some(step(1));
    assert_eq!(went(&sooner, &later, Measured::Practice(Practice::Vp1)), Direction::Up);
    assert_eq!(went(&sooner, &later, Measured::Maturity), Direction::Unclear, "0 to 9, then 1 to 10: nine are unknown");
}

#[test]
fn only_items_that_both_states_ask_about_are_compared() {
    // Over its own items the later overlap is 4/12; over the common one nothing has changed.
    let earlier = state("O1 M1", "O1:4 M1:0", "O1:4 M1:4");
    let later = state("O2 O1 O3", "O1:4 O2:4 O3:4", "O1:4 O2:0 O3:0");
    let changes = trend::compare(&earlier, &later);
    assert_eq!((changes.common, changes.added), (vec![id("O1")], vec![id("O2"), id("O3")]));
    assert_eq!(changes.taken_out, [id("M1")]);
    let change = changes.figures.iter().find(|change| change.measured == Measured::Overlap).unwrap();
    assert_eq!(
        (change.earlier, change.later, change.direction),
        (Figure::Value(1.0), Figure::Value(1.0), Direction::Unclear)
    );
    let apart = trend::compare(&state("O1", "O1:4", "O1:4"), &state("O2", "O2:4", "O2:0"));
    assert_eq!(
        overlap(&apart),
        (Figure::Missing(Missing::BothSilent), Figure::Missing(Missing::BothSilent), Direction::Unclear)
    );
}

#[test]
fn a_side_stays_heard_by_answers_about_items_that_are_not_common() {
    let mut earlier = state("O1 O2", "O1:4 O2:4", "O1:0 O2:0");
    // Three reply about the first, two about the second alone: five, and O1 has three steps.
    let says = |text: &str| super::heard::importance(text);
    earlier.replies = replies([vec![says("O1:3"); 3], vec![says("O2:4"); 2]].concat());
    let later = state("O1", "O1:4", "O1:0");
    let changes = trend::compare(&earlier, &later);
    // What they said beside an estimate is no fall; in two communities it is told all the same.
    assert_eq!(overlap(&changes), (Figure::Value(0.75), Figure::Value(0.0), Direction::Unclear));
    assert_eq!((changes.moved.len(), changes.guessed), (0, 1), "nor has an answer moved");
    let beside = trend::beside(&earlier, &later, trend::Alike::Words).changes;
    assert_eq!((overlap(&beside).2, beside.moved.len(), beside.guessed), (Direction::Down, 1, 0));
    let heard = |state: trend::State| state.voices.members.importance.is_heard();
    assert!(heard(changes.earlier) && !heard(changes.later), "and the change says who spoke");
}

#[test]
fn an_expectation_in_other_words_is_named() {
    let own = |text: &str| {
        let mut answered = state("O1", "O1:4 own-1:4", "O1:4 own-1:2");
        let item = OwnItem { id: ItemId::own(1), text: text.into(), holder: Holder::Both, extra: vec![] };
        answered.items.push(Item::Own(item));
        answered
    };
    assert_eq!(trend::compare(&own("Safer work"), &own("Safer lone work")).reworded, [ItemId::own(1)]);
    assert!(trend::compare(&own("Safer work"), &own("Safer work")).reworded.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_has_changed_from_a_state_to_itself(assessment in generate::assessment()) {
        let answered = &assessment.answered;
        let changes = trend::compare(answered, answered);
        prop_assert!(changes.moved.is_empty() && changes.reworded.is_empty());
        prop_assert!(changes.added.is_empty() && changes.taken_out.is_empty());
        prop_assert_eq!(changes.earlier, changes.later);
        let whole = results(answered);
        for change in &changes.figures {
            prop_assert_eq!(change.direction, Direction::Unclear);
            prop_assert_eq!((change.earlier, change.later), (change.measured.of(&whole), change.measured.of(&whole)));
        }
    }

    #[test]
    fn each_point_of_the_trend_is_what_its_answers_alone_score(assessment in generate::assessment()) {
        let points = trend::series(&assessment);
        prop_assert_eq!(points.len(), assessment.snapshots.len() + 1);
        for point in &points {
            let answered = point.snapshot.map_or(&assessment.answered, |at| &assessment.snapshots[at].answered);
            prop_assert_eq!(&point.results, &results(&answered.clone()));
        }
        for pair in points.windows(2) {
            let dates = (pair[0].date.as_ref(), pair[1].date.as_ref());
            prop_assert!(dates.0 <= dates.1, "{:?}", dates);
        }
    }

    #[test]
    fn the_way_back_is_the_other_way(one in generate::assessment(), other in generate::assessment()) {
        let there = trend::compare(&one.answered, &other.answered);
        let back = trend::compare(&other.answered, &one.answered);
        for (there, back) in there.figures.iter().zip(&back.figures) {
            let turned = match there.direction {
                Direction::Up => Direction::Down,
                Direction::Down => Direction::Up,
                Direction::Unclear => Direction::Unclear,
            };
            prop_assert_eq!(turned, back.direction, "{:?}", there.measured);
            prop_assert_eq!((there.earlier, there.later), (back.later, back.earlier));
        }
        prop_assert_eq!(there.added.len(), back.taken_out.len());
    }
}

/// Answers in half steps: four rows an item (importance, then delivered; the organisation first), and the rest.
#[derive(Clone, Debug)]
struct Plain {
    items: Vec<(ItemId, [Option<u8>; 4])>,
    worth: [Option<u8>; 2],
    contribution: [[Option<u8>; 5]; 2],
    practices: [Option<u8>; 10],
}

impl Plain {
    fn roll(random: &mut Rng, codes: &[&str]) -> Self {
        let level = |random: &mut Rng| (random.u32(..8) > 0).then(|| random.u8(..9));
        let mut items = Vec::new();
        let mut open = 0;
        for code in codes {
            let mut row = [(); 4].map(|()| level(random));
            for answer in &mut row {
                // Few enough unknowns that every answer to them can be tried.
                open += u32::from(answer.is_none());
                if open > 3 {
                    answer.get_or_insert(6);
                }
            }
            items.push((id(code), row));
        }
        Self {
            items,
            worth: [(); 2].map(|()| level(random)),
            contribution: [(); 2].map(|()| [(); 5].map(|()| level(random))),
            practices: [(); 10].map(|()| (random.u32(..12) > 0).then(|| random.u8(..5))),
        }
    }

    /// The same with a few answers changed.
    fn nudged(&self, random: &mut Rng) -> Self {
        let mut after = self.clone();
        let other = Self::roll(random, &["O1", "O2", "O3"]);
        for ((_, row), (_, new)) in after.items.iter_mut().zip(&other.items) {
            for (answer, new) in row.iter_mut().zip(new) {
                if answer.is_some() && random.u32(..3) == 0 {
                    *answer = new.or(*answer);
                }
            }
        }
        Self { items: after.items, ..other }
    }

    /// As a summary on both sides, which holds halves.
    fn answered(&self) -> Answered {
        let items = self.items.iter().map(|(id, _)| Item::Catalogue(*id)).collect();
        let mut answered = Answered::new(Community::new(Phase::Sustain), items);
        for (at, side) in Side::ALL.into_iter().enumerate() {
            let level = |halves: Option<u8>| halves.and_then(Level::from_halves);
            let column = |at: usize| self.items.iter().filter_map(|(id, row)| Some((*id, level(row[at])?))).collect();
            let kinds = Contribution::ALL.into_iter().zip(self.contribution[at]);
            *answered.summary.get_mut(side) = Some(Summary {
                count: 7,
                importance: column(at),
                delivered: column(at + 2),
                worth: level(self.worth[at]),
                contribution: kinds.filter_map(|(kind, halves)| Some((kind, level(halves)?))).collect(),
                ..Summary::default()
            });
        }
        for (practice, number) in Practice::ALL.into_iter().zip(self.practices) {
            answered
                .practices
                .insert(practice, PracticeAnswer { level: number.map(step), ..PracticeAnswer::default() });
        }
        answered
    }

    /// The rows of some items, in every way in which the unknown answers may be answered.
    fn worlds(&self, common: &[ItemId]) -> Vec<Vec<[f64; 4]>> {
        let mut worlds = vec![Vec::new()];
        for (_, row) in self.items.iter().filter(|(id, _)| common.contains(id)) {
            let mut rows = vec![[0.0; 4]];
            for (at, answer) in row.iter().enumerate() {
                let every: Vec<u8> = answer.map_or_else(|| (0..=8).collect(), |halves| vec![halves]);
                let with = |row: &[f64; 4], halves: u8| {
                    let mut row = *row;
                    row[at] = f64::from(halves) / 2.0;
                    row
                };
                rows = rows.iter().flat_map(|row| every.iter().map(|halves| with(row, *halves))).collect();
            }
            worlds = worlds
                .iter()
                .flat_map(|world: &Vec<[f64; 4]>| rows.iter().map(|row| [world.clone(), vec![*row]].concat()))
                .collect();
        }
        worlds
    }

    /// The lowest and the highest of every figure but the outlook, straight from the rules.
    fn figures(&self, common: &[ItemId]) -> Vec<(Measured, Option<(f64, f64)>)> {
        let worlds = self.worlds(common);
        let says = |at: usize| self.items.iter().any(|(id, row)| common.contains(id) && row[at].is_some());
        let ratio = |needs: &[usize], over: &dyn Fn(&[f64; 4]) -> f64, under: &dyn Fn(&[f64; 4]) -> f64| {
            let share = |world: &Vec<[f64; 4]>| {
                let (over, under): (f64, f64) = (world.iter().map(over).sum(), world.iter().map(under).sum());
                (under > 1e-12).then(|| over / under)
            };
            let defined: Vec<f64> = worlds.iter().filter_map(share).collect();
            let ends = defined.iter().copied().reduce(f64::min).zip(defined.iter().copied().reduce(f64::max));
            ends.filter(|_| needs.iter().all(|at| says(*at)))
        };
        let both = |row: &[f64; 4]| row[0].min(row[1]);
        let wanted =
            |test: &dyn Fn(bool, bool) -> bool, row: &[f64; 4]| f64::from(u8::from(test(row[0] >= 3.0, row[1] >= 3.0)));
        let mut all = vec![
            (Measured::Overlap, ratio(&[0, 1], &both, &|row| row[0].max(row[1]))),
            (Measured::Coverage(Side::Organisation), ratio(&[0, 1], &both, &|row| row[0])),
            (Measured::Coverage(Side::Members), ratio(&[0, 1], &both, &|row| row[1])),
            (
                Measured::SharedOfWanted,
                ratio(&[0, 1], &|row| wanted(&|o, m| o && m, row), &|row| wanted(&|o, m| o || m, row)),
            ),
            (Measured::Kept, ratio(&[0, 1, 2, 3], &|row| both(row) * row[2].min(row[3]) / 4.0, &both)),
            (Measured::Return(Side::Organisation), ratio(&[0, 2], &|row| row[0] * row[2] / 4.0, &|row| row[0])),
            (Measured::Return(Side::Members), ratio(&[1, 3], &|row| row[1] * row[3] / 4.0, &|row| row[1])),
        ];
        for (at, side) in Side::ALL.into_iter().enumerate() {
            let kinds = self.contribution[at];
            let mean = |unknown: u8| kinds.iter().map(|kind| f64::from(kind.unwrap_or(unknown))).sum::<f64>() / 40.0;
            let contribution = kinds.iter().any(Option::is_some).then(|| (mean(0), mean(8)));
            all.push((Measured::Contribution(side), contribution));
            let worth = |unknown: u8| f64::from(self.worth[at].unwrap_or(unknown)) / 2.0;
            all.push((Measured::Worth(side), Some((worth(0), worth(8)))));
        }
        let with = |unknown: u8| self.practices.map(|level| level.unwrap_or(unknown));
        for practice in Practice::ALL {
            let level = |unknown| f64::from(with(unknown)[practice.index()]);
            all.push((Measured::Practice(practice), Some((level(0), level(4)))));
        }
        let written = |unknown| with(unknown).iter().map(|level| f64::from(u8::from(*level >= 2))).sum::<f64>();
        all.push((Measured::Maturity, Some((written(0), written(4)))));
        for gate in Gate::ALL {
            let least: [u8; 10] = match gate {
                Gate::LaunchReady => [2, 2, 0, 0, 2, 0, 0, 0, 2, 1],
                Gate::LaunchedWell => [2, 2, 2, 0, 2, 2, 0, 0, 2, 2],
                Gate::Sustaining => [3, 3, 3, 3, 3, 3, 2, 0, 3, 3],
                Gate::Embedded => [0, 0, 0, 3, 0, 0, 3, 3, 0, 0],
            };
            let met =
                |unknown| f64::from(u8::from(with(unknown).iter().zip(least).all(|(level, least)| *level >= least)));
            all.push((Measured::Gate(gate), Some((met(0), met(4)))));
        }
        all
    }

    /// Every answer with its name.
    fn answers(&self, common: &[ItemId]) -> Vec<(Slot, Option<u8>)> {
        let mut all = Vec::new();
        for (id, row) in self.items.iter().filter(|(id, _)| common.contains(id)) {
            all.push((Slot::Importance(Side::Organisation, *id), row[0]));
            all.push((Slot::Importance(Side::Members, *id), row[1]));
            all.push((Slot::Delivered(Side::Organisation, *id), row[2]));
            all.push((Slot::Delivered(Side::Members, *id), row[3]));
        }
        for (at, side) in Side::ALL.into_iter().enumerate() {
            all.push((Slot::Worth(side), self.worth[at]));
            let kinds = Contribution::ALL.into_iter().zip(self.contribution[at]);
            all.extend(kinds.map(|(kind, halves)| (Slot::Contribution(side, kind), halves)));
        }
        all.extend(
            Practice::ALL
                .into_iter()
                .zip(self.practices.map(|level| level.map(|level| 2 * level)))
                .map(|(practice, halves)| (Slot::Practice(practice), halves)),
        );
        all
    }
}

/// Which answers a figure is made of, written down once more.
fn made_of(measured: Measured, slot: Slot) -> bool {
    match (measured, slot) {
        (Measured::Overlap | Measured::Coverage(_) | Measured::SharedOfWanted, Slot::Importance(..))
        | (Measured::Kept, Slot::Importance(..) | Slot::Delivered(..))
        | (Measured::Maturity, Slot::Practice(_))
        | (Measured::Outlook, Slot::Importance(..) | Slot::Delivered(..) | Slot::Worth(_) | Slot::Practice(_)) => true,
        (Measured::Return(side), Slot::Importance(of, _) | Slot::Delivered(of, _))
        | (Measured::Worth(side), Slot::Worth(of))
        | (Measured::Contribution(side), Slot::Contribution(of, _)) => side == of,
        (Measured::Practice(one), Slot::Practice(other)) => one == other,
        (Measured::Gate(gate), Slot::Practice(practice)) => {
            let needed = match gate {
                Gate::LaunchReady => "1 2 5 9 10",
                Gate::LaunchedWell => "1 2 3 5 6 9 10",
                Gate::Sustaining => "1 2 3 4 5 6 7 9 10",
                Gate::Embedded => "4 7 8",
            };
            needed.split(' ').any(|number| practice.key() == format!("VP{number}"))
        }
        _ => false,
    }
}

#[test]
fn every_verdict_follows_from_the_rule_worked_out_once_more() {
    let mut random = Rng::with_seed(11);
    let mut seen = [0; 3];
    for case in 0..150 {
        let before = Plain::roll(&mut random, [&["O1", "O2", "O3"][..], &["O2", "M1", "O1"]][case % 2]);
        let after = if case % 3 == 0 { Plain::roll(&mut random, &["O1", "O2"]) } else { before.nudged(&mut random) };
        let common: Vec<ItemId> = after
            .items
            .iter()
            .map(|(id, _)| *id)
            .filter(|id| before.items.iter().any(|(other, _)| other == id))
            .collect();
        let changes = trend::compare(&before.answered(), &after.answered());
        assert_eq!(changes.common, common);
        let answers = |plain: &Plain| -> Vec<(String, Slot, Option<u8>)> {
            let mut all: Vec<_> =
                plain.answers(&common).into_iter().map(|(slot, level)| (format!("{slot:?}"), slot, level)).collect();
            all.sort_by(|one, other| one.0.cmp(&other.0));
            all
        };
        let mut moved = Vec::new();
        for ((name, slot, from), (_, _, to)) in answers(&before).into_iter().zip(answers(&after)) {
            if let (Some(from), Some(to)) = (from, to)
                && (i32::from(from) - i32::from(to)).abs() >= 2
            {
                moved.push((name, slot, from, to));
            }
        }
        let sorted = |list: &[Moved]| {
            let mut all: Vec<_> =
                list.iter().map(|m| (format!("{:?}", m.slot), m.slot, m.from.halves(), m.to.halves())).collect();
            all.sort_by(|one, other| one.0.cmp(&other.0));
            all
        };
        assert_eq!(sorted(&changes.moved), moved);
        assert_eq!(changes.figures.len(), 27);
        let pairs = before.figures(&common).into_iter().zip(after.figures(&common));
        for ((measured, earlier), (_, later)) in pairs {
            let change = changes.of(measured).unwrap();
            for (found, expected) in [(change.earlier, earlier), (change.later, later)] {
                let same = match (found.ends(), expected) {
                    (Some(found), Some(expected)) => {
                        (found.0 - expected.0).abs() < 1e-9 && (found.1 - expected.1).abs() < 1e-9
                    }
                    (found, expected) => found == expected,
                };
                assert!(same, "{measured:?}: {found:?}, not {expected:?}\n{before:?}\n{after:?}");
            }
            check(&mut seen, change, earlier, later, &moved, is_guessed(&changes, measured));
        }
        let outlook = changes.of(Measured::Outlook).unwrap();
        let guessed = is_guessed(&changes, Measured::Outlook);
        check(&mut seen, outlook, outlook.earlier.ends(), outlook.later.ends(), &moved, guessed);
    }
    assert!(seen.iter().all(|count| *count > 200), "up, down and unclear all occur: {seen:?}");
}

/// Whether one of the groups of answers that a figure is made of was heard in one state and estimated in the other.
fn is_guessed(changes: &trend::Changes, measured: Measured) -> bool {
    let mut slots: Vec<(Side, Group, Slot)> = Vec::new();
    for side in [Side::Organisation, Side::Members] {
        slots.push((side, Group::Worth, Slot::Worth(side)));
        slots.push((side, Group::Contribution, Slot::Contribution(side, Contribution::People)));
        for item in &changes.common {
            slots.push((side, Group::Importance, Slot::Importance(side, *item)));
            slots.push((side, Group::Delivered, Slot::Delivered(side, *item)));
        }
    }
    slots.into_iter().filter(|(_, _, slot)| made_of(measured, *slot)).any(|(side, group, _)| {
        let heard = |state: trend::State| state.voices.get(side).of(group).is_heard();
        heard(changes.earlier) != heard(changes.later)
    })
}

/// Works out the verdict of one figure from its ends and from all that moved.
fn check(
    seen: &mut [u32; 3],
    change: &trend::Change,
    earlier: Option<(f64, f64)>,
    later: Option<(f64, f64)>,
    moved: &[(String, Slot, u8, u8)],
    guessed: bool,
) {
    let its = moved.iter().filter(|(_, slot, ..)| made_of(change.measured, *slot)).count();
    let expected = match (earlier, later) {
        _ if guessed => Direction::Unclear,
        (Some(earlier), Some(later)) if its > 0 && later.0 > earlier.1 + 1e-9 => Direction::Up,
        (Some(earlier), Some(later)) if its > 0 && later.1 < earlier.0 - 1e-9 => Direction::Down,
        _ => Direction::Unclear,
    };
    assert_eq!((change.direction, change.moved.len()), (expected, its), "{:?}", change.measured);
    seen[change.direction.index()] += 1;
}

fn assessment() -> Assessment {
    let now = "2026-11-20T16:05:00Z".parse().unwrap();
    let mut assessment = Assessment::new(AssessmentId::from_random([5; 16]), now, bundled());
    assessment.answered = state("O1 O2", "O1:4 O2:3", "O1:3 O2:3");
    assessment
}

fn snapshot(date: &str, label: &str, answered: Answered) -> Snapshot {
    Snapshot { date: date.parse().unwrap(), label: label.into(), answered, extra: vec![] }
}

#[test]
fn the_row_of_states_is_in_order_of_time_and_ends_with_the_present() {
    let mut assessment = assessment();
    let spring = state("O1 M1", "O1:4 M1:0", "O1:2 M1:4");
    // A file may have them in any order.
    assessment.snapshots = Arc::new(vec![
        snapshot("2026-06-01", "Summer", state("O1", "O1:4", "O1:1")),
        snapshot("2026-03-01", "Spring", spring.clone()),
        snapshot("2026-06-01", "Summer again", state("O1", "O1:4", "O1:2")),
    ]);
    let points = trend::series(&assessment);
    let row: Vec<_> = points
        .iter()
        .map(|point| (point.snapshot, point.date.as_ref().unwrap().as_str(), point.label.as_str()))
        .collect();
    let expected = [
        (Some(1), "2026-03-01", "Spring"),
        (Some(0), "2026-06-01", "Summer"),
        (Some(2), "2026-06-01", "Summer again"),
        (None, "2026-11-20", ""),
    ];
    assert_eq!(row, expected);
    assert_eq!(points[0].results, results(&spring), "over its own items");
    assert_eq!(points[3].results, results(&assessment.answered));
    let lists: Vec<_> = points.iter().map(|point| (point.added.clone(), point.taken_out.clone())).collect();
    assert_eq!(lists, [(vec![], vec![]), (vec![], vec![id("M1")]), (vec![], vec![]), (vec![id("O2")], vec![])]);
}

#[test]
fn the_present_is_never_earlier_than_the_last_snapshot_and_may_have_no_day() {
    let mut assessment = assessment();
    assessment.snapshots = Arc::new(vec![snapshot("2027-01-01", "", state("O1", "", ""))]);
    assert_eq!(trend::series(&assessment)[1].date, "2027-01-01".parse().ok());
    (assessment.snapshots, assessment.updated) = (Arc::default(), None);
    assert_eq!(trend::series(&assessment)[0].date, "2026-11-20".parse().ok());
    assessment.created = None;
    assert_eq!(trend::series(&assessment).len(), 1);
    assert_eq!(trend::series(&assessment)[0].date, None);
}

#[test]
fn last_time_is_the_latest_snapshot() {
    let mut assessment = assessment();
    assert!(trend::last_time(&assessment).is_none());
    let (one, other) = (state("O1", "O1:4", "O1:1"), state("O1", "O1:4", "O1:2"));
    assessment.snapshots = Arc::new(vec![
        snapshot("2026-06-01", "b", one.clone()),
        snapshot("2026-06-01", "c", other.clone()),
        snapshot("2026-03-01", "a", one),
    ]);
    let (last, figures) = trend::last_time(&assessment).unwrap();
    assert_eq!((last.label.as_str(), figures), ("c", results(&other)));
}

#[test]
fn a_contribution_moves_and_its_range_still_touches() {
    let mut earlier = state("O1", "O1:4", "O1:4");
    let pledge = |number| Pledge { level: Some(step(number)), ..Pledge::default() };
    earlier.estimate.members.contribution.insert(Contribution::Time, pledge(1));
    let mut later = earlier.clone();
    later.estimate.members.contribution.insert(Contribution::Time, pledge(3));
    let changes = trend::compare(&earlier, &later);
    let change = changes.of(Measured::Contribution(Side::Members)).unwrap();
    assert_eq!(change.direction, Direction::Unclear, "four kinds are open: 1/20 to 17/20, 3/20 to 19/20");
    assert_eq!(change.moved.len(), 1);
    assert_eq!(change.moved[0].slot, Slot::Contribution(Side::Members, Contribution::Time));
}
