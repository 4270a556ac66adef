//! What every component can reach: the model as it is seen, and a way to send a message.

use leptos::prelude::*;

use super::effects;
use crate::app::{Ambient, Model, Msg, Storage, update};
use crate::assessment::Edit;
use crate::browser::clock;

/// The model as it is seen, and a way to send a message.
#[derive(Clone, Copy)]
pub struct Shell {
    model: RwSignal<Model>,
    /// The element that takes focus after the next change of place.
    pub focus_next: RwSignal<Option<String>>,
}

impl Shell {
    /// A shell around a new model; called once.
    pub fn new() -> Self {
        Self { model: RwSignal::new(Model::default()), focus_next: RwSignal::new(None) }
    }

    /// The shell of this page.
    pub fn get() -> Self {
        expect_context()
    }

    /// A view of the model, which changes only when what it shows changes.
    pub fn see<T: PartialEq + Send + Sync + 'static>(self, view: impl Fn(&Model) -> T + Send + Sync + 'static) -> Memo<T> {
        Memo::new(move |_| self.model.with(&view))
    }

    /// The model as it is now, without following its changes.
    pub fn now<T>(self, look: impl FnOnce(&Model) -> T) -> T {
        self.model.with_untracked(look)
    }

    /// Sends a message, and carries out what it leads to.
    pub fn send(self, msg: Msg) {
        let (Ok(now), Ok(today)) = (clock::now().parse(), clock::today().parse()) else { return };
        let ambient = Ambient { now, today, random: clock::random() };
        // That a save went well changes nothing that is shown, unless storage was full before.
        let silent = matches!(msg, Msg::Saved { .. }) && self.now(|model| model.storage == Storage::Browser);
        let mut effects = Vec::new();
        if silent {
            self.model.update_untracked(|model| effects = update(model, msg, &ambient));
        } else {
            self.model.update(|model| effects = update(model, msg, &ambient));
        }
        for effect in effects {
            effects::carry_out(effect, self);
        }
    }

    /// Sends an edit.
    pub fn edit(self, edit: Edit) {
        self.send(Msg::Edit(edit));
    }
}
