//! The plan: what is to be done, what is done, and the next review.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::request_animation_frame;

use crate::app::view::{self, ActionField, ActionRow, PlanView};
use crate::app::{Msg, OWN_ACTION};
use crate::assessment::{ActionEdit, ActionStatus, Edit, PlanEdit};
use crate::browser::dom;
use crate::text::EN;
use crate::ui::markup::{El, el, of, part, typed};
use crate::ui::parts::{Field, button, field, labelled, page, submit};
use crate::ui::shell::{Seen, Shell};

use super::handouts::calendar_ways;

/// The plan as it is seen.
type Planned = Seen<Option<PlanView>>;

/// The heading of what is to be done, which takes the focus when an action leaves the list.
const OPEN: &str = "plan-open";

/// Where an action is read.
#[derive(Clone)]
struct Row {
    shell: Shell,
    seen: Planned,
    id: Rc<str>,
}

impl Row {
    /// Something of it, followed; the default when it has gone.
    fn read<T: Default + 'static>(&self, pick: impl Fn(&ActionRow) -> T + 'static) -> impl Fn() -> T + 'static {
        let (seen, id) = (self.seen, Rc::clone(&self.id));
        move || {
            let pick = &pick;
            let find = |seen: &PlanView| seen.open.iter().chain(&seen.closed).find(|row| row.id == *id).map(pick);
            seen.pick(find).unwrap_or_default()
        }
    }

    fn edit(&self, change: ActionEdit) {
        self.shell.edit(Edit::Plan(PlanEdit::Action(self.id.as_ref().to_owned(), change)));
    }

    /// A button that puts it into another state, and the focus on the heading of the list.
    fn button(&self, words: &str, name: fn(&str) -> String, status: ActionStatus) -> El {
        let named = self.read(move |row| name(&row.title));
        let to = self.clone();
        button("button small", words).live_set("aria-label", move || Some(named())).on("click", move |_| {
            to.edit(ActionEdit::Status(status));
            to_heading();
        })
    }

    fn take_out(&self) -> El {
        let named = self.read(|row| (EN.planning.take_out_name)(&row.title));
        let (shell, id) = (self.shell, Rc::clone(&self.id));
        button("button small", EN.planning.take_out).live_set("aria-label", move || Some(named())).on(
            "click",
            move |_| {
                shell.edit(Edit::Plan(PlanEdit::RemoveAction(id.as_ref().to_owned())));
                to_heading();
            },
        )
    }
}

/// What had the focus has left the list.
fn to_heading() {
    request_animation_frame(|| dom::focus_on(OPEN));
}

/// What is to be done, by whom and when.
pub fn plan(shell: Shell) -> El {
    let seen: Planned = shell.see(view::plan);
    let text = &EN.planning;
    let lead = move || seen.pick(|seen| seen.lead.clone());
    let link = part(move || {
        let results = seen.pick(|seen| seen.results.clone());
        let link = |address: &str| of("a", "button").set("href", address).text(text.plan_to_results);
        results.map(|address| vec![of("p", "actions").add(link(&address))]).unwrap_or_default()
    });
    let intro = of("header", "intro").add(el("h1").text(text.plan_title)).add(el("p").live_text(lead)).add(link);
    page("main planned").add(intro).add(open(shell, seen)).add(closed(shell, seen)).add(review(shell, seen))
}

fn open(shell: Shell, seen: Planned) -> El {
    let ids = move || ids(seen, |seen| &seen.open);
    // One that is added is to be given to somebody by a day, so it opens; those that were there stay closed.
    let later = Rc::new(Cell::new(false));
    let fresh = Rc::clone(&later);
    let make = move |id: &str| action(&Row { shell, seen, id: Rc::from(id) }, fresh.get());
    let list = of("ol", "deeds").live_list(ids, make);
    later.set(true);
    let head = el("header").add(el("h2").set("id", OPEN).set("tabindex", "-1").text(EN.planning.plan_open));
    of("section", "section").add(head).add(list).add(own(shell))
}

fn ids(seen: Planned, pick: fn(&PlanView) -> &Vec<ActionRow>) -> Vec<String> {
    seen.pick(|seen| pick(seen).iter().map(|row| row.id.clone()).collect())
}

