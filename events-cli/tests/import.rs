//! `events import`.

mod run;

use expect_test::expect_file;
use run::{Run, events};

const TABS: &str = "tests/import/fixtures/tabs.txt";
const OPEN: &str = "tests/import/fixtures/open.txt";

fn import(arguments: &[&str]) -> Run {
    Run::of(events().arg("import").args(arguments), &[])
}

#[test]
fn a_document() {
    let run = import(&[TABS, "--family", "Clients", "--no-text"]);
    expect_file!["golden/import.rs.txt"].assert_eq(&run.out);
    expect_file!["golden/import.txt"].assert_eq(&run.err);
    assert_eq!(run.status, 0);
}

#[test]
fn a_document_with_open_entries() {
    let run = import(&[OPEN]);
    assert_eq!(run.status, 1);
    assert!(
        run.err
            .contains("open.txt: open: line 16: EventLost: \"DNIS\": "),
        "{}",
        run.err
    );
    let last = run.err.lines().last();
    assert_eq!(
        last,
        Some("open.txt: 1 event, 8 rows, 1 mark, 1 footnote, 0 proposals; 15 open")
    );

    let known = import(&[OPEN, "--presence", "Sometimes=Optional"]);
    assert!(!known.err.contains("Sometimes"), "{}", known.err);
}

#[test]
fn a_document_for_programs() {
    let run = import(&[OPEN, "--format", "json"]);
    assert_eq!((run.status, &*run.err), (1, ""));
    let draft: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(
        draft["specification"]["families"][0]["events"][0]["name"],
        "EventLost"
    );
    assert_eq!(draft["ledgers"][0]["entries"][0]["kind"], "open");
    assert_eq!(draft["ledgers"][0]["entries"][0]["reason"], "no-event");
}

#[test]
fn a_document_without_dictionary() {
    let run = import(&[
        "tests/import/fixtures/docks_columns.txt",
        "--dictionary",
        "none",
    ]);
    assert!(
        run.out.contains("dock: u16        Mandatory,"),
        "{}",
        run.out
    );
    assert!(!run.out.contains("#[dictionary("));
}

#[test]
fn a_document_against_the_declarations() {
    let run = import(&[TABS, "--check"]);
    expect_file!["golden/import_check.txt"].assert_eq(&run.out);
    assert_eq!((run.status, &*run.err), (1, ""));
    let run = import(&[TABS, "--check", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(found["differences"][0]["kind"], "row");
}

/// A dictionary of another field is told once, with the way out, and nothing is guessed from it.
#[test]
fn a_document_of_another_field() {
    let run = import(&["tests/import/fixtures/docks_sentences.md"]);
    let told: Vec<&str> = run
        .err
        .lines()
        .filter(|line| line.contains("the dictionary"))
        .collect();
    let [told] = &*told else { panic!("{told:?}") };
    assert!(told.contains("lacks 29 of the 29 names"), "{told}");
    assert!(told.ends_with("with `--dictionary none`"), "{told}");
}

/// What has no table is told, and its draft has no names that nothing uses.
#[test]
fn a_document_without_a_table() {
    let run = import(&["LICENSE-MIT"]);
    assert_eq!(run.status, 1);
    assert!(!run.out.contains("\nuse "), "{}", run.out);
    assert!(
        run.err.contains("no table of an event was found"),
        "{}",
        run.err
    );
}

/// What was not understood is no difference, and not said to agree either.
#[test]
fn footnotes_that_are_not_compared_are_named() {
    let prose = "tests/import/fixtures/prose.txt";
    let run = import(&[prose, "--check"]);
    let note = "note: 3 footnotes not compared, since the words are not understood: \
                EventSentences[m], EventSentences[o], EventSentences[r]";
    assert!(run.out.lines().any(|line| line == note), "{}", run.out);
    let run = import(&[prose, "--check", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(found["not-compared"][0], "EventSentences[m]");
}

#[test]
fn a_document_that_cannot_be_read() {
    let run = import(&["tests/import/fixtures/nowhere.txt"]);
    assert_eq!((run.status, &*run.out), (2, ""));
    assert!(
        run.err
            .starts_with("error: cannot read tests/import/fixtures/nowhere.txt: "),
        "{}",
        run.err
    );
    let run = import(&[TABS, "--presence", "Always"]);
    assert_eq!(run.status, 2);
    assert!(
        run.err
            .contains("`Always` has no meaning, write `Always=…` with `Mandatory`, `Optional` or `Conditional`"),
        "{}",
        run.err
    );
}
