//! Every expectation in steps, counted outwards from the middle: the same numbers as the picture.

use leptos::prelude::*;

use super::super::parts::{Numeral, glyph, spot_class};
use super::Pointed;
use super::bars::steps_of;
use crate::app::view::{EveryGroup, EveryRow, EveryView};
use crate::catalogue::Side;
use crate::chart::Region;
use crate::text::{EN, numbers};

/// The table of every expectation.
#[component]
pub fn Every(
    /// The items in their groups.
    every: EveryView,
) -> impl IntoView {
    let text = &EN.results;
    let groups: Vec<AnyView> = every.groups.into_iter().flat_map(group).collect();
    let sums = every.sums.map(|sums| {
        view! {
            <tfoot><tr>
                <td class="bf e t-org"><b>{sums.organisation}</b></td><td class="c"></td>
                <td class="bf t-mem"><b>{sums.members}</b></td>
                <td colspan="2" class="sum">{every.sum}": "<strong>{every.division}</strong></td>
            </tr></tfoot>
        }
    });
    view! {
        <table class="terms">
            <caption class="visually-hidden">{text.every_title}</caption>
            <thead><tr>
                <th class="e" scope="col">{glyph("org")}{EN.frame.organisation}</th>
                <th class="c" scope="col"><span class="visually-hidden">{text.every_number}</span></th>
                <th scope="col">{EN.frame.members}{glyph("mem")}</th>
                <th class="pph" scope="col">{text.every_delivered}</th>
                <th scope="col"><span class="visually-hidden">{text.every_expectation}</span></th>
            </tr></thead>
            <tbody>{groups}</tbody>
            {sums}
        </table>
    }
    .into_any()
}

fn group(group: EveryGroup) -> Vec<AnyView> {
    let class = match group.spot {
        Region::Open => "none",
        spot => spot_class(spot),
    };
    let head = view! {
        <tr class="gr"><th colspan="5" scope="colgroup">{glyph(class)}{group.name}" "<span class="t-2">{group.rows.len()}</span></th></tr>
    };
    let spot = group.spot;
    std::iter::once(head.into_any()).chain(group.rows.into_iter().map(move |one| row(one, spot))).collect()
}

fn row(row: EveryRow, spot: Region) -> AnyView {
    let Pointed(pointed) = expect_context();
    let key = row.key.clone();
    let enter = {
        let key = key.clone();
        move |_| pointed.set(Some(key.clone()))
    };
    let is = {
        let key = key.clone();
        move || pointed.with(|pointed| pointed.as_deref() == Some(key.as_str()))
    };
    let side = |side: Side| {
        let half = half(row.importance.organisation, row.importance.members, side);
        let class = if side == Side::Organisation { "l" } else { "r" };
        let words = row.importance_words.get(side).clone();
        view! { <td class="bf"><span class=class aria-hidden="true">{half}</span><span class="visually-hidden">{words}</span></td> }
    };
    let delivered = match row.delivered {
        Some(halves) => (EN.results.every_delivered_cell)(&numbers::steps(f64::from(halves) / 2.0)),
        None => EN.results.every_unknown.to_owned(),
    };
    let note = (!row.note.is_empty()).then(|| view! { <span class="t-2 xs note-of" dir="auto">{row.note.clone()}</span> });
    view! {
        <tr data-item=key class:is=is on:pointerenter=enter on:pointerleave=move |_| pointed.set(None)>
            {side(Side::Organisation)}
            <td class="c"><Numeral number=row.number spot=spot/></td>
            {side(Side::Members)}
            <td class="pp"><span aria-hidden="true">{steps_of(row.delivered, "on")}</span><span class="visually-hidden">{delivered}</span></td>
            <th scope="row" dir="auto">{row.statement}{note}</th>
        </tr>
    }
    .into_any()
}

/// The four segments of one side: what both give is shared, the rest is that side's alone.
fn half(organisation: Option<u8>, members: Option<u8>, side: Side) -> Vec<AnyView> {
    let (own, other, alone) = match side {
        Side::Organisation => (organisation, members, "so"),
        Side::Members => (members, organisation, "sm"),
    };
    let Some(own) = own else { return steps_of(None, "") };
    // Nothing is shared with what is not known.
    let shared = other.map_or(0, |other| own.min(other));
    (0_u8..4)
        .map(|step| {
            let (from, to) = (2 * step, 2 * step + 2);
            let full = |level: u8| level >= to;
            let part = |level: u8| level > from && level < to;
            let class = if full(shared) {
                "sh".to_owned()
            } else if part(shared) && full(own) {
                format!("sh half-{alone}")
            } else if part(shared) {
                "sh half".to_owned()
            } else if full(own) {
                alone.to_owned()
            } else if part(own) {
                format!("{alone} half")
            } else {
                String::new()
            };
            view! { <i class=class></i> }.into_any()
        })
        .collect()
}
