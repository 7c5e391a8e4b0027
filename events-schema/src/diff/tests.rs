//! A pair of versions with its witness for every class of change.

mod random;
mod reader;
mod reported;
mod whole;

use reader::{Verdict, judge, write};

use super::*;
use crate::sample::{
    self, ADDRESS_TYPE, Dice, among, branch, is, member, messages, not, present, random_event,
};
use crate::{
    Attribute, Clause, Condition, Dictionary, Footnote, Kind, List, Literal, Outcome, Presence,
    Rule, Source, Status, Union, UnionMember,
};

const DIGIT: Kind = Kind::integer(0, 9);

fn row(name: &'static str, kind: Kind, presence: Presence) -> Attribute {
    Attribute {
        name: name.into(),
        union: None,
        kind,
        fixed: None,
        presence,
        marks: List::default(),
        description: Text::default(),
    }
}

fn optional(name: &'static str) -> Attribute {
    row(name, DIGIT, Presence::Optional)
}

fn mandatory(name: &'static str) -> Attribute {
    row(name, DIGIT, Presence::Mandatory)
}

fn fixed(name: &'static str, value: i128) -> Attribute {
    Attribute {
        fixed: Some(Literal::Integer(value)),
        ..optional(name)
    }
}

/// An event with rules under the letters a, b, c…
fn event(rows: Vec<Attribute>, conditions: Vec<Clause>) -> Event {
    let footnotes = ["a", "b", "c"].into_iter().zip(conditions);
    let footnote = |(letter, clause): (&'static str, Clause)| Footnote {
        letter: letter.into(),
        text: Text::default(),
        status: Status::Checked,
        proposed: false,
        rules: vec![Rule {
            id: format!("Docks/DockReported[{letter}]").into(),
            clause,
        }]
        .into(),
        waives: List::default(),
    };
    Event {
        name: "DockReported".into(),
        number: Some(12),
        description: Text::default(),
        attributes: rows.into(),
        footnotes: footnotes.map(footnote).collect(),
    }
}

fn specification(events: Vec<Event>) -> Specification {
    Specification {
        name: "Docks".into(),
        dictionary: Dictionary::EMPTY,
        families: vec![Family {
            name: "Docks".into(),
            description: Text::default(),
            source: Source::default(),
            tag: "kind".into(),
            events: events.into(),
        }]
        .into(),
    }
}

/// The changes between two versions of an event, in a row: their codes, and whom they break by which message.
fn changes(before: &Event, after: &Event) -> Vec<String> {
    let (old, new) = (
        specification(vec![before.clone()]),
        specification(vec![after.clone()]),
    );
    let versions = Specifications {
        before: &old,
        after: &new,
    };
    let changes = diff(versions);
    let shown = |change: &Change| {
        let effect = |effect: &Effect, whom: &str, from: &Event, to: &Event| match effect {
            Effect::None => String::new(),
            Effect::Untold => format!("; {whom} untold"),
            Effect::Misread(message) => {
                assert_verdict(message, from, to, Verdict::Misread);
                format!("; {whom} misread {message}")
            }
            Effect::Unknown(message) => format!("; {whom} unknown {message}"),
            Effect::Breaks(message) => {
                assert_verdict(message, from, to, Verdict::Refused);
                let said = message.to_string();
                format!(
                    "; {whom}: {}",
                    if said.is_empty() { "nothing" } else { &said }
                )
            }
        };
        format!(
            "{}{}{}",
            change.what.code(),
            effect(&change.producers, "producers", before, after),
            effect(&change.consumers, "consumers", after, before),
        )
    };
    changes.iter().map(shown).collect()
}

/// Asserts what a version makes of a message of another one; lists are not looked at.
fn assert_verdict(message: &Message, from: &Event, to: &Event, expected: Verdict) {
    let none = &Dictionary::EMPTY;
    if let Some(written) = write(from, message) {
        let verdict = judge(&written, (from, none), (to, none));
        assert_eq!(verdict, Some(expected), "{message} of {from:?} by {to:?}");
    }
}

