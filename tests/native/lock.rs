//! Links locked with a pass-phrase.

use common_ground::catalogue::bundled;
use common_ground::link::{self, Content, LinkError};
use proptest::prelude::*;

const LINK: &str = include_str!("../golden/link-v1.txt");

/// [`LINK`], locked with [`PHRASE`] by another program: Python's argon2-cffi and cryptography.
const LOCKED: &str = include_str!("../golden/link-v2-locked.txt");

const PHRASE: &str = "Grüne Brücke, 7 Bögen";

proptest! {
    // Each case hashes twice, at the cost that every lock has.
    #![proptest_config(ProptestConfig::with_cases(5))]

    #[test]
    fn what_is_locked_unlocks_with_its_phrase_alone(phrase in "\\PC{1,40}", other in "\\PC{1,40}", salt: [u8; 16]) {
        let locked = link::lock(LINK, &phrase, salt).unwrap();
        prop_assert_eq!(link::unlock(&locked, &phrase), Ok(LINK.trim().to_owned()));
        if other != phrase {
            prop_assert_eq!(link::unlock(&locked, &other), Err(LinkError::WrongPhrase));
        }
    }
}

#[test]
fn the_golden_lock_opens() {
    assert_eq!(link::decode(LOCKED, bundled()), Ok(Content::Locked));
    assert_eq!(link::unlock(LOCKED, PHRASE), Ok(LINK.trim().to_owned()));
    let address = format!("Our picture: https://example.org/x/#/v/{LOCKED}");
    assert_eq!(link::unlock(&address, PHRASE), Ok(LINK.trim().to_owned()));
}

#[test]
fn every_beginning_is_cut_short() {
    let locked = LOCKED.trim();
    for end in 0..locked.len() {
        let error = link::unlock(&format!("#/v/{}", &locked[..end]), "").unwrap_err();
        assert!(matches!(error, LinkError::CutShort { .. }), "{end}: {error:?}");
    }
}

#[test]
fn an_empty_phrase_neither_locks_nor_unlocks() {
    assert_eq!(link::lock(LINK, "", [1; 16]), Err(LinkError::EmptyPhrase));
    assert_eq!(link::unlock(LOCKED, ""), Err(LinkError::EmptyPhrase));
}

#[test]
fn what_is_locked_is_not_locked_again_and_what_is_open_not_unlocked() {
    assert_eq!(link::lock(LOCKED, PHRASE, [1; 16]), Err(LinkError::AlreadyLocked));
    assert_eq!(link::unlock(LINK, PHRASE), Err(LinkError::NotLocked));
}

#[test]
fn errors_say_what_is_wrong_with_a_lock() {
    let check = |error: LinkError, expected| assert_eq!(error.to_string(), expected);
    check(LinkError::NotLocked, "the link is not locked: it opens without a pass-phrase");
    check(LinkError::AlreadyLocked, "the link is locked already: unlock it before locking it anew");
    check(
        LinkError::OtherMethod(2),
        "the link is locked by method 2, which this page does not know: open it in a newer one",
    );
    check(LinkError::EmptyPhrase, "the pass-phrase is empty: at least one character is expected");
    check(LinkError::WrongPhrase, "the pass-phrase is not the one that the link was locked with");
    check(LinkError::NoMemory, "too little memory for the pass-phrase: 64 MB are needed, close other pages");
}
