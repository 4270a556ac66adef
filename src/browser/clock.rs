//! What time it is, and something random.

use js_sys::{Date, Math};

/// Now in UTC, `2026-11-20T16:05:00Z`.
pub fn now() -> String {
    let text = String::from(Date::new_0().to_iso_string());
    // Milliseconds say nothing to a person and cost room in every file.
    match text.split_once('.') {
        Some((seconds, _)) => format!("{seconds}Z"),
        None => text,
    }
}

/// The day where the person is, `2026-11-20`.
pub fn today() -> String {
    let date = Date::new_0();
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// How many minutes the clock where the person is is ahead of UTC now. In the other half of the year it may be an hour
/// off.
pub fn ahead() -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "whole minutes of less than a day")]
    let behind = Date::new_0().get_timezone_offset() as i32;
    -behind
}

/// Sixteen random bytes: the browser's own, else as random as its arithmetic is.
pub fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    let drawn = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        for byte in &mut bytes {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
            let drawn = (Math::random() * 256.0) as u8;
            *byte = drawn;
        }
    }
    bytes
}
