//! The page in a frame: what the host keeps, what it may learn, what it cannot do.

use common_ground::app::{
    Around, Asks, Awaited, Effect, Kept, MANY_DAYS, MANY_EDITS, Msg, Notice, Pending, Port, Source, Storage, Trouble,
    view,
};
use common_ground::assessment::{AssessmentId, Edit, Measure, PlanEdit};
use common_ground::catalogue::{Side, bundled};
use common_ground::file;
use common_ground::host::{FORMAT, Fault, Options};
use common_ground::link::Carried;
use common_ground::route::{Place, Route};
use common_ground::text::EN;
use serde_json::Value;

use super::page::{self, Page};

const FILE: &str = include_str!("../golden/worked-example.common-ground.json");
const HOST: &str = "https://intranet.example";

/// A page in a frame, greeted.
fn framed() -> Page {
    framed_with("")
}

fn framed_with(query: &str) -> Page {
    let mut page = Page::new();
    let kept = Kept { around: Around::Frame, options: Options::read(query), ..Kept::default() };
    page.send(Msg::Started(Box::new(kept)));
    greet(&mut page);
    page.effects.clear();
    page
}

fn said(kind: &str, rest: &str) -> String {
    format!("{{\"format\":\"{FORMAT}\",\"version\":1,\"kind\":\"{kind}\"{rest}}}")
}

fn greet(page: &mut Page) {
    page.send(Msg::Greeted { message: Ok(said("hello", "")), from: HOST.into(), port: Port::There });
}

fn tell(page: &mut Page, kind: &str, rest: &str) {
    page.send(Msg::Told(Ok(said(kind, rest))));
}

fn load(page: &mut Page, file: &str) {
    tell(page, "load", &format!(",\"assessment\":{file}"));
}

/// What was posted to the host since the last look, as JSON.
fn posted(page: &mut Page) -> Vec<Value> {
    let posts = page.effects.drain(..).filter_map(|effect| match effect {
        Effect::Post(text) | Effect::Answer(text) => Some(serde_json::from_str(&text).unwrap()),
        _ => None,
    });
    posts.collect()
}

fn kinds(posted: &[Value]) -> Vec<&str> {
    posted.iter().map(|one| one["kind"].as_str().unwrap()).collect()
}

fn last_save(posted: &[Value]) -> &Value {
    posted.iter().rev().find(|one| one["kind"] == "save").unwrap()
}

fn acknowledge(page: &mut Page, stamp: &Value) {
    tell(page, "saved", &format!(",\"stamp\":{stamp}"));
}

fn rename(page: &mut Page, name: &str) {
    page.send(Msg::Edit(Edit::Name(name.into())));
}

fn id() -> AssessmentId {
    file::read(FILE, bundled()).unwrap().id
}

/// The cards of the first page.
fn cards(page: &Page) -> Vec<view::Card> {
    let listed = view::home(&page.model).listed;
    listed.iter().map(|one| view::card(&page.model, &one.id).unwrap()).collect()
}

#[test]
fn a_greeting_is_answered_once_and_names_the_host() {
    let mut page = Page::new();
    page.send(Msg::Started(Box::new(Kept { around: Around::Frame, ..Kept::default() })));
    page.effects.clear();
    greet(&mut page);
    assert_eq!(page.effects.first(), Some(&Effect::Accept));
    let welcome = posted(&mut page);
    assert_eq!(kinds(&welcome), ["welcome"]);
    assert_eq!((&welcome[0]["language"], &welcome[0]["theme"]), (&"en".into(), &"system".into()));
    assert_eq!(page.model.host.as_ref().unwrap().name, "intranet.example");

    let other = Msg::Greeted { message: Ok(said("hello", "")), from: "https://evil.example".into(), port: Port::There };
    page.send(other);
    assert!(!page.effects.contains(&Effect::Accept), "another port is not taken");
    assert_eq!(posted(&mut page)[0]["code"], "again");
    assert_eq!(page.model.host.as_ref().unwrap().name, "intranet.example");
}

