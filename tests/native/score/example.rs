//! The two examples that are written down: the worked one of the rules, and the community of the screens.

use common_ground::assessment::{Answer, Answered, Community, Item, Summary};
use common_ground::catalogue::{ItemId, Level, PerSide, Phase, Practice, Step};
use common_ground::score::{CriterionId, Figure, GateState, Outlook, Results, Rung, Verdict, results};

fn percent(figure: Figure) -> f64 {
    (figure.value().unwrap() * 100.0).round()
}

fn verdicts(results: &Results) -> Vec<(&'static str, &'static str)> {
    results.criteria.iter().map(|criterion| (criterion.id.key(), criterion.verdict.key())).collect()
}

#[test]
fn the_worked_example_gives_the_results_that_the_file_format_prints() {
    let items = [("O1", 4, 2), ("O2", 4, 3), ("O3", 3, 2), ("O4", 2, 4), ("S1", 1, 4), ("M1", 2, 4)];
    let mut answered = Answered::new(Community::new(Phase::Plan), vec![]);
    for (code, organisation, members) in items {
        let id: ItemId = code.parse().unwrap();
        let step = |number| Answer::Step(Step::new(number).unwrap());
        answered.items.push(Item::Catalogue(id));
        answered.estimate.organisation.importance.insert(id, step(organisation));
        answered.estimate.members.importance.insert(id, step(members));
    }
    let results = results(&answered);
    // As printed there, digit by digit.
    let printed = |figure: Figure| figure.value().map(|value| value.to_string());
    assert_eq!(printed(results.overlap.jaccard).as_deref(), Some("0.5217391304347826"));
    assert_eq!(printed(results.overlap.coverage.members).as_deref(), Some("0.631578947368421"));
    assert_eq!(printed(results.overlap.profile).as_deref(), Some("0.680921052631579"));
    assert_eq!(printed(results.overlap.shared_of_wanted).as_deref(), Some("0.16666666666666666"));
    assert_eq!(
        results.overlap.regions.iter().map(|region| region.key()).collect::<Vec<_>>(),
        ["organisation_only", "shared", "organisation_only", "members_only", "members_only", "members_only"]
    );
    let figures = [results.delivery.overlap, results.delivery.kept, results.contribution.members];
    assert!(figures.into_iter().all(|figure| figure.ends().is_none()));
    assert!(results.gates.iter().all(|gate| gate.state == GateState::Unknown && gate.blocking.is_empty()));
    let sustaining: Vec<_> = results.gates[2].unknown.iter().map(|practice| practice.key()).collect();
    assert_eq!(sustaining.join(" "), "VP1 VP2 VP3 VP4 VP5 VP6 VP7 VP9 VP10");
    assert_eq!(
        verdicts(&results),
        [
            ("begun", "unknown"),
            ("some_overlap", "yes"),
            ("something_shared", "yes"),
            ("someone_gains", "unknown"),
            ("gate", "unknown"),
            ("enough_overlap", "yes"),
            ("enough_shared", "no"),
            ("both_gain", "unknown"),
            ("returns_begun", "yes"),
            ("phase", "no"),
            ("sustained", "unknown"),
            ("embedded", "unknown"),
            ("both_heard", "no"),
            ("promise_kept", "unknown"),
            ("returns_good", "unknown"),
        ]
    );
    assert_eq!(results.outlook, Outlook { low: Rung::ShortLived, high: Rung::Fragile });
}

/// The community of the screens, by the medians of its replies.
fn modellers() -> Answered {
    let codes = ["O1", "O2", "O3", "O4", "O6", "S1", "S2", "S3", "M1", "M2", "M3", "M5"];
    let ids = codes.map(|code| code.parse::<ItemId>().unwrap());
    let side = |count, importance: [u8; 12], delivered: [u8; 12]| {
        let medians =
            |steps: [u8; 12]| ids.into_iter().zip(steps.map(|step| Level::from(Step::new(step).unwrap()))).collect();
        Some(Summary {
            count,
            importance: medians(importance),
            delivered: medians(delivered),
            worth: Step::new(3).map(Level::from),
            ..Summary::default()
        })
    };
    let mut answered = Answered::new(Community::new(Phase::Sustain), ids.map(Item::Catalogue).to_vec());
    answered.summary = PerSide {
        organisation: side(3, [4, 4, 4, 4, 4, 3, 2, 3, 1, 3, 1, 1], [1, 3, 3, 1, 1, 3, 2, 2, 1, 2, 3, 1]),
        members: side(9, [1, 3, 3, 1, 1, 4, 3, 3, 4, 4, 3, 2], [2, 3, 2, 1, 1, 4, 3, 1, 1, 2, 2, 0]),
    };
    for (practice, level) in Practice::ALL.into_iter().zip([3, 3, 2, 1, 3, 1, 2, 1, 3, 3]) {
        answered.practices.entry(practice).or_default().level = Step::new(level).map(Answer::Step);
    }
    answered
}

#[test]
fn the_community_of_the_screens_has_the_figures_of_the_screens() {
    let results = results(&modellers());
    assert_eq!(results.overlap.jaccard, Figure::Value(23.0 / 43.0));
    assert_eq!(percent(results.overlap.jaccard), 53.0);
    assert_eq!(results.overlap.coverage.map(|figure| percent(*figure)), PerSide { organisation: 68.0, members: 72.0 });
    assert_eq!(percent(results.delivery.kept), 47.0);
    assert_eq!(results.delivery.returns.map(|figure| percent(*figure)), PerSide { organisation: 49.0, members: 51.0 });
    assert_eq!(results.overlap.shared, (5, 5));
    assert_eq!(results.outlook, Outlook { low: Rung::Fragile, high: Rung::Fragile });
    let failed = results.criteria.iter().find(|criterion| criterion.verdict != Verdict::Yes).unwrap();
    assert_eq!(failed.id, CriterionId::Gate, "VP6 is only talked about");
}
