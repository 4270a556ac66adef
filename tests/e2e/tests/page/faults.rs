//! What goes wrong around the page costs nothing, or the page says what.

use std::thread;
use std::time::Duration;

use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::file;
use common_ground_e2e::page::{Answer, Page, Role, statement};
use common_ground_e2e::stop::Must;
use serde_json::{Value, json};

/// As many communities as anybody may have.
const MANY: u32 = 2_000;

/// What may be lost of the work when a browser is killed, at most.
const LAST: Duration = Duration::from_secs(1);

/// Changes a field as typing does, with one event for each state of it.
const TYPED: &str = "const [field, ...texts] = arguments;
    for (const text of texts) {
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    field.dispatchEvent(new Event('change', { bubbles: true }));";

/// Types a text into a field, letter by letter.
#[track_caller]
fn type_into(page: &Page, name: &str, text: &str) {
    let states = text.char_indices().map(|(at, one)| json!(text.get(..at + one.len_utf8())));
    let field = page.find(Role::Field, name).to_value();
    page.browser().run(TYPED, [field].into_iter().chain(states).collect());
}

/// The field for the purpose.
fn purpose() -> String {
    format!("{} {}", EN.asking.purpose, EN.asking.optional)
}

/// Kills the browser a second after the last change, and opens the page again.
#[track_caller]
fn kill(page: &Page) {
    // That what is older is kept is the promise, so the journal is not asked.
    thread::sleep(LAST);
    page.browser().kill_and_start_again();
    page.visit("");
}

/// Browsers keep what a page stores in memory for some seconds before it reaches the disk: measured, Firefox 5 s,
/// Chromium 4 s at first and 16 s and more while one goes on. The journal beside it is there within half a second.
#[test]
fn a_killed_browser_loses_at_most_the_last_second() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    type_into(&page, &purpose(), "What we want of each other");
    page.to(EN.frame.expectations);
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    page.choose(Side::Organisation, statement("O1"), Answer::Step(4));
    kill(&page);
    page.wait_until("it is there", || page.communities() == ["Bridge inspectors"]);
    page.follow("Bridge inspectors");
    page.to(EN.frame.community);
    assert_eq!(page.written(&purpose()), "What we want of each other");
    page.to(EN.frame.expectations);
    assert_eq!(page.chosen(Side::Members, statement("O1")).as_deref(), Some("2"));
    assert_eq!(page.chosen(Side::Organisation, statement("O1")).as_deref(), Some("4"));

    // What comes back can be changed, undone and deleted, and none of that is lost or taken back either.
    page.choose(Side::Members, statement("O2"), Answer::Step(3));
    page.choose(Side::Members, statement("O1"), Answer::Step(1));
    page.press(EN.frame.undo);
    page.wait_until("it is taken back", || page.chosen(Side::Members, statement("O1")).as_deref() == Some("2"));
    page.home();
    page.begin("Elsewhere", "plan");
    kill(&page);
    page.wait_until("both are there", || page.communities().len() == 2);
    page.follow("Bridge inspectors");
    page.to(EN.frame.expectations);
    assert_eq!(page.chosen(Side::Members, statement("O1")).as_deref(), Some("2"));
    assert_eq!(page.chosen(Side::Members, statement("O2")).as_deref(), Some("3"));
    page.home();
    page.press(&(EN.home.of_name)(EN.home.delete, "Bridge inspectors"));
    page.wait_until("it is deleted", || page.communities() == ["Elsewhere"]);
    kill(&page);
    page.wait_until("one is there", || page.communities() == ["Elsewhere"]);
    let bin = || page.names(Role::More).into_iter().any(|name| name.starts_with(EN.home.gone_title));
    page.wait_until("the other can be brought back", bin);
    assert!(!page.has(Role::Heading, EN.home.aside_title), "{}", page.words());
    page.leave();
}

/// Killed while it writes, there is one state of a record or another, and nothing between them.
#[test]
fn a_killed_browser_leaves_whole_records() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.wait_for_journal();
    for step in 0..4 {
        page.to(EN.frame.expectations);
        page.choose(Side::Members, statement("O1"), Answer::Step(step));
        page.browser().kill_and_start_again();
        page.visit("");
        page.wait_until("it is there", || page.communities() == ["Bridge inspectors"]);
        assert!(!page.has(Role::Heading, EN.home.aside_title), "{}", page.words());
        page.follow("Bridge inspectors");
    }
    page.leave();
}

/// Brings storage back to what it held before, all but its neighbours; the page is not told, as when its browser was
/// killed.
const BACK: &str = "const [kept] = arguments;
    localStorage.clear();
    for (const [key, text] of kept) localStorage.setItem(key, text);";

