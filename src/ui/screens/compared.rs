//! The tables of two states: figures, criteria, practices, expectations.

use super::changes::figures;
use crate::app::End;
use crate::app::view::{ChangeRow, ComparedView, CriteriaGroup, CriterionPair, Held, ItemRow, side_heading};
use crate::catalogue::Side;
use crate::chart;
use crate::text::EN;
use crate::ui::markup::{El, el, of, svg};
use crate::ui::parts::{more, section, table, titled};

/// Which rows of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rows {
    All,
    Differing,
    Alike,
}

impl Rows {
    /// Whether a row is among them that is the same in both, or is not.
    const fn has(self, alike: bool) -> bool {
        match self {
            Self::All => true,
            Self::Differing => !alike,
            Self::Alike => alike,
        }
    }
}

/// All that is compared.
pub(super) fn tables(seen: &ComparedView) -> Vec<El> {
    let text = &EN.compare;
    let notes = of("ul", "notice notes-of").all(seen.notes.iter().map(|words| el("li").text(words)).collect());
    let compared = |caption, first, rows: &[ChangeRow]| {
        figures(caption, heads(first, &seen.names).add(head(text.difference)), rows)
    };
    let results = compared(text.results, EN.time.figure, &seen.figures);
    let held = seen.criteria.iter().flat_map(|group| &group.rows).map(CriterionPair::is_alike).collect();
    let level = |row: &ChangeRow| row.values[0] == row.values[1];
    let levels = seen.practices.iter().map(level).collect();
    let practices = |which: Rows| {
        let rows: Vec<ChangeRow> = seen.practices.iter().filter(|row| which.has(level(row))).cloned().collect();
        compared(text.practices, text.practice, &rows)
    };
    let mut parts = vec![
        section(text.results, text.rule).set("id", "compared").add(notes).add(results),
        parted("criteria", [text.criteria, text.criteria_lead], text.alike, held, &|which| {
            criteria(&seen.criteria, &seen.names, which)
        }),
        parted("practices", [text.practices, text.practices_by], text.alike, levels, &practices),
    ];
    let steps = |id, words: [&str; 2], rows: &[ItemRow]| {
        let alike = rows.iter().map(ItemRow::is_alike).collect();
        (!rows.is_empty()).then(|| parted(id, words, text.near, alike, &|which| items(words[0], rows, which)))
    };
    parts.extend(steps("items", [text.items, text.items_lead], &seen.importance));
    parts.extend(steps("arrived", [text.delivered, text.delivered_lead], &seen.delivered));
    if seen.only.iter().any(|only| !only.is_empty()) {
        parts.push(alone(&seen.only));
    }
    parts
}

/// A section with what differs, and folded what is the same in both, where that is more than a row or two.
fn parted(
    id: &str,
    [title, lead]: [&str; 2],
    said: fn(usize, usize) -> String,
    rows: Vec<bool>,
    table: &dyn Fn(Rows) -> El,
) -> El {
    let section = section(title, lead).set("id", id);
    let (all, alike) = (rows.len(), rows.into_iter().filter(|alike| *alike).count());
    if alike < 3 {
        return section.add(table(Rows::All));
    }
    let folded = more(&said(alike, all)).add(table(Rows::Alike));
    section.maybe((alike < all).then(|| table(Rows::Differing))).add(folded)
}

fn head(words: &str) -> El {
    el("th").set("scope", "col").text(words)
}

/// The columns of a table: what it is about, and both ends by letter and name.
fn heads(first: &str, names: &[String; 2]) -> El {
    let mut row = el("tr").add(head(first));
    for (which, name) in End::ALL.into_iter().zip(names) {
        let name = of("span", "name-of").set("dir", "auto").text(name);
        row = row.add(el("th").set("scope", "col").add(el("b").text(which.letter())).text(" ").add(name));
    }
    row
}

fn criteria(groups: &[CriteriaGroup], names: &[String; 2], which: Rows) -> El {
    let mut rows = Vec::new();
    for group in groups {
        let mut found = group.rows.iter().filter(|row| which.has(row.is_alike())).map(criterion).peekable();
        if found.peek().is_some() {
            rows.push(of("tr", "gr").add(el("th").set("colspan", "3").set("scope", "rowgroup").text(group.name)));
        }
        rows.extend(found);
    }
    table("table changes", EN.compare.criteria, heads(EN.compare.criterion, names), rows)
}

fn criterion(row: &CriterionPair) -> El {
    let needs = (!row.needs.is_empty()).then(|| of("span", "aside t-2 xs").text(&row.needs));
    let [one, other] = row.held.each_ref().map(held);
    el("tr").add(el("th").set("scope", "row").text(row.words).maybe(needs)).add(one).add(other)
}

/// Whether it holds: a sign, the word, its figure.
fn held(held: &Held) -> El {
    let figure = (!held.figure.is_empty()).then(|| of("span", "aside t-2 xs").text(&held.figure));
    el("td").add(of("span", "held").add(svg(&chart::mark(held.mark).to_svg())).text(held.words)).maybe(figure)
}

/// Expectations in steps: two columns for each side.
fn items(caption: &str, rows: &[ItemRow], which: Rows) -> El {
    let mut sides = el("tr").add(head(EN.compare.expectation).set("rowspan", "2"));
    let mut letters = el("tr");
    for side in Side::ALL {
        let heading = titled("th", side, side_heading(side));
        sides = sides.add(heading.set("colspan", "2").set("scope", "colgroup"));
        for which in End::ALL {
            letters = letters.add(of("th", "n").set("scope", "col").text(which.letter()));
        }
    }
    let shown = rows.iter().filter(|row| which.has(row.is_alike()));
    let caption = of("caption", "visually-hidden").text(caption);
    let head = el("thead").add(sides).add(letters);
    of("table", "table changes steps-of").add(caption).add(head).add(el("tbody").all(shown.map(item).collect()))
}

fn item(row: &ItemRow) -> El {
    let mut made = el("tr").add(el("th").set("scope", "row").set("dir", "auto").text(&row.label));
    for side in Side::ALL {
        let [one, other] = row.cells.get(side);
        if *row.differs.get(side) {
            let said = of("span", "visually-hidden").text(", ").text(EN.compare.differs);
            let other = of("td", "n").add(el("b").text(other)).add(said);
            made = made.add(of("td", "n").add(el("b").text(one))).add(other);
        } else {
            made = made.add(of("td", "n").text(one)).add(of("td", "n").text(other));
        }
    }
    made
}

/// What only one of the two asks about.
fn alone(only: &[Vec<String>; 2]) -> El {
    let list = |(which, labels): (End, &Vec<String>)| {
        let items = labels.iter().map(|label| el("li").set("dir", "auto").text(label)).collect();
        let title = el("h3").text(&(EN.compare.only)(which.letter(), labels.len()));
        (!labels.is_empty()).then(|| of("div", "stack1").add(title).add(of("ul", "only-of").all(items)))
    };
    let lists = End::ALL.into_iter().zip(only).filter_map(list).collect();
    section(EN.compare.only_title, "").set("id", "only").add(of("div", "ends-of").all(lists))
}
