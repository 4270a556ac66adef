//! Assessments of every shape, with texts as people and attackers write them.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use common_ground::assessment::{
    Action, ActionStatus, Answer, Answered, AnsweredExtra, Answers, Assessment, AssessmentId, Community, Date,
    Evidence, Extra, Instant, Invitation, Invite, Item, Mark, Measure, Note, Numbered, OwnItem, Pledge, PracticeAnswer,
    Ratings, Reply, SentReply, Snapshot, Statement, Summary, Tree,
};
use common_ground::catalogue::advice::Kind;
use common_ground::catalogue::{
    Contribution, Holder, ItemId, Level, Origin, PerSide, Phase, Practice, Side, Step, bundled,
};
use common_ground::order::Map;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Texts that break what is careless: markup, quotes, right-to-left, emoji, controls, formulas, and long ones.
pub fn nasty() -> Vec<String> {
    let mut texts: Vec<String> = [
        "",
        "Bridge inspectors",
        "<script>alert('x')</script> &amp; <b>\"bold\"</b>",
        "\"quotes\" 'and' \\backslashes\\ \\u0041",
        "مجتمع الممارسة‏ \u{202e}reversed\u{202c}",
        "👩‍👩‍👧‍👦 🏗️ e\u{301}",
        "\u{0}\u{1}\u{8}\u{c}\u{1f}\u{7f}\u{9f} tab\t line\n feed\r\n \u{2028}\u{2029}\u{feff}",
        "=1+1",
        "null",
        "]]>-->}}{{${x}",
        "own-1",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("ü".repeat(10_000));
    texts.push("🙂".repeat(20_000));
    texts
}

pub fn text() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "[a-z ]{0,12}",
        2 => vec(any::<char>(), 0..20).prop_map(|chars| chars.into_iter().collect()),
        1 => select(nasty()[..11].to_vec()),
    ]
    .boxed()
}

fn tree() -> BoxedStrategy<Tree> {
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::Bool),
        any::<i64>().prop_map(|number| Tree::Number(number.into())),
        any::<u64>().prop_map(|number| Tree::Number(number.into())),
        (-1_000_000..1_000_000_i32).prop_map(|number| Tree::from(f64::from(number) / 1000.0)),
        text().prop_map(Tree::Text),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Tree::List),
            btree_map(text(), inner, 0..3).prop_map(|entries| Tree::Object(entries.into_iter().collect())),
        ]
    })
    .boxed()
}

/// Keys of other programs. Most objects have none.
fn extra() -> BoxedStrategy<Extra> {
    let keys = vec!["x".to_owned(), "later".to_owned(), "Ключ \"\n".to_owned(), String::new(), "a.b[0]".to_owned()];
    prop_oneof![
        6 => Just(Extra::new()),
        1 => (subsequence(keys, 1..4).prop_shuffle(), vec(tree(), 4))
            .prop_map(|(keys, values)| keys.into_iter().zip(values).collect()),
    ]
    .boxed()
}

fn answer() -> BoxedStrategy<Answer> {
    prop_oneof![4 => step().prop_map(Answer::Step), 1 => Just(Answer::DontKnow)].boxed()
}

fn step() -> BoxedStrategy<Step> {
    select(&Step::ALL[..]).boxed()
}

fn level() -> BoxedStrategy<Level> {
    (0..=8_u8).prop_map(|halves| Level::from_halves(halves).unwrap()).boxed()
}

/// A day as any calendar has it, mostly near.
pub fn day() -> BoxedStrategy<Date> {
    let near = (2015..2035_u16, 1..=12_u8, 1..=31_u8);
    let any = (0..=9999_u16, 1..=12_u8, 1..=31_u8);
    prop_oneof![3 => near, 1 => any]
        .prop_filter_map("no such day", |(year, month, day)| format!("{year:04}-{month:02}-{day:02}").parse().ok())
        .boxed()
}

/// A day, a month or a year.
fn date() -> BoxedStrategy<Date> {
    (day(), select(vec![4, 7, 10])).prop_map(|(day, length)| day.as_str()[..length].parse().unwrap()).boxed()
}

/// An instant, mostly near, with fractions and leap seconds among them.
pub fn instant() -> BoxedStrategy<Instant> {
    let second = prop_oneof![
        2 => (0..60_u8).prop_map(|second| format!("{second:02}")),
        2 => Just("00".to_owned()),
        1 => Just("60".to_owned()),
        1 => "[0-5][0-9]\\.[0-9]{1,9}",
    ];
    (day(), 0..24_u8, 0..60_u8, second)
        .prop_map(|(day, hour, minute, second)| format!("{day}T{hour:02}:{minute:02}:{second}Z").parse().unwrap())
        .boxed()
}