/// What a killed browser has lost is in the journal. A neighbour has taken the room for it meanwhile.
#[test]
fn what_cannot_be_put_back_for_want_of_room_is_said_and_shown_and_put_back_once_there_is_room() {
    const ROOM: usize = 200;
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.wait_for_journal();
    let early = page.browser().run("return Object.entries(localStorage)", Vec::new());
    let long = "We look at what we found on the bridges. ".repeat(400);
    let field = page.find(Role::Field, &purpose()).to_value();
    page.browser().run(TYPED, vec![field, json!(long)]);
    page.wait_until("it is saved", || page.kept().contains(long.trim()));
    page.wait_for_journal();
    page.browser().run(BACK, vec![early]);
    page.fill_storage(ROOM);
    let said = (EN.notices.not_put_back)(&(EN.notices.last_changes)(&(EN.notices.named)("Bridge inspectors")));
    // However often the page is opened, it is there.
    for _ in 0..2 {
        page.reload();
        page.hear(&said);
        page.hear(EN.frame.full_title);
        assert_eq!(page.written(&purpose()), long);
        assert!(!page.kept().contains(long.trim()), "there is no room for it");
    }
    page.free_storage();
    page.reload();
    page.wait_until("nothing is missing", || !page.said().contains(&said));
    assert_eq!(page.written(&purpose()), long);
    assert!(page.kept().contains(long.trim()), "it is in storage again");
    assert!(!page.said().contains(EN.frame.full_title), "{}", page.said());
    page.leave();
}

/// One save writes the snapshots and the answers under a key each. Here the first has room, and the second has not.
#[test]
fn a_storage_that_is_full_in_the_middle_of_a_save_keeps_nothing_half() {
    const ROOM: usize = 2_000;
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.fill_storage(ROOM);
    let long = "We look at what we found on the bridges. ".repeat(400);
    let field = page.find(Role::Field, &purpose()).to_value();
    page.browser().run(TYPED, vec![field, json!(long)]);
    page.hear(EN.frame.full_title);
    let before = page.kept();
    page.to(EN.frame.time);
    page.day(EN.time.date, "2026-11-20");
    page.press(EN.time.take);
    page.hear(&(EN.notices.snapshot_taken)("20 November 2026"));
    page.hear(EN.frame.full_title);
    assert_eq!(page.kept(), before, "nothing of it is kept");
    let fits = "const key = 'common-ground/1/snapshots/' + arguments[0];
        localStorage.setItem(key, 's'.repeat(1_000));
        localStorage.removeItem(key);";
    page.browser().run(fits, vec![json!(page.identity())]);

    // With room again, the next change takes everything with it.
    page.free_storage();
    page.to(EN.frame.expectations);
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    page.wait_until("the warning is gone", || !page.said().contains(EN.frame.full_title));
    page.reload();
    assert!(page.kept().contains("/snapshots/"), "the snapshot is kept");
    assert_eq!(page.chosen(Side::Members, statement("O1")).as_deref(), Some("2"));
    page.to(EN.frame.community);
    assert_eq!(page.written(&purpose()), long);
    page.leave();
}

#[test]
fn a_storage_that_another_page_empties_is_filled_again_and_said() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Elsewhere", "plan");
    page.home();
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    let fragment = page.fragment();
    let first = page.browser().window();
    page.browser().open_window();
    page.visit("#/method");
    page.browser().run("localStorage.clear()", Vec::new());
    page.browser().switch(&first);
    page.hear(&(EN.notices.emptied)(2));
    page.reload();
    assert_eq!(page.fragment(), fragment);
    assert_eq!(page.chosen(Side::Members, statement("O1")).as_deref(), Some("2"));
    page.home();
    let mut names = page.communities();
    names.sort();
    assert_eq!(names, ["Bridge inspectors", "Elsewhere"]);
    page.leave();
}

#[test]
fn records_of_other_hands_block_nothing_and_are_said() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.home();
    let data = file::filled(1);
    let whole = data.to_string();
    let of = |key: &str, value: Value| {
        let mut data = data.clone();
        if let Some(place) = data.get_mut(key) {
            *place = value;
        }
        data.to_string()
    };
    let cases = [
        ("cut", whole.get(..whole.len() / 2).unwrap_or_default().to_owned()),
        ("empty", String::new()),
        ("newer", of("version", json!(99))),
        ("other", of("format", json!("acme/survey"))),
        ("elsewhere", of("id", json!("0b8f1c1e-6a55-4a53-9a63-0d7f6f0c8a11"))),
    ];
    let stored = |data: &str| format!("{{\"stamp\":\"00\",\"data\":{data}}}");
    for (at, (what, data)) in (2..).zip(&cases) {
        let key = format!("common-ground/1/assessment/{}", file::identity(at));
        let text = if *what == "empty" { String::new() } else { stored(data) };
        page.browser().run("localStorage.setItem(...arguments)", vec![json!(key), json!(text)]);
    }
    page.reload();
    page.see(Role::Heading, EN.home.aside_title);
    assert_eq!(page.communities(), ["Bridge inspectors"]);
    let words = page.words();
    for (at, (what, _)) in (2..).zip(&cases) {
        assert!(words.contains(&file::identity(at)), "{what}: {words}");
    }
    // What a newer page has written stays in its place for that page; the others make room.
    let at = |kind: &str, number| format!("\"common-ground/1/{kind}/{}\"", file::identity(number));
    let kept = page.kept();
    assert!(kept.contains(&at("assessment", 4)) && !kept.contains(&at("aside", 4)), "{kept}");
    assert!(kept.contains(&at("aside", 2)) && !kept.contains(&at("assessment", 2)), "{kept}");
    page.press(&(EN.home.of_name)(EN.home.delete, &file::identity(4)));
    page.wait_until("it is gone", || !page.kept().contains(&file::identity(4)));
    page.leave();
}

