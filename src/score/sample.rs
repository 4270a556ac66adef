//! Counted quantities for unit tests, written as text: `"4 3.5 ?"` is 4, 3.5, unknown.

use super::heard::{Counted, CountedItem, Voice, Voices};
use crate::catalogue::{Level, PerSide, Phase, Practice, Side, Step};

/// Levels from text.
pub(super) fn levels(text: &str) -> Vec<Option<Level>> {
    text.split_whitespace().map(|one| one.parse().ok().and_then(Level::from_steps)).collect()
}

/// Nothing known about items `O1`, `O2`, … but their importance.
pub(super) fn importance(organisation: &str, members: &str) -> Counted {
    let (organisation, members) = (levels(organisation), levels(members));
    assert_eq!(organisation.len(), members.len());
    let item = |(at, (organisation, members))| CountedItem {
        id: format!("O{}", at + 1).parse().unwrap(),
        importance: PerSide { organisation, members },
        delivered: PerSide::default(),
    };
    Counted {
        phase: Phase::Plan,
        items: organisation.into_iter().zip(members).enumerate().map(item).collect(),
        worth: PerSide::default(),
        contribution: PerSide::default(),
        practices: [None; 10],
        voices: PerSide::default(),
        top: PerSide::default(),
    }
}

impl Counted {
    /// The same with other items.
    pub(super) fn importances(self, organisation: &str, members: &str) -> Self {
        Self { items: importance(organisation, members).items, ..self }
    }

    /// The organisation's, then the members'.
    pub(super) fn delivered(mut self, organisation: &str, members: &str) -> Self {
        let (organisation, members) = (levels(organisation), levels(members));
        assert_eq!((organisation.len(), members.len()), (self.items.len(), self.items.len()));
        for (item, (organisation, members)) in self.items.iter_mut().zip(organisation.into_iter().zip(members)) {
            item.delivered = PerSide { organisation, members };
        }
        self
    }

    /// The same in another phase.
    pub(super) fn phase(self, phase: Phase) -> Self {
        Self { phase, ..self }
    }

    /// The organisation's, then the members'.
    pub(super) fn worth(mut self, both: &str) -> Self {
        let both = levels(both);
        self.worth = PerSide { organisation: both[0], members: both[1] };
        self
    }

    /// The five kinds of a side.
    pub(super) fn contribution(mut self, side: Side, five: &str) -> Self {
        *self.contribution.get_mut(side) = levels(five).try_into().unwrap();
        self
    }

    /// All ten, in order.
    pub(super) fn practices(mut self, ten: &str) -> Self {
        let steps = ten.split_whitespace().map(|one| one.parse().ok().and_then(Step::new)).collect::<Vec<_>>();
        self.practices = steps.try_into().unwrap();
        self
    }

    /// The same with one practice at this level.
    pub(super) fn practised(mut self, practice: Practice, step: u8) -> Self {
        self.practices[practice.index()] = Step::new(step);
        self
    }

    /// Both sides heard by five replies each.
    pub(super) fn with_voices(mut self) -> Self {
        let voice = Voice::Replies(5);
        let voices =
            Voices { importance: voice, delivered: voice, worth: voice, contribution: voice, top: Voice::Estimate };
        self.voices = PerSide { organisation: voices, members: voices };
        self
    }
}
