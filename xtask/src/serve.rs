//! The command `serve`.

use anyhow::Result;

use crate::page;
use crate::place::Place;
use crate::server::{Port, Server};

/// The port that is tried first where none is asked for.
pub const FIRST: u16 = 8080;

/// Builds the page and serves it until the program is stopped.
pub fn serve(place: &Place, port: Port) -> Result<()> {
    // Before the build, so that a taken port is reported at once.
    let server = Server::start(&place.dist(), port)?;
    page::build(place)?;
    println!("Common Ground is at {} (Ctrl-C stops it)", server.address());
    server.run()
}
