//! What every screen can reach: the model as it is seen, and a way to send a message.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

use super::effects;
use crate::app::view::Explained;
use crate::app::{Ambient, Model, Msg, Storage, update};
use crate::assessment::Edit;
use crate::browser::clock;

/// The model as it is seen, and a way to send a message. Small and copied freely.
#[derive(Clone, Copy)]
pub struct Shell {
    model: RwSignal<Model>,
    /// The element that takes focus after the next change of place.
    pub focus_next: RwSignal<Option<String>>,
    /// The item that is pointed at, in the picture or in the table.
    pub pointed: RwSignal<Option<String>>,
    /// What stands behind the figure that is open.
    pub explained: RwSignal<Explained>,
}

/// A view of the model, which changes only when what it shows changes.
pub struct Seen<T>(Memo<Erased>, PhantomData<T>);

impl<T> Clone for Seen<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Seen<T> {}

/// A view without its type, so that the page holds one memo and not one for each view.
struct Erased {
    view: Arc<dyn Any + Send + Sync>,
    same: fn(&dyn Any, &dyn Any) -> bool,
}

impl PartialEq for Erased {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.view, &*other.view)
    }
}

/// Makes a view of the model, its type left out.
type Make = Box<dyn Fn(&Model) -> Arc<dyn Any + Send + Sync> + Send + Sync>;

fn same<T: PartialEq + 'static>(one: &dyn Any, two: &dyn Any) -> bool {
    one.downcast_ref::<T>() == two.downcast_ref::<T>()
}

impl<T: Clone + Send + Sync + 'static> Seen<T> {
    /// The view, followed.
    #[expect(clippy::expect_used, reason = "it is made in one place, with this type")]
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        let view = self.0.with(|erased| Arc::clone(&erased.view));
        read(view.downcast_ref().expect("a view has the type it was made with"))
    }

    /// A copy of the view, followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the view as it is now, not followed.
    pub fn now(self) -> T {
        untrack(|| self.get())
    }
}

impl Shell {
    /// A shell around a new model; called once.
    pub fn new() -> Self {
        Self {
            model: RwSignal::new(Model::default()),
            focus_next: RwSignal::new(None),
            pointed: RwSignal::new(None),
            explained: RwSignal::new(Explained::default()),
        }
    }

    /// A view of the model.
    pub fn see<T: Clone + PartialEq + Send + Sync + 'static>(self, view: fn(&Model) -> T) -> Seen<T> {
        let make: Make = Box::new(move |model| Arc::new(view(model)));
        Seen(self.see_erased(make, same::<T>), PhantomData)
    }

    fn see_erased(self, make: Make, same: fn(&dyn Any, &dyn Any) -> bool) -> Memo<Erased> {
        Memo::new(move |_| Erased { view: self.model.with(|model| make(model)), same })
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
