//! Text that may hold links, as people paste it.

use common_ground::catalogue::bundled;
use common_ground::link::{self, Carried, Content};

pub fn run(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    for found in link::find(&text) {
        assert!(text.get(found.range).is_some_and(|arrived| !arrived.is_empty()));
    }
    let Ok(content) = link::decode(&text, bundled()) else { return false };
    if content == Content::Locked {
        // Opening it takes 64 MB and a phrase; that nothing but the phrase opens it is tested with the lock.
        return true;
    }
    let token = sent(&content);
    // Not compared as values: version 1 may carry keys that are not ours, and they stay behind.
    assert_eq!(sent(&link::decode(&token, bundled()).unwrap()), token);
    true
}

fn sent(content: &Content) -> String {
    let token = match content {
        Content::Assessment(assessment) => link::encode(assessment, Carried::ALL, bundled()),
        Content::Invitation(invitation) => link::invite(invitation, bundled()),
        Content::Reply(sent) => link::reply(sent, bundled()),
        Content::Locked => unreachable!("handled above"),
    };
    token.unwrap()
}
