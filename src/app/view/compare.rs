//! Two communities, or two states of one, side by side: which two, and what can be said of them in a sentence.

use super::compared::{ComparedView, compared, end_of};
use super::picture_of;
use super::time::heard;
use super::words::within;
use super::{explained, words};
use crate::app::shelf::same;
use crate::app::{End, Guest, Model, name, picked, side_by_side};
use crate::assessment::{Answered, Assessment};
use crate::catalogue::{PerSide, Side};
use crate::chart;
use crate::report::changed::{ChangeRow, read_alike};
use crate::route::{Pick, Route};
use crate::score::trend::{self, Alike, Beside, Direction, Measured};
use crate::score::{self, Results};
use crate::text::{EN, numbers};

/// Two states side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareView {
    /// The finding, or what is to be chosen.
    pub title: String,
    /// What stands behind it.
    pub lead: Vec<String>,
    /// The two ends.
    pub ends: [EndView; 2],
    /// What is compared, where two states are there that can be.
    pub body: Option<ComparedView>,
    /// Whether both ends can change places.
    pub swap: Option<String>,
}

/// One end: what stands there, and what could.
#[derive(Clone, Debug, PartialEq)]
pub struct EndView {
    /// The communities, and first that none is chosen.
    pub communities: Vec<Choosable>,
    /// The one that is chosen.
    pub community: String,
    /// Its states, the present first; one or none where there is nothing to choose.
    pub states: Vec<Choosable>,
    /// The one that is chosen.
    pub state: String,
    /// Its picture in small, as SVG; empty where nothing is chosen.
    pub mini: String,
    /// Phase, overlap over all its own expectations, who was heard.
    pub about: String,
}

/// One of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosable {
    /// What stands for it.
    pub value: String,
    /// What it is called.
    pub name: String,
}

/// A state that is there.
struct State<'a> {
    assessment: &'a Assessment,
    snapshot: Option<usize>,
    answered: &'a Answered,
    name: String,
}

/// The address at which the assessment that is open, or else the guest copy, stands first.
pub fn beside(model: &Model) -> String {
    let id = model.open_id().map_or_else(|| Pick::GUEST.to_owned(), |id| id.to_string());
    Route::Compare([Some(Pick::present(&id)), None]).address()
}

/// What choosing in the two lists of an end leads to.
pub fn chosen(community: &str, state: &str) -> Option<Pick> {
    let snapshot = state.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    (!community.is_empty()).then(|| Pick { id: community.to_owned(), snapshot })
}

/// The comparison that the address names.
pub fn compare(model: &Model) -> CompareView {
    let none = [None, None];
    let picks = if let Route::Compare(picks) = &model.route { picks } else { &none };
    let communities = communities(model);
    let ends = picks.each_ref().map(|pick| end(model, pick.as_ref(), &communities));
    let text = &EN.compare;
    let said = |title: &str, lead: &str| (title.to_owned(), vec![lead.to_owned()], None);
    let [one, other] = picks;
    let there = |pick: &Option<Pick>| pick.as_ref().is_none_or(|pick| state(model, pick).is_some());
    let states = one.as_ref().zip(other.as_ref());
    let states = states.and_then(|(one, other)| state(model, one).zip(state(model, other)));
    let (title, lead, body) = match states {
        _ if !there(one) || !there(other) => said(text.choose, text.gone_lead),
        None => said(
            text.choose,
            match communities.len() {
                0 => text.nobody_lead,
                1 if alone(model) => text.alone_lead,
                _ => text.choose_lead,
            },
        ),
        Some(_) if one == other => said(text.same, text.same_lead),
        Some((one, other)) if one.assessment.catalogue != other.assessment.catalogue => {
            said(text.catalogues, text.catalogues_lead)
        }
        Some((one, other)) => of_two(model, &one, &other),
    };
    let swap = (one.is_some() && other.is_some()).then(|| Route::Compare([other.clone(), one.clone()]).address());
    CompareView { title, lead, ends, body, swap }
}

/// Whether the one community that is here has no snapshot to put beside it.
fn alone(model: &Model) -> bool {
    side_by_side(model).iter().all(|(shelved, _)| shelved.assessment.snapshots.is_empty())
}

