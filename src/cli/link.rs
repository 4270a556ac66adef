//! `link`, `invite`, `decode`: links made and read without the page.

use std::io::Write;
use std::path::Path;

use anyhow::{Result, bail};
use clap::ValueEnum;
use clap::builder::PossibleValue;

use super::input;
use crate::catalogue::{Known, Side};
use crate::file;
use crate::link::{self, Carried, Content};

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

/// By the name in files.
impl ValueEnum for Side {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.key()))
    }
}

/// Prints the fragment of an assessment's link.
pub(super) fn link(path: &Path, without: &[Without], known: &Known, out: &mut dyn Write) -> Result<()> {
    let kept = |what| !without.contains(&what);
    let carried = Carried {
        notes: kept(Without::Notes),
        names: kept(Without::Names),
        replies: kept(Without::Replies),
        history: kept(Without::History),
    };
    let (assessment, catalogue) = input::assessment(path, known)?;
    let token = link::encode(&assessment, carried, catalogue)?;
    writeln!(out, "{}{token}", link::ROUTE)?;
    Ok(())
}

/// Prints the fragment of an invitation.
pub(super) fn invite(path: &Path, side: Side, known: &Known, out: &mut dyn Write) -> Result<()> {
    let (assessment, catalogue) = input::assessment(path, known)?;
    let token = link::invite(&assessment.invitation(side), catalogue)?;
    writeln!(out, "{}{token}", link::ROUTE)?;
    Ok(())
}

/// Prints what a link holds as a file.
pub(super) fn decode(text: &str, phrase: Option<&str>, known: &Known, out: &mut dyn Write) -> Result<()> {
    let text = if text == "-" { &input::text(Path::new(text))? } else { text };
    let content = match (link::decode_known(text, known)?, phrase) {
        ((Content::Locked, _), Some(phrase)) => {
            let token = link::unlock(text, phrase)?;
            link::decode_known(&token, known)?.0
        }
        ((content, _), _) => content,
    };
    let file = match content {
        Content::Assessment(assessment) => file::write(&assessment),
        Content::Invitation(invitation) => file::write_invitation(&invitation),
        Content::Reply(sent) => file::write_reply(&sent),
        Content::Locked => bail!("the link is locked: give its pass-phrase with --phrase"),
    };
    out.write_all(file.as_bytes())?;
    Ok(())
}
