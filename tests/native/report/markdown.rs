//! Markdown, as another program reads it.

use common_ground::assessment::{Action, Evidence, Measure};
use common_ground::report::markdown::escape::{block, inline, link};
use proptest::prelude::*;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};
use serde_json::json;

use super::super::generate;
use super::{ALL, NONE, example, page, with_own};

/// Every extension but the one that changes quotes and dashes.
fn parse(text: &str) -> Vec<Event<'_>> {
    Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION).collect()
}

/// The words, as one line.
fn words(text: &str) -> String {
    let gap = |letter: char| letter.is_whitespace() || letter.is_control();
    text.split(gap).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What is read as text; anything that is neither text nor one of these tags is shown.
fn read(text: &str, tags: &[Tag<'_>]) -> String {
    let mut read = String::new();
    for event in parse(text) {
        match event {
            Event::Text(text) => read.push_str(&text),
            Event::HardBreak | Event::End(TagEnd::Paragraph) => read.push('\n'),
            // A soft break stands between "before" and the line.
            Event::SoftBreak | Event::End(_) => {}
            Event::Start(tag) => assert!(tags.contains(&tag), "{tag:?} in {text:?}"),
            other => panic!("{other:?} in {text:?}"),
        }
    }
    read
}

/// The text, wherever a line of it may stand.
fn check_inline(text: &str) {
    let (line, expected) = (inline(text), words(text));
    if expected.is_empty() {
        assert_eq!(line, "");
        return;
    }
    assert_eq!(read(&line, &[Tag::Paragraph]), format!("{expected}\n"), "{line:?}");
    assert_eq!(read(&format!("before\n{line}\n"), &[Tag::Paragraph]).replace("before", ""), format!("{expected}\n"));
    assert_eq!(read(&format!("- {line}"), &[Tag::List(None), Tag::Item]), expected, "{line:?}");
    assert_eq!(read(&format!("**{line}**: a"), &[Tag::Paragraph, Tag::Strong]), format!("{expected}: a\n"));
    let heading = Tag::Heading { level: pulldown_cmark::HeadingLevel::H1, id: None, classes: vec![], attrs: vec![] };
    assert_eq!(read(&format!("# {line}"), &[heading]), expected, "{line:?}");
    let table = format!("| a | b |\n| --- | --- |\n| {line} | c |\n");
    let cells: Vec<String> = cells(&table);
    assert_eq!(cells, ["a", "b", &expected, "c"], "{table}");
}

/// The cells of the only table.
fn cells(table: &str) -> Vec<String> {
    let mut cells = Vec::new();
    for event in parse(table) {
        match event {
            Event::Start(Tag::TableCell) => cells.push(String::new()),
            Event::Text(text) => cells.last_mut().unwrap().push_str(&text),
            Event::Start(Tag::Table(_) | Tag::TableHead | Tag::TableRow) | Event::End(_) => {}
            other => panic!("{other:?} in {table:?}"),
        }
    }
    cells
}

/// The paragraphs and lines of a text, alone and quoted.
fn check_block(text: &str) {
    let ends = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let lines: Vec<String> = text.split(ends).map(words).collect();
    let paragraphs = lines.split(String::is_empty).filter(|lines| !lines.is_empty());
    let expected: String = paragraphs.flat_map(|lines| [lines.join("\n"), "\n".to_owned()]).collect();
    assert_eq!(read(&block(text, ""), &[Tag::Paragraph]), expected);
    let quoted = block(text, "> ");
    assert_eq!(read(&quoted, &[Tag::Paragraph, Tag::BlockQuote(None)]), expected, "{quoted:?}");
}

/// 13 of 53 steps are shared, 24.5 %: rounded to a whole one it would be the 25 % that it does not reach.
#[test]
fn one_figure_is_the_same_wherever_it_stands() {
    let ids: Vec<String> =
        (1..=12).map(|number| format!("O{number}")).chain(["S1".to_owned(), "S2".to_owned()]).collect();
    let all = |most: u8, last: u8| {
        let steps = ids.iter().map(|id| (id.clone(), json!(if id == "S2" { last } else { most })));
        json!({"importance": steps.collect::<serde_json::Map<_, _>>()})
    };
    let file = json!({"format": "common-ground/assessment", "version": 1, "id": "pond-keepers",
        "community": {"name": "Pond keepers", "phase": "launch"}, "items": ids,
        "organisation": all(4, 1), "members": all(1, 0)});
    let text = page(&crate::file::read(&file.to_string()), NONE);
    assert!(text.matches("24.5\u{202f}%").count() >= 3, "{text}");
    // What it needs is there as before; what one side wants of the other's has no threshold.
    let mut others = text.lines().filter(|line| !line.starts_with("| What it wants,"));
    assert!(!others.any(|line| line.replace("needs 25\u{202f}%", "").contains("25\u{202f}%")), "{text}");
}

#[test]
fn what_means_something_in_markdown_stays_text() {
    for text in [
        "# a",
        "a #",
        "- a",
        "+ a",
        "* a",
        "1. a",
        "12) a",
        "> a",
        "    a",
        "\ta",
        "---",
        "***",
        "===",
        "```",
        "~~~",
        "`a`",
        "*a*",
        "__a__",
        "~~a~~",
        "[a](http://b)",
        "[a]: http://b",
        "[a]",
        "[^1]",
        "![a](b)",
        "<b>",
        "<!-- a",
        "&amp;",
        "&#35;",
        "a\\",
        "\\",
        "a\\|b",
        "a|b",
        "|a|",
        "| --- |",
        "http://a.org",
        "<http://a.org>",
        "a@b.org",
        "$a$",
        "$$",
        "^a^",
        "{#a}",
        ": a",
        "a\n===",
        "a\n---",
        "[ ] a",
        "[[a]]",
        "+++",
        "---\na: b\n---",
        "a  \nb",
        "1.",
        "6.5",
        "::: a",
        "> [!NOTE]\n> a",
        "\u{0}",
        "\u{feff}# a",
        "a\u{2028}# b",
        "a\r# b",
        "\u{b}- b",
    ] {
        check_inline(text);
        check_block(text);
    }
}

#[test]
fn an_address_becomes_a_link_only_where_it_may_be_followed() {
    let dest = |markdown: &str| {
        parse(markdown).into_iter().find_map(|event| match event {
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        })
    };
    let check = |address: &str, expected: Option<&str>| {
        let link = link("a ] (b)", address);
        assert_eq!(dest(&link).as_deref(), expected, "{link}");
    };
    check("https://a.org/b?c=d&e=f#g", Some("https://a.org/b?c=d&e=f#g"));
    check(" HTTP://A.org/(x) ", Some("HTTP://A.org/(x)"));
    check("mailto:a@b.org", Some("mailto:a@b.org"));
    check("https://a.org/&copy=1", Some("https://a.org/&copy=1"));
    check("https://a.org/a b>c\\|ü\n\"", Some("https://a.org/a%20b%3Ec%5C%7C%C3%BC%0A%22"));
    for refused in
        ["javascript:alert(1)", "data:text/html,x", "file:///etc", "//a.org", "a.org", "httpss://a", "java\nscript:x"]
    {
        check(refused, None);
    }
}

#[test]
fn neither_notes_nor_names_come_along_unless_chosen() {
    let mut assessment = example();
    assessment.actions =
        vec![Action { id: "a1".into(), text: "Do it".into(), owner: "Ann Owner".into(), ..Action::default() }];
    assessment.measures =
        vec![Measure { id: "m1".into(), name: "Count".into(), owner: "Ben Keeper".into(), ..Measure::default() }];
    let note = assessment.notes.values_mut().next().unwrap();
    note.evidence = vec![Evidence { text: "Minutes".into(), person: "Cy Witness".into(), ..Evidence::default() }];
    let names = ["Mara Lind", "Ann Owner", "Ben Keeper", "Director of networks"];
    let notes = ["Two design standards", "Minutes", "Written in a workshop", "intranet.northmere.example"];
    let holds = |include, words: &[&str]| {
        let page = page(&assessment, include);
        words.iter().map(|word| page.contains(word)).collect::<Vec<_>>()
    };
    assert_eq!(holds(NONE, &names), [false; 4]);
    assert_eq!(holds(NONE, &notes), [false; 4]);
    assert_eq!(holds(ALL, &names), [true; 4]);
    assert_eq!(holds(ALL, &notes), [true; 4]);
    let only_notes = common_ground::report::Include { names: false, notes: true };
    assert_eq!(holds(only_notes, &["Minutes", "Cy Witness"]), [true, false]);
    assert_eq!(holds(ALL, &["Cy Witness"]), [true]);
}

#[test]
fn of_fewer_than_three_replies_no_name_is_told() {
    let mut assessment = example();
    let replies = std::sync::Arc::make_mut(&mut assessment.answered.replies);
    let mut left = 2;
    replies.retain(|reply| {
        reply.side != common_ground::catalogue::Side::Organisation || {
            left -= 1;
            left >= 0
        }
    });
    let page = page(&assessment, ALL);
    assert!(page.contains("The organisation: heard from two people."), "{page}");
    assert!(!page.contains("Director of networks") && !page.contains("Head of asset planning"));
}

/// How often each kind of block and link is there.
fn shape(page: &str) -> (usize, usize, Vec<usize>) {
    let (mut headings, mut widths, mut tables) = (0, Vec::new(), 0);
    for event in parse(page) {
        match event {
            Event::Start(Tag::Heading { .. }) => headings += 1,
            Event::Start(Tag::Table(columns)) => {
                tables += 1;
                widths.push(columns.len());
            }
            Event::Html(_) | Event::InlineHtml(_) | Event::Rule | Event::Code(_) => panic!("{event:?} in {page}"),
            Event::Start(Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock | Tag::Emphasis) => {
                panic!("{event:?} in {page}")
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let start = dest_url.to_ascii_lowercase();
                assert!(
                    ["http://", "https://", "mailto:"].iter().any(|scheme| start.starts_with(scheme)),
                    "{dest_url}"
                );
            }
            _ => {}
        }
    }
    (headings, tables, widths)
}

proptest! {
    #[test]
    fn any_text_stays_text(text in generate::text()) {
        check_inline(&text);
        check_block(&text);
    }

    #[test]
    fn marks_in_any_order_stay_text(text in r"[-\\`*_{}\[\]()#+!|<>&~=$^@:.1a \n]{0,24}") {
        check_inline(&text);
        check_block(&text);
    }

    #[test]
    fn any_address_is_a_link_or_text(words in generate::text(), address in generate::text()) {
        for address in [address.clone(), format!("https://{address}")] {
            let link = link(&words, &address);
            shape(&link);
            shape(&format!("| {link} |\n| --- |\n"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_assessment_gives_a_page_with_nothing_in_it_but_what_we_put_there(assessment in generate::assessment()) {
        let (headings, tables, _) = shape(&page(&assessment, ALL));
        // What is there once a snapshot is: the section with its two parts, a table each.
        let past = usize::from(!assessment.snapshots.is_empty());
        let (headings, tables) = (headings - 3 * past, tables - 2 * past);
        // The title and eleven sections; notes twice and bridges once at most; the tables of outlook, items, sides,
        // practices, gates, contributions.
        prop_assert!((12..=15).contains(&headings), "{headings}");
        prop_assert!((6..=8).contains(&tables), "{tables}");
    }

    #[test]
    fn an_own_expectation_stands_in_its_cell(text in generate::text()) {
        prop_assume!(!words(&text).is_empty());
        let page = page(&with_own(&text), NONE);
        let row = page.lines().find(|line| line.starts_with("| 13 |")).unwrap();
        let table = format!("| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n{row}\n");
        let expected = words(&text);
        let cells = cells(&table);
        prop_assert_eq!(&cells[7], &expected);
        prop_assert_eq!(&cells[8..], ["open", "open", "?, ?", "Still open"]);
    }
}
