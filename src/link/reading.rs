//! A text as it was meant: what mail and chat programs write in the place of a letter is read as that letter.
//!
//! A token holds none of the characters that begin an escape, so that all of these are undone at once, without asking
//! which program the text came through:
//!
//! | written | meant | by |
//! |---|---|---|
//! | `%2F`, `%252F`, and so on | `/` | addresses inside addresses (RFC 3986): Safe Links, Barracuda, Google |
//! | `=2F`, and `=` at the end of a line | `/`, nothing | mail as it is sent: quoted-printable (RFC 2045, 6.7) |
//! | `&#47;`, `&#x2f;`, `&sol;`, `&amp;#47;` | `/` | HTML; only the names that may stand in or before a token |
//! | `*2F` | `/` | Proofpoint's URL Defense, version 3, of `%2F` |
//! | `-2F` and `_` | `/` | Proofpoint's URL Defense, version 2; only where [`Reading::proofpoint`] says so |
//! | `>` and <code>&#124;</code> at the beginning of a line | a gap | answers that quote |
//! | zero-width characters, soft hyphens, `\` | nothing | chat, word processors, Markdown |
//! | the hyphens U+2010 and U+2011 | `-` | word processors |
//!
//! An escape of a byte that is not ASCII is a gap, as escaped no-break spaces are.

/// White space, and what quotes a line.
pub(super) const GAP: u8 = b' ';

/// A character that is not ASCII.
const OTHER: u8 = 0;

/// What `&name;` means, of the names that may stand in or before a token.
const ENTITIES: [(&[u8], char); 11] = [
    (b"num;", '#'),
    (b"sol;", '/'),
    (b"colon;", ':'),
    (b"lowbar;", '_'),
    (b"hyphen;", '-'),
    (b"dash;", '-'),
    (b"gt;", '>'),
    (b"nbsp;", '\u{a0}'),
    (b"shy;", '\u{ad}'),
    (b"zwj;", '\u{200d}'),
    (b"zwnj;", '\u{200c}'),
];

/// One character as it was meant, and the bytes of the text that say it.
#[derive(Clone, Copy)]
pub(super) struct Sign {
    /// An ASCII character; a [`GAP`]; 0 for any other.
    pub(super) byte: u8,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Reads a text sign by sign.
#[derive(Clone)]
pub(super) struct Reading<'a> {
    mail: Mail<'a>,
    /// Whether this is an address inside one of Proofpoint's, version 2. Ends by itself with that address.
    pub(super) proofpoint: bool,
}

impl<'a> Reading<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { mail: Mail { text, at: 0, fresh: true }, proofpoint: false }
    }

    /// The byte that is read next.
    pub(super) const fn at(&self) -> usize {
        self.mail.at
    }

    /// The same reading, going on at another byte.
    pub(super) fn moved(&self, at: usize) -> Self {
        Self { mail: Mail { at, ..self.mail.clone() }, ..self.clone() }
    }
}

impl Iterator for Reading<'_> {
    type Item = Sign;

    fn next(&mut self) -> Option<Sign> {
        let mut sign = self.mail.next()?;
        let mark = sign.byte;
        if mark.is_ascii_alphanumeric() {
            return Some(sign);
        }
        let escape = match mark {
            b'%' => escaped(&self.mail),
            // Chat writes `*` around what is bold.
            b'*' => escaped(&self.mail).filter(|(byte, _)| byte.is_ascii()),
            b'-' if self.proofpoint => escaped(&self.mail),
            _ => None,
        };
        if let Some((byte, behind)) = escape {
            let gap = byte.is_ascii_whitespace() || !byte.is_ascii();
            sign = Sign { byte: if gap { GAP } else { byte }, to: behind.at, ..sign };
            self.mail = behind;
        } else if self.proofpoint && mark == b'_' {
            sign.byte = b'/';
        }
        // All but these is escaped in an address inside Proofpoint's.
        self.proofpoint &= matches!(mark, b'.' | b'-' | b'_') || sign.byte == GAP;
        Some(sign)
    }
}

/// What the two hexadecimal digits behind a mark mean, and the reading behind them. Where that is `%`, escaped itself,
/// and two more digits follow, what these mean. They may stand in different lines.
fn escaped<'a>(behind: &Mail<'a>) -> Option<(u8, Mail<'a>)> {
    let mut behind = behind.clone();
    let mut byte = hexadecimal(&mut behind)?;
    while byte == b'%' {
        let mut further = behind.clone();
        let Some(meant) = hexadecimal(&mut further) else { break };
        (byte, behind) = (meant, further);
    }
    Some((byte, behind))
}

