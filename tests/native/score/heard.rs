//! Whose answers count: replies, summaries, estimates.

use std::sync::Arc;

use common_ground::assessment::{Answer, Answered, Answers, Community, Item, Pledge, Reply, Summary};
use common_ground::catalogue::{Contribution, ItemId, Level, PerSide, Phase, Side, Step};
use common_ground::score::{Counted, Results, Voice, results};
use proptest::prelude::*;

use crate::replies::reply;

pub fn id(code: &str) -> ItemId {
    code.parse().unwrap()
}

pub fn step(number: u8) -> Answer {
    Answer::Step(Step::new(number).unwrap())
}

/// `"O1:4 O2:?"`: what is said of each item, `?` for "I don't know".
pub fn ratings(text: &str) -> common_ground::order::Map<ItemId, Answer> {
    let one = |entry: &str| {
        let (item, answer) = entry.split_once(':').unwrap();
        (id(item), answer.parse().map_or(Answer::DontKnow, step))
    };
    text.split_whitespace().map(one).collect()
}

pub fn importance(text: &str) -> Answers {
    Answers { importance: ratings(text), ..Answers::default() }
}

/// Replies of the members, each with an id of its own.
pub fn replies(all: Vec<Answers>) -> Arc<Vec<Reply>> {
    let one = |(at, answers)| reply(&format!("r{at}"), Side::Members, answers);
    Arc::new(all.into_iter().enumerate().map(one).collect())
}

pub fn asked(items: &str) -> Answered {
    let items = items.split_whitespace().map(|code| Item::Catalogue(id(code))).collect();
    Answered::new(Community::new(Phase::Launch), items)
}

fn members(counted: &Counted) -> Vec<Option<f64>> {
    counted.items.iter().map(|item| item.importance.members.map(Level::steps)).collect()
}

#[test]
fn below_the_minimum_the_estimate_counts_and_from_it_on_the_medians() {
    let mut answered = asked("O1 O2");
    answered.estimate.members = importance("O1:1 O2:?");
    let four = vec![importance("O1:4 O2:3"); 4];
    answered.replies = replies(four.clone());
    let counted = Counted::of(&answered);
    assert_eq!((members(&counted), counted.heard(Side::Members)), (vec![Some(1.0), None], false));
    assert_eq!(counted.voices.members.importance, Voice::Estimate);

    answered.replies = replies([four, vec![importance("O1:0")]].concat());
    let counted = Counted::of(&answered);
    assert_eq!((members(&counted), counted.heard(Side::Members)), (vec![Some(4.0), Some(3.0)], true));
    assert_eq!(counted.voices.members.importance, Voice::Replies(5));
    assert_eq!(counted.voices.organisation.importance, Voice::Estimate);
}

#[test]
fn a_reply_counts_for_a_group_only_by_a_step_about_something_asked() {
    let mut answered = asked("O1");
    answered.min_replies.members = 2;
    answered.estimate.members = importance("O1:1");
    // "I don't know", an item that is not asked about, and nothing: one voice of four.
    let silent = [importance("O1:?"), importance("O9:4"), Answers::default(), importance("O1:4")];
    answered.replies = replies(silent.to_vec());
    assert_eq!(members(&Counted::of(&answered)), [Some(1.0)]);
    answered.replies = replies([&silent[..], &[importance("O1:3")]].concat());
    let counted = Counted::of(&answered);
    assert_eq!((members(&counted), counted.voices.members.importance), (vec![Some(3.5)], Voice::Replies(2)));
}

#[test]
fn a_quantity_of_a_heard_group_is_unknown_with_fewer_than_three_steps_and_never_the_estimate() {
    let mut answered = asked("O1 O2 O3");
    answered.estimate.members = importance("O1:1 O2:1 O3:1");
    let mut all = vec![importance("O1:4"); 5];
    all[0] = importance("O1:4 O2:2 O3:4");
    all[1] = importance("O1:4 O2:3 O3:4");
    all[2] = importance("O1:4 O2:4 O3:?");
    answered.replies = replies(all);
    assert_eq!(members(&Counted::of(&answered)), [Some(4.0), Some(3.0), None]);
    // With a minimum of two, two are enough.
    answered.min_replies.members = 2;
    assert_eq!(members(&Counted::of(&answered)), [Some(4.0), Some(3.0), Some(4.0)]);
    // A minimum of 0 is read as 1.
    answered.min_replies.members = 0;
    answered.replies = replies(vec![importance("O2:?")]);
    assert_eq!(members(&Counted::of(&answered)), [Some(1.0), Some(1.0), Some(1.0)]);
}

