//! What only a browser can do: storage, address, clipboard, files, focus, the page around. Elements are `ui`'s, and
//! what is kept and when is decided in `app`.

pub mod clipboard;
pub mod clock;
pub mod dom;
pub mod files;
pub mod frame;
pub mod location;
pub mod one_page;
pub mod provided;
pub mod sheet;
pub mod storage;
pub mod worker;
