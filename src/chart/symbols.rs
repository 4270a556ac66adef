//! Small signs: the staircase of the outlook, the marks yes, no and unknown, the sign of the house.

use super::geometry::Disc;
use super::path::Outline;
use super::scene::{Mark, Scene, Sizing};
use super::venn::Venn;
use super::whole::count;

/// What a mark says, by its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkKind {
    /// A tick on a disc.
    Yes,
    /// A cross in a ring.
    No,
    /// A question mark in a dashed ring.
    Unknown,
    /// A dash in a dashed ring: it is not asked.
    NotAsked,
}

/// Four rising bars: the first `low` are solid, those up to `high` possible, the rest outlined. Decoration: the words
/// stand beside it.
pub fn stairs(low: usize, high: usize) -> Scene {
    let bar = |step: usize| {
        let class = match step {
            step if step < low => "st on",
            step if step < high => "st may",
            _ => "st",
        };
        let height = 5.0 + 4.0 * count(step);
        Mark::rect(class, (0.75 + 7.0 * count(step), 19.25 - height), (5.0, height), 1.0)
    };
    Scene::fluid("stairs", "", (28.0, 20.0), (0..4).map(bar).collect())
}

/// A mark of 18 by 18. Decoration until the caller gives it a title.
pub fn mark(kind: MarkKind) -> Scene {
    Scene::fluid("mark", "", (18.0, 18.0), mark_at(kind, (0.0, 0.0)))
}

/// The same with its upper left corner at a point.
pub(super) fn mark_at(kind: MarkKind, (x, y): (f64, f64)) -> Vec<Mark> {
    let path = |class, points: &[(f64, f64)]| {
        let mut outline = Outline::default();
        for (at, (right, down)) in points.iter().enumerate() {
            let starts = at == 0 || points.len() == 4 && at == 2;
            let (right, down) = (x + right, y + down);
            outline = if starts { outline.start(right, down) } else { outline.line(right, down) };
        }
        Mark::path(class, outline.data())
    };
    let ring = |class, radius| Mark::circle(class, x + 9.0, y + 9.0, radius);
    match kind {
        MarkKind::Yes => vec![ring("disc", 8.2), path("sign", &[(5.2, 9.3), (7.8, 11.9), (12.8, 6.5)])],
        MarkKind::No => {
            vec![ring("ring", 7.6), path("sign dark", &[(6.3, 6.3), (11.7, 11.7), (11.7, 6.3), (6.3, 11.7)])]
        }
        MarkKind::Unknown => {
            vec![ring("ring dash", 7.6), Mark::centred("b", (x + 9.0, y + 12.8), 10.5, "?")]
        }
        MarkKind::NotAsked => vec![ring("ring dash", 7.6), path("sign dark", &[(6.3, 9.0), (11.7, 9.0)])],
    }
}

/// Two circles and what they share: the sign in the header.
pub fn brand() -> Scene {
    let disc = |x| Disc { x, y: 12.5, r: 11.5 };
    let venn = Venn { organisation: disc(13.0), members: disc(27.0) };
    let (o, m) = (venn.organisation, venn.members);
    let marks = vec![
        Mark::circle("h-org", o.x, o.y, o.r),
        Mark::circle("h-mem", m.x, m.y, m.r),
        Mark::path("n-both n-ring", venn.lens_path().unwrap_or_default()),
    ];
    Scene { sizing: Sizing::Fixed, ..Scene::fluid("brand-mark", "", (40.0, 25.0), marks) }
}

/// A ring with one half filled: light or dark.
pub fn half_moon() -> Scene {
    let marks =
        vec![Mark::circle("moon-ring", 10.0, 10.0, 7.0), Mark::path("moon-half", "M10 3a7 7 0 0 1 0 14z".to_owned())];
    Scene::fluid("moon", "", (20.0, 20.0), marks)
}
