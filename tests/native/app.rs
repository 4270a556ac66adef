//! The state machine: editing, undo, deleting, opening, two tabs, refused storage.

use std::sync::Arc;

use common_ground::app::view::{decision, notice};
use common_ground::app::{Ambient, Effect, Kept, Model, Msg, Named, Notice, Pending, Source, Storage, Stored, update};
use common_ground::assessment::Question;
use common_ground::assessment::{Answer, AssessmentId, Edit, limits};
use common_ground::catalogue::{Contribution, Holder, ItemId, Origin, Phase, Practice, Side, Step, bundled};
use common_ground::file;
use common_ground::link;
use common_ground::route::{Place, Route};
use common_ground::text::{EN, numbers};

use super::page::{Page, id};

#[test]
fn every_edit_is_saved_at_once() {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Edit(Edit::Name("Bridge inspectors".into())));
    page.rate(Side::Members, "O1", 3);
    assert_eq!(page.stored(&community), *page.open());
    assert_eq!(page.stored(&community).answered.community.name, "Bridge inspectors");
}

#[test]
fn a_rating_writes_the_answers_and_not_what_grows() {
    let mut page = Page::new();
    page.create();
    page.effects.clear();
    page.rate(Side::Members, "O1", 3);
    let saves: Vec<_> = page
        .effects
        .iter()
        .filter_map(|effect| if let Effect::Save(save) = effect { Some(save) } else { None })
        .collect();
    assert_eq!(saves.len(), 1);
    assert_eq!((&saves[0].replies, &saves[0].snapshots), (&None, &None));
}

#[test]
fn undo_and_redo_go_back_and_forth_over_every_edit() {
    let mut page = Page::new();
    let community = page.create();
    let edits = [
        Edit::Name("A".into()),
        Edit::Phase(Phase::Sustain),
        Edit::TakeOut(id("O1")),
        Edit::AddOwn { item: ItemId::own(1), text: "Safer lone working".into(), holder: Holder::Both },
        Edit::Worth(Side::Members, Some(Answer::DontKnow)),
        Edit::Top(Side::Organisation, vec![id("O2"), id("O3")]),
    ];
    let mut states = vec![page.open().clone()];
    for edit in edits {
        page.send(Msg::Edit(edit));
        states.push(page.open().clone());
    }
    for state in states.iter().rev().skip(1) {
        page.send(Msg::Undo);
        assert_eq!(page.open().answered, state.answered);
        assert_eq!(page.stored(&community).answered, state.answered);
    }
    for state in states.iter().skip(1) {
        page.send(Msg::Redo);
        assert_eq!(page.open().answered, state.answered);
    }
    assert!(!page.model.history.can_redo());
}

#[test]
fn undo_reaches_back_a_hundred_changes() {
    let mut page = Page::new();
    page.create();
    for count in 0..130_u8 {
        page.rate(Side::Members, "O1", count % 5);
    }
    let mut steps = 0;
    while page.model.history.can_undo() {
        page.send(Msg::Undo);
        steps += 1;
    }
    assert_eq!(steps, 100);
}

#[test]
fn typing_a_word_is_one_change() {
    let mut page = Page::new();
    page.create();
    for typed in ["B", "Br", "Bri"] {
        page.send(Msg::Edit(Edit::Name(typed.into())));
    }
    page.send(Msg::Undo);
    assert_eq!(page.open().answered.community.name, "");
    page.send(Msg::Redo);
    assert_eq!(page.open().answered.community.name, "Bri");
}

/// Answers the same question several times, as the arrow keys do.
fn run(page: &mut Page, steps: &[u8]) {
    for step in steps {
        let answer = Step::new(*step).map(Answer::Step);
        page.send(Msg::Edit(Edit::Rate {
            question: Question::Importance,
            side: Side::Members,
            item: id("O1"),
            answer,
        }));
    }
}

#[test]
fn moving_through_the_steps_of_an_answer_is_one_change_until_it_is_left() {
    let mut page = Page::new();
    let community = page.create();
    let value = |page: &Page| page.importance(Side::Members, "O1");
    run(&mut page, &[0, 1, 2, 3]);
    page.send(Msg::Left);
    run(&mut page, &[2, 1]);
    page.send(Msg::Left);
    let counted = |page: &Page| page.model.unsaved.iter().find(|(id, _)| *id == community).map(|(_, one)| one.edits);
    assert_eq!((counted(&page), page.model.answers), (Some(2), 2));
    assert_eq!(page.stored(&community), *page.open(), "each step is saved at once all the same");
    page.send(Msg::Undo);
    assert_eq!(value(&page), Some(3), "the value before the second visit");
    page.send(Msg::Undo);
    assert_eq!(value(&page), None);
    page.send(Msg::Redo);
    assert_eq!(value(&page), Some(3));
    // What follows a change that was made again is another one.
    run(&mut page, &[4]);
    page.send(Msg::Undo);
    assert_eq!(value(&page), Some(3));
}

#[test]
fn another_answer_in_between_ends_a_run() {
    let mut page = Page::new();
    page.create();
    run(&mut page, &[0, 1]);
    page.send(Msg::Edit(Edit::Worth(Side::Members, Some(Answer::DontKnow))));
    run(&mut page, &[2, 3]);
    let value = |page: &Page| page.importance(Side::Members, "O1");
    page.send(Msg::Undo);
    assert_eq!(value(&page), Some(1));
    page.send(Msg::Undo);
    assert_eq!((value(&page), page.open().answered.estimate.members.worth), (Some(1), None));
    page.send(Msg::Undo);
    assert_eq!(value(&page), None);
}

