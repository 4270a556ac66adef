//! Common Ground: in the browser the page, natively the command line.

#[cfg(target_arch = "wasm32")]
fn main() {
    common_ground::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    common_ground::cli::run()
}
