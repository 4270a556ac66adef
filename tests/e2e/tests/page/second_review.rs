//! A second review of the example: what has changed, what is late, and the paper to hand over; and that what changes
//! much is taken back by one undo.

use std::fs;

use common_ground::catalogue::{Practice, Side, bundled};
use common_ground::text::EN;
use common_ground_e2e::browser::{Driver, keys};
use common_ground_e2e::file;
use common_ground_e2e::page::{Answer, Page, Role, statement};
use common_ground_e2e::stop::Must;
use serde_json::{Value, json};

use crate::paper::{Printed, plain};

/// The community of the example.
const NAME: &str = "Water network modellers";

/// What was to be done, and by when: long ago.
const ACTION: &str = "Agree what counts as kept know-how";
const DUE: &str = "2024-02-29";

/// The texts of the cells in each row that a selector finds.
#[track_caller]
fn rows(page: &Page, selector: &str) -> Vec<Vec<String>> {
    let script = "const text = (element) => element.textContent.replace(/[ \\t\\n]+/g, ' ').trim();
        return [...document.querySelectorAll(arguments[0])].map((row) => [...row.children].map(text));";
    let found = page.browser().run(script, vec![json!(selector)]);
    let texts =
        |row: &Value| row.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    found.as_array().into_iter().flatten().map(texts).collect()
}

/// Cells as they are expected: `%` stands for the sign with its thin space.
fn cells<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(|text| text.replace('%', "\u{202f}%")).into()
}

/// The name of the practice that somebody looks again at what was agreed.
#[track_caller]
fn adapted() -> &'static str {
    &bundled().practice(Practice::Vp4).must("a practice of the catalogue").name
}

/// Two states are kept, everybody is asked again, and the person who keeps the assessment answers anew.
#[track_caller]
fn review(page: &Page) {
    page.to(EN.frame.time);
    page.day(EN.time.date, "2026-11-20");
    page.write(EN.time.label, "First review");
    page.press(EN.time.take);
    page.hear(&(EN.notices.snapshot_taken)("20 November 2026"));
    page.day(EN.time.date, "2026-11-24");
    page.write(EN.time.label, "End of the round");
    page.press(EN.time.round);
    page.hear(&(EN.notices.round_started)(2));

    page.to(EN.frame.expectations);
    page.choose(Side::Members, statement("O6"), Answer::Step(4));
    page.choose(Side::Organisation, statement("M1"), Answer::Step(4));
    page.visit_place("expectations/delivered");
    page.choose(Side::Organisation, statement("O6"), Answer::Step(3));
    page.choose(Side::Members, statement("O6"), Answer::Step(3));
    page.choose(Side::Members, statement("M5"), Answer::DontKnow);
    page.to(EN.frame.exchange);
    page.choose(Side::Members, EN.asking.worth_now, Answer::Step(2));
    page.to(EN.frame.practices);
    page.level(adapted(), 3);
}

/// Puts an action into the plan, to be done by a day.
#[track_caller]
fn intend(page: &Page, day: &str) {
    page.to(EN.frame.plan);
    page.write(EN.planning.own_action, ACTION);
    page.press(EN.planning.own_action_add);
    page.day(EN.planning.action_due, day);
}

