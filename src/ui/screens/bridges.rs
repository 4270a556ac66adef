//! Bridges: how what one side alone wants could become something that both want; offered ones, and their own.

use leptos::prelude::{Get, Set, request_animation_frame};

use super::folding::{fold, foldable};
use crate::app::view::{self, BridgeCard, BridgesView, End, OwnBridge};
use crate::assessment::Edit;
use crate::browser::dom;
use crate::catalogue::ItemId;
use crate::text::EN;
use crate::ui::markup::{El, el, of, part};
use crate::ui::parts::{Field, button, check, field, numeral};
use crate::ui::shell::{Seen, Shell};

/// The heading of the section, which takes the focus when a button in it goes.
const TITLE: &str = "bridges-title";

/// Bridges as they are seen.
type Bridged = Seen<Option<BridgesView>>;

/// Under the picture: whether bridges are shown in it. Absent where none is there, and where the picture has no room.
pub fn switch(shell: Shell) -> El {
    let seen: Bridged = shell.see(view::bridges_of);
    let none = move || seen.with(|seen| seen.as_ref().is_none_or(|seen| seen.moving.is_empty()));
    let words = el("span").text(EN.change.bridge_show);
    check(words, move || shell.bridging.get(), move |on| shell.bridging.set(on))
        .class("check bridging")
        .live_set("hidden", move || none().then(String::new))
        .add(of("span", "hint").text(EN.change.bridge_show_hint))
}

/// The bridges in words. The section stands as long as there is something to bridge, so that writing in it goes on.
pub fn bridges(shell: Shell) -> El {
    let seen: Bridged = shell.see(view::bridges_of);
    let there = move || if seen.with(Option::is_some) { vec!["bridges".to_owned()] } else { Vec::new() };
    of("div", "part").live_list(there, move |_| body(shell, seen))
}

fn body(shell: Shell, seen: Bridged) -> El {
    let lead = move || seen.pick(|seen| seen.lead.clone());
    let header = el("header")
        .add(el("h2").set("id", TITLE).set("tabindex", "-1").text(EN.change.bridges_title))
        .add(fold(shell, "bridges", TITLE))
        .add(el("p").live_text(lead));
    let cards = of("ul", "bridges").live(move || {
        let Some(seen) = seen.get() else { return Vec::new() };
        seen.cards.iter().map(|one| card(shell, one, seen.editable)).collect()
    });
    let editable = seen.now().is_some_and(|seen| seen.editable);
    foldable(shell, "bridges").add(header).add(cards).maybe(editable.then(|| own(shell, seen)))
}

fn card(shell: Shell, card: &BridgeCard, editable: bool) -> El {
    let ends = of("h3", "ends").add(end(&card.from)).text(" ").add(of("small", "t-2").text(EN.change.bridge_joins));
    let ends = ends.text(" ").add(end(&card.to));
    let name = [&card.from.label, " – ", &card.to.label].concat();
    let plan = editable.then(|| into_plan(shell, card.planned, (&card.action, card.advice), &name, TITLE));
    of("li", "card bridge-card")
        .add(ends)
        .add(el("p").text(card.how))
        .add(of("p", "t-2 xs").text(EN.change.bridge_source))
        .maybe(plan)
}

fn end(end: &End) -> El {
    of("span", "end").add(numeral(end.number, end.spot)).add(el("span").set("dir", "auto").text(&end.label))
}

fn field_id(item: ItemId) -> String {
    ["bridge-", item.as_str()].concat()
}

/// A button that puts a bridge into the plan, or that it is there. What takes the focus then is named by `next`.
fn into_plan(shell: Shell, planned: bool, (action, advice): (&str, Option<u16>), name: &str, next: &str) -> El {
    let text = &EN.change;
    if planned {
        return of("p", "t-2 xs").set("role", "status").text(text.bridge_planned);
    }
    let (action, next) = (action.to_owned(), next.to_owned());
    let button = button("button small", text.bridge_into_plan)
        .set("aria-label", &(text.bridge_into_plan_name)(name))
        .on("click", move |_| {
            if let Some(edit) = shell.now(|model| view::plan_bridge(model, &action, advice)) {
                shell.edit(edit);
            }
            let next = next.clone();
            request_animation_frame(move || dom::focus_on(&next));
        });
    of("p", "actions").add(button)
}

/// A field for each expectation of one side, folded.
fn own(shell: Shell, seen: Bridged) -> El {
    let title = move || seen.pick(|seen| seen.own_title.clone());
    let keys = move || {
        let own = seen.get().map(|seen| seen.own).unwrap_or_default();
        own.iter().map(|own| own.item.as_str().to_owned()).collect()
    };
    let list = of("ul", "own-bridges").live_list(keys, move |key| one(shell, seen, key));
    of("details", "more")
        .add(el("summary").live_text(title))
        .add(of("p", "hint").text(EN.change.bridge_own_hint))
        .add(list)
}

fn one(shell: Shell, seen: Bridged, key: &str) -> El {
    let key = key.to_owned();
    let read = move || seen.with(|seen| seen.as_ref()?.own.iter().find(|own| own.item.as_str() == key).cloned());
    let Some(first) = read() else { return el("li") };
    let item = first.item;
    let about = Field {
        id: field_id(item),
        label: (EN.change.bridge_own_label)(first.end.number, &first.end.label),
        kind: "textarea",
        ..Field::default()
    };
    let (value, blank, planned) = (read.clone(), read.clone(), read);
    let words = move || value().map(|own: OwnBridge| own.text).unwrap_or_default();
    let written = field(shell, about, words, move |typed| {
        shell.edit(Edit::Bridge(item, typed));
        Ok(())
    });
    let plan = part(move || {
        let Some(own) = planned().filter(|own| !own.action.is_empty()) else { return Vec::new() };
        vec![into_plan(shell, own.planned, (&own.action, None), &own.end.label, &field_id(item))]
    });
    el("li").live_class("blank", move || blank().is_none_or(|own| own.action.is_empty())).add(written).add(plan)
}
