//! Words that several screens need: those of the [reports](crate::report::words), and some of the screens alone.

use crate::assessment::{Date, Snapshot};
use crate::text::EN;

pub use crate::report::words::{
    date, label, legend, level, level_or_open, numbered, percent, pick, side, statement, thresholds_of,
};

/// A label within a sentence: without its capital, unless it is an abbreviation.
///
/// ```
/// # use common_ground::app::view::within;
/// assert_eq!((within("Quick help"), within("R and D")), ("quick help".into(), "R and D".into()));
/// ```
pub fn within(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => label.to_owned(),
    }
}

/// Day and name of the snapshot at a place in a list; of several with the same, its number among them.
pub fn snapshot(all: &[Snapshot], at: usize) -> String {
    let Some(one) = all.get(at) else { return String::new() };
    let name = (EN.time.named)(&one.label, &date(&one.date));
    let alike = |other: &&Snapshot| (&other.date, &other.label) == (&one.date, &one.label);
    match all.iter().filter(alike).count() {
        0 | 1 => name,
        _ => (EN.time.numbered)(&name, all.iter().take(at + 1).filter(alike).count()),
    }
}

/// The address that opens a mail: to whom, about what, saying what.
///
/// ```
/// # use common_ground::app::view::mailto;
/// assert_eq!(mailto("a@b.org", "R & D", "ü\n"), "mailto:a@b.org?subject=R%20%26%20D&body=%C3%BC%0D%0A");
/// ```
pub fn mailto(to: &str, subject: &str, body: &str) -> String {
    let mut address = String::from("mailto:");
    escape(&mut address, to);
    address.push_str("?subject=");
    escape(&mut address, subject);
    address.push_str("&body=");
    escape(&mut address, body);
    address
}

/// Percent-encoding (RFC 3986); a line break is written as mail has it (RFC 6068).
fn escape(out: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let digit = |value: u8| HEX.get(usize::from(value)).copied().map_or('0', char::from);
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'@' => out.push(char::from(byte)),
            b'\n' => out.push_str("%0D%0A"),
            _ => out.extend(['%', digit(byte >> 4), digit(byte & 15)]),
        }
    }
}

/// A day as a field of the form has it; empty where there is none.
pub fn written(date: Option<&Date>) -> String {
    date.map(ToString::to_string).unwrap_or_default()
}

/// A year, a month or a day that was typed; nothing where nothing was.
///
/// # Errors
///
/// `wrong`, where it is none of these.
pub fn typed_date(typed: &str, wrong: &'static str) -> Result<Option<Date>, &'static str> {
    match typed.trim() {
        "" => Ok(None),
        date => date.parse().map(Some).map_err(|_| wrong),
    }
}

/// A day that was typed; nothing where nothing was.
///
/// # Errors
///
/// What a day looks like.
pub fn typed_day(typed: &str) -> Result<Option<Date>, &'static str> {
    let date = typed_date(typed, EN.planning.not_a_day)?;
    if date.as_ref().is_none_or(Date::is_day) { Ok(date) } else { Err(EN.planning.not_a_day) }
}
