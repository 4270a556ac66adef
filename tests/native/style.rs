//! Style sheets and elements know each other: a name that only one of them has is a rule that matches nothing, or a
//! class that does nothing.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Every file in a folder and the folders in it, whose name ends so: where it is, and its text.
fn files(below: &str, end: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        let name = path.to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(files(&name, end));
        } else if Path::new(&name).extension().is_some_and(|one| one == end) {
            found.push((name, fs::read_to_string(path).unwrap()));
        }
    }
    found
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_')
}

/// The classes that the style sheets name, each with the first sheet that does.
fn styled() -> Vec<(String, String)> {
    let mut classes: Vec<(String, String)> = Vec::new();
    for (sheet, text) in files("style", "css") {
        // Without comments.
        let rules: String = text.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rule)| rule)).collect();
        for after in rules.split('.').skip(1) {
            let class = after.split(|letter| !is_of_name(letter)).next().unwrap();
            let named = class.starts_with(|letter: char| letter.is_ascii_alphabetic());
            if named && !classes.iter().any(|(known, _)| known == class) {
                classes.push((class.to_owned(), sheet.clone()));
            }
        }
    }
    classes
}

/// The code of a file without comments and the tests at its end, with single spaces, and none behind a bracket.
fn code(text: &str) -> String {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap();
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let words: Vec<&str> = lines.flat_map(str::split_whitespace).collect();
    words.join(" ").replace("( ", "(")
}

/// The words between quotation marks where nothing but names stands there, which may be put together: `num {}`.
fn names(code: &str) -> Vec<String> {
    let plain = code.replace("\\\"", " ").replace("'\"'", "");
    let texts = plain.split('"').skip(1).step_by(2);
    let named = |text: &&str| {
        text.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || " -{}".contains(letter))
    };
    texts.filter(named).flat_map(str::split_whitespace).map(str::to_owned).collect()
}

/// The classes with which the screens make elements, where they are written out: `of("p", "note")`, `button("small",
/// …)`.
fn made(code: &str) -> Vec<String> {
    let mut classes = Vec::new();
    let mut take = |argument: &str| {
        let written = argument.strip_prefix('"').and_then(|rest| rest.split('"').next());
        classes.extend(written.into_iter().flat_map(str::split_whitespace).map(str::to_owned));
    };
    for call in
        [" of(", "(of(", ".class(", ".live_class(", " page(", "(page(", " button(", "(button(", " submit(", "(submit("]
    {
        for arguments in code.split(call).skip(1) {
            let second = call.ends_with("of(");
            take(if second { arguments.split_once(", ").map_or("", |(_, rest)| rest) } else { arguments });
        }
    }
    for arguments in code.split("sends(").skip(1) {
        take(arguments.split_once(", ").map_or("", |(_, rest)| rest));
    }
    classes
}

#[test]
fn every_class_that_a_style_sheet_names_is_set_somewhere() {
    let mut set = BTreeSet::new();
    for room in ["src/ui", "src/chart", "src/report", "src/app/view"] {
        for (_, text) in files(room, "rs") {
            set.extend(names(&code(&text)));
        }
    }
    let page = fs::read_to_string("index.html").unwrap();
    for after in page.split("class=\"").skip(1) {
        set.extend(after.split('"').next().unwrap().split_whitespace().map(str::to_owned));
    }
    let unset: Vec<_> = styled().into_iter().filter(|(class, _)| !set.contains(class)).collect();
    assert_eq!(unset, [], "no element has these classes");
}

#[test]
fn every_class_with_which_a_screen_makes_an_element_is_styled() {
    let styled: BTreeSet<String> = styled().into_iter().map(|(class, _)| class).collect();
    let mut bare = Vec::new();
    let mut count = 0;
    for (file, text) in files("src/ui", "rs") {
        for class in made(&code(&text)) {
            count += 1;
            if !styled.contains(&class) {
                bare.push((file.clone(), class));
            }
        }
    }
    assert!(count > 500, "only {count} were found");
    assert_eq!(bare, [], "no style sheet names these classes");
}
