//! Whether a page can be put into any folder of any server: every address in it must be relative, and lead to a file.
//!
//! Reads the page as text: what is looked for is written by Trunk or in `index.html`, so a parser would find no more.

/// What stands before an address, in markup, in Trunk's script and in styles.
const MARKS: &[&str] = &["src=", "href=", "from", "module_or_path:", "import(", "url("];

/// The addresses that would tie the page to a place, each with the reason.
pub fn faults(page: &str, exists: impl Fn(&str) -> bool) -> Vec<String> {
    let mut faults: Vec<String> = MARKS
        .iter()
        .flat_map(|mark| page.match_indices(mark))
        .filter(|(at, mark)| !mark.ends_with('=') || names_attribute(page.get(..*at).unwrap_or_default()))
        .filter_map(|(at, mark)| page.get(at + mark.len()..).and_then(|rest| address(rest, mark)))
        .filter_map(|address| fault(address, &exists).map(|reason| format!("{address}: {reason}")))
        .collect();
    faults.sort();
    faults.dedup();
    faults
}

/// Whether an attribute may begin after the text, and not one of a link that a reader follows: that may lead anywhere.
fn names_attribute(before: &str) -> bool {
    let tag = before.rsplit('<').next().unwrap_or_default();
    before.ends_with([' ', '\t', '\r', '\n', '"', '\'']) && tag.split_whitespace().next() != Some("a")
}

/// The address at the start of a text: up to the closing quote. Without quotes one is accepted only where markup and
/// styles allow it; elsewhere the mark was a word of a sentence.
fn address<'a>(rest: &'a str, mark: &str) -> Option<&'a str> {
    let rest = rest.trim_start();
    let quote = rest.chars().next()?;
    if matches!(quote, '"' | '\'') {
        return rest.get(1..)?.split(quote).next();
    }
    match mark {
        "src=" | "href=" => rest.split([' ', '\n', '>']).next(),
        "url(" => rest.split([' ', ')']).next(),
        _ => None,
    }
}

fn fault(address: &str, exists: impl Fn(&str) -> bool) -> Option<&'static str> {
    if address.starts_with("data:") || address.starts_with('#') {
        return None;
    }
    if address.starts_with('/') {
        return Some("begins at the root of the server");
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if path.split('/').next().is_some_and(|first| first.contains(':')) {
        return Some("names a server or a scheme");
    }
    if path.split('/').any(|part| part == "..") {
        return Some("leaves the folder of the page");
    }
    let name = path.strip_prefix("./").unwrap_or(path);
    (!name.is_empty() && !exists(name)).then_some("there is no such file")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: &[&str]) {
        assert_eq!(faults(page, |name| name == "app.js" || name == "app_bg.wasm"), expected, "{page}");
    }

    #[test]
    fn a_page_as_trunk_writes_it_has_no_faults() {
        check(
            r##"<link rel="modulepreload" href="./app.js" crossorigin="anonymous" integrity="sha384-AAAA">
            <link rel=preload href=./app_bg.wasm><link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E">
            <script type="module">
import init, * as bindings from './app.js';
const wasm = await init({ module_or_path: './app_bg.wasm' });
</script><use href="#mark"/><style>a { background: url(data:,x); mask: url("#m") }</style>"##,
            &[],
        );
    }

    #[test]
    fn a_page_without_spare_spaces_and_quotes_is_read_too() {
        check(r#"<link rel="icon"href=./app.js><script>import a from"./app.js"</script>"#, &[]);
        let tied = r#"<link rel="icon"href=/app.js><script>import a from"/app_bg.wasm"</script>"#;
        check(tied, &["/app.js: begins at the root of the server", "/app_bg.wasm: begins at the root of the server"]);
    }

    #[test]
    fn addresses_that_tie_the_page_to_a_place_are_named_with_the_reason() {
        check("<script\n  src=\"/app.js\"></script>", &["/app.js: begins at the root of the server"]);
        check("<script>import init from '/app.js';</script>", &["/app.js: begins at the root of the server"]);
        check("init({ module_or_path: '//a.example/x' })", &["//a.example/x: begins at the root of the server"]);
        check("<link href=https://a.example/b.css>", &["https://a.example/b.css: names a server or a scheme"]);
        check(
            "<style>@import url(https://a.example/b.css)</style>",
            &["https://a.example/b.css: names a server or a scheme"],
        );
        check("<img src='../logo.svg'>", &["../logo.svg: leaves the folder of the page"]);
        check("<img src='./logo.svg?v=1'>", &["./logo.svg?v=1: there is no such file"]);
    }

    #[test]
    fn links_that_a_reader_follows_and_words_of_a_sentence_are_left_alone() {
        check("<a class='x' href='https://a.example/'>far</a> and from here to there, data-href=/x", &[]);
    }
}
