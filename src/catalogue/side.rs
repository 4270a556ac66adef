//! The two sides of every question.

use super::kinds::keyed;

keyed! {
    /// Who answers, the organisation first: the order of every picture and table.
    Side {
        /// The organisation that gives the community its licence, money, people and patience.
        Organisation = "organisation",
        /// The people who give it their time.
        Members = "members",
    }
}

impl Side {
    /// The opposite side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Organisation => Self::Members,
            Self::Members => Self::Organisation,
        }
    }
}

/// One value for each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct PerSide<T> {
    /// The organisation's.
    pub organisation: T,
    /// The members'.
    pub members: T,
}

impl<T> PerSide<T> {
    /// One value for each side, made from the side.
    pub fn from_fn(mut make: impl FnMut(Side) -> T) -> Self {
        Self { organisation: make(Side::Organisation), members: make(Side::Members) }
    }

    /// The value of a side.
    pub const fn get(&self, side: Side) -> &T {
        match side {
            Side::Organisation => &self.organisation,
            Side::Members => &self.members,
        }
    }

    /// The value of a side, to change.
    pub const fn get_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Organisation => &mut self.organisation,
            Side::Members => &mut self.members,
        }
    }

    /// The same for each side, made from its value.
    pub fn map<U>(&self, mut make: impl FnMut(&T) -> U) -> PerSide<U> {
        PerSide { organisation: make(&self.organisation), members: make(&self.members) }
    }

    /// The organisation's value, then the members'.
    pub fn iter(&self) -> impl Iterator<Item = (Side, &T)> {
        Side::ALL.into_iter().map(|side| (side, self.get(side)))
    }
}
