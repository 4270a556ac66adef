//! Everything works without a pointer.

use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::{Driver, keys};
use common_ground_e2e::page::{Page, Role, statement};
use common_ground_e2e::stop::Must;

/// How often Tab may be pressed to get from the top of a screen to its first question.
const TABS: usize = 40;

#[test]
fn a_question_is_answered_and_taken_back_by_keys_alone() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    page.wait_until("the heading has the focus", || page.find(Role::Heading, EN.asking.expectations_title).has_focus());
    let item = statement("O1");
    let question = page.question(Side::Organisation, item);
    let tabs = (0..TABS).take_while(|_| {
        page.keys(&[keys::TAB]);
        !question.has_focus()
    });
    assert!(tabs.count() < TABS, "the first question was not reached");
    page.keys(&[keys::SPACE]);
    page.wait_until("the first step is chosen", || question.chosen().as_deref() == Some("0"));
    page.keys(&[keys::RIGHT]);
    page.keys(&[keys::RIGHT]);
    page.wait_until("the third step is chosen", || question.chosen().as_deref() == Some("2"));
    page.keys(&[keys::LEFT]);
    page.wait_until("the second step is chosen", || question.chosen().as_deref() == Some("1"));
    assert!(question.has_focus());
    page.keys(&[keys::DELETE]);
    page.wait_until("it is taken back", || question.chosen().is_none());
    assert!(question.has_focus(), "the focus stays where it was");
    page.leave();
}

#[test]
fn after_an_expectation_is_taken_out_no_arrow_key_changes_an_answer() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.to(EN.frame.expectations);
    let (out, next) = (statement("O3"), statement("O4"));
    let answers = || Side::ALL.map(|side| page.chosen(side, next));
    let before = answers();
    page.find(Role::Button, &(EN.asking.take_out_name)(out)).focus();
    page.keys(&[keys::ENTER]);
    page.hear(&(EN.notices.taken_out)(out));
    page.wait_until("the next one has the focus", || page.find(Role::Card, next).has_focus());
    page.keys(&[keys::RIGHT]);
    page.settle();
    assert_eq!(answers(), before);
    page.keys(&[keys::TAB]);
    page.wait_until("its first question has the focus", || page.question(Side::Organisation, next).has_focus());
    page.leave();
}

#[test]
fn the_menu_of_a_narrow_page_folds_on_escape_beside_it_and_behind_the_focus() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.browser().resize(768, 740);
    let menu = page.find(Role::More, EN.frame.results);
    let open = || page.has(Role::Menu, EN.frame.places);
    let unfold = || {
        menu.focus();
        page.keys(&[keys::ENTER]);
        page.wait_until("it is unfolded", open);
    };
    unfold();
    page.keys(&[keys::TAB]);
    page.keys(&[keys::ESCAPE]);
    page.wait_until("Escape folds it", || !open());
    page.wait_until("the focus is back on the menu", || menu.has_focus());
    unfold();
    page.keys(&[keys::TAB]);
    page.settle();
    assert!(open() && !menu.has_focus(), "it stays while the focus is in it");
    menu.focus();
    page.keys(&[keys::SHIFT, keys::TAB]);
    page.wait_until("it folds once the focus has left it", || !open());
    unfold();
    page.browser().run("document.elementFromPoint(innerWidth / 2, innerHeight - 20).click()", Vec::new());
    page.wait_until("a press beside it folds it", || !open());
    page.leave();
}

#[test]
fn the_first_key_skips_to_the_content() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.reload();
    page.keys(&[keys::TAB]);
    assert!(page.find(Role::Link, EN.frame.skip).has_focus());
    let before = page.fragment();
    page.keys(&[keys::ENTER]);
    page.wait_until("the heading has the focus", || page.text_of("return document.activeElement.tagName") == "H1");
    assert_eq!(page.fragment(), before, "the address stays");
    page.leave();
}

#[test]
fn the_picture_tells_its_expectations_by_arrow_keys() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    let picture = page.find(Role::Group, EN.results.point_how);
    picture.focus();
    let silent = page.said();
    page.keys(&[keys::RIGHT]);
    page.wait_until("it tells of one", || page.said() != silent);
    let first = page.said();
    page.keys(&[keys::RIGHT]);
    page.wait_until("it tells of the next", || page.said() != first && page.said() != silent);
    page.keys(&[keys::LEFT]);
    page.wait_until("it tells of the first again", || page.said() == first);
    page.keys(&[keys::ESCAPE]);
    page.wait_until("it is silent", || page.said() == silent);
    page.leave();
}

#[test]
fn a_figure_opens_to_its_terms_and_gives_the_focus_back() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    let overlap = page.figures().open.first().cloned().unwrap_or_default();
    let figure = page.all(Role::Button).into_iter().find(|button| button.text() == overlap).must("the figure");
    figure.focus();
    page.keys(&[keys::ENTER]);
    let why = page.find(Role::Dialog, &(EN.results.why)(&overlap));
    page.wait_until("what opens has the focus", || why.has_focus());
    assert!(why.text().contains('÷'), "{}", why.text());
    page.keys(&[keys::ESCAPE]);
    page.wait_until("it is closed", || page.names(Role::Dialog).is_empty());
    page.wait_until("the figure has the focus again", || figure.has_focus());
    page.leave();
}

#[test]
fn what_a_figure_opened_goes_with_its_screen() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    let overlap = page.figures().open.first().cloned().unwrap_or_default();
    page.all(Role::Button).into_iter().find(|button| button.text() == overlap).must("the figure").press();
    page.see(Role::Dialog, &(EN.results.why)(&overlap));
    page.browser().back();
    page.wait_until("the first page is shown", || page.heading() == EN.home.saved_title);
    page.settle();
    assert_eq!(page.names(Role::Dialog), Vec::<String>::new(), "it still lies over another screen");
    page.leave();
}