#[test]
fn every_question_with_steps_joins_its_run_and_no_other() {
    let (one, two) = (Step::new(1).map(Answer::Step), Step::new(2).map(Answer::Step));
    let rate = |question, side, item: &str, answer| Edit::Rate { question, side, item: id(item), answer };
    let (organisation, members) = (Side::Organisation, Side::Members);
    // Each pair is a run of its own, next to one that is as like it as can be.
    let runs: Vec<[Edit; 2]> = vec![
        [one, two].map(|answer| rate(Question::Importance, members, "O1", answer)),
        [one, two].map(|answer| rate(Question::Delivered, members, "O1", answer)),
        [one, two].map(|answer| rate(Question::Delivered, organisation, "O1", answer)),
        [one, two].map(|answer| rate(Question::Delivered, organisation, "O2", answer)),
        [one, two].map(|answer| Edit::Worth(organisation, answer)),
        [one, two].map(|answer| Edit::Worth(members, answer)),
        [one, two].map(|answer| Edit::Pledge(members, Contribution::Time, answer)),
        [one, two].map(|answer| Edit::Pledge(members, Contribution::People, answer)),
        [one, two].map(|answer| Edit::Level(Practice::Vp1, answer)),
        [one, two].map(|answer| Edit::Level(Practice::Vp2, answer)),
        [Phase::Launch, Phase::Sustain].map(Edit::Phase),
        [Origin::TopDown, Origin::BottomUp].map(|origin| Edit::Origin(Some(origin))),
    ];
    let mut page = Page::new();
    page.create();
    let mut before = Vec::new();
    for run in runs {
        before.push(page.open().answered.clone());
        for edit in run {
            page.send(Msg::Edit(edit));
        }
    }
    for state in before.into_iter().rev() {
        page.send(Msg::Undo);
        assert_eq!(page.open().answered, state);
    }
}

#[test]
fn a_run_that_goes_on_after_a_file_was_saved_is_counted_again() {
    let mut page = Page::new();
    let community = page.create();
    run(&mut page, &[0, 1]);
    page.send(Msg::SaveFile(community.clone()));
    assert!(page.model.unsaved.is_empty());
    run(&mut page, &[2, 3]);
    assert_eq!(page.model.unsaved.iter().map(|(_, one)| one.edits).collect::<Vec<_>>(), [1]);
    page.send(Msg::Undo);
    assert_eq!(page.importance(Side::Members, "O1"), None, "for undo it is one run");
}

#[test]
fn taking_an_item_out_and_back_loses_no_answer() {
    let mut page = Page::new();
    page.create();
    page.rate(Side::Organisation, "S1", 4);
    page.send(Msg::Edit(Edit::TakeOut(id("S1"))));
    assert_eq!(page.open().answered.items.len(), 11);
    page.send(Msg::Edit(Edit::AddItem(id("S1"))));
    assert_eq!(page.importance(Side::Organisation, "S1"), Some(4));
    let order: Vec<_> = page.open().answered.items.iter().map(|item| item.id().to_string()).collect();
    assert_eq!(order, ["O1", "O2", "O3", "O4", "O6", "S1", "S2", "S3", "M1", "M2", "M3", "M5"]);
}

#[test]
fn an_own_id_is_never_used_again() {
    let mut page = Page::new();
    page.create();
    page.add_own("one");
    page.add_own("two");
    page.send(Msg::Edit(Edit::TakeOut(ItemId::own(2))));
    page.add_own("three");
    let ids: Vec<_> = page.open().answered.items.iter().skip(12).map(common_ground::assessment::Item::id).collect();
    assert_eq!(ids, [ItemId::own(1), ItemId::own(3)]);
}

#[test]
fn what_is_too_much_is_refused_in_a_sentence_and_changes_nothing() {
    let mut page = Page::new();
    page.create();
    let before = page.open().clone();
    let mut check = |edit: Edit, expected: &str| {
        page.send(Msg::Edit(edit));
        assert_eq!(page.model.notice, Some(Notice::Refused(expected.to_owned())));
        assert_eq!(*page.open(), before);
    };
    check(Edit::Name("x".repeat(limits::TEXT + 1)), "a text of 20001 characters is too long: at most 20000 are kept");
    check(Edit::AddOwn { item: ItemId::own(1), text: "  ".into(), holder: Holder::Both }, "an expectation needs words");
    check(Edit::AddItem(id("O1")), "O1 is asked about already");
    check(Edit::TakeOut(id("O5")), "O5 is not an expectation that can be changed here");
}

#[test]
fn a_deleted_community_can_be_brought_back_and_undone() {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Edit(Edit::Name("A".into())));
    let before = page.open().clone();
    page.send(Msg::Delete(community.clone()));
    assert!(page.model.shelf.is_empty() && page.stored.is_empty());
    assert_eq!(page.model.notice, Some(Notice::Deleted("A".into())));
    page.send(Msg::Undo);
    assert_eq!(*page.model.shelf.get(&community).unwrap().assessment, before);
    assert!(page.model.gone.is_empty());
    page.send(Msg::Redo);
    page.send(Msg::BringBack(community.clone()));
    assert_eq!(*page.model.shelf.get(&community).unwrap().assessment, before);
    assert_eq!(page.stored(&community), before);
}

