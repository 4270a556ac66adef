//! A file as text, where saving files may be forbidden.

use super::modal::modal;
use super::{sends, to_copy};
use crate::app::view;
use crate::app::{Msg, Notice};
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::shell::Shell;

/// The dialog with the text.
pub fn offered(shell: Shell) -> El {
    let seen = shell.see(view::offered);
    let waits = move || seen.with(Option::is_some);
    let body = move || seen.pick(|(name, text)| body(shell, name, text));
    modal(shell, "offered-title", Box::new(waits), Box::new(body))
}

fn body(shell: Shell, name: &str, text: &str) -> Vec<El> {
    let copied = Msg::Copy { text: text.to_owned(), rich: None, said: Notice::Copied };
    vec![
        el("header").add(el("h2").set("id", "offered-title").text(EN.hosting.text_title)),
        el("p").text(&(EN.hosting.text_lead)(name)),
        to_copy(of("textarea", "field mono").set("rows", "8"), &(EN.hosting.text_label)(name), text),
        el("footer").add(sends(shell, "button first", EN.hosting.text_copy, copied)).add(sends(
            shell,
            "button plain",
            EN.frame.close,
            Msg::Dismiss,
        )),
    ]
}
