//! The screens: Leptos components that show view models and send messages. They decide nothing.
//!
//! [`app::App`] holds the model in one signal; [`shell::Shell`] is the one thing that leaves it: what is seen, and a way to
//! send a message. [`effects`] carries out what `update` asks for.

mod app;
mod charts;
mod effects;
mod parts;
mod screens;
mod shell;

pub use app::start;
