//! The payload of a reply, behind its envelope.

use common_ground::catalogue::bundled;
use common_ground::link::{self, Content};

pub fn run(bytes: &[u8]) -> bool {
    let Ok(content) = link::unpack(2, 2, bytes, bundled()) else { return false };
    let Content::Reply(sent) = content else { panic!("another kind") };
    let token = link::reply(&sent, bundled()).unwrap();
    assert_eq!(super::corpus::payload(&token), bytes);
    true
}
