//! Notes and evidence: edits, undo, two tabs, what was typed wrong, what is said.

use std::sync::Arc;

use common_ground::app::view::{self, EvidenceField, EvidenceRow, evidence_wrong};
use common_ground::app::{Msg, Notice};
use common_ground::assessment::Refusal;
use common_ground::assessment::{About, Edit, Evidence, EvidenceEdit, limits};
use common_ground::catalogue::{Practice, Side, Step, bundled};
use common_ground::route::Part;
use common_ground::text::EN;

use super::page::{Page, id};

const PLACES: [fn() -> About; 2] = [|| About::Item(id("O1")), || About::Practice(Practice::Vp5)];

fn of(text: &str) -> Evidence {
    Evidence { text: text.to_owned(), ..Evidence::default() }
}

fn list(page: &Page, about: About) -> Vec<Evidence> {
    let open = page.open();
    match about {
        About::Item(item) => open.notes.get(&item).map(|note| note.evidence.clone()),
        About::Practice(practice) => open.answered.practices.get(&practice).map(|given| given.evidence.clone()),
    }
    .unwrap_or_default()
}

fn rows(page: &Page, about: About) -> Vec<EvidenceRow> {
    match about {
        About::Item(item) => {
            let cards = view::expectations(&page.model, Part::Importance).unwrap().cards;
            cards.into_iter().find(|card| card.id == item).unwrap().evidence
        }
        About::Practice(practice) => {
            let rows = view::practices(&page.model).unwrap().rows;
            rows.into_iter().find(|row| row.practice == practice).unwrap().evidence
        }
    }
}

/// What stands behind the disclosures of the two places.
fn noted(page: &Page) -> (String, String) {
    let card = view::expectations(&page.model, Part::Importance).unwrap().cards.swap_remove(0);
    let row = view::practices(&page.model).unwrap().rows.swap_remove(4);
    (card.noted, row.noted)
}

fn add(page: &mut Page, about: About) {
    page.send(Msg::Edit(Edit::Evidence(about, EvidenceEdit::Add(Box::default()))));
}

fn write(page: &mut Page, about: About, at: usize, field: EvidenceField, text: &str) {
    let edit = rows(page, about)[at].typed(about, field, text).unwrap();
    page.send(Msg::Edit(edit));
}

#[test]
fn adding_changing_and_removing_are_one_undo_each() {
    for about in PLACES.map(|about| about()) {
        let mut page = Page::new();
        page.create();
        let mut states = vec![Vec::new()];
        let mut remember = |page: &Page| {
            states.push(list(page, about));
            assert_eq!(page.model.notice, None);
            assert_eq!(page.stored(&page.open().id), *page.open(), "it is saved");
        };
        add(&mut page, about);
        remember(&page);
        for typed in ["A", "A w", "A workshop"] {
            write(&mut page, about, 0, EvidenceField::Text, typed);
        }
        remember(&page);
        for (field, typed) in
            [(EvidenceField::Url, "https://a.org"), (EvidenceField::Date, "2026-10"), (EvidenceField::Person, "Mara")]
        {
            write(&mut page, about, 0, field, typed);
            remember(&page);
        }
        add(&mut page, about);
        remember(&page);
        let edit = rows(&page, about)[0].remove(about);
        page.send(Msg::Edit(edit));
        remember(&page);
        assert_eq!(list(&page, about), [Evidence::default()]);
        for state in states.iter().rev().skip(1) {
            page.send(Msg::Undo);
            assert_eq!(list(&page, about), *state);
            assert_eq!(page.model.notice, Some(Notice::Undone(common_ground::app::Named::Evidence)));
        }
        for state in states.iter().skip(1) {
            page.send(Msg::Redo);
            assert_eq!(list(&page, about), *state);
        }
    }
}

#[test]
fn nothing_is_left_behind_when_the_last_entry_goes() {
    let mut page = Page::new();
    page.create();
    for about in PLACES.map(|about| about()) {
        add(&mut page, about);
        let edit = rows(&page, about)[0].remove(about);
        page.send(Msg::Edit(edit));
    }
    assert!(page.open().notes.is_empty() && page.open().answered.practices.is_empty());
}

#[test]
fn another_tab_moves_an_entry_and_the_edit_still_finds_it() {
    let mut page = Page::new();
    page.create();
    let about = About::Item(id("O1"));
    let mut theirs = page.open().clone();
    let edit = |edit| Edit::Evidence(about, edit);
    for text in ["one", "two"] {
        theirs.apply(edit(EvidenceEdit::Add(Box::new(of(text)))), bundled()).unwrap();
    }
    let typed = [("two", "two, at"), ("two, at", "two, at length")]
        .map(|(was, to)| edit(EvidenceEdit::Change { at: 1, was: Box::new(of(was)), to: Box::new(of(to)) }));
    let mut moved = theirs.clone();
    moved.apply(edit(EvidenceEdit::Remove { at: 0, was: Box::new(of("one")) }), bundled()).unwrap();
    moved.rebase(&typed, bundled()).unwrap();
    assert_eq!(moved.notes.get(&id("O1")).unwrap().evidence, [of("two, at length")]);

    let mut changed = theirs.clone();
    let other = EvidenceEdit::Change { at: 1, was: Box::new(of("two")), to: Box::new(of("another")) };
    changed.apply(edit(other), bundled()).unwrap();
    let before = changed.clone();
    assert_eq!(changed.rebase(&typed, bundled()), Err(Refusal::NoSuchEvidence));
    assert_eq!(changed, before);
}

