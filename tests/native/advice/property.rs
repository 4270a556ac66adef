//! What must always be true of what is proposed.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::float_cmp,
    reason = "small whole numbers, and steps that must be exact"
)]

use std::collections::BTreeSet;

use common_ground::advice::{Fit, Proposal, WeaknessId};
use common_ground::assessment::{Answer, Answered, Assessment, Pledge, Ratings, Summary};
use common_ground::catalogue::{Contribution, ItemId, Level, PerSide, Phase, Practice, Side, Step, bundled_advice};
use common_ground::score::{
    Counted, CriterionId, Figure, Group, Lever, Move, Raise, Results, Rung, Verdict, next_rung, results, what_if,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::generate;
use super::given::{Given, item};
use super::{proposed, weaknesses};

const CODES: [&str; 5] = ["O1", "M5", "S1", "O2", "own-1"];

fn answer() -> BoxedStrategy<Option<Answer>> {
    let step = select(&Step::ALL[..]).prop_map(|step| Some(Answer::Step(step)));
    prop_oneof![1 => Just(None), 1 => Just(Some(Answer::DontKnow)), 10 => step].boxed()
}

fn rated(answers: &[Option<Answer>]) -> Ratings {
    CODES.iter().zip(answers).filter_map(|(code, answer)| Some((item(code), (*answer)?))).collect()
}

fn level() -> BoxedStrategy<Option<Level>> {
    prop_oneof![1 => Just(None), 8 => (0..=8_u8).prop_map(Level::from_halves)].boxed()
}

/// Medians of some groups, as one side's replies leave them.
fn summary() -> BoxedStrategy<Option<Summary>> {
    let medians = |levels: &[Option<Level>]| {
        CODES.iter().zip(levels).filter_map(|(code, level)| Some((item(code), (*level)?))).collect()
    };
    let one = (vec(level(), 5), vec(level(), 5), level()).prop_map(move |(importance, delivered, worth)| {
        Some(Summary {
            count: 7,
            importance: medians(&importance),
            delivered: medians(&delivered),
            worth,
            ..Summary::default()
        })
    });
    prop_oneof![2 => Just(None), 1 => one].boxed()
}

type Said = (Vec<Option<Answer>>, Vec<Option<Answer>>, Option<Answer>, Vec<Option<Answer>>);

fn said() -> BoxedStrategy<Said> {
    (vec(answer(), 5), vec(answer(), 5), answer(), vec(answer(), 5)).boxed()
}

/// One to five items, both sides as the keeper or a summary has them.
fn answered() -> BoxedStrategy<Answered> {
    let practices = prop_oneof![2 => vec(answer(), 10), 1 => Just(vec![Some(Answer::Step(Step::ALL[2])); 10])];
    (1..=5_usize, select(&Phase::ALL[..]), (said(), said()), practices, (summary(), summary()))
        .prop_map(|(count, phase, (organisation, members), practices, (of_organisation, of_members))| {
            let mut answered = Given::new(&CODES[..count.min(4)].join(" "), phase).0.answered;
            for (side, (importance, delivered, worth, kinds)) in Side::ALL.into_iter().zip([organisation, members]) {
                let estimate = answered.estimate.get_mut(side);
                estimate.importance = rated(&importance);
                estimate.delivered = rated(&delivered);
                estimate.worth = worth;
                let pledges = Contribution::ALL.into_iter().zip(kinds);
                estimate.contribution =
                    pledges.map(|(kind, level)| (kind, Pledge { level, ..Pledge::default() })).collect();
            }
            for (practice, level) in Practice::ALL.into_iter().zip(practices) {
                answered.practices.entry(practice).or_default().level = level;
            }
            answered.summary = PerSide { organisation: of_organisation, members: of_members };
            answered
        })
        .boxed()
}

fn assessment() -> BoxedStrategy<Assessment> {
    (answered(), proptest::option::of(answered()))
        .prop_map(|(now, before)| {
            let given = Given(Assessment { answered: now, ..Given::new("O1", Phase::Plan).0 });
            match before {
                Some(before) => {
                    let before = Given(Assessment { answered: before, ..given.0.clone() });
                    given.after(before).0
                }
                None => given.0,
            }
        })
        .boxed()
}

/// The same with an answer put in where it counts: in the summary where that speaks, else in the estimate.
fn edited(answered: &Answered, counted: &Counted, lever: Lever, to: Level) -> Answered {
    let mut answered = answered.clone();
    let step = || {
        assert_eq!(to.halves() % 2, 0, "an estimate has whole steps");
        Answer::Step(Step::new(to.halves() / 2).unwrap())
    };
    let heard = |side, group| counted.voices.get(side).of(group).is_heard();
    match lever {
        Lever::Importance(side, id) if heard(side, Group::Importance) => {
            answered.summary.get_mut(side).as_mut().unwrap().importance.insert(id, to);
        }
        Lever::Delivered(side, id) if heard(side, Group::Delivered) => {
            answered.summary.get_mut(side).as_mut().unwrap().delivered.insert(id, to);
        }
        Lever::Worth(side) if heard(side, Group::Worth) => {
            answered.summary.get_mut(side).as_mut().unwrap().worth = Some(to);
        }
        Lever::Contribution(side, kind) if heard(side, Group::Contribution) => {
            answered.summary.get_mut(side).as_mut().unwrap().contribution.insert(kind, to);
        }
        Lever::Importance(side, id) => drop(answered.estimate.get_mut(side).importance.insert(id, step())),
        Lever::Delivered(side, id) => drop(answered.estimate.get_mut(side).delivered.insert(id, step())),
        Lever::Worth(side) => answered.estimate.get_mut(side).worth = Some(step()),
        Lever::Contribution(side, kind) => {
            answered.estimate.get_mut(side).contribution.entry(kind).or_default().level = Some(step());
        }
        Lever::Practice(practice) => answered.practices.entry(practice).or_default().level = Some(step()),
    }
    answered
}

fn levers(answered: &Answered) -> Vec<Lever> {
    let ids: Vec<ItemId> = answered.items.iter().map(common_ground::assessment::Item::id).collect();
    let of_side = |side: Side| {
        let importance = ids.iter().map(move |&id| Lever::Importance(side, id));
        let delivered = ids.iter().map(move |&id| Lever::Delivered(side, id));
        let put_in = Contribution::ALL.into_iter().map(move |kind| Lever::Contribution(side, kind));
        importance.chain(delivered).chain([Lever::Worth(side)]).chain(put_in).collect::<Vec<_>>()
    };
    let practices = Practice::ALL.into_iter().map(Lever::Practice);
    Side::ALL.into_iter().flat_map(of_side).chain(practices).collect()
}

/// What of a criterion holds in the worst case, read off the results by the page of rules.
fn holds(id: CriterionId, results: &Results) -> Option<f64> {
    let low = |figure: Figure| figure.ends().map(|(low, _)| low);
    let vp = |number: usize| results.counted.practices[number - 1].map_or(0, Step::number);
    let share = |needs: &[(usize, u8)]| {
        let met = needs.iter().filter(|(number, least)| vp(*number) >= *least).count();
        Some(met as f64 / needs.len() as f64)
    };
    let worth = |side| results.counted.worth.get(side).map_or(0.0, Level::steps) / 4.0;
    let (organisation, members) = (worth(Side::Organisation), worth(Side::Members));
    let returns = [low(results.delivery.returns.organisation), low(results.delivery.returns.members)];
    match id {
        CriterionId::Begun => share(&[(1, 1), (2, 1)]),
        CriterionId::Gate if results.counted.phase == Phase::Plan => share(&[(1, 2), (2, 2), (5, 2), (9, 2), (10, 1)]),
        CriterionId::Gate => share(&[(1, 2), (2, 2), (3, 2), (5, 2), (6, 2), (9, 2), (10, 2)]),
        CriterionId::Sustained => share(&[(1, 3), (2, 3), (3, 3), (4, 3), (5, 3), (6, 3), (9, 3), (10, 3), (7, 2)]),
        CriterionId::Embedded => share(&[(4, 3), (7, 3), (8, 3)]),
        CriterionId::SomeOverlap | CriterionId::EnoughOverlap => low(results.overlap.jaccard),
        CriterionId::EnoughShared => low(results.overlap.shared_of_wanted),
        CriterionId::SomethingShared => {
            let shared = results.overlap.regions.iter().filter(|region| region.key() == "shared").count();
            Some(shared as f64 / results.overlap.regions.len() as f64)
        }
        CriterionId::SomeoneGains => Some(organisation.max(members)),
        CriterionId::BothGain => Some(organisation.min(members)),
        CriterionId::PromiseKept => low(results.delivery.kept),
        CriterionId::ReturnsBegun | CriterionId::ReturnsGood => returns.into_iter().flatten().reduce(f64::min),
        CriterionId::Phase | CriterionId::BothHeard => None,
    }
}

/// Whether the figure of a criterion is made of what a lever moves.
fn is_made_of(id: CriterionId, lever: Lever) -> bool {
    match id {
        CriterionId::SomeOverlap
        | CriterionId::SomethingShared
        | CriterionId::EnoughOverlap
        | CriterionId::EnoughShared => matches!(lever, Lever::Importance(..)),
        CriterionId::PromiseKept | CriterionId::ReturnsBegun | CriterionId::ReturnsGood => {
            matches!(lever, Lever::Delivered(..))
        }
        CriterionId::SomeoneGains | CriterionId::BothGain => matches!(lever, Lever::Worth(_)),
        CriterionId::Phase | CriterionId::BothHeard => false,
        _ => matches!(lever, Lever::Practice(_)),
    }
}

/// Whether two levers are the same quantity of the organisation and of the members.
fn is_pair(one: Lever, other: Lever) -> bool {
    use Side::{Members, Organisation};
    match (one, other) {
        (Lever::Importance(Organisation, id), Lever::Importance(Members, same))
        | (Lever::Delivered(Organisation, id), Lever::Delivered(Members, same)) => id == same,
        (Lever::Worth(Organisation), Lever::Worth(Members)) => true,
        _ => false,
    }
}

/// Every candidate, by setting aside what is proposed until nothing is.
fn candidates(assessment: &Assessment) -> Vec<Proposal> {
    let (mut all, mut dismissed) = (Vec::new(), Vec::new());
    loop {
        let found = proposed(assessment, &dismissed);
        if found.is_empty() {
            return all;
        }
        assert!(dismissed.len() < 54, "what is set aside comes again");
        dismissed.extend(found.iter().map(|proposal| proposal.action));
        all.extend(found);
    }
}

/// Where a proposal stands by the rules, smallest first.
fn order(assessment: &Assessment, proposal: &Proposal) -> (usize, i64, bool, Fit, u16) {
    let sixth = assessment.answered.practices.get(&Practice::Vp6).and_then(|answer| answer.level);
    let measured = !assessment.measures.is_empty() || sixth.and_then(Answer::step).is_none_or(|step| step.number() > 1);
    let waits = !measured && [42, 43].contains(&proposal.action);
    let rung = proposal.rung().map_or(9, |rung| rung as usize);
    let gain = proposal.gain.map_or(i64::MAX, |gain| -(gain * 1e9).round() as i64);
    (rung, gain, waits, proposal.why.fit, proposal.action)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_what_if_is_what_an_edited_assessment_scores(answered in answered(), at in any::<prop::sample::Index>(), up: bool) {
        let before = results(&answered);
        let lever = *at.get(&levers(&answered));
        let by = if up { Move::Up } else { Move::Down };
        let level = lever.level(&before.counted).map(Level::steps);
        let to = level.map(|steps| if up { (steps + 1.0).min(4.0) } else { (steps - 1.0).max(0.0) });
        let after = what_if(&before.counted, lever, by);
        prop_assert_eq!(after.is_some(), level.is_some() && to != level);
        if let (Some(after), Some(to)) = (after, to.and_then(Level::from_steps)) {
            prop_assert_eq!(after, results(&edited(&answered, &before.counted, lever, to)));
        }
    }

    #[test]
    fn what_would_have_to_become_true_is_what_edited_assessments_score(answered in answered()) {
        let before = results(&answered);
        let Some(next) = next_rung(&before) else {
            prop_assert_eq!(before.outlook.low, Rung::Lasting);
            return Ok(());
        };
        prop_assert!(next.rung > before.outlook.low && !next.hurdles.is_empty());
        let scored = |raises: &[Raise]| {
            let put = |answered: Answered, raise: &Raise| edited(&answered, &before.counted, raise.lever, raise.to);
            results(&raises.iter().fold(answered.clone(), put))
        };
        for hurdle in &next.hurdles {
            let id = hurdle.id;
            prop_assert_eq!((id.rung(), hurdle.verdict), (next.rung, before.criteria[id.index()].verdict));
            prop_assert!(hurdle.verdict != Verdict::Yes);
            let gain = |after: &Results| Some(holds(id, after)? - holds(id, &before)?);
            for way in &hurdle.ways {
                prop_assert!(way.raises.iter().all(|raise| raise.lever.level(&before.counted) == Some(raise.from)));
                let after = scored(&way.raises);
                prop_assert!((gain(&after).unwrap() - way.gain).abs() < 1e-9 && way.gain > 0.0, "{:?}", way);
                prop_assert_eq!(after.criteria[id.index()].verdict, way.verdict);
            }
            // Of all steps up that its figure is made of, none gains more; with both sides only where none alone does.
            let all = levers(&answered);
            let made_of = all.into_iter().filter(|lever| is_made_of(id, *lever));
            let raises: Vec<Raise> = made_of.filter_map(|lever| lever.raise(&before.counted)).collect();
            let sorted = |ways: Vec<Vec<Raise>>| {
                let gains = ways.iter().filter_map(|way| gain(&scored(way))).filter(|gain| *gain > 1e-9);
                let mut gains: Vec<f64> = gains.collect();
                gains.sort_by(|one, other| other.total_cmp(one));
                gains
            };
            let mut gains = sorted(raises.iter().map(|raise| vec![*raise]).collect());
            if gains.is_empty() {
                let pairs = raises.iter().flat_map(|one| raises.iter().map(move |other| vec![*one, *other]));
                gains = sorted(pairs.filter(|pair| is_pair(pair[0].lever, pair[1].lever)).collect());
            }
            gains.truncate(if hurdle.verdict == Verdict::No { 3 } else { 0 });
            prop_assert_eq!(gains.len(), hurdle.ways.len(), "{:?}", hurdle);
            prop_assert!(gains.iter().zip(&hurdle.ways).all(|(gain, way)| (gain - way.gain).abs() < 1e-9));
        }
    }

    #[test]
    fn a_gain_is_the_difference_that_an_edited_assessment_makes(assessment in assessment()) {
        let before = results(&assessment.answered);
        for proposal in candidates(&assessment) {
            let mut answered = assessment.answered.clone();
            for raise in &proposal.raises {
                prop_assert_eq!(raise.lever.level(&before.counted), Some(raise.from));
                prop_assert_eq!(raise.to.steps(), (raise.from.steps() + 1.0).min(4.0));
                answered = edited(&answered, &before.counted, raise.lever, raise.to);
            }
            if let (Some(gain), Some(id)) = (proposal.gain, proposal.blocks) {
                prop_assert!(!proposal.raises.is_empty() && gain >= 0.0);
                let exact = holds(id, &results(&answered)).unwrap() - holds(id, &before).unwrap();
                prop_assert!((gain - exact).abs() < 1e-9, "{:?}: {} and {}", proposal, gain, exact);
            }
            prop_assert!(proposal.blocks.is_some() || proposal.gain.is_none());
            prop_assert_eq!(proposal.gain.is_some(), proposal.why.after.is_some());
        }
    }

    #[test]
    fn of_all_items_the_one_with_the_largest_gain_is_raised(assessment in assessment()) {
        let before = results(&assessment.answered);
        for proposal in candidates(&assessment) {
            let Some(id) = proposal.blocks.filter(|_| matches!(proposal.weakness.key(), "LO" | "SC" | "OX" | "MX")) else {
                continue;
            };
            let mut most: Option<f64> = None;
            for one in &before.counted.items {
                let (Some(o), Some(m)) = (one.importance.organisation, one.importance.members) else { continue };
                if o != m {
                    let side = if o < m { Side::Organisation } else { Side::Members };
                    let after = what_if(&before.counted, Lever::Importance(side, one.id), Move::Up).unwrap();
                    let gain = holds(id, &after).zip(holds(id, &before)).map(|(after, before)| after - before);
                    most = gain.filter(|gain| *gain >= -1e-9).into_iter().chain(most).reduce(f64::max);
                }
            }
            let close = match (proposal.gain, most) {
                (Some(gain), Some(most)) => (gain - most).abs() < 1e-9,
                (None, None) => true,
                _ => false,
            };
            prop_assert!(close, "{:?}: {:?}", proposal, most);
        }
    }

    #[test]
    fn what_is_blocked_is_not_reached_and_no_lower_rung_of_the_weakness_is(assessment in assessment()) {
        let results = results(&assessment.answered);
        for proposal in candidates(&assessment) {
            let verdict = |id: CriterionId| results.criteria[id.index()].verdict;
            if let Some(id) = proposal.blocks {
                prop_assert!(verdict(id) != Verdict::Yes && proposal.weakness.criteria().contains(&id));
            }
            let practices = matches!(proposal.weakness.key(), "NV" | "SP" | "LE" | "ME" | "AG" | "EM" | "RC");
            for &id in proposal.weakness.criteria() {
                let lower = proposal.rung().is_none_or(|rung| id.rung() < rung);
                prop_assert!(practices || !lower || verdict(id) == Verdict::Yes, "{:?} {:?}", proposal, id);
            }
        }
    }

    #[test]
    fn no_weakness_comes_from_an_unknown_answer(assessment in assessment(), fill in vec(select(&Step::ALL[..]), 60)) {
        let before = results(&assessment.answered);
        let unclear = [WeaknessId::OrganisationUnclear, WeaknessId::MembersUnclear];
        let found: BTreeSet<_> = weaknesses(&assessment).into_iter().filter(|one| !unclear.contains(one)).collect();
        let mut filled = assessment.clone();
        for (lever, step) in levers(&assessment.answered).into_iter().zip(fill) {
            if lever.level(&before.counted).is_none() {
                filled.answered = edited(&filled.answered, &before.counted, lever, step.into());
            }
        }
        let mut after: BTreeSet<_> = weaknesses(&filled).into_iter().collect();
        // A range is over the answers that give a value; these may give none.
        let results = results(&filled.answered);
        after.extend(results.overlap.jaccard.ends().is_none().then_some(WeaknessId::Overlap));
        after.extend(results.delivery.kept.ends().is_none().then_some(WeaknessId::Undelivered));
        prop_assert!(found.is_subset(&after), "{:?} was there, and {:?} is once everything is known", found, after);
    }

    #[test]
    fn what_was_not_answered_leaves_nothing_unclear(mut assessment in assessment()) {
        for side in Side::ALL {
            assessment.answered.estimate.get_mut(side).importance.retain(|_, answer| *answer != Answer::DontKnow);
        }
        let found = weaknesses(&assessment);
        prop_assert!(!found.contains(&WeaknessId::OrganisationUnclear) && !found.contains(&WeaknessId::MembersUnclear));
    }

    #[test]
    fn no_weakness_is_there_in_a_phase_that_does_not_ask_for_it(assessment in assessment()) {
        let phase = assessment.answered.community.phase;
        for proposal in candidates(&assessment) {
            let from = match proposal.weakness.key() {
                "UD" | "RC" | "EN" => Phase::Launch,
                "AG" | "EM" => Phase::Sustain,
                _ => Phase::Plan,
            };
            prop_assert!(phase >= from, "{:?} in {:?}", proposal, phase);
        }
    }

    #[test]
    fn candidates_are_the_actions_of_the_weaknesses_that_are_there(assessment in assessment()) {
        let found = weaknesses(&assessment);
        let expected: BTreeSet<u16> = bundled_advice()
            .actions
            .iter()
            .filter(|action| found.iter().any(|weakness| weakness.key() == action.weakness))
            .map(|action| action.number)
            .collect();
        let all = candidates(&assessment);
        prop_assert_eq!(all.len(), expected.len(), "none twice");
        prop_assert_eq!(all.iter().map(|proposal| proposal.action).collect::<BTreeSet<_>>(), expected);
    }

    #[test]
    fn the_three_are_the_first_of_their_weaknesses_in_the_order_of_the_rules(assessment in assessment()) {
        let mut all = candidates(&assessment);
        all.sort_by_key(|proposal| order(&assessment, proposal));
        let mut expected: Vec<Proposal> = Vec::new();
        for candidate in &all {
            if expected.iter().all(|one| one.weakness != candidate.weakness) {
                expected.push(candidate.clone());
            }
        }
        let seconds: Vec<_> = all.into_iter().filter(|one| !expected.contains(one)).collect();
        expected.extend(seconds);
        expected.truncate(3);
        prop_assert_eq!(proposed(&assessment, &[]), expected);
    }

    #[test]
    fn what_is_dismissed_never_comes(assessment in assessment(), dismissed in vec(1..=54_u16, 0..40)) {
        let found = proposed(&assessment, &dismissed);
        prop_assert!(found.len() <= 3 && found.iter().all(|proposal| !dismissed.contains(&proposal.action)));
        prop_assert!(proposed(&assessment, &(1..=54).collect::<Vec<u16>>()).is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_assessment_is_advised_the_same_each_time(assessment in generate::assessment()) {
        let found = proposed(&assessment, &[]);
        prop_assert!(found.len() <= 3);
        prop_assert_eq!(&found, &proposed(&assessment.clone(), &[]));
        let planned: Vec<u16> = assessment.actions.iter().filter_map(|action| action.advice).collect();
        for proposal in &found {
            prop_assert!(!planned.contains(&proposal.action));
            let action = bundled_advice().actions.iter().find(|action| action.number == proposal.action).unwrap();
            prop_assert_eq!(&action.weakness, proposal.weakness.key());
        }
    }
}
