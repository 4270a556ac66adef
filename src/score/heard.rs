//! Whose answers count.
//!
//! **Rule.** Answers come in groups: importance, delivered, worth, contribution, and beside them the top three. A group
//! of a side is *heard* when at least `min_replies` replies of that side give a step in it about something that is
//! asked. Then each quantity of it is the [median](super::median) of the steps given, and unknown where fewer than
//! `min(min_replies, 3)` are. Any other group is the keeper's estimate; the two are never mixed inside a group. A
//! *side* is heard when its importance is.
//!
//! **A summary** stands for replies that were left out of a link: its groups are heard as far as it has quantities in
//! them, whatever its count. Where replies of a side stand beside a summary, **the replies count and the summary is not
//! read**, even where they are fewer than `min_replies` and the estimate takes their place: they may be some of the
//! same people again or others, nothing tells, so that neither adding the two nor choosing by group would be a median
//! of anyone.
//!
//! **Replies with the same id** are one: the higher revision, then the later date, then the later in the file.
//!
//! **Units** steps in halves; **edges**: a `min_replies` of 0 (an error in files) is read as 1; an answer about an item
//! that is not asked about counts for nothing; "I don't know" and no answer are both unknown.
//!
//! **Source.** This project's rules; suppression below a minimum as survey vendors do (domain notes 6.13).
//!
//! ```
//! use std::sync::Arc;
//! use common_ground::assessment::{Answer, Answered, Answers, Community, Item, Reply};
//! use common_ground::catalogue::{Level, Phase, Side, Step};
//! use common_ground::score::{Counted, Voice};
//!
//! let item: common_ground::catalogue::ItemId = "O1".parse().unwrap();
//! let says = |number| Answers {
//!     importance: [(item, Answer::Step(Step::new(number).unwrap()))].into(),
//!     ..Answers::default()
//! };
//! let mut answered = Answered::new(Community::new(Phase::Plan), vec![Item::Catalogue(item)]);
//! answered.estimate.organisation = says(1);
//! assert_eq!(Counted::of(&answered).voices.organisation.importance, Voice::Estimate);
//!
//! let reply = |id: &str, number| Reply {
//!     id: id.into(),
//!     revision: 1,
//!     side: Side::Organisation,
//!     date: None,
//!     name: None,
//!     answers: says(number),
//!     extra: vec![],
//! };
//! answered.replies = Arc::new(vec![reply("a", 4), reply("b", 3)]);
//! let counted = Counted::of(&answered); // one reply is enough for the organisation
//! assert_eq!(counted.voices.organisation.importance, Voice::Replies(2));
//! assert_eq!(counted.items[0].importance.organisation.map(Level::steps), Some(3.5));
//! assert!(counted.heard(Side::Organisation) && !counted.heard(Side::Members));
//! ```

use super::Missing;
use super::spoken::{self, Places, Spoken};
use crate::assessment::{Answer, Answered, Item, Reply};
use crate::catalogue::{ItemId, Level, PerSide, Phase, Practice, Side, Step};

/// What is heard or not as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// How important the items are.
    Importance,
    /// How much of them has arrived.
    Delivered,
    /// Whether it is worth it.
    Worth,
    /// What the side puts in.
    Contribution,
}

impl Group {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Importance, Self::Delivered, Self::Worth, Self::Contribution];
}

/// Who speaks for a side in a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// The keeper, who believes so.
    #[default]
    Estimate,
    /// So many replies that give a step in the group.
    Replies(u32),
    /// A summary of so many replies.
    Summary(u32),
}

impl Voice {
    /// Whether the side itself speaks.
    pub const fn is_heard(self) -> bool {
        !matches!(self, Self::Estimate)
    }
}

/// Who speaks for a side, group by group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// How important the items are.
    pub importance: Voice,
    /// How much of them has arrived.
    pub delivered: Voice,
    /// Whether it is worth it.
    pub worth: Voice,
    /// What the side puts in.
    pub contribution: Voice,
    /// The top three; it has points instead of steps, and enters no rung.
    pub top: Voice,
}

impl Voices {
    /// Who speaks in a group.
    pub const fn of(&self, group: Group) -> Voice {
        match group {
            Group::Importance => self.importance,
            Group::Delivered => self.delivered,
            Group::Worth => self.worth,
            Group::Contribution => self.contribution,
        }
    }
}

/// What counts of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedItem {
    /// Which.
    pub id: ItemId,
    /// How important it is to each side.
    pub importance: PerSide<Option<Level>>,
    /// How much of it has arrived, as each side sees it.
    pub delivered: PerSide<Option<Level>>,
}

