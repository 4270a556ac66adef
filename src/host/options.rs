//! What the address asks for: `?lang=en&theme=dark&side=members&start=results`. What is not known is answered with the
//! default, never with an error: an editor of an intranet sees the page, and may correct the word.

use crate::catalogue::Side;
use crate::route::{Place, Route};

/// The keys.
const KEYS: [&str; 4] = ["lang", "theme", "side", "start"];

/// How the address of the page in one file goes on and ends, where the hosted page could not start and went there: see
/// the script in `index.html`.
const STANDS_IN: &str = "common-ground.html?whole&";

/// What was asked for, as far as it is known here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The colours; `None` follows the system.
    pub theme: Option<Colours>,
    /// The one side whose questions are shown; `None` shows both.
    pub side: Option<Side>,
    /// Where it begins.
    pub start: Start,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Where the page begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Start {
    /// At the first page; with an assessment of the host's, where that leads.
    #[default]
    Home,
    /// At the method.
    Method,
    /// At the communities side by side.
    Portfolio,
    /// At a place of the assessment that the host hands over.
    Place(Place),
}

impl Colours {
    /// Its name in addresses, messages and styles.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Start {
    fn read(word: &str) -> Self {
        match word {
            "method" => Self::Method,
            "portfolio" => Self::Portfolio,
            _ => Place::from_path(word).map_or(Self::Home, Self::Place),
        }
    }

    /// Its name in addresses and messages.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Method => "method",
            Self::Portfolio => "portfolio",
            Self::Place(place) => place.path(),
        }
    }

    /// Where the page goes at once, without an assessment; `None` for the first page.
    pub fn route(self) -> Option<Route> {
        match self {
            Self::Method => Some(Route::Method(None)),
            Self::Portfolio => Some(Route::Portfolio),
            Self::Home | Self::Place(_) => None,
        }
    }
}

impl Options {
    /// The only language there is; whatever was asked for, it is this one.
    pub const LANGUAGE: &'static str = "en";

    /// Reads what stands behind `?` of the address, with or without it.
    ///
    /// ```
    /// use common_ground::host::{Colours, Options};
    ///
    /// let options = Options::read("?theme=dark&lang=tlh&start=%3Cscript%3E");
    /// assert_eq!(options, Options { theme: Some(Colours::Dark), ..Options::default() });
    /// ```
    pub fn read(query: &str) -> Self {
        let mut options = Self::default();
        for (key, word) in pairs(query) {
            match (key, word) {
                ("theme", "light") => options.theme = Some(Colours::Light),
                ("theme", "dark") => options.theme = Some(Colours::Dark),
                ("side", word) => options.side = Side::ALL.into_iter().find(|side| side.key() == word),
                ("start", word) => options.start = Start::read(word),
                _ => {}
            }
        }
        options
    }

    /// An address without these options, so that a link that is handed on asks nothing of whoever opens it; and where
    /// the page in one file stands in for the one that could not start, the address of that one.
    ///
    /// ```
    /// # use common_ground::host::Options;
    /// assert_eq!(Options::without("https://a.example/x?theme=dark"), "https://a.example/x");
    /// assert_eq!(Options::without("https://a.example/x?id=7&side=members"), "https://a.example/x?id=7");
    /// assert_eq!(Options::without("https://a.example/x/common-ground.html?whole&theme=dark"), "https://a.example/x/");
    /// ```
    pub fn without(address: &str) -> String {
        let Some((path, query)) = address.split_once(STANDS_IN).or_else(|| address.split_once('?')) else {
            return address.to_owned();
        };
        let foreign = |part: &&str| !KEYS.contains(&part.split('=').next().unwrap_or_default());
        let kept: Vec<&str> = query.split('&').filter(foreign).filter(|part| !part.is_empty()).collect();
        if kept.is_empty() { path.to_owned() } else { [path, "?", &kept.join("&")].concat() }
    }
}

fn pairs(query: &str) -> impl Iterator<Item = (&str, &str)> {
    query.strip_prefix('?').unwrap_or(query).split('&').filter_map(|part| part.split_once('='))
}
