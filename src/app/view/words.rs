//! Words that several screens need: levels, dates, sides, items.

use crate::assessment::{Answered, Date, Item};
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, ItemId, Level, Side, Step};
use crate::score::{Figure, Rung};
use crate::text::{EN, numbers};

/// The name of a side within a sentence.
pub const fn side(side: Side) -> &'static str {
    match side {
        Side::Organisation => EN.results.organisation_word,
        Side::Members => EN.results.members_word,
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

/// The place of a rung on the ladder, from 0.
pub fn rung_index(rung: Rung) -> usize {
    Rung::ALL.iter().position(|one| *one == rung).unwrap_or(0)
}

/// The words of one of a fixed list.
pub fn pick<const N: usize>(words: &[&'static str; N], at: usize) -> &'static str {
    words.get(at).copied().unwrap_or_default()
}
