//! The results: the sentence, the picture, every expectation, the outlook, the two sides, exchange, delivery, practices.

use super::delivery::{MatrixView, matrices};
use super::every::{EveryView, every};
use super::explained::{self, Shown};
use super::outlook::{LadderView, ladder};
use super::picture::{PointView, points};
use super::profile::{ProfileRow, profile};
use super::sides::{Fly, PledgeRow, exchange_scene, flies, pledges, sides_lead};
use super::tops::{TopList, tops};
use super::{picture_of, words};
use crate::app::Model;
use crate::assessment::{Answered, Assessment};
use crate::catalogue::{Catalogue, PerSide, Phase, Side};
use crate::chart::Picture;
use crate::route::{Part, Place, Route};
use crate::score::{Figure, Region, Results, Rung, Verdict, Voice, gates, questions};
use crate::text::EN;

/// The results.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultsView {
    /// Phase, who was heard, when.
    pub kicker: String,
    /// The finding.
    pub sentence: Sentence,
    /// The overlap; absent where there is none to speak of.
    pub overlap: Option<Shown>,
    /// What of the common ground is delivered.
    pub kept: Option<Shown>,
    /// The outlook as four bars, as SVG.
    pub stairs: String,
    /// "The outlook is" or "The outlook lies between".
    pub outlook_lead: &'static str,
    /// The rung, or the two rungs, in words.
    pub outlook: Vec<&'static str>,
    /// What stands between this and the next rung.
    pub outlook_rest: String,
    /// What is said about unusual results.
    pub notices: Vec<&'static str>,
    /// Where to answer, if a side is silent.
    pub answer: Option<String>,
    /// The picture.
    pub picture: Picture,
    /// What is said when an item in it is pointed at.
    pub points: Vec<PointView>,
    /// Every expectation.
    pub every: EveryView,
    /// The ladder.
    pub ladder: LadderView,
    /// What is said of the two sides.
    pub sides_lead: String,
    /// Coverage, returns, contributions.
    pub flies: Vec<Fly>,
    /// The five kinds of contribution.
    pub pledges: Vec<PledgeRow>,
    /// The picture of the exchange, as SVG.
    pub exchange: String,
    /// What it says.
    pub exchange_finding: &'static str,
    /// Importance against delivery, where anybody has said anything.
    pub matrices: Option<PerSide<MatrixView>>,
    /// Why it is not there.
    pub no_matrix: &'static str,
    /// The two top threes, if either was chosen.
    pub tops: Option<(String, PerSide<TopList>)>,
    /// What is said of the practices.
    pub profile_lead: String,
    /// The ten practices.
    pub profile: Vec<ProfileRow>,
    /// How many of ten are written down.
    pub maturity: String,
}

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

/// The results of what is open or came as a guest.
pub fn results(model: &Model) -> Option<ResultsView> {
    let (assessment, results) = model.shown()?;
    let answered = &assessment.answered;
    let catalogue = model.catalogue;
    let sentence = sentence(answered, results);
    let title = picture_title(results, &sentence.title);
    let (outlook_lead, outlook, outlook_rest) = outlook_words(results);
    let (exchange, exchange_finding) = exchange_scene(results, catalogue, "results-exchange");
    let silent = silent(results);
    let (profile_lead, profile) = profile(results, catalogue);
    let (low, high) = gates::maturity(&results.counted);
    let matrices = matrices(answered, results, catalogue);
    Some(ResultsView {
        kicker: kicker(assessment, results, catalogue),
        overlap: sentence.overlap.is_some().then(|| explained::overlap(results)),
        kept: results.delivery.kept.ends().is_some().then(|| explained::kept(results)),
        stairs: super::outlook::outlook_stairs(results.outlook).to_svg(),
        outlook_lead,
        outlook,
        outlook_rest,
        notices: notices(results),
        answer: (!silent.is_empty() && model.open().is_some())
            .then(|| Route::assessment(assessment.id.as_str(), Place::Expectations(Part::Importance)).address()),
        picture: picture_of(answered, results, catalogue, "picture", title),
        points: points(answered, results, catalogue),
        every: every(assessment, results, catalogue),
        ladder: ladder(assessment, results, catalogue),
        sides_lead: sides_lead(results),
        flies: flies(results),
        pledges: pledges(answered, results, catalogue),
        exchange,
        exchange_finding,
        no_matrix: match answered.community.phase {
            Phase::Plan => EN.results.matrix_plan,
            Phase::Launch | Phase::Sustain => EN.results.matrix_none,
        },
        matrices,
        tops: tops(answered, results, catalogue),
        profile_lead,
        profile,
        maturity: (EN.results.maturity)(low, high),
        sentence,
    })
}

/// The sides of which no importance is known.
fn silent(results: &Results) -> Vec<Side> {
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
    let overlap = results.overlap.jaccard.ends().map(|_| words::percent(results.overlap.jaccard, explained::OVERLAP));
    let title = match &overlap {
        Some(figure) => format!("{start}: {figure} {}", EN.results.overlap_follows),
        None => start.clone(),
    };
    Sentence { start, overlap, title }
}

/// How many replies a side is heard from; `None` for an estimate.
pub const fn people(voice: Voice) -> Option<u32> {
    match voice {
        Voice::Replies(people) | Voice::Summary(people) => Some(people),
        Voice::Estimate => None,
    }
}

fn kicker(assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> String {
    let text = &EN.results;
    let phase = catalogue.phase(results.counted.phase).map_or("", |phase| &phase.name);
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

fn picture_title(results: &Results, sentence: &str) -> String {
    let count = |region: Region| results.overlap.regions.iter().filter(|one| **one == region).count();
    (EN.results.picture_title)(
        sentence,
        count(Region::OrganisationOnly),
        count(Region::Shared),
        count(Region::MembersOnly),
    )
}

/// The outlook in words: the lead, one or two rungs, and what stands before the next.
fn outlook_words(results: &Results) -> (&'static str, Vec<&'static str>, String) {
    let outlook = results.outlook;
    let name = |rung: Rung| words::pick(&EN.results.rung_words, words::rung_index(rung));
    if outlook.low != outlook.high {
        let open = questions::open(results).len();
        let rest = if open == 0 { String::new() } else { (EN.results.open_decide)(open) };
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

fn notices(results: &Results) -> Vec<&'static str> {
    let overlap = &results.overlap;
    let mut notices = Vec::new();
    let at_least = |figure: Figure, share: f64| figure.ends().is_some_and(|(low, _)| low >= share - 1e-9);
    if at_least(overlap.jaccard, 0.5) && overlap.shared.1 == 0 {
        notices.push(EN.results.flat);
    }
    let low = overlap.jaccard.ends().is_some_and(|(_, high)| high <= 0.5 + 1e-9);
    if at_least(overlap.profile, 0.8) && low {
        notices.push(EN.results.same_priorities);
    }
    notices
}
