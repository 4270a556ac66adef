//! Links as mail and chat leave them.
//!
//! The manglings are written out here a second time, forwards, as the programs do them.

use std::fmt::Write as _;

use base64::Engine;
use common_ground::link::{self, Found, LinkError};
use common_ground::route::Route;
use proptest::prelude::*;

use super::file::{LOOK, read};
use super::link::hostile::sealed;
use super::link::{decode, encode, small};

const HOST: &str = "https://example.org/common-ground/";

/// A token of this version and kind with so many bytes of payload, which hold every letter of the alphabet.
fn token(version: u8, kind: u8, bytes: u8) -> String {
    let payload: Vec<u8> = (0..bytes).map(|byte| byte.wrapping_mul(0x9d) ^ 0xf5).collect();
    sealed(version, kind, &payload).trim_start_matches("#/v/").to_owned()
}

/// A reply with `-` and `_` in it.
fn reply() -> String {
    let token = token(1, 2, 240);
    assert!(token.contains('-') && token.contains('_'), "{token}");
    token
}

fn address(token: &str) -> String {
    format!("{HOST}#/v/{token}")
}

fn tokens(text: &str) -> Vec<Result<String, LinkError>> {
    link::find(text).into_iter().map(|found| found.token).collect()
}

/// The only link of this text arrived whole.
fn arrives(text: &str, token: &str) {
    assert_eq!(tokens(text), [Ok(token.to_owned())], "{text}");
}

/// Nothing in this text is a link, and nothing is taken for a broken one.
fn is_nothing(text: &str) {
    assert_eq!(link::find(text), [], "{text}");
    assert_eq!(decode(text), Err(LinkError::NotALink), "{text}");
}

/// Every byte but letters and digits as an escape, as `encodeURIComponent` does.
fn percent(text: &str) -> String {
    let plain = |one: char| one.is_ascii_alphanumeric() || "-_.!~*'()".contains(one);
    text.chars().map(|one| if plain(one) { one.to_string() } else { format!("%{:02X}", u32::from(one)) }).collect()
}

fn safe_links(address: &str) -> String {
    let data =
        "05%7C02%7Csam%40example.org%7C4f0e%7C0%7C638%7CUnknown%7CTWFpbGZsb3d8eyJWIjoiMC4w%3D%7C3000&sdata=k%2Fq";
    format!("https://eur01.safelinks.protection.outlook.com/?url={}&data={data}&reserved=0", percent(address))
}

fn proofpoint_2(address: &str) -> String {
    let plain = |one: char| one.is_ascii_alphanumeric() || one == '.';
    let letter = |one: char| match one {
        '/' => "_".to_owned(),
        one if plain(one) => one.to_string(),
        one => format!("-{:02X}", u32::from(one)),
    };
    let url: String = address.chars().map(letter).collect();
    format!(
        "https://urldefense.proofpoint.com/v2/url?u={url}&d=DwMFaQ&c=euGZstcaTDllvimEN8b7jXrwqOf-v5A_CdpgnVfiiMM&e="
    )
}

fn proofpoint_3(address: &str) -> String {
    let gone: String = address.chars().filter(|one| "#%".contains(*one)).collect();
    let kept = base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(gone);
    format!("https://urldefense.com/v3/__{}__;{kept}!!AbCd_e-F!kZ0$", address.replace(['#', '%'], "*"))
}

fn google(address: &str) -> String {
    format!("https://www.google.com/url?q={}&sa=D&source=editors&ust=1763884800000000&usg=AOvVaw0xyz", percent(address))
}

fn barracuda(address: &str) -> String {
    let lower = percent(address).replace("%3A", "%3a").replace("%2F", "%2f");
    format!("https://linkprotect.cudasvc.com/url?a={lower}&c=E,1,Ab-c_d&typo=1")
}

