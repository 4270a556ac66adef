//! Numbers ↔ as few bytes as they are worth, and a sum that tells whether bytes arrived as they were sent.
//!
//! | file | what |
//! |---|---|
//! | `range` | digits and unlikely bits ↔ bytes: all that is packed goes through it |
//! | `chance` | how likely a bit is, by what came so far |
//! | `packer` | bytes that repeat themselves ↔ bytes, for what storage keeps |
//! | `checksum` | the one checksum |
//!
//! It knows nothing of what is packed. [`link`](crate::link) has a model of its own, for texts that are short: it
//! begins with a dictionary and mixes six guesses for each bit. `packer` begins with nothing and has one guess, so that
//! a thousand replies, 0.3 MB, take 10 ms. The two share how a likelihood learns, and no more: the other is part of the
//! wire format.
//!
//! **Links of version 2 hang on the digits, bits and likelihoods of this room: they never change.** The golden links
//! hold that. What `packer` makes of them is the version of [`file::packed`](crate::file::packed()).

mod chance;
mod checksum;
mod packer;
mod range;

pub use chance::{CERTAIN, learnt};
pub use checksum::checksum;
pub use packer::{pack, unpack};
pub use range::Coder;
