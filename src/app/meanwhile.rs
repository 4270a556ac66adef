//! A change taken back, or made again, on what another tab has made of it meanwhile: only what the change itself did.

use std::sync::Arc;

use super::gone::Gone;
use super::history::Where;
use crate::assessment::{Assessment, Instant};
use crate::catalogue::Known;
use crate::file;
use crate::tree::Tree;

/// What comes of a change that led from one state to another, where the assessment is in a third by now. What another
/// tab has done since stays; and what is no longer as the change had left it is deleted and not removed, so that it can
/// be brought back.
pub fn toward(to: Where, from: &Where, now: &Where, known: &Known, when: &Instant) -> Where {
    let (left, here) = (from.assessment(), now.assessment());
    let carried = |to: Arc<Assessment>| match (left, here) {
        (_, None) => to,
        (None, Some(here)) => Arc::clone(here),
        (Some(left), Some(here)) if left == here => to,
        (Some(left), Some(here)) => {
            merged(left, &to, here, known).filter(|merged| *merged != **here).map_or_else(|| Arc::clone(here), Arc::new)
        }
    };
    match (to, now) {
        (Where::Shelf(to), _) => Where::Shelf(carried(to)),
        (Where::Gone(to), _) => Where::Gone(Gone { assessment: carried(to.assessment), ..to }),
        (Where::Nowhere, Where::Shelf(here)) if left != Some(here) || matches!(from, Where::Gone(_)) => {
            Where::Gone(Gone::new(Arc::clone(here), when.clone()))
        }
        (Where::Nowhere, Where::Gone(here)) if !matches!(from, Where::Gone(_)) => Where::Gone(here.clone()),
        (Where::Nowhere, _) => Where::Nowhere,
    }
}

/// What leads from one state to another, made on a third; `None` where that would be no assessment.
fn merged(from: &Assessment, to: &Assessment, onto: &Assessment, known: &Known) -> Option<Assessment> {
    let tree = |state| Tree::parse(&file::write_compact(state)).ok();
    let merged = carry(Some(&tree(from)?), Some(&tree(to)?), Some(&tree(onto)?))?;
    file::read_known(&merged.to_text(), known).ok()
}

/// The same of a value, which may be missing. Where both have changed the same, what stands there now stays.
fn carry(from: Option<&Tree>, to: Option<&Tree>, onto: Option<&Tree>) -> Option<Tree> {
    if from == onto {
        return to.cloned();
    }
    if from != to {
        if let (Some(from), Some(to), Some(onto)) = (entries(from), entries(to), entries(onto)) {
            let missing = to.iter().filter(|(key, _)| value(onto, key).is_none());
            let keys = onto.iter().chain(missing).map(|(key, _)| key);
            let one = |key: &String| Some((key.clone(), carry(value(from, key), value(to, key), value(onto, key))?));
            return Some(Tree::Object(keys.filter_map(one).collect()));
        }
        if let (Some(from), Some(to), Some(onto)) = (elements(from), elements(to), elements(onto)) {
            return Some(Tree::List(carry_list(from, to, onto)));
        }
    }
    onto.cloned()
}

/// The same of a list: one of its elements is known by its id, or is the same throughout.
fn carry_list(from: &[Tree], to: &[Tree], onto: &[Tree]) -> Vec<Tree> {
    let find = |list: &'_ [Tree], one: &Tree| list.iter().position(|other| is_same(one, other));
    let mut carried: Vec<Tree> = Vec::new();
    for here in onto {
        let at = |list: &[Tree]| find(list, here);
        match (at(from).and_then(|at| from.get(at)), at(to).and_then(|at| to.get(at))) {
            (Some(from), None) if from == here => {}
            (Some(from), Some(to)) => carried.extend(carry(Some(from), Some(to), Some(here))),
            _ => carried.push(here.clone()),
        }
    }
    for (at, new) in to.iter().enumerate() {
        if find(from, new).is_none() && find(onto, new).is_none() {
            carried.insert(at.min(carried.len()), new.clone());
        }
    }
    carried
}

fn is_same(one: &Tree, other: &Tree) -> bool {
    let id = |tree: &Tree| entries(Some(tree)).and_then(|entries| value(entries, "id").cloned());
    match (id(one), id(other)) {
        (None, None) => one == other,
        (one, other) => one == other,
    }
}

fn value<'a>(entries: &'a [(String, Tree)], key: &str) -> Option<&'a Tree> {
    entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
}

/// The entries of an object; none where it is missing.
fn entries(tree: Option<&Tree>) -> Option<&[(String, Tree)]> {
    match tree {
        None => Some(&[]),
        Some(Tree::Object(entries)) => Some(entries),
        Some(_) => None,
    }
}

/// The elements of a list; none where it is missing.
fn elements(tree: Option<&Tree>) -> Option<&[Tree]> {
    match tree {
        None => Some(&[]),
        Some(Tree::List(list)) => Some(list),
        Some(_) => None,
    }
}
