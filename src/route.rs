//! Where one is: the part of the address behind `#`, and back.
//!
//! Every place has one address. What cannot be read as one is a place too, [`Route::Nowhere`], whose screen explains
//! it; it is never an error.

/// A place of the application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The first page and the saved communities.
    Home,
    /// How the numbers are made; with the section that was asked for.
    Method(Option<String>),
    /// A saved assessment.
    Assessment {
        /// Which.
        id: String,
        /// What of it.
        place: Place,
    },
    /// All communities side by side.
    Portfolio,
    /// Two of them, or two states of one, compared; each may be still to choose.
    Compare([Option<Pick>; 2]),
    /// The copy that came with a link and is not kept.
    Guest,
    /// A reply that was begun in this browser.
    Reply {
        /// Which.
        key: String,
        /// The page of it, from 0.
        page: usize,
    },
    /// A link that was just opened; holds what was behind `#`.
    Link(String),
    /// An address that leads nowhere.
    Nowhere(String),
}

/// A state that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pick {
    /// Of which assessment; [`Pick::GUEST`] is the copy that came with a link.
    pub id: String,
    /// The place of a snapshot, from 0; `None` is the present.
    pub snapshot: Option<usize>,
}

impl Pick {
    /// What stands in place of an identity for the guest copy. No identity has such a sign.
    pub const GUEST: &'static str = "~guest";

    /// The present state of an assessment.
    pub fn present(id: &str) -> Self {
        Self { id: id.to_owned(), snapshot: None }
    }

    /// Reads its part of an address; where nothing stands, it is still to choose.
    fn parse(part: &str) -> Result<Option<Self>, ()> {
        if part.contains('/') {
            return Err(());
        }
        let Some((id, number)) = part.split_once('.') else {
            return Ok((!part.is_empty()).then(|| Self::present(part)));
        };
        // People count from 1.
        match number.parse::<usize>() {
            Ok(number) if number > 0 && !id.is_empty() => {
                Ok(Some(Self { id: id.to_owned(), snapshot: Some(number - 1) }))
            }
            _ => Err(()),
        }
    }

    /// Its part of an address.
    fn part(&self) -> String {
        self.snapshot.map_or_else(|| self.id.clone(), |at| format!("{}.{}", self.id, at + 1))
    }
}

/// A place within an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Name, purpose, phase.
    Community,
    /// What each side expects.
    Expectations(Part),
    /// Worth and contributions.
    Exchange,
    /// The ten practices.
    Practices,
    /// The picture, the figures and the outlook.
    Results,
    /// Invitations, replies, and where people differ.
    Voices,
    /// Snapshots, rounds, trends.
    Time,
    /// The value statement and the measures.
    Statement,
    /// The actions, and the next review.
    Plan,
    /// Link and file.
    Share,
    /// All of it on paper; not in the menu, but under Share.
    Report,
}

/// A part of the expectations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// How important each is.
    Importance,
    /// How much of each has arrived.
    Delivered,
    /// The three that matter most.
    Top,
}

impl Part {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Importance, Self::Delivered, Self::Top];
}

impl Place {
    /// Those in the menu, in the order in which one goes through them.
    pub const ALL: [Self; 10] = [
        Self::Community,
        Self::Expectations(Part::Importance),
        Self::Exchange,
        Self::Practices,
        Self::Results,
        Self::Voices,
        Self::Time,
        Self::Statement,
        Self::Plan,
        Self::Share,
    ];

    /// Its part of an address.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Community => "community",
            Self::Expectations(Part::Importance) => "expectations",
            Self::Expectations(Part::Delivered) => "expectations/delivered",
            Self::Expectations(Part::Top) => "expectations/top",
            Self::Exchange => "exchange",
            Self::Practices => "value-proposition",
            Self::Results => "results",
            Self::Voices => "voices",
            Self::Time => "over-time",
            Self::Statement => "statement",
            Self::Plan => "plan",
            Self::Share => "share",
            Self::Report => "report",
        }
    }

    /// The place of a part of an address.
    pub fn from_path(path: &str) -> Option<Self> {
        let parts = Part::ALL.into_iter().skip(1).map(Self::Expectations);
        Self::ALL.into_iter().chain(parts).chain([Self::Report]).find(|place| place.path() == path)
    }

    /// Whether both stand under the same entry of the menu.
    pub fn same_entry(self, other: Self) -> bool {
        let both = |same: fn(Self) -> bool| same(self) && same(other);
        self == other
            || both(|place| matches!(place, Self::Expectations(_)))
            || both(|place| matches!(place, Self::Share | Self::Report))
    }
}

impl Route {
    /// The place of a saved assessment.
    pub fn assessment(id: &str, place: Place) -> Self {
        Self::Assessment { id: id.to_owned(), place }
    }

