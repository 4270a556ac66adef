//! Everything as one file: an assessment a line, and before them the catalogues that some of them were made with.

use crate::catalogue::Catalogue;

/// A back-up, line by line; blank lines are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackUp<'a> {
    /// The catalogues, each as a text.
    pub catalogues: Vec<Line<'a>>,
    /// All other lines, each as a text that [`read`](super::read) takes, if it is right.
    pub assessments: Vec<Line<'a>>,
}

/// A line of a back-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// Which, from 1.
    pub number: usize,
    /// What stands in it.
    pub text: &'a str,
}

/// The lines of a back-up; `None` for any other text. It has several lines, begins with an object, and of its lines one
/// at least is a whole object of a format of ours: the others may be cut short or damaged, as after a copy that broke
/// off.
pub fn back_up(text: &str) -> Option<BackUp<'_>> {
    let text = text.trim_start_matches('\u{feff}');
    let lines = text.lines().enumerate().map(|(at, line)| Line { number: at + 1, text: line.trim() });
    let lines: Vec<Line<'_>> = lines.filter(|line| !line.text.is_empty()).collect();
    let whole = |line: &Line<'_>| {
        line.text.starts_with('{') && line.text.ends_with('}') && line.text.contains("\"common-ground/")
    };
    if lines.len() < 2 || !text.trim_start().starts_with('{') || !lines.iter().any(whole) {
        return None;
    }
    let (catalogues, assessments) = lines.into_iter().partition(|line| Catalogue::claims(line.text));
    Some(BackUp { catalogues, assessments })
}
