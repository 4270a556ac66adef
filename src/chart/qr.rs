//! A QR code: a text as a square of dark and light modules (ISO/IEC 18004), for a camera that looks at a screen.

use qrcodegen::{QrCode, QrCodeEcc};

use super::path::Outline;
use super::scene::{Mark, Scene};

/// The light modules around a code on each side, without which readers do not find it (ISO/IEC 18004).
const QUIET: f64 = 4.0;

/// The most bytes that a code holds: version 40 with error correction L.
const MOST_BYTES: usize = 2_953;

/// The most modules a side that are easy to scan from a screen: version 25, up to 997 bytes.
///
/// A proposal, not a norm. Denso Wave, who invented the code, recommends four or more dots a module for stable reading
/// (qrcode.com, "Point for setting the module size"). A laptop's page has room for some 500 CSS pixels of height beside
/// its words: at four a module that is 125 modules, 117 and the quiet zone.
pub const MOST_MODULES: u8 = 117;

/// A QR code.
#[derive(Clone, Debug, PartialEq)]
pub struct Qr {
    /// One unit a module, the quiet zone around it. Decoration until the caller gives it a title.
    pub scene: Scene,
    /// The modules a side, without the quiet zone: 21 to 177.
    pub modules: u8,
    /// Whether there are more than [`MOST_MODULES`]: offer another way beside it.
    pub dense: bool,
}

/// The QR code of a text, as its bytes in UTF-8; `None` where it has more than 2 953 of them.
///
/// The smallest version that holds it with error correction M (15 % may be lost), or with L (7 %) where none does; a
/// higher level where the same version has room for it. Dark on white, whatever the page's colours are: not every
/// reader knows codes that are light on dark.
///
/// ```
/// use common_ground::chart::{Scene, qr};
/// let code = qr("https://example.org/#/v/AgNa").unwrap();
/// assert_eq!((code.modules, code.dense), (29, false));
/// let named = Scene { title: "The link as a QR code".to_owned(), ..code.scene };
/// assert!(named.to_svg().starts_with(r#"<svg class="qr" viewBox="0 0 37 37" role="img""#));
/// assert_eq!(qr(&"x".repeat(2_954)), None);
/// ```
pub fn qr(text: &str) -> Option<Qr> {
    // Spares the work on what cannot fit, however long it is.
    if text.len() > MOST_BYTES {
        return None;
    }
    let encode = |level| QrCode::encode_binary(text.as_bytes(), level);
    let code = encode(QrCodeEcc::Medium).or_else(|_| encode(QrCodeEcc::Low)).ok()?;
    let modules = u8::try_from(code.size()).ok()?;
    let width = f64::from(modules) + 2.0 * QUIET;
    let marks = vec![Mark::rect("qr-paper", (0.0, 0.0), (width, width), 0.0), Mark::path("qr-ink", dark(&code))];
    Some(Qr { scene: Scene::fluid("qr", "", (width, width), marks), modules, dense: modules > MOST_MODULES })
}

/// The dark modules as one path, so that no hairlines show between them: a rectangle for each run in a row.
fn dark(code: &QrCode) -> String {
    let at = |module: i32| f64::from(module) + QUIET;
    let mut outline = Outline::default();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            // What lies beyond the edge is light.
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                outline = outline.start(at(start), at(y)).across(at(x)).down(at(y + 1)).across(at(start)).close();
            }
            x += 1;
        }
    }
    outline.data()
}
