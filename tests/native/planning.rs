//! The statement, the measures and the plan: edits and their ids, the template, the checklist, what each screen says.

use common_ground::app::view::{
    self, ActionField, CheckRow, MeasureCard, MeasureField, StatementField, measures, new_action, new_measure,
    own_action, plan, statement,
};
use common_ground::app::{Msg, Notice};
use common_ground::assessment::Refusal;
use common_ground::assessment::{
    Action, ActionEdit, ActionStatus, Answer, Assessment, Edit, Measure, MeasureEdit, PlanEdit, limits,
};
use common_ground::catalogue::advice::Kind;
use common_ground::catalogue::{Contribution, Phase, Practice, Side, Step, bundled, bundled_advice};
use common_ground::chart::MarkKind;
use common_ground::route::{Place, Route};
use common_ground::text::EN;
use common_ground::{file, link};

use super::page::{Page, id};

/// A community of the phase launch of which both sides want S1 and O2, and each side one thing alone.
fn page() -> Page {
    let mut page = Page::new();
    page.create();
    page.send(Msg::Edit(Edit::Name("Bridge inspectors".into())));
    page.send(Msg::Edit(Edit::Phase(Phase::Launch)));
    for (item, organisation, members) in [("S1", 3, 4), ("O2", 4, 3), ("O1", 4, 1), ("M1", 1, 4)] {
        page.rate(Side::Organisation, item, organisation);
        page.rate(Side::Members, item, members);
    }
    page
}

fn edit(page: &mut Page, edit: PlanEdit) {
    page.send(Msg::Edit(Edit::Plan(edit)));
}

fn type_statement(page: &mut Page, text: &str) {
    edit(page, PlanEdit::Statement(text.to_owned()));
}

/// Adds an indicator, or with an empty code one of their own; gives its id.
fn add_measure(page: &mut Page, code: &str) -> String {
    let (edit, id) = new_measure(&page.model, code).unwrap();
    page.send(Msg::Edit(edit));
    id
}

fn add_action(page: &mut Page, text: &str) -> String {
    let (edit, id) = own_action(&page.model, text).unwrap();
    page.send(Msg::Edit(edit));
    id
}

fn measure(page: &mut Page, id: &str, change: MeasureEdit) {
    edit(page, PlanEdit::Measure(id.to_owned(), change));
}

fn action(page: &mut Page, id: &str, change: ActionEdit) {
    edit(page, PlanEdit::Action(id.to_owned(), change));
}

fn day(text: &str) -> common_ground::assessment::Date {
    text.parse().unwrap()
}

fn card(page: &Page, id: &str) -> MeasureCard {
    measures(&page.model).unwrap().cards.into_iter().find(|card| card.id == id).unwrap()
}

// -- edits

#[test]
fn every_edit_of_the_plan_is_saved_and_can_be_undone_and_made_again() {
    let mut page = page();
    let own = Action { id: "a1".into(), text: "Ask five members".into(), ..Action::default() };
    let edits = [
        PlanEdit::Statement("For members".into()),
        PlanEdit::Draft { over: "For members".into(), text: "For members and the organisation".into() },
        PlanEdit::StatementOwner("Mara".into()),
        PlanEdit::StatementReview(Some(day("2027-02-15"))),
        PlanEdit::AddMeasure(Box::new(Measure { id: "m1".into(), ..Measure::default() })),
        PlanEdit::Measure("m1".into(), MeasureEdit::Name("Requests".into())),
        PlanEdit::Measure("m1".into(), MeasureEdit::Kind(Some(Kind::Leading))),
        PlanEdit::Measure("m1".into(), MeasureEdit::Shows(id("O2"), true)),
        PlanEdit::Measure("m1".into(), MeasureEdit::Unit("per quarter".into())),
        PlanEdit::Measure("m1".into(), MeasureEdit::Baseline(Some(2.0))),
        PlanEdit::Measure("m1".into(), MeasureEdit::Target(Some(6.0))),
        PlanEdit::Measure("m1".into(), MeasureEdit::Current(Some(4.0))),
        PlanEdit::Measure("m1".into(), MeasureEdit::Due(Some(day("2027-03-31")))),
        PlanEdit::Measure("m1".into(), MeasureEdit::Owner("Mara".into())),
        PlanEdit::RemoveMeasure("m1".into()),
        PlanEdit::AddAction(Box::new(own)),
        PlanEdit::Action("a1".into(), ActionEdit::Text("Ask six members".into())),
        PlanEdit::Action("a1".into(), ActionEdit::Owner("Jo".into())),
        PlanEdit::Action("a1".into(), ActionEdit::Due(Some(day("2026-12-15")))),
        PlanEdit::Action("a1".into(), ActionEdit::Status(ActionStatus::Done)),
        PlanEdit::RemoveAction("a1".into()),
    ];
    let mut states = vec![page.open().clone()];
    for one in edits {
        edit(&mut page, one.clone());
        assert!(!matches!(page.model.notice, Some(Notice::Refused(_))), "{one:?}");
        assert_ne!(page.open(), states.last().unwrap(), "{one:?}");
        states.push(page.open().clone());
        let saved = page.stored(&page.open().id);
        assert_eq!(saved, *page.open(), "{one:?}");
    }
    // What an undo restores differs only in when it was changed.
    let same = |page: &Page, state: &Assessment| {
        let now = page.open();
        assert_eq!((&now.statement, &now.measures), (&state.statement, &state.measures));
        assert_eq!((&now.actions, now.numbered), (&state.actions, state.numbered));
        assert_eq!(page.stored(&now.id), *now);
    };
    for state in states.iter().rev().skip(1) {
        page.send(Msg::Undo);
        same(&page, state);
    }
    for state in states.iter().skip(1) {
        page.send(Msg::Redo);
        same(&page, state);
    }
}

