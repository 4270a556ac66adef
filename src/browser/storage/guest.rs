//! The guest copy of this tab, in the storage of its session.

use gloo_storage::{SessionStorage, Storage as _};

use super::texts::whole;

const GUEST: &str = "guest";

fn session_works() -> bool {
    matches!(web_sys::window().map(|window| window.session_storage()), Some(Ok(Some(_))))
}

/// The guest copy of this tab.
pub fn guest() -> Option<String> {
    if session_works() { SessionStorage::raw().get_item(&whole(GUEST)).ok().flatten() } else { None }
}

/// Keeps the guest copy for this tab, or drops it. Without storage it lasts until the page is reloaded.
pub fn set_guest(text: Option<&str>) {
    if !session_works() {
        return;
    }
    match text {
        Some(text) => {
            let _ = SessionStorage::raw().set_item(&whole(GUEST), text);
        }
        None => SessionStorage::delete(whole(GUEST)),
    }
}
