//! What would change something: a step tried on an item, what the next rung asks for, bridges.

use common_ground::advice::{self, Proposal};
use common_ground::app::Msg;
use common_ground::app::view::{self, BridgesView, DetailView, becoming, bridges_of, detail, plan_bridge};
use common_ground::assessment::Question;
use common_ground::assessment::{ActionEdit, ActionStatus, Answer, Assessment, Edit, Item, PlanEdit};
use common_ground::catalogue::{Phase, Practice, Side, Step, bundled, bundled_advice};
use common_ground::link::{self, Carried};
use common_ground::report::words;
use common_ground::score::{self, Figure, Results};
use common_ground::text::EN;
use common_ground::{file, report};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::page::{Page, id};

fn step(number: u8) -> Option<Answer> {
    Step::new(number).map(Answer::Step)
}

fn deliver(page: &mut Page, side: Side, item: &str, level: u8) {
    page.send(Msg::Edit(Edit::Rate { question: Question::Delivered, side, item: id(item), answer: step(level) }));
}

/// A community of the phase launch: S1 is shared, M3 and M1 are the members', O1 and O6 the organisation's.
fn page() -> Page {
    let mut page = Page::new();
    page.create();
    page.send(Msg::Edit(Edit::Name("Bridge inspectors".into())));
    page.send(Msg::Edit(Edit::Phase(Phase::Launch)));
    for item in ["O2", "O3", "O4", "S2", "S3", "M2", "M5"] {
        page.send(Msg::Edit(Edit::TakeOut(id(item))));
    }
    for (item, organisation, members) in [("S1", 3, 4), ("O1", 4, 1), ("O6", 3, 2), ("M1", 1, 4), ("M3", 2, 3)] {
        page.rate(Side::Organisation, item, organisation);
        page.rate(Side::Members, item, members);
        deliver(&mut page, Side::Organisation, item, 2);
        deliver(&mut page, Side::Members, item, 1);
    }
    for practice in [Practice::Vp1, Practice::Vp2] {
        page.send(Msg::Edit(Edit::Level(practice, step(1))));
    }
    for side in Side::ALL {
        page.send(Msg::Edit(Edit::Worth(side, step(2))));
    }
    page
}

/// The results after an answer was changed by hand.
fn changed(page: &Page, question: Question, side: Side, item: &str, level: u8) -> Results {
    let mut copy = Assessment::clone(page.open());
    copy.apply(Edit::Rate { question, side, item: id(item), answer: step(level) }, bundled()).unwrap();
    score::results(&copy.answered)
}

fn figures(results: &Results) -> Vec<String> {
    let shares: [(Figure, &[f64]); 4] = [
        (results.overlap.jaccard, &[0.25, 0.5]),
        (results.delivery.kept, &[0.5]),
        (results.delivery.returns.organisation, &[0.25, 0.5]),
        (results.delivery.returns.members, &[0.25, 0.5]),
    ];
    shares.iter().map(|(figure, thresholds)| words::percent(*figure, thresholds)).collect()
}

fn bridges(page: &Page) -> BridgesView {
    bridges_of(&page.model).unwrap()
}

// -- one expectation

#[test]
fn every_step_tried_on_an_item_shows_what_a_changed_copy_scores() {
    let page = page();
    let before = page.open().clone();
    let today = figures(&score::results(&before.answered));
    let mut tried = 0;
    for item in ["S1", "O1", "O6", "M1", "M3"] {
        let seen = detail(&page.model, item).unwrap();
        assert_eq!(seen.levers.len(), 4);
        let shown: Vec<&String> = seen.today.iter().map(|(_, figure)| figure).take(4).collect();
        assert_eq!(shown, today.iter().collect::<Vec<_>>());
        let questions = [Question::Importance, Question::Importance, Question::Delivered, Question::Delivered];
        for ((row, question), side) in seen.levers.iter().zip(questions).zip([Side::ALL, Side::ALL].concat()) {
            let answers = before.answered.estimate.get(side);
            let ratings = if question == Question::Delivered { &answers.delivered } else { &answers.importance };
            let now = ratings.get(&id(item)).unwrap().step().unwrap().number();
            assert!(row.now.starts_with(&now.to_string()), "{row:?}");
            for one in &row.steps {
                let to = if one.short == EN.change.if_up_short { now + 1 } else { now - 1 };
                let after = figures(&changed(&page, question, side, item, to));
                assert!(
                    one.said.contains(&format!("“{to} ")) && one.said.contains(&format!("“{now} ")),
                    "{}",
                    one.said
                );
                for ((then, today), after) in one.then.iter().zip(&today).zip(&after) {
                    match then {
                        None => assert_eq!(today, after, "{item} {one:?}"),
                        Some(then) => {
                            assert!(then == after || then.starts_with(&format!("{today}, a little")), "{one:?}");
                        }
                    }
                }
                tried += 1;
            }
            let expected = usize::from(now > 0) + usize::from(now < 4);
            assert_eq!(row.steps.len(), expected, "no step from an end");
        }
    }
    assert!(tried > 30);
    assert_eq!(*page.open(), before, "nothing was changed");
}

