//! What is asked and was answered in version 2: the part of an assessment that a snapshot holds too.

use std::sync::Arc;

use super::answers::{Ids, answers, blank_reply, reply, summary};
use super::beside::evidence;
use super::items::{Edition, aside, asked};
use super::stream::Stream;
use super::values;
use crate::assessment::{Answered, Community, Item, MIN_REPLIES, PracticeAnswer, limits};
use crate::catalogue::{ItemId, Origin, Phase, Practice, Side, Step};
use crate::order::Map;

/// What was answered. Gives all ids that it may speak of.
pub(super) fn answered(stream: &mut Stream<'_>, answered: &mut Answered, edition: &Edition) -> Vec<ItemId> {
    community(stream, &mut answered.community);
    asked(stream, &mut answered.items, edition);
    aside(stream, &mut answered.set_aside);
    let pool = edition.pool(answered);
    let usual: Vec<ItemId> = answered.items.iter().map(Item::id).collect();
    let ids = Ids { usual: &usual, pool: &pool };
    for side in Side::ALL {
        answers(stream, answered.estimate.get_mut(side), &ids);
    }
    practices(stream, &mut answered.practices);
    if stream.flag(answered.min_replies == MIN_REPLIES) {
        answered.min_replies = MIN_REPLIES;
    } else {
        for side in Side::ALL {
            least(stream, answered.min_replies.get_mut(side));
        }
    }
    let replies = Arc::make_mut(&mut answered.replies);
    stream.list(replies, (4, limits::REPLIES), blank_reply, &mut |stream, one| reply(stream, one, &ids));
    for side in Side::ALL {
        summary(stream, answered.summary.get_mut(side), &ids);
    }
    pool
}

/// A count from 1, such as a minimum or a round.
pub(super) fn least(stream: &mut Stream<'_>, count: &mut u32) {
    *count = stream.natural(count.saturating_sub(1), 2).saturating_add(1);
}

fn community(stream: &mut Stream<'_>, community: &mut Community) {
    stream.text(&mut community.name);
    stream.text(&mut community.purpose);
    stream.choice(&Phase::ALL, &mut community.phase);
    stream.option(&Origin::ALL, &mut community.origin);
    values::date(stream, &mut community.founded);
    if stream.flag(community.size.is_some()) {
        community.size = Some(stream.natural(community.size.unwrap_or_default(), 5));
    }
    values::day(stream, &mut community.next_review);
}

fn practices(stream: &mut Stream<'_>, practices: &mut Map<Practice, PracticeAnswer>) {
    let mut all = Practice::ALL.map(|practice| practices.get(&practice).cloned().unwrap_or_default());
    stream.answers(all.iter_mut().map(|practice| &mut practice.level));
    let mut targets = all.each_ref().map(|practice| practice.target.map_or(5, |step| step.number().into()));
    stream.group(&mut targets, &[5, 6]);
    let noted = stream.flag(all.iter().any(|practice| !practice.note.is_empty() || !practice.evidence.is_empty()));
    for (practice, target) in all.iter_mut().zip(targets) {
        practice.target = u8::try_from(target).ok().and_then(Step::new);
        if noted {
            stream.text(&mut practice.note);
            evidence(stream, &mut practice.evidence);
        }
    }
    if stream.is_reading() {
        for (practice, answer) in Practice::ALL.into_iter().zip(all) {
            if !answer.is_empty() {
                practices.insert(practice, answer);
            }
        }
    }
}
