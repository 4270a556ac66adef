//! The ladder of the outlook.

use super::bars::percent;
use crate::app::view::{CriterionRow, LadderView, RungRow, Shown, side_heading};
use crate::catalogue::Side;
use crate::chart::{self, Bullet, Hue, MarkKind, RungState};
use crate::ui::markup::{El, el, of, svg};
use crate::ui::parts::whole_ranges;

/// The rungs with their criteria, the highest on top; `figure` makes a figure that has terms.
pub fn ladder(figure: &dyn Fn(Shown) -> El, ladder: &LadderView) -> El {
    let mut rungs = of("ol", "ladder");
    for one in &ladder.rungs {
        rungs = rungs.add(rung(figure, one, ladder));
    }
    rungs
}

fn rung(figure: &dyn Fn(Shown) -> El, rung: &RungRow, ladder: &LadderView) -> El {
    let class = match rung.state {
        RungState::Done => "rung done",
        RungState::Here => "rung here",
        RungState::May => "rung may",
        RungState::Ahead => "rung",
    };
    let now = matches!(rung.state, RungState::Here | RungState::May);
    let line = of("p", "t-2");
    let line = if now { line.add(el("strong").text(&rung.line)) } else { line.text(&rung.line) };
    let mut criteria = of("ul", "crits");
    for row in &rung.criteria {
        let opens = ladder.opens.iter().find(|(key, _)| *key == row.key).map(|(_, opens)| opens.as_slice());
        criteria = criteria.add(criterion(row, figures(figure, &row.drawn.figure, opens.unwrap_or_default())));
    }
    of("li", class).add(el("div").add(el("h3").text(rung.name)).add(line)).add(criteria)
}

fn criterion(row: &CriterionRow, figures: El) -> El {
    let CriterionRow { key, mark_words, drawn } = row;
    let class = match drawn.mark {
        MarkKind::Yes => "yes",
        MarkKind::No => "no",
        MarkKind::Unknown | MarkKind::NotAsked => "open",
    };
    let mut words = of("span", "cl").text(&drawn.words).add(of("span", "visually-hidden").text(": ").text(mark_words));
    if !drawn.short.is_empty() {
        words = words.text(" ").add(of("span", "short").text(&drawn.short));
    }
    let mut value = of("span", "cv");
    for bar in &drawn.bars {
        value = value.add(bullet(*bar));
    }
    let figure = figures.text(" ").add(el("small").text(&drawn.needs));
    of("li", class)
        .set("data-criterion", key)
        .add(svg(&chart::mark(drawn.mark).to_svg()))
        .add(words)
        .add(value)
        .add(figure)
}

/// The figure of a criterion, or those of both sides; each opens to its terms where it has some.
fn figures(figure: &dyn Fn(Shown) -> El, words: &str, opens: &[Shown]) -> El {
    let cell = of("span", "cf");
    match opens {
        [] => cell.text(&whole_ranges(words)),
        [one] => cell.add(figure(one.clone())),
        several => {
            let mut cell = cell;
            for (side, one) in Side::ALL.into_iter().zip(several) {
                cell = cell.add(of("span", "nw").text(side_heading(side)).text(" ").add(figure(one.clone()))).text(" ");
            }
            cell
        }
    }
}

/// A bar against its threshold.
fn bullet(bar: Bullet) -> El {
    let class = match bar.hue {
        Hue::Organisation => "bullet org",
        Hue::Members => "bullet mem",
        Hue::Both => "bullet both",
    };
    let (low, high) = (percent(bar.ends.low), percent(bar.ends.high));
    of("span", class)
        .set("aria-hidden", "true")
        .var("--v", &low)
        .var("--lo", &low)
        .var("--hi", &high)
        .var("--t", &percent(bar.threshold))
        .add(el("i"))
        .add(of("i", "may"))
        .add(el("b"))
}
