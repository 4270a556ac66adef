//! Days and instants as files write them.
//!
//! Nothing here reads a clock; the shell hands in what time it is. Both types compare in order of time: days since
//! their texts do, instants by second and fraction.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// A day `2026-11-20`, a month `2026-11` or a year `2026`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(String);

/// An instant in UTC, `2026-11-20T16:05:00Z`, seconds optionally with a fraction. Two that mean the same moment are
/// equal, however many zeros end their fractions.
///
/// ```
/// # use common_ground::assessment::Instant;
/// let instant = |text: &str| text.parse::<Instant>().unwrap();
/// assert!(instant("2026-11-19T08:00:00Z") < instant("2026-11-19T08:00:00.250Z"));
/// assert!(instant("2026-11-19T08:00:00.250Z") < instant("2026-11-19T08:00:00.3Z"));
/// assert_eq!(instant("2026-11-19T08:00:00.5Z"), instant("2026-11-19T08:00:00.500Z"));
/// assert_eq!(instant("2026-11-19T08:00:00.0Z"), instant("2026-11-19T08:00:00Z"));
/// ```
#[derive(Clone, Debug)]
pub struct Instant(String);

/// 1970-01-01 in days since the last of February of the year 0.
const EPOCH: i32 = 719_469;

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
        (self.is_day() && later.is_day()).then(|| later.day_number() - self.day_number())
    }

    /// Days since 1970-01-01, by today's calendar for all years; of a month or a year, its first day.
    ///
    /// Counted in years that begin with March, so that a leap day comes last.
    ///
    /// ```
    /// # use common_ground::assessment::Date;
    /// let number = |text: &str| text.parse::<Date>().unwrap().day_number();
    /// assert_eq!((number("1970-01-01"), number("1969-12-31"), number("2000-03-01")), (0, -1, 11_017));
    /// assert_eq!((number("2026-11"), number("2026")), (number("2026-11-01"), number("2026-01-01")));
    /// ```
    pub fn day_number(&self) -> i32 {
        let (year, month, day) = self.parts();
        let (year, month) = (i32::from(year), i32::from(month.unwrap_or(1)));
        let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
        365 * year + year.div_euclid(4) - year.div_euclid(100)
            + year.div_euclid(400)
            + (153 * month + 2) / 5
            + i32::from(day.unwrap_or(1))
            - EPOCH
    }

    /// The day with this number; `None` outside the years 0 to 9999.
    pub fn from_day_number(number: i32) -> Option<Self> {
        // Every four centuries have the same days. Within them, each century but the last has one day less than its 25
        // leap cycles, and each cycle but the last one less than its four years, counted from March.
        let day = number.checked_add(EPOCH - 1)?;
        let (era, day) = (day.div_euclid(146_097), day.rem_euclid(146_097));
        let century = (day / 36_524).min(3);
        let day = day - century * 36_524;
        let (cycle, day) = (day / 1461, day % 1461);
        let year = (day / 365).min(3);
        let day = day - year * 365;
        // The months from March on: five of them have 153 days.
        let month = (5 * day + 2) / 153;
        let of_month = day - (153 * month + 2) / 5 + 1;
        let (month, turned) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
        let year = 400 * era + 100 * century + 4 * cycle + year + turned;
        (0..=9999).contains(&year).then(|| {
            let mut text = String::with_capacity(10);
            put(&mut text, "", (year, 4));
            put(&mut text, "-", (month, 2));
            put(&mut text, "-", (of_month, 2));
            Self(text)
        })
    }

    /// Year, month and day, as far as they are given.
    pub fn parts(&self) -> (u16, Option<u8>, Option<u8>) {
        let small = |from: usize| figure(&self.0, from, 2).and_then(|number| u8::try_from(number).ok());
        (figure(&self.0, 0, 4).unwrap_or_default(), small(5), small(8))
    }
}

/// Adds a mark, and a number in so many digits: a thousand replies bear a thousand instants, and `format!` takes its
/// time.
fn put(text: &mut String, mark: &str, (number, digits): (i32, u32)) {
    text.push_str(mark);
    for place in (0..digits).rev() {
        let digit = number / 10_i32.pow(place) % 10;
        text.extend(char::from_digit(digit.unsigned_abs(), 10));
    }
}

/// The number in so many digits from a place on; `None` where the text is shorter. The texts here have been read
/// already.
fn figure(text: &str, from: usize, digits: usize) -> Option<u16> {
    let digits = text.as_bytes().get(from..from + digits)?;
    Some(digits.iter().fold(0, |number, digit| number * 10 + u16::from(digit.wrapping_sub(b'0'))))
}

impl Default for Date {
    /// The first day that computers count: 1970-01-01.
    fn default() -> Self {
        Self("1970-01-01".to_owned())
    }
}

impl Instant {
    /// The instant as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The minute it lies in: as much as a reply says of when it was given.
    ///
    /// ```
    /// # use common_ground::assessment::Instant;
    /// let instant: Instant = "2026-11-19T08:03:59.5Z".parse().unwrap();
    /// assert_eq!(instant.minute().as_str(), "2026-11-19T08:03:00Z");
    /// ```
    #[must_use]
    pub fn minute(&self) -> Self {
        Self([self.0.get(..16).unwrap_or_default(), ":00Z"].concat())
    }

    /// The hour and minute, in universal time: "08:03".
    pub fn time(&self) -> &str {
        self.0.get(11..16).unwrap_or_default()
    }

