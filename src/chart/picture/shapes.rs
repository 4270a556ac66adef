//! The coloured ground of a picture, bottom to top: discs, hatches, lens, fill, level, rings.

use super::{Kept, Voice};
use crate::chart::geometry::Disc;
use crate::chart::scene::{Group, Mark};
use crate::chart::venn::{Part, Venn};

/// Whether the circles are hatched: one more way to tell the sides apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::chart) enum Lines {
    /// With hatches.
    Hatched,
    /// Too small for hatches.
    Plain,
}

/// Everything under the badges. `voices` are the organisation's and the members'. A silent side is a dotted ring, and
/// while one is silent there is no lens: no overlap is claimed.
pub(in crate::chart) fn layers(
    id: &str,
    venn: &Venn,
    voices: [Voice; 2],
    kept: Option<Kept>,
    lines: Lines,
) -> Vec<Mark> {
    let [organisation, members] = voices;
    let sides = [
        Side {
            disc: venn.organisation,
            voice: organisation,
            fill: "v-org",
            rings: ["v-ro", "v-ro v-est", "v-ro v-dash"],
        },
        Side { disc: venn.members, voice: members, fill: "v-mem", rings: ["v-rm", "v-rm v-est", "v-rm v-dash"] },
    ];
    let mut marks = Vec::with_capacity(16);
    discs(&mut marks, id, &sides, lines);
    if !voices.contains(&Voice::Silent)
        && let Some(outline) = venn.lens_path()
    {
        marks.push(Mark::path("v-both", outline.clone()));
        if let Some(kept) = kept {
            fill(&mut marks, id, venn, outline, kept, lines);
        }
    }
    for side in sides {
        let [heard, estimated, silent] = side.rings;
        let class = match side.voice {
            Voice::Heard => heard,
            Voice::Estimated => estimated,
            Voice::Silent => silent,
        };
        marks.push(Mark::circle(class, side.disc.x, side.disc.y, side.disc.r));
    }
    marks
}

/// One circle and its classes.
struct Side {
    disc: Disc,
    voice: Voice,
    fill: &'static str,
    /// Heard, estimated, silent.
    rings: [&'static str; 3],
}

fn discs(marks: &mut Vec<Mark>, id: &str, sides: &[Side; 2], lines: Lines) {
    let heard = || sides.iter().filter(|side| side.voice != Voice::Silent);
    for side in heard() {
        marks.push(Mark::circle(side.fill, side.disc.x, side.disc.y, side.disc.r));
    }
    if lines == Lines::Plain {
        return;
    }
    for side in heard() {
        let (name, class, turn) = if side.fill == "v-org" { ("o", "v-ho", 45.0) } else { ("m", "v-hm", -45.0) };
        let hatch = [id, name].concat();
        let Disc { x, y, r } = side.disc;
        marks.push(Mark::Hatch { id: hatch.clone(), class, gap: 7.0, turn });
        marks.push(Mark::Circle { class: "", x, y, radius: r, pattern: Some(hatch) });
    }
}

/// The lens as a vessel: full to the sure share, hatched to the possible one, with a line at the sure level.
fn fill(marks: &mut Vec<Mark>, id: &str, venn: &Venn, outline: String, kept: Kept, lines: Lines) {
    let (x, width) = (venn.organisation.x - venn.organisation.r, 2.0 * venn.organisation.r);
    let bottom = venn.middle() + venn.extent();
    let (sure, possible) = (venn.level(kept.low), venn.level(kept.high.max(kept.low)));
    let mut inside = Vec::new();
    if lines == Lines::Hatched && possible < sure - 0.5 {
        let hatch = [id, "b"].concat();
        marks.push(Mark::Hatch { id: hatch.clone(), class: "v-hb", gap: 5.0, turn: 45.0 });
        let height = sure - possible;
        inside.push(Mark::Rect { class: "", x, y: possible, width, height, radius: 0.0, pattern: Some(hatch) });
    }
    if kept.low > 0.0 {
        inside.push(Mark::rect("v-fill", (x, sure), (width, bottom - sure), 0.0));
    }
    if kept.low > 0.0
        && kept.low < 1.0
        && let Some(span) = venn.chord(Part::Lens, sure)
    {
        let line = crate::chart::path::Outline::default().start(span.from, sure).across(span.to);
        inside.push(Mark::path("v-level", line.data()));
    }
    if !inside.is_empty() {
        let clip = [id, "l"].concat();
        marks.push(Mark::Clip { id: clip.clone(), d: outline });
        marks.push(Mark::Group(Group { class: "", item: None, title: String::new(), clip: Some(clip), marks: inside }));
    }
}
