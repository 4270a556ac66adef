//! QR codes, read again by a reader that is not ours.

use common_ground::chart::{MOST_MODULES, Mark, Qr, Scene, qr};
use rqrr::PreparedImage;

/// The modules of the quiet zone on each side.
const QUIET: usize = 4;

/// Error correction as a code's format says it.
const M: u16 = 0;
const L: u16 = 1;

/// A link of so many bytes, with letters that repeat in no pattern.
fn link(bytes: usize) -> String {
    let mut text = "https://example.org/#/v/".to_owned();
    let mut state = 1_u32;
    while text.len() < bytes {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push(char::from(
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"[(state >> 26) as usize],
        ));
    }
    text.truncate(bytes);
    text
}

/// The runs of dark modules as they are drawn: left, top, right, bottom.
fn runs(scene: &Scene) -> Vec<[usize; 4]> {
    let [paper, Mark::Path { class: "qr-ink", d, .. }] = &scene.marks[..] else {
        panic!("a paper and one path are expected")
    };
    let (width, height) = (scene.width, scene.height);
    let whole = Mark::Rect { class: "qr-paper", x: 0.0, y: 0.0, width, height, radius: 0.0, pattern: None };
    assert_eq!(*paper, whole);
    let run = |run: &str| {
        let numbers: Vec<usize> = run.split([' ', 'H', 'V']).map(|number| number.parse().unwrap()).collect();
        let &[left, top, right, bottom, back] = &numbers[..] else { panic!("{run}") };
        assert_eq!(back, left);
        [left, top, right, bottom]
    };
    d.split_terminator('Z').map(|one| run(one.strip_prefix('M').unwrap())).collect()
}

/// Which modules are dark, row by row, the quiet zone included.
fn drawn(code: &Qr) -> Vec<Vec<bool>> {
    let side = usize::from(code.modules) + 2 * QUIET;
    let mut dark = vec![vec![false; side]; side];
    for [left, top, right, bottom] in runs(&code.scene) {
        for row in &mut dark[top..bottom] {
            row[left..right].fill(true);
        }
    }
    dark
}

/// What a reader sees in a picture with so many pixels a module, and the error correction.
fn read(code: &Qr, scale: usize) -> (String, u16) {
    let dark = drawn(code);
    let side = dark.len() * scale;
    let mut image =
        PreparedImage::prepare_from_greyscale(side, side, |x, y| if dark[y / scale][x / scale] { 0 } else { 255 });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    let (meta, text) = grids[0].decode().unwrap();
    (text, meta.ecc_level)
}

#[test]
fn a_reader_finds_the_text_again() {
    for bytes in [25, 40, 200, 500, 900, 997, 2_331] {
        let text = link(bytes);
        let (found, level) = read(&qr(&text).unwrap(), 4);
        assert_eq!(found, text);
        assert_ne!(level, L, "{bytes}");
    }
    assert_eq!(read(&qr("Brücke → 桥").unwrap(), 3).0, "Brücke → 桥");
}

#[test]
fn the_highest_level_that_the_smallest_version_has_room_for() {
    // ISO/IEC 18004, bytes of version 1: 17 (L), 14 (M), 11 (Q), 7 (H); of version 40: 2 331 (M);
    // of version 35 and 36: 2 303 and 2 431 (L).
    for (bytes, modules, level) in [(7, 21, 2), (11, 21, 3), (14, 21, M), (15, 25, 3), (2_331, 177, M), (2_332, 161, L)]
    {
        let code = qr(&link(bytes)).unwrap();
        assert_eq!((code.modules, read(&code, 3).1), (modules, level), "{bytes}");
    }
}

#[test]
fn the_longest_text_fits_and_one_more_byte_does_not() {
    let longest = link(2_953);
    assert_eq!(read(&qr(&longest).unwrap(), 3), (longest, L));
    assert_eq!(qr(&link(2_954)), None);
    assert_eq!(qr(&"ü".repeat(1_477)), None);
    assert_eq!(qr("").map(|code| code.modules), Some(21));
}

#[test]
fn a_code_is_dense_above_version_25() {
    // ISO/IEC 18004: version 25 holds 997 bytes with error correction M.
    for (bytes, modules, dense) in [(200, 57, false), (997, 117, false), (998, 121, true), (2_953, 177, true)] {
        let code = qr(&link(bytes)).unwrap();
        assert_eq!((code.modules, code.dense), (modules, dense), "{bytes}");
        assert_eq!(code.dense, code.modules > MOST_MODULES);
    }
}

#[test]
fn four_light_modules_surround_a_code() {
    for bytes in [1, 200, 2_953] {
        let code = qr(&link(bytes)).unwrap();
        let dark = drawn(&code);
        let end = dark.len() - QUIET;
        assert!(code.scene.to_svg().contains(&format!(r#"viewBox="0 0 {0} {0}""#, dark.len())));
        for (y, row) in dark.iter().enumerate() {
            for (x, is_dark) in row.iter().enumerate() {
                let inside = (QUIET..end).contains(&x) && (QUIET..end).contains(&y);
                assert!(inside || !is_dark, "{x}, {y}");
            }
        }
        // The corners of the three eyes are where the code begins.
        assert!(dark[QUIET][QUIET] && dark[QUIET][end - 1] && dark[end - 1][QUIET]);
    }
}

#[test]
fn modules_side_by_side_are_one_run() {
    let runs = runs(&qr(&link(200)).unwrap().scene);
    for [left, top, right, bottom] in &runs {
        assert!(left < right && *bottom == top + 1);
        assert!(!runs.iter().any(|[other, row, ..]| row == top && other == right), "{right}, {top}");
    }
}

#[test]
fn a_code_is_named_by_its_caller_and_has_the_colours_of_its_classes() {
    let code = qr("https://example.org").unwrap();
    assert!(
        code.scene
            .to_svg()
            .starts_with(r#"<svg class="qr" viewBox="0 0 33 33" aria-hidden="true"><rect class="qr-paper""#)
    );
    let named = Scene { title: "The link".to_owned(), ..code.scene };
    assert!(named.to_svg().contains(r#"role="img" aria-label="The link""#));
    let sheet = std::fs::read_to_string("style/charts/qr.css").unwrap();
    assert!(sheet.contains(".qr-paper { fill: white; }") && sheet.contains(".qr-ink { fill: black; }"));
}
