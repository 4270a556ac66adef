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
fn of_files_dropped_to_be_opened_each_is_and_what_cannot_be_read_is_named() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let [one, two] = two(&page);
    let cut = page.browser().folder().join("cut.json");
    fs::write(&cut, "{\"format\": \"common").must("writing a file");
    page.press(EN.home.open);
    page.find(Role::File, EN.home.open_file).drop_files(&[one, cut, two]);
    page.hear(&["cut.json: ", EN.notices.no_file].concat());
    page.hear(&(EN.notices.brought)([2, 0, 0, 0, 0, 0]));
    page.wait_until("both are here", || page.communities().len() == 2);
    page.leave();
}

#[test]
fn a_back_up_that_was_cut_short_is_restored_as_far_as_it_goes_and_the_rest_is_kept_aside() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let lines: String = two(&page).iter().fold(String::new(), |lines, path| {
        let text = fs::read_to_string(path).must("reading a file");
        let whole: serde_json::Value = serde_json::from_str(&text).must("reading JSON");
        lines + &whole.to_string() + "\n"
    });
    let path = page.browser().folder().join("back-up.jsonl");
    fs::write(&path, lines + "{\"format\": \"common-gr").must("writing a file");
    page.open_file(&path);
    page.hear("back-up.jsonl, line 3: not JSON");
    page.wait_until("both are here", || page.communities().len() == 2);
    page.see(Role::Heading, EN.home.aside_title);
    page.browser().reload();
    page.see(Role::Heading, EN.home.aside_title);
    let get = (EN.home.of_name)(EN.home.download, "back-up.jsonl");
    let kept = page.browser().downloaded("back-up.jsonl.txt", || page.press(&get));
    assert_eq!(fs::read_to_string(kept).must("reading the file"), "{\"format\": \"common-gr");
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
