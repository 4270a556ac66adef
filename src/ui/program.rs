//! The program comes in parts: what the first page needs at once, the rest when it is needed or the page is at rest.
//!
//! | part | what is in it | comes |
//! |---|---|---|
//! | the first | what stands before anything was done, and the frame | with the page |
//! | work | `app::here`, what is saved, what is said, what is asked | right after it |
//! | asking | the screens that ask | with the first of them, or at rest |
//! | reading | the screens that show and share | with the first of them, or at rest |
//! | beyond | `app::beyond`: links, replies, files | with the first message about one, or at rest |
//!
//! The build cuts the program where `part!` stands, by what each function reaches (`xtask/src/parts.rs`); natively, and
//! in a page that is one file, all of it is there from the beginning. A part that does not come is told from one that
//! is coming, and can be asked for again: the network may be back, or a new version may have replaced its file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::markup::El;
use super::shell::Shell;
use super::{parts, screens};
use crate::app::view::{self, FrameView};
use crate::app::{Ambient, Effect, Model, Msg, beyond, here};
use crate::route::{Place, Route};

/// Makes what is said in a place that is always there.
pub type Says = fn(Shell) -> Vec<El>;

/// Makes the screen of a place.
pub type Screen = fn(Shell, &Route) -> El;

/// Carries out a message about what is here.
pub type Here = fn(&mut Model, Msg, &Ambient) -> Result<Vec<Effect>, Box<Msg>>;

/// Carries out a message about what came from elsewhere or is to go there.
pub type Beyond = fn(&mut Model, Msg, &Ambient) -> Vec<Effect>;

/// The file of a part did not arrive.
#[derive(Clone, Copy, Debug)]
pub struct Missing;

#[cfg(feature = "parts")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// A part: the function that fetches it, its name in files, and what is in it. Without the feature `parts`, which is
/// for whoever cuts the program afterwards, it is there at once.
macro_rules! part {
    ($load:ident, $name:ident, $what:ty, $it:expr) => {
        #[cfg(feature = "parts")]
        #[wasm_split_helpers::wasm_split($name, fallible)]
        fn $load() -> Result<$what, Missing> {
            Ok($it)
        }

        #[cfg(not(feature = "parts"))]
        fn $load() -> std::future::Ready<Result<$what, Missing>> {
            std::future::ready(Ok($it))
        }
    };
}

/// What the work is done with.
#[derive(Clone, Copy, Debug)]
pub struct Work {
    /// Carries out a message about what is here.
    pub here: Here,
    /// Makes the first page, or says that what this browser keeps is not shown.
    pub home: Screen,
    /// What stands around a screen.
    pub around: fn(&Model) -> FrameView,
    /// What is said once, at the end of the page.
    pub notice: Says,
    /// What is said below the top as long as it is so.
    pub keeping: Says,
    /// Makes what stands over every screen.
    pub over: Says,
}

part!(
    load_work,
    work,
    Work,
    Work {
        here,
        home: screens::working,
        around: view::frame,
        notice: parts::notice,
        keeping: parts::keeping,
        over: parts::over
    }
);
part!(load_asking, asking, Screen, screens::asking);
part!(load_reading, reading, Screen, screens::reading);
part!(load_beyond, beyond, Beyond, beyond);

/// Asks for the part that every page needs, while what comes before it is done: it is fetched once, whoever asks.
pub fn begin() {
    spawn_local(async {
        let _ = load_work().await;
    });
}

/// A part of the program that may not be here yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is here: messages about it, and the first page.
    Work,
    /// The screens that ask.
    Asking,
    /// The screens that show and share.
    Reading,
    /// Messages about what came from elsewhere or is to go there.
    Beyond,
}

/// How far a part has come.
#[derive(Clone, Copy, Debug)]
pub enum State<T> {
    /// Nobody has asked for it.
    Away,
    /// It was asked for.
    Coming,
    /// It is here.
    Here(T),
    /// It did not arrive.
    Missing,
}

