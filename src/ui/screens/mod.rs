//! One screen a place.

mod bank;
mod becoming;
mod bridges;
mod catalogues;
mod changes;
mod collecting;
mod community;
mod compare;
mod compared;
mod delivery;
mod evidence;
mod exchange;
mod expectations;
mod folding;
mod front;
mod guest;
mod handouts;
mod heap;
mod hero;
mod hidden;
mod home;
mod ideas;
mod inviting;
mod item;
mod lacking;
mod live;
mod locking;
mod looking;
mod measures;
mod method;
mod next_actions;
mod next_questions;
mod nowhere;
mod one_page;
mod paper;
mod paper_first;
mod paper_rest;
mod plan;
mod portfolio;
mod practices;
mod reply;
mod reply_end;
mod results;
mod saved;
mod share;
mod snapshots;
mod statement;
mod talk;
mod time;
mod top_lists;
mod tops;
mod unanswered;
mod voices;
mod waiting;

pub use front::front;
pub use nowhere::nowhere;
pub use waiting::{missing, waiting};

use super::markup::El;
use super::shell::Shell;
use crate::route::{Place, Route};
use crate::text::EN;

use community::community;
use compare::compare;
use exchange::exchange;
use expectations::expectations;
use guest::guest;
use hidden::hidden;
use home::home;
use method::method;
use paper::paper;
use plan::plan;
use portfolio::portfolio;
use practices::practices;
use reply::reply;
use results::results;
use share::share;
use statement::statement;
use time::time;
use voices::voices;

/// The first page; of a community that may be in this browser, that it is not shown.
pub fn working(shell: Shell, route: &Route) -> El {
    match route {
        Route::Assessment { .. } => hidden(shell),
        _ => home(shell),
    }
}

/// The screen of a place where one is asked something.
pub fn asking(shell: Shell, route: &Route) -> El {
    match route {
        Route::Reply { .. } => reply(shell),
        Route::Assessment { place: Place::Community, .. } => community(shell),
        Route::Assessment { place: Place::Expectations(_), .. } => expectations(shell),
        Route::Assessment { place: Place::Exchange, .. } => exchange(shell),
        Route::Assessment { place: Place::Practices, .. } => practices(shell),
        _ => absent(),
    }
}

/// The screen of a place where something is shown or shared.
pub fn reading(shell: Shell, route: &Route) -> El {
    match route {
        Route::Method(_) => method(shell),
        Route::Portfolio => portfolio(shell),
        Route::Compare(_) => compare(shell),
        Route::Guest => guest(shell),
        Route::Assessment { place: Place::Results, .. } => results(shell),
        Route::Assessment { place: Place::Voices, .. } => voices(shell),
        Route::Assessment { place: Place::Time, .. } => time(shell),
        Route::Assessment { place: Place::Statement, .. } => statement(shell),
        Route::Assessment { place: Place::Plan, .. } => plan(shell),
        Route::Assessment { place: Place::Share, .. } => share(shell),
        Route::Assessment { place: Place::Report, .. } => paper(shell),
        _ => absent(),
    }
}

/// A place of this community that is not here.
pub fn absent() -> El {
    nowhere(EN.frame.not_here, EN.frame.not_here_lead)
}
