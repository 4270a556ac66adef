//! A page of another origin that keeps the assessment, or asks for one that it does not keep; and a hostile one.

use std::fs;

use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::host::{self, Host};
use common_ground_e2e::page::{Answer, Page, Role, statement};
use common_ground_e2e::stop::Must;
use common_ground_e2e::{environment, file};
use serde_json::{Value, json};

const ID: &str = "0b8f1c1e-6a55-4a53-9a63-0d7f6f0c8a11";

/// A page that keeps the assessment in its own storage, and remembers every event.
fn keeper() -> Host {
    Host::of(format!(
        "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>Intranet</title><h1>Intranet</h1>{}
        <common-ground src=\"{}\" theme=\"light\"></common-ground>
        <script>
            window.ground = document.querySelector('common-ground');
            window.events = [];
            for (const name of ['ready', 'height', 'changed', 'results', 'declined', 'error']) {{
                ground.addEventListener(name, (event) => events.push([name, event.detail]));
            }}
            if (location.hash !== '#without') ground.storage = {{
                load: () => localStorage.getItem('kept'),
                save: async (assessment) => {{
                    if (window.refuses) throw new Error(window.refuses);
                    localStorage.setItem('kept', JSON.stringify(assessment));
                }},
            }};
        </script>",
        host::script(),
        environment::page(),
    ))
}

/// What the page around has kept.
#[track_caller]
fn kept(page: &Page) -> Value {
    let kept = page.around("return localStorage.getItem('kept')", Vec::new());
    serde_json::from_str(kept.as_str().unwrap_or("null")).must("reading what is kept")
}

/// The events of a kind that the page around has heard.
#[track_caller]
fn events(page: &Page, name: &str) -> Vec<Value> {
    let script = "return events.filter(([name]) => name === arguments[0]).map(([, detail]) => detail)";
    page.around(script, vec![json!(name)]).as_array().cloned().unwrap_or_default()
}

#[test]
fn a_page_that_embeds_it_holds_the_storage_and_survives_a_reload() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let intranet = keeper();
    page.visit_framed(&intranet);
    // It had nothing, so a new one was begun and handed to it.
    page.wait_until("a new one is begun", || page.fragment().ends_with("/community"));
    page.wait_until("it was handed over", || kept(&page).get("id").is_some());
    // A frame has the focus once a person has been in it.
    page.find(Role::Field, EN.asking.name).press();
    page.write(EN.asking.name, "Bridge inspectors");
    page.phase("launch");
    page.visit_place("expectations");
    page.choose(Side::Organisation, statement("O1"), Answer::Step(4));
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    page.wait_until("both answers are kept", || kept(&page).pointer("/members/importance/O1") == Some(&json!(2)));
    let saved = (EN.hosting.kept)(&intranet.name());
    page.wait_until("the page says where it is", || page.top().contains(&saved));
    assert_eq!(page.kept_here(), 0, "the browser itself keeps nothing of it");

    page.reload_around();
    page.wait_until("it is open again", || page.fragment().starts_with("#/c/"));
    page.visit_place("expectations");
    assert_eq!(page.chosen(Side::Organisation, statement("O1")).as_deref(), Some("4"));
    page.choose(Side::Members, statement("O2"), Answer::Step(3));
    page.wait_until("the change is kept too", || kept(&page).pointer("/members/importance/O2") == Some(&json!(3)));
    page.home();
    let words = (EN.hosting.kept_home)(&intranet.name(), "Bridge inspectors");
    assert!(page.words().contains(&words), "{}", page.words());

    page.wait_until("the height of what is shown now is told", || {
        let told = events(&page, "height").last().and_then(|last| last.get("height")).and_then(Value::as_f64);
        let high = page.browser().run("return document.documentElement.getBoundingClientRect().height", Vec::new());
        told.zip(high.as_f64()).is_some_and(|(told, high)| (told - high).abs() <= 1.0)
    });
    page.wait_until("the results are told", || {
        events(&page, "results").last().and_then(|last| last.get("name")) == Some(&json!("Bridge inspectors"))
    });
    page.wait_until("the change is told", || !events(&page, "changed").is_empty());
    assert_eq!(events(&page, "ready").first().and_then(|ready| ready.get("theme")), Some(&json!("light")));
    assert_eq!(events(&page, "error"), Vec::<Value>::new());
    page.leave();
}

