//! Deleted assessments, kept for a while.

use std::sync::Arc;

use crate::assessment::{Assessment, Instant};
use crate::catalogue::{CatalogueId, Known};
use crate::file;

/// A deleted assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    /// The assessment.
    pub assessment: Arc<Assessment>,
    /// When it was deleted.
    pub when: Instant,
    /// When it was first found to be over its days.
    pub over: Option<Instant>,
}

/// How many days a deleted assessment can be brought back at least.
pub const GONE_DAYS: i32 = 30;

impl Gone {
    /// One that is deleted now.
    pub const fn new(assessment: Arc<Assessment>, when: Instant) -> Self {
        Self { assessment, when, over: None }
    }

    /// As storage holds it: the instant, where it was found over its days a blank and that instant, a line break, the
    /// file, packed: a full storage has room for it sooner.
    pub fn to_record(&self) -> String {
        let over = self.over.as_ref().map(|over| format!(" {over}")).unwrap_or_default();
        format!("{}{over}\n{}", self.when, file::packed(&file::write_compact(&self.assessment)))
    }

    /// Reads what [`Gone::to_record`] wrote.
    ///
    /// # Errors
    ///
    /// The catalogue that it waits for; `None` where it cannot be read at all.
    pub fn from_record(record: &str, known: &Known) -> Result<Self, Option<CatalogueId>> {
        let (instants, text) = record.split_once('\n').ok_or(None)?;
        let (when, over) = match instants.split_once(' ') {
            Some((when, over)) => (when, Some(over.parse().map_err(|_| None)?)),
            None => (instants, None),
        };
        let when = when.parse().map_err(|_| None)?;
        let text = file::unpacked(text).map_err(|_| None)?;
        let assessment = file::read_known(&text, known).map_err(|error| error.needed().cloned())?;
        Ok(Self { assessment: Arc::new(assessment), when, over })
    }
}
