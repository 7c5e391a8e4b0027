use std::borrow::Cow;

use expect_test::expect_file;

use super::*;
use crate::sample::{
    self, ADDRESS_TYPE, DN_STATUS, all, among, any, branch, follows, is, member, not, present,
    same, text,
};
use crate::{
    Condition, Definition, Key, KeySet, Kind, List, Literal, Mark, Member, Rule, Text, Vocabulary,
};

fn row(name: &'static str, kind: Kind, presence: Presence) -> Attribute {
    Attribute {
        name: name.into(),
        union: name.split_once('.').map(|(union, _)| union.into()),
        kind,
        fixed: None,
        presence,
        marks: List::default(),
        description: Text::default(),
    }
}

fn marked(row: Attribute, marks: &[(&'static str, Cell)]) -> Attribute {
    let marks = marks.iter().map(|(letter, cell)| Mark {
        letter: (*letter).into(),
        cell: *cell,
    });
    Attribute {
        marks: marks.collect(),
        ..row
    }
}

fn footnote(
    letter: &'static str,
    text: &'static str,
    status: Status,
    clauses: Vec<Clause>,
) -> Footnote {
    let rules = clauses.into_iter().map(|clause| Rule {
        id: "x".into(),
        clause,
    });
    Footnote {
        letter: letter.into(),
        text: text.into(),
        status,
        proposed: false,
        rules: rules.collect(),
        waives: List::default(),
    }
}

fn reference_id() -> Kind {
    Kind::Integer {
        min: 0,
        max: u32::MAX.into(),
        none: Some(u32::MAX.into()),
    }
}

fn info_type() -> Kind {
    Kind::Enumeration(Cow::Owned(Vocabulary {
        name: "TAddressInfoType".into(),
        description: Text::default(),
        numbered: true,
        members: vec![Member {
            name: "AddressInfoAddressType".into(),
            number: 8,
            description: Text::default(),
        }]
        .into(),
    }))
}

/// The Registration family, as it stands in the document.
fn registration() -> Family {
    use Presence::{Mandatory, Optional};
    let of_position = || {
        among(
            "InfoStatus.AddressType",
            [member("AddressTypePosition", 2), member("AddressTypeDN", 1)],
        )
    };
    let of_queue = among(
        "InfoStatus.AddressType",
        [
            member("AddressTypeQueue", 3),
            member("AddressTypeRouteDN", 4),
            member("AddressTypeRouteQueue", 12),
        ],
    );
    let queue_status = KeySet {
        name: "AddressInfoQueueStatus".into(),
        ..DN_STATUS
    };
    let demand = |condition| vec![Clause::Assert(condition)];
    let registered = Event {
        name: "EventRegistered".into(),
        number: Some(53),
        description:
            "The application may send requests and receive events about the object named by ThisDN."
                .into(),
        attributes: vec![
            marked(row("AgentID", Kind::Text, Optional), &[("a", Cell::Name)]),
            row("CustomerID", Kind::Text, Optional),
            row("Event", Kind::Event, Mandatory),
            marked(
                row("Extensions", Kind::List, Mandatory),
                &[("b", Cell::Name)],
            ),
            row("InfoStatus.AddressType", ADDRESS_TYPE, Optional),
            Attribute {
                fixed: Some(member("AddressInfoAddressType", 8)),
                ..row("InfoType", info_type(), Mandatory)
            },
            row("ReferenceID", reference_id(), Mandatory),
            row(
                "Server",
                Kind::integer(i32::MIN.into(), i32::MAX.into()),
                Mandatory,
            ),
            row("ThisDN", Kind::Text, Mandatory),
            row("time", Kind::Time, Mandatory),
        ]
        .into(),
        footnotes: vec![
            footnote(
                "a",
                "An agent is reported only for an object of type Position or DN.",
                Status::Checked,
                vec![branch(present("AgentID"), demand(of_position()), vec![])],
            ),
            footnote(
                "b",
                "Extensions hold what EventAddressInfo reports for this type of object.",
                Status::Partly,
                vec![
                    branch(
                        of_position(),
                        demand(follows("Extensions", &DN_STATUS)),
                        vec![],
                    ),
                    branch(
                        of_queue,
                        demand(follows("Extensions", &queue_status)),
                        vec![],
                    ),
                ],
            ),
        ]
        .into(),
    };
    let unregistered = Event {
        name: "EventUnregistered".into(),
        number: Some(54),
        description: "The application's registration for the object in ThisDN has ended.".into(),
        attributes: vec![
            row("CustomerID", Kind::Text, Optional),
            row("ErrorCode", Kind::integer(i64::MIN.into(), i64::MAX.into()), Optional),
            row("ErrorMessage", Kind::Text, Optional),
            row("Event", Kind::Event, Mandatory),
            marked(row("ReferenceID", reference_id(), Optional), &[("a", Cell::Name)]),
            row("Server", Kind::integer(i32::MIN.into(), i32::MAX.into()), Mandatory),
            row("ThisDN", Kind::Text, Mandatory),
            row("time", Kind::Time, Mandatory),
            row("Extensions", Kind::List, Optional),
        ]
        .into(),
        footnotes: vec![footnote(
            "a",
            "ReferenceID is there in most cases. It is missing when a reconfiguration ended the registration, be it of \
             the switch while the link was down or of the server; the error then says why.",
            Status::Partly,
            vec![branch(
                not(present("ReferenceID")),
                demand(all([present("ErrorCode"), present("ErrorMessage")])),
                vec![],
            )],
        )]
        .into(),
    };
    Family {
        description: "Registration of an application for the events of one telephony object."
            .into(),
        events: vec![registered, unregistered].into(),
        ..sample::REGISTRATION
    }
}

fn defined(rows: &[Attribute]) -> Dictionary {
    let definitions = rows.iter().map(|row| Definition {
        name: row.name.clone(),
        description: format!("What {} is.", row.name).into(),
        kind: row.kind.clone(),
        number: None,
        log: List::default(),
        aliases: List::default(),
        examples: List::default(),
        obsolete: false,
        transport: false,
    });
    Dictionary {
        name: "T-Library".into(),
        definitions: definitions.collect(),
        key_sets: vec![DN_STATUS].into(),
        messages: None,
    }
}

#[test]
fn a_family_is_declared() {
    expect_file!["golden/registration.rs"].assert_eq(&declaration(&registration()));
}

#[test]
fn a_dictionary_in_scope_gives_the_types() {
    let family = registration();
    let rows = [&*family.events[0].attributes, &*family.events[1].attributes].concat();
    let mut dictionary = defined(&rows);
    expect_file!["golden/registration_defined.rs"]
        .assert_eq(&declaration_with(&family, &dictionary));
    // What a row carries otherwise than the dictionary has it, it says itself.
    dictionary.definitions.to_mut()[0].kind = Kind::integer(0, 7);
    let declared = declaration_with(&family, &dictionary);
    assert!(declared.contains("        AgentID[a]: Text "), "{declared}");
}

/// An event with what is rare.
fn oddities() -> Family {
    let long = "A text that is long enough to go past the end of a line, in which  two spaces are kept, and where no line \
                begins with - as a list would.\n\nA second paragraph says more.";
    let mut waived = footnote("1", "Not in all networks.", Status::Context, vec![]);
    waived.waives = vec!["Agent ID".into(), "context".into()].into();
    let mut beyond = footnote("†", "By no rule.", Status::Partly, vec![]);
    beyond.waives = vec!["row".into()].into();
    let values = [
        "AddressTypePosition",
        "AddressTypeDN",
        "AddressTypeQueue",
        "AddressTypeRouteDN",
        "AddressTypeTrunk",
    ];
    let values: Vec<_> = values.iter().map(|name| member(name, 1)).collect();
    let long_in = || Condition::In(sample::term("Info.Type"), values.clone().into());
    let assert = Clause::Assert;
    Family {
        name: "Odd and rare".into(),
        description: long.into(),
        source: crate::Source {
            document: "The \"Reference\" of odd and rare things that documents have".into(),
            section: "A section whose title is long as well".into(),
            edition: "4/2/2025".into(),
        },
        tag: "event kind".into(),
        events: vec![Event {
            name: "Event of type \"X\"".into(),
            number: Some(-1),
            description: long.into(),
            attributes: vec![
                marked(
                    row("Agent ID", Kind::Text, Presence::Mandatory),
                    &[("1", Cell::Presence)],
                ),
                Attribute {
                    description: long.into(),
                    ..marked(
                        row("context", Kind::List, Presence::Mandatory),
                        &[("1", Cell::Name), ("1", Cell::Presence)],
                    )
                },
                marked(
                    row("Info.Type", ADDRESS_TYPE, Presence::Optional),
                    &[("a", Cell::Name), ("†", Cell::Name)],
                ),
                row("AddressTypeDN", Kind::Boolean, Presence::Optional),
                Attribute {
                    fixed: Some(Literal::Real(-0.5)),
                    ..row("row", Kind::Real, Presence::Mandatory)
                },
                row("id", Kind::Hex { digits: 8 }, Presence::Optional),
                row("percent", Kind::integer(0, 100), Presence::Optional),
                row("code", Kind::integer(-300, 70_000), Presence::Optional),
                row("huge", Kind::integer(i128::MIN, 0), Presence::Optional),
                marked(
                    row("type", reference_id(), Presence::Optional),
                    &[("b", Cell::Name), ("c", Cell::Presence)],
                ),
            ]
            .into(),
            footnotes: vec![
                footnote(
                    "a",
                    long,
                    Status::Checked,
                    vec![
                        assert(is("Info.Type", member("AddressTypeDN", 1))),
                        branch(
                            present("id"),
                            vec![branch(
                                present("code"),
                                vec![assert(present("huge"))],
                                vec![assert(present("type"))],
                            )],
                            vec![branch(
                                present("percent"),
                                vec![assert(present("code")), assert(present("huge"))],
                                vec![assert(is("code", Literal::Integer(-5)))],
                            )],
                        ),
                        branch(
                            all([long_in(), present("id")]),
                            vec![assert(long_in())],
                            vec![assert(present("id"))],
                        ),
                    ],
                ),
                footnote("b", "Just words.", Status::Remark, vec![]),
                waived,
                beyond,
                footnote(
                    "c",
                    "The text is not at hand.",
                    Status::Unread,
                    vec![assert(present("id"))],
                ),
                footnote(
                    "d",
                    "One rule that is long.",
                    Status::Checked,
                    vec![branch(
                        long_in(),
                        vec![assert(present("id")), assert(long_in())],
                        vec![],
                    )],
                ),
            ]
            .into(),
        }]
        .into(),
    }
}

#[test]
fn what_is_rare_is_declared() {
    expect_file!["golden/oddities.rs"].assert_eq(&declaration(&oddities()));
    let lines = declaration(&oddities());
    assert!(
        lines.lines().all(|line| line.chars().count() <= 110),
        "{lines}"
    );
}

#[test]
fn the_names_in_rule_ids_are_kept() {
    let mut family = registration();
    family.name = "Registration of all sorts".into();
    assert!(
        declaration(&family).contains("<RegistrationOfAllSorts = \"Registration of all sorts\">")
    );
    family.events.to_mut()[0].name = "Event: registered".into();
    family.events.to_mut()[0].footnotes.to_mut()[0]
        .rules
        .to_mut()[0]
        .id = "Reg/Registered[a]".into();
    let declared = declaration(&family);
    assert!(
        declared.contains("<Reg = \"Registration of all sorts\">"),
        "{declared}"
    );
    assert!(
        declared.contains("Registered = \"Event: registered\" = 53 {"),
        "{declared}"
    );
}

#[test]
fn dictionaries_and_vocabularies_are_declared() {
    let family = oddities();
    let mut dictionary = defined(&family.events[0].attributes);
    let first = &mut dictionary.definitions.to_mut()[0];
    first.log = vec!["AttributeAgentID".into(), "AgentID".into()].into();
    first.aliases = vec!["Agent".into()].into();
    first.number = Some(14);
    first.examples = vec!["1042".into()].into();
    first.obsolete = true;
    first.transport = true;
    dictionary.definitions.to_mut()[1].obsolete = true;
    let Kind::Enumeration(messages) = ADDRESS_TYPE else {
        panic!("a vocabulary")
    };
    dictionary.messages = Some(messages);
    let mut twice = dictionary.definitions[2].clone();
    twice.name = "Type".into();
    dictionary.definitions.to_mut().push(twice);
    let event = Definition {
        name: "Event".into(),
        kind: Kind::Event,
        ..dictionary.definitions[3].clone()
    };
    dictionary.definitions.to_mut().push(event);
    let key = |name: &'static str, kinds: Vec<Kind>| Key {
        name: name.into(),
        kinds: kinds.into(),
        description: "A key.".into(),
    };
    dictionary.key_sets.to_mut().push(KeySet {
        name: "Key set".into(),
        description: "Some keys.".into(),
        keys: vec![
            key("a \"b\"", vec![Kind::Text, Kind::integer(0, 9)]),
            key("c-%d", vec![ADDRESS_TYPE]),
        ]
        .into(),
    });
    expect_file!["golden/dictionary.rs"].assert_eq(&super::dictionary(&dictionary));

    let member = |name: &'static str, number| Member {
        name: name.into(),
        number,
        description: "A state.".into(),
    };
    let mut states = Vocabulary {
        name: "self".into(),
        description: "States.".into(),
        numbered: true,
        members: vec![
            member("Free", -3),
            member("out of service", 0),
            member("new", 1),
            member("type", 2),
        ]
        .into(),
    };
    let numbered = vocabulary(&states);
    states.numbered = false;
    expect_file!["golden/vocabulary.rs"].assert_eq(&format!("{numbered}\n{}", vocabulary(&states)));
}

