//! A first version of the value statement, from what both sides want and what is known beside it.

use std::cmp::Reverse;

use super::checklist::{is_short, shared};
use super::measures::number;
use super::words;
use crate::assessment::{Assessment, Measure};
use crate::catalogue::advice::Kind;
use crate::catalogue::{Catalogue, Contribution, ItemId, Level, PerSide, Side};
use crate::order;
use crate::score::thresholds::AGREED;
use crate::score::{Results, what_if::Lever};
use crate::text::{Draft, EN};

/// How many gains of a side are named at most, and whether the community is called by its name: as long as the
/// statement is short enough to be said, or else less.
const LENGTHS: [(usize, bool); 3] = [(2, true), (1, true), (1, false)];

/// A first version of the statement; what cannot be known stands in brackets.
pub fn draft(assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> String {
    let of_length = |length| written(assessment, results, catalogue, length);
    LENGTHS
        .map(of_length)
        .into_iter()
        .reduce(|long, next| if is_short(&long) { long } else { next })
        .unwrap_or_default()
}

fn written(assessment: &Assessment, results: &Results, catalogue: &Catalogue, (most, named): (usize, bool)) -> String {
    let text = &EN.planning;
    let PerSide { organisation, members } = gains(results, most);
    let name = assessment.answered.community.name.trim();
    let labels = |ids: &[ItemId]| {
        let labels = ids.iter().map(|id| words::within(&words::label(&assessment.answered, *id, catalogue)));
        (text.list)(&labels.collect::<Vec<_>>())
    };
    let measure = |which| {
        let is_one = |one: &&Measure| one.kind_by(catalogue.advice()) == Some(which) && !one.name.trim().is_empty();
        let found = assessment.measures.iter().find(is_one);
        found.map(target).unwrap_or_default()
    };
    (text.draft)(&Draft {
        community: if named { name.to_owned() } else { String::new() },
        members_gain: or(labels(&members), text.gap_members_gain),
        organisation_gain: or(labels(&organisation), text.gap_organisation_gain),
        members_give: or(given(assessment, results, catalogue, Side::Members), text.gap_members_give),
        organisation_give: or(given(assessment, results, catalogue, Side::Organisation), text.gap_organisation_give),
        leading: or(measure(Kind::Leading), text.gap_leading),
        lagging: or(measure(Kind::Lagging), text.gap_lagging),
        review: or(review(assessment), text.gap_review),
    })
}

fn or(known: String, gap: &str) -> String {
    if known.is_empty() { gap.to_owned() } else { known }
}

/// What both want, shared out: to each side what it cares about most, and of that first what the other cares about
/// less. One alone is the gain of both.
fn gains(results: &Results, most: usize) -> PerSide<Vec<ItemId>> {
    let importance = |side, id: ItemId| {
        let item = results.counted.items.iter().find(|item| item.id == id);
        item.and_then(|item| *item.importance.get(side)).map_or(0, Level::halves)
    };
    let ranked = |side: Side, without: &[ItemId]| {
        let mut ids: Vec<ItemId> = shared(results).filter(|id| !without.contains(id)).collect();
        // Stable: what ties stays in the order of the items.
        order::sort_by_key(&mut ids, |id| (Reverse(importance(side, *id)), importance(side.other(), *id)));
        ids
    };
    let mut members = ranked(Side::Members, &[]);
    members.truncate(members.len().div_ceil(2).min(most));
    let mut organisation = ranked(Side::Organisation, &members);
    organisation.truncate(most);
    if organisation.is_empty() {
        organisation.clone_from(&members);
    }
    PerSide { organisation, members }
}

/// What a side is known to put in, with its amount where one was written down.
fn given(assessment: &Assessment, results: &Results, catalogue: &Catalogue, side: Side) -> String {
    let pledges = &assessment.answered.estimate.get(side).contribution;
    let agreed = |kind: &Contribution| {
        Lever::Contribution(side, *kind).level(&results.counted).is_some_and(|level| level.reaches(AGREED))
    };
    let named = |kind: Contribution| {
        let name = words::within(catalogue.contribution_name(kind));
        let amount = pledges.get(&kind).map_or("", |pledge| pledge.amount.trim());
        if amount.is_empty() { name } else { [&name, " (", amount, ")"].concat() }
    };
    (EN.planning.list)(&Contribution::ALL.into_iter().filter(agreed).map(named).collect::<Vec<_>>())
}

fn target(measure: &Measure) -> String {
    let target = measure.target.map(|target| [&number(target), " ", measure.unit.trim()].concat());
    let due = measure.due.as_ref().map(words::date).unwrap_or_default();
    (EN.planning.draft_measure)(&words::within(measure.name.trim()), target.unwrap_or_default().trim(), &due)
}

fn review(assessment: &Assessment) -> String {
    let date = assessment.statement.review.as_ref().or(assessment.answered.community.next_review.as_ref());
    let owner = assessment.statement.owner.trim();
    let parts = [date.map(words::date).unwrap_or_default(), owner.to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
