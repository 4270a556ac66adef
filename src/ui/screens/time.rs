//! Over time: how it went, what has changed, snapshots and rounds.

use super::changes::changes;
use super::snapshots::{snapshots, taking};
use crate::app::view::{self, TimeView, TrendRow, TrendView};
use crate::chart::{self, Room};
use crate::text::EN;
use crate::ui::markup::{El, el, of, part, svg};
use crate::ui::parts::{more, page, section, table};
use crate::ui::shell::{Seen, Shell};

/// How a community goes over time.
pub fn time(shell: Shell) -> El {
    let seen = shell.see(view::time);
    let title = move || seen.pick(|seen| seen.title.clone());
    let lead = move || seen.pick(|seen| seen.lead.clone());
    let hero = of("header", "hero")
        .add(of("p", "k").text(EN.frame.time))
        .add(el("h1").live_text(title))
        .add(of("p", "lead").live_text(lead));
    page("main time")
        .add(hero)
        .add(trends(shell))
        .add(changes(shell))
        .add(taking(shell, seen))
        .add(snapshots(shell, seen))
        .add(beside(seen))
}

/// The way to put it beside another community.
fn beside(seen: Seen<Option<TimeView>>) -> El {
    let text = &EN.compare;
    let address = move || seen.with(|seen| seen.as_ref().map(|seen| seen.beside.clone()));
    let link = of("a", "button").live_set("href", address).text(text.beside);
    section(text.beside_title, text.beside_lead).set("id", "beside").add(of("p", "actions").add(link))
}

/// The charts and their numbers; nothing before the first snapshot.
fn trends(shell: Shell) -> El {
    let seen = shell.see(view::trends);
    part(move || seen.with(|seen| seen.as_ref().map(trend_section).into_iter().collect()))
}

fn trend_section(seen: &TrendView) -> El {
    let numbers = more(EN.time.numbers).add(trend_table(seen));
    section(EN.time.trend_title, EN.time.trend_lead).set("id", "trend").add(trend_charts(seen)).add(numbers)
}

/// The charts; the container shows those that fit.
pub(super) fn trend_charts(seen: &TrendView) -> El {
    let charts = [Room::Wide, Room::Narrow].map(|room| svg(&chart::trend(&seen.trend, room).to_svg()));
    el("figure").all(charts.into())
}

/// The numbers behind the charts.
pub(super) fn trend_table(seen: &TrendView) -> El {
    let mut head = el("tr");
    for words in view::TREND_COLUMNS {
        head = head.add(el("th").set("scope", "col").text(words));
    }
    table("table fits", &seen.caption, head, seen.rows.iter().map(row).collect())
}

fn row(row: &TrendRow) -> El {
    let note = (!row.note.is_empty()).then(|| of("span", "aside t-2 xs").text(row.note));
    let mut made = el("tr").add(el("th").set("scope", "row").set("dir", "auto").text(&row.name).maybe(note));
    for (cell, column) in row.cells.iter().zip(view::TREND_COLUMNS.into_iter().skip(1)) {
        made = made.add(el("td").set("data-of", column).text(cell));
    }
    made
}
