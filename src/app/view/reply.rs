//! Answering an invitation: one side, three items a page, and the line to send at the end.

use super::asking::{ChoiceView, TopView};
use super::inviting::minutes;
use super::reply_end::end;
use crate::app::{Draft, Model, Page, Storage};
use crate::assessment::{Answer, Item, Question, limits};
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Contribution, ItemId, Phase, Side};
use crate::route::Route;
use crate::text::EN;

/// A reply that is being given.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplyView {
    /// Which.
    pub key: String,
    /// The side that answers.
    pub side: Side,
    /// For whom.
    pub kicker: String,
    /// Questions answered, and all that is asked.
    pub done: (usize, usize),
    /// The page, from 1, and how many there are.
    pub page: (usize, usize),
    /// What stands on top of the first page.
    pub opening: Option<Opening>,
    /// The name, if one was typed.
    pub name: String,
    /// Said where answers were given here before; whoever opened the invitation may be somebody else.
    pub again: Option<&'static str>,
    /// What is on the page.
    pub body: ReplyBody,
    /// The page before.
    pub back: Option<String>,
    /// The page after, and what leads there.
    pub next: Option<(String, String)>,
    /// The last page, where the reply has been seen there and it is not the next.
    pub end: Option<String>,
}

/// The place of a question: the page, and the element that asks it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The page's address.
    pub address: String,
    /// The element's id.
    pub element: String,
}

/// What stands on top of the first page.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// The question.
    pub title: &'static str,
    /// How many, how long.
    pub lead: String,
    /// How to answer for an organisation.
    pub hint: Option<&'static str>,
    /// What happens with the answers.
    pub privacy: Vec<String>,
}

/// What is on a page.
#[derive(Clone, Debug, PartialEq)]
pub enum ReplyBody {
    /// Items with their questions.
    Items(Vec<ReplyItem>),
    /// Worth it, and the top three if they are asked.
    Worth(ReplyWorth),
    /// What the side puts in.
    Contributions(Vec<ReplyPledge>),
    /// Nothing to send, and where the first question is asked.
    Empty(String),
    /// The reply.
    End(Box<ReplyEnd>),
}

/// An item with its questions.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplyItem {
    /// Which.
    pub id: ItemId,
    /// Its number.
    pub number: usize,
    /// Its statement.
    pub statement: String,
    /// What is meant.
    pub help: &'static str,
    /// The questions about it.
    pub questions: Vec<(Question, Scale, ChoiceView)>,
}

/// Worth it, and the top three.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplyWorth {
    /// The question.
    pub ask: &'static str,
    /// The answer.
    pub choice: ChoiceView,
    /// The question about the top three, and what is chosen; `None` where it is not asked.
    pub top: Option<(&'static str, TopView)>,
}

/// One kind of contribution.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplyPledge {
    /// Which.
    pub kind: Contribution,
    /// Its name.
    pub name: &'static str,
    /// What is meant for this side.
    pub means: &'static str,
    /// How firmly.
    pub choice: ChoiceView,
    /// How much.
    pub amount: String,
    /// What to write.
    pub unit: &'static str,
}

/// The reply, to be sent.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplyEnd {
    /// What to do with it.
    pub lead: String,
    /// A word on what is open, with the place of the first.
    pub open: Option<(String, Asked)>,
    /// The line.
    pub code: String,
    /// What stands behind the page's address, `#` included.
    pub fragment: String,
    /// Where it goes, if the invitation says so.
    pub to: String,
    /// What a mail is about.
    pub subject: String,
    /// What it says: the sentence, and the items it calls important with how much has arrived.
    pub says: (String, Vec<Said>),
    /// What else travels: what was rated lower, the top three, guesses, whether it is worth it, contributions, the
    /// name.
    pub also: Vec<String>,
    /// The page of the first item.
    pub change: String,
    /// How long it can be changed.
    pub later: &'static str,
}

/// Something that the reply calls important.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The item's number.
    pub number: usize,
    /// Its statement.
    pub statement: String,
    /// Where it is asked about.
    pub asked: Asked,
    /// How important, in words.
    pub importance: &'static str,
    /// "so far: a little"; empty where how much has arrived was not answered.
    pub delivered: String,
}

/// The reply that is open.
pub fn reply(model: &Model) -> Option<ReplyView> {
    let Route::Reply { key, .. } = &model.route else { return None };
    let (draft, at) = model.replying()?;
    let pages = draft.pages();
    let at = at.min(pages.len() - 1);
    let page = *pages.get(at)?;
    let invitation = &draft.invitation;
    let side = invitation.side;
    let key = key.clone();
    let to = |page: usize| Route::Reply { key: key.clone(), page }.address();
    let opening = (at == 0).then(|| opening(draft, lasts(model)));
    let (last, ready) = (pages.len() - 1, draft.is_answered() && (draft.shown || draft.sent.reply.revision > 1));
    Some(ReplyView {
        side,
        kicker: for_whom(draft),
        done: done(draft),
        page: (at + 1, pages.len()),
        opening,
        name: draft.sent.reply.name.clone().unwrap_or_default(),
        again: again(draft, model.resumed.as_ref() == Some(&key), at == 0),
        body: body(model, draft, page, &to),
        back: at.checked_sub(1).map(to),
        next: pages.get(at + 1).map(|next| (next_words(*next), to(at + 1))),
        end: (ready && at + 1 < last).then(|| to(last)),
        key,
    })
}

