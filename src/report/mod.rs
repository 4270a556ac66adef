//! Assessment and results for people and for other programs: sentences, Markdown, tables, calendar, pictures, JSON.
//!
//! | file | what |
//! |---|---|
//! | [`markdown`] | the whole assessment as Markdown |
//! | [`csv`] | one row an assessment; one row an expectation |
//! | [`calendar`] | what the plan has a day for |
//! | [`picture`] | the picture of shared value, on the page and as a file |
//! | [`drawing`] | every picture as a file that stands alone |
//! | [`over_time`], [`changed`] | how it went, and what has changed |
//! | [`json()`] | the results for other programs |
//! | [`about`](mod@about), `because`, [`finding`], [`criterion`], [`gates`], [`next`], [`planned`], [`who`], [`words`] | what is said, on screens as in reports |
//!
//! **What people typed is text.** Each format has one place that escapes it, and properties test that nothing typed
//! becomes markup, a formula or a line of its own. **What stays at home.** Nothing here reads a single reply but the
//! number of them and, where asked for, the names that were given with them: every figure is counted
//! ([`crate::score::heard`]). Notes, evidence and names of people come along only where they are [included](Include).
//! Names within other texts cannot be told from other words and stay.

pub mod about;
mod because;
pub mod calendar;
pub mod changed;
pub mod criterion;
pub mod csv;
pub mod drawing;
pub mod finding;
pub mod gates;
mod json;
pub mod markdown;
pub mod next;
pub mod over_time;
pub mod picture;
pub mod planned;
pub mod who;
pub mod words;

pub use json::json;

use crate::advice::Next;
use crate::assessment::{Assessment, Date};
use crate::catalogue::{Advice, Catalogue};
use crate::score::Results;

/// What a report holds beside the answers. Neither unless chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Include {
    /// Names of people: of those who own something, can tell, or replied.
    pub names: bool,
    /// Notes and evidence.
    pub notes: bool,
}

/// What is reported on.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The assessment.
    pub assessment: &'a Assessment,
    /// Its results.
    pub results: &'a Results,
    /// What comes next.
    pub next: &'a Next,
    /// What is asked.
    pub catalogue: &'a Catalogue,
    /// What is advised.
    pub advice: &'a Advice,
    /// The day of the report.
    pub today: &'a Date,
    /// How many minutes the clock of whoever makes it is ahead of universal time; 0 where that is not known.
    pub ahead: i32,
    /// What it holds beside the answers.
    pub include: Include,
}
