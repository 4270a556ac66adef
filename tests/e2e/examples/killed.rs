//! Measures what is lost when a browser is killed while one types: how long before it the last state was that is there
//! again.
//!
//! Run with the variables of the end-to-end tests, in an engine whose profile outlives it.

use std::thread;
use std::time::Duration;

use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::stop::Must;
use serde_json::Value;

/// How often it is done over.
const RUNS: usize = 10;

/// How long one types before it.
const TYPING: Duration = Duration::from_secs(7);

/// Types the milliseconds since 1970, twenty times a second.
const TYPE: &str = "const [field] = arguments;
    window.typed = 0;
    setInterval(() => {
        window.typed = Date.now();
        field.value = String(window.typed);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, 50);";

fn main() {
    let driver = Driver::start();
    let purpose = format!("{} {}", EN.asking.purpose, EN.asking.optional);
    let mut lost: Vec<f64> = Vec::new();
    for _ in 0..RUNS {
        let page = Page::new(&driver);
        page.begin("Bridge inspectors", "launch");
        page.browser().run(TYPE, vec![page.find(Role::Field, &purpose).to_value()]);
        thread::sleep(TYPING);
        // What is typed between this answer and the end is not counted: some milliseconds.
        let typed = number(&page.browser().run("return window.typed", Vec::new()));
        page.browser().kill_and_start_again();
        page.visit("");
        page.wait_until("it is there", || page.communities().len() == 1);
        page.follow("Bridge inspectors");
        page.to(EN.frame.community);
        let kept = page.written(&purpose).parse::<f64>().unwrap_or_default();
        println!("  {:.0} ms", typed - kept);
        lost.push(typed - kept);
        page.leave();
    }
    lost.sort_by(f64::total_cmp);
    let at = |at: usize| lost.get(at).copied().must("a run");
    println!("{RUNS} times: median {:.0} ms lost, most {:.0} ms", at(RUNS / 2), at(RUNS - 1));
}

fn number(value: &Value) -> f64 {
    value.as_f64().must("a number")
}
