//! What an own catalogue must keep to, so that rules, pictures, files and links can rely on it.

use super::ItemId;
use super::advice::{Advice, bundled_advice};
use super::content::{Catalogue, Choice, StepWords};
use super::identity::{NAME, is_name};
use super::kinds::{Contribution, Origin, Phase, Practice};
use super::read::{Read, too_long, wrong};

/// The most items.
pub const ITEMS: usize = 40;
/// The most default ones: an assessment asks about 30, five of which may be its own.
const DEFAULTS: usize = 25;
/// The most characters of an item's label, which stands in the picture.
const LABEL: usize = 20;
/// The most characters of a word of a scale, which stands on a button.
const WORD: usize = 32;
/// The most characters of a code.
const CODE: usize = 12;

/// Checks a catalogue as a whole.
pub(super) fn catalogue(catalogue: &Catalogue) -> Read<()> {
    if !is_name(&catalogue.name) {
        return too_long("name", &catalogue.name, NAME);
    }
    let tag = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|one| one.is_ascii_alphanumeric());
    if !catalogue.language.split('-').all(tag) || catalogue.language.len() > 35 {
        let found = &catalogue.language;
        return wrong("language", format!("\"{found}\" is not a language tag such as en-GB"));
    }
    scales(catalogue)?;
    choices("phases", &catalogue.phases, &Phase::ALL.map(Phase::key))?;
    choices("origins", &catalogue.origins, &Origin::ALL.map(Origin::key))?;
    items(catalogue)?;
    let contributions: Vec<&str> = catalogue.contributions.iter().map(|words| words.id.key()).collect();
    in_order("contributions", &contributions, &Contribution::ALL.map(Contribution::key))?;
    practices(catalogue)?;
    match &catalogue.advice {
        Some(advice) => self::advice(advice, catalogue),
        None => Ok(()),
    }
}

fn scales(catalogue: &Catalogue) -> Read<()> {
    let scales = &catalogue.scales;
    scale("importance", &scales.importance)?;
    scale("delivered", &scales.delivered)?;
    scale("worth", &scales.worth)?;
    scale("contribution", &scales.contribution)?;
    scale("practice", &scales.practice)
}

fn scale(name: &str, steps: &[StepWords; 5]) -> Read<()> {
    let words: Vec<&str> = steps.iter().map(|step| step.word.as_str()).collect();
    let place = format!("scales.{name}");
    fit(&place, "word", &words, WORD)?;
    once(&place, "word", &words)
}

fn choices(list: &str, choices: &[Choice], expected: &[&str]) -> Read<()> {
    let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
    in_order(list, &ids, expected)
}

fn practices(catalogue: &Catalogue) -> Read<()> {
    let ids: Vec<&str> = catalogue.practices.iter().map(|words| words.id.key()).collect();
    in_order("practices", &ids, &Practice::ALL.map(Practice::key))
}

fn items(catalogue: &Catalogue) -> Read<()> {
    let items = &catalogue.items;
    if !(1..=ITEMS).contains(&items.len()) {
        return wrong("items", format!("{} items, where 1 to {ITEMS} are expected", items.len()));
    }
    let ids: Vec<&str> = items.iter().map(|item| item.id.as_str()).collect();
    for (index, id) in ids.iter().enumerate() {
        if !is_code(id) {
            let expected = "one or two capital letters and a number from 1 to 99, such as O1";
            return wrong(&format!("items[{index}].id"), format!("\"{id}\" is not {expected}"));
        }
        if id.starts_with("VP") {
            return wrong(&format!("items[{index}].id"), format!("\"{id}\" is kept for practices"));
        }
    }
    once("items", "id", &ids)?;
    let labels: Vec<&str> = items.iter().map(|item| item.label.as_str()).collect();
    fit("items", "label", &labels, LABEL)?;
    once("items", "label", &labels)?;
    once("items", "statement", &items.iter().map(|item| item.statement.as_str()).collect::<Vec<_>>())?;
    match catalogue.default_items().count() {
        1..=DEFAULTS => Ok(()),
        count => wrong("items", format!("{count} of them are default, where 1 to {DEFAULTS} are expected")),
    }
}

/// Whether an id is one or two capital letters and a number from 1 to 99.
fn is_code(id: &str) -> bool {
    let digits = id.trim_start_matches(|one: char| one.is_ascii_uppercase());
    let letters = id.len() - digits.len();
    let number = digits.len() <= 2 && !digits.starts_with('0') && digits.parse::<u8>().is_ok();
    (1..=2).contains(&letters) && number
}

/// Whether a list has these ids in this order.
fn in_order(list: &str, ids: &[&str], expected: &[&str]) -> Read<()> {
    if let Some((index, (found, expected))) =
        ids.iter().zip(expected).enumerate().find(|(_, (found, expected))| found != expected)
    {
        return wrong(&format!("{list}[{index}].id"), format!("\"{found}\" stands where \"{expected}\" is expected"));
    }
    if ids.len() == expected.len() {
        return Ok(());
    }
    wrong(list, format!("{} values, where {} are expected", ids.len(), expected.len()))
}

