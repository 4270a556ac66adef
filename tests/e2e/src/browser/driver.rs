//! What starts browsers for a test.

use super::engine::{Engine, Setting};
use super::session::Browser;
use crate::environment;
use crate::turn::Turn;

/// The right to start browsers, one for each test; the next test gets it when it is dropped.
#[derive(Debug)]
pub struct Driver {
    engine: Engine,
    _turn: Turn,
}

impl Driver {
    /// Waits for its turn.
    #[track_caller]
    pub fn start() -> Self {
        Self { engine: environment::engine(), _turn: Turn::take() }
    }

    /// The engine that is driven.
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// A browser with an empty profile.
    #[track_caller]
    pub fn browser(&self, settings: &[Setting]) -> Browser<'_> {
        Browser::start(self, settings)
    }
}
