//! Sharing: what a link carries, and locking it with a pass-phrase.

use std::sync::Arc;

use super::message::{Ambient, Effect};
use super::model::{Locked, Model, Notice};
use crate::link::{self, Carried};

/// What a link is to carry beside the answers.
pub fn carry(model: &mut Model, carried: Carried) -> Vec<Effect> {
    model.carried = carried;
    model.locked = None;
    Vec::new()
}

/// Locks the link of the assessment that is open; an empty phrase unlocks it again.
pub fn lock(model: &mut Model, phrase: &str, ambient: &Ambient) -> Vec<Effect> {
    model.locked = None;
    if phrase.is_empty() {
        return Vec::new();
    }
    let Some(shelved) = model.open() else { return Vec::new() };
    let (assessment, carried) = (Arc::clone(&shelved.assessment), model.carried);
    let token = link::encode(&assessment, carried, model.catalogue);
    match token.and_then(|token| link::lock(&token, phrase, ambient.random)) {
        Ok(token) => model.locked = Some(Locked { assessment, carried, token }),
        Err(error) => model.notice = Some(Notice::Refused(error.to_string())),
    }
    Vec::new()
}