fn assert_changes(before: &Event, after: &Event, expected: &[&str]) {
    assert_eq!(changes(before, before), [""; 0]);
    assert_eq!(changes(before, after), expected);
}

fn assert_rows(before: Vec<Attribute>, after: Vec<Attribute>, expected: &[&str]) {
    assert_changes(&event(before, vec![]), &event(after, vec![]), expected);
}

fn assert_rules(before: Vec<Condition>, after: Vec<Condition>, expected: &[&str]) {
    let rows = || vec![optional("A"), optional("B")];
    let clauses = |conditions: Vec<_>| conditions.into_iter().map(Clause::Assert).collect();
    assert_changes(
        &event(rows(), clauses(before)),
        &event(rows(), clauses(after)),
        expected,
    );
}

#[test]
fn attributes_come_and_go() {
    let a = || mandatory("A");
    assert_rows(vec![a()], vec![a(), optional("B")], &["added"]);
    assert_rows(
        vec![a()],
        vec![a(), mandatory("B")],
        &["added; producers: A is 0"],
    );
    assert_rows(vec![a(), optional("B")], vec![a()], &["removed"]);
    assert_rows(
        vec![a(), mandatory("B")],
        vec![a()],
        &["removed; consumers: A is 0"],
    );
    assert_rows(
        vec![a(), optional("B")],
        vec![optional("B"), a()],
        &["reordered"],
    );
}

#[test]
fn attributes_are_renamed() {
    assert_rows(
        vec![optional("ThisDN")],
        vec![optional("ThisDn")],
        &["renamed"],
    );
    assert_rows(
        vec![mandatory("ThisDN")],
        vec![mandatory("ThisDn")],
        &["renamed; producers: ThisDN is 0; consumers: ThisDn is 0"],
    );
    // Two names that are both close, or none that is: no renaming.
    assert_rows(
        vec![optional("ThisDN")],
        vec![optional("ThisDx"), optional("ThisDy")],
        &["added", "added", "removed"],
    );
    assert_rows(
        vec![optional("A")],
        vec![optional("Queue")],
        &["added", "removed"],
    );
}

#[test]
fn presence_changes() {
    let (a, b) = (|| optional("A"), || mandatory("A"));
    assert_rows(vec![a()], vec![b()], &["presence; producers: nothing"]);
    assert_rows(vec![b()], vec![a()], &["presence; consumers: nothing"]);
    let mut waived = event(vec![b()], vec![]);
    waived.footnotes = vec![Footnote {
        letter: "a".into(),
        text: Text::default(),
        status: Status::Context,
        proposed: false,
        rules: List::default(),
        waives: vec!["A".into()].into(),
    }]
    .into();
    assert_changes(
        &event(vec![b()], vec![]),
        &waived,
        &["presence; consumers: nothing", "footnote-added"],
    );
    assert_changes(
        &event(vec![a()], vec![]),
        &waived,
        &["presence", "footnote-added"],
    );
}

#[test]
fn fixed_values_change() {
    let any = || vec![optional("A")];
    let one = || vec![fixed("A", 1)];
    assert_rows(any(), one(), &["fixed; producers: A is 0"]);
    assert_rows(one(), any(), &["fixed; consumers: A is 0"]);
    assert_rows(
        one(),
        vec![fixed("A", 2)],
        &["fixed; producers: A is 1; consumers: A is 2"],
    );
}

