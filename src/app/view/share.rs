//! Links, files and the guest copy.

use crate::app::Model;
use crate::assessment::AssessmentId;
use crate::link;
use crate::route::{Place, Route};
use crate::text::EN;

/// The longest link that common mail and chat programs leave whole.
const LONG: usize = 2_000;

/// Sharing.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareView {
    /// Which assessment.
    pub id: AssessmentId,
    /// What stands behind the page's own address, `#` included; or why there is none.
    pub fragment: Result<String, String>,
    /// Its length and what it holds.
    pub about: String,
    /// What does not travel.
    pub replies: Option<&'static str>,
    /// A word on its length.
    pub long: Option<&'static str>,
    /// Where to give it a name, if it has none.
    pub unnamed: Option<String>,
}

/// The guest copy.
#[derive(Clone, Debug, PartialEq)]
pub struct GuestView {
    /// Which assessment.
    pub id: AssessmentId,
    /// A word if a state of it is here.
    pub here: Option<&'static str>,
}

/// Sharing what is open.
pub fn share(model: &Model) -> Option<ShareView> {
    let assessment = &model.open()?.assessment;
    let token = link::encode(assessment);
    let fragment = token.map(|token| format!("{}{token}", link::ROUTE)).map_err(|error| error.to_string());
    let length = fragment.as_ref().map_or(0, String::len);
    let left_out = !assessment.answered.replies.is_empty() || !assessment.snapshots.is_empty();
    let unnamed = assessment.answered.community.name.trim().is_empty();
    Some(ShareView {
        id: assessment.id.clone(),
        about: (EN.share.link_about)(length),
        replies: left_out.then_some(EN.share.link_replies),
        long: (length > LONG).then_some(EN.share.link_long),
        unnamed: unnamed.then(|| Route::assessment(assessment.id.as_str(), Place::Community).address()),
        fragment,
    })
}

/// The guest copy, if there is one.
pub fn guest(model: &Model) -> Option<GuestView> {
    let guest = model.guest.as_ref()?;
    let id = guest.assessment.id.clone();
    let here = model.shelf.contains_key(&id).then_some(EN.share.guest_here);
    Some(GuestView { id, here })
}
