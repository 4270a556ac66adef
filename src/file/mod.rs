//! Assessment ↔ JSON: what "Save file" writes, "Open file" reads, the store keeps and the command line scores.
//!
//! UTF-8 JSON, media type `application/json`, name `*.common-ground.json`; the keys are those of the types in
//! [`assessment`](crate::assessment), and `tests/golden/file-v1.common-ground.json` shows every one that it began with.
//! A key that is absent was not given. In the place of an answer `null` means "I don't know"; anywhere else it is the
//! same as absent.
//!
//! **Additions to version 1**, which older readers keep as unknown keys, and which a link of version 2 does not carry:
//! `notes.ID.bridge`, a text, is how that expectation could become shared
//! ([`Note::bridge`](crate::assessment::Note::bridge)); `last_measure` and `last_action`, whole numbers, are the
//! highest that measures and actions had which were removed since ([`Numbered`](crate::assessment::Numbered)).
//!
//! A measure or an action whose `id` is left out gets the next one when it is read; none may be given twice.
//!
//! Reading goes from text to [`Tree`] to types, by readers written by hand: so every error is one sentence that names
//! the place, keys that are not ours are kept, and nothing is half-read. Faults collect their place on the way out, so
//! that a file without any costs nothing for it. The ids that answers speak of are checked last, on the whole.
//!
//! `"catalogue": {"name": "…", "digest": "…"}` names the [catalogue](crate::catalogue) that it was made with; absent is
//! the one that comes with Common Ground. With another one at hand, nothing is read: an id may stand for something else
//! there. Within it keys that are not ours are not kept: what a catalogue is, its digest says.

mod answered;
mod answers;
mod back_up;
mod beside;
mod check;
mod fault;
mod fields;
mod packed;
mod value;
mod version;
mod voices;
mod whole;

use std::sync::Arc;

pub use back_up::{BackUp, Line, back_up};
pub use fault::{FileError, Problem};
pub use packed::{packed, unpacked};
pub use version::CURRENT as VERSION;
pub use voices::{write_invitation, write_reply};

use crate::assessment::{Answered, Assessment, Reply, Snapshot, Tree};
use crate::catalogue::{Catalogue, Known};
use crate::tree::{Out, Style};
use fault::At;
use whole::Lists;

/// What the key `format` says.
pub const FORMAT: &str = "common-ground/assessment";

/// The most bytes that are read: 20 MB.
pub const MAX_BYTES: usize = 20_000_000;

/// Reads an assessment.
///
/// # Errors
///
/// A [`FileError`] that names the place.
///
/// ```
/// use common_ground::{catalogue, file};
///
/// let text = r#"{"format": "common-ground/assessment", "version": 1, "id": "a", "items": ["O1", "O3"],
///     "community": {"name": "Inspectors", "phase": "plan"}, "members": {"importance": {"O1": 4, "O3": 7}}}"#;
/// let error = file::read(text, catalogue::bundled()).unwrap_err();
/// assert_eq!(error.to_string(), "members.importance.O3: 7 is not a step from 0 to 4");
/// ```
pub fn read(text: &str, catalogue: &Catalogue) -> Result<Assessment, FileError> {
    let mut assessment = read_unchecked(text)?;
    check(&assessment, catalogue)?;
    // The digest counts: what a file calls the catalogue is no more than a help to find it.
    assessment.catalogue = catalogue.id().cloned();
    Ok(assessment)
}

/// Reads an assessment with the catalogue that it names, if that is here.
///
/// # Errors
///
/// A [`FileError`]; [`FileError::OtherCatalogue`] where it is not.
pub fn read_known(text: &str, known: &Known) -> Result<Assessment, FileError> {
    known.reading(|catalogue| read(text, catalogue), FileError::needed).map(|(assessment, _)| assessment)
}

/// Writes an assessment with lines and indents.
pub fn write(assessment: &Assessment) -> String {
    written(assessment, Style::Pretty, Lists::With)
}

/// Writes an assessment in one line.
pub fn write_compact(assessment: &Assessment) -> String {
    written(assessment, Style::Compact, Lists::With)
}

