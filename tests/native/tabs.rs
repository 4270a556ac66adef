//! Two tabs of one browser: each takes back what it did itself, and nothing that was done in the other.

use common_ground::app::view;
use common_ground::app::{Effect, Msg, Notice, ReplyEdit, Source, Storage, loses, owes};
use common_ground::assessment::{Action, Answer, Answers, AssessmentId, Edit, PlanEdit, Question};
use common_ground::catalogue::{Holder, Phase, Side, bundled};
use common_ground::file;
use common_ground::link;
use common_ground::route::{Part, Place, Route};
use common_ground::text::EN;

use crate::page::{Page, id};
use crate::replies;

/// What one tab has made of storage reaches the other, as a browser would tell it.
fn tell(from: &Page, to: &mut Page) {
    let before = (std::mem::take(&mut to.stored), std::mem::take(&mut to.gone));
    (to.stored, to.gone) = (from.stored.clone(), from.gone.clone());
    for id in before.0.keys().chain(from.stored.keys()) {
        let record = from.stored.get(id).cloned();
        if before.0.get(id) != record.as_ref() {
            to.send(Msg::Elsewhere { id: id.clone(), record });
        }
    }
    for id in before.1.keys().chain(from.gone.keys()) {
        let record = from.gone.get(id).cloned();
        if before.1.get(id) != record.as_ref() {
            to.send(Msg::GoneElsewhere { id: id.clone(), record });
        }
    }
}

/// A tab with the community "Alpha" open, and another that shows it too.
fn tabs() -> (Page, Page, AssessmentId) {
    let mut one = Page::new();
    let alpha = one.create();
    one.send(Msg::Edit(Edit::Name("Alpha".into())));
    let mut two = Page::seeded(20_000);
    tell(&one, &mut two);
    two.send(Msg::Went(Route::assessment(alpha.as_str(), Place::Community)));
    (one, two, alpha)
}

fn purpose(page: &mut Page, text: &str) {
    page.send(Msg::Edit(Edit::Purpose(text.into())));
}

fn purpose_of<'a>(page: &'a Page, id: &AssessmentId) -> &'a str {
    &page.model.shelf.get(id).unwrap().assessment.answered.community.purpose
}

#[test]
fn undo_takes_back_what_this_tab_did_and_leaves_a_community_that_another_made() {
    let (mut one, mut two, alpha) = tabs();
    purpose(&mut one, "of this tab");
    tell(&one, &mut two);
    let beta = two.create();
    purpose(&mut two, "an hour of work");
    tell(&two, &mut one);
    one.send(Msg::Undo);
    assert_eq!(purpose_of(&one, &alpha), "");
    assert_eq!(purpose_of(&one, &beta), "an hour of work");
    assert!(one.stored.contains_key(beta.as_str()));
}

#[test]
fn what_another_tab_does_clears_nothing_that_can_be_made_again() {
    let (mut one, mut two, alpha) = tabs();
    purpose(&mut one, "typed");
    one.send(Msg::Undo);
    tell(&one, &mut two);
    let beta = two.create();
    tell(&two, &mut one);
    one.send(Msg::Redo);
    assert_eq!(purpose_of(&one, &alpha), "typed");
    assert!(one.model.shelf.contains_key(&beta));
}

#[test]
fn undo_in_a_community_that_another_tab_works_on_too_leaves_what_that_did() {
    let (mut one, mut two, alpha) = tabs();
    purpose(&mut one, "mine");
    one.rate(Side::Members, "O1", 4);
    let action = |id: &str| {
        Edit::Plan(PlanEdit::AddAction(Box::new(Action { id: id.into(), text: id.into(), ..Action::default() })))
    };
    one.send(Msg::Edit(action("a1")));
    tell(&one, &mut two);
    two.rate(Side::Members, "O2", 2);
    two.send(Msg::Edit(action("a2")));
    two.send(Msg::Edit(Edit::Size(Some(77))));
    tell(&two, &mut one);
    for _ in 0..3 {
        one.send(Msg::Undo);
        assert!(matches!(one.model.notice, Some(Notice::Undone(_))), "{:?}", one.model.notice);
    }
    let left = |page: &Page| {
        let open = page.open();
        let actions: Vec<String> = open.actions.iter().map(|one| one.id.clone()).collect();
        (open.answered.community.size, actions, purpose_of(page, &alpha).to_owned())
    };
    assert_eq!(left(&one), (Some(77), vec!["a2".to_owned()], String::new()));
    assert_eq!((one.importance(Side::Members, "O1"), one.importance(Side::Members, "O2")), (None, Some(2)));
    assert_eq!(one.stored(&alpha), *one.open());
    for _ in 0..3 {
        one.send(Msg::Redo);
    }
    assert_eq!(left(&one).2, "mine");
    assert_eq!((one.importance(Side::Members, "O1"), one.importance(Side::Members, "O2")), (Some(4), Some(2)));
    let mut actions = left(&one).1;
    actions.sort();
    assert_eq!(actions, ["a1", "a2"]);
}

