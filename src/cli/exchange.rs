//! `link`, `invite`, `decode`, `merge`: links made and read without the page.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::score::open;
use crate::assessment::{Arrival, Assessment};
use crate::catalogue::{Catalogue, Known, Side};
use crate::file::{self, FileError};
use crate::link::{self, Carried, Content, Finding};

/// What a link leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Without {
    /// Notes and evidence.
    Notes,
    /// Names of people.
    Names,
    /// Single replies: what each side said travels as its medians.
    Replies,
    /// Earlier snapshots.
    History,
}

/// The side that is invited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Invited {
    /// The organisation.
    Organisation,
    /// The members.
    Members,
}

/// Prints the fragment of an assessment's link.
pub(super) fn link(path: &Path, without: &[Without], known: &Known, out: &mut dyn Write) -> io::Result<()> {
    let kept = |what| !without.contains(&what);
    let carried = Carried {
        notes: kept(Without::Notes),
        names: kept(Without::Names),
        replies: kept(Without::Replies),
        history: kept(Without::History),
    };
    let (assessment, catalogue) = assessment(path, known)?;
    let token = link::encode(&assessment, carried, catalogue).map_err(invalid)?;
    writeln!(out, "{}{token}", link::ROUTE)
}

/// Prints the fragment of an invitation.
pub(super) fn invite(path: &Path, side: Invited, known: &Known, out: &mut dyn Write) -> io::Result<()> {
    let side = match side {
        Invited::Organisation => Side::Organisation,
        Invited::Members => Side::Members,
    };
    let (assessment, catalogue) = assessment(path, known)?;
    let token = link::invite(&assessment.invitation(side), catalogue).map_err(invalid)?;
    writeln!(out, "{}{token}", link::ROUTE)
}

/// Prints what a link holds as a file.
pub(super) fn decode(text: &str, phrase: Option<&str>, known: &Known, out: &mut dyn Write) -> io::Result<()> {
    let mut piped = String::new();
    let text = if text == "-" {
        io::stdin().lock().read_to_string(&mut piped)?;
        &piped
    } else {
        text
    };
    let content = match (link::decode_known(text, known).map_err(invalid)?, phrase) {
        ((Content::Locked, _), Some(phrase)) => {
            let token = link::unlock(text, phrase).map_err(invalid)?;
            link::decode_known(&token, known).map_err(invalid)?.0
        }
        ((content, _), _) => content,
    };
    let file = match content {
        Content::Assessment(assessment) => file::write(&assessment),
        Content::Invitation(invitation) => file::write_invitation(&invitation),
        Content::Reply(sent) => file::write_reply(&sent),
        Content::Locked => return Err(invalid("the link is locked: give its pass-phrase with --phrase")),
    };
    out.write_all(file.as_bytes())
}

/// Prints an assessment with the replies that some texts hold, and says what was found; whether all of it could be read.
pub(super) fn merge(path: &Path, texts: &[PathBuf], known: &Known, out: &mut dyn Write) -> io::Result<bool> {
    let (mut assessment, catalogue) = assessment(path, known)?;
    let mut all_read = true;
    for path in texts {
        let mut text = String::new();
        open(path)?.read_to_string(&mut text)?;
        let found = link::sift(&text, &assessment, catalogue);
        all_read &= !found.iter().any(|finding| matches!(finding, Finding::Unreadable(..)));
        for line in told(&found) {
            writeln!(io::stderr(), "{}: {line}", path.display())?;
        }
        let sent: Vec<_> = link::addable(&found).cloned().collect();
        assessment.add_replies(&sent);
    }
    out.write_all(file::write(&assessment).as_bytes())?;
    Ok(all_read)
}

/// What was found, counted, a line each; what cannot be read one by one.
fn told(found: &[Finding]) -> Vec<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    let mut lines = Vec::new();
    for finding in found {
        let what = match finding {
            Finding::Unreadable(start, why) => {
                lines.push(format!("cannot be read: \"{start}\": {why}"));
                continue;
            }
            Finding::Reply(sent, Arrival::New) => format!("new, {}", sent.reply.side.key()),
            Finding::Reply(_, Arrival::Replaces) => "replaces an earlier one of the same person".to_owned(),
            Finding::Reply(_, Arrival::AlreadyThere) => "there already".to_owned(),
            Finding::Reply(_, Arrival::Foreign) => "for another assessment, not added".to_owned(),
            Finding::Reply(_, Arrival::OtherRound(round)) => format!("of round {round}, not added"),
            Finding::Reply(_, Arrival::OtherSide) => "with the id of a reply of the other side, not added".to_owned(),
            Finding::Reply(_, Arrival::UnknownItem(id)) => format!("about {id}, which is not here, not added"),
            Finding::Reply(_, Arrival::Summarised) => "for a side that is here as a summary, not added".to_owned(),
            Finding::Reply(_, Arrival::TooMany) => "beyond what an assessment holds, not added".to_owned(),
            Finding::Again => "in the text again".to_owned(),
            Finding::OtherKind => "no reply".to_owned(),
        };
        match counts.iter_mut().find(|(known, _)| *known == what) {
            Some((_, count)) => *count += 1,
            None => counts.push((what, 1)),
        }
    }
    if found.is_empty() {
        lines.push("no reply found".to_owned());
    }
    counts.into_iter().map(|(what, count)| format!("{count} {what}")).chain(lines).collect()
}

/// The assessment in a file, or in a link in it, and the catalogue it was made with.
pub(super) fn assessment(path: &Path, known: &Known) -> io::Result<(Assessment, &'static Catalogue)> {
    let mut text = String::new();
    open(path)?.read_to_string(&mut text)?;
    let named = |why: String| invalid(format!("{}: {why}", path.display()));
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        let read = known.reading(|catalogue| file::read(&text, catalogue), FileError::needed);
        return read.map_err(|error| named(error.to_string()));
    }
    match link::decode_known(&text, known) {
        Ok((Content::Assessment(assessment), catalogue)) => Ok((*assessment, catalogue)),
        Ok(_) => Err(named("holds another kind of link than that of an assessment".to_owned())),
        Err(error) => Err(named(error.to_string())),
    }
}

pub(super) fn invalid(error: impl std::fmt::Display) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, error.to_string())
}
