//! Many communities side by side: a map, a table.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::{Get, RwSignal, Set, request_animation_frame};

use super::looking::looking;
use crate::app::Msg;
use crate::app::view::{self, Column, Order, PortfolioRow, PortfolioView, Sorting, found_rows};
use crate::chart::{self, Room};
use crate::text::EN;
use crate::ui::markup::{El, Shared, el, follow, of, part, typed, untracked};
use crate::ui::parts::{button, none_found, option, page, search_field, section, sends};
use crate::ui::shell::{Seen, Shell};

use super::handouts::map_ways;

/// The rows that are put into the table at once: more than a window shows.
const AT_ONCE: usize = 60;

/// All communities side by side.
pub fn portfolio(shell: Shell) -> El {
    let seen = shell.see(view::portfolio);
    let words = |pick: fn(&PortfolioView) -> &String| move || seen.with(|seen| pick(seen).clone());
    let hero = of("header", "hero")
        .add(of("p", "k").text(EN.portfolio.here))
        .add(el("h1").live_text(words(|seen| &seen.title)))
        .add(of("p", "lead").live_text(words(|seen| &seen.lead)));
    let empty = move || seen.with(|seen| seen.rows.is_empty()).then(String::new);
    let search = RwSignal::new(String::new());
    page("main portfolio")
        .add(hero)
        .add(find(seen, search))
        .add(map(shell, seen, search))
        .add(table(shell, seen, search).live_set("hidden", empty))
        .add(looking(shell, seen))
}

/// The search by name, where there are several.
fn find(seen: Seen<PortfolioView>, search: RwSignal<String>) -> El {
    let count = move || seen.with(|seen| seen.rows.len());
    let none = none_found(search, move |search| {
        seen.with(|seen| !seen.rows.is_empty() && found_rows(&seen.rows, Sorting::BY_NAME, search).is_empty())
    });
    of("div", "find").live_class("visually-hidden", move || count() < 2).add(search_field(search, count)).add(none)
}

/// The map, drawn again only when something on it has changed.
fn map(shell: Shell, seen: Seen<PortfolioView>, search: RwSignal<String>) -> El {
    let drawn = shell.see_by(search, view::portfolio_map);
    let scene = |room: Room| of("span", "part").live_html(move || drawn.with(|map| chart::map(map, room).to_svg()));
    let figure = el("figure").add(scene(Room::Wide)).add(scene(Room::Narrow));
    let notes = part(move || seen.with(|seen| seen.notes.iter().map(|words| of("p", "note").text(words)).collect()));
    section(EN.portfolio.map_title, EN.portfolio.map_lead)
        .set("id", "map")
        .live_set("hidden", move || seen.with(|seen| !seen.drawn).then(String::new))
        .add(figure)
        .add(notes)
        .add(map_ways(shell))
}

/// The table in the order that was chosen. A new order moves the rows, and makes none again.
fn table(shell: Shell, seen: Seen<PortfolioView>, search: RwSignal<String>) -> El {
    let by = RwSignal::new(Sorting::BY_NAME);
    let first = of("th", "n").set("role", "columnheader").set("scope", "col").text(EN.portfolio.number);
    let mut head = el("tr").set("role", "row").add(first);
    for (column, words) in Column::ALL.into_iter().zip(EN.portfolio.columns) {
        head = head.add(heading(by, column, words));
    }
    let few = move || seen.with(|seen| seen.rows.len() < 2).then(String::new);
    let ticked = RwSignal::new(String::new());
    let made: Shared<(Vec<PortfolioRow>, Vec<El>)> = Rc::new(RefCell::new((Vec::new(), Vec::new())));
    let body = el("tbody").set("role", "rowgroup");
    let into = body.clone();
    let turn = Rc::new(Cell::new(0_u32));
    follow(move || {
        let rows = seen.with(|seen| seen.rows.clone());
        let mut made = made.borrow_mut();
        if made.0 != rows {
            made.1 = rows.iter().map(|one| row(shell, one, ticked)).collect();
            made.0 = rows;
        }
        let places = found_rows(&made.0, by.get(), &search.get());
        put(&into, places.into_iter().filter_map(|place| made.1.get(place).cloned()).collect(), &turn);
    });
    let caption = of("caption", "visually-hidden").text(EN.portfolio.table_title);
    let head = el("thead").set("role", "rowgroup").add(head);
    // Where the page is narrow each row is laid out as a list, which takes from a cell what it is: so each says it
    // itself.
    let table = of("table", "table figures").set("role", "table").add(caption).add(head).add(body);
    let scroll = of("div", "scroll").set("tabindex", "0").set("role", "region");
    let save = sends(shell, "button", EN.portfolio.download, Msg::SaveTable);
    section(EN.portfolio.table_title, EN.portfolio.table_lead)
        .set("id", "figures")
        .add(order(by).live_set("hidden", few))
        .add(scroll.set("aria-label", EN.portfolio.table_title).add(table))
        .add(pair(shell, ticked))
        .add(of("p", "actions").add(save))
}

