//! Times the page while five hundred communities side by side are shown, sorted and searched, and the first page with
//! two thousand: `cargo xtask bench` runs it.
//!
//! Each figure is the time from the event to the next frame after it, in which the page shows what came of it.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::file;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::stop::Must;
use serde_json::{Value, json};

/// The communities side by side.
const COUNT: u32 = 500;

/// As many as anybody may keep.
const MANY: u32 = 2_000;

/// From the event to the frame after it, in milliseconds.
const BUDGET: f64 = 100.0;

/// How often each is done over.
const RUNS: usize = 7;

/// Does something to an element and tells how long it takes until the frame after it is drawn.
const TIMED: &str = "const [element, text, done] = arguments;
    const start = performance.now();
    if (text === null) element.click();
    else { element.value = text; element.dispatchEvent(new InputEvent('input', { bubbles: true })); }
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));";

fn main() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let file = page.browser().folder().join("many.jsonl");
    let lines: Vec<String> = (0..COUNT).map(|at| file::filled(at).to_string()).collect();
    fs::write(&file, lines.join("\n")).must("writing a file");
    page.press(EN.home.start);
    page.identity();
    page.home();
    page.open_file(&file);
    // The first page shows the first of them at once; all are in its count.
    let all = (EN.home.search)(COUNT as usize + 1);
    page.wait_until("all are here", || {
        page.text_of("return document.querySelector('input[type=search]')?.placeholder ?? ''") == all
    });
    page.visit("#/portfolio");
    let heading = |words: &str| page.all(Role::Button).into_iter().find(|one| one.text().starts_with(words));
    page.wait_until("the table is there", || heading("Overlap").is_some());
    // Nobody sorts in the second in which the page opens, while the browser still compiles it.
    thread::sleep(Duration::from_secs(2));

    println!("{COUNT} communities side by side, each {RUNS} times:");
    for column in ["Overlap", "Community"] {
        let button = heading(column).must("a heading of the table").to_value();
        print(
            &format!("sorted by {column}"),
            &(0..RUNS).map(|_| time(&page, button.clone(), Value::Null)).collect::<Vec<_>>(),
        );
    }
    search(&page);
    page.leave();
    first_page(&driver);
}

/// The first page with all that anybody may keep.
fn first_page(driver: &Driver) {
    let page = Page::new(driver);
    page.store(MANY);
    let start = Instant::now();
    page.reload();
    page.see(Role::Field, EN.home.search_label);
    println!("{MANY} communities on the first page, there after {:.1} s:", start.elapsed().as_secs_f64());
    search(&page);
    page.leave();
}

/// Searches by name and shows all again.
fn search(page: &Page) {
    let field = page.find(Role::Field, EN.home.search_label).to_value();
    let (mut typed, mut emptied) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        typed.push(time(page, field.clone(), json!("community 4")));
        emptied.push(time(page, field.clone(), json!("")));
    }
    print("searched by name", &typed);
    print("search emptied, all shown again", &emptied);
}

/// From the event to the next frame after it.
fn time(page: &Page, element: Value, text: Value) -> f64 {
    page.browser().run_and_wait(TIMED, vec![element, text]).as_f64().must("a time")
}

/// The median of the runs, against the budget.
fn print(what: &str, times: &[f64]) {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    let median = times.get(times.len() / 2).copied().must("a run");
    let verdict = if median <= BUDGET { "within" } else { "over" };
    println!("  {what}: median {median:.0} ms to the frame after it, {verdict} the budget of {BUDGET:.0} ms");
}