/// The quantities that count. Nothing else enters a figure, so that a what-if changes one of these and computes again.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Where the community stands.
    pub phase: Phase,
    /// The items asked about, in their order.
    pub items: Vec<CountedItem>,
    /// Whether it is worth it.
    pub worth: PerSide<Option<Level>>,
    /// What each side puts in, in the order of [`Contribution::ALL`](crate::catalogue::Contribution::ALL).
    pub contribution: PerSide<[Option<Level>; 5]>,
    /// How established each practice is, in the order of [`Practice::ALL`].
    pub practices: [Option<Step>; 10],
    /// Who speaks for each side.
    pub voices: PerSide<Voices>,
    /// At most three items of each side, the most important first.
    ///
    /// Of replies: 3, 2 and 1 points for the three that each names, ties by importance, then the order of the items.
    /// Only items asked about; the second of a reply keeps its 2 points where the first is no longer asked about.
    pub top: PerSide<Vec<ItemId>>,
}

impl Counted {
    /// What counts of what was answered.
    pub fn of(answered: &Answered) -> Self {
        let unknown = PerSide::default();
        let item = |item: &Item| CountedItem { id: item.id(), importance: unknown, delivered: unknown };
        let mut counted = Self {
            phase: answered.community.phase,
            items: answered.items.iter().map(item).collect(),
            worth: unknown,
            contribution: PerSide::default(),
            practices: Practice::ALL.map(|practice| answered.practice(practice).and_then(Answer::step)),
            voices: PerSide::default(),
            top: PerSide::default(),
        };
        let places = Places::of(&answered.items);
        let standing = standing(&answered.replies);
        for side in Side::ALL {
            counted.listen(side, answered, &standing, &places);
        }
        counted
    }

    /// Fills in one side.
    fn listen(&mut self, side: Side, answered: &Answered, standing: &[&Reply], places: &Places) {
        let mut replies = standing.iter().copied().filter(|reply| reply.side == side).peekable();
        let spoken = if replies.peek().is_some() {
            Some(Spoken::of_replies(replies, places, *answered.min_replies.get(side)))
        } else {
            answered.summary.get(side).as_ref().map(|summary| Spoken::of_summary(summary, places))
        };
        let estimate = Spoken::of_estimate(answered.estimate.get(side), places);
        let of = |group| spoken.as_ref().filter(|spoken| spoken.hears(group)).unwrap_or(&estimate);

        let levels = of(Group::Importance).importance.iter().zip(&of(Group::Delivered).delivered);
        for (item, (importance, delivered)) in self.items.iter_mut().zip(levels) {
            *item.importance.get_mut(side) = *importance;
            *item.delivered.get_mut(side) = *delivered;
        }
        *self.worth.get_mut(side) = of(Group::Worth).worth;
        *self.contribution.get_mut(side) = of(Group::Contribution).contribution;

        let voices = spoken.as_ref().map_or_else(Voices::default, |spoken| spoken.voices);
        let top = spoken.as_ref().filter(|_| voices.top.is_heard()).unwrap_or(&estimate);
        *self.top.get_mut(side) = spoken::ranked(&top.top, &self.items, side);
        *self.voices.get_mut(side) = voices;
    }

    /// Whether a side is heard: its importance comes from its own people.
    pub const fn heard(&self, side: Side) -> bool {
        self.voices.get(side).importance.is_heard()
    }

    /// How established a practice is.
    pub fn practice(&self, practice: Practice) -> Option<Step> {
        self.practices.get(practice.index()).copied().flatten()
    }

    /// Whether a side has any step at all in a group.
    pub fn speaks(&self, side: Side, group: Group) -> bool {
        match group {
            Group::Importance => self.items.iter().any(|item| item.importance.get(side).is_some()),
            Group::Delivered => self.items.iter().any(|item| item.delivered.get(side).is_some()),
            Group::Worth => self.worth.get(side).is_some(),
            Group::Contribution => self.contribution.get(side).iter().any(Option::is_some),
        }
    }

    /// Why a figure that needs these groups of both sides has no value: a side says nothing at all in one of them.
    pub fn silent(&self, groups: &[Group]) -> Option<Missing> {
        let says_all = |side| groups.iter().all(|&group| self.speaks(side, group));
        match (says_all(Side::Organisation), says_all(Side::Members)) {
            (true, true) => None,
            (false, true) => Some(Missing::Silent(Side::Organisation)),
            (true, false) => Some(Missing::Silent(Side::Members)),
            (false, false) => Some(Missing::BothSilent),
        }
    }
}

/// The replies that stand, in their order: those with the same id are one, by the rule above.
pub fn standing(replies: &[Reply]) -> Vec<&Reply> {
    spoken::standing(replies)
}