/// Lines of 76 characters with `=` at their ends, as mail is sent.
fn quoted_printable(text: &str) -> String {
    let escaped = text.replace('=', "=3D").replace('\u{a0}', "=C2=A0");
    escaped.as_bytes().chunks(75).map(|line| std::str::from_utf8(line).unwrap()).collect::<Vec<_>>().join("=\r\n")
}

fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn quoted(text: &str, mark: &str) -> String {
    text.lines().map(|line| [mark, line].concat()).collect::<Vec<_>>().join("\n")
}

fn wrapped(text: &str, width: usize, end: &str) -> String {
    text.as_bytes().chunks(width).map(|line| std::str::from_utf8(line).unwrap()).collect::<Vec<_>>().join(end)
}

/// Version 2 of Proofpoint's twice: `-2D2D` cannot be told from a `-` and the letters `2D`.
fn is_twice_proofpoint_2(text: &str) -> bool {
    text.contains("proofpoint.com_v2_")
}

const GATEWAYS: [fn(&str) -> String; 7] =
    [str::to_owned, safe_links, proofpoint_2, proofpoint_3, google, barracuda, |address| percent(&percent(address))];

#[test]
fn all_links_of_a_text_are_found_with_their_places() {
    let (one, two) = (encode(&small()), encode(&read(LOOK)));
    let text = format!("First https://example.org/#/v/{one}\nthen {two}\nand cg:{one}, a Questionnaire-AQAA-of-mine");
    let second = 30 + one.len() + 6;
    let third = second + two.len() + 8;
    let expected = [(30, &one), (second, &two), (third, &one)]
        .map(|(at, token)| Found { range: at..at + token.len(), token: Ok(token.clone()) });
    assert_eq!(link::find(&text), expected);
}

#[test]
fn the_place_of_a_broken_link_ends_with_its_last_letter() {
    let token = encode(&read(LOOK));
    let text = format!("Look: {HOST}#/v/{}\n{}\nRegards, Sam", &token[..60], &token[60..100]);
    let [one] = &link::find(&text)[..] else { panic!("{text}") };
    assert_eq!(text[one.range.clone()], format!("{}\n{}", &token[..60], &token[60..100]));
    assert_eq!(one.token, Err(LinkError::CutShort { arrived: 100, whole: Some(token.len()) }));
}

#[test]
fn an_address_whose_fragment_was_escaped_is_read_as_it_was_meant() {
    let token = reply();
    let fragment = format!("/v/{token}");
    let meant = Route::Link(fragment.clone());
    assert_eq!(Route::parse(&format!("#{fragment}")), meant);
    let once = percent(&fragment);
    assert_eq!(once, format!("%2Fv%2F{token}"));
    assert_eq!(Route::parse(&format!("#{once}")), meant);
    assert_eq!(Route::parse(&format!("#{}", once.to_lowercase().replace(&token.to_lowercase(), &token))), meant);
    assert_eq!(Route::parse(&format!("#{}", percent(&once))), meant, "twice over");
    assert_eq!(Route::parse(&format!("#{}", percent(&format!("#{fragment}")))), meant, "with its own mark");
    // What leads nowhere is said as it stands in the address.
    for nowhere in ["/some%2Fwhere", "%2Fsome", "%zz", "%", "%2", "%ff%fe", "%C3%A9"] {
        assert_eq!(Route::parse(&format!("#{nowhere}")), Route::Nowhere(nowhere.to_owned()));
    }
}

#[test]
fn a_link_has_three_forms() {
    let token = reply();
    for text in [
        address(&token),
        format!("#/v/{token}"),
        format!("/v/{token}"),
        format!("{}{token}", link::ROUTE),
        format!("{}{token}", link::CODE),
        format!("Cg: {token}"),
        format!("CG:\n{token}"),
        format!("file:///home/sam/My%20Files/common-ground.html#/v/{token}"),
        token.clone(),
    ] {
        arrives(&text, &token);
    }
}

