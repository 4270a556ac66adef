//! Bringing replies in: a heap of text, what is in it, and the replies that are here.

use leptos::prelude::{Get, RwSignal, Set};

use super::heap::{FIELD, heap};
use crate::app::Msg;
use crate::app::view::{self, FoundLine, FoundView, ReplyRow};
use crate::assessment::Edit;
use crate::browser::dom;
use crate::chart::{self, MarkKind};
use crate::text::EN;
use crate::ui::markup::{El, el, of, svg};
use crate::ui::parts::{button, glyph, section, sends, side_class};
use crate::ui::shell::Shell;

/// The box for text with replies in it, beside what was found.
pub fn collecting(shell: Shell) -> El {
    let seen = shell.see(view::found);
    let found = of("div", "found")
        .set("id", "found")
        .set("role", "status")
        .live(move || seen.pick(|found| findings(shell, found)));
    section(EN.inviting.collect, EN.inviting.collect_lead)
        .set("id", "collect")
        .add(of("div", "paste").add(heap(shell)).add(found))
}

/// What was found, and the button that adds it.
fn findings(shell: Shell, found: &FoundView) -> Vec<El> {
    let mut parts = vec![of("ul", "found-list").all(found.lines.iter().map(line).collect())];
    if let Some(words) = &found.add {
        let add = sends(shell, "button first", words, Msg::AddFound).on("click", |_| dom::focus_on(FIELD));
        parts.push(of("p", "actions").add(add));
    }
    if let Some(id) = found.here.clone() {
        let out = button("button", EN.inviting.take_out_here);
        let out = out.on("click", move |_| shell.edit(Edit::TakeOutReply(id.clone())));
        parts.push(of("p", "actions").add(out));
    }
    parts
}

fn line(line: &FoundLine) -> El {
    let kind = if line.good { MarkKind::Yes } else { MarkKind::No };
    let rest = match &line.to {
        Some(address) => el("a").set("href", address).text(&line.rest),
        None => el("span").text(&line.rest),
    };
    let words = el("span").add(el("b").text(&line.what)).text(if line.good { ", " } else { ": " }).add(rest);
    el("li").add(svg(&chart::mark(kind).to_svg())).add(words)
}

/// The replies that are here: who sent which, not what they answered. They may be thousands, so that they are made only
/// once somebody looks.
pub fn replies(shell: Shell) -> El {
    let seen = shell.see(view::replies);
    let count = move || seen.with(Vec::len);
    let open = RwSignal::new(false);
    let rows = move || {
        if open.get() {
            seen.with(|rows| rows.iter().zip(1..).map(|(row, at)| one(shell, row, at)).collect())
        } else {
            Vec::new()
        }
    };
    let details = of("details", "more")
        .add(el("summary").live_text(move || (EN.inviting.list)(count())))
        .add(of("p", "t-2 xs").text(EN.inviting.list_hint))
        .add(of("ul", "replies").live(rows));
    let shown = details.clone();
    let details = details.on("toggle", move |_| open.set(shown.node().has_attribute("open")));
    of("section", "section").live_set("hidden", move || (count() == 0).then(String::new)).add(details)
}

fn one(shell: Shell, row: &ReplyRow, at: usize) -> El {
    let name = [&row.who, ", ", &row.when].concat();
    let here = [".replies > :nth-child(", &at.to_string(), ") button"].concat();
    let out = Msg::Edit(Edit::TakeOutReply(row.id.clone()));
    let out = sends(shell, "button small", EN.inviting.take_out, out)
        .set("aria-label", &(EN.inviting.take_out_name)(&name))
        .on("click", move |_| dom::focus_soon(&[&here, ".replies > :last-child button", "#heap"]));
    el("li")
        .add(glyph(side_class(row.side)))
        .add(el("span").set("dir", "auto").text(&row.who))
        .add(of("span", "t-2 xs").text(&row.when))
        .add(out)
}
