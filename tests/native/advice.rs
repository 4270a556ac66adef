//! What is proposed next: which weaknesses are there, what their actions gain, and in which order they stand.

mod given;
mod property;

use common_ground::advice::{self, Because, Fit, Proposal, WeaknessId};
use common_ground::assessment::{Action, ActionStatus, Assessment, Measure};
use common_ground::catalogue::advice::{Fits, Kind};
use common_ground::catalogue::{Contribution, Level, Phase, Practice, Side, bundled, bundled_advice};
use common_ground::report;
use common_ground::score::{CriterionId, Figure, Lever, Many, Reached, Results, Rung, results};
use common_ground::text::EN;
use given::{Given, item};

use super::file::{LOOK, read};

/// What the command line proposes.
pub fn proposals(assessment: &Assessment, results: &Results) -> Vec<Proposal> {
    let many = Many::of(&assessment.answered, &results.counted);
    advice::proposals(assessment, results, &many, bundled_advice(), &[])
}

fn proposed(assessment: &Assessment, dismissed: &[u16]) -> Vec<Proposal> {
    let results = results(&assessment.answered);
    let many = Many::of(&assessment.answered, &results.counted);
    advice::proposals(assessment, &results, &many, bundled_advice(), dismissed)
}

fn weaknesses(assessment: &Assessment) -> Vec<WeaknessId> {
    let results = results(&assessment.answered);
    let many = Many::of(&assessment.answered, &results.counted);
    advice::weaknesses(assessment, &results, &many, bundled_advice())
}

#[track_caller]
fn check(code: &str, expected: bool, given: &Given) {
    let found = weaknesses(&given.0);
    let weakness = WeaknessId::from_key(code).unwrap();
    assert_eq!(found.contains(&weakness), expected, "{code} in {found:?}");
}

#[track_caller]
fn weak(code: &str, given: &Given) {
    check(code, true, given);
}

#[track_caller]
fn not_weak(code: &str, given: &Given) {
    check(code, false, given);
}

/// A running community in which nothing is weak.
fn well(phase: Phase) -> Given {
    Given::new("O1 O2 M5", phase)
        .importance("4 3 3", "4 3 3")
        .delivered("3 3 3", "3 3 3")
        .worth("3 3")
        .practices("3 3 3 3 3 3 3 3 3 3")
        .contribution(Side::Organisation, "2 2 2 2 2")
        .contribution(Side::Members, "2 2 2 2 2")
}

#[test]
fn where_nothing_is_weak_and_where_nothing_is_known_nothing_is_proposed() {
    for phase in Phase::ALL {
        assert_eq!(weaknesses(&well(phase).0), []);
        assert_eq!(proposed(&well(phase).0, &[]), []);
        assert_eq!(weaknesses(&Given::new("O1 O2 M5", phase).0), []);
    }
}

#[test]
fn the_value_statement_is_weak_by_the_practices_of_its_phase() {
    for (phase, asked) in
        [(Phase::Plan, &[1, 2, 5][..]), (Phase::Launch, &[1, 2, 3, 4, 5]), (Phase::Sustain, &[1, 2, 3, 4, 5])]
    {
        for number in 1..=10 {
            let practice = Practice::ALL[number - 1];
            check("NV", asked.contains(&number), &well(phase).practised(practice, "1"));
            not_weak("NV", &well(phase).practised(practice, "2"));
            not_weak("NV", &well(phase).practised(practice, "?"));
        }
    }
}

#[test]
fn sponsor_leader_measures_ageing_and_embedding_are_weak_below_two() {
    for (code, numbers, from) in [
        ("SP", &[9][..], Phase::Plan),
        ("LE", &[10], Phase::Plan),
        ("ME", &[6], Phase::Plan),
        ("AG", &[4], Phase::Sustain),
        ("EM", &[7, 8], Phase::Sustain),
    ] {
        for phase in Phase::ALL {
            for number in 1..=10 {
                let practice = Practice::ALL[number - 1];
                let expected = numbers.contains(&number) && phase >= from;
                check(code, expected, &well(phase).practised(practice, "1"));
                not_weak(code, &well(phase).practised(practice, "2"));
                not_weak(code, &well(phase).practised(practice, "?"));
                not_weak(code, &well(phase).practised(practice, "-"));
            }
        }
    }
}

#[test]
fn measures_that_all_look_back_are_weak_and_one_that_may_look_ahead_is_enough() {
    let measures = |kinds: &[(Option<Kind>, &str)]| {
        let mut given = well(Phase::Plan);
        let measure = |(kind, indicator): &(Option<Kind>, &str)| Measure {
            kind: *kind,
            indicator: (*indicator).to_owned(),
            ..Measure::default()
        };
        given.0.measures = kinds.iter().map(measure).collect();
        given
    };
    not_weak("ME", &measures(&[]));
    weak("ME", &measures(&[(Some(Kind::Lagging), ""), (Some(Kind::Lagging), "L1")]));
    not_weak("ME", &measures(&[(Some(Kind::Lagging), ""), (Some(Kind::Leading), "")]));
    // Without a kind of its own it has that of its indicator; without either it is unknown.
    weak("ME", &measures(&[(None, "R1")]));
    not_weak("ME", &measures(&[(None, "R1"), (None, "L1")]));
    not_weak("ME", &measures(&[(None, "")]));
    // The practice is at 3, so that nothing but the top rung's gate could wait for it, and that is met.
    let found = &proposed(&measures(&[(Some(Kind::Lagging), "")]).0, &[])[0];
    assert_eq!((found.weakness, found.blocks, found.gain), (WeaknessId::Measures, None, None));
    assert_eq!(found.raises[0].lever, Lever::Practice(Practice::Vp6));
}

