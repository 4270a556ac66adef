//! A token locked with a pass-phrase: nobody reads what it carries without the phrase.
//!
//! # Version 2, kind 3: locked
//!
//! ```text
//! payload    bytes   what
//!            1       method: 1, see below
//!            16      salt: random, fresh for every lock
//!            rest    cipher text: as long as the plain text
//!            16      tag
//!
//! plain text bytes   what
//!            1       version of what is locked
//!            1       kind of what is locked
//!            rest    payload of what is locked
//! ```
//!
//! Method 1: the key is Argon2id (RFC 9106) of the phrase and the salt, with version 0x13, 64 MiB, three passes, one
//! lane, no secret, no associated data, 32 bytes. The cipher is ChaCha20-Poly1305 (RFC 8439); its nonce is twelve
//! noughts, its associated data the bytes of the envelope before the payload.
//!
//! - **Cost.** Memory and passes are those that RFC 9106 (2021, section 4) recommends second; its four lanes would have
//!   to run one after another in a page. OWASP's least (2023) is 19 MiB and two passes. The method fixes the cost: no
//!   link can ask for more.
//! - **Nonce.** A nonce must never serve twice with the same key. The key comes from a fresh salt and locks one text,
//!   so the nonce may stand still, and need not travel.
//! - **What shows.** Version, kind, method, salt and length: nothing is padded, and the length is that of what is
//!   locked and 35 bytes. Whether an assessment, an invitation or a reply is inside does not show, nor who wrote it.
//! - **The phrase** counts letter by letter in UTF-8: capitals, spaces at its ends, and an accent typed in another way
//!   make another phrase. Nothing is trimmed or normalised.
//! - **Damage** is told from a wrong phrase by the checksum of the envelope, before anything is hashed. A link whose
//!   checksum somebody has mended behind a change reads as a wrong phrase.
//! - **Limits.** A phrase that can be guessed protects nothing: whoever has the link may try as many as they like. The
//!   tag does not say who locked: anybody with the phrase may have.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Key, Nonce, Tag};

use super::{LOCKED, LinkError, MAX_BYTES, token};

/// The version whose kind 3 this is.
const VERSION: u8 = 2;

/// Argon2id with the constants below, and ChaCha20-Poly1305.
const METHOD: u8 = 1;

/// The memory of Argon2id, in KiB.
const MEMORY: u32 = 65_536;

/// The passes of Argon2id over its memory.
const PASSES: u32 = 3;

/// The lanes of Argon2id: a page has one thread.
const LANES: u32 = 1;

/// The bytes of a salt.
const SALT: usize = 16;

/// The bytes of a key.
const KEY: usize = 32;

/// The bytes of a tag.
const TAG: usize = 16;

/// Locks the token in a text; `salt` are 16 fresh random bytes that the caller brings, others for every call.
///
/// Takes 64 MiB and about a third of a second on a desk; a phone may need two seconds. A page keeps the memory until it
/// is loaded anew.
///
/// # Errors
///
/// What is wrong with the token; [`LinkError::AlreadyLocked`]; [`LinkError::TooLarge`] where locking leads over what a
/// link holds; [`LinkError::EmptyPhrase`]; [`LinkError::NoMemory`].
///
/// ```
/// use common_ground::link::{LinkError, lock};
/// assert_eq!(lock("no token", "a pass-phrase", [0; 16]), Err(LinkError::NotALink));
/// ```
pub fn lock(token: &str, phrase: &str, salt: [u8; SALT]) -> Result<String, LinkError> {
    let inner = token::open(token)?;
    if inner.kind == LOCKED {
        return Err(LinkError::AlreadyLocked);
    }
    let size = 1 + SALT + 2 + inner.payload.len() + TAG;
    // As much as an envelope holds: the packing and MAX_BYTES of an assessment.
    if size > MAX_BYTES + 1 {
        return Err(LinkError::TooLarge(size));
    }
    let key = key(phrase, salt)?;
    let mut text = vec![inner.version, inner.kind];
    text.extend(inner.payload);
    let tag = cipher(&key)
        .encrypt_inout_detached(&Nonce::default(), &head(size), text.as_mut_slice().into())
        .map_err(|_| LinkError::TooLarge(size))?;
    Ok(token::seal(VERSION, LOCKED, &[[METHOD].as_slice(), &salt, &text, &tag].concat()))
}