#[test]
fn a_host_that_refuses_is_said_to_and_nothing_typed_is_lost() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let intranet = keeper();
    page.visit_framed(&intranet);
    page.wait_until("a new one is begun", || page.fragment().ends_with("/community"));
    page.around("window.refuses = 'Your <b>session</b> has ended.'", Vec::new());
    // A frame has the focus once a person has been in it.
    page.find(Role::Field, EN.asking.name).press();
    page.write(EN.asking.name, "Bridge inspectors");
    page.hear(&(EN.hosting.refused_title)(&intranet.name()));
    page.hear(&(EN.hosting.refused_why)("Your <b>session</b> has ended."));
    assert_eq!(page.written(EN.asking.name), "Bridge inspectors");
    let file = page.browser().downloaded(".common-ground.json", || page.press(EN.frame.save_file));
    assert!(fs::read_to_string(file).must("reading the file").contains("Bridge inspectors"));

    page.around("window.refuses = ''", Vec::new());
    page.press(EN.hosting.again);
    page.wait_until("it is kept", || kept(&page).pointer("/community/name") == Some(&json!("Bridge inspectors")));
    page.wait_until("the bar is gone", || !page.said().contains(EN.hosting.still_here));
    page.reload_around();
    page.wait_until("it is open again", || page.fragment().starts_with("#/c/"));
    page.visit_place("community");
    assert_eq!(page.written(EN.asking.name), "Bridge inspectors");
    page.leave();
}

#[test]
fn a_host_that_fetches_slowly_or_fails_is_waited_for_and_nothing_is_begun_elsewhere() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let intranet = Host::of(format!(
        "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>Intranet</title>{}
        <common-ground src=\"{}\"></common-ground>
        <script>
            document.querySelector('common-ground').storage = {{
                load: () => new Promise((resolve, reject) => {{ window.answer = {{ resolve, reject }}; }}),
                save: async (assessment) => {{ localStorage.setItem('kept', JSON.stringify(assessment)); }},
            }};
        </script>",
        host::script(),
        environment::page(),
    ));
    page.visit_framed(&intranet);
    let named = |words: fn(&str) -> String| words(&intranet.name());
    page.see(Role::Heading, &named(EN.hosting.loading_title));
    assert!(!page.has(Role::Button, EN.home.start), "nothing can be begun: {}", page.words());
    page.around("window.answer.reject(new Error('Sign in <b>again</b>'))", Vec::new());
    page.see(Role::Heading, &named(EN.hosting.failed_title));
    assert!(page.words().contains("Sign in <b>again</b>"), "{}", page.words());
    page.around("window.answer = null", Vec::new());
    page.press(EN.hosting.again);
    page.see(Role::Heading, &named(EN.hosting.loading_title));
    page.wait_until("it is asked again", || page.around("return Boolean(window.answer)", Vec::new()) == json!(true));
    page.around("window.answer.resolve(null)", Vec::new());
    page.wait_until("a new one is begun", || page.fragment().ends_with("/community"));
    page.find(Role::Field, EN.asking.name).press();
    page.write(EN.asking.name, "Bridge inspectors");
    page.wait_until("it is kept there", || kept(&page).pointer("/community/name") == Some(&json!("Bridge inspectors")));
    page.leave();
}

#[test]
fn what_it_does_not_keep_a_host_sees_only_when_the_person_says_so() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let intranet = keeper();
    page.browser().goto(&format!("{}#without", intranet.address()));
    page.enter();
    page.press(EN.home.start);
    page.write(EN.asking.name, "Ours");
    page.visit_place("expectations");
    page.choose(Side::Organisation, statement("O1"), Answer::Step(4));
    page.around("ground.ask()", Vec::new());
    page.hear(&(EN.hosting.asks)(&intranet.name(), "Ours"));
    for name in ["changed", "results", "declined"] {
        assert_eq!(events(&page, name), Vec::<Value>::new(), "{name} before the person has said anything");
    }
    page.press(EN.hosting.release);
    page.wait_until("the results are told", || !events(&page, "results").is_empty());
    page.hear(&(EN.hosting.released)(&intranet.name()));
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    page.wait_until("the change is told", || events(&page, "changed").len() == 1);
    page.press(EN.hosting.stop);
    page.wait_until("the end is told", || events(&page, "declined").len() == 1);
    page.choose(Side::Members, statement("O2"), Answer::Step(2));
    page.around("ground.ask()", Vec::new());
    page.wait_until("asking again is in vain", || events(&page, "declined").len() == 2);
    assert_eq!((events(&page, "changed").len(), events(&page, "results").len()), (1, 2));
    page.leave();
}

