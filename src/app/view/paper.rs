//! The report on paper: a page with the essentials, then everything.
//!
//! It is made when it is looked at or printed, never kept. Notes and names stand in it only where they were chosen to
//! go along, and no single reply does, nor anything that tells how many chose a step, or the lowest and the highest: of
//! two people each would read the other's answer. Every figure is counted.

use super::outlook::CriterionRow;
use super::results::{ResultsView, results};
use super::sides::exchange_scene;
use super::talk::{TopicList, talk};
use super::time::TrendView;
use crate::advice;
use crate::app::{Model, Shelved, name};
use crate::assessment::{Assessment, Evidence, Item};
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, PerSide, Side};
use crate::chart::{self, Canvas, Region as Spot};
use crate::report::about::about;
use crate::report::changed::{Changed, since_last};
use crate::report::drawing::every::EveryRow;
use crate::report::over_time;
use crate::report::planned::{self, Bridge, Table};
use crate::report::{Include, Subject, next, picture, who, words};
use crate::route::{Place, Route};
use crate::score::moment::moments;
use crate::score::{Many, Results, Rung, Split};
use crate::text::EN;

/// How high the table of the expectations can be on the first page, in tenths of a millimetre. Where their statements
/// take more, they stand there with their short labels; where these do too, the table goes to the next page.
const ROOM: usize = 1050;

/// How high a row is without its lines, a line of it, and the number before it.
const ROW: usize = 13;
const LINE: usize = 40;
const NUMBER: usize = 46;

/// Letters in such a line, in a wide typeface.
const LETTERS_IN_LINE: usize = 32;

