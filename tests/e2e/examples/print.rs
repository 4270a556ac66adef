//! Prints the report of an assessment as the browser does, to be looked at page by page.
//!
//! `cargo run --package common-ground-e2e --example print -- FILE REPORT.pdf`, with the environment of the end-to-end
//! tests.

use std::path::PathBuf;
use std::{env, fs};

use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::stop::Must;

fn main() {
    let mut arguments = env::args_os().skip(1).map(PathBuf::from);
    let file = arguments.next().must("a file to read, as the first argument");
    let report = arguments.next().must("a file to write, as the second argument");
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.press(EN.home.start);
    page.identity();
    page.home();
    page.open_file(&fs::canonicalize(file).must("finding the file"));
    page.identity();
    page.to(EN.frame.share);
    for (what, means) in [(EN.handouts.names, EN.handouts.names_hint), (EN.handouts.notes, EN.handouts.notes_hint)] {
        page.find(Role::Check, &[what, " ", means].concat()).press();
    }
    fs::write(report, page.browser().printed()).must("writing the report");
    page.leave();
}
