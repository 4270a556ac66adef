//! Every sentence of the interface, one typed table for each part of it.
//!
//! A table is written once, with its English values beside its names; a language that lacks a sentence does not
//! compile. Sentences with something in them are functions. The words of what is asked are not here but in the
//! [`catalogue`](crate::catalogue).

/// Writes a table: a struct of sentences and its English values.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty = $value:expr,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name { $(#[doc = concat!("```text\n", stringify!($value), "\n```")] pub $field: $kind,)+ }

        impl $name {
            /// The sentences in English.
            pub const EN: Self = Self { $($field: $value,)+ };
        }
    };
}

mod asking;
mod between;
mod catalogues;
mod change;
mod compare;
mod frame;
mod handouts;
mod home;
mod hosting;
mod inviting;
pub mod method;
mod method_tables;
mod next;
mod notices;
pub mod numbers;
mod planning;
mod portfolio;
mod reply;
mod report;
mod results;
mod share;
mod time;
mod voices;

pub use asking::Asking;
pub use between::Between;
pub use catalogues::Catalogues;
pub use change::Change;
pub use compare::Compare;
pub use frame::Frame;
pub use handouts::Handouts;
pub use home::Home;
pub use hosting::Hosting;
pub use inviting::Inviting;
pub use method_tables::MethodTables;
pub use next::Next;
pub use notices::Notices;
pub use planning::{Draft, Planning};
pub use portfolio::Portfolio;
pub use reply::Reply;
pub use report::Report;
pub use results::Results;
pub use share::Share;
pub use time::Time;
pub use voices::Voices;

/// A sentence without anything in it.
pub type Words = &'static str;

/// All sentences of one language. The tables are apart, so that a part of the program takes along only those it reads.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// What stands around every screen.
    pub frame: &'static Frame,
    /// The first page.
    pub home: &'static Home,
    /// The screens on which one answers.
    pub asking: &'static Asking,
    /// Catalogues of somebody's own.
    pub catalogues: &'static Catalogues,
    /// The results.
    pub results: &'static Results,
    /// What comes next.
    pub next: &'static Next,
    /// What would change something.
    pub change: &'static Change,
    /// Inviting people to answer, and collecting what they reply.
    pub inviting: &'static Inviting,
    /// What a person sees who answers an invitation.
    pub reply: &'static Reply,
    /// What many voices say.
    pub voices: &'static Voices,
    /// How a community goes over time.
    pub time: &'static Time,
    /// Many communities side by side.
    pub portfolio: &'static Portfolio,
    /// Two of them, or two states of one.
    pub compare: &'static Compare,
    /// Reports.
    pub report: &'static Report,
    /// The statement, the measures, the plan.
    pub planning: &'static Planning,
    /// Reports, tables and pictures to hand over.
    pub handouts: &'static Handouts,
    /// Links and files.
    pub share: &'static Share,
    /// The tables of the method page.
    pub method: &'static MethodTables,
    /// What is said once.
    pub notices: &'static Notices,
    /// The page in a frame.
    pub hosting: &'static Hosting,
}

/// The interface in English.
pub static EN: Text = Text {
    frame: &Frame::EN,
    home: &Home::EN,
    asking: &Asking::EN,
    catalogues: &Catalogues::EN,
    results: &Results::EN,
    next: &Next::EN,
    change: &Change::EN,
    inviting: &Inviting::EN,
    reply: &Reply::EN,
    voices: &Voices::EN,
    time: &Time::EN,
    portfolio: &Portfolio::EN,
    compare: &Compare::EN,
    report: &Report::EN,
    planning: &Planning::EN,
    handouts: &Handouts::EN,
    share: &Share::EN,
    method: &MethodTables::EN,
    notices: &Notices::EN,
    hosting: &Hosting::EN,
};
