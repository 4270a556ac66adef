//! The expectations: what matters, what is delivered, the top three, and the bank of further items.

use super::asked;
use super::evidence::{self, EvidenceRow};
use super::live::{self, Live, estimated};
use super::words;
use crate::app::Model;
use crate::assessment::Question;
use crate::assessment::{Answer, Answered, Edit, Item, Note, OwnItem, Reply, limits};
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Holder, ItemId, Level, PerSide, Phase, Side, Step};
use crate::chart::Region as Spot;
use crate::route::{Part, Place, Route};
use crate::score::heard::standing;
use crate::score::{Group, Region, Results, Voice};
use crate::text::EN;

/// The expectations.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectationsView {
    /// Which part is shown.
    pub part: Part,
    /// The parts.
    pub tabs: Vec<Tab>,
    /// Said where only one side's questions are shown.
    pub one_side: Option<String>,
    /// What is asked.
    pub ask: &'static str,
    /// A word on the phase.
    pub hint: Option<&'static str>,
    /// The items with their questions.
    pub cards: Vec<ItemCard>,
    /// The top three of each side.
    pub top: PerSide<TopView>,
    /// Items that could be added.
    pub bank: Vec<BankRow>,
    /// How many are asked about, and how many may be.
    pub asked: (usize, usize),
    /// How many own items may still be added.
    pub own_left: usize,
    /// The picture.
    pub live: Live,
    /// Where to go on, the foremost first: what the way is called, and its address.
    pub onward: Vec<(&'static str, String)>,
}

/// A part of the expectations in the row of tabs.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// Its name.
    pub label: &'static str,
    /// "19 of 24".
    pub count: String,
    /// Its address.
    pub address: String,
    /// Whether it is shown.
    pub current: bool,
}

/// An item with its two questions.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemCard {
    /// Which.
    pub id: ItemId,
    /// Its number.
    pub number: usize,
    /// Where it stands in the picture.
    pub spot: Spot,
    /// Its statement.
    pub statement: String,
    /// What is meant; empty for an own item.
    pub help: &'static str,
    /// Who wants it, in words.
    pub verdict: &'static str,
    /// Whether it is one of their own.
    pub own: bool,
    /// Said beside the wording of one of their own that people have answered.
    pub reworded: String,
    /// The note on it.
    pub note: String,
    /// What shows what was answered.
    pub evidence: Vec<EvidenceRow>,
    /// What stands behind its disclosure: "Note and evidence (2)".
    pub noted: String,
    /// The question for each side.
    pub choices: PerSide<ChoiceView>,
}

/// One question with its steps.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceView {
    /// The element's id, and the name of the group of radio buttons.
    pub element: String,
    /// For which side.
    pub side: Side,
    /// What stands over the steps: the side, or the question.
    pub legend: &'static str,
    /// The answer.
    pub answer: Option<Answer>,
    /// What replies say, where the side is heard.
    pub heard: Option<Heard>,
}

/// What replies say about a question: that counts, and an answer beside it is no more than an estimate.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// In words, with the estimate.
    pub words: String,
    /// What counts: one step, or the two that it lies between; nothing where it is open.
    pub level: Option<Level>,
}

impl Heard {
    /// Whether a step is what counts.
    pub fn is(&self, step: Step) -> bool {
        self.level.is_some_and(|level| (level.steps() - f64::from(step.number())).abs() < 0.75)
    }
}

impl ChoiceView {
    /// What stands for a question that is asked no longer, until its elements go.
    pub const fn unasked(side: Side) -> Self {
        Self { element: String::new(), side, legend: "", answer: None, heard: None }
    }
}

/// A row of the bank of further items.
#[derive(Clone, Debug, PartialEq)]
pub struct BankRow {
    /// Which.
    pub id: ItemId,
    /// Its statement.
    pub statement: String,
    /// What is meant.
    pub help: &'static str,
    /// Who usually holds it.
    pub holder: Holder,
    /// Whether it was taken out, so that it comes back with its answers.
    pub back: bool,
}

