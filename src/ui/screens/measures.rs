//! The measures, and the bank to choose from.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::request_animation_frame;

use crate::app::Msg;
use crate::app::view::{self, BankMeasure, MeasureCard, MeasureField, MeasuresView, ShownItem};
use crate::assessment::{Edit, MeasureEdit, PlanEdit};
use crate::browser::dom;
use crate::catalogue::advice::Kind;
use crate::text::EN;
use crate::ui::markup::{El, el, of, typed};
use crate::ui::parts::{Field, button, check, field, labelled, more, numeral, option, sends};
use crate::ui::shell::{Seen, Shell};

/// The measures as they are seen.
type Measured = Seen<Option<MeasuresView>>;

/// Where a measure is read.
#[derive(Clone)]
struct Row {
    shell: Shell,
    seen: Measured,
    id: Rc<str>,
}

impl Row {
    /// Something of it, followed; the default when it has gone.
    fn read<T: Default + 'static>(&self, pick: impl Fn(&MeasureCard) -> T + 'static) -> impl Fn() -> T + 'static {
        let (seen, id) = (self.seen, Rc::clone(&self.id));
        move || {
            let pick = &pick;
            seen.with(|seen| seen.as_ref()?.cards.iter().find(|card| card.id == *id).map(pick)).unwrap_or_default()
        }
    }

    fn edit(&self, change: MeasureEdit) {
        self.shell.edit(Edit::Plan(PlanEdit::Measure(self.id.as_ref().to_owned(), change)));
    }

    fn element(&self, word: &str) -> String {
        ["measure-", &self.id, word].concat()
    }
}

/// The measures, and the bank to choose from.
pub fn measures(shell: Shell) -> El {
    let seen: Measured = shell.see(view::measures);
    let text = &EN.planning;
    let warnings = of("div", "stack2").set("role", "status").live(move || {
        let warnings = seen.pick(|seen| seen.warnings.clone());
        warnings.iter().map(|words| of("p", "notice").text(words)).collect()
    });
    // In the head, since it is always there, so that it is heard when words appear in it.
    let head =
        el("header").add(el("h2").text(text.measures_heading)).add(el("p").text(text.measures_lead)).add(warnings);
    let ids = move || seen.pick(|seen| seen.cards.iter().map(|card| card.id.clone()).collect());
    let none = move || seen.pick(|seen| seen.cards.is_empty());
    let empty = of("p", "t-2").text(text.measures_none).live_set("hidden", move || (!none()).then(String::new));
    // One that is added is to be filled in, so it opens; those that were there stay closed.
    let later = Rc::new(Cell::new(false));
    let fresh = Rc::clone(&later);
    let list = of("ul", "measures").live_list(ids, move |id| card(&Row { shell, seen, id: Rc::from(id) }, fresh.get()));
    later.set(true);
    let own = button("button", text.add_measure);
    let own = own.live_property("disabled", move || full(seen).into()).on("click", move |_| add(shell, ""));
    of("section", "section")
        .set("id", "measures")
        .add(head)
        .add(empty)
        .add(list)
        .add(of("p", "actions").add(own))
        .add(bank(shell, seen))
}

fn full(seen: Measured) -> bool {
    seen.with(|seen| seen.as_ref().is_none_or(|seen| !seen.room))
}

/// Adds a measure and goes to it.
fn add(shell: Shell, code: &str) {
    let Some((edit, id)) = shell.now(|model| view::new_measure(model, code)) else { return };
    shell.edit(edit);
    request_animation_frame(move || {
        dom::focus_in(&["measure-", &id, "-form"].concat());
    });
}

fn card(row: &Row, open: bool) -> El {
    let text = &EN.planning;
    let title = el("h3").set("dir", "auto").live_text(row.read(|card| card.title.clone()));
    let line = of("p", "t-2 xs").live_text(row.read(|card| card.line.clone()));
    let progress = of("p", "xs way-made").live_text(row.read(|card| card.progress.clone()));
    let warning = of("p", "xs lacks").live_text(row.read(|card| card.warning.clone()));
    let name = row.read(|card| (text.take_out_name)(&card.title));
    let out = Msg::Edit(Edit::Plan(PlanEdit::RemoveMeasure(row.id.as_ref().to_owned())));
    let out = sends(row.shell, "button small", text.take_out, out).live_set("aria-label", move || Some(name()));
    let named = of("span", "visually-hidden").text(": ").live_text(row.read(|card| card.title.clone()));
    let summary = el("summary").text(text.fields).add(named);
    let details = of("details", "more").add(summary).add(fields(row));
    let details = if open { details.set("open", "") } else { details };
    of("li", "card measure")
        .set("id", &row.element(""))
        .add(el("header").add(of("div", "stack1").add(title).add(line).add(progress).add(warning)).add(out))
        .add(details)
}

