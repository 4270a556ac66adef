//! The two sides about one middle line: coverage, returns, and the five kinds of contribution.

use super::bars::{percent, steps_of, ticks_at};
use crate::app::view::{Fly, PledgeRow, Shown};
use crate::catalogue::Side;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{glyph, whose};

/// Bars that grow outwards from the middle: the figures, then the five kinds of contribution.
///
/// `figure` makes a figure: one that opens, or plain on paper.
pub fn sides(figure: &dyn Fn(Shown) -> El, flies: &[Fly], pledges: &[PledgeRow]) -> El {
    let mut rows = el("ul");
    for one in flies {
        rows = rows.add(fly(figure, one));
    }
    rows = rows.add(of("li", "fly").add(of("p", "fl").text(EN.results.puts_in)));
    for one in pledges {
        rows = rows.add(pledge(one));
    }
    let head = of("div", "fhead")
        .add(of("span", "t-org").add(glyph("org")).text(EN.frame.organisation))
        .add(of("span", "t-mem").text(EN.frame.members).text(" ").add(glyph("mem")));
    of("div", "flies").add(head).add(rows)
}

fn fly(figure: &dyn Fn(Shown) -> El, fly: &Fly) -> El {
    let (organisation, members) = (&fly.sides.organisation, &fly.sides.members);
    let left = of("div", "fo")
        .add(whose(Side::Organisation))
        .add(figure(organisation.clone()))
        .add(bar(organisation, fly.ticks));
    let right = of("div", "fm").add(bar(members, fly.ticks)).add(whose(Side::Members)).add(figure(members.clone()));
    of("li", &format!("fly {}", fly.key)).add(of("p", "fl").text(fly.label)).add(left).add(right)
}

fn bar(shown: &Shown, ticks: &[u8]) -> El {
    let class = if shown.ends.is_some() { "fb" } else { "fb un" };
    let mut bar = of("span", class).set("aria-hidden", "true");
    if let Some((low, high)) = shown.ends {
        let low = percent(low);
        bar = bar
            .add(of("i", "sure").var("--lo", &low))
            .add(of("i", "may").var("--lo", &low).var("--hi", &percent(high)));
    }
    bar.all(ticks_at(ticks))
}

fn pledge(row: &PledgeRow) -> El {
    of("li", "fly st").add(of("p", "fl").text(&row.name)).add(pledged("fo", row, Side::Organisation)).add(pledged(
        "fm",
        row,
        Side::Members,
    ))
}

/// What one side contributes.
fn pledged(class: &str, row: &PledgeRow, side: Side) -> El {
    let words = row.words.get(side);
    let segments = steps_of(*row.levels.get(side), "on");
    of("div", class)
        .add(of("span", "f4").set("aria-hidden", "true").set("title", words).all(segments))
        .add(whose(side).text(words))
}
