//! The command `bench`: how fast the command line scores many assessments, and what links and the page cost.

use anyhow::Result;

use crate::place::Place;
use crate::run::{cargo, run};
use crate::{browser, sizes};

/// Builds, measures and prints. A figure over its budget is printed, never an error: machines differ.
pub fn bench(place: &Place) -> Result<()> {
    for name in ["score", "link"] {
        println!("\n{name}:");
        run(cargo(place).args(["bench", "--quiet", "--package", "common-ground", "--bench", name]))?;
    }
    if place.dist().is_dir() {
        println!("\na heap of replies in the page:");
        browser::heap(place)?;
        println!("\nmany communities in the page:");
        browser::portfolio(place)?;
        println!("\nthe page in dist/:\n{}", sizes::measure(&place.dist())?);
    }
    Ok(())
}