/// Whether an answer is there once the tab was closed.
fn lasts(model: &Model) -> bool {
    model.storage == Storage::Browser && model.replying().is_none_or(|(draft, _)| !draft.unsaved)
}

/// What is said of answers that were given before: on the first page, once one of them is changed, and wherever an
/// opened invitation led to them.
fn again(draft: &Draft, resumed: bool, first: bool) -> Option<&'static str> {
    let changed = draft.sent.reply.revision > 1;
    match (draft.shown || changed, resumed) {
        (true, _) if resumed || first || changed => Some(EN.reply.again),
        (false, true) => Some(EN.reply.begun_before),
        _ => None,
    }
}

/// For whom one answers: the side, and the community.
pub fn for_whom(draft: &Draft) -> String {
    match draft.invitation.side {
        Side::Organisation => (EN.reply.for_organisation)(community(draft)),
        Side::Members => (EN.reply.for_members)(community(draft)),
    }
}

pub(super) fn community(draft: &Draft) -> &str {
    match draft.invitation.community.trim() {
        "" => EN.reply.unnamed,
        name => name,
    }
}

fn opening(draft: &Draft, lasts: bool) -> Opening {
    let invitation = &draft.invitation;
    let here = if lasts { EN.reply.privacy_here } else { EN.reply.privacy_tab };
    let privacy = [here, EN.reply.privacy_travel, EN.reply.privacy_sender];
    let few = (EN.reply.privacy_few)(invitation.min_replies);
    Opening {
        title: match invitation.side {
            Side::Organisation => EN.reply.title_organisation,
            Side::Members => EN.reply.title_members,
        },
        lead: (EN.reply.lead)(
            invitation.items.len(),
            minutes(invitation),
            if lasts { EN.reply.pause } else { EN.reply.no_pause },
        ),
        hint: (invitation.side == Side::Organisation).then_some(EN.reply.organisation_hint),
        privacy: privacy.into_iter().map(str::to_owned).chain([few]).collect(),
    }
}

/// How many of the questions are answered, and how many are asked: about each item, worth, the top three as one, each
/// contribution. The name is no question.
pub fn done(draft: &Draft) -> (usize, usize) {
    let (mut answered, mut all) = (0, 0);
    for page in draft.pages() {
        for (_, answer) in given(draft, page) {
            answered += usize::from(answer);
            all += 1;
        }
    }
    (answered, all)
}

/// The first page with a question that has no answer, and the element that asks it.
pub(super) fn open(draft: &Draft) -> Option<(usize, String)> {
    draft.pages().into_iter().enumerate().find_map(|(at, page)| {
        let (element, _) = given(draft, page).into_iter().find(|(_, given)| !given)?;
        Some((at, element))
    })
}

/// The element that asks a question about an item.
pub(super) fn element(question: Question, item: ItemId) -> String {
    ["reply-", question.key(), "-", item.as_str()].concat()
}

/// The element that asks whether it is worth it.
const WORTH: &str = "reply-worth";

/// The element that asks for a contribution.
fn pledged(kind: Contribution) -> String {
    ["reply-", kind.key()].concat()
}

/// The questions on a page: the element that asks each, and whether it is answered.
fn given(draft: &Draft, page: Page) -> Vec<(String, bool)> {
    let (answers, asks) = (&draft.sent.reply.answers, &draft.invitation.asks);
    match page {
        Page::Items(first, end) => {
            let asked =
                [(Question::Importance, true), (Question::Delivered, asks.delivered), (Question::Guess, asks.guess)];
            let mut given = Vec::new();
            for item in draft.invitation.items.iter().take(end).skip(first) {
                for (question, _) in asked.iter().filter(|(_, asked)| *asked) {
                    let answered = answers.ratings(*question).contains_key(&item.id());
                    given.push((element(*question, item.id()), answered));
                }
            }
            given
        }
        Page::Worth => {
            let mut given = vec![(WORTH.to_owned(), answers.worth.is_some())];
            let first = ["top-", draft.invitation.side.key(), "-0"].concat();
            given.extend(asks.top.then_some((first, !answers.top.is_empty())));
            given
        }
        Page::Contributions => {
            let level = |kind| answers.contribution.get(&kind).is_some_and(|pledge| pledge.level.is_some());
            Contribution::ALL.into_iter().map(|kind| (pledged(kind), level(kind))).collect()
        }
        Page::End => Vec::new(),
    }
}