/// Everything there is to compare.
fn communities(model: &Model) -> Vec<Choosable> {
    let listed = side_by_side(model).into_iter().map(|(shelved, looking)| {
        let called = name(&shelved.assessment);
        let name = if looking { (EN.compare.looked)(&called) } else { called };
        Choosable { value: shelved.assessment.id.to_string(), name }
    });
    // A copy that was kept stands among the saved ones, unless it is chosen by its address.
    let chosen =
        matches!(&model.route, Route::Compare(picks) if picks.iter().flatten().any(|pick| pick.id == Pick::GUEST));
    let saved = |guest: &&Guest| {
        let mine = model.shelf.get(&guest.assessment.id);
        !chosen && mine.is_some_and(|mine| same(&mine.assessment, &guest.assessment))
    };
    let guest = model
        .guest
        .as_ref()
        .filter(|guest| !saved(guest))
        .map(|guest| Choosable { value: Pick::GUEST.to_owned(), name: (EN.compare.guest)(&name(&guest.assessment)) });
    listed.chain(guest).collect()
}

/// The state that is picked; `None` where it is not here any more.
fn state<'a>(model: &'a Model, pick: &Pick) -> Option<State<'a>> {
    let assessment = picked(model, pick)?;
    let called = name(assessment);
    let Some(at) = pick.snapshot else {
        return Some(State { assessment, snapshot: None, answered: &assessment.answered, name: called });
    };
    let snapshot = assessment.snapshots.get(at)?;
    let label = words::snapshot(&assessment.snapshots, at);
    let name = [&called, ", ", &label].concat();
    Some(State { assessment, snapshot: pick.snapshot, answered: &snapshot.answered, name })
}

/// An end with what could stand there.
fn end(model: &Model, pick: Option<&Pick>, communities: &[Choosable]) -> EndView {
    let none = Choosable { value: String::new(), name: EN.compare.none.to_owned() };
    let mut list = vec![none];
    list.extend_from_slice(communities);
    let Some(pick) = pick else {
        let (community, state, mini, about) = (String::new(), String::new(), String::new(), String::new());
        return EndView { communities: list, community, states: Vec::new(), state, mini, about };
    };
    let gone = |value: &str| Choosable { value: value.to_owned(), name: EN.compare.missing.to_owned() };
    if communities.iter().all(|one| one.value != pick.id) {
        list.push(gone(&pick.id));
    }
    let snapshots = picked(model, pick).map(|assessment| &assessment.snapshots);
    let mut states = vec![Choosable { value: String::new(), name: EN.time.present.to_owned() }];
    let snapshots = snapshots.map_or(&[][..], |list| list.as_slice());
    for at in (0..snapshots.len()).rev() {
        let name = words::snapshot(snapshots, at);
        states.push(Choosable { value: (at + 1).to_string(), name });
    }
    let number = pick.snapshot.map(|at| (at + 1).to_string()).unwrap_or_default();
    if states.iter().all(|one| one.value != number) {
        states.push(gone(&number));
    }
    let uid = ["end-", &pick.id, &number].concat();
    let (mini, about) = state(model, pick).map(|state| itself(model, &state, &uid)).unwrap_or_default();
    EndView { communities: list, community: pick.id.clone(), states, state: number, mini, about }
}

/// What the state says of itself, over all its own expectations: in a small picture and in words.
fn itself(model: &Model, state: &State<'_>, uid: &str) -> (String, String) {
    let results: Results = score::results(state.answered);
    let catalogue = model.catalogues.of(state.assessment);
    let picture = picture_of(state.answered, &results, catalogue, uid, String::new());
    let phase = catalogue.phase_name(results.counted.phase);
    let overlap = words::percent(results.overlap.jaccard, explained::OVERLAP);
    let voices = PerSide::from_fn(|side: Side| results.counted.voices.get(side).importance);
    let mut parts = vec![(EN.results.phase_of)(phase)];
    if overlap != numbers::NONE {
        parts.push((EN.compare.own_overlap)(&overlap, state.answered.items.len()));
    }
    let heard = heard(voices);
    if heard != numbers::NONE {
        parts.push((EN.compare.heard)(&heard));
    }
    (chart::mini(&picture, 60.0).to_svg(), parts.join(" · "))
}

