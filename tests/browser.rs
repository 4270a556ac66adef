//! What only a browser can tell: whether its storage keeps what it is given, what its clock says, and whether the words
//! that the page carries can be read where it runs.
#![cfg(target_arch = "wasm32")]
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests stop where they fail")]

use std::cell::Cell;
use std::rc::Rc;

use common_ground::assessment::{Date, Instant};
use common_ground::browser::clock;
use common_ground::browser::storage::{
    self, ASSESSMENT, CATALOGUE, DRAFT, PutError, Record, SPACE, UNSAVED, journal, put, record, records, remove_record,
};
use common_ground::catalogue::{bundled, bundled_advice};
use common_ground::text::{self, method};
use common_ground::tree::Tree;
use common_ground::ui::markup::el;
use leptos::prelude::Owner;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{HtmlElement, Storage};

wasm_bindgen_test_configure!(run_in_browser);

/// The storage of the origin, empty before a test and after it.
struct Origin(Storage);

impl Origin {
    fn empty() -> Self {
        let local = web_sys::window().unwrap().local_storage().unwrap().unwrap();
        local.clear().unwrap();
        assert!(storage::lasts(), "the browser keeps nothing, so nothing would be tested");
        assert!(storage::was_emptied(), "nothing is owed any more");
        Self(local)
    }

    fn get(&self, key: &str) -> Option<String> {
        self.0.get_item(key).unwrap()
    }

    fn set(&self, key: &str, text: &str) {
        self.0.set_item(key, text).unwrap();
    }

    fn keys(&self) -> Vec<String> {
        let mut keys: Vec<String> = (0..self.0.length().unwrap()).filter_map(|at| self.0.key(at).unwrap()).collect();
        keys.sort();
        keys
    }

    /// Takes all room but this many characters, which are there to be had again.
    fn fill_but_for(&self, room: usize) {
        self.set("neighbour/room", &"r".repeat(room));
        let mut number = 0;
        for length in [1 << 20, 1 << 16, 1 << 12, 1 << 8, 1 << 4, 0] {
            let junk = "j".repeat(length);
            while self.0.set_item(&format!("neighbour/{number}"), &junk).is_ok() {
                number += 1;
            }
        }
        assert!(number > 0);
        self.0.remove_item("neighbour/room").unwrap();
    }
}

impl Drop for Origin {
    fn drop(&mut self) {
        self.0.clear().unwrap();
    }
}

/// A record with answers only.
fn answers(id: &str, stamp: &str, answers: &str) -> Record {
    Record { id: id.into(), stamp: stamp.into(), answers: answers.into(), ..Record::default() }
}

