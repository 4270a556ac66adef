//! What many voices say, held against the page of rules read once more, person by person.

use std::sync::Arc;

use common_ground::assessment::{Answer, Answered, Answers, Pledge, Ratings, Reply, Summary};
use common_ground::catalogue::{Contribution, ItemId, Level, PerSide, Side, Step};
use common_ground::score::{Counted, Effect, Group, Hidden, Many, Quantity, Reading, Said, Split, perception};
use proptest::prelude::*;

use super::heard::{CODES, asked, id, importance, ratings, replies, step};
use crate::replies::reply;

pub fn many(answered: &Answered) -> Many {
    Many::of(answered, &Counted::of(answered))
}

/// What a reply says about one question.
type Question<'a> = &'a dyn Fn(&Answers) -> Option<Answer>;

/// The numbers of those who give a step.
fn raw(answered: &Answered, side: Side, question: Question) -> Vec<u8> {
    let of_side = answered.replies.iter().filter(|reply| reply.side == side);
    of_side.filter_map(|reply| Some(question(&reply.answers)?.step()?.number())).collect()
}

pub fn median(mut numbers: Vec<u8>) -> f64 {
    numbers.sort_unstable();
    let middle = |at: usize| f64::from(numbers[at]);
    f64::midpoint(middle((numbers.len() - 1) / 2), middle(numbers.len() / 2))
}

/// Person by person: the mean of log2(1 − |x − mean| / 4), plus 1.
fn consensus(numbers: &[u8]) -> f64 {
    let n = numbers.len() as f64;
    let mean = numbers.iter().map(|&x| f64::from(x)).sum::<f64>() / n;
    1.0 + numbers.iter().map(|&x| (1.0 - (f64::from(x) - mean).abs() / 4.0).log2()).sum::<f64>() / n
}

