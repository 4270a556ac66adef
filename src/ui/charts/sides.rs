//! The two sides about one middle line: coverage, returns, contributions.

use leptos::prelude::*;

use super::super::parts::{Figure, glyph};
use super::bars::{percent, steps_of};
use crate::app::view::{Fly, PledgeRow, Shown};
use crate::catalogue::Side;
use crate::text::EN;

/// Bars that grow outwards from the middle.
#[component]
pub fn Sides(
    /// The figures.
    flies: Vec<Fly>,
    /// The five kinds of contribution.
    pledges: Vec<PledgeRow>,
) -> impl IntoView {
    let flies: Vec<AnyView> = flies.into_iter().map(fly).collect();
    let pledges: Vec<AnyView> = pledges.into_iter().map(pledge).collect();
    view! {
        <div class="flies">
            <div class="fhead">
                <span class="t-org">{glyph("org")}{EN.frame.the_organisation}</span>
                <span class="t-mem">{EN.frame.members}" "{glyph("mem")}</span>
            </div>
            <ul>{flies}{pledges}</ul>
        </div>
    }
    .into_any()
}

fn fly(fly: Fly) -> AnyView {
    let figure = |side: Side| {
        let name = match side {
            Side::Organisation => EN.frame.organisation,
            Side::Members => EN.frame.members,
        };
        view! { <span class="visually-hidden">{name}": "</span><Figure shown=fly.sides.get(side).clone()/> }
    };
    view! {
        <li class=format!("fly {}", fly.key)>
            <p class="fl">{fly.label}</p>
            <div class="fo">{figure(Side::Organisation)}{bar(&fly.sides.organisation, fly.ticks)}</div>
            <div class="fm">{bar(&fly.sides.members, fly.ticks)}{figure(Side::Members)}</div>
        </li>
    }
    .into_any()
}

fn bar(shown: &Shown, ticks: &'static [u8]) -> AnyView {
    let ticks: Vec<AnyView> = ticks
        .iter()
        .map(|at| view! { <b style=("--at", at.to_string())><span>{at.to_string()}</span></b> }.into_any())
        .collect();
    let filled = shown.ends.map(|(low, high)| {
        view! {
            <i class="sure" style=("--lo", percent(low))></i>
            <i class="may" style=("--lo", percent(low)) style=("--hi", percent(high))></i>
        }
    });
    view! { <span class="fb" aria-hidden="true">{filled}{ticks}</span> }.into_any()
}

fn pledge(row: PledgeRow) -> AnyView {
    let side = |side: Side| {
        let words = row.words.get(side).clone();
        let segments = steps_of(*row.levels.get(side), "on");
        view! {
            <span class="f4" aria-hidden="true" title=words.clone()>{segments}</span>
            <span class="visually-hidden">{side.key()}": "{words}</span>
        }
    };
    view! {
        <li class="fly st">
            <p class="fl">{row.name.clone()}</p>
            <div class="fo">{side(Side::Organisation)}</div><div class="fm">{side(Side::Members)}</div>
        </li>
    }
    .into_any()
}
