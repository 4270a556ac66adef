//! The parts of the page that need a browser.
#![cfg(target_arch = "wasm32")]