/// Pair by pair.
fn cliff(organisation: &[u8], members: &[u8]) -> f64 {
    let mut sum = 0;
    for o in organisation {
        for m in members {
            sum += i32::from(o > m) - i32::from(o < m);
        }
    }
    f64::from(sum) / (organisation.len() * members.len()) as f64
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

fn minimum(answered: &Answered, side: Side) -> usize {
    (*answered.min_replies.get(side)).max(1) as usize
}

/// Whether the side has a step about anything asked in such a group, in a reply.
pub fn speaks(answered: &Answered, answers: &Answers, group: &str) -> bool {
    let any = |ratings: &Ratings| {
        answered.items.iter().any(|item| ratings.get(&item.id()).copied().and_then(Answer::step).is_some())
    };
    match group {
        "importance" => any(&answers.importance),
        "delivered" => any(&answers.delivered),
        "guess" => any(&answers.guess),
        "worth" => answers.worth.and_then(Answer::step).is_some(),
        "contribution" => answers.contribution.values().any(|pledge| pledge.level.and_then(Answer::step).is_some()),
        _ => answers.top.iter().any(|id| answered.items.iter().any(|item| item.id() == *id)),
    }
}

pub fn heard(answered: &Answered, side: Side, group: &str) -> bool {
    let of_side = answered.replies.iter().filter(|reply| reply.side == side);
    of_side.filter(|reply| speaks(answered, &reply.answers, group)).count() >= minimum(answered, side)
}

/// What one side should say.
fn check_said(answered: &Answered, side: Side, group: &str, question: Question, found: &Said) {
    let (numbers, least) = (raw(answered, side, question), minimum(answered, side));
    let from = least.max(2) as u32;
    if !heard(answered, side, group) {
        assert_eq!((found.median, found.spread), (None, Err(Hidden::NotHeard { from })), "{side:?} {group}");
        return;
    }
    let known = (numbers.len() >= least.min(3)).then(|| median(numbers.clone()));
    assert_eq!(found.median.map(Level::steps), known, "{side:?} {group} {numbers:?}");
    match found.spread {
        Err(why) => assert_eq!((why, numbers.len() < from as usize), (Hidden::TooFew { from }, true)),
        Ok(spread) => {
            let mut counts = [0; 5];
            for &x in &numbers {
                counts[usize::from(x)] += 1;
            }
            assert_eq!(spread.counts(), counts);
            assert!(spread.answers() >= from);
            assert!(close(spread.consensus(), consensus(&numbers)), "{numbers:?}: {}", spread.consensus());
        }
    }
}

fn check_quantity(answered: &Answered, group: &str, question: Question, found: &Quantity) {
    for (side, said) in found.said.iter() {
        check_said(answered, side, group, question, said);
    }
    let (o, m) = (&found.said.organisation, &found.said.members);
    let (Some(high), Some(low)) = (o.median, m.median) else {
        assert_eq!(found.gap, None);
        return;
    };
    let gap = found.gap.unwrap();
    assert_eq!(gap.steps, high.steps() - low.steps());
    let (organisation, members) = (raw(answered, Side::Organisation, question), raw(answered, Side::Members, question));
    let enough = organisation.len() >= 5 && members.len() >= 5 && o.spread.is_ok() && m.spread.is_ok();
    assert_eq!(gap.delta.is_some(), enough);
    if let Some(delta) = gap.delta {
        assert!(close(delta, cliff(&organisation, &members)), "{delta} of {organisation:?} and {members:?}");
        let size = match delta.abs() + 1e-9 {
            size if size < 0.147 => Effect::Negligible,
            size if size < 0.33 => Effect::Small,
            size if size < 0.474 => Effect::Medium,
            _ => Effect::Large,
        };
        assert_eq!(gap.effect(), Some(size));
    }
}

/// The three terms of an item and what it matters, from what the sides say.
fn check_topics(found: &Many) {
    let mut expected = vec![];
    for (at, item) in found.items.iter().enumerate() {
        let said = &item.importance.said;
        let dissent = |said: &Said| said.spread.ok().map(|spread| 1.0 - spread.consensus());
        let steps = |said: &Said| said.median.map(Level::steps);
        let (o, m) = (steps(&said.organisation), steps(&said.members));
        let between = o.zip(m).map(|(o, m)| (o - m).abs() / 4.0);
        let terms = [dissent(&said.organisation), dissent(&said.members), between];
        let largest = terms.iter().flatten().copied().fold(f64::NEG_INFINITY, f64::max);
        let matters = o.unwrap_or(0.0).max(m.unwrap_or(0.0)) / 4.0;
        if largest * matters >= 0.25 - 1e-9 {
            expected.push((at, largest * matters, terms, largest));
        }
    }
    expected.sort_by(|a, b| if close(a.1, b.1) { a.0.cmp(&b.0) } else { b.1.total_cmp(&a.1) });
    expected.truncate(7);
    assert_eq!(found.topics.len(), expected.len());
    for (topic, (at, size, terms, largest)) in found.topics.iter().zip(expected) {
        assert_eq!(topic.id, found.items[at].id);
        assert!(close(topic.size, size));
        let named = [Split::WithinOrganisation, Split::WithinMembers, Split::BetweenSides]
            .into_iter()
            .zip(terms)
            .find(|(_, term)| term.is_some_and(|term| close(term, largest)));
        assert_eq!(Some(topic.split), named.map(|(split, _)| split));
    }
}

fn check_perception(answered: &Answered, found: &Many) {
    for item in &found.items {
        let said = |side| item.importance.said.get(side).median.map(Level::steps);
        for (side, perception) in item.perception.iter() {
            let guesses = raw(answered, side, &|answers| answers.guess.get(&item.id).copied());
            let least = minimum(answered, side);
            let guess = (heard(answered, side, "guess") && guesses.len() >= least.min(3)).then(|| median(guesses));
            let expected = said(side).zip(said(side.other())).zip(guess).map(|((own, other), guess)| {
                let reading = match ((own - other).abs() <= 1.0, (own - guess).abs() <= 1.0) {
                    (true, true) => Reading::TrueConsensus,
                    (true, false) => Reading::FalseConflict,
                    (false, true) => Reading::FalseConsensus,
                    (false, false) => Reading::TrueDissensus,
                };
                (guess, reading)
            });
            assert_eq!(perception.map(|one| (one.guess.steps(), one.reading)), expected);
        }
    }
}

fn check_surprises(answered: &Answered, found: &Many) {
    let mut expected = vec![];
    for item in &found.items {
        for (group, quantity) in [(Group::Importance, &item.importance), (Group::Delivered, &item.delivered)] {
            for side in Side::ALL {
                let estimate = answered.estimate.get(side);
                let of = if group == Group::Importance { &estimate.importance } else { &estimate.delivered };
                let believed = of.get(&item.id).copied().and_then(Answer::step).map(|step| f64::from(step.number()));
                let said = quantity.said.get(side).median.map(Level::steps);
                if let (Some(believed), Some(said)) = (believed, said)
                    && (believed - said).abs() >= 2.0
                {
                    expected.push((side, item.id, group, believed, said));
                }
            }
        }
    }
    let all = found.surprises.iter();
    let found: Vec<_> = all.map(|one| (one.side, one.id, one.group, one.believed.steps(), one.said.steps())).collect();
    assert_eq!(found, expected);
}

/// All of it against the rules; every reply must have an id of its own, and there is no summary.
fn check(answered: &Answered) {
    let found = many(answered);
    assert_eq!(found.items.len(), answered.items.len());
    for (item, asked) in found.items.iter().zip(&answered.items) {
        assert_eq!(item.id, asked.id());
        check_quantity(answered, "importance", &|answers| answers.importance.get(&item.id).copied(), &item.importance);
        check_quantity(answered, "delivered", &|answers| answers.delivered.get(&item.id).copied(), &item.delivered);
    }
    check_quantity(answered, "worth", &|answers| answers.worth, &found.worth);
    for (kind, quantity) in Contribution::ALL.into_iter().zip(&found.contribution) {
        check_quantity(answered, "contribution", &|answers| answers.contribution.get(&kind)?.level, quantity);
    }
    for (side, replies) in found.replies.iter() {
        assert_eq!(*replies as usize, answered.replies.iter().filter(|reply| reply.side == side).count());
    }
    check_topics(&found);
    check_perception(answered, &found);
    check_surprises(answered, &found);
}

/// Answers out of the 21 octal digits of a number: 0 to 4 a step, 5 "I don't know", 6 and 7 none.
fn spelt(mut number: u64) -> Answers {
    let mut digit = || {
        let digit = (number % 8) as u8;
        number /= 8;
        digit
    };
    let said = |digit: u8| match digit {
        0..=4 => Some(step(digit)),
        5 => Some(Answer::DontKnow),
        _ => None,
    };
    let mut rated = || CODES.iter().filter_map(|code| Some((id(code), said(digit())?))).collect();
    let (importance, delivered, guess) = (rated(), rated(), rated());
    let worth = said(digit());
    let kinds = [Contribution::Time, Contribution::Funding, Contribution::People].into_iter();
    let contribution = kinds.map(|kind| (kind, Pledge { level: said(digit()), ..Pledge::default() })).collect();
    let (first, length) = (usize::from(digit()), usize::from(digit()) % 4);
    let top = (0..length).map(|at| id(CODES[(first + at) % CODES.len()])).collect();
    Answers { importance, delivered, worth, top, guess, contribution, ..Answers::default() }
}

/// Replies of both sides with estimates and minima; `O2` is answered and not asked about.
pub fn voiced(most: usize) -> BoxedStrategy<Answered> {
    (prop::collection::vec((any::<bool>(), any::<u64>()), 1..=most), any::<[u64; 2]>(), (0..4_u32, 3..7_u32))
        .prop_map(|(all, estimates, (few, least))| {
            let mut answered = asked("O1 M1 S1 own-1");
            answered.min_replies = PerSide { organisation: few, members: least };
            let [organisation, members] = estimates.map(spelt);
            answered.estimate = PerSide { organisation, members };
            let side = |organisation| if organisation { Side::Organisation } else { Side::Members };
            let one = |(at, (of, number))| reply(&format!("r{at}"), side(of), spelt(number));
            answered.replies = Arc::new(all.into_iter().enumerate().map(one).collect());
            answered
        })
        .boxed()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn many_voices_say_what_the_rules_say_person_by_person(answered in voiced(20)) {
        check(&answered);
    }

    #[test]
    fn exchanging_the_sides_turns_the_gap_and_leaves_its_size(answered in voiced(20)) {
        let mut turned = answered.clone();
        let turn = |reply: &Reply| Reply { side: reply.side.other(), ..reply.clone() };
        turned.replies = Arc::new(answered.replies.iter().map(turn).collect());
        let PerSide { organisation, members } = answered.min_replies;
        turned.min_replies = PerSide { organisation: members, members: organisation };
        let (one, other) = (many(&answered), many(&turned));
        for (one, other) in one.items.iter().zip(&other.items) {
            let (one, other) = (one.importance.gap, other.importance.gap);
            prop_assert_eq!(one.map(|gap| gap.steps), other.map(|gap| 0.0 - gap.steps));
            prop_assert_eq!(one.and_then(|gap| gap.effect()), other.and_then(|gap| gap.effect()));
        }
        let ids = |many: &Many| many.topics.iter().map(|topic| topic.id).collect::<Vec<_>>();
        prop_assert_eq!(ids(&one), ids(&other));
    }
}

/// Replies by a generator of the same numbers every time.
fn crowd(replies: usize, codes: &[ItemId]) -> Vec<Reply> {
    let mut state = 7_u32;
    let mut next = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) % below
    };
    let mut rated = || {
        let answer = |number: u32| if number > 4 { Answer::DontKnow } else { step(number as u8) };
        codes.iter().map(|&code| (code, answer(next(6)))).collect()
    };
    (0..replies)
        .map(|at| {
            let side = if at % 3 == 0 { Side::Organisation } else { Side::Members };
            let (importance, delivered, guess) = (rated(), rated(), rated());
            reply(&format!("r{at}"), side, Answers { importance, delivered, guess, ..Answers::default() })
        })
        .collect()
}

