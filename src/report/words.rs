//! Words that screens and reports share: names, sides, levels, dates, items, figures.

use crate::assessment::{Answered, Assessment, Date, Item};
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, ItemId, Level, Practice, Side, Step};
use crate::score::{CriterionId, Figure, Region, thresholds};
use crate::text::{EN, numbers};

/// The thresholds of the overlap.
pub const OVERLAP: &[f64] = &[thresholds::SOME_OVERLAP, thresholds::ENOUGH_OVERLAP];
/// The threshold of what is kept.
pub const KEPT: &[f64] = &[thresholds::PROMISE_KEPT];
/// The thresholds of the returns.
pub const RETURNS: &[f64] = &[thresholds::RETURNS_BEGUN, thresholds::RETURNS_GOOD];
/// The threshold of what is shared of what is wanted.
pub const SHARED: &[f64] = &[thresholds::ENOUGH_SHARED];

/// The thresholds of the figure that a criterion looks at: all that are in use for it, so that it is the same wherever
/// it stands; none where it is no share.
pub const fn thresholds_of(id: CriterionId) -> &'static [f64] {
    match id {
        CriterionId::SomeOverlap | CriterionId::EnoughOverlap => OVERLAP,
        CriterionId::EnoughShared => SHARED,
        CriterionId::PromiseKept => KEPT,
        CriterionId::ReturnsBegun | CriterionId::ReturnsGood => RETURNS,
        _ => &[],
    }
}

/// What an assessment is called.
pub fn name(assessment: &Assessment) -> String {
    let name = assessment.answered.community.name.trim();
    if name.is_empty() { EN.home.unnamed.to_owned() } else { name.to_owned() }
}

/// The name of a side within a sentence.
pub const fn side(side: Side) -> &'static str {
    match side {
        Side::Organisation => EN.results.organisation_word,
        Side::Members => EN.results.members_word,
    }
}

/// The name of a side over its question.
pub const fn legend(side: Side) -> &'static str {
    match side {
        Side::Organisation => EN.frame.organisation,
        Side::Members => EN.frame.members,
    }
}

/// A day in words.
pub fn date(date: &Date) -> String {
    let (year, month, day) = date.parts();
    numbers::date(year, month, day)
}

/// The whole statement of an item.
pub fn statement(answered: &Answered, id: ItemId, catalogue: &Catalogue) -> String {
    match answered.own(id) {
        Some(own) => own.text.clone(),
        None => catalogue.item(id).map_or_else(|| id.to_string(), |item| item.statement.clone()),
    }
}

/// The short label of an item: an own one has only its text.
pub fn label(answered: &Answered, id: ItemId, catalogue: &Catalogue) -> String {
    match answered.own(id) {
        Some(own) => own.text.clone(),
        None => catalogue.item(id).map_or_else(|| id.to_string(), |item| item.label.clone()),
    }
}

/// The short name of a practice: what stands before the colon.
pub fn practice(practice: Practice, catalogue: &Catalogue) -> &str {
    let name = catalogue.practice_name(practice);
    name.split(": ").next().unwrap_or(name)
}

/// The ids asked about, with their numbers on screen.
pub fn numbered(answered: &Answered) -> impl Iterator<Item = (usize, &Item)> {
    answered.items.iter().enumerate().map(|(at, item)| (at + 1, item))
}

/// A level with its word; a half step stands between two words and has none.
pub fn level(level: Level, scale: Scale, catalogue: &Catalogue) -> (String, String) {
    let halves = level.halves();
    let word = |number: u8| Step::new(number).map_or("", |step| catalogue.word(scale, step));
    let words = match halves % 2 {
        0 => word(halves / 2).to_owned(),
        _ => format!("{} to {}", word(halves / 2), word(halves / 2 + 1)),
    };
    (numbers::steps(level.steps()), words)
}

/// A share as a percentage, or "–".
pub fn percent(figure: Figure, thresholds: &[f64]) -> String {
    figure.ends().map_or_else(|| numbers::NONE.to_owned(), |(low, high)| numbers::percent(low, high, thresholds))
}

/// The words of one of a fixed list.
pub fn pick<const N: usize>(words: &[&'static str; N], at: usize) -> &'static str {
    words.get(at).copied().unwrap_or_default()
}

/// A level with its number and word, or "open".
pub fn level_or_open(level: Option<Level>, scale: Scale, catalogue: &Catalogue) -> String {
    level.map_or_else(
        || EN.results.every_unknown.to_owned(),
        |one| {
            let (number, word) = self::level(one, scale, catalogue);
            format!("{number} {word}")
        },
    )
}

/// Who wants an expectation, in words.
pub const fn region(region: Region) -> &'static str {
    match region {
        Region::Shared => EN.results.region_shared,
        Region::OrganisationOnly => EN.results.region_organisation,
        Region::MembersOnly => EN.results.region_members,
        Region::Neither => EN.results.region_neither,
        Region::Open => EN.results.region_open,
    }
}
