//! The picture of shared value, made of an assessment and its results; and any picture as a file that stands alone.
//!
//! On the page a picture's marks carry classes, and the style sheet of the page says what they look like, in light and
//! dark. A [file](file()) carries its own: the light colours as plain sRGB, since hardly a program beside the browsers
//! reads others, simple selectors, and a list of common typefaces. The words fit whichever of them is there, as they
//! were measured by the widest.

use super::words;
use crate::assessment::Answered;
use crate::catalogue::{Catalogue, Phase, Side};
use crate::chart::{Circles, Kept, Picture, PictureItem, PictureWords, Region as Place, Scene, Voice};
use crate::score::{Counted, Region, Results};
use crate::text::EN;

/// How a side's outline is drawn: solid when heard, dashed when estimated, dotted when silent.
fn voice(counted: &Counted, side: Side) -> Voice {
    let silent = counted.items.iter().all(|item| item.importance.get(side).is_none());
    match (silent, counted.heard(side)) {
        (true, _) => Voice::Silent,
        (false, true) => Voice::Heard,
        (false, false) => Voice::Estimated,
    }
}

/// The region of the picture in which an item stands.
pub const fn place(region: Region) -> Place {
    match region {
        Region::Shared => Place::Shared,
        Region::OrganisationOnly => Place::OrganisationOnly,
        Region::MembersOnly => Place::MembersOnly,
        Region::Neither => Place::Neither,
        Region::Open => Place::Open,
    }
}

/// The picture with its words; `uid` keeps the ids of several pictures on one page apart.
pub fn picture_of(answered: &Answered, results: &Results, catalogue: &Catalogue, uid: &str, title: String) -> Picture {
    let drawn = results.overlap.drawn;
    // While planning nothing is delivered, and answers that are there do not fill the lens.
    let kept = match answered.community.phase {
        Phase::Plan => None,
        Phase::Launch | Phase::Sustain => results.delivery.kept_drawn.ends().map(|(low, high)| Kept { low, high }),
    };
    let items = words::numbered(answered)
        .zip(&results.overlap.regions)
        .zip(&results.delivery.both_delivered)
        .map(|(((number, item), region), delivered)| PictureItem {
            key: item.id().to_string(),
            number,
            label: words::label(answered, item.id(), catalogue),
            region: place(*region),
            delivered: kept.as_ref().and(*delivered),
        })
        .collect();
    Picture {
        circles: Circles { organisation: drawn.organisation, members: drawn.members, shared: drawn.shared },
        organisation: voice(&results.counted, Side::Organisation),
        members: voice(&results.counted, Side::Members),
        words: picture_words(results, kept.is_some(), title),
        kept,
        items,
        bridges: Vec::new(),
        uid: uid.to_owned(),
    }
}

fn picture_words(results: &Results, filled: bool, title: String) -> PictureWords {
    let text = &EN.results;
    let coverage = |side: Side| {
        let figure = *results.overlap.coverage.get(side);
        figure.ends().map(|_| words::percent(figure, &[]))
    };
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let org_lines = coverage(Side::Organisation).map(|share| (text.picture_org_lines)(&share).to_vec());
    let mem_lines = coverage(Side::Members).map(|share| (text.picture_mem_lines)(&share).to_vec());
    let kept_lines = if filled {
        (text.is_delivered)(&words::percent(results.delivery.kept, words::KEPT)).to_vec()
    } else {
        Vec::new()
    };
    PictureWords {
        title,
        organisation: EN.frame.organisation.to_owned(),
        members: EN.frame.members.to_owned(),
        organisation_lines: org_lines.unwrap_or_default(),
        members_lines: mem_lines.unwrap_or_default(),
        both_want: text.both_want.to_owned(),
        kept_lines,
        neither: text.neither.to_owned(),
        open: text.still_open.to_owned(),
        neither_and_open: text.neither_and_open.to_owned(),
        nobody_yet: owned(&text.nobody_yet),
    }
}

/// The accessible name of the picture: the finding, and what stands where.
pub fn picture_title(results: &Results, sentence: &str) -> String {
    let count = |region: Region| results.overlap.regions.iter().filter(|one| **one == region).count();
    (EN.results.picture_title)(
        sentence,
        count(Region::OrganisationOnly),
        count(Region::Shared),
        count(Region::MembersOnly),
    )
}

