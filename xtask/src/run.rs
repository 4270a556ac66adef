//! Running other programs, saying what is run and how long it took.

use std::env;
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::place::Place;

/// Cargo, in the repository; the one that runs this program where that is known.
pub fn cargo(place: &Place) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(place.root());
    // A relative folder would mean another one from here.
    if env::var_os("CARGO_TARGET_DIR").is_some() {
        command.env("CARGO_TARGET_DIR", place.target());
    }
    command
}

/// Runs a program whose output the reader sees, and fails if it does.
pub fn run(command: &mut Command) -> Result<()> {
    let line = line(command);
    println!("  $ {line}");
    let status = command.status().with_context(|| not_started(&line))?;
    ended(&line, status)
}

/// The same, with each line of what it prints shown to `heard` too.
pub fn run_hearing(command: &mut Command, mut heard: impl FnMut(&str)) -> Result<()> {
    let line = line(command);
    println!("  $ {line}");
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| not_started(&line))?;
    for printed in child.stdout.take().into_iter().flat_map(|output| BufReader::new(output).lines()) {
        let printed = printed.with_context(|| format!("reading what `{line}` prints"))?;
        println!("{printed}");
        heard(&printed);
    }
    let status = child.wait().with_context(|| format!("waiting for `{line}`"))?;
    ended(&line, status)
}

/// How a program ended, as a result.
fn ended(line: &str, status: ExitStatus) -> Result<()> {
    match status.code() {
        Some(0) => Ok(()),
        Some(code) => bail!("`{line}` ended with exit code {code}"),
        None => bail!("`{line}` was stopped by a signal"),
    }
}

/// Runs a program and gives back what it printed; what it complains of goes to the reader.
pub fn output(command: &mut Command) -> Result<String> {
    let line = line(command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| not_started(&line))?;
    ended(&line, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The version that a program says it is: the second word of what `--version` prints.
pub fn version(program: &Path) -> Option<String> {
    let output = Command::new(program).arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    text.split_whitespace().nth(1).map(str::to_owned)
}

/// Every program of that name on `PATH`, in the order of the path.
pub fn on_path(name: &str) -> impl Iterator<Item = PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    folders.into_iter().map(move |folder| folder.join(&file)).filter(|program| program.is_file())
}

/// `PATH` with some folders in front.
pub fn path_with(folders: &[&Path]) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let front = folders.iter().map(|folder| folder.to_path_buf());
    env::join_paths(front.chain(env::split_paths(&path))).context("a folder cannot stand in PATH")
}

/// A duration as people say it: `0.4 s`, `37 s`, `2 min 05 s`.
pub fn spoken(duration: Duration) -> String {
    let tenths = (duration.as_millis() + 50) / 100;
    if tenths < 100 {
        return format!("{}.{} s", tenths / 10, tenths % 10);
    }
    let seconds = (duration.as_millis() + 500) / 1000;
    match seconds {
        0..60 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// A command as one would type it, with the name of the program and not its folder.
fn line(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name).chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

fn not_started(line: &str) -> String {
    format!("`{line}` could not be started")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_said_in_the_unit_that_suits_them() {
        let check = |milliseconds, expected| {
            assert_eq!(spoken(Duration::from_millis(milliseconds)), expected);
        };
        check(0, "0.0 s");
        check(349, "0.3 s");
        check(9_949, "9.9 s");
        check(9_960, "10 s");
        check(59_499, "59 s");
        check(59_600, "1 min 00 s");
        check(125_000, "2 min 05 s");
    }

    #[test]
    fn a_command_is_shown_without_the_folder_of_its_program() {
        let mut command = Command::new("/somewhere/bin/cargo");
        command.args(["fmt", "--all"]);
        assert_eq!(line(&command), "cargo fmt --all");
    }

    #[cfg(unix)]
    #[test]
    fn what_a_program_prints_is_heard_line_by_line_and_its_failure_stays_one() {
        let mut heard = Vec::new();
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two; exit 3"]);
        let ended = run_hearing(&mut command, |line| heard.push(line.to_owned())).map_err(|error| error.to_string());
        assert_eq!(heard, ["one", "two"]);
        assert!(ended.is_err_and(|text| text.ends_with("ended with exit code 3")));
    }

    #[test]
    fn a_program_that_does_not_exist_is_named_in_the_error() {
        let error = run(&mut Command::new("no-such-program-here")).map_err(|error| format!("{error:#}"));
        assert!(error.is_err_and(|text| text.starts_with("`no-such-program-here` could not be started: ")));
    }
}
