//! The page driven as a person would: real browsers of three engines through `WebDriver`, one call after another.
//!
//! `cargo xtask test` builds the page, serves it, and says in the [`environment`] where everything is.
//!
//! - [`browser`]: the engines and their drivers, a browser with an empty profile, its windows and keys.
//! - [`page`]: the one page object. Things are found by role and name, as somebody who hears the page finds them.
//! - [`screens`]: every screen of the page, to go through.
//! - [`site`]: a site of a test's own, that can change, be out of reach, and says what it was asked for.
//! - [`axe`]: axe-core in the page.
//! - [`mod@file`]: assessment files as somebody else might write them, and the command line that scores them.
//! - [`hostile`]: what somebody who means harm may hand in.
//! - [`host`]: a server of another origin, for pages that frame the page; [`server`] is what it and a site are made of.
//!
//! What goes wrong ends the test with a sentence and its place; the browser and its driver end with it. In the folder
//! of temporary files stays a picture of what was on screen.

pub mod axe;
pub mod browser;
pub mod environment;
pub mod file;
mod folder;
pub mod host;
pub mod hostile;
pub mod page;
pub mod screens;
pub mod server;
pub mod site;
pub mod stop;
mod turn;
