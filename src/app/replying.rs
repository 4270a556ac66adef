//! Answering an invitation, or for a side of a guest copy: a reply that is begun, left, resumed, and shown to be sent
//! back.
//!
//! A reply is kept in the respondent's own browser, one per invitation; nothing of it leaves before that person sends
//! it. Once its last page has shown it, the next change makes it a new revision, so that it replaces the earlier one
//! wherever that was sent. One that storage holds and this page cannot read stays there until another takes its place;
//! then it is put aside.

use std::sync::Arc;

use super::catalogues::{self, Record, Waiting};
use super::history::{Change, Named};
use super::message::{Ambient, Effect};
use super::model::{Aside, Model};
use super::notice::Notice;
use crate::assessment::Question;
use crate::assessment::{Answer, Answers, Invitation, Reply, SentReply, limits, reply_id};
use crate::catalogue::{Catalogue, Contribution, ItemId, Known, Side};
use crate::link::{self, Content, LinkError};
use crate::route::Route;

/// The items on one page of a reply.
pub const ITEMS_A_PAGE: usize = 3;

/// What stands in a record once its reply was shown.
const SHOWN: &str = "shown";

/// The longest name that a reply carries, in characters.
pub const NAME: usize = 100;

/// A reply that was begun in this browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The catalogue that the invitation was made with.
    pub catalogue: &'static Catalogue,
    /// What is asked.
    pub invitation: Arc<Invitation>,
    /// What is answered so far.
    pub sent: SentReply,
    /// Whether this revision was shown to be sent.
    pub shown: bool,
    /// Whether storage does not hold it as it is now: it was refused, or what another tab has kept cannot be read.
    pub unsaved: bool,
    /// Whether that was for want of room: then the journal has it.
    pub owed: bool,
}

/// A change of the reply that is open.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplyEdit {
    /// An answer about an item.
    Rate(Question, ItemId, Option<Answer>),
    /// Whether it is worth it.
    Worth(Option<Answer>),
    /// The three that matter most.
    Top(Vec<ItemId>),
    /// How firmly the side contributes.
    Pledge(Contribution, Option<Answer>),
    /// How much it contributes, in words.
    Amount(Contribution, String),
    /// The name, if one is given.
    Name(String),
}

/// A page of a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// Items, from the first place up to and without the second.
    Items(usize, usize),
    /// Worth it, and the three that matter most.
    Worth,
    /// What the side puts in.
    Contributions,
    /// The reply, to be sent.
    End,
}

impl Draft {
    /// The name under which it is kept: one for each assessment, round and side.
    pub fn key(invitation: &Invitation) -> String {
        format!("{:08x}-{}-{}", invitation.assessment.0, invitation.round, invitation.side.key())
    }

    /// A reply to an invitation without an answer yet.
    fn new(invitation: Arc<Invitation>, catalogue: &'static Catalogue, ambient: &Ambient) -> Self {
        let mut random = [0; 6];
        random.copy_from_slice(ambient.random.first_chunk::<6>().unwrap_or(&[0; 6]));
        let reply = Reply {
            id: reply_id(random),
            revision: 1,
            side: invitation.side,
            date: Some(ambient.now.minute()),
            name: None,
            answers: Answers::default(),
            extra: Vec::new(),
        };
        let sent = SentReply { assessment: invitation.assessment, round: invitation.round, reply };
        Self { catalogue, invitation, sent, shown: false, unsaved: false, owed: false }
    }

    /// Its pages, in order.
    pub fn pages(&self) -> Vec<Page> {
        let items = self.invitation.items.len();
        let mut pages: Vec<Page> =
            (0..items).step_by(ITEMS_A_PAGE).map(|first| Page::Items(first, items.min(first + ITEMS_A_PAGE))).collect();
        pages.push(Page::Worth);
        if self.invitation.asks.contribution {
            pages.push(Page::Contributions);
        }
        pages.push(Page::End);
        pages
    }

    /// Whether anything was given that is worth keeping: an answer, or a name.
    pub fn begun(&self) -> bool {
        self.sent.reply.answers != Answers::default() || self.sent.reply.name.is_some()
    }

    /// Whether there is an answer to send.
    pub fn is_answered(&self) -> bool {
        self.travelling().reply.answers != Answers::default()
    }