#[test]
fn typing_is_one_change_and_the_template_is_another() {
    let mut page = page();
    for typed in ["F", "Fo", "For"] {
        type_statement(&mut page, typed);
    }
    page.send(Msg::Edit(view::draft_edit(&page.model).unwrap()));
    let drafted = page.open().statement.text.clone();
    assert!(drafted.contains("Bridge inspectors"));
    type_statement(&mut page, &[&drafted, "!"].concat());
    page.send(Msg::Undo);
    assert_eq!(page.open().statement.text, drafted);
    page.send(Msg::Undo);
    assert_eq!(page.open().statement.text, "For", "what was typed is back");
    page.send(Msg::Undo);
    assert_eq!(page.open().statement.text, "");
}

#[test]
fn an_id_is_never_used_again_not_even_after_a_file_was_read() {
    let mut page = page();
    assert_eq!(["m1", "m2"].map(str::to_owned), [add_measure(&mut page, "L6"), add_measure(&mut page, "")]);
    assert_eq!(["a1", "a2"].map(str::to_owned), [add_action(&mut page, "one"), add_action(&mut page, "two")]);
    edit(&mut page, PlanEdit::RemoveMeasure("m2".into()));
    edit(&mut page, PlanEdit::RemoveAction("a2".into()));
    edit(&mut page, PlanEdit::RemoveAction("a1".into()));
    let read = file::read(&file::write(page.open()), bundled()).unwrap();
    assert_eq!(read, *page.open());
    assert_eq!((read.next_measure().as_str(), read.next_action().as_str()), ("m3", "a3"));
    assert_eq!((add_measure(&mut page, "L7"), add_action(&mut page, "three")), ("m3".into(), "a3".into()));
    let ids: Vec<&str> = page.open().measures.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["m1", "m3"]);
}

#[test]
fn undoing_a_removal_brings_the_same_one_back_under_its_id() {
    let mut page = page();
    let first = add_action(&mut page, "one");
    action(&mut page, &first, ActionEdit::Owner("Jo".into()));
    edit(&mut page, PlanEdit::RemoveAction(first.clone()));
    page.send(Msg::Undo);
    let back = &page.open().actions[0];
    assert_eq!((back.id.as_str(), back.owner.as_str()), ("a1", "Jo"));
    assert_eq!(page.open().next_action(), "a2");
}

#[test]
fn ids_of_other_programs_are_no_obstacle() {
    let mut page = page();
    let mut other = page.open().clone();
    other.measures = ["m7", "x", ""].map(|id| Measure { id: id.into(), ..Measure::default() }).into();
    assert_eq!(other.next_measure(), "m8");
    other.measures.push(Measure { id: "m4294967295".into(), ..Measure::default() });
    let used = Measure { id: other.next_measure(), ..Measure::default() };
    let refused = other.apply(Edit::Plan(PlanEdit::AddMeasure(Box::new(used))), bundled());
    assert_eq!(refused, Err(Refusal::IdUsed), "there is no number left, and nothing breaks");
    assert_eq!(add_measure(&mut page, ""), "m1");
}

#[test]
fn what_cannot_be_is_refused_in_a_sentence_and_changes_nothing() {
    let mut page = page();
    add_measure(&mut page, "L6");
    add_action(&mut page, "one");
    type_statement(&mut page, "Typed");
    let mut full = page.open().clone();
    let check = |assessment: &mut Assessment, edit: PlanEdit, words: &str| {
        let before = assessment.clone();
        let refusal = assessment.apply(Edit::Plan(edit), bundled()).unwrap_err();
        assert_eq!(refusal.to_string(), words);
        assert_eq!(*assessment, before);
    };
    let one = &mut page.open().clone();
    let new = |id: &str| PlanEdit::AddMeasure(Box::new(Measure { id: id.into(), ..Measure::default() }));
    let deed = |id: &str, text: &str| {
        PlanEdit::AddAction(Box::new(Action { id: id.into(), text: text.into(), ..Action::default() }))
    };
    let long = "x".repeat(limits::TEXT + 1);
    let too_long = "a text of 20001 characters is too long: at most 20000 are kept";
    check(one, PlanEdit::Statement(long.clone()), too_long);
    check(one, PlanEdit::Action("a1".into(), ActionEdit::Owner(long.clone())), too_long);
    check(one, deed("a2", &long), too_long);
    check(one, PlanEdit::RemoveMeasure("m9".into()), "this measure is no longer here: look again");
    check(
        one,
        PlanEdit::Measure("m9".into(), MeasureEdit::Unit("h".into())),
        "this measure is no longer here: look again",
    );
    check(one, PlanEdit::RemoveAction("a9".into()), "this action is no longer here: look again");
    check(
        one,
        PlanEdit::Action("a9".into(), ActionEdit::Text("x".into())),
        "this action is no longer here: look again",
    );
    check(one, deed("a2", "  "), "an action needs words: say what is to be done");
    check(one, new("m1"), "another was added in the meantime: add yours again");
    check(one, new("a1"), "another was added in the meantime: add yours again");
    check(one, deed("a1", "two"), "another was added in the meantime: add yours again");
    let number = "a measure needs numbers, such as 12 or 2.5";
    check(one, PlanEdit::Measure("m1".into(), MeasureEdit::Target(Some(f64::NAN))), number);
    check(one, PlanEdit::Measure("m1".into(), MeasureEdit::Baseline(Some(f64::INFINITY))), number);
    let unknown = "O9 is not an expectation that can be changed here";
    check(one, PlanEdit::Measure("m1".into(), MeasureEdit::Shows(id("O9"), true)), unknown);
    let no_day = "a day is needed, such as 2027-02-15";
    check(one, PlanEdit::StatementReview(Some(day("2027-02"))), no_day);
    check(one, PlanEdit::Action("a1".into(), ActionEdit::Due(Some(day("2027")))), no_day);
    let draft = PlanEdit::Draft { over: "Another".into(), text: "Draft".into() };
    check(one, draft, "the statement was changed in the meantime: look at it before you replace it");

    full.measures.resize(limits::MEASURES, Measure { id: "m1".into(), ..Measure::default() });
    check(&mut full, new("m2"), "there are 30 measures already: take one out first");
    full.actions.resize(limits::ACTIONS, Action { id: "a1".into(), ..Action::default() });
    check(&mut full, deed("a2", "two"), "there are 200 actions in the plan already: take one out first");
}

