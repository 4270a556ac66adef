//! Keys that have no letter.

/// Goes to the next thing that takes focus.
pub const TAB: char = '\u{e004}';
/// Activates.
pub const ENTER: char = '\u{e007}';
/// Closes.
pub const ESCAPE: char = '\u{e00c}';
/// Held with another.
pub const CONTROL: char = '\u{e009}';
/// Held with another.
pub const SHIFT: char = '\u{e008}';
/// Deletes.
pub const DELETE: char = '\u{e017}';
/// Goes left.
pub const LEFT: char = '\u{e012}';
/// Goes right.
pub const RIGHT: char = '\u{e014}';
/// Presses a button, chooses a radio button.
pub const SPACE: char = ' ';