#[test]
fn while_the_host_fetches_the_page_waits_and_says_so_and_where_it_fails_one_can_ask_again() {
    let mut page = framed();
    let said_of = |page: &Page| view::awaited(&page.model).map(|said| (said.title, said.lead, said.again));
    assert_eq!(said_of(&page), None, "a host that keeps nothing is not waited for");
    tell(&mut page, "loading", "");
    assert!(page.effects.contains(&Effect::Await(Awaited::HandedOver)));
    let text = &EN.hosting;
    assert_eq!(said_of(&page), Some(((text.loading_title)("intranet.example"), String::new(), false)));
    page.send(Msg::HostLate(Awaited::HandedOver));
    assert_eq!(
        said_of(&page).map(|(title, _, again)| (title, again)),
        Some(((text.loading_late_title)("intranet.example"), true))
    );

    let failed = |why: &str| Some(((text.failed_title)("intranet.example"), [why, text.failed_lead].concat(), true));
    tell(&mut page, "failed", ",\"why\":\"Sign in again\"");
    assert_eq!(said_of(&page), failed("It says: “Sign in again”. "));
    page.effects.clear();
    page.send(Msg::SaveAgain);
    assert_eq!(kinds(&posted(&mut page)), ["load"]);
    assert_eq!(said_of(&page).map(|(.., again)| again), Some(false), "it is asked for once more");
    tell(&mut page, "failed", "");
    assert_eq!(said_of(&page), failed(""));
    // What is handed over and cannot be read is no assessment either.
    page.send(Msg::SaveAgain);
    load(&mut page, "{\"error\":\"gone\"}");
    let (_, lead, again) = said_of(&page).unwrap();
    assert!(again && lead.starts_with("It says: “assessment: format: "), "{lead}");

    // Elsewhere one is not kept waiting, and what one is at is not covered.
    page.send(Msg::Went(Route::Method(None)));
    assert_eq!(said_of(&page), None);
    page.send(Msg::Went(Route::Home));
    page.create();
    assert_eq!(said_of(&page), None);
    page.send(Msg::Went(Route::Home));

    load(&mut page, FILE);
    assert_eq!((said_of(&page), page.model.host.as_ref().unwrap().loading.as_ref()), (None, None));
    assert_eq!(page.model.host.as_ref().unwrap().held.as_ref().unwrap().id, id());
    // What is here already is not taken away by another attempt.
    tell(&mut page, "loading", "");
    tell(&mut page, "failed", "");
    page.send(Msg::HostLate(Awaited::HandedOver));
    assert_eq!(said_of(&page), None);
}

#[test]
fn before_the_greeting_only_a_greeting_with_a_port_is_taken() {
    let mut page = Page::new();
    let mut called = |message: Result<String, Fault>, port| {
        page.effects.clear();
        page.send(Msg::Greeted { message, from: HOST.into(), port });
        assert!(page.model.host.is_none() && !page.effects.contains(&Effect::Accept));
        posted(&mut page).first().map(|one| one["code"].as_str().unwrap().to_owned())
    };
    assert_eq!(called(Ok(said("hello", "")), Port::Missing).as_deref(), Some("no-port"));
    assert_eq!(called(Ok(said("load", "")), Port::There).as_deref(), Some("no-port"));
    let newer = said("hello", "").replace("\"version\":1", "\"version\":2");
    assert_eq!(called(Ok(newer), Port::There).as_deref(), Some("version"));
    assert_eq!(called(Err(Fault::TooLarge(900_000_000)), Port::There).as_deref(), Some("too-large"));
    // What is meant for somebody else is not answered.
    assert_eq!(called(Ok("{\"source\":\"some-extension\"}".into()), Port::Missing), None);
    assert_eq!(called(Err(Fault::NotText), Port::Missing), None);
}

#[test]
fn what_the_host_hands_over_is_worked_on_and_saved_to_it_and_nowhere_else() {
    let mut page = framed();
    load(&mut page, FILE);
    assert_eq!(page.model.open_id(), Some(id()));
    assert_eq!(kinds(&posted(&mut page)), ["loaded", "results"]);
    rename(&mut page, "Renamed");
    let posts = posted(&mut page);
    assert_eq!(kinds(&posts), ["save", "changed", "results"]);
    let save = last_save(&posts);
    let read = file::read(&save["assessment"].to_string(), bundled()).unwrap();
    assert_eq!(read, *page.open());
    assert_eq!(posts[2]["results"]["name"], "Renamed");
    assert!(page.stored.is_empty(), "this browser keeps nothing of it");

    assert_eq!(view::frame(&page.model).kept, (EN.hosting.being_kept)("intranet.example"));
    assert_ne!(page.model.shelf.get(&id()).unwrap().pending, Pending::Nothing);
    acknowledge(&mut page, &save["stamp"]);
    assert_eq!(page.model.shelf.get(&id()).unwrap().pending, Pending::Nothing);
    assert_eq!(view::frame(&page.model).kept, (EN.hosting.kept)("intranet.example"));
    assert!(posted(&mut page).is_empty(), "an acknowledgement is not answered");
}