fn hexadecimal(mail: &mut Mail<'_>) -> Option<u8> {
    let mut digits = mail.filter(|sign| sign.byte != GAP).map(|sign| char::from(sign.byte).to_digit(16));
    u8::try_from(digits.next()?? * 16 + digits.next()??).ok()
}

/// Reads a text as mail and pages carry it: all but the escapes of addresses, which stand inside.
#[derive(Clone)]
struct Mail<'a> {
    text: &'a str,
    /// The byte that is read next.
    at: usize,
    /// Whether nothing but gaps was read of the line.
    fresh: bool,
}

impl Mail<'_> {
    /// The character that is meant here, and how many bytes say it.
    fn meant(&self, rest: &[u8]) -> Option<(char, usize)> {
        match *rest.first()? {
            b'=' => quoted(rest),
            b'&' => entity(rest),
            0x80.. => self.text.get(self.at..)?.chars().next().map(|one| (one, one.len_utf8())),
            _ => None,
        }
    }
}

impl Iterator for Mail<'_> {
    type Item = Sign;

    fn next(&mut self) -> Option<Sign> {
        loop {
            let rest = self.text.as_bytes().get(self.at..)?;
            let (from, first) = (self.at, *rest.first()?);
            // Most of a text says what it means.
            if first.is_ascii_alphanumeric() {
                self.at += 1;
                self.fresh = false;
                return Some(Sign { byte: first, from, to: self.at });
            }
            let soft = soft_break(rest);
            if soft > 0 {
                self.at += soft;
                self.fresh = true;
                continue;
            }
            let (meant, length) = self.meant(rest).unwrap_or((char::from(first), 1));
            self.at += length;
            let byte = match meant {
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => {
                    self.fresh = true;
                    GAP
                }
                '>' | '|' if self.fresh => GAP,
                _ if is_invisible(meant) => continue,
                _ if meant.is_whitespace() => GAP,
                _ => {
                    self.fresh = false;
                    match meant {
                        '\u{2010}' | '\u{2011}' => b'-',
                        _ => u8::try_from(meant).ok().filter(u8::is_ascii).unwrap_or(OTHER),
                    }
                }
            };
            return Some(Sign { byte, from, to: self.at });
        }
    }
}

/// `=` and two hexadecimal digits. Several bytes of one character are as many gaps.
fn quoted(text: &[u8]) -> Option<(char, usize)> {
    let digit = |at: usize| char::from(*text.get(at)?).to_digit(16);
    let meant = char::from_u32(digit(1)? * 16 + digit(2)?)?;
    Some((if meant.is_ascii() { meant } else { '\u{a0}' }, 3))
}

/// `&name;` or `&#number;`; `amp;` between them any number of times, which alone is `&`.
fn entity(text: &[u8]) -> Option<(char, usize)> {
    let mut at = 1;
    while text.get(at..).is_some_and(|rest| rest.starts_with(b"amp;")) {
        at += 4;
    }
    let rest = text.get(at..)?;
    if let Some(number) = rest.strip_prefix(b"#") {
        let (base, digits) = match number.split_first() {
            Some((b'x' | b'X', digits)) => (16, digits),
            _ => (10, number),
        };
        // The highest character has seven digits.
        let length = digits.iter().take(8).position(|&byte| byte == b';')?;
        let value = std::str::from_utf8(digits.get(..length)?).ok()?;
        let meant = char::from_u32(u32::from_str_radix(value, base).ok()?)?;
        return Some((meant, text.len() - digits.len() + length + 1));
    }
    let named = ENTITIES.iter().find(|(name, _)| rest.starts_with(name));
    named.map(|(name, meant)| (*meant, at + name.len())).or(Some(('&', at)))
}

/// The bytes of `=` at the end of a line, with the line's end; 0 where there is none.
fn soft_break(text: &[u8]) -> usize {
    let Some(rest) = text.strip_prefix(b"=") else { return 0 };
    // Space may have been added behind it on the way.
    let blank = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    match rest.get(blank..) {
        Some([b'\r', b'\n', ..]) => blank + 3,
        Some([b'\r' | b'\n', ..]) => blank + 2,
        _ => 0,
    }
}

const fn is_invisible(one: char) -> bool {
    matches!(one, '\\' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
