//! The payload of an assessment, behind its envelope.

use common_ground::catalogue::bundled;
use common_ground::link::{self, Carried, Content};

pub fn run(bytes: &[u8]) -> bool {
    let Ok(content) = link::unpack(2, 0, bytes, bundled()) else { return false };
    let Content::Assessment(assessment) = content else { panic!("another kind") };
    let token = link::encode(&assessment, Carried::ALL, bundled()).unwrap();
    if super::corpus::payload(&token) != bytes {
        // One payload for each value: what is read is what would be written, but for a measure or an action that came
        // without an id and was given one.
        let (measures, actions) = (&assessment.measures, &assessment.actions);
        let given =
            |prefix: &str, id: &str| id.strip_prefix(prefix).is_some_and(|number| number.parse::<u32>().is_ok());
        let measure = measures.iter().any(|one| given("m", &one.id));
        assert!(measure || actions.iter().any(|one| given("a", &one.id)), "{bytes:?}");
        assert_eq!(link::decode(&token, bundled()), Ok(Content::Assessment(assessment)));
    }
    true
}
