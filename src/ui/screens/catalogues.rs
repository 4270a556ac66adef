//! The catalogues that are here: saved as files, kept in this browser, removed from it.

use crate::app::Msg;
use crate::app::view::{self, CatalogueRow};
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::sends;
use crate::ui::shell::Shell;

/// The list, kept as it should be.
pub fn catalogues(shell: Shell) -> El {
    let seen = shell.see(view::catalogues);
    of("ul", "held")
        .set("aria-label", EN.catalogues.list)
        .live(move || seen.with(|rows| rows.iter().map(|one| row(shell, one)).collect()))
}

fn row(shell: Shell, row: &CatalogueRow) -> El {
    let text = &EN.catalogues;
    let act = |words: &str, msg: Msg| {
        sends(shell, "button plain small", words, msg).set("aria-label", &(EN.home.of_name)(words, &row.name))
    };
    let keep = row.digest.zip(row.kept).map(|(digest, kept)| {
        if kept { act(text.remove, Msg::RemoveCatalogue(digest)) } else { act(text.keep, Msg::KeepCatalogue(digest)) }
    });
    let what = el("p").add(el("span").set("dir", "auto").text(&row.name)).add(of("span", "t-2 xs").text(&row.line));
    el("li").add(what).add(act(text.save, Msg::SaveCatalogue(row.digest))).maybe(keep)
}
