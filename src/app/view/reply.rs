//! Answering an invitation: one side, three items a page, and the line to send at the end.

use std::cmp::Reverse;

use super::asking::{ChoiceView, TopView};
use super::inviting::minutes;
use crate::app::{Draft, Model, Page};
use crate::assessment::Question;
use crate::assessment::{Answer, Item, SentReply, limits};
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Contribution, ItemId, Phase, Side, Step};
use crate::link;
use crate::order;
use crate::route::Route;
use crate::score::thresholds::WANTED;
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
    /// A word on what is open, with the page of the first.
    pub open: Option<(String, String)>,
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
    /// What else travels: what was rated lower, the top three, guesses, whether it is worth it, contributions, the name.
    pub also: Vec<String>,
    /// The page of the first item.
    pub change: String,
}

/// Something that the reply calls important.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The item's number.
    pub number: usize,
    /// Its statement.
    pub statement: String,
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
    let opening = (at == 0).then(|| opening(draft));
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
        key,
    })
}

/// What is said of answers that were given before: on the first page, once one of them is changed, and wherever an opened
/// invitation led to them.
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

fn community(draft: &Draft) -> &str {
    match draft.invitation.community.trim() {
        "" => EN.reply.unnamed,
        name => name,
    }
}

fn opening(draft: &Draft) -> Opening {
    let invitation = &draft.invitation;
    let privacy = [EN.reply.privacy_here, EN.reply.privacy_travel, EN.reply.privacy_sender];
    let few = (EN.reply.privacy_few)(invitation.min_replies);
    Opening {
        title: match invitation.side {
            Side::Organisation => EN.reply.title_organisation,
            Side::Members => EN.reply.title_members,
        },
        lead: (EN.reply.lead)(invitation.items.len(), minutes(invitation)),
        hint: (invitation.side == Side::Organisation).then_some(EN.reply.organisation_hint),
        privacy: privacy.into_iter().map(str::to_owned).chain([few]).collect(),
    }
}

/// How many of the questions are answered, and how many are asked: about each item, worth, the top three as one, each
/// contribution. The name is no question.
pub fn done(draft: &Draft) -> (usize, usize) {
    let (mut answered, mut all) = (0, 0);
    for page in draft.pages() {
        for answer in given(draft, page) {
            answered += usize::from(answer);
            all += 1;
        }
    }
    (answered, all)
}

/// The first page with a question that has no answer.
fn open(draft: &Draft) -> Option<usize> {
    draft.pages().into_iter().position(|page| given(draft, page).contains(&false))
}

/// Which of the questions on a page are answered.
fn given(draft: &Draft, page: Page) -> Vec<bool> {
    let (answers, asks) = (&draft.sent.reply.answers, &draft.invitation.asks);
    match page {
        Page::Items(first, end) => {
            let mut given = Vec::new();
            for item in draft.invitation.items.iter().take(end).skip(first) {
                let id = item.id();
                given.push(answers.importance.contains_key(&id));
                given.extend(asks.delivered.then(|| answers.delivered.contains_key(&id)));
                given.extend(asks.guess.then(|| answers.guess.contains_key(&id)));
            }
            given
        }
        Page::Worth => {
            let mut given = vec![answers.worth.is_some()];
            given.extend(asks.top.then_some(!answers.top.is_empty()));
            given
        }
        Page::Contributions => {
            let level = |kind| answers.contribution.get(&kind).is_some_and(|pledge| pledge.level.is_some());
            Contribution::ALL.into_iter().map(level).collect()
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
        Page::End => end(draft, catalogue, to),
    }
}

fn item(draft: &Draft, catalogue: &'static Catalogue, at: usize, item: &Item) -> ReplyItem {
    let id = item.id();
    let asks = &draft.invitation.asks;
    let organisation = draft.invitation.side == Side::Organisation;
    let by_side = |of_organisation, of_members| if organisation { of_organisation } else { of_members };
    let ask = |question: Question, scale, legend| {
        let answer = draft.sent.reply.answers.ratings(question).get(&id).copied();
        (question, scale, choice(draft, ["reply-", question.key(), "-", id.as_str()].concat(), legend, answer))
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

fn statement(item: &Item, catalogue: &Catalogue) -> String {
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
        ask: if invitation.phase == Phase::Plan { EN.asking.worth_plan } else { EN.asking.worth_now },
        choice: choice(draft, "reply-worth".to_owned(), legend, answers.worth),
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
                choice: choice(draft, ["reply-", kind.key()].concat(), legend, pledge.and_then(|one| one.level)),
                amount: pledge.map_or_else(String::new, |one| one.amount.clone()),
                unit: &means.unit,
            }
        })
        .collect()
}