/// The finding, what differs clearly and what does not, and the tables.
fn of_two(model: &Model, one: &State<'_>, other: &State<'_>) -> (String, Vec<String>, Option<ComparedView>) {
    let alike = if one.assessment.id == other.assessment.id { Alike::Id } else { Alike::Words };
    let beside = trend::beside(one.answered, other.answered, alike);
    // Beside a snapshot of its own, the present state says that it is that.
    let called = |state: &State<'_>, beside: &State<'_>| match (alike, state.snapshot, beside.snapshot) {
        (Alike::Id, None, Some(_)) => [&state.name, ", ", &within(EN.time.present)].concat(),
        _ => state.name.clone(),
    };
    let mut names = [called(one, other), called(other, one)];
    if names[0] == names[1] {
        for (name, which) in names.iter_mut().zip(End::ALL) {
            *name = [name.as_str(), " (", which.letter(), ")"].concat();
        }
    }
    let title = finding(&beside, &names);
    let states = [one.answered, other.answered];
    let body = compared(&beside, states, names, model.catalogues.of(one.assessment));
    (title, differences(&body.figures), Some(body))
}

fn finding(beside: &Beside, names: &[String; 2]) -> String {
    let text = &EN.compare;
    if beside.changes.common.is_empty() {
        return text.nothing_common.to_owned();
    }
    let Some(change) = beside.changes.of(Measured::Overlap) else { return text.nothing.to_owned() };
    let [one, other] = [change.earlier, change.later].map(|figure| words::percent(figure, explained::OVERLAP));
    match change.direction {
        _ if one == numbers::NONE || other == numbers::NONE => text.nothing.to_owned(),
        Direction::Up if read_alike(&one, &other) => (text.more_little)(&names[1], &other),
        Direction::Down if read_alike(&one, &other) => (text.more_little)(&names[0], &one),
        Direction::Up => (text.more)(&names[1], &other, &one),
        Direction::Down => (text.more)(&names[0], &one, &other),
        Direction::Unclear => (text.unclear)(&one, &other),
    }
}

/// How many figures are clearly higher at which end, and how many at neither.
fn differences(figures: &[ChangeRow]) -> Vec<String> {
    let text = &EN.compare;
    let higher = |end: Option<End>| figures.iter().filter(|row| end_of(row.direction) == end).count();
    let alone = figures.iter().filter(|row| row.is_alone()).count();
    match [Some(End::One), Some(End::Other), None].map(higher) {
        [0, 0, _] => vec![text.unclear_all.to_owned()],
        [one, other, unclear] => {
            vec![(text.higher_count)(one, other), (text.unclear_rest)(unclear.saturating_sub(alone), alone)]
        }
    }
}

/// Whether an id is in a list of ids with a space between them: what is ticked, or unfolded. An id has no space in it,
/// and a signal of a text is in the page already, where one of a list would be another.
pub fn is_in(list: &str, id: &str) -> bool {
    list.split_whitespace().any(|one| one == id)
}

/// Such a list with one more, or without it where it was there.
#[must_use]
pub fn toggled(list: &str, id: &str) -> String {
    let others = list.split_whitespace().filter(|one| *one != id);
    others.chain((!is_in(list, id)).then_some(id)).collect::<Vec<_>>().join(" ")
}

/// What is said below the table in which some are ticked, and the address at which two of them are compared.
pub fn pair(model: &Model, ticked: &str) -> (String, Option<String>) {
    let text = &EN.compare;
    let all = side_by_side(model);
    let find = |id: &str| all.iter().map(|(shelved, _)| &shelved.assessment).find(|one| one.id.as_str() == id);
    let there: Vec<_> = ticked.split_whitespace().filter_map(find).collect();
    match there.as_slice() {
        [] => (String::new(), None),
        [one] => ((text.ticked_one)(&name(one)), None),
        [one, other] => {
            let picks = [one, other].map(|one| Some(Pick::present(one.id.as_str())));
            ((text.ticked_two)(&name(one), &name(other)), Some(Route::Compare(picks).address()))
        }
        more => ((text.ticked_many)(more.len()), None),
    }
}