#[test]
fn an_entry_like_another_is_removed_where_it_stands() {
    let mut page = Page::new();
    page.create();
    let about = About::Practice(Practice::Vp1);
    for (at, text) in ["same", "between", "same"].into_iter().enumerate() {
        add(&mut page, about);
        write(&mut page, about, at, EvidenceField::Text, text);
    }
    let edit = rows(&page, about)[2].remove(about);
    page.send(Msg::Edit(edit));
    assert_eq!(list(&page, about), [of("same"), of("between")]);
}

#[test]
fn what_is_no_date_is_refused_in_one_sentence_and_what_is_is_kept() {
    let mut page = Page::new();
    page.create();
    let about = About::Item(id("O1"));
    add(&mut page, about);
    for wrong in ["soon", "2026-13", "2026-02-30", "12/2026"] {
        let refused = rows(&page, about)[0].typed(about, EvidenceField::Date, wrong);
        assert_eq!(refused, Err(EN.asking.evidence_date_wrong), "{wrong}");
    }
    for (typed, kept) in
        [("2026", Some("2026")), (" 2026-10 ", Some("2026-10")), ("2026-10-01", Some("2026-10-01")), ("", None)]
    {
        write(&mut page, about, 0, EvidenceField::Date, typed);
        let date = list(&page, about)[0].date.clone();
        assert_eq!(date.as_ref().map(common_ground::assessment::Date::as_str), kept, "{typed}");
    }
}

#[test]
fn an_address_opens_only_by_http_https_and_mail_and_any_is_kept() {
    let mut page = Page::new();
    page.create();
    let about = About::Practice(Practice::Vp2);
    add(&mut page, about);
    let mut check = |typed: &str, opens: Option<&str>| {
        write(&mut page, about, 0, EvidenceField::Url, typed);
        assert_eq!(list(&page, about)[0].url, typed, "it is kept as it was typed");
        assert_eq!(rows(&page, about)[0].opens.as_deref(), opens, "{typed}");
        assert_eq!(evidence_wrong(typed).is_some(), opens.is_none() && !typed.trim().is_empty(), "{typed}");
    };
    check("https://a.org/b", Some("https://a.org/b"));
    check(" HTTP://a.org ", Some("HTTP://a.org"));
    check("mailto:a@b.org", Some("mailto:a@b.org"));
    check("", None);
    check("  ", None);
    for other in [
        "javascript:alert(1)",
        "JAVASCRIPT://a.org/%0aalert(1)",
        "java\nscript:x",
        "data:text/html,x",
        "file:///etc",
        "blob:https://a.org",
        "//a.org",
        "a.org",
        "https:/a.org",
        "https://",
        "mailto:",
        "httpss://a",
        "\\\\server\\share",
    ] {
        check(other, None);
    }
}

#[test]
fn a_disclosure_says_what_stands_behind_it() {
    let mut page = Page::new();
    page.create();
    let says = |page: &Page, item: &str, practice: &str| assert_eq!(noted(page), (item.into(), practice.into()));
    says(&page, "Add a note or evidence", "Add a note, evidence or an aim");
    let (item, practice) = (About::Item(id("O1")), About::Practice(Practice::Vp5));
    for about in [item, practice] {
        add(&mut page, about);
    }
    says(&page, "Add a note or evidence", "Add a note, evidence or an aim");
    for about in [item, practice] {
        write(&mut page, about, 0, EvidenceField::Person, "Mara");
    }
    says(&page, "Evidence (1)", "Evidence (1)");
    page.send(Msg::Edit(Edit::Target(Practice::Vp5, Step::new(3))));
    page.send(Msg::Edit(Edit::ItemNote(id("O1"), "See there".into())));
    add(&mut page, item);
    write(&mut page, item, 1, EvidenceField::Date, "2026");
    says(&page, "Note and evidence (2)", "Evidence (1) and aim 3");
    page.send(Msg::Edit(Edit::PracticeNote(Practice::Vp5, "See there".into())));
    says(&page, "Note and evidence (2)", "Note, evidence (1) and aim 3");
}

#[test]
fn there_is_an_end_to_evidence_and_to_a_text() {
    let mut page = Page::new();
    page.create();
    let about = About::Item(id("O1"));
    for _ in 0..limits::EVIDENCE {
        add(&mut page, about);
    }
    let before = page.open().clone();
    let refused = |edit: EvidenceEdit| before.clone().apply(Edit::Evidence(about, edit), bundled()).unwrap_err();
    assert_eq!(refused(EvidenceEdit::Add(Box::default())), Refusal::TooMuchEvidence);
    let long = Evidence { person: "ü".repeat(limits::TEXT + 1), ..Evidence::default() };
    let change = EvidenceEdit::Change { at: 0, was: Box::default(), to: Box::new(long) };
    assert_eq!(refused(change), Refusal::TextTooLong(limits::TEXT + 1));
    assert_eq!(
        (Refusal::TooMuchEvidence.to_string().as_str(), Refusal::NoSuchEvidence.to_string().as_str()),
        (
            "there are 50 entries of evidence here already: take one out first",
            "this evidence is no longer here, or was changed in the meantime: look again"
        )
    );
}

#[test]
fn a_note_leaves_the_results_as_they_are_and_an_answer_does_not() {
    let mut page = Page::new();
    page.create();
    let results = |page: &Page| Arc::clone(&page.model.open().unwrap().results);
    let before = results(&page);
    page.send(Msg::Edit(Edit::ItemNote(id("O1"), "See there".into())));
    assert!(Arc::ptr_eq(&before, &results(&page)), "nothing was scored anew");
    page.rate(Side::Members, "O1", 4);
    assert!(*before != *results(&page));
}
