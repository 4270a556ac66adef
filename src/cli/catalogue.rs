//! `catalogue`, and `--catalogue`: catalogues of somebody's own.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use super::exchange::invalid;
use super::score::open;
use crate::catalogue::content::MAX_BYTES;
use crate::catalogue::{Catalogue, Known, bundled_id};

/// The catalogues that the command line names.
pub(super) fn known(paths: &[PathBuf]) -> io::Result<Known> {
    let mut known = Known::default();
    for path in paths {
        if known.add(read(path)?).is_none() {
            let path = path.display();
            return Err(invalid(format!("{path}: at most {} catalogues can be given", Known::MOST)));
        }
    }
    Ok(known)
}

/// Says which catalogue a file holds.
pub(super) fn check(path: &Path, out: &mut dyn Write) -> io::Result<()> {
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
    )
}

fn read(path: &Path) -> io::Result<Catalogue> {
    let named = |why: &dyn std::fmt::Display| invalid(format!("{}: {why}", path.display()));
    let mut text = String::new();
    // One byte more than is read shows that there is more.
    let limit = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    open(path).map_err(|error| named(&error))?.take(limit).read_to_string(&mut text).map_err(|error| named(&error))?;
    Catalogue::read(&text).map_err(|error| named(&error))
}