#[test]
fn nothing_begins_a_new_one_that_the_host_gets_at_once() {
    let mut page = framed();
    tell(&mut page, "load", "");
    let posts = posted(&mut page);
    assert_eq!(kinds(&posts), ["loaded", "save", "changed", "results"]);
    assert_eq!(last_save(&posts)["assessment"]["id"], page.model.open_id().unwrap().as_str());
    assert!(matches!(page.model.route, Route::Assessment { place: Place::Community, .. }));
}

#[test]
fn an_acknowledgement_of_an_earlier_save_says_nothing_of_a_later_one() {
    let mut page = framed();
    load(&mut page, FILE);
    rename(&mut page, "One");
    let first = last_save(&posted(&mut page))["stamp"].clone();
    page.rate(Side::Members, "O1", 0);
    let second = last_save(&posted(&mut page))["stamp"].clone();
    assert_ne!(first, second);
    acknowledge(&mut page, &first);
    assert_ne!(page.model.shelf.get(&id()).unwrap().pending, Pending::Nothing, "the second is still on its way");
    acknowledge(&mut page, &second);
    assert_eq!(page.model.shelf.get(&id()).unwrap().pending, Pending::Nothing);
    // Once more, or one that never was: a fault, and nothing changes.
    for stamp in [&second, &Value::from("ffff")] {
        acknowledge(&mut page, stamp);
        assert_eq!(posted(&mut page)[0]["code"], "stamp");
    }
    // The last one answers for all before it.
    rename(&mut page, "Two");
    page.rate(Side::Members, "O1", 4);
    let third = last_save(&posted(&mut page))["stamp"].clone();
    acknowledge(&mut page, &third);
    assert_eq!(page.model.shelf.get(&id()).unwrap().pending, Pending::Nothing);
}

#[test]
fn a_refusal_is_said_with_the_hosts_words_and_loses_nothing() {
    let mut page = framed();
    load(&mut page, FILE);
    rename(&mut page, "Typed at length");
    let stamp = last_save(&posted(&mut page))["stamp"].clone();
    tell(&mut page, "refused", &format!(",\"stamp\":{stamp},\"why\":\"<b>No room</b>\""));
    let bar = view::keeping(&page.model).unwrap();
    assert_eq!(bar.title, (EN.hosting.refused_title)("intranet.example"));
    assert!(bar.lead.starts_with("It says: “<b>No room</b>”."), "{}", bar.lead);
    assert_eq!((bar.save, bar.again), (Some(id()), true));
    assert_eq!(page.open().answered.community.name, "Typed at length");

    page.send(Msg::SaveAgain);
    let posts = posted(&mut page);
    assert_eq!(last_save(&posts)["assessment"]["community"]["name"], "Typed at length");
    acknowledge(&mut page, &last_save(&posts)["stamp"]);
    assert_eq!(view::keeping(&page.model), None);
    assert_eq!(page.model.shelf.get(&id()).unwrap().pending, Pending::Nothing);
}

#[test]
fn a_host_that_does_not_answer_is_said_to() {
    let mut page = framed();
    load(&mut page, FILE);
    rename(&mut page, "x");
    let stamp = last_save(&posted(&mut page))["stamp"].as_str().unwrap().to_owned();
    page.send(Msg::HostLate(Awaited::Saved("ffff".into())));
    assert_eq!(view::keeping(&page.model), None);
    page.send(Msg::HostLate(Awaited::Saved(stamp.clone())));
    assert_eq!(page.model.host.as_ref().unwrap().held.as_ref().unwrap().trouble, Some(Trouble::Late));
    acknowledge(&mut page, &stamp.into());
    assert_eq!(view::keeping(&page.model), None, "an answer that comes late counts");
}

