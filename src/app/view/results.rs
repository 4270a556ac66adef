//! The results: the sentence, the picture, every expectation, the outlook, the two sides, exchange, delivery,
//! practices.

use super::bridges::bridges_of;
use super::delivery::{MatrixView, matrices};
use super::explained::{self, Shown};
use super::live::drawn_from;
use super::outlook::{LadderView, ladder};
use super::picture::{PointView, points};
use super::picture_of;
use super::sides::{Fly, PledgeRow, exchange_scene, flies, pledges, sides_lead};
use super::time::{LastTime, last_time};
use super::tops::{TopList, tops};
use crate::app::Model;
use crate::catalogue::{Level, PerSide, Phase};
use crate::chart::{Picture, PracticeBar};
use crate::report::drawing::every::{EveryView, every};
use crate::report::drawing::profile::profile;
pub use crate::report::finding::{Sentence, sentence};
use crate::report::picture::picture_title;
use crate::report::{finding, words};
use crate::route::{Part, Place, Route};
use crate::score::{Results, Rung, gates};
use crate::text::{EN, numbers};

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
    /// What was last time; `None` without a snapshot.
    pub last_time: Option<LastTime>,
    /// What is said about unusual results.
    pub notices: Vec<&'static str>,
    /// What to do if a side is silent, and where.
    pub answer: Option<(String, String)>,
    /// The picture.
    pub picture: Picture,
    /// That it is drawn from a part of the expectations only, where it is.
    pub drawn: Option<String>,
    /// What is said when an item in it is pointed at.
    pub points: Vec<PointView>,
    /// Every expectation.
    pub every: EveryView,
    /// The ladder.
    pub ladder: LadderView,
    /// What is said of the two sides.
    pub sides_lead: String,
    /// Coverage and returns.
    pub flies: Vec<Fly>,
    /// The five kinds of contribution.
    pub pledges: Vec<PledgeRow>,
    /// The picture of the exchange, as SVG.
    pub exchange: String,
    /// What it says.
    pub exchange_finding: String,
    /// Importance against delivery, where anybody has said anything.
    pub matrices: Option<PerSide<MatrixView>>,
    /// Why it is not there.
    pub no_matrix: &'static str,
    /// The two top threes, if either was chosen.
    pub tops: Option<(String, PerSide<TopList>)>,
    /// What is said of the practices.
    pub profile_lead: String,
    /// The ten practices.
    pub profile: Vec<PracticeBar>,
    /// How many of ten are written down.
    pub maturity: String,
    /// Which of the sections below the picture have anything to say.
    pub says: Says,
    /// The sections of the page: the id of each, and its title.
    pub contents: Vec<(&'static str, &'static str)>,
}

/// Which sections have anything to say. One without its first answer is left out: it would show only what is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Says {
    /// Every expectation: the importance of one is known.
    pub expectations: bool,
    /// The two sides and the exchange: that, or what a side puts in, or what it finds it worth.
    pub sides: bool,
    /// The practices: the level of one.
    pub practices: bool,
}

impl Says {
    fn of(results: &Results) -> Self {
        let counted = &results.counted;
        let known = |levels: &PerSide<Option<Level>>| levels.iter().any(|(_, level)| level.is_some());
        let expectations = counted.items.iter().any(|item| known(&item.importance));
        let puts_in = counted.contribution.iter().any(|(_, kinds)| kinds.iter().any(Option::is_some));
        Self {
            expectations,
            sides: expectations || puts_in || known(&counted.worth),
            practices: counted.practices.iter().any(Option::is_some),
        }
    }

    /// Whether there is any answer at all.
    pub const fn any(self) -> bool {
        self.sides || self.practices
    }
}

/// The results of what is open or came as a guest.
pub fn results(model: &Model) -> Option<ResultsView> {
    let (assessment, results) = model.shown()?;
    let answered = &assessment.answered;
    let catalogue = model.catalogue;
    let sentence = finding::sentence(answered, results);
    let title = picture_title(results, &sentence.title);
    let (outlook_lead, outlook, outlook_rest) = finding::outlook(results);
    let (exchange, exchange_finding) = exchange_scene(results, catalogue, "results-exchange");
    let silent = finding::silent(results);
    let (profile_lead, profile) = profile(results, catalogue);
    let (low, high) = gates::maturity(&results.counted);
    let tops = tops(answered, results, catalogue);
    let matrices = matrices(answered, results, catalogue);
    let says = Says::of(results);
    let contents = contents(model, results, (tops.is_some(), matrices.is_some()), says);
    Some(ResultsView {
        kicker: finding::kicker(assessment, results, catalogue, model.ahead),
        overlap: sentence.overlap.is_some().then(|| explained::overlap(results)),
        kept: results.delivery.kept.ends().is_some().then(|| beginning(explained::kept(results))),
        stairs: super::outlook::outlook_stairs(results.outlook).to_svg(),
        outlook_lead,
        outlook,
        outlook_rest,
        last_time: last_time(assessment, model.open()),
        notices: finding::notices(results),
        answer: (!silent.is_empty() && model.open().is_some()).then(|| {
            let words = match silent.as_slice() {
                [side] => (EN.results.nobody_lead)(words::side(*side)),
                _ => EN.results.nobody_both_lead.to_owned(),
            };
            let to = Place::Expectations(Part::Importance);
            (words, Route::assessment(assessment.id.as_str(), to).address())
        }),
        picture: picture_of(answered, results, catalogue, "picture", title),
        drawn: drawn_from(results, answered.items.len()),
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
        profile_lead,
        profile,
        maturity: (EN.results.maturity)(low, high),
        contents,
        says,
        tops,
        sentence,
    })
}

/// The sections that there are, in their order on the page.
fn contents(
    model: &Model,
    results: &Results,
    (tops, delivery): (bool, bool),
    says: Says,
) -> Vec<(&'static str, &'static str)> {
    let text = &EN.results;
    let all = [
        ("next", EN.next.title, true),
        ("every", text.every_title, says.expectations),
        ("bridges", EN.change.bridges_title, bridges_of(model).is_some()),
        ("outlook", text.outlook_title, true),
        ("next-rung", EN.change.rung_title, says.any() && results.outlook.low < Rung::Lasting),
        ("sides", text.sides_title, says.sides),
        ("exchange", text.exchange_title, says.sides),
        ("top", text.top_title, tops),
        ("delivery", text.matrix_title, delivery || says.any()),
        ("profile", text.profile_title, says.practices),
    ];
    all.into_iter().filter(|(.., there)| *there).map(|(id, title, _)| (id, title)).collect()
}

/// A figure that a sentence begins with: "About 48 %".
fn beginning(mut shown: Shown) -> Shown {
    shown.text = numbers::capital(&shown.text);
    shown
}
