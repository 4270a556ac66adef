//! Holds the table of `src/lib.rs`: who may use whom, and what may stand nowhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What belongs to the browser.
const BROWSER: [&str; 5] = ["leptos::", "web_sys::", "js_sys::", "wasm_bindgen::", "gloo_storage::"];

/// A source file of the program.
struct Source {
    path: PathBuf,
    /// The folder below `src`, or the file beside them.
    room: String,
    /// What is compiled: without comments, and without what only tests have.
    code: String,
}

/// All of them but those that only tests have.
fn sources() -> Vec<Source> {
    let (mut found, mut of_tests) = (Vec::new(), Vec::new());
    for path in files(Path::new("src")) {
        let text = fs::read_to_string(&path).unwrap();
        let (code, tests) = parted(&text);
        let modules = tests.iter().filter_map(|line| line.trim().strip_prefix("mod ")?.strip_suffix(';'));
        of_tests.extend(modules.map(|name| place_of(&path, name)));
        let room = path.iter().nth(1).unwrap().to_str().unwrap().trim_end_matches(".rs").to_owned();
        found.push(Source { path, room, code: code.join("\n") });
    }
    found.retain(|source| !of_tests.iter().any(|place| source.path.with_extension("").starts_with(place)));
    found
}

fn files(below: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found
}

/// The folder of a module that a file names, or its file without the ending.
fn place_of(path: &Path, module: &str) -> PathBuf {
    if path.ends_with("mod.rs") { path.with_file_name(module) } else { path.with_extension("").join(module) }
}

/// The lines that are compiled, and those that only tests have. Comments are in neither.
fn parted(text: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut code, mut tests) = (Vec::new(), Vec::new());
    let mut lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    while let Some(line) = lines.next() {
        let Some(indent) = line.strip_suffix("#[cfg(test)]") else {
            code.push(line);
            continue;
        };
        // The formatter lets an item end as far in as it begins.
        let ends = |line: &str| {
            line.strip_prefix(indent).is_some_and(|item| !item.starts_with(' ') && item.ends_with([';', '}']))
        };
        for line in lines.by_ref() {
            tests.push(line);
            if ends(line) {
                break;
            }
        }
    }
    (code, tests)
}

/// The rooms that some code names as `crate::room` or within `crate::{…}`.
fn rooms_used(code: &str) -> BTreeSet<String> {
    let name = |text: &str| text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    let mut used = BTreeSet::new();
    for after in code.split("crate::").skip(1) {
        let Some(list) = after.strip_prefix('{') else {
            used.insert(name(after));
            continue;
        };
        let (mut depth, mut start) = (0, true);
        for (at, letter) in list.char_indices() {
            match letter {
                '}' if depth == 0 => break,
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                _ if start && !letter.is_whitespace() => {
                    used.insert(name(&list[at..]));
                    start = false;
                }
                _ => {}
            }
        }
    }
    used
}

/// The table of the documentation: each room with the rooms that it uses.
fn table() -> Vec<(String, BTreeSet<String>)> {
    let mut rows: Vec<(String, BTreeSet<String>)> = Vec::new();
    for line in fs::read_to_string("src/lib.rs").unwrap().lines() {
        let cells: Vec<&str> = line.strip_prefix("//! |").unwrap_or_default().split('|').collect();
        let [room, _, uses, _] = cells.as_slice() else { continue };
        let Some(room) = room.split('`').nth(1) else { continue };
        let named: BTreeSet<String> = uses.split('`').skip(1).step_by(2).map(str::to_owned).collect();
        let above = rows.iter().map(|(room, _)| room.clone()).filter(|room| !named.contains(room)).collect();
        let uses = if uses.contains("all of the above but") { above } else { named };
        rows.push((room.trim_start_matches("mod@").to_owned(), uses));
    }
    rows
}

#[test]
fn the_code_of_a_file_is_all_that_is_not_for_tests_only() {
    let text = "use a;\n#[cfg(test)]\nmod tests;\n// A comment.\nuse b;\nimpl C {\n    #[cfg(test)]\n    #[allow(\n        x,\n    )]\n    \
                fn d() {\n        if e {\n        }\n    }\n    fn f() {}\n}\n#[cfg(test)]\nmod g {\n    fn h() {}\n}";
    let (code, tests) = parted(text);
    assert_eq!(code, ["use a;", "use b;", "impl C {", "    fn f() {}", "}"]);
    assert_eq!(tests.len() + code.len() + 4, text.lines().count());
    let score = sources().into_iter().find(|source| source.path == Path::new("src/score/mod.rs")).unwrap();
    assert!(score.code.contains("use crate::catalogue"), "what stands behind the modules of its tests");
    assert!(sources().iter().all(|source| !source.path.ends_with("sample.rs")), "only tests have it");
}

