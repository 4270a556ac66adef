//! Many communities side by side: sorted, searched, opened, and two of them compared.

use std::fs;

use common_ground::text::EN;
use common_ground_e2e::browser::{Driver, keys};
use common_ground_e2e::file;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::stop::Must;
use serde_json::{Value, json};

/// The communities: their names, the end of their ids, and what the members say of O1.
///
/// The worked example has 12 of 23 steps in common, with 4 and 2 for its first expectation. With 4 it is 14 of 23, with
/// 0 it is 10 of 23.
const THREE: [(&str, char, u8); 3] = [("Harbour pilots", '1', 0), ("Ferry masters", '2', 2), ("Lock keepers", '3', 4)];

fn id(last: char) -> String {
    format!("0b8f1c1e-6a55-4a53-9a63-0d7f6f0c8a1{last}")
}

/// The three, saved in this browser, and side by side.
#[track_caller]
fn side_by_side(page: &Page) {
    let lines = THREE.map(|(name, last, step)| {
        let mut one = file::small(&id(last), name);
        if let Some(answers) = one.pointer_mut("/members/importance") {
            answers["O1"] = json!(step);
        }
        one.to_string()
    });
    let path = page.browser().folder().join("three.jsonl");
    fs::write(&path, lines.join("\n")).must("writing a file");
    page.press(EN.home.start);
    let begun = page.identity();
    page.home();
    page.open_file(&path);
    page.wait_until("all are here", || page.communities().len() == 4);
    page.press(&(EN.home.of_name)(EN.home.delete, EN.home.unnamed));
    page.wait_until("the one that was begun is gone", || page.communities().len() == 3);
    assert!(!page.kept().contains(&format!("/assessment/{begun}")));
    page.visit("#/portfolio");
    page.wait_until("they stand side by side", || names(page) == ["Ferry masters", "Harbour pilots", "Lock keepers"]);
}

/// The texts of a column of the first table that is in sight, from 0.
#[track_caller]
fn column(page: &Page, at: usize) -> Vec<String> {
    let script =
        "return [...document.querySelectorAll('#figures tbody tr')].map((row) => row.children[arguments[0]].innerText)";
    let found = page.browser().run(script, vec![json!(at)]);
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(|text| text.trim().to_owned()).collect()
}

#[track_caller]
fn names(page: &Page) -> Vec<String> {
    column(page, 1)
}

/// The cells of the row of a table that begins with these words.
#[track_caller]
fn row(page: &Page, section: &str, first: &str) -> Vec<String> {
    let script = "const text = (element) => element.textContent.replace(/[ \\t\\n]+/g, ' ').trim();
        const rows = [...document.querySelectorAll(`#${arguments[0]} tbody tr`)];
        const found = rows.find((row) => text(row.children[0]).startsWith(arguments[1]));
        return found ? [...found.children].slice(1).map(text) : [];";
    let found = page.browser().run(script, vec![json!(section), json!(first)]);
    found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[track_caller]
fn back(page: &Page) {
    page.browser().run("history.back()", Vec::new());
}

#[test]
fn communities_side_by_side_are_sorted_searched_and_opened() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    side_by_side(&page);
    page.press(EN.portfolio.columns[2]);
    page.wait_until("the largest overlap stands first", || {
        names(&page) == ["Lock keepers", "Ferry masters", "Harbour pilots"]
    });
    assert_eq!(column(&page, 3), ["61\u{202f}%", "52\u{202f}%", "43\u{202f}%"]);
    let sorted = "return document.querySelector('#figures [aria-sort]').getAttribute('aria-sort')";
    assert_eq!(page.text_of(sorted), "descending");
    page.press(EN.portfolio.columns[2]);
    page.wait_until("the smallest stands first", || {
        names(&page) == ["Harbour pilots", "Ferry masters", "Lock keepers"]
    });

    // A phone has no room for headings: a list chooses the order, and every figure of a row is in sight.
    page.browser().resize(360, 740);
    page.find(Role::List, EN.portfolio.sort).pick(EN.portfolio.columns[0]);
    page.wait_until("they stand by name", || names(&page) == ["Ferry masters", "Harbour pilots", "Lock keepers"]);
    page.find(Role::List, EN.portfolio.sort).pick(EN.portfolio.columns[2]);
    page.wait_until("the largest overlap stands first there too", || {
        names(&page) == ["Lock keepers", "Ferry masters", "Harbour pilots"]
    });
    let in_sight = "return String([...document.querySelectorAll('#figures tbody tr:first-child td')]
        .every((cell) => { const { right, width } = cell.getBoundingClientRect(); return width > 0 && right <= innerWidth; }))";
    assert_eq!((page.text_of(in_sight).as_str(), page.beyond()), ("true", 0));
    page.browser().resize(1280, 900);

    page.write(EN.home.search_label, "er");
    page.wait_until("two are found, in the same order", || names(&page) == ["Lock keepers", "Ferry masters"]);
    page.write(EN.home.search_label, "zebra");
    page.hear(&(EN.home.none_found)("zebra"));
    page.write(EN.home.search_label, "");
    page.wait_until("all are there again", || names(&page).len() == 3);

    page.follow("Lock keepers");
    page.wait_until("its results are shown", || page.fragment() == format!("#/c/{}/results", id('3')));
    back(&page);
    page.wait_until("they stand side by side again", || names(&page).len() == 3);
    page.leave();
}

