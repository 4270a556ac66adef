//! The picture without words, for cards and strips: the same geometry, cropped to its outline.

use super::shapes::{Lines, layers};
use super::silent::silent_circles;
use super::{Picture, Voice};
use crate::chart::geometry::{Frame, distance};
use crate::chart::scene::{Scene, Sizing};
use crate::chart::svg::identifier;
use crate::chart::venn::Venn;

/// The picture without words, hatches and badges, of a height in pixels; decoration.
pub fn mini(picture: &Picture, height: f64) -> Scene {
    let frame = Frame { x: 2.0, y: 2.0, width: 1.6 * height - 4.0, height: height - 4.0 };
    let voices = [picture.organisation, picture.members];
    let venn = if voices.contains(&Voice::Silent) {
        silent_circles(voices, frame)
    } else {
        let circles = picture.circles;
        super::canvas::with_dots(&distance(circles.organisation, circles.members, circles.shared).fit(frame), frame)
    };
    let (left, right) = outline(&venn);
    let moved = moved(&venn, 2.0 - left, height / 2.0);
    let id = identifier(&picture.uid, "i");
    let marks = layers(&id, &moved, voices, picture.kept, Lines::Plain);
    let size = (right - left + 4.0, height);
    Scene { sizing: Sizing::Fixed, ..Scene::fluid("mini", "", size, marks) }
}

/// The left and right end of both circles together.
fn outline(venn: &Venn) -> (f64, f64) {
    let (o, m) = (venn.organisation, venn.members);
    ((o.x - o.r).min(m.x - m.r), (o.x + o.r).max(m.x + m.r))
}

/// The circles moved to the right, with their centres on a height.
fn moved(venn: &Venn, right: f64, y: f64) -> Venn {
    let mut venn = *venn;
    for disc in [&mut venn.organisation, &mut venn.members] {
        disc.x += right;
        disc.y = y;
    }
    venn
}
