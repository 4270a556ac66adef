//! The answers of one person or one side in version 2, replies, and what is left of them.

use super::items::{picks, spoken_of};
use super::stream::Stream;
use super::values;
use crate::assessment::{Answer, Answers, Pledge, Ratings, Reply, Summary, limits};
use crate::catalogue::{Contribution, ItemId, Level, Side};
use crate::order::Map;

/// The ids that answers may speak of.
pub(super) struct Ids<'a> {
    /// Those that they mostly speak of.
    pub(super) usual: &'a [ItemId],
    /// All of them.
    pub(super) pool: &'a [ItemId],
}

/// One side's answers.
pub(super) fn answers(stream: &mut Stream<'_>, answers: &mut Answers, ids: &Ids<'_>) {
    let spoken = spoken_of(stream, &spoken(answers), ids.usual, ids.pool);
    about(stream, answers, &spoken);
}

/// The ids that answers speak of, some twice.
pub(super) fn spoken(answers: &Answers) -> Vec<ItemId> {
    let rated = [&answers.importance, &answers.delivered, &answers.guess];
    rated.into_iter().flat_map(Map::keys).chain(&answers.top).copied().collect()
}

/// Answers about certain items.
pub(super) fn about(stream: &mut Stream<'_>, answers: &mut Answers, items: &[ItemId]) {
    ratings(stream, &mut answers.importance, items);
    ratings(stream, &mut answers.delivered, items);
    ratings(stream, &mut answers.guess, items);
    stream.answer(&mut answers.worth);
    picks(stream, &mut answers.top, items, limits::TOP);
    contributions(stream, &mut answers.contribution);
}

fn ratings(stream: &mut Stream<'_>, ratings: &mut Ratings, items: &[ItemId]) {
    let mut given: Vec<Option<Answer>> = items.iter().map(|id| ratings.get(id).copied()).collect();
    stream.answers(given.iter_mut());
    if stream.is_reading() {
        for (id, answer) in items.iter().zip(given) {
            if let Some(answer) = answer {
                ratings.insert(*id, answer);
            }
        }
    }
}

fn contributions(stream: &mut Stream<'_>, pledges: &mut Map<Contribution, Pledge>) {
    if !stream.flag(pledges.values().any(|pledge| pledge.level.is_some() || !pledge.amount.is_empty())) {
        return;
    }
    let mut all = Contribution::ALL.map(|kind| pledges.get(&kind).cloned().unwrap_or_default());
    stream.answers(all.iter_mut().map(|pledge| &mut pledge.level));
    if stream.flag(all.iter().any(|pledge| !pledge.amount.is_empty())) {
        for pledge in &mut all {
            stream.text(&mut pledge.amount);
        }
    }
    if stream.is_reading() {
        for (kind, pledge) in Contribution::ALL.into_iter().zip(all) {
            if !pledge.is_empty() {
                pledges.insert(kind, pledge);
            }
        }
    }
}

/// A reply, among others of its assessment.
pub(super) fn reply(stream: &mut Stream<'_>, reply: &mut Reply, ids: &Ids<'_>) {
    head(stream, reply);
    answers(stream, &mut reply.answers, ids);
}

/// What a reply says of itself.
pub(super) fn head(stream: &mut Stream<'_>, reply: &mut Reply) {
    values::reply_id(stream, &mut reply.id);
    reply.revision = stream.natural(reply.revision, 2);
    stream.choice(&Side::ALL, &mut reply.side);
    values::instant(stream, &mut reply.date, None);
    stream.optional_text(&mut reply.name);
}

/// A reply without anything in it.
pub(super) fn blank_reply() -> Reply {
    Reply {
        id: String::new(),
        revision: 1,
        side: Side::Organisation,
        date: None,
        name: None,
        answers: Answers::default(),
        extra: Vec::new(),
    }
}

/// What is left of a side's replies.
pub(super) fn summary(stream: &mut Stream<'_>, summary: &mut Option<Summary>, ids: &Ids<'_>) {
    if !stream.flag(summary.is_some()) {
        *summary = None;
        return;
    }
    let summary = summary.get_or_insert_default();
    summary.count = stream.natural(summary.count, 4);
    let rated = [&summary.importance, &summary.delivered];
    let spoken: Vec<ItemId> = rated.into_iter().flat_map(Map::keys).chain(&summary.top).copied().collect();
    let items = spoken_of(stream, &spoken, ids.usual, ids.pool);
    levels(stream, &mut summary.importance, &items);
    levels(stream, &mut summary.delivered, &items);
    let worth = stream.digit(summary.worth.map_or(9, |level| level.halves().into()), 10);
    summary.worth = level(worth);
    picks(stream, &mut summary.top, &items, limits::TOP);
    levels(stream, &mut summary.contribution, &Contribution::ALL);
}

/// Medians, in half steps.
fn levels<K: Copy + Ord>(stream: &mut Stream<'_>, levels: &mut Map<K, Level>, of: &[K]) {
    let mut halves: Vec<u32> = of.iter().map(|key| levels.get(key).map_or(9, |level| level.halves().into())).collect();
    stream.group(&mut halves, &[9, 10]);
    if stream.is_reading() {
        for (key, halves) in of.iter().zip(halves) {
            if let Some(level) = level(halves) {
                levels.insert(*key, level);
            }
        }
    }
}

fn level(halves: u32) -> Option<Level> {
    u8::try_from(halves).ok().and_then(Level::from_halves)
}