#[test]
fn groups_are_heard_one_by_one() {
    let mut answered = asked("O1");
    let pledge = Pledge { level: Some(step(4)), ..Pledge::default() };
    answered.estimate.members = Answers {
        importance: ratings("O1:1"),
        delivered: ratings("O1:1"),
        worth: Some(step(1)),
        contribution: [(Contribution::Time, pledge.clone())].into(),
        ..Answers::default()
    };
    answered.replies =
        replies(vec![Answers { worth: Some(step(3)), delivered: ratings("O1:3"), ..Answers::default() }; 5]);
    let counted = Counted::of(&answered);
    assert_eq!(counted.items[0].importance.members.map(Level::steps), Some(1.0));
    assert_eq!(counted.items[0].delivered.members.map(Level::steps), Some(3.0));
    assert_eq!(counted.worth.members.map(Level::steps), Some(3.0));
    assert_eq!(counted.contribution.members.map(|level| level.map(Level::steps)), [None, None, None, None, Some(4.0)]);
    let voices = counted.voices.members;
    assert_eq!([voices.importance, voices.contribution], [Voice::Estimate; 2]);
    assert_eq!([voices.delivered, voices.worth], [Voice::Replies(5); 2]);
    assert!(!counted.heard(Side::Members), "a side is heard by its importance");

    answered.min_replies.members = 1;
    let one = Answers { contribution: [(Contribution::Funding, pledge)].into(), ..Answers::default() };
    answered.replies = replies(vec![one]);
    let counted = Counted::of(&answered);
    assert_eq!(counted.contribution.members.map(|level| level.map(Level::steps)), [Some(4.0), None, None, None, None]);
    assert_eq!(counted.voices.members.contribution, Voice::Replies(1));
}

#[test]
fn replies_with_the_same_id_are_one_the_latest() {
    let check = |all: &[(&str, u32, Option<&str>, u8)], expected: f64| {
        let one = |&(name, revision, date, number): &(&str, u32, Option<&str>, u8)| Reply {
            revision,
            date: date.map(|date| date.parse().unwrap()),
            ..reply(name, Side::Organisation, importance(&format!("O1:{number}")))
        };
        let mut answered = asked("O1");
        answered.replies = Arc::new(all.iter().map(one).collect());
        let counted = Counted::of(&answered);
        assert_eq!(counted.items[0].importance.organisation.map(Level::steps), Some(expected), "{all:?}");
    };
    let (early, late) = (Some("2026-11-02T09:30:00Z"), Some("2026-11-03T09:30:00Z"));
    check(&[("a", 1, None, 4), ("b", 1, None, 1)], 2.5);
    check(&[("a", 2, early, 4), ("a", 1, late, 1)], 4.0);
    check(&[("a", 1, late, 4), ("a", 1, early, 1)], 4.0);
    check(&[("a", 1, None, 4), ("a", 1, early, 1)], 1.0);
    check(&[("a", 1, late, 4), ("a", 1, late, 1)], 1.0);
    check(&[("a", 1, late, 4), ("b", 1, None, 3), ("a", 1, late, 1)], 2.0);
}

