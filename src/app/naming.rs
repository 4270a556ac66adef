//! What an assessment is called, on screen and as a file.

pub use crate::report::words::name;

/// A file name made of a community's name: letters and digits of any script, the rest as hyphens.
///
/// ```
/// # use common_ground::app::file_name;
/// assert_eq!(file_name("Lone workers’ safety / circle"), "lone-workers-safety-circle.common-ground.json");
/// assert_eq!(file_name("…"), "community.common-ground.json");
/// ```
pub fn file_name(name: &str) -> String {
    format!("{}.common-ground.json", stem(name, "community"))
}

/// The same for a catalogue.
///
/// ```
/// # use common_ground::app::catalogue_file;
/// assert_eq!(catalogue_file("Ward practice"), "ward-practice.catalogue.json");
/// ```
pub fn catalogue_file(name: &str) -> String {
    format!("{}.catalogue.json", stem(name, "own"))
}

/// The same for a page that holds an assessment.
pub fn page_name(name: &str) -> String {
    format!("{}.common-ground.html", stem(name, "community"))
}

/// The letters and digits of a name; something else where it has none.
pub fn stem(name: &str, other: &str) -> String {
    let mut stem = String::new();
    for letter in name.chars().filter(|letter| !matches!(letter, '\'' | '’')) {
        if letter.is_alphanumeric() {
            stem.extend(letter.to_lowercase());
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
        if stem.len() > 60 {
            break;
        }
    }
    let stem = stem.trim_end_matches('-');
    (if stem.is_empty() { other } else { stem }).to_owned()
}