#[test]
fn a_step_that_moves_a_figure_less_than_is_shown_says_so() {
    let page = page();
    // 3 + 1 + 2 + 1 + 2 = 9 of 4 + 4 + 3 + 4 + 3 = 18: half.
    let seen: DetailView = detail(&page.model, "S1").unwrap();
    assert_eq!(seen.today[0], ("Overlap", "50\u{202f}%".to_owned()));
    let importance = &seen.levers[0];
    assert_eq!((importance.label.as_str(), importance.now.as_str()), ("Importance to the organisation", "3 important"));
    let [down, up] = importance.steps.as_slice() else { panic!("two steps") };
    assert_eq!(down.then[0].as_deref(), Some("44\u{202f}%")); // 8 of 18
    assert_eq!(up.then[0].as_deref(), Some("56\u{202f}%")); // 10 of 18
    assert_eq!(up.name, "One step up: Importance to the organisation");
    assert_eq!(up.then.last().unwrap(), &None, "the outlook stays");
}

#[test]
fn while_planning_nothing_is_delivered_and_what_is_unknown_has_no_step() {
    let mut page = page();
    page.send(Msg::Edit(Edit::Phase(Phase::Plan)));
    page.send(Msg::Edit(Edit::Rate {
        question: Question::Importance,
        side: Side::Members,
        item: id("O1"),
        answer: Some(Answer::DontKnow),
    }));
    let seen = detail(&page.model, "O1").unwrap();
    let labels: Vec<&str> = seen.levers.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, ["Importance to the organisation"]);
    assert_eq!(seen.today.iter().map(|(label, _)| *label).collect::<Vec<_>>(), ["Overlap", "Outlook"]);
    assert_eq!(detail(&page.model, "O2"), None, "it is not asked about");
    assert_eq!(detail(&page.model, "nonsense"), None);
}

// -- the next rung

#[test]
fn the_next_rung_names_its_criteria_and_the_steps_that_move_them_most() {
    let page = page();
    let seen = becoming(&page.model).unwrap();
    assert!(seen.lead.contains("“On course for its phase”"), "{}", seen.lead);
    let keys: Vec<&str> = seen.rows.iter().map(|row| row.key).collect();
    assert_eq!(keys, ["gate", "enough_shared", "both_gain"]);
    // One of five that either wants; a step of the lower side shares O6 or M3, none other.
    let shared = &seen.rows[1];
    assert_eq!(shared.figure, "20\u{202f}%, needs 33\u{202f}%");
    assert_eq!(
        shared.ways,
        [
            "If the importance of “Room to explore” to the organisation were at “3 important” rather than “2 useful”: \
             20\u{202f}% → 40\u{202f}%, and it would hold.",
            "If the importance of “Know-how kept” to the members were at “3 important” rather than “2 useful”: \
             20\u{202f}% → 40\u{202f}%, and it would hold.",
        ]
    );
    // Both at 2, so that neither side alone moves it.
    let gain = &seen.rows[2];
    assert_eq!(
        gain.ways,
        [
            "If what people say about whether it is worth it were one step higher for both sides: step 2 of 4 → step 3 of 4, \
             and it would hold."
        ]
    );
    // VP1 and VP2 are one step below, the others are not known: the gate is not met, and stays so with one step.
    let gate = &seen.rows[0];
    assert_eq!(gate.ways.len(), 2);
    assert!(
        gate.ways[0].ends_with("0 of 7 practices → 1 of 7 practices. That alone is not enough."),
        "{}",
        gate.ways[0]
    );
}