#[test]
fn two_communities_are_ticked_and_compared_and_another_is_put_in_the_place_of_one() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    side_by_side(&page);
    let tick = |name: &str| page.find(Role::Check, &(EN.compare.tick)(name));
    tick("Harbour pilots").press();
    page.hear(&(EN.compare.ticked_one)("Harbour pilots"));
    // The other one by the keyboard.
    tick("Lock keepers").focus();
    page.keys(&[keys::SPACE]);
    page.hear(&(EN.compare.ticked_two)("Harbour pilots", "Lock keepers"));
    page.follow(EN.compare.go);
    let both = format!("#/compare/{}/{}", id('1'), id('3'));
    page.wait_until("they are compared", || page.fragment() == both && page.title().starts_with(EN.portfolio.compare));
    assert_eq!(page.title(), [EN.portfolio.compare, "Harbour pilots", "Lock keepers", EN.frame.brand].join(" · "));
    let higher = (EN.compare.more)("Lock keepers", "61\u{202f}%", "43\u{202f}%");
    page.wait_until("the finding is said", || page.heading() == higher);
    assert_eq!(row(&page, "compared", EN.time.overlap), ["43\u{202f}%", "61\u{202f}%", EN.compare.between.higher[1]]);
    // 4 to the organisation in both; 0 and 4 to the members.
    let differs = format!("4, {}", EN.compare.differs);
    assert_eq!(row(&page, "items", "Critical questions"), ["4", "4", "0", differs.as_str()]);

    // Another one at one end: the list keeps the focus, and the way back leads to what was compared before.
    let list = || page.find(Role::List, &(EN.compare.community)(EN.compare.ends[1]));
    list().pick("Ferry masters");
    let other = (EN.compare.more)("Ferry masters", "52\u{202f}%", "43\u{202f}%");
    page.wait_until("the other one stands there", || page.heading() == other);
    back(&page);
    page.wait_until("the way back leads to the first two", || page.fragment() == both && page.heading() == higher);
    page.wait_until("and the list says so", || list().value() == id('3'));
    page.follow(EN.compare.swap);
    page.wait_until("they have changed places", || {
        row(&page, "compared", EN.time.overlap) == ["61\u{202f}%", "43\u{202f}%", EN.compare.between.higher[0]]
    });
    page.follow(EN.compare.all);
    page.wait_until("all stand side by side again", || names(&page).len() == 3);
    page.leave();
}

#[test]
fn over_time_leads_to_the_comparison_with_another_and_with_a_snapshot_of_it() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    side_by_side(&page);
    page.follow("Lock keepers");
    page.wait_until("its results are shown", || page.fragment().ends_with("/results"));
    page.to(EN.frame.time);
    page.day(EN.time.date, "2026-05-01");
    page.write(EN.time.label, "Spring");
    page.press(EN.time.take);
    page.hear(&(EN.notices.snapshot_taken)("1 May 2026"));
    page.follow(EN.compare.beside);
    page.wait_until("the other one is to be chosen", || page.fragment() == format!("#/compare/{}", id('3')));
    page.wait_until("that is said", || page.heading() == EN.compare.choose);
    let [one, other] = EN.compare.ends;
    page.find(Role::List, &(EN.compare.community)(other)).pick("Harbour pilots");
    page.wait_until("they are compared", || {
        page.heading() == (EN.compare.more)("Lock keepers", "61\u{202f}%", "43\u{202f}%")
    });
    page.find(Role::List, &(EN.compare.state)(one)).pick("Spring, 1 May 2026");
    let name = "Lock keepers, Spring, 1 May 2026";
    page.wait_until("the snapshot is compared", || {
        page.heading() == (EN.compare.more)(name, "61\u{202f}%", "43\u{202f}%")
    });
    assert_eq!(page.fragment(), format!("#/compare/{}.1/{}", id('3'), id('1')));
    page.reload();
    page.wait_until("its address is enough", || page.heading().contains(name));
    page.leave();
}
