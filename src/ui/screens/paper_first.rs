//! The first page of the report: the essentials.

use crate::app::view::{CriterionRow, PaperItem, PaperView};
use crate::catalogue::{PerSide, Side};
use crate::chart;
use crate::text::EN;
use crate::ui::charts::steps_of;
use crate::ui::markup::{El, el, of, svg};
use crate::ui::parts::{glyph, numeral};

/// The finding, the picture, the outlook, the two sides, what next, and the expectations.
pub fn first_page(seen: &PaperView) -> El {
    let [before, bold, behind] = &seen.lead;
    let brand = of("p", "brand brandline").add(svg(&chart::brand().to_svg())).add(el("b").text(EN.frame.brand));
    let [name, kicker] = &seen.head;
    let about = el("div").add(of("p", "paper-name").set("dir", "auto").text(name)).add(of("p", "t-2").text(kicker));
    let lead = of("p", "lead").text(before).add(el("strong").text(bold)).text(behind);
    let left = of("div", "pcol").all(vec![
        heading(&seen.outlook).add(svg(&seen.results.stairs)),
        of("p", "t-2").text(&seen.rung),
        of("ul", "plist").all(seen.criteria.iter().map(criterion).collect()),
        heading(EN.results.sides_title),
        sides(&seen.sides),
    ]);
    // Without proposals these are questions.
    let ahead = if seen.next_whole.is_empty() && !seen.next.is_empty() { EN.report.next_asked } else { EN.report.next };
    let next = [heading(ahead), next(seen)];
    let right = of("div", "pcol");
    let (left, right) = if seen.items_fit {
        (left.all(next.into()), right.add(items(&seen.items, seen.results.every.asks_delivered)))
    } else {
        (left, right.all(next.into()))
    };
    let right = right.add(of("p", "t-2 tiny").text(&seen.reading.join(" ")));
    let made = of("footer", "").add(el("span").text(EN.handouts.made));
    of("section", "sheet")
        .add(el("header").add(brand).add(about))
        .add(el("h1").text(&seen.title))
        .add(lead)
        .add(svg(&seen.picture))
        .add(of("div", "pcols").add(left).add(right))
        .add(made)
}

fn heading(words: &str) -> El {
    el("h2").text(words).text(" ")
}

fn criterion(row: &CriterionRow) -> El {
    let drawn = &row.drawn;
    let mut words = el("span").text(&drawn.words);
    if !drawn.short.is_empty() {
        words = words.text(": ").text(&drawn.short);
    }
    let hidden = of("span", "visually-hidden").text(": ").text(row.mark_words);
    let needs = el("small").text(&drawn.needs);
    let figure = el("b").text(&drawn.figure).text(" ").add(needs);
    el("li").add(svg(&chart::mark(drawn.mark).to_svg())).add(words.add(hidden)).add(figure)
}

/// The two sides as a table.
fn sides(rows: &[(&'static str, PerSide<String>)]) -> El {
    let column = |class: &str| of("th", class).set("scope", "col");
    let head = el("tr")
        .add(el("td"))
        .add(column("n t-org").add(glyph("org")).text(EN.frame.organisation))
        .add(column("n t-mem").text(EN.frame.members).text(" ").add(glyph("mem")));
    let row = |(label, figures): &(&'static str, PerSide<String>)| {
        let cells = Side::ALL.map(|side| of("td", "n").text(figures.get(side)));
        el("tr").add(el("th").set("scope", "row").text(label)).all(cells.into())
    };
    of("table", "pt").add(el("thead").add(head)).add(el("tbody").all(rows.iter().map(row).collect()))
}

fn next(seen: &PaperView) -> El {
    let row = |(what, why): &(String, String)| el("li").add(el("b").text(what)).add(of("span", "t-2").text(why));
    if seen.next.is_empty() {
        return el("p").text(EN.report.next_none);
    }
    of("ol", "pacts").all(seen.next.iter().map(row).collect())
}

/// Every expectation in a row: its number in its shape, the two ratings, what is delivered.
pub fn items(items: &[PaperItem], asked: bool) -> El {
    let column = |class: &str| of("th", class).set("scope", "col");
    let hidden = |words: &str| of("span", "visually-hidden").text(words);
    let head = el("tr")
        .add(column("c").add(hidden(EN.results.every_number)))
        .add(column("").text(EN.results.every_expectation))
        .add(column("n t-org").add(glyph("org")).add(hidden(EN.frame.organisation)))
        .add(column("n t-mem").add(glyph("mem")).add(hidden(EN.frame.members)))
        .maybe(asked.then(|| column("pp").text(EN.results.every_delivered)));
    let row = |item: &PaperItem| {
        let steps = el("span").set("aria-hidden", "true").all(steps_of(item.delivered, "on"));
        let said = item.delivered.map_or_else(
            || EN.results.every_unknown.to_owned(),
            |halves| (EN.results.every_delivered_cell)(&crate::text::numbers::steps(f64::from(halves) / 2.0)),
        );
        el("tr")
            .add(of("td", "c").add(numeral(item.number, item.spot)))
            .add(el("th").set("scope", "row").set("dir", "auto").text(&item.statement))
            .add(of("td", "n").text(&item.importance.organisation))
            .add(of("td", "n").text(&item.importance.members))
            .maybe(asked.then(|| of("td", "pp").add(steps).add(hidden(&said))))
    };
    of("table", "pt").add(el("thead").add(head)).add(el("tbody").all(items.iter().map(row).collect()))
}
