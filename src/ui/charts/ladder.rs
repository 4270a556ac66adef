//! The ladder of the outlook.

use leptos::prelude::*;

use super::super::parts::Svg;
use super::bars::percent;
use crate::app::view::{Bar, CriterionRow, Hue, LadderView, RungRow, RungState};
use crate::chart::{self, MarkKind};

/// The rungs with their criteria, the highest on top.
#[component]
pub fn Ladder(
    /// The rungs.
    ladder: LadderView,
) -> impl IntoView {
    let rungs: Vec<AnyView> = ladder.rungs.into_iter().map(rung).collect();
    view! { <ol class="ladder">{rungs}</ol> }.into_any()
}

fn rung(rung: RungRow) -> AnyView {
    let class = match rung.state {
        RungState::Done => "rung done",
        RungState::Here => "rung here",
        RungState::May => "rung may",
        RungState::Ahead => "rung",
    };
    let now = matches!(rung.state, RungState::Here | RungState::May);
    let line = if now { view! { <strong>{rung.line}</strong> }.into_any() } else { rung.line.into_any() };
    let criteria: Vec<AnyView> = rung.criteria.into_iter().map(criterion).collect();
    view! {
        <li class=class>
            <div><h3>{rung.name}</h3><p class="t-2">{line}</p></div>
            <ul class="crits">{criteria}</ul>
        </li>
    }
    .into_any()
}

fn criterion(row: CriterionRow) -> AnyView {
    let class = match row.mark {
        MarkKind::Yes => "yes",
        MarkKind::No => "no",
        MarkKind::Unknown => "open",
    };
    let bars: Vec<AnyView> = row.bars.into_iter().map(bullet).collect();
    let short = (!row.short.is_empty()).then(|| view! { <span class="short">{row.short}</span> });
    view! {
        <li class=class data-criterion=row.key>
            <Svg scene=chart::mark(row.mark).to_svg() />
            <span class="cl">{row.words}<span class="visually-hidden">": "{row.mark_words}</span></span>
            <span class="cv">{bars}{short}</span>
            <span class="cf">{row.figure}" "<small>{row.needs}</small></span>
        </li>
    }
    .into_any()
}

/// A bar against its threshold.
fn bullet(bar: Bar) -> AnyView {
    let class = match bar.hue {
        Hue::Organisation => "bullet org",
        Hue::Members => "bullet mem",
        Hue::Both => "bullet both",
    };
    let (low, high) = (percent(bar.low / 100.0), percent(bar.high / 100.0));
    view! {
        <span class=class aria-hidden="true" style=("--v", high.clone()) style=("--lo", low) style=("--hi", high)
            style=("--t", percent(bar.threshold / 100.0))>
            <i></i><i class="may"></i><b></b>
        </span>
    }
    .into_any()
}
