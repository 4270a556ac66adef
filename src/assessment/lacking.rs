//! What one state of an assessment has beside its answers and another lacks, so that nobody gives it up unawares.

use super::{Assessment, Evidence, Note};
use crate::catalogue::kinds::keyed;

keyed! {
    /// Something beside the answers.
    Beside {
        /// Notes on expectations and practices.
        Notes = "notes",
        /// Evidence for them.
        Evidence = "evidence",
        /// Bridges of the keeper's own.
        Bridges = "bridges",
        /// The value statement.
        Statement = "statement",
        /// Measures.
        Measures = "measures",
        /// Actions.
        Actions = "actions",
        /// Snapshots.
        Snapshots = "snapshots",
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
