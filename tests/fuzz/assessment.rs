//! The payload of an assessment, behind its envelope.

use common_ground::catalogue::bundled;
use common_ground::link::{self, Carried, Content};

pub fn run(bytes: &[u8]) -> bool {
    let Ok(content) = link::unpack(2, 0, bytes, bundled()) else { return false };
    let Content::Assessment(assessment) = content else { panic!("another kind") };
    // One payload for each value: what is read is what would be written.
    let token = link::encode(&assessment, Carried::ALL, bundled()).unwrap();
    assert_eq!(super::corpus::payload(&token), bytes);
    true
}
