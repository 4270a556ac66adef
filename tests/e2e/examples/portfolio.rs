//! Times the page while five hundred communities side by side are shown, sorted and searched: `cargo xtask bench` runs it.
//!
//! Each figure is the time from the event to the next frame after it, in which the page shows what came of it.

use std::fs;
use std::thread;
use std::time::Duration;

use common_ground::catalogue::bundled;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::stop::Must;
use serde_json::{Map, Value, json};

/// The communities.
const COUNT: u32 = 500;

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
    let lines: Vec<String> = (0..COUNT).map(|at| community(at).to_string()).collect();
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
    thread::sleep(Duration::from_secs(2));

    let time =
        |element: Value, text: Value| page.browser().run_and_wait(TIMED, vec![element, text]).as_f64().must("a time");
    println!("{COUNT} communities side by side, each {RUNS} times:");
    let heading = |words: &str| page.all(Role::Button).into_iter().find(|one| one.text().starts_with(words));
    for column in ["Overlap", "Community"] {
        let button = heading(column).must("a heading of the table").to_value();
        print(
            &format!("sorted by {column}"),
            &(0..RUNS).map(|_| time(button.clone(), Value::Null)).collect::<Vec<_>>(),
        );
    }
    let field = page.find(Role::Field, EN.home.search_label).to_value();
    let (mut typed, mut emptied) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        typed.push(time(field.clone(), json!("circle 4")));
        emptied.push(time(field.clone(), json!("")));
    }
    print("searched by name", &typed);
    print("search emptied, all shown again", &emptied);
    page.visit("#/");
    thread::sleep(Duration::from_secs(2));
    let field = page.find(Role::Field, EN.home.search_label).to_value();
    let (mut typed, mut emptied) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        typed.push(time(field.clone(), json!("circle 4")));
        emptied.push(time(field.clone(), json!("")));
    }
    print("the cards of the first page searched", &typed);
    print("the cards all shown again", &emptied);
    page.leave();
}

/// The median of the runs, against the budget.
fn print(what: &str, times: &[f64]) {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    let median = times.get(times.len() / 2).copied().must("a run");
    let verdict = if median <= BUDGET { "within" } else { "over" };
    println!("  {what}: median {median:.0} ms to the frame after it, {verdict} the budget of {BUDGET:.0} ms");
}

/// A community with answers of its own.
fn community(at: u32) -> Value {
    let items: Vec<String> = bundled().default_items().map(|item| item.to_string()).collect();
    let answers = |seed: u32| {
        let step = |place: usize| (at * 7 + seed + u32::try_from(place).unwrap_or(0) * (3 + at % 4)) % 5;
        let one = |(place, item): (usize, &String)| (item.clone(), json!(step(place)));
        items.iter().enumerate().map(one).collect::<Map<String, Value>>()
    };
    let side =
        |seed: u32| json!({ "importance": answers(seed), "delivered": answers(seed + 2), "worth": (at + seed) % 5 });
    json!({
        "format": "common-ground/assessment",
        "version": 1,
        "id": format!("community-{at}"),
        "community": { "name": format!("Practice circle {at}"), "phase": "sustain" },
        "items": items,
        "organisation": side(0),
        "members": side(1),
        "practices": { "VP1": { "level": at % 5 }, "VP2": { "level": at % 4 }, "VP5": { "level": at % 3 } },
    })
}
