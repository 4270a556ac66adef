//! Inviting both sides, and what the invitations ask.

use std::cell::RefCell;
use std::rc::Rc;

use crate::app::view::{self, AskRow, InviteCard, InvitingView, Leads, side_word};
use crate::app::{Msg, Notice};
use crate::assessment::Edit;
use crate::catalogue::Side;
use crate::text::EN;
use crate::ui::framing;
use crate::ui::markup::{El, el, of, part};
use crate::ui::parts::{Field, address_field, check, field, more, qr_code, section, sends, titled};
use crate::ui::shell::{Seen, Shell};

/// The invitations as they are seen.
type Inviting = Seen<Option<InvitingView>>;

/// The two invitations, and what they ask.
pub fn inviting(shell: Shell) -> El {
    let seen: Inviting = shell.see(view::inviting);
    let leads = part(move || {
        let leads = seen.with(|seen| seen.as_ref().map(|seen| seen.leads.clone()));
        let said = match &leads {
            None | Some(Leads::Here) => None,
            Some(Leads::Site(words)) => Some(words.as_str()),
            Some(Leads::Nowhere) => Some(EN.inviting.code_lead),
        };
        said.map(|words| of("p", "notice").text(words)).into_iter().collect()
    });
    let cards = part(move || {
        let cards = seen.with(|seen| seen.as_ref().map(|seen| seen.cards.clone()));
        cards.map(|cards| vec![card(shell, &cards.organisation), card(shell, &cards.members)]).unwrap_or_default()
    });
    section(EN.inviting.title, EN.inviting.lead)
        .set("id", "invite")
        .add(leads)
        .add(of("div", "cols two tight").add(cards))
        .add(options(shell, seen))
}

/// The invitation of a side.
fn card(shell: Shell, card: &InviteCard) -> El {
    let header = el("header").add(titled("h3", card.side, card.title)).add(of("p", "t-2 xs").text(&card.who));
    let state = of("p", "xs t-2").add(of("b", "ink").text(&card.state)).text(" ").text(&card.note);
    let card_of = of("section", "card invite").add(header);
    let body = match &card.fragment {
        Err(why) => of("p", "notice").text(why),
        Ok(fragment) => link(shell, card, side_word(card.side), fragment),
    };
    card_of.add(body).maybe(card.advice.map(|advice| of("p", "xs t-2").text(advice))).add(state)
}

fn link(shell: Shell, card: &InviteCard, side: &str, fragment: &str) -> El {
    let leads = shell.now(view::leads);
    let address = framing::handed(&leads, fragment);
    let id = ["invite-", card.side.key()].concat();
    let copy = |class: &str, words: &str, name: &str, said: Notice| {
        let copy = Msg::Copy { text: address.clone(), rich: None, said };
        sends(shell, class, words, copy).set("aria-label", name)
    };
    let preview = el("a")
        .set("href", fragment)
        .set("target", "_blank")
        .set("rel", "noopener")
        .set("aria-label", &(EN.inviting.preview_name)(side))
        .text(EN.inviting.preview);
    let preview = of("p", "xs").add(preview);
    if leads == Leads::Nowhere {
        let text = &EN.inviting;
        let page = sends(shell, "button small first", text.page, Msg::SaveInvitation(card.side))
            .set("aria-label", &(text.page_name)(side));
        let copy = copy("button small", EN.share.code_copy, &(text.code_copy_name)(side), Notice::Copied);
        let shown = address_field(&id, &(text.code_label)(side), &address);
        return of("div", "stack2").add(shown).add(of("div", "actions").add(page).add(copy)).add(preview);
    }
    let anchor = |href: &str, words: &str, name: &str| {
        of("a", "button small").set("href", href).set("aria-label", name).text(words)
    };
    let copy = copy("button small first", EN.inviting.copy, &(EN.inviting.copy_name)(side), Notice::LinkCopied);
    let mail = anchor(&card.letters.invitation(&address), EN.inviting.mail, &(EN.inviting.mail_name)(side));
    let remind = anchor(&card.letters.reminder(&address), EN.inviting.reminder, &(EN.inviting.reminder_name)(side));
    let beside = of("div", "stack2")
        .add(address_field(&id, &(EN.inviting.link_label)(side), &address))
        .add(of("div", "actions").add(copy).add(mail).add(remind))
        .add(preview);
    of("div", "inv-row").add(qr_code(&address, &(EN.inviting.qr_title)(side))).add(beside)
}

/// What the invitations ask, where replies go, and from how many on a side is heard.
fn options(shell: Shell, seen: Inviting) -> El {
    let mut asks = of("div", "checks");
    for at in 0..seen.now().map_or(0, |seen| seen.asks.len()) {
        asks = asks.maybe(ask(shell, seen, at));
    }
    let reply_to = Field {
        id: "reply-to".to_owned(),
        label: EN.inviting.reply_to.to_owned(),
        hint: EN.inviting.reply_to_hint.to_owned(),
        kind: "text",
        ..Field::default()
    };
    let address = move || seen.pick(|seen| seen.reply_to.clone());
    let reply_to = field(shell, reply_to, address, move |typed| {
        shell.edit(Edit::ReplyTo(typed));
        Ok(())
    });
    more(EN.inviting.options).add(
        of("div", "form asked-of")
            .add(of("p", "t-2 xs").text(EN.inviting.options_hint))
            .add(asks)
            .add(reply_to)
            .add(minimum(shell, seen, Side::Organisation))
            .add(minimum(shell, seen, Side::Members)),
    )
}

/// A question that may be asked.
fn ask(shell: Shell, seen: Inviting, at: usize) -> Option<El> {
    let row: AskRow = seen.now()?.asks.get(at)?.clone();
    let asked = row.asked;
    let on = move || seen.with(|seen| seen.as_ref().and_then(|seen| seen.asks.get(at)).is_some_and(|row| row.on));
    let hint = move || seen.with(|seen| seen.as_ref().and_then(|seen| seen.asks.get(at)).map_or("", |row| row.hint));
    let words = el("span").text(row.label).text(" ").add(of("small", "t-2").live_text(move || hint().to_owned()));
    Some(check(words, on, move |on| shell.edit(Edit::Ask(asked, on))))
}

/// From how many replies on a side is heard. A number that cannot be is left in the field with the reason.
fn minimum(shell: Shell, seen: Inviting, side: Side) -> El {
    let (label, hint) = match side {
        Side::Organisation => (EN.inviting.minimum_organisation, EN.inviting.minimum_hint_organisation),
        Side::Members => (EN.inviting.minimum_members, EN.inviting.minimum_hint_members),
    };
    let about = Field {
        id: ["minimum-", side.key()].concat(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        kind: "number",
        ..Field::default()
    };
    let value = move || seen.pick(|seen| seen.minimum.get(side).0.to_string());
    let typed_last: Rc<RefCell<String>> = Rc::default();
    let read = Rc::clone(&typed_last);
    field(shell, about, value, move |typed| {
        typed.clone_into(&mut typed_last.borrow_mut());
        typed.trim().parse::<u32>().map(|_| ()).map_err(|_| EN.inviting.not_a_number)
    })
    .on("change", move |_| {
        if let Ok(least) = read.borrow().trim().parse() {
            shell.edit(Edit::MinReplies(side, least));
        }
    })
}
