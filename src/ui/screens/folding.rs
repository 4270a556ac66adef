//! Sections that a narrow page folds, so that one sees all findings before one detail; and the list of them.
//!
//! Whether the page is narrow is the style sheet's to say: there alone a section that is not unfolded shows its heading
//! and its finding, and the button that unfolds it. On a wide page, and on paper, all of it stands.

use leptos::prelude::{Get, Set, request_animation_frame};

use crate::app::view::{is_in, toggled};
use crate::browser::dom;
use crate::text::EN;
use crate::ui::markup::{El, el, of, untracked};
use crate::ui::parts::button;
use crate::ui::shell::Shell;

/// A section with its heading and the sentence below it, which folds where the page is narrow.
pub fn folded(shell: Shell, id: &'static str, title: &str, lead: &str) -> El {
    let title_id = title_of(id);
    let header = el("header")
        .add(el("h2").set("id", &title_id).set("tabindex", "-1").text(title))
        .add(fold(shell, id, &title_id))
        .add(el("p").text(lead));
    foldable(shell, id).add(header)
}

/// A section that folds, still without its heading.
pub fn foldable(shell: Shell, id: &'static str) -> El {
    of("section", "section foldable").set("id", id).live_class("open", move || is_open(shell, id))
}

/// The button that folds and unfolds a section; it is named as the section is.
pub fn fold(shell: Shell, id: &'static str, title_id: &str) -> El {
    of("button", "fold")
        .set("type", "button")
        .set("aria-labelledby", title_id)
        .set("aria-controls", id)
        .live_set("aria-expanded", move || Some(is_open(shell, id).to_string()))
        .on("click", move |_| {
            let open = untracked(|| is_open(shell, id));
            set(shell, id, !open);
        })
}

/// The sections of this page, each a way to it; folded itself, since the picture comes first.
pub fn contents(shell: Shell, sections: &[(&'static str, &'static str)]) -> El {
    let row = |&(id, title): &(&'static str, &'static str)| el("li").add(way(shell, id, title));
    of("details", "more contents")
        .add(el("summary").text(EN.frame.contents))
        .add(of("ul", "contents-list").all(sections.iter().map(row).collect()))
}

/// A way to a section, which unfolds it.
pub fn way(shell: Shell, id: &'static str, words: &str) -> El {
    button("link", words).on("click", move |_| {
        set(shell, id, true);
        request_animation_frame(move || dom::show(id, &title_of(id)));
    })
}

fn title_of(id: &str) -> String {
    [id, "-title"].concat()
}

fn is_open(shell: Shell, id: &str) -> bool {
    shell.unfolded.get().is_some_and(|ids| is_in(&ids, id))
}

fn set(shell: Shell, id: &str, open: bool) {
    let ids = untracked(|| shell.unfolded.get()).unwrap_or_default();
    if is_in(&ids, id) != open {
        shell.unfolded.set(Some(toggled(&ids, id)));
    }
}
