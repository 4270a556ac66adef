//! Times the page while a thousand replies are pasted, added and kept: `cargo xtask bench` runs it.
//!
//! Each figure is the time from the event to the next frame after it, in which the page shows what came of it.

use std::thread;
use std::time::Duration;

use common_ground::assessment::{Answer, AssessmentId, Reply, SentReply, reply_id};
use common_ground::catalogue::{ItemId, Side, Step, bundled};
use common_ground::link;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::stop::Must;
use serde_json::Value;

/// The replies in the heap.
const REPLIES: u32 = 1_000;

/// From the paste to what was found, from the press to the figures: each within this, in milliseconds.
const BUDGET: f64 = 200.0;

/// How often it is done over.
const RUNS: usize = 5;

/// Clicks an element and tells how long it takes until the frame after it is drawn.
const CLICKED: &str = "const [element, done] = arguments;
    const start = performance.now();
    element.click();
    const ran = performance.now();
    requestAnimationFrame(() => setTimeout(() => done([ran - start, performance.now() - start])));";

/// Waits for a paste, to tell how long it takes from there until the program has heard of it and the frame after it is
/// drawn. What reaches the window on its way down comes before the page's own, on its way up behind it.
const AWAIT_PASTE: &str = "let start, ran;
    window.pasted = new Promise((done) => {
        addEventListener('beforeinput', () => { ran = performance.now(); }, { once: true });
        addEventListener('paste', () => {
            start = performance.now();
            requestAnimationFrame(() => setTimeout(() => done([ran - start, performance.now() - start])));
        }, { once: true, capture: true });
    });";

/// What came of it.
const PASTED: &str = "const [done] = arguments; window.pasted.then(done);";

fn main() {
    let driver = Driver::start();
    let (mut pasted, mut added) = (Vec::new(), Vec::new());
    let (mut length, mut kept) = (0, 0);
    let tenth = REPLIES as usize / 10;
    let all = (EN.inviting.answered)(tenth, REPLIES as usize - tenth);
    for _ in 0..RUNS {
        let page = Page::new(&driver);
        let id = page.begin("Bridge inspectors", "launch");
        page.to(EN.frame.voices);
        let text = thread(&AssessmentId::new(&id).must("an identity"));
        length = text.len();
        // Nobody pastes in the second in which the page opens, while the browser still compiles it.
        thread::sleep(Duration::from_secs(2));
        page.browser().run(AWAIT_PASTE, Vec::new());
        page.paste(EN.inviting.collect_label, &text);
        pasted.push(both(&page.browser().run_and_wait(PASTED, Vec::new())));
        let button = page.find(Role::Button, &(EN.inviting.add)(REPLIES as usize));
        added.push(both(&page.browser().run_and_wait(CLICKED, vec![button.to_value()])));
        page.wait_until("all are heard", || page.heading() == all);
        kept = page.kept().len();
        page.reload();
        page.wait_until("all were kept", || page.heading() == all);
        page.leave();
    }
    println!("{REPLIES} replies of 12 items in {length} characters of mail, {RUNS} times in a fresh profile:");
    print("found and shown", &pasted);
    print("added, scored, saved and shown", &added);
    println!("  {kept} characters are kept in the browser's storage, of some 5,000,000 that fit");
}

/// What a script has measured.
fn both(times: &Value) -> (f64, f64) {
    let at = |at: usize| times.get(at).and_then(Value::as_f64).must("a time");
    (at(0), at(1))
}

/// The median of the runs, against the budget.
fn print(what: &str, times: &[(f64, f64)]) {
    let median = |pick: fn(&(f64, f64)) -> f64| {
        let mut times: Vec<f64> = times.iter().map(pick).collect();
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().must("a run")
    };
    let (ran, shown) = (median(|time| time.0), median(|time| time.1));
    let verdict = if shown <= BUDGET { "within" } else { "over" };
    println!("  {what}: median {shown:.0} ms to the frame after it, {ran:.0} ms of them in the program");
    println!("    {verdict} the budget of {BUDGET:.0} ms");
}

/// A mail thread with the replies of as many people.
fn thread(id: &AssessmentId) -> String {
    let items: Vec<ItemId> = bundled().default_items().collect();
    let mut text = String::new();
    for person in 0..REPLIES {
        let side = if person % 10 == 0 { Side::Organisation } else { Side::Members };
        let step = |at: usize| Answer::Step(Step::ALL.get((person as usize * 7 + at * 3) % 5).copied().must("a step"));
        let [_, _, a, b] = person.to_be_bytes();
        let mut reply = Reply {
            id: reply_id([9, 8, 7, 6, a, b]),
            revision: 1,
            side,
            date: "2026-11-23T10:00:00Z".parse().ok(),
            name: None,
            answers: common_ground::assessment::Answers::default(),
            extra: Vec::new(),
        };
        for (at, item) in items.iter().enumerate() {
            reply.answers.importance.insert(*item, step(at));
            reply.answers.delivered.insert(*item, step(at + 1));
        }
        reply.answers.worth = Some(step(2));
        reply.answers.top = items.iter().take(3).copied().collect();
        let sent = SentReply { assessment: id.mark(), round: 1, reply };
        let token = link::reply(&sent, bundled()).must("a token");
        let message = format!("On Monday person {person} wrote:\n> Hello, here is mine:\n> cg:{token}\n> Thanks\n\n");
        text.push_str(&message);
    }
    text
}
