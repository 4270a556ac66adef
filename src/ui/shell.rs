//! What every screen can reach: the model as it is seen, and a way to send a message.

use std::any::Any;
use std::collections::VecDeque;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

use super::effects;
use super::program::{Part, Program, State};
use crate::app::view::{Explained, FrameView};
use crate::app::{Ambient, Model, Msg, Notice, Storage};
use crate::assessment::Edit;
use crate::browser::clock;
use crate::catalogue;

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
    /// The item that is looked at closely.
    pub detail: RwSignal<Option<String>>,
    /// The sections of the results that are unfolded where a narrow page folds them: their ids, see
    /// [`is_in`](crate::app::view::is_in).
    pub unfolded: RwSignal<Option<String>>,
    /// Whether bridges are shown in the picture.
    pub bridging: RwSignal<bool>,
    /// The parts of the program that may not be here yet.
    pub program: Program,
    /// What waits for a part of the program, in order: what came later must not be carried out before it.
    waiting: StoredValue<VecDeque<Msg>>,
    /// Whether an address waits, so that no other place is shown for that moment.
    pub arriving: RwSignal<bool>,
    /// Whether something that was chosen waits for a part of the program.
    pub heard: RwSignal<bool>,
    /// Whether the place has changed since the page was opened: only then a heading takes the focus.
    pub moved: StoredValue<bool>,
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

impl<T: Clone + Send + Sync + 'static> Seen<Option<T>> {
    /// Something of the view, followed; the default where what it is about has gone.
    pub fn pick<R: Default>(self, of: impl FnOnce(&T) -> R) -> R {
        self.with(|seen| seen.as_ref().map(of)).unwrap_or_default()
    }
}

impl Shell {
    /// A shell around a new model; called once.
    pub fn new() -> Self {
        Self {
            model: RwSignal::new(Model::asking(catalogue::none())),
            focus_next: RwSignal::new(None),
            pointed: RwSignal::new(None),
            explained: RwSignal::new(Explained::default()),
            detail: RwSignal::new(None),
            unfolded: RwSignal::new(None),
            bridging: RwSignal::new(false),
            program: Program::new(),
            waiting: StoredValue::new(VecDeque::new()),
            arriving: RwSignal::new(false),
            heard: RwSignal::new(false),
            moved: StoredValue::new(false),
        }
    }

