//! Every screen is for everybody: no violation that axe-core can find, and no scrolling sideways.

use common_ground::text::EN;
use common_ground_e2e::axe;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::screens::{Theme, prepare};

/// What is wrong with what is shown, led in by where.
#[track_caller]
fn look(page: &Page, place: &str, wrong: &mut Vec<String>) {
    for violation in axe::violations(page) {
        wrong.push(format!("{place}: {violation}"));
    }
}

/// Goes through every screen at a width, light and dark.
#[track_caller]
fn check(width: u32, height: u32) {
    let driver = Driver::start();
    let page = Page::before(&driver);
    page.browser().resize(width, height);
    page.browser().calm();
    page.visit("");
    let mut wrong = Vec::new();
    for theme in Theme::ALL {
        page.colours(theme);
        look(&page, &format!("first page, empty, {}", theme.key()), &mut wrong);
        page.press(EN.home.open);
        page.see(Role::Dialog, EN.home.open_title);
        look(&page, &format!("opening, {}", theme.key()), &mut wrong);
        page.press(EN.frame.close);
    }
    // The menu at the side, by which the screens are prepared, needs room.
    page.browser().resize(1280, 900);
    let screens = prepare(&page);
    page.browser().resize(width, height);
    for theme in Theme::ALL {
        page.colours(theme);
        for screen in &screens {
            page.visit(&screen.fragment);
            look(&page, &format!("{}, {}", screen.name, theme.key()), &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "at {width} pixels:\n{}", wrong.join("\n"));
    page.leave();
}

#[test]
fn no_screen_has_a_violation_on_a_wide_window() {
    check(1280, 900);
}

#[test]
fn no_screen_has_a_violation_on_a_phone() {
    check(360, 740);
}

#[test]
fn no_screen_scrolls_sideways_at_320_pixels() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let mut wide = Vec::new();
    let mut look = |name: &str| {
        let beyond = page.beyond();
        if beyond > 0 {
            wide.push(format!("{name}: {beyond} pixels"));
        }
    };
    page.browser().resize(320, 640);
    look("first page, empty");
    page.browser().resize(1280, 900);
    let screens = prepare(&page);
    page.browser().resize(320, 640);
    for screen in screens {
        page.visit(&screen.fragment);
        look(&screen.name);
    }
    assert!(wide.is_empty(), "wider than the window: {wide:#?}");
    page.leave();
}
