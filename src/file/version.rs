//! The versions of the format, and the way from each to the next.
//!
//! Every version that was ever written is read for ever. A later version adds one small function that turns the entries
//! of the version before it into its own, and one arm below that calls it; no other file knows old versions.

use super::fault::{FileError, Read};
use super::fields::entries;
use super::value::whole;
use super::{FORMAT, fault};
use crate::assessment::{Extra, Tree};

/// The version that is written.
pub const CURRENT: u64 = 1;

/// The version that a record of the store says it has where replies or snapshots lie beside it, packed: a page that
/// cannot unpack them leaves all of it where it is, as it does with what a newer page wrote. It is otherwise the
/// current one.
pub(super) const PACKED: u64 = 2;

/// The entries of a file in the form of the current version.
pub(super) fn current(tree: Tree) -> Result<Extra, FileError> {
    up_to(CURRENT, tree)
}

/// The same of a record of the store.
pub(super) fn stored(tree: Tree) -> Result<Extra, FileError> {
    up_to(PACKED, tree)
}

fn up_to(newest: u64, tree: Tree) -> Result<Extra, FileError> {
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
        Some(version) if (1..=newest).contains(&version) => Ok(entries),
        Some(found) if found > newest => Err(FileError::Newer { found, known: newest }),
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