/// A number as people type it, or an odd one.
fn number() -> BoxedStrategy<f64> {
    let hundredths = (-1_000_000..1_000_000_i32).prop_map(|number| f64::from(number) / 100.0);
    let whole = (0..1000_u16).prop_map(f64::from);
    let odd = select(vec![0.125, 1e300, -2.5e-7, 1.0 / 3.0, 5_000_000_000.0, 0.0625]);
    prop_oneof![2 => whole, 2 => hundredths, 1 => odd].boxed()
}

/// An identity: mostly a random UUID.
pub fn id() -> BoxedStrategy<AssessmentId> {
    prop_oneof![
        2 => any::<[u8; 16]>().prop_map(AssessmentId::from_random),
        1 => "[A-Za-z0-9_-]{1,64}".prop_map(|id| AssessmentId::new(&id).unwrap()),
        1 => "[a-f0-9]{8}-[a-f0-9]{4}-[1-8][a-f0-9]{3}-[a-f0-9]{4}-[a-f0-9]{12}"
            .prop_map(|id| AssessmentId::new(&id).unwrap()),
    ]
    .boxed()
}

/// The entries of a map as the rules keep them.
fn in_order<K: Ord + Debug + Clone + 'static, T: Debug + Clone + 'static>(
    map: impl Strategy<Value = BTreeMap<K, T>> + 'static,
) -> BoxedStrategy<Map<K, T>> {
    map.prop_map(|map| map.into_iter().collect()).boxed()
}

fn per_item<T: std::fmt::Debug + Clone + 'static>(
    ids: Vec<ItemId>,
    value: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Map<ItemId, T>> {
    in_order(btree_map(select(ids), value, 0..8))
}

fn ratings(ids: Vec<ItemId>) -> BoxedStrategy<Ratings> {
    per_item(ids, answer()).boxed()
}

fn top(ids: Vec<ItemId>) -> BoxedStrategy<Vec<ItemId>> {
    let most = ids.len().min(3);
    subsequence(ids, 0..=most).prop_shuffle().boxed()
}

fn answers(ids: &[ItemId]) -> BoxedStrategy<Answers> {
    let ids = ids.to_vec();
    let pledge =
        (option::of(answer()), text(), extra()).prop_map(|(level, amount, extra)| Pledge { level, amount, extra });
    (
        ratings(ids.clone()),
        ratings(ids.clone()),
        option::of(answer()),
        top(ids.clone()),
        ratings(ids),
        in_order(btree_map(select(&Contribution::ALL[..]), pledge, 0..4)),
        extra(),
    )
        .prop_map(|(importance, delivered, worth, top, guess, contribution, extra)| Answers {
            importance,
            delivered,
            worth,
            top,
            guess,
            contribution,
            extra,
        })
        .boxed()
}

fn summary(ids: &[ItemId]) -> BoxedStrategy<Summary> {
    let ids = ids.to_vec();
    (
        any::<u32>(),
        per_item(ids.clone(), level()),
        per_item(ids.clone(), level()),
        option::of(level()),
        top(ids),
        in_order(btree_map(select(&Contribution::ALL[..]), level(), 0..4)),
        extra(),
    )
        .prop_map(|(count, importance, delivered, worth, top, contribution, extra)| Summary {
            count,
            importance,
            delivered,
            worth,
            top,
            contribution,
            extra,
        })
        .boxed()
}

fn reply(ids: &[ItemId]) -> BoxedStrategy<Reply> {
    (
        prop_oneof!["[A-Za-z0-9_-]{8}", "[A-Za-z0-9_-]{1,64}"],
        any::<u32>(),
        select(&Side::ALL[..]),
        option::of(instant()),
        option::of(text()),
        answers(ids),
        extra(),
    )
        .prop_map(|(id, revision, side, date, name, answers, extra)| Reply {
            id,
            revision,
            side,
            date,
            name,
            answers,
            extra,
        })
        .boxed()
}

fn evidence() -> BoxedStrategy<Vec<Evidence>> {
    let one = (text(), text(), option::of(date()), text(), extra())
        .prop_map(|(text, url, date, person, extra)| Evidence { text, url, date, person, extra });
    vec(one, 0..3).boxed()
}

fn practice() -> BoxedStrategy<PracticeAnswer> {
    (option::of(answer()), option::of(step()), text(), evidence(), extra())
        .prop_map(|(level, target, note, evidence, extra)| PracticeAnswer { level, target, note, evidence, extra })
        .boxed()
}

fn community() -> BoxedStrategy<Community> {
    (
        text(),
        text(),
        select(&Phase::ALL[..]),
        option::of(select(&Origin::ALL[..])),
        option::of(date()),
        option::of(any::<u32>()),
        option::of(day()),
        extra(),
    )
        .prop_map(|(name, purpose, phase, origin, founded, size, next_review, extra)| Community {
            name,
            purpose,
            phase,
            origin,
            founded,
            size,
            next_review,
            extra,
        })
        .boxed()
}