/// Unlocks the token in a text: the inner token, as it was before it was locked.
///
/// Takes as long as [`lock()`]. What is damaged, cut short, or not locked at all is refused before that.
///
/// # Errors
///
/// What is wrong with the token, [`LinkError::CutShort`] and [`LinkError::Damaged`] among it; [`LinkError::Newer`] and
/// [`LinkError::OtherMethod`]; [`LinkError::NotLocked`]; [`LinkError::EmptyPhrase`]; [`LinkError::WrongPhrase`];
/// [`LinkError::NoMemory`].
///
/// ```
/// use common_ground::link::{LinkError, unlock};
/// assert_eq!(unlock("no token", "a pass-phrase"), Err(LinkError::NotALink));
/// ```
pub fn unlock(text: &str, phrase: &str) -> Result<String, LinkError> {
    let locked = Locked::of(text)?;
    let key = key(phrase, locked.salt)?;
    locked.open(&key)
}

/// What a locked token holds.
struct Locked {
    salt: [u8; SALT],
    text: Vec<u8>,
    tag: [u8; TAG],
    /// The bytes of the payload.
    size: usize,
}

impl Locked {
    /// Takes apart the locked token in a text.
    fn of(text: &str) -> Result<Self, LinkError> {
        let outer = token::open(text)?;
        if outer.version > VERSION {
            return Err(LinkError::Newer(outer.version));
        }
        if (outer.version, outer.kind) != (VERSION, LOCKED) {
            return Err(LinkError::NotLocked);
        }
        let (&method, rest) = outer.payload.split_first().ok_or(LinkError::Damaged)?;
        if method != METHOD {
            return Err(LinkError::OtherMethod(method));
        }
        let (salt, rest) = rest.split_first_chunk().ok_or(LinkError::Damaged)?;
        let (text, tag) = rest.split_last_chunk().ok_or(LinkError::Damaged)?;
        Ok(Self { salt: *salt, text: text.to_vec(), tag: *tag, size: outer.payload.len() })
    }

    /// The inner token, with the right key.
    fn open(mut self, key: &[u8; KEY]) -> Result<String, LinkError> {
        cipher(key)
            .decrypt_inout_detached(
                &Nonce::default(),
                &head(self.size),
                self.text.as_mut_slice().into(),
                &Tag::from(self.tag),
            )
            .map_err(|_| LinkError::WrongPhrase)?;
        let (&[version, kind], payload) = self.text.split_first_chunk().ok_or(LinkError::Damaged)?;
        // A lock within a lock is none that we wrote, and would cost a hash each.
        if kind == LOCKED {
            return Err(LinkError::Damaged);
        }
        Ok(token::seal(version, kind, payload))
    }
}

/// The key of a phrase and a salt.
fn key(phrase: &str, salt: [u8; SALT]) -> Result<[u8; KEY], LinkError> {
    if phrase.is_empty() {
        return Err(LinkError::EmptyPhrase);
    }
    let mut key = [0; KEY];
    // The numbers are right and the salt is long enough: what can be missing is memory.
    let params = Params::new(MEMORY, PASSES, LANES, Some(KEY)).map_err(|_| LinkError::NoMemory)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(phrase.as_bytes(), &salt, &mut key)
        .map_err(|_| LinkError::NoMemory)?;
    Ok(key)
}

fn cipher(key: &[u8; KEY]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&Key::from(*key))
}

/// The bytes of the envelope before a payload of so many bytes.
fn head(size: usize) -> Vec<u8> {
    token::before(VERSION, LOCKED, size)
}