    /// The page of the first item without an answer; the page behind the items where all are answered.
    pub fn resumed(&self) -> usize {
        let importance = &self.sent.reply.answers.importance;
        let items = &self.invitation.items;
        let open = items.iter().position(|item| !importance.contains_key(&item.id()));
        open.map_or(items.len().div_ceil(ITEMS_A_PAGE), |at| at / ITEMS_A_PAGE)
    }

    /// The reply as it travels: answers about what is asked, and nothing else.
    pub fn travelling(&self) -> SentReply {
        let mut sent = self.sent.clone();
        let asks = &self.invitation.asks;
        let asked = |id: &ItemId| self.invitation.items.iter().any(|item| item.id() == *id);
        let answers = &mut sent.reply.answers;
        answers.importance.retain(|id, _| asked(id));
        answers.delivered.retain(|id, _| asks.delivered && asked(id));
        answers.guess.retain(|id, _| asks.guess && asked(id));
        answers.top.retain(|id| asks.top && asked(id));
        if !asks.contribution {
            answers.contribution.clear();
        }
        sent
    }

    /// As it is kept: the invitation, the reply, and whether it was shown, a line each.
    fn to_record(&self) -> Option<String> {
        let invitation = link::invite(&self.invitation, self.catalogue).ok()?;
        let reply = link::reply(&self.sent, self.catalogue).ok()?;
        Some(format!("{invitation}\n{reply}\n{}", if self.shown { SHOWN } else { "" }))
    }

    /// Reads a reply as it is kept.
    ///
    /// # Errors
    ///
    /// That of the first of its two links that cannot be read, or is not what stands there.
    pub fn from_record(record: &str, known: &Known) -> Result<Self, LinkError> {
        let mut lines = record.lines();
        let mut next = || link::decode_known(lines.next().unwrap_or_default(), known);
        let (Content::Invitation(invitation), catalogue) = next()? else { return Err(LinkError::NotALink) };
        let (Content::Reply(sent), _) = next()? else { return Err(LinkError::NotALink) };
        let shown = lines.next() == Some(SHOWN);
        Ok(Self { catalogue, invitation: Arc::new(*invitation), sent: *sent, shown, unsaved: false, owed: false })
    }
}

/// The replies that were begun here.
pub fn resumed(model: &mut Model, records: Vec<(String, String)>) -> Vec<Effect> {
    for (key, record) in records {
        take_in(model, key, &record);
    }
    Vec::new()
}

/// Opens an invitation: where it was left, or at its beginning.
pub fn open(
    model: &mut Model,
    invitation: Invitation,
    catalogue: &'static Catalogue,
    ambient: &Ambient,
) -> (Route, Vec<Effect>) {
    let base = Draft::key(&invitation);
    let invitation = Arc::new(invitation);
    // Of several people who answer here, the last one most likely goes on.
    let answering = model.drafts.iter().filter(|(_, draft)| Draft::key(&draft.invitation) == base);
    let last = answering.max_by_key(|(_, draft)| draft.sent.reply.date.clone()).map(|(key, _)| key.clone());
    let key = last.unwrap_or(base);
    let draft = match model.drafts.remove(&key) {
        Some(draft) => {
            model.resumed = draft.begun().then(|| key.clone());
            Draft { catalogue, invitation, ..draft }
        }
        None => Draft::new(invitation, catalogue, ambient),
    };
    let page = if draft.shown { draft.pages().len() - 1 } else { draft.resumed() };
    let effects = keep(model, key.clone(), draft);
    (Route::Reply { key, page }, effects)
}

/// Opens the invitation anew for somebody else: the reply that was begun stays beside it.
pub fn anew(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let Some((draft, _)) = model.replying() else { return Vec::new() };
    let fresh = Draft::new(Arc::clone(&draft.invitation), draft.catalogue, ambient);
    let Some(key) = free(model, &Draft::key(&draft.invitation)) else { return Vec::new() };
    let mut effects = keep(model, key.clone(), fresh);
    effects.push(Effect::Go(Route::Reply { key, page: 0 }));
    effects
}

/// Opens what the invitation of a side of the guest copy would: whoever was sent a picture can answer without being
/// sent another link.
pub fn answer_guest(model: &mut Model, side: Side, ambient: &Ambient) -> Vec<Effect> {
    let Some(guest) = &model.guest else { return Vec::new() };
    let catalogue = model.catalogues.of(&guest.assessment);
    let (route, mut effects) = open(model, guest.assessment.invitation(side), catalogue, ambient);
    effects.push(Effect::Go(route));
    effects
}