/// The report on paper.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperView {
    /// Its name, and below it phase, who was heard, when.
    pub head: [String; 2],
    /// The finding.
    pub title: String,
    /// What is delivered and the outlook: before, within and behind what is set in bold.
    pub lead: [String; 3],
    /// The picture, as SVG.
    pub picture: String,
    /// "Outlook: fragile".
    pub outlook: String,
    /// "Next rung: …".
    pub rung: String,
    /// The criteria of that rung.
    pub criteria: Vec<CriterionRow>,
    /// A figure a row, for each side.
    pub sides: Vec<(&'static str, PerSide<String>)>,
    /// What next: what, and against what; or questions.
    pub next: Vec<(String, String)>,
    /// The same in full: what, how to begin, why; empty where these are questions.
    pub next_whole: Vec<[String; 3]>,
    /// What the community is for, a paragraph each; who started it, since when, how many belong to it.
    pub purpose: Vec<String>,
    /// See above; each with its name.
    pub about: Vec<(&'static str, String)>,
    /// The expectations, as they stand in the picture.
    pub items: Vec<PaperItem>,
    /// Whether they have room on the first page.
    pub items_fit: bool,
    /// How to read it all.
    pub reading: Vec<String>,
    /// What the screen of the results shows.
    pub results: ResultsView,
    /// Notes and evidence: on what, and what.
    pub notes: Vec<(String, String)>,
    /// The value statement, a paragraph each.
    pub statement: Vec<String>,
    /// The measures.
    pub measures: Table,
    /// The plan.
    pub plan: Table,
    /// The next review, in a sentence.
    pub review: String,
    /// How what one side alone wants could become shared.
    pub bridges: Vec<Bridge>,
    /// Who was heard, in sentences.
    pub heard: Vec<String>,
    /// How it went over time: the finding and more of it, the figures, what has changed since the last snapshot.
    pub past: Option<PastView>,
    /// What to talk about.
    pub topics: Vec<TopicList>,
}

/// How it went over time.
#[derive(Clone, Debug, PartialEq)]
pub struct PastView {
    /// What has become of the overlap, how many answers moved, which round it is.
    pub finding: String,
    /// The figures at each date.
    pub trend: TrendView,
    /// What the last snapshot and the present are called.
    pub between: [String; 2],
    /// What has changed between them.
    pub changed: Changed,
}

/// An expectation in the table of the first page.
#[derive(Clone, Debug, PartialEq)]
pub struct PaperItem {
    /// Its number.
    pub number: usize,
    /// Where it stands.
    pub spot: Spot,
    /// Its statement.
    pub statement: String,
    /// Importance to each side.
    pub importance: PerSide<String>,
    /// What both see delivered, in half steps.
    pub delivered: Option<u8>,
}

/// Whether the present screen prints as the report: those of a community do, but the report itself is on paper already.
pub fn prints_paper(model: &Model) -> bool {
    !matches!(&model.route, Route::Assessment { place: Place::Report, .. }) && model.shown().is_some()
}

/// The report on what is shown.
pub fn paper(model: &Model) -> Option<PaperView> {
    let (assessment, found) = model.shown()?;
    let advice = model.catalogue.advice();
    let many = Many::of(&assessment.answered, &found.counted);
    let subject = Subject {
        assessment,
        results: found,
        next: &advice::next(assessment, found, &many, advice, &[]),
        catalogue: model.catalogue,
        advice,
        today: model.today.as_ref()?,
        ahead: model.ahead,
        include: model.along,
    };
    let mut seen = results(model)?;
    // Several pictures in one document keep their marks apart by their ids.
    seen.exchange = exchange_scene(found, model.catalogue, "paper-exchange").0;
    for row in seen.every.groups.iter_mut().flat_map(|group| &mut group.rows) {
        row.note.clear();
    }
    let (next, next_whole) = ahead(&subject);
    let (rung, criteria) = next_rung(&seen, found);
    let (items, items_fit) = items(&subject, &seen);
    Some(PaperView {
        head: [name(assessment), seen.kicker.clone()],
        title: [&seen.sentence.title, "."].concat(),
        lead: lead(&seen),
        picture: drawn(&subject, &seen),
        outlook: (EN.handouts.heading)(&seen.outlook.join(EN.results.up_to)),
        rung,
        criteria,
        sides: sides(&seen, found, model.catalogue),
        next,
        next_whole,
        purpose: paragraphs(&assessment.answered.community.purpose),
        about: about(&subject),
        items_fit,
        items,
        reading: reading(&seen),
        notes: if model.along.notes { notes(assessment, model.catalogue, model.along) } else { Vec::new() },
        statement: statement(&subject),
        measures: planned::measures(&subject),
        plan: planned::actions(&subject),
        review: review(assessment),
        bridges: planned::bridges(&subject),
        heard: who::heard(&subject),
        past: past(model),
        topics: topics(model),
        results: seen,
    })
}

/// How it went, from the first snapshot on; of a copy that came with a link too.
fn past(model: &Model) -> Option<PastView> {
    let (assessment, _) = model.shown()?;
    let (between, changed) = since_last(assessment, model.catalogue)?;
    let moments = model.open().map_or_else(|| moments(assessment), Shelved::moments);
    let mut trend = over_time::trends(assessment, &moments, model.catalogue)?;
    "paper-trend".clone_into(&mut trend.trend.uid);
    let (title, more) = over_time::finding(assessment);
    let mut finding = [&title, ". ", &more].concat();
    if assessment.round > 1 {
        finding = [&finding, " ", &(EN.time.round_now)(assessment.round)].concat();
    }
    Some(PastView { finding, trend, between, changed })
}

/// What to talk about, where anybody has replied: between the sides with their middle answers, within a side without
/// figures.
fn topics(model: &Model) -> Vec<TopicList> {
    let replied = model.open().filter(|shelved| !shelved.assessment.answered.replies.is_empty());
    let mut topics = replied.map(|shelved| talk(shelved, model.catalogue).0.topics).unwrap_or_default();
    for list in &mut topics {
        let within = list.split != Split::BetweenSides;
        for row in &mut list.rows {
            row.scene.clear();
            if within {
                row.finding.clear();
            }
        }
    }
    topics
}

/// What is delivered, and the outlook.
fn lead(seen: &ResultsView) -> [String; 3] {
    let kept = seen.kept.as_ref().map(|kept| [&kept.text, " ", EN.results.kept_follows, " "].concat());
    let rungs = seen.outlook.join(&[" ", EN.results.and, " "].concat());
    let rest = [". ", &seen.outlook_rest].concat();
    [[&kept.unwrap_or_default(), seen.outlook_lead, " "].concat(), rungs, rest.trim_end().to_owned()]
}

fn drawn(subject: &Subject<'_>, seen: &ResultsView) -> String {
    let answered = &subject.assessment.answered;
    let title = seen.sentence.title.clone();
    let picture = picture::picture_of(answered, subject.results, subject.catalogue, "paper-picture", title);
    // The small one is for phones, on which the report is read and not printed.
    [Canvas::Print, Canvas::Small].map(|canvas| chart::picture(&picture, canvas).to_svg()).concat()
}

/// The rung above the outlook, and its criteria; the highest where all are reached.
fn next_rung(seen: &ResultsView, results: &Results) -> (String, Vec<CriterionRow>) {
    let next = Rung::ALL.into_iter().find(|rung| *rung > results.outlook.low);
    let at = next.unwrap_or(Rung::Lasting).index();
    // The ladder has the highest on top.
    let rung = seen.ladder.rungs.iter().rev().nth(at);
    let criteria = rung.map(|rung| rung.criteria.clone()).unwrap_or_default();
    let line = match (next, rung) {
        (Some(_), Some(rung)) => {
            let hold = criteria.iter().filter(|row| row.drawn.mark == chart::MarkKind::Yes).count();
            let asked = criteria.iter().filter(|row| row.drawn.mark != chart::MarkKind::NotAsked).count();
            (EN.handouts.next_rung)(&rung.name.to_lowercase(), hold, asked)
        }
        _ => EN.handouts.top_rung.to_owned(),
    };
    (line, criteria)
}

fn sides(seen: &ResultsView, results: &Results, catalogue: &Catalogue) -> Vec<(&'static str, PerSide<String>)> {
    let figure = |fly: &super::Fly| (fly.label, PerSide::from_fn(|side| fly.sides.get(side).text.clone()));
    let mut rows: Vec<_> = seen.flies.iter().map(figure).collect();
    let puts_in = |side| words::percent(*results.contribution.get(side), &[]);
    rows.push((EN.results.puts_in, PerSide::from_fn(puts_in)));
    let worth = |level| words::level_or_open(level, Scale::Worth, catalogue);
    rows.push((EN.handouts.worth, PerSide::from_fn(|side| worth(*results.counted.worth.get(side)))));
    rows
}

/// What next, in short and in full; questions where there is nothing else to do.
fn ahead(subject: &Subject<'_>) -> (Vec<(String, String)>, Vec<[String; 3]>) {
    let answered = &subject.assessment.answered;
    let (mut next, mut whole) = (Vec::new(), Vec::new());
    for proposal in &subject.next.proposals {
        let both = (answered, subject.results);
        if let Some(told) = next::proposed(proposal, both, subject.catalogue, subject.advice) {
            next.push((told.title.to_owned(), [&told.against, "."].concat()));
            whole.push([told.title.to_owned(), told.how.to_owned(), told.reasons()]);
        }
    }
    if next.is_empty() {
        let asked = subject.next.questions.iter().take(3);
        next.extend(asked.map(|one| (next::question(one.asked, answered, subject.catalogue), String::new())));
    }
    (next, whole)
}

/// The expectations, group by group as the picture has them, and whether they have room on the first page; with their
/// short labels where there is little.
fn items(subject: &Subject<'_>, seen: &ResultsView) -> (Vec<PaperItem>, bool) {
    let rows = || seen.every.groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group.spot, row)));
    let label = |row: &EveryRow| {
        let id = subject.assessment.answered.items.iter().map(Item::id).find(|id| id.to_string() == row.drawn.key);
        id.map_or_else(String::new, |id| words::label(&subject.assessment.answered, id, subject.catalogue))
    };
    let high = |text: &str| ROW + (LINE * text.chars().count().div_ceil(LETTERS_IN_LINE)).max(NUMBER);
    let whole = rows().map(|(_, row)| high(&row.drawn.statement)).sum::<usize>() <= ROOM;
    let short = !whole && rows().map(|(_, row)| high(&label(row))).sum::<usize>() <= ROOM;
    let item = |(spot, row): (Spot, &EveryRow)| {
        let said = |side: Side| match row.drawn.importance.get(side.index()).copied().flatten() {
            Some(_) => row.importance_words.get(side).split(' ').next().unwrap_or_default().to_owned(),
            None => "?".to_owned(),
        };
        PaperItem {
            number: row.drawn.number,
            spot,
            statement: if short { label(row) } else { row.drawn.statement.clone() },
            importance: PerSide::from_fn(said),
            delivered: row.drawn.delivered,
        }
    };
    (rows().map(item).collect(), whole || short)
}