// -- two tabs

/// A second tab that does not know yet what the first has done since.
fn other_tab(page: &Page) -> Page {
    let mut other = Page::seeded(3_000);
    other.stored.clone_from(&page.stored);
    other.start();
    other.send(Msg::Went(page.model.route.clone()));
    other
}

#[test]
fn two_tabs_that_add_at_once_keep_both() {
    let mut one = page();
    let mut two = other_tab(&one);
    assert_eq!(add_action(&mut one, "of the first tab"), "a1");
    two.stored.clone_from(&one.stored);
    assert_eq!(add_action(&mut two, "of the second tab"), "a1");
    let plan: Vec<(&str, &str)> =
        two.open().actions.iter().map(|action| (action.id.as_str(), action.text.as_str())).collect();
    assert_eq!(plan, [("a1", "of the first tab"), ("a2", "of the second tab")]);
}

#[test]
fn what_follows_an_addition_follows_it_to_its_new_id() {
    let mut one = page();
    let mut two = other_tab(&one);
    add_measure(&mut one, "L6");
    // The second tab cannot save for a while, so its edits wait.
    two.full = true;
    let id = add_measure(&mut two, "L7");
    measure(&mut two, &id, MeasureEdit::Target(Some(4.0)));
    two.stored.clone_from(&one.stored);
    two.full = false;
    measure(&mut two, &id, MeasureEdit::Owner("Jo".into()));
    let rows: Vec<_> =
        two.open().measures.iter().map(|one| (one.id.clone(), one.indicator.clone(), one.target)).collect();
    assert_eq!(rows, [("m1".into(), "L6".to_owned(), None), ("m2".to_owned(), "L7".into(), Some(4.0))]);
    let owners: Vec<&str> = two.open().measures.iter().map(|one| one.owner.as_str()).collect();
    assert_eq!(owners, ["", "Jo"], "nothing reached the other tab's measure");
    assert_eq!(two.stored(&two.open().id), *two.open());
}

#[test]
fn a_template_never_replaces_what_another_tab_has_typed() {
    let mut one = page();
    let mut two = other_tab(&one);
    type_statement(&mut one, "Typed elsewhere");
    two.stored.clone_from(&one.stored);
    two.send(Msg::Edit(view::draft_edit(&two.model).unwrap()));
    assert_eq!(two.open().statement.text, "Typed elsewhere");
    assert_eq!(two.model.shelf.len(), 2, "this tab's draft is kept as a copy");
}

// -- the template

#[test]
fn the_template_names_what_both_want_and_leaves_the_rest_in_brackets() {
    let mut page = page();
    page.send(Msg::Edit(view::draft_edit(&page.model).unwrap()));
    let text = page.open().statement.text.clone();
    assert_eq!(
        text,
        "For members, who need quick help, and for the organisation, which needs lessons learned, the community “Bridge \
         inspectors” provides [what it does] so that [what changes at work]. Members put in [time, knowledge]; the \
         organisation puts in [time, money, a sponsor]. Unlike [what people do without it], it [what is better]. We will \
         know by [a measure that looks ahead] and [a result]. Next review: [day, name].",
        "two shared: each side is led by what matters most to it"
    );
}

