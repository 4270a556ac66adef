//! The four canvases, and how a picture is put together on one.

use super::bridges::bridges;
use super::entry::{Entries, Entry};
use super::fan::one_sided;
use super::headings::{headings, lowered_below};
use super::lens::shared;
use super::rest::{Words, rest};
use super::shapes::{Lines, layers};
use super::table::{Listing, fits_inside};
use super::{Picture, Region, Voice, silent};
use crate::chart::badge::Body;
use crate::chart::geometry::{Frame, distance};
use crate::chart::scene::{Mark, Scene};
use crate::chart::svg::identifier;
use crate::chart::venn::{Part, Venn};

/// How large the picture is drawn. One is chosen by a container query; its type is never scaled below its size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Canvas {
    /// 288 wide: numerals only, the list stands below.
    Small,
    /// 672 wide.
    Medium,
    /// 960 wide.
    Large,
    /// 700 wide, for a sheet of A4.
    Print,
}

/// The measures of a canvas.
#[derive(Clone, Copy)]
pub(super) struct Plan {
    pub(super) canvas: Canvas,
    class: &'static str,
    form: &'static str,
    pub(super) width: f64,
    /// Room for words beside the circles.
    margin: f64,
    /// Height of the box of the circles.
    pub(super) depth: f64,
    pub(super) top: f64,
    /// Font size of the words.
    pub(super) size: f64,
    /// The roomiest distance of rows in the lens.
    pub(super) pitch: f64,
    /// Where heading and foot of the lens stand, in half heights of it.
    pub(super) head: f64,
    pub(super) foot: f64,
    /// How far below the middle the fan of one-sided items is centred.
    pub(super) fan: f64,
}

/// A circle of area 0 is drawn as a dot, so that the side is not lost.
const DOT: f64 = 4.0;
/// The least radius of a circle that badges are put into, and the least half height of a lens.
const HABITABLE: f64 = 12.0;

impl Plan {
    pub(super) fn of(canvas: Canvas) -> Self {
        let plan = Self {
            canvas,
            class: "pic pic-m",
            form: "m",
            width: 672.0,
            margin: 136.0,
            depth: 300.0,
            top: 34.0,
            size: 13.0,
            pitch: 42.0,
            head: 0.80,
            foot: 0.77,
            fan: 14.0,
        };
        match canvas {
            Canvas::Small => {
                let plan = Self { class: "pic pic-s", form: "s", width: 288.0, margin: 2.0, ..plan };
                Self { depth: 236.0, top: 30.0, size: 12.5, ..plan }
            }
            Canvas::Medium => plan,
            Canvas::Large => {
                let plan = Self { class: "pic pic-l", form: "l", width: 960.0, margin: 186.0, ..plan };
                let plan = Self { depth: 452.0, top: 14.0, size: 14.5, pitch: 48.0, ..plan };
                Self { head: 0.84, foot: 0.80, fan: 10.0, ..plan }
            }
            Canvas::Print => {
                let plan = Self { class: "pic pic-p", form: "p", width: 700.0, margin: 150.0, ..plan };
                Self { depth: 306.0, top: 24.0, size: 12.5, ..plan }
            }
        }
    }

    /// The box of the circles between margins.
    pub(super) fn frame(&self, margin: f64, top: f64) -> Frame {
        Frame { x: margin, y: top, width: self.width - 2.0 * margin, height: self.depth }
    }
}

/// What is known while a picture is put together.
pub(super) struct Stage<'a> {
    pub(super) picture: &'a Picture,
    pub(super) plan: Plan,
    pub(super) venn: Venn,
    /// How one-sided items are listed.
    pub(super) listing: Listing,
}

