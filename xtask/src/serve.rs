//! The command `serve`.

use crate::error::{Error, Result};
use crate::page;
use crate::place::Place;
use crate::server::{Port, Server};

/// The port that is tried first where none is asked for.
const FIRST: u16 = 8080;

/// The port that the options ask for.
pub fn port(options: &[&str]) -> Result<Port> {
    let value = match options {
        [] => return Ok(Port::From(FIRST)),
        ["--port", value] => *value,
        [option] if option.starts_with("--port=") => option.trim_start_matches("--port="),
        _ => {
            return Err(Error::Usage(format!("serve does not know: {}", options.join(" "))));
        }
    };
    let number =
        value.parse().map_err(|_| Error::Usage(format!("--port {value}: expected a number from 0 to 65535")))?;
    Ok(Port::Exactly(number))
}

/// Builds the page and serves it until the program is stopped.
pub fn serve(place: &Place, port: Port) -> Result<()> {
    // Before the build, so that a taken port is reported at once.
    let server = Server::start(&place.dist(), port)?;
    page::build(place)?;
    println!("Common Ground is at {} (Ctrl-C stops it)", server.address());
    server.run()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_may_be_asked_for_in_two_ways_or_not_at_all() {
        assert!(matches!(port(&[]), Ok(Port::From(8080))));
        assert!(matches!(port(&["--port", "9000"]), Ok(Port::Exactly(9000))));
        assert!(matches!(port(&["--port=0"]), Ok(Port::Exactly(0))));
    }

    #[test]
    fn what_is_no_port_is_refused_with_what_was_expected() {
        let check = |options: &[&str], expected: &str| {
            assert!(port(options).is_err_and(|error| error.to_string() == expected), "{options:?}");
        };
        check(&["--port", "70000"], "--port 70000: expected a number from 0 to 65535");
        check(&["--port"], "serve does not know: --port");
        check(&["--open"], "serve does not know: --open");
    }
}