fn own(number: u32) -> BoxedStrategy<OwnItem> {
    (text(), select(&Holder::ALL[..]), extra())
        .prop_map(move |(text, holder, extra)| OwnItem { id: ItemId::own(number), text, holder, extra })
        .boxed()
}

/// The ids, which answers may be about, the items asked about and those set aside.
fn items() -> BoxedStrategy<(Vec<ItemId>, Vec<Item>, Vec<OwnItem>)> {
    let catalogue: Vec<ItemId> = bundled().items.iter().map(|item| item.id).collect();
    let asked = subsequence(catalogue.clone(), 1..=12).prop_shuffle();
    let numbers = btree_set(1..99_999_999_u32, 0..6);
    let owned = numbers.prop_flat_map(|numbers| numbers.into_iter().map(own).collect::<Vec<_>>());
    (asked, owned, 0..4_usize)
        .prop_map(move |(asked, owned, aside)| {
            let ids = catalogue.iter().copied().chain(owned.iter().map(|own| own.id)).collect();
            let set_aside: Vec<OwnItem> = owned.iter().take(aside).cloned().collect();
            let own_items = owned.into_iter().skip(aside).map(Item::Own);
            let items = asked.into_iter().map(Item::Catalogue).chain(own_items).collect();
            (ids, items, set_aside)
        })
        .boxed()
}

fn answered() -> BoxedStrategy<(Vec<ItemId>, Answered)> {
    items()
        .prop_flat_map(|(ids, items, set_aside)| {
            let asked = (community(), Just(items), Just(set_aside));
            let given =
                (answers(&ids), answers(&ids), in_order(btree_map(select(&Practice::ALL[..]), practice(), 0..10)));
            let heard = (
                (1..9_u32, 1..=u32::MAX),
                vec(reply(&ids), 0..4),
                option::of(summary(&ids)),
                option::of(summary(&ids)),
                (extra(), extra()),
            );
            (Just(ids), asked, given, heard).prop_map(|(ids, asked, given, heard)| {
                let (community, items, set_aside) = asked;
                let (organisation, members, practices) = given;
                let (minima, replies, of_organisation, of_members, extras) = heard;
                let answered = Answered {
                    community,
                    items,
                    set_aside,
                    estimate: PerSide { organisation, members },
                    practices,
                    min_replies: PerSide { organisation: minima.0, members: minima.1 },
                    replies: Arc::new(replies),
                    summary: PerSide { organisation: of_organisation, members: of_members },
                    extra: AnsweredExtra { min_replies: extras.0, summary: extras.1, snapshot: Extra::new() },
                };
                (ids, answered)
            })
        })
        .boxed()
}

fn snapshot() -> BoxedStrategy<Snapshot> {
    (answered(), day(), text(), extra(), extra())
        .prop_map(|((_, mut answered), date, label, beside, within)| {
            answered.extra.snapshot = within;
            Snapshot { date, label, answered, extra: beside }
        })
        .boxed()
}

fn measure(ids: Vec<ItemId>) -> BoxedStrategy<Measure> {
    let kind = option::of(select(Kind::ALL.to_vec()));
    let words = (text(), text(), text(), text(), text());
    (
        words,
        kind,
        top(ids),
        [option::of(number()), option::of(number()), option::of(number())],
        option::of(day()),
        extra(),
    )
        .prop_map(|((id, indicator, name, unit, owner), kind, items, [baseline, target, current], due, extra)| {
            Measure { id, indicator, name, kind, items, unit, baseline, target, current, due, owner, extra }
        })
        .boxed()
}

fn action() -> BoxedStrategy<Action> {
    (text(), option::of(any::<u16>()), text(), text(), option::of(day()), select(&ActionStatus::ALL[..]), extra())
        .prop_map(|(id, advice, text, owner, due, status, extra)| Action {
            id,
            advice,
            text,
            owner,
            due,
            status,
            extra,
        })
        .boxed()
}

fn statement() -> BoxedStrategy<Statement> {
    (text(), text(), option::of(day()), extra())
        .prop_map(|(text, owner, review, extra)| Statement { text, owner, review, extra })
        .boxed()
}

fn invite() -> BoxedStrategy<Invite> {
    (any::<[bool; 4]>(), text(), extra())
        .prop_map(|([delivered, guess, contribution, top], reply_to, extra)| Invite {
            delivered,
            guess,
            contribution,
            top,
            reply_to,
            extra,
        })
        .boxed()
}

