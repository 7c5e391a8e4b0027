//! What must hold of every input, whatever its bytes: one function a target, for tests on stable and for cargo-fuzz.

use std::io::{self, Read};
use std::sync::OnceLock;

use events_core::families::{self, TLibraryEvent};
use events_core::read::{Checked, Chunks, Format, Place, json, log};
use events_core::schema::Specification;
use events_core::schema::diff::{Specifications, diff};
use events_core::schema::export::json_schema::JsonSchema;
use events_core::schema::export::{Module, declaration, dictionary, markdown, modules};
use events_core::schema::import::{Document, Options, import};
use events_core::schema::solve::examine;
use events_core::schema::witness::{Plausible, Witnesses};
use events_core::tlibrary::DICTIONARY;
use events_core::{Events, Located, Message, Note, Report, UnknownEvent, Valid, Violation};
use events_syntax::read::{self, Scope, Source};

/// What must hold of an input: it panics when it does not.
pub(crate) type Target = fn(&[u8]);

/// All targets, by name.
pub(crate) const TARGETS: [(&str, Target); 6] = [
    ("ndjson", ndjson),
    ("log", t_library_log),
    ("serde", serde),
    ("model", model),
    ("import", document),
    ("rules", declarations),
];

fn events() -> &'static Events {
    static EVENTS: OnceLock<Events> = OnceLock::new();
    EVENTS.get_or_init(|| Events::new(families::declarations()))
}

/// The most that a report holds of either sort.
const MAX_FINDINGS: usize = 128;

/// Checks what holds of each message that is read; gives its report.
fn looked_at(message: &Checked<'_>) -> Report {
    let report = message.report();
    assert_eq!(message.is_clean(), report.is_clean());
    assert!(report.violations().len() + report.notes().len() <= MAX_FINDINGS);
    let places = report
        .violations()
        .iter()
        .filter_map(|found| found.at.clone());
    for at in places.chain(report.notes().iter().filter_map(|found| found.at.clone())) {
        assert!(
            message
                .text()
                .get(at.clone())
                .is_some_and(|text| !text.is_empty()),
            "{at:?}"
        );
    }
    assert!(report.to_string().len() < 100_000, "a report is bounded");
    match message.event::<TLibraryEvent>() {
        Ok(event) => {
            assert!(report.is_clean());
            let _ = log::to_string(&*event);
        }
        // A log does not bear all that a type needs.
        Err(refused) => assert!(!refused.is_clean()),
    }
    report
}

/// Gives its bytes a few at a time.
struct Pieces<'a>(&'a [u8]);

impl Read for Pieces<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.0.len().min(7).min(buffer.len());
        let (now, later) = self.0.split_at(count);
        buffer[..count].copy_from_slice(now);
        self.0 = later;
        Ok(count)
    }
}

/// What is said of a message, and where it begins.
type Said = (Place, Report);

fn of_json(input: impl Read, place: Place) -> Vec<Said> {
    let mut reader = json::Reader::new(input, events()).starting_at(place);
    let mut reports = Vec::new();
    while let Some(message) = reader.read().expect("memory can be read") {
        reports.push((message.place(), looked_at(&message)));
    }
    reports
}

/// What reading gives that takes the input in chunks, small ones, and then the rest.
fn in_chunks<T>(
    data: &[u8],
    format: Format,
    mut read: impl FnMut(&mut dyn Read, Place, bool) -> T,
) -> Vec<T> {
    let mut chunks = Chunks::new(data, format).size(100);
    let mut all: Vec<T> = chunks
        .by_ref()
        .map(|chunk| read(&mut chunk.bytes(), chunk.place(), chunk.is_followed()))
        .collect();
    let mut rest = chunks.rest();
    let place = rest.place();
    all.push(read(&mut rest, place, false));
    all
}

/// A stream of JSON messages: each is answered, in pieces and in chunks as at once, and reading ends.
pub(crate) fn ndjson(data: &[u8]) {
    let reports = of_json(data, Place::START);
    assert!(reports.len() <= data.len() + 1);
    assert!(reports.is_sorted_by_key(|(place, _)| *place));
    assert_eq!(of_json(Pieces(data), Place::START), reports);
    let chunks = in_chunks(data, Format::Json, |input, place, _| of_json(input, place));
    assert_eq!(chunks.concat(), reports);
}

fn of_log(input: impl Read, place: Place, followed: bool) -> (Vec<Said>, log::Summary) {
    let reader = log::Reader::new(input, events()).starting_at(place);
    let mut reader = reader.followed(followed).server(1).requests();
    let mut reports = Vec::new();
    while let Some(message) = reader.read().expect("memory can be read") {
        reports.push((message.place(), looked_at(&message)));
    }
    (reports, reader.summary().clone())
}

/// A T-Library log: each message is answered, each line is counted, in pieces and in chunks as at once.
pub(crate) fn t_library_log(data: &[u8]) {
    let (reports, summary) = of_log(data, Place::START, false);
    assert!(summary.foreign_lines <= summary.lines);
    assert!(reports.len() as u64 <= summary.lines);
    let chunks = in_chunks(data, Format::Log, |input, place, followed| {
        of_log(input, place, followed)
    });
    let said = chunks.iter().flat_map(|(reports, _)| reports);
    assert!(said.eq(&reports));
    let mut sum = log::Summary::default();
    for (_, summary) in &chunks {
        sum += summary;
    }
    assert_eq!(sum, summary);
    assert_eq!(
        of_log(Pieces(data), Place::START, false),
        (reports, summary)
    );
    assert_eq!(meaning(&with_blanks(data)), meaning(data));
}

