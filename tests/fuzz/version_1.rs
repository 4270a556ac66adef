//! The payload of an assessment of version 1, which is sent on as version 2.

use common_ground::catalogue::bundled;
use common_ground::link::{self, Carried, Content};

pub fn run(bytes: &[u8]) -> bool {
    let Ok(Content::Assessment(read)) = link::unpack(1, 0, bytes, bundled()) else { return false };
    let token = link::encode(&read, Carried::ALL, bundled()).unwrap();
    let Ok(Content::Assessment(again)) = link::decode(&token, bundled()) else { panic!("not read again: {token}") };
    assert_eq!(link::encode(&again, Carried::ALL, bundled()), Ok(token));
    true
}