#[test]
fn five_thousand_replies_on_thirty_items_are_all_counted() {
    let codes: Vec<String> = (1..=30).map(|number| format!("X{number}")).collect();
    let mut answered = asked(&codes.join(" "));
    let ids: Vec<ItemId> = answered.items.iter().map(common_ground::assessment::Item::id).collect();
    answered.replies = Arc::new(crowd(5_000, &ids));
    check(&answered);
    let answers = |side| many(&answered).items[29].importance.said.get(side).spread.unwrap().answers();
    assert!(answers(Side::Organisation) > 1_300 && answers(Side::Members) > 2_600);
}

#[test]
fn a_heard_group_shows_a_median_from_three_steps_and_a_spread_only_from_the_minimum() {
    let mut answered = asked("O1 O2 O3");
    let all = ["O1:4 O2:2 O3:4", "O1:4 O2:3 O3:4", "O1:3 O2:4 O3:?", "O1:3", "O1:0", "O1:?"];
    answered.replies = replies(all.map(importance).to_vec());
    let found = many(&answered);
    let said = |at: usize| {
        let said = found.items[at].importance.said.members;
        (said.median.map(Level::steps), said.spread.map(|spread| spread.counts()))
    };
    // Five of six answer it: the sixth is nowhere, not even as somebody who does not know.
    assert_eq!(said(0), (Some(3.0), Ok([1, 0, 0, 2, 2])));
    assert_eq!(said(1), (Some(3.0), Err(Hidden::TooFew { from: 5 })));
    assert_eq!(said(2), (None, Err(Hidden::TooFew { from: 5 })));
    assert_eq!(found.items[0].delivered.said.members.spread, Err(Hidden::NotHeard { from: 5 }));
    assert_eq!(found.replies, PerSide { organisation: 0, members: 6 });
}

