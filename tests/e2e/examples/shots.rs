//! Takes pictures of every screen, to be looked at: light and dark, at three widths, as `cargo xtask test` would see
//! it.
//!
//! `cargo run --package common-ground-e2e --example shots -- FOLDER`, with the environment of the end-to-end tests.

use std::path::PathBuf;
use std::{env, fs};

use common_ground_e2e::browser::{Driver, Setting};
use common_ground_e2e::page::Page;
use common_ground_e2e::screens::{Theme, prepare};
use common_ground_e2e::stop::Must;

const SIZES: [(u32, u32); 3] = [(360, 740), (768, 1024), (1280, 900)];

fn main() {
    let folder = PathBuf::from(env::args_os().nth(1).must("a folder to write into, as the one argument"));
    fs::create_dir_all(&folder).must("making the folder");
    let driver = Driver::start();
    let page = Page::set(&driver, &[Setting::Calm]);
    page.visit("");
    let take = |name: &str, width: u32, theme: Theme| {
        let path = folder.join(format!("{name}-{width}-{}.png", theme.key()));
        fs::write(&path, page.browser().picture()).must("writing a picture");
        println!("{}", path.display());
    };
    let all = || SIZES.into_iter().flat_map(|size| Theme::ALL.map(|theme| (size, theme)));
    for ((width, height), theme) in all() {
        page.browser().resize(width, height);
        page.colours(theme);
        take("first-page", width, theme);
    }
    page.browser().resize(1280, 900);
    let screens = prepare(&page);
    for ((width, height), theme) in all() {
        page.browser().resize(width, height);
        page.colours(theme);
        for screen in &screens {
            page.visit(&screen.fragment);
            take(&screen.name, width, theme);
        }
    }
}