#[test]
fn what_is_deleted_for_good_is_said_and_the_undo_beside_it_is_of_that() {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Edit(Edit::Name("Kept".into())));
    page.send(Msg::Delete(community.clone()));
    page.create();
    page.send(Msg::Edit(Edit::Name("Another".into())));
    let gone = page.gone.clone();
    page.send(Msg::Went(Route::Home));
    page.send(Msg::DeleteForGood(community.clone()));
    let seen = notice(&page.model).unwrap();
    assert_eq!((seen.words.as_str(), seen.undo), ("“Kept” is deleted for good.", true));
    assert!(page.gone.is_empty() && page.model.gone.is_empty());
    page.send(Msg::Undo);
    assert_eq!(page.gone, gone);
    assert!(page.model.gone.contains_key(&community));
    // One that is not there any more says nothing.
    page.send(Msg::Redo);
    page.send(Msg::Dismiss);
    page.send(Msg::DeleteForGood(community));
    assert_eq!(notice(&page.model), None);
}

#[test]
fn beside_what_else_is_kept_it_is_not_said_that_nothing_is() {
    let mut page = Page::new();
    let store = |page: &Page| common_ground::app::view::home(&page.model).store;
    assert_eq!(store(&page), "Nothing is saved in this browser yet.");
    let community = page.create();
    page.send(Msg::Delete(community));
    assert_eq!(store(&page), "What stands above is saved in this browser only.");
}

#[test]
fn a_file_that_is_not_here_is_kept_and_undone_by_one_undo() {
    let mut page = Page::new();
    let text = include_str!("../golden/look-example.common-ground.json").to_owned();
    page.send(Msg::Open { text, source: Source::File });
    assert_eq!(page.open().answered.community.name, "Water network modellers");
    assert!(matches!(page.model.route, Route::Assessment { place: Place::Results, .. }));
    page.send(Msg::Undo);
    assert!(page.model.shelf.is_empty());
    assert_eq!(page.model.route, Route::Home);
    assert_eq!(page.model.notice, Some(Notice::Undone(Named::Opened)), "and it is said where that leads");
}

/// A page with a community, and a file of another state of it.
fn two_states() -> (Page, AssessmentId, String) {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Edit(Edit::Name("Mine".into())));
    let mut theirs = page.open().clone();
    theirs.answered.community.name = "Theirs".into();
    (page, community, file::write(&theirs))
}

#[test]
fn a_file_whose_identity_is_here_waits_for_a_decision() {
    let (mut page, community, text) = two_states();
    page.send(Msg::Open { text: text.clone(), source: Source::File });
    assert!(page.model.incoming().is_some());
    assert_eq!(page.model.shelf.get(&community).unwrap().assessment.answered.community.name, "Mine");

    page.send(Msg::OpenMine);
    assert_eq!(page.model.shelf.len(), 1);
    assert_eq!(page.open().answered.community.name, "Mine");

    page.send(Msg::Open { text: text.clone(), source: Source::File });
    page.send(Msg::TakeInstead);
    assert_eq!(page.open().answered.community.name, "Theirs");
    page.send(Msg::Undo);
    assert_eq!(page.model.shelf.get(&community).unwrap().assessment.answered.community.name, "Mine");

    page.send(Msg::Open { text, source: Source::File });
    page.send(Msg::KeepBoth);
    assert_eq!(page.model.shelf.len(), 2);
    assert_eq!(page.open().copied_from, Some(community.clone()));
    assert_ne!(page.open().id, community);
    assert_eq!(page.model.shelf.get(&community).unwrap().assessment.answered.community.name, "Mine");
}

#[test]
fn the_decision_tells_two_states_of_one_day_apart() {
    let (page, community, _) = two_states();
    let mine = page.open().clone();
    let mut theirs = mine.clone();
    let (day, one, two) = ("2026-11-20", "2026-11-20T08:05:00Z", "2026-11-20T16:30:59Z");
    theirs.updated = Some(two.parse().unwrap());
    theirs.answered.estimate.members.importance.insert(id("O1"), Answer::DontKnow);
    theirs.answered.estimate.organisation.worth = Some(Answer::DontKnow);
    let mut here = mine;
    here.updated = Some(one.parse().unwrap());
    let mut other = Page::seeded(7);
    other.send(Msg::Open { text: file::write(&here), source: Source::File });
    other.send(Msg::Open { text: file::write(&theirs), source: Source::File });
    let seen = decision(&other.model).unwrap();
    assert_eq!(seen.differs, " The two differ in two answers.");
    let written = |time: &str| (EN.home.at_time)(&numbers::date(2026, Some(11), Some(20)), time);
    let mine_is_older = other.model.shelf.get(&community).unwrap().assessment.updated.as_ref().unwrap();
    assert_eq!((mine_is_older.date().as_str(), mine_is_older.as_str()), (day, one));
    assert_eq!(seen.when[0], (EN.home.same_when)(&written("08:05")));
    assert_eq!(seen.when[1], (EN.home.same_when_theirs)(&written("16:30")));
    // Of two days, the days are enough.
    theirs.updated = Some("2026-11-21T08:05:00Z".parse().unwrap());
    other.send(Msg::Dismiss);
    other.send(Msg::Open { text: file::write(&theirs), source: Source::File });
    assert_eq!(decision(&other.model).unwrap().when[1], (EN.home.same_when_theirs)("21 November 2026"));
}

