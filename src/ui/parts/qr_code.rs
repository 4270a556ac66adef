//! A QR code, dark on white in light and in dark.

use crate::chart::{self, Scene};
use crate::text::EN;
use crate::ui::markup::{El, of, svg};

/// The QR code of a text, with a warning where it is too dense to scan from a screen; words where the text is too long.
pub fn qr_code(text: &str, title: &str) -> El {
    let code = of("div", "qrcode");
    let Some(qr) = chart::qr(text) else { return code.add(of("p", "t-2 xs").text(EN.inviting.qr_none)) };
    let scene = Scene { title: title.to_owned(), ..qr.scene };
    code.add(svg(&scene.to_svg())).maybe(qr.dense.then(|| of("p", "t-2 xs").text(EN.inviting.qr_dense)))
}
