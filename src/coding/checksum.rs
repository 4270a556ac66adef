//! The one checksum of this program.

use crc::{CRC_32_ISCSI, Crc, NoTable};

/// Without a table: what is summed is short, and the page is to be small.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISCSI);

/// CRC-32C (Castagnoli), which finds every error of up to 32 bits in a row.
///
/// ```
/// # use common_ground::coding::checksum;
/// assert_eq!(checksum(b"123456789"), 0xe306_9283); // its check value
/// ```
pub const fn checksum(bytes: &[u8]) -> u32 {
    CRC.checksum(bytes)
}
