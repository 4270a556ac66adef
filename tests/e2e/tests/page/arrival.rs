//! A part of the program that does not arrive is said as soon as that is known, and can be asked for again.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::host::{self, Host};
use common_ground_e2e::page::{Answer, Page, Role, statement};
use common_ground_e2e::server::Reply;

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
