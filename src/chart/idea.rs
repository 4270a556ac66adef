//! The idea of the tool in two figures: two sides that want different things, and two sides with common ground.

use super::badge::{Side, sign};
use super::geometry::{Frame, distance};
use super::picture::{Kept, Lines, layers};
use super::scene::{Mark, Scene};
use super::venn::{Part, Venn};
use super::whole::{count, from_middle};
use super::wrap::{clean, cut};
use super::{Room, Voice};

/// Which figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdeaKind {
    /// Areas 30 and 30, nothing shared.
    Apart,
    /// Areas 30 and 30, 16 shared, half of it delivered.
    Overlapping,
}

/// The words inside a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IdeaWords {
    /// The accessible name.
    pub title: String,
    /// Name of the organisation's side.
    pub organisation: String,
    /// Name of the members' side.
    pub members: String,
    /// Lines where only the organisation stands.
    pub organisation_only: Vec<String>,
    /// Lines where only the members stand.
    pub members_only: Vec<String>,
    /// Lines in the lens, above the level.
    pub shared: Vec<String>,
    /// Lines in the lens, below the level.
    pub shared_and_delivered: Vec<String>,
    /// The word at the bottom of the lens.
    pub delivered: String,
}

/// The sizes of one form of the figures.
struct Plan {
    width: f64,
    box_height: f64,
    size: f64,
    line: f64,
    bold_line: f64,
}

const TOP: f64 = 36.0;

/// A figure of Home.
pub fn idea(kind: IdeaKind, words: &IdeaWords, room: Room) -> Scene {
    let plan = match room {
        Room::Wide => Plan { width: 480.0, box_height: 238.0, size: 14.0, line: 21.0, bold_line: 23.0 },
        Room::Narrow => Plan { width: 328.0, box_height: 222.0, size: 13.0, line: 18.0, bold_line: 20.0 },
    };
    let (shared, kept, uid) = match kind {
        IdeaKind::Apart => (0.0, None, "idea-apart"),
        IdeaKind::Overlapping => (16.0, Some(Kept { low: 0.5, high: 0.5 }), "idea-over"),
    };
    let frame = Frame { x: 3.0, y: TOP, width: plan.width - 6.0, height: plan.box_height };
    let mut venn = distance(30.0, 30.0, shared).fit(frame);
    if room == Room::Wide {
        venn = venn.lowered(plan.box_height / 2.0 - venn.reach());
    }
    let (class, form) = match room {
        Room::Wide => ("pic idea wide-only", "-w"),
        Room::Narrow => ("pic idea narrow-only", "-n"),
    };
    let mut marks = layers(&[uid, form].concat(), &venn, [Voice::Heard; 2], kept, Lines::Hatched);
    names(&mut marks, words, plan.width);
    only(&mut marks, &venn, Part::Organisation, &words.organisation_only, &plan);
    only(&mut marks, &venn, Part::Members, &words.members_only, &plan);
    if kind == IdeaKind::Overlapping {
        in_the_lens(&mut marks, &venn, words, &plan);
    }
    let bottom = match room {
        Room::Wide => TOP + plan.box_height,
        Room::Narrow => venn.middle() + venn.reach(),
    };
    Scene::fluid(class, &words.title, (plan.width, (bottom + 4.0).round()), marks)
}

fn names(marks: &mut Vec<Mark>, words: &IdeaWords, width: f64) {
    let name = |name: &str| cut(&clean(name), 14.0, width / 2.0 - 20.0);
    marks.push(sign(Side::Left, 9.5, 13.0, 6.5));
    marks.push(Mark::text("b to", (15.0, 18.0), 14.0, name(&words.organisation)));
    marks.push(sign(Side::Right, width - 10.0, 13.0, 6.5));
    marks.push(Mark::ending("b tm", (width - 16.0, 18.0), 14.0, name(&words.members)));
}

/// Lines in a crescent, centred in the middle of it.
fn only(marks: &mut Vec<Mark>, venn: &Venn, part: Part, lines: &[String], plan: &Plan) {
    let Some(span) = venn.chord(part, venn.middle()) else { return };
    for (place, line) in lines.iter().enumerate() {
        let y = venn.middle() + 5.0 + from_middle(place, lines.len()) * plan.line;
        marks.push(Mark::centred("", (span.middle(), y), plan.size, clean(line)));
    }
}

/// What is wanted by both above the level, what is delivered below it.
fn in_the_lens(marks: &mut Vec<Mark>, venn: &Venn, words: &IdeaWords, plan: &Plan) {
    let (x, level) = (f64::midpoint(venn.organisation.x, venn.members.x), venn.level(0.5));
    let mut line = |y: f64, words: &String| marks.push(Mark::centred("b tb", (x, y), plan.size, clean(words)));
    for (place, words) in words.shared.iter().rev().enumerate() {
        line(level - 14.0 - count(place) * plan.bold_line, words);
    }
    for (place, words) in words.shared_and_delivered.iter().enumerate() {
        line(level + 24.0 + count(place) * plan.bold_line, words);
    }
    let foot = venn.middle() + 0.76 * venn.extent();
    marks.push(Mark::centred("tb w550", (x, foot), 12.0, clean(&words.delivered)));
}
