//! The fuzz targets at length.

use crate::error::{Error, Result};
use crate::place::Place;
use crate::run::{cargo, run};

/// How many inputs all targets share, unless said otherwise.
const INPUTS: u64 = 10_000_000;

/// The number that the options name.
pub fn inputs(options: &[&str]) -> Result<u64> {
    match options {
        [] => Ok(INPUTS),
        ["--inputs", number] => {
            number.parse().map_err(|_| Error::Usage(format!("{number} is not a number of inputs from 0 on")))
        }
        _ => Err(Error::Usage(format!("fuzz knows --inputs N, not: {}", options.join(" ")))),
    }
}

/// Runs every target; each prints its inputs, how many were accepted, and the seconds.
pub fn fuzz(place: &Place, inputs: u64) -> Result<()> {
    run(cargo(place)
        .args(["test", "--package", "common-ground", "--profile", "fuzz", "--test", "fuzz", "--", "--nocapture"])
        .env("COMMON_GROUND_FUZZ", inputs.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_inputs_is_as_asked_or_ten_million() {
        assert_eq!(inputs(&[]).ok(), Some(10_000_000));
        assert_eq!(inputs(&["--inputs", "7"]).ok(), Some(7));
        assert!(inputs(&["--inputs", "-1"]).is_err() && inputs(&["--inputs"]).is_err() && inputs(&["7"]).is_err());
    }
}