impl<T> State<T> {
    const fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// The same of something in the part.
    fn map<U>(self, take: impl FnOnce(T) -> U) -> State<U> {
        match self {
            Self::Here(part) => State::Here(take(part)),
            Self::Away => State::Away,
            Self::Coming => State::Coming,
            Self::Missing => State::Missing,
        }
    }
}

/// The parts that may not be here yet. Small and copied freely.
#[derive(Clone, Copy)]
pub struct Program {
    work: RwSignal<State<Work>>,
    asking: RwSignal<State<Screen>>,
    reading: RwSignal<State<Screen>>,
    beyond: RwSignal<State<Beyond>>,
}

impl Program {
    /// Nothing but the first part is here.
    pub fn new() -> Self {
        Self {
            work: RwSignal::new(State::Away),
            asking: RwSignal::new(State::Away),
            reading: RwSignal::new(State::Away),
            beyond: RwSignal::new(State::Away),
        }
    }

    /// What makes the screens of a part, followed.
    pub fn screens(self, part: Part) -> State<Screen> {
        match part {
            Part::Work => self.work.get().map(|work| work.home),
            Part::Asking => self.asking.get(),
            Part::Reading => self.reading.get(),
            // It makes none; `part_of` never names it.
            Part::Beyond => State::Missing,
        }
    }

    /// What the work is done with, once it is here; followed.
    pub fn work(self) -> Option<Work> {
        match self.work.get() {
            State::Here(work) => Some(work),
            _ => None,
        }
    }

    /// What carries out messages about what is here, as it is now.
    pub fn here(self) -> State<Here> {
        self.work.get_untracked().map(|work| work.here)
    }

    /// What carries out messages about what came from elsewhere, as it is now.
    pub fn beyond(self) -> State<Beyond> {
        self.beyond.get_untracked()
    }

    /// The parts that did not arrive, but for the first that works, without which no screen is here; followed.
    pub fn missing(self) -> Vec<Part> {
        let screens = [Part::Asking, Part::Reading].into_iter().filter(|part| self.screens(*part).is_missing());
        let beyond = self.beyond.get().is_missing().then_some(Part::Beyond);
        screens.chain(beyond).collect()
    }

    /// Asks for a part, and calls `then` once it is here or is known to be missing.
    pub fn load(self, part: Part, then: impl FnOnce() + 'static) {
        let then = Box::new(then);
        match part {
            Part::Work => load(self.work, load_work(), then),
            Part::Asking => load(self.asking, load_asking(), then),
            Part::Reading => load(self.reading, load_reading(), then),
            Part::Beyond => load(self.beyond, load_beyond(), then),
        }
    }
}

fn load<T: Copy + Send + Sync + 'static>(
    state: RwSignal<State<T>>,
    part: impl Future<Output = Result<T, Missing>> + 'static,
    then: Box<dyn FnOnce()>,
) {
    match state.get_untracked() {
        State::Here(_) => return then(),
        State::Coming => {}
        State::Away | State::Missing => state.set(State::Coming),
    }
    spawn_local(async move {
        let came = part.await;
        // Asked for twice, it may be here already; setting it again would make its screen again.
        if !matches!(state.get_untracked(), State::Here(_)) {
            state.set(came.map_or(State::Missing, State::Here));
        }
        then();
    });
}

/// The part that makes the screen of a place; `None` where the first part does.
pub fn part_of(route: &Route) -> Option<Part> {
    match route {
        Route::Home | Route::Link(_) => Some(Part::Work),
        Route::Nowhere(_) => None,
        Route::Reply { .. } => Some(Part::Asking),
        Route::Assessment { place, .. } => Some(match place {
            Place::Community | Place::Expectations(_) | Place::Exchange | Place::Practices => Part::Asking,
            Place::Results
            | Place::Voices
            | Place::Time
            | Place::Statement
            | Place::Plan
            | Place::Share
            | Place::Report => Part::Reading,
        }),
        Route::Method(_) | Route::Portfolio | Route::Compare(_) | Route::Guest => Some(Part::Reading),
    }
}
