//! Everything as one file: an assessment a line, and before them the catalogues that some of them were made with.

use crate::catalogue::Catalogue;

/// A back-up, line by line; blank lines are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackUp<'a> {
    /// The catalogues, each as a text.
    pub catalogues: Vec<&'a str>,
    /// The assessments behind them, each as a text that [`read`](super::read) takes, if it is right.
    pub assessments: Vec<&'a str>,
}

/// The lines of a back-up; `None` for any other text: each of several lines must look like an object.
pub fn back_up(text: &str) -> Option<BackUp<'_>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if lines.len() < 2 || !lines.iter().all(|line| line.starts_with('{') && line.ends_with('}')) {
        return None;
    }
    let led = lines.iter().take_while(|line| Catalogue::claims(line)).count();
    let assessments = lines.split_off(led);
    Some(BackUp { catalogues: lines, assessments })
}