#[test]
fn an_error_is_said_as_a_sentence() {
    let mut page = Page::new();
    let cut = link::encode(
        &common_ground::assessment::Assessment::new(
            common_ground::assessment::AssessmentId::from_random([7; 16]),
            "2026-11-20T08:05:00Z".parse().unwrap(),
            bundled(),
        ),
        link::Carried::default(),
        bundled(),
    );
    let cut = cut.unwrap().split_at(30).0.to_owned();
    page.send(Msg::Went(Route::parse(&format!("#/v/{cut}"))));
    let said = notice(&page.model).unwrap();
    assert_eq!(said.words, "The link was cut short: 30 of 51 characters arrived; ask for it again.");
    assert_eq!(said.detail, EN.notices.unreadable);
}

#[test]
fn a_link_is_a_guest_copy_until_it_is_kept() {
    let (page, community, _) = two_states();
    let link = link::encode(page.open(), link::Carried::default(), bundled()).unwrap();
    let mut other = Page::new();
    other.send(Msg::Went(Route::parse(&format!("#/v/{link}"))));
    assert_eq!(other.model.route, Route::Guest);
    assert!(other.model.shelf.is_empty() && other.stored.is_empty());
    assert!(other.effects.contains(&Effect::Replace(Route::Guest)));
    other.send(Msg::KeepGuest);
    assert_eq!(other.model.shelf.get(&community).unwrap().assessment.answered.community.name, "Mine");
    assert_eq!(other.stored.len(), 1);
}

#[test]
fn what_cannot_be_opened_changes_nothing_and_says_why() {
    let mut page = Page::new();
    page.create();
    let before = page.stored.clone();
    for text in ["", "hello", "{", "{\"format\": \"other\"}", "#/v/abc", "[1,2]"] {
        for source in [Source::Paste, Source::File, Source::Address] {
            page.model.notice = None;
            page.send(Msg::Open { text: text.into(), source });
            assert!(matches!(&page.model.notice, Some(Notice::Unreadable(why)) if !why.is_empty()), "{text:?}");
        }
    }
    assert_eq!(page.stored, before);
    assert!(page.model.guest.is_none());
}

#[test]
fn a_back_up_comes_back_whole_and_overwrites_nothing() {
    let mut page = Page::new();
    let first = page.create();
    page.send(Msg::Edit(Edit::Name("A".into())));
    let second = page.create();
    page.send(Msg::BackUp);
    let Some(Effect::Download { text, .. }) = page.effects.last().cloned() else { panic!("no file was offered") };
    page.send(Msg::Edit(Edit::Name("B, changed since".into())));

    let mut empty = Page::new();
    empty.send(Msg::Open { text: text.clone(), source: Source::File });
    assert_eq!(empty.model.shelf.keys().cloned().collect::<Vec<_>>(), [first.clone(), second.clone()]);

    page.send(Msg::Open { text, source: Source::File });
    assert_eq!(page.model.notice, Some(brought(0, 1, 1)));
    let told = |counts| (EN.notices.brought)(counts);
    assert_eq!(told([0, 1, 1, 0, 0, 0]), "Brought in: 1 saved as a copy beside yours, 1 here already.");
    assert_eq!(told([10, 2, 0, 1, 0, 0]), "Brought in: 10 new, 2 saved as copies beside yours, 1 as you decided.");
    assert_eq!(told([0, 0, 0, 0, 1, 2]), "Brought in: 1 catalogue, 2 waiting for their catalogue.");
    assert_eq!(page.model.shelf.len(), 3);
    assert_eq!(page.model.shelf.get(&second).unwrap().assessment.answered.community.name, "B, changed since");
}

/// What is said of several that came at once.
pub fn brought(new: usize, copies: usize, same: usize) -> Notice {
    let words = (EN.notices.brought)([new, copies, same, 0, 0, 0]);
    Notice::Brought { words, detail: String::new(), undo: new + copies > 0, aside: false }
}

/// Two tabs on one storage, both showing the same community.
pub fn two_tabs() -> (Page, Page, AssessmentId) {
    let mut one = Page::new();
    let community = one.create();
    let mut two = Page::new();
    two.stored.clone_from(&one.stored);
    two.start();
    two.send(Msg::Went(Route::assessment(community.as_str(), Place::Results)));
    (one, two, community)
}

#[test]
fn a_change_in_another_tab_is_taken_over() {
    let (mut one, mut two, community) = two_tabs();
    one.rate(Side::Members, "O1", 4);
    let record = one.stored[community.as_str()].clone();
    two.stored.clone_from(&one.stored);
    two.send(Msg::Elsewhere { id: community.as_str().into(), record: Some(record) });
    assert_eq!(two.importance(Side::Members, "O1"), Some(4));
    assert!(matches!(two.model.notice, Some(Notice::ChangedElsewhere(_))));
}

#[test]
fn changes_in_two_tabs_at_once_are_both_kept() {
    let (mut one, mut two, community) = two_tabs();
    one.rate(Side::Members, "O1", 4);
    // The second tab has not heard of it when its own edit is saved.
    two.stored.clone_from(&one.stored);
    two.rate(Side::Organisation, "O2", 2);
    assert_eq!(two.importance(Side::Members, "O1"), Some(4));
    assert_eq!(two.importance(Side::Organisation, "O2"), Some(2));
    assert_eq!(two.stored(&community), *two.open());
    assert!(matches!(two.model.notice, Some(Notice::Merged(_))));
}

