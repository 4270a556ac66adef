//! Where one goes on: behind what is asked, on the results, on a phone, and from an address that a mail program
//! changed.

use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::page::{Answer, Page, Role, statement};

/// A telephone.
const PHONE: (u32, u32) = (360, 740);

/// The sections that show more than their heading and what is found.
const UNFOLDED: &str = "return [...document.querySelectorAll('.foldable')]
    .filter((one) => [...one.children].some((part) => part.matches(':not(header)') && part.checkVisibility()))
    .map((one) => one.id).join(' ')";

#[test]
fn on_a_phone_the_results_fold_and_the_list_of_sections_unfolds_them() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    let wide = page.text_of(UNFOLDED);
    assert!(wide.starts_with("every bridges outlook "), "on a wide page all of it stands: {wide}");
    assert!(!page.has(Role::Button, EN.results.outlook_title), "and nothing folds");

    page.browser().resize(PHONE.0, PHONE.1);
    page.wait_until("the sections fold", || page.text_of(UNFOLDED).is_empty());
    page.see(Role::Heading, EN.next.title);
    page.see(Role::Heading, EN.results.outlook_title);
    page.press(EN.results.outlook_title);
    page.wait_until("the outlook unfolds", || page.text_of(UNFOLDED) == "outlook");
    // It stays so when the results are made again.
    page.press(&(EN.next.into_plan_name)(&first_action(&page)));
    page.wait_until("the outlook is still unfolded", || page.text_of(UNFOLDED) == "outlook");
    page.press(EN.results.outlook_title);
    page.wait_until("the outlook folds", || page.text_of(UNFOLDED).is_empty());

    page.unfold(EN.frame.contents);
    let list =
        page.text_of("return [...document.querySelectorAll('.contents button')].map((one) => one.innerText).join('|')");
    assert!(list.starts_with(&[EN.next.title, "|", EN.results.every_title, "|"].concat()), "{list}");
    let press = "const [name] = arguments;
        [...document.querySelectorAll('.contents button')].find((one) => one.innerText === name).click();";
    page.browser().run(press, vec![EN.results.profile_title.into()]);
    page.wait_until("the section is unfolded and its heading has the focus", || {
        page.text_of(UNFOLDED) == "profile" && page.text_of("return document.activeElement.id") == "profile-title"
    });
    assert_eq!(page.beyond(), 0, "nothing stands beyond the edge");
}

/// The title of the first action that is proposed.
fn first_action(page: &Page) -> String {
    page.text_of("return document.querySelector('.act h3').textContent")
}

#[test]
fn the_results_lead_to_what_is_still_to_answer() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "plan");
    page.follow(EN.asking.community_next);
    page.choose(Side::Organisation, statement("O1"), Answer::Step(3));
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    page.to(EN.frame.results);
    page.wait_until("what is still to answer is said", || page.has(Role::Heading, EN.results.still_title));
    page.wait_until("no action is announced where there is none", || {
        let words = page.words();
        words.contains(EN.next.none_open) && !words.contains(EN.next.lead)
    });
    page.follow(&(EN.results.still_worth)((EN.results.is_worth)(true), 2));
    page.wait_until("the first question has the focus", || {
        page.text_of("return document.activeElement.name") == "worth-organisation"
    });
    page.to(EN.frame.results);
    page.follow(&(EN.results.still_importance)(22, 24));
    page.wait_until("the first open question has the focus", || {
        page.text_of("return document.activeElement.name").starts_with("importance-organisation-")
    });
    page.follow(EN.asking.importance_next);
    page.wait_until("the page leads on", || page.heading() == EN.asking.exchange_title);
}

#[test]
fn an_address_that_a_mail_program_escaped_opens_what_it_holds() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    let link = page.link();
    page.leave();
    let guest = Page::before(&driver);
    let (before, fragment) = link.split_once('#').unwrap_or_default();
    guest.go(&[before, "#", &fragment.replace('/', "%2F")].concat());
    guest.wait_until("the copy is shown", || guest.fragment() == "#/guest");
    guest.leave();
}
