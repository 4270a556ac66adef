//! The payload of an invitation, behind its envelope.

use common_ground::catalogue::bundled;
use common_ground::link::{self, Content};

pub fn run(bytes: &[u8]) -> bool {
    let Ok(content) = link::unpack(2, 1, bytes, bundled()) else { return false };
    let Content::Invitation(invitation) = content else { panic!("another kind") };
    let token = link::invite(&invitation, bundled()).unwrap();
    assert_eq!(super::corpus::payload(&token), bytes);
    true
}
