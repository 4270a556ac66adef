//! A storage that is refused, full or damaged is said plainly and costs nothing typed.

use std::fs;

use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::{Driver, Setting};
use common_ground_e2e::page::{Answer, Page, Role, statement};
use common_ground_e2e::stop::Must;

#[test]
fn where_storage_is_refused_the_page_says_so_and_works() {
    let driver = Driver::start();
    let page = Page::set(&driver, &[Setting::NoStorage]);
    page.visit("");
    page.hear(EN.frame.tab_title);
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    page.choose(Side::Organisation, statement("O1"), Answer::Step(4));
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    page.to(EN.frame.results);
    assert!(page.heading().contains(EN.results.overlap_follows), "{}", page.heading());
    let file = page.browser().downloaded(".common-ground.json", || page.press(EN.frame.save_file));
    let text = fs::read_to_string(file).must("reading the file");
    assert!(text.contains("Bridge inspectors"));
    page.home();
    assert_eq!(page.communities(), ["Bridge inspectors"]);
    assert!(page.words().contains(EN.home.store_tab), "where it is kept is said");
    page.leave();
}

#[test]
fn where_storage_is_full_the_answers_stay_and_can_be_saved_as_a_file() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    page.choose(Side::Organisation, statement("O1"), Answer::Step(4));
    page.fill_storage(0);
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    page.hear(EN.frame.full_title);
    // The page is left without a question once the journal has it, and has it when it is opened again.
    page.wait_until("the journal has it", || !page.asks());
    page.reload();
    page.hear(EN.frame.full_title);
    page.wait_until("the journal has it under its next number", || !page.asks());
    assert_eq!(page.chosen(Side::Members, statement("O1")).as_deref(), Some("2"));
    let file = page.browser().downloaded(".common-ground.json", || page.press(EN.frame.save_file));
    let text = fs::read_to_string(file).must("reading the file");
    let saved: serde_json::Value = serde_json::from_str(&text).must("reading the file");
    assert_eq!(saved.pointer("/members/importance/O1"), Some(&serde_json::json!(2)));

    // With room again, the next change takes everything with it.
    page.free_storage();
    page.choose(Side::Members, statement("O2"), Answer::Step(3));
    page.wait_until("the warning is gone", || !page.said().contains(EN.frame.full_title));
    page.wait_until("the journal has it too", || !page.asks());
    page.reload();
    assert_eq!(page.chosen(Side::Members, statement("O1")).as_deref(), Some("2"));
    assert_eq!(page.chosen(Side::Members, statement("O2")).as_deref(), Some("3"));
    page.leave();
}

#[test]
fn a_record_that_cannot_be_read_is_kept_aside_and_blocks_nothing() {
    const ID: &str = "7d3f1c1e-6a55-4a53-9a63-0d7f6f0c8a11";
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.home();
    page.browser().run(&format!("localStorage.setItem('common-ground/1/assessment/{ID}', '{{cut')"), Vec::new());
    page.reload();
    page.see(Role::Heading, EN.home.aside_title);
    assert_eq!(page.communities(), ["Bridge inspectors"]);
    let get = (EN.home.of_name)(EN.home.download, ID);
    let file = page.browser().downloaded(".txt", || page.press(&get));
    assert_eq!(fs::read_to_string(file).must("reading the file"), "{cut");

    page.reload();
    page.see(Role::Heading, EN.home.aside_title);
    page.follow("Bridge inspectors");
    page.identity();
    page.to(EN.frame.expectations);
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    page.home();
    page.press(&(EN.home.of_name)(EN.home.delete, ID));
    page.wait_until("it is gone", || !page.has(Role::Heading, EN.home.aside_title));
    page.reload();
    assert!(!page.has(Role::Heading, EN.home.aside_title), "it is gone for good");
    assert_eq!(page.communities(), ["Bridge inspectors"]);
    page.leave();
}
