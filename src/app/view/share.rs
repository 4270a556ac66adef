//! Links, files, the guest copy, and the link that waits for its pass-phrase.

use super::plan::open_actions;
use super::words;
use crate::app::sharing::{locked, token};
use crate::app::shelf::same;
use crate::app::{Model, Shelved, Whence, name, side_by_side};
use crate::assessment::{Assessment, AssessmentId, Evidence};
use crate::link::{self, Carried};
use crate::route::{Place, Route};
use crate::text::{EN, numbers};

/// The most characters that programs leave whole: any mail, Outlook and Teams, Slack.
const SURVIVES: [(usize, &str); 3] =
    [(900, EN.share.survives_mail), (2_000, EN.share.survives_teams), (4_000, EN.share.survives_slack)];

/// Sharing.
#[derive(Clone, Debug, PartialEq)]
pub struct ShareView {
    /// Which assessment.
    pub id: AssessmentId,
    /// What stands behind the page's own address, `#` included; or why there is none.
    pub fragment: Result<String, String>,
    /// Whether it is locked with a pass-phrase.
    pub locked: bool,
    /// What travels in any case.
    pub goes: Vec<&'static str>,
    /// The same in a sentence.
    pub holds: String,
    /// What it may carry beside that.
    pub carries: Vec<CarryRow>,
    /// What stays here whatever is carried.
    pub stays: Option<&'static str>,
    /// Where to give it a name, if it has none.
    pub unnamed: Option<String>,
    /// What it is called.
    pub name: String,
    /// Where its links lead.
    pub leads: Leads,
    /// The catalogue that goes along in a page, as it is said there.
    pub catalogue: Option<String>,
}

/// Where links lead that are made here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To this page.
    Here,
    /// To the site that this page was saved from; holds what is said of it.
    Site(String),
    /// Nowhere, for anybody else: the page was opened as a file, and no site is known. Codes are handed on instead, and
    /// no address of this machine.
    Nowhere,
}

/// Something that a link may carry.
#[derive(Clone, Debug, PartialEq)]
pub struct CarryRow {
    /// Its name.
    pub label: String,
    /// What it means.
    pub hint: &'static str,
    /// Whether it is carried.
    pub on: bool,
    /// What is carried once this is decided the other way.
    pub other: Carried,
}

/// The guest copy.
#[derive(Clone, Debug, PartialEq)]
pub struct GuestView {
    /// Which assessment.
    pub id: AssessmentId,
    /// What it is, with its name.
    pub title: String,
    /// A word if a state of it is here.
    pub here: Option<&'static str>,
    /// What was settled: the value statement, and what is to be done with its state; `None` where nothing was.
    pub settled: Option<(String, Vec<(String, String)>)>,
    /// The way to put it beside another state, where there is one.
    pub beside: Option<String>,
}

/// Sharing what is open.
pub fn share(model: &Model) -> Option<ShareView> {
    let assessment = &model.open()?.assessment;
    let token = token(model)?;
    let unnamed = assessment.answered.community.name.trim().is_empty();
    let goes = goes(assessment);
    let carries = carries(model);
    let ticked = carries.iter().filter(|row| row.on).map(|row| row.label.as_str());
    let listed: Vec<String> = goes.iter().copied().chain(ticked).map(super::within).collect();
    Some(ShareView {
        id: assessment.id.clone(),
        fragment: token
            .map(|token| [link::ROUTE, &token].concat())
            .map_err(|error| numbers::sentence(&error.to_string())),
        locked: is_locked(model),
        holds: (EN.share.holds)(&(EN.planning.list)(&listed)),
        goes,
        carries,
        stays: assessment.notes.values().any(|note| !note.bridge.is_empty()).then_some(EN.change.bridges_stay),
        unnamed: unnamed.then(|| Route::assessment(assessment.id.as_str(), Place::Community).address()),
        name: name(assessment),
        leads: leads(model),
        catalogue: carried_catalogue(model),
    })
}

/// Whether the link of what is open is locked, as it is now; without making it.
pub fn is_locked(model: &Model) -> bool {
    locked(model).is_some()
}

/// Where links lead that are made here.
pub fn leads(model: &Model) -> Leads {
    match &model.whence {
        Whence::Site => Leads::Here,
        Whence::File(None) => Leads::Nowhere,
        Whence::File(Some(site)) => Leads::Site((EN.share.link_site)(site)),
    }
}

/// What stands behind `#` of a link, as a code without an address.
///
/// ```
/// # use common_ground::app::view::code;
/// assert_eq!(code("#/v/AgB7z"), "cg:AgB7z");
/// ```
pub fn code(fragment: &str) -> String {
    [link::CODE, fragment.strip_prefix(link::ROUTE).unwrap_or(fragment)].concat()
}

/// What is said of the catalogue that goes along in a page. Only the answers are locked.
fn carried_catalogue(model: &Model) -> Option<String> {
    let id = model.catalogue.id()?;
    let words = if is_locked(model) { EN.share.page_catalogue_open } else { EN.share.page_catalogue };
    Some(words(&id.name))
}