#[test]
fn a_summary_is_heard_as_far_as_it_goes_and_gives_way_to_replies() {
    let half = |halves| Level::from_halves(halves).unwrap();
    let mut answered = asked("O1 O2");
    answered.estimate.members = Answers { worth: Some(step(1)), ..importance("O1:1 O2:1") };
    let summary = Summary { count: 7, importance: [(id("O1"), half(7))].into(), ..Summary::default() };
    answered.summary.members = Some(summary.clone());
    let counted = Counted::of(&answered);
    assert_eq!(members(&counted), [Some(3.5), None], "never mixed inside a group");
    assert_eq!(counted.worth.members.map(Level::steps), Some(1.0), "what it lacks whole is the estimate's");
    assert_eq!((counted.voices.members.importance, counted.voices.members.worth), (Voice::Summary(7), Voice::Estimate));
    assert!(counted.heard(Side::Members));

    // One reply beside it: too few to be heard, and the summary is not read.
    answered.replies = replies(vec![importance("O1:4")]);
    assert_eq!(members(&Counted::of(&answered)), [Some(1.0), Some(1.0)]);
    answered.replies = replies(vec![importance("O1:4"); 5]);
    assert_eq!(members(&Counted::of(&answered)), [Some(4.0), None]);

    // A reply of the other side is not beside it.
    answered.replies = Arc::new(vec![reply("o", Side::Organisation, importance("O1:2"))]);
    assert_eq!(members(&Counted::of(&answered)), [Some(3.5), None]);

    // Of items that are not asked about it says nothing.
    answered.items.remove(0);
    answered.summary.members = Some(Summary { top: vec![id("O1")], ..summary });
    let counted = Counted::of(&answered);
    assert_eq!((members(&counted), counted.heard(Side::Members)), (vec![Some(1.0)], false));
    assert_eq!(counted.voices.members.top, Voice::Estimate);
}

#[test]
fn the_top_three_are_ranked_by_points_then_importance_then_place() {
    let top = |text: &str| Answers { top: text.split_whitespace().map(id).collect(), ..Answers::default() };
    let find = |answered: &Answered| {
        let codes = Counted::of(answered).top.members;
        codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    };
    let mut answered = asked("O1 O2 O3 O4");
    answered.min_replies.members = 2;
    answered.estimate.members = Answers { importance: ratings("O1:1 O2:2 O4:4"), ..top("O4 O9 O1") };
    assert_eq!(find(&answered), "O4 O1", "the estimate's, as far as it is asked about");
    answered.replies = replies(vec![top("O3 O2 O1")]);
    assert_eq!(find(&answered), "O4 O1", "one reply is not enough");
    answered.replies = replies(vec![top("O3 O2 O1"), top("O1 O2 O4"), top("O9")]);
    // O1 4, O2 4, O3 3, O4 1: O2 matters more than O1 by what counts, here the estimate.
    assert_eq!(find(&answered), "O2 O1 O3");
    assert_eq!(Counted::of(&answered).voices.members.top, Voice::Replies(2));
    answered.estimate.members.importance = ratings("O3:1");
    assert_eq!(find(&answered), "O1 O2 O3", "a known importance is above an unknown one only among equals");
    answered.replies = replies(vec![top("O1 O1 O2 O3"), top("O9 O2")]);
    // Named twice it counts once, a fourth not at all, and the second stays the second: O1 3, O2 1 + 2.
    assert_eq!(find(&answered), "O1 O2");
    answered.replies = replies(vec![top("O1 O1 O2"), top("O2")]);
    assert_eq!(find(&answered), "O2 O1", "4 points against 3");
}

/// Anything but the voices, which tell replies from a summary of them.
fn without_voices(mut results: Results) -> Results {
    results.counted.voices = PerSide::default();
    results
}

pub const CODES: [&str; 5] = ["O1", "O2", "M1", "S1", "own-1"];

fn answers() -> impl Strategy<Value = Answers> {
    let answer =
        || prop_oneof![3 => Just(None), 1 => Just(Some(Answer::DontKnow)), 6 => (0..=4_u8).prop_map(|n| Some(step(n)))];
    let ratings = || {
        prop::collection::vec(answer(), CODES.len())
            .prop_map(|all| CODES.iter().zip(all).filter_map(|(code, answer)| Some((id(code), answer?))).collect())
    };
    let kinds = prop::collection::vec(answer(), 5).prop_map(|all| {
        let pledge = |level| Pledge { level: Some(level), ..Pledge::default() };
        Contribution::ALL.into_iter().zip(all).filter_map(|(kind, answer)| Some((kind, pledge(answer?)))).collect()
    });
    let top = prop::sample::subsequence(&CODES[..], 0..=3).prop_shuffle();
    (ratings(), ratings(), answer(), kinds, top).prop_map(|(importance, delivered, worth, contribution, top)| Answers {
        importance,
        delivered,
        worth,
        contribution,
        top: top.into_iter().map(id).collect(),
        ..Answers::default()
    })
}