#[test]
fn expectations_are_unclear_from_more_than_a_third_of_i_do_not_know() {
    let unclear = |organisation, members| well(Phase::Plan).importance(organisation, members);
    not_weak("OX", &unclear("? 4 4", "4 4 4"));
    weak("OX", &unclear("? ? 4", "4 4 4"));
    not_weak("MX", &unclear("? ? 4", "4 4 4"));
    weak("MX", &unclear("4 4 4", "? ? 4"));
    weak("MX", &unclear("4 4 4", "? ? ?"));
    // What was not answered is a question.
    not_weak("MX", &unclear("4 4 4", "? - -"));
    not_weak("OX", &unclear("- - -", "4 4 4"));
}

#[test]
fn replies_are_unclear_where_as_many_say_so_as_a_median_takes_and_more_than_know() {
    let said = |each: &[&str]| well(Phase::Plan).members_say(each);
    weak("MX", &said(&["4 ? ?", "4 ? ?", "4 ? ?", "4 4 4", "4 4 4"]));
    // Three of five know two of three: a median, and no doubt.
    not_weak("MX", &said(&["4 ? ?", "4 ? ?", "4 4 4", "4 4 4", "4 4 4"]));
    // Two doubts are too few to be told, and so is what nobody answered.
    not_weak("MX", &said(&["4 ? ?", "4 ? ?", "4 - -", "4 - -", "4 4 4"]));
    not_weak("MX", &said(&["4 - -", "4 - -", "4 - -", "4 - -", "4 4 4"]));
    not_weak("MX", &said(&["4 ? 4", "4 ? 4", "4 ? 4", "4 4 4", "4 4 4"]));
    // Below the minimum the estimate speaks.
    not_weak("MX", &said(&["4 ? ?", "4 ? ?", "4 ? ?", "4 ? ?"]));
    weak("MX", &said(&["4 4 4"; 4]).importance("4 3 3", "? ? ?"));
    not_weak("MX", &said(&["4 4 4"; 5]).importance("4 3 3", "? ? ?"));
}

#[test]
fn low_overlap_is_weak_below_one_half_over_its_whole_range() {
    let overlap = |organisation, members| well(Phase::Plan).importance(organisation, members);
    not_weak("LO", &overlap("4 0 4", "2 4 4")); // 6 of 12
    weak("LO", &overlap("4 0 4", "1 4 4")); // 5 of 12
    weak("LO", &overlap("4 0 ?", "0 4 1")); // 1 of 9 at best
    not_weak("LO", &overlap("4 0 ?", "1 0 4")); // from 1 of 8 to 5 of 8
    not_weak("LO", &overlap("4 0 4", "- - -"));
}

#[test]
fn scope_is_weak_with_fewer_than_two_that_could_be_shared_and_no_definition() {
    let scope = |organisation, members, level| {
        well(Phase::Plan).importance(organisation, members).practised(Practice::Vp2, level)
    };
    weak("SC", &scope("4 4 2", "4 2 4", "2"));
    not_weak("SC", &scope("4 4 2", "4 2 4", "3"));
    not_weak("SC", &scope("4 4 2", "4 2 4", "?"));
    not_weak("SC", &scope("4 4 2", "4 3 4", "2"));
    // It could still be shared; and nothing is claimed about a side that said nothing.
    not_weak("SC", &scope("4 4 2", "4 ? 4", "0"));
    not_weak("SC", &scope("4 2 2", "- - -", "0"));
    weak("SC", &scope("4 2 2", "4 - -", "0"));
}

#[test]
fn the_overlap_is_undelivered_below_one_half_once_it_runs() {
    let kept = |phase, organisation, members| well(phase).delivered(organisation, members);
    for phase in [Phase::Launch, Phase::Sustain] {
        not_weak("UD", &kept(phase, "2 2 2", "4 4 4"));
        weak("UD", &kept(phase, "2 2 1", "4 4 4"));
        not_weak("UD", &kept(phase, "2 2 ?", "4 4 4"));
        weak("UD", &kept(phase, "0 0 ?", "4 4 4"));
        not_weak("UD", &kept(phase, "- - -", "0 0 0"));
    }
    not_weak("UD", &kept(Phase::Plan, "0 0 0", "0 0 0"));
}