/// A log with a blank before each end of a line. Readers take lines at once that stand there as usual, and look at
/// these ones in full.
fn with_blanks(data: &[u8]) -> Vec<u8> {
    let mut log = Vec::new();
    for line in data.split_inclusive(|byte| *byte == b'\n') {
        match line {
            [line @ .., b'\n'] => log.extend([line, b" \n"].concat()),
            line => log.extend(line),
        }
    }
    log
}

/// What a log says and what is wrong with it, but for the places.
fn meaning(data: &[u8]) -> (Vec<Meaning>, log::Summary) {
    let mut reader = log::Reader::new(data, events()).server(1).requests();
    let mut messages = Vec::new();
    while let Some(message) = reader.read().expect("memory can be read") {
        let report = message.report();
        messages.push(Meaning {
            event: message.record().to_unknown(),
            violations: whats(report.violations()),
            notes: whats(report.notes()),
        });
    }
    (messages, reader.summary().clone())
}

#[derive(Debug, PartialEq)]
struct Meaning {
    event: UnknownEvent,
    violations: Vec<Violation>,
    notes: Vec<Note>,
}

fn whats<T: Clone>(found: &[Located<T>]) -> Vec<T> {
    found.iter().map(|found| found.what.clone()).collect()
}

/// One message: serde and the reader agree, and what is valid survives being written and read.
pub(crate) fn serde(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else {
        return;
    };
    // A mark at the beginning is for readers of files, and serde has a limit of its own to how deep values are.
    if text.starts_with('\u{feff}')
        || text.matches(['[', '{']).count() > 100
        || has_negative_zero(text)
    {
        return;
    }
    let ours = json::from_str::<TLibraryEvent>(text);
    let theirs = serde_json::from_str::<Valid<TLibraryEvent>>(text);
    assert_eq!(
        ours.is_ok(),
        theirs.is_ok(),
        "{:?} {:?}",
        ours.err(),
        theirs.err()
    );
    let (Ok(message), Ok(theirs)) = (ours, theirs) else {
        return;
    };
    assert_eq!(message, theirs);
    let written = serde_json::to_string(&message).expect("a message can be written");
    let again = json::from_str::<TLibraryEvent>(&written).expect(&written);
    assert_eq!(again.name(), message.name());
    assert_eq!(serde_json::to_string(&again).expect("again"), written);
}

/// Whether a JSON text has a whole number `-0`: `serde_json` takes it for a real one, the reader for 0.
fn has_negative_zero(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is = |at: usize| {
        let before = at.checked_sub(1).map(|before| bytes[before]);
        let behind = bytes.get(at + 2);
        let begins = !before.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
        begins
            && !behind
                .is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E'))
    };
    text.match_indices("-0").any(|(at, _)| is(at))
}

/// A model: refused with a message, or good for all that is made of models.
pub(crate) fn model(data: &[u8]) {
    let Ok(model) = serde_json::from_slice::<Specification>(data) else {
        return;
    };
    let _ = model.faults();
    let written = serde_json::to_string(&model).expect("a model can be written");
    let again: Specification = serde_json::from_str(&written).expect(&written);
    assert_eq!(again, model);
    let _ = dictionary(&model.dictionary);
    let _ = JsonSchema::reader().specification(&model);
    let _ = JsonSchema::strict().specification(&model);
    for family in model.families.iter() {
        let _ = declaration(family);
        for event in family.events.iter() {
            let _ = markdown(family, event);
            // The solver has a bound of its own.
            let _ = examine(event);
            if let Ok(witnesses) = Witnesses::new(event, &model.dictionary) {
                let _ = witnesses.smallest(&mut Plausible::new(1));
                let _ = witnesses.random(&mut Plausible::wild(1));
            }
        }
    }
    let same = Specifications {
        before: &model,
        after: &model,
    };
    let _ = diff(same);
}

/// A document: whatever stands there, it gives a draft and an account.
pub(crate) fn document(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let draft = import(&[Document::text("document", &text)], &Options::default());
    assert_eq!(draft.ledgers.len(), 1);
}

/// A source with declarations: whatever stands there, it is a model or has mistakes; and a model can be written and is then
/// the same.
pub(crate) fn declarations(data: &[u8]) {
    let source = |text: String| {
        let name = "source.rs".to_owned();
        [Source { name, text }]
    };
    let scope = Scope::new(DICTIONARY.clone());
    let text = String::from_utf8_lossy(data).into_owned();
    let read::Read {
        specification,
        mistakes,
    } = read::read(&source(text), &scope);
    if !mistakes.is_empty() || !specification.faults().is_empty() {
        return;
    }
    let known = specification.dictionary == DICTIONARY;
    let modules = modules(
        &specification,
        known.then_some("events_core::tlibrary::dictionary"),
    );
    let text: String = modules.iter().map(Module::item).collect();
    let again = read::read(&source(text.clone()), &scope);
    assert_eq!(again.mistakes, [], "{text}");
    assert_eq!(again.specification, specification, "{text}");
}
