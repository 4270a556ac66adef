//! The community as one describes it: what stands in its fields, and what typing there leads to.

use super::words;
use crate::app::Model;
use crate::assessment::{Community, Edit};
use crate::text::EN;

/// A field that describes the community.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommunityField {
    /// What it is called.
    Name,
    /// What it is for.
    Purpose,
    /// How many are in it.
    Size,
    /// When it was founded.
    Founded,
    /// When the assessment is looked at again.
    NextReview,
}

impl CommunityField {
    /// Its id, its label, its hint, and the kind of its field.
    pub const fn words(self) -> (&'static str, &'static str, &'static str, &'static str) {
        let text = &EN.asking;
        match self {
            Self::Name => ("name", text.name, text.name_hint, "text"),
            Self::Purpose => ("purpose", text.purpose, text.purpose_hint, "textarea"),
            Self::Size => ("size", text.size, text.size_hint, "text"),
            Self::Founded => ("founded", text.founded, text.founded_hint, "text"),
            Self::NextReview => ("next-review", text.next_review, text.next_review_hint, "date"),
        }
    }

    /// What stands in it.
    pub fn value(self, community: &Community) -> String {
        match self {
            Self::Name => community.name.clone(),
            Self::Purpose => community.purpose.clone(),
            Self::Size => community.size.map(|size| size.to_string()).unwrap_or_default(),
            Self::Founded => words::written(community.founded.as_ref()),
            Self::NextReview => words::written(community.next_review.as_ref()),
        }
    }

    /// What typing in it leads to.
    ///
    /// # Errors
    ///
    /// What is wrong with what was typed.
    pub fn read(self, typed: &str) -> Result<Edit, &'static str> {
        Ok(match self {
            Self::Name => Edit::Name(typed.to_owned()),
            Self::Purpose => Edit::Purpose(typed.to_owned()),
            Self::Size => Edit::Size(match typed.trim() {
                "" => None,
                size => Some(size.parse().map_err(|_| EN.asking.size_wrong)?),
            }),
            Self::Founded => Edit::Founded(words::typed_date(typed, EN.asking.founded_wrong)?),
            Self::NextReview => Edit::NextReview(words::typed_day(typed)?),
        })
    }
}

/// The community of the assessment that is open.
pub fn community(model: &Model) -> Option<Community> {
    Some(model.open()?.assessment.answered.community.clone())
}