#[test]
fn recognition_is_weak_where_it_is_urgent_for_the_members() {
    let recognition = |phase, wanted, got| well(phase).importance("4 3 0", wanted).delivered("3 3 3", got);
    for phase in [Phase::Launch, Phase::Sustain] {
        weak("RC", &recognition(phase, "4 3 3", "3 3 1"));
        not_weak("RC", &recognition(phase, "4 3 3", "3 3 2"));
        not_weak("RC", &recognition(phase, "4 3 2", "3 3 0"));
        not_weak("RC", &recognition(phase, "4 3 ?", "3 3 0"));
        not_weak("RC", &recognition(phase, "4 3 4", "3 3 ?"));
        not_weak("RC", &recognition(phase, "4 4 3", "0 0 3"));
    }
    not_weak("RC", &recognition(Phase::Plan, "4 3 3", "3 3 0"));
    not_weak("RC", &Given::new("O1 M4", Phase::Launch).importance("4 4", "4 4").delivered("0 0", "0 0"));
}

#[test]
fn one_sided_exchange_is_weak_only_where_both_are_known() {
    for (worth, extraction, club) in [
        ("3 2", true, false),
        ("2 3", false, true),
        ("3 3", false, false),
        ("2 2", false, false),
        ("3 ?", false, false),
        ("? 3", false, false),
        ("2 -", false, false),
    ] {
        check("EX", extraction, &well(Phase::Plan).worth(worth));
        check("CL", club, &well(Phase::Plan).worth(worth));
    }
}

#[test]
fn what_is_put_in_is_weak_below_agreed() {
    // Funding, resources, people, participation, time.
    let levels = |at: usize, level: &str| {
        let mut five = ["2"; 5];
        five[at] = level;
        five.join(" ")
    };
    for (at, organisation, members) in [
        (0, Some("FR"), None),
        (1, Some("FR"), None),
        (2, None, None),
        (3, None, Some("TR")),
        (4, Some("TI"), Some("TI")),
    ] {
        for (side, expected) in [(Side::Organisation, organisation), (Side::Members, members)] {
            let given = |level| well(Phase::Plan).contribution(side, &levels(at, level));
            for code in ["TI", "FR", "TR"] {
                check(code, expected == Some(code), &given("1"));
                not_weak(code, &given("2"));
                not_weak(code, &given("?"));
            }
        }
    }
}

#[test]
fn half_steps_of_a_summary_count_as_they_are() {
    let time =
        |halves| well(Phase::Launch).summarised(Side::Members, Contribution::Time, Level::from_halves(halves).unwrap());
    weak("TI", &time(3));
    not_weak("TI", &time(4));
}

#[test]
fn perception_is_weak_by_a_false_reading_and_by_an_estimate_two_steps_off() {
    let read = |guess: &str| {
        well(Phase::Launch).importance("4 4 4", "4 4 4").members_guess("4 1 4", guess).organisation_says("4 4 4")
    };
    // They agree on O1 and differ on O2: 4 and 4, 1 and 4.
    let near = |guess: &str| read(guess).importance("4 4 4", "3 1 4");
    not_weak("PG", &near("4 4 4"));
    weak("PG", &near("2 4 4"));
    weak("PG", &near("4 2 4"));
    not_weak("PG", &near("3 3 4"));
    // An estimate of 3 where the members say 1.
    weak("PG", &read("4 4 4").importance("4 4 4", "4 3 4"));
    not_weak("PG", &read("4 4 4").importance("4 4 4", "4 2 4"));
    not_weak("PG", &well(Phase::Launch).importance("4 4 4", "4 4 4"));
}

#[test]
fn disagreement_is_weak_below_one_half_on_what_the_side_wants() {
    let said = |each: &[&str]| well(Phase::Launch).members_say(each);
    // 0, 0, 4, 4, 4: μ 2.4, 1 + 0.4·log2(0.4) + 0.6·log2(0.6) = 0.03; wanted.
    weak("DI", &said(&["0 4 4", "0 4 4", "4 4 4", "4 4 4", "4 4 4"]));
    // The other way round it is not wanted.
    not_weak("DI", &said(&["4 4 4", "4 4 4", "0 4 4", "0 4 4", "0 4 4"]));
    // 2, 2, 3, 4, 4: μ 3, 1 + 0.8·log2(3/4) = 0.67.
    not_weak("DI", &said(&["2 4 4", "2 4 4", "3 4 4", "4 4 4", "4 4 4"]));
    // Four are not heard.
    not_weak("DI", &said(&["0 4 4", "0 4 4", "4 4 4", "4 4 4"]));
}

#[test]
fn it_is_at_its_end_with_both_returns_low_now_and_before() {
    let low = || well(Phase::Sustain).delivered("0 0 0", "0 1 0");
    let after = |now: Given, before: Given| now.after(before);
    weak("EN", &after(low(), low()));
    not_weak("EN", &low());
    not_weak("EN", &after(low(), well(Phase::Sustain)));
    not_weak("EN", &after(well(Phase::Sustain), low()));
    // 10 halves of 4 · 20: a quarter is not below a quarter.
    not_weak("EN", &after(low().delivered("0 0 0", "1 1 1"), low()));
    not_weak("EN", &after(low(), low().delivered("1 1 1", "0 0 0")));
    not_weak("EN", &after(low(), low().delivered("- - -", "0 0 0")));
    // Only the last one counts, and delivered is not asked while planning.
    weak("EN", &after(low(), low()).older(well(Phase::Sustain)));
    not_weak("EN", &after(low(), well(Phase::Sustain)).older(low()));
    // The last one is the latest, wherever a file has it.
    weak("EN", &after(low(), low()).older_named_last(well(Phase::Sustain)));
    not_weak("EN", &after(low(), well(Phase::Sustain)).older_named_last(low()));
    not_weak("EN", &after(low().phase(Phase::Plan), low()));
    not_weak("EN", &after(low(), low().phase(Phase::Plan)));
}