/// Whether none of the texts of a list has too many characters.
fn fit(list: &str, key: &str, texts: &[&str], limit: usize) -> Read<()> {
    match texts.iter().enumerate().find(|(_, text)| text.chars().nth(limit).is_some()) {
        Some((index, text)) => too_long(&format!("{list}[{index}].{key}"), text, limit),
        None => Ok(()),
    }
}

/// Whether none of the texts of a list stands twice.
fn once(list: &str, key: &str, texts: &[&str]) -> Read<()> {
    let doubled = texts.iter().enumerate().find(|(index, text)| texts.iter().take(*index).any(|one| one == *text));
    match doubled {
        Some((index, text)) => wrong(&format!("{list}[{index}].{key}"), format!("\"{text}\" stands twice")),
        None => Ok(()),
    }
}

/// Whether a list is no longer than is read.
fn at_most(list: &str, count: usize, limit: usize) -> Read<()> {
    if count <= limit {
        return Ok(());
    }
    wrong(&format!("advice.{list}"), format!("{count} are too many: at most {limit} are read"))
}

/// Checks what is advised: that what it speaks of is there.
fn advice(advice: &Advice, catalogue: &Catalogue) -> Read<()> {
    at_most("actions", advice.actions.len(), 200)?;
    at_most("measures", advice.measures.len(), 100)?;
    at_most("bridges", advice.bridges.len(), 100)?;
    at_most("sources", advice.sources.len(), 200)?;
    actions(advice)?;
    let codes: Vec<&str> = advice.measures.iter().map(|one| one.id.as_str()).collect();
    fit("advice.measures", "id", &codes, CODE)?;
    once("advice.measures", "id", &codes)?;
    let items: Vec<&str> = catalogue.items.iter().map(|item| item.id.as_str()).collect();
    let item = |place: String, id: &ItemId| here(&place, id.as_str(), &items);
    for (index, measure) in advice.measures.iter().enumerate() {
        for (at, id) in measure.items.iter().enumerate() {
            item(format!("advice.measures[{index}].items[{at}]"), id)?;
        }
    }
    for (index, bridge) in advice.bridges.iter().enumerate() {
        item(format!("advice.bridges[{index}].from"), &bridge.from)?;
        item(format!("advice.bridges[{index}].to"), &bridge.to)?;
    }
    bridged(advice)
}

/// Checks that the actions that bridges name are there, and named by one of them each.
fn bridged(advice: &Advice) -> Read<()> {
    for (index, bridge) in advice.bridges.iter().enumerate() {
        let Some(number) = bridge.action else { continue };
        let place = format!("advice.bridges[{index}].action");
        if advice.actions.iter().all(|action| action.number != number) {
            return wrong(&place, format!("{number} is not in this catalogue"));
        }
        if advice.bridges.iter().take(index).any(|one| one.action == Some(number)) {
            return wrong(&place, format!("{number} stands twice"));
        }
    }
    Ok(())
}

/// Checks weaknesses, actions against them, and where these are from.
fn actions(advice: &Advice) -> Read<()> {
    let codes: Vec<&str> = advice.weaknesses.iter().map(String::as_str).collect();
    let known = &bundled_advice().weaknesses;
    if let Some((index, code)) = codes.iter().enumerate().find(|(_, code)| !known.iter().any(|one| one == *code)) {
        let problem = format!("\"{code}\" is none of the weaknesses that the rules know");
        return wrong(&format!("advice.weaknesses[{index}].id"), problem);
    }
    once("advice.weaknesses", "id", &codes)?;
    let keys: Vec<&str> = advice.sources.iter().map(|one| one.key.as_str()).collect();
    fit("advice.sources", "key", &keys, CODE)?;
    once("advice.sources", "key", &keys)?;
    let numbers: Vec<String> = advice.actions.iter().map(|action| action.number.to_string()).collect();
    once("advice.actions", "number", &numbers.iter().map(String::as_str).collect::<Vec<_>>())?;
    for (index, action) in advice.actions.iter().enumerate() {
        let place = format!("advice.actions[{index}]");
        here(&format!("{place}.weakness"), &action.weakness, &codes)?;
        for (at, source) in action.sources.iter().enumerate() {
            here(&format!("{place}.sources[{at}]"), source, &keys)?;
        }
    }
    Ok(())
}

/// Whether what is spoken of is in this catalogue.
fn here(place: &str, id: &str, among: &[&str]) -> Read<()> {
    if among.contains(&id) { Ok(()) } else { wrong(place, format!("\"{id}\" is not in this catalogue")) }
}