    /// The seconds since 1970-01-01T00:00:00Z, leap seconds not counted; `None` where it has a fraction or is a leap
    /// second itself, so that [`from_seconds`](Self::from_seconds) gives the same text back.
    pub fn seconds(&self) -> Option<i64> {
        let part = |from: usize| figure(&self.0, from, 2).map(i64::from);
        let (hour, minute, second) = (part(11)?, part(14)?, part(17)?);
        let exact = self.0.len() == 20 && second < 60;
        exact.then(|| (i64::from(self.date().day_number()) * 24 + hour) * 3600 + minute * 60 + second)
    }

    /// The instant so many seconds after 1970-01-01T00:00:00Z; `None` outside the years 0 to 9999.
    ///
    /// ```
    /// # use common_ground::assessment::Instant;
    /// let instant = Instant::from_seconds(1_763_654_700).unwrap();
    /// assert_eq!(instant.as_str(), "2025-11-20T16:05:00Z");
    /// assert_eq!(instant.seconds(), Some(1_763_654_700));
    /// ```
    pub fn from_seconds(seconds: i64) -> Option<Self> {
        let Date(mut text) = Date::from_day_number(i32::try_from(seconds.div_euclid(86_400)).ok()?)?;
        let second = i32::try_from(seconds.rem_euclid(86_400)).ok()?;
        put(&mut text, "T", (second / 3600, 2));
        put(&mut text, ":", (second / 60 % 60, 2));
        put(&mut text, ":", (second % 60, 2));
        text.push('Z');
        Some(Self(text))
    }

    /// The same moment as a clock shows it that is so many minutes ahead of universal time, written as if it were that:
    /// whose [day](Self::date) and [time](Self::time) are those of the person whose clock it is. A clock that is not
    /// known is 0 minutes ahead. Unchanged outside the years 0 to 9999.
    ///
    /// ```
    /// # use common_ground::assessment::Instant;
    /// let evening: Instant = "2026-11-26T10:06:59.5Z".parse().unwrap();
    /// assert_eq!(evening.at(14 * 60).date().as_str(), "2026-11-27");
    /// assert_eq!((evening.at(-11 * 60).date().as_str(), evening.at(-11 * 60).time()), ("2026-11-25", "23:06"));
    /// ```
    #[must_use]
    pub fn at(&self, ahead: i32) -> Self {
        let seconds = self.minute().seconds().map(|seconds| seconds + 60 * i64::from(ahead));
        seconds.and_then(Self::from_seconds).unwrap_or_else(|| self.clone())
    }

    /// The first one of 1970, for a clock that cannot be read: nothing is older, so that nothing is dropped for its
    /// age.
    pub fn epoch() -> Self {
        Self("1970-01-01T00:00:00Z".to_owned())
    }

    /// Its day.
    pub fn date(&self) -> Date {
        Date(self.0.get(..10).unwrap_or_default().to_owned())
    }

    /// Its second, and the digits of its fraction without the zeros at their end: they compare as texts.
    fn moment(&self) -> (&str, &str) {
        let (second, fraction) = self.0.split_at_checked(19).unwrap_or((&self.0, ""));
        (second, fraction.trim_start_matches('.').trim_end_matches('Z').trim_end_matches('0'))
    }
}

impl PartialEq for Instant {
    fn eq(&self, other: &Self) -> bool {
        self.moment() == other.moment()
    }
}

impl Eq for Instant {}

impl PartialOrd for Instant {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Instant {
    fn cmp(&self, other: &Self) -> Ordering {
        self.moment().cmp(&other.moment())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_count_from_1970_and_back() {
        // Counted by another program.
        let check = |text: &str, seconds: i64| {
            assert_eq!(text.parse::<Instant>().ok().and_then(|instant| instant.seconds()), Some(seconds), "{text}");
            assert_eq!(Instant::from_seconds(seconds).map(|instant| instant.0), Some(text.to_owned()));
        };
        check("1970-01-01T00:00:00Z", 0);
        check("1969-12-31T23:59:59Z", -1);
        check("2000-02-29T12:00:00Z", 951_825_600);
        check("2100-03-01T00:00:00Z", 4_107_542_400);
        check("0000-01-01T00:00:00Z", -62_167_219_200);
        check("9999-12-31T23:59:59Z", 253_402_300_799);
        for beyond in [-62_167_219_201, 253_402_300_800, i64::MIN, i64::MAX] {
            assert_eq!(Instant::from_seconds(beyond), None);
        }
    }

    #[test]
    fn an_instant_that_is_no_whole_second_of_a_day_is_not_counted() {
        for text in ["2026-11-20T16:05:00.5Z", "2026-11-20T16:05:00.0Z", "2016-12-31T23:59:60Z"] {
            assert_eq!(text.parse::<Instant>().map(|instant| instant.seconds()), Ok(None));
        }
    }

    #[test]
    fn every_day_has_its_number() {
        // The first and the last day that can be written, counted from 1970.
        let (first, last) = (-719_528, 2_932_896);
        let day = |text: &str| text.parse().map(|date: Date| date.day_number());
        assert_eq!((day("0000-01-01"), day("9999-12-31")), (Ok(first), Ok(last)));
        let mut before = String::new();
        for number in first..=last {
            // Every day of the first and last centuries, and every seventh between.
            if number % 7 == 0 || !(first + 40_000..last - 40_000).contains(&number) {
                let text = Date::from_day_number(number).map(|date| date.0).unwrap_or_default();
                assert_eq!(day(&text), Ok(number));
                assert!(text > before, "{text} after {before}");
                before = text;
            }
        }
        assert_eq!((Date::from_day_number(first - 1), Date::from_day_number(last + 1)), (None, None));
    }
}
