//! The example community: made up, complete, and real enough to learn from.

use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::file::{self, FileError};

/// The example community, under its own identity.
///
/// # Errors
///
/// Never with the bundled catalogue; a test reads it.
pub fn community(catalogue: &Catalogue) -> Result<Assessment, FileError> {
    file::read(include_str!("example.common-ground.json"), catalogue)
}
