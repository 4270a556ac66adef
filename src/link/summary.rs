//! What travels in place of replies: the medians of what is heard, so that the figures stay the same.

use std::sync::Arc;

use crate::assessment::{Answered, Answers, Summary};
use crate::catalogue::{Contribution, ItemId, Level, PerSide, Side};
use crate::order::Map;
use crate::score::heard::standing;
use crate::score::{Counted, CountedItem, Voice};

/// Puts the [summary] of each side in the place of its replies.
///
/// **Edge.** A group can be heard, since enough people spoke, and know no quantity, since each spoke of another item. A
/// summary has no way to say so, and the keeper's estimate of the group would step in: a belief shown where people were
/// asked. So that estimate stays behind, and what is unknown here is unknown there.
pub fn summarise(answered: &mut Answered) {
    let counted = Counted::of(answered);
    answered.summary = summary(answered);
    for side in Side::ALL {
        if answered.replies.iter().any(|reply| reply.side == side) {
            forget(answered.estimate.get_mut(side), &counted, side);
        }
    }
    answered.replies = Arc::default();
}

/// Leaves out what the keeper estimated of groups that are heard and know nothing.
fn forget(estimate: &mut Answers, counted: &Counted, side: Side) {
    let voices = counted.voices.get(side);
    let every = |level: fn(&CountedItem) -> &PerSide<Option<Level>>| {
        counted.items.iter().all(|item| level(item).get(side).is_none())
    };
    if voices.importance.is_heard() && every(|item| &item.importance) {
        estimate.importance.clear();
    }
    if voices.delivered.is_heard() && every(|item| &item.delivered) {
        estimate.delivered.clear();
    }
    if voices.worth.is_heard() && counted.worth.get(side).is_none() {
        estimate.worth = None;
    }
    if voices.contribution.is_heard() && counted.contribution.get(side).iter().all(Option::is_none) {
        estimate.contribution.clear();
    }
}

/// The summary of each side's replies; where a side has none, the summary that stands there already.
///
/// It holds the groups that are heard, of the items asked about, and no quantity that is unknown for want of steps. A
/// side of which no group is heard leaves nothing behind: its estimate counts, here and there.
pub fn summary(answered: &Answered) -> PerSide<Option<Summary>> {
    let standing = standing(&answered.replies);
    let counted = Counted::of(answered);
    PerSide::from_fn(|side| match standing.iter().filter(|reply| reply.side == side).count() {
        0 => answered.summary.get(side).clone(),
        count => of_side(&counted, side, u32::try_from(count).unwrap_or(u32::MAX)),
    })
}

fn of_side(counted: &Counted, side: Side, count: u32) -> Option<Summary> {
    let voices = counted.voices.get(side);
    let heard = |voice: Voice| matches!(voice, Voice::Replies(_));
    let levels = |voice: Voice, level: fn(&CountedItem) -> &PerSide<Option<Level>>| -> Map<ItemId, Level> {
        let items = counted.items.iter().filter(|_| heard(voice));
        items.filter_map(|item| level(item).get(side).map(|level| (item.id, level))).collect()
    };
    let contribution = Contribution::ALL.into_iter().zip(counted.contribution.get(side));
    let summary = Summary {
        count: 0,
        importance: levels(voices.importance, |item| &item.importance),
        delivered: levels(voices.delivered, |item| &item.delivered),
        worth: counted.worth.get(side).filter(|_| heard(voices.worth)),
        top: if heard(voices.top) { counted.top.get(side).clone() } else { Vec::new() },
        contribution: contribution
            .filter(|_| heard(voices.contribution))
            .filter_map(|(kind, level)| level.map(|level| (kind, level)))
            .collect(),
        extra: Vec::new(),
    };
    (summary != Summary::default()).then_some(Summary { count, ..summary })
}