#[test]
fn a_practice_far_below_is_named_and_the_top_asks_nothing() {
    let mut page = page();
    page.send(Msg::Edit(Edit::Level(Practice::Vp1, step(0))));
    page.send(Msg::Edit(Edit::Level(Practice::Vp2, step(0))));
    let seen = becoming(&page.model).unwrap();
    assert_eq!(seen.rows.iter().map(|row| row.key).collect::<Vec<_>>(), ["begun"]);
    page.send(Msg::Edit(Edit::Level(Practice::Vp1, step(1))));
    page.send(Msg::Edit(Edit::Level(Practice::Vp2, step(1))));
    page.send(Msg::Edit(Edit::Level(Practice::Vp3, step(0))));
    let gate = becoming(&page.model).unwrap().rows.swap_remove(0);
    let name = &bundled().practice(Practice::Vp3).unwrap().name;
    let far = format!("The practice “{name}” would have to go from 0 to 2: more than one step.");
    assert!(gate.notes.contains(&far), "{:?}", gate.notes);
}

// -- bridges

#[test]
fn a_bridge_is_offered_where_its_ends_stand_on_the_two_sides_alone() {
    let mut page = page();
    let seen = bridges(&page);
    let ends: Vec<(usize, usize)> = seen.cards.iter().map(|card| (card.from.number, card.to.number)).collect();
    // O1 O6 S1 M1 M3, numbered as they stand.
    assert_eq!(ends, [(5, 1), (4, 2)]);
    assert_eq!(seen.moving, ["O1", "O6", "M1", "M3"]);
    assert_eq!(seen.lead, "Four expectations stand on one side alone. A bridge says how both could come to want one.");
    page.rate(Side::Organisation, "M3", 3);
    let ends: Vec<(usize, usize)> =
        bridges(&page).cards.iter().map(|card| (card.from.number, card.to.number)).collect();
    assert_eq!(ends, [(4, 2)], "M3 is shared now");
    page.send(Msg::Edit(Edit::TakeOut(id("O6"))));
    let seen = bridges(&page);
    assert!(seen.cards.is_empty(), "O6 is not asked about");
    // O1 and M1, and no bridge between them.
    assert_eq!(
        seen.lead,
        "Two expectations stand on one side alone. A bridge says how both could come to want one. \
         None of the ready ones fits: write your own."
    );
}

#[test]
fn a_bridge_goes_into_the_plan_once_and_one_undo_takes_it_out() {
    let mut page = page();
    let card = bridges(&page).cards.swap_remove(0);
    assert!(!card.planned && card.action.starts_with("Bridge from “Room to explore” to “Critical questions”: Ask who"));
    let edit = plan_bridge(&page.model, &card.action, card.advice).unwrap();
    page.send(Msg::Edit(edit));
    assert_eq!(page.open().actions.len(), 1);
    assert!(bridges(&page).cards[0].planned && !bridges(&page).cards[1].planned);
    page.send(Msg::Undo);
    assert!(!bridges(&page).cards[0].planned && page.open().actions.is_empty());
}

/// The numbers of what is proposed for an assessment, all that there are, where some are set aside.
fn proposals(assessment: &Assessment, dismissed: &[u16]) -> Vec<Proposal> {
    let results = score::results(&assessment.answered);
    let many = score::Many::of(&assessment.answered, &results.counted);
    advice::proposals(assessment, &results, &many, bundled_advice(), dismissed)
}

