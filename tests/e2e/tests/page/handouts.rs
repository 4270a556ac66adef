//! What is handed over: the same files as the command line writes, and what happens where a browser saves none.

use std::fs;
use std::path::Path;

use common_ground::catalogue::Side;
use common_ground::report::drawing::Drawing;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::file;
use common_ground_e2e::page::{Answer, Page, Role, statement};
use common_ground_e2e::stop::Must;

/// Presses the button of a file, and gives what arrived.
#[track_caller]
fn saved(page: &Page, words: &str, name: &str, end: &str) -> Vec<u8> {
    let file = page.browser().downloaded(end, || page.press(&(EN.home.of_name)(words, name)));
    page.hear("Saved as ");
    let bytes = fs::read(&file).must("reading a download");
    // The next of its kind is to be told from it.
    fs::remove_file(file).must("removing a download");
    bytes
}

/// A calendar without the instants at which it was made.
fn without_stamps(calendar: &[u8]) -> String {
    let text = String::from_utf8_lossy(calendar).into_owned();
    text.split_inclusive('\n').filter(|line| !line.starts_with("DTSTAMP:")).collect()
}

/// Saves each file, and has the command line write the same of the same assessment.
#[track_caller]
fn compare(page: &Page, assessment: &Path, along: &[&str]) {
    let text = &EN.handouts;
    let report = |format: &str| {
        let arguments: Vec<&str> = ["report", "--format", format].into_iter().chain(along.iter().copied()).collect();
        file::printed(&arguments, assessment)
    };
    let markdown = saved(page, text.save, text.markdown, ".md");
    assert_eq!(String::from_utf8_lossy(&markdown), String::from_utf8_lossy(&report("markdown")));
    let csv = saved(page, text.save, text.csv, ".csv");
    assert_eq!(csv, report("csv"));
    assert!(csv.starts_with(b"\xef\xbb\xbf"), "a table for a double click begins with a byte order mark");
    let calendar = saved(page, text.save, text.calendar, ".ics");
    assert_eq!(without_stamps(&calendar), without_stamps(&report("calendar")));
    let results = saved(page, text.save, text.json, ".results.json");
    assert_eq!(results, file::printed(&["score"], assessment));
    let [picture, ..] = text.pictures;
    assert_eq!(saved(page, text.svg, picture, ".svg"), report("svg"));
}

/// The pictures that there are, by their names on the page, and in files and on the command line.
fn pictures() -> impl Iterator<Item = (&'static str, Drawing)> {
    EN.handouts.pictures.into_iter().zip(Drawing::ALL)
}

/// Width and height of a PNG, from its first chunk.
#[track_caller]
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"), "it is a PNG");
    let number = |at: usize| png.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map(u32::from_be_bytes);
    (number(16).must("a width"), number(20).must("a height"))
}

#[test]
fn what_the_page_saves_is_what_the_command_line_writes() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.to(EN.frame.share);
    let assessment = page.browser().downloaded(".common-ground.json", || page.press(EN.share.save));
    compare(&page, &assessment, &[]);
    let text = &EN.handouts;
    for (what, means) in [(text.names, text.names_hint), (text.notes, text.notes_hint)] {
        page.find(Role::Check, &[what, " ", means].concat()).press();
    }
    compare(&page, &assessment, &["--names", "--notes"]);
    page.leave();
}

#[test]
fn each_picture_is_saved_as_lines_and_as_points() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.to(EN.frame.share);
    let text = &EN.handouts;
    for (name, drawing) in pictures().filter(|(_, drawing)| *drawing != Drawing::Trend) {
        let end = drawing.key();
        let svg = saved(&page, text.svg, name, &format!("-{end}.svg"));
        let svg = String::from_utf8(svg).must("text");
        let length = |name: &str| {
            let (_, rest) = svg.split_once(&format!(" {name}=\"")).must("a length");
            rest.split('"').next().and_then(|length| length.parse::<f64>().ok()).must("a number")
        };
        let (width, height) = size(&saved(&page, text.png, name, &format!("-{end}.png")));
        let twice = |drawn: u32, length: f64| (f64::from(drawn) - 2.0 * length).abs() <= 2.0;
        assert!(twice(width, length("width")) && twice(height, length("height")), "{name}: {width} × {height}");
    }
    page.to(EN.frame.results);
    let file = page.browser().downloaded("-picture.png", || page.press(text.picture_png));
    assert!(fs::metadata(file).must("a file").len() > 10_000, "a picture is drawn");
    page.leave();
}

#[test]
fn each_picture_that_the_page_saves_is_what_the_command_line_draws() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.to(EN.frame.time);
    page.day(EN.time.date, "2026-11-20");
    page.write(EN.time.label, "First & last");
    page.press(EN.time.take);
    page.hear(&(EN.notices.snapshot_taken)("20 November 2026"));
    page.to(EN.frame.expectations);
    page.choose(Side::Members, statement("O6"), Answer::DontKnow);
    page.to(EN.frame.share);
    let assessment = page.browser().downloaded(".common-ground.json", || page.press(EN.share.save));
    for (name, drawing) in pictures() {
        let end = drawing.key();
        let svg = saved(&page, EN.handouts.svg, name, &format!("-{end}.svg"));
        let drawn = file::printed(&["report", "--format", "svg", "--picture", end], &assessment);
        assert_eq!(String::from_utf8_lossy(&svg), String::from_utf8_lossy(&drawn), "{name}");
    }
    page.leave();
}

#[test]
fn where_a_browser_saves_no_file_its_text_can_be_copied() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    page.visit("");
    page.browser().run("URL.createObjectURL = () => { throw new Error('refused'); };", Vec::new());
    page.open_example();
    page.to(EN.frame.share);
    let text = &EN.handouts;
    page.press(&(EN.home.of_name)(text.save, text.csv));
    page.see(Role::Dialog, EN.hosting.text_title);
    let written = page.written(&(EN.hosting.text_label)("water-network-modellers.csv"));
    assert!(written.contains("number,id,expectation"), "{written}");
    page.leave();
}