#[test]
fn kinds_change() {
    let rows = |kind: Kind| vec![row("A", kind, Presence::Optional)];
    let cases = [
        (
            Kind::integer(0, 9),
            Kind::integer(0, 99),
            "kind; consumers: A is 10",
        ),
        (
            Kind::integer(0, 99),
            Kind::integer(5, 9),
            "kind; producers: A is 0",
        ),
        (Kind::integer(0, 9), Kind::Real, "kind; consumers: A is 0.5"),
        (
            Kind::Text,
            Kind::integer(0, 9),
            "kind; producers: A is \"text\"",
        ),
        (
            Kind::Boolean,
            Kind::Text,
            "kind; producers: A is true; consumers: A is \"text\"",
        ),
    ];
    for (before, after, expected) in cases {
        assert_rows(rows(before), rows(after), &[expected]);
    }
    // Texts that are written the same are the same.
    let (short, long) = (Kind::Hex { digits: 2 }, Kind::Hex { digits: 4 });
    let of = |before: &Kind, after: &Kind| {
        let before = event(rows(before.clone()), vec![]);
        let after = event(rows(after.clone()), vec![]);
        let (before, after) = (specification(vec![before]), specification(vec![after]));
        let mut changes = diff(Specifications {
            before: &before,
            after: &after,
        });
        assert_eq!(changes.len(), 1);
        let change = changes.remove(0);
        (
            change.producers != Effect::None,
            change.consumers != Effect::None,
        )
    };
    assert_eq!(of(&short, &long), (false, true));
    assert_eq!(of(&short, &Kind::Text), (false, true));
    assert_eq!(of(&Kind::Time, &Kind::Text), (false, true));
    assert_eq!(of(&Kind::List, &Kind::Text), (true, true));
}

