//! The dialogs: one is open at a time, and the others wait for their turn.

use super::catalogues::Wanted;
use super::model::Model;
use super::opening::{Incoming, Sealed};

/// What a dialog asks for or shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Dialog {
    /// Which catalogue a new community is to have.
    Choosing,
    /// The catalogue that something was made with.
    Wanted(Wanted),
    /// The pass-phrase of a link.
    Sealed(Sealed),
    /// What is to become of something that has the identity of one that is here.
    Incoming(Incoming),
    /// The file that was offered, as text.
    Offered,
}

impl Model {
    /// The dialog that is open.
    pub fn dialog(&self) -> Option<&Dialog> {
        self.dialogs.last()
    }

    /// Opens a dialog once those that are here are closed.
    pub(super) fn open_dialog(&mut self, dialog: Dialog) {
        if !self.dialogs.contains(&dialog) {
            self.dialogs.insert(0, dialog);
        }
    }

    /// What came and waits for a decision, while it is asked for.
    pub fn incoming(&self) -> Option<&Incoming> {
        match self.dialog() {
            Some(Dialog::Incoming(incoming)) => Some(incoming),
            _ => None,
        }
    }

    /// The same, taken out: it is decided.
    pub(super) fn decided(&mut self) -> Option<Incoming> {
        match self.dialogs.pop_if(|dialog| matches!(dialog, Dialog::Incoming(_))) {
            Some(Dialog::Incoming(incoming)) => Some(incoming),
            _ => None,
        }
    }

    /// The link that waits for its pass-phrase, while that is asked for.
    pub fn sealed(&self) -> Option<&Sealed> {
        match self.dialog() {
            Some(Dialog::Sealed(sealed)) => Some(sealed),
            _ => None,
        }
    }

    /// What waits for its catalogue, while that is asked for.
    pub fn wanted(&self) -> Option<&Wanted> {
        match self.dialog() {
            Some(Dialog::Wanted(wanted)) => Some(wanted),
            _ => None,
        }
    }
}
