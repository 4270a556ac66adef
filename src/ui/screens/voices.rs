//! Invitations, replies, and where people differ.

use super::collecting::{collecting, replies};
use super::inviting::inviting;
use super::talk::talk;
use crate::app::view::{self, VoicesView};
use crate::text::EN;
use crate::ui::markup::{El, el, of, part};
use crate::ui::parts::page;
use crate::ui::shell::Shell;

/// Invitations, replies, and where people differ.
pub fn voices(shell: Shell) -> El {
    let seen = shell.see(view::voices);
    let title = move || seen.pick(|seen| seen.title.clone());
    let rest = part(move || seen.pick(below_title));
    let hero = of("header", "hero").add(of("p", "k").text(EN.frame.voices)).add(el("h1").live_text(title)).add(rest);
    page("main").add(hero).add(inviting(shell)).add(collecting(shell)).add(talk(seen)).add(replies(shell))
}

/// What stands out, and what is only there as a summary.
fn below_title(seen: &VoicesView) -> Vec<El> {
    let lead = (!seen.lead.is_empty()).then(|| of("p", "lead").text(&seen.lead));
    lead.into_iter().chain(seen.notices.iter().map(|words| of("p", "notice").text(words))).collect()
}