#[test]
fn what_the_host_hands_over_wrongly_changes_nothing() {
    let mut page = framed();
    load(&mut page, FILE);
    let (before, route) = (page.open().clone(), page.model.route.clone());
    page.effects.clear();
    let cut = FILE.replace("\"items\"", "\"itens\"");
    let cases = [
        (cut, "assessment"),
        ("{\"format\":\"common-ground/assessment\",\"version\":99,\"id\":\"a\"}".to_owned(), "assessment"),
        ("{\"__proto__\":{\"format\":\"common-ground/assessment\"}}".to_owned(), "assessment"),
        ("\"<script>alert(1)</script>\"".to_owned(), "field"),
        ("[[[[1e999]]]]".to_owned(), "not-json"),
    ];
    for (file, code) in cases {
        load(&mut page, &file);
        assert_eq!(posted(&mut page)[0]["code"], code);
        assert_eq!((page.open(), &page.model.route), (&before, &route));
    }
    for message in [Err(Fault::NotText), Err(Fault::TooLarge(1 << 30)), Ok("{}".to_owned()), Ok(said("hello", ""))] {
        page.send(Msg::Told(message));
        assert_eq!(kinds(&posted(&mut page)), ["error"]);
        assert_eq!((page.open(), &page.model.route), (&before, &route));
    }
}

#[test]
fn another_one_is_taken_only_once_the_first_is_saved() {
    let mut page = framed();
    load(&mut page, FILE);
    rename(&mut page, "x");
    let stamp = last_save(&posted(&mut page))["stamp"].clone();
    let other = FILE.replacen(id().as_str(), "other", 1);
    load(&mut page, &other);
    assert_eq!(posted(&mut page)[0]["code"], "busy");
    acknowledge(&mut page, &stamp);
    load(&mut page, &other);
    assert_eq!(page.model.open_id().unwrap().as_str(), "other");
    assert!(!page.model.shelf.contains_key(&id()), "the host has the first");
}

#[test]
fn what_this_browser_has_of_the_same_identity_stays_in_its_storage() {
    let mut page = framed();
    page.send(Msg::Open { text: FILE.into(), source: common_ground::app::Source::File });
    rename(&mut page, "Mine");
    page.send(Msg::Went(Route::Home));
    load(&mut page, FILE);
    assert_ne!(page.open().answered.community.name, "Mine");
    rename(&mut page, "The host's");
    page.send(Msg::Undo);
    page.send(Msg::Undo);
    assert_eq!(page.stored(&id()).answered.community.name, "Mine", "and no undo reaches into it");
    // A change of it in another tab is not taken for a change of the host's.
    let record = page.stored[id().as_str()].clone();
    let before = page.open().clone();
    page.send(Msg::Elsewhere { id: id().to_string(), record: Some(record) });
    assert_eq!(*page.open(), before);
}

#[test]
fn deleting_what_the_host_keeps_is_the_hosts_business() {
    let mut page = framed();
    load(&mut page, FILE);
    page.send(Msg::Delete(id()));
    assert!(page.model.shelf.contains_key(&id()));
    assert!(matches!(page.model.notice, Some(Notice::Refused(_))));
    assert!(!cards(&page)[0].deletable);
}

#[test]
fn a_host_learns_nothing_of_what_it_did_not_hand_over_until_it_is_released() {
    let mut page = framed();
    let own = page.create();
    rename(&mut page, "Ours");
    page.rate(Side::Members, "O1", 4);
    assert!(posted(&mut page).is_empty(), "it is not even told that something is open");
    tell(&mut page, "ask", "");
    assert!(posted(&mut page).is_empty());
    let asked = view::hosting(&page.model).unwrap();
    assert_eq!(asked.title, "intranet.example asks to see the results of “Ours”.");

    page.send(Msg::Release);
    let posts = posted(&mut page);
    assert_eq!(kinds(&posts), ["results"]);
    assert_eq!((&posts[0]["results"]["name"], &posts[0]["results"]["id"]), (&"Ours".into(), &own.as_str().into()));
    page.rate(Side::Members, "O2", 4);
    assert_eq!(kinds(&posted(&mut page)), ["changed", "results"]);
    assert_eq!(page.stored(&own), *page.open(), "and it is saved here as before");

    // Another one is another question.
    page.create();
    rename(&mut page, "Other");
    assert!(posted(&mut page).is_empty());
    assert_eq!(view::hosting(&page.model), None);

    page.send(Msg::Went(Route::assessment(own.as_str(), Place::Results)));
    page.send(Msg::Withhold);
    assert_eq!(kinds(&posted(&mut page)), ["declined"]);
    page.rate(Side::Members, "O3", 4);
    assert!(posted(&mut page).is_empty());
}

