//! What a person does with several things at once.

use std::path::Path;

use common_ground::catalogue::{self, Side};
use common_ground::text::EN;
use serde_json::Value;

use super::{Page, Role, Thing};
use crate::file;
use crate::stop::Must;

/// What one answers to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A step of the scale, 0 to 4.
    Step(u8),
    /// "don't know".
    DontKnow,
}

/// Fills storage up to the last character, having reserved the room that is to be left.
const FILL: &str = "const [room] = arguments;
    if (room > 0) localStorage.setItem('neighbour/room', 'r'.repeat(room - 'neighbour/room'.length));
    let taken = Object.keys(localStorage).filter((key) => key.startsWith('neighbour/')).length;
    const takes = (length) => {
        try { localStorage.setItem(`neighbour/${1e6 + taken}`, 'j'.repeat(length)); taken += 1; return true; }
        catch { return false; }
    };
    for (const power of [20, 16, 12, 8, 4, 1]) while (takes(1 << power));
    localStorage.removeItem('neighbour/room');";

/// Whether the journal holds of every assessment what storage holds.
const JOURNAL: &str = "const [done] = arguments;
    const asked = indexedDB.open('common-ground/1');
    // It is for the page to make it.
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onerror = () => done(false);
    asked.onsuccess = () => {
        const entries = asked.result.transaction('journal').objectStore('journal').getAll();
        entries.onerror = () => done(false);
        entries.onsuccess = () => {
            asked.result.close();
            const journal = new Map(entries.result.map(({ key, text }) => [`common-ground/1/${key}`, text]));
            const ours = new RegExp('^common-ground/1/(assessment|replies|snapshots)/');
            done(Object.entries(localStorage).every(([key, text]) => !ours.test(key) || journal.get(key) === text));
        };
    };";

/// The name of a side as its questions say it.
const fn name(side: Side) -> &'static str {
    match side {
        Side::Organisation => EN.frame.organisation,
        Side::Members => EN.frame.members,
    }
}

/// The statement of an expectation of the catalogue.
#[track_caller]
pub fn statement(id: &str) -> &'static str {
    let item = catalogue::bundled().items.iter().find(|item| item.id.as_str() == id);
    &item.must("an expectation of the catalogue").statement
}

impl<'driver> Page<'driver> {
    /// The question about `about` for a side.
    #[track_caller]
    pub fn question(&self, side: Side, about: &str) -> Thing<'_, 'driver> {
        self.find(Role::Group, &format!("{}: {about}", name(side)))
    }

    /// Answers a question about `about` for a side.
    #[track_caller]
    pub fn choose(&self, side: Side, about: &str, answer: Answer) {
        let sign = match answer {
            Answer::Step(step) => step.to_string(),
            Answer::DontKnow => "?".to_owned(),
        };
        self.question(side, about).radio(&sign).press();
    }

    /// What is chosen in a question about `about` for a side.
    #[track_caller]
    pub fn chosen(&self, side: Side, about: &str) -> Option<String> {
        self.question(side, about).chosen()
    }

    /// Chooses the level of a practice.
    #[track_caller]
    pub fn level(&self, practice: &str, step: u8) {
        self.find(Role::Group, practice).radio(&step.to_string()).press();
    }

    /// Presses a button in what the page has just said.
    #[track_caller]
    pub fn react(&self, name: &str) {
        self.act();
        self.wait_until(&format!("the page says something with “{name}” in it"), || {
            let buttons = self.all(Role::Status).into_iter().flat_map(|said| said.all(Role::Button));
            buttons.into_iter().any(|button| button.text() == name && button.click())
        });
    }

    /// Chooses a day, such as `2026-11-20`, in a field for one, as its calendar does.
    #[track_caller]
    pub fn day(&self, name: &str, day: &str) {
        let script = "const [field, day] = arguments;
            field.focus();
            field.value = day;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        self.act();
        self.browser().run(script, vec![self.find(Role::Field, name).to_value(), day.into()]);
    }

    /// Opens what is folded away under `name`.
    #[track_caller]
    pub fn unfold(&self, name: &str) {
        self.find(Role::More, name).press();
    }

    /// Unfolds every section that a narrow page folds.
    #[track_caller]
    pub fn unfold_all(&self) {
        let script = "document.querySelectorAll('.fold[aria-expanded=false]').forEach((one) => one.click())";
        self.act();
        self.browser().run(script, Vec::new());
    }

    /// Starts a community of this name in this phase; stays where it is described. Gives its identity.
    #[track_caller]
    pub fn begin(&self, title: &str, phase: &str) -> String {
        let start = if self.has(Role::Button, EN.home.start) { EN.home.start } else { EN.home.new };
        self.press(start);
        self.write(EN.asking.name, title);
        self.phase(phase);
        self.identity()
    }

    /// Chooses the phase by its name in files.
    #[track_caller]
    pub fn phase(&self, phase: &str) {
        self.find(Role::Group, EN.asking.phase).radio(phase).press();
    }

