//! Every sentence of the interface, one typed table for each part of it.
//!
//! A table is written once, with its English values beside its names; a language that lacks a sentence does not compile.
//! Sentences with something in them are functions. The words of what is asked are not here but in the
//! [`catalogue`](crate::catalogue).

/// Writes a table: a struct of sentences and its English values.
macro_rules! table {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $kind:ty = $value:expr,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name { $(#[doc = stringify!($value)] pub $field: $kind,)+ }

        impl $name {
            /// The sentences in English.
            pub const EN: Self = Self { $($field: $value,)+ };
        }
    };
}

mod asking;
mod frame;
mod home;
pub mod method;
mod method_tables;
mod notices;
pub mod numbers;
mod results;
mod share;

pub use asking::Asking;
pub use frame::Frame;
pub use home::Home;
pub use method_tables::MethodTables;
pub use notices::Notices;
pub use results::Results;
pub use share::Share;

/// A sentence without anything in it.
pub type Words = &'static str;

/// All sentences of one language.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// What stands around every screen.
    pub frame: Frame,
    /// The first page.
    pub home: Home,
    /// The screens on which one answers.
    pub asking: Asking,
    /// The results.
    pub results: Results,
    /// Links and files.
    pub share: Share,
    /// The tables of the method page.
    pub method: MethodTables,
    /// What is said once.
    pub notices: Notices,
}

/// The interface in English.
pub static EN: Text = Text {
    frame: Frame::EN,
    home: Home::EN,
    asking: Asking::EN,
    results: Results::EN,
    share: Share::EN,
    method: MethodTables::EN,
    notices: Notices::EN,
};
