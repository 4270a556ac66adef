//! What is said between two states of the answers: then and later, or A and B.

use super::Words;
use super::numbers::words;

/// The sentences about two states, of which both [`Time`](super::Time) and [`Compare`](super::Compare) have their own.
#[derive(Clone, Copy, Debug)]
pub struct Between {
    /// Over how many expectations, and how many only the first and only the second asks about; empty where that is no
    /// news.
    pub common: fn(usize, usize, usize) -> String,
    /// That there is none in common.
    pub common_none: Words,
    /// Which are asked in other words.
    pub reworded: fn(&str) -> String,
    /// The phase of each.
    pub phases: fn(&str, &str) -> String,
    /// Who spoke for a side in each.
    pub voices: fn(&str, &str, &str) -> String,
    /// That for a side only some questions were answered by others.
    pub voices_partly: fn(&str) -> String,
    /// That a figure is clearly higher in the first, and in the second.
    pub higher: [Words; 2],
    /// The same where both are written alike.
    pub higher_little: [Words; 2],
    /// Both as a sign, where there is one.
    pub signs: [Words; 2],
    /// Neither.
    pub no_clear: Words,
    /// That one of the two is an estimate, and the other was heard.
    pub guessed: Words,
    /// That a figure is there in one of the two alone.
    pub one_alone: Words,
}

/// So many expectations, after "the".
pub(super) fn expectations(count: usize) -> String {
    match count {
        1 => "one expectation".to_owned(),
        _ => format!("{} expectations", words(count)),
    }
}