/// Changes the reply that is open.
pub fn edit(model: &mut Model, edit: ReplyEdit, ambient: &Ambient) -> Vec<Effect> {
    let Route::Reply { key, .. } = &model.route else { return Vec::new() };
    let key = key.clone();
    let Some(mut draft) = model.drafts.get(&key).cloned() else { return Vec::new() };
    apply(&mut draft.sent.reply, edit);
    if model.drafts.get(&key).is_some_and(|before| before.sent == draft.sent) {
        return Vec::new();
    }
    draft.sent.reply.date = Some(ambient.now.minute());
    if draft.shown {
        draft.sent.reply.revision = draft.sent.reply.revision.saturating_add(1);
        draft.shown = false;
    }
    keep(model, key, draft)
}

fn apply(reply: &mut Reply, edit: ReplyEdit) {
    let answers = &mut reply.answers;
    match edit {
        ReplyEdit::Rate(question, item, answer) => answers.rate(question, item, answer),
        ReplyEdit::Worth(answer) => answers.worth = answer,
        ReplyEdit::Top(mut items) => {
            items.truncate(limits::TOP);
            answers.top = items;
        }
        ReplyEdit::Pledge(kind, answer) => answers.pledge(kind, |pledge| pledge.level = answer),
        ReplyEdit::Amount(kind, amount) => {
            let amount = amount.chars().take(limits::TEXT).collect();
            answers.pledge(kind, |pledge| pledge.amount = amount);
        }
        ReplyEdit::Name(name) => {
            let name: String = name.chars().take(NAME).collect();
            reply.name = (!name.trim().is_empty()).then_some(name);
        }
    }
}

/// A page of a reply was reached: its last one shows it to be sent, if anything is answered.
pub fn reached(model: &mut Model) -> Vec<Effect> {
    let Some((draft, page)) = model.replying() else { return Vec::new() };
    if draft.shown || !draft.is_answered() || draft.pages().get(page) != Some(&Page::End) {
        return Vec::new();
    }
    let draft = Draft { shown: true, ..draft.clone() };
    let Route::Reply { key, .. } = &model.route else { return Vec::new() };
    keep(model, key.clone(), draft)
}

/// Keeps a reply, here and in storage.
fn keep(model: &mut Model, key: String, draft: Draft) -> Vec<Effect> {
    let record = draft.to_record();
    let mut effects = catalogues::keep_for(model, draft.catalogue.id());
    // Until it is told that it was refused.
    model.drafts.insert(key.clone(), Draft { unsaved: false, owed: false, ..draft });
    model.notice.take_if(|notice| *notice == Notice::DraftRefused);
    let Some(record) = record else { return unsaved(model, &key) };
    effects.extend(make_way(model, &key));
    effects.push(Effect::KeepDraft { key, record });
    effects
}

/// Storage refused a reply: it is owed, and the page says so.
pub fn refused(model: &mut Model, key: &str) -> Vec<Effect> {
    if let Some(draft) = model.drafts.get_mut(key) {
        draft.owed = true;
    }
    unsaved(model, key)
}

fn unsaved(model: &mut Model, key: &str) -> Vec<Effect> {
    if let Some(draft) = model.drafts.get_mut(key) {
        draft.unsaved = true;
    }
    model.notice = Some(Notice::DraftRefused);
    Vec::new()
}

/// There may be room by now: the replies that could not be kept are tried again.
pub fn try_again(model: &mut Model) -> Vec<Effect> {
    let owed = model.drafts.iter().filter(|(_, draft)| draft.owed);
    let owed: Vec<(String, Draft)> = owed.map(|(key, draft)| (key.clone(), draft.clone())).collect();
    owed.into_iter().flat_map(|(key, draft)| keep(model, key, draft)).collect()
}

/// What storage holds under a key and this page cannot read is put aside before a reply takes its place.
fn make_way(model: &mut Model, key: &str) -> Vec<Effect> {
    let Model { unread, waiting, .. } = model;
    waiting.retain(|one| match &one.record {
        Record::Draft(waits, text) if waits == key => {
            let why = LinkError::OtherCatalogue(Some(one.needed.clone())).to_string();
            unread.push(Aside { key: waits.clone(), text: text.clone(), why });
            false
        }
        _ => true,
    });
    let Some(at) = model.unread.iter().position(|one| one.key == key) else { return Vec::new() };
    // No key of an assessment has a point in it.
    let aside = Aside { key: ["reply.", key].concat(), ..model.unread.swap_remove(at) };
    model.aside.push(aside.clone());
    // Its place is free first, so that it has room in a full storage.
    vec![Effect::DropDraft(key.to_owned()), Effect::PutAside(aside)]
}

