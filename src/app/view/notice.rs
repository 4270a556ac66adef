//! What is said once.

use super::words;
use crate::app::{Around, Model, Named, Notice, Storage, name, storing};
use crate::assessment::AssessmentId;
use crate::catalogue::Side;
use crate::route::{Place, Route};
use crate::text::{EN, numbers};

/// What is said, and what can be done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeView {
    /// The sentence.
    pub words: String,
    /// An exact reason behind it.
    pub detail: String,
    /// Whether Undo is offered.
    pub undo: bool,
    /// The deleted one that can be brought back.
    pub back: Option<AssessmentId>,
    /// A place where something can be done about it: its name, its address.
    pub link: Option<(&'static str, String)>,
    /// Whether something went wrong.
    pub alert: bool,
    /// Whether the file that was offered can be shown as text.
    pub as_text: bool,
}

/// What is to be said now.
pub fn notice(model: &Model) -> Option<NoticeView> {
    let text = &EN.notices;
    let roomless = roomless(model);
    Some(match model.notice.as_ref()? {
        Notice::Undone(named) => calm((text.undone)(named_words(*named)), false),
        Notice::Redone(named) => calm((text.redone)(named_words(*named)), true),
        Notice::Deleted(name) => calm((text.deleted)(name), true),
        Notice::DeletedForGood(name) => calm((text.deleted_for_good)(name), true),
        Notice::TakenOut(statement) => calm((text.taken_out)(statement), true),
        Notice::Asked(statement) => calm((text.asked)(statement), true),
        Notice::Planned(action) => NoticeView { link: to_plan(model), ..calm((text.planned)(action), true) },
        Notice::SetAside(action) => calm((text.set_aside)(action), true),
        Notice::Drafted => calm(text.drafted.to_owned(), true),
        Notice::ReplyOut => calm(text.reply_out.to_owned(), true),
        Notice::Kept(_) | Notice::BroughtBack(_) | Notice::Replaced(_) | Notice::Duplicated(_)
            if roomless.is_some() =>
        {
            NoticeView { undo: true, ..wrong(&roomless.unwrap_or_default(), "") }
        }
        Notice::BroughtBack(name) => calm((text.brought_back)(name), true),
        Notice::Kept(name) => {
            let kept = if model.storage == Storage::Browser { text.kept } else { text.kept_tab };
            calm(kept(name), true)
        }
        Notice::SameAlready(name) => calm((text.same_already)(name), false),
        Notice::Brought { words, detail, undo, aside } => NoticeView {
            undo: *undo,
            alert: !detail.is_empty() || roomless.is_some(),
            link: (*aside && model.route != Route::Home).then(|| (EN.home.aside_title, Route::Home.address())),
            ..wrong(words, [detail, roomless.as_deref().unwrap_or_default()].join(" ").trim())
        },
        Notice::Replaced(name) => calm((text.replaced)(name), true),
        Notice::Duplicated(name) => calm((text.duplicated)(name), true),
        // The reason first: it is what the person can do something about.
        Notice::Unreadable(why) => wrong(&numbers::sentence(why), text.unreadable),
        Notice::Refused(why) => wrong(text.refused, &numbers::sentence(why)),
        Notice::LinkCopied => calm(text.link_copied.to_owned(), false),
        Notice::Copied => calm(text.copied.to_owned(), false),
        Notice::ReplyCopied => calm(text.reply_copied.to_owned(), false),
        Notice::ShareRefused => wrong(text.share_refused, ""),
        Notice::RepliesAdded { new, replaced } => calm((text.replies_added)(*new, *replaced), true),
        Notice::ReplyForgotten => calm(text.reply_forgotten.to_owned(), true),
        Notice::ReplyForNobody => wrong(text.reply_for_nobody, text.reply_for_nobody_detail),
        Notice::PartMissing => wrong(text.part_missing, ""),
        Notice::DraftRefused => wrong(text.draft_refused, ""),
        Notice::ClipboardRefused => wrong(text.clipboard_refused, ""),
        Notice::WindowRefused(Some(address)) => wrong(EN.hosting.window_refused, &(EN.hosting.window_address)(address)),
        Notice::WindowRefused(None) => wrong(EN.hosting.window_refused, EN.hosting.mail_instead),
        Notice::SnapshotTaken(date) => calm((text.snapshot_taken)(&words::date(date)), true),
        Notice::SnapshotDropped(date) => calm((text.snapshot_dropped)(&words::date(date)), true),
        Notice::RoundStarted(round) => calm((text.round_started)(*round), true),
        Notice::PhaseChanged(id) => {
            let address = Route::assessment(id.as_str(), Place::Time).address();
            NoticeView { link: Some((EN.frame.time, address)), ..calm(text.phase_changed.to_owned(), true) }
        }
        Notice::FileSaved(name) if model.offered.is_some() => {
            NoticeView { as_text: true, ..calm((EN.hosting.saved_or_not)(name), false) }
        }
        Notice::FileSaved(name) => calm((text.file_saved)(name), false),
        Notice::CatalogueOpened { name, items } => {
            let items = (text.catalogue_items)(*items);
            NoticeView { link: Some(to_catalogues()), ..calm((text.catalogue_opened)(name, &items), false) }
        }
        Notice::CatalogueHere(name) => {
            NoticeView { link: Some(to_catalogues()), ..calm((text.catalogue_here)(name), false) }
        }
        Notice::CatalogueBundled => calm(text.catalogue_bundled.to_owned(), false),
        Notice::CatalogueRemoved(name) => calm((text.catalogue_removed)(name), false),
        Notice::CatalogueInUse { name, uses } => wrong(&(text.catalogue_in_use)(name, *uses), ""),
        Notice::CatalogueRefused(name) => wrong(&(text.catalogue_refused)(name), ""),
        Notice::CatalogueNotProvided(why) => wrong(text.catalogue_not_provided, &numbers::sentence(why)),
        Notice::TooManyCatalogues => wrong(text.catalogue_too_many, ""),
        Notice::PrintRefused => wrong(text.print_refused, text.print_refused_detail),
        Notice::PictureRefused => wrong(text.picture_refused, text.picture_refused_detail),
        Notice::PageSaved(name, bytes) => {
            let told = if model.around == Around::Window { text.page_saved } else { text.page_saved_or_not };
            calm(told(name, &numbers::bytes(*bytes)), false)
        }
        Notice::PageRefused => wrong(text.page_refused, ""),
        Notice::NotRenewed => wrong(text.not_renewed, ""),
        Notice::ChangedElsewhere(name) => calm((text.changed_elsewhere)(name), false),
        Notice::Overruled(name) => calm((text.overruled)(name), false),
        Notice::Merged(name) => calm((text.merged)(name), true),
        Notice::KeptApart(name) => calm((text.kept_apart)(name), false),
        Notice::DeletedElsewhere(id, name) => NoticeView {
            back: model.gone.contains_key(id).then(|| id.clone()),
            ..calm((text.deleted_elsewhere)(name), false)
        },
        Notice::Emptied(count) => calm((text.emptied)(*count), false),
        Notice::DeletedAtOnce(name) => calm((text.deleted_at_once)(name), true),
        Notice::NotPutBack { names, has_unnamed } => wrong(&not_put_back(names, *has_unnamed), ""),
    })
}