#[track_caller]
fn stands(given: &Given, action: u16, blocks: Option<CriterionId>, gain: Option<f64>) -> Proposal {
    let mut dismissed = Vec::new();
    loop {
        let found = proposed(&given.0, &dismissed);
        assert!(!found.is_empty() && dismissed.len() < 54, "{action} is no candidate");
        if let Some(found) = found.iter().find(|proposal| proposal.action == action) {
            assert_eq!((found.blocks, found.gain), (blocks, gain), "{action}");
            return found.clone();
        }
        dismissed.extend(found.iter().map(|proposal| proposal.action));
    }
}

fn raised(proposal: &Proposal) -> Vec<(Lever, f64, f64)> {
    proposal.raises.iter().map(|raise| (raise.lever, raise.from.steps(), raise.to.steps())).collect()
}

#[test]
fn the_overlap_is_raised_where_a_step_gains_most() {
    let given = well(Phase::Plan).asked("O1 O2 O3 O4").importance("4 4 1 4", "4 0 4 2");
    // J: 7 of 16. W: one of four. Only O4 is one step from being shared.
    let found = stands(&given, 12, Some(CriterionId::EnoughShared), Some(0.25));
    assert_eq!(raised(&found), [(Lever::Importance(Side::Members, item("O4")), 2.0, 3.0)]);
    assert_eq!(found.why.before, Some(Reached::Share(Figure::Value(0.25))));
    assert_eq!(found.why.after, Some(Reached::Share(Figure::Value(0.5))));
    // Enough is shared: O1 of three. J: 5 of 12, and each step makes it 6; the first stands.
    let given = given.importance("4 4 2 0", "4 1 0 2");
    let found = stands(&given, 12, Some(CriterionId::EnoughOverlap), Some(0.5 - 5.0 / 12.0));
    assert_eq!(raised(&found), [(Lever::Importance(Side::Members, item("O2")), 1.0, 2.0)]);
    // O2 is unknown to the members, and O1 has no lower side. J is from 4 of 13 to 5 of 13; then from 6 of 16 on.
    let given = given.importance("4 1 4 0", "4 ? 0 4");
    let found = stands(&given, 12, Some(CriterionId::EnoughOverlap), Some(6.0 / 16.0 - 4.0 / 13.0));
    assert_eq!(raised(&found), [(Lever::Importance(Side::Members, item("O3")), 0.0, 1.0)]);
    // Nothing is both known and different: no step, and no gain.
    let given = given.importance("2 2 2 4", "2 2 2 ?").practised(Practice::Vp2, "2");
    let found = stands(&given, 51, Some(CriterionId::SomethingShared), None);
    assert_eq!((raised(&found), found.why.after), (vec![], None));
    assert_eq!(found.why.before, Some(Reached::Shared { items: 0, of: 4 }));
}

#[test]
fn a_step_that_would_set_a_criterion_back_is_no_way() {
    // J: 10 of 19.5 at worst. W: one of one to four. Of O5 the members' median is 2.5: with one step more the
    // organisation would want it alone, and W would be one of five at worst.
    let said = ["4 ? ? ? 2 2 2"; 3].into_iter().chain(["4 ? ? ? 3 2 2"; 3]).collect::<Vec<_>>();
    let given =
        well(Phase::Plan).asked("O1 O2 O3 O4 O5 O6 O7").importance("4 3 3 3 2 2 2", "- - - - - - -").members_say(&said);
    let found = stands(&given, 9, Some(CriterionId::EnoughShared), None);
    assert_eq!(found.raises, []);
    assert_eq!(found.why.before, Some(Reached::Share(Figure::Range { low: 0.25, high: 1.0 })));
    assert_eq!(found.why.after, None);
}

#[test]
fn what_is_shared_is_raised_on_both_sides_or_on_the_one_that_can() {
    let given = well(Phase::Launch).delivered("2 2 1", "2 2 1");
    let found = stands(&given, 17, Some(CriterionId::PromiseKept), Some(21.0 / 40.0 - 17.0 / 40.0));
    let both = |id: &str, from: f64| Side::ALL.map(|side| (Lever::Delivered(side, item(id)), from, from + 1.0));
    assert_eq!(raised(&found), both("O1", 2.0));
    let given = given.delivered("4 2 1", "1 2 4");
    let found = stands(&given, 17, Some(CriterionId::PromiseKept), Some(17.0 / 40.0 - 13.0 / 40.0));
    assert_eq!(raised(&found), [(Lever::Delivered(Side::Members, item("O1")), 1.0, 2.0)]);
    // Where a side's is unknown, another is taken; the worst case is what counts.
    let given = given.delivered("0 1 0", "? 1 0");
    let found = stands(&given, 17, Some(CriterionId::ReturnsBegun), Some(6.0 / 40.0 - 3.0 / 40.0));
    assert_eq!(raised(&found), both("O2", 1.0));
    assert_eq!(stands(&given.delivered("0 ? ?", "? 0 0"), 17, Some(CriterionId::ReturnsBegun), None).raises, []);
}

