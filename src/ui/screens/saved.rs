//! The first page where something is saved: the communities as tiles, the recently deleted, where things are kept.

use leptos::prelude::{Get, RwSignal, Set, Track};

use super::hidden::hidden_here;
use super::home::open;
use super::lacking::lacking;
use crate::app::view::{self, Card, HomeView, Listed};
use crate::app::{Aside, Msg};
use crate::browser::dom;
use crate::route::Route;
use crate::text::EN;
use crate::ui::markup::{El, el, follow, of, svg};
use crate::ui::parts::{button, none_found, search_field, section, sends};
use crate::ui::shell::{Seen, Shell};

/// How many communities are shown at once; a card costs the browser more than all that was worked out for it.
const AT_ONCE: usize = 60;

/// The saved communities, with a search.
pub fn saved(shell: Shell, seen: Seen<HomeView>, dialog: &El) -> Vec<El> {
    let search = RwSignal::new(String::new());
    let most = RwSignal::new(AT_ONCE);
    let count = move || seen.with(|home| home.listed.len());
    let actions = of("div", "actions")
        .add(open(dialog, "button", EN.home.open))
        .add(sends(shell, "button", EN.home.example, Msg::OpenExample))
        .add(sends(shell, "button first", EN.home.new, Msg::Create));
    let field = search_field(search, count);
    follow(move || {
        search.track();
        most.set(AT_ONCE);
    });
    let tiles = of("ul", "tiles").live(move || {
        let (search, most) = (search.get().trim().to_lowercase(), most.get());
        let shown = seen.with(|home| found(&home.listed, &search).into_iter().take(most).cloned().collect::<Vec<_>>());
        shell.now(|model| {
            shown
                .iter()
                .filter_map(|one| view::card(model, &one.id))
                .zip(1..)
                .map(|(card, at)| tile(shell, &card, at))
                .collect()
        })
    });
    let more = of("div", "actions").live(move || {
        let search = search.get().trim().to_lowercase();
        let (found, most_now) = (seen.with(|home| found(&home.listed, &search).len()), most.get());
        if found <= most_now {
            return Vec::new();
        }
        let more = button("button", EN.home.show_more).on("click", move |_| most.set(most_now + AT_ONCE));
        vec![of("p", "t-2").text(&(EN.home.some_shown)(most_now, found)), more]
    });
    let none =
        none_found(search, move |search| seen.with(|home| found(&home.listed, &search.to_lowercase()).is_empty()));
    vec![
        of("div", "bar").add(el("h1").text(EN.home.saved_title)).add(actions),
        of("div", "find")
            .live_class("visually-hidden", move || count() < 2)
            .add(field)
            .add(of("p", "t-2").text(EN.home.sorted).text(" · ").add(side_by_side())),
        tiles,
        more,
        none,
    ]
}

fn side_by_side() -> El {
    el("a").set("href", &Route::Portfolio.address()).text(EN.portfolio.beside)
}

/// The communities in which a search finds something; an empty one finds all.
fn found<'a>(listed: &'a [Listed], search: &str) -> Vec<&'a Listed> {
    listed.iter().filter(|one| search.is_empty() || one.search.contains(search)).collect()
}

fn tile(shell: Shell, card: &Card, at: usize) -> El {
    let outlook = el("dd").add(svg(&card.stairs)).text(&card.outlook);
    let terms = el("dl")
        .add(row(EN.home.phase, el("dd").text(&card.phase)))
        .add(row(EN.home.outlook, outlook))
        .maybe(card.catalogue.as_ref().map(|name| row(EN.catalogues.column, el("dd").set("dir", "auto").text(name))))
        .add(row(EN.home.heard, el("dd").text(&card.heard)))
        .add(row(EN.home.changed, el("dd").text(&card.changed)));
    let delete = || act_at(shell, EN.home.delete, &card.name, Msg::Delete(card.id.clone()), at);
    let end = of("div", "tile-end")
        .add(act_at(shell, EN.home.duplicate, &card.name, Msg::Duplicate(card.id.clone()), at))
        .maybe(card.deletable.then(delete));
    let name = el("a").set("href", &card.address).set("title", &card.name).text(&card.name);
    of("li", "card tile")
        .add(of("div", "tile-top").add(svg(&card.mini)).add(of("p", "big").text(&card.overlap)))
        .add(el("h2").set("dir", "auto").add(name))
        .add(of("p", "t-2").text(&card.line))
        .add(terms)
        .add(end)
}

