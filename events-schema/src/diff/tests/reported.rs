//! Pairs that were taken for compatible and were not, or the other way round.

use super::reader::{Verdict, judge, write};
use super::*;
use crate::sample::{follows, text};
use crate::{Definition, Key, KeySet};

fn one(kind: Kind) -> Vec<Attribute> {
    vec![row("X", kind, Presence::Optional)]
}

fn plain(kind: Kind) -> Event {
    event(one(kind), vec![])
}

fn ruled(kind: Kind, condition: Condition) -> Event {
    event(one(kind), vec![Clause::Assert(condition)])
}

fn always(kind: Kind, literal: Literal) -> Event {
    let mut event = plain(kind);
    event.attributes.to_mut()[0].fixed = Some(literal);
    event
}

fn whole(value: i128) -> Literal {
    Literal::Integer(value)
}

fn vocabulary(members: &[(&'static str, i64)], numbered: bool) -> Kind {
    colours(members, numbered)[0].kind.clone()
}

/// Whether a change breaks producers and consumers.
fn breaks(before: &Event, after: &Event) -> (bool, bool) {
    let shown = changes(before, after).concat();
    (shown.contains("producers"), shown.contains("consumers"))
}

#[test]
fn values_that_rules_leave_over_are_found() {
    let narrow = || plain(Kind::integer(0, 100));
    let digit = || plain(Kind::integer(0, 9));
    let bytes = Kind::integer(0, 255);
    let cases = [
        (
            ruled(bytes.clone(), not(among("X", [whole(255), whole(101)]))),
            narrow(),
        ),
        (always(bytes, whole(200)), narrow()),
        (ruled(Kind::Real, not(is("X", Literal::Real(0.5)))), digit()),
        (always(Kind::Real, Literal::Real(1.5)), digit()),
        (always(Kind::Text, text("abc")), digit()),
        (
            ruled(Kind::Text, among("X", [text("a"), text("b")])),
            digit(),
        ),
        (ruled(Kind::Text, not(is("X", text("text")))), digit()),
        (
            ruled(
                Kind::Hex { digits: 16 },
                not(among("X", [whole(0), whole(10), whole(u64::MAX.into())])),
            ),
            plain(Kind::Hex { digits: 8 }),
        ),
        (
            always(Kind::Text, text("Z")),
            plain(vocabulary(&[("A", 1), ("B", 2)], true)),
        ),
        (
            always(Kind::Hex { digits: 4 }, whole(16)),
            always(Kind::integer(0, 65535), whole(16)),
        ),
    ];
    for (before, after) in cases {
        assert!(breaks(&before, &after).0, "{before:?} {after:?}");
    }
}

#[test]
fn spellings_of_members_are_looked_at() {
    let (by_number, by_name) = ([("A", 1), ("B", 2)], [("A", 1), ("B", 2)]);
    let (numbered, named) = (vocabulary(&by_number, true), vocabulary(&by_name, false));
    assert_eq!(
        breaks(&plain(numbered.clone()), &plain(named.clone())),
        (true, false)
    );
    assert_eq!(breaks(&plain(named), &plain(numbered)), (false, true));
    let alias = vocabulary(&[("A", 1), ("Alias", 1), ("B", 2)], true);
    assert_changes(
        &plain(alias.clone()),
        &plain(vocabulary(&[("A", 1), ("B", 2)], true)),
        &["vocabulary; producers: X is \"Alias\""],
    );
    // A text that is a number is a member where numbers are borne.
    assert_eq!(
        breaks(&ruled(Kind::Text, is("X", text("1"))), &plain(alias)),
        (false, true)
    );
}

#[test]
fn rules_about_members_follow_their_numbers() {
    let of = |kind: Kind, condition| {
        event(
            vec![row("X", kind, Presence::Mandatory)],
            vec![Clause::Assert(condition)],
        )
    };
    let before = vocabulary(&[("A", 1), ("B", 2)], true);
    let after = vocabulary(&[("A", 2), ("B", 1)], true);
    for wrap in [|condition| condition, not] {
        let shown = changes(
            &of(before.clone(), wrap(is("X", member("A", 1)))),
            &of(after.clone(), wrap(is("X", member("A", 2)))),
        );
        assert_eq!(shown.len(), 1, "{shown:?}");
        assert!(
            shown[0].starts_with("vocabulary; producers misread"),
            "{shown:?}"
        );
    }
}

#[test]
fn a_number_that_stands_for_absence_is_misread() {
    let none = |presence| {
        let kind = Kind::Integer {
            min: 0,
            max: 255,
            none: Some(0),
        };
        event(vec![row("X", kind, presence)], vec![])
    };
    let any = |presence| event(vec![row("X", Kind::integer(0, 255), presence)], vec![]);
    let (optional, mandatory) = (Presence::Optional, Presence::Mandatory);
    assert_changes(
        &any(optional),
        &none(optional),
        &["kind; producers misread X is 0; consumers misread X is 0"],
    );
    assert_changes(
        &any(mandatory),
        &none(mandatory),
        &["kind; producers: X is 0"],
    );
}

#[test]
fn a_bare_number_is_a_union_where_no_member_is_chosen() {
    let mut number = union(&[("Level", 1, DIGIT)]);
    let union = number.clone();
    number.attributes.to_mut()[1].kind = DIGIT;
    assert_changes(
        &number,
        &union,
        &["kind; producers: A is 1, U is 0; consumers: U is Level 0"],
    );
}

#[test]
fn rules_are_rewritten_only_if_they_mean_the_same() {
    let follow = |keys: &[&'static str]| {
        let key = |name: &&'static str| Key {
            name: (*name).into(),
            kinds: vec![DIGIT].into(),
            description: Text::default(),
        };
        let keys = KeySet {
            name: "K".into(),
            description: Text::default(),
            keys: keys.iter().map(key).collect(),
        };
        ruled(Kind::List, follows("X", &keys))
    };
    let shown = changes(&follow(&["a%d"]), &follow(&["a1", "a2", "a3"]));
    assert!(
        shown[0].starts_with("rule-loosened; consumers"),
        "{shown:?}"
    );
    let shown = changes(&follow(&["a%d"]), &follow(&["a1%d"]));
    assert!(
        shown[0].starts_with("rule-loosened; consumers"),
        "{shown:?}"
    );

    let rows = |names: &[&'static str]| names.iter().map(|name| optional(name)).collect();
    let when = |name, then| Clause::Assert(Condition::Any(vec![not(present(name)), then].into()));
    let before = event(
        rows(&["CustomerID", "Y"]),
        vec![when("CustomerID", present("Y"))],
    );
    let renamed = event(
        rows(&["CustomerId", "Y"]),
        vec![when("CustomerId", present("Y"))],
    );
    assert_changes(&before, &renamed, &["renamed"]);
    let other = event(
        rows(&["CustomerId", "Y"]),
        vec![when("CustomerId", not(present("Y")))],
    );
    assert_changes(&before, &other, &["renamed", "rule-changed"]);

    let before = event(rows(&["X", "Y"]), vec![when("X", present("Y"))]);
    let both = [when("X", present("Y")), when("Z", present("Y"))].map(|clause| match clause {
        Clause::Assert(condition) => condition,
        Clause::If { .. } => unreachable!(),
    });
    let after = event(
        rows(&["X", "Y", "Z"]),
        vec![Clause::Assert(Condition::All(both.to_vec().into()))],
    );
    assert_changes(&before, &after, &["added", "rule-tightened"]);
}

/// The rules of one footnote.
fn footnote(rows: Vec<Attribute>, clauses: Vec<Clause>) -> Event {
    let mut event = event(rows, clauses[..1].to_vec());
    let rules = clauses.into_iter().map(|clause| Rule {
        id: "Docks/DockReported[a]".into(),
        clause,
    });
    event.footnotes.to_mut()[0].rules = rules.collect();
    event
}

#[test]
fn a_rule_that_is_gone_says_nothing_of_the_one_that_stays() {
    let when = |value, then| {
        Clause::Assert(Condition::Any(
            vec![not(is("R", whole(value))), then].into(),
        ))
    };
    let before = footnote(
        vec![mandatory("R"), optional("W")],
        vec![when(1, present("W")), when(2, not(present("W")))],
    );
    let after = footnote(
        vec![mandatory("R"), mandatory("W")],
        vec![when(2, is("W", whole(3)))],
    );
    // What the second rule forbade before, the first one never did.
    assert_changes(
        &before,
        &after,
        &[
            "presence; producers: R is 2",
            "rule-tightened",
            "rule-removed; consumers: R is 2, W is 3",
        ],
    );
    // A rule that both versions have may say the rest.
    let same = || when(2, present("W"));
    let rows = || vec![mandatory("R"), optional("W")];
    let (before, after) = (
        event(rows(), vec![when(2, present("W")), when(1, present("W"))]),
        event(
            rows(),
            vec![
                same(),
                Clause::Assert(Condition::Any(
                    vec![not(among("R", [whole(1), whole(2)])), present("W")].into(),
                )),
            ],
        ),
    );
    assert_changes(&before, &after, &["rule-rewritten"]);
}

#[test]
fn random_rules_that_are_rewritten_mean_the_same() {
    let mut dice = Dice(5);
    let mut rewritten = 0;
    for _ in 0..2000 {
        let ruled = |clauses| Event {
            footnotes: footnote(vec![], clauses).footnotes,
            ..random_event()
        };
        let before = ruled(vec![dice.clause(1), dice.clause(1)]);
        let after = ruled(vec![dice.clause(1)]);
        let shown = changes(&before, &after);
        if !shown
            .iter()
            .any(|change| change.starts_with("rule-rewritten"))
        {
            continue;
        }
        rewritten += 1;
        let first = |event: &Event, message: &sample::Message<'_>| {
            let (_, rule) = event.rules().next().expect("a rule");
            rule.outcome(event, message) == Outcome::Violated
        };
        for message in messages() {
            assert_eq!(
                first(&before, &message),
                first(&after, &message),
                "{before:?} {after:?}"
            );
        }
    }
    assert!(rewritten > 5, "{rewritten}");
}

#[test]
fn the_place_of_an_attribute_matters() {
    let stands = |union: Option<&'static str>, presence| {
        let mut row = row("U.X", DIGIT, presence);
        row.union = union.map(Into::into);
        event(vec![row], vec![])
    };
    let both = |presence| (stands(Some("U"), presence), stands(None, presence));
    let (inside, alone) = both(Presence::Mandatory);
    assert_changes(&inside, &alone, &["path; producers: U.X is 0"]);
    let (inside, alone) = both(Presence::Optional);
    assert_changes(&inside, &alone, &["path"]);
}

