//! The community that is assessed.

use super::{Date, Extra};
use crate::catalogue::{Origin, Phase};

/// The community: what it is called, what for, and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Community {
    /// Its name; may be empty while it is being described.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Where it stands in its life.
    pub phase: Phase,
    /// Who started it.
    pub origin: Option<Origin>,
    /// When: `2023`, `2023-04` or `2023-04-30`.
    pub founded: Option<Date>,
    /// How many members it has.
    pub size: Option<u32>,
    /// When the assessment is looked at again.
    pub next_review: Option<Date>,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

impl Community {
    /// A community of which only the phase is known.
    pub const fn new(phase: Phase) -> Self {
        Self {
            name: String::new(),
            purpose: String::new(),
            phase,
            origin: None,
            founded: None,
            size: None,
            next_review: None,
            extra: Vec::new(),
        }
    }
}
