//! A file whose community is here already never overwrites it.

use std::fs;
use std::path::{Path, PathBuf};

use common_ground::text::EN;
use common_ground_e2e::browser::{Driver, keys};
use common_ground_e2e::file;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::stop::Must;
use serde_json::json;

const ID: &str = "0b8f1c1e-6a55-4a53-9a63-0d7f6f0c8a11";
const NAME: &str = "Bridge inspectors";

/// A page that holds a community, and a file with another state of it.
#[track_caller]
fn prepare(page: &Page) -> PathBuf {
    let mut text = file::small(ID, NAME);
    let mine = page.browser().folder().join("mine.json");
    fs::write(&mine, text.to_string()).must("writing a file");
    let other = json!({ "importance": { "O1": 4, "O2": 4, "O3": 3, "O4": 2, "S1": 1, "M1": 2 } });
    *text.get_mut("members").must("the members in the file") = other;
    let theirs = page.browser().folder().join("theirs.json");
    fs::write(&theirs, text.to_string()).must("writing a file");
    page.open_file(&mine);
    page.hear(&(EN.notices.kept)(NAME));
    page.home();
    theirs
}

/// Opens the file and gives one of the answers, found by how it begins.
#[track_caller]
fn decide(page: &Page, file: &Path, answer: &str) {
    page.open_file(file);
    page.see(Role::Dialog, &(EN.home.same_title)(NAME));
    let buttons = page.names(Role::Button);
    let name = buttons.iter().find(|name| name.starts_with(answer)).must("the answer");
    page.press(name);
}

#[test]
fn a_file_whose_community_is_here_can_be_refused_taken_or_kept_beside() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let theirs = prepare(&page);
    let before = page.kept();
    let overlap = |page: &Page| page.figures().open.first().cloned();
    let (mine, other) = (Some("52\u{202f}%".to_owned()), Some("100\u{202f}%".to_owned()));

    // The keys for undo change nothing behind the question, and closing it changes nothing.
    page.open_file(&theirs);
    page.see(Role::Dialog, &(EN.home.same_title)(NAME));
    page.keys(&[keys::CONTROL, 'z']);
    page.rest();
    assert_eq!((page.names(Role::Dialog).len(), page.kept()), (1, before.clone()));
    page.press(EN.frame.close);
    decide(&page, &theirs, EN.frame.close);
    page.wait_until("the question is gone", || page.names(Role::Dialog).is_empty());
    assert_eq!(page.kept(), before);

    decide(&page, &theirs, "Open mine");
    page.wait_until("mine is shown", || page.identity() == ID);
    assert_eq!((overlap(&page), page.kept()), (mine.clone(), before));

    page.home();
    decide(&page, &theirs, "Take this one instead");
    page.hear(&(EN.notices.replaced)(NAME));
    page.wait_until("theirs is shown", || overlap(&page) == other);
    page.keys(&[keys::CONTROL, 'z']);
    page.wait_until("mine is back", || overlap(&page) == mine);

    page.home();
    decide(&page, &theirs, EN.home.same_both);
    let copy = (EN.home.copy_of)(NAME);
    page.hear(&(EN.notices.kept)(&copy));
    assert_ne!(page.identity(), ID);
    assert_eq!(overlap(&page), other);
    page.home();
    let mut names = page.communities();
    names.sort();
    assert_eq!(names, [NAME, &copy]);

    // The same state once more is simply shown.
    let same = page.browser().folder().join("mine.json");
    page.open_file(&same);
    page.hear(&(EN.notices.same_already)(NAME));
    page.leave();
}