/// Puts rows into the table in place of those that are there: what is in sight at once, the rest after the next frame,
/// so that hundreds answer within one. `turn` counts the calls: the rest of an earlier one is no longer wanted.
fn put(body: &El, mut rows: Vec<El>, turn: &Rc<Cell<u32>>) {
    body.node().set_text_content(None);
    let rest = rows.split_off(rows.len().min(AT_ONCE));
    let body = body.clone().all(rows);
    let now = turn.get().wrapping_add(1);
    turn.set(now);
    if !rest.is_empty() {
        let turn = Rc::clone(turn);
        // The first call comes before the next frame, the second after it.
        request_animation_frame(move || {
            request_animation_frame(move || {
                if turn.get() == now {
                    let _ = body.all(rest);
                }
            });
        });
    }
}

fn heading(by: RwSignal<Sorting>, column: Column, words: &str) -> El {
    let chosen = move |up: &str, down: &str| {
        let now = by.get();
        (now.column == column).then(|| match now.order {
            Order::Ascending => up.to_owned(),
            Order::Descending => down.to_owned(),
        })
    };
    let sign = of("span", "sign")
        .set("aria-hidden", "true")
        .live_text(move || chosen(EN.portfolio.ascending, EN.portfolio.descending).unwrap_or_default());
    let button = button("link", words).add(sign);
    el("th")
        .set("role", "columnheader")
        .set("scope", "col")
        .live_set("aria-sort", move || chosen("ascending", "descending"))
        .add(button.on("click", move |_| by.set(untracked(|| by.get()).chosen(column))))
}

/// The order as a list to choose from, where the page is too narrow for headings.
fn order(by: RwSignal<Sorting>) -> El {
    let column = |(at, words): (usize, &&str)| option(&at.to_string(), words, "0");
    let select = of("select", "field")
        .set("id", "sort-by")
        .all(EN.portfolio.columns.iter().enumerate().map(column).collect())
        .live_property("value", move || (by.get().column as usize).to_string().into())
        .on("change", move |event| {
            let chosen = typed(&event).parse().ok().and_then(|at: usize| Column::ALL.get(at).copied());
            by.set(chosen.map_or(Sorting::BY_NAME, Sorting::first));
        });
    of("div", "sort-of").add(of("label", "label").set("for", "sort-by").text(EN.portfolio.sort)).add(select)
}

/// The ids of the communities that are ticked.
type Ticked = RwSignal<String>;

/// What is ticked, and the way to compare two; it stays in sight as long as something is.
fn pair(shell: Shell, ticked: Ticked) -> El {
    let now = move || shell.now(|model| view::pair(model, &ticked.get()));
    of("div", "pair-of")
        .set("role", "status")
        .live_set("hidden", move || ticked.get().is_empty().then(String::new))
        .live(move || {
            let (words, address) = now();
            let go = address.map(|address| of("a", "button first").set("href", &address).text(EN.compare.go));
            vec![el("p").set("dir", "auto").text(&words), of("p", "actions").maybe(go)]
        })
}

/// The number, beside a box to tick.
fn number(row: &PortfolioRow, ticked: Ticked) -> El {
    let id = row.id.to_string();
    let on = view::is_in(&untracked(|| ticked.get()), &id);
    let name = row.cells.first().map_or("", String::as_str);
    let tick = el("input").set("type", "checkbox").set("aria-label", &(EN.compare.tick)(name));
    let tick = if on { tick.set("checked", "") } else { tick };
    let tick = tick.on("change", move |_| ticked.set(view::toggled(&untracked(|| ticked.get()), &id)));
    of("td", "n t-2").set("role", "cell").add(of("label", "tick-of").add(tick).text(&row.number.to_string()))
}

fn row(shell: Shell, row: &PortfolioRow, ticked: Ticked) -> El {
    let mut made = el("tr").set("role", "row").add(number(row, ticked));
    for (at, (cell, column)) in row.cells.iter().zip(EN.portfolio.columns).enumerate() {
        let plain = || el("td").set("role", "cell").set("data-of", column).text(cell);
        made = made.add(if at == 0 { named(shell, row, cell) } else { plain() });
    }
    made
}

/// The name: a way to the results, or, of one that is there for looking only, to the copy; and a way to take that out.
fn named(shell: Shell, row: &PortfolioRow, name: &str) -> El {
    let cell = el("th").set("role", "rowheader").set("scope", "row").set("dir", "auto");
    if let Some(address) = &row.address {
        return cell.add(el("a").set("href", address).set("title", name).text(name));
    }
    let open = sends(shell, "link", name, Msg::LookInto(row.id.clone()));
    let out = sends(shell, "link xs", EN.portfolio.take_out, Msg::LookAway(Some(row.id.clone())))
        .set("aria-label", &(EN.home.of_name)(EN.portfolio.take_out, name));
    cell.add(open).add(of("span", "aside t-2 xs").text(EN.portfolio.looked).text(" · ").add(out))
}