#[test]
fn what_another_tab_has_changed_since_stays_and_undo_says_so() {
    let (mut one, mut two, alpha) = tabs();
    purpose(&mut one, "mine");
    tell(&one, &mut two);
    purpose(&mut two, "theirs");
    tell(&two, &mut one);
    one.send(Msg::Undo);
    assert_eq!(purpose_of(&one, &alpha), "theirs");
    assert_eq!(one.model.notice, Some(Notice::Overruled("Alpha".into())));
    // The next one goes on with what this tab did before.
    one.send(Msg::Undo);
    assert_eq!(one.open().answered.community.name, "");
    assert_eq!(purpose_of(&one, &alpha), "theirs");
}

#[test]
fn letters_before_and_after_a_change_of_another_tab_are_not_one_step() {
    let (mut one, mut two, _) = tabs();
    purpose(&mut one, "a");
    tell(&one, &mut two);
    two.send(Msg::Edit(Edit::Size(Some(5))));
    tell(&two, &mut one);
    purpose(&mut one, "ab");
    one.send(Msg::Undo);
    one.send(Msg::Undo);
    assert_eq!((one.open().answered.community.size, one.open().answered.community.purpose.as_str()), (Some(5), ""));
}

#[test]
fn a_community_begun_here_and_worked_on_in_another_tab_is_deleted_by_undo_and_not_removed() {
    let mut one = Page::new();
    let alpha = one.create();
    let mut two = Page::seeded(20_000);
    tell(&one, &mut two);
    two.send(Msg::Went(Route::assessment(alpha.as_str(), Place::Community)));
    purpose(&mut two, "an hour of work");
    tell(&two, &mut one);
    one.send(Msg::Undo);
    assert!(one.model.shelf.is_empty() && one.gone.contains_key(alpha.as_str()), "in storage");
    tell(&one, &mut two);
    assert_eq!(two.model.gone.get(&alpha).unwrap().assessment.answered.community.purpose, "an hour of work");
    one.send(Msg::Redo);
    assert_eq!(purpose_of(&one, &alpha), "an hour of work");
    // As it was made it is only what nobody has worked on.
    let mut page = Page::new();
    page.create();
    page.send(Msg::Undo);
    assert!(page.gone.is_empty() && page.stored.is_empty());
}

#[test]
fn what_another_tab_deleted_comes_back_as_it_was_there() {
    // This tab slept in between, and knows an older state.
    let (mut one, mut two, alpha) = tabs();
    purpose(&mut two, "of this tab");
    two.send(Msg::Left);
    tell(&two, &mut one);
    one.send(Msg::Edit(Edit::Size(Some(60))));
    one.send(Msg::Delete(alpha.clone()));
    tell(&one, &mut two);
    assert_eq!(two.model.notice, Some(Notice::DeletedElsewhere(alpha.clone(), "Alpha".into())));
    let seen = view::notice(&two.model).unwrap();
    assert_eq!((seen.undo, seen.back), (false, Some(alpha.clone())));
    let mut other = Page { stored: two.stored.clone(), gone: two.gone.clone(), ..Page::seeded(40_000) };
    other.start();
    two.send(Msg::BringBack(alpha.clone()));
    assert_eq!(two.model.shelf.get(&alpha).unwrap().assessment.answered.community.size, Some(60));
    // Whoever takes back an own change of it instead has it back too, without that.
    other.send(Msg::Undo);
    assert!(other.gone.contains_key(alpha.as_str()), "a page with no change of its own");
    let (mut one, mut two, alpha) = tabs();
    purpose(&mut two, "of this tab");
    tell(&two, &mut one);
    one.send(Msg::Edit(Edit::Size(Some(60))));
    one.send(Msg::Delete(alpha.clone()));
    tell(&one, &mut two);
    two.send(Msg::Undo);
    let back = &two.model.shelf.get(&alpha).unwrap().assessment.answered.community;
    assert_eq!((back.size, back.purpose.as_str()), (Some(60), ""));
    assert!(two.gone.is_empty());
}

