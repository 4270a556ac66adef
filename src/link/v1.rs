//! Version 1: the assessment as a file has it, deflated. It is read for ever, and no longer written.

use miniz_oxide::inflate::decompress_to_vec_with_limit;

use super::{LinkError, MAX_BYTES};
use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::file;

/// As it is.
const PLAIN: u8 = 0;
/// Raw deflate.
const DEFLATED: u8 = 1;

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
    file::read(&text, catalogue).map_err(LinkError::inside)
}
