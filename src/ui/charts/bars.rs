//! Bars: a range on a track, and steps as segments.

use std::rc::Rc;

use crate::ui::markup::{El, el, of};

/// Lowest and highest, from 0 to 1; `None` where nothing is known.
type Ends = Rc<dyn Fn() -> Option<(f64, f64)>>;

/// A range of shares on a track: solid what is sure, hatched what may come, ticks in per cent at the thresholds.
pub fn range(ends: impl Fn() -> Option<(f64, f64)> + 'static, ticks: &'static [u8]) -> El {
    range_boxed(Rc::new(ends), ticks)
}

fn range_boxed(ends: Ends, ticks: &[u8]) -> El {
    let low = Rc::clone(&ends);
    of("div", "range")
        .set("aria-hidden", "true")
        .live_var("--lo", move || percent(low().map_or(0.0, |(low, _)| low)))
        .live_var("--hi", move || percent(ends().map_or(0.0, |(_, high)| high)))
        .add(of("i", "sure"))
        .add(of("i", "may"))
        .all(ticks_at(ticks))
}

/// Ticks, each with its number, in per cent.
pub fn ticks_at(ticks: &[u8]) -> Vec<El> {
    let mut made = Vec::new();
    for at in ticks {
        let at = at.to_string();
        made.push(el("b").var("--at", &at).add(el("span").text(&at)));
    }
    made
}

/// A share as a number of per cent, for a style.
pub fn percent(share: f64) -> String {
    format!("{:.1}", share * 100.0)
}

/// Four segments of which `halves` half steps are reached; `None` where it is not known.
pub fn steps_of(halves: Option<u8>, on: &'static str) -> Vec<El> {
    let mut segments = Vec::new();
    for step in 0_u8..4 {
        segments.push(match halves {
            None => of("i", "un"),
            Some(halves) if halves >= 2 * step + 2 => of("i", on),
            Some(halves) if halves == 2 * step + 1 => of("i", &format!("{on} half")),
            Some(_) => el("i"),
        });
    }
    segments
}