#[test]
fn what_is_deleted_or_brought_back_in_one_tab_is_so_in_the_list_of_the_other() {
    let (mut one, mut two, alpha) = tabs();
    one.send(Msg::Delete(alpha.clone()));
    tell(&one, &mut two);
    assert!(two.model.gone.contains_key(&alpha));
    one.send(Msg::DeleteForGood(alpha.clone()));
    tell(&one, &mut two);
    assert!(two.model.gone.is_empty());
    assert_eq!(two.model.storage, Storage::Browser);
}

#[test]
fn that_another_tab_has_changed_it_is_said_where_nothing_more_important_stands() {
    let (mut one, mut two, alpha) = tabs();
    for (stands, stays) in [
        (Notice::KeptApart("Alpha (copy)".into()), true),
        (Notice::Deleted("Beta".into()), true),
        (Notice::DraftRefused, true),
        (Notice::ChangedElsewhere("x".into()), false),
    ] {
        two.send(Msg::Tell(stands.clone()));
        one.rate(Side::Members, "O1", if stays { 3 } else { 4 });
        one.send(Msg::Edit(Edit::ItemNote(id("O1"), format!("{stands:?}"))));
        tell(&one, &mut two);
        let expected = if stays { stands } else { Notice::ChangedElsewhere("Alpha".into()) };
        assert_eq!(two.model.notice, Some(expected));
    }
    assert!(two.model.shelf.contains_key(&alpha));
}

// -- an Undo in a notice is of what the notice says

#[test]
fn an_undo_in_a_notice_goes_with_the_next_change() {
    let deletes = |page: &mut Page| {
        let other = page.create();
        page.send(Msg::Delete(other));
    };
    let phase = |page: &mut Page| page.send(Msg::Edit(Edit::Phase(Phase::Launch)));
    let round = |page: &mut Page| {
        page.send(Msg::Edit(Edit::StartRound { ends: 1, date: "2026-11-23".parse().unwrap(), label: String::new() }));
    };
    let duplicates = |page: &mut Page| page.send(Msg::Duplicate(page.model.open_id().unwrap()));
    let all: [&dyn Fn(&mut Page); 4] = [&deletes, &phase, &round, &duplicates];
    for does in all {
        let mut page = Page::new();
        page.send(Msg::OpenExample);
        does(&mut page);
        let said = view::notice(&page.model).unwrap();
        assert!(said.undo, "{said:?}");
        page.send(Msg::OpenExample);
        page.send(Msg::Edit(Edit::Size(Some(77))));
        assert!(view::notice(&page.model).is_none_or(|notice| !notice.undo), "{said:?}");
    }
}

// -- what stood in a field can be had back

#[test]
fn a_text_that_is_emptied_comes_back_by_undo_and_so_does_what_stood_before_a_pause() {
    let (mut page, _, alpha) = tabs();
    for text in ["A", "A lo", "A long", "A long text"] {
        purpose(&mut page, text);
    }
    purpose(&mut page, "");
    page.send(Msg::Undo);
    assert_eq!(purpose_of(&page, &alpha), "A long text");
    page.send(Msg::Undo);
    assert_eq!(purpose_of(&page, &alpha), "");
    // After a pause.
    purpose(&mut page, "A long text");
    page.count += 20;
    purpose(&mut page, "A l");
    purpose(&mut page, "A");
    page.send(Msg::Undo);
    assert_eq!(purpose_of(&page, &alpha), "A long text");
}