#[test]
fn recognition_blocks_returns_only_as_far_as_those_of_the_members_are_low() {
    let given = well(Phase::Launch);
    let m5 = |from: f64| vec![(Lever::Delivered(Side::Members, item("M5")), from, from + 1.0)];
    let found =
        stands(&given.clone().delivered("3 3 3", "0 0 0"), 48, Some(CriterionId::ReturnsBegun), Some(3.0 / 40.0));
    assert_eq!(raised(&found), m5(0.0));
    // The members have 28 of 40; what they want is promised to both, and not kept.
    let found =
        stands(&given.clone().delivered("0 0 3", "4 4 0"), 48, Some(CriterionId::PromiseKept), Some(3.0 / 40.0));
    assert_eq!(raised(&found), m5(0.0));
    // Everything is enough, and it is urgent all the same.
    let found = stands(&given.delivered("4 4 4", "4 4 1"), 48, None, None);
    assert_eq!((raised(&found), found.why.before), (m5(1.0), None));
}

#[test]
fn a_statement_that_only_its_making_holds_up_has_actions_without_a_gain() {
    let given = well(Phase::Plan).practised(Practice::Vp1, "0").practised(Practice::Vp5, "4");
    // VP1 has no action of its own. Those of the statement would raise what is not in the way, or is at the top
    // already.
    let found = stands(&given, 2, Some(CriterionId::Begun), Some(0.0));
    assert_eq!(raised(&found), [(Lever::Practice(Practice::Vp2), 3.0, 4.0)]);
    assert_eq!(stands(&given, 1, Some(CriterionId::Begun), None).raises, []);
    // VP2 is unknown: it has no what-if.
    assert_eq!(stands(&given.practised(Practice::Vp2, "?"), 2, Some(CriterionId::Begun), None).raises, []);
}

#[test]
fn each_action_of_the_statement_is_asked_what_it_does_for_the_lowest_rung() {
    let given = well(Phase::Plan).practised(Practice::Vp2, "0").practised(Practice::Vp5, "1");
    stands(&given, 2, Some(CriterionId::Begun), Some(0.5));
    stands(&given, 1, Some(CriterionId::Begun), Some(0.0));
    assert_eq!(numbers(&given, &[]), [2, 1, 3]);
    // What is at 4 already is the last to be worked on.
    let given = well(Phase::Sustain).practices("0 1 0 4 1 3 3 3 3 3");
    assert_eq!(numbers(&given, &[]), [1, 2, 3]);
    assert_eq!(stands(&given, 4, Some(CriterionId::Begun), None).raises, []);
}

#[test]
fn the_lower_of_two_practices_is_raised() {
    let embedded = |seven, eight| well(Phase::Sustain).practised(Practice::Vp7, seven).practised(Practice::Vp8, eight);
    let lever = |proposal: &Proposal| proposal.raises[0].lever;
    let (of_three, of_nine) = (Some(CriterionId::Embedded), Some(CriterionId::Sustained));
    assert_eq!(lever(&stands(&embedded("3", "1"), 44, of_three, Some(0.0))), Lever::Practice(Practice::Vp8));
    // VP7 at 2 is what the gate below needs; that is where a step tells.
    let found = stands(&embedded("1", "1"), 44, of_nine, Some(1.0 - 8.0 / 9.0));
    assert_eq!(lever(&found), Lever::Practice(Practice::Vp7));
    assert_eq!(lever(&stands(&embedded("?", "1"), 44, of_three, Some(0.0))), Lever::Practice(Practice::Vp8));
    let found = stands(&well(Phase::Sustain).practised(Practice::Vp4, "1"), 53, of_nine, Some(0.0));
    assert_eq!(lever(&found), Lever::Practice(Practice::Vp4));
}

#[test]
fn each_weakness_says_what_it_blocks_and_gains() {
    let running = well(Phase::Launch);
    let practice = |practice| vec![(Lever::Practice(practice), 1.0, 2.0)];
    let (gate, sustained) = (Some(CriterionId::Gate), Some(CriterionId::Sustained));
    for (number, action) in [(5, 1), (2, 2), (3, 3)] {
        let weak = Practice::ALL[number - 1];
        let found = stands(&running.clone().practised(weak, "1"), action, gate, Some(1.0 - 6.0 / 7.0));
        assert_eq!(raised(&found), practice(weak));
        assert_eq!(found.why.before, Some(Reached::Needs { met: 6, of: 7 }));
        assert_eq!(found.why.after, Some(Reached::Needs { met: 7, of: 7 }));
    }
    // No gate but that of the top asks for VP4, and it asks for 3.
    let found = stands(&running.clone().practised(Practice::Vp4, "1"), 4, sustained, Some(0.0));
    assert_eq!(raised(&found), practice(Practice::Vp4));
    for (number, action) in [(9, 26), (10, 33), (6, 41)] {
        let weak = Practice::ALL[number - 1];
        let found = stands(&running.clone().practised(weak, "1"), action, gate, Some(1.0 - 6.0 / 7.0));
        assert_eq!(raised(&found), practice(weak));
    }
    // Ready to launch takes the leader at 1, and no measures at all.
    let planned = well(Phase::Plan);
    stands(&planned.clone().practised(Practice::Vp10, "0"), 33, gate, Some(1.0 - 4.0 / 5.0));
    stands(&planned.clone().practised(Practice::Vp10, "1"), 33, sustained, Some(0.0));
    stands(&planned.practised(Practice::Vp6, "0"), 41, sustained, Some(0.0));
    let (worth, step) = (well(Phase::Plan), Some(0.25));
    let found = stands(&worth.clone().worth("4 2"), 20, Some(CriterionId::BothGain), step);
    assert_eq!(raised(&found), [(Lever::Worth(Side::Members), 2.0, 3.0)]);
    let found = stands(&worth.worth("1 3"), 23, Some(CriterionId::BothGain), step);
    assert_eq!(raised(&found), [(Lever::Worth(Side::Organisation), 1.0, 2.0)]);
}