/// The top three of a side.
#[derive(Clone, Debug, PartialEq)]
pub struct TopView {
    /// Chosen so far, first to third.
    pub chosen: [Option<ItemId>; limits::TOP],
    /// What can be chosen: number and label.
    pub options: Vec<(ItemId, String)>,
}

/// The expectations of the assessment that is open.
pub fn expectations(model: &Model, part: Part) -> Option<ExpectationsView> {
    let assessment = &model.open()?.assessment;
    let results = &model.open()?.results;
    let answered = &assessment.answered;
    let (ask, hint) = match part {
        Part::Importance => (EN.asking.importance_ask, heard_hint(results, Group::Importance)),
        Part::Delivered => {
            let plan = answered.community.phase == Phase::Plan;
            let heard = heard_hint(results, Group::Delivered);
            (EN.asking.delivered_ask, if plan { Some(EN.asking.delivered_plan) } else { heard })
        }
        Part::Top => (EN.asking.top_ask, Some(EN.asking.top_hint)),
    };
    let cards = if part == Part::Top {
        Vec::new()
    } else {
        words::numbered(answered)
            .enumerate()
            .map(|(at, (number, item))| {
                card(answered, results, model.catalogue, part, (at, number, item), assessment.notes.get(&item.id()))
            })
            .collect()
    };
    let own = answered.items.iter().filter(|item| matches!(item, Item::Own(_))).count();
    Some(ExpectationsView {
        part,
        tabs: tabs(answered, results, assessment.id.as_str(), part, model.sides()),
        one_side: model.options.side.map(|side| (EN.hosting.one_side)(words::side(side))),
        ask,
        hint,
        cards,
        top: PerSide::from_fn(|side| top(answered, model.catalogue, side)),
        bank: bank(answered, model.catalogue),
        asked: (answered.items.len(), limits::ITEMS),
        own_left: limits::OWN_ITEMS.saturating_sub(own).min(limits::ITEMS.saturating_sub(answered.items.len())),
        live: live::live(model, part)?,
        onward: onward(assessment.id.as_str(), part, answered.community.phase),
    })
}

/// Where one goes on behind a part.
fn onward(id: &str, part: Part, phase: Phase) -> Vec<(&'static str, String)> {
    let text = &EN.asking;
    let to = |words: &'static str, place: Place| (words, Route::assessment(id, place).address());
    let results = to(text.practices_next, Place::Results);
    match part {
        Part::Importance if phase == Phase::Plan => vec![to(text.importance_next, Place::Exchange)],
        Part::Importance => vec![
            to(text.importance_next, Place::Exchange),
            to(text.importance_or, Place::Expectations(Part::Delivered)),
        ],
        Part::Delivered => vec![to(text.delivered_next, Place::Expectations(Part::Top)), results],
        Part::Top => vec![results, to(text.importance_next, Place::Exchange)],
    }
}

/// How many of these sides' answers about the items asked are given, and how many of these are "don't know".
pub fn given(answered: &Answered, part: Part, sides: &[Side]) -> (usize, usize, usize) {
    if part == Part::Top {
        let chosen = sides.iter().map(|side| answered.estimate.get(*side).top.len()).sum();
        return (chosen, 0, sides.len() * limits::TOP);
    }
    let mut counts = (0, 0, sides.len() * answered.items.len());
    for side in sides {
        let answers = answered.estimate.get(*side);
        let ratings = if part == Part::Delivered { &answers.delivered } else { &answers.importance };
        for answer in answered.items.iter().filter_map(|item| ratings.get(&item.id())) {
            counts.0 += 1;
            counts.1 += usize::from(*answer == Answer::DontKnow);
        }
    }
    counts
}