// -- a full storage

#[test]
fn what_had_no_room_is_saved_once_something_is_deleted_here_or_in_another_tab() {
    let (mut page, mut other, alpha) = tabs();
    let big = page.create();
    tell(&page, &mut other);
    page.send(Msg::Went(Route::assessment(alpha.as_str(), Place::Community)));
    page.full = true;
    purpose(&mut page, "typed");
    assert_eq!((page.model.storage, page.stored(&alpha).answered.community.purpose.as_str()), (Storage::Full, ""));
    let mut heard = Page { stored: page.stored.clone(), ..Page::seeded(60_000) };
    heard.start();
    page.full = false;
    page.send(Msg::Delete(big.clone()));
    assert_eq!(page.stored(&alpha).answered.community.purpose, "typed");
    assert_eq!(page.model.storage, Storage::Browser);

    heard.send(Msg::Went(Route::assessment(alpha.as_str(), Place::Community)));
    heard.full = true;
    purpose(&mut heard, "typed there");
    heard.full = false;
    heard.stored.remove(big.as_str());
    heard.send(Msg::Elsewhere { id: big.to_string(), record: None });
    assert_eq!(heard.stored(&alpha).answered.community.purpose, "typed there");
}

#[test]
fn what_came_and_has_no_room_is_counted_and_named_and_its_card_says_so() {
    let mut from = Page::seeded(7_000);
    for name in ["Harbour pilots", "Lock keepers"] {
        from.create();
        from.send(Msg::Edit(Edit::Name(name.into())));
    }
    from.send(Msg::BackUp);
    let Some(Effect::Download { text, .. }) = from.effects.last().cloned() else { panic!("no file was offered") };
    let mut page = Page::new();
    page.full = true;
    page.send(Msg::Open { text, source: Source::File });
    let said = view::notice(&page.model).unwrap();
    assert!(said.alert && said.undo, "{said:?}");
    assert_eq!(said.words, "Brought in: 2 new.");
    assert!(said.detail.starts_with("This browser has no room for two communities: "), "{}", said.detail);
    assert!(said.detail.contains("“Harbour pilots”") && said.detail.contains("“Lock keepers”"), "{}", said.detail);
    for id in page.model.shelf.keys() {
        assert_eq!(view::card(&page.model, id).unwrap().changed, EN.frame.kept_full);
    }
    let mut page = Page::new();
    page.full = true;
    page.send(Msg::Open { text: file::write(from.open()), source: Source::File });
    let said = view::notice(&page.model).unwrap();
    assert_eq!(
        said.words,
        "This browser has no room for “Lock keepers”. Closing this tab may lose it: save it as a file, or delete something."
    );
}

#[test]
fn what_storage_refused_is_there_when_the_page_is_opened_again_and_is_saved_once_there_is_room() {
    let (mut page, mut other, alpha) = tabs();
    let big = page.create();
    page.send(Msg::Went(Route::assessment(alpha.as_str(), Place::Community)));
    let before = page.stored.clone();
    page.full = true;
    for text in ["t", "ty", "typed"] {
        purpose(&mut page, text);
    }
    assert_eq!((page.model.shelf.len(), &page.stored), (2, &before), "nothing was taken for another tab's");
    assert!(owes(&page.model) && !loses(&page.model), "leaving asks nothing");
    let mut later = Page { stored: page.stored.clone(), owed: page.owed.clone(), full: true, ..Page::seeded(80_000) };
    later.start();
    assert_eq!((purpose_of(&later, &alpha), later.model.storage), ("typed", Storage::Full));
    assert!(owes(&later.model) && !loses(&later.model));
    later.full = false;
    later.send(Msg::Delete(big));
    assert_eq!(later.stored(&alpha).answered.community.purpose, "typed");
    assert!(!owes(&later.model) && later.model.storage == Storage::Browser);

    // Another tab had room meanwhile, and both changes stay.
    other.stored.clone_from(&page.stored);
    other.send(Msg::Edit(Edit::Size(Some(77))));
    page.full = false;
    page.stored.clone_from(&other.stored);
    let record = page.stored.get(alpha.as_str()).cloned();
    page.send(Msg::Elsewhere { id: alpha.to_string(), record });
    assert_eq!((purpose_of(&page, &alpha), page.open().answered.community.size), ("typed", Some(77)));
    assert_eq!((page.stored(&alpha), page.model.shelf.len()), (page.open().clone(), 2));
}