/// A record with replies and snapshots too.
fn whole(id: &str, stamp: &str) -> Record {
    let (replies, snapshots) = (Some(r#"[{"R":1}]"#.into()), Some(r#"[{"S":1}]"#.into()));
    Record { replies, snapshots, ..answers(id, stamp, r#"{"a":1}"#) }
}

#[wasm_bindgen_test]
fn what_is_nowhere_else_is_noted_and_forgotten_and_is_no_assessment() {
    let origin = Origin::empty();
    assert!(!storage::any());
    UNSAVED.keep("a-1", "3 2026-11-20").unwrap();
    assert_eq!(UNSAVED.all(), [("a-1".to_owned(), "3 2026-11-20".to_owned())]);
    assert!(!storage::any(), "a note is nothing to be shown");
    put(None, &answers("a-1", "s1", "{}")).unwrap();
    assert!(storage::any());
    UNSAVED.drop("a-1");
    assert!(UNSAVED.all().is_empty());
    remove_record("a-1");
    assert_eq!(origin.keys(), Vec::<String>::new());
}

#[wasm_bindgen_test]
fn a_record_comes_back_as_it_was_put() {
    let _origin = Origin::empty();
    let long: String = "Zeile 1\n„zwei“ 🙂 ".chars().cycle().take(10_000).collect();
    let texts = [
        "plain",
        "\"quoted\" 'twice' \\ and \u{0}\u{1f}\u{7f}",
        "מה אנחנו מצפים\u{200f}، ماذا نتوقع",
        "👩🏽‍🔬🇪🇺 e\u{301} \u{10ffff} \u{feff}",
        // As a record begins, goes on and ends.
        "{\"stamp\":\"x\",\"data\":1}}",
        long.as_str(),
    ];
    for (number, text) in texts.iter().enumerate() {
        let json = Tree::Object(vec![("text".into(), (*text).into())]).to_text();
        let mut new = answers(&format!("id{number}"), "s1", &json);
        new.replies = Some(json.clone());
        new.snapshots = Some(json.clone());
        assert_eq!(put(None, &new), Ok(()), "{text}");
        assert_eq!(record(&new.id), Some(new), "{text}");
    }
    assert_eq!(records().len(), texts.len());
}

#[wasm_bindgen_test]
fn a_record_lies_in_the_browser_as_json_with_its_stamp() {
    let origin = Origin::empty();
    assert_eq!(put(None, &answers("a", "s1", r#"{"b":"c"}"#)), Ok(()));
    let text = origin.get(&format!("{SPACE}{}", ASSESSMENT.key("a"))).unwrap();
    assert_eq!(text, r#"{"stamp":"s1","data":{"b":"c"}}"#);
    assert!(Tree::parse(&text).is_ok());
}

#[wasm_bindgen_test]
fn a_put_over_the_stamp_that_is_there_replaces_the_record() {
    let _origin = Origin::empty();
    assert_eq!(put(None, &answers("a", "s1", "1")), Ok(()));
    assert_eq!(put(Some("s1"), &answers("a", "s2", "2")), Ok(()));
    assert_eq!(records(), [answers("a", "s2", "2")]);
}

#[wasm_bindgen_test]
fn a_put_over_a_stale_stamp_changes_nothing_and_gives_back_what_is_there() {
    let _origin = Origin::empty();
    let there = whole("a", "s2");
    assert_eq!(put(None, &there), Ok(()));
    let mut late = answers("a", "s3", "3");
    late.replies = Some(String::new());
    late.snapshots = Some("[3]".into());
    for over in [Some("s1"), Some(""), None] {
        assert_eq!(put(over, &late), Err(PutError::Overtaken(Some(there.clone()))), "{over:?}");
        assert_eq!(records(), std::slice::from_ref(&there), "{over:?}");
    }
}

#[wasm_bindgen_test]
fn a_put_over_a_record_that_was_deleted_says_so_and_writes_nothing() {
    let origin = Origin::empty();
    assert_eq!(put(Some("s1"), &whole("a", "s2")), Err(PutError::Overtaken(None)));
    assert_eq!(origin.keys(), Vec::<String>::new());
}

#[wasm_bindgen_test]
fn replies_and_snapshots_lie_under_keys_of_their_own() {
    let origin = Origin::empty();
    assert_eq!(put(None, &whole("a", "s1")), Ok(()));
    assert_eq!(origin.keys(), ["assessment/a", "replies/a", "snapshots/a"].map(|key| format!("{SPACE}{key}")));
    assert_eq!(origin.get(&format!("{SPACE}replies/a")).as_deref(), Some(r#"[{"R":1}]"#));
    assert_eq!(origin.get(&format!("{SPACE}snapshots/a")).as_deref(), Some(r#"[{"S":1}]"#));
}

#[wasm_bindgen_test]
fn replies_and_snapshots_that_a_put_does_not_name_stay() {
    let _origin = Origin::empty();
    assert_eq!(put(None, &whole("a", "s1")), Ok(()));
    assert_eq!(put(Some("s1"), &answers("a", "s2", "2")), Ok(()));
    assert_eq!(record("a"), Some(Record { answers: "2".into(), ..whole("a", "s2") }));
    let one = Record { replies: Some("[2]".into()), ..answers("a", "s3", "3") };
    assert_eq!(put(Some("s2"), &one), Ok(()));
    assert_eq!(record("a"), Some(Record { snapshots: whole("a", "").snapshots, ..one }));
}

#[wasm_bindgen_test]
fn empty_replies_and_snapshots_leave_no_key() {
    let origin = Origin::empty();
    assert_eq!(put(None, &whole("a", "s1")), Ok(()));
    let (replies, snapshots) = (Some(String::new()), Some(String::new()));
    assert_eq!(put(Some("s1"), &Record { replies, snapshots, ..answers("a", "s2", "2") }), Ok(()));
    assert_eq!(record("a"), Some(answers("a", "s2", "2")));
    assert_eq!(origin.keys(), [format!("{SPACE}assessment/a")]);
}

#[wasm_bindgen_test]
fn remove_record_removes_all_that_belongs_to_it_and_nothing_else() {
    let origin = Origin::empty();
    for id in ["a", "ab", "b"] {
        assert_eq!(put(None, &whole(id, "s1")), Ok(()));
    }
    remove_record("a");
    assert_eq!(record("a"), None);
    assert_eq!(origin.keys().len(), 6);
    assert_eq!((record("ab"), record("b")), (Some(whole("ab", "s1")), Some(whole("b", "s1"))));
    // What is not there cannot be removed, and that is no error.
    remove_record("a");
    assert_eq!(origin.keys().len(), 6);
}

#[wasm_bindgen_test]
fn foreign_keys_of_the_origin_are_left_alone_and_do_not_disturb_reading() {
    let origin = Origin::empty();
    let later = SPACE.replace('1', "2");
    let foreign = [
        String::new(),
        "assessment/a".into(),
        "common-ground/1".into(),
        "common-ground/10/assessment/a".into(),
        format!("x{SPACE}assessment/a"),
        format!("{later}assessment/a"),
        format!("{SPACE}assessments"),
        "äöü🙂".into(),
    ];
    for key in &foreign {
        origin.set(key, "theirs");
    }
    assert_eq!(records(), []);
    assert_eq!((storage::gone(), storage::aside(), storage::theme()), (vec![], vec![], None));
    assert_eq!(put(None, &whole("a", "s1")), Ok(()));
    assert_eq!(records(), [whole("a", "s1")]);
    storage::put_aside("a", "why", "text");
    storage::drop_aside("a");
    remove_record("a");
    let mut expected = foreign.to_vec();
    expected.sort();
    assert_eq!(origin.keys(), expected);
    for key in &foreign {
        assert_eq!(origin.get(key).as_deref(), Some("theirs"), "{key}");
    }
}

#[wasm_bindgen_test]
fn a_record_that_is_none_is_given_back_whole_with_an_empty_stamp() {
    let origin = Origin::empty();
    for text in ["", "no JSON", r#"{"stamp":"s1","data":{"#, r#"{"data":1,"stamp":"s1"}"#, "[1]", "\u{0}🙂"] {
        origin.set(&format!("{SPACE}assessment/a"), text);
        assert_eq!(record("a"), Some(answers("a", "", text)), "{text}");
        assert_eq!(records(), [answers("a", "", text)], "{text}");
        let refused = put(None, &answers("a", "s1", "1"));
        assert_eq!(refused, Err(PutError::Overtaken(Some(answers("a", "", text)))), "{text}");
    }
}

#[wasm_bindgen_test]
fn put_aside_moves_a_record_out_of_the_way() {
    let origin = Origin::empty();
    origin.set(&format!("{SPACE}assessment/a"), "cut\nin two");
    origin.set(&format!("{SPACE}replies/a"), "[1]");
    storage::put_aside("a", "line 1:\nno JSON", "cut\nin two");
    assert_eq!(record("a"), None);
    assert_eq!(storage::aside(), [("a".into(), "line 1: no JSON".into(), "cut\nin two".into())]);
    assert_eq!(origin.keys(), [format!("{SPACE}aside/a")]);
    storage::drop_aside("a");
    assert_eq!(origin.keys(), Vec::<String>::new());
}

#[wasm_bindgen_test]
fn dropping_what_was_put_aside_leaves_a_readable_record_of_the_same_id() {
    let _origin = Origin::empty();
    storage::put_aside("a", "why", "cut");
    assert_eq!(put(None, &whole("a", "s1")), Ok(()));
    storage::drop_aside("a");
    assert_eq!((storage::aside(), records()), (vec![], vec![whole("a", "s1")]));
}

#[wasm_bindgen_test]
fn the_theme_is_kept() {
    let _origin = Origin::empty();
    assert_eq!(storage::theme(), None);
    for theme in ["dark", "light"] {
        storage::set_theme(theme);
        assert_eq!(storage::theme(), Some(theme));
    }
}

#[wasm_bindgen_test]
fn a_theme_that_something_else_wrote_is_none() {
    let origin = Origin::empty();
    origin.set(&format!("{SPACE}theme"), "{");
    assert_eq!(storage::theme(), None);
}

#[wasm_bindgen_test]
fn what_is_deleted_is_kept_until_it_is_dropped() {
    let _origin = Origin::empty();
    let texts = [("a", r#"{"name":"„A“ 🙂"}"#), ("b", "")];
    for (id, text) in texts {
        assert_eq!(storage::keep_gone(id, text), Ok(()));
    }
    let mut gone = storage::gone();
    gone.sort();
    assert_eq!(gone, texts.map(|(id, text)| (id.to_owned(), text.to_owned())));
    assert_eq!(records(), []);
    storage::drop_gone("a");
    assert_eq!(storage::gone(), [("b".to_owned(), String::new())]);
}

#[wasm_bindgen_test]
fn the_guest_copy_is_kept_for_this_tab_only() {
    let origin = Origin::empty();
    assert_eq!(storage::guest(), None);
    storage::set_guest(Some("„copy“ 🙂"));
    assert_eq!(storage::guest().as_deref(), Some("„copy“ 🙂"));
    assert_eq!(origin.keys(), Vec::<String>::new());
    storage::set_guest(None);
    assert_eq!(storage::guest(), None);
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_leaves_the_record_as_it_was_and_owes_what_it_refused() {
    let origin = Origin::empty();
    assert_eq!(put(None, &whole("a", "s1")), Ok(()));
    origin.fill_but_for(0);
    let there = || (origin.keys(), origin.get("common-ground/1/assessment/a"));
    let before = there();
    let long = format!("\"{}\"", "x".repeat(10_000));
    assert_eq!(put(Some("s1"), &answers("a", "s2", &long)), Err(PutError::Full));
    assert_eq!(put(None, &answers("b", "s1", &long)), Err(PutError::Full));
    assert_eq!(storage::keep_gone("a", &long), Err(PutError::Full));
    assert_eq!(there(), before);
    // This page reads what is owed, and goes on from there: what was there stays with it.
    assert_eq!(record("a"), Some(Record { answers: long.clone(), stamp: "s2".into(), ..whole("a", "s1") }));
    assert_eq!(record("b"), Some(answers("b", "s1", &long)));
    let longer = answers("a", "s3", &format!("\"{}\"", "y".repeat(20_000)));
    assert_eq!(put(Some("s2"), &longer), Err(PutError::Full));
    assert_eq!(record("a").map(|record| record.stamp), Some("s3".to_owned()));
    assert_eq!(put(Some("s2"), &longer), Err(PutError::Overtaken(record("a"))));
    // What another tab has not written is owed still; what it has is not.
    storage::settle("assessment/a");
    assert_eq!(record("a").map(|record| record.stamp), Some("s3".to_owned()));
    // As long as before, it still fits; and it can be removed.
    assert_eq!(put(Some("s3"), &whole("a", "s4")), Ok(()));
    assert_eq!((record("a"), storage::owed_ends()), (Some(whole("a", "s4")), vec!["b".to_owned()]));
    remove_record("a");
    remove_record("b");
    assert_eq!(records(), []);
}

#[wasm_bindgen_test]
fn replies_that_were_written_before_the_answers_did_not_fit_are_taken_back() {
    let origin = Origin::empty();
    // One with replies and snapshots before, one without.
    for there in [whole("a", "s1"), answers("b", "s1", "1")] {
        assert_eq!(put(None, &there), Ok(()));
    }
    origin.fill_but_for(2_000);
    let keys = origin.keys();
    let grown = |id| Record {
        replies: Some("r".repeat(500)),
        snapshots: Some("s".repeat(500)),
        ..answers(id, "s2", &"x".repeat(10_000))
    };
    for id in ["a", "b"] {
        // The replies alone would fit: what follows is not for want of room for them.
        origin.set("neighbour/try", &"t".repeat(1_200));
        origin.0.remove_item("neighbour/try").unwrap();
        assert_eq!(put(Some("s1"), &grown(id)), Err(PutError::Full), "{id}");
    }
    for id in ["a", "b"] {
        assert_eq!(record(id), Some(grown(id)), "it is owed whole");
        for kind in ["assessment", "replies", "snapshots"] {
            storage::settle(&format!("{kind}/{id}"));
        }
    }
    assert_eq!(origin.keys(), keys);
    for id in ["a", "b"] {
        assert!(origin.get(&format!("common-ground/1/assessment/{id}")).unwrap().contains("s1"));
    }
    // All the room that was taken is free again.
    origin.set("neighbour/try", &"t".repeat(1_900));
}

#[wasm_bindgen_test]
fn replies_that_were_removed_before_the_answers_did_not_fit_come_back() {
    let origin = Origin::empty();
    assert_eq!(put(None, &whole("a", "s1")), Ok(()));
    origin.fill_but_for(0);
    let keys = origin.keys();
    let (replies, snapshots) = (Some(String::new()), Some(String::new()));
    let new = Record { replies, snapshots, ..answers("a", "s2", &"x".repeat(10_000)) };
    assert_eq!(put(Some("s1"), &new), Err(PutError::Full));
    assert_eq!(origin.keys(), keys);
    assert_eq!(records(), [new]);
}

#[wasm_bindgen_test]
fn what_cannot_be_put_aside_for_want_of_room_stays_where_it_is() {
    let origin = Origin::empty();
    let cut = "x".repeat(10_000);
    origin.set(&format!("{SPACE}assessment/a"), &cut);
    origin.fill_but_for(0);
    storage::put_aside("a", "why", &cut);
    assert_eq!((storage::aside(), record("a")), (vec![], Some(answers("a", "", &cut))));
    storage::drop_aside("a");
    assert_eq!(record("a"), None);
}

#[wasm_bindgen_test]
fn the_clock_says_what_files_can_hold() {
    let now: Instant = clock::now().parse().expect("now is an instant");
    assert_eq!(now.as_str().len(), "2026-11-20T16:05:00Z".len());
    let today: Date = clock::today().parse().expect("today is a date");
    assert!(today.is_day());
    // The one is in UTC, the other where the browser is.
    let apart = now.date().days_until(&today).expect("both are days");
    assert!((-1..=1).contains(&apart), "{now} and {today}");
}

#[wasm_bindgen_test]
fn what_is_random_is_never_the_same() {
    let mut drawn: Vec<[u8; 16]> = (0..100).map(|_| clock::random()).collect();
    drawn.sort_unstable();
    drawn.dedup();
    assert_eq!(drawn.len(), 100);
    assert!(!drawn.contains(&[0; 16]));
}

/// Every text in a tree, but for what the page passes over; `within` is the key that the tree stands under.
fn texts<'a>(tree: &'a Tree, within: &str, found: &mut Vec<&'a str>) {
    match tree {
        Tree::Text(text) => found.push(text),
        Tree::List(list) => list.iter().for_each(|one| texts(one, within, found)),
        Tree::Object(entries) => {
            for (key, one) in entries {
                if !matches!((within, key.as_str()), ("practices", "label") | ("weaknesses", "name" | "means")) {
                    texts(one, key, found);
                }
            }
        }
        _ => {}
    }
}

#[wasm_bindgen_test]
fn every_text_of_the_catalogue_and_of_the_advice_can_be_read() {
    let files = [
        (include_str!("../src/catalogue/en.json"), format!("{:?}", bundled())),
        (include_str!("../src/catalogue/en.advice.json"), format!("{:?}", bundled_advice())),
    ];
    for (file, read) in files {
        let tree = Tree::parse(file).expect("the file is JSON");
        let mut found = Vec::new();
        texts(&tree, "", &mut found);
        // Single words may be names of ours, which become values of a type.
        let sentences: Vec<&str> = found.into_iter().filter(|text| text.contains(' ')).collect();
        assert!(sentences.len() > 100, "only {} texts", sentences.len());
        for text in sentences {
            assert!(read.contains(&format!("{text:?}")), "{text}");
        }
    }
}

/// Every value as `Debug` writes it has been read; none may be an empty text, but for signs that are left out.
#[wasm_bindgen_test]
fn every_text_of_the_interface_can_be_read() {
    let read = format!("{:?}", text::EN).replace("signs: [\"\", \"\"]", "");
    assert!(read.matches(": \"").count() > 500, "hardly any texts");
    assert!(!read.contains("\"\""), "an empty text");
}

#[wasm_bindgen_test]
fn every_section_of_the_method_has_a_title_and_blocks() {
    for section in method::SECTIONS {
        assert!(!section.id.is_empty() && !section.title.is_empty(), "{}", section.id);
        assert!(!section.blocks.is_empty(), "{}", section.id);
    }
}

/// A tenth of a second.
async fn pause() {
    let passed = js_sys::Promise::new(&mut |done, _| {
        let window = web_sys::window().unwrap();
        window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, 100).unwrap();
    });
    wasm_bindgen_futures::JsFuture::from(passed).await.unwrap();
}

/// What the journal says of keys of this test, once it has written.
async fn journalled(mark: f64) -> Vec<journal::Entry> {
    for _ in 0..50 {
        pause().await;
        let found = journal::since(mark, 0.0).await.expect("the journal can be read");
        if !found.is_empty() {
            return found;
        }
    }
    panic!("nothing was written");
}

#[wasm_bindgen_test]
async fn what_is_kept_and_removed_is_in_the_journal_under_a_number_that_storage_knows() {
    let _origin = Origin::empty();
    journal::since(0.0, f64::MAX).await.expect("the journal can be read");
    journal::begin(|mark, _| mark.max(10.0) + 1.0, |at| at + 1_000.0, &[]);
    assert!(storage::mark() < 1.0, "nothing has happened yet");
    put(None, &whole("a", "s1")).unwrap();
    let first = journalled(0.0).await;
    let keys: Vec<&str> = first.iter().map(|(_, key, _)| key.as_str()).collect();
    assert_eq!(keys, ["assessment/a", "replies/a", "snapshots/a"]);
    assert!(first.iter().all(|(at, ..)| *at > 10.0 && *at < 12.0 && *at <= storage::mark()), "{first:?}");
    let replies = first.get(1).and_then(|(_, _, text)| text.as_deref());
    assert_eq!(replies, Some(r#"[{"R":1}]"#));

    remove_record("a");
    let second = journalled(11.0).await;
    assert!(second.iter().all(|(at, _, text)| *at > 11.0 && text.is_none()), "{second:?}");
    assert_eq!(journal::since(0.0, 0.0).await.unwrap().len(), 3, "one entry a key");

    // What a killed browser has lost comes back with the mark, and is not written once more.
    let mark = storage::mark();
    storage::put_back(first.into_iter().map(|(_, key, text)| (key, text)).collect());
    assert_eq!(records(), [whole("a", "s1")]);

    // What is spent goes, but for what belongs to an assessment: it would be put back whole, with what it was made
    // with.
    CATALOGUE.keep("d", "{}").unwrap();
    DRAFT.keep("k", "begun").unwrap();
    let drafts = async || journalled(mark).await.iter().any(|(_, key, _)| key == "draft/k");
    while !drafts().await {}
    let spent = journal::since(0.0, f64::MAX).await.unwrap();
    assert_eq!(spent.len(), 5, "what is spent is given a last time");
    let kept = journal::since(0.0, 0.0).await.unwrap();
    let keys: Vec<&str> = kept.iter().map(|(_, key, _)| key.as_str()).collect();
    assert_eq!(keys, ["assessment/a", "catalogue/d", "replies/a", "snapshots/a"]);
}

/// What a key of the journal says, once it does.
async fn in_journal(key: &str, expected: &str) -> f64 {
    for _ in 0..50 {
        let found = journalled(0.0).await;
        if let Some((at, ..)) = found.iter().find(|(_, one, text)| one == key && text.as_deref() == Some(expected)) {
            return *at;
        }
    }
    panic!("{key} is not {expected} in the journal");
}

#[wasm_bindgen_test]
async fn what_could_not_be_written_to_the_journal_is_tried_again_and_a_connection_that_was_lost_is_opened_anew() {
    let _origin = Origin::empty();
    journal::since(0.0, f64::MAX).await.expect("the journal can be read");
    journal::begin(|mark, now| now.max(mark + 1.0), |at| at + 1_000.0, &[]);
    let written = async |body: &str, text: &str| {
        let script = format!(
            "window.before ??= IDBDatabase.prototype.transaction;
            [window.failed, window.completed] = [0, 0];
            IDBDatabase.prototype.transaction = function (...words) {{
                {body}
                const made = window.before.apply(this, words);
                made.addEventListener('complete', () => window.completed += 1);
                return made;
            }}"
        );
        js_sys::eval(&script).unwrap();
        DRAFT.keep("again", text).unwrap();
        while js_sys::eval("window.completed").unwrap().as_f64() < Some(1.0) {
            pause().await;
        }
        // What the test reads with is opened anew, and nothing stands in its way.
        js_sys::eval("IDBDatabase.prototype.transaction = window.before").unwrap();
        in_journal("draft/again", text).await;
        js_sys::eval("window.failed").unwrap().as_f64()
    };
    // Twice it cannot be begun.
    let twice = "if (window.failed < 2) { window.failed += 1; throw new DOMException('no', 'UnknownError'); }";
    assert_eq!(written(twice, "begun").await, Some(2.0));
    // It is begun, and comes to nothing.
    let aborted = "if (window.failed < 1) {
            window.failed += 1;
            const made = window.before.apply(this, words);
            queueMicrotask(() => made.abort());
            return made;
        }";
    assert_eq!(written(aborted, "gone on with").await, Some(1.0));
    // The browser has closed the connection.
    let closed = "if (window.failed < 1) { window.failed += 1; this.close(); }";
    assert_eq!(written(closed, "done").await, Some(1.0));
}

#[wasm_bindgen_test]
async fn what_has_no_room_is_read_as_if_it_were_there_and_stays_in_the_journal_until_it_is_written() {
    let origin = Origin::empty();
    journal::since(0.0, f64::MAX).await.expect("the journal can be read");
    assert_eq!(put(None, &whole("a", "s1")), Ok(()));
    origin.fill_but_for(600);
    let written =
        |stamp: &str, letters: usize| format!("{{\"stamp\":\"{stamp}\",\"data\":\"{}\"}}", "x".repeat(letters));
    let long = written("s2", 10_000);
    let key = |key: &str| key.to_owned();
    storage::put_back(vec![
        (key("snapshots/a"), None),
        (key("assessment/a"), Some(long.clone())),
        (key("assessment/b"), Some(written("s1", 10_000))),
        (key("draft/k"), Some(key("begun"))),
    ]);
    // What fits is there, and what does not fit is read all the same.
    assert_eq!(origin.get("common-ground/1/draft/k").as_deref(), Some("begun"));
    assert!(origin.get("common-ground/1/assessment/a").unwrap().contains("s1"));
    let stamps = || records().into_iter().map(|one| (one.id, one.stamp, one.answers.len())).collect::<Vec<_>>();
    let one = |id: &str, stamp: &str| (id.to_owned(), stamp.to_owned(), 10_002);
    let mut found = stamps();
    found.sort();
    assert_eq!(found, [one("a", "s2"), one("b", "s1")]);
    assert_eq!(storage::owed_ends(), ["a", "b"]);
    // In the journal it stays ahead of the mark, however far a number leaps; what was put back comes behind it.
    let keys = ["draft/k", "assessment/a", "assessment/b"].map(key);
    journal::begin(|mark, _| mark + 5_000.0, |at| at + 1_000.0, &keys);
    let before = in_journal("draft/k", "begun").await;
    DRAFT.keep("k", "gone on with").unwrap();
    let at = in_journal("draft/k", "gone on with").await;
    let ahead = in_journal("assessment/a", &long).await;
    assert!(before < at && at < ahead && (storage::mark() - at).abs() < 0.5, "{before}, {at}, {ahead}");

    // A change that does not fit either is owed instead, and so in the journal, and is nowhere else until then; one
    // that does fit takes its place.
    let longer = answers("a", "s3", &"y".repeat(20_000));
    assert_eq!(put(Some("s2"), &longer), Err(PutError::Full));
    assert!(storage::owes());
    assert!(in_journal("assessment/a", &written("s3", 0).replace("\"\"", &"y".repeat(20_000))).await >= ahead);
    while storage::owes() {
        pause().await;
    }
    let mut ends = storage::owed_ends();
    ends.sort();
    assert_eq!(ends, ["a", "b"]);
    assert_eq!(put(Some("s3"), &answers("a", "s4", "{}")), Ok(()));
    assert_eq!(storage::owed_ends(), ["b"]);
    assert!(in_journal("assessment/a", "{\"stamp\":\"s4\",\"data\":{}}").await < ahead);
    assert!(records().iter().any(|record| record.stamp == "s4"));
    // Deleted, it is gone from everywhere.
    remove_record("b");
    assert_eq!(storage::owed_ends(), Vec::<String>::new());
    assert!(records().iter().all(|record| record.id == "a"));
    let removed =
        || async { journalled(0.0).await.iter().any(|(_, key, text)| key == "assessment/b" && text.is_none()) };
    while !removed().await {}
}

#[wasm_bindgen_test]
fn what_another_tab_writes_takes_the_place_of_what_has_no_room() {
    let origin = Origin::empty();
    origin.fill_but_for(600);
    storage::put_back(vec![("draft/k".to_owned(), Some("x".repeat(10_000)))]);
    assert_eq!(DRAFT.get("k").map(|text| text.len()), Some(10_000));
    origin.set("common-ground/1/draft/k", "theirs");
    assert_eq!(DRAFT.get("k").as_deref(), Some("theirs"));
    storage::settle("draft/k");
    origin.0.remove_item("common-ground/1/draft/k").unwrap();
    assert_eq!(DRAFT.get("k"), None);
    storage::put_back(vec![("assessment/b".to_owned(), Some("x".repeat(10_000)))]);
    assert_eq!(storage::records().len(), 1);
    origin.0.clear().unwrap();
    assert!(storage::was_emptied());
    assert_eq!(storage::records(), []);
}

#[wasm_bindgen_test]
fn a_deleted_one_that_has_no_room_in_a_new_form_is_kept_in_the_one_it_has() {
    let origin = Origin::empty();
    storage::keep_gone("a", "2026-11-20T09:30:00Z\n{}").unwrap();
    origin.fill_but_for(0);
    assert_eq!(storage::keep_gone("a", &"x".repeat(10_000)), Ok(()));
    assert_eq!(storage::gone(), [("a".to_owned(), "2026-11-20T09:30:00Z\n{}".to_owned())]);
    assert_eq!(storage::keep_gone("b", &"x".repeat(10_000)), Err(PutError::Full));
}

#[wasm_bindgen_test]
fn a_handler_that_holds_its_own_element_is_let_go_with_its_screen() {
    let held = Rc::new(Cell::new(0));
    let screen = Owner::new();
    let button = screen.with(|| {
        let (own, count) = (el("button"), Rc::clone(&held));
        let within = own.clone();
        own.on("click", move |_| count.set(count.get() + within.node().child_element_count() + 1))
    });
    let click = || button.node().clone().dyn_into::<HtmlElement>().unwrap().click();
    click();
    assert_eq!((held.get(), Rc::strong_count(&held)), (1, 2));
    screen.cleanup();
    click();
    assert_eq!((held.get(), Rc::strong_count(&held)), (1, 1));
}
