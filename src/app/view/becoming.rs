//! What would have to become true for the next rung.

use super::detail::moved;
use super::outlook::{QuestionRow, criterion_words, question_row};
use super::words;
use crate::app::Model;
use crate::assessment::{Answered, Assessment};
use crate::catalogue::{Catalogue, Level};
use crate::report::criterion;
use crate::report::next::{lever, of_lower, reached};
use crate::score::{CriterionId, Figure, Hurdle, Lever, Raise, Reached, Results, Verdict, Way, next_rung, questions};
use crate::text::EN;

/// What would have to become true for the next rung.
#[derive(Clone, Debug, PartialEq)]
pub struct BecomingView {
    /// Which rung that is.
    pub lead: String,
    /// Its criteria that do not hold.
    pub rows: Vec<HurdleRow>,
}

/// A criterion that does not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct HurdleRow {
    /// Its name in files.
    pub key: &'static str,
    /// The criterion in words.
    pub words: &'static str,
    /// How it stands: "47 %, needs 50 %".
    pub figure: String,
    /// The steps that would move it most.
    pub ways: Vec<String>,
    /// What else there is to say.
    pub notes: Vec<String>,
    /// The first answer that it waits for.
    pub asks: Option<QuestionRow>,
}

/// What would have to become true for the next rung of what is shown; `None` at the highest.
pub fn becoming(model: &Model) -> Option<BecomingView> {
    let (assessment, results) = model.shown()?;
    let next = next_rung(results)?;
    let rung = words::pick(&EN.results.rung_names, next.rung.index());
    let row = |hurdle: &Hurdle| row(hurdle, assessment, results, model.catalogue);
    Some(BecomingView { lead: (EN.change.rung_lead)(rung), rows: next.hurdles.iter().map(row).collect() })
}

fn row(hurdle: &Hurdle, assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> HurdleRow {
    let (text, answered) = (&EN.change, &assessment.answered);
    let criterion = results.criteria.iter().find(|one| one.id == hurdle.id);
    let told = criterion.map(|one| criterion::told(one, results, catalogue)).unwrap_or_default();
    let figure = [told.figure.as_str(), &told.needs].into_iter().filter(|part| !part.is_empty());
    let far = hurdle
        .far
        .iter()
        .map(|(practice, from, to)| (text.rung_far)(catalogue.practice_name(*practice), from.number(), *to));
    let waits = criterion.filter(|one| one.verdict == Verdict::Unknown && hurdle.id != CriterionId::BothHeard);
    let open = waits.map(|criterion| questions::of(criterion, results)).unwrap_or_default();
    let mut notes: Vec<String> = far.collect();
    let said = match (hurdle.id, hurdle.verdict) {
        (CriterionId::Phase, _) => Some(text.rung_phase),
        (CriterionId::BothHeard, _) => Some(text.rung_heard),
        (_, Verdict::Unknown) => Some((text.rung_unknown)(open.len())),
        _ => (hurdle.ways.is_empty() && notes.is_empty()).then_some(text.rung_none),
    };
    notes.extend(said.map(str::to_owned));
    HurdleRow {
        key: hurdle.id.key(),
        words: criterion_words(hurdle.id),
        figure: figure.collect::<Vec<_>>().join(", "),
        ways: hurdle.ways.iter().map(|one| way(one, hurdle, answered, catalogue)).collect(),
        notes,
        asks: open.first().map(|asked| question_row(*asked, assessment, results, catalogue)),
    }
}

/// A step and what it gains, in a sentence.
fn way(way: &Way, hurdle: &Hurdle, answered: &Answered, catalogue: &Catalogue) -> String {
    let text = &EN.change;
    let gain = hurdle.before.as_ref().map(|before| gain(hurdle.id, before, &way.after)).unwrap_or_default();
    let said = match way.raises.as_slice() {
        [] => String::new(),
        [one] => {
            let (what, scale) = lever(answered, catalogue, one.lever);
            let level = |level: Level| {
                let (number, word) = words::level(level, scale, catalogue);
                [&number, " ", &word].concat().trim_end().to_owned()
            };
            let gain = hurdle.before.as_ref().map_or_else(String::new, |before| of_lower(before, gain));
            (text.rung_way)(&what, &level(one.to), &level(one.from), &gain)
        }
        [one, ..] => (text.rung_both)(&of_both(one, answered, catalogue), &gain),
    };
    [said.as_str(), if way.verdict == Verdict::Yes { text.rung_holds } else { text.rung_short }].concat()
}

/// What both sides would have a step higher.
fn of_both(raise: &Raise, answered: &Answered, catalogue: &Catalogue) -> String {
    match raise.lever {
        Lever::Importance(_, id) => (EN.change.importance_both)(&words::label(answered, id, catalogue)),
        Lever::Delivered(_, id) => (EN.next.delivered_both)(&words::label(answered, id, catalogue)),
        _ => EN.change.worth_both.to_owned(),
    }
}

/// "47 % → 50 %"
fn gain(id: CriterionId, before: &Reached, after: &Reached) -> String {
    let thresholds = words::thresholds_of(id);
    let share = |reached: &Reached| match reached {
        Reached::Share(figure) => Some(*figure),
        Reached::Shares(_) => reached.holds().map(Figure::Value),
        _ => None,
    };
    match share(before).zip(share(after)) {
        Some((before, after)) => {
            let then = moved(before, after, thresholds).unwrap_or_else(|| words::percent(after, thresholds));
            (EN.next.gain)(&words::percent(before, thresholds), &then)
        }
        None => (EN.next.gain)(&reached(before, thresholds), &reached(after, thresholds)),
    }
}
