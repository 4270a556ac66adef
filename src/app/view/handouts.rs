//! What can be handed over: reports, tables, the plan for a calendar, pictures.

use super::plan::open_actions;
use super::portfolio::{portfolio, portfolio_map};
use super::words;
use crate::app::{Drawing, Handout, Model};
use crate::assessment::{Assessment, Date};
use crate::chart::{self, KeyEntry, Map, MapPoint, Room, Sample, Scene, Sheet};
use crate::report::Include;
use crate::report::drawing;
use crate::route::{Place, Route};
use crate::text::EN;

/// What can be handed over of what is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoutsView {
    /// Where the report for paper is; `None` for a copy that came with a link.
    pub paper: Option<String>,
    /// What goes along.
    pub along: [AlongRow; 2],
    /// Reports and tables.
    pub files: Vec<HandoutRow>,
    /// Pictures.
    pub pictures: Vec<HandoutRow>,
}

/// Something that goes along if one wants.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AlongRow {
    /// Its name.
    pub label: &'static str,
    /// What it means.
    pub hint: &'static str,
    /// Whether it goes along.
    pub on: bool,
    /// What goes along once this is decided the other way.
    pub other: Include,
}

/// Something that can be handed over.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoutRow {
    /// Its name.
    pub name: &'static str,
    /// What it is for, or why there is nothing.
    pub hint: &'static str,
    /// Its files, each with the words on its button.
    pub files: Vec<(&'static str, Handout)>,
}

/// What can be handed over of what is shown.
pub fn handouts(model: &Model) -> Option<HandoutsView> {
    let text = &EN.handouts;
    let (assessment, _) = model.shown()?;
    let Include { names, notes } = model.along;
    let file = |name, hint, handout| HandoutRow { name, hint, files: vec![(text.save, handout)] };
    let calendar = if has_calendar(assessment) {
        file(text.calendar, text.calendar_hint, Handout::Calendar)
    } else {
        HandoutRow { name: text.calendar, hint: text.calendar_none, files: Vec::new() }
    };
    Some(HandoutsView {
        paper: model.open().map(|_| Route::assessment(assessment.id.as_str(), Place::Report).address()),
        along: [
            AlongRow { label: text.names, hint: text.names_hint, on: names, other: Include { names: !names, notes } },
            AlongRow { label: text.notes, hint: text.notes_hint, on: notes, other: Include { names, notes: !notes } },
        ],
        files: vec![
            file(text.markdown, text.markdown_hint, Handout::Markdown),
            file(text.csv, text.csv_hint, Handout::Csv),
            file(text.json, text.json_hint, Handout::Json),
            calendar,
        ],
        pictures: Drawing::ALL.into_iter().zip(text.pictures).filter_map(|one| picture(model, one)).collect(),
    })
}

/// A picture as lines and as points, if there is one.
fn picture(model: &Model, (drawing, name): (Drawing, &'static str)) -> Option<HandoutRow> {
    let text = &EN.handouts;
    let files = vec![(text.svg, Handout::Svg(drawing)), (text.png, Handout::Png(drawing))];
    let (assessment, results) = model.shown()?;
    drawing.is_there(assessment, results).then_some(HandoutRow { name, hint: "", files })
}

/// Whether anything in the plan has a day.
pub fn has_calendar(assessment: &Assessment) -> bool {
    let review = assessment.answered.community.next_review.as_ref();
    let due = open_actions(assessment).filter_map(|action| action.due.as_ref());
    let measures = assessment.measures.iter().filter_map(|measure| measure.due.as_ref());
    review.into_iter().chain(due).chain(measures).any(Date::is_day)
}

/// A picture of what is shown, as it stands alone; `None` where there is nothing to draw.
pub fn drawn(model: &Model, drawing: Drawing) -> Option<Scene> {
    let (assessment, results) = model.shown()?;
    drawing::drawn(drawing, (assessment, results), model.catalogue, model.ahead)
}

/// All communities side by side, as a picture that stands alone; `None` where none has a place in it.
pub fn drawn_map(model: &Model) -> Option<Scene> {
    let map = portfolio_map(model, "");
    let scene = chart::map(&map, Room::Wide);
    (!map.points.is_empty()).then(|| chart::sheet(scene, &around_map(model, map)))
}

/// The words around the map: the day, how it is read, and whose each number on it is.
fn around_map(model: &Model, map: Map) -> Sheet {
    let around = portfolio(model);
    let key = |point: MapPoint| KeyEntry { sample: Sample::Number(point.number), words: point.label };
    let mut notes = vec![EN.portfolio.map_lead.to_owned()];
    notes.extend(around.notes.into_iter().filter(|note| note != EN.portfolio.map_numbers));
    Sheet {
        about: model.today.as_ref().map(words::date).unwrap_or_default(),
        heading: around.title,
        lead: around.lead,
        key: map.points.into_iter().map(key).collect(),
        notes,
        ..Sheet::default()
    }
}
