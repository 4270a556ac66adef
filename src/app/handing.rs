//! Handing over: reports, tables, the plan for a calendar, pictures.
//!
//! The command line makes the same files with the same functions of [`report`]: byte for byte, but for the
//! instant in a calendar. A picture as PNG is drawn by the browser from the SVG file.

use super::message::{Ambient, Effect};
use super::model::Model;
use super::naming::{name, stem};
use super::notice::Notice;
use super::offering::JSON;
use super::view;
use crate::advice;
pub use crate::report::drawing::Drawing;
use crate::report::{self, Subject, calendar, csv, markdown, picture};
use crate::score::Many;

/// A file that is made of what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handout {
    /// Everything, as text with headings and tables.
    Markdown,
    /// One row an expectation.
    Csv,
    /// The results for other programs.
    Json,
    /// The open actions and the next review.
    Calendar,
    /// A picture as lines and words.
    Svg(Drawing),
    /// A picture as points.
    Png(Drawing),
    /// All communities side by side, as lines and words.
    MapSvg,
    /// The same as points.
    MapPng,
}

impl Handout {
    /// The end of its name and its media type.
    const fn kind(self) -> (&'static str, &'static str) {
        match self {
            Self::Markdown => (".md", "text/markdown"),
            Self::Csv => (".csv", "text/csv"),
            Self::Json => (".results.json", JSON),
            Self::Calendar => (".ics", "text/calendar"),
            Self::Svg(_) | Self::MapSvg => (".svg", "image/svg+xml"),
            Self::Png(_) | Self::MapPng => (".png", "image/png"),
        }
    }
}

/// Makes a file and offers it; nothing where there is nothing to put into it.
pub fn hand_out(model: &mut Model, handout: Handout, ambient: &Ambient) -> Vec<Effect> {
    let Some(text) = text(model, handout, ambient) else { return Vec::new() };
    let (end, media) = handout.kind();
    let stem = || model.shown().map(|(assessment, _)| stem(&name(assessment), "community")).unwrap_or_default();
    let mut file = match handout {
        Handout::MapSvg | Handout::MapPng => "common-ground-map".to_owned(),
        Handout::Svg(drawing) | Handout::Png(drawing) => [&stem(), "-", drawing.key()].concat(),
        _ => stem(),
    };
    file.push_str(end);
    if matches!(handout, Handout::Png(_) | Handout::MapPng) {
        return vec![Effect::DownloadPicture { name: file, svg: text }];
    }
    model.notice = Some(Notice::FileSaved(file.clone()));
    vec![Effect::Download { name: file, media, text }]
}

/// What is in the file; of a PNG, the SVG file it is drawn from.
fn text(model: &Model, handout: Handout, ambient: &Ambient) -> Option<String> {
    match handout {
        Handout::Svg(drawing) | Handout::Png(drawing) => {
            return view::drawn(model, drawing).map(|scene| picture::file(&scene));
        }
        Handout::MapSvg | Handout::MapPng => return view::drawn_map(model).map(|scene| picture::file(&scene)),
        _ => {}
    }
    let (assessment, results) = model.shown()?;
    let (catalogue, advice) = (model.catalogue, model.catalogue.advice());
    match handout {
        Handout::Csv => return Some(csv::sheet(assessment, results, catalogue)),
        Handout::Calendar => return calendar::calendar(assessment, advice, &ambient.now, model.along),
        _ => {}
    }
    let many = Many::of(&assessment.answered, &results.counted);
    if handout == Handout::Json {
        let next = advice::proposals(assessment, results, &many, advice, &[]);
        return Some(report::json(assessment, results, &next) + "\n");
    }
    Some(markdown::markdown(&Subject {
        assessment,
        results,
        next: &advice::next(assessment, results, &many, advice, &[]),
        catalogue,
        advice,
        today: &ambient.today,
        ahead: ambient.ahead,
        include: model.along,
    }))
}
