//! A message of a host, and the assessment in it.

use common_ground::catalogue::bundled;
use common_ground::file;
use common_ground::host::{Heard, Said, hear};
use common_ground::tree::Tree;

pub fn run(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    match hear(&text) {
        Ok(Heard::Load(Some(assessment))) => {
            if let Ok(read) = file::read(&assessment, bundled()) {
                let written = file::write_compact(&read);
                let save = Said::Save { stamp: "0f", assessment: &written }.to_text();
                assert!(Tree::parse(&save).is_ok(), "{save}");
            }
            true
        }
        Ok(_) => true,
        Err(fault) => {
            let told = Said::Error(&fault).to_text();
            assert!(Tree::parse(&told).is_ok(), "{told}");
            assert!(fault.to_string().chars().count() < 300, "{fault}");
            false
        }
    }
}
