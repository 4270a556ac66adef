//! The record of an assessment: `{"stamp":"…","data":…}`, and what grows beside it.

use super::texts::{keys_there, lasts, owe, remove, set, whole};
use super::{ASSESSMENT, PutError, REPLIES, SNAPSHOTS, owed};

/// What stands around the stamp and the data of a record.
const BEGIN: &str = "{\"stamp\":\"";
const MIDDLE: &str = "\",\"data\":";
const END: &str = "}";

/// A record of an assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The id in its key.
    pub id: String,
    /// Changes with every save: letters and digits; empty where the record could not be read.
    pub stamp: String,
    /// The answers, JSON; what could not be read as a record is here whole.
    pub answers: String,
    /// The replies, JSON; an empty text where there are none.
    pub replies: Option<String>,
    /// The snapshots, JSON; an empty text where there are none.
    pub snapshots: Option<String>,
}

/// A record as one text, JSON put together by hand: what is in it is JSON already.
fn written(stamp: &str, data: &str) -> String {
    format!("{BEGIN}{stamp}{MIDDLE}{data}{END}")
}

/// The stamp and the data of a record, `None` where [`written`] did not write it.
fn split(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix(BEGIN)?.strip_suffix(END)?.split_once(MIDDLE)
}

/// The record of an assessment.
pub fn record(id: &str) -> Option<Record> {
    let text = ASSESSMENT.get(id)?;
    let (stamp, answers) = match split(&text) {
        Some((stamp, data)) => (stamp.to_owned(), data.to_owned()),
        // Whoever reads it will find that it is no assessment, and has all of it.
        None => (String::new(), text),
    };
    Some(Record { id: id.to_owned(), stamp, answers, replies: REPLIES.get(id), snapshots: SNAPSHOTS.get(id) })
}

/// Whether another page has emptied the storage: no assessment is there. Then nothing is owed any more: all that this
/// page knows of is to be saved anew.
pub fn was_emptied() -> bool {
    let start = whole(&ASSESSMENT.key(""));
    let emptied = lasts() && !keys_there().iter().any(|key| key.starts_with(&start));
    if emptied {
        owed::settle_all();
    }
    emptied
}

/// All records.
pub fn records() -> Vec<Record> {
    ASSESSMENT.ends().iter().filter_map(|id| record(id)).collect()
}

/// Saves a record over the stamp that is expected; what is `None` stays as it is. What storage refuses is owed whole:
/// this page reads it from then on, under its stamp.
///
/// # Errors
///
/// A [`PutError`]; storage is as before.
pub fn put(over: Option<&str>, new: &Record) -> Result<(), PutError> {
    let there = record(&new.id);
    if there.as_ref().map(|record| record.stamp.as_str()) != over {
        return Err(PutError::Overtaken(there));
    }
    let before = there.unwrap_or_default();
    let answers = Some(written(&new.stamp, &new.answers));
    // The answers come last: other tabs look when they change.
    let all = [
        (REPLIES, &new.replies, before.replies),
        (SNAPSHOTS, &new.snapshots, before.snapshots),
        (ASSESSMENT, &answers, None),
    ];
    let all = all.into_iter().filter_map(|(kind, text, old)| Some((kind.key(&new.id), text.as_ref()?, old)));
    let all: Vec<(String, &String, Option<String>)> = all.collect();
    for (at, (key, text, _)) in all.iter().enumerate() {
        let put = if text.is_empty() {
            remove(key);
            Ok(())
        } else {
            set(key, text)
        };
        if put.is_err() {
            take_back(all.get(..at).unwrap_or_default());
            for (key, text, _) in &all {
                owe(key, (*text).clone());
            }
            return put;
        }
    }
    Ok(())
}

/// Brings keys back into their earlier state, the last one first: then each fits, since it did before.
fn take_back(changed: &[(String, &String, Option<String>)]) {
    for (key, _, old) in changed.iter().rev() {
        match old {
            // Without room for it, it was owed before.
            Some(old) => {
                let _ = set(key, old);
            }
            None => remove(key),
        }
    }
}

/// Removes the record of an assessment and what belongs to it.
pub fn remove_record(id: &str) {
    for kind in [ASSESSMENT, REPLIES, SNAPSHOTS] {
        kind.drop(id);
    }
}
