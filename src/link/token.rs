//! The envelope of a link: version, kind, length, payload, checksum.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::arrived::{self, Arrived};
use super::{LinkError, MAX_BYTES};
use crate::coding::checksum;

/// The last letter of every token.
pub(super) const CLOSING: char = 'z';

/// The bytes of a checksum.
const CHECKSUM: usize = 4;

/// The first characters of a token, which tell how long it is.
pub(super) const HEAD: usize = 8;

/// What an envelope holds.
pub(super) struct Opened {
    pub(super) version: u8,
    pub(super) kind: u8,
    pub(super) payload: Vec<u8>,
}

/// The beginning of a token.
#[derive(Clone, Copy)]
pub(super) struct Head {
    pub(super) version: u8,
    pub(super) kind: u8,
    /// The bytes of the payload.
    payload: usize,
    /// The bytes before the payload.
    size: usize,
}

/// The bytes of an envelope before a payload of so many bytes.
pub(super) fn before(version: u8, kind: u8, payload: usize) -> Vec<u8> {
    let mut bytes = vec![version, kind];
    let mut left = payload;
    loop {
        let seven = u8::try_from(left & 0x7f).unwrap_or_default();
        left >>= 7;
        if left == 0 {
            bytes.push(seven);
            return bytes;
        }
        bytes.push(seven | 0x80);
    }
}

/// Puts a payload into a token.
pub(super) fn seal(version: u8, kind: u8, payload: &[u8]) -> String {
    let mut bytes = before(version, kind, payload.len());
    bytes.extend_from_slice(payload);
    bytes.extend_from_slice(&checksum(&bytes).to_le_bytes());
    let mut token = URL_SAFE_NO_PAD.encode(bytes);
    token.push(CLOSING);
    token
}

/// Takes the payload out of the first token of a text that arrived whole.
///
/// # Errors
///
/// Where none did, what is wrong with the first that looks like one: [`LinkError::CutShort`], [`LinkError::Damaged`],
/// or [`LinkError::NotALink`] where nothing does.
pub(super) fn open(text: &str) -> Result<Opened, LinkError> {
    match arrived::all(text).into_iter().min_by_key(rank).map(|one| one.opened) {
        Some(Ok(opened)) => Ok(opened),
        // Whoever has the route has a link of ours, or what is left of it.
        Some(Err(LinkError::NotALink)) => Err(LinkError::Damaged),
        Some(Err(fault)) => Err(fault),
        None if text.contains(super::ROUTE) => Err(LinkError::CutShort { arrived: 0, whole: None }),
        None => Err(LinkError::NotALink),
    }
}

/// Whole ones that can be read first, whole ones of a newer version next, then what is surely a link, then the others.
fn rank(one: &Arrived) -> u8 {
    match one.opened {
        Ok(_) if one.is_newer() => 1,
        Ok(_) => 0,
        Err(_) if one.sure => 2,
        Err(_) => 3,
    }
}

/// Takes the payload out of a whole token.
pub(super) fn unseal(token: &str) -> Result<Opened, LinkError> {
    let head = head(token).ok_or(LinkError::NotALink)?;
    let body = token.strip_suffix(CLOSING).filter(|_| token.len() == head.whole()).ok_or(LinkError::Damaged)?;
    let bytes = URL_SAFE_NO_PAD.decode(body).map_err(|_| LinkError::Damaged)?;
    let (sealed, sum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(LinkError::Damaged)?;
    if checksum(sealed) != u32::from_le_bytes(*sum) {
        return Err(LinkError::Damaged);
    }
    let payload = sealed.get(head.size..).unwrap_or_default().to_vec();
    Ok(Opened { version: head.version, kind: head.kind, payload })
}

impl Head {
    /// The characters of the whole token.
    pub(super) const fn whole(self) -> usize {
        ((self.size + self.payload + CHECKSUM) * 4).div_ceil(3) + CLOSING.len_utf8()
    }
}

/// Reads the beginning of a token; `None` where it is none of ours.
pub(super) fn head(token: &str) -> Option<Head> {
    let bytes = URL_SAFE_NO_PAD.decode(token.get(..HEAD)?).ok()?;
    let (&[version, kind], length) = bytes.split_first_chunk::<2>()?;
    let mut payload = 0;
    for (at, &byte) in length.iter().enumerate() {
        payload |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            // A length with needless bytes is none that we write.
            let shortest = at == 0 || byte != 0;
            let ours = (1..=0x0f).contains(&version) && kind <= 0x0f && shortest && payload <= MAX_BYTES + 1;
            return ours.then_some(Head { version, kind, payload, size: 3 + at });
        }
    }
    None
}
