//! The ten practices against what the next gate needs.

use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Practice, Step};
use crate::chart::{self, PracticeBar, Scene};
use crate::report::gates::{gate_name, need, next_gate};
use crate::score::Results;
use crate::text::EN;

/// What is said of the practices, and the ten.
pub fn profile(results: &Results, catalogue: &Catalogue) -> (String, Vec<PracticeBar>) {
    let gate = next_gate(results);
    let row = |practice: Practice| {
        let step = results.counted.practices.get(practice.index()).copied().flatten();
        let need = need(gate, practice);
        let misses = step.zip(need).is_some_and(|(step, need)| step.number() < need);
        PracticeBar {
            number: practice.index() + 1,
            name: catalogue.practice_name(practice).to_owned(),
            level: step.map(Step::number),
            words: step
                .map_or_else(|| EN.results.unknown.to_owned(), |step| catalogue.word(Scale::Practice, step).to_owned()),
            need,
            needs: need.filter(|_| misses).map(EN.results.profile_needs).unwrap_or_default(),
        }
    };
    let rows: Vec<PracticeBar> = Practice::ALL.into_iter().map(row).collect();
    let below = rows.iter().filter(|row| !row.needs.is_empty()).count();
    let open = rows.iter().filter(|row| row.need.is_some() && row.level.is_none()).count();
    ((EN.results.profile_lead)(gate_name(gate), below, open), rows)
}

/// The same as a picture.
pub(super) fn scene(practices: Vec<PracticeBar>) -> Scene {
    chart::profile(&chart::Profile { title: String::new(), practices, uid: "profile".to_owned() })
}
