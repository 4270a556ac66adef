//! What the results say, in sentences: the finding, who was heard, the outlook, the exchange.

use super::words;
use crate::assessment::{Answered, Assessment};
use crate::catalogue::{Catalogue, Side};
use crate::score::outlook::reaches;
use crate::score::{Figure, Outlook, Results, Rung, TOLERANCE, Verdict, Voice, questions, thresholds};
use crate::text::{EN, numbers};

/// "5 of 12 expectations matter to both: 52 % overlap."
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Up to the figure.
    pub start: String,
    /// The overlap; absent where there is none to speak of.
    pub overlap: Option<String>,
    /// The whole sentence.
    pub title: String,
}

/// The sides of which no importance is known.
pub fn silent(results: &Results) -> Vec<Side> {
    let unknown = |side: &Side| results.counted.items.iter().all(|item| item.importance.get(*side).is_none());
    Side::ALL.into_iter().filter(unknown).collect()
}

/// The finding in one sentence.
pub fn sentence(answered: &Answered, results: &Results) -> Sentence {
    let start = match silent(results).as_slice() {
        [side] => (EN.results.nobody)(words::side(*side)),
        [_, _] => EN.results.nobody_both.to_owned(),
        _ => {
            let (least, most) = results.overlap.shared;
            (EN.results.matters)(least, most, answered.items.len())
        }
    };
    let overlap = results.overlap.jaccard.ends().map(|_| words::percent(results.overlap.jaccard, words::OVERLAP));
    let title = match &overlap {
        Some(figure) => format!("{start}: {figure} {}", EN.results.overlap_follows),
        None => start.clone(),
    };
    Sentence { start, overlap, title }
}

/// "23 steps coincide of 43 in all", over the items whose importance both sides know; empty where nothing of them is wanted.
pub fn sum(results: &Results) -> String {
    let overlap = &results.overlap;
    let (drawn, all) = (overlap.drawn, results.counted.items.len());
    if drawn.union() <= 0.0 {
        return String::new();
    }
    let sum = (EN.results.every_sum)(&numbers::sum(drawn.shared), &numbers::sum(drawn.union()));
    if overlap.drawn_items < all {
        return format!("{sum}, {}", (EN.results.every_sum_drawn)(overlap.drawn_items, all));
    }
    sum
}

/// How many replies a side is heard from; `None` for an estimate.
pub const fn people(voice: Voice) -> Option<u32> {
    match voice {
        Voice::Replies(people) | Voice::Summary(people) => Some(people),
        Voice::Estimate => None,
    }
}

/// Phase, who was heard, when it was last changed.
pub fn kicker(assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> String {
    let text = &EN.results;
    let phase = catalogue.phase_name(results.counted.phase);
    let voice = |side: Side| people(results.counted.voices.get(side).importance);
    let organisation = voice(Side::Organisation).map(|people| (text.heard_organisation)(people as usize));
    let members = voice(Side::Members).map(|people| (text.heard_members)(people as usize));
    let heard = [organisation, members].into_iter().flatten().collect::<Vec<_>>();
    let mut parts = vec![(text.phase_of)(phase)];
    if !heard.is_empty() {
        parts.push(format!("{} {}", heard.join(&format!(" {} ", text.and)), text.heard));
    }
    if heard.len() < 2 {
        parts.push(text.one_sees.to_owned());
    }
    parts.extend(assessment.updated.as_ref().map(|updated| words::date(&updated.date())));
    parts.join(" · ")
}

/// The outlook in words: the lead, one or two rungs, and what stands before the next.
pub fn outlook(results: &Results) -> (&'static str, Vec<&'static str>, String) {
    let outlook = results.outlook;
    let name = |rung: Rung| words::pick(&EN.results.rung_words, rung.index());
    if outlook.low != outlook.high {
        let open = questions::open(results);
        let rest = match open.len() {
            0 => String::new(),
            first => (EN.results.open_decide)(first, questions::further(results, &open)),
        };
        return (EN.results.outlook_between, vec![name(outlook.low), name(outlook.high)], rest);
    }
    let next = Rung::ALL.into_iter().find(|rung| *rung > outlook.low);
    let rest = next.map(|next| {
        let missing = results
            .criteria
            .iter()
            .filter(|criterion| criterion.id.rung() == next && criterion.verdict != Verdict::Yes)
            .count();
        (EN.results.between_and_next)(missing, name(next))
    });
    (EN.results.outlook_is, vec![name(outlook.low)], rest.unwrap_or_default())
}

/// The outlook in a word or a few.
pub fn outlook_short(outlook: Outlook) -> String {
    let rung = |rung: Rung| words::pick(&EN.results.rung_short, rung.index());
    if outlook.low == outlook.high {
        return rung(outlook.low).to_owned();
    }
    [rung(outlook.low), " to ", &rung(outlook.high).to_lowercase()].concat()
}

/// What is said about unusual results.
pub fn notices(results: &Results) -> Vec<&'static str> {
    let overlap = &results.overlap;
    let mut notices = Vec::new();
    let at_least = |figure: Figure, share: f64| reaches(figure, share) == Verdict::Yes;
    if at_least(overlap.jaccard, thresholds::FLAT) && overlap.shared.1 == 0 {
        notices.push(EN.results.flat);
    }
    let low = overlap.jaccard.ends().is_some_and(|(_, high)| high <= thresholds::OTHER_STRENGTH + TOLERANCE);
    if at_least(overlap.profile, thresholds::SAME_PROFILE) && low {
        notices.push(EN.results.same_priorities);
    }
    notices
}

/// What is said of the exchange.
pub fn exchange(results: &Results) -> &'static str {
    match results.exchange.as_slice() {
        [one] => words::pick(&EN.results.exchange_finding, one.index()),
        _ => EN.results.exchange_open,
    }
}
