//! What a thing on the page is.

/// What a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It does something.
    Button,
    /// It leads somewhere.
    Link,
    /// It says what follows.
    Heading,
    /// One writes into it.
    Field,
    /// One chooses one of a list.
    List,
    /// One of several answers.
    Radio,
    /// Yes or no.
    Check,
    /// Several things that belong together.
    Group,
    /// A card in a list of cards.
    Card,
    /// It asks before anything else.
    Dialog,
    /// It says what has just happened.
    Status,
    /// A menu of places.
    Menu,
    /// What stands beside.
    Aside,
    /// It opens to more.
    More,
    /// A picture.
    Picture,
    /// One chooses a file with it.
    File,
}

impl Role {
    /// The name that the script knows it by.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Self::Button => "button",
            Self::Link => "link",
            Self::Heading => "heading",
            Self::Field => "field",
            Self::List => "list",
            Self::Radio => "radio",
            Self::Check => "check",
            Self::Group => "group",
            Self::Card => "card",
            Self::Dialog => "dialog",
            Self::Status => "status",
            Self::Menu => "menu",
            Self::Aside => "aside",
            Self::More => "more",
            Self::Picture => "picture",
            Self::File => "file",
        }
    }
}
