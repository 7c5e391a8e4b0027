//! Drafts are source that compiles, with a warning for each proposal.

#![allow(
    deprecated,
    clippy::wildcard_imports,
    reason = "drafts have proposals, and take their names from the dictionary"
)]

use std::borrow::Cow;
use std::path::Path;

use events_schema::import::{Draft, Style};
use events_schema::{Attribute, Event, Family, Kind, Member, Vocabulary};
use expect_test::expect_file;

use crate::fixtures::fixtures;

#[path = "drafts/docks_columns.rs"]
mod docks_columns;
#[path = "drafts/docks_prose_types.rs"]
mod docks_prose_types;
#[path = "drafts/docks_tag.rs"]
mod docks_tag;
#[path = "drafts/docks_types.rs"]
mod docks_types;
#[path = "drafts/fused.rs"]
mod fused;
#[path = "drafts/open.rs"]
mod open;
#[path = "drafts/prose.rs"]
mod prose;
#[path = "drafts/tabs.rs"]
mod tabs;

/// A document, with the families that its committed draft declares.
const DRAFTS: [(&str, &[&Family]); 8] = [
    ("docks_columns.txt", &[docks_columns::Dock::FAMILY]),
    ("docks_prose_types.md", &[docks_prose_types::Dock::FAMILY]),
    (
        "docks_tag.md",
        &[docks_tag::Dock::FAMILY, docks_tag::Bike::FAMILY],
    ),
    ("docks_types.md", &[docks_types::DocksTypes::FAMILY]),
    ("fused.txt", &[fused::Fused::FAMILY]),
    ("open.txt", &[open::Open::FAMILY]),
    ("prose.txt", &[prose::Prose::FAMILY]),
    ("tabs.txt", &[tabs::Registration::FAMILY]),
];

/// The draft of a document.
fn draft(name: &str) -> Draft {
    let fixture = fixtures().into_iter().find(|fixture| fixture.name == name);
    let fixture = fixture.unwrap();
    fixture.import(fixture.bytes.len())
}

#[test]
fn drafts_are_as_committed() {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("import/drafts");
    for (name, _) in DRAFTS {
        let style = Style {
            texts: name != "prose.txt",
            dictionary: Some("events_core::tlibrary::dictionary".to_owned()),
        };
        let path = directory.join(name).with_extension("rs");
        expect_file![path].assert_eq(&draft(name).source(&style));
    }
}

/// The committed drafts compile, and declare what was read.
#[test]
fn drafts_declare_what_was_read() {
    for (name, declared) in DRAFTS {
        let draft = draft(name);
        assert_eq!(draft.specification.families.len(), declared.len(), "{name}");
        for (family, declared) in draft.specification.families.iter().zip(declared) {
            assert_eq!(family.events.len(), declared.events.len(), "{name}");
            for (event, declared) in family.events.iter().zip(declared.events.iter()) {
                assert_eq!(
                    (&event.name, event.number),
                    (&declared.name, declared.number)
                );
                let rows = |event: &Event| -> Vec<Attribute> {
                    let plain = |row: &Attribute| Attribute {
                        description: "".into(),
                        kind: undescribed(&row.kind),
                        ..row.clone()
                    };
                    event.attributes.iter().map(plain).collect()
                };
                assert_eq!(rows(event), rows(declared), "{name}");
                for note in declared.footnotes.iter() {
                    let read = event.footnote(&note.letter).unwrap();
                    assert_eq!(
                        (&read.rules, read.status),
                        (&note.rules, note.status),
                        "{name}"
                    );
                }
            }
        }
    }
}

/// A kind without what is to be written of its values.
fn undescribed(kind: &Kind) -> Kind {
    let Kind::Enumeration(vocabulary) = kind else {
        return kind.clone();
    };
    let members = vocabulary.members.iter().map(|member| Member {
        description: "".into(),
        ..member.clone()
    });
    Kind::Enumeration(Cow::Owned(Vocabulary {
        description: "".into(),
        members: members.collect(),
        ..vocabulary.clone().into_owned()
    }))
}