    /// The identity of the community that is open, which stands in the address.
    #[track_caller]
    pub fn identity(&self) -> String {
        let mut identity = None;
        self.wait_until("a community is open", || {
            let fragment = self.fragment();
            identity = fragment.strip_prefix("#/c/").and_then(|rest| rest.split('/').next()).map(str::to_owned);
            identity.is_some()
        });
        identity.must("a community is open")
    }

    /// Goes to the first page.
    #[track_caller]
    pub fn home(&self) {
        self.follow(EN.frame.brand);
        self.wait_until("the first page is shown", || {
            self.fragment() == "#/" && !self.has(Role::Menu, EN.frame.places)
        });
    }

    /// Puts so many filled communities into this browser's storage, as the page keeps them; it sees them once it is
    /// loaded again.
    #[track_caller]
    pub fn store(&self, many: u32) {
        let script = "for (const one of arguments[0])
            localStorage.setItem(`common-ground/1/assessment/${one.id}`, `{\"stamp\":\"00\",\"data\":${JSON.stringify(one)}}`);";
        let all: Vec<Value> = (0..many).map(file::filled).collect();
        for some in all.chunks(250) {
            self.browser().run(script, vec![some.into()]);
        }
    }

    /// The names on the cards of the first page.
    #[track_caller]
    pub fn communities(&self) -> Vec<String> {
        self.names(Role::Card)
    }

    /// Opens a file from the first page.
    #[track_caller]
    pub fn open_file(&self, path: &Path) {
        self.press(EN.home.open);
        self.find(Role::File, EN.home.open_file).choose_file(path);
    }

    /// Opens the example from the first page.
    #[track_caller]
    pub fn open_example(&self) {
        self.press(EN.home.example);
        self.wait_until("the example is shown", || self.title().starts_with(EN.frame.results));
        // The heading takes the focus a frame later, and would take it from what is focused before.
        self.wait_until("its heading has the focus", || {
            self.text_of("return document.activeElement?.localName") == "h1"
        });
    }

    /// The link to the community that is open, as its field shows it.
    #[track_caller]
    pub fn link(&self) -> String {
        self.to(EN.frame.share);
        self.written(EN.share.link_label)
    }

    /// Goes to a place of the community that is open by its address, as the menu of a narrow page does.
    #[track_caller]
    pub fn visit_place(&self, place: &str) {
        let fragment = format!("#/c/{}/{place}", self.identity());
        self.browser().run("location.hash = arguments[0]", vec![fragment.clone().into()]);
        self.wait_until(&format!("{place} is shown"), || self.fragment() == fragment && self.has_heading());
        self.settle();
    }

    /// What stands at the top of the page.
    #[track_caller]
    pub fn top(&self) -> String {
        self.text_of("return document.querySelector('header.top').textContent")
    }

    /// How many assessments this browser keeps.
    #[track_caller]
    pub fn kept_here(&self) -> usize {
        self.kept().matches("/assessment/").count()
    }

    /// Everything that the page keeps in this browser, as text; how far its journal has come changes by itself, and is
    /// left out.
    #[track_caller]
    pub fn kept(&self) -> String {
        let script = "const kept = Object.entries(localStorage).filter(([key]) => key !== 'common-ground/1/journal');
            return JSON.stringify(kept.sort())";
        self.text_of(script)
    }

    /// Waits until all that storage holds of assessments is in the journal, where it outlives the browser.
    #[track_caller]
    pub fn wait_for_journal(&self) {
        let is_there = || self.browser().run_and_wait(JOURNAL, Vec::new()) == Value::Bool(true);
        self.wait_until("the journal holds what storage does", is_there);
    }

    /// Whether the page would ask before it is left now.
    #[track_caller]
    pub fn asks(&self) -> bool {
        let leave = "const leaving = new Event('beforeunload', { cancelable: true });
            dispatchEvent(leaving);
            return leaving.defaultPrevented";
        self.browser().run(leave, Vec::new()) == Value::Bool(true)
    }

    /// Lets a neighbour of the origin take all room in this browser's storage but this many characters.
    #[track_caller]
    pub fn fill_storage(&self, room: usize) {
        self.browser().run(FILL, vec![room.into()]);
    }

    /// Gives that room back.
    #[track_caller]
    pub fn free_storage(&self) {
        let script = "for (const key of Object.keys(localStorage).filter((key) => key.startsWith('neighbour/')))
            localStorage.removeItem(key);";
        self.browser().run(script, Vec::new());
    }

    /// How far what is shown goes beyond the room that the page has, in pixels.
    #[track_caller]
    pub fn beyond(&self) -> i64 {
        let script = "const root = document.documentElement;
            return root.scrollWidth - Math.ceil(root.getBoundingClientRect().width);";
        self.browser().run(script, Vec::new()).as_i64().must("the width of the page")
    }

    /// Whether anything that somebody wrote was taken as markup.
    #[track_caller]
    pub fn is_fooled(&self) -> bool {
        let script = "return document.images.length > 0 || !!window.fooled";
        self.browser().run(script, Vec::new()) != Value::Bool(false)
    }
}
