//! What the exporters write, read again.

use std::fmt::Write;

use events_core::families;
use events_core::tlibrary::DICTIONARY;
use events_schema::import::{Document, Draft, Options, import};
use events_schema::{
    Attribute, Dictionary, Event, Family, Footnote, Specification, Status, Text, export,
};

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

/// Families as the page of the reference that the exporter writes.
pub(crate) fn page(families: Vec<Family>, dictionary: &Dictionary) -> Document {
    let specification = specification(families, dictionary);
    Document::html("reference.html", &export::html(&specification))
}

fn specification(families: Vec<Family>, dictionary: &Dictionary) -> Specification {
    Specification {
        name: "Reference".into(),
        dictionary: dictionary.clone(),
        families: families.into(),
    }
}

/// What a document says, in the words of a dictionary.
fn read(document: Document, dictionary: &Dictionary, family: Option<&Family>) -> Draft {
    let options = Options {
        dictionary: dictionary.clone(),
        family: family.map(|family| family.name.to_string()),
        ..Options::default()
    };
    import(&[document], &options)
}

fn line(text: &Text) -> Text {
    text.split_whitespace().collect::<Vec<_>>().join(" ").into()
}

/// An event without what its tables do not say, and with its texts on one line.
fn plain(event: &Event) -> Event {
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

/// Fails unless a family is what is read of its document in Markdown, which has its events alone, and of its page.
pub(crate) fn assert_same(family: &Family, dictionary: &Dictionary) {
    let text = Document::markdown("family.md", &markdown(family));
    let draft = read(text, dictionary, Some(family));
    let bare = Family {
        description: Text::default(),
        ..family.clone()
    };
    assert_read(&draft, &[bare]);
    let families = vec![family.clone()];
    let draft = read(page(families.clone(), dictionary), dictionary, None);
    assert_read(&draft, &families);
}

/// Fails unless exactly these families were read.
fn assert_read(draft: &Draft, families: &[Family]) {
    let open: Vec<_> = draft.ledgers[0]
        .open()
        .map(|(entry, ..)| entry.to_string())
        .collect();
    assert!(open.is_empty(), "{open:#?}");
    assert_eq!(draft.proposals, []);
    let read = &draft.specification.families;
    let names = |families: &[Family]| -> Vec<Text> {
        families.iter().map(|family| family.name.clone()).collect()
    };
    assert_eq!(names(read), names(families));
    for (read, family) in read.iter().zip(families) {
        assert_eq!(
            (line(&read.description), &read.source, &read.tag),
            (line(&family.description), &family.source, &family.tag)
        );
        assert_eq!(read.events.len(), family.events.len());
        for (read, event) in read.events.iter().zip(family.events.iter()) {
            assert_eq!(plain(read), plain(event));
            assert_eq!(rules(read), rules(event));
        }
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
    for family in &declared {
        assert_same(family, &DICTIONARY);
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

/// The whole reference, as it is published: with the dictionary, the matrix and the enumerations around the tables.
#[test]
fn the_reference_comes_back() {
    let families: Vec<Family> = families::specification().families.to_vec();
    let draft = read(page(families.clone(), &DICTIONARY), &DICTIONARY, None);
    assert_read(&draft, &families);
    let text = export::reference(&specification(families.clone(), &DICTIONARY));
    let draft = read(Document::markdown("reference.md", &text), &DICTIONARY, None);
    assert_read(&draft, &families);
}

/// Marks may be words.
#[test]
fn marks_that_are_words_come_back() {
    let mut family = families::registration::Registration::FAMILY.clone();
    for event in family.events.to_mut() {
        for row in event.attributes.to_mut() {
            for mark in row.marks.to_mut() {
                mark.letter = format!("{}sev", mark.letter).into();
            }
        }
        for note in event.footnotes.to_mut() {
            let letter = format!("{}sev", note.letter);
            for rule in note.rules.to_mut() {
                let (from, to) = (format!("[{}]", note.letter), format!("[{letter}]"));
                rule.id = rule.id.replace(&from, &to).into();
            }
            note.letter = letter.into();
        }
    }
    assert_same(&family, &DICTIONARY);
}

/// The members of an enumeration are no presences, whatever they are called.
#[test]
fn members_called_like_presences_are_no_rows() {
    let text = "## Sizes\n\n### SizeSeen\n\n| Attribute | Presence |\n| --- | --- |\n| size | Mandatory |\n\n\
                ## Enumerations\n\n### Size\n\n";
    for table in [
        "| Value | Meaning |\n| --- | --- |\n| `C` | Large. |\n| `M` | Mid. |\n",
        "| Number | Value | Meaning |\n| --- | --- | --- |\n| 1 | `C` | Large. |\n| 2 | `M` | Mid. |\n",
    ] {
        let document = Document::markdown("sizes.md", &format!("{text}{table}"));
        let draft = read(document, &Dictionary::EMPTY, None);
        let open: Vec<_> = draft.ledgers[0].open().collect();
        assert!(open.is_empty(), "{open:?}");
        assert_eq!(
            draft.specification.families[0].events[0].attributes.len(),
            1
        );
    }
}