#[test]
fn each_operator_is_written() {
    let five = || Literal::Integer(5);
    let a = || present("A");
    let b = || present("B");
    for (condition, expected) in [
        (a(), "A"),
        (present("L[two words]"), r#"L["two words"]"#),
        (is("A", five()), "A == 5"),
        (is("A", Literal::Integer(-5)), "A == -5"),
        (is("A", Literal::Real(5.0)), "A == 5.0"),
        (is("A", Literal::Boolean(true)), "A == true"),
        (is("A", text("x \"y\"\n")), r#"A == "x \"y\"\n""#),
        (is("A", member("AddressTypeDN", 1)), "A == AddressTypeDN"),
        (is("A", member("Out of service", 1)), "A == OutOfService"),
        (is("L[k]", member("AddressTypeDN", 1)), r#"L["k"] == 1"#),
        (not(is("A", five())), "A != 5"),
        (not(not(is("A", five()))), "!(A != 5)"),
        (among("A", [five(), text("x")]), r#"A in [5, "x"]"#),
        (not(among("A", [five()])), "!(A in [5])"),
        (same("A", "B"), "A == B"),
        (same("A", "L[k]"), r#"A == L["k"]"#),
        (not(same("A", "B")), "A != B"),
        (same("A", "Agent ID"), r#""Agent ID" == A"#),
        (same("Agent ID", "A"), r#""Agent ID" == A"#),
        (same("if", "in"), r#""if" == in"#),
        (follows("L", &DN_STATUS), "L is AddressInfoDNStatus"),
        (not(follows("L", &DN_STATUS)), "!(L is AddressInfoDNStatus)"),
        (not(a()), "!A"),
        (not(not(a())), "!!A"),
        (all([a(), b()]), "A && B"),
        (any([a(), b()]), "A || B"),
        (not(all([a(), b()])), "!(A && B)"),
        (Condition::None(vec![a(), b()].into()), "!(A || B)"),
        (any([all([a(), b()]), not(a())]), "A && B || !A"),
        (all([any([a(), b()]), not(a())]), "(A || B) && !A"),
        (all([all([a(), b()]), a()]), "(A && B) && A"),
        (any([any([a(), b()]), a()]), "(A || B) || A"),
        (all([any([a()]), b()]), "A && B"),
        (all([]), "true"),
        (any([]), "false"),
        (Condition::None(List::default()), "true"),
        (present("context"), r#""context""#),
        (present("is.x"), r#""is.x""#),
        (present("InfoStatus.AddressType"), "InfoStatus.AddressType"),
        (present("a.b.c"), r#""a.b.c""#),
        (present("true"), r#""true""#),
        (present("type"), "type"),
        (present("Zähler"), r#""Zähler""#),
    ] {
        assert_eq!(sample::rule(Clause::Assert(condition)).source(), expected);
    }
}

#[test]
fn each_branch_is_written() {
    let a = || present("A");
    let assert = |name| Clause::Assert(present(name));
    for (clause, expected) in [
        (branch(a(), vec![assert("B")], vec![]), "if A { B }"),
        (
            branch(a(), vec![assert("B")], vec![assert("C")]),
            "if A { B } else { C }",
        ),
        (branch(a(), vec![], vec![assert("C")]), "if !A { C }"),
        (branch(not(a()), vec![], vec![assert("C")]), "if A { C }"),
        (branch(a(), vec![], vec![]), "true"),
        (
            branch(a(), vec![assert("B"), assert("C")], vec![]),
            "if A {\n    B;\n    C;\n}",
        ),
        (
            branch(
                a(),
                vec![branch(present("B"), vec![assert("C")], vec![])],
                vec![assert("D")],
            ),
            "if A {\n    if B { C }\n} else {\n    D\n}",
        ),
        (
            branch(
                a(),
                vec![assert("B"), assert("C")],
                vec![branch(
                    present("D"),
                    vec![assert("E")],
                    vec![assert("F"), assert("G")],
                )],
            ),
            "if A {\n    B;\n    C;\n} else if D {\n    E\n} else {\n    F;\n    G;\n}",
        ),
    ] {
        assert_eq!(sample::rule(clause).source(), expected);
    }
}

#[test]
fn random_rules_are_written() {
    for seed in 0..2000 {
        let source = sample::rule(sample::Dice(seed).clause(3)).source();
        let count = |sign| source.matches(sign).count();
        assert_eq!(count('('), count(')'), "{source}");
        assert_eq!(count('{'), count('}'), "{source}");
    }
}
