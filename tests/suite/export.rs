//! Exported declarations compile, and declare the model that they were exported from.
//!
//! `UPDATE_EXPECT=1` rewrites the files in `export`.

#![allow(
    missing_docs,
    unreachable_pub,
    clippy::module_inception,
    clippy::wildcard_imports,
    reason = "what was exported has no docs of its own, and takes its names from the dictionary"
)]

use std::path::Path;

use events_core::schema::export::{Module, modules};
use events_core::schema::{
    Attribute, Cell, Clause, Condition, Definition, Dictionary, Event, Family, Footnote, Kind,
    List, Literal, Mark, Member, Presence, Rule, Source, Specification, Status, Term, Text,
    Vocabulary,
};
use events_core::{Message, families};
use expect_test::expect_file;

/// The whole reference, as it was exported.
mod reference {
    include!("export/reference.rs");
}

/// A specification with a dictionary of its own, as it was exported.
mod docks {
    include!("export/docks.rs");
}

/// A specification with numbers and names that need care, as it was exported: `export/private.json`.
mod private {
    include!("export/private.rs");
}

fn file(modules: &[Module]) -> String {
    let items: Vec<_> = modules.iter().map(Module::item).collect();
    items.join("\n")
}

fn golden(name: &str) -> expect_test::ExpectFile {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/export");
    expect_file![path.join(name)]
}

fn family<T: Message>() -> Family {
    T::declarations()[0].family.clone()
}

#[test]
fn the_reference_is_as_committed() {
    let path = "events_core::tlibrary::dictionary";
    let exported = modules(&families::specification(), Some(path));
    golden("reference.rs").assert_eq(&file(&exported));
}

#[test]
fn the_exported_reference_declares_the_reference() {
    use reference::*;
    let exported = [
        family::<registration::Registration>(),
        family::<general::General>(),
        family::<call_handling::CallHandling>(),
        family::<call_routing::CallRouting>(),
        family::<call_treatment::CallTreatment>(),
        family::<dtmf::DTMF>(),
        family::<voice_mail::VoiceMail>(),
        family::<agent_state_and_dn::AgentStateAndDN>(),
        family::<query::Query>(),
        family::<user_data::UserDataEvents>(),
        family::<network_attended_transfer::NetworkAttendedTransfer>(),
        family::<negative_response::NegativeResponse>(),
        family::<call_based::CallBased>(),
    ];
    let declared = families::specification().families;
    assert_eq!(
        exported.len(),
        declared.len(),
        "add the family to the list above, in the order of the document"
    );
    for (exported, declared) in exported.iter().zip(declared.iter()) {
        assert_eq!(unwrapped(exported), unwrapped(declared));
    }
}

/// A family whose texts have no lines, since exported ones are wrapped anew.
fn unwrapped(family: &Family) -> Family {
    let flat = |text: &Text| -> Text {
        let words: Vec<_> = text.split_whitespace().collect();
        words.join(" ").into()
    };
    let mut family = family.clone();
    family.description = flat(&family.description);
    for event in family.events.to_mut() {
        event.description = flat(&event.description);
        for row in event.attributes.to_mut() {
            row.description = flat(&row.description);
        }
        for footnote in event.footnotes.to_mut() {
            footnote.text = flat(&footnote.text);
        }
    }
    family
}