#[test]
fn what_stands_around_a_link_is_not_part_of_it() {
    let token = reply();
    for link in [address(&token), format!("cg:{token}"), token.clone()] {
        for (before, behind) in [
            ("", "."),
            ("", ","),
            ("", "…"),
            ("(", ")"),
            ("[", "]"),
            ("<", ">"),
            ("{", "}"),
            ("\"", "\""),
            ("'", "'"),
            ("“", "”"),
            ("„", "“"),
            ("‘", "’"),
            ("«", "»"),
            ("「", "」"),
            ("*", "*"),
            ("**", "**"),
            ("_", "_"),
            ("__", "__"),
            ("~", "~"),
            ("~~", "~~"),
            ("`", "`"),
            ("```\n", "\n```"),
            ("||", "||"),
            ("-", "-"),
            ("Здесь: ", " спасибо"),
            ("链接：", "，谢谢"),
            ("リンクは", "です"),
            ("الرابط ", " شكرا"),
            ("🙂", "🙂"),
            ("", "&utm_source=mail&utm_medium=email"),
            ("", "?fbclid=IwAR0abc-DEF_ghi"),
            ("", "#more"),
            ("", "/"),
            ("[our picture](", ")"),
            ("<a href=\"", "\">our picture</a>"),
            ("<a href='", "'>our picture</a>"),
            ("<", "|our picture>"),
            ("[our picture](<", "> \"title\")"),
            ("{\"text\":\"", "\\nThanks\"}"),
            ("Hello Sam,\r\n\r\nhere it is:\r\n", "\r\n\r\nRegards,\r\nKim\r\n"),
            ("> ", "\n> Regards"),
        ] {
            arrives(&format!("{before}{link}{behind}"), &token);
        }
    }
}

#[test]
fn a_link_arrives_through_every_gateway_and_every_two_of_them() {
    let token = reply();
    for inner in GATEWAYS {
        arrives(&format!("See {} please", inner(&address(&token))), &token);
        for outer in GATEWAYS {
            let text = outer(&inner(&address(&token)));
            if !is_twice_proofpoint_2(&text) {
                arrives(&text, &token);
            }
        }
        for text in [html(&inner(&address(&token))), html(&html(&inner(&address(&token))))] {
            arrives(&format!("<p><a href=\"{text}\" style=\"color:#0563c1\">Our&nbsp;picture</a></p>"), &token);
        }
        let page = format!("<p>Hi,</p><a href=\"{}\" target=3D>the link</a>", html(&inner(&address(&token))));
        arrives(&quoted_printable(&page), &token);
        arrives(&quoted(&quoted_printable(&inner(&address(&token))), "> "), &token);
    }
}

#[test]
fn behind_a_gateway_other_links_are_read_as_they_are() {
    let (one, two) = (reply(), token(1, 1, 200));
    for gateway in GATEWAYS {
        for between in [" and ", "\n", "\n\n> "] {
            let text = format!("{}{between}{}", gateway(&address(&one)), address(&two));
            assert_eq!(tokens(&text), [Ok(one.clone()), Ok(two.clone())], "{text}");
        }
        // The one around the address was cut off.
        let text = format!("{} {} {two}", proofpoint_2(HOST).split_once('&').unwrap().0, gateway(&address(&one)));
        assert_eq!(tokens(&text), [Ok(one.clone()), Ok(two.clone())], "{text}");
    }
}

#[test]
fn a_link_arrives_through_quoted_lines() {
    let token = reply();
    for link in [address(&token), format!("cg:{token}"), token.clone()] {
        for width in [20, 64, 76] {
            for mark in
                ["", "> ", ">", ">> ", "> > > ", "| ", "\t", "    ", "&gt; ", "&gt;&gt;&nbsp;", ">=C2=A0", ">=20"]
            {
                for end in ["\n", "\r\n", " \n", "=\r\n", "=\n"] {
                    let text = format!("Kim wrote:\n\n{}\n\nThanks\n", quoted(&wrapped(&link, width, end), mark));
                    arrives(&text, &token);
                }
            }
        }
    }
}