#[test]
fn the_template_takes_what_is_known_beside_the_items() {
    let mut page = page();
    let step = |number| Some(Answer::Step(Step::new(number).unwrap()));
    page.send(Msg::Edit(Edit::Pledge(Side::Members, Contribution::Time, step(2))));
    page.send(Msg::Edit(Edit::Amount(Side::Members, Contribution::Time, "three hours a month".into())));
    page.send(Msg::Edit(Edit::Pledge(Side::Organisation, Contribution::Funding, step(1))));
    page.send(Msg::Edit(Edit::Pledge(Side::Organisation, Contribution::People, step(3))));
    page.send(Msg::Edit(Edit::NextReview(Some(day("2027-02-15")))));
    edit(&mut page, PlanEdit::StatementOwner("Mara".into()));
    let id = add_measure(&mut page, "L6");
    measure(&mut page, &id, MeasureEdit::Target(Some(80.0)));
    measure(&mut page, &id, MeasureEdit::Due(Some(day("2027-03-31"))));
    page.send(Msg::Edit(view::draft_edit(&page.model).unwrap()));
    let text = &page.open().statement.text;
    for part in [
        "Members put in time (three hours a month); the organisation puts in people.",
        "We will know by questions answered within 24 hours (80 % of questions by 31 March 2027) and [a result].",
        "Next review: 15 February 2027, Mara.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn the_template_is_short_enough_for_its_own_checklist() {
    let mut page = page();
    let short = |page: &mut Page| {
        page.send(Msg::Edit(view::draft_edit(&page.model).unwrap()));
        let text = page.open().statement.text.clone();
        let row = statement(&page.model).unwrap().checks.into_iter().find(|check| check.name == "Is short").unwrap();
        assert_eq!(row.mark, MarkKind::Yes, "{text}");
        text
    };
    for item in ["O1", "M1"] {
        page.rate(Side::Organisation, item, 4);
        page.rate(Side::Members, item, 4);
    }
    let two = short(&mut page);
    assert!(two.contains(" and ") && two.contains("“Bridge inspectors”"));
    // Its name takes 40 words more, and a name of 30 words leaves room for one gain of each side.
    let rest = two.split_whitespace().count() - 2;
    page.send(Msg::Edit(Edit::Name(vec!["name"; 91 - rest].join(" "))));
    let one = short(&mut page);
    assert!(one.contains("name name") && one.len() < two.len() + 5 * (91 - rest), "{one}");
    page.send(Msg::Edit(Edit::Name(vec!["name"; 80].join(" "))));
    assert!(short(&mut page).contains("the community provides"));
}

#[test]
fn the_checklist_counts_in_words_that_read_well() {
    let state = EN.planning.checks_state;
    assert_eq!(
        [0, 1, 2, 10].map(|held| state(held, 10)),
        ["None of the ten holds.", "One of ten holds.", "Two of ten hold.", "All ten hold."]
    );
}

#[test]
fn nothing_shared_leaves_the_gains_open_and_says_where_to_look() {
    let mut page = Page::new();
    page.create();
    let seen = statement(&page.model).unwrap();
    assert_eq!(seen.wants, EN.planning.nothing_shared);
    assert!(seen.results.unwrap().ends_with("/results"));
    page.send(Msg::Edit(view::draft_edit(&page.model).unwrap()));
    let text = &page.open().statement.text;
    assert!(
        text.contains("who need [what members gain]") && text.contains("which needs [what the organisation gains]")
    );
    assert!(text.contains("the community provides"), "a community without a name");
}

#[test]
fn a_single_shared_item_is_the_gain_of_both() {
    let mut page = page();
    page.rate(Side::Members, "O2", 1);
    page.send(Msg::Edit(view::draft_edit(&page.model).unwrap()));
    let text = &page.open().statement.text;
    assert!(text.contains("who need quick help, and for the organisation, which needs quick help, the"), "{text}");
}

// -- the checklist

/// A statement with everything in it.
const WHOLE: &str = "For members, who get quick help, and for the organisation, which gains lessons from real work, the \
    inspectors hold a clinic on live cases so that repairs are planned once. Members put in two hours a month; the \
    organisation puts in a room and a sponsor. Unlike the old mailing list, it gives an answer within a day.";

/// The names of the checks that do not hold.
fn open_checks(page: &Page) -> Vec<&'static str> {
    let rows = statement(&page.model).unwrap().checks;
    assert_eq!(rows.len(), 10);
    rows.iter().filter(|row| row.mark != MarkKind::Yes).map(|row| row.name).collect()
}

fn row(page: &Page, name: &str) -> CheckRow {
    statement(&page.model).unwrap().checks.into_iter().find(|row| row.name == name).unwrap()
}

/// A page on which every check holds.
fn whole() -> Page {
    let mut page = page();
    type_statement(&mut page, WHOLE);
    edit(&mut page, PlanEdit::StatementOwner("Mara".into()));
    edit(&mut page, PlanEdit::StatementReview(Some(day("2027-02-15"))));
    let id = add_measure(&mut page, "L6");
    measure(&mut page, &id, MeasureEdit::Baseline(Some(40.0)));
    measure(&mut page, &id, MeasureEdit::Target(Some(80.0)));
    measure(&mut page, &id, MeasureEdit::Due(Some(day("2027-03-31"))));
    page
}

#[test]
fn a_whole_statement_meets_every_check_and_each_part_that_is_missing_is_named() {
    let mut page = whole();
    assert_eq!(open_checks(&page), Vec::<&str>::new());
    assert_eq!(statement(&page.model).unwrap().state, "All ten hold.");
    let names = EN.planning.check_names;
    let cases: &[(&str, &str, &[usize])] = &[
        ("Members", "Inspectors", &[2]),
        ("members", "inspectors", &[1]),
        ("who get", "who see", &[1]),
        ("which gains", "which sees", &[1]),
        ("organisation puts in a room and a sponsor", "organisation agrees", &[2]),
        ("two hours a month", "[hours]", &[2, 6]),
        ("so that repairs", "where repairs", &[3]),
        ("so that repairs are planned once", "so that [what changes]", &[3, 6]),
        ("Unlike the old mailing list, it", "It", &[4]),
        ("quick help", "a good time", &[]),
        ("a clinic on live cases", "[something]", &[6]),
    ];
    for (from, to, expected) in cases {
        assert!(WHOLE.contains(from), "{from}");
        type_statement(&mut page, &WHOLE.replace(from, to));
        let expected: Vec<&str> = expected.iter().map(|at| names[*at]).collect();
        assert_eq!(open_checks(&page), expected, "{from} → {to}");
    }
    type_statement(&mut page, &WHOLE.replace("quick help", "a good time").replace("lessons from real work", "peace"));
    assert_eq!(open_checks(&page), [names[5]]);
    let padding = "really ".repeat(60);
    type_statement(&mut page, &WHOLE.replace("real work", &[&padding, "real work"].concat()));
    assert_eq!(open_checks(&page), [names[7]]);
}

