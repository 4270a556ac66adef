//! Before the page reads what it keeps: what a killed browser has lost of it is put back from the journal.

use crate::app::journal::{self, lost};
use crate::browser::storage::{self, journal as book};

/// Puts back what storage has lost, and lets the journal go on. Where there is none, the page is as it would be
/// without. What there is no room for is read all the same, and said once the page stands.
pub async fn recover() {
    if !storage::lasts() {
        return;
    }
    let mark = storage::mark();
    let Some(entries) = book::since(mark, journal::spent(mark)).await else {
        return book::go_without(journal::unseen);
    };
    // Another tab may have gone on since: what it has written is in storage too.
    let lost = lost(storage::mark(), entries);
    let keys: Vec<String> = lost.iter().map(|(key, _)| key.clone()).collect();
    storage::put_back(lost);
    book::begin(journal::next, journal::ahead, &keys);
}
