//! How much of what a person reads in documents the importer finds, and how much of what it finds is there.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use expect_test::expect_file;

use crate::fixtures::{Fixture, communities, fixtures, lines};

/// Of what a kind of line says, how much is right and how much was found.
#[derive(Default)]
struct Score {
    found: usize,
    right: usize,
    wanted: usize,
}

impl Score {
    fn percent(&self, of: usize) -> f64 {
        let number = |count: usize| f64::from(u32::try_from(count).unwrap());
        100.0 * number(self.right) / number(of.max(1))
    }
}

/// The scores of documents as a table, and what is not as a person reads it.
fn measure(fixtures: &[Fixture]) -> (String, String) {
    let mut table = String::new();
    let mut failures = String::new();
    for kind in ["event", "row", "mark", "footnote"] {
        let mut score = Score::default();
        for fixture in fixtures {
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
            let open = draft.ledgers[0].open().count();
            for line in wanted.difference(&found) {
                writeln!(
                    failures,
                    "{}: missed, with {open} open entries: {line}",
                    fixture.name
                )
                .unwrap();
            }
        }
        writeln!(
            table,
            "{kind:8}  precision {:5.1} %  recall {:5.1} %  ({} in the documents)",
            score.percent(score.found),
            score.percent(score.wanted),
            score.wanted
        )
        .unwrap();
    }
    (table, failures)
}

#[test]
fn what_a_person_reads_is_found() {
    let (table, failures) = measure(&fixtures());
    println!("{table}");
    assert!(failures.is_empty(), "\n{table}{failures}");
}

/// What is missed here is known, and stands in a ledger.
#[test]
fn what_other_communities_write_is_found() {
    let (table, failures) = measure(&communities());
    println!("{table}");
    expect_file!["communities.golden"].assert_eq(&format!("{table}\n{failures}"));
}