/// The changes between versions with these spellings, and whom they break.
fn spelled(before: (&Event, &[&'static str]), after: (&Event, &[&'static str])) -> Vec<String> {
    let of = |(event, aliases): (&Event, &[&'static str])| {
        let mut specification = specification(vec![event.clone()]);
        let definition = Definition {
            name: event.attributes[0].name.clone(),
            description: Text::default(),
            kind: DIGIT,
            number: None,
            log: List::default(),
            aliases: aliases.iter().map(|alias| (*alias).into()).collect(),
            examples: List::default(),
            obsolete: false,
            transport: false,
        };
        specification.dictionary.definitions = vec![definition].into();
        specification
    };
    let (old, new) = (of(before), of(after));
    let changes = diff(Specifications {
        before: &old,
        after: &new,
    });
    let sides = [
        (before.0, &old.dictionary, after.0, &new.dictionary),
        (after.0, &new.dictionary, before.0, &old.dictionary),
    ];
    let shown = |change: &Change| {
        let mut shown = change.what.to_string();
        for (effect, (from, own, to, other)) in
            [&change.producers, &change.consumers].iter().zip(sides)
        {
            if let Some(message) = effect.message() {
                let written = write(from, message).unwrap();
                let verdict = judge(&written, (from, own), (to, other));
                assert_eq!(verdict, Some(Verdict::Refused), "{message}");
                shown.push_str("; ");
                shown.push_str(&message.to_string());
            }
        }
        shown
    };
    changes.iter().map(shown).collect()
}

#[test]
fn other_spellings_come_and_go() {
    let x = event(vec![mandatory("X")], vec![]);
    let new = event(vec![mandatory("Place")], vec![]);
    assert_eq!(
        spelled((&x, &[]), (&new, &["X"])),
        ["`Place` was called `X`; Place is 0"]
    );
    assert_eq!(
        spelled((&x, &["Old"]), (&x, &[])),
        ["other spellings of `X`: `Old` is gone; Old is 0"]
    );
    let x = event(vec![optional("X")], vec![]);
    assert_eq!(
        spelled((&x, &["Old"]), (&x, &[])),
        ["other spellings of `X`: `Old` is gone"]
    );
}

#[test]
fn names_and_numbers_of_other_events_mislead() {
    let numbered = |name: &'static str, number| Event {
        name: name.into(),
        number: Some(number),
        ..event(vec![mandatory("A")], vec![])
    };
    let (old, new) = (
        specification(vec![numbered("Taken", 1), numbered("Left", 2)]),
        specification(vec![numbered("Taken", 2), numbered("Left", 1)]),
    );
    let changes = diff(Specifications {
        before: &old,
        after: &new,
    });
    assert_eq!(changes.len(), 2);
    for change in &changes {
        assert!(matches!(change.producers, Effect::Misread(_)), "{change:?}");
    }
    // A message bears the number though no row does.
    let message = changes[0].producers.message().unwrap();
    assert_eq!(message.to_string(), "A is 0, kind is 1");
}