#[cfg(test)]
mod tests {
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    use super::super::{Content, decode};
    use super::*;
    use crate::catalogue::bundled;

    const PHRASE: &str = "Grüne Brücke, 7 Bögen";
    const PLAIN: &[u8] = b"\0{\"id\":\"3f2a\",\"community\":{\"name\":\"Bridge inspectors\"}}";
    /// [`PLAIN`], locked by Python's argon2-cffi 25.1.0 and cryptography 50.0.2 in an envelope with a CRC-32C of its
    /// own.
    const KNOWN: &str = "AgNaAQABAgMEBQYHCAkKCwwNDg_YPZod86ck9IDCaZYfBxCWTwC7uyuV7wMp0VqEMplFD0NzvVzyI4YqOV95b8LvviOpMXT6UTg8\
                         QP3wkpo5Lh3LE0BAWok-04zDFDGViwz";

    fn salt() -> [u8; SALT] {
        std::array::from_fn(|at| u8::try_from(at).unwrap())
    }

    fn inner() -> String {
        token::seal(1, 0, PLAIN)
    }

    fn bytes(token: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(token.strip_suffix('z').unwrap()).unwrap()
    }

    /// The payload of a plain text that a key locks, whatever it says.
    fn locked(key: &[u8; KEY], plain: &[u8]) -> Vec<u8> {
        let mut text = plain.to_vec();
        let head = head(1 + SALT + text.len() + TAG);
        let tag = cipher(key).encrypt_inout_detached(&Nonce::default(), &head, text.as_mut_slice().into()).unwrap();
        [[METHOD].as_slice(), &salt(), &text, &tag].concat()
    }

    fn opened(payload: &[u8], key: &[u8; KEY]) -> Result<String, LinkError> {
        Locked::of(&token::seal(VERSION, LOCKED, payload)).and_then(|locked| locked.open(key))
    }

    #[test]
    fn the_bytes_are_those_of_another_implementation() {
        assert_eq!(lock(&inner(), PHRASE, salt()).as_deref(), Ok(KNOWN));
        assert_eq!(unlock(KNOWN, PHRASE), Ok(inner()));
    }

    #[test]
    fn only_the_same_phrase_unlocks() {
        let token = lock(&inner(), PHRASE, salt()).unwrap();
        // Nothing is trimmed or normalised: the last has its first umlaut in two characters.
        for other in ["Grüne Brücke, 7 bögen", " Grüne Brücke, 7 Bögen", "Gru\u{308}ne Brücke, 7 Bögen"] {
            assert_eq!(unlock(&token, other), Err(LinkError::WrongPhrase), "{other}");
        }
    }

    #[test]
    fn every_change_of_a_character_is_damage_and_never_a_wrong_phrase() {
        for (at, was) in KNOWN.char_indices() {
            for other in ('!'..='~').filter(|other| *other != was) {
                let changed = [&KNOWN[..at], &other.to_string(), &KNOWN[at + 1..]].concat();
                let error = Locked::of(&changed).map(|_| ()).unwrap_err();
                let told = matches!(error, LinkError::Damaged | LinkError::CutShort { .. } | LinkError::NotALink);
                assert!(told, "{other} at {at}: {error:?}");
            }
        }
    }

    #[test]
    fn another_salt_makes_another_key() {
        let mut payload = bytes(&lock(&inner(), PHRASE, salt()).unwrap())[3..].to_vec();
        payload.truncate(payload.len() - 4);
        assert_eq!(unlock(&token::seal(VERSION, LOCKED, &payload), PHRASE), Ok(inner()));
        payload[1] ^= 1;
        assert_eq!(unlock(&token::seal(VERSION, LOCKED, &payload), PHRASE), Err(LinkError::WrongPhrase));
    }

    #[test]
    fn the_tag_covers_every_bit_of_the_text_and_itself() {
        let key = [7; KEY];
        let payload = locked(&key, &[&[1, 0], PLAIN].concat());
        assert_eq!(opened(&payload, &key), Ok(inner()));
        for at in (1 + SALT)..payload.len() {
            for bit in 0..8 {
                let mut changed = payload.clone();
                changed[at] ^= 1 << bit;
                assert_eq!(opened(&changed, &key), Err(LinkError::WrongPhrase), "byte {at}, bit {bit}");
            }
        }
    }

