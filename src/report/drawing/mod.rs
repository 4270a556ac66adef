//! Every picture of an assessment, as a file has it: the picture, with its words around it.
//!
//! | picture | made in |
//! |---|---|
//! | of shared value | [`picture`] |
//! | every expectation, outlook, two sides, exchange, importance against delivery, practices | here, a file each |
//! | over time | [`over_time`] |
//!
//! What the page shows of it comes from the same rows, and where the page draws it too, from the same scene. A file
//! stands alone: above the picture whose it is and what it says, below it what its marks mean; what is cut is there as
//! a title.

pub mod every;
pub mod exchange;
pub mod ladder;
pub mod matrix;
pub mod profile;
pub mod sides;
mod standing;

use super::{over_time, picture};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Side};
use crate::chart::{self, Canvas, Room, Scene, sheet};
use crate::score::Results;
use crate::score::moment::moments;

/// A picture that can be handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// The two circles.
    Shared,
    /// Every expectation in steps.
    Every,
    /// The ladder of the outlook.
    Ladder,
    /// The two sides about one middle line.
    Sides,
    /// Worth it for each side.
    Exchange,
    /// Importance against delivery, as the organisation sees it.
    Organisation,
    /// The same, as the members see it.
    Members,
    /// The ten practices.
    Practices,
    /// How it went over time.
    Trend,
}

impl Drawing {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Shared,
        Self::Every,
        Self::Ladder,
        Self::Sides,
        Self::Exchange,
        Self::Organisation,
        Self::Members,
        Self::Practices,
        Self::Trend,
    ];

    /// Its word in the names of files and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Shared => "picture",
            Self::Every => "expectations",
            Self::Ladder => "outlook",
            Self::Sides => "two-sides",
            Self::Exchange => "exchange",
            Self::Organisation => "delivery-organisation",
            Self::Members => "delivery-members",
            Self::Practices => "practices",
            Self::Trend => "over-time",
        }
    }

    /// Whether there is anything to draw.
    pub fn is_there(self, assessment: &Assessment, results: &Results) -> bool {
        let said = |side| results.counted.items.iter().any(|item| item.delivered.get(side).is_some());
        match self {
            Self::Organisation => said(Side::Organisation),
            Self::Members => said(Side::Members),
            Self::Trend => !assessment.snapshots.is_empty(),
            _ => true,
        }
    }
}

/// A picture of an assessment as it stands alone; `None` where there is nothing to draw.
///
/// ```
/// use common_ground::assessment::{Assessment, AssessmentId};
/// use common_ground::report::drawing::{Drawing, drawn};
/// use common_ground::{catalogue, report, score};
///
/// let now = "2026-11-23T08:00:00Z".parse().unwrap();
/// let assessment = Assessment::new(AssessmentId::new("a").unwrap(), now, catalogue::bundled());
/// let results = score::results(&assessment.answered);
/// let drawn = |drawing| drawn(drawing, (&assessment, &results), catalogue::bundled(), 0);
/// let ladder = report::picture::file(&drawn(Drawing::Ladder).unwrap());
/// assert!(ladder.contains("Built to last") && ladder.contains("Fragile"), "{ladder}");
/// assert!(drawn(Drawing::Trend).is_none(), "there is no snapshot yet");
/// ```
pub fn drawn(
    drawing: Drawing,
    (assessment, results): (&Assessment, &Results),
    catalogue: &Catalogue,
    ahead: i32,
) -> Option<Scene> {
    if !drawing.is_there(assessment, results) {
        return None;
    }
    let answered = &assessment.answered;
    let matrix = |side| chart::matrix(&matrix::matrix_of(answered, results, catalogue, side).0, Room::Wide);
    let mut scene = match drawing {
        Drawing::Shared => {
            let drawn = picture::picture_of(answered, results, catalogue, "picture", String::new());
            chart::picture(&drawn, Canvas::Large)
        }
        Drawing::Every => every::scene(every::every(assessment, results, catalogue)),
        Drawing::Ladder => ladder::scene(ladder::rungs(results, catalogue)),
        Drawing::Sides => sides::scene(answered, results, catalogue),
        Drawing::Exchange => exchange::scene(results, catalogue, "exchange"),
        Drawing::Organisation => matrix(Side::Organisation),
        Drawing::Members => matrix(Side::Members),
        Drawing::Practices => profile::scene(profile::profile(results, catalogue).1),
        Drawing::Trend => {
            let trends = over_time::trends(assessment, &moments(assessment), catalogue)?;
            chart::trend(&trends.trend, Room::Wide)
        }
    };
    // A badge alone, and a label that was cut, say in full what they are.
    scene.name_items(&|key| {
        let (number, item) = super::words::numbered(answered).find(|(_, item)| item.id().to_string() == key)?;
        let statement = super::words::statement(answered, item.id(), catalogue);
        Some([number.to_string().as_str(), " ", &statement].concat())
    });
    let words = standing::words(drawing, &scene, (assessment, results), catalogue, ahead);
    Some(sheet(scene, &words))
}
