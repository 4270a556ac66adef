//! The ten practices against what the next gate needs.

use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Practice, Step};
use crate::chart::{self, PracticeBar, Scene};
use crate::report::gates::{gate_name, need, next_gate};
use crate::score::Results;
use crate::text::EN;

/// A practice against what is needed.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRow {
    /// Its number.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// The level.
    pub level: Option<u8>,
    /// The level in words.
    pub words: String,
    /// What the gate needs.
    pub need: Option<u8>,
    /// Whether it falls short.
    pub misses: bool,
}

/// What is said of the practices, and the ten.
pub fn profile(results: &Results, catalogue: &Catalogue) -> (String, Vec<ProfileRow>) {
    let gate = next_gate(results);
    let row = |practice: Practice| {
        let step = results.counted.practices.get(practice.index()).copied().flatten();
        let need = need(gate, practice);
        ProfileRow {
            number: practice.index() + 1,
            name: catalogue.practice_name(practice).to_owned(),
            level: step.map(Step::number),
            words: step
                .map_or_else(|| EN.results.unknown.to_owned(), |step| catalogue.word(Scale::Practice, step).to_owned()),
            misses: step.zip(need).is_some_and(|(step, need)| step.number() < need),
            need,
        }
    };
    let rows: Vec<ProfileRow> = Practice::ALL.into_iter().map(row).collect();
    let below = rows.iter().filter(|row| row.misses).count();
    let open = rows.iter().filter(|row| row.need.is_some() && row.level.is_none()).count();
    ((EN.results.profile_lead)(gate_name(gate), below, open), rows)
}

/// The same as a picture.
pub(super) fn scene(rows: Vec<ProfileRow>) -> Scene {
    let mut practices = Vec::with_capacity(rows.len());
    for row in rows {
        practices.push(PracticeBar {
            needs: row.need.filter(|_| row.misses).map(EN.results.profile_needs).unwrap_or_default(),
            number: row.number,
            name: row.name,
            level: row.level,
            words: row.words,
            need: row.need,
        });
    }
    chart::profile(&chart::Profile { title: String::new(), practices, uid: "profile".to_owned() })
}
