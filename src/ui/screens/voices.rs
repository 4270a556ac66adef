//! Invitations, replies, and where people differ.

use super::collecting::{collecting, replies};
use super::inviting::inviting;
use super::talk::talk;
use crate::app::view;
use crate::text::EN;
use crate::ui::markup::{El, el, of, part};
use crate::ui::shell::Shell;

/// Invitations, replies, and where people differ.
pub fn voices(shell: Shell) -> El {
    let seen = shell.see(view::voices);
    let hero = part(move || {
        let Some(seen) = seen.get() else { return Vec::new() };
        let hero = of("header", "hero")
            .add(of("p", "k").text(EN.frame.voices))
            .add(el("h1").text(&seen.title))
            .maybe((!seen.lead.is_empty()).then(|| of("p", "lead").text(&seen.lead)));
        vec![hero.all(seen.notices.iter().map(|words| of("p", "notice").text(words)).collect())]
    });
    of("main", "main voices")
        .set("id", "main")
        .add(hero)
        .add(inviting(shell))
        .add(collecting(shell))
        .add(talk(shell))
        .add(replies(shell))
}
