//! Objects and lists of a file.

use std::collections::BTreeSet;

use super::fault::{At, Problem, Read, fault, quoted, under};
use crate::assessment::{Extra, Tree};
use crate::catalogue::ItemId;
use crate::order::Map;

/// Hands every entry of an object to `take`, which gives back the value of a key it does not know. These are the
/// result.
///
/// The closure is called through a pointer: there are twenty of them, and the loop is the same.
pub(super) fn fields(tree: Tree, take: &mut dyn FnMut(&str, Tree) -> Read<Option<Tree>>) -> Read<Extra> {
    let mut extra = Extra::new();
    for (key, value) in entries(tree)? {
        match take(&key, value) {
            Ok(None) => {}
            Ok(Some(value)) => extra.push((key, value)),
            Err(fault) => return under(fault, key),
        }
    }
    Ok(extra)
}

/// The entries of an object.
pub(super) fn entries(tree: Tree) -> Read<Extra> {
    match tree {
        Tree::Object(entries) => Ok(entries),
        other => fault(Problem::Kind { found: other.kind(), expected: "an object" }),
    }
}

/// The values of a list.
pub(super) fn values(tree: Tree) -> Read<Vec<Tree>> {
    match tree {
        Tree::List(values) => Ok(values),
        other => fault(Problem::Kind { found: other.kind(), expected: "a list" }),
    }
}

/// A list, each value read by `one`.
pub(super) fn list<T>(tree: Tree, one: fn(Tree) -> Read<T>) -> Read<Vec<T>> {
    values(tree)?.into_iter().enumerate().map(|(index, value)| one(value).at_index(index)).collect()
}

/// A list of at most `limit` values, each read by `one`.
pub(super) fn short_list<T>(tree: Tree, what: &'static str, limit: usize, one: fn(Tree) -> Read<T>) -> Read<Vec<T>> {
    at_most(&tree, what, limit)?;
    list(tree, one)
}

/// Refuses a list of more than `limit` values, before any of them is read.
pub(super) fn at_most(tree: &Tree, what: &'static str, limit: usize) -> Read<()> {
    match tree {
        Tree::List(values) if values.len() > limit => fault(Problem::TooMany { count: values.len(), what, limit }),
        _ => Ok(()),
    }
}

/// An object whose keys are ids of items.
pub(super) fn per_item<T>(tree: Tree, one: fn(Tree) -> Read<T>) -> Read<Map<ItemId, T>> {
    let mut read = Map::new();
    for (key, value) in entries(tree)? {
        let entry = match key.parse() {
            Ok(id) => one(value).map(|value| (id, value)),
            Err(_) => not_known(&key),
        };
        match entry {
            Ok((id, value)) => read.insert(id, value),
            Err(fault) => return under(fault, key),
        };
    }
    Ok(read)
}

/// An object whose keys are of a closed list.
pub(super) fn per_name<K: Ord, T>(
    tree: Tree,
    name: fn(&str) -> Option<K>,
    names: &[&'static str],
    one: fn(Tree) -> Read<T>,
) -> Read<Map<K, T>> {
    let mut read = Map::new();
    for (key, value) in entries(tree)? {
        let entry = match name(&key) {
            Some(name) => one(value).map(|value| (name, value)),
            None => fault(Problem::NotOneOf { found: quoted(&key), names: names.to_vec() }),
        };
        match entry {
            Ok((name, value)) => read.insert(name, value),
            Err(fault) => return under(fault, key),
        };
    }
    Ok(read)
}

/// A list of ids of items, none of them twice.
pub(super) fn ids(tree: Tree) -> Read<Vec<ItemId>> {
    let read = list(tree, id)?;
    let mut seen = BTreeSet::new();
    for (index, id) in read.iter().enumerate() {
        if !seen.insert(*id) {
            return fault(Problem::Twice(id.to_string())).at_index(index);
        }
    }
    Ok(read)
}

fn id(tree: Tree) -> Read<ItemId> {
    match tree {
        Tree::Text(text) => text.parse().or_else(|_| not_known(&text)),
        other => fault(Problem::Kind { found: other.kind(), expected: "the id of an expectation" }),
    }
}

/// The fault of an id that is neither in the catalogue nor an own one.
pub(super) fn not_known<T>(id: &str) -> Read<T> {
    fault(Problem::Value { found: quoted(id), expected: "an expectation of the catalogue or of this file" })
}
