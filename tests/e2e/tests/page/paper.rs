//! The report on paper, as the browser prints it.

use std::fs;
use std::process::Command;

use common_ground::catalogue::bundled;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::environment;
use common_ground_e2e::file;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::screens::Theme;
use common_ground_e2e::stop::Must;
use serde_json::{Value, json};

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

/// A community with so many expectations, each answered for both sides, so many of them its own.
fn with_items(count: usize, own: usize, number: u32) -> Value {
    let mut file = file::filled(number);
    let known = bundled().items.iter().map(|item| json!(item.id.as_str()));
    let its = (1..=own).map(|at| {
        json!({ "id": format!("own-{at}"), "text": "Nobody has to work alone at night on a bridge without a colleague who knows where", "holder": "both" })
    });
    let items: Vec<Value> = known.take(count - own).chain(its).collect();
    let ids: Vec<&str> = items.iter().filter_map(|item| item.as_str().or_else(|| item.get("id")?.as_str())).collect();
    for (side, most) in [("organisation", 4), ("members", 3)] {
        let answers: Value =
            ids.iter().enumerate().map(|(at, id)| ((*id).to_owned(), json!((at + most) % 5))).collect();
        let side = file.pointer_mut(&format!("/{side}")).and_then(Value::as_object_mut).must("a side");
        side.insert("importance".to_owned(), answers.clone());
        side.insert("delivered".to_owned(), answers);
        side.insert("top".to_owned(), json!([]));
    }
    file.as_object_mut().must("an object").insert("items".to_owned(), json!(items));
    file
}

#[test]
fn the_first_page_of_the_report_is_one_page_however_many_expectations_there_are() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let mut spilled = Vec::new();
    let asked =
        [(1, 0), (12, 0), (12, 3), (12, 5), (13, 1), (15, 0), (16, 5), (17, 0), (18, 0), (19, 2), (25, 0), (30, 5)];
    for (number, (count, own)) in (1..).zip(asked) {
        let path = page.browser().folder().join(format!("{count}-{own}.json"));
        fs::write(&path, with_items(count, own, number).to_string()).must("writing a file");
        page.home();
        page.open_file(&path);
        page.wait_until("it is open", || page.fragment().contains(&file::identity(number)));
        page.see(Role::Heading, EN.results.outlook_title);
        let printed = Printed::of(&page);
        let first = printed.pages.first().must("a page");
        if !first.contains(EN.handouts.made) {
            spilled.push((count, own, printed.pages.get(1).cloned()));
        }
    }
    assert_eq!(spilled, Vec::new(), "the first page holds all that belongs on it");
    page.leave();
}

#[test]
fn long_names_stick_out_of_no_tile_no_table_and_no_page() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let unbroken = "Bundesstraßenverwaltungsfachangestelltengemeinschaft".repeat(2);
    let id = "0b8f1c1e-6a55-4a53-9a63-0d7f6f0c8a21";
    let mut long = file::small(id, &unbroken);
    let then = long.clone();
    let members = [
        ("measures", json!([{ "id": "m1", "name": unbroken, "unit": unbroken, "baseline": 2, "target": 600 }])),
        ("actions", json!([{ "id": "a1", "text": unbroken, "due": "2026-12-15", "status": "open" }])),
        ("snapshots", json!([{ "date": "2026-05-01", "label": unbroken, "assessment": then }])),
    ];
    let entries = long.as_object_mut().must("an object");
    entries.extend(members.map(|(key, value)| (key.to_owned(), value)));
    let path = page.browser().folder().join("long.json");
    fs::write(&path, long.to_string()).must("writing a file");
    page.open_file(&path);
    page.wait_until("it is open", || page.fragment().contains(id));
    // What reaches beyond the edge of its tile, its cell, or the sheet.
    let beyond = "const beyond = [];
        for (const frame of document.querySelectorAll('.tile, .paper, #figures tbody th')) {
            const edge = frame.getBoundingClientRect().right + 1;
            for (const one of frame.querySelectorAll(':not(svg *)'))
                if (one.getBoundingClientRect().right > edge) beyond.push(one.outerHTML.slice(0, 60));
        }
        return beyond.join(' ');";
    for (width, height) in [(360, 740), (768, 1024), (1280, 900)] {
        page.browser().resize(width, height);
        for (place, there) in [
            ("#/", ".tile"),
            ("#/portfolio", "#figures tbody th"),
            (&format!("#/c/{id}/report"), ".paper .fits"),
            (&format!("#/c/{id}/over-time"), ".fits"),
            (&format!("#/compare/{id}.1/{id}"), ".changes"),
        ] {
            page.visit(place);
            let shown = format!("return document.querySelector('{there}') ? 'there' : ''");
            page.wait_until("it is shown", || page.text_of(&shown) == "there");
            assert_eq!(page.text_of(beyond), "", "{place} at {width}");
            assert!(page.beyond() <= 0, "{place} at {width} is {} too wide", page.beyond());
        }
    }
    page.leave();
}
