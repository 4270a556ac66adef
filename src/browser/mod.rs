//! The browser: the only code that touches `web-sys` and `gloo-storage`. It knows nothing of ours.

pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod files;
pub mod frame;
pub mod journal;
pub mod location;
pub mod one_page;
pub mod owed;
pub mod provided;
pub mod sheet;
pub mod storage;
pub mod worker;
