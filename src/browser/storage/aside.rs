//! What could not be read, out of the way: each text after a line that says why.

use super::ASIDE;
use super::record::{record, remove_record};

/// What was put aside: key, reason, text.
pub fn aside() -> Vec<(String, String, String)> {
    let split = |(key, text): (String, String)| {
        let (why, text) = text.split_once('\n').unwrap_or(("", &text));
        (key, why.to_owned(), text.to_owned())
    };
    ASIDE.all().into_iter().map(split).collect()
}

/// Moves the record of an assessment out of the way. Without room for it there, it stays where it is.
pub fn put_aside(id: &str, why: &str, text: &str) {
    if ASIDE.keep(id, &format!("{}\n{text}", why.replace('\n', " "))).is_ok() {
        remove_record(id);
    }
}

/// Drops what was put aside, wherever it is.
pub fn drop_aside(id: &str) {
    ASIDE.drop(id);
    // One that could not be moved is still in its old place; one that can be read has a stamp.
    if record(id).is_some_and(|record| record.stamp.is_empty()) {
        remove_record(id);
    }
}
