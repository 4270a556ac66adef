//! Ids, days, instants and numbers of version 2.

use super::stream::Stream;
use crate::assessment::{AssessmentId, Date, Instant};
use crate::catalogue::ItemId;

/// The characters of an id; their place is the digit.
const CHARACTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The characters of a UUID's digits.
const HEX: &[u8; 16] = b"0123456789abcdef";

/// The form of a random UUID (RFC 9562, version 4) as text.
const UUID: &[u8; 36] = b"xxxxxxxx-xxxx-4xxx-Vxxx-xxxxxxxxxxxx";

/// The seconds from 1970 to 2020, from which instants are counted.
const START: i64 = 1_577_836_800;

/// An assessment's id: 122 bits where it is a random UUID.
pub(super) fn id(stream: &mut Stream<'_>, id: &mut AssessmentId) {
    let mut text = id.as_str().to_owned();
    if stream.flag(is_uuid(&text)) {
        uuid(stream, &mut text);
    } else {
        letters(stream, &mut text);
    }
    match AssessmentId::new(&text) {
        Some(read) => *id = read,
        None => stream.require(false),
    }
}

/// A reply's id: 48 bits where it has eight characters.
pub(super) fn reply_id(stream: &mut Stream<'_>, id: &mut String) {
    if stream.flag(id.len() == 8) {
        characters(stream, id, 8);
    } else {
        letters(stream, id);
    }
}

/// One to 64 characters.
fn letters(stream: &mut Stream<'_>, text: &mut String) {
    let count = stream.place(text.len().saturating_sub(1), 64) + 1;
    characters(stream, text, count);
}

fn characters(stream: &mut Stream<'_>, text: &mut String, count: usize) {
    let mut bytes = text.bytes().collect::<Vec<_>>();
    bytes.resize(count, 0);
    for byte in &mut bytes {
        stream.choice(CHARACTERS, byte);
    }
    *text = bytes.into_iter().map(char::from).collect();
}

fn is_uuid(text: &str) -> bool {
    let fits = |(byte, form): (u8, &u8)| match form {
        b'x' => HEX.contains(&byte),
        b'V' => b"89ab".contains(&byte),
        form => byte == *form,
    };
    text.len() == UUID.len() && text.bytes().zip(UUID).all(fits)
}

fn uuid(stream: &mut Stream<'_>, text: &mut String) {
    let mut bytes = text.bytes().collect::<Vec<_>>();
    bytes.resize(UUID.len(), 0);
    for (byte, form) in bytes.iter_mut().zip(UUID) {
        match form {
            b'x' => stream.choice(HEX, byte),
            b'V' => stream.choice(b"89ab", byte),
            form => *byte = *form,
        }
    }
    *text = bytes.into_iter().map(char::from).collect();
}

/// The number of an own item.
pub(super) fn own(stream: &mut Stream<'_>, id: &mut ItemId) {
    let number = id.own_number().unwrap_or(1);
    let number = stream.natural(number.saturating_sub(1), 3).saturating_add(1);
    *id = ItemId::own(number);
}

/// How exactly an instant is written.
#[derive(Clone, Copy, PartialEq)]
enum Exact {
    Absent,
    /// Minutes since 2020, in groups of 12 bits.
    Minutes,
    /// Seconds since 2020 or another instant, in groups of 10 bits.
    Seconds,
    /// As text, where it has a fraction, or stands outside of 2020 to 2156.
    Text,
}

/// An instant, counted in seconds from an earlier one if that is given.
pub(super) fn instant(stream: &mut Stream<'_>, instant: &mut Option<Instant>, since: Option<&Instant>) {
    let start = since.and_then(Instant::seconds).filter(|start| *start > START).unwrap_or(START);
    let seconds = instant.as_ref().and_then(Instant::seconds);
    let counted = |start: i64, unit: i64| -> Option<u32> {
        seconds.filter(|seconds| seconds % unit == 0).and_then(|seconds| u32::try_from((seconds - start) / unit).ok())
    };
    // From an earlier instant, seconds are shorter; and a time before the start is no count.
    let after = |start: i64| seconds.is_some_and(|seconds| seconds >= start);
    let minutes = if since.is_none() && after(START) { counted(START, 60) } else { None };
    let from = if after(start) { start } else { START };
    let whole = if after(from) { counted(from, 1) } else { None };
    let mut exact = match instant {
        None => Exact::Absent,
        Some(_) if minutes.is_some() => Exact::Minutes,
        Some(_) if whole.is_some() => Exact::Seconds,
        Some(_) => Exact::Text,
    };
    stream.choice(&[Exact::Absent, Exact::Minutes, Exact::Seconds, Exact::Text], &mut exact);
    let read = match exact {
        Exact::Absent => return *instant = None,
        Exact::Minutes => {
            let minutes = stream.natural(minutes.unwrap_or_default(), 12);
            Instant::from_seconds(START + 60 * i64::from(minutes))
        }
        Exact::Seconds => {
            let later = start > START && stream.flag(from == start);
            let from = if later { start } else { START };
            Instant::from_seconds(from + i64::from(stream.natural(whole.unwrap_or_default(), 10)))
        }
        Exact::Text => {
            let mut text = instant.as_ref().map(|instant| instant.as_str().to_owned()).unwrap_or_default();
            stream.text(&mut text);
            text.parse().ok()
        }
    };
    stream.require(read.is_some());
    *instant = read;
}

