//! Two tabs on the same community never overwrite each other unseen.

use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::{Driver, Window, keys};
use common_ground_e2e::environment;
use common_ground_e2e::page::{Answer, Page, Role, statement};

use super::voices::answered;

/// Lets a tab see storage as it is now, whatever another tab saves, so that both can change the same state.
const DEAF: &str = "
    const held = Object.fromEntries(Object.entries(localStorage));
    const get = Storage.prototype.getItem;
    Storage.prototype.getItem = function (key) {
        return this === localStorage && key in held ? held[key] : get.call(this, key);
    };
    addEventListener('storage', (event) => { window.told ||= event.key?.includes('/assessment/'); });
    window.hear = () => { Storage.prototype.getItem = get; };";

/// Two windows at the expectations of one community.
#[track_caller]
fn two(page: &Page) -> (Window, Window) {
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    let fragment = page.fragment();
    let first = page.browser().window();
    let second = page.browser().open_window();
    page.browser().resize(1280, 900);
    page.visit(&fragment);
    (first, second)
}

#[track_caller]
fn deafen(page: &Page, window: &Window) {
    page.browser().switch(window);
    page.browser().run(DEAF, Vec::new());
}

/// The tab was told that another has saved, and looked in vain; from now on it sees.
#[track_caller]
fn hears_again(page: &Page, window: &Window) {
    page.browser().switch(window);
    page.wait_until("it is told", || page.browser().run("return !!window.told", Vec::new()) == true);
    page.browser().run("window.hear()", Vec::new());
}

#[track_caller]
fn becomes(page: &Page, window: &Window, side: Side, about: &str, value: &str) {
    page.browser().switch(window);
    page.wait_until(&format!("{about} is {value}"), || page.chosen(side, about).as_deref() == Some(value));
}

#[test]
fn a_change_in_one_tab_appears_in_the_other() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let (first, second) = two(&page);
    page.choose(Side::Organisation, statement("O1"), Answer::Step(4));
    becomes(&page, &first, Side::Organisation, statement("O1"), "4");
    page.hear(&(EN.notices.changed_elsewhere)("Bridge inspectors"));
    page.choose(Side::Members, statement("O1"), Answer::Step(1));
    becomes(&page, &second, Side::Members, statement("O1"), "1");

    page.home();
    page.press(&(EN.home.of_name)(EN.home.delete, "Bridge inspectors"));
    page.browser().switch(&first);
    page.hear(&(EN.notices.deleted_elsewhere)("Bridge inspectors"));
    page.leave();
}

#[test]
fn changes_made_in_two_tabs_at_once_are_both_kept() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let (first, second) = two(&page);
    deafen(&page, &first);
    page.browser().switch(&second);
    page.choose(Side::Organisation, statement("O1"), Answer::Step(4));
    hears_again(&page, &first);
    assert_eq!(page.chosen(Side::Organisation, statement("O1")), None, "it has not heard of it");
    page.choose(Side::Members, statement("O2"), Answer::Step(2));
    page.hear(&(EN.notices.merged)("Bridge inspectors"));
    for window in [&first, &second] {
        becomes(&page, window, Side::Organisation, statement("O1"), "4");
        becomes(&page, window, Side::Members, statement("O2"), "2");
    }
    page.reload();
    becomes(&page, &second, Side::Organisation, statement("O1"), "4");
    becomes(&page, &second, Side::Members, statement("O2"), "2");
    page.leave();
}

#[test]
fn a_state_that_is_no_single_change_is_kept_beside_what_another_tab_saved() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let (first, second) = two(&page);
    page.browser().switch(&first);
    page.choose(Side::Organisation, statement("O1"), Answer::Step(3));
    becomes(&page, &second, Side::Organisation, statement("O1"), "3");
    deafen(&page, &first);
    page.browser().switch(&second);
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    hears_again(&page, &first);
    page.keys(&[keys::CONTROL, 'z']);
    let copy = (EN.home.copy_of)("Bridge inspectors");
    page.hear(&(EN.notices.kept_apart)(&copy));
    page.home();
    let mut names = page.communities();
    names.sort();
    assert_eq!(names, ["Bridge inspectors", &copy]);
    page.leave();
}

/// Leaves the page for another document in the same tab.
#[track_caller]
fn away(page: &Page) {
    page.go(&format!("{}?another#/method", environment::page()));
}

/// Goes back to the page that was left. `WebKit` has kept it as it was, and tells it nothing of what other tabs have
/// done since; Chromium keeps it as a rule, and tells; Firefox loads a page anew that has a database open.
#[track_caller]
fn back(page: &Page, window: &Window) {
    page.browser().switch(window);
    page.browser().back();
    page.wait_until_there();
}

#[test]
fn a_page_that_back_brings_as_it_was_shows_what_another_tab_has_saved_since() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let (first, second) = two(&page);
    page.browser().switch(&first);
    page.choose(Side::Members, statement("O2"), Answer::Step(2));
    becomes(&page, &second, Side::Members, statement("O2"), "2");
    page.browser().switch(&first);
    away(&page);
    page.browser().switch(&second);
    page.choose(Side::Organisation, statement("O1"), Answer::Step(4));
    back(&page, &first);
    becomes(&page, &first, Side::Organisation, statement("O1"), "4");

    away(&page);
    page.browser().switch(&second);
    page.home();
    page.press(&(EN.home.of_name)(EN.home.delete, "Bridge inspectors"));
    page.wait_until("it is deleted", || page.communities().is_empty());
    back(&page, &first);
    page.wait_until("it is not shown any more", || !page.words().contains(statement("O1")));
    page.leave();
}

#[test]
fn a_reply_that_was_finished_in_another_tab_is_not_overwritten_by_a_page_that_back_brings_as_it_was() {
    let driver = Driver::start();
    let leader = Page::new(&driver);
    leader.begin("Bridge inspectors", "launch");
    leader.to(EN.frame.voices);
    let invitation = leader.written(&(EN.inviting.link_label)(EN.results.members_word));
    leader.leave();

    let page = Page::before(&driver);
    let question = |id: &str| format!("{}: {}", EN.reply.importance_members, statement(id));
    let chosen = |id: &str| page.find(Role::Group, &question(id)).chosen();
    page.go(&invitation);
    page.wait_until("the questions are shown", || page.fragment().ends_with("/1"));
    page.find(Role::Group, &question("O1")).radio("1").press();
    let first = page.browser().window();
    away(&page);
    page.browser().open_window();
    page.browser().resize(1280, 900);
    page.go(&invitation);
    let sent = answered(&page, Side::Members, 3);

    back(&page, &first);
    page.wait_until("the finished reply is shown", || chosen("O1").as_deref() == Some("3"));
    page.find(Role::Group, &question("O1")).radio("4").press();
    page.reload();
    assert_eq!(chosen("O1").as_deref(), Some("4"));
    assert_eq!(chosen("O2").as_deref(), Some("3"), "what was answered in the other tab is there");
    page.visit(&page.fragment().replace("/1", "/6"));
    page.wait_until("the reply is shown", || page.heading() == EN.reply.end_title);
    let again = page.text_of("return document.getElementById('code').textContent");
    assert_ne!(again, sent, "what was changed after it was sent is another reply");
    page.leave();
}