/// A model of a site: a dictionary, an enumeration, a footnote with a rule.
fn dock_protocol() -> Specification {
    let state = || {
        let member = |name: &'static str, number, description: &'static str| Member {
            name: name.into(),
            number,
            description: description.into(),
        };
        Kind::Enumeration(std::borrow::Cow::Owned(Vocabulary {
            name: "DockState".into(),
            description: "What a dock is doing.".into(),
            numbered: true,
            members: vec![
                member("Free", 0, "It holds no bike."),
                member("Taken", 1, "It holds a bike."),
            ]
            .into(),
        }))
    };
    let definition = |name: &'static str, kind, description: &'static str| Definition {
        name: name.into(),
        description: description.into(),
        kind,
        number: None,
        log: List::default(),
        aliases: List::default(),
        examples: List::default(),
        obsolete: false,
        transport: false,
    };
    let row = |name: &'static str, kind, presence| Attribute {
        name: name.into(),
        union: None,
        kind,
        fixed: None,
        presence,
        marks: List::default(),
        description: Text::default(),
    };
    let term = |name: &'static str| Term {
        attribute: name.into(),
        key: None,
    };
    let marks = vec![Mark {
        letter: "a".into(),
        cell: Cell::Name,
    }];
    let rule = Rule {
        id: "Docks/DockReported[a]".into(),
        clause: Clause::If {
            condition: Condition::Present(term("Bike")),
            then: vec![Clause::Assert(Condition::Equals(
                term("State"),
                Literal::Member {
                    name: "Taken".into(),
                    number: 1,
                },
            ))]
            .into(),
            otherwise: List::default(),
        },
    };
    Specification {
        name: "Docks".into(),
        dictionary: Dictionary {
            name: "Docks".into(),
            definitions: vec![
                definition("Bike", Kind::Text, "Number of the bike."),
                definition("Kind", Kind::Event, "The report itself."),
                definition("State", state(), "What the dock is doing."),
                definition("Seen", Kind::Time, "Moment of the report."),
            ]
            .into(),
            key_sets: List::default(),
            messages: None,
        },
        families: vec![Family {
            name: "Docks".into(),
            description: "What docks report.".into(),
            source: Source {
                document: "Dock Protocol".into(),
                ..Source::default()
            },
            tag: "Kind".into(),
            events: vec![Event {
                name: "DockReported".into(),
                number: Some(12),
                description: "A dock was looked at.".into(),
                attributes: vec![
                    Attribute {
                        marks: marks.into(),
                        ..row("Bike", Kind::Text, Presence::Optional)
                    },
                    row("Kind", Kind::Event, Presence::Mandatory),
                    row("State", state(), Presence::Mandatory),
                    row("Seen", Kind::Time, Presence::Mandatory),
                    row("Dock", Kind::integer(0, 65_535), Presence::Mandatory),
                    row("Before", state(), Presence::Optional),
                ]
                .into(),
                footnotes: vec![Footnote {
                    letter: "a".into(),
                    text: "A bike is only in a dock that is taken.".into(),
                    status: Status::Checked,
                    proposed: false,
                    rules: vec![rule].into(),
                    waives: List::default(),
                }]
                .into(),
            }]
            .into(),
        }]
        .into(),
    }
}

#[test]
fn a_specification_of_its_own_compiles_to_itself() {
    let model = dock_protocol();
    assert_eq!(model.faults(), []);
    golden("docks.rs").assert_eq(&file(&modules(&model, None)));
    assert_eq!(family::<docks::docks::Docks>(), model.families[0]);
    let compiled = &docks::dictionary::DICTIONARY;
    assert_eq!(compiled.definitions, model.dictionary.definitions);
}

#[test]
fn numbers_and_names_that_need_care_compile_to_the_same_model() {
    let model = include_str!("export/private.json");
    let model: Specification = serde_json::from_str(model).unwrap();
    assert_eq!(model.faults(), []);
    golden("private.rs").assert_eq(&file(&modules(&model, None)));
    let docks = family::<private::docks_events::DocksEvents>();
    assert_eq!(docks, model.families[0]);
    let measuring = family::<private::measuring::Measuring>();
    assert_eq!(measuring, model.families[1]);
    assert_eq!(private::dictionary::DICTIONARY, model.dictionary);
}

#[test]
fn what_has_no_description_says_so() {
    let mut model = dock_protocol();
    model.families.to_mut()[0].description = Text::default();
    let source = file(&modules(&model, None));
    assert!(
        source.contains("/// Not described.\n        #[source(document"),
        "{source}"
    );
}
