//! Bars: a range on a track, and steps as segments.

use leptos::prelude::*;

/// A range of shares on a track: solid what is sure, hatched what may come, ticks at the thresholds.
#[component]
pub fn Range(
    /// Lowest and highest, from 0 to 1.
    #[prop(into)]
    ends: Signal<Option<(f64, f64)>>,
    /// Where ticks stand, in per cent.
    ticks: &'static [u8],
) -> impl IntoView {
    let low = move || percent(ends.get().map_or(0.0, |(low, _)| low));
    let high = move || percent(ends.get().map_or(0.0, |(_, high)| high));
    let ticks: Vec<AnyView> = ticks
        .iter()
        .map(|at| view! { <b style=("--at", at.to_string())><span>{at.to_string()}</span></b> }.into_any())
        .collect();
    view! {
        <div class="range" aria-hidden="true" style=("--lo", low) style=("--hi", high)>
            <i class="sure"></i><i class="may"></i>{ticks}
        </div>
    }
    .into_any()
}

/// A share as a number of per cent, for a style.
pub fn percent(share: f64) -> String {
    format!("{:.1}", share * 100.0)
}

/// Four segments of which `halves` half steps are reached; `None` where it is not known.
pub fn steps_of(halves: Option<u8>, on: &'static str) -> Vec<AnyView> {
    (0_u8..4)
        .map(|step| {
            let class = match halves {
                None => "un".to_owned(),
                Some(halves) if halves >= 2 * step + 2 => on.to_owned(),
                Some(halves) if halves == 2 * step + 1 => format!("{on} half"),
                Some(_) => String::new(),
            };
            view! { <i class=class></i> }.into_any()
        })
        .collect()
}
