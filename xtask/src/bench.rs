//! The command `bench`: how fast the command line scores many assessments, and what the page costs to load.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use fs_err::{self as fs, File};

use crate::place::Place;
use crate::run::{cargo, run};
use crate::{browser, check, run, sample, sizes};

/// How many assessments are scored.
const COUNT: u32 = 10_000;

/// How long that may take on one core, the start of the process included.
const BUDGET: Duration = Duration::from_secs(1);

/// Builds, measures and prints. A figure over its budget is printed, never an error: machines differ.
pub fn bench(place: &Place) -> Result<()> {
    check::native_program(place)?;
    let folder = place.target().join("bench");
    fs::create_dir_all(&folder)?;
    let input = folder.join("assessments.jsonl");
    let bytes = write_sample(&input)?;
    println!("\n{COUNT} assessments of 12 items, a fifth of the answers unknown: {bytes} bytes of JSON Lines");
    measure(&place.native_program(), &input, &folder.join("results.jsonl"))?;
    println!("\nlinks:");
    run(cargo(place).args(["bench", "--quiet", "--package", "common-ground", "--bench", "link"]))?;
    if place.dist().is_dir() {
        println!("\na heap of replies in the page:");
        browser::heap(place)?;
        println!("\nmany communities in the page:");
        browser::portfolio(place)?;
        println!("\nthe page in dist/:\n{}", sizes::measure(&place.dist())?);
    }
    Ok(())
}

fn write_sample(file: &Path) -> Result<u64> {
    let mut writer = BufWriter::new(File::create(file)?);
    sample::write(&mut writer, COUNT)?;
    writer.flush()?;
    Ok(fs::metadata(file)?.len())
}

/// Times the program: once to warm up, then five times.
fn measure(program: &Path, input: &Path, output: &Path) -> Result<()> {
    let core = free_core();
    let once = || time(&mut score(program, input, core.as_ref()), output);
    once()?;
    let mut times = [Duration::ZERO; 5];
    for slot in &mut times {
        *slot = once()?;
    }
    times.sort();
    let [min, _, median, _, max] = times;
    let core_name = core.map_or_else(|| "not tied to a core".to_owned(), |core| format!("on core {}", core.number));
    let verdict = if median <= BUDGET { "within" } else { "over" };
    println!("common-ground score, the whole process {core_name}, five runs after one to warm up:");
    println!("  min {}, median {}, max {}", precise(min), precise(median), precise(max));
    println!("  the median is {verdict} the budget of {}", precise(BUDGET));
    println!("  {:.0} assessments per second", f64::from(COUNT) / median.as_secs_f64().max(1e-9));
    let bytes = fs::metadata(output)?.len();
    println!("  {bytes} bytes of results");
    Ok(())
}

/// A core that this process may use, and the program that ties another to it.
struct Core {
    taskset: PathBuf,
    number: String,
}

/// The first core of those that Linux lets this process use.
fn free_core() -> Option<Core> {
    let taskset = run::on_path("taskset").next()?;
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let list = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:"))?;
    let number = list.trim().split([',', '-']).next()?.to_owned();
    Some(Core { taskset, number })
}

fn score(program: &Path, input: &Path, core: Option<&Core>) -> Command {
    let mut command = match core {
        Some(core) => {
            let mut command = Command::new(&core.taskset);
            command.args(["-c", &core.number]).arg(program);
            command
        }
        None => Command::new(program),
    };
    command.arg("score").arg(input);
    command
}

/// How long a program takes from its start to its end, with its output in a file.
fn time(command: &mut Command, output: &Path) -> Result<Duration> {
    command.stdin(Stdio::null()).stdout(File::create(output)?.into_file());
    let start = Instant::now();
    let status = command.status().context("`common-ground score` could not be started")?;
    let took = start.elapsed();
    ensure!(status.success(), "`common-ground score` ended with {status}");
    Ok(took)
}

fn precise(duration: Duration) -> String {
    format!("{:.3} s", duration.as_secs_f64())
}
