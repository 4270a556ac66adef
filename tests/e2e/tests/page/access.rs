//! Every screen is for everybody: no violation that axe-core can find, and no scrolling sideways.

use std::collections::BTreeMap;
use std::fs;

use common_ground::catalogue;
use common_ground::text::EN;
use common_ground_e2e::axe::{self, Rules};
use common_ground_e2e::browser::{Driver, Setting, keys};
use common_ground_e2e::file;
use common_ground_e2e::page::{Page, Role, Thing, statement};
use common_ground_e2e::screens::{PARTIAL, Screen, Theme, prepare};
use common_ground_e2e::stop::Must;

/// What is wrong, and where.
#[derive(Default)]
struct Wrong(BTreeMap<String, Vec<String>>);

impl Wrong {
    /// Looks at what is shown. What is no matter of colour is the same in light and dark.
    #[track_caller]
    fn look(&mut self, page: &Page, place: &str, theme: Theme) {
        let rules = if theme == Theme::Light { Rules::All } else { Rules::Colours };
        for violation in axe::violations(page, rules) {
            self.0.entry(violation).or_default().push(format!("{place} ({})", theme.key()));
        }
    }

    /// Nothing is.
    #[track_caller]
    fn is_nothing(&self, width: u32) {
        let told = |(violation, places): (&String, &Vec<String>)| format!("{violation}\n  on: {}", places.join(", "));
        let told: Vec<String> = self.0.iter().map(told).collect();
        assert!(told.is_empty(), "at {width} pixels:\n{}", told.join("\n"));
    }
}

/// Goes through every screen at a width, light and dark.
#[track_caller]
fn check(width: u32, height: u32) {
    let driver = Driver::start();
    let page = Page::set(&driver, &[Setting::Calm]);
    page.visit("");
    let mut wrong = Wrong::default();
    page.browser().resize(width, height);
    for theme in Theme::ALL {
        page.colours(theme);
        wrong.look(&page, "first page, empty", theme);
    }
    // The menu at the side, by which the screens are prepared, needs room.
    page.browser().resize(1280, 900);
    let screens = prepare(&page);
    page.browser().resize(width, height);
    for theme in Theme::ALL {
        page.colours(theme);
        for screen in &screens {
            page.visit(&screen.fragment);
            wrong.look(&page, &screen.name, theme);
        }
        opened(&page, &screens, theme, &mut wrong);
    }
    wrong.is_nothing(width);
    page.leave();
}

/// What opens over a screen: a figure, the dialog for opening, the question what to do with a file.
#[track_caller]
fn opened(page: &Page, screens: &[Screen], theme: Theme, wrong: &mut Wrong) {
    let results = screens.iter().find(|screen| screen.name == "example-results").must("the results of the example");
    page.visit(&results.fragment);
    let overlap = page.figures().open.first().cloned().must("a figure");
    page.all(Role::Button).into_iter().find(|button| button.text() == overlap).must("the figure").press();
    page.see(Role::Dialog, &(EN.results.why)(&overlap));
    wrong.look(page, "a figure, opened", theme);
    page.keys(&[keys::ESCAPE]);
    page.unfold_all();
    page.press(statement("O1"));
    let title = format!("1 {}", statement("O1"));
    let importance = (EN.change.if_importance)(EN.results.members_word);
    page.find(Role::Dialog, &title).find(Role::Button, &(EN.change.if_name)(EN.change.if_up, &importance)).press();
    wrong.look(page, "an expectation, looked at closely", theme);
    page.keys(&[keys::ESCAPE]);
    page.unfold(&(EN.change.bridge_own_count)(0));
    wrong.look(page, "bridges of their own", theme);
    evidence(page, screens, theme, wrong);

    page.visit("#/");
    page.press(EN.home.open);
    page.see(Role::Dialog, EN.home.open_title);
    wrong.look(page, "opening", theme);
    let other = page.browser().folder().join("other.json");
    fs::write(&other, file::small(PARTIAL, "Bridge inspectors").to_string()).must("writing a file");
    page.find(Role::File, EN.home.open_file).choose_file(&other);
    page.see(Role::Dialog, &(EN.home.same_title)("Bridge inspectors"));
    wrong.look(page, "the question what to do with a file", theme);
    page.press(EN.frame.close);
}

/// Evidence with what can be wrong in it, on an expectation and on a practice.
#[track_caller]
fn evidence(page: &Page, screens: &[Screen], theme: Theme, wrong: &mut Wrong) {
    let item = statement("O1");
    let practice = catalogue::bundled().practices.first().must("a practice").name.as_str();
    for (name, about) in [("empty-importance", item), ("empty-practices", practice)] {
        let screen = screens.iter().find(|screen| screen.name == name).must("the screen");
        page.visit(&screen.fragment);
        let card = page.find(Role::Card, about);
        card.all(Role::More).iter().for_each(Thing::press);
        card.find(Role::Button, &(EN.asking.evidence_add_name)(about)).press();
        card.find(Role::Field, EN.asking.evidence_url).write("www.example.org");
        card.find(Role::Field, EN.asking.evidence_date).write("soon");
        wrong.look(page, name, theme);
        card.find(Role::Button, &(EN.asking.evidence_remove_name)(1, about)).press();
    }
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
    page.settle();
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