#[test]
fn each_check_says_why() {
    let mut page = whole();
    let names = EN.planning.check_names;
    assert_eq!(row(&page, names[5]).why, "It speaks of lessons learned and quick help.");
    assert_eq!(row(&page, names[7]).why, format!("{} words.", WHOLE.split_whitespace().count()));
    type_statement(&mut page, "Members get quick help [where] and [when].");
    assert!(row(&page, names[0]).why.starts_with("The organisation is missing. "));
    assert!(row(&page, names[6]).why.starts_with("Two brackets are left. "));
    let row = row(&page, names[3]);
    assert_eq!((row.mark, row.mark_words, row.why.as_str()), (MarkKind::No, EN.results.no, EN.planning.check_asks[3]));
}

#[test]
fn an_empty_statement_fails_nothing_yet() {
    let page = page();
    let marks: Vec<MarkKind> = statement(&page.model).unwrap().checks.iter().map(|row| row.mark).collect();
    assert_eq!(marks[..8], [MarkKind::Unknown; 8]);
    assert_eq!(marks[8..], [MarkKind::No; 2]);
}

#[test]
fn a_leading_measure_needs_unit_baseline_target_and_date() {
    let name = EN.planning.check_names[8];
    let without: [MeasureEdit; 5] = [
        MeasureEdit::Unit(" ".into()),
        MeasureEdit::Baseline(None),
        MeasureEdit::Target(None),
        MeasureEdit::Due(None),
        MeasureEdit::Kind(Some(Kind::Lagging)),
    ];
    for change in without {
        let mut page = whole();
        measure(&mut page, "m1", change.clone());
        assert_eq!(open_checks(&page), [name], "{change:?}");
    }
    let mut page = whole();
    measure(&mut page, "m1", MeasureEdit::Kind(None));
    assert_eq!(open_checks(&page), Vec::<&str>::new(), "without a kind of its own it has that of its indicator");
}

#[test]
fn own_expectations_are_recognised_and_common_words_tell_nothing() {
    let mut page = whole();
    page.add_own("Safer lone working");
    page.rate(Side::Organisation, "own-1", 4);
    page.rate(Side::Members, "own-1", 4);
    for item in ["S1", "O2"] {
        page.rate(Side::Members, item, 0);
    }
    assert_eq!(open_checks(&page), [EN.planning.check_names[5]]);
    type_statement(&mut page, &WHOLE.replace("quick help", "working people"));
    assert_eq!(open_checks(&page), [EN.planning.check_names[5]]);
    type_statement(&mut page, &WHOLE.replace("quick help", "lone but safer shifts"));
    assert_eq!(open_checks(&page), Vec::<&str>::new());
}

#[test]
fn the_practice_may_rise_as_far_as_the_statement_shows_and_never_falls() {
    let mut page = whole();
    let words = bundled().practice(Practice::Vp5).unwrap();
    let level = |number| Step::new(number).unwrap();
    let offered = |page: &Page| {
        let offer = statement(&page.model).unwrap().offer?;
        Some((offer.now, offer.levels.iter().map(|(step, _)| step.number()).collect::<Vec<_>>()))
    };
    assert_eq!(offered(&page), Some((EN.planning.offer_none.to_owned(), vec![2, 3])));
    let set = |page: &mut Page, number| {
        page.send(Msg::Edit(Edit::Level(Practice::Vp5, Some(Answer::Step(level(number))))));
    };
    set(&mut page, 1);
    assert_eq!(offered(&page), Some((format!("You said: {}", words.levels[1]), vec![2, 3])));
    assert_eq!(statement(&page.model).unwrap().offer.unwrap().levels[0].1, words.levels[2]);
    set(&mut page, 2);
    assert_eq!(offered(&page).unwrap().1, [3]);
    set(&mut page, 3);
    assert_eq!(offered(&page), None);
    set(&mut page, 1);
    // Written down it is as soon as nothing is left to fill in; in use only where all checks hold.
    edit(&mut page, PlanEdit::StatementOwner(String::new()));
    assert_eq!(offered(&page).unwrap().1, [2]);
    set(&mut page, 2);
    assert_eq!(offered(&page), None);
    set(&mut page, 1);
    for text in ["Members get [what they get].", "Members get [what they get", "  ", "[ ]"] {
        type_statement(&mut page, text);
        assert_eq!(offered(&page), None, "{text}");
    }
    type_statement(&mut page, "Members get answers.");
    assert_eq!(offered(&page).unwrap().1, [2]);
}

#[test]
fn a_bracket_that_is_not_closed_is_a_gap_and_hides_nothing() {
    let mut page = whole();
    type_statement(&mut page, &WHOLE.replace("so that", "[so that"));
    let seen = statement(&page.model).unwrap();
    assert_eq!(open_checks(&page), [EN.planning.check_names[6]]);
    assert!(seen.checks[6].why.starts_with(&(EN.planning.gaps_left)(1)), "{}", seen.checks[6].why);
}

