//! The three texts that the store keeps, with a record separator between them.

use common_ground::catalogue::bundled;
use common_ground::file::{self, Parts};

/// What stands between the parts.
pub const BETWEEN: char = '\u{1e}';

pub fn run(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let mut texts = text.split(BETWEEN).map(str::to_owned);
    let mut next = || texts.next().unwrap_or_default();
    let parts = Parts { answers: next(), replies: next(), snapshots: next() };
    let Ok(read) = file::read_parts(&parts, bundled()) else { return false };
    assert_eq!(file::read_parts(&file::write_parts(&read), bundled()), Ok(read));
    true
}
