//! How long the command line takes over many assessments, the start of the process included. `cargo xtask bench` runs
//! it; the budget is printed beside, never held, since machines differ.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use common_ground::assessment::{Answer, Answers, Assessment, AssessmentId, Pledge, PracticeAnswer};
use common_ground::catalogue::{Contribution, ItemId, Phase, Practice, Side, Step, bundled};
use common_ground::file;
use fastrand::Rng;

/// How many assessments are scored.
const COUNT: u32 = 10_000;

/// How long that may take on one core.
const BUDGET: Duration = Duration::from_secs(1);

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (input, output) = (folder.join("assessments.jsonl"), folder.join("results.jsonl"));
    let mut random = Rng::with_seed(1);
    let lines: String =
        (1..=COUNT).map(|number| file::write_compact(&assessment(&mut random, number)) + "\n").collect();
    fs::write(&input, &lines).unwrap();
    println!("{COUNT} assessments of 12 items, a fifth of the answers unknown: {} bytes of JSON Lines", lines.len());
    let core = free_core();
    let once = || time(core.as_deref(), &input, &output);
    once();
    let mut times = [(); 5].map(|()| once());
    times.sort();
    let [min, _, median, _, max] = times;
    let core_name = core.map_or_else(|| "not tied to a core".to_owned(), |core| format!("on core {core}"));
    let verdict = if median <= BUDGET { "within" } else { "over" };
    println!("common-ground score, the whole process {core_name}, five runs after one to warm up:");
    println!("  min {min:.3?}, median {median:.3?}, max {max:.3?}");
    println!("  the median is {verdict} the budget of {BUDGET:?}");
    println!("  {:.0} assessments per second", f64::from(COUNT) / median.as_secs_f64());
    println!("  {} bytes of results", fs::metadata(&output).unwrap().len());
}

/// An assessment made up: the same ones each time.
fn assessment(random: &mut Rng, number: u32) -> Assessment {
    let id = AssessmentId::from_random(std::array::from_fn(|_| random.u8(..)));
    let mut assessment = Assessment::new(id, "2026-11-23T10:00:00Z".parse().unwrap(), bundled());
    let items: Vec<ItemId> = bundled().default_items().collect();
    let answered = &mut assessment.answered;
    answered.community.name = format!("Community {number}");
    answered.community.phase = random.choice(Phase::ALL).unwrap();
    for side in Side::ALL {
        *answered.estimate.get_mut(side) = Answers {
            importance: items.iter().filter_map(|id| Some((*id, answer(random)?))).collect(),
            delivered: items.iter().filter_map(|id| Some((*id, answer(random)?))).collect(),
            worth: answer(random),
            contribution: Contribution::ALL
                .into_iter()
                .map(|kind| (kind, Pledge { level: answer(random), ..Pledge::default() }))
                .collect(),
            ..Answers::default()
        };
    }
    answered.practices = Practice::ALL
        .into_iter()
        .map(|practice| (practice, PracticeAnswer { level: answer(random), ..PracticeAnswer::default() }))
        .collect();
    assessment
}

/// A step, or in a fifth of the cases none: nothing as often as "don't know".
fn answer(random: &mut Rng) -> Option<Answer> {
    match random.u8(..10) {
        0 => None,
        1 => Some(Answer::DontKnow),
        _ => random.choice(Step::ALL).map(Answer::Step),
    }
}

/// The first core of those that Linux lets this process use, where there is a program that ties another to it.
fn free_core() -> Option<String> {
    Command::new("taskset").arg("--version").stdout(Stdio::null()).status().ok()?;
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let list = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:"))?;
    Some(list.trim().split([',', '-']).next()?.to_owned())
}

/// How long the program takes from its start to its end, with its output in a file.
fn time(core: Option<&str>, input: &Path, output: &Path) -> Duration {
    let program = env!("CARGO_BIN_EXE_common-ground");
    let mut command = match core {
        Some(core) => {
            let mut command = Command::new("taskset");
            command.args(["-c", core, program]);
            command
        }
        None => Command::new(program),
    };
    command.arg("score").arg(input).stdin(Stdio::null()).stdout(File::create(output).unwrap());
    let start = Instant::now();
    let status = command.status().unwrap();
    let took = start.elapsed();
    assert!(status.success(), "the program ended with {status}");
    took
}