fn end(draft: &Draft, catalogue: &'static Catalogue, to: &dyn Fn(usize) -> String) -> ReplyBody {
    if !draft.is_answered() {
        return ReplyBody::Empty(to(0));
    }
    let sent = draft.travelling();
    let Ok(token) = link::reply(&sent, catalogue) else { return ReplyBody::Empty(to(0)) };
    let items = &draft.invitation.items;
    let (done, all) = done(draft);
    let reply_to = draft.invitation.asks.reply_to.as_str();
    ReplyBody::End(Box::new(ReplyEnd {
        lead: (EN.reply.end_lead)((!reply_to.is_empty()).then_some(reply_to)),
        open: open(draft).map(|page| ((EN.reply.end_open)(all - done), to(page))),
        code: [link::CODE, &token].concat(),
        fragment: [link::ROUTE, &token].concat(),
        to: reply_to.to_owned(),
        subject: (EN.reply.mail_subject)(community(draft)),
        says: says(&sent, items, catalogue),
        also: also(&sent, items, catalogue),
        change: to(0),
    }))
}

/// What else travels with the reply: all of it, since whoever sends it should know.
fn also(sent: &SentReply, items: &[Item], catalogue: &'static Catalogue) -> Vec<String> {
    let (reply, text) = (&sent.reply, &EN.reply);
    let answers = &reply.answers;
    let lower = answers.importance.values();
    let lower = lower.filter_map(|answer| answer.step()).filter(|step| step.number() < WANTED).count();
    let mut lines = Vec::new();
    lines.extend((lower > 0).then(|| (text.says_lower)(lower)));
    let top: Vec<String> = answers
        .top
        .iter()
        .filter_map(|id| items.iter().find(|item| item.id() == *id))
        .map(|item| statement(item, catalogue))
        .collect();
    lines.extend((!top.is_empty()).then(|| (text.says_top)(&top)));
    let guesses = answers.guess.len();
    lines.extend((guesses > 0).then(|| (text.says_guesses)(guesses)));
    let worth = answers.worth.and_then(Answer::step);
    lines.extend(worth.map(|step| (text.says_worth)(catalogue.word(Scale::Worth, step))));
    for content in &catalogue.contributions {
        let Some(pledge) = answers.contribution.get(&content.id) else { continue };
        let level = pledge.level.and_then(Answer::step).map(|step| catalogue.word(Scale::Contribution, step));
        let given: Vec<&str> =
            level.into_iter().chain([pledge.amount.trim()]).filter(|word| !word.is_empty()).collect();
        lines.extend((!given.is_empty()).then(|| (text.says_pledge)(&content.name, &given.join(", "))));
    }
    lines.extend(reply.name.as_ref().map(|name| (text.says_name)(name)));
    lines
}

/// What the reply calls important, the most important first, with how much of it has arrived.
fn says(sent: &SentReply, items: &[Item], catalogue: &'static Catalogue) -> (String, Vec<Said>) {
    let answers = &sent.reply.answers;
    let step = |question: Question, id: ItemId| answers.ratings(question).get(&id).copied().and_then(Answer::step);
    let mut wanted: Vec<(Step, usize, &Item)> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if let Some(step) = step(Question::Importance, item.id()).filter(|step| step.number() >= WANTED) {
            wanted.push((step, at + 1, item));
        }
    }
    order::sort_by_key(&mut wanted, |(step, number, _)| (Reverse(*step), *number));
    let rows = wanted.iter().map(|(importance, number, item)| Said {
        number: *number,
        statement: statement(item, catalogue),
        importance: catalogue.word(Scale::Importance, *importance),
        delivered: step(Question::Delivered, item.id())
            .map(|step| (EN.reply.says_delivered)(catalogue.word(Scale::Delivered, step)))
            .unwrap_or_default(),
    });
    ((EN.reply.says_wanted)(wanted.len()), rows.collect())
}
