//! What is kept stays: whatever is opened, refused, emptied, deleted or brought together, nothing that somebody typed goes.

use common_ground::app::view::{decision, notice};
use common_ground::app::{Effect, Msg, Notice, Source};
use common_ground::assessment::{Answer, Assessment, AssessmentId, Edit};
use common_ground::catalogue::Side;
use common_ground::file;
use common_ground::text::EN;

use crate::page::Page;

fn open(page: &mut Page, text: &str) {
    page.send(Msg::Open { text: text.to_owned(), source: Source::File });
}

/// A page that has deleted a community since its file was saved, and that file.
fn deleted_since_its_file() -> (Page, AssessmentId, String, Assessment) {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Edit(Edit::Name("Bridge inspectors".into())));
    let file = file::write(page.open());
    page.rate(Side::Members, "O1", 4);
    let newer = page.open().clone();
    page.send(Msg::Delete(community.clone()));
    (page, community, file, newer)
}

#[test]
fn opening_an_earlier_state_of_what_was_deleted_asks_and_drops_nothing() {
    let (mut page, community, file, newer) = deleted_since_its_file();
    let kept = page.gone.clone();
    open(&mut page, &file);
    assert!(page.model.shelf.is_empty() && page.model.incoming.is_some());
    assert_eq!(page.gone, kept);
    let seen = decision(&page.model).unwrap();
    assert_eq!(seen.title, "“Bridge inspectors” is among the recently deleted");
    assert_eq!(seen.differs, (EN.home.same_differs)(1, 0));
    assert!(seen.mine.starts_with("Bring mine back, last changed"), "{}", seen.mine);
    page.send(Msg::Dismiss);
    assert_eq!(page.gone, kept);

    open(&mut page, &file);
    page.send(Msg::OpenMine);
    assert_eq!(page.open().answered, newer.answered);
    assert_eq!(page.stored(&community).answered, newer.answered);
    assert!(page.gone.is_empty());
    page.send(Msg::Undo);
    assert_eq!(page.gone, kept);

    open(&mut page, &file);
    page.send(Msg::TakeInstead);
    assert!(page.open().answered.estimate.members.importance.is_empty());
    page.send(Msg::Undo);
    assert_eq!(page.gone, kept);

    open(&mut page, &file);
    page.send(Msg::KeepBoth);
    assert_eq!(page.model.shelf.len(), 2);
    assert_eq!(page.open().copied_from.as_ref(), Some(&community));
    assert_eq!(page.stored(&community).answered, newer.answered);
    page.send(Msg::Undo);
    assert_eq!((page.model.shelf.len(), &page.gone), (0, &kept));
}

#[test]
fn opening_what_was_deleted_as_it_was_brings_it_back() {
    let (mut page, community, _, newer) = deleted_since_its_file();
    open(&mut page, &file::write(&newer));
    assert_eq!(page.model.notice, Some(Notice::Kept("Bridge inspectors".to_owned())));
    assert_eq!(page.stored(&community).answered, newer.answered);
    assert!(page.gone.is_empty());
}

#[test]
fn a_back_up_with_an_earlier_state_of_what_was_deleted_is_kept_beside_it() {
    let (mut page, community, file, newer) = deleted_since_its_file();
    let kept = page.gone.clone();
    let mut other = Page::seeded(1000);
    other.create();
    open(&mut other, &file);
    other.send(Msg::BackUp);
    let Some(Effect::Download { text, .. }) = other.effects.last().cloned() else { panic!("no file was offered") };
    open(&mut page, &text);
    assert_eq!(page.model.notice, Some(Notice::Restored { new: 1, copies: 1, same: 0 }));
    assert_eq!(page.gone, kept);
    assert!(!page.model.shelf.contains_key(&community));
    page.send(Msg::BringBack(community.clone()));
    assert_eq!(page.stored(&community).answered, newer.answered);
}

#[test]
fn an_example_that_was_worked_on_and_deleted_is_not_written_over_by_a_fresh_one() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    let example = page.model.open_id().unwrap();
    page.send(Msg::Edit(Edit::Worth(Side::Members, Some(Answer::DontKnow))));
    page.send(Msg::Delete(example.clone()));
    let kept = page.gone.clone();
    page.send(Msg::OpenExample);
    assert_eq!(page.gone, kept);
    page.send(Msg::TakeInstead);
    assert!(page.model.shelf.contains_key(&example) && notice(&page.model).is_some());
    // As it came, it comes again without a question.
    page.send(Msg::Delete(example.clone()));
    page.send(Msg::OpenExample);
    assert!(page.model.incoming.is_none() && page.model.open_id() == Some(example));
}