/// An instant without its seconds.
pub(super) fn to_the_minute(instant: Instant) -> Instant {
    if instant.as_str().ends_with(":00Z") {
        return instant;
    }
    let seconds = instant.seconds().map(|seconds| seconds - seconds.rem_euclid(60));
    seconds.and_then(Instant::from_seconds).unwrap_or(instant)
}

/// A day, a month, a year, or nothing.
pub(super) fn date(stream: &mut Stream<'_>, date: &mut Option<Date>) {
    let (year, month, day) = date.as_ref().map_or((0, None, None), Date::parts);
    let form = u32::from(date.is_some()) + u32::from(month.is_some()) + u32::from(day.is_some());
    let form = stream.digit(form, 4);
    *date = if form == 0 { None } else { calendar(stream, (year, month, day), form) };
}

/// A day or nothing.
pub(super) fn day(stream: &mut Stream<'_>, day: &mut Option<Date>) {
    *day = if stream.flag(day.is_some()) {
        let parts = day.as_ref().map_or((0, None, None), Date::parts);
        calendar(stream, parts, 3)
    } else {
        None
    };
}

/// The year, with the month if the form is 2 and the day too if it is 3.
fn calendar(stream: &mut Stream<'_>, parts: (u16, Option<u8>, Option<u8>), form: u32) -> Option<Date> {
    let (year, month, day) = parts;
    let near = stream.flag((2000..2128).contains(&year));
    let (from, radix) = if near { (2000, 128) } else { (0, 10_000) };
    let year = from + stream.digit(u32::from(year).saturating_sub(from), radix);
    let mut text = digits(year, 4);
    if form > 1 {
        let month = stream.digit(u32::from(month.unwrap_or(1)).saturating_sub(1), 12) + 1;
        text.push('-');
        text.push_str(&digits(month, 2));
    }
    if form > 2 {
        let day = stream.digit(u32::from(day.unwrap_or(1)).saturating_sub(1), 31) + 1;
        text.push('-');
        text.push_str(&digits(day, 2));
    }
    let date = text.parse().ok();
    stream.require(date.is_some());
    date
}

/// A number in so many digits of ten.
fn digits(number: u32, count: usize) -> String {
    let text = number.to_string();
    ["0".repeat(count.saturating_sub(text.len())), text].concat()
}

/// How a number is written.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    Absent,
    /// A whole number of this many decimal places, from 0 to 3, in groups of 6 bits.
    Decimal(u32),
    /// The 64 bits of IEEE 754.
    Bits,
}

/// A number, or nothing.
pub(super) fn number(stream: &mut Stream<'_>, number: &mut Option<f64>) {
    const FORMS: [Form; 6] =
        [Form::Absent, Form::Decimal(0), Form::Decimal(1), Form::Decimal(2), Form::Decimal(3), Form::Bits];
    let decimal = |value: f64| (0..4).find_map(|places| units(value, places).map(|units| (places, units)));
    let found = number.and_then(decimal);
    let mut form = match (*number, found) {
        (None, _) => Form::Absent,
        (Some(_), Some((places, _))) => Form::Decimal(places),
        (Some(_), None) => Form::Bits,
    };
    stream.choice(&FORMS, &mut form);
    *number = match form {
        Form::Absent => None,
        Form::Decimal(places) => Some(value(stream.natural(found.map_or(0, |(_, units)| units), 6), places)),
        Form::Bits => {
            let bits = number.unwrap_or_default().to_bits();
            let half = |bits: u64| u32::try_from(bits & 0xffff_ffff).unwrap_or_default();
            let high = u64::from(stream.whole(half(bits >> 32)));
            let read = f64::from_bits(high << 32 | u64::from(stream.whole(half(bits))));
            stream.require(read.is_finite());
            Some(read)
        }
    };
}

fn value(units: u32, places: u32) -> f64 {
    f64::from(units) / f64::from(10_u32.pow(places))
}

/// The whole number that stands for a value with so many decimal places, if that gives exactly the value.
fn units(number: f64, places: u32) -> Option<u32> {
    let scaled = (number * f64::from(10_u32.pow(places))).round();
    if !(0.0..=f64::from(u32::MAX)).contains(&scaled) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "guarded by the lines above")]
    let units = scaled as u32;
    (value(units, places).to_bits() == number.to_bits()).then_some(units)
}
