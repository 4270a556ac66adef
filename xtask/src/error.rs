//! What can go wrong in a command, as one sentence for the person who typed it.

use std::{fmt, io};

/// What a step gives back.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a command stopped.
#[derive(Debug)]
pub enum Error {
    /// The words on the command line name no command.
    Usage(String),
    /// Something must be installed, and this program cannot do it here.
    Missing {
        /// What is missing.
        what: String,
        /// What the reader can do about it.
        how: String,
    },
    /// A program could not be started, or said that it failed.
    Command {
        /// The program and its arguments.
        line: String,
        /// How it ended.
        outcome: String,
    },
    /// The operating system refused something.
    Io {
        /// What was being done, as in "reading dist/index.html".
        doing: String,
        /// What the system said.
        source: io::Error,
    },
    /// What was made is not as it must be.
    Check(String),
    /// A step of a list of steps failed.
    Step {
        /// Its number and name.
        step: String,
        /// Why.
        cause: Box<Error>,
    },
}

impl Error {
    /// For `map_err`: names what was being done when the system refused.
    pub fn io(doing: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let doing = doing.into();
        move |source| Self::Io { doing, source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) | Self::Check(text) => f.write_str(text),
            Self::Missing { what, how } => write!(f, "{what} is missing: {how}"),
            Self::Command { line, outcome } => write!(f, "`{line}` {outcome}"),
            Self::Io { doing, source } => write!(f, "{doing}: {source}"),
            Self::Step { step, cause } => write!(f, "{step} failed: {cause}"),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Step { cause, .. } => Some(cause.as_ref()),
            _ => None,
        }
    }
}
