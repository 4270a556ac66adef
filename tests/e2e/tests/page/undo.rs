//! Every change can be taken back, and made again.

use std::thread;
use std::time::Duration;

use common_ground::catalogue::{Practice, Side, bundled};
use common_ground::text::EN;
use common_ground_e2e::browser::{Driver, keys};
use common_ground_e2e::page::{Answer, Page, Role, Thing, statement};
use common_ground_e2e::stop::Must;

#[test]
fn answers_are_taken_back_and_made_again_by_button_and_by_key() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    let item = statement("O1");
    let chosen = |side| page.chosen(side, item);
    let becomes = |side, value: Option<&str>| {
        page.wait_until(&format!("the answer is {value:?}"), || chosen(side).as_deref() == value);
    };
    page.choose(Side::Members, item, Answer::DontKnow);
    page.choose(Side::Organisation, item, Answer::Step(4));
    page.choose(Side::Members, item, Answer::Step(2));
    assert_eq!((chosen(Side::Organisation).as_deref(), chosen(Side::Members).as_deref()), (Some("4"), Some("2")));

    page.press(EN.frame.undo);
    page.hear(&(EN.notices.undone)(EN.notices.answer_members));
    becomes(Side::Members, Some("?"));
    page.keys(&[keys::CONTROL, 'z']);
    becomes(Side::Organisation, None);
    page.keys(&[keys::CONTROL, 'z']);
    becomes(Side::Members, None);
    page.keys(&[keys::CONTROL, keys::SHIFT, 'z']);
    becomes(Side::Members, Some("?"));
    page.keys(&[keys::CONTROL, 'y']);
    becomes(Side::Organisation, Some("4"));
    page.press(EN.frame.redo);
    becomes(Side::Members, Some("2"));
    assert!(!page.find(Role::Button, EN.frame.redo).is_usable(), "there is nothing left to make again");

    // Choosing the chosen one takes it back, and that can be taken back.
    page.choose(Side::Members, item, Answer::Step(2));
    becomes(Side::Members, None);
    page.keys(&[keys::CONTROL, 'z']);
    becomes(Side::Members, Some("2"));

    // An expectation that is taken out comes back with its answers.
    page.press(&(EN.asking.take_out_name)(item));
    page.hear(&(EN.notices.taken_out)(item));
    page.wait_until("it is taken out", || !page.has(Role::Card, item));
    page.react(EN.frame.undo);
    page.see(Role::Card, item);
    becomes(Side::Members, Some("2"));
    page.press(&(EN.asking.take_out_name)(item));
    page.wait_until("it is taken out again", || !page.has(Role::Card, item));
    page.unfold(EN.asking.bank_title);
    page.press(&format!("{}: {item}", EN.asking.bring_back));
    page.see(Role::Card, item);
    becomes(Side::Members, Some("2"));
    page.leave();
}

#[test]
fn a_double_click_answers_and_takes_nothing_back() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    let twice = "arguments[0].click(); arguments[0].click();";
    let click_twice = |label: Thing| page.browser().run(twice, vec![label.to_value()]);
    page.to(EN.frame.expectations);
    let question = page.question(Side::Members, statement("O1"));
    click_twice(question.radio("3"));
    page.wait_until("it is answered", || question.chosen().as_deref() == Some("3"));
    // Later, choosing the chosen one takes it back: later than `DOUBLE` in `src/ui/parts/again.rs`.
    thread::sleep(Duration::from_millis(600));
    question.radio("3").press();
    page.wait_until("it is taken back", || question.chosen().is_none());

    page.to(EN.frame.practices);
    let words = bundled().practice(Practice::Vp1).must("a practice");
    let practice = page.find(Role::Group, &words.name);
    click_twice(practice.radio("2"));
    page.wait_until("it is answered", || practice.chosen().as_deref() == Some("2"));
    page.leave();
}

#[test]
fn moving_through_the_steps_by_arrow_keys_is_taken_back_as_a_whole() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    let item = statement("O1");
    let becomes = |value: Option<&str>| {
        page.wait_until(&format!("the answer is {value:?}"), || {
            page.chosen(Side::Organisation, item).as_deref() == value
        });
    };
    page.choose(Side::Organisation, item, Answer::Step(0));
    becomes(Some("0"));
    for value in ["1", "2", "3"] {
        page.keys(&[keys::RIGHT]);
        becomes(Some(value));
    }
    // Another question is the next change, and so is this one when it is visited again.
    page.choose(Side::Members, item, Answer::Step(1));
    page.wait_until("the other is answered", || page.chosen(Side::Members, item).as_deref() == Some("1"));
    page.choose(Side::Organisation, item, Answer::Step(4));
    becomes(Some("4"));
    page.press(EN.frame.undo);
    becomes(Some("3"));
    page.press(EN.frame.undo);
    page.wait_until("the other is open again", || page.chosen(Side::Members, item).is_none());
    becomes(Some("3"));
    page.press(EN.frame.undo);
    becomes(None);
    page.press(EN.frame.redo);
    becomes(Some("3"));

    // A second visit with nothing in between.
    page.choose(Side::Organisation, item, Answer::Step(2));
    becomes(Some("2"));
    page.keys(&[keys::TAB]);
    page.choose(Side::Organisation, item, Answer::Step(1));
    becomes(Some("1"));
    page.press(EN.frame.undo);
    becomes(Some("2"));
    page.leave();
}

#[test]
fn typing_is_taken_back_as_a_whole() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    for letters in ["W", "Wa", "Water modellers"] {
        page.write(EN.asking.name, letters);
    }
    page.find(Role::Group, EN.asking.phase).radio("sustain").press();
    page.press(EN.frame.undo);
    page.wait_until("the phase is back", || {
        page.find(Role::Group, EN.asking.phase).chosen().as_deref() == Some("launch")
    });
    page.press(EN.frame.undo);
    page.wait_until("the name is back", || page.written(EN.asking.name) == "Bridge inspectors");
    page.leave();
}

#[test]
fn a_deleted_community_is_brought_back_by_undo_or_from_the_recently_deleted() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.home();
    page.open_example();
    page.home();
    let delete = (EN.home.of_name)(EN.home.delete, "Bridge inspectors");
    let here = || page.communities().iter().any(|name| name == "Bridge inspectors");
    page.press(&delete);
    page.hear(&(EN.notices.deleted)("Bridge inspectors"));
    assert!(!here());
    page.react(EN.frame.undo);
    page.wait_until("it is back", here);

    page.press(&delete);
    page.wait_until("it is gone", || !here());
    page.reload();
    assert!(!here(), "it is gone after loading again too");
    let folded =
        page.names(Role::More).into_iter().find(|name| name.starts_with(EN.home.gone_title)).unwrap_or_default();
    page.unfold(&folded);
    page.press(&(EN.home.of_name)(EN.home.bring_back, "Bridge inspectors"));
    page.hear(&(EN.notices.brought_back)("Bridge inspectors"));
    assert!(here());
    page.reload();
    assert!(here(), "it is back after loading again too");
    page.leave();
}
