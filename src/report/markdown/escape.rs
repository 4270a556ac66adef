//! What was typed, as text that stays text.
//!
//! **Rule.** Every character that means something in `CommonMark`, or in the tables and bare addresses of GitHub, is
//! escaped wherever it stands, so that nothing depends on what comes before or behind it: `` \ ` * _ { } [ ] ( ) # + !
//! | < > & ~ = $ ^ @ ``; a hyphen at the start of a word; a colon before a slash or at the start, and a full stop
//! behind the digits at the start of a line or behind `www`. Control characters become spaces. A line cannot start a
//! block, since it starts with none of these, nor with a space.
//!
//! **Lines.** [`inline`] is for cells and headings: all white space becomes one space. [`block`] keeps lines, as hard
//! breaks, and paragraphs; [`item`] keeps the lines of a note. [`link`] makes a link only of an address that [may be
//! opened](opens); any other is text.

use crate::assessment::opens;

/// One line of text.
///
/// ```
/// use common_ground::report::markdown::escape::inline;
///
/// assert_eq!(inline("*a* | <b>\n# c"), r"\*a\* \| \<b\> \# c");
/// assert_eq!(inline("1. May 2026, 10:30"), r"1\. May 2026, 10:30");
/// assert_eq!(inline("Know-how - and --- more"), r"Know-how \- and \--- more");
/// ```
pub fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for word in text.split(|letter: char| letter.is_whitespace() || letter.is_control()) {
        if word.is_empty() {
            continue;
        }
        let first = out.is_empty();
        if !first {
            out.push(' ');
        }
        escape_word(&mut out, word, first);
    }
    out
}

/// Text as an item of a list, which keeps its lines.
///
/// ```
/// use common_ground::report::markdown::escape::item;
///
/// assert_eq!(item("One\n\n- two"), "One\\\n  \\- two");
/// ```
pub fn item(text: &str) -> String {
    let lines: Vec<String> = text.split(ENDS).map(inline).filter(|line| !line.is_empty()).collect();
    lines.join("\\\n  ")
}

/// Any of them ends a line somewhere.
const ENDS: [char; 7] = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Paragraphs of text, each line of which stands behind `lead`: nothing, or `> `.
///
/// ```
/// use common_ground::report::markdown::escape::block;
///
/// assert_eq!(block("Dear all,\nhello.\n\n\n  - A", "> "), "> Dear all,\\\n> hello.\n> \n> \\- A\n");
/// ```
pub fn block(text: &str, lead: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut last = Line::None;
    for line in text.split(ENDS) {
        let line = inline(line);
        if line.is_empty() {
            if last == Line::Words {
                last = Line::Blank;
            }
            continue;
        }
        match last {
            Line::None => {}
            Line::Words => out.push_str("\\\n"),
            Line::Blank => out.extend(["\n", lead, "\n"]),
        }
        out.extend([lead, &line]);
        last = Line::Words;
    }
    if last != Line::None {
        out.push('\n');
    }
    out
}

/// What came before a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    /// Nothing.
    None,
    /// Words.
    Words,
    /// An empty line, behind words.
    Blank,
}

/// A link, where the address is one that may be followed; else both as text. The words may be empty.
///
/// ```
/// use common_ground::report::markdown::escape::link;
///
/// assert_eq!(link("The [page]", "https://a.org/x(y)?b=1&c"), r"[The \[page\]](<https://a.org/x(y)?b=1&amp;c>)");
/// assert_eq!(link("", "mailto:a@b.org"), r"[mailto:a\@b.org](<mailto:a@b.org>)");
/// assert_eq!(link("A", "javascript:alert(1)"), r"A, javascript:alert\(1\)");
/// ```
pub fn link(words: &str, address: &str) -> String {
    let (words, address) = (inline(words), address.trim());
    if address.is_empty() {
        return words;
    }
    let shown = if words.is_empty() { inline(address) } else { words.clone() };
    if opens(address) {
        return ["[", &shown, "](<", &destination(address), ">)"].concat();
    }
    if words.is_empty() { shown } else { [&words, ", ", &inline(address)].concat() }
}

/// An address between `<` and `>`: percent-encoded where it would end there, or where other characters are meant to be.
fn destination(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'<' | b'>' | b'\\' | b'`' | b'"' | b'|' | b'^' | b'{' | b'}' | 0..=b' ' | 127.. => {
                let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0').to_ascii_uppercase();
                out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
            _ => out.push(char::from(byte)),
        }
    }
    out
}

fn escape_word(out: &mut String, word: &str, first: bool) {
    // `1.` at the start of a line would be a list.
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let mut letters = word.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let escaped = match letter {
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '!' | '|' | '<' | '>' | '&'
            | '~' | '=' | '$' | '^' | '@' => true,
            // Within a word it begins nothing.
            '-' => at == 0,
            ':' => first && at == 0 || letters.peek().is_some_and(|(_, next)| *next == '/'),
            '.' => {
                let www = at >= 3 && word.get(at - 3..at).is_some_and(|before| before.eq_ignore_ascii_case("www"));
                www || first && at > 0 && at == digits && at + 1 == word.len()
            }
            _ => false,
        };
        if escaped {
            out.push('\\');
        }
        out.push(letter);
    }
}
