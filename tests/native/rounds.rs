//! Snapshots and rounds: what a dated copy holds, what a new round leaves, and what is refused.

use std::sync::Arc;

use common_ground::app::view::notice;
use common_ground::app::{Msg, Notice};
use common_ground::assessment::{
    Answer, Answers, Arrival, Assessment, AssessmentId, Edit, Question, Refusal, Reply, SentReply, SnapshotRef,
    Summary, limits,
};
use common_ground::catalogue::{ItemId, PerSide, Side, Step, bundled};
use common_ground::file;
use common_ground::route::{Place, Route};
use common_ground::score::{Counted, Voice};
use proptest::prelude::*;

use crate::generate;
use crate::page::Page;
use crate::replies;

fn id() -> ItemId {
    "O1".parse().unwrap()
}

fn says(number: u8) -> Answers {
    Answers { importance: [(id(), Answer::Step(Step::new(number).unwrap()))].into(), ..Answers::default() }
}

fn reply(name: &str, number: u8) -> Reply {
    replies::reply(name, Side::Organisation, says(number))
}

/// The organisation says 4 by one reply, and is believed to say 1.
fn heard() -> Assessment {
    let now = "2026-11-20T16:05:00Z".parse().unwrap();
    let mut assessment = Assessment::new(AssessmentId::from_random([9; 16]), now, bundled());
    assessment.answered.estimate.organisation = says(1);
    assessment.answered.replies = Arc::new(vec![reply("a", 4)]);
    assessment
}

fn take(date: &str, label: &str) -> Edit {
    Edit::TakeSnapshot { date: date.parse().unwrap(), label: label.into() }
}

fn start(ends: u32, date: &str, label: &str) -> Edit {
    Edit::StartRound { ends, date: date.parse().unwrap(), label: label.into() }
}

fn labels(assessment: &Assessment) -> Vec<&str> {
    assessment.snapshots.iter().map(|snapshot| snapshot.label.as_str()).collect()
}

#[track_caller]
fn done(assessment: &mut Assessment, edit: Edit) {
    assessment.apply(edit, bundled()).unwrap();
}

#[track_caller]
fn refused(assessment: &mut Assessment, edit: Edit, why: Refusal, words: &str) {
    let before = assessment.clone();
    let refusal = assessment.apply(edit, bundled()).unwrap_err();
    assert_eq!((refusal, refusal.to_string().as_str()), (why, words));
    assert_eq!(*assessment, before, "a refused edit changes nothing");
}

#[test]
fn a_snapshot_is_a_copy_of_the_answers_and_changes_nothing_else() {
    let mut assessment = heard();
    let before = assessment.clone();
    done(&mut assessment, take("2026-05-01", "  Spring review "));
    let snapshot = &assessment.snapshots[0];
    assert_eq!((snapshot.date.as_str(), snapshot.label.as_str()), ("2026-05-01", "Spring review"));
    assert_eq!(snapshot.answered, before.answered);
    assert_eq!(Assessment { snapshots: Arc::default(), ..assessment.clone() }, before);
    // What is answered later does not reach it.
    let answer = Some(Answer::DontKnow);
    done(&mut assessment, Edit::Rate { question: Question::Importance, side: Side::Members, item: id(), answer });
    assert_eq!(assessment.snapshots[0].answered, before.answered);
}

#[test]
fn snapshots_stand_in_order_of_time_and_of_taking() {
    let mut assessment = heard();
    for (date, label) in [("2026-05-01", "b"), ("2026-03-01", "a"), ("2026-05-01", "c"), ("2026-12-01", "d")] {
        done(&mut assessment, take(date, label));
    }
    assert_eq!(labels(&assessment), ["a", "b", "c", "d"]);
}

