//! The field for text with replies in it, and what lies beside it: what is large, and each file.

use std::rc::Rc;

use leptos::prelude::{Get, RwSignal, Set};
use wasm_bindgen::JsCast;
use web_sys::{Event, InputEvent};

use crate::app::view::{self, PieceRow};
use crate::app::{Handed, Heap, Msg};
use crate::browser::dom;
use crate::text::EN;
use crate::ui::markup::{El, el, of, typed};
use crate::ui::parts::{button, choosing, dropping, more, only};
use crate::ui::shell::Shell;

/// The field's id.
pub const FIELD: &str = "heap";

/// The text, typed, pasted, dropped or read from files.
pub fn heap(shell: Shell) -> El {
    let seen = shell.see(view::heap_text);
    let field = of("textarea", "field mono")
        .set("id", FIELD)
        .set("aria-label", EN.inviting.collect_label)
        .set("placeholder", EN.inviting.collect_placeholder)
        .set("spellcheck", "false")
        .live_property("value", move || seen.get().into())
        .on("beforeinput", move |event| keep_beside(shell, &event))
        .on("input", move |event| shell.send(Msg::Sift(typed(&event))));
    let take = only(shell, move |handed| shell.send(Msg::HandOver(handed)));
    let choose = choosing(EN.inviting.collect_file, Rc::clone(&take));
    of("div", "stack2").add(dropping(field, take)).add(pieces(shell)).add(of("p", "actions").add(choose))
}

/// What is pasted or dropped into the field and large does not go into it.
fn keep_beside(shell: Shell, event: &Event) {
    let text = event.dyn_ref::<InputEvent>().and_then(InputEvent::data).filter(|text| Heap::is_large(text));
    if let Some(text) = text {
        event.prevent_default();
        shell.send(Msg::HandOver(vec![Handed { file: None, text }]));
    }
}

/// The texts beside the field.
fn pieces(shell: Shell) -> El {
    let seen = shell.see(view::pieces);
    let keys = move || seen.with(|rows| rows.iter().map(|row| row.number.to_string()).collect());
    let make = move |key: &str| {
        let row = seen.with(|rows| rows.iter().find(|row| row.number.to_string() == key).cloned());
        row.map_or_else(|| el("li"), |row| piece(shell, &row))
    };
    of("ul", "pieces")
        .set("aria-label", EN.inviting.beside)
        .live_set("hidden", move || seen.with(Vec::is_empty).then(String::new))
        .live_list(keys, make)
}

fn piece(shell: Shell, row: &PieceRow) -> El {
    let number = row.number;
    let away = button("button small", EN.inviting.take_away)
        .set("aria-label", &(EN.inviting.take_away_name)(&row.name))
        .on("click", move |_| {
            shell.send(Msg::TakeAway(number));
            // The button is gone.
            dom::focus_on(FIELD);
        });
    let words = el("span").add(el("b").text(&row.name)).text(": ").text(&row.holds);
    el("li").add(words).add(away).add(text_of(shell, row))
}

/// The text, laid out only once somebody looks.
fn text_of(shell: Shell, row: &PieceRow) -> El {
    let (number, name) = (row.number, (EN.inviting.show_text_name)(&row.name));
    let open = RwSignal::new(false);
    let text = move || {
        let text = of("textarea", "field mono").set("readonly", "").set("aria-label", &name);
        if open.get() { vec![text.text(&shell.now(|model| view::piece_text(model, number)))] } else { Vec::new() }
    };
    let details = more(EN.inviting.show_text).add(of("div", "stack2").live(text));
    let shown = details.clone();
    details.on("toggle", move |_| open.set(shown.node().has_attribute("open")))
}
