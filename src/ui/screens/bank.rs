//! Further items: of the catalogue, taken out, and one's own.

use std::cell::Cell;
use std::rc::Rc;

use super::expectations::Asked;
use crate::app::view::{BankRow, new_own};
use crate::app::{Msg, OWN_EXPECTATION};
use crate::assessment::Edit;
use crate::browser::dom;
use crate::catalogue::{Holder, ItemId};
use crate::text::EN;
use crate::ui::markup::{El, el, of, typed, untracked};
use crate::ui::parts::{Field, button, field, glyph, labelled, option, submit};
use crate::ui::shell::Shell;

/// Further items: of the catalogue, taken out, and one's own.
pub fn bank(shell: Shell, seen: Asked) -> El {
    let lead = move || {
        let (asked, most) = seen.pick(|seen| seen.asked);
        (EN.asking.bank_lead)(asked, most)
    };
    let full = move || {
        let full = seen.pick(|seen| seen.asked.0 >= seen.asked.1);
        if full { vec![of("p", "notice").text(EN.asking.bank_full)] } else { Vec::new() }
    };
    let keys = move || {
        seen.with(|seen| {
            let mut keys = Vec::new();
            for row in seen.iter().flat_map(|seen| &seen.bank) {
                keys.push(key(row));
            }
            keys
        })
    };
    let make = move |wanted: &str| {
        let find = |row: &&BankRow| key(row) == wanted;
        let found = seen.pick(|seen| seen.bank.iter().find(find).cloned());
        found.map_or_else(|| el("li"), |found| row(shell, seen, &found))
    };
    // Folded, so that the page ends with the way on and not with a long list.
    let more = of("details", "banking")
        .add(el("summary").add(el("h2").text(EN.asking.bank_title)))
        .add(of("p", "t-2").live_text(lead))
        .add(of("div", "part").live(full))
        .add(own(shell, seen))
        .add(of("ul", "bank").live_list(keys, make));
    of("section", "section").add(more)
}

/// A row is made again when its item comes to have answers, or has them no longer.
fn key(row: &BankRow) -> String {
    [row.id.as_str(), if row.back { " back" } else { "" }].concat()
}

/// The id of the button of a row.
fn element(id: ItemId) -> String {
    ["add-", id.as_str()].concat()
}

fn row(shell: Shell, seen: Asked, row: &BankRow) -> El {
    let (words, label) = if row.back {
        (EN.asking.bring_back, [EN.asking.bring_back, ": ", &row.statement].concat())
    } else {
        (EN.asking.add, (EN.asking.add_name)(&row.statement))
    };
    let class = match row.holder {
        Holder::Organisation => "org",
        Holder::Members => "mem",
        Holder::Both => "both",
    };
    let id = row.id;
    let add = button("button small", words).set("id", &element(id)).set("aria-label", &label).on("click", move |_| {
        let next = untracked(|| {
            seen.with(|seen| {
                let bank = &seen.as_ref()?.bank;
                let at = bank.iter().position(|row| row.id == id)?;
                bank.get(at + 1).or_else(|| bank.get(at.checked_sub(1)?)).map(|row| element(row.id))
            })
        });
        shell.edit(Edit::AddItem(id));
        dom::focus_soon(&[&["#", next.as_deref().unwrap_or(OWN_EXPECTATION)].concat()]);
    });
    let statement = el("b").set("dir", "auto").text(&row.statement);
    el("li").add(glyph(class)).add(el("div").add(statement).add(of("p", "t-2 xs").text(row.help))).add(add)
}

/// The form for an expectation of one's own.
fn own(shell: Shell, seen: Asked) -> El {
    let left = move || seen.with(|seen| seen.as_ref().map_or(0, |seen| seen.own_left));
    let begun = shell.see(|model| model.begun(OWN_EXPECTATION).0.to_owned());
    let holder = Rc::new(Cell::new(Holder::Both));
    let chosen = Rc::clone(&holder);
    let about = Field {
        id: OWN_EXPECTATION.to_owned(),
        label: EN.asking.own_text.to_owned(),
        kind: "text",
        ..Field::default()
    };
    let own = field(
        shell,
        about,
        move || begun.get(),
        move |typed| {
            shell.send(Msg::Begin(OWN_EXPECTATION.to_owned(), typed, ""));
            Ok(())
        },
    );
    let select = of("select", "field")
        .set("id", "own-holder")
        .add(option(Holder::Both.key(), EN.asking.holder_both, Holder::Both.key()))
        .add(option(Holder::Organisation.key(), EN.asking.holder_organisation, ""))
        .add(option(Holder::Members.key(), EN.asking.holder_members, ""))
        .on("change", move |event| chosen.set(Holder::from_key(&typed(&event)).unwrap_or(Holder::Both)));
    let add = submit("button", EN.asking.own_add).live_property("disabled", move || (left() == 0).into());
    of("form", "form card")
        .add(el("h3").text(EN.asking.own_title))
        .add(of("p", "hint").live_text(move || (EN.asking.own_hint)(left())))
        .add(own)
        .add(labelled("own-holder", EN.asking.own_holder, "", select))
        .add(of("p", "actions").add(add))
        .on("submit", move |event| {
            event.prevent_default();
            let new = shell.now(|model| new_own(model, model.begun(OWN_EXPECTATION).0, holder.get()));
            if let Some(edit) = new {
                shell.edit(edit);
            }
        })
}