#[test]
fn of_a_summary_there_are_medians_and_the_gap_between_them() {
    let mut answered = asked("O1");
    let level = |steps| Level::from_steps(steps).unwrap();
    answered.summary.members =
        Some(Summary { count: 9, importance: [(id("O1"), level(1.0))].into(), ..Summary::default() });
    answered.estimate.members = importance("O1:4");
    let guessed = Answers { guess: ratings("O1:4"), ..importance("O1:4") };
    answered.replies = Arc::new(vec![reply("o", Side::Organisation, guessed)]);
    let found = many(&answered);
    let quantity = &found.items[0].importance;
    assert_eq!(quantity.said.members, Said { median: Some(level(1.0)), spread: Err(Hidden::Summary) });
    assert_eq!(quantity.said.organisation.spread, Err(Hidden::TooFew { from: 2 }));
    assert_eq!(quantity.gap.map(|gap| (gap.steps, gap.delta)), Some((3.0, None)));
    assert_eq!(
        found.topics.iter().map(|topic| (topic.size, topic.split)).collect::<Vec<_>>(),
        [(0.75, Split::BetweenSides)]
    );
    // A single sponsor's guess counts; the members' summary has none.
    let PerSide { organisation, members } = found.items[0].perception;
    assert_eq!(organisation.map(|one| (one.guess, one.reading)), Some((level(4.0), Reading::FalseConsensus)));
    assert_eq!(members, None);
    let [surprise] = found.surprises[..] else { panic!("{:?}", found.surprises) };
    assert_eq!((surprise.side, surprise.believed, surprise.said), (Side::Members, level(4.0), level(1.0)));
    // A reply beside it is not heard, and then the summary is not either.
    let alone = reply("m", Side::Members, importance("O1:1"));
    Arc::make_mut(&mut answered.replies).push(alone);
    let said = many(&answered).items[0].importance.said.members;
    assert_eq!(said, Said { median: None, spread: Err(Hidden::NotHeard { from: 5 }) });
}

