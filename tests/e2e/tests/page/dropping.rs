//! Files that are dragged onto the page.

use std::fs;
use std::path::PathBuf;

use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::file;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::stop::Must;
use serde_json::json;

/// Two files, each with a community.
#[track_caller]
fn two(page: &Page) -> [PathBuf; 2] {
    [("Harbour pilots", '1'), ("Lock keepers", '2')].map(|(name, last)| {
        let path = page.browser().folder().join(format!("{name}.json"));
        let text = file::small(&format!("0b8f1c1e-6a55-4a53-9a63-0d7f6f0c8a1{last}"), name).to_string();
        fs::write(&path, text).must("writing a file");
        path
    })
}

#[test]
fn of_files_dropped_to_be_opened_the_first_is() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.press(EN.home.open);
    page.find(Role::File, EN.home.open_file).drop_files(&two(&page));
    page.wait_until("the first is open", || page.title().contains("Harbour pilots"));
    page.wait_until("the dialog makes room for it", || !page.has(Role::File, EN.home.open_file));
    page.home();
    page.wait_until("it is the only one", || page.communities() == ["Harbour pilots"]);
    page.leave();
}

#[test]
fn all_files_dropped_where_several_are_read_are_read() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.visit("#/portfolio");
    page.find(Role::Field, EN.portfolio.look_label).drop_files(&two(&page));
    let row = |name: &str| {
        let script = "return [...document.querySelectorAll('#figures tbody tr')].some((row) => row.innerText.includes(arguments[0]))";
        page.browser().run(script, vec![json!(name)]) == json!(true)
    };
    page.wait_until("both are looked at", || row("Harbour pilots") && row("Lock keepers"));
    page.leave();
}
