//! The report on paper, as the browser prints it.

use std::fs;
use std::process::Command;

use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::environment;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::screens::Theme;
use common_ground_e2e::stop::Must;
use serde_json::json;

/// A printed document: its bytes, and the words of its pages with plain spaces.
pub struct Printed {
    bytes: Vec<u8>,
    /// The words of each page.
    pub pages: Vec<String>,
}

impl Printed {
    /// Prints what is shown.
    #[track_caller]
    pub fn of(page: &Page) -> Self {
        let bytes = page.browser().printed();
        let file = page.browser().folder().join("printed.pdf");
        fs::write(&file, &bytes).must("writing a file");
        let read = Command::new(environment::pdftotext()).arg(&file).arg("-").output().must("reading a document");
        let text = String::from_utf8_lossy(&read.stdout).into_owned();
        let plain = |page: &str| page.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut pages: Vec<String> = text.split('\u{c}').map(plain).collect();
        pages.retain(|page| !page.is_empty());
        Self { bytes, pages }
    }

    /// How many headings of a level its structure has.
    fn headings(&self, level: u8) -> usize {
        let mark = format!("/S /H{level}");
        self.bytes.windows(mark.len()).filter(|window| *window == mark.as_bytes()).count()
    }
}

/// Words with plain spaces between them.
pub fn plain(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_screen_of_a_community_prints_as_its_report() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.to(EN.frame.results);
    let (heading, figures) = (plain(&page.heading()), page.figures());
    page.colours(Theme::Dark);
    page.to(EN.frame.expectations);
    let before = page.words();
    let printed = Printed::of(&page);
    assert!(printed.pages.len() > 1, "{} pages", printed.pages.len());
    let first = printed.pages.first().must("a page");
    assert!(first.contains(&heading), "the first page says “{heading}”: {first}");
    for figure in &figures.open {
        assert!(first.contains(&plain(figure)), "the first page has {figure}: {first}");
    }
    assert!(first.contains(EN.handouts.made), "the first page is whole: {first}");
    let all = printed.pages.join(" ");
    for title in [EN.results.every_title, EN.results.matrix_title, EN.results.profile_title, EN.report.plan] {
        assert!(all.contains(title), "{title}");
    }
    for control in [EN.frame.undo, EN.frame.theme_light, EN.handouts.print, EN.next.into_plan] {
        assert!(!all.contains(control), "no control is printed: {control}");
    }
    assert_eq!(printed.headings(1), 1, "one heading stands over all");
    assert!(printed.headings(2) >= 10, "{} headings below it", printed.headings(2));

    // The screen is as it was, and holds nothing of it.
    assert_eq!(page.words(), before);
    let left = page.browser().run("return document.querySelectorAll('.paper').length", Vec::new());
    assert_eq!(left, json!(0));
    page.leave();
}

#[test]
fn the_report_at_its_own_address_prints_the_same() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.to(EN.frame.results);
    let elsewhere = Printed::of(&page);
    page.to(EN.frame.share);
    page.follow(&(EN.home.of_name)(EN.handouts.open, EN.handouts.paper));
    page.wait_until("the report is shown", || page.title().starts_with(EN.frame.report));
    page.see(Role::Check, &[EN.handouts.names, " ", EN.handouts.names_hint].concat());
    let here = Printed::of(&page);
    assert_eq!(here.pages, elsewhere.pages);
    page.leave();
}
