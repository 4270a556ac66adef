//! The tests that need no browser.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod acts;
mod advice;
mod app;
mod arrived;
mod catalogue;
mod change;
mod cli;
mod community;
mod compare;
mod evidence;
mod file;
mod file_errors;
mod generate;
mod handouts;
mod heap;
mod host;
mod hosting;
mod house;
mod journal;
mod kept;
mod link;
mod lock;
mod one_page;
mod over_time;
mod own_catalogue;
mod packed;
mod page;
mod planning;
mod portfolio;
mod qr;
mod replies;
mod report;
mod rounds;
mod score;
mod style;
mod tabs;
mod together;
mod told;
mod unanswered;
mod undone;
mod voices;
