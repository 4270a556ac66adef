//! The ten practices against what the next gate needs.

use leptos::prelude::*;

use crate::app::view::ProfileRow;
use crate::text::EN;

/// The profile of the ten practices.
#[component]
pub fn Profile(
    /// The practices.
    rows: Vec<ProfileRow>,
) -> impl IntoView {
    let rows: Vec<AnyView> = rows.into_iter().map(row).collect();
    view! { <ol class="profile">{rows}</ol> }.into_any()
}

fn row(row: ProfileRow) -> AnyView {
    let segments: Vec<AnyView> = (0_u8..4)
        .map(|step| {
            let class = match (row.level, row.need) {
                (None, _) => "un",
                (Some(level), _) if level > step => "on",
                (Some(_), Some(need)) if need > step => "miss",
                _ => "",
            };
            view! { <i class=class></i> }.into_any()
        })
        .collect();
    let line = row.need.map(|need| view! { <b style=("--need", need.to_string())></b> });
    let needs = row.need.map(|need| {
        let words = (EN.results.profile_needs)(need);
        if row.misses {
            view! { <strong>" · "{words}</strong> }.into_any()
        } else {
            view! { <span class="visually-hidden">", "{words}</span> }.into_any()
        }
    });
    view! {
        <li class:miss=row.misses>
            <span class="pn">{row.number}</span><span class="pt">{row.name}</span>
            <span class="pl" aria-hidden="true">{segments}{line}</span>
            <span class="pw">{row.words}{needs}</span>
        </li>
    }
    .into_any()
}
