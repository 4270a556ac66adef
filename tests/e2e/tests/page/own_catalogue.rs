//! A catalogue of somebody's own, through the page's own doors.

use std::path::{Path, PathBuf};

use common_ground::catalogue::{Catalogue, Side};
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::page::{Answer, Page, Role};
use common_ground_e2e::stop::Must;

pub const NAME: &str = "Ward practice";
pub const STATEMENT: &str = "Patients fall less often on our wards";

fn own() -> PathBuf {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../golden/own.catalogue.json");
    file.canonicalize().must("the catalogue of the tests")
}

/// Chooses the catalogue in the dialog that asks for one.
#[track_caller]
pub fn choose(page: &Page, name: &str) {
    page.wait_until("a catalogue is asked for", || page.has(Role::Dialog, EN.catalogues.choose_title));
    let options = page.find(Role::Dialog, EN.catalogues.choose_title).all(Role::Button);
    options.into_iter().find(|one| one.text().starts_with(name)).must("an option").press();
}

/// Opens the catalogue of the tests, and begins a community with it.
#[track_caller]
pub fn begin(page: &Page) {
    page.open_file(&own());
    page.hear(NAME);
    page.press(EN.frame.dismiss);
    page.press(EN.home.start);
    choose(page, NAME);
    page.identity();
    page.write(EN.asking.name, "Wound care");
}

#[test]
fn what_was_made_with_an_own_catalogue_needs_it_elsewhere_and_then_goes_on() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    begin(&page);
    page.to(EN.frame.expectations);
    page.choose(Side::Members, STATEMENT, Answer::Step(3));
    let link = page.link();
    page.leave();

    let page = Page::new(&driver);
    page.go(&link);
    let needed = (EN.catalogues.wanted_title)(NAME);
    page.wait_until("the page says which catalogue is needed", || page.has(Role::Dialog, &needed));
    assert!(!page.words().contains("Wound care"), "{}", page.words());
    page.find(Role::File, EN.catalogues.wanted_open).choose_file(&own());
    page.wait_until("what the link holds is shown", || page.title().contains("Wound care"));
    let text = std::fs::read_to_string(own()).must("the file of the catalogue");
    let own = Catalogue::read(&text).must("the catalogue");
    page.wait_until("it has its words", || page.words().contains(&own.items.first().must("an item").label));
    page.leave();
}

#[test]
fn what_needs_a_catalogue_asks_for_it_where_it_was_opened() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    begin(&page);
    let link = page.link();
    page.leave();

    let page = Page::new(&driver);
    page.open_example();
    page.to(EN.frame.share);
    page.write(EN.home.open_paste, &link);
    page.press(EN.home.open_paste_go);
    let needed = (EN.catalogues.wanted_title)(NAME);
    page.wait_until("the page says which catalogue is needed", || page.has(Role::Dialog, &needed));
    let ways = page.find(Role::Dialog, &needed).all(Role::Button);
    ways.into_iter().find(|one| one.text() == EN.frame.close).must("a way out").press();
    page.wait_until("the dialog is closed", || !page.has(Role::Dialog, &needed));
    page.leave();
}
