//! What the exporters write, read again.

use std::fmt::Write;

use events_core::families;
use events_core::tlibrary::DICTIONARY;
use events_schema::import::{Document, Draft, Options, import};
use events_schema::{Attribute, Dictionary, Event, Family, Footnote, Status, Text, export};

/// A family as a document in Markdown: its events under headings, as the exporter writes them.
pub(crate) fn markdown(family: &Family) -> String {
    let mut text = String::new();
    for event in family.events.iter() {
        let number = event
            .number
            .map(|number| format!(" = {number}"))
            .unwrap_or_default();
        let description = &event.description;
        let table = export::markdown(family, event);
        writeln!(
            text,
            "## {}{number}\n\n{description}\n\n{table}",
            event.name
        )
        .unwrap();
    }
    text
}

/// What a document says of a family.
pub(crate) fn read(family: &Family, dictionary: &Dictionary, text: &str) -> Draft {
    let options = Options {
        dictionary: dictionary.clone(),
        family: Some(family.name.to_string()),
        ..Options::default()
    };
    import(&[Document::markdown("family.md", text)], &options)
}

/// An event without what its tables do not say, and with its texts on one line.
fn plain(event: &Event) -> Event {
    let line =
        |text: &Text| -> Text { text.split_whitespace().collect::<Vec<_>>().join(" ").into() };
    Event {
        description: line(&event.description),
        attributes: event
            .attributes
            .iter()
            .map(|row| Attribute {
                description: Text::default(),
                ..row.clone()
            })
            .collect(),
        footnotes: event
            .footnotes
            .iter()
            .map(|note| Footnote {
                text: line(&note.text),
                rules: Vec::new().into(),
                ..note.clone()
            })
            .collect(),
        ..event.clone()
    }
}

/// The rules of an event in words: two rules that read the same are the same demand.
fn rules(event: &Event) -> Vec<String> {
    event
        .rules()
        .map(|(_, rule)| format!("{}: {}", rule.id, rule.words()))
        .collect()
}

/// Fails unless a family is what is read of its document.
pub(crate) fn assert_same(family: &Family, dictionary: &Dictionary, text: &str) {
    let draft = read(family, dictionary, text);
    let open: Vec<_> = draft.ledgers[0]
        .open()
        .map(|(entry, ..)| entry.to_string())
        .collect();
    assert!(open.is_empty(), "{open:#?}\n{text}");
    assert_eq!(draft.proposals, [], "{text}");
    let [read] = &*draft.specification.families else {
        panic!("{} families in\n{text}", draft.specification.families.len());
    };
    assert_eq!(
        (&read.name, &read.source, &read.tag),
        (&family.name, &family.source, &family.tag)
    );
    assert_eq!(read.events.len(), family.events.len(), "{text}");
    for (read, event) in read.events.iter().zip(family.events.iter()) {
        assert_eq!(plain(read), plain(event), "{text}");
        assert_eq!(rules(read), rules(event), "{text}");
    }
}

#[test]
fn declared_families_come_back() {
    let mut events = 0;
    let mut statuses = Vec::new();
    let mut declared: Vec<&Family> = families::declarations()
        .map(|declaration| declaration.family)
        .collect();
    declared.dedup_by(|one, other| std::ptr::eq(*one, *other));
    for family in declared {
        assert_same(family, &DICTIONARY, &markdown(family));
        events += family.events.len();
        statuses.extend(
            family
                .events
                .iter()
                .flat_map(|event| event.footnotes.iter())
                .map(|note| note.status),
        );
    }
    assert!(events >= 26);
    assert!(Status::ALL.iter().all(|status| statuses.contains(status)));
}