/// The picture of shared value on a canvas.
///
/// A side that nobody has answered for is a dotted, empty circle; then no overlap is claimed, and all items stand as
/// open in the other circle. A circle of area 0 is a dot. Items whose circle or lens is missing stand in the row below.
pub fn picture(picture: &Picture, canvas: Canvas) -> Scene {
    let plan = Plan::of(canvas);
    let mut entries = Entries::of(picture);
    let id = identifier(&picture.uid, plan.form);
    let voices = [picture.organisation, picture.members];
    let mut marks = Vec::with_capacity(64);
    let bottom = if voices.contains(&Voice::Silent) {
        silent::draw(&mut marks, &id, picture, &plan, entries.all())
    } else {
        let (venn, listing) = arrange(picture, &plan, &entries);
        let homeless = homeless(&mut entries, &venn);
        entries.outside.splice(0..0, homeless);
        let stage = Stage { picture, plan, venn, listing };
        marks.append(&mut layers(&id, &venn, voices, picture.kept, Lines::Hatched));
        headings(&mut marks, &picture.words, &plan);
        inhabitants(&mut marks, &stage, &entries);
        let words = if canvas == Canvas::Small { Words::Hidden } else { Words::Shown };
        let below = venn.middle() + venn.reach() + if canvas == Canvas::Small { 6.0 } else { 10.0 };
        rest(&mut marks, &picture.words, &entries.outside, (plan.width, below), words)
    };
    Scene::fluid(plan.class, &picture.words.title, (plan.width, bottom.round()), marks)
}

/// Badges and words, in reading order: the organisation's, what both want, the members'.
fn inhabitants(marks: &mut Vec<Mark>, stage: &Stage, entries: &Entries) {
    let mut taken: Vec<Body> = Vec::new();
    let (mut organisation, mut members, mut lens) = (Vec::new(), Vec::new(), Vec::new());
    one_sided(&mut organisation, &mut taken, stage, Part::Organisation, &entries.organisation);
    one_sided(&mut members, &mut taken, stage, Part::Members, &entries.members);
    shared(&mut lens, &taken, stage, &entries.shared);
    // Below the badges, which stay as they are.
    if matches!(stage.plan.canvas, Canvas::Medium | Canvas::Large) {
        marks.append(&mut bridges(stage, entries, &taken));
    }
    marks.append(&mut organisation);
    marks.append(&mut lens);
    marks.append(&mut members);
}

/// Where the circles stand: between margins for words along the rims, or wide, if both crescents hold their words.
fn arrange(picture: &Picture, plan: &Plan, entries: &Entries) -> (Venn, Listing) {
    let areas = picture.circles;
    let venn = distance(areas.organisation, areas.members, areas.shared);
    let fitted = |margin, top| {
        let frame = plan.frame(margin, top);
        with_dots(&venn.fit(frame), frame)
    };
    if plan.canvas == Canvas::Small {
        return (fitted(plan.margin, plan.top), Listing::Numerals);
    }
    let wide = fitted(12.0, plan.top + if plan.canvas == Canvas::Large { 46.0 } else { 52.0 });
    if fits_inside(&wide, plan, entries) {
        return (wide, Listing::Inside);
    }
    (lowered_below(&fitted(plan.margin, plan.top), picture, plan, entries), Listing::Fan)
}

/// Circles of no area become dots: one beside the other circle, or two where both are missing.
pub(super) fn with_dots(venn: &Venn, frame: Frame) -> Venn {
    let mut venn = *venn;
    if venn.reach() < DOT {
        let middle = frame.x + frame.width / 2.0;
        for (disc, shift) in [(&mut venn.organisation, -0.1), (&mut venn.members, 0.1)] {
            disc.x = middle + shift * frame.width;
            disc.y = frame.y + (frame.height / 6.0).max(DOT);
        }
    }
    for disc in [&mut venn.organisation, &mut venn.members] {
        disc.r = disc.r.max(DOT);
    }
    venn
}

/// Takes out the items whose place is missing.
fn homeless<'a>(entries: &mut Entries<'a>, venn: &Venn) -> Vec<Entry<'a>> {
    let mut out = Vec::new();
    if venn.organisation.r < HABITABLE {
        out.append(&mut entries.organisation);
    }
    if venn.extent() < HABITABLE {
        out.append(&mut entries.shared);
    }
    if venn.members.r < HABITABLE {
        out.append(&mut entries.members);
    }
    out
}

impl Part {
    /// The region whose items stand in a part.
    pub(super) fn region(self) -> Region {
        match self {
            Part::Organisation => Region::OrganisationOnly,
            Part::Members => Region::MembersOnly,
            Part::Lens => Region::Shared,
        }
    }
}
