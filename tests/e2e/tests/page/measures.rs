//! Measures: chosen from the bank or of their own, warned about as long as something is missing, and kept.

use common_ground::catalogue::bundled_advice;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::page::{Page, Role, Thing};
use common_ground_e2e::stop::Must;

/// An indicator of the bank that looks back, and one that looks ahead.
const RESULT: &str = "R1";
const AHEAD: &str = "L6";

/// One of their own.
const OWN: &str = "Requests from units";

/// The name of an indicator of the bank.
#[track_caller]
fn named(code: &str) -> &'static str {
    &bundled_advice().measures.iter().find(|one| one.id == code).must("an indicator of the bank").name
}

/// A community without a measure, where its measures are, the whole bank unfolded: what fits the phase stands first,
/// and all others behind it.
#[track_caller]
fn begin(page: &Page) {
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.statement);
    page.wait_until("there is no measure", || page.words().contains(EN.planning.measures_none));
    page.unfold(EN.planning.bank);
    page.unfold(EN.planning.bank_rest);
}

/// Adds one of the bank, which then is open to be filled in.
#[track_caller]
fn choose(page: &Page, code: &str) {
    page.press(&(EN.planning.add_name)(named(code)));
    page.see(Role::Card, named(code));
}

/// Waits until a measure says something, or no longer does.
#[track_caller]
fn says(page: &Page, card: &str, words: &str, expected: bool) {
    let what = format!("“{card}” {} “{words}”", if expected { "says" } else { "no longer says" });
    page.wait_until(&what, || page.find(Role::Card, card).text().contains(words) == expected);
}

/// Writes into a field of a measure.
#[track_caller]
fn write(page: &Page, card: &str, field: &str, text: &str) {
    page.find(Role::Card, card).find(Role::Field, field).write(text);
}

#[test]
fn measures_of_the_bank_and_their_own_are_warned_about_until_they_are_whole_and_kept() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    begin(&page);
    let text = &EN.planning;
    choose(&page, RESULT);
    page.hear(text.warn_no_leading);
    says(&page, named(RESULT), text.no_baseline, true);
    assert!(!page.has(Role::Button, &(text.add_name)(named(RESULT))), "it is in the bank no longer");

    // One of their own has everything still to come.
    page.press(text.add_measure);
    for lack in [text.no_name, text.no_baseline, text.no_target, text.no_item] {
        says(&page, text.unnamed_measure, lack, true);
    }
    write(&page, text.unnamed_measure, text.measure_name, OWN);
    page.see(Role::Card, OWN);
    let own = || page.find(Role::Card, OWN);
    own().find(Role::List, text.measure_kind).pick(text.kind_leading);
    page.wait_until("one looks ahead now", || !page.said().contains(text.warn_no_leading));
    write(&page, OWN, text.measure_baseline, "two");
    page.hear(text.not_a_number);
    says(&page, OWN, text.no_baseline, true);
    write(&page, OWN, text.measure_baseline, "2");
    write(&page, OWN, text.measure_target, "6");
    write(&page, OWN, text.measure_current, "3");
    write(&page, OWN, text.measure_unit, "per quarter");
    write(&page, OWN, text.measure_owner, "Ann");
    own().all(Role::Check).first().must("an expectation to show").press();
    for lack in [text.no_name, text.no_baseline, text.no_target, text.no_item, text.not_a_number] {
        says(&page, OWN, lack, false);
    }
    says(&page, OWN, &(text.progress)("3", "25\u{202f}%"), true);

    page.reload();
    page.see(Role::Card, named(RESULT));
    let line = [text.leading, &(text.from_to)("2", "6", "per quarter"), "Ann"].join(" · ");
    says(&page, OWN, &line, true);
    own().all(Role::More).iter().for_each(Thing::press);
    let value = |field: &str| own().find(Role::Field, field).value();
    let fields = [text.measure_baseline, text.measure_target, text.measure_current, text.measure_unit];
    assert_eq!(fields.map(value), ["2", "6", "3", "per quarter"]);
    assert!(!page.said().contains(text.warn_no_leading));

    // Without the one that looks ahead the warning is back, and taking it out is taken back.
    page.press(&(text.take_out_name)(OWN));
    page.hear(text.warn_no_leading);
    page.press(EN.frame.undo);
    page.see(Role::Card, OWN);
    page.wait_until("the warning is gone", || !page.said().contains(text.warn_no_leading));
    page.leave();
}

#[test]
fn more_than_five_measures_are_warned_about_until_one_is_taken_out() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    begin(&page);
    let text = &EN.planning;
    choose(&page, AHEAD);
    for count in 2..=6 {
        page.press(text.add_measure);
        page.wait_until("it is there", || page.all(Role::Card).len() == count);
        let name = format!("Number {count}");
        write(&page, text.unnamed_measure, text.measure_name, &name);
        page.see(Role::Card, &name);
    }
    page.hear(&(text.warn_many)(6));
    page.press(&(text.take_out_name)("Number 4"));
    page.wait_until("five are left", || page.all(Role::Card).len() == 5);
    page.wait_until("that is enough", || !page.said().contains(&(text.warn_many)(6)));
    page.leave();
}