#[test]
fn a_link_arrives_through_characters_that_nobody_sees() {
    let token = reply();
    for nothing in [
        "\u{200b}",
        "\u{200c}",
        "\u{200d}",
        "\u{2060}",
        "\u{feff}",
        "\u{ad}",
        "\u{200e}",
        "\u{a0}",
        "\u{202f}",
        "\\",
        "&shy;",
        "&#8203;",
        "&#x200B;",
        "&zwnj;",
        "&nbsp;",
        "%E2%80%8B",
        "%C2%AD",
        "%20",
        "%0A",
        "=E2=80=8B",
        "=20=\n",
        "=\n",
    ] {
        let strewn: String = address(&token).split_inclusive(['-', '/', 'C']).collect::<Vec<_>>().join(nothing);
        arrives(&strewn, &token);
    }
}

#[test]
fn a_link_arrives_with_its_letters_escaped() {
    let token = reply();
    for (dash, line) in [
        ("%2D", "%5F"),
        ("%252d", "%255f"),
        ("=2D", "=5F"),
        ("&#45;", "&#95;"),
        ("&hyphen;", "&lowbar;"),
        ("\\-", "\\_"),
        ("&#x2010;", "&#x5f;"),
        ("\u{2010}", "_"),
        ("\u{2011}", "_"),
    ] {
        arrives(&address(&token.replace('-', dash).replace('_', line)), &token);
    }
    for route in [
        "#/v/",
        "%23/v/",
        "%23%2Fv%2F",
        "%2523%252fv%252F",
        "%252523%25252Fv%25252F",
        "&#35;/v/",
        "&num;&sol;v/",
        "&#x23;&#x2f;v&#x2F;",
        "&amp;#35;/v/",
        "#\\/v\\/",
        "=23/v/",
        "#=\n/v/",
        "#/\n> v/",
        "*/v/",
        "*23*2Fv*2F",
    ] {
        arrives(&format!("{HOST}{route}{token}"), &token);
    }
    arrives(&format!("cg%3A{token}"), &token);
}

#[test]
fn a_link_that_is_shown_shortened_is_found_once() {
    let token = reply();
    let (short, whole) = (format!("{}…", &address(&token)[..60]), address(&token));
    for text in [
        format!("[{short}]({whole})"),
        format!("<a href=\"{whole}\">{short}</a>"),
        format!("{short}\n{whole}"),
        format!("{}...<{}>", &short[..60], safe_links(&whole)),
    ] {
        arrives(&text, &token);
    }
    let cut = LinkError::CutShort { arrived: 60 - HOST.len() - 4, whole: Some(token.len()) };
    assert_eq!(tokens(&short), [Err(cut)]);
}

#[test]
fn mail_as_text_and_as_html_has_the_link_twice() {
    let token = reply();
    let text = format!(
        "--0000a1\r\nContent-Type: text/plain; charset=\"UTF-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n\
         --0000a1\r\nContent-Type: text/html; charset=\"UTF-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n\
         --0000a1--\r\n",
        quoted_printable(&format!("My answers: {}", address(&token))),
        quoted_printable(&format!("<div dir=\"ltr\">My answers: <a href=\"{}\">here</a></div>", address(&token))),
    );
    assert_eq!(tokens(&text), [Ok(token.clone()), Ok(token)]);
}

#[test]
fn a_cut_link_says_how_much_arrived_whatever_follows() {
    let token = reply();
    let cut = |arrived: usize| [Err(LinkError::CutShort { arrived, whole: Some(token.len()) })];
    for arrived in [8, 20, 100, token.len() - 2] {
        for link in [address(&token[..arrived]), format!("cg:{}", &token[..arrived])] {
            for behind in [
                "",
                "…",
                "...",
                "[…]",
                "\nRegards, Sam",
                " and have a nice day, all of you",
                "\n> On Monday Kim wrote:\n",
                "\n\nA longer paragraph of prose with more than enough words in it to make up for all that is missing of the \
                 link but for none of what it said and so on and on without a comma until the number of letters is reached \
                 which takes a good many words since a reply has about as many letters as this paragraph has and then some \
                 more for good measure.",
            ] {
                assert_eq!(tokens(&format!("{link}{behind}")), cut(arrived), "{link}{behind}");
            }
            for gateway in GATEWAYS {
                assert_eq!(tokens(&gateway(&address(&token[..arrived]))), cut(arrived));
            }
        }
        let lines = wrapped(&address(&token[..arrived]), 80, "\n");
        if (lines.len() - 1) % 81 >= 16 || lines.len() < 80 {
            assert_eq!(tokens(&format!("{lines}\nRegards, Sam")), cut(arrived), "{lines}");
        }
    }
}