#[test]
fn a_reply_that_had_no_room_is_kept_once_something_is_deleted() {
    let mut leader = Page::seeded(9_000);
    leader.create();
    let invitation = link::invite(&leader.open().invitation(Side::Members), bundled()).unwrap();
    let (mut page, _, _) = tabs();
    let big = page.create();
    page.send(Msg::Open { text: invitation, source: Source::Paste });
    page.full = true;
    let answer = Some(Answer::DontKnow);
    page.send(Msg::Reply(ReplyEdit::Rate(Question::Importance, id("O1"), answer)));
    assert_eq!(page.model.notice, Some(Notice::DraftRefused));
    assert!(owes(&page.model) && !loses(&page.model));
    let kept = page.drafts.clone();
    page.send(Msg::Went(Route::Home));
    page.send(Msg::Delete(big.clone()));
    assert_eq!((&page.drafts, page.model.storage), (&kept, Storage::Browser), "there is no room yet");
    assert_eq!(page.model.notice, Some(Notice::DraftRefused));
    page.full = false;
    page.send(Msg::DeleteForGood(big));
    let (key, draft) = page.model.drafts.iter().next().unwrap();
    assert!(!draft.unsaved && !owes(&page.model) && !loses(&page.model));
    assert_ne!(page.drafts[key], kept[key]);
    assert_ne!(page.model.notice, Some(Notice::DraftRefused));
}

// -- an id of an own expectation that an invitation has carried

#[test]
fn another_wording_gets_another_id_also_after_undo() {
    let mut page = Page::new();
    page.create();
    let add = |page: &mut Page, text: &str| {
        let edit = view::new_own(&page.model, text, Holder::Both).unwrap();
        page.send(Msg::Edit(edit));
        page.open().answered.own_items().next().unwrap().id
    };
    let coffee = add(&mut page, "Coffee together");
    page.send(Msg::Undo);
    let shut = add(&mut page, "Shut the community down");
    assert_ne!(coffee, shut);
    page.send(Msg::Undo);
    assert_eq!(add(&mut page, "Coffee together "), coffee, "the same words have the same id again");
    let own = view::expectations(&page.model, Part::Importance).unwrap().cards.into_iter().find(|card| card.own);
    assert!(own.unwrap().reworded.starts_with("Whoever was invited before may have answered these words."));
}

/// Two wordings that begin with the same id: about one pair in a thousand does.
fn clashing(page: &Page) -> (String, String) {
    let first = "Coffee together".to_owned();
    let own = |text: &str| page.open().next_own_of(text);
    let other = (0..10_000).map(|n| format!("Shut down {n}")).find(|text| own(text) == own(&first)).unwrap();
    (first, other)
}

#[test]
fn two_wordings_that_begin_with_one_id_stay_two_expectations_and_each_keeps_its_answers() {
    let (mut one, mut two, alpha) = tabs();
    let (coffee, shut) = clashing(&one);
    let of = |page: &Page, text: &str| page.open().answered.own_items().find(|own| own.text == text).unwrap().id;
    let add = |page: &mut Page, text: &str, step: u8| {
        let edit = view::new_own(&page.model, text, Holder::Both).unwrap();
        page.send(Msg::Edit(edit));
        let item = of(page, text);
        page.rate(Side::Members, item.as_str(), step);
        item
    };
    // In one tab one after the other: the second gets an id of its own.
    let mut alone = Page { stored: one.stored.clone(), ..Page::seeded(40_000) };
    alone.start();
    alone.send(Msg::Went(Route::assessment(alpha.as_str(), Place::Community)));
    assert_ne!(add(&mut alone, &coffee, 4), add(&mut alone, &shut, 1));
    // In two tabs at once: the later one is told that its id is taken by then.
    assert_eq!(one.open().next_own_of(&coffee), two.open().next_own_of(&shut));
    add(&mut one, &coffee, 4);
    two.stored.clone_from(&one.stored);
    add(&mut two, &shut, 1);
    tell(&two, &mut one);
    for page in [&one, &two] {
        let importance = |text: &str| page.importance(Side::Members, of(page, text).as_str());
        assert_eq!((importance(&coffee), importance(&shut)), (Some(4), Some(1)));
        assert_eq!(page.open().answered.own_items().count(), 2);
    }
}

