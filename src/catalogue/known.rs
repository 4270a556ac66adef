//! Which catalogues are here.

use super::{Catalogue, CatalogueId, bundled};

/// The catalogues that are here: the bundled one, and those that were opened.
///
/// An opened catalogue is never freed: its words are lent to all that is shown, for as long as the page or the command
/// runs. What that can come to is bounded: each has at most [`MAX_BYTES`](super::content::MAX_BYTES) of text, the same
/// one is held once, and there are at most [`Known::MOST`].
#[derive(Clone, Debug, Default)]
pub struct Known(Vec<&'static Catalogue>);

impl Known {
    /// The most that are held beside the bundled one.
    pub const MOST: usize = 20;

    /// Those beside the bundled one, in the order in which they came.
    pub fn own(&self) -> &[&'static Catalogue] {
        &self.0
    }

    /// The catalogue with this identity; without one, the bundled.
    pub fn find(&self, id: Option<&CatalogueId>) -> Option<&'static Catalogue> {
        let Some(id) = id else { return Some(bundled()) };
        self.0.iter().copied().find(|one| one.id().is_some_and(|one| one.digest == id.digest))
    }

    /// Takes a catalogue in, for good; the one that is here already if it is the same. `None` where there are too many.
    pub fn add(&mut self, catalogue: Catalogue) -> Option<&'static Catalogue> {
        if let Some(here) = self.find(catalogue.id()) {
            return Some(here);
        }
        if self.0.len() >= Self::MOST {
            return None;
        }
        let lasting: &'static Catalogue = Box::leak(Box::new(catalogue));
        self.0.push(lasting);
        Some(lasting)
    }

    /// Reads something with the catalogue it was made with: with the bundled one, and if that is not it, with the one
    /// that is needed. Gives the catalogue too.
    ///
    /// # Errors
    ///
    /// What `read` gives; where the catalogue is not here, the error that names it.
    pub fn reading<T, E>(
        &self,
        read: impl Fn(&'static Catalogue) -> Result<T, E>,
        needed: impl Fn(&E) -> Option<&CatalogueId>,
    ) -> Result<(T, &'static Catalogue), E> {
        let error = match read(bundled()) {
            Ok(value) => return Ok((value, bundled())),
            Err(error) => error,
        };
        match needed(&error).and_then(|id| self.find(Some(id))) {
            Some(catalogue) => read(catalogue).map(|value| (value, catalogue)),
            None => Err(error),
        }
    }
}
