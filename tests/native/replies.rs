//! Replies and links as tests write them down.

use common_ground::assessment::{Answers, Assessment, Reply, SentReply};
use common_ground::catalogue::{Catalogue, Side, bundled};
use common_ground::link::{self, Carried, Content};

/// The first reply of somebody, without date and name.
pub fn reply(id: &str, side: Side, answers: Answers) -> Reply {
    Reply { id: id.to_owned(), revision: 1, side, date: None, name: None, answers, extra: Vec::new() }
}

/// The same on its way to an assessment.
pub fn sent(assessment: &Assessment, reply: Reply) -> SentReply {
    SentReply { assessment: assessment.id.mark(), round: assessment.round, reply }
}

/// The token of what a link carries, all that can travel with it.
pub fn token_with(content: &Content, catalogue: &Catalogue) -> String {
    let token = match content {
        Content::Assessment(assessment) => link::encode(assessment, Carried::ALL, catalogue),
        Content::Invitation(invitation) => link::invite(invitation, catalogue),
        Content::Reply(sent) => link::reply(sent, catalogue),
        Content::Locked => panic!("a locked link was not made here"),
    };
    token.unwrap()
}

/// The same with the catalogue that comes with the program.
pub fn token(content: &Content) -> String {
    token_with(content, bundled())
}
