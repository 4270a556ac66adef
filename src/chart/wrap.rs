//! Words of a person, made fit for a place: cleaned, broken into lines, cut with an ellipsis.

use super::measure::{advance, is_joining, width};

const ELLIPSIS: char = '…';
/// No line of any picture holds more letters.
const LONGEST: usize = 160;
/// More accents than this on one letter reach into other words.
const ACCENTS: usize = 3;

/// One line of words: space runs become one space; control characters and the marks that turn the direction of writing
/// are left out; what is far too long is cut.
///
/// ```
/// use common_ground::chart::wrap::clean;
/// assert_eq!(clean("  two\n\twords\0 \u{202e}back "), "two words back");
/// assert!(clean(&"x".repeat(10_000)).chars().count() < 200);
/// ```
pub fn clean(words: &str) -> String {
    let mut out = String::new();
    let (mut letters, mut accents) = (0, 0);
    for letter in words.chars() {
        if letter.is_whitespace() && letter != '\u{a0}' && letter != '\u{202f}' && letter != '\u{2009}' {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        if letter.is_control()
            || matches!(letter, '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        {
            continue;
        }
        accents = if is_joining(letter) { accents + 1 } else { 0 };
        if accents > ACCENTS {
            continue;
        }
        letters += 1;
        if letters > LONGEST && !is_joining(letter) {
            out.push(ELLIPSIS);
            break;
        }
        out.push(letter);
    }
    out.truncate(out.trim_end().len());
    out
}

/// Words cut to a width, with an ellipsis; whole if they fit. Never cut inside what looks like one letter.
///
/// ```
/// use common_ground::chart::wrap::cut;
/// assert_eq!(cut("Know-how kept", 10.0, 200.0), "Know-how kept");
/// assert_eq!(cut("Know-how kept", 10.0, 70.0), "Know-how…");
/// assert_eq!(cut("Know-how kept", 10.0, 1.0), "…");
/// assert_eq!(cut("e\u{301}e\u{301}e\u{301}", 10.0, 18.0), "e\u{301}…");
/// ```
pub fn cut(words: &str, size: f64, room: f64) -> String {
    if width(words, size) <= room {
        return words.to_owned();
    }
    let end = fitting(words, size, room - advance(ELLIPSIS) * size);
    let mut out = words.get(..end).unwrap_or_default().trim_end().to_owned();
    out.push(ELLIPSIS);
    out
}

/// Where words that are too long end at the latest, letter by letter.
fn fitting(words: &str, size: f64, room: f64) -> usize {
    let (mut used, mut end, mut joined) = (0.0, 0, false);
    for (place, letter) in words.char_indices() {
        if used > room {
            break;
        }
        if !is_joining(letter) && !joined {
            end = place;
        }
        joined = letter == '\u{200d}';
        used += advance(letter) * size;
    }
    end
}

/// Words in one line or in two of about the same length; cut if two lines do not hold them.
///
/// ```
/// use common_ground::chart::wrap::two_lines;
/// assert_eq!(two_lines("People stay", 13.0, 200.0), ["People stay"]);
/// assert_eq!(two_lines("Meeting the regulator well prepared", 13.0, 170.0), ["Meeting the regulator", "well prepared"]);
/// assert_eq!(two_lines("Bundesstraßenverwaltung", 13.0, 100.0), ["Bundesstra…"]);
/// ```
pub fn two_lines(words: &str, size: f64, room: f64) -> Vec<String> {
    if width(words, size) <= room {
        return vec![words.to_owned()];
    }
    let mut balanced: Option<(f64, usize)> = None;
    let mut fitting = None;
    for (place, _) in words.match_indices(' ') {
        let (first, second) = words.split_at(place);
        let (first, second) = (width(first, size), width(second.trim_start(), size));
        if first <= room {
            fitting = Some(place);
        }
        let longer = first.max(second);
        if longer <= room && balanced.is_none_or(|(best, _)| longer < best) {
            balanced = Some((longer, place));
        }
    }
    match balanced.map(|(_, place)| place).or(fitting) {
        None => vec![cut(words, size, room)],
        Some(place) => {
            let (first, second) = words.split_at(place);
            vec![first.to_owned(), cut(second.trim_start(), size, room)]
        }
    }
}

/// Words in as many lines as they need, up to `most`; the last is cut if they need more. A word that is longer than a
/// line is broken where the line ends. No words, no line.
///
/// ```
/// use common_ground::chart::wrap::lines;
/// let words = "Meeting the regulator well prepared";
/// assert_eq!(lines(words, 13.0, 110.0, 3), ["Meeting the", "regulator well", "prepared"]);
/// assert_eq!(lines(words, 13.0, 110.0, 2), ["Meeting the", "regulator we…"]);
/// assert_eq!(lines("Bundesstraßen", 13.0, 60.0, 3), ["Bundes", "straßen"]);
/// assert_eq!(lines("", 13.0, 110.0, 2), Vec::<String>::new());
/// ```
pub fn lines(words: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = words.trim();
    while !rest.is_empty() && lines.len() + 1 < most && width(rest, size) > room {
        let fits = |end: &usize| rest.get(..*end).is_some_and(|line| width(line, size) <= room);
        let spaces = rest.match_indices(' ').map(|(at, _)| at);
        let end = spaces.take_while(fits).last().unwrap_or_else(|| fitting(rest, size, room));
        if end == 0 {
            break;
        }
        let (line, behind) = rest.split_at(end);
        lines.push(line.to_owned());
        rest = behind.trim_start();
    }
    if !rest.is_empty() {
        lines.push(cut(rest, size, room));
    }
    lines
}