fn next_words(next: Page) -> String {
    match next {
        Page::Items(first, end) => (EN.reply.next_items)(end - first),
        Page::Worth | Page::Contributions => EN.reply.next.to_owned(),
        Page::End => EN.reply.finish.to_owned(),
    }
}

fn body(model: &Model, draft: &Draft, page: Page, to: &dyn Fn(usize) -> String) -> ReplyBody {
    let catalogue = model.catalogue;
    match page {
        Page::Items(first, end) => {
            let items = draft.invitation.items.iter().enumerate().take(end).skip(first);
            ReplyBody::Items(items.map(|(at, one)| item(draft, catalogue, at, one)).collect())
        }
        Page::Worth => ReplyBody::Worth(worth(draft, catalogue)),
        Page::Contributions => ReplyBody::Contributions(pledges(draft, catalogue)),
        Page::End => end(draft, catalogue, to, lasts(model)),
    }
}

fn item(draft: &Draft, catalogue: &'static Catalogue, at: usize, item: &Item) -> ReplyItem {
    let id = item.id();
    let asks = &draft.invitation.asks;
    let organisation = draft.invitation.side == Side::Organisation;
    let by_side = |of_organisation, of_members| if organisation { of_organisation } else { of_members };
    let ask = |question: Question, scale, legend| {
        let answer = draft.sent.reply.answers.ratings(question).get(&id).copied();
        (question, scale, choice(draft, element(question, id), legend, answer))
    };
    let mut questions = vec![ask(
        Question::Importance,
        Scale::Importance,
        by_side(EN.reply.importance_organisation, EN.reply.importance_members),
    )];
    if asks.delivered {
        let legend = by_side(EN.reply.delivered_organisation, EN.reply.delivered_members);
        questions.push(ask(Question::Delivered, Scale::Delivered, legend));
    }
    if asks.guess {
        let legend = by_side(EN.reply.guess_organisation, EN.reply.guess_members);
        questions.push(ask(Question::Guess, Scale::Importance, legend));
    }
    ReplyItem {
        id,
        number: at + 1,
        statement: statement(item, catalogue),
        help: catalogue.item(id).map_or("", |item| &item.help),
        questions,
    }
}

fn choice(draft: &Draft, element: String, legend: &'static str, answer: Option<Answer>) -> ChoiceView {
    ChoiceView { element, side: draft.invitation.side, legend, answer, heard: None }
}

pub(super) fn statement(item: &Item, catalogue: &Catalogue) -> String {
    match item {
        Item::Own(own) => own.text.clone(),
        Item::Catalogue(id) => catalogue.item(*id).map_or_else(|| id.to_string(), |item| item.statement.clone()),
    }
}

fn worth(draft: &Draft, catalogue: &Catalogue) -> ReplyWorth {
    let invitation = &draft.invitation;
    let answers = &draft.sent.reply.answers;
    let organisation = invitation.side == Side::Organisation;
    let legend = if organisation { EN.reply.worth_organisation } else { EN.reply.worth_members };
    let ask = if organisation { EN.reply.top_organisation } else { EN.reply.top_members };
    let top = || {
        let mut chosen = [None; limits::TOP];
        for (slot, id) in chosen.iter_mut().zip(&answers.top) {
            *slot = Some(*id).filter(|id| invitation.items.iter().any(|item| item.id() == *id));
        }
        let label = |(at, item): (usize, &Item)| (item.id(), format!("{} {}", at + 1, statement(item, catalogue)));
        TopView { chosen, options: invitation.items.iter().enumerate().map(label).collect() }
    };
    ReplyWorth {
        ask: match (invitation.phase == Phase::Plan, organisation) {
            (true, true) => EN.asking.worth_plan,
            (true, false) => EN.reply.worth_plan,
            (false, true) => EN.asking.worth_now,
            (false, false) => EN.reply.worth_now,
        },
        choice: choice(draft, WORTH.to_owned(), legend, answers.worth),
        top: invitation.asks.top.then(|| (ask, top())),
    }
}

fn pledges(draft: &Draft, catalogue: &'static Catalogue) -> Vec<ReplyPledge> {
    let side = draft.invitation.side;
    let organisation = side == Side::Organisation;
    let legend = if organisation { EN.reply.worth_organisation } else { EN.reply.worth_members };
    catalogue
        .contributions
        .iter()
        .map(|content| {
            let kind = content.id;
            let means = if organisation { &content.organisation } else { &content.members };
            let pledge = draft.sent.reply.answers.contribution.get(&kind);
            ReplyPledge {
                kind,
                name: &content.name,
                means: &means.means,
                choice: choice(draft, pledged(kind), legend, pledge.and_then(|one| one.level)),
                amount: pledge.map_or_else(String::new, |one| one.amount.clone()),
                unit: &means.unit,
            }
        })
        .collect()
}
