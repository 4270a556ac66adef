//! The screens: functions that make elements of view models and send messages. They decide nothing.
//!
//! `shell` holds the model in one signal and hands out views of it; everything else sends it messages. `markup` makes
//! elements, `effects` carries out what `update` asks for, `place` shows the screen of the present place, `framing`
//! speaks with the page around this one, `recovering` puts back what a killed browser has lost.

mod app;
mod charts;
mod effects;
mod framing;
mod leaving;
mod listener;
pub mod markup;
mod parts;
mod place;
mod printing;
mod program;
mod recovering;
mod screens;
mod shell;

pub use app::start;