#[test]
fn a_cut_link_does_not_take_the_next_one_with_it() {
    let (one, two) = (reply(), token(1, 1, 200));
    let cut = Err(LinkError::CutShort { arrived: 100, whole: Some(one.len()) });
    for next in
        [address(&two), format!("cg:{two}"), two.clone(), safe_links(&address(&two)), proofpoint_2(&address(&two))]
    {
        for between in ["\n", " ", "\n> ", "\n\n"] {
            let text = format!("{}{between}{next}", address(&one[..100]));
            assert_eq!(tokens(&text), [cut.clone(), Ok(two.clone())], "{text}");
        }
    }
}

#[test]
fn a_damaged_link_is_told_from_a_cut_one() {
    let token = reply();
    let mut changed = token.clone();
    changed.replace_range(100..101, if &token[100..101] == "x" { "y" } else { "x" });
    for text in [
        address(&changed),
        format!("cg:{changed}"),
        changed.clone(),
        format!("{} and more", address(&changed)),
        wrapped(&address(&changed), 70, "\n> "),
        safe_links(&address(&changed)),
        proofpoint_2(&address(&changed)),
    ] {
        assert_eq!(tokens(&text), [Err(LinkError::Damaged)], "{text}");
    }
    let without = format!("{}{}", &token[..100], &token[101..]);
    assert_eq!(
        tokens(&format!("{}\nBye", address(&without))),
        [Err(LinkError::CutShort { arrived: token.len() - 1, whole: Some(token.len()) })]
    );
}

#[test]
fn every_version_up_to_15_is_found_and_a_newer_one_says_so() {
    for version in 1..=15 {
        for kind in [0, 1, 2, 9, 15] {
            let token = token(version, kind, 150);
            let expected = if version > link::VERSION { Err(LinkError::Newer(version)) } else { Ok(token.clone()) };
            for text in [
                address(&token),
                format!("cg:{token}."),
                format!("({token})"),
                format!("*{token}*"),
                proofpoint_2(&address(&token)),
            ] {
                assert_eq!(tokens(&text), std::slice::from_ref(&expected), "{text}");
            }
            assert_eq!(
                tokens(&address(&token[..50])),
                [Err(LinkError::CutShort { arrived: 50, whole: Some(token.len()) })]
            );
        }
    }
}