fn tabs(answered: &Answered, results: &Results, id: &str, part: Part, sides: &[Side]) -> Vec<Tab> {
    Part::ALL
        .into_iter()
        .map(|one| {
            let label = match one {
                Part::Importance => EN.asking.importance,
                Part::Delivered => EN.asking.delivered,
                Part::Top => EN.asking.top,
            };
            let group = match one {
                // The top three come with the importance of the items.
                Part::Importance | Part::Top => Group::Importance,
                Part::Delivered => Group::Delivered,
            };
            // Where people are heard, the estimates do not count, so that none is missing.
            let asked = estimated(results, group, sides);
            let (given, unknown, all) = given(answered, one, &asked);
            let later = one == Part::Delivered && answered.community.phase == Phase::Plan && given == 0;
            let mut count = match (asked.is_empty(), later) {
                (true, _) => EN.asking.tab_heard.to_owned(),
                (false, true) => EN.asking.tab_later.to_owned(),
                (false, false) => (EN.asking.of)(given, all),
            };
            if unknown > 0 {
                count = format!("{count}, {}", (EN.asking.dont_knows)(unknown));
            }
            Tab {
                label,
                count,
                address: Route::assessment(id, Place::Expectations(one)).address(),
                current: one == part,
            }
        })
        .collect()
}

fn card(
    answered: &Answered,
    results: &Results,
    catalogue: &'static Catalogue,
    part: Part,
    (at, number, item): (usize, usize, &Item),
    note: Option<&Note>,
) -> ItemCard {
    let id = item.id();
    let region = results.region(id);
    let verdict = match region {
        Region::Shared => EN.asking.both_want,
        Region::OrganisationOnly => EN.asking.only_organisation,
        Region::MembersOnly => EN.asking.only_members,
        Region::Neither => EN.asking.neither,
        Region::Open => "",
    };
    let evidence = note.map_or(&[][..], |note| &note.evidence);
    ItemCard {
        id,
        number,
        spot: super::picture::place(region),
        statement: words::statement(answered, id, catalogue),
        help: catalogue.item(id).map_or("", |item| &item.help),
        verdict,
        own: matches!(item, Item::Own(_)),
        reworded: reworded(answered, item),
        note: note.map(|note| note.note.clone()).unwrap_or_default(),
        evidence: evidence::rows(evidence),
        noted: evidence::noted(note.map_or("", |note| &note.note), evidence, None, EN.asking.add_note),
        choices: PerSide::from_fn(|side| choice(answered, results, catalogue, part, side, (at, id))),
    }
}

/// How many people have answered the words of an own item, or may have.
fn reworded(answered: &Answered, item: &Item) -> String {
    let Item::Own(own) = item else { return String::new() };
    let spoke =
        |one: &&Reply| one.answers.importance.contains_key(&own.id) || one.answers.delivered.contains_key(&own.id);
    let summarised = answered.summary.iter().filter_map(|(_, summary)| summary.as_ref());
    let counts = summarised.filter(|one| one.importance.contains_key(&own.id)).map(|one| one.count as usize);
    (EN.asking.reworded)(standing(&answered.replies).into_iter().filter(spoke).count().max(counts.sum()))
}

fn choice(
    answered: &Answered,
    results: &Results,
    catalogue: &Catalogue,
    part: Part,
    side: Side,
    (at, id): (usize, ItemId),
) -> ChoiceView {
    let answers = answered.estimate.get(side);
    let counted = results.counted.items.get(at);
    let (ratings, group, scale) = match part {
        Part::Delivered => (&answers.delivered, Group::Delivered, Scale::Delivered),
        Part::Importance | Part::Top => (&answers.importance, Group::Importance, Scale::Importance),
    };
    let level = counted.and_then(|item| match group {
        Group::Delivered => *item.delivered.get(side),
        _ => *item.importance.get(side),
    });
    let answer = ratings.get(&id).copied();
    ChoiceView {
        element: asked::element(asked::of(part, side, id)),
        side,
        legend: words::legend(side),
        answer,
        heard: heard(results, (group, side), (level, answer), scale, catalogue),
    }
}