    /// A view of the model.
    pub fn see<T: PartialEq + Send + Sync + 'static>(self, view: fn(&Model) -> T) -> Seen<T> {
        Seen(self.see_erased(Box::new(move |model| Arc::new(view(model))), same::<T>), PhantomData)
    }

    /// A view of the model and of a text, followed too.
    pub fn see_by<T: PartialEq + Send + Sync + 'static>(
        self,
        text: RwSignal<String>,
        view: fn(&Model, &str) -> T,
    ) -> Seen<T> {
        let make: Make = Box::new(move |model| Arc::new(text.with(|text| view(model, text))));
        Seen(self.see_erased(make, same::<T>), PhantomData)
    }

    /// What stands around the screen, as soon as the part of the program that works is here.
    pub fn around(self) -> Seen<FrameView> {
        let program = self.program;
        let around = move |model: &Model| program.work().map(|work| (work.around)(model)).unwrap_or_default();
        Seen(self.see_erased(Box::new(move |model| Arc::new(around(model))), same::<FrameView>), PhantomData)
    }

    fn see_erased(self, make: Make, same: fn(&dyn Any, &dyn Any) -> bool) -> Memo<Erased> {
        Memo::new(move |_| Erased { view: self.model.with(|model| make(model)), same })
    }

    /// The model as it is now, without following its changes.
    pub fn now<T>(self, look: impl FnOnce(&Model) -> T) -> T {
        self.model.with_untracked(look)
    }

    /// Sends a message, and carries out what it leads to. Behind one that waits for a part of the program, it waits
    /// too.
    pub fn send(self, msg: Msg) {
        if !self.waiting.with_value(VecDeque::is_empty) {
            self.waiting.update_value(|waiting| waiting.push_back(msg));
        } else if let Err((msg, part)) = self.try_now(msg) {
            self.wait(*msg, part);
        }
    }

    /// Carries a message out; gives it back, with the part of the program that knows it, where that is not here.
    fn try_now(self, msg: Msg) -> Result<(), (Box<Msg>, Part)> {
        let State::Here(here) = self.program.here() else { return Err((Box::new(msg), Part::Work)) };
        let ambient = Ambient::told(&clock::now(), (&clock::today(), clock::ahead()), clock::random());
        // That a save went well changes nothing that is shown, unless storage was full before; nor does what was left.
        let saved = matches!(msg, Msg::Saved { .. }) && self.now(|model| model.storage == Storage::Browser);
        let silent = saved || matches!(msg, Msg::Left);
        let effects = match self.change(silent, |model| here(model, msg, &ambient)) {
            Ok(effects) => effects,
            Err(msg) => {
                let State::Here(beyond) = self.program.beyond() else { return Err((msg, Part::Beyond)) };
                self.change(false, |model| beyond(model, *msg, &ambient))
            }
        };
        for effect in effects {
            effects::carry_out(effect, self);
        }
        Ok(())
    }

    fn change<T>(self, silent: bool, change: impl FnOnce(&mut Model) -> T) -> T {
        let mut model = self.model.write();
        if silent {
            model.untrack();
        }
        change(&mut model)
    }

    /// Keeps a message, in front of all that came after it, until the part of the program that knows it is here.
    fn wait(self, msg: Msg, part: Part) {
        if matches!(msg, Msg::Went(_)) {
            self.arriving.set(true);
        }
        self.waiting.update_value(|waiting| waiting.push_front(msg));
        self.program.load(part, move || self.go_on(part));
    }

    /// A part has come, or is missing: what waited is carried out. Without the first part that works, all of it goes on
    /// waiting, and the page offers to ask again; without another, what needed it is not done, and that is said.
    fn go_on(self, part: Part) {
        if matches!(self.program.here(), State::Here(_)) {
            let mut waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
            let missing = part == Part::Beyond && matches!(self.program.beyond(), State::Missing);
            if missing && waiting.pop_front().is_some() {
                waiting.push_front(Msg::Tell(Notice::PartMissing));
            }
            for msg in waiting {
                self.send(msg);
            }
        }
        let lost = matches!(self.program.here(), State::Missing);
        let done = self.waiting.with_value(VecDeque::is_empty);
        // Told only when it changes: what is told is made anew.
        if self.arriving.get_untracked() && done {
            self.arriving.set(false);
        }
        if self.heard.get_untracked() && (done || lost) {
            self.heard.set(false);
        }
    }

    /// Asks for a part of the program.
    pub fn load(self, part: Part) {
        self.program.load(part, move || self.go_on(part));
    }

    /// Asks for everything that is not here, one part after the other: the page is at rest. Then calls `then`.
    pub fn load_rest(self, then: impl FnOnce() + 'static) {
        let beyond = move || {
            self.go_on(Part::Beyond);
            then();
        };
        let reading = move || {
            self.go_on(Part::Reading);
            self.program.load(Part::Beyond, beyond);
        };
        let asking = move || {
            self.go_on(Part::Asking);
            self.program.load(Part::Reading, reading);
        };
        self.program.load(Part::Asking, asking);
    }

    /// Something was chosen: as long as it waits for a part of the program, that is said. Of an address, the screen
    /// says it.
    pub fn hear(self) {
        if !self.arriving.get_untracked() && !self.waiting.with_value(VecDeque::is_empty) {
            self.heard.set(true);
        }
    }

    /// Sends an edit.
    pub fn edit(self, edit: Edit) {
        self.send(Msg::Edit(edit));
    }
}
