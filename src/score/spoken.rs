//! What one source says for a side: its replies, a summary of them, or the keeper's estimate.
//!
//! [`heard`](super::heard) chooses between them, group by group.

use std::cmp::Reverse;

use super::heard::{CountedItem, Group, Voice, Voices};
use super::median::Tally;
use crate::assessment::{Answer, Answers, Item, Ratings, Reply, Summary, limits};
use crate::catalogue::{Contribution, ItemId, Level, Side};
use crate::order;
use crate::order::Map;

/// The quantities of one source, and how far each group of them is heard.
pub(super) struct Spoken {
    /// In the order of the items asked about.
    pub importance: Vec<Option<Level>>,
    /// In the order of the items asked about.
    pub delivered: Vec<Option<Level>>,
    /// Whether it is worth it.
    pub worth: Option<Level>,
    /// In the order of [`Contribution::ALL`].
    pub contribution: [Option<Level>; 5],
    /// The points that each item asked about has from the top three.
    pub top: Vec<u32>,
    /// Which groups are heard; [`Voice::Estimate`] where one is not.
    pub voices: Voices,
}

/// The items asked about, to find an id's place quickly.
pub(super) struct Places(Vec<(ItemId, usize)>);

impl Places {
    pub(super) fn of(items: &[Item]) -> Self {
        let mut places: Vec<_> = items.iter().enumerate().map(|(at, item)| (item.id(), at)).collect();
        order::sort(&mut places);
        Self(places)
    }

    fn find(&self, id: &ItemId) -> Option<usize> {
        let at = self.0.binary_search_by_key(id, |place| place.0).ok()?;
        self.0.get(at).map(|place| place.1)
    }

    /// The levels of a map, in the order of the items; what is not asked about is left out.
    fn in_order<T>(&self, map: &Map<ItemId, T>, level: impl Fn(&T) -> Option<Level>) -> Vec<Option<Level>> {
        let mut levels = vec![None; self.0.len()];
        for (id, value) in map {
            if let Some(slot) = self.find(id).and_then(|at| levels.get_mut(at)) {
                *slot = level(value);
            }
        }
        levels
    }

    /// Gives 3, 2 and 1 points to the three items of a list, as far as they are asked about; whether any is.
    fn award(&self, top: &[ItemId], points: &mut [u32]) -> bool {
        let mut any = false;
        for (place, (id, worth)) in top.iter().zip([3, 2, 1]).enumerate() {
            let first_mention = top.iter().position(|other| other == id) == Some(place);
            if let Some(slot) = self.find(id).filter(|_| first_mention).and_then(|at| points.get_mut(at)) {
                *slot += worth;
                any = true;
            }
        }
        any
    }
}

impl Spoken {
    /// What the keeper believes.
    pub(super) fn of_estimate(answers: &Answers, places: &Places) -> Self {
        let mut top = vec![0; places.0.len()];
        places.award(&answers.top, &mut top);
        Self {
            importance: places.in_order(&answers.importance, |answer| level(*answer)),
            delivered: places.in_order(&answers.delivered, |answer| level(*answer)),
            worth: answers.worth.and_then(level),
            contribution: Contribution::ALL.map(|kind| answers.contribution.get(&kind)?.level.and_then(level)),
            top,
            voices: Voices::default(),
        }
    }

    /// What a summary says; a group counts as heard where it has a quantity that is asked about.
    pub(super) fn of_summary(summary: &Summary, places: &Places) -> Self {
        let mut top = vec![0; places.0.len()];
        let topped = places.award(&summary.top, &mut top);
        let importance = places.in_order(&summary.importance, |level| Some(*level));
        let delivered = places.in_order(&summary.delivered, |level| Some(*level));
        let contribution = Contribution::ALL.map(|kind| summary.contribution.get(&kind).copied());
        let voice = |any: bool| if any { Voice::Summary(summary.count) } else { Voice::Estimate };
        let voices = Voices {
            importance: voice(importance.iter().any(Option::is_some)),
            delivered: voice(delivered.iter().any(Option::is_some)),
            worth: voice(summary.worth.is_some()),
            contribution: voice(contribution.iter().any(Option::is_some)),
            top: voice(topped),
        };
        Self { importance, delivered, worth: summary.worth, contribution, top, voices }
    }

    /// The medians of replies; a group is heard from `min` replies on that give a step in it.
    pub(super) fn of_replies<'a>(replies: impl Iterator<Item = &'a Reply>, places: &Places, min: u32) -> Self {
        let mut count = Count::new(places.0.len());
        for reply in replies {
            count.add(&reply.answers, places);
        }
        let (min, least) = (heard_from(min), known_from(min));
        let medians = |tallies: &[Tally]| tallies.iter().map(|tally| tally.median(least)).collect();
        let voice = |from: u32| if from >= min { Voice::Replies(from) } else { Voice::Estimate };
        Self {
            importance: medians(&count.importance),
            delivered: medians(&count.delivered),
            worth: count.worth.median(least),
            contribution: count.contribution.map(|tally| tally.median(least)),
            voices: Voices {
                importance: voice(count.from.importance),
                delivered: voice(count.from.delivered),
                worth: voice(count.worth.count()),
                contribution: voice(count.from.contribution),
                top: voice(count.from.top),
            },
            top: count.top,
        }
    }

    /// Whether a group is heard here.
    pub(super) fn hears(&self, group: Group) -> bool {
        self.voices.of(group).is_heard()
    }
}

