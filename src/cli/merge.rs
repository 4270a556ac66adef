//! `merge`: replies added to an assessment.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::input;
use crate::assessment::Arrival;
use crate::catalogue::Known;
use crate::file;
use crate::link::{self, Finding};

/// Prints an assessment with the replies that some texts hold, and says what was found; whether all of it could be
/// read.
pub(super) fn merge(path: &Path, texts: &[PathBuf], known: &Known, out: &mut dyn Write) -> Result<bool> {
    let (mut assessment, catalogue) = input::assessment(path, known)?;
    let mut all_read = true;
    for path in texts {
        let text = match input::text(path) {
            Ok(text) => text,
            Err(error) => {
                all_read = false;
                writeln!(io::stderr(), "{error:#}")?;
                continue;
            }
        };
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
            Finding::Earlier => "answered again in the text: the later one counts".to_owned(),
            Finding::Again => "in the text again".to_owned(),
            Finding::Invitation => "an invitation, no reply".to_owned(),
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
