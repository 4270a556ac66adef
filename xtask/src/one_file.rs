//! `dist/common-ground.html`: the whole application in one file, which is opened by a double click and asks nobody for
//! anything.
//!
//! ```text
//! head  policy, referrer, viewport, title, icon, a few styles until the others are unpacked
//! body  what can be read before the code has loaded (from index.html)
//!       carried   an assessment or an invitation, as a link carries it, with its catalogue; empty in what is built
//!       src/site/boot.js
//!       program   script of wasm-bindgen, styles, program: packed together, see `packed.rs`
//! ```
//!
//! The policy allows the two scripts and the two pieces of style by their hashes, WebAssembly, and images that are
//! data; nothing else, so no request to anywhere. The file is written in the form in which a browser gives elements
//! back as text, so that a page that writes itself anew is the same to the byte. Elements of the page's own have the
//! attribute `data-own`.

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use crate::place::Place;
use crate::policy::{self, hash};
use crate::run::run;
use crate::sizes::grouped;
use crate::tools::PageTools;
use crate::{glue, names, packed, wasm};

/// Its name in `dist/`; the page asks for it by this name when a person wants a page of their own.
pub const NAME: &str = "common-ground.html";

/// The bytes that it should have at most.
const GOAL: usize = 350_000;

/// The bytes that it may have until then, up to the next 5 000; to be lowered with the file.
const CEILING: usize = 700_000;

/// What the eyes have until the styles are unpacked.
const WAITING: &str = ":root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{margin:0 auto;max-width:42rem;\
                       padding:1.5rem}#stopped{display:none}";

/// What the page is made of.
struct Parts {
    /// The script that wasm-bindgen writes.
    glue: String,
    /// All styles.
    style: String,
    /// The program.
    wasm: Vec<u8>,
    /// The script that starts it.
    boot: String,
}

/// Writes the file from the built page and the program in Cargo's target folder, and prints what it weighs.
///
/// # Errors
///
/// Where a part is missing or does not fit, or the file is bigger than it may be.
pub fn build(place: &Place, tools: &PageTools) -> Result<()> {
    let style = policy::inline(&fs::read_to_string(place.dist().join("index.html"))?, "style").concat();
    let boot = glue::reduced(&fs::read_to_string(place.root().join("src/site/boot.js"))?)
        .context("src/site/boot.js: a text in it runs over several lines")?;
    let (glue, wasm) = program(place, tools)?;
    let parts = Parts { glue, style, wasm, boot };
    let page = page(&fs::read_to_string(place.root().join("index.html"))?, &parts)?;
    let bytes: Vec<u8> = page.iter().flat_map(|letter| letter.to_le_bytes()).collect();
    fs::write(place.dist().join(NAME), &bytes)?;
    println!(
        "one file: {} bytes in dist/{NAME}, of a program of {}; {} are the goal, {} the ceiling\n",
        grouped(bytes.len()),
        grouped(parts.wasm.len()),
        grouped(GOAL),
        grouped(CEILING),
    );
    ensure!(
        bytes.len() <= CEILING,
        "dist/{NAME} has {} bytes more than it may: make it smaller again, or raise CEILING in xtask/src/one_file.rs with the \
         reason",
        grouped(bytes.len() - CEILING)
    );
    Ok(())
}

/// How the script asks for what was cut off; see `parts.rs`.
const CUT: &str = "require(\"__wasm_split_placeholder__\")";

/// How the script begins.
const BEGIN: &str = "let wasm_bindgen = (function(exports) {\n";

/// What takes the place of fetching parts: each is there, so whoever asks for one hears so at once, and calls into one
/// lead to the same program.
const TOGETHER: &str = "const together = new Proxy({}, { get: (_, name) => (name.startsWith('__wasm_split_load_')
? (index, data) => Promise.resolve().then(() => wasm.__indirect_function_table.get(index)(data, 1))
: (...given) => wasm[name.replace('_import_', '_export_')](...given)) });
";

