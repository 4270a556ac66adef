//! What a stranger may hand in, thrown at what reads it: nothing panics, and whatever is accepted is written and read
//! again as the same value.
//!
//! A target is one file with a function `run`, which gives whether the bytes were accepted. Each is replayed here from
//! a seeded generator over mutated samples: a little as plain tests, and at length by `cargo xtask fuzz`, which sets
//! the number of inputs for all targets together. The same inputs come each time; a longer run begins with those of a
//! shorter.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, missing_docs)]

mod assessment;
mod catalogue;
mod corpus;
mod file;
mod host;
mod invitation;
mod link;
mod mutate;
mod parts;
mod reply;
mod version_1;

use std::time::Instant;

/// The targets that share a number of inputs.
const TARGETS: u64 = 9;

/// The inputs of each target in a plain test, which runs without optimisation.
const FEW: u64 = 1_500;

fn replay(name: &str, run: fn(&[u8]) -> bool, corpus: &[Vec<u8>]) {
    assert!(corpus.iter().all(|sample| run(sample)), "{name}: a sample is refused");
    let asked = std::env::var("COMMON_GROUND_FUZZ").ok().map(|number| number.parse::<u64>().unwrap() / TARGETS);
    let inputs = asked.unwrap_or(FEW);
    // Of the name, so that each target has numbers of its own.
    let seed = name.bytes().fold(0_u64, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
    let mut random = fastrand::Rng::with_seed(seed);
    let start = Instant::now();
    let mut input = Vec::new();
    let accepted = (0..inputs)
        .filter(|_| {
            mutate::next(&mut random, corpus, &mut input);
            run(&input)
        })
        .count();
    println!("{name}: {inputs} inputs, {accepted} accepted, {:.1} s", start.elapsed().as_secs_f64());
}

#[test]
fn links() {
    replay("link", link::run, &corpus::links());
}

#[test]
fn assessments() {
    replay("assessment", assessment::run, &corpus::payloads("assessment"));
}

#[test]
fn invitations() {
    replay("invitation", invitation::run, &corpus::payloads("invitation"));
}

#[test]
fn replies() {
    replay("reply", reply::run, &corpus::payloads("reply"));
}

#[test]
fn assessments_of_version_1() {
    replay("version 1", version_1::run, &corpus::version_1());
}

#[test]
fn catalogues() {
    replay("catalogue", catalogue::run, &corpus::catalogues());
}

#[test]
fn files() {
    replay("file", file::run, &corpus::files());
}

#[test]
fn parts_of_the_store() {
    replay("parts", parts::run, &corpus::parts());
}

#[test]
fn messages_of_a_host() {
    replay("host", host::run, &corpus::messages());
}
