//! Sharing: what a link carries, locking it with a pass-phrase, and when it is as good as a file.

use std::sync::Arc;

use super::keeping;
use super::message::{Ambient, Effect};
use super::model::Model;
use super::notice::Notice;
use crate::assessment::Assessment;
use crate::link::{self, Carried, LinkError};
use crate::route::{Place, Route};

/// A link that was locked with a pass-phrase: of this state, with this much in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Locked {
    /// The state that is in it.
    pub assessment: Arc<Assessment>,
    /// What it carries beside the answers.
    pub carried: Carried,
    /// The token.
    pub token: String,
}

/// What a link to the assessment that is open holds: locked, where it was locked as it is now.
pub fn token(model: &Model) -> Option<Result<String, LinkError>> {
    let assessment = &model.open()?.assessment;
    Some(match locked(model) {
        Some(locked) => Ok(locked.token.clone()),
        None => link::encode(assessment, model.carried, model.catalogue),
    })
}

/// The locked link of what is open, as it is now.
pub fn locked(model: &Model) -> Option<&Locked> {
    let assessment = &model.open()?.assessment;
    model.locked.as_ref().filter(|locked| locked.assessment == *assessment && locked.carried == model.carried)
}

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

/// Whether this says that the link of the assessment that is open has been copied.
pub const fn is_of_link(model: &Model, notice: &Notice) -> bool {
    matches!(notice, Notice::LinkCopied | Notice::Copied)
        && matches!(model.route, Route::Assessment { place: Place::Share, .. })
}

/// It has, which is as good as a file where it leaves nothing here.
pub fn copied(model: &mut Model, notice: Notice) -> Vec<Effect> {
    model.notice = Some(notice);
    let whole = model.open().is_some_and(|shelved| model.carried.is_all_of(&shelved.assessment, model.catalogue));
    match model.open_id().filter(|_| whole) {
        Some(id) => keeping::copied(model, &id),
        None => Vec::new(),
    }
}
