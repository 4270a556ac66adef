//! While a part of the program is coming, that is said, and stays as it is said; one that does not arrive is said as
//! soon as that is known, and can be asked for again.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::environment;
use common_ground_e2e::host::{self, Host};
use common_ground_e2e::page::{Answer, Page, Role, statement};
use common_ground_e2e::server::Reply;
use common_ground_e2e::site::Site;
use common_ground_e2e::stop::Must;
use serde_json::json;

use super::voices::invitation;

/// What a slow line has not brought yet: how the names of files end.
#[derive(Clone, Default)]
struct Line(Arc<Mutex<Vec<&'static str>>>);

impl Line {
    /// A server of the page behind a line that brings everything but this.
    #[track_caller]
    fn without(parts: &[&'static str]) -> (Self, Host) {
        let line = Self(Arc::new(Mutex::new(parts.to_vec())));
        let held = line.clone();
        let host = Host::start(move |path| {
            while held.holds(path) {
                thread::sleep(Duration::from_millis(20));
            }
            host::file(if path.is_empty() { "index.html" } else { path })
        });
        (line, host)
    }

    fn holds(&self, path: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).iter().any(|part| path.ends_with(part))
    }

    /// It has come.
    fn brings(&self, part: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|held| *held != part);
    }
}

#[test]
fn what_is_said_while_an_invitation_is_coming_stays_until_its_questions_are_there() {
    let driver = Driver::start();
    let leader = Page::new(&driver);
    leader.begin("Bridge inspectors", "launch");
    leader.to(EN.frame.voices);
    let invited = invitation(&leader, Side::Members);
    let fragment = invited.split_once('#').must("what is behind #").1;
    let (line, host) = Line::without(&["-beyond.wasm", "-asking.wasm"]);
    let page = Page::before(&driver);
    page.browser().goto(&format!("{}#{fragment}", host.address()));
    let said = || page.text_of("return document.querySelector('main[aria-busy] .late')?.textContent");
    page.wait_until("it is said that it is coming", || said() == EN.frame.loading);
    page.browser().run("document.querySelector('main .late').here = true", Vec::new());
    line.brings("-beyond.wasm");
    page.wait_until("the invitation is read", || page.fragment().starts_with("#/r/"));
    page.browser().run_and_wait("requestAnimationFrame(() => setTimeout(arguments[0], 100))", Vec::new());
    let same = page.browser().run("return document.querySelector('main .late')?.here", Vec::new());
    assert_eq!(same, json!(true), "made anew, it would be gone for a moment");
    line.brings("-asking.wasm");
    page.wait_until("the questions are there", || !page.all(Role::Group).is_empty());
    page.leave();
}

#[test]
fn what_was_chosen_before_all_parts_are_here_is_heard_until_it_is_done() {
    let driver = Driver::start();
    let (line, host) = Line::without(&["-work.wasm", "-beyond.wasm"]);
    let page = Page::before(&driver);
    page.browser().goto(&host.address());
    page.press(EN.home.example);
    page.hear(EN.frame.loading);
    line.brings("-work.wasm");
    page.wait_until_there();
    assert_eq!(page.heading(), EN.home.title);
    page.hear(EN.frame.loading);
    line.brings("-beyond.wasm");
    page.wait_until("the example is shown", || page.title().starts_with(EN.frame.results));
    page.wait_until("it is not said any more", || !page.said().contains(EN.frame.loading));
    page.leave();
}

#[test]
fn what_keeps_the_page_for_later_is_asked_for_after_all_that_the_page_itself_needs() {
    let driver = Driver::start();
    let (site, page) = (Site::start(), Page::before(&driver));
    page.go(&site.address());
    let at = |end: &str| site.asked().iter().position(|path| path.ends_with(end));
    page.wait_until("what keeps it is asked for", || at("/sw.js").is_some());
    let before = |part: &str| at(part).is_some_and(|part| Some(part) < at("/sw.js"));
    let parts = ["-work.wasm", "-asking.wasm", "-reading.wasm", "-beyond.wasm"];
    assert!(parts.into_iter().all(before), "{:?}", site.asked());
}

#[test]
fn a_part_that_does_not_arrive_is_said_before_it_is_needed_and_can_be_asked_for_again() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let there = Arc::new(AtomicBool::new(false));
    let arrives = Arc::clone(&there);
    let server = Host::start(move |path| {
        let cut = path.ends_with("-beyond.wasm") || path == "sw.js";
        if cut && !arrives.load(Ordering::SeqCst) {
            return Reply::missing();
        }
        host::file(if path.is_empty() { "index.html" } else { path })
    });
    page.go(&server.address());
    // Nobody has asked for anything that is in it.
    page.hear(EN.frame.part_away);
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    page.hear(EN.frame.part_away);
    page.press(EN.frame.part_again);
    page.hear(EN.frame.part_away);
    there.store(true, Ordering::SeqCst);
    page.press(EN.frame.part_again);
    page.wait_until("it is here", || !page.has(Role::Button, EN.frame.part_again));
    page.home();
    page.open_example();
}

#[test]
fn a_part_that_was_on_its_way_when_the_page_was_left_is_there_once_back_brings_it() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let (asked, slow) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicBool::new(true)));
    let (counted, waits) = (Arc::clone(&asked), Arc::clone(&slow));
    let server = Host::start(move |path| {
        if path == "sw.js" {
            // It would ask for the part too.
            return Reply::missing();
        }
        if path.ends_with("-beyond.wasm") {
            counted.fetch_add(1, Ordering::SeqCst);
            while waits.load(Ordering::SeqCst) {
                thread::sleep(Duration::from_millis(20));
            }
        }
        host::file(if path.is_empty() { "index.html" } else { path })
    });
    page.go(&server.address());
    page.wait_until("the part is asked for", || asked.load(Ordering::SeqCst) == 1);
    page.browser().goto(&format!("{}?another#/method", environment::page()));
    slow.store(false, Ordering::SeqCst);
    page.browser().back();
    page.wait_until_there();
    page.open_example();
    assert!(!page.has(Role::Button, EN.frame.part_again));
    let complaints = page.browser().complaints();
    assert!(complaints.iter().all(|one| one.contains("404") || one.contains("sw.js")), "{complaints:?}");
}