#[test]
fn what_somebody_wants_is_no_effect_and_nothing_shared_cannot_be_named() {
    let mut page = page();
    // "Faster newcomers" is wanted by both, and a first version names it.
    for side in Side::ALL {
        page.rate(side, "S3", 4);
    }
    let draft = view::draft_edit(&page.model).unwrap();
    page.send(Msg::Edit(draft));
    let text = page.open().statement.text.clone();
    assert!(text.contains("faster newcomers"), "{text}");
    let effect = |page: &Page| statement(&page.model).unwrap().checks[3].mark;
    assert_eq!(effect(&page), MarkKind::No);
    type_statement(&mut page, "Nurses find answers faster.");
    assert_eq!(effect(&page), MarkKind::Yes);
    for item in page.open().answered.items.clone() {
        page.rate(Side::Members, &item.id().to_string(), 0);
    }
    let speaks = statement(&page.model).unwrap().checks[5].clone();
    assert_eq!((speaks.mark, speaks.why.as_str()), (MarkKind::Unknown, EN.planning.check_nothing_shared));
}

// -- the measures

#[test]
fn a_measure_of_the_bank_comes_with_what_the_bank_knows() {
    let mut page = page();
    let id = add_measure(&mut page, "L6");
    let one = &page.open().measures[0];
    assert_eq!((one.indicator.as_str(), one.name.as_str()), ("L6", "Questions answered within 24 hours"));
    assert_eq!((one.kind, one.unit.as_str()), (Some(Kind::Leading), "% of questions"));
    assert_eq!(one.items, [self::id("S1")], "of what it shows, what both sides want");
    let about = bundled_advice().measures.iter().find(|one| one.id == "L6").unwrap();
    assert_eq!(card(&page, &id).about, Some((about.how.as_str(), about.decision.as_str())));
    assert_eq!(card(&page, &id).items[0].label, "Lessons learned", "what both want stands first");
}

#[test]
fn the_bank_offers_what_fits_the_phase_and_what_both_want() {
    let mut page = page();
    let codes = |page: &Page| {
        let seen = measures(&page.model).unwrap();
        let fitting: Vec<&str> = seen.fitting.iter().map(|one| one.code).collect();
        (fitting, seen.rest.len())
    };
    // Shared are S1 and O2; of the phase launch are all but L3, L11 and the results.
    let (fitting, rest) = codes(&page);
    assert_eq!(fitting, ["L6", "L7", "L15", "L1", "L2", "L13", "L14", "L17"]);
    assert_eq!(fitting.len() + rest, 27);
    let first = measures(&page.model).unwrap().fitting.remove(0);
    assert_eq!(first.line, "looks ahead · % of questions · Shows quick help");
    add_measure(&mut page, "L6");
    assert!(!codes(&page).0.contains(&"L6"), "what is here is not offered again");
    page.send(Msg::Edit(Edit::Phase(Phase::Sustain)));
    let (fitting, _) = codes(&page);
    assert!(fitting.contains(&"R1") && fitting.contains(&"R3") && !fitting.contains(&"R5"));
}

#[test]
fn what_a_measure_lacks_is_said_on_it() {
    let mut page = page();
    let id = add_measure(&mut page, "");
    assert_eq!(card(&page, &id).title, EN.planning.unnamed_measure);
    assert_eq!(card(&page, &id).warning, "It has no name, no baseline, no target and no expectation that it shows.");
    measure(&mut page, &id, MeasureEdit::Name("Answers".into()));
    measure(&mut page, &id, MeasureEdit::Baseline(Some(0.0)));
    measure(&mut page, &id, MeasureEdit::Target(Some(10.0)));
    assert_eq!(card(&page, &id).warning, "It has no expectation that it shows.");
    measure(&mut page, &id, MeasureEdit::Shows(self::id("O1"), true));
    assert_eq!(card(&page, &id).warning, "");
    measure(&mut page, &id, MeasureEdit::Due(Some(day("2026-11-22"))));
    assert_eq!(card(&page, &id).warning, "It was due on 22 November 2026.", "the day is 23 November");
    measure(&mut page, &id, MeasureEdit::Current(Some(10.0)));
    assert_eq!(card(&page, &id).warning, "", "reached");
    measure(&mut page, &id, MeasureEdit::Current(None));
    measure(&mut page, &id, MeasureEdit::Due(Some(day("2026-11-23"))));
    assert_eq!(card(&page, &id).warning, "", "today is not late");
}

#[test]
fn all_measures_together_are_warned_about_none_leading_and_more_than_five() {
    let mut page = page();
    let warnings = |page: &Page| measures(&page.model).unwrap().warnings;
    assert_eq!(warnings(&page), Vec::<String>::new());
    for code in ["R1", "R2"] {
        add_measure(&mut page, code);
    }
    add_measure(&mut page, "");
    assert_eq!(warnings(&page), [EN.planning.warn_no_leading]);
    add_measure(&mut page, "L6");
    add_measure(&mut page, "L7");
    assert_eq!(warnings(&page), Vec::<String>::new(), "five are enough");
    add_measure(&mut page, "L1");
    assert_eq!(warnings(&page), ["Six measures are more than anyone keeps in view. Five are enough."]);
}

