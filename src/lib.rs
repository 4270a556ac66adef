//! Common Ground.

pub mod app;
pub mod assessment;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod catalogue;
pub mod chart;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod file;
pub mod link;
pub mod report;
pub mod route;
pub mod score;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
