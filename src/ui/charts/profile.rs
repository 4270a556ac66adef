//! The ten practices against what the next gate needs.

use crate::chart::PracticeBar;
use crate::text::EN;
use crate::ui::markup::{El, el, of};

/// The profile of the ten practices.
pub fn profile(rows: &[PracticeBar]) -> El {
    let mut list = of("ol", "profile");
    for one in rows {
        list = list.add(row(one));
    }
    list
}

fn row(row: &PracticeBar) -> El {
    let misses = !row.needs.is_empty();
    let mut steps = of("span", "pl").set("aria-hidden", "true");
    for step in 0_u8..4 {
        steps = steps.add(match (row.level, row.need) {
            (None, _) => of("i", "un"),
            (Some(level), _) if level > step => of("i", "on"),
            (Some(_), Some(need)) if need > step => of("i", "miss"),
            _ => el("i"),
        });
    }
    let mut words = of("span", "pw").text(&row.words);
    if let Some(need) = row.need {
        steps = steps.add(el("b").var("--need", &need.to_string()));
        words = words.add(if misses {
            el("strong").text(" · ").text(&row.needs)
        } else {
            of("span", "visually-hidden").text(", ").text(&(EN.results.profile_needs)(need))
        });
    }
    let made = if misses { of("li", "miss") } else { el("li") };
    made.add(of("span", "pn").text(&row.number.to_string())).add(of("span", "pt").text(&row.name)).add(steps).add(words)
}