#[test]
fn a_reply_from_where_another_wording_has_the_id_is_not_added() {
    let (mut one, _, _) = tabs();
    let (coffee, shut) = clashing(&one);
    let mut two = Page { stored: one.stored.clone(), ..Page::seeded(40_000) };
    two.start();
    two.send(Msg::Went(one.model.route.clone()));
    for (page, text) in [(&mut one, &coffee), (&mut two, &shut)] {
        let edit = view::new_own(&page.model, text, Holder::Both).unwrap();
        page.send(Msg::Edit(edit));
    }
    let item = one.open().answered.own_items().next().unwrap().id;
    let mut theirs = two.open().clone();
    assert_eq!(theirs.answered.own_items().next().unwrap().id, item);
    let says = |item| Answers { importance: [(item, Answer::DontKnow)].into(), ..Answers::default() };
    let reply = |name, item| replies::reply(name, Side::Members, says(item));
    theirs.answered.replies = vec![reply("a", item), reply("b", id("O1"))].into();
    let added = one.open().replies_to_add(&theirs);
    assert_eq!(added.len(), 1, "what was said of other words is left out");
    assert_eq!(added[0].reply.answers, says(id("O1")));
}

// -- dialogs

#[test]
fn a_locked_link_stays_in_the_address_until_it_is_opened() {
    let mut sender = Page::new();
    sender.create();
    sender.send(Msg::Lock("four unrelated words".into()));
    let token = sender.model.locked.as_ref().unwrap().token.clone();
    let mut page = Page::seeded(500);
    page.send(Msg::Went(Route::Link(format!("/a/{token}"))));
    assert!(page.model.sealed().is_some());
    assert!(!page.effects.iter().any(|effect| matches!(effect, Effect::Replace(_))), "{:?}", page.effects);
    assert!(!loses(&page.model), "loading the page again asks again");
    page.send(Msg::Unlock("four unrelated words".into()));
    assert_eq!(page.effects.last(), Some(&Effect::Replace(Route::Guest)));
    assert!(page.model.guest.is_some());
}

#[test]
fn a_decision_about_what_is_deleted_meanwhile_adds_nothing_to_it() {
    let (mut one, mut two, alpha) = tabs();
    let mut theirs = two.open().clone();
    theirs.answered.community.purpose = "theirs".into();
    theirs.answered.replies = vec![replies::reply("a", Side::Members, Answers::default())].into();
    two.send(Msg::Went(Route::Home));
    two.send(Msg::Open { text: file::write(&theirs), source: Source::File });
    assert!(view::decision(&two.model).unwrap().add.is_some());
    one.send(Msg::Delete(alpha.clone()));
    tell(&one, &mut two);
    assert_eq!(view::decision(&two.model).unwrap().add, None);
    two.send(Msg::AddTheirs);
    assert!(two.model.incoming().is_some(), "it still waits");
    one.send(Msg::DeleteForGood(alpha));
    tell(&one, &mut two);
    assert!(two.model.incoming().is_none(), "there is nothing to decide between");
}

#[test]
fn a_decision_goes_with_the_state_that_undo_takes_away() {
    let mut from = Page::seeded(9_000);
    from.create();
    let half = file::write(from.open());
    from.rate(Side::Members, "O1", 4);
    let mut page = Page::new();
    page.send(Msg::Open { text: half, source: Source::File });
    page.send(Msg::Went(Route::Home));
    page.send(Msg::Open { text: file::write(from.open()), source: Source::File });
    assert!(page.model.incoming().is_some() && loses(&page.model));
    page.send(Msg::Undo);
    assert!(page.model.shelf.is_empty() && page.model.incoming().is_none() && !loses(&page.model));
    page.send(Msg::Redo);
    assert!(page.model.incoming().is_none(), "nor is it asked later, out of the blue");
}
