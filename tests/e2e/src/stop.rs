//! How a test that cannot go on ends.

use std::fmt::{Debug, Display};

/// Ends the test at the line that called.
///
/// # Panics
///
/// Always; that is what ends a test.
#[track_caller]
#[expect(clippy::panic, reason = "a test that cannot go on ends here, and nowhere else")]
pub fn stop(why: impl Display) -> ! {
    panic!("{why}")
}

/// What must be there for the test to go on.
pub trait Must<T> {
    /// The value; else the test ends, saying what was being done.
    fn must(self, doing: &str) -> T;
}

impl<T, E: Debug> Must<T> for Result<T, E> {
    #[track_caller]
    fn must(self, doing: &str) -> T {
        match self {
            Ok(value) => value,
            Err(error) => stop(format!("{doing}: {error:?}")),
        }
    }
}

impl<T> Must<T> for Option<T> {
    #[track_caller]
    fn must(self, doing: &str) -> T {
        match self {
            Some(value) => value,
            None => stop(format!("{doing}: there is none")),
        }
    }
}
