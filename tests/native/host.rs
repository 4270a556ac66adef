//! What a host says and how it is read: whatever it is, a wrong message is one documented fault and nothing else.

use common_ground::catalogue::Side;
use common_ground::host::{self, Colours, FORMAT, Fault, Heard, MAX_BYTES, Options, REASON, Said, Start, hear, origin};
use common_ground::route::Place;
use common_ground::tree::Tree;

fn message(rest: &str) -> String {
    format!("{{\"format\":\"{FORMAT}\",\"version\":1,{rest}}}")
}

#[track_caller]
fn wrong(text: &str, code: &str, about: &str) {
    let fault = hear(text).unwrap_err();
    assert_eq!((fault.code(), fault.to_string().as_str()), (code, about), "{text:.200}");
}

#[test]
fn every_kind_of_message_is_read() {
    let heard = |rest: &str| hear(&message(rest)).unwrap();
    assert_eq!(heard(r#""kind":"hello""#), Heard::Hello);
    assert_eq!(heard(r#""kind":"ask""#), Heard::Ask);
    assert_eq!(heard(r#""kind":"saved","stamp":"0f""#), Heard::Saved { stamp: "0f".into() });
    assert_eq!(heard(r#""kind":"loading""#), Heard::Loading);
    assert_eq!(heard(r#""kind":"failed","why":"gone\n""#), Heard::Failed { why: Some("gone ".into()) });
    let refused = Heard::Refused { stamp: "0f".into(), why: Some("No disk.".into()) };
    assert_eq!(heard(r#""kind":"refused","stamp":"0f","why":"No disk.""#), refused);
    assert_eq!(heard(r#""kind":"refused","stamp":"0f""#), Heard::Refused { stamp: "0f".into(), why: None });
    assert_eq!(heard(r#""kind":"load""#), Heard::Load(None));
    assert_eq!(heard(r#""kind":"load","assessment":null"#), Heard::Load(None));
    // The assessment stays text, with its keys in their order.
    assert_eq!(heard(r#""kind":"load","assessment":{"b":1,"a":[2]}"#), Heard::Load(Some(r#"{"b":1,"a":[2]}"#.into())));
}

#[test]
fn keys_that_are_not_known_are_passed_over_whatever_they_are_called() {
    let more = r#""kind":"ask","__proto__":{"kind":"hello"},"constructor":1,"toString":"x""#;
    assert_eq!(hear(&message(more)), Ok(Heard::Ask));
}

#[test]
fn a_wrong_message_is_one_fault_with_a_code_and_a_sentence() {
    let expected = "format: \"common-ground/host\" is expected";
    for strange in ["[]", "1", "null", "{}", r#"{"format":"acme","version":1}"#, r#"{"format":1}"#] {
        wrong(strange, "format", expected);
    }
    wrong("", "not-json", "not JSON: EOF while parsing a value at line 1 column 0");
    let version = |version: &str| format!("{{\"format\":\"{FORMAT}\",\"version\":{version},\"kind\":\"ask\"}}");
    wrong(&version("2"), "version", "version 2 is not known here: 1 is");
    wrong(&version("-1"), "version", "version -1 is not known here: 1 is");
    wrong(&version("1e300"), "version", "version 1e+300 is not known here: 1 is");
    wrong(&version("\"1\""), "version", "version \"1\" is not known here: 1 is");
    wrong(&version("null"), "version", "version null is not known here: 1 is");
    wrong(&message(r#""kind":7"#), "field", "kind: a text is expected");
    wrong(&message(r#""x":7"#), "field", "kind: a text is expected");
    let kinds = "is not one of hello, loading, load, failed, saved, refused, ask";
    wrong(&message(r#""kind":"save""#), "kind", &format!("kind: \"save\" {kinds}"));
    wrong(&message(r#""kind":"__proto__""#), "kind", &format!("kind: \"__proto__\" {kinds}"));
    let stamp = "stamp: the stamp of a save is expected";
    for wrong_stamp in ["1", "null", "\"a b\"", "\"<b>\"", &format!("\"{}\"", "a".repeat(65))] {
        wrong(&message(&format!("\"kind\":\"saved\",\"stamp\":{wrong_stamp}")), "field", stamp);
    }
    let why = format!("\"kind\":\"refused\",\"stamp\":\"a\",\"why\":\"{}\"", "é".repeat(REASON + 1));
    wrong(&message(&why), "field", "why: a text of at most 300 characters is expected");
    let assessment = "assessment: the object of a file, or null for a new one, is expected";
    for other in ["1", "true", "\"{}\"", "[]"] {
        wrong(&message(&format!("\"kind\":\"load\",\"assessment\":{other}")), "field", assessment);
    }
}

#[test]
fn what_is_too_deep_too_large_or_out_of_range_is_not_read() {
    let deep = format!("\"kind\":\"load\",\"assessment\":{{\"a\":{}1{}}}", "[".repeat(200), "]".repeat(200));
    assert_eq!(hear(&message(&deep)).unwrap_err().code(), "not-json");
    assert_eq!(hear(&"[".repeat(MAX_BYTES)).unwrap_err().code(), "not-json");
    assert_eq!(hear(&" ".repeat(MAX_BYTES + 1)), Err(Fault::TooLarge(MAX_BYTES + 1)));
    assert_eq!(hear(&message(r#""kind":"load","assessment":{"a":1e999}"#)).unwrap_err().code(), "not-json");
    assert_eq!(hear(&message(r#""kind":"ask","kind":"hello""#)).unwrap_err().code(), "not-json");
}

#[test]
fn what_a_fault_repeats_is_short_and_on_one_line() {
    let long = format!("\"kind\":\"{}\\n{}\"", "\\u202e<script>", "x".repeat(10_000));
    let about = hear(&message(&long)).unwrap_err().to_string();
    assert!(about.chars().count() < 160 && !about.contains(['\n', '\u{202e}']), "{about}");
}

#[test]
fn a_reason_is_one_line_without_marks_that_turn_it() {
    let refused = message(r#""kind":"refused","stamp":"a","why":"a\nb\u202ec""#);
    assert_eq!(hear(&refused), Ok(Heard::Refused { stamp: "a".into(), why: Some("a b c".into()) }));
}

#[test]
fn strangers_messages_are_told_from_wrong_ones() {
    let strange = |text: &str| hear(text).unwrap_err().is_strange();
    assert!(strange("{\"source\":\"react-devtools\"}") && strange("hello") && Fault::NotText.is_strange());
    assert!(!strange(&message(r#""kind":"x""#)));
}

#[test]
fn everything_that_is_said_is_json_of_this_protocol() {
    let name = "\"<b>\u{1f}\\ é";
    let said = [
        (host::ready(), "ready"),
        (host::height(812), "height"),
        (Said::Welcome(&Options::default()).to_text(), "welcome"),
        (Said::Load.to_text(), "load"),
        (Said::Loaded { id: "a", name }.to_text(), "loaded"),
        (Said::Save { stamp: "0f", assessment: "{\"id\":\"a\"}" }.to_text(), "save"),
        (Said::Changed { id: "a", updated: "2026-11-20T16:05:00Z" }.to_text(), "changed"),
        (Said::Results("{\"id\":\"a\"}").to_text(), "results"),
        (Said::Declined.to_text(), "declined"),
        (Said::Error(&Fault::Kind(name.into())).to_text(), "error"),
    ];
    for (one, kind) in said {
        let Tree::Object(entries) = Tree::parse(&one).unwrap() else { panic!("an object") };
        let get = |key: &str| entries.iter().find(|(name, _)| name == key).map(|(_, value)| value.clone());
        assert_eq!(get("format"), Some(FORMAT.into()));
        assert_eq!(get("version"), Some(1_u64.into()));
        assert_eq!(get("kind"), Some(kind.into()));
        if kind == "loaded" {
            assert_eq!(get("name"), Some(name.into()));
        }
    }
}

#[test]
fn options_that_are_not_known_are_answered_with_the_default() {
    let read = Options::read;
    assert_eq!(read("?lang=de&theme=red&side=both&start=nowhere"), Options::default());
    assert_eq!(read(""), Options::default());
    assert_eq!(read("?theme&side=&=x&&start"), Options::default());
    let asked = read("?theme=dark&side=members&start=expectations/top&lang=en");
    let expected = Options {
        theme: Some(Colours::Dark),
        side: Some(Side::Members),
        start: Start::Place(Place::Expectations(common_ground::route::Part::Top)),
    };
    assert_eq!(asked, expected);
    for start in [Start::Home, Start::Method, Start::Portfolio, Start::Place(Place::Results)] {
        assert_eq!(read(&format!("start={}", start.key())).start, start);
    }
}

#[test]
fn a_link_that_is_handed_on_carries_no_options() {
    let without = Options::without;
    assert_eq!(without("https://a.example/?theme=dark&start=results"), "https://a.example/");
    assert_eq!(without("https://a.example/x.aspx?id=7&lang=en&view=2"), "https://a.example/x.aspx?id=7&view=2");
    assert_eq!(without("https://a.example/?themes=1"), "https://a.example/?themes=1");
    assert_eq!(without("file:///a/b.html"), "file:///a/b.html");
}

#[test]
fn a_host_is_called_by_the_origin_that_the_browser_names() {
    let check = |given: &str, expected: Option<&str>| assert_eq!(origin(given).as_deref(), expected, "{given}");
    check("https://intranet.example", Some("intranet.example"));
    check("https://intranet.example:8443", Some("intranet.example:8443"));
    check("http://localhost:8080", Some("http://localhost:8080"));
    check("https://xn--bcher-kva.example", Some("xn--bcher-kva.example"));
    check("http://[::1]:80", Some("http://[::1]:80"));
    for none in ["null", "", "file://", "https://", "https://a b.example", "https://a.example\u{202e}moc", "intranet"] {
        check(none, None);
    }
    check(&format!("https://{}.example", "a".repeat(200)), None);
}
