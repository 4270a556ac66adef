//! The text of a catalogue.

use common_ground::catalogue::Catalogue;
use common_ground::tree::Tree;

pub fn run(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Ok(read) = Catalogue::read(&text) else { return false };
    let flat = Tree::parse(text.strip_prefix('\u{feff}').unwrap_or(&text)).unwrap().to_text();
    let again = Catalogue::read(&flat).unwrap();
    assert_eq!(again.id(), read.id());
    assert_eq!(format!("{again:?}"), format!("{read:?}"));
    true
}