fn row(term: &str, means: El) -> El {
    el("div").add(el("dt").text(term)).add(means)
}

/// A small button whose label also says what it acts on.
fn act(shell: Shell, words: &str, name: &str, msg: Msg) -> El {
    act_at(shell, words, name, msg, 0)
}

/// The same in the tile of this number: what it was in is made again, or has gone, and what comes into its place takes
/// the focus.
fn act_at(shell: Shell, words: &str, name: &str, msg: Msg, at: usize) -> El {
    let here = [".tile:nth-child(", &at.to_string(), ") a"].concat();
    let last = if at > 0 { ".tile:last-child a" } else { ".gone summary" };
    sends(shell, "button plain small", words, msg)
        .set("aria-label", &(EN.home.of_name)(words, name))
        .on("click", move |_| dom::focus_soon(&[&here, last, "main h1"]))
}

/// The recently deleted, what could not be read, and where things are kept.
pub fn rest(shell: Shell, home: &HomeView) -> Vec<El> {
    let mut parts = Vec::new();
    if home.hidden {
        parts.push(hidden_here(shell));
    }
    if !home.drafts.is_empty() {
        parts.push(drafts(shell, home));
    }
    if !home.waiting.is_empty() {
        parts.push(lacking(shell, &home.waiting));
    }
    if !home.aside.is_empty() {
        parts.push(aside(shell, &home.aside));
    }
    if !home.gone.is_empty() {
        parts.push(gone(shell, home));
    }
    parts
}

/// Where things are kept, and ways to keep them elsewhere.
pub fn kept_where(shell: Shell, home: &HomeView, dialog: &El) -> Vec<El> {
    let back_up = home.anything.then(|| sends(shell, "button small", EN.home.back_up, Msg::BackUp));
    let restore = open(dialog, "button small", EN.home.restore);
    let words = of("p", "note").text(&home.store).text(" ").text(home.who);
    vec![of("div", "kept-where").add(words).add(of("p", "actions").maybe(back_up).add(restore))]
}

/// The replies begun here.
fn drafts(shell: Shell, home: &HomeView) -> El {
    let mut rows = el("ul");
    for row in &home.drafts {
        let go_on = of("a", "button small").set("href", &row.address).text(EN.reply.go_on);
        let made = el("li")
            .add(el("span").set("dir", "auto").text(&row.name))
            .add(of("span", "t-2").text(&row.state))
            .add(go_on.set("aria-label", &(EN.home.of_name)(EN.reply.go_on, &row.name)))
            .add(act(shell, EN.reply.forget_short, &row.name, Msg::ForgetDraft(row.key.clone())));
        rows = rows.add(made);
    }
    section(EN.reply.begun_title, EN.reply.begun_lead).add(of("div", "gone").add(rows))
}

/// What could not be read.
fn aside(shell: Shell, records: &[Aside]) -> El {
    let mut rows = el("ul");
    for Aside { key, why, .. } in records {
        let row = el("li")
            .add(el("span").text(key))
            .add(of("span", "t-2").text(why))
            .add(act(shell, EN.home.download, key, Msg::DownloadAside(key.clone())))
            .add(act(shell, EN.home.delete, key, Msg::DropAside(key.clone())));
        rows = rows.add(row);
    }
    section(EN.home.aside_title, EN.home.aside_lead).add(of("div", "gone").add(rows))
}

/// The recently deleted.
fn gone(shell: Shell, home: &HomeView) -> El {
    let mut rows = el("ul");
    for row in &home.gone {
        let made = el("li")
            .add(el("span").set("dir", "auto").text(&row.name))
            .add(of("span", "t-2").text(&row.when))
            .add(act(shell, EN.home.bring_back, &row.name, Msg::BringBack(row.id.clone())))
            .add(act(shell, EN.home.delete_for_good, &row.name, Msg::DeleteForGood(row.id.clone())));
        rows = rows.add(made);
    }
    let count = of("span", "t-2").text(&home.gone.len().to_string());
    of("details", "gone")
        .add(el("summary").text(EN.home.gone_title).text(" ").add(count))
        .add(of("p", "t-2 xs").text(EN.home.gone_lead))
        .add(rows)
}
