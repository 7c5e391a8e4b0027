//! All events that are declared, mixed: checked records against the same events as structs with derives, and messages
//! of logs against a scan that knows no table.

mod derived;

use std::fmt::Write as _;
use std::hint::black_box;

use events_core::families::TLibraryEvent;
use events_core::read::{Checked, json, log};
use events_core::schema::witness::{Plausible, Witnesses};
use events_core::{Draft, Message};
use serde::de::IgnoredAny;

use crate::harness::{Contest, Effort};
use crate::lines;

pub(crate) fn run(effort: Effort) {
    let count = 10_000 / effort.shrink;
    let Mixed { ndjson, log } = Mixed::new(count);
    compare(&ndjson);

    let mut contest = Contest::new("JSON, all kinds of events mixed", count, ndjson.len());
    contest.add("**events: checked record**", || {
        count_json(&ndjson, |checked| checked.is_clean())
    });
    contest.add("**events: checked and typed**", || {
        count_json(&ndjson, |checked| {
            black_box(checked.event::<TLibraryEvent>()).is_ok()
        })
    });
    contest.add(BY_TAG, || {
        let read = |line: &&str| black_box(derived::by_tag(line)).is_ok();
        lines(&ndjson).filter(read).count()
    });
    contest.add(TAG, || {
        let read = |line: &&str| black_box(serde_json::from_str::<derived::Tagged>(line)).is_ok();
        lines(&ndjson).filter(read).count()
    });
    contest.add(VALUE, || {
        let read = |line: &&str| black_box(serde_json::from_str::<serde_json::Value>(line)).is_ok();
        lines(&ndjson).filter(read).count()
    });
    contest.add("serde_json, everything ignored", || {
        let read = |line: &&str| serde_json::from_str::<IgnoredAny>(line).is_ok();
        lines(&ndjson).filter(read).count()
    });
    contest.print(effort, &[BY_TAG, TAG, VALUE]);

    let mut contest = Contest::new("T-Library log, all kinds of events mixed", count, log.len());
    contest.add("**events: checked message**", || {
        count_log(&log, |checked| checked.is_clean())
    });
    contest.add("**events: checked and typed**", || {
        count_log(&log, |checked| {
            black_box(checked.event::<TLibraryEvent>()).is_ok()
        })
    });
    contest.add(SCAN, || {
        let seen = lines(&log).map(black_box).count();
        count * usize::from(seen > count)
    });
    contest.print(effort, &[SCAN]);
}

const BY_TAG: &str = "serde_json typed by a look at the tag, no rules";
const TAG: &str = "serde `tag` enum, no rules";
const VALUE: &str = "serde_json Value";
const SCAN: &str = "memchr line scan";

/// Random messages that conform, one event after the other.
struct Mixed {
    ndjson: String,
    log: String,
}

impl Mixed {
    fn new(count: usize) -> Self {
        let mut values = Plausible::new(1);
        let events: Vec<_> = TLibraryEvent::declarations()
            .iter()
            .map(|declaration| {
                let found = Witnesses::new(declaration.event, declaration.dictionary);
                (declaration, found.expect("an event that can be solved"))
            })
            .collect();
        let mut mixed = Self {
            ndjson: String::new(),
            log: String::new(),
        };
        for (number, (declaration, witnesses)) in events.iter().cycle().take(count).enumerate() {
            let message = witnesses.random(&mut values).expect("few steps");
            let message = message.expect("an event that a message can satisfy");
            let draft = Draft::of(declaration, &message);
            let line = serde_json::to_string(&draft).expect("a message is JSON");
            mixed.ndjson.push_str(&line);
            mixed.ndjson.push('\n');
            let (second, micros) = (number / 100 % 60, number % 100);
            let _ = writeln!(
                mixed.log,
                "@07:00:{second:02}.{micros:02}00 [0] 8.1.101.25 distribute_event: {}",
                draft.to_log()
            );
        }
        mixed
    }
}

/// Panics unless all contestants read the same values: each writes again what it read.
fn compare(text: &str) {
    let mut reader = json::Reader::new(text.as_bytes(), TLibraryEvent::events());
    for line in lines(text) {
        let value: serde_json::Value = serde_json::from_str(line).expect("a valid line");
        let same = |other: serde_json::Result<serde_json::Value>| {
            assert_eq!(other.expect("it was read"), value, "{line}");
        };
        let checked = reader.read().expect("a slice can be read");
        let ours = checked
            .expect("as many records as lines")
            .event::<TLibraryEvent>();
        same(serde_json::to_value(&*ours.expect("a valid line")));
        same(serde_json::to_value(
            derived::by_tag(line).expect("a valid line"),
        ));
        let tagged: derived::Tagged = serde_json::from_str(line).expect("a valid line");
        same(serde_json::to_value(tagged));
    }
}

fn count_json(text: &str, mut read: impl FnMut(Checked<'_>) -> bool) -> usize {
    let mut reader = json::Reader::new(text.as_bytes(), TLibraryEvent::events());
    let mut count = 0;
    while let Some(checked) = reader.read().expect("a slice can be read") {
        count += usize::from(read(checked));
    }
    count
}

fn count_log(text: &str, mut read: impl FnMut(Checked<'_>) -> bool) -> usize {
    let mut reader = log::Reader::new(text.as_bytes(), TLibraryEvent::events()).server(1);
    let mut count = 0;
    while let Some(checked) = reader.read().expect("a slice can be read") {
        count += usize::from(read(checked));
    }
    count
}