fn reading(seen: &ResultsView) -> Vec<String> {
    let text = &EN.handouts;
    let mut reading = vec![text.importance.to_owned(), text.shapes.to_owned()];
    if !seen.every.division.is_empty() {
        reading.push((text.division)(&seen.every.division));
    }
    reading.push(text.proposals.to_owned());
    reading
}

/// Notes and evidence, on expectations in the order of their numbers, then on practices.
fn notes(assessment: &Assessment, catalogue: &Catalogue, along: Include) -> Vec<(String, String)> {
    let (text, answered) = (&EN.handouts, &assessment.answered);
    let mut notes = Vec::new();
    for (number, item) in words::numbered(answered) {
        if let Some(note) = assessment.notes.get(&item.id()) {
            let label = words::label(answered, item.id(), catalogue);
            notes.push(((text.expectation)(number, &label), told(&note.note, &note.evidence, along)));
        }
    }
    for (practice, answer) in &answered.practices {
        let name = catalogue.practice_name(*practice);
        notes.push(((text.practice)(practice.index() + 1, name), told(&answer.note, &answer.evidence, along)));
    }
    notes.retain(|(_, told)| !told.is_empty());
    notes
}

/// A note and what shows it.
fn told(note: &str, evidence: &[Evidence], along: Include) -> String {
    let mut parts = vec![note.trim().to_owned()];
    for one in evidence {
        let mut shows = vec![one.text.trim().to_owned(), one.url.trim().to_owned()];
        shows.extend(one.date.as_ref().map(words::date));
        if along.names && !one.person.trim().is_empty() {
            shows.push((EN.report.can_tell)(one.person.trim()));
        }
        shows.retain(|part| !part.is_empty());
        parts.push(shows.join(", "));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// The lines of a text that hold words.
fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn statement(subject: &Subject<'_>) -> Vec<String> {
    let statement = &subject.assessment.statement;
    let mut paragraphs = paragraphs(&statement.text);
    // Where there is none, there is none to be looked at again.
    let review = statement.review.as_ref().filter(|_| !paragraphs.is_empty());
    if paragraphs.is_empty() {
        paragraphs.push(EN.report.statement_none.to_owned());
    }
    if subject.include.names && !statement.owner.trim().is_empty() {
        paragraphs.push((EN.report.kept_by)(statement.owner.trim()));
    }
    paragraphs.extend(review.map(|day| (EN.report.looked_at)(&words::date(day))));
    paragraphs
}

fn review(assessment: &Assessment) -> String {
    let review = assessment.answered.community.next_review.as_ref();
    review.map(|day| (EN.report.next_review)(&words::date(day))).unwrap_or_default()
}