/// An assessment in three texts, for a store that keeps what grows under keys of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The file without its two lists.
    pub answers: String,
    /// The replies as a JSON list, [packed](packed()) or not; empty text where there are none.
    pub replies: String,
    /// The snapshots as a JSON list, [packed](packed()) or not; empty text where there are none.
    pub snapshots: String,
}

/// Reads an assessment from its parts.
///
/// # Errors
///
/// A [`FileError`] that names the place, as if it were one file.
pub fn read_parts(parts: &Parts, catalogue: &Catalogue) -> Result<Assessment, FileError> {
    let entries = version::stored(parse(&parts.answers)?)?;
    let mut assessment = whole::read(Tree::Object(entries))?;
    if !parts.replies.is_empty() {
        let replies = answered::read_replies(parse(&unpacked(&parts.replies)?)?).at("replies")?;
        assessment.answered.replies = Arc::new(replies);
    }
    if !parts.snapshots.is_empty() {
        let snapshots = whole::read_snapshots(parse(&unpacked(&parts.snapshots)?)?).at("snapshots")?;
        assessment.snapshots = Arc::new(snapshots);
    }
    check(&assessment, catalogue)?;
    assessment.catalogue = catalogue.id().cloned();
    Ok(assessment)
}

/// Reads an assessment from its parts with the catalogue that it names, if that is here.
///
/// # Errors
///
/// A [`FileError`]; [`FileError::OtherCatalogue`] where it is not.
pub fn read_parts_known(parts: &Parts, known: &Known) -> Result<Assessment, FileError> {
    known.reading(|catalogue| read_parts(parts, catalogue), FileError::needed).map(|(assessment, _)| assessment)
}

/// Writes an assessment in its parts.
pub fn write_parts(assessment: &Assessment) -> Parts {
    Parts {
        answers: write_answers(assessment),
        replies: write_replies(&assessment.answered.replies),
        snapshots: write_snapshots(&assessment.snapshots),
    }
}

/// Writes the part that a rating changes.
pub fn write_answers(assessment: &Assessment) -> String {
    written(assessment, Style::Compact, Lists::Without)
}

/// Writes the part that a reply changes, [packed](packed()).
pub fn write_replies(replies: &[Reply]) -> String {
    packed_list(replies, answered::write_replies)
}

/// Writes the part that a snapshot changes, [packed](packed()).
pub fn write_snapshots(snapshots: &[Snapshot]) -> String {
    packed_list(snapshots, whole::write_snapshots)
}

/// Checks what only the whole can tell, of an assessment that was not read from a file: that the catalogue is its own,
/// every id is known, and none is given twice.
///
/// # Errors
///
/// A [`FileError`] that names the place, as if it stood in a file.
pub fn check(assessment: &Assessment, catalogue: &Catalogue) -> Result<(), FileError> {
    let (needed, here) = (assessment.catalogue.as_ref(), catalogue.id());
    if needed.map(|id| id.digest) != here.map(|id| id.digest) {
        return Err(FileError::OtherCatalogue(needed.cloned()));
    }
    Ok(check::assessment(assessment, catalogue)?)
}

/// The same of what was answered alone.
///
/// # Errors
///
/// A [`FileError`] that names the place, as if it stood in a file.
pub fn check_answered(answered: &Answered, catalogue: &Catalogue) -> Result<(), FileError> {
    check::answered(answered, catalogue)?;
    Ok(())
}

fn read_unchecked(text: &str) -> Result<Assessment, FileError> {
    let entries = version::current(parse(text)?)?;
    Ok(whole::read(Tree::Object(entries))?)
}

fn parse(text: &str) -> Result<Tree, FileError> {
    if text.len() > MAX_BYTES {
        return Err(FileError::TooLarge(text.len()));
    }
    // Some editors of Windows put a byte-order mark before the text.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(Tree::parse(text)?)
}

/// A list for the store; empty text where there is nothing in it.
fn packed_list<T>(list: &[T], write: fn(&mut Out, &[T])) -> String {
    if list.is_empty() {
        return String::new();
    }
    let mut out = Out::new(Style::Compact);
    write(&mut out, list);
    packed(&out.finish())
}

fn written(assessment: &Assessment, style: Style, lists: Lists) -> String {
    let mut out = Out::new(style);
    whole::write(&mut out, assessment, lists);
    out.finish()
}
