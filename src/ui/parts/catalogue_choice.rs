//! Which catalogue a new community is to have, where there is more than one.

use super::modal::modal;
use super::sends;
use crate::app::Msg;
use crate::app::view;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::shell::Shell;

/// The dialog that asks.
pub fn catalogue_choice(shell: Shell) -> El {
    let seen = shell.see(view::choice);
    let waits = move || seen.with(Option::is_some);
    let body = move || seen.get().map(|rows| body(shell, &rows)).unwrap_or_default();
    modal(shell, "choice-title", Box::new(waits), Box::new(body))
}

fn body(shell: Shell, rows: &[view::CatalogueRow]) -> Vec<El> {
    let mut options = of("ul", "options");
    for row in rows {
        let digest = row.digest;
        let choose = of("button", "button")
            .set("type", "button")
            .add(el("b").set("dir", "auto").text(&row.name))
            .add(of("span", "t-2 xs").text(&row.line))
            .on("click", move |_| shell.send(Msg::CreateWith(digest)));
        options = options.add(el("li").add(choose));
    }
    vec![
        el("header").add(el("h2").set("id", "choice-title").text(EN.catalogues.choose_title)),
        el("p").text(EN.catalogues.choose_lead),
        options,
        el("footer").add(sends(shell, "button plain", EN.frame.close, Msg::Dismiss)),
    ]
}
