//! What outlasts a browser that is killed: which of two stores is ahead, the page's own or the journal beside it.
//!
//! A browser writes what a page keeps to the disk when it sees fit: measured, Firefox after 5 seconds, Chromium after
//! 16 and more while one goes on. So the shell copies whatever has changed into a journal that is on the disk at once,
//! and notes in the page's own storage up to where the journal has come: the *mark*. Both bear numbers that only ever
//! grow. A browser loses the end of what was written and never a piece out of the middle, so when the page opens again
//! there are two cases:
//!
//! - the mark is that of the last entry, or higher: storage has all that the journal has. Nothing is put back;
//! - entries bear higher numbers than the mark: what they hold was changed after the last thing that storage still has.
//!   They are put back, a removal as a removal, and nothing that storage has from later is touched, since there is
//!   nothing. Like any other change they are then written to the journal, under a new number, and the mark follows.
//!
//! Where storage has no room for some of it, that is read from the journal, and the page says so; a save that storage
//! refuses later is in the journal likewise. Such entries get numbers [ahead] of the mark and of all that it will be
//! while the page goes on: with the next start, or the next change, it is put into storage if there is room by then.
//!
//! Where the journal cannot be read at the start, the page goes on without it, and the first thing it keeps raises the
//! mark [far above](unseen) all that the journal may hold: it would be older. An entry of a day ago is no longer
//! needed.

/// Something that the journal holds: its number, which key of the storage changed, and what that held then, `None` if
/// it was removed.
pub type Entry = (f64, String, Option<String>);

/// A day in milliseconds: a number is the instant of its entry, unless the clock went back.
const DAY: f64 = 86_400_000.0;

/// How far above mark and clock a journal that was not read may have come, at the very most.
const FAR: f64 = 366.0 * DAY;

/// The number of the next entry: the milliseconds since 1970, and higher than the mark whatever the clock tells. A mark
/// of 0 is none.
pub fn next(mark: f64, now: f64) -> f64 {
    now.max(mark + 1.0)
}

/// The mark of a page that has not read the journal: above all that it may hold, even if the clock was set since.
pub fn unseen(mark: f64, now: f64) -> f64 {
    now.max(mark) + FAR
}

/// The number of an entry that storage has no room for, of the number that others have now. It is below [`unseen`]:
/// where the page goes on without the journal, what is owed is older.
pub fn ahead(at: f64) -> f64 {
    at + FAR / 2.0
}

/// Up to which number entries have long been in storage.
pub fn spent(mark: f64) -> f64 {
    mark - DAY
}

/// What of the journal storage has lost: its keys with what they hold. What is removed comes first, so that there is
/// room for the rest.
pub fn lost(mark: f64, entries: Vec<Entry>) -> Vec<(String, Option<String>)> {
    let (mut removed, mut kept) = (Vec::new(), Vec::new());
    for (at, key, text) in entries {
        if at > mark {
            let changes = if text.is_some() { &mut kept } else { &mut removed };
            changes.push((key, text));
        }
    }
    removed.append(&mut kept);
    removed
}
