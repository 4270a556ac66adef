//! Finding what is in sight.

use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::{Page, Role, Thing};
use crate::browser::Element;
use crate::stop::stop;

/// How long something may take to appear.
const PATIENCE: Duration = Duration::from_secs(20);

/// Finds what is in sight, by role and name.
const FIND: &str = include_str!("find.js");

/// What was found, and the names of everything else with that role.
pub(super) struct Found {
    pub(super) elements: Vec<Element>,
    names: Vec<String>,
}

impl<'driver> Page<'driver> {
    /// The one thing in sight with this role and name; waits until it is there.
    #[track_caller]
    pub fn find(&self, role: Role, name: &str) -> Thing<'_, 'driver> {
        self.find_in(None, role, name)
    }

    /// Waits until there is one thing in sight with this role and name.
    #[track_caller]
    pub fn see(&self, role: Role, name: &str) {
        let _ = self.find(role, name);
    }

    /// All things in sight with this role.
    #[track_caller]
    pub fn all(&self, role: Role) -> Vec<Thing<'_, 'driver>> {
        let found = self.look(None, role, None);
        found.elements.into_iter().map(|element| Thing::new(self, element)).collect()
    }

    /// The names of all things in sight with this role.
    #[track_caller]
    pub fn names(&self, role: Role) -> Vec<String> {
        self.texts(role, "names")
    }

    /// Whether something with this role and name is in sight now.
    #[track_caller]
    pub fn has(&self, role: Role, name: &str) -> bool {
        !self.look(None, role, Some(name)).elements.is_empty()
    }

    /// The words of all things in sight with this role.
    #[track_caller]
    pub(super) fn words_of(&self, role: Role) -> Vec<String> {
        self.texts(role, "words")
    }

    #[track_caller]
    fn texts(&self, role: Role, wanted: &str) -> Vec<String> {
        let answer = self.browser.run(FIND, vec![json!(role.key()), Value::Null, Value::Null, json!(wanted)]);
        let texts = answer.as_array().cloned().unwrap_or_default();
        texts.iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
    }

    #[track_caller]
    pub(super) fn find_in(&self, within: Option<&Element>, role: Role, name: &str) -> Thing<'_, 'driver> {
        let start = Instant::now();
        loop {
            let found = self.look(within, role, Some(name));
            if let [element] = found.elements.as_slice() {
                return Thing::new(self, element.clone());
            }
            if start.elapsed() > PATIENCE {
                let (kind, count, names) = (role.key(), found.elements.len(), found.names.join("”, “"));
                stop(format!(
                    "{count} things ({kind}) are called “{name}” at {}, not one. There are: “{names}”",
                    self.title()
                ));
            }
            thread::sleep(Duration::from_millis(15));
        }
    }

    /// What is in sight now.
    #[track_caller]
    pub(super) fn look(&self, within: Option<&Element>, role: Role, name: Option<&str>) -> Found {
        let within = within.map_or(Value::Null, Element::to_value);
        // What is gone, or goes while it is looked for, is not in sight.
        let answer = self.browser.run_about(FIND, vec![json!(role.key()), json!(name), within]).unwrap_or_default();
        let list = |key: &str| answer.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        Found {
            elements: list("found").iter().filter_map(Element::from_value).collect(),
            names: list("names").iter().filter_map(|name| name.as_str().map(str::to_owned)).collect(),
        }
    }
}
