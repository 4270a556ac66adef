//! The ladder of the outlook.

use super::bars::percent;
use crate::app::view::{CriterionRow, LadderView, RungRow};
use crate::chart::{self, Bullet, Hue, MarkKind, RungState};
use crate::ui::markup::{El, el, of, svg};

/// The rungs with their criteria, the highest on top.
pub fn ladder(ladder: &LadderView) -> El {
    let mut rungs = of("ol", "ladder");
    for one in &ladder.rungs {
        rungs = rungs.add(rung(one));
    }
    rungs
}

fn rung(rung: &RungRow) -> El {
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
        criteria = criteria.add(criterion(row));
    }
    of("li", class).add(el("div").add(el("h3").text(rung.name)).add(line)).add(criteria)
}

fn criterion(row: &CriterionRow) -> El {
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
    // Its ranges stay in one line.
    let figure = drawn.figure.replace('–', "–\u{2060}");
    let figure = of("span", "cf").text(&figure).text(" ").add(el("small").text(&drawn.needs));
    of("li", class)
        .set("data-criterion", key)
        .add(svg(&chart::mark(drawn.mark).to_svg()))
        .add(words)
        .add(value)
        .add(figure)
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
