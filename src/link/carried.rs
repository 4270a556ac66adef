//! What travels of an assessment beside its answers.

use std::sync::Arc;

use super::{Content, decode, encode, summarise};
use crate::assessment::{Answered, Assessment, Evidence};
use crate::catalogue::Catalogue;

/// What travels of an assessment beside its answers; by default nothing.
#[expect(clippy::struct_excessive_bools, reason = "four independent yes-or-no choices, each a switch on screen")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Carried {
    /// Single replies. Without, a side's replies travel as its [summary](summarise).
    pub replies: bool,
    /// Names of people: of replies, of those who can show evidence, of owners; and where replies go.
    pub names: bool,
    /// Notes on items and practices, and what shows them.
    pub notes: bool,
    /// Snapshots.
    pub history: bool,
}

impl Carried {
    /// All that can travel.
    pub const ALL: Self = Self { replies: true, names: true, notes: true, history: true };

    /// Whether all of an assessment travels: whether what a link carries is the same once it is read.
    ///
    /// Numbers that are not given again are left behind, since nobody wrote them.
    pub fn is_all_of(self, assessment: &Assessment, catalogue: &Catalogue) -> bool {
        let read = encode(assessment, self, catalogue).and_then(|token| decode(&token, catalogue));
        let Ok(Content::Assessment(mut read)) = read else { return false };
        read.numbered = assessment.numbered;
        *read == *assessment
    }

    /// What travels of an assessment.
    pub(super) fn of(self, assessment: &Assessment) -> Assessment {
        let mut travelling = assessment.clone();
        self.strip(&mut travelling.answered);
        if self.history {
            for snapshot in Arc::make_mut(&mut travelling.snapshots) {
                self.strip(&mut snapshot.answered);
            }
        } else {
            travelling.snapshots = Arc::default();
        }
        if !self.notes {
            travelling.notes.clear();
        }
        if !self.names {
            travelling.notes.values_mut().for_each(|note| nameless(&mut note.evidence));
            travelling.statement.owner.clear();
            travelling.measures.iter_mut().for_each(|measure| measure.owner.clear());
            travelling.actions.iter_mut().for_each(|action| action.owner.clear());
            travelling.invite.reply_to.clear();
        }
        travelling
    }

    fn strip(self, answered: &mut Answered) {
        if !self.replies {
            summarise(answered);
        } else if !self.names {
            for reply in Arc::make_mut(&mut answered.replies) {
                reply.name = None;
            }
        }
        for practice in answered.practices.values_mut() {
            if !self.notes {
                practice.note.clear();
                practice.evidence.clear();
            }
            if !self.names {
                nameless(&mut practice.evidence);
            }
        }
    }
}

fn nameless(evidence: &mut [Evidence]) {
    for one in evidence {
        one.person.clear();
    }
}
