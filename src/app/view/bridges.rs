//! Bridges: how what one side alone wants could become something that both want.

use super::picture::place;
use super::{plan, words};
use crate::advice::bridges;
use crate::app::Model;
use crate::assessment::{Action, ActionStatus, Answered, Assessment, Edit};
use crate::catalogue::advice::Bridge;
use crate::catalogue::{Catalogue, ItemId};
use crate::chart::Region as Spot;
use crate::score::{Region, Results};
use crate::text::EN;

/// Bridges.
#[derive(Clone, Debug, PartialEq)]
pub struct BridgesView {
    /// How many expectations stand on one side alone.
    pub lead: String,
    /// What is offered.
    pub cards: Vec<BridgeCard>,
    /// What they write themselves, for each expectation of one side.
    pub own: Vec<OwnBridge>,
    /// "Bridges of your own (1)"
    pub own_title: String,
    /// The items that a bridge leads from one side into the common part.
    pub moving: Vec<String>,
    /// Whether something can be written and planned: not in a copy that came with a link.
    pub editable: bool,
}

/// A bridge that is offered.
#[derive(Clone, Debug, PartialEq)]
pub struct BridgeCard {
    /// What it starts from.
    pub from: End,
    /// What it serves.
    pub to: End,
    /// What to do.
    pub how: &'static str,
    /// The action that it would be.
    pub action: String,
    /// The number of the action of the catalogue that says the same.
    pub advice: Option<u16>,
    /// Whether the plan holds it, or the action that says the same.
    pub planned: bool,
}

/// An end of a bridge.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// Its number.
    pub number: usize,
    /// Where it stands in the picture.
    pub spot: Spot,
    /// Its short label.
    pub label: String,
}

/// A bridge of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnBridge {
    /// From which item.
    pub item: ItemId,
    /// The item.
    pub end: End,
    /// What they wrote.
    pub text: String,
    /// The action that it would be; empty where nothing is written.
    pub action: String,
    /// Whether the plan holds it.
    pub planned: bool,
}

/// The bridges of what is shown; `None` where nothing stands on one side alone and none was written, and where nothing
/// is offered for a copy that came with a link, in which none can be written.
pub fn bridges_of(model: &Model) -> Option<BridgesView> {
    let (assessment, results) = model.shown()?;
    let answered = &assessment.answered;
    let one_sided = |region: &Region| matches!(region, Region::OrganisationOnly | Region::MembersOnly);
    let count = results.overlap.regions.iter().filter(|region| one_sided(region)).count();
    let own: Vec<OwnBridge> = own(assessment, results, model.catalogue);
    if count == 0 && own.is_empty() {
        return None;
    }
    let offered = bridges::offered(results, model.catalogue.advice());
    if offered.is_empty() && model.open().is_none() {
        return None;
    }
    let mut moving = Vec::new();
    for item in &answered.items {
        let id = item.id();
        let led = offered.iter().any(|bridge| bridge.from == id || bridge.to == id);
        let written = own.iter().any(|own| own.item == id && !own.action.is_empty());
        if led || written && bridges::is_one_sided(results, id) {
            moving.push(id.to_string());
        }
    }
    let written = own.iter().filter(|own| !own.action.is_empty()).count();
    let mut lead = (EN.change.bridges_lead)(count);
    if count > 0 && offered.is_empty() {
        lead = [&lead, " ", EN.change.bridges_none].concat();
    }
    Some(BridgesView {
        lead,
        cards: offered.into_iter().filter_map(|bridge| card(bridge, assessment, results, model.catalogue)).collect(),
        own_title: (EN.change.bridge_own_count)(written),
        own,
        moving,
        editable: model.open().is_some(),
    })
}

fn card(
    bridge: &'static Bridge,
    assessment: &Assessment,
    results: &Results,
    catalogue: &Catalogue,
) -> Option<BridgeCard> {
    let from = end(bridge.from, &assessment.answered, results, catalogue)?;
    let to = end(bridge.to, &assessment.answered, results, catalogue)?;
    let action = (EN.change.bridge_text)(&from.label, &to.label, &bridge.how);
    let same = |one: &Action| one.advice == bridge.action && one.status != ActionStatus::Dropped;
    let said = bridge.action.is_some() && assessment.actions.iter().any(same);
    let planned = said || is_planned(assessment, &action);
    Some(BridgeCard { from, to, how: &bridge.how, action, advice: bridge.action, planned })
}

/// One for each item that one side alone wants, and for each about which something was written.
fn own(assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> Vec<OwnBridge> {
    let own = |id: ItemId| {
        let text = assessment.notes.get(&id).map_or("", |note| &note.bridge);
        if text.is_empty() && !bridges::is_one_sided(results, id) {
            return None;
        }
        let end = end(id, &assessment.answered, results, catalogue)?;
        let words = text.trim();
        let action = if words.is_empty() { String::new() } else { (EN.change.bridge_own_text)(&end.label, words) };
        Some(OwnBridge { item: id, text: text.to_owned(), planned: is_planned(assessment, &action), end, action })
    };
    assessment.answered.items.iter().filter_map(|item| own(item.id())).collect()
}

fn end(id: ItemId, answered: &Answered, results: &Results, catalogue: &Catalogue) -> Option<End> {
    let number = answered.number(id)?;
    Some(End { number, spot: place(results.region(id)), label: words::label(answered, id, catalogue) })
}

/// Whether the plan holds an action with these words, done or not.
fn is_planned(assessment: &Assessment, action: &str) -> bool {
    assessment.actions.iter().any(|one| one.text.trim() == action)
}

/// Puts a bridge into the plan, as the action of the catalogue that says the same, if there is one: then that is not
/// proposed as if nothing had been planned.
pub fn plan_bridge(model: &Model, action: &str, advice: Option<u16>) -> Option<Edit> {
    plan::worded_action(model, action, advice).map(|(edit, _)| edit)
}