#[test]
fn an_undo_that_another_tab_has_overtaken_is_kept_as_a_copy() {
    let (mut one, mut two, community) = two_tabs();
    two.rate(Side::Organisation, "O2", 2);
    one.stored.clone_from(&two.stored);
    let record = two.stored[community.as_str()].clone();
    one.send(Msg::Elsewhere { id: community.as_str().into(), record: Some(record) });
    one.rate(Side::Members, "O1", 4);
    two.stored.clone_from(&one.stored);
    two.send(Msg::Undo);
    assert!(matches!(two.model.notice, Some(Notice::KeptApart(_) | Notice::Undone(_))));
    assert_eq!(two.model.shelf.len(), 2);
    assert_eq!(two.stored(&community).answered.estimate.members.importance.len(), 1);
}

/// A newer page in the other tab: what it wrote stays, and this tab goes on with one copy, not one with every edit.
#[test]
fn what_cannot_be_read_here_stays_and_this_tab_goes_on_with_one_copy() {
    let (mut one, _, community) = two_tabs();
    let newer = |record: &mut Stored| {
        record.stamp = "newer".into();
        record.answers = record.answers.replacen("\"version\":1", "\"version\":7", 1);
    };
    newer(one.stored.get_mut(community.as_str()).unwrap());
    let theirs = one.stored[community.as_str()].clone();
    for step in 1..=4 {
        one.rate(Side::Members, "O1", step);
    }
    assert_eq!(one.stored[community.as_str()], theirs);
    assert_eq!((one.stored.len(), one.model.shelf.len()), (2, 1));
    assert_eq!(one.importance(Side::Members, "O1"), Some(4));
    assert_eq!(one.stored(&one.open().id.clone()), *one.open());
    assert!(one.model.aside.iter().any(|aside| aside.key == community.as_str() && aside.why.contains('7')));
}

#[test]
fn after_an_undo_the_next_edit_is_a_change_of_its_own() {
    let mut page = Page::new();
    page.create();
    let name = |name: &str| Msg::Edit(Edit::Name(name.into()));
    page.send(name("Bridge"));
    page.send(Msg::Edit(Edit::Purpose("To share".into())));
    page.send(Msg::Undo);
    page.send(name("Bridge inspectors"));
    page.send(Msg::Undo);
    assert_eq!(page.open().answered.community.name, "Bridge");
}

#[test]
fn deleting_in_another_tab_can_be_undone_here() {
    let (_, mut two, community) = two_tabs();
    two.stored.clear();
    two.send(Msg::Elsewhere { id: community.as_str().into(), record: None });
    assert_eq!(two.model.route, Route::Home);
    assert!(two.model.shelf.is_empty() && two.model.gone.contains_key(&community));
    assert_eq!(notice(&two.model).unwrap().back, Some(community.clone()));
    two.send(Msg::BringBack(community.clone()));
    assert!(two.model.shelf.contains_key(&community));
    assert!(two.stored.contains_key(community.as_str()));
}

#[test]
fn what_one_tab_deleted_and_another_went_on_with_comes_back_beside_it() {
    let (mut one, mut two, community) = two_tabs();
    two.send(Msg::Edit(Edit::Name("As it was deleted".into())));
    one.send(Msg::Elsewhere { id: community.to_string(), record: two.stored.get(community.as_str()).cloned() });
    one.full = true;
    one.send(Msg::Edit(Edit::Name("Gone on with".into())));
    two.send(Msg::Delete(community.clone()));
    one.stored.clear();
    one.send(Msg::Elsewhere { id: community.to_string(), record: None });
    one.full = false;
    one.rate(Side::Members, "O1", 4);

    let mut later = Page::seeded(500);
    (later.stored, later.gone) = (one.stored.clone(), two.gone.clone());
    later.start();
    assert!(later.model.shelf.contains_key(&community) && later.model.gone.contains_key(&community));
    later.send(Msg::BringBack(community.clone()));
    let names: Vec<_> =
        later.model.shelf.values().map(|shelved| shelved.assessment.answered.community.name.as_str()).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    assert!(
        names.contains(&"Gone on with") && names.contains(&(EN.home.copy_of)("As it was deleted").as_str()),
        "{names:?}"
    );
    assert_eq!(later.stored(&community), *one.open(), "what was saved stays as it was");
}

#[test]
fn a_full_storage_costs_nothing_typed() {
    let mut page = Page::new();
    let community = page.create();
    page.full = true;
    page.rate(Side::Members, "O1", 4);
    page.rate(Side::Members, "O2", 3);
    assert_eq!(page.model.storage, Storage::Full);
    assert_eq!(page.importance(Side::Members, "O1"), Some(4));
    assert_ne!(page.model.shelf.get(&community).unwrap().pending, Pending::Nothing);
    page.full = false;
    page.rate(Side::Members, "O3", 2);
    assert_eq!(page.model.storage, Storage::Browser);
    assert_eq!(page.stored(&community), *page.open());
}

/// The size of everything that storage holds, as browsers count it: ideographs, in which what grows is packed, take one
/// each.
fn held(page: &Page) -> usize {
    let units = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
    let long = |text: &Option<String>| text.as_deref().map_or(0, units);
    let size = |record: &Stored| units(&record.answers) + long(&record.replies) + long(&record.snapshots);
    page.stored.values().map(size).sum()
}

