//! Every expectation in steps, counted outwards from the middle: the same numbers as the picture.

use leptos::prelude::{Set, With};
use wasm_bindgen::JsCast;

use super::bars::steps_of;
use crate::app::view::{EveryGroup, EveryRow, EveryView};
use crate::catalogue::{PerSide, Side};
use crate::chart::Region;
use crate::text::{EN, numbers};
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{detail, glyph, numeral, spot_class};
use crate::ui::shell::Shell;

/// The table of every expectation.
pub fn every(shell: Shell, view: &EveryView) -> El {
    let mut body = el("tbody");
    let asked = view.asks_delivered;
    for group in &view.groups {
        body = body.add(head_of(group, asked));
        for one in &group.rows {
            body = body.add(row(shell, one, group.spot, asked));
        }
    }
    of("table", "terms")
        .add(of("caption", "visually-hidden").text(EN.results.every_title))
        .add(el("thead").add(head(asked)))
        .add(body)
        .maybe(view.sums.as_ref().map(|sums| foot(view, sums)))
}

fn hidden(words: &str) -> El {
    of("span", "visually-hidden").text(words)
}

fn head(asked: bool) -> El {
    let text = &EN.results;
    let column = |class: &str| {
        let column = el("th").set("scope", "col");
        if class.is_empty() { column } else { column.class(class) }
    };
    el("tr")
        .add(column("e").add(glyph("org")).text(EN.frame.organisation))
        .add(column("c").add(hidden(text.every_number)))
        .add(column("").text(EN.frame.members).add(glyph("mem")))
        .maybe(asked.then(|| column("pph").text(text.every_delivered)))
        .add(column("").add(hidden(text.every_expectation)))
}

fn foot(view: &EveryView, sums: &PerSide<String>) -> El {
    let sum = of("td", "sum")
        .set("colspan", if view.asks_delivered { "2" } else { "1" })
        .text(&view.sum)
        .text(": ")
        .add(el("strong").text(&view.division));
    let row = el("tr")
        .add(of("td", "bf e t-org").add(el("b").text(&sums.organisation)))
        .add(of("td", "c"))
        .add(of("td", "bf t-mem").add(el("b").text(&sums.members)))
        .add(sum);
    el("tfoot").add(row)
}

fn head_of(group: &EveryGroup, asked: bool) -> El {
    let head = el("th").set("colspan", if asked { "5" } else { "4" }).set("scope", "colgroup");
    of("tr", "gr").add(named(head, group))
}

/// A heading with the sign of a group, its name, and how many are in it.
pub fn named(head: El, group: &EveryGroup) -> El {
    let class = match group.spot {
        Region::Open => "none",
        spot => spot_class(spot),
    };
    let count = of("span", "t-2").text(&group.rows.len().to_string());
    head.add(glyph(class)).text(group.name).text(" ").add(count)
}

fn row(shell: Shell, row: &EveryRow, spot: Region, asked: bool) -> El {
    let pointed = shell.pointed;
    let (key, own) = (row.drawn.key.clone(), row.drawn.key.clone());
    let delivered = match row.drawn.delivered {
        Some(halves) => (EN.results.every_delivered_cell)(&numbers::steps(f64::from(halves) / 2.0)),
        None => EN.results.every_unknown.to_owned(),
    };
    let note = (!row.note.is_empty()).then(|| of("span", "t-2 xs note-of").set("dir", "auto").text(&row.note));
    let steps = el("span").set("aria-hidden", "true").all(steps_of(row.drawn.delivered, "on"));
    el("tr")
        .set("data-item", &row.drawn.key)
        .live_class("is", move || pointed.with(|pointed| pointed.as_deref() == Some(own.as_str())))
        .on("pointerenter", move |_| pointed.set(Some(key.clone())))
        .on("pointerleave", move |_| pointed.set(None))
        .add(cell(row, Side::Organisation))
        .add(of("td", "c").add(numeral(row.drawn.number, spot)))
        .add(cell(row, Side::Members))
        .maybe(asked.then(|| of("td", "pp").add(steps).add(hidden(&delivered))))
        .add(el("th").set("scope", "row").add(closer(shell, row)).maybe(note))
}

/// The statement, which opens to what a step more or less would move.
fn closer(shell: Shell, row: &EveryRow) -> El {
    let key = row.drawn.key.clone();
    let button = of("button", "link closer").set("type", "button").set("aria-haspopup", "dialog").set("dir", "auto");
    button.text(&row.drawn.statement).on("click", move |event| {
        if let Some(beside) = event.current_target().and_then(|target| target.dyn_into().ok()) {
            detail::open(shell, key.clone(), beside);
        }
    })
}

/// The importance to one side.
fn cell(row: &EveryRow, side: Side) -> El {
    let class = if side == Side::Organisation { "l" } else { "r" };
    let [organisation, members] = row.drawn.importance;
    let half = half(organisation, members, side);
    of("td", "bf")
        .add(of("span", class).set("aria-hidden", "true").all(half))
        .add(hidden(row.importance_words.get(side)))
}

/// The four segments of one side: what both give is shared, the rest is that side's alone.
fn half(organisation: Option<u8>, members: Option<u8>, side: Side) -> Vec<El> {
    let (own, other, alone, beside) = match side {
        Side::Organisation => (organisation, members, "so", "sh half-so"),
        Side::Members => (members, organisation, "sm", "sh half-sm"),
    };
    let Some(own) = own else { return steps_of(None, "") };
    // Nothing is shared with what is not known.
    let shared = other.map_or(0, |other| own.min(other));
    let mut segments = Vec::new();
    for step in 0_u8..4 {
        let (from, to) = (2 * step, 2 * step + 2);
        let full = |level: u8| level >= to;
        let part = |level: u8| level > from && level < to;
        segments.push(if full(shared) {
            of("i", "sh")
        } else if part(shared) && full(own) {
            of("i", beside)
        } else if part(shared) {
            of("i", "sh half")
        } else if full(own) {
            of("i", alone)
        } else if part(own) {
            of("i", &format!("{alone} half"))
        } else {
            el("i")
        });
    }
    segments
}
