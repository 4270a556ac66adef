//! The whole page in a real browser: each test begins with an empty profile, as a new user does.

mod access;
mod arrival;
mod change;
mod faults;
mod frames;
mod handouts;
mod hostile;
mod hosts;
mod keyboard;
mod main_job;
mod measures;
mod offline;
mod one_file;
mod own_catalogue;
mod paper;
mod portfolio;
mod requests;
mod same_identity;
mod same_results;
mod second_review;
mod storage;
mod text_as_text;
mod two_tabs;
mod undo;
mod voices;
mod wrong_input;