/// Any assessment that a file can hold.
pub fn assessment() -> BoxedStrategy<Assessment> {
    let note = (text(), evidence(), text(), extra());
    let note = note.prop_map(|(note, evidence, bridge, extra)| Note { note, evidence, bridge, extra });
    let note = note.boxed();
    answered()
        .prop_flat_map(move |(ids, answered)| {
            let named = (id(), option::of(id()), (option::of(instant()), option::of(instant())), 1..=u32::MAX);
            let beside = (
                per_item(ids.clone(), note.clone()),
                statement(),
                vec(measure(ids), 0..3),
                vec(action(), 0..3),
                invite(),
                vec(snapshot(), 0..2),
                extra(),
            );
            (named, Just(answered), beside).prop_map(
                |((id, copied_from, (created, updated), round), answered, beside)| {
                    let (notes, statement, mut measures, mut actions, invite, snapshots, extra) = beside;
                    // None twice, and none empty: a reader gives those one.
                    let shown = measures.iter_mut().map(|measure| &mut measure.id).enumerate();
                    let planned = actions.iter_mut().map(|action| &mut action.id).enumerate();
                    shown.chain(planned).for_each(|(at, id)| *id = format!("{at} {id}"));
                    Assessment {
                        id,
                        copied_from,
                        created,
                        updated,
                        round,
                        catalogue: None,
                        answered,
                        notes,
                        statement,
                        measures,
                        actions,
                        numbered: Numbered::default(),
                        invite,
                        snapshots: Arc::new(snapshots),
                        extra,
                    }
                },
            )
        })
        .boxed()
}

/// Any invitation.
pub fn invitation() -> BoxedStrategy<Invitation> {
    let asked = items().prop_map(|(_, items, _)| items);
    let head = (any::<u32>(), 1..=u32::MAX, select(&Side::ALL[..]), text(), select(&Phase::ALL[..]));
    (head, asked, invite(), 1..=u32::MAX)
        .prop_map(|((mark, round, side, community, phase), items, asks, min_replies)| Invitation {
            assessment: Mark(mark),
            round,
            side,
            community,
            phase,
            items,
            asks,
            min_replies,
        })
        .boxed()
}

/// Any reply on its way.
pub fn sent_reply() -> BoxedStrategy<SentReply> {
    items()
        .prop_flat_map(|(_, items, _)| {
            let ids: Vec<ItemId> = items.iter().map(Item::id).collect();
            (any::<u32>(), 1..=u32::MAX, reply(&ids))
        })
        .prop_map(|(mark, round, reply)| SentReply { assessment: Mark(mark), round, reply })
        .boxed()
}

/// The same without keys that are not ours, without what no link carries, and without entries that say nothing.
pub fn bare(assessment: &Assessment) -> Assessment {
    let mut bare = assessment.clone();
    bare.extra.clear();
    bare_answered(&mut bare.answered);
    for snapshot in Arc::make_mut(&mut bare.snapshots) {
        snapshot.extra.clear();
        bare_answered(&mut snapshot.answered);
    }
    bare.notes.values_mut().for_each(|note| {
        note.extra.clear();
        note.bridge.clear();
        bare_evidence(&mut note.evidence);
    });
    bare.notes.retain(|_, note| !note.is_empty());
    bare.statement.extra.clear();
    bare.measures.iter_mut().for_each(|measure| measure.extra.clear());
    bare.actions.iter_mut().for_each(|action| action.extra.clear());
    bare.invite.extra.clear();
    bare
}

fn bare_answered(answered: &mut Answered) {
    answered.extra = AnsweredExtra::default();
    answered.community.extra.clear();
    answered.items.iter_mut().for_each(bare_item);
    answered.set_aside.iter_mut().for_each(|own| own.extra.clear());
    for side in Side::ALL {
        bare_answers(answered.estimate.get_mut(side));
        if let Some(summary) = answered.summary.get_mut(side) {
            summary.extra.clear();
        }
    }
    answered.practices.values_mut().for_each(|practice| {
        practice.extra.clear();
        bare_evidence(&mut practice.evidence);
    });
    answered.practices.retain(|_, practice| !practice.is_empty());
    Arc::make_mut(&mut answered.replies).iter_mut().for_each(bare_reply);
}

pub fn bare_item(item: &mut Item) {
    if let Item::Own(own) = item {
        own.extra.clear();
    }
}

pub fn bare_reply(reply: &mut Reply) {
    reply.extra.clear();
    bare_answers(&mut reply.answers);
}

fn bare_answers(answers: &mut Answers) {
    answers.extra.clear();
    answers.contribution.values_mut().for_each(|pledge| pledge.extra.clear());
    answers.contribution.retain(|_, pledge| !pledge.is_empty());
}

fn bare_evidence(evidence: &mut [Evidence]) {
    for one in evidence {
        one.extra.clear();
    }
}
