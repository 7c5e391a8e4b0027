//! Documents with what a person reads in them (`.truth`) and what the importer makes of them (`.golden`).

use std::collections::BTreeSet;
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

/// All documents, in the order of their names.
pub(crate) fn fixtures() -> Vec<Fixture> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("import/fixtures");
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
    assert!(fixtures.len() > 12, "the fixtures are not there");
    fixtures
}

impl Fixture {
    pub(crate) fn options(&self) -> Options {
        let mut options = Options {
            dictionary: if self.name.starts_with("docks") {
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

    fn beside(&self, end: &str) -> PathBuf {
        self.path.with_extension(end)
    }
}

/// The model as lines: events, rows, marks and footnotes.
fn lines(draft: &Draft) -> Vec<String> {
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
    for fixture in fixtures() {
        let draft = fixture.import(fixture.bytes.len());
        let model = lines(&draft).join("\n");
        let text = format!("{model}\n\n{}", ledger_lines(&draft.ledgers[0]));
        expect_file![fixture.beside("golden")].assert_eq(&text);
    }
}

/// Of what a kind of line says, how much is right and how much was found.
#[derive(Default)]
struct Score {
    found: usize,
    right: usize,
    wanted: usize,
}

#[test]
fn what_a_person_reads_is_found() {
    let mut table = String::new();
    let mut failures = String::new();
    for kind in ["row", "mark", "footnote"] {
        let mut score = Score::default();
        for fixture in fixtures() {
            let truth = fs::read_to_string(fixture.beside("truth")).unwrap();
            let of_kind = |line: &&str| line.starts_with(kind);
            let draft = fixture.import(fixture.bytes.len());
            let found = lines(&draft);
            let found: BTreeSet<&str> = found.iter().map(String::as_str).filter(of_kind).collect();
            let wanted: BTreeSet<&str> = truth.lines().map(str::trim_end).filter(of_kind).collect();
            score.found += found.len();
            score.wanted += wanted.len();
            score.right += found.intersection(&wanted).count();
            for line in found.difference(&wanted) {
                writeln!(failures, "{}: not in the document: {line}", fixture.name).unwrap();
            }
            let missed: Vec<_> = wanted.difference(&found).collect();
            let open = draft.ledgers[0].open().count();
            for line in &missed {
                writeln!(
                    failures,
                    "{}: missed, with {open} open entries: {line}",
                    fixture.name
                )
                .unwrap();
            }
        }
        let Score {
            found,
            right,
            wanted,
        } = score;
        let percent = |of: usize| {
            100.0 * f64::from(u32::try_from(right).unwrap()) / f64::from(u32::try_from(of).unwrap())
        };
        writeln!(
            table,
            "{kind:8}  precision {:5.1} %  recall {:5.1} %  ({wanted} in the documents)",
            percent(found),
            percent(wanted)
        )
        .unwrap();
    }
    println!("{table}");
    assert!(failures.is_empty(), "\n{table}{failures}");
}

/// A row that the whole document yields is in the ledger of each beginning that has its line.
#[test]
fn cut_documents_lose_no_row() {
    std::thread::scope(|scope| {
        for fixture in fixtures() {
            scope.spawn(move || cut_everywhere(&fixture));
        }
    });
}

fn cut_everywhere(fixture: &Fixture) {
    // The lines of a PDF are not those of its bytes, and most of these are no text.
    if fixture.bytes.starts_with(b"%PDF-") {
        for length in (0..fixture.bytes.len()).step_by(499) {
            fixture.import(length);
        }
        return;
    }
    let whole = fixture.import(fixture.bytes.len());
    let ends: Vec<usize> = (0..fixture.bytes.len())
        .filter(|at| fixture.bytes[*at] == b'\n')
        .collect();
    let rows: BTreeSet<u32> = whole.ledgers[0]
        .entries
        .iter()
        .filter(|entry| matches!(entry.what, What::Row { .. }))
        .map(|entry| entry.place.line)
        .collect();
    // Long documents are cut at every third byte, which is enough for a test that runs often.
    let step = if fixture.bytes.len() > 800 { 3 } else { 1 };
    for length in (0..fixture.bytes.len()).step_by(step) {
        let cut = fixture.import(length);
        let told: BTreeSet<u32> = cut.ledgers[0]
            .entries
            .iter()
            .filter(|entry| matches!(entry.what, What::Row { .. } | What::Open { .. }))
            .map(|entry| entry.place.line)
            .collect();
        for row in &rows {
            let inside = ends[*row as usize - 1] < length;
            assert!(
                !inside || told.contains(row),
                "{} cut at {length} loses line {row}",
                fixture.name
            );
        }
    }
}
