//! What the journal has and the browser's storage has no room for is *owed*: it is read as if it were there, as long as
//! the key holds what it held then, and stays in the journal until the key is written or removed.

use std::cell::RefCell;

thread_local! {
    static OWED: RefCell<Vec<Owed>> = const { RefCell::new(Vec::new()) };
}

/// What a key should hold, and what it held when there was no room for that.
struct Owed {
    key: String,
    text: String,
    there: Option<String>,
}

/// Owes a text to a key that holds what is there, in the place of what was owed to it before.
pub(super) fn owe(key: &str, text: String, there: Option<String>) {
    settle(key);
    OWED.with_borrow_mut(|owed| owed.push(Owed { key: key.to_owned(), text, there }));
}

/// What is owed to a key that holds what is there: another tab may have written it since.
pub(super) fn text(key: &str, there: Option<&String>) -> Option<String> {
    OWED.with_borrow(|owed| {
        let one = owed.iter().find(|one| one.key == key && one.there.as_ref() == there)?;
        Some(one.text.clone())
    })
}

/// The keys to which something is owed.
pub(super) fn keys() -> Vec<String> {
    OWED.with_borrow(|owed| owed.iter().map(|one| one.key.clone()).collect())
}

/// Nothing is owed to a key any more.
pub(super) fn settle(key: &str) {
    OWED.with_borrow_mut(|owed| owed.retain(|one| one.key != key));
}

/// Nothing is owed any more.
pub(super) fn settle_all() {
    OWED.take();
}
