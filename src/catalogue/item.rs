//! The name of an expectation.

use std::fmt;
use std::str::FromStr;

/// The id of an expectation: a code of the catalogue such as `O1`, or `own-1` for one of the community's own.
///
/// At most twelve ASCII letters, digits and hyphens. It is kept inline, so that ids are copied and compared
/// without touching the heap; scoring looks up hundreds of them for each assessment.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId([u8; ItemId::MAX]);

impl ItemId {
    /// The longest id, in characters.
    pub const MAX: usize = 12;

    /// The highest number of an own expectation: of a higher one there is no id.
    pub const LAST_OWN: u32 = 99_999_999;

    /// The id of the community's own expectation number `n`, counted from 1 up to [`ItemId::LAST_OWN`] and never used
    /// again.
    pub fn own(n: u32) -> Self {
        Self::from_ascii(&format!("own-{}", n.min(Self::LAST_OWN)))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        let end = self.0.iter().position(|&byte| byte == 0).unwrap_or(Self::MAX);
        self.0.get(..end).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// The number of an own expectation, `None` for one of the catalogue.
    ///
    /// ```
    /// # use common_ground::catalogue::ItemId;
    /// assert_eq!(ItemId::own(3).own_number(), Some(3));
    /// assert_eq!("O1".parse::<ItemId>().unwrap().own_number(), None);
    /// ```
    pub fn own_number(&self) -> Option<u32> {
        // Most are of the catalogue, and asked often.
        if !self.0.starts_with(b"own-") {
            return None;
        }
        let digits = self.as_str().strip_prefix("own-")?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
        if plain { digits.parse().ok() } else { None }
    }

    fn from_ascii(text: &str) -> Self {
        let mut bytes = [0; Self::MAX];
        for (to, from) in bytes.iter_mut().zip(text.bytes()) {
            *to = from;
        }
        Self(bytes)
    }
}

/// The text is no id: empty, longer than twelve characters, or with other characters than letters, digits, hyphens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnItemId;

impl fmt::Display for NotAnItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id of 1 to 12 letters, digits and hyphens")
    }
}

impl FromStr for ItemId {
    type Err = NotAnItemId;

    fn from_str(text: &str) -> Result<Self, NotAnItemId> {
        let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if plain && (1..=Self::MAX).contains(&text.len()) { Ok(Self::from_ascii(text)) } else { Err(NotAnItemId) }
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
