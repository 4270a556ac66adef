//! Locking the link with a pass-phrase.

use leptos::prelude::{Get, RwSignal, Set};

use crate::app::Msg;
use crate::app::view;
use crate::browser::dom;
use crate::text::EN;
use crate::ui::markup::{El, el, of, part, typed, value};
use crate::ui::parts::{labelled, more, phrase_field, sends, soon};
use crate::ui::shell::Shell;

/// Locks the link, or takes the lock off.
pub fn locking(shell: Shell) -> El {
    let locked = shell.see(view::is_locked);
    let body = part(move || if locked.get() { vec![open_again(shell)] } else { vec![lock(shell)] });
    more(EN.share.lock).set("id", "lock").add(body)
}

/// A phrase of fewer characters is said to be short: two words are hardly longer.
const SHORT: usize = 12;

fn open_again(shell: Shell) -> El {
    let off = sends(shell, "button", EN.share.unlock_again, Msg::Lock(String::new()))
        .set("aria-describedby", "locked")
        .on("click", |_| dom::focus_soon(&["#phrase"]));
    of("div", "form").add(of("p", "notice").set("id", "locked").text(EN.share.locked)).add(of("p", "actions").add(off))
}

fn lock(shell: Shell) -> El {
    let (busy, short) = (RwSignal::new(false), RwSignal::new(false));
    let phrase = phrase_field("phrase");
    let field = phrase.clone();
    let phrase = phrase.on("input", move |event| short.set((1..SHORT).contains(&typed(&event).chars().count())));
    let warning = of("div", "part")
        .set("role", "status")
        .live(move || if short.get() { vec![of("p", "hint").text(EN.share.phrase_short)] } else { Vec::new() });
    let entry = labelled("phrase", EN.share.phrase, EN.share.phrase_hint, phrase).add(warning);
    let words = move || if busy.get() { EN.share.locking } else { EN.share.lock_do }.to_owned();
    let go = of("button", "button").set("type", "submit").live_text(words);
    of("form", "form")
        .add(el("p").text(EN.share.lock_hint))
        .add(entry)
        .add(of("p", "actions").add(go.live_property("disabled", move || busy.get().into())))
        .on("submit", move |event| {
            event.prevent_default();
            let phrase = value(&field);
            busy.set(true);
            soon(move || {
                shell.send(Msg::Lock(phrase.clone()));
                busy.set(false);
                dom::focus_soon(&["#lock .form button"]);
            });
        })
}