#[test]
fn progress_is_the_part_of_the_way_that_is_made_upwards_and_downwards() {
    let mut page = page();
    let id = add_measure(&mut page, "L7");
    let mut check = |from: f64, to: f64, now: f64, expected: &str| {
        measure(&mut page, &id, MeasureEdit::Baseline(Some(from)));
        measure(&mut page, &id, MeasureEdit::Target(Some(to)));
        measure(&mut page, &id, MeasureEdit::Current(Some(now)));
        assert_eq!(card(&page, &id).progress, expected, "{from} {to} {now}");
    };
    check(2.0, 6.0, 4.0, "4 now: 50\u{202f}% of the way");
    check(48.0, 24.0, 30.0, "30 now: 75\u{202f}% of the way");
    check(48.0, 24.0, 20.0, "20 now: the target is reached");
    check(2.0, 6.0, 1.5, "1.5 now: further from the target than at the start");
    check(2.0, 6.0, 2.0, "2 now: where it started");
    check(6.0, 6.0, 6.0, "");
    assert_eq!(card(&page, &id).line, "looks ahead · 6 → 6 hours");
}

#[test]
fn numbers_are_read_as_people_write_them() {
    let check = |typed: &str, expected: Result<MeasureEdit, &'static str>| {
        assert_eq!(MeasureField::Target.read(typed), expected, "{typed}");
    };
    check(" 12 ", Ok(MeasureEdit::Target(Some(12.0))));
    check("2,5", Ok(MeasureEdit::Target(Some(2.5))));
    check("80 %", Ok(MeasureEdit::Target(Some(80.0))));
    check("-3", Ok(MeasureEdit::Target(Some(-3.0))));
    check("", Ok(MeasureEdit::Target(None)));
    for wrong in ["about 12", "inf", "NaN", "1e999"] {
        check(wrong, Err(EN.planning.not_a_number));
    }
    assert_eq!(ActionField::Due.read("2027-02"), Err(EN.planning.not_a_day));
    assert_eq!(StatementField::Review.read(""), Ok(Edit::Plan(PlanEdit::StatementReview(None))));
}

// -- the plan

#[test]
fn an_empty_plan_says_where_actions_come_from() {
    let mut page = page();
    let seen = plan(&page.model).unwrap();
    assert_eq!(seen.lead, EN.planning.plan_empty);
    assert!(seen.results.unwrap().ends_with("/results"));
    add_action(&mut page, "  Ask five members ");
    let seen = plan(&page.model).unwrap();
    assert_eq!((seen.lead.as_str(), seen.results), ("One action is open.", None));
    assert_eq!(page.open().actions[0].text, "Ask five members");
}

#[test]
fn what_is_open_is_late_from_the_day_after_and_what_is_done_is_folded() {
    let mut page = page();
    let ids = ["one", "two", "three", "four"].map(|text| add_action(&mut page, text));
    for (id, due) in ids.iter().zip(["2026-11-22", "2026-11-23", "2026-11-24", "2026-11-01"]) {
        action(&mut page, id, ActionEdit::Due(Some(day(due))));
    }
    action(&mut page, &ids[0], ActionEdit::Owner("Mara".into()));
    let seen = plan(&page.model).unwrap();
    let rows: Vec<(bool, &str)> = seen.open.iter().map(|row| (row.overdue, row.line.as_str())).collect();
    assert_eq!(
        rows,
        [
            (true, "22 November 2026, since yesterday\u{a0}· Mara"),
            (false, "23 November 2026, due today\u{a0}· nobody yet"),
            (false, "24 November 2026, due tomorrow\u{a0}· nobody yet"),
            (true, "1 November 2026, for 22 days\u{a0}· nobody yet"),
        ]
    );
    assert_eq!(seen.lead, "Four actions are open, two of them overdue.");
    action(&mut page, &ids[3], ActionEdit::Status(ActionStatus::Done));
    action(&mut page, &ids[1], ActionEdit::Status(ActionStatus::Dropped));
    let seen = plan(&page.model).unwrap();
    assert_eq!(seen.lead, "Two actions are open, one of them overdue. Two are done or dropped.");
    assert_eq!(seen.closed_title, "Two done or dropped");
    let closed: Vec<(&str, &str, bool)> =
        seen.closed.iter().map(|row| (row.title.as_str(), row.line.as_str(), row.overdue)).collect();
    assert_eq!(closed, [("four", "done\u{a0}· nobody yet", false), ("two", "dropped\u{a0}· nobody yet", false)]);
    action(&mut page, &ids[3], ActionEdit::Status(ActionStatus::Open));
    assert_eq!(plan(&page.model).unwrap().open.len(), 3);
}

#[test]
fn what_is_not_for_us_was_never_planned_and_stands_in_no_plan() {
    let mut page = page();
    let (edit, id) = new_action(&page.model, 12, ActionStatus::Dropped).unwrap();
    page.send(Msg::Edit(edit));
    let seen = plan(&page.model).unwrap();
    assert_eq!((seen.lead.as_str(), seen.results.is_some()), (EN.planning.plan_empty, true));
    assert_eq!((seen.closed_title.as_str(), seen.closed.len()), ("One not for us", 1));
    assert_eq!((seen.closed[0].aside, seen.closed[0].line.as_str()), (true, "proposed, and not for us"));
    let on_paper = |page: &Page| view::paper(&page.model).unwrap().plan.rows;
    assert!(on_paper(&page).is_empty());
    // One that was planned, given to somebody and dropped stays in the plan.
    let other = add_action(&mut page, "one");
    action(&mut page, &other, ActionEdit::Status(ActionStatus::Dropped));
    let seen = plan(&page.model).unwrap();
    assert_eq!(seen.lead, "Nothing is open. One is done or dropped.");
    assert_eq!(seen.closed_title, "One done or dropped, one not for us");
    let rows = on_paper(&page);
    assert_eq!(rows.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect::<Vec<_>>(), [("one", "dropped")]);
    // Put into the plan after all, given to somebody, and dropped.
    action(&mut page, &id, ActionEdit::Status(ActionStatus::Open));
    assert_eq!(on_paper(&page).len(), 2);
    action(&mut page, &id, ActionEdit::Owner("Mara".into()));
    action(&mut page, &id, ActionEdit::Status(ActionStatus::Dropped));
    assert_eq!((on_paper(&page).len(), plan(&page.model).unwrap().closed_title.as_str()), (2, "Two done or dropped"));
}