#[test]
fn a_host_that_was_declined_asks_in_vain() {
    let mut page = framed();
    page.create();
    tell(&mut page, "ask", "");
    page.send(Msg::Withhold);
    page.effects.clear();
    for _ in 0..3 {
        tell(&mut page, "ask", "");
    }
    assert_eq!(kinds(&posted(&mut page)), ["declined"; 3]);
    assert_eq!((view::hosting(&page.model), page.model.host.as_ref().unwrap().asks), (None, Asks::Declined));
    // What it hands over itself it may see all the same.
    page.send(Msg::Went(Route::Home));
    load(&mut page, FILE);
    page.effects.clear();
    tell(&mut page, "ask", "");
    assert_eq!(kinds(&posted(&mut page)), ["results"]);
}

#[test]
fn a_release_that_nobody_asked_for_shows_nothing() {
    let mut page = framed();
    page.create();
    page.effects.clear();
    page.send(Msg::Release);
    assert!(posted(&mut page).is_empty());
    assert!(page.model.host.as_ref().unwrap().released.is_empty());
}

#[test]
fn in_a_frame_what_this_browser_keeps_is_shown_after_a_click() {
    let mut page = Page::new();
    let own = page.create();
    rename(&mut page, "Ours");
    let (stored, mut framed) = (page.stored.clone(), Page::seeded(5_000));
    let kept = |hidden| Kept { around: Around::Frame, hidden, ..Kept::default() };
    framed.send(Msg::Started(Box::new(kept(true))));
    framed.stored.clone_from(&stored);
    let home = view::home(&framed.model);
    assert!(home.hidden && home.listed.is_empty());
    // Another tab's change does not show it either.
    framed.send(Msg::Elsewhere { id: own.to_string(), record: stored.get(own.as_str()).cloned() });
    assert!(framed.model.shelf.is_empty());
    // What is begun before stays.
    let begun = framed.create();
    rename(&mut framed, "Begun in the frame");
    framed.effects.clear();
    framed.send(Msg::Reveal);
    assert_eq!(framed.effects, [Effect::ReadKept]);
    let records = framed.stored.values().cloned().collect();
    framed.send(Msg::Started(Box::new(Kept { records, ..kept(false) })));
    assert_eq!(framed.model.shelf.get(&own).unwrap().assessment.answered.community.name, "Ours");
    assert_eq!(framed.model.shelf.get(&begun).unwrap().assessment.answered.community.name, "Begun in the frame");
    assert!(!view::home(&framed.model).hidden);
}

#[test]
fn an_address_can_ask_for_one_side_and_a_start() {
    let mut page = framed_with("?side=members&start=plan");
    load(&mut page, FILE);
    assert!(matches!(page.model.route, Route::Assessment { place: Place::Plan, .. }));
    assert_eq!(page.model.sides(), [Side::Members]);
    let asked = view::expectations(&page.model, common_ground::route::Part::Importance).unwrap();
    let items = page.open().answered.items.len();
    assert!(asked.tabs[0].count.ends_with(&format!("of {items}")), "{}", asked.tabs[0].count);
    assert!(!asked.live.next.element.contains("organisation"), "{}", asked.live.next.element);
}

#[test]
fn a_file_that_a_frame_may_refuse_can_be_had_as_text() {
    let mut page = framed();
    let own = page.create();
    page.send(Msg::SaveFile(own));
    let notice = view::notice(&page.model).unwrap();
    assert!(notice.as_text);
    page.send(Msg::ShowOffered);
    let (name, text) = view::offered(&page.model).unwrap();
    assert_eq!(name, "community.common-ground.json");
    assert_eq!(file::read(&text, bundled()).unwrap(), *page.open());
    page.send(Msg::Dismiss);
    assert_eq!(view::offered(&page.model), None);
}

