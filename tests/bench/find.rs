//! How long it takes to find the links in a text: a thousand replies in mail, and texts made to make it slow, which
//! must cost no more for each byte when they are ten times as long. Run with `cargo xtask bench`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use common_ground::link;

/// A link that arrives whole: an assessment of version 1.
const LINK: &str = include_str!("../golden/link-v1.txt");

/// The pieces that hostile texts are made of.
const PIECES: [&str; 20] = [
    "noise ",
    "x",
    "#/v/",
    "cg:",
    "*/v/",
    "%25",
    "%",
    "> ",
    "\n>",
    "&amp;",
    "&#",
    "=",
    "= ",
    "\u{200b}",
    "-A",
    "AQ ",
    "AQCAgD0A ",
    "#/v/AQCAgD0AAAAAAAAAA ",
    "AQCAgD0A\u{200b}\u{200b}\u{200b}\u{200b}\n",
    "2/url?u=-2D",
];

fn main() {
    let token = LINK.trim();
    // A reply is about as long as a tenth of this link: the piece stands for its letters, and is reported as cut short.
    let reply = token.get(..100).unwrap_or_default();
    let mails = |count: usize, token: &str| {
        format!("From: Kim\nSubject: Re: our community\n\n> https://example.org/#/v/{token}\n\n").repeat(count)
    };
    print("1 000 replies in mail", &mails(1_000, reply));
    print("100 whole links in mail", &mails(100, token));
    println!("\n{:<44}{:>12}{:>12}{:>8}", "hostile texts, ns a byte", "1 MB", "10 MB", "ratio");
    for piece in PIECES {
        let [short, long] = [1_000_000, 10_000_000].map(|length| {
            let text = piece.repeat(length / piece.len());
            time(&text).as_secs_f64() * 1e9 / f64::from(u32::try_from(text.len()).unwrap_or(u32::MAX))
        });
        println!("{:<44}{short:>12.1}{long:>12.1}{:>8.2}", format!("{piece:?}"), long / short);
    }
}

fn print(name: &str, text: &str) {
    let found = link::find(text).len();
    println!("{name}: {} bytes, {found} found, {:?}", text.len(), time(text));
}

/// The median of five.
fn time(text: &str) -> Duration {
    let mut times = [Duration::ZERO; 5];
    for time in &mut times {
        let start = Instant::now();
        black_box(link::find(black_box(text)));
        *time = start.elapsed();
    }
    times.sort_unstable();
    let [_, _, median, _, _] = times;
    median
}