#[test]
fn every_way_of_naming_a_room_is_seen() {
    let used = rooms_used(
        "use crate::a::{b, c};\nuse crate::{\n    d,\n    e::{f, g::{h}},\n    i as j,\n};\nlet k = crate::l_m::n();",
    );
    assert_eq!(used.iter().map(String::as_str).collect::<Vec<_>>(), ["a", "d", "e", "i", "l_m"]);
}

/// `order` may be used by all and is named by none, since nearly all use it.
#[test]
fn rooms_use_the_rooms_that_the_table_of_the_documentation_allows_and_the_table_allows_no_more() {
    let table = table();
    let (mut wrong, mut used): (Vec<String>, BTreeSet<(String, String)>) = Default::default();
    for Source { path, room, code } in sources() {
        if ["lib", "main"].contains(&room.as_str()) {
            continue;
        }
        let Some((_, allowed)) = table.iter().find(|(one, _)| *one == room) else {
            wrong.push(format!("{} is in a room that the table lacks", path.display()));
            continue;
        };
        for other in rooms_used(&code) {
            let known = table.iter().any(|(one, _)| *one == other);
            if known && other != room && other != "order" && !allowed.contains(&other) {
                wrong.push(format!("{} uses {other}", path.display()));
            }
            used.insert((room.clone(), other));
        }
    }
    let allowed = table.iter().flat_map(|(room, uses)| uses.iter().map(move |other| (room.clone(), other.clone())));
    let unused = allowed.filter(|(room, other)| other != "order" && !used.contains(&(room.clone(), other.clone())));
    wrong.extend(unused.map(|(room, other)| format!("{room} does not use {other}")));
    assert_eq!(wrong, Vec::<String>::new());
}

/// Each place outside some rooms where one of these names stands.
fn named(names: &[&str], outside: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for Source { path, code, .. } in sources().iter().filter(|source| !outside.contains(&source.room.as_str())) {
        let here = names.iter().filter(|name| code.contains(**name));
        found.extend(here.map(|name| format!("{} names {name}", path.display())));
    }
    found
}

#[test]
fn only_the_shell_names_the_browser() {
    assert_eq!(named(&BROWSER, &["ui", "browser"]), Vec::<String>::new());
}

#[test]
fn pure_rooms_read_no_clock_and_no_randomness() {
    let names = ["SystemTime", "Instant::now", "fs::", "env::", "net::", "thread::"];
    assert_eq!(named(&names, &["ui", "browser", "cli", "main"]), Vec::<String>::new());
}

/// What waits for an answer waits wherever one is: a dialog that only one screen had would open when one comes there
/// later.
#[test]
fn every_dialog_that_waits_for_an_answer_belongs_to_the_page_and_to_no_screen() {
    let code =
        |wanted: &str| sources().into_iter().filter(|source| source.path.starts_with(wanted)).collect::<Vec<_>>();
    let parts = code("src/ui/parts");
    let asks = |source: &&Source| source.code.contains("modal(shell, ");
    let names: Vec<&str> =
        parts.iter().filter(asks).map(|source| source.path.file_stem().unwrap().to_str().unwrap()).collect();
    let over = parts.iter().find(|source| source.path.ends_with("over.rs")).unwrap();
    let calls = |source: &Source, name: &str| source.code.contains(&format!("{name}(shell)"));
    for name in &names {
        assert!(calls(over, name), "{name} is missing over the page");
        for screen in code("src/ui/screens") {
            assert!(!calls(&screen, name), "{name} belongs to {}", screen.path.display());
        }
    }
    assert_eq!(names.len(), 5, "{names:?}");
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
fn prose_is_no_wider_than_code() {
    // Rows of tables and what stands in fences are as wide as they must be.
    let mut wide = Vec::new();
    for path in [Path::new("src"), Path::new("xtask/src"), Path::new("tests")].into_iter().flat_map(files) {
        let mut fenced = false;
        for (at, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let Some(words) = line.trim_start().strip_prefix("//").map(|rest| rest.trim_start_matches(['/', '!', ' ']))
            else {
                continue;
            };
            fenced ^= words.starts_with("```");
            if line.chars().count() > 120 && !fenced && !words.starts_with('|') {
                wide.push(format!("{}:{}", path.display(), at + 1));
            }
        }
    }
    assert_eq!(wide, [""; 0]);
}

#[test]
fn files_stay_small() {
    let mut long = Vec::new();
    for Source { path, room, code } in sources() {
        let limit = match room.as_str() {
            // Tables of words are as long as there are words.
            "text" => continue,
            "ui" => 260,
            _ => 420,
        };
        let lines = code.lines().count();
        if lines > limit {
            long.push(format!("{}: {lines} lines of code, {limit} at most", path.display()));
        }
    }
    assert_eq!(long, Vec::<String>::new());
}