#[test]
fn outside_a_frame_a_file_is_offered_as_text_only_where_it_was_refused() {
    let mut page = Page::new();
    let own = page.create();
    page.send(Msg::SaveFile(own));
    assert!(!view::notice(&page.model).unwrap().as_text);
    page.send(Msg::DownloadRefused { name: "a.json".into(), text: "{}".into() });
    assert_eq!(view::offered(&page.model), Some(("a.json".into(), "{}".into())));
}

fn persists(page: &Page) -> usize {
    page.effects.iter().filter(|effect| **effect == Effect::Persist).count()
}

#[test]
fn the_browser_is_asked_to_hold_on_to_it_after_the_first_answers_and_once() {
    let mut page = Page::new();
    page.create();
    rename(&mut page, "Ours");
    assert_eq!(persists(&page), 0, "a name is no answer");
    for step in [1, 2, 3, 4, 0] {
        page.rate(Side::Members, "O1", step);
    }
    assert_eq!(persists(&page), 1);
    let mut other = framed();
    load(&mut other, FILE);
    for step in [1, 2, 3, 4, 0] {
        other.rate(Side::Members, "O1", step);
    }
    assert_eq!(persists(&other), 0, "the host keeps it");
}

#[test]
fn much_work_that_is_nowhere_else_is_recalled_until_it_is() {
    let mut page = Page::new();
    let own = page.create();
    rename(&mut page, "Ours");
    for step in 1..MANY_EDITS - 1 {
        page.rate(Side::Members, "O1", u8::try_from(step % 5).unwrap());
    }
    page.send(Msg::Went(Route::assessment(own.as_str(), Place::Results)));
    assert_eq!(view::reminder(&page.model), None);
    page.rate(Side::Organisation, "O1", 4);
    let reminder = view::reminder(&page.model).unwrap();
    assert!(reminder.words.starts_with("Only in this browser: 40 changes to “Ours”."), "{}", reminder.words);
    assert_eq!(reminder.id, Some(own.clone()));
    page.send(Msg::Went(Route::Home));
    assert!(view::reminder(&page.model).is_some());
    page.send(Msg::Went(Route::assessment(own.as_str(), Place::Plan)));
    assert_eq!(view::reminder(&page.model), None, "it is quiet elsewhere");
    page.send(Msg::Went(Route::Home));
    page.send(Msg::SaveFile(own.clone()));
    assert_eq!(view::reminder(&page.model), None);
    let noted = page.effects.iter().rev().find(|effect| matches!(effect, Effect::NoteUnsaved { .. }));
    assert_eq!(noted, Some(&Effect::NoteUnsaved { id: own, record: None }));
}

#[test]
fn a_few_changes_are_recalled_after_a_fortnight_and_later_means_later() {
    let mut page = Page::new();
    let own = page.create();
    rename(&mut page, "Ours");
    let record = |day: &str| vec![(own.to_string(), format!("1 {day}"))];
    let reload = |day: &str| {
        let mut later = Page::seeded(9_000);
        later.stored.clone_from(&page.stored);
        let records = later.stored.values().cloned().collect();
        later.send(Msg::Started(Box::new(Kept { records, unsaved: record(day), ..Kept::default() })));
        later
    };
    assert_eq!(MANY_DAYS, 14);
    assert_eq!(view::reminder(&reload("2026-11-10").model), None, "thirteen days before");
    let mut later = reload("2026-11-09");
    assert!(view::reminder(&later.model).is_some(), "fourteen days before");
    later.send(Msg::RemindLater(None));
    assert_eq!(view::reminder(&later.model), None);
    for unreadable in ["", "x y", "-1 2026-11-09", "1 yesterday"] {
        let mut page = Page::new();
        let unsaved = vec![(own.to_string(), unreadable.to_owned())];
        page.send(Msg::Started(Box::new(Kept { unsaved, ..Kept::default() })));
        assert!(page.model.unsaved.is_empty());
    }
}