#[test]
fn a_clock_that_goes_back_loses_nothing() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    page.choose(Side::Organisation, statement("O1"), Answer::Step(4));
    let back = "const Then = Date; const by = 3 * 365 * 86400 * 1000;
        window.Date = class extends Then {
            constructor(...words) { if (words.length) super(...words); else super(Then.now() - by); }
            static now() { return Then.now() - by; }
        };";
    page.browser().run(back, Vec::new());
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    page.choose(Side::Members, statement("O2"), Answer::Step(3));
    page.press(EN.frame.undo);
    page.wait_until("it is taken back", || page.chosen(Side::Members, statement("O2")).is_none());
    page.press(EN.frame.redo);
    page.wait_until("it is there again", || page.chosen(Side::Members, statement("O2")).is_some());
    page.reload();
    assert_eq!(page.chosen(Side::Organisation, statement("O1")).as_deref(), Some("4"));
    assert_eq!(page.chosen(Side::Members, statement("O1")).as_deref(), Some("2"));
    assert_eq!(page.chosen(Side::Members, statement("O2")).as_deref(), Some("3"));

    // Deleted three years ago, if one believed the clock.
    page.home();
    page.browser().run(back, Vec::new());
    page.press(&(EN.home.of_name)(EN.home.delete, "Bridge inspectors"));
    page.wait_until("it is deleted", || page.communities().is_empty());
    page.reload();
    let bin = || page.names(Role::More).into_iter().find(|name| name.starts_with(EN.home.gone_title));
    page.wait_until("it can be brought back", || bin().is_some());
    page.unfold(&bin().must("the deleted ones"));
    page.press(&(EN.home.of_name)(EN.home.bring_back, "Bridge inspectors"));
    page.wait_until("it is back", || page.communities() == ["Bridge inspectors"]);
    page.leave();
}

#[test]
fn two_thousand_communities_fit_and_are_found() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.store(MANY);
    page.reload();
    page.see(Role::Field, EN.home.search_label);
    assert!(page.words().contains(&(EN.home.some_shown)(60, MANY as usize)), "it is said how many are shown");

    page.write(EN.home.search_label, "community 1999");
    page.wait_until("it is found", || page.communities() == ["Community 1999"]);
    page.follow("Community 1999");
    page.to(EN.frame.expectations);
    page.choose(Side::Members, statement("O1"), Answer::DontKnow);
    page.reload();
    assert_eq!(page.chosen(Side::Members, statement("O1")).as_deref(), Some("?"));
    page.home();
    page.press(EN.home.show_more);
    page.wait_until("more are shown", || page.communities().len() == 120);
    page.leave();
}

#[test]
fn fifty_megabytes_pasted_get_one_sentence_and_change_nothing() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.home();
    let before = page.kept();
    // Not shown, since the browser itself takes half a minute to break such a text into lines.
    let paste = "const [field] = arguments;
        field.style.display = 'none';
        field.value = 'cg:AQ '.repeat(50e6 / 6);
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
    page.press(EN.home.open);
    page.browser().run(paste, vec![page.find(Role::Field, EN.home.open_paste).to_value()]);
    page.press(EN.home.open_paste_go);
    page.hear(EN.notices.unreadable);
    assert_eq!(page.said().lines().count(), 1, "{}", page.said());
    assert_eq!(page.kept(), before);
    page.press(EN.frame.dismiss);

    // The page still works, and where replies are looked for it says what it found.
    page.reload();
    page.follow("Bridge inspectors");
    page.to(EN.frame.voices);
    let before = page.kept();
    page.browser().run(paste, vec![page.find(Role::Field, EN.inviting.collect_label).to_value()]);
    page.wait_until("it says something", || !page.said().is_empty());
    assert_eq!(page.kept(), before);
    page.to(EN.frame.expectations);
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    page.leave();
}

#[test]
fn hostile_links_are_refused_or_shown_as_text() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.home();
    let before = page.kept();
    for hostile in [
        "#/v/<img src=x onerror=window.fooled=1>",
        "#/v/AQ%3Cscript%3Ewindow.fooled=1%3C/script%3E",
        "#/c/__proto__/results",
        "#/c/constructor/expectations",
        "#/r/__proto__/1",
        "#/c/javascript:window.fooled=1/results",
        "#javascript:window.fooled=1",
        "#/v/AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ] {
        page.visit(hostile);
        page.settle();
        assert!(!page.is_fooled(), "{hostile}");
        assert!(!page.heading().is_empty(), "{hostile}");
        assert_eq!(page.kept(), before, "{hostile}");
    }
    page.visit("#/");
    assert_eq!(page.communities(), ["Bridge inspectors"]);
    page.leave();
}
