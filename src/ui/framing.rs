//! The page in a frame: what is around it, and what is said both ways.

use super::shell::Shell;
use crate::app::view::{self, Leads};
use crate::app::{Around, Msg, Notice, Port};
use crate::browser::frame::{self, Heard};
use crate::browser::{dom, location, one_page, storage};
use crate::host::{self, Colours, Fault, MAX_BYTES, Options};

/// What is around the page.
pub fn around() -> Around {
    match (frame::framed(), frame::nameless()) {
        (false, _) => Around::Window,
        (true, false) => Around::Frame,
        (true, true) => Around::Sandbox,
    }
}

/// What the address asks for.
pub fn options() -> Options {
    Options::read(&location::query())
}

/// The address of the page as it is handed on.
pub fn page() -> String {
    Options::without(&location::page())
}

/// What is handed on to lead to a place of this page: its address, or where that would lead nowhere, a code.
pub fn handed(leads: &Leads, fragment: &str) -> String {
    match leads {
        Leads::Nowhere => view::code(fragment),
        Leads::Here | Leads::Site(_) => [page(), fragment.to_owned()].concat(),
    }
}

/// The site that links in a page that is saved here are to lead to; empty where none is known.
pub fn home() -> String {
    if one_page::is_file() {
        return one_page::site().unwrap_or_default();
    }
    page().split('?').next().unwrap_or_default().to_owned()
}

/// The colours that were chosen here, else those that the address asks for: `light`, `dark`.
pub fn theme() -> Option<&'static str> {
    storage::theme().or_else(|| options().theme.map(Colours::key))
}

/// Goes where the address asks for, unless it names a place.
pub fn begin() {
    let start = options().start.route();
    if let Some(route) = start.filter(|_| location::fragment().len() <= 1) {
        location::replace(&route.address());
    }
}

/// Speaks and listens, where there is a page around this one. What it says is told once the page stands.
pub fn follow(shell: Shell) {
    if around() == Around::Window {
        return;
    }
    dom::set_root("data-framed", Some(""));
    let most = u32::try_from(MAX_BYTES).unwrap_or(u32::MAX);
    frame::listen(
        most,
        move |heard, from, ported| {
            let port = if ported { Port::There } else { Port::Missing };
            shell.send(Msg::Greeted { message: text(heard), from, port });
        },
        move |heard| shell.send(Msg::Told(text(heard))),
    );
    frame::follow_height(|height| frame::call(&host::height(height)));
    if around() == Around::Sandbox {
        frame::follow_links(move |address| {
            let readable = (!address.starts_with("mailto:")).then_some(address);
            shell.send(Msg::Tell(Notice::WindowRefused(readable)));
        });
    }
    frame::call(&host::ready());
}

fn text(heard: Heard) -> Result<String, Fault> {
    match heard {
        Heard::Text(text) => Ok(text),
        Heard::TooLong(length) => Err(Fault::TooLarge(length)),
        Heard::Other => Err(Fault::NotText),
    }
}