/// The program as one module, and its script as a plain one: a page that was opened as a file may load no modules. The
/// module is the one that the hosted page's parts are cut from, whole.
fn program(place: &Place, tools: &PageTools) -> Result<(String, Vec<u8>)> {
    let folder = place.target().join("one-file");
    let linked = fs::read(place.target().join("wasm32-unknown-unknown/page/common-ground.wasm"))?;
    fs::create_dir_all(&folder)?;
    let module = folder.join("linked.wasm");
    fs::write(&module, wasm::with_table(&linked)?)?;
    let mut command = std::process::Command::new(&tools.bindgen);
    command
        .args(["--target", "no-modules", "--no-typescript", "--keep-lld-exports", "--out-name", "one", "--out-dir"])
        .arg(&folder)
        .arg(module);
    run(&mut command)?;
    let script = fs::read_to_string(folder.join("one.js"))?;
    let module = fs::read(folder.join("one_bg.wasm"))?;
    let (module, script) = names::shortened(&module, &joined(&script)?)?;
    Ok((glue::reduced(&script).unwrap_or(script), wasm::lightened(&module)?))
}

/// The script with all parts together, where the program is one that can be cut.
fn joined(script: &str) -> Result<String> {
    let joined = match script.strip_prefix(BEGIN) {
        Some(rest) if script.contains(CUT) => [BEGIN, TOGETHER, &rest.replace(CUT, "together")].concat(),
        _ => script.to_owned(),
    };
    let whole = !joined.contains("require(");
    ensure!(whole, "the script of wasm-bindgen asks for a module, which a page in one file has not");
    Ok(joined)
}

/// The file, as letters of UTF-16 with the mark before them.
fn page(index: &str, parts: &Parts) -> Result<Vec<u16>> {
    for (what, script) in [("src/site/boot.js", &parts.boot), ("the script of wasm-bindgen", &parts.glue)] {
        // Either would end the element, or change how its end is found.
        let ends = script.contains("</script") || script.contains("<!--");
        ensure!(!ends, "{what} holds what ends a script in a page");
    }
    let whole = [parts.glue.as_bytes(), parts.style.as_bytes(), &parts.wasm].concat();
    let sizes =
        format!("{} {} {} {}", adler2::adler32_slice(&whole), parts.glue.len(), parts.style.len(), parts.wasm.len());
    let start = format!(
        "\u{feff}<!doctype html>\n<html lang=\"en-GB\"><head>{}</head><body>{}\
         <script type=\"text/plain\" id=\"carried\" data-own=\"\"></script>\
         <script data-own=\"\">{}</script>\
         <script type=\"text/plain\" id=\"program\" data-sizes=\"{sizes}\" data-own=\"\">",
        head(index, parts)?,
        body(index)?,
        parts.boot,
    );
    let mut letters: Vec<u16> = start.encode_utf16().collect();
    letters.extend(packed::letters(&packed::packed(&whole)?));
    letters.extend("</script></body></html>\n".encode_utf16());
    Ok(letters)
}

/// The head: the policy first, and from `index.html` what is said about the page there.
fn head(index: &str, parts: &Parts) -> Result<String> {
    let policy = format!(
        "default-src 'none'; script-src 'wasm-unsafe-eval' {} {}; style-src {} {}; img-src data:; base-uri 'none'; \
         form-action 'none'",
        hash(&parts.boot),
        hash(&parts.glue),
        hash(WAITING),
        hash(&parts.style),
    );
    let mut head = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\" data-own=\"\">");
    for start in [
        "<meta name=\"viewport\"",
        "<meta name=\"referrer\"",
        "<title",
        "<meta name=\"description\"",
        "<link rel=\"icon\"",
    ] {
        let line = index.lines().map(str::trim).find(|line| line.starts_with(start));
        let line = line.with_context(|| format!("index.html has no line that begins with {start}"))?;
        head.push_str(&owned(line));
    }
    head.extend(["<style id=\"waiting\" data-own=\"\">", WAITING, "</style>"]);
    Ok(head)
}

/// What stands in the body of `index.html`, without comments and indentation.
fn body(index: &str) -> Result<String> {
    let body = index.split_once("<body>").and_then(|(_, rest)| rest.split_once("</body>"));
    let (body, _) = body.context("index.html has no body")?;
    let mut text = String::new();
    for line in body.lines() {
        let line_text = line.trim();
        if line_text.starts_with("<!--") && line_text.ends_with("-->") {
            continue;
        }
        // The children of the body stand one step further in than the body does.
        let child = line.strip_prefix("    ").is_some_and(|rest| rest.starts_with('<') && !rest.starts_with("</"));
        text.push_str(&if child { owned(line_text) } else { line_text.to_owned() });
    }
    Ok(text.replace(" hidden", " hidden=\"\""))
}

