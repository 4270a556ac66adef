//! What one does is said, and the next thing takes the focus: on the results, in the statement, among the expectations.

use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::page::{Page, Role};

/// What has the focus: its id, or else its name.
#[track_caller]
fn focused(page: &Page) -> String {
    page.text_of("const { id, ariaLabel } = document.activeElement; return id || ariaLabel || ''")
}

#[test]
fn a_double_press_puts_one_action_into_the_plan_and_the_next_card_takes_the_focus() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    let first = "return document.querySelector('.act h3').textContent";
    let title = page.text_of(first);
    // The second press falls on the card that has come into its place.
    let twice = "const [done] = arguments;
        const press = () => document.querySelector('.act .actions button').click();
        document.querySelector('.act .actions button').focus();
        press();
        setTimeout(() => { press(); done(); }, 100);";
    page.browser().run_and_wait(twice, Vec::new());
    page.hear(&(EN.notices.planned)(&title));
    page.wait_until("the next card has the focus", || focused(&page) == "next-1");
    assert_ne!(page.text_of(first), title, "another one is proposed");
    page.to(EN.frame.plan);
    page.see(Role::Heading, &title);
    assert_eq!(page.text_of("return String(document.querySelectorAll('.deed').length)"), "1");
    page.leave();
}

#[test]
fn the_focus_goes_on_after_what_was_taken_out_added_or_written() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.to(EN.frame.expectations);
    let names = "return [...document.querySelectorAll('.asks h3')].slice(0, 2).map((one) => one.textContent).join('|')";
    let names = page.text_of(names);
    let Some((one, other)) = names.split_once('|') else { panic!("{names}") };
    page.press(&(EN.asking.take_out_name)(one));
    page.hear(&(EN.notices.taken_out)(one));
    let inside = "return document.activeElement.closest('.ask')?.querySelector('h3').textContent ?? ''";
    page.wait_until("the next one has the focus", || page.text_of(inside) == other);

    page.unfold(EN.asking.bank_title);
    let add = "return [...document.querySelectorAll('.bank button')].slice(0, 2).map((one) => one.ariaLabel).join('|')";
    let add = page.text_of(add);
    let Some((this, next)) = add.split_once('|') else { panic!("{add}") };
    page.press(this);
    let label = "return document.activeElement.ariaLabel ?? ''";
    page.wait_until("the next in the bank has the focus", || page.text_of(label) == next);

    page.to(EN.frame.statement);
    page.unfold(EN.planning.fill_again);
    page.find(Role::Button, EN.planning.fill_again).press();
    page.hear(EN.notices.drafted);
    page.wait_until("one can write", || focused(&page) == "statement");

    // The button is gone with its notice: what is said instead has the focus.
    let undo = "const button = document.querySelector('.notices button'); button.focus(); button.click();";
    page.browser().run(undo, Vec::new());
    page.hear(&(EN.notices.undone)(EN.notices.statement));
    let words = "return document.activeElement.textContent";
    page.wait_until("it can be dismissed", || page.text_of(words) == EN.frame.dismiss);
    page.leave();
}