#[test]
fn the_action_that_says_the_same_as_a_planned_bridge_is_in_the_plan() {
    let mut page = page();
    // 8 of 18 steps coincide.
    page.rate(Side::Members, "O6", 1);
    let proposed = |page: &Page| proposals(page.open(), &[]).iter().any(|one| one.action == 13);
    // All but the bridges to a wider overlap are set aside.
    for number in (1..=54).filter(|number| !(13..=15).contains(number)) {
        let (edit, _) = view::new_action(&page.model, number, ActionStatus::Dropped).unwrap();
        page.send(Msg::Edit(edit));
    }
    assert!(proposed(&page));
    let card = |page: &Page| bridges(page).cards.swap_remove(0);
    assert_eq!((card(&page).advice, bridges(&page).cards[1].advice), (Some(13), None));
    let plan = |page: &Page| plan_bridge(&page.model, &card(page).action, card(page).advice).unwrap();
    let edit = plan(&page);
    page.send(Msg::Edit(edit));
    assert!(!proposed(&page) && card(&page).planned);
    // Its words may change: it is still the same action.
    let id = page.open().actions.last().unwrap().id.clone();
    let reworded = PlanEdit::Action(id.clone(), ActionEdit::Text("Ask the Tuesday group".into()));
    page.send(Msg::Edit(Edit::Plan(reworded)));
    assert!(!proposed(&page) && card(&page).planned);
    page.send(Msg::Edit(Edit::Plan(PlanEdit::RemoveAction(id))));
    assert!(proposed(&page) && !card(&page).planned);

    // The other way round: the action is in the plan, and so is the bridge.
    let (edit, _) = view::new_action(&page.model, 13, ActionStatus::Open).unwrap();
    page.send(Msg::Edit(edit));
    assert!(card(&page).planned);
    page.send(Msg::Undo);
    // Not for us says nothing about the bridge, which then is an action of their own.
    let (edit, _) = view::new_action(&page.model, 13, ActionStatus::Dropped).unwrap();
    page.send(Msg::Edit(edit));
    assert!(!card(&page).planned);
    let edit = plan(&page);
    page.send(Msg::Edit(edit));
    assert!(card(&page).planned && page.open().actions.last().unwrap().advice.is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_planned_bridge_changes_what_is_proposed_as_its_action_does(
        phase in select(&Phase::ALL[..]),
        steps in vec((0..=4_u8, 0..=4_u8), 8),
        levels in vec(0..=2_u8, 10),
    ) {
        let mut page = Page::new();
        page.create();
        page.send(Msg::Edit(Edit::Phase(phase)));
        let asked: Vec<_> = page.open().answered.items.iter().map(Item::id).collect();
        for item in asked {
            page.send(Msg::Edit(Edit::TakeOut(item)));
        }
        for (item, (organisation, members)) in ["O1", "O3", "O4", "O6", "M1", "M3", "M5", "M6"].into_iter().zip(steps) {
            page.send(Msg::Edit(Edit::AddItem(id(item))));
            page.rate(Side::Organisation, item, organisation);
            page.rate(Side::Members, item, members);
        }
        for (practice, level) in Practice::ALL.into_iter().zip(levels) {
            page.send(Msg::Edit(Edit::Level(practice, step(level))));
        }
        let before = page.open().clone();
        let cards = bridges_of(&page.model).map(|seen| seen.cards).unwrap_or_default();
        for card in cards {
            let mut after = before.clone();
            after.apply(plan_bridge(&page.model, &card.action, card.advice).unwrap(), bundled()).unwrap();
            // A file, and so the command line, knows it too.
            let read = file::read(&file::write(&after), bundled()).unwrap();
            let found = proposals(&read, &[]);
            match card.advice {
                None => prop_assert_eq!(found, proposals(&before, &[])),
                Some(number) => {
                    prop_assert_eq!(&found, &proposals(&before, &[number]));
                    let mut other = before.clone();
                    let (edit, _) = view::new_action(&page.model, number, ActionStatus::Open).unwrap();
                    other.apply(edit, bundled()).unwrap();
                    prop_assert_eq!(found, proposals(&other, &[]));
                }
            }
        }
    }
}

#[test]
fn a_bridge_of_their_own_is_typed_kept_planned_and_undone() {
    let mut page = page();
    let own = |page: &Page| bridges(page).own.into_iter().find(|own| own.item == id("O1")).unwrap();
    assert_eq!(bridges(&page).own.iter().map(|own| own.item.as_str()).collect::<Vec<_>>(), ["O1", "O6", "M1", "M3"]);
    assert_eq!(bridges(&page).own_title, "Write bridges of your own");
    for typed in ["P", "Pay", "Pay for the hours "] {
        page.send(Msg::Edit(Edit::Bridge(id("O1"), typed.into())));
    }
    assert_eq!(
        (own(&page).text.as_str(), own(&page).action.as_str()),
        ("Pay for the hours ", "Bridge for “Critical questions”: Pay for the hours")
    );
    assert_eq!(bridges(&page).own_title, "Bridges of your own (1)");
    let edit = plan_bridge(&page.model, &own(&page).action, None).unwrap();
    page.send(Msg::Edit(edit));
    assert!(own(&page).planned);
    // It stays when the item is shared, and leads nowhere then.
    page.rate(Side::Members, "O1", 3);
    assert!(own(&page).planned && !bridges(&page).moving.contains(&"O1".to_owned()));
    assert_eq!(page.stored(&page.open().id), *page.open());
    for _ in 0..3 {
        page.send(Msg::Undo);
    }
    assert!(own(&page).text.is_empty() && page.open().notes.is_empty());
}

#[test]
fn a_file_keeps_a_bridge_and_a_link_does_not_which_is_said() {
    let mut page = page();
    assert_eq!(view::share(&page.model).unwrap().stays, None);
    page.send(Msg::Edit(Edit::Bridge(id("O1"), "Pay for the hours".into())));
    let shared = view::share(&page.model).unwrap();
    assert_eq!(shared.stays, Some(EN.change.bridges_stay));
    assert!(shared.carries.iter().all(|row| row.label != EN.share.carry_notes), "there is no note to carry");
    let written = file::write(page.open());
    assert!(written.contains("\"bridge\": \"Pay for the hours\""), "{written}");
    assert_eq!(file::read(&written, bundled()).unwrap(), *page.open());
    let token = link::encode(page.open(), Carried::ALL, bundled()).unwrap();
    let Ok(link::Content::Assessment(came)) = link::decode(&token, bundled()) else { panic!("an assessment") };
    assert!(came.notes.is_empty());
}

#[test]
fn a_report_tells_the_bridges_as_text() {
    let mut page = page();
    page.send(Msg::Edit(Edit::Bridge(id("M1"), "<b>Pay</b> for *hours*\n# now".into())));
    let open = page.open();
    let results = score::results(&open.answered);
    let many = score::Many::of(&open.answered, &results.counted);
    let advice = common_ground::catalogue::bundled_advice();
    let told = report::markdown::markdown(&report::Subject {
        assessment: open,
        results: &results,
        next: &common_ground::advice::next(open, &results, &many, advice, &[]),
        catalogue: bundled(),
        advice,
        today: &"2026-11-23".parse().unwrap(),
        ahead: 0,
        include: report::Include::default(),
    });
    let section = told.split("\n## ").find(|section| section.starts_with("Bridges\n")).unwrap();
    assert!(section.contains("- **Room to explore** → **Critical questions**: Ask who would like"), "{section}");
    assert!(section.contains("(a proposal of this project)"), "{section}");
    assert!(
        section.contains("- **Career growth**: \\<b\\>Pay\\</b\\> for \\*hours\\* \\# now (their own)\n"),
        "{section}"
    );
    // The order: statement, measures, plan, bridges, what next.
    assert!(told.find("\n## Plan").unwrap() < told.find("\n## Bridges").unwrap());
    assert!(told.find("\n## Bridges").unwrap() < told.find("\n## What next").unwrap());
}

#[test]
fn where_nothing_is_offered_a_guest_sees_no_empty_section() {
    let mut page = page();
    for item in ["M1", "M3", "O6"] {
        page.send(Msg::Edit(Edit::TakeOut(id(item))));
    }
    assert!(bridges(&page).cards.is_empty() && bridges(&page).editable, "whoever keeps it can write their own");
    let token = link::encode(page.open(), Carried::ALL, bundled()).unwrap();
    let mut guest = Page::seeded(77);
    guest.send(Msg::Open { text: [link::ROUTE, &token].concat(), source: common_ground::app::Source::Address });
    assert_eq!(bridges_of(&guest.model), None);
}

#[test]
fn a_guest_sees_bridges_and_writes_none() {
    let mut page = page();
    page.send(Msg::Edit(Edit::Name("Another".into())));
    let token = link::encode(page.open(), Carried::ALL, bundled()).unwrap();
    let mut guest = Page::seeded(77);
    guest.send(Msg::Open { text: [link::ROUTE, &token].concat(), source: common_ground::app::Source::Address });
    let seen = bridges(&guest);
    assert!(!seen.editable && seen.cards.len() == 2);
    assert!(detail(&guest.model, "O1").is_some() && becoming(&guest.model).is_some());
}
