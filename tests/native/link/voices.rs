//! Invitations and replies ↔ link.

use common_ground::assessment::{Answer, Answers, Extra, Instant, Invitation, Item, Mark, SentReply};
use common_ground::catalogue::{Side, bundled};
use common_ground::link::{self, Content};
use proptest::prelude::*;

use super::super::generate;
use super::super::replies::reply;

/// What a link carries of an invitation.
fn invited(invitation: &Invitation) -> Invitation {
    let mut left = invitation.clone();
    left.asks.extra = Extra::new();
    left.items.iter_mut().for_each(generate::bare_item);
    left
}

/// What a link carries of a reply.
fn replied(sent: &SentReply) -> SentReply {
    let mut left = sent.clone();
    generate::bare_reply(&mut left.reply);
    let minute = |date: Instant| match date.seconds() {
        Some(_) => format!("{}:00Z", &date.as_str()[..16]).parse().unwrap(),
        None => date,
    };
    left.reply.date = left.reply.date.map(minute);
    left
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn an_invitation_arrives(invitation in generate::invitation()) {
        let token = link::invite(&invitation, bundled()).unwrap();
        prop_assert_eq!(link::decode(&token, bundled()), Ok(Content::Invitation(Box::new(invited(&invitation)))));
    }

    #[test]
    fn a_reply_arrives_its_date_to_the_minute(sent in generate::sent_reply()) {
        let token = link::reply(&sent, bundled()).unwrap();
        prop_assert_eq!(link::decode(&token, bundled()), Ok(Content::Reply(Box::new(replied(&sent)))));
    }
}

#[test]
fn a_reply_names_items_and_not_places() {
    // What was answered about one item is about it still, whatever else the reply speaks of.
    let about = |ids: &[&str]| {
        let guess = ids.iter().map(|id| (id.parse().unwrap(), Answer::DontKnow)).collect();
        let reply = reply("q7Hk2mZx", Side::Members, Answers { guess, ..Answers::default() });
        SentReply { assessment: Mark(1), round: 1, reply }
    };
    for ids in [&["M5"][..], &["O5"], &["own-7"], &["O1", "own-99999999", "own-1"], &["O12", "M8", "S4"]] {
        let sent = about(ids);
        let token = link::reply(&sent, bundled()).unwrap();
        assert_eq!(link::decode(&token, bundled()), Ok(Content::Reply(Box::new(sent))));
    }
}

#[test]
fn the_order_of_items_on_screen_arrives() {
    let look = super::read(super::LOOK);
    let mut invitation = look.invitation(Side::Members);
    invitation.items.reverse();
    let token = link::invite(&invitation, bundled()).unwrap();
    let Ok(Content::Invitation(arrived)) = link::decode(&token, bundled()) else { panic!("not an invitation") };
    let ids = |items: &[Item]| items.iter().map(Item::id).collect::<Vec<_>>();
    assert_eq!(ids(&arrived.items), ids(&invitation.items));
}
