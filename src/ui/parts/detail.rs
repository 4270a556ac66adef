//! One expectation, looked at closely: one popover for the whole page, in which a step more or less can be tried.

use leptos::prelude::*;
use web_sys::Element;

use super::floating::{self, floating};
use super::{button, glyph, numeral, whose};
use crate::app::view::{self, DetailView, LeverRow, StepView};
use crate::catalogue::Side;
use crate::text::{EN, numbers};
use crate::ui::markup::{El, el, of};
use crate::ui::shell::Shell;

const ID: &str = "detail";

/// The step that is tried: of which lever, and which of its steps.
type Tried = RwSignal<Option<(usize, usize)>>;

/// Opens the popover about an item, beside it, and gives it focus.
pub fn open(shell: Shell, key: String, beside: Element) {
    shell.detail.set(Some(key));
    floating::open(ID, beside);
}

/// The popover.
pub fn detail(shell: Shell) -> El {
    let seen = move || {
        let key = shell.detail.get()?;
        shell.now(|model| view::detail(model, &key))
    };
    floating("why detail", ID).live(move || seen().map(|seen| body(&seen)).unwrap_or_default())
}

fn body(seen: &DetailView) -> Vec<El> {
    let close_it = button("button small", EN.frame.close).on("click", |_| floating::close(ID));
    let title = el("h3")
        .set("id", "detail-title")
        .add(numeral(seen.number, seen.spot))
        .add(el("span").set("dir", "auto").text(&seen.statement));
    let mut parts = vec![
        of("div", "detail-head").add(title).add(close_it),
        el("p").add(glyph("org")).add(whose(Side::Organisation)).text(&seen.lines.organisation),
        el("p").add(glyph("mem")).add(whose(Side::Members)).text(&seen.lines.members),
    ];
    parts.extend(beside(seen));
    parts.push(el("h4").text(EN.change.if_title));
    if seen.levers.is_empty() {
        parts.push(of("p", "t-2").text(EN.change.if_none));
        return parts;
    }
    parts.push(of("p", "t-2").text(EN.change.if_lead));
    let tried: Tried = RwSignal::new(None);
    let mut levers = of("ul", "levers");
    for (at, row) in seen.levers.iter().enumerate() {
        levers = levers.add(lever(row, at, tried));
    }
    parts.push(levers);
    parts.extend(outcome(seen, tried));
    parts
}

/// The note and what shows it.
fn beside(seen: &DetailView) -> Vec<El> {
    let mut parts = Vec::new();
    if !seen.note.is_empty() {
        parts.push(el("p").set("dir", "auto").add(el("b").text(EN.change.detail_note)).text(": ").text(&seen.note));
    }
    let mut list = el("ul");
    let mut some = false;
    for row in &seen.evidence {
        let line = row.line();
        if line.is_empty() {
            continue;
        }
        some = true;
        let item = el("li").set("dir", "auto");
        list = list.add(match &row.opens {
            Some(address) => item.add(
                el("a").set("href", address).set("target", "_blank").set("rel", "noopener noreferrer").text(&line),
            ),
            None => item.text(&line),
        });
    }
    if some {
        parts.push(el("p").add(el("b").text(EN.change.detail_evidence)));
        parts.push(list);
    }
    parts
}

/// What can be a step higher or lower, with a button for each step.
fn lever(row: &LeverRow, at: usize, tried: Tried) -> El {
    let mut buttons = of("span", "actions");
    for (which, step) in row.steps.iter().enumerate() {
        let here = move || tried.get() == Some((at, which));
        let toggle = move |_| tried.update(|now| *now = (*now != Some((at, which))).then_some((at, which)));
        let button = button("button small", step.short)
            .set("aria-label", &step.name)
            .live_set("aria-pressed", move || Some(here().to_string()))
            .on("click", toggle);
        buttons = buttons.add(button);
    }
    el("li").add(el("span").text(&row.label).add(of("small", "t-2").text(&row.now))).add(buttons)
}

/// The figures of today, and beside them those of the step that is tried.
fn outcome(seen: &DetailView, tried: Tried) -> [El; 2] {
    let steps: Vec<Vec<StepView>> = seen.levers.iter().map(|row| row.steps.clone()).collect();
    let step = StoredValue::new(steps);
    let find = move |(at, which): (usize, usize)| {
        step.with_value(|steps| steps.get(at).and_then(|steps| steps.get(which)).cloned())
    };
    let said = move || tried.get().and_then(find).map_or_else(|| EN.change.if_choose.to_owned(), |step| step.said);
    let mut rows = el("tbody");
    for (at, (label, today)) in seen.today.iter().enumerate() {
        let then = move || match tried.get().and_then(find) {
            None => numbers::NONE.to_owned(),
            Some(step) => step.then.get(at).cloned().flatten().unwrap_or_else(|| EN.change.if_same.to_owned()),
        };
        let moved =
            move || tried.get().and_then(find).is_some_and(|step| step.then.get(at).is_some_and(Option::is_some));
        rows = rows.add(
            el("tr")
                .add(el("th").set("scope", "row").text(label))
                .add(el("td").text(today))
                .add(el("td").live_class("moved", moved).live_text(then)),
        );
    }
    let column = |words: &str| el("th").set("scope", "col").text(words);
    let head = el("tr").add(column(EN.change.if_figure)).add(column(EN.change.if_today)).add(column(EN.change.if_then));
    [of("p", "said").set("role", "status").live_text(said), of("table", "table").add(el("thead").add(head)).add(rows)]
}