fn colours(members: &[(&'static str, i64)], numbered: bool) -> Vec<Attribute> {
    let Kind::Enumeration(vocabulary) = ADDRESS_TYPE else {
        panic!()
    };
    let first = vocabulary.members[0].clone();
    let members = members.iter().map(|(name, number)| crate::Member {
        name: (*name).into(),
        number: *number,
        ..first.clone()
    });
    let vocabulary = crate::Vocabulary {
        numbered,
        members: members.collect(),
        ..vocabulary.into_owned()
    };
    let kind = Kind::Enumeration(std::borrow::Cow::Owned(vocabulary));
    vec![row("A", kind, Presence::Optional)]
}

#[test]
fn vocabularies_change() {
    let two = || colours(&[("Red", 1), ("Green", 2)], true);
    let three = || colours(&[("Red", 1), ("Green", 2), ("Blue", 3)], true);
    assert_rows(two(), three(), &["vocabulary; consumers: A is 3"]);
    assert_rows(three(), two(), &["vocabulary; producers: A is 3"]);
    let other = colours(&[("Red", 1), ("Green", 7)], true);
    assert_rows(
        two(),
        other,
        &["vocabulary; producers misread A is 2; consumers misread A is 7"],
    );
    // Where numbers are never written they do not matter.
    let unnumbered = || colours(&[("Red", 1), ("Green", 2)], false);
    let other = colours(&[("Red", 1), ("Green", 7)], false);
    assert_rows(unnumbered(), other, &[]);
    // A member that no valid message has may go.
    let rule = |last: &'static str| {
        let values = [member("Red", 1), member(last, 2)];
        vec![Clause::Assert(among("A", values))]
    };
    let before = event(three(), rule("Green"));
    let after = event(two(), rule("Green"));
    assert_changes(&before, &after, &["vocabulary"]);
}

#[test]
fn rules_come_and_go() {
    let a = || present("A");
    assert_rules(vec![], vec![a()], &["rule-added; producers: nothing"]);
    assert_rules(vec![a()], vec![], &["rule-removed; consumers: nothing"]);
    // What follows from the rest takes nothing away.
    assert_rules(vec![a()], vec![a(), not(not(a()))], &["rule-added"]);
    // A rule under another letter is the same one.
    let b = || present("B");
    assert_rules(vec![a(), b()], vec![b(), a()], &[]);
}

#[test]
fn rules_change() {
    let one = || is("A", Literal::Integer(1));
    let two = || among("A", [Literal::Integer(1), Literal::Integer(2)]);
    assert_rules(
        vec![one()],
        vec![two()],
        &["rule-loosened; consumers: A is 2"],
    );
    assert_rules(
        vec![two()],
        vec![one()],
        &["rule-tightened; producers: A is 2"],
    );
    assert_rules(vec![one()], vec![not(not(one()))], &["rule-rewritten"]);
    assert_rules(
        vec![one()],
        vec![is("A", Literal::Integer(2))],
        &["rule-changed; producers: A is 1; consumers: A is 2"],
    );
}

#[test]
fn a_rule_about_a_new_attribute_breaks_nobody() {
    let before = event(vec![optional("A")], vec![]);
    let rule = branch(present("B"), vec![Clause::Assert(present("A"))], vec![]);
    let after = event(vec![optional("A"), optional("B")], vec![rule]);
    assert_changes(&before, &after, &["added", "rule-added"]);
}

#[test]
fn footnotes_change() {
    let before = event(vec![optional("A")], vec![Clause::Assert(present("A"))]);
    let mut after = before.clone();
    after.footnotes.to_mut()[0].status = Status::Partly;
    assert_changes(&before, &after, &["footnote"]);
}

#[test]
fn events_are_renamed_numbered_and_tagged() {
    let before = event(vec![row("kind", Kind::Event, Presence::Mandatory)], vec![]);
    let mut after = before.clone();
    after.name = "DockSeen".into();
    assert_eq!(
        changes(&before, &after),
        [
            "event-renamed; producers unknown kind is \"DockReported\"; consumers unknown kind is \"DockSeen\""
        ]
    );
    let mut after = before.clone();
    after.number = Some(13);
    assert_eq!(
        changes(&before, &after),
        ["number; producers unknown kind is 12; consumers unknown kind is 13"]
    );
    let (old, mut new) = (
        specification(vec![before.clone()]),
        specification(vec![before]),
    );
    new.families.to_mut()[0].tag = "type".into();
    let changes = diff(Specifications {
        before: &old,
        after: &new,
    });
    assert_eq!(changes.len(), 1);
    assert_eq!(
        changes[0].what.to_string(),
        "`type` names the event, `kind` did"
    );
    assert!(changes[0].is_break());
}

#[test]
fn events_and_families_come_and_go() {
    let one = event(vec![mandatory("A")], vec![]);
    let mut other = event(vec![row("B", Kind::Text, Presence::Mandatory)], vec![]);
    (other.name, other.number) = ("BikeTaken".into(), Some(13));
    let (old, new) = (
        specification(vec![one.clone()]),
        specification(vec![one.clone(), other.clone()]),
    );
    let codes = |before, after| {
        let changes = diff(Specifications { before, after });
        let shown = |change: &Change| {
            let message = change.producers.message().or(change.consumers.message());
            let message = message
                .map(|message| format!(": {message}"))
                .unwrap_or_default();
            let event = change.name().map(|name| &*name.event);
            format!(
                "{} {}{message}",
                event.unwrap_or_default(),
                change.what.code()
            )
        };
        changes.iter().map(shown).collect::<Vec<_>>()
    };
    assert_eq!(codes(&old, &new), ["BikeTaken event-added"]);
    assert_eq!(
        codes(&new, &old),
        ["BikeTaken event-removed: B is \"text\""]
    );

    let mut renamed = old.clone();
    renamed.families.to_mut()[0].name = "Stations".into();
    renamed.families.to_mut()[0].source.edition = "4".into();
    assert_eq!(codes(&old, &renamed), [" family-renamed", " source"]);

    let mut split = new.clone();
    let mut second = split.families[0].clone();
    split.families.to_mut()[0].events.to_mut().pop();
    second.name = "Bikes".into();
    second.events.to_mut().remove(0);
    split.families.to_mut().push(second);
    assert_eq!(codes(&new, &split), [" family-added", "BikeTaken moved"]);
    assert_eq!(codes(&split, &new), [" family-removed", "BikeTaken moved"]);
}

#[test]
fn changes_are_sentences() {
    let before = event(
        vec![
            fixed("A", 1),
            row("B", ADDRESS_TYPE, Presence::Optional),
            optional("C"),
        ],
        vec![Clause::Assert(present("C"))],
    );
    let after = event(
        vec![row("B", Kind::Text, Presence::Mandatory), fixed("A", 2)],
        vec![Clause::Assert(not(present("B")))],
    );
    let (old, new) = (specification(vec![before]), specification(vec![after]));
    let changes = diff(Specifications {
        before: &old,
        after: &new,
    });
    // The rules of the version after leave no message, so that nothing of it breaks a consumer.
    let sentences: Vec<_> = changes
        .iter()
        .map(|change| change.what.to_string())
        .collect();
    assert_eq!(
        sentences,
        [
            "`B` is Mandatory, was Optional",
            "`B` carries a text, carried a value of TAddressType",
            "`A` is always 2, was always 1",
            "`C` is gone, was Optional",
            "the rows stand in another order",
            "the rule Docks/DockReported[a] is tighter: B is absent; was: C is present",
        ]
    );
}

#[test]
fn random_rules_are_told_apart() {
    let mut dice = Dice(11);
    let mut counts = [0; 2];
    for _ in 0..400 {
        let ruled = |clause| Event {
            footnotes: event(vec![], vec![clause]).footnotes,
            ..random_event()
        };
        let (before, after) = (ruled(dice.clause(2)), ruled(dice.clause(2)));
        // Each message that is shown is valid on the one side only, which `changes` asserts.
        let shown = changes(&before, &after);
        for (from, to, whom) in [
            (&before, &after, "producers"),
            (&after, &before, "consumers"),
        ] {
            let fine = |event: &Event, message: &sample::Message<'_>| {
                let violated = |rule: &Rule| rule.outcome(event, message) == Outcome::Violated;
                !event.rules().any(|(_, rule)| violated(rule))
            };
            let breaks = messages().any(|message| fine(from, &message) && !fine(to, &message));
            let said = shown.iter().any(|change| change.contains(whom));
            assert!(said || !breaks, "{before:?} {after:?} {shown:?}");
            counts[usize::from(said)] += 1;
        }
    }
    assert!(counts.iter().all(|count| *count > 50), "{counts:?}");
}