/// An action that is to be done, in words; how it can be changed is folded.
fn action(row: &Row, open: bool) -> El {
    let text = &EN.planning;
    let late = row.read(|row| row.overdue);
    let tag = of("b", "late").text(text.overdue).live_set("hidden", move || (!late()).then(String::new));
    let state = of("p", "xs t-2").add(tag).add(el("span").live_text(row.read(|row| row.line.clone())));
    let title = of("h3", "deed-text").set("dir", "auto").live_text(row.read(|row| row.title.clone()));
    let mut form = of("div", "deed-form");
    for which in ActionField::ALL {
        form = form.add(entry(row, which));
    }
    let away = of("div", "actions")
        .add(row.button(text.action_drop, text.action_drop_name, ActionStatus::Dropped))
        .add(row.take_out());
    let named = of("span", "visually-hidden").text(": ").live_text(row.read(|row| row.title.clone()));
    let change = of("details", "more").add(el("summary").text(text.action_change).add(named));
    let change = if open { change.set("open", "") } else { change };
    let change = change.add(form).add(of("p", "hint").text(text.action_away)).add(away);
    let done = row.button(text.action_done, text.action_done_name, ActionStatus::Done);
    of("li", "card deed")
        .set("id", &["action-", &row.id].concat())
        .add(of("div", "stack1").add(title).add(state))
        .maybe(about(row))
        .add(change)
        .add(of("p", "actions").add(done))
}

fn entry(row: &Row, which: ActionField) -> El {
    let (word, label, kind) = which.words();
    let id = ["action-", &row.id, "-", word].concat();
    let hint = if which == ActionField::Owner { row.read(|row| row.who.clone())() } else { String::new() };
    let about = Field { id, label: label.to_owned(), hint, kind, ..Field::default() };
    let to = row.clone();
    field(row.shell, about, row.read(move |row| which.value(row)), move |typed| {
        to.edit(which.read(&typed)?);
        Ok(())
    })
}

/// How to begin and why it helps, for one of the catalogue.
fn about(row: &Row) -> Option<El> {
    let (how, why) = row.read(|row| row.about)()?;
    let summary = el("summary").text(EN.planning.action_about);
    Some(of("details", "more").add(summary).add(el("p").text(how)).add(of("p", "t-2").text(why)))
}

/// What is done, dropped or not for us, folded.
fn closed(shell: Shell, seen: Planned) -> El {
    let none = move || seen.with(|seen| seen.as_ref().is_none_or(|seen| seen.closed.is_empty()));
    let title = move || seen.pick(|seen| seen.closed_title.clone());
    let ids = move || ids(seen, |seen| &seen.closed);
    let list = of("ul", "closed").live_list(ids, move |id| past(&Row { shell, seen, id: Rc::from(id) }));
    of("details", "more")
        .live_set("hidden", move || none().then(String::new))
        .add(el("summary").live_text(title))
        .add(list)
}

fn past(row: &Row) -> El {
    let text = &EN.planning;
    let words = of("div", "stack1")
        .add(el("p").set("dir", "auto").live_text(row.read(|row| row.title.clone())))
        .add(of("p", "t-2 xs").live_text(row.read(|row| row.line.clone())));
    // What was never planned cannot be opened again.
    let (back, name) = if row.read(|row| row.aside)() {
        (EN.next.into_plan, EN.next.into_plan_name)
    } else {
        (text.action_open, text.action_open_name)
    };
    let buttons = of("div", "actions").add(row.button(back, name, ActionStatus::Open)).add(row.take_out());
    el("li").add(words).add(buttons)
}

/// One of their own.
fn own(shell: Shell) -> El {
    let text = &EN.planning;
    let begun = shell.see(|model| model.begun(OWN_ACTION).0.to_owned());
    let input = of("input", "field")
        .set("id", OWN_ACTION)
        .set("type", "text")
        .live_property("value", move || begun.get().into())
        .on("input", move |event| shell.send(Msg::Begin(OWN_ACTION.to_owned(), typed(&event), "")))
        .set("dir", "auto")
        .set("autocomplete", "off")
        .set("aria-describedby", "own-action-hint");
    let go = submit("button", text.own_action_add);
    let row = of("div", "linkrow").add(input).add(go);
    let entry = labelled(OWN_ACTION, text.own_action, text.own_action_hint, row);
    of("form", "form own-deed").add(entry).on("submit", move |event| {
        event.prevent_default();
        if let Some((edit, _)) = shell.now(|model| view::own_action(model, model.begun(OWN_ACTION).0)) {
            shell.edit(edit);
        }
    })
}

/// The next review.
fn review(shell: Shell, seen: Planned) -> El {
    let text = &EN.planning;
    let about = Field {
        id: "plan-review".to_owned(),
        label: text.review.to_owned(),
        hint: text.review_hint.to_owned(),
        kind: "date",
        ..Field::default()
    };
    let value = move || seen.pick(|seen| seen.review.clone());
    let note = move || seen.pick(|seen| seen.review_note.clone());
    let day = field(shell, about, value, move |typed| {
        shell.edit(view::plan_review(&typed)?);
        Ok(())
    });
    of("section", "section")
        .add(el("header").add(el("h2").text(text.review_heading)).add(el("p").live_text(note)))
        .add(of("div", "form").add(day))
        .add(calendar_ways(shell))
}
