//! Documents against declarations.

use std::fmt::Write;

use events_core::families::registration::Registration;
use events_core::tlibrary::DICTIONARY;
use events_schema::Family;
use events_schema::import::{Difference, Document, Options, differences, import};

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

/// Footnote a of `EventUnregistered` is declared as `if !ReferenceID { ErrorCode && ErrorMessage }`.
#[test]
fn what_a_sentence_reads_as_is_compared_by_what_it_demands() {
    let says = |says: &str| -> Vec<(String, bool)> {
        let text = registration();
        let before = text.find("a. `ReferenceID`").unwrap();
        let end = text[before..].find('\n').unwrap() + before;
        let text = format!("{}a. {says}{}", &text[..before], &text[end..]);
        let options = Options {
            dictionary: DICTIONARY.clone(),
            ..Options::default()
        };
        let draft = import(&[Document::text("x", &text)], &options);
        let found = differences(&draft.specification.families, &[Registration::FAMILY]);
        let found = found.iter().filter(|difference| {
            matches!(difference, Difference::Reading { event, .. } if event == "EventUnregistered")
        });
        found
            .map(|difference| (difference.to_string(), difference.is_certain()))
            .collect()
    };
    assert_eq!(
        says("Unless ReferenceID is present, ErrorCode and ErrorMessage are present."),
        []
    );
    let begins = "EventUnregistered: footnote a reads as ";
    let declared = "is declared as `partly { if !ReferenceID { ErrorCode && ErrorMessage } }`";
    for (sentence, read, relation, has_reference) in [
        (
            "If ReferenceID is absent, ErrorCode is present.",
            "`if !ReferenceID { ErrorCode }`",
            ", which demands more: it forbids ErrorCode is 0,",
            false,
        ),
        (
            "ErrorCode and ErrorMessage are mandatory.",
            "`ErrorCode && ErrorMessage`",
            ", which demands less: it allows",
            true,
        ),
        (
            "ErrorCode is present if ReferenceID is present.",
            "`if ErrorCode { ReferenceID }`",
            ", which demands something else: it allows ErrorCode is 0, ErrorMessage is \"text\",",
            false,
        ),
    ] {
        let found = says(sentence);
        let [(text, is_certain)] = &*found else {
            panic!("{sentence}: {found:?}")
        };
        let (before, message) = text.split_once(" Event is ").unwrap();
        assert_eq!(before, format!("{begins}{read} and {declared}{relation}"));
        assert_eq!(
            message.contains("ReferenceID is"),
            has_reference,
            "{message}"
        );
        assert!(!is_certain);
    }
    let found = says("If ReferenceID is absent, ErrorCode is absent.");
    let opposite = found
        .first()
        .map(|(text, certain)| (text.ends_with("no message satisfies both"), *certain));
    assert_eq!(opposite, Some((true, true)), "{found:?}");
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
