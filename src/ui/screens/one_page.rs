//! One page that holds the application and this assessment.

use crate::app::Msg;
use crate::app::view::ShareView;
use crate::chart::{self, MarkKind};
use crate::text::EN;
use crate::ui::markup::{El, el, of, svg};
use crate::ui::parts::sends;
use crate::ui::shell::{Seen, Shell};

/// What the page would be, and the way to save it.
pub fn one_page(shell: Shell, seen: Seen<Option<ShareView>>) -> El {
    of("li", "card way").live(move || seen.pick(|seen| body(shell, seen)))
}

fn body(shell: Shell, seen: &ShareView) -> Vec<El> {
    let open = if seen.locked { EN.share.page_locked } else { EN.share.page_open };
    let title = el("h2").text(EN.share.page);
    if let Err(why) = &seen.fragment {
        return vec![title, of("p", "notice alert").text(why)];
    }
    let mut rows: Vec<El> = seen.goes.iter().map(|what| row(what, true)).collect();
    rows.extend(seen.carries.iter().map(|carry| row(&carry.label, carry.on)));
    rows.extend(seen.catalogue.iter().map(|words| row(words, true)));
    let switches = (!seen.carries.is_empty()).then(|| of("p", "t-2 xs").text(EN.share.page_switches));
    let holds = el("div").add(of("p", "label").text(EN.share.page_holds)).add(of("ul", "found-list").all(rows));
    let save = sends(shell, "button", EN.share.page_save, Msg::SavePage);
    let lead = el("p").text(EN.share.page_lead).text(" ").text(open);
    let parts = [Some(title), Some(lead), Some(holds), switches, Some(of("p", "actions").add(save))];
    parts.into_iter().flatten().collect()
}

/// Something that is in the page, or left out.
fn row(what: &str, within: bool) -> El {
    let (kind, words) = if within { (MarkKind::Yes, EN.share.page_yes) } else { (MarkKind::No, EN.share.page_no) };
    el("li")
        .add(svg(&chart::mark(kind).to_svg()))
        .add(of("span", "visually-hidden").text(words).text(": "))
        .add(el("span").text(what))
}
