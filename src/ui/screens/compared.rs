//! The tables of two states: figures, criteria, practices, expectations.

use super::changes::figures;
use crate::app::view::{ComparedView, CriteriaGroup, CriterionPair, Held, ItemRow, Which, side_heading};
use crate::catalogue::Side;
use crate::chart;
use crate::text::EN;
use crate::ui::markup::{El, el, of, svg};
use crate::ui::parts::{section, table};

/// All that is compared.
pub(super) fn tables(seen: &ComparedView) -> Vec<El> {
    let text = &EN.compare;
    let notes: Vec<El> = seen.notes.iter().map(|words| of("p", "notice").text(words)).collect();
    let compared = |caption, first, rows| figures(caption, heads(first, &seen.names).add(head(text.difference)), rows);
    let results = compared(text.results, EN.time.figure, &seen.figures);
    let practices = compared(text.practices, text.practice, &seen.practices);
    let mut parts = vec![
        section(text.results, text.rule).set("id", "compared").all(notes).add(results),
        section(text.criteria, text.criteria_lead).set("id", "criteria").add(criteria(&seen.criteria, &seen.names)),
        section(text.practices, text.practices_by).set("id", "practices").add(practices),
    ];
    if !seen.importance.is_empty() {
        parts.push(section(text.items, text.items_lead).set("id", "items").add(items(text.items, &seen.importance)));
    }
    if !seen.delivered.is_empty() {
        parts.push(
            section(text.delivered, text.delivered_lead)
                .set("id", "arrived")
                .add(items(text.delivered, &seen.delivered)),
        );
    }
    if seen.only.iter().any(|only| !only.is_empty()) {
        parts.push(alone(&seen.only));
    }
    parts
}

fn head(words: &str) -> El {
    el("th").set("scope", "col").text(words)
}

/// The columns of a table: what it is about, and both ends by letter and name.
fn heads(first: &str, names: &[String; 2]) -> El {
    let mut row = el("tr").add(head(first));
    for (which, name) in Which::ALL.into_iter().zip(names) {
        let name = of("span", "name-of").set("dir", "auto").text(name);
        row = row.add(el("th").set("scope", "col").add(el("b").text(which.letter())).text(" ").add(name));
    }
    row
}

fn criteria(groups: &[CriteriaGroup], names: &[String; 2]) -> El {
    let mut rows = Vec::new();
    for group in groups {
        rows.push(of("tr", "gr").add(el("th").set("colspan", "3").set("scope", "rowgroup").text(group.name)));
        rows.extend(group.rows.iter().map(criterion));
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
fn items(caption: &str, rows: &[ItemRow]) -> El {
    let mut sides = el("tr").add(head(EN.compare.expectation).set("rowspan", "2"));
    let mut letters = el("tr");
    for side in Side::ALL {
        sides = sides.add(el("th").set("colspan", "2").set("scope", "colgroup").text(side_heading(side)));
        for which in Which::ALL {
            letters = letters.add(of("th", "n").set("scope", "col").text(which.letter()));
        }
    }
    let caption = of("caption", "visually-hidden").text(caption);
    let head = el("thead").add(sides).add(letters);
    of("table", "table changes steps-of").add(caption).add(head).add(el("tbody").all(rows.iter().map(item).collect()))
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
    let list = |(which, labels): (Which, &Vec<String>)| {
        let items = labels.iter().map(|label| el("li").set("dir", "auto").text(label)).collect();
        let title = el("h3").text(&(EN.compare.only)(which.letter(), labels.len()));
        (!labels.is_empty()).then(|| of("div", "stack1").add(title).add(of("ul", "only-of").all(items)))
    };
    let lists = Which::ALL.into_iter().zip(only).filter_map(list).collect();
    section(EN.compare.only_title, "").set("id", "only").add(of("div", "ends-of").all(lists))
}
