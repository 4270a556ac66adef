//! What a page is laid out with: its content, what it begins with, its sections, what is folded, and the way on.

use crate::app::Model;
use crate::route::{Place, Route};
use crate::ui::markup::{El, el, of};
use crate::ui::shell::Shell;

/// The content of a page.
pub fn page(class: &str) -> El {
    of("main", class).set("id", "main")
}

/// What a page begins with: its heading, and the sentence below it.
pub fn intro(title: &str, lead: &str) -> El {
    of("header", "intro").add(el("h1").text(title)).add(el("p").text(lead))
}

/// A section with its heading, and the sentence below it where there is one.
pub fn section(title: &str, lead: &str) -> El {
    let lead = (!lead.is_empty()).then(|| el("p").text(lead));
    of("section", "section").add(el("header").add(el("h2").text(title)).maybe(lead))
}

/// What is folded behind words.
pub fn more(words: &str) -> El {
    of("details", "more").add(el("summary").text(words))
}

/// The way on to another place of the assessment that is open.
pub fn onward(shell: Shell, place: Place, words: &str) -> El {
    let id = shell.now(Model::open_id);
    let address = id.map(|id| Route::assessment(id.as_str(), place).address()).unwrap_or_default();
    of("p", "actions").add(of("a", "button first").set("href", &address).text(words))
}