#[test]
fn a_new_round_moves_the_replies_and_keeps_the_estimates() {
    let mut assessment = heard();
    let summary = Summary { count: 7, ..Summary::default() };
    assessment.answered.summary = PerSide { organisation: None, members: Some(summary) };
    assessment.answered.extra.summary = vec![("later".into(), common_ground::tree::Tree::Null)];
    let before = assessment.answered.clone();
    let sent = SentReply { assessment: assessment.id.mark(), round: 1, reply: reply("b", 3) };
    done(&mut assessment, start(1, "2026-11-20", "First round"));
    assert_eq!(assessment.round, 2);
    assert_eq!(assessment.snapshots[0].answered, before, "all of it is in the snapshot");
    let now = &assessment.answered;
    assert!(now.replies.is_empty() && now.summary == PerSide::default() && now.extra.summary.is_empty());
    assert_eq!((&now.estimate, &now.items, &now.practices), (&before.estimate, &before.items, &before.practices));
    let (old, new) = (Counted::of(&before), Counted::of(now));
    assert_eq!(old.voices.organisation.importance, Voice::Replies(1));
    assert_eq!(new.voices.organisation.importance, Voice::Estimate, "unheard again");
    assert_eq!(new.items[0].importance.organisation.map(common_ground::catalogue::Level::steps), Some(1.0));
    // A reply of the round that ended is reported and not added; one to the new round is.
    assert_eq!(assessment.consider(&sent), Arrival::OtherRound(1));
    assert_eq!(assessment.consider(&SentReply { round: 2, ..sent }), Arrival::New);
    assert_eq!(assessment.invitation(Side::Members).round, 2);
}

#[test]
fn a_round_does_not_end_twice() {
    let mut assessment = heard();
    done(&mut assessment, start(1, "2026-11-20", "here"));
    let words = "another round was begun in the meantime, and this is round 2 now: look again";
    refused(&mut assessment, start(1, "2026-11-20", "in another tab"), Refusal::RoundOver(2), words);
    done(&mut assessment, start(2, "2026-11-20", "again"));
    assert_eq!((assessment.round, labels(&assessment)), (3, vec!["here", "again"]));
}

#[test]
fn two_hundred_snapshots_are_enough() {
    let mut assessment = heard();
    for _ in 0..limits::SNAPSHOTS {
        done(&mut assessment, take("2026-05-01", ""));
    }
    let words = "there are 200 snapshots already: delete one first";
    refused(&mut assessment, take("2026-05-02", ""), Refusal::TooManySnapshots, words);
    refused(&mut assessment, start(1, "2026-05-02", ""), Refusal::TooManySnapshots, words);
    let first = assessment.snapshots[0].reference(0);
    done(&mut assessment, Edit::DropSnapshot(first));
    done(&mut assessment, start(1, "2026-05-02", ""));
}

#[test]
fn a_snapshot_needs_a_day_as_files_do() {
    let words = "a snapshot needs a day, such as 2026-11-20";
    refused(&mut heard(), take("2026-11", ""), Refusal::SnapshotNotADay, words);
    refused(&mut heard(), start(1, "2026", ""), Refusal::SnapshotNotADay, words);
}

#[test]
fn a_name_that_is_too_long_is_refused() {
    let long = "x".repeat(limits::TEXT + 1);
    let words = "a text of 20001 characters is too long: at most 20000 are kept";
    let mut assessment = heard();
    done(&mut assessment, take("2026-05-01", ""));
    let which = assessment.snapshots[0].reference(0);
    for edit in [take("2026-05-01", &long), start(1, "2026-05-01", &long), Edit::RenameSnapshot(which, long.clone())] {
        refused(&mut assessment, edit, Refusal::TextTooLong(20_001), words);
    }
}

#[test]
fn an_edit_finds_its_snapshot_where_it_has_moved_and_touches_no_other() {
    let mut assessment = heard();
    done(&mut assessment, take("2026-05-01", "spring"));
    done(&mut assessment, take("2026-07-01", "summer"));
    let summer = assessment.snapshots[1].reference(1);
    // Another tab has taken one that stands before it.
    done(&mut assessment, take("2026-06-01", "june"));
    done(&mut assessment, Edit::RenameSnapshot(summer.clone(), " Summer review ".into()));
    assert_eq!(labels(&assessment), ["spring", "june", "Summer review"]);
    let words = "this snapshot is no longer here, or has another name now: look again";
    refused(&mut assessment, Edit::DropSnapshot(summer.clone()), Refusal::NoSuchSnapshot, words);
    refused(&mut assessment, Edit::RenameSnapshot(summer, "x".into()), Refusal::NoSuchSnapshot, words);
    let renamed = assessment.snapshots[2].reference(2);
    done(&mut assessment, Edit::DropSnapshot(renamed));
    assert_eq!(labels(&assessment), ["spring", "june"]);
}

