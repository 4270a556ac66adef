//! The picture of shared value, made of an assessment and its results.

use super::words;
use crate::assessment::Answered;
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, PerSide, Phase, Side};
use crate::chart::{Circles, Kept, Picture, PictureItem, PictureWords, Region as Place, Voice};
use crate::score::{Counted, CountedItem, Region, Results};
use crate::text::EN;

/// What is said when an item in the picture is pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct PointView {
    /// The item's id.
    pub key: String,
    /// Its number.
    pub number: usize,
    /// Its statement.
    pub statement: String,
    /// A line for the organisation and one for the members.
    pub lines: PerSide<String>,
}

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
        (text.is_delivered)(&words::percent(results.delivery.kept, super::explained::KEPT)).to_vec()
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

/// What is said of each item when it is pointed at.
pub fn points(answered: &Answered, results: &Results, catalogue: &Catalogue) -> Vec<PointView> {
    words::numbered(answered)
        .zip(&results.counted.items)
        .map(|((number, item), counted)| PointView {
            key: item.id().to_string(),
            number,
            statement: words::statement(answered, item.id(), catalogue),
            lines: PerSide::from_fn(|side| point_line(counted, side, catalogue)),
        })
        .collect()
}

fn point_line(item: &CountedItem, side: Side, catalogue: &Catalogue) -> String {
    let text = &EN.results;
    let importance = match item.importance.get(side) {
        Some(level) => {
            let (number, word) = words::level(*level, Scale::Importance, catalogue);
            (text.point_importance)(&number, &word)
        }
        None => text.point_open.to_owned(),
    };
    match item.delivered.get(side) {
        Some(level) => {
            let (number, word) = words::level(*level, Scale::Delivered, catalogue);
            format!("{importance} · {}", (text.point_delivered)(&number, &word))
        }
        None => importance,
    }
}
