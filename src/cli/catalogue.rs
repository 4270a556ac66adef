//! `catalogue`, and `--catalogue`: catalogues of somebody's own.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::input;
use crate::catalogue::{Catalogue, Known, bundled_id};

/// The catalogues that the command line names.
pub(super) fn known(paths: &[PathBuf]) -> Result<Known> {
    let mut known = Known::default();
    for path in paths {
        if known.add(read(path)?).is_none() {
            bail!("{}: at most {} catalogues can be given", path.display(), Known::MOST);
        }
    }
    Ok(known)
}

/// Says which catalogue a file holds.
pub(super) fn check(path: &Path, out: &mut dyn Write) -> Result<()> {
    let catalogue = read(path)?;
    let digest = catalogue.id().unwrap_or_else(|| bundled_id()).digest;
    let (items, default) = (catalogue.items.len(), catalogue.default_items().count());
    let advice = catalogue.advice();
    writeln!(out, "name: {}", catalogue.name)?;
    writeln!(out, "digest: {digest}")?;
    writeln!(out, "language: {}", catalogue.language)?;
    writeln!(out, "expectations: {items}, {default} of them by default")?;
    writeln!(
        out,
        "advice: {} actions, {} measures, {} bridges",
        advice.actions.len(),
        advice.measures.len(),
        advice.bridges.len()
    )?;
    Ok(())
}

fn read(path: &Path) -> Result<Catalogue> {
    Catalogue::read(&input::text(path)?).with_context(|| path.display().to_string())
}