fn union(members: &[(&'static str, i128, Kind)]) -> Event {
    let member = |(name, chosen_by, kind): &(&'static str, i128, Kind)| UnionMember {
        name: (*name).into(),
        kind: kind.clone(),
        chosen_by: vec![Literal::Integer(*chosen_by)].into(),
        description: Text::default(),
    };
    let union = Union {
        name: "Detail".into(),
        description: Text::default(),
        selector: "A".into(),
        members: members.iter().map(member).collect(),
    };
    let kind = Kind::Union(std::borrow::Cow::Owned(union));
    event(
        vec![optional("A"), row("U", kind, Presence::Mandatory)],
        vec![],
    )
}

#[test]
fn unions_change() {
    let codes = |before: &Event, after: &Event| {
        let (old, new) = (
            specification(vec![before.clone()]),
            specification(vec![after.clone()]),
        );
        let changes = diff(Specifications {
            before: &old,
            after: &new,
        });
        let shown = |change: &Change| {
            let message = |effect: &Effect| effect.message().map(ToString::to_string);
            (
                change.what.code(),
                message(&change.producers),
                message(&change.consumers),
            )
        };
        changes.iter().map(shown).collect::<Vec<_>>()
    };
    let two = union(&[("Level", 1, DIGIT), ("Name", 2, Kind::Text)]);
    let one = union(&[("Level", 1, DIGIT)]);
    let name = Some("U is Name \"text\"".to_owned());
    assert_eq!(codes(&two, &two), []);
    // Where nothing is chosen, a union holds a bare number.
    let bare = Some("A is 2, U is 0".to_owned());
    assert_eq!(codes(&two, &one), [("union", name.clone(), bare.clone())]);
    assert_eq!(codes(&one, &two), [("union", bare, name)]);
    let wide = union(&[("Level", 1, Kind::integer(0, 99)), ("Name", 2, Kind::Text)]);
    let ten = Some("U is Level 10".to_owned());
    assert_eq!(codes(&two, &wide), [("union", None, ten)]);
    // The members are the same and chosen otherwise.
    let other = union(&[("Level", 3, DIGIT), ("Name", 2, Kind::Text)]);
    let [(code, Some(before), Some(after))] = &codes(&two, &other)[..] else {
        panic!("one change that breaks both");
    };
    assert_eq!(*code, "union");
    assert_eq!(before, "A is 1, U is Level 0");
    assert_eq!(after, "A is 3, U is Level 0");
}