fn numbers(given: &Given, dismissed: &[u16]) -> Vec<u16> {
    proposed(&given.0, dismissed).iter().map(|proposal| proposal.action).collect()
}

fn codes(given: &Given) -> Vec<&'static str> {
    proposed(&given.0, &[]).iter().map(|proposal| proposal.weakness.key()).collect()
}

#[test]
fn the_lowest_rung_comes_before_the_largest_gain() {
    let given = well(Phase::Plan).asked("O1 O2 O3 O4").importance("4 4 0 0", "0 0 4 4").worth("4 2");
    let found = proposed(&given.0, &[]);
    let seen: Vec<_> = found.iter().map(|one| (one.weakness.key(), one.blocks, one.gain)).collect();
    assert_eq!(
        seen,
        [
            ("LO", Some(CriterionId::SomeOverlap), Some(1.0 / 16.0)),
            ("EX", Some(CriterionId::BothGain), Some(0.25)),
            ("LO", Some(CriterionId::SomeOverlap), Some(1.0 / 16.0)),
        ]
    );
    assert_eq!(found[0].rung(), Some(Rung::Fragile));
}

#[test]
fn within_a_rung_the_largest_gain_comes_first_and_none_comes_last() {
    let given = well(Phase::Plan).practised(Practice::Vp10, "0").practised(Practice::Vp9, "0").worth("2 3");
    // 0.25 of a worth, 0.2 of a gate, 0 of a gate.
    assert_eq!(codes(&given), ["CL", "LE", "SP"]);
    // What blocks nothing comes behind what blocks an upper rung and gains nothing there.
    let given = well(Phase::Plan).practised(Practice::Vp6, "0").contribution(Side::Members, "2 2 2 2 0");
    assert_eq!(codes(&given)[..2], ["ME", "TI"]);
}

#[test]
fn the_phase_ranks_and_never_filters() {
    let sponsor = |phase| well(phase).practised(Practice::Vp9, "0");
    assert_eq!(numbers(&sponsor(Phase::Plan), &[]), [26, 27, 28]);
    assert_eq!(numbers(&sponsor(Phase::Launch), &[]), [27, 26, 28]);
    assert_eq!(numbers(&sponsor(Phase::Sustain), &[]), [28, 29, 26]);
    assert_eq!(Phase::ALL.map(|phase| Fit::of(Fits::Any, phase)), [Fit::Now; 3]);
    assert_eq!(Phase::ALL.map(|phase| Fit::of(Fits::Launch, phase)), [Fit::Later, Fit::Now, Fit::Earlier]);
}

#[test]
fn each_weakness_has_its_first_action_before_any_has_its_second() {
    let two = well(Phase::Launch).practised(Practice::Vp9, "0").practised(Practice::Vp10, "0");
    // 27 and 34 fit the phase; then 35 does, and 26 does not.
    assert_eq!(numbers(&two, &[]), [27, 34, 35]);
    let three = two.practised(Practice::Vp6, "0");
    assert_eq!(numbers(&three, &[]), [27, 34, 41]);
}

#[test]
fn measures_are_chosen_before_anything_is_done_with_them() {
    // While sustaining 43 fits the phase and 41 is for planning; but there is nothing yet to pair with a story.
    let without = well(Phase::Sustain).practised(Practice::Vp6, "1");
    assert_eq!(numbers(&without, &[]), [41, 43, 42]);
    assert_eq!(numbers(&without, &[41]), [43, 42]);
    let found = proposed(&without.0, &[]);
    let fit = |at: usize| {
        let results = results(&without.0.answered);
        report::next::proposed(&found[at], (&without.0.answered, &results), bundled(), bundled_advice()).unwrap().fit
    };
    assert_eq!((fit(0), fit(1)), (EN.next.earlier, EN.next.waits));
    let mut with = without.clone();
    with.0.measures = vec![Measure { id: "m1".into(), ..Measure::default() }];
    assert_eq!(numbers(&with, &[]), [43, 41, 42]);
}