    /// Reads what stands behind `#`, with or without it.
    ///
    /// ```
    /// use common_ground::route::{Part, Place, Route};
    /// let route = Route::parse("#/c/7f/expectations/top");
    /// assert_eq!(route, Route::assessment("7f", Place::Expectations(Part::Top)));
    /// assert_eq!(route.address(), "#/c/7f/expectations/top");
    /// // Some mail programs write an address so, and some twice over.
    /// assert_eq!(Route::parse("#%2Fc%2F7f%2Fexpectations%2Ftop"), route);
    /// assert_eq!(Route::parse("#%252Fmethod"), Route::Method(None));
    /// let endless = ["#%", &"25".repeat(100_000), "2Fmethod"].concat();
    /// assert!(matches!(Route::parse(&endless), Route::Nowhere(_)));
    /// ```
    pub fn parse(fragment: &str) -> Self {
        Self::meant(fragment, ENCODINGS)
    }

    /// The same, with the percent-encoding undone at most so many times.
    fn meant(fragment: &str, rounds: u8) -> Self {
        let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
        let path = fragment.strip_prefix('/').unwrap_or(fragment);
        let (head, rest) = path.split_once('/').unwrap_or((path, ""));
        match (head, rest) {
            ("", "") => Self::Home,
            ("method", "") => Self::Method(None),
            ("method", section) => Self::Method(Some(section.to_owned())),
            ("portfolio", "") => Self::Portfolio,
            ("compare", rest) => {
                let (one, other) = rest.split_once('/').unwrap_or((rest, ""));
                match (Pick::parse(one), Pick::parse(other)) {
                    (Ok(one), Ok(other)) => Self::Compare([one, other]),
                    _ => Self::Nowhere(fragment.to_owned()),
                }
            }
            ("guest", "") => Self::Guest,
            ("v", _) => Self::Link(fragment.to_owned()),
            ("r", rest) => {
                let (key, page) = rest.split_once('/').unwrap_or((rest, "1"));
                match page.parse::<usize>() {
                    Ok(page) if page > 0 && !key.is_empty() => Self::Reply { key: key.to_owned(), page: page - 1 },
                    _ => Self::Nowhere(fragment.to_owned()),
                }
            }
            ("c", rest) => {
                let (id, place) = rest.split_once('/').unwrap_or((rest, "results"));
                match Place::from_path(place) {
                    Some(place) if !id.is_empty() => Self::assessment(id, place),
                    _ => Self::Nowhere(fragment.to_owned()),
                }
            }
            _ if rounds == 0 => Self::Nowhere(fragment.to_owned()),
            _ => match unescaped(fragment).map(|meant| Self::meant(&meant, rounds - 1)) {
                Some(Self::Nowhere(_)) | None => Self::Nowhere(fragment.to_owned()),
                Some(meant) => meant,
            },
        }
    }

    /// The address, `#` included.
    ///
    /// ```
    /// use common_ground::route::{Pick, Route};
    /// let earlier = Pick { id: "7f".into(), snapshot: Some(1) };
    /// let route = Route::Compare([Some(earlier), Some(Pick::present("a9"))]);
    /// assert_eq!(route.address(), "#/compare/7f.2/a9");
    /// assert_eq!(Route::parse("#/compare//a9"), Route::Compare([None, Some(Pick::present("a9"))]));
    /// ```
    pub fn address(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Method(None) => "#/method".to_owned(),
            Self::Method(Some(section)) => format!("#/method/{section}"),
            Self::Assessment { id, place } => format!("#/c/{id}/{}", place.path()),
            Self::Portfolio => "#/portfolio".to_owned(),
            Self::Compare([one, other]) => {
                let part = |pick: &Option<Pick>| pick.as_ref().map(Pick::part).unwrap_or_default();
                let (one, other) = (part(one), part(other));
                let address = ["#/compare/", &one, "/", &other].concat();
                address.trim_end_matches('/').to_owned()
            }
            Self::Guest => "#/guest".to_owned(),
            Self::Reply { key, page } => format!("#/r/{key}/{}", page + 1),
            Self::Link(fragment) | Self::Nowhere(fragment) => format!("#{fragment}"),
        }
    }
}

/// So many programs one behind the other may have percent-encoded an address; what goes on is no address, and could go
/// on for as long as it likes.
const ENCODINGS: u8 = 5;

/// A text with its percent-encoding (RFC 3986) undone once; `None` where there is none, or it stands for no text.
fn unescaped(text: &str) -> Option<String> {
    let (before, rest) = text.split_once('%')?;
    let mut bytes = before.as_bytes().to_vec();
    for part in rest.split('%') {
        let digits = part.get(..2).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend(part.bytes().skip(2));
    }
    String::from_utf8(bytes).ok()
}
