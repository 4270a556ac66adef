//! What changes much at once is taken back by exactly one undo: deleting, opening, importing, a new round, closing an
//! action.

use std::collections::BTreeMap;

use common_ground::app::{Effect, Msg, Source};
use common_ground::assessment::Question;
use common_ground::assessment::{Action, ActionEdit, ActionStatus, Answer, Assessment, AssessmentId, Edit, PlanEdit};
use common_ground::catalogue::{Side, Step};
use common_ground::file;

use crate::page::Page;

/// Every assessment that is here, without the instant of its last change, which an undo is too; and the recently
/// deleted.
fn state(page: &Page) -> (BTreeMap<AssessmentId, Assessment>, Vec<AssessmentId>) {
    let plain = |assessment: &Assessment| Assessment { updated: None, ..assessment.clone() };
    let here = page.model.shelf.iter().map(|(id, shelved)| (id.clone(), plain(&shelved.assessment))).collect();
    (here, page.model.gone.keys().cloned().collect())
}

/// A page with a community that has an answer and an open action, and another beside it.
fn page() -> (Page, AssessmentId) {
    let mut page = Page::new();
    page.create();
    page.send(Msg::Edit(Edit::Name("The other".into())));
    let community = page.create();
    page.send(Msg::Edit(Edit::Name("Bridge inspectors".into())));
    let item = page.open().answered.items[0].id();
    let answer = Some(Answer::Step(Step::new(3).unwrap()));
    page.send(Msg::Edit(Edit::Rate { question: Question::Importance, side: Side::Members, item, answer }));
    let action = Action { id: "a1".into(), text: "Ask five members".into(), ..Action::default() };
    page.send(Msg::Edit(Edit::Plan(PlanEdit::AddAction(Box::new(action)))));
    (page, community)
}

/// Does it, which changes something, and takes it back once; then once more, which takes back what was done before it.
fn one_undo(does: impl FnOnce(&mut Page, &AssessmentId)) {
    let (mut page, community) = page();
    let before = state(&page);
    let stored = page.stored.keys().cloned().collect::<Vec<_>>();
    does(&mut page, &community);
    let after = state(&page);
    assert_ne!(after, before, "it changes something");
    page.send(Msg::Undo);
    assert_eq!(state(&page), before, "one undo takes it back");
    assert_eq!(page.stored.keys().cloned().collect::<Vec<_>>(), stored, "in storage too");
    page.send(Msg::Redo);
    assert_eq!(state(&page), after, "one redo makes it again");
    page.send(Msg::Undo);
    page.send(Msg::Undo);
    assert!(
        page.model.shelf.get(&community).unwrap().assessment.actions.is_empty(),
        "the undo after it is of the action"
    );
}

/// A browser with a community of each name.
fn others(names: &[&str]) -> Page {
    let mut other = Page::seeded(1000);
    for name in names {
        other.create();
        other.send(Msg::Edit(Edit::Name((*name).into())));
    }
    other
}

#[test]
fn deleting_is_undone_by_one_undo() {
    one_undo(|page, community| page.send(Msg::Delete(community.clone())));
}

#[test]
fn opening_a_file_is_undone_by_one_undo() {
    one_undo(|page, _| {
        page.send(Msg::Open { text: file::write(others(&["Lock keepers"]).open()), source: Source::File });
    });
}

#[test]
fn taking_an_opened_file_instead_or_beside_is_undone_by_one_undo() {
    for decision in [Msg::TakeInstead, Msg::KeepBoth] {
        one_undo(|page, _| {
            let mut theirs = page.open().clone();
            theirs.answered.community.name = "Theirs".into();
            page.send(Msg::Open { text: file::write(&theirs), source: Source::File });
            page.send(decision);
        });
    }
}

#[test]
fn importing_a_back_up_of_several_is_undone_by_one_undo() {
    one_undo(|page, _| {
        let mut other = others(&["Harbour pilots", "Lock keepers", "Ferry masters"]);
        other.send(Msg::BackUp);
        let Some(Effect::Download { text, .. }) = other.effects.last().cloned() else { panic!("no file was offered") };
        page.send(Msg::Open { text, source: Source::File });
        assert_eq!(page.model.shelf.len(), 5);
    });
}

#[test]
fn starting_a_round_is_undone_by_one_undo() {
    one_undo(|page, _| {
        page.send(Msg::Edit(Edit::StartRound { ends: 1, date: "2026-11-23".parse().unwrap(), label: String::new() }));
        assert_eq!(page.open().round, 2);
    });
}

#[test]
fn closing_an_action_is_undone_by_one_undo() {
    for status in [ActionStatus::Done, ActionStatus::Dropped] {
        one_undo(|page, _| {
            page.send(Msg::Edit(Edit::Plan(PlanEdit::Action("a1".into(), ActionEdit::Status(status)))));
        });
    }
}
