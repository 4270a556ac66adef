//! Common Ground.

pub mod assessment;
pub mod catalogue;
pub mod file;
pub mod link;
pub mod score;
