//! The end of a reply: the line to send, and all that it says.

use std::cmp::Reverse;

use super::reply::{Asked, ReplyBody, ReplyEnd, Said, community, done, element, open, statement};
use crate::app::{Draft, ITEMS_A_PAGE};
use crate::assessment::{Answer, Item, Question, SentReply};
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, ItemId, Step};
use crate::link;
use crate::order;
use crate::score::thresholds::WANTED;
use crate::text::EN;

/// The last page; `lasts` where an answer is there once the tab was closed.
pub(super) fn end(
    draft: &Draft,
    catalogue: &'static Catalogue,
    to: &dyn Fn(usize) -> String,
    lasts: bool,
) -> ReplyBody {
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
        open: open(draft)
            .map(|(page, element)| ((EN.reply.end_open)(all - done), Asked { address: to(page), element })),
        code: [link::CODE, &token].concat(),
        fragment: [link::ROUTE, &token].concat(),
        to: reply_to.to_owned(),
        subject: (EN.reply.mail_subject)(community(draft)),
        says: says(&sent, items, catalogue, to),
        also: also(&sent, items, catalogue),
        change: to(0),
        later: if lasts { EN.reply.sent_later } else { EN.reply.sent_later_tab },
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
    let unknown = answers.importance.values().filter(|answer| answer.step().is_none()).count();
    lines.extend((unknown > 0).then(|| (text.says_unknown)(unknown)));
    // Of what is called important it is said beside it how much has arrived, where that is known.
    let step = |question: Question, id: &ItemId| answers.ratings(question).get(id).copied().and_then(Answer::step);
    let told = |id: &&ItemId| {
        let wanted = step(Question::Importance, id).is_some_and(|step| step.number() >= WANTED);
        wanted && step(Question::Delivered, id).is_some()
    };
    let arrived = answers.delivered.len() - answers.delivered.keys().filter(told).count();
    lines.extend((arrived > 0).then(|| (text.says_arrived)(arrived)));
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
fn says(
    sent: &SentReply,
    items: &[Item],
    catalogue: &'static Catalogue,
    to: &dyn Fn(usize) -> String,
) -> (String, Vec<Said>) {
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
        asked: Asked { address: to((number - 1) / ITEMS_A_PAGE), element: element(Question::Importance, item.id()) },
        importance: catalogue.word(Scale::Importance, *importance),
        delivered: step(Question::Delivered, item.id())
            .map(|step| (EN.reply.says_delivered)(catalogue.word(Scale::Delivered, step)))
            .unwrap_or_default(),
    });
    ((EN.reply.says_wanted)(wanted.len()), rows.collect())
}