/// What the marks look like in a file: the light colours of `style/tokens.css`, class by class as in `style/charts`.
const STYLE: &str = concat!(
    "text{font-family:system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"DejaVu Sans\",Arial,sans-serif;",
    "fill:#1e2228;font-variant-numeric:tabular-nums}",
    ".t2,.tk,.zl,.mp-num{fill:#54585f}.tb{fill:#09523a}.to{fill:#094e8c}.tm{fill:#7b510d}",
    ".w550,.mp-name{font-weight:550}.w600{font-weight:600}.zl{font-weight:500}.b{font-weight:650}",
    ".mid{text-anchor:middle}.endt{text-anchor:end}",
    ".v-org{fill:#dfeeff}.v-mem{fill:#fdefcf}.v-both{fill:#c0ebd8}.v-fill{fill:#82d1af}",
    ".v-ro{fill:none;stroke:#0e599d;stroke-width:2}.v-rm{fill:none;stroke:#b57c1a;stroke-width:2}",
    ".v-level{fill:none;stroke:#1c7456;stroke-width:1.5}",
    ".v-ho{stroke:#0e599d;stroke-width:.9;opacity:.28}.v-hm{stroke:#b57c1a;stroke-width:.9;opacity:.34}",
    ".v-hb{stroke:#1c7456;stroke-width:1.5}",
    ".v-est{stroke-dasharray:7 5}.v-dash{stroke-dasharray:1 5;stroke-linecap:round}",
    ".lead{fill:none;stroke:#808389;stroke-width:1}",
    ".n-org{fill:#0e599d}.n-mem{fill:#eeb23d;stroke:#b57c1a;stroke-width:1.2}.n-both{fill:#208562}",
    ".n-none{fill:#fbfaf7;stroke:#808389;stroke-width:1.4}",
    ".n-open{fill:#fbfaf7;stroke:#54585f;stroke-width:1.4;stroke-dasharray:3 2.4}",
    ".n-soft-org{fill:#dfeeff;stroke:#0e599d;stroke-width:1.4}",
    ".n-soft-mem{fill:#fdefcf;stroke:#b57c1a;stroke-width:1.4}",
    ".n-soft-both{fill:#c0ebd8;stroke:#1c7456;stroke-width:1.4}",
    ".n-soft-none{fill:#fff;stroke:#808389;stroke-width:1.4}",
    ".nt{font-weight:650;text-anchor:middle;letter-spacing:-.02em}",
    ".nt.org{fill:#fff}.nt.mem{fill:#2b1f11}.nt.both{fill:#fff}",
    ".pip{fill:none;stroke:#1c7456;stroke-width:1}.pip.on{fill:#09523a;stroke:#09523a}",
    ".x-both{fill:#c0ebd8}.x-org{fill:#dfeeff}.x-mem{fill:#fdefcf}.x-none{fill:#f1f0ec}",
    ".on{stroke:#1e2228;stroke-width:2}.x-here{fill:#1e2228}.x-in{fill:#fbfaf7}",
    ".x-hatch{stroke:#1e2228;stroke-width:1.2;opacity:.45}",
    ".z0{fill:#fff}.z1,.z3{fill:#f1f0ec}.z2{fill:#e1e0da}",
    ".gl{fill:none;stroke:#dddcd8;stroke-width:1;opacity:.7}.fr,.tr-tick{fill:none;stroke:#808389}",
    ".tr-line,.tr-cut,.tr-rim{fill:none;stroke-width:2;stroke-linejoin:round}.tr-bar{stroke-width:1}",
    ".tr-h{stroke-width:1.5}.tr-org{stroke:#0e599d}.tr-mem{stroke:#b57c1a}.tr-both{stroke:#1c7456}.tr-ink{stroke:#54585f}.tr-dot{fill:#54585f}",
    ".tr-cut{stroke-width:1.5;stroke-dasharray:2 4}.tr-rim{stroke-width:.75;opacity:.6}",
    ".mp-dot{fill:#208562;stroke:#1c7456;stroke-width:1.2}.mp-line{fill:none;stroke:#1c7456;stroke-width:1.75}",
    ".mp-paper{fill:#fff}.mp-h{stroke:#1c7456;stroke-width:1;opacity:.4}.mp-est{fill:#fbfaf7;stroke-width:1.75}",
    ".mp-line.mp-est{fill:none;stroke-dasharray:4 3}",
    ".s-both{fill:#208562}.s-org{fill:#0e599d}.s-mem{fill:#eeb23d;stroke:#b57c1a}.s-none{fill:#f1f0ec}.s-ink{fill:#54585f}",
    ".s-miss{fill:#fff;stroke:#1e2228;stroke-width:1.5;stroke-dasharray:3 2}.c-org{fill:#dfeeff;stroke:#0e599d}",
    ".c-mem{fill:#fdefcf;stroke:#b57c1a}.un{stroke:#808389}.un-h{stroke:#808389;stroke-width:1.5}",
    ".sep,.rule,.thr,.need{fill:none;stroke:#1e2228}.sep{stroke:#dddcd8}.thr{stroke-width:1.5}.need{stroke-width:2}",
    ".disc,.k-on{fill:#1e2228}.ring{fill:#fff;stroke:#1e2228;stroke-width:1.5}.dash{stroke-dasharray:2.6 2.2}",
    ".sign{fill:none;stroke:#fff;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round}.dark{stroke:#1e2228}",
    ".k-may,.k-off{fill:#fff;stroke:#1e2228;stroke-width:2}.k-off{stroke:#808389}.l-h{stroke:#1e2228;stroke-width:1.5}",
    ".l-on,.l-off{fill:none;stroke:#1e2228;stroke-width:2}.l-off{stroke:#808389;stroke-dasharray:4 4}",
    ".pip.may{stroke-dasharray:2 1.5}",
    ".mp-trail{fill:none;stroke:#808389;stroke-width:1.75;stroke-dasharray:.1 4;stroke-linecap:round}",
);

/// A picture as an SVG file that stands alone, on white paper.
///
/// ```
/// use common_ground::assessment::{Assessment, AssessmentId};
/// use common_ground::report::drawing::{Drawing, drawn};
/// use common_ground::{catalogue, report, score};
///
/// let now = "2026-11-23T08:00:00Z".parse().unwrap();
/// let new = Assessment::new(AssessmentId::new("a").unwrap(), now, catalogue::bundled());
/// let scene = drawn(Drawing::Shared, (&new, &score::results(&new.answered)), catalogue::bundled(), 0);
/// assert!(report::picture::file(&scene.unwrap()).starts_with("<svg xmlns="));
/// ```
pub fn file(scene: &Scene) -> String {
    scene.to_file(STYLE, "#fff")
}