/// Said once on a screen where anybody is heard.
pub fn heard_hint(results: &Results, group: Group) -> Option<&'static str> {
    let heard = Side::ALL.into_iter().any(|side| results.counted.voices.get(side).of(group).is_heard());
    heard.then_some(EN.asking.heard_counts)
}

/// What replies say about a quantity, where the side is heard, and what the estimate is.
pub fn heard(
    results: &Results,
    (group, side): (Group, Side),
    (level, estimate): (Option<Level>, Option<Answer>),
    scale: Scale,
    catalogue: &Catalogue,
) -> Option<Heard> {
    let (Voice::Replies(people) | Voice::Summary(people)) = results.counted.voices.get(side).of(group) else {
        return None;
    };
    let mut words = match level {
        Some(level) => {
            let (number, word) = words::level(level, scale, catalogue);
            (EN.asking.heard)(people as usize, &format!("{number} {word}"))
        }
        None => (EN.asking.heard_open)(people as usize),
    };
    if let Some(Answer::Step(step)) = estimate {
        words.push_str(&(EN.asking.heard_beside)(step.number()));
    }
    Some(Heard { words, level })
}

fn top(answered: &Answered, catalogue: &Catalogue, side: Side) -> TopView {
    let mut chosen = [None; limits::TOP];
    for (slot, item) in chosen.iter_mut().zip(&answered.estimate.get(side).top) {
        *slot = answered.number(*item).map(|_| *item);
    }
    let options = words::numbered(answered)
        .map(|(number, item)| (item.id(), format!("{number} {}", words::label(answered, item.id(), catalogue))))
        .collect();
    TopView { chosen, options }
}

/// The items of the catalogue that are not asked about, and the own ones that were taken out.
fn bank(answered: &Answered, catalogue: &'static Catalogue) -> Vec<BankRow> {
    let rated = |id: &ItemId| {
        Side::ALL.into_iter().any(|side| {
            let answers = answered.estimate.get(side);
            answers.importance.contains_key(id) || answers.delivered.contains_key(id)
        })
    };
    let own =
        |own: &OwnItem| BankRow { id: own.id, statement: own.text.clone(), help: "", holder: own.holder, back: true };
    catalogue
        .items
        .iter()
        .filter(|item| answered.number(item.id).is_none())
        .map(|item| BankRow {
            id: item.id,
            statement: item.statement.clone(),
            help: &item.help,
            holder: item.holder,
            back: rated(&item.id),
        })
        .chain(answered.set_aside.iter().map(own))
        .collect()
}

/// Adds an expectation of their own.
pub fn new_own(model: &Model, text: &str, holder: Holder) -> Option<Edit> {
    let item = model.open()?.assessment.next_own_of(text);
    Some(Edit::AddOwn { item, text: text.to_owned(), holder })
}

/// The words of the five steps of a scale.
pub fn steps(catalogue: &'static Catalogue, scale: Scale) -> [&'static str; 5] {
    Step::ALL.map(|step| catalogue.word(scale, step))
}

/// The five steps of a scale: the number, the word, and what it means.
pub fn meanings(catalogue: &'static Catalogue, scale: Scale) -> [(&'static str, &'static str, &'static str); 5] {
    let numbers = ["0", "1", "2", "3", "4"];
    let words = catalogue.scale(scale);
    Step::ALL.map(|step| {
        let at = usize::from(step.number());
        let (word, means) = words.get(at).map_or(("", ""), |words| (&words.word, &words.means));
        (numbers.get(at).copied().unwrap_or_default(), word, means)
    })
}

/// The question that a part of the expectations asks.
pub const fn question(part: Part) -> Question {
    match part {
        Part::Delivered => Question::Delivered,
        Part::Importance | Part::Top => Question::Importance,
    }
}