#[test]
fn the_first_page_says_how_much_storage_holds() {
    let check = |page: &Page, count: usize| {
        let expected = (EN.home.store)(count, &numbers::count(held(page)));
        assert_eq!(common_ground::app::view::home(&page.model).store, expected);
        let known: usize = page.model.shelf.values().map(|shelved| shelved.size.all()).sum();
        assert_eq!(known, held(page));
    };
    let mut page = Page::new();
    check(&page, 0);
    page.send(Msg::OpenExample);
    check(&page, 1);
    page.create();
    page.rate(Side::Members, "O1", 4);
    page.send(Msg::Edit(Edit::Name("Bridge inspectors".into())));
    check(&page, 2);
    page.send(Msg::Edit(Edit::TakeSnapshot { date: "2026-11-23".parse().unwrap(), label: String::new() }));
    page.rate(Side::Members, "O2", 1);
    page.send(Msg::Undo);
    check(&page, 2);

    let mut other = Page::seeded(50);
    other.stored = page.stored.clone();
    other.start();
    check(&other, 2);
    // Another tab's change comes as a record.
    page.rate(Side::Organisation, "O3", 2);
    let id = page.model.open_id().unwrap();
    let record = page.stored.get(id.as_str()).cloned();
    other.stored = page.stored.clone();
    other.send(Msg::Elsewhere { id: id.as_str().to_owned(), record });
    check(&other, 2);
    page.send(Msg::Delete(id));
    check(&page, 1);
}

#[test]
fn what_was_refused_is_saved_with_the_next_edit_even_if_that_is_small() {
    let mut page = Page::new();
    let community = page.create();
    page.rate(Side::Members, "O1", 4);
    page.full = true;
    page.send(Msg::Edit(Edit::TakeSnapshot { date: "2026-11-23".parse().unwrap(), label: "first".into() }));
    page.full = false;
    page.rate(Side::Members, "O2", 1);
    assert_eq!(page.model.shelf.get(&community).unwrap().pending, Pending::Nothing);
    assert_eq!(page.stored(&community).snapshots.len(), 1);
    assert_eq!(page.stored(&community), *page.open());
}

#[test]
fn a_record_that_cannot_be_read_is_put_aside_and_blocks_nothing() {
    let mut page = Page::new();
    let community = page.create();
    let cut = Stored { id: "cut".into(), answers: "{\"format\":".into(), ..Stored::default() };
    page.stored.insert("cut".into(), cut);
    let mut wrong = page.stored[community.as_str()].clone();
    wrong.id = "other".into();
    page.stored.insert("other".into(), wrong);
    page.effects.clear();
    page.start();
    assert_eq!(page.model.shelf.len(), 1);
    let keys: Vec<_> = page.model.aside.iter().map(|aside| aside.key.as_str()).collect();
    assert_eq!(keys, ["cut", "other"]);
    assert_eq!(page.model.aside[0].text, "{\"format\":");
    assert_eq!(page.effects.iter().filter(|effect| matches!(effect, Effect::PutAside(_))).count(), 2);
}

#[test]
fn the_example_is_real_enough_to_learn_from() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    let results = &page.model.open().unwrap().results;
    // By hand from the medians of its replies: 23 shared steps of 43, 10¾ of 23 delivered.
    assert!((results.overlap.jaccard.value().unwrap() - 23.0 / 43.0).abs() < 1e-9);
    assert!((results.delivery.kept.value().unwrap() - 10.75 / 23.0).abs() < 1e-9);
    assert!(Arc::strong_count(&page.model.open().unwrap().assessment) >= 1);
    assert_eq!(page.open().answered.items.len(), bundled().default_items().count());
    page.send(Msg::OpenExample);
    assert_eq!(page.model.shelf.len(), 1);
}

#[test]
fn what_a_newer_page_has_stored_stays_where_that_page_looks_for_it() {
    let mut page = Page::new();
    let community = page.create();
    let mut newer = page.stored.remove(community.as_str()).unwrap();
    newer.answers = newer.answers.replacen("\"version\":1", "\"version\":99", 1);
    page.stored.insert(newer.id.clone(), newer.clone());
    page.model = common_ground::app::Model::default();
    page.effects.clear();
    page.start();
    assert!(page.model.shelf.is_empty());
    assert_eq!(page.model.aside[0].text.trim(), newer.answers);
    assert!(page.model.aside[0].why.contains("99"), "{}", page.model.aside[0].why);
    assert!(!page.effects.iter().any(|effect| matches!(effect, Effect::PutAside(_))));
    assert_eq!(page.stored[community.as_str()], newer);
    page.send(Msg::DropAside(community.as_str().to_owned()));
    assert!(page.model.aside.is_empty() && page.stored.is_empty());
}

#[test]
fn a_storage_that_was_emptied_is_filled_again_by_every_tab_without_copies() {
    let (mut one, mut two, community) = two_tabs();
    one.stored.clear();
    one.send(Msg::Emptied);
    assert_eq!(one.model.notice, Some(Notice::Emptied(1)));
    assert_eq!(one.stored(&community), *one.model.shelf.get(&community).unwrap().assessment);
    // The other tab hears of the same, and finds that it is done.
    two.stored.clone_from(&one.stored);
    two.send(Msg::Emptied);
    assert_eq!(two.stored, one.stored);
    assert_eq!(two.model.shelf.len(), 1);
    two.rate(Side::Members, "O2", 3);
    assert_eq!(two.stored(&community), *two.open());
}

#[test]
fn what_does_not_fit_into_a_storage_that_was_emptied_is_not_said_to_be_saved() {
    let mut page = Page::new();
    page.create();
    page.stored.clear();
    page.full = true;
    page.send(Msg::Emptied);
    assert_eq!((page.model.notice.clone(), page.model.storage), (None, Storage::Full));
}

