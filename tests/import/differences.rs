//! Documents against declarations.

use std::fmt::Write;

use events_core::families::registration::Registration;
use events_core::tlibrary::DICTIONARY;
use events_schema::Family;
use events_schema::import::{Document, Options, differences, import};

/// The differences of a document of the Registration family, in which texts are replaced.
fn after(changes: &[(&str, &str)]) -> Vec<String> {
    let mut text = registration();
    for (from, to) in changes {
        assert!(text.contains(from), "{from} is not in {text}");
        text = text.replacen(from, to, 1);
    }
    let options = Options {
        dictionary: DICTIONARY.clone(),
        ..Options::default()
    };
    let draft = import(&[Document::text("x", &text)], &options);
    assert!(
        draft.ledgers[0]
            .open()
            .all(|(.., reason)| reason.is_about_prose())
    );
    let found = differences(&draft.specification.families, &[Registration::FAMILY]);
    let certain = found.iter().filter(|difference| difference.is_certain());
    certain.map(ToString::to_string).collect()
}

/// The tables of the declared family, as a document has them.
fn registration() -> String {
    let family: &Family = Registration::FAMILY;
    let mut text = String::new();
    for event in family.events.iter() {
        let _ = write!(text, "{}\n\nAttribute\tPresence\n", event.name);
        for row in event.attributes.iter() {
            let fixed = row
                .fixed
                .as_ref()
                .map(|value| format!("={value}"))
                .unwrap_or_default();
            let marks: Vec<_> = row
                .marks
                .iter()
                .map(|mark| format!(" ^{}", mark.letter))
                .collect();
            let marks = marks.concat();
            let _ = writeln!(text, "{}{fixed}{marks}	{:?}", row.name, row.presence);
        }
        for note in event.footnotes.iter() {
            let says = note.text.replace('\n', " ");
            let _ = writeln!(text, "\n{}. {says}", note.letter);
        }
        text.push('\n');
    }
    text
}

#[test]
fn a_document_that_agrees_has_none() {
    assert_eq!(after(&[]), [""; 0]);
}

#[test]
fn each_difference_is_told() {
    for (changes, expected) in [
        (
            [("CustomerID\tOptional", "CustomerID\tMandatory")],
            "EventRegistered: a row is documented as `CustomerID Mandatory` and declared as `CustomerID Optional`",
        ),
        (
            [("Server\tMandatory\n", "")],
            "EventRegistered: row `Server Mandatory` is declared and not documented",
        ),
        (
            [(
                "Server\tMandatory\n",
                "Server\tMandatory\nReasons\tOptional\n",
            )],
            "EventRegistered: row `Reasons Optional` is documented and not declared",
        ),
        (
            [(
                "Event\tMandatory\nExtensions ^b\tMandatory\n",
                "Extensions ^b\tMandatory\nEvent\tMandatory\n",
            )],
            "EventRegistered: `Extensions` is documented where `Event` is declared",
        ),
        (
            [(
                "InfoType=AddressInfoAddressType",
                "InfoType=AddressInfoDNStatus",
            )],
            "EventRegistered: a row is documented as `InfoType = AddressInfoDNStatus Mandatory` and declared as \
             `InfoType = AddressInfoAddressType Mandatory`",
        ),
        (
            [("EventUnregistered\n", "EventUnplugged\n")],
            "EventUnplugged is documented and not declared",
        ),
    ] {
        let found = after(&changes);
        assert_eq!(
            found.first().map(String::as_str),
            Some(expected),
            "{found:?}"
        );
    }
    assert_eq!(
        after(&[("CustomerID\tOptional", "CustomerID ^a\tOptional")]),
        [
            "EventRegistered: a row is documented as `CustomerID[a] Optional` and declared as `CustomerID Optional`",
            "EventRegistered: footnote a is on AgentID, CustomerID in the document and on AgentID in the declaration",
        ]
    );
}