/// The medians of what is heard of a side, as a link carries them.
fn summary(counted: &Counted, side: Side, count: u32) -> Summary {
    let voices = counted.voices.get(side);
    let of = |voice: Voice, level: &dyn Fn(usize) -> Option<Level>| {
        let heard = counted.items.iter().enumerate().filter(|_| voice.is_heard());
        heard.filter_map(|(at, item)| Some((item.id, level(at)?))).collect()
    };
    let kinds = Contribution::ALL.into_iter().zip(*counted.contribution.get(side));
    Summary {
        count,
        importance: of(voices.importance, &|at| *counted.items[at].importance.get(side)),
        delivered: of(voices.delivered, &|at| *counted.items[at].delivered.get(side)),
        worth: counted.worth.get(side).filter(|_| voices.worth.is_heard()),
        contribution: kinds
            .filter(|_| voices.contribution.is_heard())
            .filter_map(|(kind, level)| Some((kind, level?)))
            .collect(),
        top: if voices.top.is_heard() { counted.top.get(side).clone() } else { vec![] },
        extra: vec![],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_summary_scores_as_the_replies_it_stands_for(
        all in prop::collection::vec((any::<bool>(), answers()), 0..14),
        estimates in prop::array::uniform2(answers()),
        least in 1..6_u32,
    ) {
        // O2 is not asked about.
        let mut answered = asked("O1 M1 S1 own-1");
        answered.min_replies.members = least;
        let [organisation, members] = estimates;
        answered.estimate = PerSide { organisation, members };
        let side = |organisation| if organisation { Side::Organisation } else { Side::Members };
        let one = |(at, (of, answers))| reply(&format!("r{at}"), side(of), answers);
        answered.replies = Arc::new(all.into_iter().enumerate().map(one).collect());
        let by_replies = results(&answered);

        // A quantity can be unknown in a heard group without any known one beside it; then there is nothing to carry.
        let empty = |side| {
            let counted = &by_replies.counted;
            let voices = counted.voices.get(side);
            let lost = |voice: Voice, known: bool| voice.is_heard() && !known;
            lost(voices.importance, counted.items.iter().any(|item| item.importance.get(side).is_some()))
                || lost(voices.delivered, counted.items.iter().any(|item| item.delivered.get(side).is_some()))
                || lost(voices.contribution, counted.contribution.get(side).iter().any(Option::is_some))
        };
        prop_assume!(!Side::ALL.into_iter().any(empty));

        let mut sent = answered.clone();
        sent.replies = Arc::default();
        let count = |side| answered.replies.iter().filter(|reply| reply.side == side).count() as u32;
        sent.summary = PerSide::from_fn(|side| Some(summary(&by_replies.counted, side, count(side))));
        prop_assert_eq!(without_voices(results(&sent)), without_voices(by_replies));
    }

    #[test]
    fn the_order_of_replies_changes_nothing(
        (all, order) in prop::collection::vec(answers(), 0..9).prop_flat_map(|all| {
            let places: Vec<usize> = (0..all.len()).collect();
            (Just(all), Just(places).prop_shuffle())
        }),
    ) {
        let mut answered = asked("O1 M1 S1 own-1");
        answered.min_replies.members = 3;
        answered.replies = replies(all);
        let before = results(&answered);
        answered.replies = Arc::new(order.iter().map(|&at| answered.replies[at].clone()).collect());
        prop_assert_eq!(results(&answered), before);
    }

    #[test]
    fn a_median_halves_the_answers(numbers in prop::collection::vec(0..=4_u8, 1..30)) {
        let steps = numbers.iter().map(|&number| Step::new(number).unwrap());
        let median = common_ground::score::median::of(steps, 1).unwrap().steps();
        let below = numbers.iter().filter(|&&number| f64::from(number) < median).count();
        let above = numbers.iter().filter(|&&number| f64::from(number) > median).count();
        prop_assert!(2 * below <= numbers.len() && 2 * above <= numbers.len());
        let mut sorted = numbers.clone();
        sorted.sort_unstable();
        let middle = |at: usize| f64::from(sorted[at]);
        let expected = f64::midpoint(middle((sorted.len() - 1) / 2), middle(sorted.len() / 2));
        prop_assert_eq!(median, expected);
    }
}
