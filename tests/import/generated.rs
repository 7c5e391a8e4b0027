//! Generated specifications, written by the exporter and read again.

use std::borrow::Cow;

use events_core::tlibrary::DICTIONARY;
use events_schema::{
    Attribute, Cell, Clause, Condition, Definition, Dictionary, Event, Family, Footnote, Key,
    KeySet, Kind, Literal, Mark, Member, Presence, Rule, Source, Status, Term, Text, Vocabulary,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

pub(crate) use self::whole::specification;
use crate::back::assert_same;

#[path = "generated/whole.rs"]
mod whole;

fn state() -> Kind {
    let member = |name: &'static str, number| Member {
        name: name.into(),
        number,
        description: Text::default(),
    };
    Kind::Enumeration(Cow::Owned(Vocabulary {
        name: "DockState".into(),
        description: Text::default(),
        numbered: true,
        members: vec![
            member("InService", 1),
            member("OutOfService", 2),
            member("Unknown", 0),
        ]
        .into(),
    }))
}

/// The attributes that tables may have, with a value for a rule about each.
fn attributes() -> Vec<(&'static str, Kind, Vec<Literal>)> {
    let text = |text: &'static str| Literal::Text(text.into());
    let member = |name: &'static str, number| Literal::Member {
        name: name.into(),
        number,
    };
    vec![
        ("Event", Kind::Event, vec![]),
        (
            "DockNumber",
            Kind::integer(0, 99),
            vec![Literal::Integer(7), Literal::Integer(0)],
        ),
        (
            "BikeID",
            Kind::Text,
            vec![text("B-1"), text("it is, \"so\" (or not)")],
        ),
        (
            "Info.State",
            state(),
            vec![
                member("InService", 1),
                member("OutOfService", 2),
                member("Unknown", 0),
            ],
        ),
        (
            "Level",
            Kind::Real,
            vec![Literal::Real(0.5), Literal::Real(2.0)],
        ),
        ("Broken", Kind::Boolean, vec![Literal::Boolean(true)]),
        ("Extra", Kind::List, vec![]),
        ("Agent ID", Kind::Text, vec![text("none")]),
        ("time", Kind::Time, vec![]),
    ]
}

fn dictionary() -> Dictionary {
    let definition = |(name, kind, _): (&'static str, Kind, _)| Definition {
        name: name.into(),
        kind,
        ..DICTIONARY.definitions[0].clone()
    };
    Dictionary {
        name: "Docks".into(),
        definitions: attributes().into_iter().map(definition).collect(),
        key_sets: vec![extras()].into(),
        messages: None,
    }
}

fn extras() -> KeySet {
    KeySet {
        name: "Extras".into(),
        description: Text::default(),
        keys: vec![Key {
            name: "level".into(),
            kinds: vec![Kind::Real].into(),
            description: Text::default(),
        }]
        .into(),
    }
}

/// A condition about the rows of a table.
fn condition(rows: Vec<usize>) -> impl Strategy<Value = Condition> {
    let term = |row: usize| Term {
        attribute: attributes()[row].0.into(),
        key: None,
    };
    let test = (any::<Index>(), any::<Index>(), any::<Index>(), 0..6_u8).prop_map(
        move |(row, other, value, sort)| {
            let (row, other) = (*row.get(&rows), *other.get(&rows));
            let values = &attributes()[row].2;
            match sort {
                0 if !values.is_empty() => Condition::Equals(term(row), value.get(values).clone()),
                1 if values.len() > 1 => Condition::In(term(row), values.clone().into()),
                2 if row != other => Condition::Same(term(row), term(other)),
                3 if attributes()[row].1 == Kind::List => {
                    Condition::Follows(term(row), Cow::Owned(extras()))
                }
                4 if attributes()[row].1 == Kind::List => Condition::Equals(
                    Term {
                        key: Some("the \"level\"".into()),
                        ..term(row)
                    },
                    Literal::Text("low".into()),
                ),
                _ => Condition::Present(term(row)),
            }
        },
    );
    test.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 2..4).prop_map(|parts| Condition::All(parts.into())),
            vec(inner.clone(), 2..4).prop_map(|parts| Condition::Any(parts.into())),
            inner.prop_map(|part| Condition::None(vec![part].into())),
        ]
    })
}

