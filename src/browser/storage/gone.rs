//! The recently deleted.

use super::{GONE, GONE_BEFORE, PutError};

/// The recently deleted.
pub fn gone() -> Vec<(String, String)> {
    let mut gone = GONE_BEFORE.all();
    gone.extend(GONE.all());
    gone
}

/// Keeps a deleted one.
///
/// # Errors
///
/// A [`PutError`], where it is not kept in an earlier form either.
pub fn keep_gone(id: &str, text: &str) -> Result<(), PutError> {
    match GONE.keep(id, text) {
        Ok(()) => GONE_BEFORE.drop(id),
        Err(error) if GONE.get(id).or_else(|| GONE_BEFORE.get(id)).is_none() => return Err(error),
        Err(_) => {}
    }
    Ok(())
}

/// Drops a deleted one.
pub fn drop_gone(id: &str) {
    for kind in [GONE, GONE_BEFORE] {
        kind.drop(id);
    }
}
