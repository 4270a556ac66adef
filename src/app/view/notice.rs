//! What is said once.

use crate::app::{Model, Named, Notice};
use crate::catalogue::Side;
use crate::text::EN;

/// What is said, and what can be done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeView {
    /// The sentence.
    pub words: String,
    /// An exact reason behind it.
    pub detail: String,
    /// Whether Undo is offered.
    pub undo: bool,
    /// Whether something went wrong.
    pub alert: bool,
}

/// What is to be said now.
pub fn notice(model: &Model) -> Option<NoticeView> {
    let text = &EN.notices;
    let calm = |words: String, undo: bool| NoticeView { words, detail: String::new(), undo, alert: false };
    let wrong = |words: &str, detail: &str| NoticeView {
        words: words.to_owned(),
        detail: detail.to_owned(),
        undo: false,
        alert: true,
    };
    Some(match model.notice.as_ref()? {
        Notice::Undone(named) => calm((text.undone)(named_words(*named)), false),
        Notice::Redone(named) => calm((text.redone)(named_words(*named)), true),
        Notice::Deleted(name) => calm((text.deleted)(name), true),
        Notice::BroughtBack(name) => calm((text.brought_back)(name), true),
        Notice::Kept(name) => calm((text.kept)(name), true),
        Notice::SameAlready(name) => calm((text.same_already)(name), false),
        Notice::Restored { new, copies, same } => calm((text.restored)(*new, *copies, *same), new + copies > 0),
        Notice::Replaced(name) => calm((text.replaced)(name), true),
        Notice::Duplicated(name) => calm((text.duplicated)(name), true),
        Notice::Unreadable(why) => wrong(text.unreadable, why),
        Notice::Refused(why) => wrong(text.refused, why),
        Notice::LinkCopied => calm(text.link_copied.to_owned(), false),
        Notice::ClipboardRefused => wrong(text.clipboard_refused, ""),
        Notice::FileSaved(name) => calm((text.file_saved)(name), false),
        Notice::ChangedElsewhere(name) => calm((text.changed_elsewhere)(name), false),
        Notice::Merged(name) => calm((text.merged)(name), true),
        Notice::KeptApart(name) => calm((text.kept_apart)(name), false),
        Notice::DeletedElsewhere(name) => calm((text.deleted_elsewhere)(name), true),
    })
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
        Named::Created => text.created,
        Named::Duplicated => text.duplicated_name,
        Named::Deleted => text.deletion,
        Named::BroughtBack => text.brought_back_name,
        Named::Opened => text.opened,
        Named::Replaced => text.replaced_name,
        Named::Elsewhere => text.elsewhere,
    }
}