/// From how many replies on a group of a side is heard.
pub(super) const fn heard_from(min_replies: u32) -> u32 {
    if min_replies > 1 { min_replies } else { 1 }
}

/// From how many steps on a quantity of a heard group is known.
pub(super) const fn known_from(min_replies: u32) -> u32 {
    let from = heard_from(min_replies);
    if from < 3 { from } else { 3 }
}

/// The answers of many, counted.
pub(super) struct Count {
    /// In the order of the items asked about.
    pub importance: Vec<Tally>,
    /// In the order of the items asked about.
    pub delivered: Vec<Tally>,
    /// Whether it is worth it.
    pub worth: Tally,
    /// In the order of [`Contribution::ALL`].
    pub contribution: [Tally; 5],
    top: Vec<u32>,
    from: From,
}

/// How many replies gave a step in a group.
#[derive(Default)]
struct From {
    importance: u32,
    delivered: u32,
    contribution: u32,
    top: u32,
}

impl Count {
    pub(super) fn new(items: usize) -> Self {
        Self {
            importance: vec![Tally::default(); items],
            delivered: vec![Tally::default(); items],
            worth: Tally::default(),
            contribution: [Tally::default(); 5],
            top: vec![0; items],
            from: From::default(),
        }
    }

    pub(super) fn add(&mut self, answers: &Answers, places: &Places) {
        self.from.importance += u32::from(add_ratings(&answers.importance, places, &mut self.importance));
        self.from.delivered += u32::from(add_ratings(&answers.delivered, places, &mut self.delivered));
        if let Some(step) = answers.worth.and_then(Answer::step) {
            self.worth.add(step);
        }
        let mut pledged = false;
        for (kind, tally) in Contribution::ALL.into_iter().zip(&mut self.contribution) {
            let step = answers.contribution.get(&kind).and_then(|pledge| pledge.level).and_then(Answer::step);
            if let Some(step) = step {
                tally.add(step);
                pledged = true;
            }
        }
        self.from.contribution += u32::from(pledged);
        self.from.top += u32::from(places.award(&answers.top, &mut self.top));
    }
}

/// Counts the steps of one reply; whether it gives any about an item that is asked about.
pub(super) fn add_ratings(ratings: &Ratings, places: &Places, tallies: &mut [Tally]) -> bool {
    let mut any = false;
    // Both are in the order of ids, so that one walk finds all: replies come in thousands.
    let mut places = places.0.iter().peekable();
    for (id, answer) in ratings {
        while places.next_if(|place| place.0 < *id).is_some() {}
        let place = places.next_if(|place| place.0 == *id);
        let tally = place.and_then(|place| tallies.get_mut(place.1));
        if let Some((tally, step)) = tally.zip(answer.step()) {
            tally.add(step);
            any = true;
        }
    }
    any
}

fn level(answer: Answer) -> Option<Level> {
    answer.step().map(Level::from)
}

/// The replies that stand: of those with the same id the one with the higher revision, then the later date, then the
/// later in the list. A reply without a date is earlier than one with.
pub(super) fn standing(replies: &[Reply]) -> Vec<&Reply> {
    let mut ordered: Vec<(usize, &Reply)> = replies.iter().enumerate().collect();
    order::sort_by(&mut ordered, |(at, one), (other_at, other)| {
        let by_id = one.id.cmp(&other.id);
        by_id.then(one.revision.cmp(&other.revision)).then(one.date.cmp(&other.date)).then(at.cmp(other_at))
    });
    let mut standing: Vec<(usize, &Reply)> = Vec::with_capacity(ordered.len());
    for (at, reply) in ordered {
        match standing.last_mut() {
            Some(last) if last.1.id == reply.id => *last = (at, reply),
            _ => standing.push((at, reply)),
        }
    }
    order::sort_by_key(&mut standing, |(at, _)| *at);
    standing.into_iter().map(|(_, reply)| reply).collect()
}

/// At most three items, the most points first; ties by importance, then by the order of the items.
pub(super) fn ranked(points: &[u32], items: &[CountedItem], side: Side) -> Vec<ItemId> {
    let named = points.iter().zip(items).filter(|(points, _)| **points > 0);
    let mut named: Vec<_> = named.map(|(points, item)| (*points, *item.importance.get(side), item.id)).collect();
    // Stable: what ties in both stays in the order of the items.
    order::sort_by_key(&mut named, |&(points, importance, _)| Reverse((points, importance)));
    named.into_iter().take(limits::TOP).map(|(_, _, id)| id).collect()
}