#[test]
fn of_two_with_one_name_and_day_the_place_tells() {
    let mut assessment = heard();
    done(&mut assessment, take("2026-05-01", "twice"));
    assessment.answered.estimate.organisation = says(2);
    done(&mut assessment, take("2026-05-01", "twice"));
    let second = SnapshotRef { at: 1, ..assessment.snapshots[0].reference(0) };
    done(&mut assessment, Edit::DropSnapshot(second));
    assert_eq!(assessment.snapshots[0].answered.estimate.organisation, says(1), "the first is still there");
}

fn said(page: &Page) -> String {
    notice(&page.model).unwrap().words
}

#[test]
fn a_snapshot_and_a_round_are_undone_by_name() {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Edit(take("2026-05-01", "Spring")));
    page.send(Msg::Edit(start(1, "2026-11-23", "Autumn")));
    assert_eq!((page.open().round, labels(page.open())), (2, vec!["Spring", "Autumn"]));
    assert_eq!(page.stored(&community), *page.open());
    page.send(Msg::Undo);
    assert_eq!(
        (page.open().round, labels(page.open()), said(&page)),
        (1, vec!["Spring"], "Undone: a new round.".into())
    );
    page.send(Msg::Undo);
    assert_eq!((page.open().snapshots.len(), said(&page)), (0, "Undone: a snapshot.".into()));
    assert_eq!(page.stored(&community), *page.open());
}

#[test]
fn typing_the_name_of_a_snapshot_is_one_change() {
    let mut page = Page::new();
    page.create();
    page.send(Msg::Edit(take("2026-05-01", "")));
    for label in ["S", "Sp", "Spring"] {
        let which = page.open().snapshots[0].reference(0);
        page.send(Msg::Edit(Edit::RenameSnapshot(which, label.into())));
    }
    page.send(Msg::Undo);
    assert_eq!(labels(page.open()), [""]);
}

/// The same community in two tabs, the second of which has not heard of what the first has just done.
fn two_tabs(first: Edit) -> (Page, Page) {
    let mut one = Page::new();
    let community = one.create();
    one.send(Msg::Edit(take("2026-05-01", "Spring")));
    let mut two = Page::new();
    two.stored.clone_from(&one.stored);
    two.start();
    two.send(Msg::Went(Route::assessment(community.as_str(), Place::Results)));
    one.send(Msg::Edit(first));
    two.stored.clone_from(&one.stored);
    (one, two)
}

#[test]
fn two_tabs_do_not_end_a_round_twice() {
    let (one, mut two) = two_tabs(start(1, "2026-11-23", "here"));
    let community = one.open().id.clone();
    two.send(Msg::Edit(start(1, "2026-11-23", "there")));
    assert_eq!(*two.model.shelf.get(&community).unwrap().assessment, *one.open(), "what the first tab did stands");
    assert!(matches!(two.model.notice, Some(Notice::KeptApart(_))), "{:?}", two.model.notice);
}

#[test]
fn two_tabs_that_take_and_name_snapshots_do_both() {
    let (_, mut two) = two_tabs(take("2026-04-01", "before it"));
    let spring = two.open().snapshots[0].reference(0);
    two.send(Msg::Edit(Edit::RenameSnapshot(spring, "Spring review".into())));
    assert_eq!(labels(two.open()), ["before it", "Spring review"]);
    assert!(matches!(two.model.notice, Some(Notice::Merged(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_a_new_round_makes_of_any_assessment_is_a_file_that_can_be_read(mut assessment in generate::assessment()) {
        let (round, replies) = (assessment.round, assessment.answered.replies.len());
        let edit = start(round, "9999-12-31", "Review");
        assessment.apply(edit, bundled()).unwrap();
        prop_assert_eq!(assessment.round, round.saturating_add(1));
        prop_assert_eq!(assessment.snapshots.last().map(|last| last.answered.replies.len()), Some(replies));
        let read = file::read(&file::write(&assessment), bundled());
        prop_assert_eq!(read.unwrap(), assessment);
    }
}
