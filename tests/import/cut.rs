//! Documents cut at every byte: no row is lost without an entry of the ledger.
//!
//! Long documents are cut at some bytes only, unless `EVENTS_CUTS=all` asks for all of them:
//! `EVENTS_CUTS=all cargo test --release -p events-tests --test import cut`.

use std::collections::BTreeSet;
use std::env;

use events_schema::import::What;

use crate::fixtures::{Fixture, communities, fixtures};

/// How many beginnings of a document are read at most: nearly all of those of a short one, enough of the long ones for a test
/// that runs often.
const MOST: usize = 600;
const MOST_OF_LONG: usize = 150;
const MOST_OF_PDF: usize = 20;

/// A row that the whole document yields is in the ledger of each beginning that has its line.
#[test]
fn cut_documents_lose_no_row() {
    std::thread::scope(|scope| {
        for fixture in fixtures().into_iter().chain(communities()) {
            scope.spawn(move || cut_everywhere(&fixture));
        }
    });
}

/// How far the cuts of a document are apart that are not to be more than so many.
fn step(length: usize, most: usize) -> usize {
    match env::var_os("EVENTS_CUTS") {
        Some(_) => 1,
        None => length.div_ceil(most).max(1),
    }
}

fn cut_everywhere(fixture: &Fixture) {
    // The lines of a PDF are not those of its bytes, and most of these are no text.
    if fixture.bytes.starts_with(b"%PDF-") {
        let step = step(fixture.bytes.len(), MOST_OF_PDF);
        for length in (0..fixture.bytes.len()).step_by(step) {
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
    let length = fixture.bytes.len();
    let step = step(length, if length > 1000 { MOST_OF_LONG } else { MOST });
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
