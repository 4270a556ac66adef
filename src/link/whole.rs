//! The three kinds of version 2 as a whole: an assessment, an invitation, a reply.

use std::sync::Arc;

use super::answered::{answered, least};
use super::answers::{about, blank_reply, head, spoken};
use super::beside::{actions, invite, measures, notes, statement};
use super::items::{Edition, asked, own_ids, subset};
use super::stream::Stream;
use super::{LinkError, MAX_BYTES, values};
use crate::assessment::{
    Answered, Assessment, AssessmentId, Community, Date, Extra, Invitation, Invite, Mark, Numbered, SentReply,
    Snapshot, Statement, limits,
};
use crate::catalogue::{Catalogue, ItemId, Phase, Side};
use crate::file;
use crate::order;
use crate::order::Map;

/// A part of the format, for either direction.
type Part<'a> = &'a mut dyn FnMut(&mut Stream<'_>);

/// What travels of an assessment; what does not was taken out before.
pub(super) fn write_assessment(assessment: &mut Assessment, catalogue: &Catalogue) -> Result<Vec<u8>, LinkError> {
    let edition = Edition::of(catalogue);
    // What another catalogue calls by the same id is something else.
    if assessment.catalogue != edition.id {
        return Err(LinkError::OtherCatalogue(assessment.catalogue.clone()));
    }
    write(&mut |stream| of_assessment(stream, assessment, &edition))
}

/// An assessment.
pub(super) fn read_assessment(payload: &[u8], catalogue: &Catalogue) -> Result<Assessment, LinkError> {
    let edition = Edition::of(catalogue);
    let mut assessment = blank_assessment();
    read(payload, &mut |stream| of_assessment(stream, &mut assessment, &edition))?;
    assessment.catalogue = edition.id;
    assessment.give_ids();
    file::check(&assessment, catalogue).map_err(LinkError::Inside)?;
    Ok(assessment)
}

/// An invitation.
pub(super) fn write_invitation(invitation: &mut Invitation, catalogue: &Catalogue) -> Result<Vec<u8>, LinkError> {
    let edition = Edition::of(catalogue);
    write(&mut |stream| of_invitation(stream, invitation, &edition))
}

/// An invitation.
pub(super) fn read_invitation(payload: &[u8], catalogue: &Catalogue) -> Result<Invitation, LinkError> {
    let edition = Edition::of(catalogue);
    let mut invitation = blank_invitation();
    read(payload, &mut |stream| of_invitation(stream, &mut invitation, &edition))?;
    // The same rules as for the items of a file.
    let asked = Answered::new(Community::new(Phase::Plan), invitation.items.clone());
    file::check_answered(&asked, catalogue).map_err(LinkError::Inside)?;
    Ok(invitation)
}

/// A reply.
pub(super) fn write_reply(sent: &mut SentReply, catalogue: &Catalogue) -> Result<Vec<u8>, LinkError> {
    let edition = Edition::of(catalogue);
    write(&mut |stream| of_reply(stream, sent, &edition))
}

/// A reply.
pub(super) fn read_reply(payload: &[u8], catalogue: &Catalogue) -> Result<SentReply, LinkError> {
    let edition = Edition::of(catalogue);
    let mut sent = SentReply { assessment: Mark(0), round: 1, reply: blank_reply() };
    read(payload, &mut |stream| of_reply(stream, &mut sent, &edition))?;
    Ok(sent)
}

/// Writes a payload. Texts are counted first, so that what is too large costs no time.
fn write(part: Part<'_>) -> Result<Vec<u8>, LinkError> {
    let mut counting = Stream::counting();
    part(&mut counting);
    if counting.texts() > MAX_BYTES {
        return Err(LinkError::TooLarge(counting.texts()));
    }
    written(part)
}

fn written(part: Part<'_>) -> Result<Vec<u8>, LinkError> {
    let mut stream = Stream::writing();
    part(&mut stream);
    let payload = stream.finish();
    if payload.len() > MAX_BYTES { Err(LinkError::TooLarge(payload.len())) } else { Ok(payload) }
}

/// Reads a payload, and writes it again: what does not come out as it came in is none that we wrote.
fn read(payload: &[u8], part: Part<'_>) -> Result<(), LinkError> {
    let mut stream = Stream::reading(payload);
    part(&mut stream);
    match stream.fault() {
        Some(fault) => Err(fault),
        // While it was read, its texts were counted.
        None if written(part)? == payload => Ok(()),
        None => Err(LinkError::Damaged),
    }
}

fn of_assessment(stream: &mut Stream<'_>, assessment: &mut Assessment, edition: &Edition) {
    edition.stated(stream);
    values::id(stream, &mut assessment.id);
    if stream.flag(assessment.copied_from.is_some()) {
        let from = assessment.copied_from.get_or_insert_with(|| assessment.id.clone());
        values::id(stream, from);
    }
    values::instant(stream, &mut assessment.created, None);
    values::instant(stream, &mut assessment.updated, assessment.created.as_ref());
    least(stream, &mut assessment.round);
    let pool = answered(stream, &mut assessment.answered, edition);
    notes(stream, &mut assessment.notes, &pool);
    statement(stream, &mut assessment.statement);
    measures(stream, &mut assessment.measures, &pool);
    actions(stream, &mut assessment.actions);
    let plain = is_default(&assessment.invite);
    if !stream.flag(plain) {
        invite(stream, &mut assessment.invite);
    }
    let snapshots = Arc::make_mut(&mut assessment.snapshots);
    stream.list(snapshots, (2, limits::SNAPSHOTS), blank_snapshot, &mut |stream, one| {
        of_snapshot(stream, one, edition);
    });
}

fn of_snapshot(stream: &mut Stream<'_>, snapshot: &mut Snapshot, edition: &Edition) {
    let mut day = Some(snapshot.date.clone());
    values::day(stream, &mut day);
    stream.require(day.is_some());
    snapshot.date = day.unwrap_or_default();
    stream.text(&mut snapshot.label);
    answered(stream, &mut snapshot.answered, edition);
}

fn of_invitation(stream: &mut Stream<'_>, invitation: &mut Invitation, edition: &Edition) {
    edition.stated(stream);
    mark(stream, &mut invitation.assessment);
    least(stream, &mut invitation.round);
    stream.choice(&Side::ALL, &mut invitation.side);
    stream.text(&mut invitation.community);
    stream.choice(&Phase::ALL, &mut invitation.phase);
    asked(stream, &mut invitation.items, edition);
    invite(stream, &mut invitation.asks);
    least(stream, &mut invitation.min_replies);
}

fn of_reply(stream: &mut Stream<'_>, sent: &mut SentReply, edition: &Edition) {
    edition.stated(stream);
    mark(stream, &mut sent.assessment);
    least(stream, &mut sent.round);
    sent.reply.date = sent.reply.date.take().map(values::to_the_minute);
    head(stream, &mut sent.reply);
    let answers = &mut sent.reply.answers;
    let spoken = spoken(answers);
    let items = if stream.flag(spoken.iter().all(|id| edition.default.contains(id))) {
        edition.default.clone()
    } else {
        let mut own: Vec<ItemId> = spoken.iter().copied().filter(|id| id.own_number().is_some()).collect();
        order::sort(&mut own);
        own.dedup();
        let mut items = subset(stream, &spoken, &edition.items);
        own_ids(stream, &mut own);
        items.extend(own);
        items
    };
    stream.require(items.len() <= limits::ITEMS);
    about(stream, answers, &items);
}

fn mark(stream: &mut Stream<'_>, mark: &mut Mark) {
    *mark = Mark(stream.whole(mark.0));
}

/// Whether an invitation asks what it asks anyway.
fn is_default(invite: &Invite) -> bool {
    let plain = Invite { extra: Extra::new(), ..invite.clone() };
    plain == Invite::default()
}

fn blank_answered() -> Answered {
    Answered::new(Community::new(Phase::Plan), Vec::new())
}

fn blank_snapshot() -> Snapshot {
    Snapshot { date: Date::default(), label: String::new(), answered: blank_answered(), extra: Extra::new() }
}

fn blank_assessment() -> Assessment {
    Assessment {
        id: AssessmentId::from_random([0; 16]),
        copied_from: None,
        created: None,
        updated: None,
        round: 1,
        catalogue: None,
        answered: blank_answered(),
        notes: Map::new(),
        statement: Statement::default(),
        measures: Vec::new(),
        actions: Vec::new(),
        // Whoever opens a link has seen no other numbers than those in it.
        numbered: Numbered::default(),
        invite: Invite::default(),
        snapshots: Arc::default(),
        extra: Extra::new(),
    }
}

fn blank_invitation() -> Invitation {
    Invitation {
        assessment: Mark(0),
        round: 1,
        side: Side::Organisation,
        community: String::new(),
        phase: Phase::Plan,
        items: Vec::new(),
        asks: Invite::default(),
        min_replies: 1,
    }
}
