//! The text of a file.

use common_ground::catalogue::bundled;
use common_ground::file;

pub fn run(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let Ok(read) = file::read(&text, bundled()) else { return false };
    for written in [file::write(&read), file::write_compact(&read)] {
        assert_eq!(file::read(&written, bundled()), Ok(read.clone()));
    }
    true
}