#[test]
fn an_event_beyond_the_solver_is_said_and_others_are_compared() {
    let many: Vec<_> = (0..200).map(whole).collect();
    let hard = |last: i128| {
        let values: Vec<_> = many
            .iter()
            .map(|value| not(is("X", value.clone())))
            .collect();
        let rules = [Condition::All(values.into()), not(is("X", whole(last)))];
        let mut event = event(
            one(Kind::integer(0, 999)),
            rules.into_iter().map(Clause::Assert).collect(),
        );
        event.name = "Hard".into();
        event.number = None;
        event
    };
    let easy = |presence| event(vec![row("A", DIGIT, presence)], vec![]);
    let (old, new) = (
        specification(vec![hard(500), easy(Presence::Optional)]),
        specification(vec![hard(501), easy(Presence::Mandatory)]),
    );
    let compare = |before, after| diff(Specifications { before, after });
    assert_eq!(compare(&old, &old), []);
    let changes = compare(&old, &new);
    let shown: Vec<_> = changes.iter().map(|change| change.what.code()).collect();
    assert_eq!(shown, ["unsolved", "presence"]);
    assert!(changes[0].is_break());
}

#[test]
fn footnotes_without_rules_come_and_go() {
    let before = event(vec![optional("A")], vec![]);
    let mut after = before.clone();
    after.footnotes = vec![Footnote {
        letter: "a".into(),
        text: "A remark.".into(),
        status: Status::Remark,
        proposed: false,
        rules: List::default(),
        waives: List::default(),
    }]
    .into();
    assert_changes(&before, &after, &["footnote-added"]);
    assert_changes(&after, &before, &["footnote-removed"]);
}