/// A page that greets by itself, and says whatever it likes.
fn hostile() -> Host {
    Host::of(format!(
        "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>Hostile</title><iframe src=\"{}\" width=\"720\" height=\"700\"></iframe>
        <iframe id=\"other\" srcdoc=\"\"></iframe>
        <script>
            window.heard = [];
            const page = document.querySelector('iframe');
            const listen = (event) => heard.push(event.data);
            addEventListener('message', listen);
            const {{ port1, port2 }} = new MessageChannel();
            Object.assign(window, {{ port1, port2 }});
            port1.onmessage = listen;
            // Scripts of the test see what is the window's.
            window.say = (kind, more) => JSON.stringify({{ format: 'common-ground/host', version: 1, kind, ...more }});
            window.call = (data, ports = []) => page.contentWindow.postMessage(data, '*', ports);
        </script>",
        environment::page(),
    ))
}

/// The codes of the faults that the hostile page was told.
#[track_caller]
fn codes(page: &Page) -> Vec<String> {
    let script =
        "return heard.map((data) => JSON.parse(data)).filter(({ kind }) => kind === 'error').map(({ code }) => code)";
    let codes = page.around(script, Vec::new());
    codes.as_array().into_iter().flatten().filter_map(|code| code.as_str().map(str::to_owned)).collect()
}

#[test]
fn a_hostile_host_changes_nothing() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    page.visit_framed(&hostile());
    page.press(EN.home.start);
    page.write(EN.asking.name, "Ours");
    let fragment = page.fragment();
    let before = page.kept();
    let unchanged = |what: &str| {
        page.settle();
        assert_eq!((page.kept(), page.fragment()), (before.clone(), fragment.clone()), "{what}");
        assert_eq!(page.written(EN.asking.name), "Ours", "{what}");
        assert!(!page.is_fooled(), "{what}");
    };
    // Without a port, in another version, or from another window: not taken.
    let small = file::small(ID, "<img src=x onerror=\"window.fooled=1\">");
    page.around("call({ format: 'common-ground/host', version: 1, kind: 'load' })", Vec::new());
    page.around("call('javascript:window.fooled=1'); call('{\"kind\":\"hello\"}')", Vec::new());
    page.around("call(say('load', { assessment: arguments[0] }))", vec![small.clone()]);
    page.around("call(say('hello'))", Vec::new());
    page.around("call(say('hello', { version: 2 }), [new MessageChannel().port2])", Vec::new());
    page.around(
        "const other = document.getElementById('other').contentWindow;
        other.eval(`parent.frames[0].postMessage(${JSON.stringify(say('hello'))}, '*', [new MessageChannel().port2])`);",
        Vec::new(),
    );
    page.wait_until("three are refused", || codes(&page).len() >= 3);
    unchanged("before the greeting");
    assert_eq!(codes(&page), ["no-port", "no-port", "version"]);

    // With one, wrong in every way.
    page.around("heard.length = 0; call(say('hello'), [port2])", Vec::new());
    page.wait_until("it is answered", || page.around("return heard.length", Vec::new()) != json!(0));
    let wrong = "
        const deep = (levels) => '['.repeat(levels) + ']'.repeat(levels);
        const raw = (assessment) => say('load').replace(/}$/, `,\"assessment\":${assessment}}`);
        const [small] = arguments;
        port1.postMessage({ kind: 'load' });
        port1.postMessage('x'.repeat(20_100_001));
        port1.postMessage('<script>window.fooled=1</script>');
        port1.postMessage(raw(`{\"a\":${deep(100000)}}`));
        port1.postMessage(raw('{\"a\":1e400}'));
        port1.postMessage(JSON.stringify({ __proto__: null, format: 'x' }));
        port1.postMessage(say('load', { version: 2 }));
        port1.postMessage(say('__proto__'));
        port1.postMessage(say('load', { assessment: 'x' }));
        port1.postMessage(say('load', { assessment: { ...small, items: ['O1', 'O1'] } }));
        port1.postMessage(raw('{\"__proto__\":{\"format\":\"common-ground/assessment\"}}'));
        port1.postMessage(say('saved', { stamp: 'abc' }));
        port1.postMessage(say('hello'));";
    page.around(wrong, vec![small.clone()]);
    page.wait_until("each is answered", || codes(&page).len() == 13);
    let expected = [
        "not-text",
        "too-large",
        "not-json",
        "not-json",
        "not-json",
        "format",
        "version",
        "kind",
        "field",
        "assessment",
        "assessment",
        "stamp",
        "again",
    ];
    assert_eq!(codes(&page), expected);
    unchanged("after everything wrong");

    // What is right is text, whatever it looks like.
    page.around("port1.postMessage(say('load', { assessment: arguments[0] }))", vec![small]);
    page.home();
    page.wait_until("both are there", || page.names(Role::Card).len() == 2);
    assert!(!page.is_fooled());
    page.leave();
}