fn fields(row: &Row) -> El {
    let mut form = of("div", "form measure-form").set("id", &row.element("-form"));
    for which in MeasureField::ALL {
        let entry = entry(row, which);
        // Unit and numbers stand in one line.
        form = form.add(if which == MeasureField::Name { entry.class("entry wide") } else { entry });
    }
    form.add(kinds(row)).add(shows(row)).add(about(row))
}

fn entry(row: &Row, which: MeasureField) -> El {
    let (word, label, hint, kind) = which.words();
    let id = row.element(&["-", word].concat());
    let about = Field { id, label: label.to_owned(), hint: hint.to_owned(), kind, ..Field::default() };
    let to = row.clone();
    field(row.shell, about, row.read(move |card| which.value(card)), move |typed| {
        to.edit(which.read(&typed)?);
        Ok(())
    })
}

/// Whether it looks ahead.
fn kinds(row: &Row) -> El {
    let text = &EN.planning;
    let id = row.element("-kind");
    let chosen = row.read(|card| card.kind.map_or("", Kind::key).to_owned());
    let to = row.clone();
    let select = of("select", "field")
        .set("id", &id)
        .add(option("", text.kind_unknown, ""))
        .add(option(Kind::Leading.key(), text.kind_leading, ""))
        .add(option(Kind::Lagging.key(), text.kind_lagging, ""))
        .live_property("value", move || chosen().into())
        .on("change", move |event| to.edit(MeasureEdit::Kind(Kind::from_key(&typed(&event)))));
    labelled(&id, text.measure_kind, "", select).class("entry span")
}

/// The expectations it shows.
fn shows(row: &Row) -> El {
    let ids = row.read(|card| card.items.iter().map(|item| item.id.to_string()).collect::<Vec<_>>());
    let one = row.clone();
    let list = of("div", "shows").live_list(ids, move |id| shown(&one, id));
    let legend = of("legend", "label").live_text(row.read(|card| card.shows.clone()));
    of("fieldset", "wide").add(legend).add(list)
}

fn shown(row: &Row, id: &str) -> El {
    let find = {
        let id = id.to_owned();
        move |card: &MeasureCard| card.items.iter().find(|item| item.id.as_str() == id).cloned()
    };
    let Some(ShownItem { id: item, number, spot, label, .. }) = row.read(find.clone())() else { return el("span") };
    let on = row.read(move |card| find(card).is_some_and(|item| item.shown));
    let to = row.clone();
    let words = el("span").add(numeral(number, spot)).text(" ").text(&label);
    check(words, on, move |on| to.edit(MeasureEdit::Shows(item, on)))
}

/// How to count it and what it decides, for one of the bank.
fn about(row: &Row) -> El {
    let text = &EN.planning;
    let Some((how, decision)) = row.read(|card| card.about)() else { return of("span", "part") };
    of("dl", "about xs wide")
        .add(el("dt").text(text.how))
        .add(el("dd").text(how))
        .add(el("dt").text(text.decision))
        .add(el("dd").text(decision))
}

/// The indicators to choose from: those that fit, and behind them all others.
fn bank(shell: Shell, seen: Measured) -> El {
    let text = &EN.planning;
    let rows = move |pick: fn(&MeasuresView) -> &Vec<BankMeasure>| {
        of("ul", "bank-list").live(move || {
            let rows = seen.pick(|seen| pick(seen).clone());
            rows.iter().map(|one| indicator(shell, seen, one)).collect()
        })
    };
    let none = move || seen.pick(|seen| seen.fitting.is_empty());
    let all = of("p", "t-2 xs").text(text.bank_none).live_set("hidden", move || (!none()).then(String::new));
    let rest = more(text.bank_rest).add(rows(|seen| &seen.rest));
    of("details", "more bank")
        .add(el("summary").text(text.bank))
        .add(of("p", "label").text(text.bank_fits))
        .add(all)
        .add(rows(|seen| &seen.fitting))
        .add(rest)
}

fn indicator(shell: Shell, seen: Measured, one: &BankMeasure) -> El {
    let text = &EN.planning;
    let code = one.code;
    let add = button("button small", text.add)
        .set("aria-label", &(text.add_name)(one.name))
        .live_property("disabled", move || full(seen).into())
        .on("click", move |_| add(shell, code));
    let words = of("div", "stack1")
        .add(el("p").add(el("b").text(one.name)))
        .add(of("p", "t-2 xs").text(&one.line))
        .add(of("p", "xs").text(one.decision));
    el("li").add(words).add(add)
}