/// Forgets a reply that was begun here; undo brings it back.
pub fn forget(model: &mut Model, key: &str) -> Vec<Effect> {
    let open = matches!(&model.route, Route::Reply { key: open, .. } if open == key);
    let Some(draft) = model.drafts.remove(key) else { return Vec::new() };
    leave_fields(model, key);
    let forgot = Some((key.to_owned(), draft));
    model.history.push(Change { named: Named::Forgotten, swaps: Vec::new(), forgot, joins: None });
    model.notice = Some(Notice::ReplyForgotten);
    let mut effects = vec![Effect::DropDraft(key.to_owned())];
    if open {
        // It is there already when the address follows, so what is said now is still said there.
        model.route = Route::Home;
        effects.push(Effect::Go(Route::Home));
    }
    effects
}

/// What stood in the fields of a reply goes with it: whoever answers next may be somebody else.
fn leave_fields(model: &mut Model, key: &str) {
    model.begun.retain(|one| one.of != key);
}

/// Brings back the reply that was forgotten; beside one that was begun under its key since.
pub fn remember(model: &mut Model) -> Vec<Effect> {
    let Some(Change { named, forgot: Some((key, draft)), .. }) = model.history.take_past() else { return Vec::new() };
    model.notice = Some(Notice::Undone(named));
    let key = if model.drafts.contains_key(&key) { free(model, &Draft::key(&draft.invitation)) } else { Some(key) };
    key.map(|key| keep(model, key, draft)).unwrap_or_default()
}

/// A key for one more reply to the same invitation: one more than there are is enough to find a free one.
fn free(model: &Model, base: &str) -> Option<String> {
    let keys = (2..=model.drafts.len() + 2).map(|next| format!("{base}-{next}"));
    keys.into_iter().find(|key| !model.drafts.contains_key(key))
}

/// Another tab may have changed or forgotten a reply: what stands in storage counts, if it can be read. One that
/// storage does not hold stays, unless what it holds is later.
pub fn elsewhere(model: &mut Model, key: String, record: Option<&str>) -> Vec<Effect> {
    model.waiting.retain(|one| !matches!(&one.record, Record::Draft(waiting, _) if *waiting == key));
    model.unread.retain(|one| one.key != key);
    if let Some(ours) = model.drafts.get_mut(&key) {
        ours.owed = false;
    }
    match record {
        Some(record) => take_in(model, key, record),
        None if model.drafts.get(&key).is_some_and(|ours| ours.unsaved) => {}
        None => {
            model.drafts.remove(&key);
            leave_fields(model, &key);
        }
    }
    Vec::new()
}

/// Takes in a reply that storage holds, or has it wait for its catalogue. What cannot be read stays in storage, until
/// another reply takes its place.
pub fn take_in(model: &mut Model, key: String, record: &str) {
    let error = match Draft::from_record(record, &model.catalogues.known) {
        Ok(draft) => {
            let age = |draft: &Draft| (draft.sent.reply.revision, draft.shown);
            let stays = |ours: &Draft| ours.unsaved && age(ours) >= age(&draft);
            if !model.drafts.get(&key).is_some_and(stays) {
                model.drafts.insert(key, draft);
            }
            return;
        }
        Err(error) => error,
    };
    if let Some(ours) = model.drafts.get_mut(&key) {
        ours.unsaved = true;
    }
    let text = record.to_owned();
    match error.needed().cloned() {
        Some(needed) => model.waiting.push(Waiting { needed, record: Record::Draft(key, text) }),
        None => model.unread.push(Aside { key, text, why: error.to_string() }),
    }
}

/// Keeps every reply that was begun here once more, and those that cannot be read as they were.
pub fn keep_all(model: &Model) -> Vec<Effect> {
    let kept =
        |(key, draft): (&String, &Draft)| Some(Effect::KeepDraft { key: key.clone(), record: draft.to_record()? });
    let unread = |one: &Aside| Effect::KeepDraft { key: one.key.clone(), record: one.text.clone() };
    model.drafts.iter().filter_map(kept).chain(model.unread.iter().map(unread)).collect()
}
