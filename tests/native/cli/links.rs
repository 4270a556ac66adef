//! Links made and read on the command line, and replies added.

use common_ground::assessment::{Answer, Assessment, Reply};
use common_ground::catalogue::{Side, Step, bundled};
use common_ground::file;
use common_ground::link::{self, Carried, Content};

use super::super::file::{GOLDEN, LOOK, read};
use super::super::replies::{reply, sent, token};
use super::run;

/// What the program said.
struct Run {
    ok: bool,
    out: String,
    err: String,
}

/// Runs the program with a text on its standard input.
fn piped(arguments: &[&str], input: &str) -> Run {
    let output = run(arguments, input.as_bytes());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { ok: output.status.success(), out: text(output.stdout), err: text(output.stderr) }
}

fn line(assessment: &Assessment, id: &str, step: u8) -> String {
    let item = assessment.answered.items[0].id();
    let mut answers = common_ground::assessment::Answers::default();
    answers.importance.insert(item, Answer::Step(Step::new(step).unwrap()));
    let reply = Reply { date: "2026-11-23T10:00:00Z".parse().ok(), ..reply(id, Side::Members, answers) };
    let sent = Box::new(sent(assessment, reply));
    [link::CODE, &token(&Content::Reply(sent))].concat()
}

#[test]
fn a_link_holds_everything_but_what_is_left_out() {
    let whole = piped(&["link", "-"], GOLDEN);
    assert!(whole.ok && whole.out.starts_with(link::ROUTE), "{}", whole.err);
    let expected = link::encode(&read(GOLDEN), Carried::ALL, bundled()).unwrap();
    assert_eq!(whole.out.trim(), [link::ROUTE, &expected].concat());

    let bare = piped(&["link", "--without", "notes,names,replies,history", "-"], GOLDEN);
    let expected = link::encode(&read(GOLDEN), Carried::default(), bundled()).unwrap();
    assert_eq!(bare.out.trim(), [link::ROUTE, &expected].concat());
    assert!(bare.out.len() < whole.out.len());
}

#[test]
fn an_invitation_is_for_one_side_and_decodes_to_its_questions() {
    let invited = piped(&["invite", "--side", "members", "-"], LOOK);
    let Ok(Content::Invitation(invitation)) = link::decode(&invited.out, bundled()) else { panic!("{}", invited.err) };
    assert_eq!(*invitation, read(LOOK).invitation(Side::Members));
    let decoded = piped(&["decode", invited.out.trim()], "");
    assert!(
        decoded.out.contains("\"common-ground/invitation\"") && decoded.out.contains("\"members\""),
        "{}",
        decoded.out
    );
}

#[test]
fn what_is_decoded_is_the_file_again() {
    let linked = piped(&["link", "-"], LOOK).out;
    let decoded = piped(&["decode", "-"], &format!("Look at this: https://example.org/{linked} and tell me"));
    let Ok(Content::Assessment(expected)) = link::decode(&linked, bundled()) else { panic!("{linked}") };
    assert_eq!(file::read(&decoded.out, bundled()), Ok(*expected));
    let reply = line(&read(LOOK), "AAAAAAAA", 3);
    assert!(piped(&["decode", &reply], "").out.contains("\"common-ground/reply\""));
}

#[test]
fn a_locked_link_is_decoded_with_its_phrase_only() {
    let token = link::encode(&read(LOOK), Carried::default(), bundled()).unwrap();
    let locked = link::lock(&token, "correct horse", [7; 16]).unwrap();
    let without = piped(&["decode", &locked], "");
    assert!(!without.ok && without.err.contains("--phrase"), "{}", without.err);
    let wrong = piped(&["decode", "--phrase", "wrong", &locked], "");
    assert!(!wrong.ok && wrong.err.contains("pass-phrase is not the one"), "{}", wrong.err);
    let right = piped(&["decode", "--phrase", "correct horse", &locked], "");
    assert!(right.ok && right.out.contains("common-ground/assessment"));
}

#[test]
fn replies_are_merged_and_what_was_found_is_said() {
    let folder = std::env::temp_dir().join(format!("common-ground-merge-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let assessment = read(LOOK);
    let (one, two) = (line(&assessment, "AAAAAAAA", 3), line(&assessment, "BBBBBBBB", 4));
    let path = folder.join("mail.txt");
    std::fs::write(&path, format!("> {one}\nand {one}\n{two}\n{}\n", &one[..40])).unwrap();
    let merged = piped(&["merge", "-", path.to_str().unwrap()], LOOK);
    let result = file::read(&merged.out, bundled()).unwrap();
    assert_eq!(result.answered.replies.len(), assessment.answered.replies.len() + 2);
    for said in ["2 new, members", "1 in the text again", "cut short"] {
        assert!(merged.err.contains(said), "{said} in {}", merged.err);
    }
    assert!(!merged.ok, "a reply that cannot be read is no success");

    std::fs::write(&path, format!("{one}\n")).unwrap();
    let merged = piped(&["merge", "-", "missing.txt", path.to_str().unwrap()], LOOK);
    let result = file::read(&merged.out, bundled()).unwrap();
    assert_eq!(result.answered.replies.len(), assessment.answered.replies.len() + 1, "of the text that is there");
    assert!(merged.err.starts_with("missing.txt: ") && merged.err.contains(": 1 new, members"), "{}", merged.err);
    assert!(!merged.ok, "nor is a text that is not there");

    // A colleague's file, instead of the messages.
    let mut theirs = assessment.clone();
    theirs.answered.replies = result.answered.replies.clone();
    std::fs::write(&path, file::write(&theirs)).unwrap();
    let merged = piped(&["merge", "-", path.to_str().unwrap()], LOOK);
    assert_eq!(file::read(&merged.out, bundled()).unwrap().answered.replies, result.answered.replies);
    assert!(merged.ok && merged.err.contains("1 new, members"), "{}", merged.err);
    std::fs::remove_dir_all(&folder).unwrap();
}
