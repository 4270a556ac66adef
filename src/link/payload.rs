//! Version 1: the assessment as the file has it, deflated.

use std::sync::Arc;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{LinkError, summary};
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::file;

/// The most bytes of an assessment in a link, before it is packed: no link makes the page take more memory.
pub const MAX_BYTES: usize = 1_000_000;

/// As it is.
const PLAIN: u8 = 0;
/// Raw deflate.
const DEFLATED: u8 = 1;

/// The effort of deflate: the highest is quick enough for texts of this size.
const EFFORT: u8 = 10;

/// Packs what travels of an assessment.
pub(super) fn pack(assessment: &Assessment) -> Result<Vec<u8>, LinkError> {
    let mut travelling = assessment.clone();
    travelling.answered.summary = summary(&assessment.answered);
    travelling.answered.replies = Arc::default();
    let text = file::write_lean(&travelling);
    if text.len() > MAX_BYTES {
        return Err(LinkError::TooLarge(text.len()));
    }
    let deflated = compress_to_vec(text.as_bytes(), EFFORT);
    let (packing, bytes) = if deflated.len() < text.len() { (DEFLATED, deflated) } else { (PLAIN, text.into_bytes()) };
    let mut payload = vec![packing];
    payload.extend(bytes);
    Ok(payload)
}

/// Unpacks an assessment.
pub(super) fn unpack(payload: &[u8], catalogue: &Catalogue) -> Result<Assessment, LinkError> {
    let (packing, rest) = payload.split_first().ok_or(LinkError::Damaged)?;
    let bytes = match *packing {
        PLAIN => rest.to_vec(),
        // Stops at the limit; a link that claims more is none that we wrote.
        DEFLATED => decompress_to_vec_with_limit(rest, MAX_BYTES).map_err(|_| LinkError::Damaged)?,
        _ => return Err(LinkError::Damaged),
    };
    let text = String::from_utf8(bytes).map_err(|_| LinkError::Damaged)?;
    file::read(&text, catalogue).map_err(LinkError::Inside)
}
