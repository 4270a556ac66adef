//! What storage holds and cannot be shown before its catalogue is here.

use crate::app::Msg;
use crate::app::view::WaitingRow;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{choosing, opening, section, sends};
use crate::ui::shell::Shell;

/// What waits, and the way to open a catalogue.
pub fn lacking(shell: Shell, rows: &[WaitingRow]) -> El {
    let text = &EN.catalogues;
    let mut list = el("ul");
    for row in rows {
        let download = |id: &String| {
            sends(shell, "button plain small", EN.home.download, Msg::DownloadWaiting(id.clone()))
                .set("aria-label", &(EN.home.of_name)(EN.home.download, &row.name))
        };
        let made = el("li")
            .add(el("span").set("dir", "auto").text(&row.name))
            .add(of("span", "t-2").set("dir", "auto").text(&row.needs))
            .maybe(row.id.as_ref().map(download));
        list = list.add(made);
    }
    let open = of("p", "actions").add(choosing(text.wanted_open, opening(shell)));
    section(text.waiting_title, text.waiting_lead).add(of("div", "gone").add(list)).add(open)
}
