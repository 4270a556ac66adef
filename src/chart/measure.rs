//! How wide words are at most: their width in `DejaVu Sans Bold`, the widest face we meet.

use super::advances::{ASCII, LATIN};

/// The width of words at font size 1.
///
/// ```
/// use common_ground::chart::measure::{em, width};
/// assert!((em("Aa") - 1.449).abs() < 1e-9);
/// assert!((width("Aa", 20.0) - 28.98).abs() < 1e-9);
/// assert!((em("e\u{301}") - em("e")).abs() < 1e-9, "a combining accent has no width");
/// assert!(em("الشبكات") < 6.5, "the letters of Arabic join, and are narrow in a word");
/// assert!(em("水") >= 1.0 && em("😀") > em("水"));
/// ```
pub fn em(words: &str) -> f64 {
    words.chars().map(advance).sum()
}

/// The width of words at a font size.
pub fn width(words: &str, size: f64) -> f64 {
    em(words) * size
}

/// The width of one letter at font size 1. Outside Latin letters and the usual punctuation it is not known: then it is
/// as much as a letter of that script can need.
pub fn advance(letter: char) -> f64 {
    let code = u32::from(letter);
    let known = |table: &[u16], first: u32| {
        let place = usize::try_from(code.checked_sub(first)?).ok()?;
        table.get(place).map(|width| f64::from(*width) / 1000.0)
    };
    if let Some(width) = known(&ASCII, 0x20).or_else(|| known(&LATIN, 0xa0)) {
        return width;
    }
    if is_joining(letter) {
        return 0.0;
    }
    match code {
        0x0590..=0x05ff => 0.76,                     // Hebrew
        0x2009 | 0x200a | 0x202f => 0.2,             // thin, hair and narrow no-break space
        0x2018..=0x201b | 0x2039..=0x203a => 0.42,   // quotes
        0x2010..=0x2013 | 0x201c..=0x201f => 0.7,    // hyphens, en dash, double quotes
        0x2014 | 0x2026 | 0x20ac | 0x2022 => 1.0,    // em dash, ellipsis, euro, bullet
        0x2000..=0x218f => 1.9,                      // other punctuation and letter-like signs
        0x2190..=0x2bff | 0x1f000..=0x1ffff => 1.45, // arrows, symbols, emoji
        0x2e80..=0x9fff | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe4f | 0xff00..=0xff60 | 0x20000.. => 1.1,
        0x0370..=0x03ff | 0x10a0..=0x10ff | 0x1e00..=0x1fff => 1.11, // Greek, Georgian, Latin with two accents
        0x0633..=0x0638 => 1.2,                                      // the widest of Arabic, as they stand in a word
        0x0600..=0x06ff => 0.8,                                      // the others
        _ => 1.4,                                                    // Cyrillic, the scripts of India and all others
    }
}

/// Whether a letter belongs to the one before it: combining marks, joiners, variation selectors, skin tones. Words are
/// never cut in front of one.
pub fn is_joining(letter: char) -> bool {
    matches!(u32::from(letter),
        0x00ad | 0x0300..=0x036f | 0x0483..=0x0489 | 0x0591..=0x05bd | 0x0610..=0x061a | 0x064b..=0x065f | 0x0670
        | 0x06d6..=0x06dc | 0x0900..=0x0903 | 0x093a..=0x093c | 0x093e..=0x094f | 0x0e31 | 0x0e34..=0x0e3a
        | 0x0e47..=0x0e4e | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f
        | 0x20d0..=0x20f0 | 0xfe00..=0xfe0f | 0xfe20..=0xfe2f | 0xfeff | 0x1f3fb..=0x1f3ff | 0xe0020..=0xe01ef)
}
