//! The versions of the format, and the way from each to the next.
//!
//! Every version that was ever written is read for ever. A later version adds one small function that turns the entries of
//! the version before it into its own, and one arm below that calls it; nothing behind this page knows old versions.

use super::fault::{FileError, Read};
use super::fields::entries;
use super::value::whole;
use super::{FORMAT, fault};
use crate::assessment::{Extra, Tree};

/// The version that is written.
pub const CURRENT: u64 = 1;

/// The entries of a file in the form of the current version.
pub(super) fn current(tree: Tree) -> Result<Extra, FileError> {
    let entries = entries(tree)?;
    let format = find(&entries, "format")?;
    if *format != Tree::from(FORMAT) {
        let found = match format {
            Tree::Text(text) => fault::quoted(text),
            other => other.kind().to_owned(),
        };
        return Err(FileError::OtherFormat(found));
    }
    match whole(find(&entries, "version")?) {
        Some(1) => Ok(entries),
        Some(newer) if newer > CURRENT => Err(FileError::Newer(newer)),
        _ => Err(no_version(&entries)),
    }
}

fn find<'a>(entries: &'a Extra, key: &str) -> Read<&'a Tree> {
    match entries.iter().find(|(one, _)| one == key) {
        Some((_, value)) => Ok(value),
        None => fault::missing(key),
    }
}

fn no_version(entries: &Extra) -> FileError {
    let found = match find(entries, "version") {
        Ok(Tree::Number(number)) => number.to_string(),
        Ok(Tree::Text(text)) => fault::quoted(text),
        Ok(other) => other.kind().to_owned(),
        Err(fault) => return fault.into(),
    };
    let problem = fault::Problem::Value { found, expected: "the number of a version" };
    FileError::Wrong { place: "version".to_owned(), problem }
}