/// The element with the mark of the page's own.
fn owned(element: &str) -> String {
    element.replacen('>', " data-own=\"\">", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "<!doctype html>
<html lang=\"en-GB\">
  <head>
    <meta name=\"viewport\" content=\"width=device-width\">
    <meta name=\"referrer\" content=\"no-referrer\">
    <title>Common Ground</title>
    <meta name=\"description\" content=\"How far.\">
    <link rel=\"icon\" href=\"data:,\">
  </head>
  <body>
    <!-- Not for readers. -->
    <div id=\"before\">
      <p>Loading.</p>
    </div>
    <div id=\"stopped\" hidden>
      <p>Stopped.</p>
    </div>
  </body>
</html>
";

    fn parts() -> Parts {
        Parts {
            glue: "let wasm_bindgen;\n".to_owned(),
            style: "p{color:red}".to_owned(),
            wasm: (0..=255).collect(),
            boot: "'use strict';\n".to_owned(),
        }
    }

    fn made(parts: &Parts) -> Result<String> {
        Ok(String::from_utf16(&page(INDEX, parts)?)?)
    }

    #[test]
    fn the_policy_allows_the_two_scripts_and_the_two_styles_and_no_request() -> Result<()> {
        let (page, parts) = (made(&parts())?, parts());
        let policy = page.split("content=\"").nth(1).and_then(|rest| rest.split('"').next());
        let expected = format!(
            "default-src 'none'; script-src 'wasm-unsafe-eval' {} {}; style-src {} {}; img-src data:; base-uri 'none'; \
             form-action 'none'",
            hash(&parts.boot),
            hash(&parts.glue),
            hash(WAITING),
            hash(&parts.style)
        );
        assert_eq!(policy, Some(expected.as_str()));
        assert!(page.contains(&format!("<script data-own=\"\">{}</script>", parts.boot)), "what the hash is of");
        assert!(page.contains(&format!("<style id=\"waiting\" data-own=\"\">{WAITING}</style>")));
        Ok(())
    }

    #[test]
    fn no_address_stands_in_it_that_a_browser_would_fetch() -> Result<()> {
        let page = made(&parts())?;
        for mark in ["src=", "http://", "https://", "url(", "@import"] {
            assert!(!page.contains(mark), "{mark}");
        }
        assert_eq!(page.matches("href=").count(), 1, "that of the icon, which is data");
        Ok(())
    }

    #[test]
    fn what_can_be_read_before_comes_from_the_index_and_every_element_of_it_is_marked() -> Result<()> {
        let page = made(&parts())?;
        let expected = "<body><div id=\"before\" data-own=\"\"><p>Loading.</p></div>\
                        <div id=\"stopped\" hidden=\"\" data-own=\"\"><p>Stopped.</p></div>\
                        <script type=\"text/plain\" id=\"carried\" data-own=\"\"></script>\
                        <script data-own=\"\">'use strict';\n</script>\
                        <script type=\"text/plain\" id=\"program\" data-sizes=\"";
        assert!(page.contains(expected), "{page}");
        assert!(page.starts_with("\u{feff}<!doctype html>\n<html lang=\"en-GB\"><head><meta http-equiv="));
        Ok(())
    }

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        for end in ["'</script>'", "'<!--'"] {
            assert!(page(INDEX, &Parts { boot: end.to_owned(), ..parts() }).is_err());
            assert!(page(INDEX, &Parts { glue: end.to_owned(), ..parts() }).is_err());
        }
    }

    #[test]
    fn the_parts_of_a_program_are_together_and_no_other_module_is_asked_for() -> Result<()> {
        let cut = format!("{BEGIN}const import1 = {CUT};\nconst import2 = {CUT};\n}})();\n");
        let expected = format!("{BEGIN}{TOGETHER}const import1 = together;\nconst import2 = together;\n}})();\n");
        assert_eq!(joined(&cut)?, expected);
        let whole = format!("{BEGIN}}})();\n");
        assert_eq!(joined(&whole)?, whole);
        assert!(joined("const import1 = require(\"other\");").is_err());
        Ok(())
    }

    #[test]
    fn an_index_that_lacks_a_line_is_an_error_that_names_it() {
        let index = INDEX.replace("<title>Common Ground</title>", "");
        let error = page(&index, &parts()).map_err(|error| error.to_string());
        assert_eq!(error, Err("index.html has no line that begins with <title".to_owned()));
    }
}