/// Something that went well.
const fn calm(words: String, undo: bool) -> NoticeView {
    NoticeView { words, detail: String::new(), undo, back: None, link: None, alert: false, as_text: false }
}

/// Something that did not.
fn wrong(words: &str, detail: &str) -> NoticeView {
    NoticeView { detail: detail.to_owned(), alert: true, ..calm(words.to_owned(), false) }
}

/// What could not be put back, by name.
fn not_put_back(names: &[String], has_unnamed: bool) -> String {
    let text = &EN.notices;
    let changes = match listed(names) {
        None => text.last_changes_all.to_owned(),
        Some(which) if has_unnamed => (text.last_changes_others)(&which),
        Some(which) => (text.last_changes)(&which),
    };
    (text.not_put_back)(&changes)
}

/// Names as a list; `None` where there are none.
fn listed(names: &[String]) -> Option<String> {
    let quoted: Vec<String> = names.iter().map(|name| (EN.notices.named)(name)).collect();
    let (last, earlier) = quoted.split_last()?;
    Some(if earlier.is_empty() { last.clone() } else { (EN.notices.both)(&earlier.join(", "), last) })
}

/// Which have no room in storage, and what can be done.
fn roomless(model: &Model) -> Option<String> {
    let names: Vec<String> = storing::roomless(model).map(|one| name(&one.assessment)).collect();
    Some((EN.notices.no_room)(names.len(), &listed(&names)?))
}

/// Where the plan of the assessment that is open is.
fn to_plan(model: &Model) -> Option<(&'static str, String)> {
    let id = model.open_id()?;
    Some((EN.notices.to_plan, Route::assessment(id.as_str(), Place::Plan).address()))
}

/// Where the catalogues that are here are listed.
fn to_catalogues() -> (&'static str, String) {
    (EN.notices.catalogues, Route::Method(Some("catalogues".to_owned())).address())
}

/// What a change is called.
const fn named_words(named: Named) -> &'static str {
    let text = &EN.notices;
    match named {
        Named::Answer(Side::Organisation) => text.answer_organisation,
        Named::Answer(Side::Members) => text.answer_members,
        Named::Practice => text.practice,
        Named::Description => text.description,
        Named::Phase => text.phase,
        Named::Items => text.items,
        Named::Note => text.note,
        Named::Evidence => text.evidence,
        Named::Bridge => text.bridge,
        Named::Created => text.created,
        Named::Duplicated => text.duplicated_name,
        Named::Deleted => text.deletion,
        Named::BroughtBack => text.brought_back_name,
        Named::Opened => text.opened,
        Named::Replaced => text.replaced_name,
        Named::Invitation => text.invitation,
        Named::Forgotten => text.reply_forgotten_name,
        Named::RepliesAdded => text.replies_added_name,
        Named::ReplyTakenOut => text.reply_taken_out_name,
        Named::Statement => text.statement,
        Named::Measure => text.measure,
        Named::MeasureTakenOut => text.measure_taken_out,
        Named::Action => text.action,
        Named::ActionTakenOut => text.action_taken_out,
        Named::Snapshot => text.snapshot,
        Named::Round => text.round,
    }
}
