//! What a community is: who started it, since when, how many belong to it. Its purpose stands apart, as it was written.

use super::{Subject, words};
use crate::text::EN;

/// What was said of it, each with its name.
pub fn about(subject: &Subject<'_>) -> Vec<(&'static str, String)> {
    let (text, community) = (&EN.asking, &subject.assessment.answered.community);
    let origin = |key: &str| subject.catalogue.origins.iter().find(|choice| choice.id == key);
    let mut about = Vec::new();
    about.extend(community.origin.and_then(|one| origin(one.key())).map(|one| (text.origin, one.name.clone())));
    about.extend(community.founded.as_ref().map(|day| (text.founded, words::date(day))));
    about.extend(community.size.map(|size| (text.size, size.to_string())));
    about
}
