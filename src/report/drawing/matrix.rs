//! Importance against delivery, as each side sees it.

use crate::assessment::Answered;
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Side, Step};
use crate::chart::{Matrix, MatrixPoint, MatrixWords, Region as Spot};
use crate::report::picture::place;
use crate::report::words;
use crate::score::{Results, Zone};
use crate::text::EN;

/// What is said where nothing is known to be urgent for a side: how much of that is known.
pub fn none_urgent(results: &Results, side: Side) -> String {
    let text = &EN.results;
    let zones = results.delivery.zones.get(side);
    match zones.iter().filter(|zone| zone.is_none()).count() {
        0 => text.matrix_no_urgent.to_owned(),
        open if open == zones.len() => (text.matrix_silent)(words::side(side)),
        open => (text.matrix_open)(open),
    }
}

/// Importance against delivery of one side, and what is urgent.
pub fn matrix_of(
    answered: &Answered,
    results: &Results,
    catalogue: &Catalogue,
    side: Side,
) -> (Matrix, Vec<(usize, String, Spot)>) {
    let text = &EN.results;
    let zones = results.delivery.zones.get(side);
    let mut points = Vec::new();
    let mut urgent = Vec::new();
    for (((number, item), counted), (region, zone)) in
        words::numbered(answered).zip(&results.counted.items).zip(results.overlap.regions.iter().zip(zones))
    {
        let (Some(importance), Some(delivered)) = (counted.importance.get(side), counted.delivered.get(side)) else {
            continue;
        };
        let is_urgent = *zone == Some(Zone::Urgent);
        if is_urgent {
            urgent.push((number, words::label(answered, item.id(), catalogue), place(*region)));
        }
        points.push(MatrixPoint {
            key: item.id().to_string(),
            number,
            region: place(*region),
            importance: importance.steps(),
            delivered: delivered.steps(),
            urgent: is_urgent,
        });
    }
    let steps = |scale: Scale| Step::ALL.map(|step| catalogue.word(scale, step).to_owned());
    let title = match side {
        Side::Organisation => text.matrix_organisation,
        Side::Members => text.matrix_members,
    };
    let [zone_urgent, zone_improve, zone_more, zone_line] = text.zones.map(str::to_owned);
    let picture = Matrix {
        points,
        words: MatrixWords {
            title: (text.matrix_picture)(title, urgent.len()),
            importance: steps(Scale::Importance),
            delivered: steps(Scale::Delivered),
            urgent: zone_urgent,
            improve: zone_improve,
            in_line: zone_line,
            more_than_asked: zone_more,
            importance_axis: text.matrix_y.to_owned(),
            delivered_axis: text.matrix_x.to_owned(),
        },
    };
    (picture, urgent)
}
