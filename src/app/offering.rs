//! Files that are offered, and what is done where a browser saves none.

use std::sync::Arc;

use super::dialog::Dialog;
use super::message::Effect;
use super::model::Model;
use super::notice::Notice;

/// The media type of what this program reads again.
pub(super) const JSON: &str = "application/json";

/// A file that was offered, in a place that may forbid saving it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub text: Arc<str>,
}

/// A file is offered where it may be refused unseen: it is remembered, and the notice offers to show it as text.
pub fn remember_offer(model: &mut Model, name: &str, text: &str) {
    model.offered = Some(Offered { name: name.to_owned(), text: text.into() });
    model.notice = Some(Notice::FileSaved(name.to_owned()));
}

/// A file could not be offered: its text is shown, to be copied.
pub fn show_refused(model: &mut Model, name: &str, text: &str) -> Vec<Effect> {
    remember_offer(model, name, text);
    show_offered(model)
}

/// Shows the file that was offered last as text.
pub fn show_offered(model: &mut Model) -> Vec<Effect> {
    if model.offered.is_some() {
        model.open_dialog(Dialog::Offered);
        model.notice = None;
    }
    Vec::new()
}