/// The page is opened with this much owed.
fn with_owed(page: &mut Page, owed: &[&str]) -> String {
    page.model = common_ground::app::Model::default();
    let kept = Kept {
        records: page.stored.values().cloned().collect(),
        gone: page.gone.clone().into_iter().collect(),
        owed: owed.iter().map(|end| (*end).to_owned()).collect(),
        ..Kept::default()
    };
    page.send(Msg::Started(Box::new(kept)));
    common_ground::app::view::notice(&page.model).map(|notice| notice.words).unwrap_or_default()
}

#[test]
fn what_storage_has_no_room_for_is_named_and_saved_whole_with_the_next_change() {
    let mut page = Page::new();
    let mut named = |name: &str| {
        let id = page.create();
        page.send(Msg::Edit(Edit::Name(name.into())));
        id
    };
    let (one, two, gone) = (named("Bridge inspectors"), named("Lock keepers"), named("Elsewhere"));
    page.send(Msg::Delete(gone.clone()));
    let text = &EN.notices;
    let said = |changes: &str| (text.not_put_back)(changes);
    assert_eq!(with_owed(&mut page, &[]), "");
    assert_eq!(page.model.storage, Storage::Browser);
    assert_eq!(with_owed(&mut page, &[one.as_str(), one.as_str()]), said("the last changes to “Bridge inspectors”"));
    assert_eq!(
        with_owed(&mut page, &[one.as_str(), gone.as_str(), two.as_str()]),
        said("the last changes to “Bridge inspectors”, “Elsewhere” and “Lock keepers”")
    );
    assert_eq!(
        with_owed(&mut page, &["a draft", two.as_str()]),
        said("the last changes to “Lock keepers”, and others")
    );
    assert_eq!(with_owed(&mut page, &["a draft"]), said("your last changes"));

    with_owed(&mut page, &[one.as_str()]);
    assert_eq!(page.model.storage, Storage::Full);
    assert!(!common_ground::app::loses(&page.model), "closing the page asks nothing: the journal has it");
    page.effects.clear();
    page.send(Msg::Went(Route::assessment(one.as_str(), Place::Community)));
    page.rate(Side::Members, "O1", 4);
    let whole =
        |effect: &Effect| matches!(effect, Effect::Save(save) if save.replies.is_some() && save.snapshots.is_some());
    assert!(page.effects.iter().any(whole), "{:?}", page.effects);
    assert_eq!(page.model.storage, Storage::Browser);
    assert_eq!(page.stored(&one), *page.open());
}

#[test]
fn what_is_deleted_for_want_of_room_is_said_to_be_gone_with_the_page() {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Edit(Edit::Name("Bridge inspectors".into())));
    page.send(Msg::Delete(community.clone()));
    page.send(Msg::GoneRefused(community.clone()));
    let notice = common_ground::app::view::notice(&page.model).unwrap();
    assert_eq!((notice.words, notice.undo), ((EN.notices.deleted_at_once)("Bridge inspectors"), true));
    page.send(Msg::BringBack(community));
    page.send(Msg::GoneRefused(AssessmentId::from_random([7; 16])));
    assert_eq!(page.model.notice, Some(Notice::BroughtBack("Bridge inspectors".into())));
}

#[test]
fn a_clock_that_goes_back_saves_what_is_typed() {
    let mut page = Page::new();
    let community = page.create();
    page.rate(Side::Members, "O1", 4);
    page.count += 3 * 3600;
    page.rate(Side::Members, "O2", 3);
    page.count = 1;
    page.rate(Side::Members, "O3", 2);
    assert_eq!(page.stored(&community), *page.open());
    page.send(Msg::Undo);
    assert_eq!(page.importance(Side::Members, "O3"), None);
    page.send(Msg::Redo);
    assert_eq!(page.importance(Side::Members, "O3"), Some(2));
    assert_eq!(page.stored(&community).answered.estimate.members.importance.len(), 3);
}

/// A page that is opened anew, on a day.
fn opened(page: &mut Page, today: &'static str) {
    page.today = today;
    page.model = common_ground::app::Model::default();
    page.start();
}

#[test]
fn what_is_deleted_is_kept_for_thirty_days_and_a_week_after_it_was_found_to_be_over_them() {
    // The page is opened on all of these days, the last but one at the latest it is there, and on the last it is gone.
    let check = |days: &[&'static str]| {
        let mut page = Page::new();
        let community = page.create();
        page.send(Msg::Delete(community.clone()));
        let (last, kept) = days.split_last().unwrap();
        for day in kept {
            opened(&mut page, day);
            assert!(page.model.gone.contains_key(&community) && page.gone.contains_key(community.as_str()), "{day}");
        }
        opened(&mut page, last);
        assert!(page.model.gone.is_empty() && page.gone.is_empty(), "{last}");
    };
    check(&["2026-11-23", "2026-12-23", "2026-12-24", "2026-12-31", "2027-01-01"]);
    // Whoever comes once a month finds it once.
    check(&["2027-01-15", "2027-02-15"]);
}

#[test]
fn what_is_deleted_says_when_whatever_was_found_since() {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Delete(community));
    let said = |page: &Page| common_ground::app::view::home(&page.model).gone[0].when.clone();
    let before = said(&page);
    for day in ["2026-12-24", "2026-12-25"] {
        opened(&mut page, day);
        assert_eq!(said(&page), before, "{day}");
    }
}