/// What the rules make of it (scoring, 2, 3, 4 and 11), by hand.
///
/// Then the medians of the replies counted, in the order of the list: `o = 4 4 4 4 4 3 2 3 1 3 1 1`, `m = 1 3 3 1 1 4 3
/// 3 4 4 3 2`. Overlap 23/43; both want 5, either 11. Now the estimates count, with the two new answers: `o = 4 4 4 4 4
/// 3 3 3 4 3 1 1`, `m = 2 3 3 3 4 4 3 2 4 4 3 4`. Overlap 32/45; both want 8, either 12.
///
/// Delivered was `1 3 3 1 1 3 2 2 1 2 3 1` for the organisation and `2 3 2 1 1 4 3 1 1 2 2 0` for the members. Returns
/// then 66/136 and 65/128, kept 43/92. Now the fifth is 3 for both, and the members do not know the last: returns
/// 79/152 and 79/156 to 95/156, kept 61/128 to 62/128. So the members' return, 50.8 % then, lies within its range now.
#[track_caller]
fn compare(page: &Page) {
    let unclear = EN.time.between.guessed;
    // The figures on answers were heard then and are estimates now; the practices have always been the keeper’s.
    let expected = [
        cells([EN.time.overlap, "53%", "71%", unclear]),
        cells([EN.time.coverage_organisation, "68%", "84%", unclear]),
        cells([EN.time.coverage_members, "72%", "82%", unclear]),
        cells([EN.time.shared_of_wanted, "45%", "67%", unclear]),
        cells([EN.time.kept, "47%", "about 48%", unclear]),
        cells([EN.time.return_organisation, "49%", "52%", unclear]),
        cells([EN.time.return_members, "51%", "51–61%", unclear]),
        cells([EN.time.worth_organisation, "3", "3", unclear]),
        cells([EN.time.worth_members, "3", "2", unclear]),
        cells([EN.time.practices, "7 of 10", "8 of 10", "▲up"]),
    ];
    let found = rows(page, "#changes table tbody tr");
    for row in expected {
        assert!(found.contains(&row), "{row:?} is not among {found:#?}");
    }
    // So no answer of the two sides has moved.
    let moved = [cells([adapted(), EN.time.practice, "1 → 3"])];
    assert_eq!(rows(page, "#changes .moves li"), moved);
    let words = page.words();
    for (side, count) in [(EN.results.organisation_word, 3), (EN.results.members_word, 9)] {
        let note = (EN.time.between.voices)(side, &(EN.time.voice_replies)(count), EN.time.estimate);
        assert!(words.contains(&note), "“{note}” is not in {words}");
    }
}

#[test]
fn a_second_review_says_what_has_changed_and_what_is_late_on_the_page_and_on_paper() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    review(&page);
    intend(&page, DUE);
    let late = |page: &Page| page.all(Role::Card).iter().any(|card| card.text().contains(EN.planning.overdue));
    page.wait_until("the action is marked", || late(&page));
    assert!(page.words().contains(&(EN.planning.plan_state)(1, 1, 0)), "{}", page.words());

    page.to(EN.frame.time);
    let unheard = (EN.time.not_heard_again)(2, "53\u{202f}%", "24 November 2026");
    assert_eq!(page.heading(), unheard);
    assert!(page.words().contains(&[&(EN.time.moved)(1), ". ", EN.time.others_spoke].concat()), "{}", page.words());
    let before = ["53%", "5 of 12", "49%", "51%", "7 of 10", "Sustaining", "Org. 3, Mem. 9"];
    let [overlap, both, organisation, members, practices, phase, heard] = before;
    let of = |name: &str| cells([name, overlap, both, organisation, members, practices, phase, heard]);
    let now = cells([EN.time.present, "71%", "8 of 12", "52%", "51–61%", "8 of 10", "Sustaining", "–"]);
    let trend = [of("First review, 20 November 2026"), of("End of the round, 24 November 2026"), now];
    assert_eq!(rows(&page, "#trend table tbody tr"), trend);
    page.see(Role::Picture, &(EN.time.trend_picture)(3));
    compare(&page);

    // Between the two states that were kept, nothing has moved.
    page.find(Role::List, EN.time.changes_to).pick("End of the round, 24 November 2026");
    page.find(Role::List, EN.time.changes_from).pick("First review, 20 November 2026");
    page.wait_until("they are compared", || page.words().contains(&(EN.time.moved)(0)));
    let found = rows(&page, "#changes table tbody tr");
    assert!(
        found.len() >= 10 && found.iter().all(|row| row.last().is_some_and(|cell| cell == EN.time.between.no_clear))
    );

    let printed = Printed::of(&page);
    let sentence = [&(EN.results.matters)(8, 8, 12), ": 71\u{202f}% ", EN.results.overlap_follows].concat();
    let first = printed.pages.first().must("a page");
    assert!(first.contains(&plain(&sentence)), "the first page says “{sentence}”: {first}");
    assert!(first.contains(&plain(&["About 48\u{202f}% ", EN.results.kept_follows].concat())), "{first}");
    let all = printed.pages.join(" ");
    for words in [EN.time.trend_title, EN.time.changes_title, ACTION, EN.report.overdue, "29 February 2024"] {
        assert!(all.contains(words), "“{words}” is printed: {all}");
    }
    // The names of the states take two lines.
    let names = ["First review,", "20 November 2026", "End of the round,", "24 November 2026", EN.time.present];
    let figures = trend.iter().flat_map(|row| row.iter().skip(1)).map(String::as_str);
    // So do the sides that were heard.
    for cell in names.into_iter().chain(figures.flat_map(|cell| cell.split_inclusive(", ")).map(str::trim)) {
        assert!(all.contains(&plain(cell)), "“{cell}” is printed: {all}");
    }
    // What has changed since the last snapshot is printed, whichever two states the screen compares.
    for words in [&unheard, &*(EN.time.moved)(1), EN.time.return_members, &*(EN.time.round_now)(2)] {
        assert!(all.contains(&plain(words)), "“{words}” is printed: {all}");
    }
    page.leave();
}