#[test]
fn what_is_set_aside_or_planned_makes_room_for_the_next() {
    let sponsor = well(Phase::Plan).practised(Practice::Vp9, "0");
    assert_eq!(numbers(&sponsor, &[26]), [27, 28, 29]);
    assert_eq!(numbers(&sponsor, &[27, 29]), [26, 28]);
    assert!(numbers(&sponsor, &[26, 27, 28, 29]).is_empty());
    for status in ActionStatus::ALL {
        let mut planned = sponsor.clone();
        planned.0.actions = vec![Action { advice: Some(26), status, ..Action::default() }, Action::default()];
        assert_eq!(numbers(&planned, &[28]), [27, 29]);
    }
}

#[test]
fn questions_stand_before_the_actions_where_unknown_answers_decide() {
    let next = |given: &Given| {
        let results = results(&given.0.answered);
        let many = Many::of(&given.0.answered, &results.counted);
        advice::next(&given.0, &results, &many, bundled_advice(), &[])
    };
    let open = next(&well(Phase::Plan).practised(Practice::Vp1, "?").practised(Practice::Vp9, "0"));
    assert_eq!((open.questions.len(), open.questions[0].criterion), (1, CriterionId::Begun));
    assert_eq!(open.proposals[0].action, 26);
    let settled = next(&well(Phase::Plan).practised(Practice::Vp2, "0").worth("? ?"));
    assert_eq!(settled.questions, []);
    assert_eq!(settled.proposals[0].action, 2);
}

#[test]
fn the_community_of_the_screens_is_told_to_choose_its_measures() {
    let assessment = read(LOOK);
    let found = proposed(&assessment, &[]);
    let seen: Vec<_> = found.iter().map(|one| (one.action, one.weakness.key(), one.blocks, one.gain)).collect();
    let expected = [
        // The gate lacks VP6 only; VP3 is one of three that the next rung lacks.
        (43, "ME", Some(CriterionId::Gate), Some(1.0 - 6.0 / 7.0)),
        (3, "NV", Some(CriterionId::Sustained), Some(7.0 / 9.0 - 6.0 / 9.0)),
        // Of 23 that both want, 3 a quarter further.
        (19, "UD", Some(CriterionId::PromiseKept), Some(3.0 / 92.0)),
    ];
    for (seen, expected) in seen.iter().zip(&expected) {
        assert_eq!((seen.0, seen.1, seen.2), (expected.0, expected.1, expected.2));
        assert!((seen.3.unwrap() - expected.3.unwrap()).abs() < 1e-12, "{seen:?}");
    }
    assert_eq!(found[2].raises.iter().map(|raise| raise.to.steps()).collect::<Vec<_>>(), [4.0, 4.0]);
}

/// What the first proposal against a weakness is headed with, on the page.
fn headed(code: &str, given: &Given) -> String {
    let results = results(&given.0.answered);
    let many = Many::of(&given.0.answered, &results.counted);
    let mut dismissed = Vec::new();
    loop {
        let found = advice::proposals(&given.0, &results, &many, bundled_advice(), &dismissed);
        assert!(!found.is_empty(), "{code} is not there");
        if let Some(found) = found.iter().find(|proposal| proposal.weakness.key() == code) {
            let told = (&given.0.answered, &results);
            return report::next::proposed(found, told, bundled(), bundled_advice()).unwrap().against;
        }
        dismissed.extend(found.iter().map(|proposal| proposal.action));
    }
}