#[test]
fn what_is_deleted_while_the_clock_is_years_behind_is_kept_once_it_is_right() {
    let mut page = Page::new();
    let community = page.create();
    page.rate(Side::Members, "O1", 4);
    page.today = "2009-01-01";
    page.rate(Side::Members, "O2", 3);
    let before = page.open().clone();
    page.send(Msg::Delete(community.clone()));
    for day in ["2009-01-01", "2026-11-23", "2026-11-24", "2026-11-30"] {
        opened(&mut page, day);
        assert!(page.model.gone.contains_key(&community), "{day}");
        assert!(page.gone.contains_key(community.as_str()), "{day}");
    }
    page.send(Msg::BringBack(community.clone()));
    assert_eq!(page.stored(&community).answered, before.answered);
    // Left there, it goes after a week like any other.
    page.send(Msg::Delete(community.clone()));
    page.today = "2009-01-01";
    page.send(Msg::BringBack(community.clone()));
    page.send(Msg::Delete(community.clone()));
    opened(&mut page, "2026-11-23");
    opened(&mut page, "2026-12-01");
    assert!(page.model.gone.is_empty() && page.gone.is_empty());
}

#[test]
fn a_clock_that_leaps_ahead_for_a_day_drops_nothing_that_was_deleted() {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Delete(community.clone()));
    // Years, and so few days that it might have been an absence; each time it is set right, and leaps again.
    let leaps = ["2099-01-01", "2026-12-28", "2027-01-10", "2027-01-22", "1970-01-01"];
    for day in leaps.iter().flat_map(|leap| [*leap, "2026-11-24"]) {
        opened(&mut page, day);
        assert!(page.model.gone.contains_key(&community), "{day}");
        assert!(page.gone.contains_key(community.as_str()), "{day}");
    }
    // None of it counts: its days are those of the right clock.
    opened(&mut page, "2026-12-23");
    opened(&mut page, "2026-12-24");
    opened(&mut page, "2026-12-31");
    assert!(page.model.gone.contains_key(&community));
}

#[test]
fn what_is_deleted_makes_room_before_it_is_kept_for_a_while() {
    let mut page = Page::new();
    let community = page.create();
    page.effects.clear();
    page.send(Msg::Delete(community));
    let order: Vec<_> = page
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Remove(_) => Some("removed"),
            Effect::KeepGone(..) => Some("kept"),
            _ => None,
        })
        .collect();
    assert_eq!(order, ["removed", "kept"]);
}

#[test]
fn a_deleted_one_that_cannot_be_read_stays_where_it_is() {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Delete(community.clone()));
    // As it was before anything was packed, it is read; as a newer page packs it, it waits for that page.
    let plain = page.gone[community.as_str()]
        .split_once('\n')
        .map(|(when, text)| format!("{when}\n{}", file::unpacked(text).unwrap()));
    page.gone.insert(community.as_str().to_owned(), plain.unwrap());
    opened(&mut page, "2026-11-23");
    assert!(page.model.gone.contains_key(&community));
    let newer = "2026-11-23T10:00:00Z\npacked-2:中".to_owned();
    page.gone.insert(community.as_str().to_owned(), newer.clone());
    opened(&mut page, "2026-11-23");
    assert!(page.model.gone.is_empty());
    assert_eq!(page.gone[community.as_str()], newer);
}

#[test]
fn what_is_done_is_done_whatever_the_clock_tells() {
    // As browsers write them: after the year 9999, before the year 0, and at the turn of both.
    let clocks = [
        ("+010000-01-01T00:00:00Z", "10000-01-01"),
        ("-000001-06-30T12:00:00Z", "-001-06-30"),
        ("9999-12-31T23:59:59Z", "10000-01-01"),
        ("+010000-01-01T00:00:00Z", "9999-12-31"),
        ("0000-01-01T00:00:00Z", "-001-12-31"),
    ];
    let mut before = Page::new();
    let gone = before.create();
    before.send(Msg::Delete(gone.clone()));
    for (now, today) in clocks {
        let ambient = Ambient::told(now, (today, 0), [7; 16]);
        let mut model = Model::default();
        let kept = Kept { gone: before.gone.clone().into_iter().collect(), ..Kept::default() };
        update(&mut model, Msg::Started(Box::new(kept)), &ambient);
        assert!(model.started);
        let effects = update(&mut model, Msg::Create, &ambient);
        assert!(effects.iter().any(|effect| matches!(effect, Effect::Save(_))), "{now}");
        let id = model.shelf.keys().next().unwrap().clone();
        update(&mut model, Msg::Went(Route::assessment(id.as_str(), Place::Community)), &ambient);
        update(&mut model, Msg::Edit(Edit::Name("Bridge inspectors".into())), &ambient);
        let assessment = &model.shelf.get(&id).unwrap().assessment;
        assert_eq!(assessment.answered.community.name, "Bridge inspectors");
        assert_eq!(file::read(&file::write_compact(assessment), bundled()).as_ref(), Ok(&**assessment));
    }
    // What was deleted can be brought back where no clock tells how long ago that was.
    let mut model = Model::default();
    let kept = Kept { gone: before.gone.clone().into_iter().collect(), ..Kept::default() };
    update(
        &mut model,
        Msg::Started(Box::new(kept)),
        &Ambient::told("+010000-01-01T00:00:00Z", ("10000-01-01", 0), [7; 16]),
    );
    assert!(model.gone.contains_key(&gone));
}
