//! For tests: what stands in a scene and how much room it takes, and a small generator of random numbers.

use super::badge::{Area, Body};
use super::geometry::Disc;
use super::measure::width;
use super::picture::Region;
use super::scene::{Anchor, Mark, Scene, Text};

/// A small generator of numbers that look random (xorshift).
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }

    pub(super) fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.below(1001)).unwrap()) / 1000.0
    }

    pub(super) fn step(&mut self) -> Option<u32> {
        u32::try_from(self.below(6)).ok().filter(|step| *step < 5)
    }

    /// A step that leans towards what a mood says.
    pub(super) fn leaning(&mut self, mood: u64) -> Option<u32> {
        match (mood, self.below(3)) {
            (0, _) | (_, 0) => self.step(),
            (1, _) => Some(4 - u32::try_from(self.below(2)).unwrap()),
            (2, _) => Some(u32::try_from(self.below(2)).unwrap() + 1),
            _ => Some(3),
        }
    }
}

/// What stands in a scene: words, and badges with the key of their item.
#[derive(Default)]
pub(super) struct Seen {
    pub(super) words: Vec<(Area, Text, Option<String>)>,
    pub(super) badges: Vec<(Body, Disc, String, &'static str)>,
}

impl Seen {
    pub(super) fn of(scene: &Scene) -> Self {
        let mut seen = Self::default();
        seen.look(&scene.marks, None);
        seen
    }

    fn look(&mut self, marks: &[Mark], key: Option<&str>) {
        for mark in marks {
            match mark {
                Mark::Group(group) => self.look(&group.marks, group.item.as_deref().or(key)),
                Mark::Text(text) if text.class.starts_with("nt") => {}
                Mark::Text(text) => self.words.push((area(text), text.clone(), key.map(str::to_owned))),
                Mark::Circle { class, x, y, radius, .. } if class.starts_with("n-") && key.is_some() => {
                    let disc = Disc { x: *x, y: *y, r: *radius };
                    self.badges.push((Body::of(Region::Shared, disc), disc, key.unwrap().to_owned(), class));
                }
                Mark::Path { class, d, .. } if class.starts_with("n-") && key.is_some() => {
                    let (disc, region) = half_disc(class, d);
                    self.badges.push((Body::of(region, disc), disc, key.unwrap().to_owned(), class));
                }
                _ => {}
            }
        }
    }
}

/// Reads a half disc back from its path.
fn half_disc(class: &str, d: &str) -> (Disc, Region) {
    let numbers: Vec<f64> =
        d.split(|c: char| c != '.' && c != '-' && !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let (top, flat, bottom) = (numbers[1], numbers[7], numbers[9] + 2.0);
    let r = (bottom - top) / 2.0;
    let (x, region) =
        if class == "n-org" { (flat - r, Region::OrganisationOnly) } else { (flat + r, Region::MembersOnly) };
    (Disc { x, y: top + r, r }, region)
}

/// The room that words take in the widest face.
fn area(text: &Text) -> Area {
    let bold = text.class.split(' ').any(|class| matches!(class, "b" | "w550" | "w600"));
    let wide = width(&text.words, text.size) * if bold { 1.0 } else { 0.9 };
    let left = match text.anchor {
        Anchor::Start => text.x,
        Anchor::Middle => text.x - wide / 2.0,
        Anchor::End => text.x - wide,
    };
    Area { left, right: left + wide, top: text.y - 0.76 * text.size, bottom: text.y + 0.22 * text.size }
}
