//! How numbers, ranges and dates are shown.
//!
//! Whole percentages; one decimal where rounding would cross a threshold in use; never 0 % for something, never 100 %
//! for less than everything; "–" where there is no value. A thin space that does not break stands before the sign.

/// What is shown where there is no value.
pub const NONE: &str = "–";

/// A thin space that does not break.
const THIN: char = '\u{202f}';

/// A share from 0 to 1, or a range of shares, as a percentage.
///
/// ```
/// # use common_ground::text::numbers::percent;
/// assert_eq!(percent(0.52, 0.52, &[0.5]), "52\u{202f}%");
/// assert_eq!(percent(0.41, 0.63, &[0.5]), "41–63\u{202f}%");
/// assert_eq!(percent(0.518, 0.522, &[0.5]), "about 52\u{202f}%");
/// assert_eq!(percent(0.497, 0.497, &[0.5]), "49.7\u{202f}%");
/// assert_eq!(percent(0.49583, 0.49583, &[0.5]), "49.6\u{202f}%");
/// assert_eq!(percent(0.49996, 0.49996, &[0.5]), "49.9\u{202f}%");
/// assert_eq!(percent(0.004, 0.004, &[]), "<1\u{202f}%");
/// assert_eq!(percent(0.996, 0.996, &[]), ">99\u{202f}%");
/// ```
pub fn percent(low: f64, high: f64, thresholds: &[f64]) -> String {
    let (from, to) = (hundredths(low, thresholds), hundredths(high, thresholds));
    if high - low <= 1e-9 {
        format!("{from}{THIN}%")
    } else if from == to {
        format!("about {from}{THIN}%")
    } else {
        format!("{from}–{to}{THIN}%")
    }
}

/// A share as it is written, without saying that it is not quite that.
pub fn bare(written: &str) -> &str {
    written.strip_prefix("about ").unwrap_or(written)
}

/// A share as a number of per cent, without the sign.
fn hundredths(share: f64, thresholds: &[f64]) -> String {
    let hundred = share * 100.0;
    let whole = hundred.round();
    if share > 1e-9 && whole < 1.0 {
        return "<1".to_owned();
    }
    if share < 1.0 - 1e-9 && whole > 99.0 {
        return ">99".to_owned();
    }
    let crosses = |threshold: &f64| {
        let reached = share >= threshold - 1e-9;
        let shown_reached = whole >= (threshold * 100.0).round();
        reached != shown_reached || !reached && (whole - (threshold * 100.0).round()).abs() < 0.5
    };
    if thresholds.iter().any(crosses) {
        // On the side of the threshold on which it is: rounded, but down where rounding would reach what is not
        // reached.
        let tenths = (hundred * 10.0).round() / 10.0;
        let reaches = |threshold: &f64| share < threshold - 1e-9 && tenths >= threshold * 100.0 - 1e-7;
        let down = thresholds.iter().any(reaches);
        return decimal(if down { (hundred * 10.0).floor() / 10.0 } else { tenths });
    }
    decimal(whole)
}

/// A number with at most one decimal.
fn decimal(number: f64) -> String {
    let tenths = (number * 10.0).round();
    if (tenths % 10.0).abs() < 0.5 { format!("{:.0}", tenths / 10.0) } else { format!("{:.1}", tenths / 10.0) }
}

/// A number of steps, halves as a fraction: 3, 3½, ½.
///
/// ```
/// # use common_ground::text::numbers::steps;
/// assert_eq!((steps(3.0), steps(3.5), steps(0.5)), ("3".into(), "3½".into(), "½".into()));
/// ```
pub fn steps(steps: f64) -> String {
    let whole = steps.floor();
    match (whole >= 1.0, steps - whole >= 0.25) {
        (true, true) => format!("{whole:.0}½"),
        (false, true) => "½".to_owned(),
        (_, false) => format!("{whole:.0}"),
    }
}

/// A sum of steps or of products of steps, with at most two decimals.
pub fn sum(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A small number in words, from one to twelve; figures above.
pub fn words(number: usize) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// The first letter as a capital.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The first letter as a capital, where it is English: the first page has no room for the capitals of all languages.
pub fn beginning(text: &str) -> String {
    let mut said = text.to_owned();
    if let Some(first) = said.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    said
}

/// An error as a sentence of its own: errors are told in the middle of a line, without capital and full stop. What
/// begins with the name of a key keeps it as it is.
///
/// ```
/// # use common_ground::text::numbers::sentence;
/// assert_eq!(sentence("the link is damaged"), "The link is damaged.");
/// assert_eq!(sentence("members.importance.O3: 7 is not a step"), "members.importance.O3: 7 is not a step.");
/// assert_eq!(sentence("What is it?"), "What is it?");
/// ```
pub fn sentence(error: &str) -> String {
    let word = error.bytes().take_while(|letter| *letter != b' ').all(|letter| letter.is_ascii_alphabetic());
    let mut said = if word { beginning(error) } else { error.to_owned() };
    if !said.is_empty() && !said.ends_with(['.', '!', '?', '…']) {
        said.push('.');
    }
    said
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day, month or year in words.
///
/// ```
/// # use common_ground::text::numbers::date;
/// assert_eq!(date(2026, Some(11), Some(20)), "20 November 2026");
/// assert_eq!(date(2023, Some(9), None), "September 2023");
/// ```
pub fn date(year: u16, month: Option<u8>, day: Option<u8>) -> String {
    let month = month.and_then(|month| MONTHS.get(usize::from(month).wrapping_sub(1)));
    match (month, day) {
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
        (Some(month), None) => format!("{month} {year}"),
        _ => year.to_string(),
    }
}

/// The size of a file.
pub fn bytes(count: usize) -> String {
    match count {
        0..1_000 => format!("{count} bytes"),
        1_000..1_000_000 => format!("{} KB", count.div_ceil(1_000)),
        _ => format!("{}.{} MB", count / 1_000_000, count % 1_000_000 / 100_000),
    }
}

/// A count with a comma between thousands.
///
/// ```
/// # use common_ground::text::numbers::count;
/// assert_eq!(count(900), "900");
/// assert_eq!(count(12_345), "12,345");
/// ```
pub fn count(number: usize) -> String {
    if number < 1_000 { number.to_string() } else { format!("{},{:03}", count(number / 1_000), number % 1_000) }
}