#[test]
fn an_action_of_the_catalogue_keeps_its_number_and_is_planned_once() {
    let mut page = page();
    for _ in 0..2 {
        let (edit, _) = new_action(&page.model, 12, ActionStatus::Open).unwrap();
        page.send(Msg::Edit(edit));
    }
    assert!(!matches!(page.model.notice, Some(Notice::Refused(_))));
    let words = bundled_advice().actions.iter().find(|one| one.number == 12).unwrap();
    let planned: Vec<_> = page.open().actions.iter().map(|one| (one.advice, one.text.as_str())).collect();
    assert_eq!(planned, [(Some(12), words.title.as_str())]);
    assert_eq!(plan(&page.model).unwrap().open[0].about, Some((words.how.as_str(), words.why.as_str())));
    assert!(new_action(&page.model, 99, ActionStatus::Open).is_none());
}

#[test]
fn the_next_review_is_that_of_the_community() {
    let mut page = page();
    assert_eq!(plan(&page.model).unwrap().review_note, EN.planning.review_none);
    for (due, note) in [
        ("2026-11-23", "The review is today."),
        ("2026-11-24", "The review is tomorrow."),
        ("2026-11-30", "30 November 2026, in 7 days."),
        ("2026-11-01", "It was due on 1 November 2026."),
    ] {
        page.send(Msg::Edit(view::plan_review(due).unwrap()));
        let seen = plan(&page.model).unwrap();
        assert_eq!((seen.review.as_str(), seen.review_note.as_str()), (due, note));
        assert_eq!(page.open().answered.community.next_review, Some(day(due)));
    }
}

#[test]
fn the_menu_counts_what_is_known_from_replies_where_those_count() {
    let count = |page: &Page, place: &str| {
        let mut entries = view::frame(&page.model).rail.into_iter().flat_map(|group| group.entries);
        entries.find(|entry| entry.label == place).unwrap().count
    };
    let mut page = page();
    assert_eq!(count(&page, EN.frame.exchange), "0/12");
    let step = Step::new(2).map(Answer::Step);
    page.send(Msg::Edit(Edit::Pledge(Side::Members, Contribution::Time, step)));
    page.send(Msg::Edit(Edit::Worth(Side::Members, step)));
    assert_eq!(count(&page, EN.frame.exchange), "2/12", "of an estimate, what is answered");
    // In the example, three and nine people have answered all of it; the estimate has little.
    page.send(Msg::OpenExample);
    let estimate = &page.open().answered.estimate;
    assert!(estimate.organisation.contribution.len() + estimate.members.contribution.len() < 10);
    assert_eq!(
        (count(&page, EN.frame.exchange), count(&page, EN.frame.expectations)),
        ("12/12".into(), "24/24".into())
    );
}

#[test]
fn the_menu_counts_measures_and_open_actions() {
    let mut page = page();
    let counts = |page: &Page| {
        let rail = view::frame(&page.model).rail;
        let entries = rail.into_iter().flat_map(|group| group.entries);
        entries
            .filter(|entry| [EN.frame.statement, EN.frame.plan].contains(&entry.label))
            .map(|entry| entry.count)
            .collect::<Vec<_>>()
    };
    assert_eq!(counts(&page), ["", ""]);
    add_measure(&mut page, "L6");
    let first = add_action(&mut page, "one");
    add_action(&mut page, "two");
    assert_eq!(counts(&page), ["1", "2"]);
    action(&mut page, &first, ActionEdit::Status(ActionStatus::Done));
    assert_eq!(counts(&page), ["1", "1"]);
    for (place, path) in [(Place::Statement, "statement"), (Place::Plan, "plan")] {
        let route = Route::parse(&["#/c/x/", path].concat());
        assert_eq!(route, Route::assessment("x", place));
    }
}

#[test]
fn a_link_carries_statement_measures_and_plan() {
    let mut page = whole();
    add_action(&mut page, "one");
    let token = link::encode(page.open(), link::Carried::ALL, bundled()).unwrap();
    let Ok(link::Content::Assessment(read)) = link::decode(&token, bundled()) else { panic!("an assessment") };
    assert_eq!((&read.statement, &read.measures), (&page.open().statement, &page.open().measures));
    assert_eq!(read.actions, page.open().actions);
}

#[test]
fn a_refusal_is_said_on_the_page() {
    let mut page = page();
    let (edit, _) = own_action(&page.model, " ").unwrap();
    page.send(Msg::Edit(edit));
    assert_eq!(page.model.notice, Some(Notice::Refused(Refusal::EmptyAction.to_string())));
    assert!(page.open().actions.is_empty());
}