#[test]
fn a_guess_of_the_keeper_and_guesses_of_too_few_are_not_read() {
    let mut answered = asked("O1");
    answered.replies = Arc::new(vec![reply("o", Side::Organisation, importance("O1:4"))]);
    answered.estimate.organisation.guess = ratings("O1:4");
    answered.estimate.members = Answers { guess: ratings("O1:0"), ..importance("O1:0") };
    let guessing = |count: usize| {
        let one =
            |at: usize| Answers { guess: ratings(if at < count { "O1:1" } else { "O1:?" }), ..importance("O1:4") };
        replies((0..5).map(one).collect())
    };
    let read = |answered: &Answered| many(answered).items[0].perception.map(|one| one.map(|one| one.reading));
    assert_eq!(read(&answered), PerSide::default());
    for (count, expected) in [(4, None), (5, Some(Reading::FalseConflict))] {
        let mut all = guessing(count).to_vec();
        all.extend(answered.replies.iter().cloned());
        let answered = Answered { replies: Arc::new(all), ..answered.clone() };
        assert_eq!(read(&answered), PerSide { organisation: None, members: expected }, "{count} guess");
    }
}

#[test]
fn each_reply_counts_once_in_its_latest_state() {
    let mut answered = asked("O1");
    let mut all = replies(vec![importance("O1:3"); 5]).to_vec();
    all.push(Reply { revision: 2, ..reply("r0", Side::Members, importance("O1:1")) });
    answered.replies = Arc::new(all);
    let found = many(&answered);
    assert_eq!(found.items[0].importance.said.members.spread.map(|spread| spread.counts()), Ok([0, 1, 0, 4, 0]));
    assert_eq!(found.replies.members, 5);
}

#[test]
fn the_list_holds_the_seven_largest_and_keeps_ties_in_order() {
    let mut answered = asked("X1 X2 X3 X4 X5 X6 X7 X8 X9");
    // To both sides alike, half say 0 and half 4: a size of 1 · 2/4. X3 is the same with 0 and 2: less. X9 is at 4 and
    // 0.
    let low = "X1:0 X2:0 X3:0 X4:0 X5:0 X6:0 X7:0 X8:0";
    let high = "X1:4 X2:4 X3:2 X4:4 X5:4 X6:4 X7:4 X8:4";
    answered.min_replies.members = 3;
    let mut all = replies(vec![
        importance(&format!("{low} X9:0")),
        importance(&format!("{high} X9:0")),
        importance(&format!("{low} X9:0")),
        importance(&format!("{high} X9:0")),
    ])
    .to_vec();
    all.push(reply("o", Side::Organisation, importance("X9:4")));
    answered.replies = Arc::new(all);
    let topics = many(&answered).topics;
    let listed: Vec<_> = topics.iter().map(|topic| (topic.id.to_string(), topic.split)).collect();
    let mut expected = vec![("X9".to_owned(), Split::BetweenSides)];
    expected.extend([1, 2, 4, 5, 6, 7].map(|number| (format!("X{number}"), Split::WithinMembers)));
    assert_eq!(listed, expected);
}

#[test]
fn the_four_readings_are_the_four_of_the_page() {
    let level = |steps: u8| Level::from(Step::new(steps).unwrap());
    for own in 0..=4_u8 {
        for other in 0..=4_u8 {
            for guess in 0..=4_u8 {
                let found = perception::reading(level(own), level(other), level(guess));
                let expected = match (own.abs_diff(other) <= 1, own.abs_diff(guess) <= 1) {
                    (true, true) => Reading::TrueConsensus,
                    (true, false) => Reading::FalseConflict,
                    (false, true) => Reading::FalseConsensus,
                    (false, false) => Reading::TrueDissensus,
                };
                assert_eq!(found, expected, "{own} {other} {guess}");
            }
        }
    }
}