#[test]
fn a_link_that_was_copied_with_all_of_it_and_a_back_up_count_and_an_invitation_does_not() {
    let mut page = Page::new();
    let own = page.create();
    let copied = || Msg::Tell(Notice::LinkCopied);
    rename(&mut page, "a");
    page.send(Msg::Went(Route::assessment(own.as_str(), Place::Voices)));
    page.send(copied());
    assert_eq!(page.model.unsaved.len(), 1, "an invitation carries no answers");
    page.send(Msg::Went(Route::assessment(own.as_str(), Place::Share)));
    page.send(Msg::Copy { text: "x".into(), rich: None, said: Notice::LinkCopied });
    page.send(Msg::Tell(Notice::ClipboardRefused));
    assert_eq!(page.model.unsaved.len(), 1, "it is in no clipboard");
    page.send(copied());
    assert_eq!((&page.model.unsaved[..], page.model.notice.as_ref()), (&[][..], Some(&Notice::LinkCopied)));
    // Notes stay at home unless they are to travel; bridges stay in any case.
    page.send(Msg::Edit(Edit::ItemNote(page::id("O1"), "said in May".into())));
    page.send(copied());
    assert_eq!(page.model.unsaved.len(), 1);
    page.send(Msg::Carry(Carried { notes: true, ..Carried::default() }));
    page.send(copied());
    assert!(page.model.unsaved.is_empty());
    page.send(Msg::Edit(Edit::Bridge(page::id("O1"), "a word for both".into())));
    page.send(Msg::Carry(Carried::ALL));
    page.send(copied());
    assert_eq!(page.model.unsaved.len(), 1);
    rename(&mut page, "b");
    page.send(Msg::BackUp);
    assert!(page.model.unsaved.is_empty());
}

#[test]
fn a_link_that_leaves_keys_of_other_programs_at_home_is_not_as_good_as_a_file() {
    let unsaved_after = |file: &str| {
        let mut page = Page::new();
        page.send(Msg::Open { text: file.into(), source: Source::File });
        rename(&mut page, "a");
        // A number that is not given again is nothing that anybody wrote.
        page.send(Msg::Edit(Edit::Plan(PlanEdit::AddMeasure(Box::new(Measure {
            id: "m1".into(),
            ..Measure::default()
        })))));
        page.send(Msg::Edit(Edit::Plan(PlanEdit::RemoveMeasure("m1".into()))));
        page.send(Msg::Went(Route::assessment(id().as_str(), Place::Share)));
        page.send(Msg::Carry(Carried::ALL));
        page.send(Msg::Tell(Notice::LinkCopied));
        page.model.unsaved.len()
    };
    assert_eq!(unsaved_after(FILE), 0);
    for (place, with) in [
        ("\"phase\": \"plan\"", "\"phase\": \"plan\", \"budget\": 3"),
        ("\"version\": 1,", "\"version\": 1, \"budget\": 3,"),
        ("\"O1\": 4,", "\"O1\": 4 }, \"budget\": {"),
    ] {
        assert!(FILE.contains(place));
        assert_eq!(unsaved_after(&FILE.replacen(place, with, 1)), 1, "{with}");
    }
}

#[test]
fn where_things_are_is_said_on_the_first_page() {
    let store = |page: &Page| view::home(&page.model).store;
    let mut page = framed();
    load(&mut page, FILE);
    page.send(Msg::Went(Route::Home));
    assert_eq!(store(&page), (EN.hosting.kept_home)("intranet.example", "Worked example"));
    assert_eq!(view::home(&page.model).who, "", "nothing is in this browser that others could read");
    page.create();
    page.send(Msg::Went(Route::Home));
    assert_eq!(view::home(&page.model).who, EN.home.who_reads);
    assert!(store(&page).contains("Saved in this browser only: one community"), "{}", store(&page));
    assert!(store(&page).ends_with(EN.hosting.store_frame));

    let mut page = Page::new();
    page.send(Msg::Started(Box::new(Kept { storage: Storage::TabOnly, around: Around::Sandbox, ..Kept::default() })));
    assert_eq!(store(&page), EN.hosting.store_sandbox);
    assert_eq!(view::keeping(&page.model).unwrap().title, EN.hosting.sandbox_title);
    greet(&mut page);
    load(&mut page, FILE);
    assert_eq!(view::keeping(&page.model), None, "the host keeps what is open");
}
