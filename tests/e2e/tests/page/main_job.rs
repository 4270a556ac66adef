//! From an empty page to a shared picture.

use common_ground::catalogue::{Side, bundled};
use common_ground::score::Gate;
use common_ground::text::EN;
use common_ground_e2e::browser::{Driver, Engine};
use common_ground_e2e::page::{Answer, Figures, Page, Role};
use serde_json::json;

/// What the two sides want of the twelve expectations that one begins with: steps of importance.
const WANTED: [(u8, u8); 12] =
    [(4, 2), (4, 4), (3, 3), (3, 1), (4, 3), (2, 4), (3, 4), (1, 3), (2, 4), (3, 3), (0, 4), (2, 3)];

/// A name, a phase, 24 taps, 2 taps, seven practices, and the ways between: what it takes at most.
const ACTIONS: usize = 40;

/// The twelve expectations that one begins with.
fn expectations() -> Vec<&'static str> {
    bundled().items.iter().filter(|item| item.default).map(|item| item.statement.as_str()).collect()
}

/// The smaller of the two ratings, added up, by the larger of the two, added up (Ruzicka); in whole per cent.
fn overlap_of(wanted: &[(u8, u8)]) -> String {
    let smaller: u32 = wanted.iter().map(|(one, two)| u32::from(*one.min(two))).sum();
    let larger: u32 = wanted.iter().map(|(one, two)| u32::from(*one.max(two))).sum();
    format!("{}\u{202f}%", (200 * smaller + larger) / (2 * larger))
}

/// Makes the first picture as a new user does; ends at its results.
pub fn first_picture(page: &Page) {
    page.begin("Bridge inspectors", "launch");
    page.follow(EN.asking.community_next);
    let expectations = expectations();
    assert_eq!(expectations.len(), WANTED.len());
    for (statement, (organisation, members)) in expectations.into_iter().zip(WANTED) {
        page.choose(Side::Organisation, statement, Answer::Step(organisation));
        page.choose(Side::Members, statement, Answer::Step(members));
    }
    page.follow(EN.asking.importance_next);
    page.choose(Side::Organisation, EN.asking.worth_now, Answer::Step(3));
    page.choose(Side::Members, EN.asking.worth_now, Answer::Step(4));
    page.follow(EN.asking.exchange_next);
    for (practice, level) in Gate::LaunchedWell.needs() {
        let name = bundled().practice(*practice).map(|practice| practice.name.as_str());
        page.level(name.unwrap_or_default(), *level);
    }
    page.follow(EN.asking.practices_next);
    page.wait_until("the results are shown", || page.title().starts_with(EN.frame.results));
}

#[test]
fn a_new_user_gets_from_the_empty_page_to_a_shared_picture_in_forty_actions() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    assert_eq!(page.heading(), EN.home.title);
    first_picture(&page);
    assert!(page.actions() <= ACTIONS, "it took {} actions", page.actions());

    let overlap = overlap_of(&WANTED);
    let both = WANTED.iter().filter(|(one, two)| one.min(two) >= &3).count();
    let sentence = (EN.results.matters)(both, both, WANTED.len());
    let (heading, figures) = (page.heading(), page.figures());
    assert_eq!(heading, format!("{sentence}: {overlap} {}.", EN.results.overlap_follows));
    assert_eq!(figures.open.first(), Some(&overlap));
    let pictures = page.names(Role::Picture);
    assert!(pictures.iter().any(|name| name.contains(&sentence) && name.contains(&overlap)), "{pictures:?}");
    // What has been delivered is not asked before the first picture, so it stays open whether anything comes back.
    assert_eq!(figures.outlook, ["fragile", "on course for its phase"]);

    let link = page.link();
    page.press(EN.share.copy);
    page.wait_until("the page says whether the link is copied", || {
        [EN.notices.link_copied, EN.notices.clipboard_refused].iter().any(|words| page.said().contains(words))
    });
    page.leave();
    arrives(&driver, &link, &heading, &figures);
}

