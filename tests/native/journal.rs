//! Which of two stores is ahead once a browser was killed: a browser, simulated, that writes to its disk when it sees
//! fit.

use std::collections::{BTreeMap, BTreeSet};

use common_ground::app::journal::{Entry, ahead, lost, next, spent, unseen};
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
    assert_eq!(lost(5.0, entries()), [("b".to_owned(), None), ("a".to_owned(), Some("A".to_owned()))]);
    // Nothing of it ever reached the disk.
    assert_eq!(lost(0.0, entries()).len(), 3);
}

#[test]
fn nothing_is_put_back_over_what_is_as_new_or_newer() {
    let entries = || vec![entry(7.0, "a", Some("A")), entry(9.0, "b", None)];
    for mark in [9.0, 10.0, 1e15] {
        assert_eq!(lost(mark, entries()), [], "{mark}");
    }
    assert_eq!(lost(0.0, Vec::new()), []);
}

#[test]
fn what_has_no_room_stays_ahead_of_every_mark_but_that_of_a_page_that_could_not_read_it() {
    let owed = vec![entry(ahead(NOW), "a", Some("A"))];
    let mut mark = NOW;
    for day in 0..150 {
        mark = next(mark, NOW + f64::from(day) * DAY);
        assert_eq!(lost(mark, owed.clone()).len(), 1, "{day}");
    }
    assert_eq!(lost(unseen(NOW, NOW), owed), []);
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
    /// The browser is killed and starts again; the journal may refuse to be read, and storage may have room for no key
    /// from this one on.
    Killed { reads: bool, room: u8 },
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
    /// What only the journal has, since there was no room for it; from which state on it must not come back; and below
    /// which number the mark stays.
    owed: BTreeMap<u8, u32>,
    owed_until: usize,
    ahead: f64,
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
                    self.owed_until = self.states.len() - 1;
                }
            }
            Happens::Written if matches!(self.page, Page::Writing) && !self.changed.is_empty() => {
                let at = next(mark, self.now);
                let at = if at < self.ahead { at } else { mark + 1.0 };
                self.states.push((keys.clone(), at));
                for key in std::mem::take(&mut self.changed) {
                    self.owed.remove(&key);
                    self.journal.insert(key, (at, keys.get(&key).copied()));
                }
                self.back = Some((keys, self.states.len() - 1));
            }
            Happens::Written => {}
            Happens::Synced(part) => self.disk += (self.states.len() - 1 - self.disk) * part / 100,
            Happens::Clock(hours) => self.now = NOW + f64::from(hours) * DAY / 24.0,
            Happens::Killed { reads, room } => self.killed(reads, room),
        }
    }

    /// From this state on, nothing is to come back; both were written in one turn, so the disk has both or neither.
    fn disk_passes(&mut self, at: usize) {
        if let Some((_, until)) = &mut self.back {
            *until = at - 1;
        }
        self.states.remove(at - 1);
    }

    fn killed(&mut self, reads: bool, room: u8) {
        let (disk, mark) = self.states[self.disk].clone();
        if self.disk >= self.owed_until {
            self.owed.clear();
        }
        (self.owed_until, self.ahead) = (usize::MAX, f64::INFINITY);
        let mut expected = match &self.back {
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
        let lost = lost(mark, entries.collect());
        let mut kept = disk;
        expected.extend(std::mem::take(&mut self.owed));
        let mut put = Vec::new();
        for (key, text) in lost {
            let (key, value): (u8, Option<u32>) = (key.parse().unwrap(), text.map(|text| text.parse().unwrap()));
            match value {
                Some(value) if key >= room => {
                    self.owed.insert(key, value);
                    continue;
                }
                Some(value) => kept.insert(key, value),
                None => kept.remove(&key),
            };
            put.push(key);
        }
        // All of that is written again: first what is owed, which stays ahead and moves no mark, then what was put
        // back.
        for (key, value) in &self.owed {
            self.ahead = ahead(next(mark, self.now));
            self.journal.insert(*key, (self.ahead, Some(*value)));
        }
        let seen = kept.iter().chain(&self.owed).map(|(key, value)| (*key, *value)).collect::<BTreeMap<_, _>>();
        assert_eq!(seen, expected);
        self.back = None;
        if !put.is_empty() {
            self.states.push((kept, mark));
            self.changed.extend(put);
            self.happens(&Happens::Written);
        }
    }
}

fn happens() -> impl Strategy<Value = Happens> {
    prop_oneof![
        6 => (0..4_u8, proptest::option::weighted(0.7, any::<u32>())).prop_map(|(key, value)| Happens::Changed(key, value)),
        4 => Just(Happens::Written),
        2 => (0..=100_usize).prop_map(Happens::Synced),
        1 => (-2_000..2_000_i32).prop_map(Happens::Clock),
        2 => (prop::bool::weighted(0.8), 0..6_u8).prop_map(|(reads, room)| Happens::Killed { reads, room }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Whenever a browser is killed, the page has all that came into the journal, or all that came to the disk,
    /// whichever is later: nothing older, nothing of both, and nothing that was deleted. What had no room before is
    /// there too, until it is changed.
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
            owed: BTreeMap::new(),
            owed_until: usize::MAX,
            ahead: f64::INFINITY,
        };
        for one in &all {
            browser.happens(one);
        }
        browser.happens(&Happens::Killed { reads: true, room: u8::MAX });
    }
}