#[test]
fn what_is_no_link_of_ours_is_not_reported_as_a_broken_one() {
    let blob = base64::engine::general_purpose::STANDARD.encode((0..200).collect::<Vec<u8>>());
    for text in [
        "",
        "Dear all, thank you for the lively discussion. Again: Awareness matters, Against all odds; BACKGROUND, CALENDAR.",
        "AgendaItemRendererFactory AwesomeComponentWithALongName BASE_CURRENCY_CONVERSION DAILY_REPORT_2024",
        "BA8F1C1E-6A55-4A53-9A63-0D7F6F0C8A11 ca8f1c1e-6a55-4a53-9a63-0d7f6f0c8a11 DA39A3EE5E6B4B0D3255BFEF95601890AFD80709",
        "AQICAHhQzT0pLmN7vWxYz1A2B3C4D5E6F7G8H9I0JkLmNoPqRsTuVwXyZ0123456789abcdefABCDEF",
        "CAESBkFCQ0RFRhgBIAEoATABOAFAAUgBUAFYAWABaAFwAXgBgAEBiAEBkAEBmAEB",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq2nq8yVbC1yqv0QnC2i3Zf1Jx0 sam@example.org",
        "https://example.org/#/method https://example.org/#/c/7f/results https://shop.example/#/cart?id=23&v=1",
        "https://video.example/v/AgAxBcDeFgHiJkLmNoPq https://example.org/?fbclid=IwAR0AQCbBwF9VMFy2zYQ&trk=AQFk3",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__example.org_a-2Db&d=DwMFaQ&c=AQ-v5A_CdpgnVfiiMM&e=",
        "https://www.google.com/url?q=https%3A%2F%2Fexample.org%2F%23about&usg=AOvVaw0xyz",
        "https://protect.mimecast-offshore.example/s/AgQkBc1dEfGhIjKlMnOpQ?domain=example.org",
        blob.as_str(),
    ] {
        is_nothing(text);
    }
    let token = reply();
    arrives(&format!("{}\nAgAxBcDeFgHiJkLmNoPq", address(&token)), &token);
    // The route of another site.
    for text in ["https://video.example/#/v/dQw4w9WgXcQ", "https://video.example/#/v/Ag3", "https://example.org/#/v/"] {
        assert_eq!(link::find(text), [], "{text}");
    }
}

#[test]
fn a_piece_of_a_bare_token_is_reported_when_half_of_it_arrived() {
    let token = reply();
    let cut = |arrived: usize| LinkError::CutShort { arrived, whole: Some(token.len()) };
    let half = token.len() / 2;
    assert_eq!(tokens(&format!("Here: {}", &token[..half])), [Err(cut(half))]);
    assert_eq!(tokens(&format!("Here: {}", &token[..half - 1])), []);
    // Whoever has nothing else to open is told.
    assert_eq!(decode(&token[..16]), Err(cut(16)));
    assert_eq!(decode(&token[..15]), Err(LinkError::NotALink));
    // Behind the address' `#`, as the page is given it.
    assert_eq!(decode(&format!("/v/{}", &token[..2])), Err(LinkError::CutShort { arrived: 2, whole: None }));
}

#[test]
fn the_first_link_that_arrived_whole_is_opened() {
    let token = encode(&read(LOOK));
    let newer = address(&self::token(15, 0, 90));
    for before in [address(&token[..90]), address("zzzzzzzzzzzz"), newer.clone(), format!("{newer} {HOST}#/v/AQ")] {
        assert_eq!(decode(&format!("{before} {}", address(&token))), decode(&token), "{before}");
    }
    assert_eq!(decode(&format!("{} {newer}", address(&token[..90]))), Err(LinkError::Newer(15)));
}

#[test]
fn a_text_full_of_beginnings_is_searched_to_its_end() {
    let length = 60_000;
    for piece in [
        // Each claims to be a million characters long.
        "AQCAgD0AAAAAAAAAA ",
        "#/v/AQCAgD0AAAAAAAAAA ",
        "cg:AQCAgD0A",
        "#/v/",
        "cg:",
        "*/v/",
        "x",
        "A",
        "A ",
        "AQ ",
        "-A",
        "> ",
        ">\n",
        "%25",
        "%2",
        "%",
        "%23",
        "&amp;",
        "&#35",
        "&",
        "=",
        "= ",
        "=\n",
        "=3D",
        "\u{200b}",
        "\u{a0}",
        "é",
        "2/url?u=-",
        "A\u{200b}\u{200b}\u{200b}",
        "\\",
    ] {
        let text = piece.repeat(length / piece.len());
        let expected =
            if piece.contains("AQCAgD0A") && piece != "AQCAgD0AAAAAAAAAA " { text.len() / piece.len() } else { 0 };
        assert_eq!(link::find(&text).len(), expected, "{piece:?}");
        let token = reply();
        assert_eq!(tokens(&format!("{text}.\n{}", address(&token))).last(), Some(&Ok(token)), "{piece:?}");
    }
}

