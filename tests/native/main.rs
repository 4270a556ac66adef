//! The tests that need no browser.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod app;
mod catalogue;
mod cli;
mod file;
mod file_errors;
mod generate;
mod house;
mod link;
mod score;