#[test]
fn a_proposal_is_headed_with_the_answers_and_figures_that_make_its_weakness() {
    let run = || well(Phase::Sustain);
    let thrice =
        |level| run().practised(Practice::Vp1, level).practised(Practice::Vp3, "0").practised(Practice::Vp5, "1");
    let urgent = run().importance("4 3 0", "4 3 3").delivered("3 3 3", "3 3 1");
    let divided = run().members_say(&["0 4 4", "0 4 4", "4 4 4", "4 4 4", "4 4 4"]);
    let guessed = || run().importance("4 4 4", "4 4 4").organisation_says("4 4 4");
    let low = || run().delivered("0 0 0", "0 1 0");
    for (code, given, expected) in vec![
        ("NV", run().practised(Practice::Vp4, "1"), "“Adapted as the community changes” at “1 talked about”"),
        ("AG", run().practised(Practice::Vp4, "0"), "“Adapted as the community changes” at “0 absent”"),
        (
            "NV",
            thrice("1"),
            "“Value statement”\u{a0}at\u{a0}1, “Developed with both sides”\u{a0}at\u{a0}1, “People can say what it is for”\u{a0}at\u{a0}0",
        ),
        (
            "ME",
            run().practised(Practice::Vp6, "1"),
            "“Forward-looking measures that steer the work” at “1 talked about”",
        ),
        (
            "EM",
            run().practised(Practice::Vp8, "1"),
            "“The organisation reaches out to the community” at “1 talked about”",
        ),
        ("OX", run().importance("4 ? ?", "4 4 4"), "“don’t know” for the organisation on 2 of 3 expectations"),
        // 5 of 12.
        ("LO", run().importance("4 0 4", "1 4 4"), "An overlap of 42\u{202f}%, below 50\u{202f}%"),
        (
            "SC",
            run().importance("4 4 2", "4 2 4").practised(Practice::Vp2, "2"),
            "Only one expectation that matters to both, “Clear gains and costs” at “2 written down once”",
        ),
        (
            "SC",
            run().importance("4 ? 2", "2 2 4").practised(Practice::Vp2, "2"),
            "Nothing that matters to both, “Clear gains and costs” at “2 written down once”",
        ),
        // 4 · 2 + 3 · 2 + 3 · 1 of 4 · 10.
        ("UD", run().delivered("2 2 1", "4 4 4"), "43\u{202f}% of the common ground delivered, below 50\u{202f}%"),
        (
            "RC",
            urgent,
            "The importance of “Recognition” to the members at “3 important”, \
            what has arrived of “Recognition” for the members at “1 a little”",
        ),
        (
            "EX",
            run().worth("3 0"),
            "“Is it worth it?” for the members at “0 no”, “Is it worth it?” for the organisation at “3 yes”",
        ),
        (
            "CL",
            run().worth("2 4"),
            "“Is it worth it?” for the organisation at “2 about even”, “Is it worth it?” for the members at “4 clearly yes”",
        ),
        ("TI", run().contribution(Side::Members, "2 2 2 2 1"), "Time from the members at “1 ad hoc”"),
        (
            "FR",
            run().contribution(Side::Organisation, "0 1 2 2 2"),
            "Funding from the organisation at “0 none”, resources from the organisation at “1 ad hoc”",
        ),
        (
            "PG",
            guessed().members_guess("4 1 4", "2 4 4"),
            "Wrong guesses of the members on “Critical questions”, \
            estimates for the members that were far off on “Lessons learned”",
        ),
        ("DI", divided, "Answers of the members far apart on “Critical questions”"),
        // 0 of 40, and 3 · 1 of 40.
        (
            "EN",
            low().after(low()),
            "What both get back, below 25\u{202f}% now and in the last snapshot: \
            organisation 0\u{202f}%, members 8\u{202f}%",
        ),
    ] {
        assert_eq!(headed(code, &given), expected, "{code}");
    }
}

#[test]
fn a_practice_that_the_action_is_after_and_the_criterion_needs_stands_in_front() {
    // Sustaining asks 3 of both; 1 is weak, and action 3 is after the one at 2.
    let both = well(Phase::Sustain).practised(Practice::Vp3, "2").practised(Practice::Vp4, "1");
    let at = |practice, level| Because::At(Lever::Practice(practice), Level::from_steps(level).unwrap());
    let found = stands(&both, 3, Some(CriterionId::Sustained), Some(8.0 / 9.0 - 7.0 / 9.0));
    assert_eq!(found.because, [at(Practice::Vp3, 2.0), at(Practice::Vp4, 1.0)]);
    // What is at 3 is not in the way, whatever the action would do.
    let one = well(Phase::Sustain).practised(Practice::Vp4, "1");
    assert_eq!(stands(&one, 1, Some(CriterionId::Sustained), Some(0.0)).because, [at(Practice::Vp4, 1.0)]);
}

#[test]
fn measures_that_look_back_are_named_only_where_none_looks_ahead() {
    let measured = |kind, level| {
        let mut given = well(Phase::Launch).practised(Practice::Vp6, level);
        given.0.measures = vec![Measure { kind: Some(kind), ..Measure::default() }];
        given
    };
    assert_eq!(headed("ME", &measured(Kind::Lagging, "3")), "No measure that looks ahead");
    let vp6 = "“Forward-looking measures that steer the work” at “1 talked about”";
    assert_eq!(headed("ME", &measured(Kind::Leading, "1")), vp6);
    assert_eq!(headed("ME", &measured(Kind::Lagging, "1")), [vp6, ", no measure that looks ahead"].concat());
}

#[test]
fn every_weakness_of_the_catalogue_is_known_and_has_an_action() {
    let advice = bundled_advice();
    let listed: Vec<&str> = advice.weaknesses.iter().map(String::as_str).collect();
    for weakness in WeaknessId::ALL {
        assert!(listed.contains(&weakness.key()));
        assert!(advice.actions.iter().any(|action| action.weakness == weakness.key()), "{weakness:?}");
    }
    assert_eq!(listed.len(), WeaknessId::ALL.len());
}

#[test]
fn the_results_name_what_is_proposed() {
    let printed = |given: &Assessment| {
        let results = results(&given.answered);
        let line = report::json(given, &results, &proposals(given, &results));
        let tree: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert!(tree["next"].is_array());
        line.split_once("\"next\":").unwrap().1.to_owned()
    };
    assert_eq!(
        printed(&well(Phase::Launch).worth("2 3").contribution(Side::Members, "2 2 2 2 1").0),
        "[{\"advice\":23,\"weakness\":\"CL\",\"blocks\":\"both_gain\",\"gain\":0.25},\
         {\"advice\":31,\"weakness\":\"TI\",\"blocks\":null,\"gain\":null},\
         {\"advice\":24,\"weakness\":\"CL\",\"blocks\":\"both_gain\",\"gain\":0.25}]}"
    );
    assert_eq!(printed(&well(Phase::Launch).0), "[]}");
}
