//! Common Ground.

pub mod assessment;
pub mod catalogue;
pub mod score;