    #[test]
    fn the_tag_covers_the_head_of_the_envelope() {
        // One byte of length up to 127, two up to 16 383, three above.
        for length in [0, 90, 91, 92, 93, 94, 200, 16_347, 16_348, 16_349, 16_350, 70_000] {
            let payload = locked(&[7; KEY], &[&[1, 0], vec![b'a'; length].as_slice()].concat());
            let token = token::seal(VERSION, LOCKED, &payload);
            assert!(bytes(&token).starts_with(&[head(payload.len()), payload].concat()), "{length}");
        }
        let longer =
            Locked { size: 99, ..Locked::of(&token::seal(VERSION, LOCKED, &locked(&[7; KEY], &[1, 0]))).unwrap() };
        assert_eq!(longer.open(&[7; KEY]), Err(LinkError::WrongPhrase));
    }

    #[test]
    fn nothing_of_what_is_locked_can_be_read() {
        let token = lock(&inner(), PHRASE, salt()).unwrap();
        let (locked, plain) = (bytes(&token), bytes(&inner()));
        assert_eq!(locked[..20], [&[2, 3, 90, METHOD], salt().as_slice()].concat());
        for piece in plain.windows(4) {
            assert!(!locked.windows(4).any(|one| one == piece), "{piece:?}");
        }
        for piece in inner().as_bytes().windows(6) {
            assert!(!token.as_bytes().windows(6).any(|one| one == piece), "{piece:?}");
        }
        assert_eq!(locked.len() - (plain.len() - PLAIN.len()), PLAIN.len() + 35);
    }

    #[test]
    fn what_cannot_be_a_lock_is_refused_before_anything_is_hashed() {
        let check = |version, kind, payload: &[u8], expected| {
            let token = token::seal(version, kind, payload);
            assert_eq!(Locked::of(&token).err(), Some(expected), "{version}, {kind}, {payload:?}");
        };
        check(1, 0, PLAIN, LinkError::NotLocked);
        check(1, LOCKED, &[METHOD; 60], LinkError::NotLocked);
        check(2, 0, PLAIN, LinkError::NotLocked);
        check(3, LOCKED, &[METHOD; 60], LinkError::Newer(3));
        check(2, LOCKED, &[], LinkError::Damaged);
        check(2, LOCKED, &[METHOD; 32], LinkError::Damaged);
        check(2, LOCKED, &[0; 60], LinkError::OtherMethod(0));
        check(2, LOCKED, &[2; 60], LinkError::OtherMethod(2));
    }

    #[test]
    fn what_a_hostile_lock_holds_is_refused() {
        let key = [7; KEY];
        for plain in [&[] as &[u8], &[1], &[VERSION, LOCKED, METHOD]] {
            assert_eq!(opened(&locked(&key, plain), &key), Err(LinkError::Damaged), "{plain:?}");
        }
    }

    #[test]
    fn only_a_lock_that_this_version_knows_asks_for_a_phrase() {
        for (version, kind, expected) in [(2, 3, true), (1, 3, false), (3, 3, false), (2, 0, false), (1, 0, false)] {
            let read = decode(&token::seal(version, kind, PLAIN), bundled());
            assert_eq!(read == Ok(Content::Locked), expected, "{version}, {kind}");
        }
    }

    #[test]
    fn what_fits_into_a_link_but_not_with_a_lock_is_too_large() {
        let most = MAX_BYTES + 1 - 35;
        assert!(lock(&token::seal(1, 0, &vec![0; most]), PHRASE, salt()).is_ok());
        let result = lock(&token::seal(1, 0, &vec![0; most + 1]), PHRASE, salt());
        assert_eq!(result, Err(LinkError::TooLarge(MAX_BYTES + 2)));
    }
}
