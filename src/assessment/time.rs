//! Days and instants as files write them.
//!
//! Nothing here reads a clock or counts days; the shell hands in what time it is. Both types compare in order of time,
//! since their texts do.

use std::fmt;
use std::str::FromStr;

/// A day `2026-11-20`, a month `2026-11` or a year `2026`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(String);

/// An instant in UTC, `2026-11-20T16:05:00Z`, seconds optionally with a fraction.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(String);

/// The text is no date or instant of the expected form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotATime;

impl Date {
    /// The date as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the day is given, not only a month or a year.
    pub const fn is_day(&self) -> bool {
        self.0.len() == 10
    }

    /// How many days lie between this day and a later one, negative for an earlier one; `None` unless both are days.
    ///
    /// ```
    /// # use common_ground::assessment::Date;
    /// let day = |text: &str| text.parse::<Date>().unwrap();
    /// assert_eq!(day("2024-02-28").days_until(&day("2024-03-01")), Some(2));
    /// assert_eq!(day("2026-01-01").days_until(&day("2025-12-31")), Some(-1));
    /// ```
    pub fn days_until(&self, later: &Self) -> Option<i32> {
        Some(later.day_number()? - self.day_number()?)
    }

    /// Days since the first of March of the year 0, counting in years that begin with March so that a leap day comes last.
    fn day_number(&self) -> Option<i32> {
        let (year, Some(month), Some(day)) = self.parts() else { return None };
        let (year, month) = (i32::from(year), i32::from(month));
        let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
        Some(
            365 * year + year.div_euclid(4) - year.div_euclid(100)
                + year.div_euclid(400)
                + (153 * month + 2) / 5
                + i32::from(day),
        )
    }

    /// Year, month and day, as far as they are given.
    pub fn parts(&self) -> (u16, Option<u8>, Option<u8>) {
        let mut parts = self.0.split('-');
        let year = parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
        let mut rest = || parts.next().and_then(|part| part.parse().ok());
        (year, rest(), rest())
    }
}

impl Instant {
    /// The instant as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its day.
    pub fn date(&self) -> Date {
        Date(self.0.chars().take(10).collect())
    }
}

impl FromStr for Date {
    type Err = NotATime;

    /// ```
    /// # use common_ground::assessment::Date;
    /// assert!("2024-02-29".parse::<Date>().is_ok());
    /// assert!("2023-02-29".parse::<Date>().is_err());
    /// assert!("2023-04".parse::<Date>().is_ok());
    /// assert!("04/2023".parse::<Date>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let mut parts = text.split('-');
        let year = number(parts.next(), 4, 0..=9999)?.ok_or(NotATime)?;
        let month = number(parts.next(), 2, 1..=12)?;
        let last = month.map_or(0, |month| days_in(year, month));
        let _day = number(parts.next(), 2, 1..=last)?;
        if parts.next().is_some() { Err(NotATime) } else { Ok(Self(text.to_owned())) }
    }
}

impl FromStr for Instant {
    type Err = NotATime;

    fn from_str(text: &str) -> Result<Self, NotATime> {
        let (date, time) = text.split_once('T').ok_or(NotATime)?;
        if !date.parse::<Date>()?.is_day() {
            return Err(NotATime);
        }
        let time = time.strip_suffix('Z').ok_or(NotATime)?;
        let (whole, fraction) = time.split_once('.').unwrap_or((time, "0"));
        let mut parts = whole.split(':');
        for limit in [23, 59, 60] {
            number(parts.next(), 2, 0..=limit)?.ok_or(NotATime)?;
        }
        let plain = !fraction.is_empty() && fraction.len() <= 9 && fraction.bytes().all(|byte| byte.is_ascii_digit());
        if parts.next().is_none() && plain { Ok(Self(text.to_owned())) } else { Err(NotATime) }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A part of exactly `digits` digits within the range; `None` where the part is absent.
fn number(part: Option<&str>, digits: usize, range: std::ops::RangeInclusive<u16>) -> Result<Option<u16>, NotATime> {
    let Some(part) = part else { return Ok(None) };
    if part.len() != digits || !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NotATime);
    }
    let value = part.parse().map_err(|_| NotATime)?;
    if range.contains(&value) { Ok(Some(value)) } else { Err(NotATime) }
}

/// The number of days of a month in the Gregorian calendar.
const fn days_in(year: u16, month: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
