//! Browsers are heavy: at most two tests run at once, however many cores there are.

use std::cell::Cell;
use std::marker::PhantomData;
use std::sync::{Condvar, Mutex, PoisonError};

use crate::stop::stop;

const MOST: usize = 2;

static RUNNING: Mutex<usize> = Mutex::new(0);
static ENDED: Condvar = Condvar::new();

thread_local! {
    /// Whether the test of this thread has its turn.
    static HAS_ONE: Cell<bool> = const { Cell::new(false) };
}

/// The right to run browsers, given back when dropped, by the thread that took it.
#[derive(Debug)]
pub struct Turn(PhantomData<*const ()>);

impl Turn {
    /// Waits for its turn.
    ///
    /// # Panics
    ///
    /// Where this thread has one already: two tests that wait for a second one would wait for each other for ever.
    #[track_caller]
    pub fn take() -> Self {
        if HAS_ONE.replace(true) {
            stop("a test takes one turn, and starts all its browsers in it");
        }
        let mut running = RUNNING.lock().unwrap_or_else(PoisonError::into_inner);
        while *running >= MOST {
            running = ENDED.wait(running).unwrap_or_else(PoisonError::into_inner);
        }
        *running += 1;
        Self(PhantomData)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        HAS_ONE.set(false);
        *RUNNING.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        ENDED.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::panic;

    use super::*;

    #[test]
    fn a_second_turn_is_refused_at_once_and_the_first_can_be_taken_again() {
        let first = Turn::take();
        assert!(panic::catch_unwind(Turn::take).is_err());
        drop(first);
        drop(Turn::take());
    }
}
