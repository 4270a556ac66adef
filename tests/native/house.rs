//! Holds the table of `src/lib.rs`: who may use whom, and what may stand nowhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Who may use whom, besides itself.
const TABLE: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("coding", &[]),
    ("tree", &["order"]),
    ("catalogue", &["order", "tree"]),
    ("chart", &["order"]),
    ("route", &[]),
    ("text", &[]),
    ("assessment", &["catalogue", "coding", "order", "tree"]),
    ("score", &["assessment", "catalogue", "order"]),
    ("advice", &["assessment", "catalogue", "order", "score"]),
    ("file", &["assessment", "catalogue", "coding", "order", "tree"]),
    ("link", &["assessment", "catalogue", "coding", "file", "order", "score"]),
    ("report", &["advice", "assessment", "catalogue", "chart", "order", "score", "text", "tree"]),
    ("host", &["catalogue", "route", "tree"]),
    (
        "app",
        &[
            "advice",
            "assessment",
            "catalogue",
            "chart",
            "file",
            "host",
            "link",
            "order",
            "report",
            "route",
            "score",
            "text",
            "tree",
        ],
    ),
    ("browser", &["order"]),
    ("ui", &["app", "assessment", "browser", "catalogue", "chart", "host", "order", "route", "text"]),
    ("cli", &["advice", "assessment", "catalogue", "file", "link", "report", "score", "text"]),
];

/// What belongs to the browser, and the rooms that may name it.
const BROWSER: &[&str] = &["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo_storage"];

fn sources(below: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found
}

/// The code of a file: without comments, and without the tests at its end.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().take_while(|line| !line.starts_with("#[cfg(test)]"));
    lines.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms that a file names as `crate::room` or within `use crate::{…}`.
fn rooms_used(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        let names = match after.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap().to_owned(),
            None => after.to_owned(),
        };
        let first = |part: &str| {
            part.trim().split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap().to_owned()
        };
        if after.starts_with('{') {
            used.extend(names.split(',').map(first));
        } else {
            used.insert(first(&names));
        }
    }
    used.retain(|name| !name.is_empty());
    used
}

fn room_of(path: &Path) -> String {
    let inside = path.strip_prefix("src").unwrap();
    inside.components().next().unwrap().as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

#[test]
fn rooms_use_the_rooms_that_the_table_allows_and_the_table_allows_no_more() {
    let rooms: BTreeSet<&str> = TABLE.iter().map(|(room, _)| *room).collect();
    let mut wrong = Vec::new();
    let mut unused: BTreeSet<(String, String)> =
        TABLE.iter().flat_map(|(room, uses)| uses.iter().map(|one| ((*room).to_owned(), (*one).to_owned()))).collect();
    for path in sources(Path::new("src")) {
        let room = room_of(&path);
        if room == "lib" || room == "main" {
            continue;
        }
        let (_, allowed) =
            TABLE.iter().find(|(one, _)| *one == room).unwrap_or_else(|| panic!("{room} is not in the table"));
        for used in rooms_used(&code(&path)) {
            if rooms.contains(used.as_str()) && used != room && !allowed.contains(&used.as_str()) {
                wrong.push(format!("{} uses {used}", path.display()));
            }
            unused.remove(&(room.clone(), used));
        }
    }
    wrong.extend(unused.iter().map(|(room, used)| format!("{room} does not use {used}")));
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_the_shell_names_the_browser() {
    let mut wrong = Vec::new();
    for path in sources(Path::new("src")) {
        if matches!(room_of(&path).as_str(), "ui" | "browser") {
            continue;
        }
        let code = code(&path);
        wrong.extend(
            BROWSER
                .iter()
                .filter(|name| code.contains(&format!("{name}::")))
                .map(|name| format!("{} names {name}", path.display())),
        );
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn pure_rooms_read_no_clock_and_no_randomness() {
    let mut wrong = Vec::new();
    for path in sources(Path::new("src")) {
        if matches!(room_of(&path).as_str(), "ui" | "browser" | "cli" | "main") {
            continue;
        }
        let code = code(&path);
        for name in ["SystemTime", "Instant::now", "std::fs", "std::env", "std::net", "thread::"] {
            if code.contains(name) {
                wrong.push(format!("{} names {name}", path.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// The table of the documentation: each room with the rooms that it uses, in order.
fn documented() -> Vec<(String, BTreeSet<String>)> {
    let mut rows: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in fs::read_to_string("src/lib.rs").unwrap().lines() {
        let cells: Vec<&str> = line.strip_prefix("//! |").unwrap_or_default().split('|').collect();
        let [room, _, uses, _] = cells.as_slice() else { continue };
        let Some(room) = room.split('`').nth(1) else { continue };
        let named: BTreeSet<String> = uses.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        let above =
            rows.iter().map(|(room, _)| room.clone()).filter(|room| room != "order" && !named.contains(room)).collect();
        let uses = if uses.contains("all of the above but") { above } else { named };
        rows.push((room.trim_start_matches("mod@").to_owned(), uses));
    }
    rows.sort();
    rows
}

/// But for `order`, which the documentation does not name where it is used.
#[test]
fn the_table_of_the_documentation_is_the_one_that_is_held() {
    let held = |(room, uses): &(&str, &[&str])| {
        let uses = uses.iter().filter(|one| **one != "order").map(|one| (*one).to_owned()).collect();
        ((*room).to_owned(), uses)
    };
    let mut held: Vec<(String, BTreeSet<String>)> = TABLE.iter().map(held).collect();
    held.sort();
    assert_eq!(documented(), held);
}

#[test]
fn every_style_sheet_is_in_the_page() {
    let page = fs::read_to_string("index.html").unwrap();
    let mut sheets = Vec::new();
    for folder in ["style", "style/parts", "style/charts", "style/screens"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "css") {
                sheets.push(path.display().to_string());
            }
        }
    }
    let missing: Vec<_> = sheets.iter().filter(|sheet| !page.contains(&format!("href=\"{sheet}\""))).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

#[test]
fn files_stay_small() {
    let mut long = Vec::new();
    for path in sources(Path::new("src")) {
        let limit = match room_of(&path).as_str() {
            // Tables of words are as long as there are words.
            "text" => continue,
            "ui" => 260,
            _ => 420,
        };
        if path.to_str().unwrap().contains("tests") || path.to_str().unwrap().contains("advances") {
            continue;
        }
        let lines = code(&path).lines().count();
        if lines > limit {
            long.push(format!("{}: {lines} lines of code, {limit} at most", path.display()));
        }
    }
    assert_eq!(long, Vec::<String>::new());
}
