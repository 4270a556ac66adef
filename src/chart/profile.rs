//! The ten practices: how established each is, against what the next gate needs of it.
//!
//! Reached steps are grey; a line marks what is needed; what is missing up to it is dashed, and the practice bold. A
//! level that nobody has given is hatched.

use super::bar::{EMPTY, Track, Way, hatches, reached};
use super::path::Outline;
use super::scene::{Anchor, Mark, Scene};
use super::whole::count;
use super::written::Type;

/// What is to be drawn; see [`profile`].
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// The accessible name.
    pub title: String,
    /// The practices.
    pub practices: Vec<PracticeBar>,
    /// A prefix of the ids inside, unique in the page: letters, digits, hyphens.
    pub uid: String,
}

/// A practice.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeBar {
    /// Its number.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// How established it is, in steps from 0 to 4; `None` where that is open.
    pub level: Option<u8>,
    /// The level in words.
    pub words: String,
    /// What is needed, in steps.
    pub need: Option<u8>,
    /// The same in words, where it is not reached; else empty.
    pub needs: String,
}

const WIDTH: f64 = 720.0;
const NAMES: f64 = 28.0;
const STEPS: f64 = 352.0;
const LENGTH: f64 = 180.0;
const WORDS: f64 = 550.0;
const GAP: f64 = 3.0;

const NAME: Type = Type::new("", 13.0, 17.0);
const MISSES: Type = Type::new("b", 13.0, 17.0);
const LEVEL: Type = Type::new("t2", 12.0, 16.0);
const NEEDS: Type = Type::new("b", 12.0, 16.0);

/// The profile.
pub fn profile(picture: &Profile) -> Scene {
    let mut marks = hatches(&picture.uid);
    let mut y = 0.0;
    for (at, one) in picture.practices.iter().enumerate() {
        if at > 0 {
            marks.push(Mark::path("sep", Outline::default().start(0.0, y).across(WIDTH).data()));
        }
        y += practice(&mut marks, one, y, &picture.uid);
    }
    Scene::fluid("pic", &picture.title, (WIDTH, y), marks)
}

/// Writes a practice whose upper edge is at a height; gives how high it is.
fn practice(marks: &mut Vec<Mark>, one: &PracticeBar, top: f64, uid: &str) -> f64 {
    let name = if one.needs.is_empty() { NAME } else { MISSES }.broken(&one.name, STEPS - NAMES - 16.0, 3);
    let words = LEVEL.broken(&one.words, WIDTH - WORDS, 2);
    let needs = NEEDS.broken(&one.needs, WIDTH - WORDS, 1);
    // Beside the level, where there is room for both.
    let behind = WORDS + LEVEL.width(&one.words) + 8.0;
    let beside = words.lines.len() < 2 && behind + NEEDS.width(&one.needs) <= WIDTH;
    let said = words.height() + if beside { 0.0 } else { needs.height() };
    let named = name.height().max(NAME.leading);
    let height = named.max(said) + 13.0;
    let middle = top + height / 2.0;
    let base = middle - named / 2.0 + 12.5;
    marks.push(Mark::text("t2", (0.0, base), 13.0, one.number.to_string()));
    name.write(marks, Anchor::Start, (NAMES, base));
    let first = middle - said / 2.0 + 12.0;
    let place = if beside { (behind, first) } else { (WORDS, first + words.height()) };
    words.write(marks, Anchor::Start, (WORDS, first));
    needs.write(marks, Anchor::Start, place);
    steps(marks, one, middle, uid);
    height
}

/// The four steps, and the line of what is needed.
fn steps(marks: &mut Vec<Mark>, one: &PracticeBar, middle: f64, uid: &str) {
    let track = Track { x: STEPS, y: middle - 6.0, length: LENGTH, height: 12.0, way: Way::Right };
    let halves = one.level.map(|level| {
        let mut halves = reached(level.saturating_mul(2), "s-ink");
        for half in halves.iter_mut().take(usize::from(one.need.unwrap_or(0)) * 2) {
            if *half == EMPTY {
                *half = "s-miss";
            }
        }
        halves
    });
    track.segments(marks, halves, GAP, uid);
    if let Some(need) = one.need {
        let at = STEPS + (LENGTH + GAP) * count(need.into()) / 4.0 - GAP / 2.0;
        marks.push(Mark::path("need", Outline::default().start(at, middle - 10.0).down(middle + 10.0).data()));
    }
}