/// What travels whatever is chosen.
fn goes(assessment: &Assessment) -> Vec<&'static str> {
    let there = [
        true,
        !assessment.statement.text.trim().is_empty(),
        !assessment.measures.is_empty(),
        !assessment.actions.is_empty(),
    ];
    EN.share.goes.into_iter().zip(there).filter(|(_, there)| *there).map(|(what, _)| what).collect()
}

/// What a link of what is open may carry beside the answers; without making it.
pub fn carries(model: &Model) -> Vec<CarryRow> {
    let Some(Shelved { assessment, .. }) = model.open() else { return Vec::new() };
    let (text, carried) = (&EN.share, model.carried);
    let (replies, snapshots) = (assessment.answered.replies.len(), assessment.snapshots.len());
    let mut rows = Vec::new();
    let mut row = |there: bool, label: String, hint, on: bool, other: Carried| {
        if there {
            rows.push(CarryRow { label, hint, on, other });
        }
    };
    let Carried { replies: single, names, notes, history } = carried;
    let other = Carried { replies: !single, ..carried };
    row(replies > 0, (text.carry_replies)(replies), text.carry_replies_hint, single, other);
    let other = Carried { names: !names, ..carried };
    row(has_names(assessment), text.carry_names.to_owned(), text.carry_names_hint, names, other);
    let other = Carried { notes: !notes, ..carried };
    row(has_notes(assessment), text.carry_notes.to_owned(), text.carry_notes_hint, notes, other);
    let other = Carried { history: !history, ..carried };
    row(snapshots > 0, (text.carry_history)(snapshots), text.carry_history_hint, history, other);
    rows
}

fn has_names(assessment: &Assessment) -> bool {
    let named = |name: &str| !name.is_empty();
    let can_tell = |list: &[Evidence]| list.iter().any(|one| named(&one.person));
    assessment.answered.replies.iter().any(|reply| reply.name.as_deref().is_some_and(named))
        || named(&assessment.statement.owner)
        || named(&assessment.invite.reply_to)
        || assessment.notes.values().any(|note| can_tell(&note.evidence))
        || assessment.answered.practices.values().any(|practice| can_tell(&practice.evidence))
        || assessment.measures.iter().any(|measure| named(&measure.owner))
        || assessment.actions.iter().any(|action| named(&action.owner))
}

fn has_notes(assessment: &Assessment) -> bool {
    let practices = assessment.answered.practices.values();
    assessment.notes.values().any(|note| !note.note.is_empty() || !note.evidence.is_empty())
        || practices.into_iter().any(|practice| !practice.note.is_empty() || !practice.evidence.is_empty())
}

/// Where an address of this length arrives whole: the program, and whether it does.
pub fn survives(length: usize) -> Vec<(&'static str, bool)> {
    SURVIVES.into_iter().map(|(most, program)| (program, length <= most)).collect()
}

/// A mail with the link.
pub fn share_mail(seen: &ShareView, address: &str) -> String {
    let mut body = (EN.share.mail_body)(&seen.name, address);
    body.push_str(if seen.locked { EN.share.mail_locked } else { EN.share.mail_open });
    words::mailto("", &(EN.share.mail_subject)(&seen.name), &body)
}

/// The link under its name, for programs that take HTML.
///
/// ```
/// # use common_ground::app::view::named_link;
/// let link = named_link("R & \"D\" <b>", "https://example.org/#/v/Ag");
/// assert!(link.starts_with("<a href=\"https://example.org/#/v/Ag\">R &amp; &quot;D&quot; &lt;b&gt;: "), "{link}");
/// ```
pub fn named_link(name: &str, address: &str) -> String {
    ["<a href=\"", &escape(address), "\">", &escape(&(EN.share.rich)(name)), "</a>"].concat()
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(letter),
        }
    }
    out
}

/// Why the link that waits for its pass-phrase did not open; `None` while none waits.
pub fn sealed(model: &Model) -> Option<Option<String>> {
    model.sealed().map(|sealed| sealed.wrong.as_deref().map(numbers::sentence))
}

/// The guest copy, if there is one.
pub fn guest(model: &Model) -> Option<GuestView> {
    let guest = model.guest.as_ref()?;
    let id = guest.assessment.id.clone();
    let here = model.shelf.get(&id).map(|shelved| {
        if same(&shelved.assessment, &guest.assessment) { EN.share.guest_same } else { EN.share.guest_here }
    });
    let statement = guest.assessment.statement.text.trim().to_owned();
    let advice = model.catalogues.of(&guest.assessment).advice();
    let open = open_actions(&guest.assessment).map(|action| {
        let row = super::plan::row(action, advice, model.today.as_ref());
        (row.title, row.line)
    });
    let open: Vec<(String, String)> = open.collect();
    let settled = (!statement.is_empty() || !open.is_empty()).then_some((statement, open));
    let others = !side_by_side(model).is_empty() || !guest.assessment.snapshots.is_empty();
    let beside = others.then(|| super::compare::beside(model));
    Some(GuestView { id, title: (EN.share.guest_title)(&name(&guest.assessment)), here, settled, beside })
}