fn clause(rows: &[usize]) -> impl Strategy<Value = Clause> + use<> {
    let assert = || condition(rows.to_vec()).prop_map(Clause::Assert);
    let branch = (
        condition(rows.to_vec()),
        vec(assert(), 1..3),
        vec(assert(), 0..3),
    )
        .prop_map(|(condition, then, otherwise)| Clause::If {
            condition,
            then: then.into(),
            otherwise: otherwise.into(),
        });
    prop_oneof![assert(), branch]
}

/// What a footnote says, and which of its statuses.
fn footnote(rows: &[usize]) -> impl Strategy<Value = (Status, &'static str, Vec<Clause>)> + use<> {
    let texts = [
        "Only so.",
        "See the list: it is `long`, and must be.",
        "If a, then b is present.",
        "Old docks (of 1999) - they exist - have none.",
    ];
    let status = select(Status::ALL.to_vec());
    (status, select(texts.to_vec()), vec(clause(rows), 1..3))
}

type Row = (bool, Option<usize>, Option<usize>, bool);

fn event(number: usize) -> impl Strategy<Value = Event> {
    let count = attributes().len();
    let rows =
        proptest::sample::subsequence((0..count).collect::<Vec<_>>(), 2..=count).prop_shuffle();
    let row = || {
        (
            any::<bool>(),
            proptest::option::of(0..3_usize),
            proptest::option::of(0..3_usize),
            any::<bool>(),
        )
    };
    rows.prop_flat_map(move |rows| {
        let details = vec(row(), rows.len());
        let notes = vec(footnote(&rows), 3);
        (Just(rows), details, notes, proptest::option::of(0..99_i64))
    })
    .prop_map(move |(rows, details, notes, code)| build(number, &rows, &details, notes, code))
}

fn build(
    number: usize,
    rows: &[usize],
    details: &[Row],
    notes: Vec<(Status, &'static str, Vec<Clause>)>,
    code: Option<i64>,
) -> Event {
    let name = format!("DockEvent{number}");
    let letters = ["a", "b", "c"];
    let attributes: Vec<Attribute> = rows
        .iter()
        .zip(details)
        .map(|(row, (mandatory, on_name, on_presence, fixed))| {
            let (name, kind, values) = attributes().swap_remove(*row);
            // No message lacks the event's name.
            let mandatory = *mandatory || kind == Kind::Event;
            let mark = |at: &Option<usize>, cell| {
                at.map(|at| Mark {
                    letter: letters[at].into(),
                    cell,
                })
            };
            let marks = mark(on_name, Cell::Name)
                .into_iter()
                .chain(mark(on_presence, Cell::Presence));
            Attribute {
                name: name.into(),
                union: name.split_once('.').map(|(union, _)| union.into()),
                kind,
                fixed: values.into_iter().next().filter(|_| *fixed),
                presence: if mandatory {
                    Presence::Mandatory
                } else {
                    Presence::Optional
                },
                marks: marks.collect(),
                description: Text::default(),
            }
        })
        .collect();
    let borne = |letter: &str| {
        attributes
            .iter()
            .any(|row| row.marks.iter().any(|mark| mark.letter == letter))
    };
    let footnotes = letters
        .iter()
        .zip(notes)
        .filter(|(letter, _)| borne(letter));
    let footnotes = footnotes.map(|(letter, (status, text, clauses))| {
        let has_rules = matches!(status, Status::Checked | Status::Partly);
        let rules = (1..)
            .zip(clauses)
            .filter(|_| has_rules)
            .map(|(at, clause)| Rule {
                id: match at {
                    1 => format!("Docks/{name}[{letter}]").into(),
                    at => format!("Docks/{name}[{letter}]#{at}").into(),
                },
                clause,
            });
        Footnote {
            letter: (*letter).into(),
            text: text.into(),
            status,
            proposed: false,
            rules: rules.collect(),
            waives: Vec::new().into(),
        }
    });
    Event {
        footnotes: footnotes.collect(),
        name: name.clone().into(),
        number: code,
        description: "A dock was looked at, and so on.".into(),
        attributes: attributes.into(),
    }
}

fn family() -> impl Strategy<Value = Family> {
    (event(1), event(2)).prop_map(|(one, two)| Family {
        name: "Docks".into(),
        description: "What docks report, of `BikeID` and more.".into(),
        source: Source {
            document: "Dock Protocol".into(),
            section: "Reports".into(),
            edition: "3".into(),
        },
        tag: "Event".into(),
        events: vec![one, two].into(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn generated_families_come_back(family in family()) {
        assert_same(&family, &dictionary());
    }
}
