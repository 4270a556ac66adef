//! The page as a person meets it: things with a role and a name.

mod figures;
mod frame;
mod jobs;
mod role;
mod sight;
mod thing;

use std::cell::Cell;

pub use figures::{Criterion, Figures};
pub use jobs::{Answer, statement};
pub use role::Role;
pub use thing::Thing;

use common_ground::text::EN;
use serde_json::json;

use crate::browser::{Browser, Driver, Setting, keys};
use crate::environment;
use crate::stop::stop;

/// The page in a browser.
pub struct Page<'driver> {
    browser: Browser<'driver>,
    actions: Cell<usize>,
}

impl<'driver> Page<'driver> {
    /// The page in a browser with an empty profile.
    #[track_caller]
    pub fn new(driver: &'driver Driver) -> Self {
        let page = Self::before(driver);
        page.visit("");
        page
    }

    /// A browser with an empty profile that has not opened the page yet.
    #[track_caller]
    pub fn before(driver: &'driver Driver) -> Self {
        Self::set(driver, &[])
    }

    /// The same, set up in some way.
    #[track_caller]
    pub fn set(driver: &'driver Driver, settings: &[Setting]) -> Self {
        let browser = driver.browser(settings);
        browser.resize(1280, 900);
        Self { browser, actions: Cell::new(0) }
    }

    /// The browser.
    pub const fn browser(&self) -> &Browser<'driver> {
        &self.browser
    }

    /// How often a person has clicked, written or pressed keys.
    pub const fn actions(&self) -> usize {
        self.actions.get()
    }

    fn act(&self) {
        self.actions.set(self.actions.get() + 1);
    }

    /// Opens the page with `fragment` behind its address.
    #[track_caller]
    pub fn visit(&self, fragment: &str) {
        self.go(&format!("{}{fragment}", environment::page()));
        self.settle();
    }

    /// Waits until the page has drawn what it has heard of: for what nothing on the page tells that it is done, a
    /// layout or that nothing has happened. Where something tells, wait for that; [`Page::rest`] is enough to read what
    /// a screen says.
    #[track_caller]
    pub fn settle(&self) {
        self.rest();
        let drawn = "const [done] = arguments;
            setTimeout(done, 200);
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)));";
        self.browser.run_and_wait(drawn, Vec::new());
    }

    /// Goes to an address of the page.
    #[track_caller]
    pub fn go(&self, address: &str) {
        self.browser.goto(address);
        self.wait_until_there();
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.browser.reload();
        self.wait_until_there();
    }

    /// Waits until the code has taken over from what could be read before it.
    #[track_caller]
    pub fn wait_until_there(&self) {
        self.wait_until("the page is there", || self.is_there());
    }

    /// Whether the code has taken over from what could be read before it.
    #[track_caller]
    fn is_there(&self) -> bool {
        let there = "return !document.getElementById('before') && !!document.querySelector('main:not([aria-busy]) h1')";
        self.browser.run(there, Vec::new()) == json!(true)
    }

    /// Waits until the part of the program that shows this place is here: whatever reads the screen does so by itself,
    /// since until then there is none.
    #[track_caller]
    pub fn rest(&self) {
        let rests = "return !document.querySelector('main[aria-busy]')";
        self.wait_until("the screen has come", || self.browser.run(rests, Vec::new()) == json!(true));
    }

    /// Waits until something holds.
    #[track_caller]
    pub fn wait_until(&self, what: &str, holds: impl FnMut() -> bool) {
        self.browser.wait_until(what, holds);
    }

    /// The address behind `#`, with it.
    #[track_caller]
    pub fn fragment(&self) -> String {
        self.text_of("return location.hash")
    }

    /// The title of the document.
    #[track_caller]
    pub fn title(&self) -> String {
        self.text_of("return document.title")
    }

    /// The heading of the screen.
    #[track_caller]
    pub fn heading(&self) -> String {
        self.rest();
        self.text_of("return document.querySelector('main h1')?.innerText.replace(/[ \\t\\n]+/g, ' ').trim()")
    }

    /// Whether a screen stands.
    #[track_caller]
    fn has_heading(&self) -> bool {
        self.browser.run("return !!document.querySelector('main h1')", Vec::new()) == json!(true)
    }

    /// All that the screen says, as one reads it.
    #[track_caller]
    pub fn words(&self) -> String {
        self.rest();
        self.text_of("return document.querySelector('main')?.innerText")
    }

    /// All that the page has just said, or says about its state.
    #[track_caller]
    pub fn said(&self) -> String {
        self.words_of(Role::Status).join("\n").trim().to_owned()
    }

    /// Waits until the page says something in which `words` stand.
    #[track_caller]
    pub fn hear(&self, words: &str) {
        let mut said = String::new();
        self.wait_until(&format!("the page says: {words}"), || {
            said = self.said();
            said.contains(words)
        });
    }

    /// A text that a script returns.
    #[track_caller]
    pub fn text_of(&self, script: &str) -> String {
        self.browser.run(script, Vec::new()).as_str().map(str::to_owned).unwrap_or_default()
    }

    /// Ends a visit: nothing went wrong behind the scenes either.
    #[track_caller]
    pub fn leave(self) {
        let complaints = self.browser.complaints();
        if !complaints.is_empty() {
            stop(format!("the page complained in the console: {}", complaints.join("\n")));
        }
    }

    /// Does something with the thing of this name; with the one that has come in its place where the page has made it
    /// anew.
    #[track_caller]
    fn with(&self, role: Role, name: &str, does: impl Fn(&Thing) -> bool) {
        self.act();
        self.wait_until(&format!("“{name}” can be used"), || does(&self.find(role, name)));
    }

    /// Presses a button.
    #[track_caller]
    pub fn press(&self, name: &str) {
        self.with(Role::Button, name, |button| button.click());
    }

    /// Follows a link.
    #[track_caller]
    pub fn follow(&self, name: &str) {
        self.with(Role::Link, name, |link| link.click());
    }

    /// Writes into a field in place of what is there.
    #[track_caller]
    pub fn write(&self, name: &str, text: &str) {
        self.with(Role::Field, name, |field| field.takes(text));
    }

    /// Pastes into a field with the keys for it.
    #[track_caller]
    pub fn paste(&self, name: &str, text: &str) {
        self.browser.copy(text);
        self.find(Role::Field, name).focus();
        self.keys(&[keys::CONTROL, 'v']);
    }

    /// What is in a field.
    #[track_caller]
    pub fn written(&self, name: &str) -> String {
        self.find(Role::Field, name).value()
    }

    /// Presses keys together.
    #[track_caller]
    pub fn keys(&self, chord: &[char]) {
        self.act();
        self.browser.press(chord);
    }

    /// Goes to a place by the menu at the side, and waits until it is shown.
    #[track_caller]
    pub fn to(&self, place: &str) {
        // The menu is made anew with the place.
        self.settle();
        self.act();
        self.wait_until(&format!("the menu leads to {place}"), || {
            let entries = self.find(Role::Menu, EN.frame.places).all(Role::Link);
            entries.into_iter().any(|entry| entry.text().starts_with(place) && entry.click())
        });
        self.wait_until(&format!("{place} is shown"), || self.title().starts_with(place));
    }
}
