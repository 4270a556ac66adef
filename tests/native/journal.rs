//! Which of two stores is ahead once a browser was killed: a browser, simulated, that writes to its disk when it sees fit.

use std::collections::{BTreeMap, BTreeSet};

use common_ground::app::journal::{Entry, lost, next, spent, unseen};
use proptest::prelude::*;

/// Numbers are whole, so they are alike or apart.
#[track_caller]
fn alike(one: f64, two: f64) {
    assert!((one - two).abs() < 0.5, "{one} and {two}");
}

const DAY: f64 = 86_400_000.0;
/// 2026-11-20 in milliseconds since 1970.
const NOW: f64 = 1_795_132_800_000.0;

fn entry(at: f64, key: &str, text: Option<&str>) -> Entry {
    (at, key.to_owned(), text.map(str::to_owned))
}

#[test]
fn what_is_newer_than_storage_is_put_back_and_what_it_removed_first() {
    let entries = || vec![entry(7.0, "a", Some("A")), entry(9.0, "b", None), entry(5.0, "c", Some("C"))];
    let back = lost(5.0, entries()).unwrap();
    assert_eq!(back.changes, [("b".to_owned(), None), ("a".to_owned(), Some("A".to_owned()))]);
    alike(back.mark, 9.0);
    // Nothing of it ever reached the disk.
    assert_eq!(lost(0.0, entries()).unwrap().changes.len(), 3);
}

#[test]
fn nothing_is_put_back_over_what_is_as_new_or_newer() {
    let entries = || vec![entry(7.0, "a", Some("A")), entry(9.0, "b", None)];
    for mark in [9.0, 10.0, 1e15] {
        assert_eq!(lost(mark, entries()), None, "{mark}");
    }
    assert_eq!(lost(0.0, Vec::new()), None);
}

#[test]
fn numbers_grow_whatever_the_clock_tells() {
    alike(next(0.0, NOW), NOW);
    alike(next(NOW - 5.0, NOW), NOW);
    for late in [NOW, NOW + 1.0, NOW + 9e12] {
        alike(next(late, NOW), late + 1.0);
        assert!(unseen(late, NOW) > late + 300.0 * DAY);
        alike(spent(late), late - DAY);
    }
    assert!(unseen(0.0, NOW) > NOW + 300.0 * DAY);
}

/// What a page keeps, and up to where its journal has come.
type Kept = (BTreeMap<u8, u32>, f64);

#[derive(Clone, Copy, Debug)]
enum Page {
    /// It writes to the journal.
    Writing,
    /// It could not read the journal, and has changed nothing yet.
    Unseen,
    /// It could not, and has.
    Without,
}

#[derive(Clone, Debug)]
enum Happens {
    /// A key is set or removed.
    Changed(u8, Option<u32>),
    /// What has changed comes into the journal.
    Written,
    /// The disk takes so much of what it lacks, in hundredths.
    Synced(usize),
    /// The clock is set, in hours from now.
    Clock(i32),
    /// The browser is killed and starts again; the journal may refuse to be read.
    Killed { reads: bool },
}

struct Browser {
    /// Every state of storage since the browser was started.
    states: Vec<Kept>,
    /// Which of them is on the disk.
    disk: usize,
    journal: BTreeMap<u8, (f64, Option<u32>)>,
    changed: BTreeSet<u8>,
    page: Page,
    now: f64,
    /// What the journal can bring back, and from which state on it must not.
    back: Option<(BTreeMap<u8, u32>, usize)>,
}

impl Browser {
    fn kept(&self) -> Kept {
        self.states.last().cloned().unwrap()
    }

    fn happens(&mut self, happens: &Happens) {
        let (mut keys, mark) = self.kept();
        match *happens {
            Happens::Changed(key, value) => {
                match value {
                    Some(value) => keys.insert(key, value),
                    None => keys.remove(&key),
                };
                self.states.push((keys.clone(), mark));
                self.changed.insert(key);
                if matches!(self.page, Page::Unseen) {
                    self.page = Page::Without;
                    self.states.push((keys, unseen(mark, self.now)));
                    // A disk that has the change and not the mark is at the instant between the two.
                    self.disk_passes(self.states.len() - 1);
                }
            }
            Happens::Written if matches!(self.page, Page::Writing) && !self.changed.is_empty() => {
                let at = next(mark, self.now);
                self.states.push((keys.clone(), at));
                for key in std::mem::take(&mut self.changed) {
                    self.journal.insert(key, (at, keys.get(&key).copied()));
                }
                self.back = Some((keys, self.states.len() - 1));
            }
            Happens::Written => {}
            Happens::Synced(part) => self.disk += (self.states.len() - 1 - self.disk) * part / 100,
            Happens::Clock(hours) => self.now = NOW + f64::from(hours) * DAY / 24.0,
            Happens::Killed { reads } => self.killed(reads),
        }
    }

    /// From this state on, nothing is to come back; both were written in one turn, so the disk has both or neither.
    fn disk_passes(&mut self, at: usize) {
        if let Some((_, until)) = &mut self.back {
            *until = at - 1;
        }
        self.states.remove(at - 1);
    }

    fn killed(&mut self, reads: bool) {
        let (disk, mark) = self.states[self.disk].clone();
        let expected = match &self.back {
            Some((back, from)) if self.disk < *from => back.clone(),
            _ => {
                self.back = None;
                disk.clone()
            }
        };
        self.states = vec![(disk.clone(), mark)];
        self.disk = 0;
        self.changed.clear();
        if !reads {
            self.page = Page::Unseen;
            if let Some((_, from)) = &mut self.back {
                *from = usize::MAX;
            }
            return;
        }
        self.page = Page::Writing;
        self.journal.retain(|_, (at, _)| *at > spent(mark));
        let text = |value: &Option<u32>| value.map(|value| value.to_string());
        let entries = self.journal.iter().map(|(key, (at, value))| (*at, key.to_string(), text(value)));
        let mut kept = disk;
        let back = lost(mark, entries.collect());
        let mark = back.as_ref().map_or(mark, |back| back.mark);
        for (key, text) in back.into_iter().flat_map(|back| back.changes) {
            match text {
                Some(text) => kept.insert(key.parse().unwrap(), text.parse().unwrap()),
                None => kept.remove(&key.parse().unwrap()),
            };
        }
        assert_eq!(kept, expected);
        self.states.push((kept.clone(), mark));
        self.back = Some((kept, 1));
    }
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        6 => (0..4_u8, proptest::option::weighted(0.7, any::<u32>())).prop_map(|(key, value)| Happens::Changed(key, value)),
        4 => Just(Happens::Written),
        2 => (0..=100_usize).prop_map(Happens::Synced),
        1 => (-2_000..2_000_i32).prop_map(Happens::Clock),
        2 => prop::bool::weighted(0.8).prop_map(|reads| Happens::Killed { reads }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Whenever a browser is killed, the page has all that came into the journal, or all that came to the disk, whichever is
    /// later: nothing older, nothing of both, and nothing that was deleted.
    #[test]
    fn a_killed_browser_comes_back_with_the_later_of_disk_and_journal(all in proptest::collection::vec(happens(), 0..60)) {
        let mut browser = Browser {
            states: vec![(BTreeMap::new(), 0.0)],
            disk: 0,
            journal: BTreeMap::new(),
            changed: BTreeSet::new(),
            page: Page::Writing,
            now: NOW,
            back: None,
        };
        for one in &all {
            browser.happens(one);
        }
        browser.happens(&Happens::Killed { reads: true });
    }
}