/// Takes back what was just done, once: the screen says again what it said before.
#[track_caller]
fn undo(page: &Page, what: &str, before: &str) {
    page.keys(&[keys::CONTROL, 'z']);
    page.hear(&(EN.notices.undone)(what));
    page.wait_until("the screen is as it was", || page.words() == before);
}

/// Chooses a file in the dialog that is open.
#[track_caller]
fn choose(page: &Page, name: &str, text: &str) {
    let path = page.browser().folder().join(name);
    fs::write(&path, text).must("writing a file");
    page.find(Role::File, EN.home.open_file).choose_file(&path);
}

#[test]
fn deleting_opening_and_restoring_are_taken_back_by_one_undo_each() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.home();
    let before = page.words();
    page.press(&(EN.home.of_name)(EN.home.delete, NAME));
    page.hear(&(EN.notices.deleted)(NAME));
    page.wait_until("it is gone", || page.communities().is_empty());
    undo(&page, EN.notices.deletion, &before);

    let text =
        |last: char, name: &str| file::small(&format!("0b8f1c1e-6a55-4a53-9a63-0d7f6f0c8a1{last}"), name).to_string();
    page.press(EN.home.open);
    choose(&page, "one.json", &text('1', "Bridge inspectors"));
    page.hear(&(EN.notices.kept)("Bridge inspectors"));
    undo(&page, EN.notices.opened, &before);

    // Several come with a back-up, and go together.
    let lines = [text('2', "Harbour pilots"), text('3', "Lock keepers"), text('4', "Ferry masters")].join("\n");
    page.press(EN.home.restore);
    choose(&page, "all.jsonl", &lines);
    page.hear(&(EN.notices.brought)([3, 0, 0, 0, 0, 0]));
    page.wait_until("all are there", || page.communities().len() == 4);
    undo(&page, EN.notices.opened, &before);
    assert_eq!(page.communities(), [NAME]);
    page.reload();
    assert_eq!(page.communities(), [NAME], "and so it is kept");
    page.leave();
}

#[test]
fn a_new_round_and_a_closed_action_are_taken_back_by_one_undo_each() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.to(EN.frame.time);
    let before = page.words();
    page.press(EN.time.round);
    page.hear(&(EN.notices.round_started)(2));
    assert!(page.words().contains(&(EN.time.round_now)(2)), "{}", page.words());
    undo(&page, EN.notices.round, &before);

    intend(&page, DUE);
    page.wait_until("it is in the plan", || page.words().contains(EN.planning.overdue));
    for close in [EN.planning.action_done_name, EN.planning.action_drop_name] {
        let before = page.words();
        page.press(&close(ACTION));
        page.see(Role::More, &(EN.planning.plan_closed)(1, 0));
        assert!(page.words().contains(&(EN.planning.plan_state)(0, 0, 1)), "{}", page.words());
        undo(&page, EN.notices.action, &before);
    }
    page.leave();
}