/// The link shows the same in a fresh profile, leaves the address, and can be kept.
#[track_caller]
fn arrives(driver: &Driver, link: &str, heading: &str, figures: &Figures) {
    let guest = Page::before(driver);
    let opens = || {
        guest.go(link);
        guest.wait_until("the copy is shown", || guest.fragment() == "#/guest");
    };
    let names_no_link = || {
        let address = guest.text_of("return location.href");
        assert!(!address.contains("/v/"), "the address holds the link: {address}");
    };
    opens();
    assert_eq!((guest.heading().as_str(), &guest.figures()), (heading, figures));
    assert!(guest.words().contains(&(EN.share.guest_title)("Bridge inspectors")));
    assert!(!guest.has(Role::Menu, EN.frame.places), "a guest copy is read-only");
    assert_eq!(guest.kept(), "[]", "nothing is kept before one says so");
    names_no_link();
    // Going back leads to where one was before, not to the link.
    guest.visit("");
    opens();
    names_no_link();
    guest.browser().back();
    guest.wait_until("the first page is shown", || guest.heading() == EN.home.title);
    names_no_link();

    guest.visit("#/guest");
    guest.press(EN.share.guest_keep);
    guest.hear(&(EN.notices.kept)("Bridge inspectors"));
    assert_eq!((guest.heading().as_str(), &guest.figures()), (heading, figures));
    guest.home();
    assert_eq!(guest.communities(), ["Bridge inspectors"]);
    guest.leave();
}

#[test]
fn the_picture_moves_with_each_answer() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "plan");
    page.to(EN.frame.expectations);
    let live = || page.find(Role::Aside, EN.asking.so_far).text();
    let mut before = live();
    assert!(before.contains(EN.results.nobody_both), "{before}");
    for (statement, (organisation, members)) in expectations().into_iter().zip(WANTED).take(3) {
        page.choose(Side::Organisation, statement, Answer::Step(organisation));
        page.choose(Side::Members, statement, Answer::Step(members));
        page.wait_until("the picture moves", || live() != before);
        before = live();
    }
    assert!(before.contains('%'), "{before}");
    let picture = || page.names(Role::Picture);
    page.wait_until("the picture says it too", || picture().iter().any(|name| name.contains("2 or more of 12")));
    page.leave();
}

/// Answers every expectation so that it comes to each verdict in turn; returns the verdicts, and the expectations whose
/// questions moved on the way.
const VERDICTS: &str = "const [done] = arguments;
    const verdicts = new Set();
    const moved = [];
    const each = async () => {
        for (const card of document.querySelectorAll('.ask')) {
            const sides = card.querySelectorAll('fieldset');
            const places = new Set();
            for (const steps of [[4, 4], [4, 0], [0, 4], [0, 0], [5, 0]]) {
                steps.forEach((step, side) => {
                    const answer = sides[side].querySelectorAll('input')[step];
                    if (!answer.checked) answer.click();
                });
                await new Promise((drawn) => setTimeout(drawn, 0));
                verdicts.add(card.querySelector('.tag').textContent);
                places.add(Math.round(sides[0].getBoundingClientRect().top - card.getBoundingClientRect().top));
            }
            if (places.size > 1) moved.push(`${card.querySelector('h3').textContent}: ${[...places]}`);
        }
        done([[...verdicts], moved]);
    };
    each();";

#[test]
fn a_verdict_that_changes_moves_no_question_under_the_pointer() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    let all = [EN.asking.both_want, EN.asking.only_organisation, EN.asking.only_members, EN.asking.neither, ""];
    // Only Chromium makes a window as narrow as a phone.
    let narrow = if driver.engine() == Engine::Chromium { 360 } else { 560 };
    for width in [narrow, 768, 1280] {
        page.browser().resize(width, 900);
        page.settle();
        let seen = page.browser().run_and_wait(VERDICTS, Vec::new());
        assert_eq!(seen, json!([all, []]), "{width} pixels");
    }
    page.leave();
}