#[test]
fn a_thousand_replies_in_mail_are_found() {
    let mut text = String::new();
    let mut sent = Vec::new();
    for number in 0..1_000_u32 {
        let payload: Vec<u8> =
            (0..40).map(|at| number.wrapping_mul(0x9e37_79b1).to_le_bytes()[usize::from(at % 4)] ^ at).collect();
        let link = sealed(1, 2, &payload);
        sent.push(Ok(link[4..].to_owned()));
        let gateway = GATEWAYS[number as usize % GATEWAYS.len()];
        write!(
            text,
            "From: member{number}@example.org\nSubject: Re: CoP\n\nHi,\n> {}\n\n",
            gateway(&[HOST, &link].concat())
        )
        .unwrap();
    }
    assert_eq!(tokens(&text), sent);
}

/// What may stand in between at any place of a link.
fn between() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        " ", "\n", "\r\n", "\n> ", "\n>> ", "\n| ", "=\n", "=\r\n", "=\r\n> ", "\u{200b}", "\u{feff}", "\u{ad}",
        "\u{a0}", "\t", "&nbsp;", "%20", "=20", "\n&gt; ",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_is_put_in_anywhere_a_link_arrives(
        puts in prop::collection::vec((0..400_usize, between()), 1..12),
        form in 0..3_usize,
        kind in 0..3_u8,
        bytes in 0..120_u8,
    ) {
        let token = token(1, kind, bytes);
        let (before, link) = [(HOST, format!("#/v/{token}")), ("", format!("cg:{token}")), ("", token.clone())][form].clone();
        let mut pieces: Vec<String> = link.chars().map(String::from).chain([String::new()]).collect();
        for (at, put) in puts {
            let at = at % pieces.len();
            pieces[at].insert_str(0, put);
        }
        let text = [before, &pieces.concat()].concat();
        prop_assert_eq!(tokens(&text), [Ok(token)], "{:?}", text);
    }

    #[test]
    fn through_every_gateway_the_same_token_arrives(
        token in (1..3_u8, 0..16_u8, prop::collection::vec(any::<u8>(), 0..300)),
        path in "[a-z0-9/_?=&-]{0,20}",
        which in prop::collection::vec(0..GATEWAYS.len(), 0..3),
        lines in 30..80_usize,
    ) {
        let (version, kind, payload) = token;
        let link = sealed(version, kind, &payload);
        let mut text = format!("https://example.org/{path}{link}");
        for one in which {
            text = GATEWAYS[one](&text);
            prop_assume!(!is_twice_proofpoint_2(&text));
        }
        let token = &link[4..];
        let expected = if version > link::VERSION { Err(LinkError::Newer(version)) } else { Ok(token.to_owned()) };
        prop_assert_eq!(tokens(&text), std::slice::from_ref(&expected), "{}", text);
        let mail = quoted_printable(&html(&text));
        prop_assert_eq!(tokens(&mail), std::slice::from_ref(&expected), "{}", mail);
        let lines = wrapped(&text, lines, "\r\n> ");
        prop_assert_eq!(tokens(&lines), [expected], "{}", lines);
    }

    #[test]
    fn any_text_is_searched(text in any::<String>()) {
        prop_assert_eq!(link::find(&text), []);
    }

    #[test]
    fn any_text_of_what_means_something_is_searched(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "#/v/", "cg:", "*/v/", "2/url?u=", "-23_v_", "AQCeAgAB", "AQ", "z", "%", "25", "2", "3", "=", "\n", ">", "|", "&", "amp;",
            "#", "x", "35;", "gt;", "é", "\u{200b}", "\u{a0}", "*", "-", "_", " ", "\\", "\r", "99999999;", "#xD800;", "#+1;",
        ]), 0..60),
    ) {
        let text = pieces.concat();
        for found in link::find(&text) {
            prop_assert!(text.get(found.range.clone()).is_some(), "{:?}", found);
            prop_assert!(found.token.is_err());
        }
        prop_assert!(decode(&text).is_err());
    }
}
