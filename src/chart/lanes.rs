//! Marks of one height that would lie on each other: each goes into a lane of its own, a little above or below.

use super::badge::Area;
use super::whole::count;

/// How far a lane is from the next, and the furthest from the height: far from the next height, and within the field at
/// its edges.
const LANE: f64 = 7.0;
const FURTHEST: f64 = 10.0;

/// Moves dots and level lines of one height apart, whose ends reach so far up and down. What is alone at its place
/// stays, and so does what has a height.
pub(super) fn apart(areas: &mut [Area], dot: f64) {
    let mut lanes: Vec<usize> = Vec::with_capacity(areas.len());
    for (at, area) in areas.iter().enumerate() {
        let taken = |lane: &usize| {
            areas.iter().zip(&lanes).take(at).any(|(other, there)| there == lane && lie_on(area, other, dot))
        };
        lanes.push((0..at).find(|lane| !taken(lane)).unwrap_or(at));
    }
    let shifts: Vec<f64> =
        areas.iter().zip(&lanes).map(|(area, lane)| shift(*lane, last(areas, &lanes, area))).collect();
    for (area, shift) in areas.iter_mut().zip(shifts) {
        area.top += shift;
        area.bottom += shift;
    }
}

/// Whether both have no height and stand at the same one.
fn level(one: &Area, other: &Area) -> bool {
    let flat = |area: &Area| area.bottom - area.top < 1e-9;
    flat(one) && flat(other) && (one.top - other.top).abs() < 1e-9
}

fn lie_on(one: &Area, other: &Area, dot: f64) -> bool {
    level(one, other) && one.meets(*other, 2.0 * dot + 1.0)
}

/// The last lane of a height.
fn last(areas: &[Area], lanes: &[usize], area: &Area) -> usize {
    areas.iter().zip(lanes).filter(|(other, _)| level(area, other)).map(|(_, lane)| *lane).max().unwrap_or(0)
}

/// How far a lane is from the height: the first on it, the others below and above it in turn, closer the more there
/// are.
fn shift(lane: usize, last: usize) -> f64 {
    let gap = LANE.min(FURTHEST / count(last.div_ceil(2).max(1)));
    let way = if lane % 2 == 1 { 1.0 } else { -1.0 };
    way * gap * count(lane.div_ceil(2))
}
