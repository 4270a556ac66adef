//! How many expectations a side does not know the importance of, because it says so.
//!
//! **Rule.** An item is *in doubt* for a side where its importance is unknown and the answer is "I don't know": the
//! keeper's, where the estimate speaks. Where replies speak, there must be at least as many that say so as a median
//! takes (`min(min_replies, 3)`), and more than those that give a step. **Unit** items. **Range** 0 to all of them.
//!
//! **Edges.** What was not answered yet is not in doubt: it is a question to ask. A summary carries medians and no
//! doubts, so there it is 0. The bar for replies is that of a median, so that no doubt of one among many shows.
//!
//! **Source.** This project's.
//!
//! ```
//! use common_ground::assessment::{Answer, Answered, Community, Item};
//! use common_ground::catalogue::{ItemId, Phase, Side};
//! use common_ground::score::{Counted, doubt};
//!
//! let ids = ["O1", "O2"].map(|code| code.parse::<ItemId>().unwrap());
//! let mut answered = Answered::new(Community::new(Phase::Plan), ids.map(Item::Catalogue).to_vec());
//! answered.estimate.members.importance.insert(ids[0], Answer::DontKnow);
//! assert_eq!(doubt::items(&answered, &Counted::of(&answered), Side::Members), 1);
//! ```

use super::spoken::known_from;
use super::{Counted, CountedItem, Voice, heard};
use crate::assessment::{Answer, Answered, Reply};
use crate::catalogue::Side;

/// How many items are in doubt for a side; `counted` is what counts of the same answers.
pub fn items(answered: &Answered, counted: &Counted, side: Side) -> usize {
    let unknown = counted.items.iter().filter(|item| item.importance.get(side).is_none());
    match counted.voices.get(side).importance {
        Voice::Estimate => {
            let ratings = &answered.estimate.get(side).importance;
            unknown.filter(|item| ratings.get(&item.id) == Some(&Answer::DontKnow)).count()
        }
        Voice::Summary(_) => 0,
        Voice::Replies(_) => {
            let standing = heard::standing(&answered.replies);
            let of_side: Vec<&Reply> = standing.into_iter().filter(|reply| reply.side == side).collect();
            let least = known_from(*answered.min_replies.get(side));
            unknown.filter(|item| is_doubted(item, &of_side, least)).count()
        }
    }
}

fn is_doubted(item: &CountedItem, replies: &[&Reply], least: u32) -> bool {
    let (mut doubts, mut steps) = (0_u32, 0);
    for reply in replies {
        match reply.answers.importance.get(&item.id) {
            Some(Answer::DontKnow) => doubts += 1,
            Some(Answer::Step(_)) => steps += 1,
            None => {}
        }
    }
    doubts >= least && doubts > steps
}
