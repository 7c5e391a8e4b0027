//! Documents with what a person reads in them (`.truth`) and what the importer makes of them (`.golden`).

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use events_core::tlibrary::DICTIONARY;
use events_schema::import::{Document, Draft, Ledger, Options, PresenceWords, What, import};
use events_schema::{Cell, Dictionary, Event, Rule};
use expect_test::expect_file;

/// A document of the project's own.
pub(crate) struct Fixture {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    path: PathBuf,
}

/// All documents that were written beside the importer, one for each trap, in the order of their names.
pub(crate) fn fixtures() -> Vec<Fixture> {
    of_directory("fixtures", 12)
}

/// Documents as communities far from telephony write them, in the order of their names.
pub(crate) fn communities() -> Vec<Fixture> {
    of_directory("communities", 8)
}

fn of_directory(name: &str, least: usize) -> Vec<Fixture> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("import")
        .join(name);
    let mut fixtures: Vec<_> = fs::read_dir(directory)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            !path
                .extension()
                .is_some_and(|end| end == "truth" || end == "golden")
        })
        .map(|path| Fixture {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            bytes: fs::read(&path).unwrap(),
            path,
        })
        .collect();
    fixtures.sort_by(|one, other| one.name.cmp(&other.name));
    assert!(fixtures.len() > least, "the documents are not there");
    fixtures
}

impl Fixture {
    pub(crate) fn options(&self) -> Options {
        let mut options = Options {
            dictionary: if self.name.starts_with("docks") || self.is_of_a_community() {
                Dictionary::EMPTY
            } else {
                DICTIONARY.clone()
            },
            ..Options::default()
        };
        if self.name.starts_with("docks_presence") {
            let mut words = PresenceWords::default();
            words.add("Always=Mandatory, Opt-In=Optional").unwrap();
            options.presence = words;
        }
        options
    }

    /// What the importer makes of the first so many bytes.
    pub(crate) fn import(&self, length: usize) -> Draft {
        let bytes = &self.bytes[..length];
        let text = String::from_utf8_lossy(bytes);
        // A cut may be in the middle of a letter; a PDF is read as it is.
        let bytes = if bytes.starts_with(b"%PDF-") {
            bytes
        } else {
            text.as_bytes()
        };
        let document = Document::read(&self.name, bytes);
        let documents: Vec<_> = document.into_iter().collect();
        import(&documents, &self.options())
    }

    /// Whether the document is one of a community that has no dictionary.
    fn is_of_a_community(&self) -> bool {
        self.path
            .parent()
            .is_some_and(|place| place.ends_with("communities"))
    }

    pub(crate) fn beside(&self, end: &str) -> PathBuf {
        self.path.with_extension(end)
    }
}

/// The model as lines: events, rows, marks and footnotes.
pub(crate) fn lines(draft: &Draft) -> Vec<String> {
    let families = draft.specification.families.iter();
    families
        .flat_map(|family| family.events.iter().flat_map(event_lines))
        .collect()
}

fn event_lines(event: &Event) -> Vec<String> {
    let name = &event.name;
    let number = event.number.map(|number| format!(" = {number}"));
    let mut lines = vec![format!("event {name}{}", number.unwrap_or_default())];
    for row in event.attributes.iter() {
        let fixed = row
            .fixed
            .as_ref()
            .map(|value| format!("={value}"))
            .unwrap_or_default();
        lines.push(format!("row {name} {}{fixed} {:?}", row.name, row.presence));
        for mark in row.marks.iter() {
            let on = if mark.cell == Cell::Presence {
                "@presence"
            } else {
                ""
            };
            lines.push(format!("mark {name} {} {}{on}", row.name, mark.letter));
        }
    }
    for note in event.footnotes.iter() {
        let rules: Vec<_> = note.rules.iter().map(Rule::source).collect();
        let rules = rules.join(" ");
        let rules: Vec<_> = rules.split_whitespace().collect();
        let line = format!(
            "footnote {name} {} {}: {}",
            note.letter,
            note.status.as_str(),
            rules.join(" ")
        );
        lines.push(line.trim_end().to_owned());
    }
    lines
}

fn ledger_lines(ledger: &Ledger) -> String {
    let mut text = String::new();
    for entry in &ledger.entries {
        let open = if matches!(entry.what, What::Open { .. }) {
            "open: "
        } else {
            ""
        };
        writeln!(text, "{open}{entry}").unwrap();
    }
    text
}

#[test]
fn drafts_are_as_before() {
    for fixture in fixtures().into_iter().chain(communities()) {
        let draft = fixture.import(fixture.bytes.len());
        let model = lines(&draft).join("\n");
        let text = format!("{model}\n\n{}", ledger_lines(&draft.ledgers[0]));
        expect_file![fixture.beside("golden")].assert_eq(&text);
    }
}
