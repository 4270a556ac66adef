//! Which tests failed and why, as their runner prints it.

use std::fmt;

use crate::engine::Engine;

/// How many characters of what a test said are kept: drivers say where in their own code they were, too.
const LONGEST: usize = 200;

/// A test that failed.
#[derive(Debug, PartialEq, Eq)]
pub struct Failure {
    /// Where it ran.
    pub engine: Engine,
    /// Its name.
    pub name: String,
    /// Where it ended, and the start of what it said there.
    pub why: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, in {}: {}", self.name, self.engine.name(), self.why)
    }
}

/// Hears what the runner prints.
#[derive(Debug, Default)]
pub struct Listener {
    /// The names and reasons in what the tests said.
    said: Vec<(String, String)>,
    /// The names in the list at the end.
    listed: Vec<String>,
    part: Part,
}

/// Where in the print it is.
#[derive(Debug, Default)]
enum Part {
    /// Elsewhere.
    #[default]
    Elsewhere,
    /// Before the first line of what a test says where it ends.
    Place(String),
    /// In a list under `failures:`. The first of two such lists holds what each test said.
    List,
}

impl Listener {
    /// Hears the next line.
    pub fn hear(&mut self, line: &str) {
        if let Part::Place(place) = &self.part {
            // Only the first is the reason; what follows it is how the test came down.
            if let Some((_, why)) = self.said.last_mut().filter(|(_, why)| why.is_empty()) {
                let said: String = line.chars().take(LONGEST).collect();
                *why = format!("{place} {said}");
            }
            self.part = Part::Elsewhere;
        } else if line == "failures:" {
            self.listed.clear();
            self.part = Part::List;
        } else if let Some(name) = line.strip_prefix("---- ").and_then(|rest| rest.strip_suffix(" stdout ----")) {
            self.said.push((name.to_owned(), String::new()));
            self.part = Part::Elsewhere;
        } else if let Some((_, place)) = line.split_once(" panicked at ").filter(|_| line.starts_with("thread ")) {
            self.part = Part::Place(place.to_owned());
        } else if let Part::List = self.part {
            match line.strip_prefix("    ") {
                Some(name) => self.listed.push(name.to_owned()),
                None if line.is_empty() && self.listed.is_empty() => {}
                None => self.part = Part::Elsewhere,
            }
        }
    }

    /// Those that the runner listed at the end.
    pub fn failures(self, engine: Engine) -> Vec<Failure> {
        let why = |name: &str| {
            let said = self.said.iter().find(|(one, why)| one == name && !why.is_empty());
            said.map_or_else(|| "it said nothing".to_owned(), |(_, why)| why.clone())
        };
        let failure = |name: &String| Failure { engine, name: name.clone(), why: why(name) };
        self.listed.iter().map(failure).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(printed: &str) -> Vec<String> {
        let mut listener = Listener::default();
        printed.lines().for_each(|line| listener.hear(line));
        listener.failures(Engine::Firefox).iter().map(Failure::to_string).collect()
    }

    #[test]
    fn the_tests_that_failed_are_those_of_the_last_list_each_with_the_first_thing_it_said() {
        let printed = "test a::one ... ok
test b::two ... FAILED

failures:

---- b::two stdout ----
    this line of what it said is indented too

thread 'b::two' (71) panicked at tests/page/b.rs:7:9:
in 30s this did not happen: a notice
stack backtrace:

thread 'b::two' (71) panicked at tests/page/b.rs:1:1:
while it came down

failures:
    b::two
    c::three

test result: FAILED. 1 passed; 2 failed; 0 ignored
    this is not of the list";
        let expected = [
            "b::two, in Firefox: tests/page/b.rs:7:9: in 30s this did not happen: a notice",
            "c::three, in Firefox: it said nothing",
        ];
        assert_eq!(heard(printed), expected);
    }

    #[test]
    fn where_all_passed_none_failed() {
        assert!(heard("running 1 test\ntest a::one ... ok\n\ntest result: ok. 1 passed").is_empty());
    }
}
