//! What the results say, in sentences: the finding, who was heard, the outlook, the exchange.

use super::criterion::criterion_words;
use super::words;
use crate::assessment::{Answered, Assessment};
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Phase, Side};
use crate::score::heard::standing;
use crate::score::outlook::reaches;
use crate::score::{
    Criterion, Exchange, Figure, Group, Outlook, Region, Results, Rung, TOLERANCE, Verdict, Voice, questions,
    thresholds,
};
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

/// How many people have answered for a side that is not heard yet, and how many are needed beside them; `None` where
/// nobody has, or where it is not for want of people.
pub fn too_few(answered: &Answered, results: &Results, side: Side) -> Option<(usize, usize)> {
    let count = standing(&answered.replies).iter().filter(|reply| reply.side == side).count();
    let more = (*answered.min_replies.get(side) as usize).saturating_sub(count);
    (count > 0 && more > 0 && !results.counted.heard(side)).then_some((count, more))
}

/// The finding in one sentence.
pub fn sentence(answered: &Answered, results: &Results) -> Sentence {
    let silent = silent(results);
    let too_few = |side: &Side| {
        let (count, more) = too_few(answered, results, *side)?;
        Some((EN.results.too_few)(*side == Side::Members, count, more))
    };
    let too_few: Vec<String> = silent.iter().filter_map(too_few).collect();
    let start = match silent.as_slice() {
        _ if !too_few.is_empty() => too_few.join(". "),
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

/// "23 of 43 steps coincide", over the items whose importance both sides know; empty where nothing of them is wanted.
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

/// Whether what counts of a group is the estimate for a side, and anything of it is there. What is delivered is not
/// asked while planning.
pub fn is_estimated(results: &Results, side: Side, group: Group) -> bool {
    let counted = &results.counted;
    let asked = group != Group::Delivered || counted.phase != Phase::Plan;
    asked && !counted.voices.get(side).of(group).is_heard() && counted.speaks(side, group)
}

/// Phase, who was heard and what is estimated all the same, when it was last changed.
///
/// `ahead` is how many minutes the clock of whoever reads it is ahead of universal time: the day is theirs.
pub fn kicker(assessment: &Assessment, results: &Results, catalogue: &Catalogue, ahead: i32) -> String {
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
    if heard.len() < 2 && silent(results).len() < 2 {
        parts.push(text.one_sees.to_owned());
    } else {
        let of = |group: Group| Side::ALL.into_iter().any(|side| is_estimated(results, side, group));
        let groups = Group::ALL.into_iter().zip(EN.report.groups).filter(|(group, _)| of(*group));
        let groups: Vec<&str> = groups.map(|(_, words)| words).collect();
        parts.extend((!groups.is_empty()).then(|| (text.estimated)(&groups.join(", "))));
    }
    parts.extend(assessment.updated.as_ref().map(|updated| words::date(&updated.at(ahead).date())));
    parts.join(" · ")
}

/// The outlook in words: the lead, one or two rungs, and what stands before the next.
pub fn outlook(results: &Results) -> (&'static str, Vec<&'static str>, String) {
    let outlook = results.outlook;
    let name = |rung: Rung| words::pick(&EN.results.rung_words, rung.index());
    if outlook.low != outlook.high {
        let open = questions::open(results);
        let rest = match open.len() {
            // The first thing to do is to answer for the side that is silent.
            _ if !silent(results).is_empty() => String::new(),
            0 => String::new(),
            first => (EN.results.open_decide)(first, questions::further(results, &open)),
        };
        return (EN.results.outlook_between, vec![name(outlook.low), name(outlook.high)], rest);
    }
    let next = Rung::ALL.into_iter().find(|rung| *rung > outlook.low);
    let rest = next.map(|next| {
        let stands = |one: &&Criterion| one.id.rung() == next && one.verdict != Verdict::Yes;
        let quoted = |one: &Criterion| (EN.results.quoted)(criterion_words(one.id));
        let names: Vec<String> = results.criteria.iter().filter(stands).map(quoted).collect();
        (EN.results.between_and_next)(names.len(), name(next), &(EN.planning.list)(&names))
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
        let wanted = |region: &Region| matches!(region, Region::OrganisationOnly | Region::MembersOnly);
        let one_sided = overlap.regions.iter().any(wanted);
        notices.push(if one_sided { EN.results.flat_but } else { EN.results.flat });
    }
    let low = overlap.jaccard.ends().is_some_and(|(_, high)| high <= thresholds::OTHER_STRENGTH + TOLERANCE);
    if at_least(overlap.profile, thresholds::SAME_PROFILE) && low {
        notices.push(EN.results.same_priorities);
    }
    notices
}

/// What is said of the exchange: what each side says, what follows where one gets less than it puts in, and whose word
/// it is. While planning it is asked what would be, and nothing follows yet.
pub fn exchange(results: &Results, catalogue: &Catalogue) -> String {
    let (text, counted) = (&EN.results, &results.counted);
    let planned = counted.phase == Phase::Plan;
    let said = |side: Side| {
        let level = |level| words::level(level, Scale::Worth, catalogue).1;
        counted.worth.get(side).map(level).unwrap_or_default()
    };
    let [kind] = results.exchange.as_slice() else { return (text.exchange_open)(planned).to_owned() };
    let Some(finding) = text.exchange_finding.get(kind.index()) else { return String::new() };
    let estimated = |side: &Side| !counted.voices.get(*side).worth.is_heard();
    let mut finding = finding(planned, &said(Side::Organisation), &said(Side::Members));
    if Side::ALL.iter().all(estimated) {
        finding = [text.exchange_as, &finding].concat();
    }
    let mut told = numbers::capital(&finding);
    let (other, follows) = match kind {
        Exchange::Extraction => (Side::Members, text.members_leave),
        Exchange::Club => (Side::Organisation, text.budget_is_cut),
        Exchange::Sustaining | Exchange::Drifting => (Side::Members, ""),
    };
    let loses = counted.worth.get(other).is_some_and(|level| !level.reaches(thresholds::GAINS));
    if loses && !planned && !follows.is_empty() {
        told = [&told, " ", follows].concat();
    }
    match Side::ALL.map(|side| estimated(&side)) {
        [true, false] => [&told, " ", &(text.exchange_partly)(words::side(Side::Organisation))].concat(),
        [false, true] => [&told, " ", &(text.exchange_partly)(words::side(Side::Members))].concat(),
        _ => told,
    }
}
