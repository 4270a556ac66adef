//! How far two states of an assessment differ, and what one has that the other lacks, for whoever is to choose between
//! them.

use super::{Answered, Answers, Assessment, Evidence, Note, Question, Reply};
use crate::catalogue::kinds::keyed;
use crate::catalogue::{Contribution, Practice, Side};

/// The replies in which two states of an assessment differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepliesApart {
    /// How many are in the first alone.
    pub mine: usize,
    /// How many are in the other alone.
    pub theirs: usize,
    /// How many are in both, and say something else.
    pub changed: usize,
}

impl RepliesApart {
    /// Whether they differ in none.
    pub const fn none(self) -> bool {
        self.mine + self.theirs + self.changed == 0
    }
}

impl Answered {
    /// How many of their own answers two states differ in.
    pub fn answers_apart(&self, other: &Self) -> usize {
        answers(self, other)
    }

    /// Which replies two states differ in; of each person and side.
    pub fn replies_apart(&self, other: &Self) -> RepliesApart {
        let find = |reply: &Reply, all: &Self| -> Option<bool> {
            let same = all.replies.iter().find(|other| (&other.id, other.side) == (&reply.id, reply.side));
            same.map(|other| other == reply)
        };
        let count = |one: &Self, two: &Self, what: Option<bool>| {
            one.replies.iter().filter(|reply| find(reply, two) == what).count()
        };
        RepliesApart {
            mine: count(self, other, None),
            theirs: count(other, self, None),
            changed: count(self, other, Some(false)),
        }
    }
}

/// How many of their own answers two states differ in: estimates of both sides, and the levels of the practices.
fn answers(one: &Answered, two: &Answered) -> usize {
    let mut count = 0;
    for side in Side::ALL {
        let (one, two) = (one.estimate.get(side), two.estimate.get(side));
        for question in Question::ALL {
            let (one, two) = (one.ratings(question), two.ratings(question));
            count += one.iter().filter(|(item, answer)| two.get(*item) != Some(*answer)).count();
            count += two.keys().filter(|item| !one.contains_key(*item)).count();
        }
        count += usize::from(one.worth != two.worth) + usize::from(one.top != two.top);
        let pledged = |answers: &Answers, kind| answers.contribution.get(&kind).and_then(|pledge| pledge.level);
        count += Contribution::ALL.into_iter().filter(|kind| pledged(one, *kind) != pledged(two, *kind)).count();
    }
    count + Practice::ALL.into_iter().filter(|practice| one.practice(*practice) != two.practice(*practice)).count()
}

keyed! {
    /// Something beside the answers.
    Beside {
        /// Notes on expectations and practices.
        Notes,
        /// Evidence for them.
        Evidence,
        /// Bridges of the keeper's own.
        Bridges,
        /// The value statement.
        Statement,
        /// Measures.
        Measures,
        /// Actions.
        Actions,
        /// Snapshots.
        Snapshots,
    }
}

impl Assessment {
    /// What is here and is not, or not so, in another state: of what grows only what was added counts, of a text every
    /// change.
    pub fn lacking_in(&self, other: &Self) -> Vec<Beside> {
        Beside::ALL.into_iter().filter(|what| self.has_more(*what, other)).collect()
    }

    fn has_more(&self, what: Beside, other: &Self) -> bool {
        let text = |mine: &str, theirs: Option<&str>| !mine.is_empty() && theirs != Some(mine);
        let note =
            |of: fn(&Note) -> &str| self.notes.iter().any(|(item, note)| text(of(note), other.notes.get(item).map(of)));
        let practices = &self.answered.practices;
        let theirs = |practice| other.answered.practices.get(practice);
        let more = |mine: &[Evidence], theirs: Option<&[Evidence]>| {
            mine.iter().any(|one| theirs.is_none_or(|theirs| !theirs.contains(one)))
        };
        match what {
            Beside::Notes => {
                note(|note| &note.note)
                    || practices.iter().any(|(one, mine)| text(&mine.note, theirs(one).map(|theirs| &*theirs.note)))
            }
            Beside::Evidence => {
                let of_items = |(item, mine): (_, &Note)| {
                    more(&mine.evidence, other.notes.get(item).map(|theirs| &*theirs.evidence))
                };
                self.notes.iter().any(of_items)
                    || practices
                        .iter()
                        .any(|(one, mine)| more(&mine.evidence, theirs(one).map(|theirs| &*theirs.evidence)))
            }
            Beside::Bridges => note(|note| &note.bridge),
            Beside::Statement => text(&self.statement.text, Some(&other.statement.text)),
            Beside::Measures => self.measures.iter().any(|one| !other.measures.contains(one)),
            Beside::Actions => self.actions.iter().any(|one| !other.actions.contains(one)),
            Beside::Snapshots => self.snapshots.iter().any(|one| !other.snapshots.contains(one)),
        }
    }
}
