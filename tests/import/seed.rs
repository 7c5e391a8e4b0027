//! The document of the Registration family against its declaration.

use std::fs;
use std::path::PathBuf;

use events_core::families::registration::Registration;
use events_core::tlibrary::dictionary::DICTIONARY;
use events_schema::import::{Document, Draft, Options, import};
use events_schema::{Attribute, Event, Mark};

/// The draft of the document; `None` where the document is not at hand.
fn seed() -> Option<Draft> {
    let path =
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/seed/registration_events.txt");
    let Ok(text) = fs::read_to_string(&path) else {
        eprintln!("skipped: the seed document is not at hand");
        return None;
    };
    let options = Options {
        dictionary: DICTIONARY.clone(),
        ..Options::default()
    };
    Some(import(
        &[Document::text("registration_events.txt", &text)],
        &options,
    ))
}

/// The rows, without what the document does not say.
fn rows(event: &Event) -> Vec<Attribute> {
    event.attributes.to_vec()
}

fn marks(event: &Event) -> Vec<(&str, &[Mark])> {
    let rows = event.attributes.iter();
    rows.map(|row| (&*row.name, &*row.marks)).collect()
}

#[test]
fn the_document_is_the_declaration() {
    let Some(draft) = seed() else { return };
    for ledger in &draft.ledgers {
        for entry in &ledger.entries {
            println!("{entry}");
        }
    }
    let [family] = &*draft.specification.families else {
        panic!("{:?}", draft.specification.families)
    };
    let declared = Registration::FAMILY;
    assert_eq!(family.name, declared.name);
    assert_eq!(family.tag, declared.tag);
    assert_eq!(family.source, declared.source);
    let names = |family: &events_schema::Family| -> Vec<_> {
        family
            .events
            .iter()
            .map(|event| event.name.to_string())
            .collect()
    };
    assert_eq!(names(family), names(declared));
    for (event, declared) in family.events.iter().zip(declared.events.iter()) {
        assert_eq!(rows(event), rows(declared));
        assert_eq!(marks(event), marks(declared));
        assert_eq!(event.footnotes.len(), declared.footnotes.len());
        for (note, declared) in event.footnotes.iter().zip(declared.footnotes.iter()) {
            assert_eq!(note.letter, declared.letter);
            assert_eq!(
                note.status, declared.status,
                "{}[{}]",
                event.name, note.letter
            );
            assert_eq!(
                note.rules, declared.rules,
                "{}[{}]",
                event.name, note.letter
            );
        }
    }
    assert_eq!(draft.proposals.len(), 3);
    assert!(!draft.is_open(), "{:?}", draft.ledgers);
}
