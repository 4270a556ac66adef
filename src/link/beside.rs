//! What stands beside the answers in version 2: notes, statement, measures, actions, invitation.

use super::items::{picks, subset};
use super::stream::Stream;
use super::values;
use crate::assessment::{Action, ActionStatus, Evidence, Invite, Measure, Note, Statement};
use crate::catalogue::ItemId;
use crate::catalogue::advice::Kind;
use crate::order::Map;

/// What shows that something is so.
pub(super) fn evidence(stream: &mut Stream<'_>, list: &mut Vec<Evidence>) {
    stream.list(list, (1, usize::MAX), Evidence::default, &mut |stream, one| {
        stream.text(&mut one.text);
        stream.text(&mut one.url);
        values::date(stream, &mut one.date);
        stream.text(&mut one.person);
    });
}

/// Notes on items.
pub(super) fn notes(stream: &mut Stream<'_>, notes: &mut Map<ItemId, Note>, pool: &[ItemId]) {
    let says = |(_, note): &(&ItemId, &Note)| !note.note.is_empty() || !note.evidence.is_empty();
    let about: Vec<ItemId> = notes.iter().filter(says).map(|(id, _)| *id).collect();
    if stream.flag(!about.is_empty()) {
        for id in subset(stream, &about, pool) {
            let mut note = notes.get(&id).cloned().unwrap_or_default();
            stream.text(&mut note.note);
            evidence(stream, &mut note.evidence);
            if stream.is_reading() {
                notes.insert(id, note);
            }
        }
    }
}

/// The value statement.
pub(super) fn statement(stream: &mut Stream<'_>, statement: &mut Statement) {
    let Statement { text, owner, review, extra: _ } = statement;
    if stream.flag(!text.is_empty() || !owner.is_empty() || review.is_some()) {
        stream.text(text);
        stream.text(owner);
        values::day(stream, review);
    }
}

/// The measures.
pub(super) fn measures(stream: &mut Stream<'_>, measures: &mut Vec<Measure>, pool: &[ItemId]) {
    stream.list(measures, (2, usize::MAX), Measure::default, &mut |stream, one| {
        stream.text(&mut one.id);
        stream.text(&mut one.indicator);
        stream.text(&mut one.name);
        stream.option(&Kind::ALL, &mut one.kind);
        picks(stream, &mut one.items, pool, pool.len());
        stream.text(&mut one.unit);
        values::number(stream, &mut one.baseline);
        values::number(stream, &mut one.target);
        values::number(stream, &mut one.current);
        values::day(stream, &mut one.due);
        stream.text(&mut one.owner);
    });
}

/// The plan.
pub(super) fn actions(stream: &mut Stream<'_>, actions: &mut Vec<Action>) {
    stream.list(actions, (2, usize::MAX), Action::default, &mut |stream, one| {
        stream.text(&mut one.id);
        if stream.flag(one.advice.is_some()) {
            let number = stream.natural(one.advice.unwrap_or_default().into(), 6);
            one.advice = u16::try_from(number).ok();
            stream.require(one.advice.is_some());
        }
        stream.text(&mut one.text);
        stream.text(&mut one.owner);
        values::day(stream, &mut one.due);
        stream.choice(&ActionStatus::ALL, &mut one.status);
    });
}

/// What an invitation asks.
pub(super) fn invite(stream: &mut Stream<'_>, invite: &mut Invite) {
    for asked in [&mut invite.delivered, &mut invite.guess, &mut invite.contribution, &mut invite.top] {
        *asked = stream.flag(*asked);
    }
    stream.text(&mut invite.reply_to);
}
