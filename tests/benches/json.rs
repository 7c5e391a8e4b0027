//! NDJSON: checked records against typed derives and schemas.

use std::hint::black_box;

use events_core::families::registration::{EventRegistered, EventUnregistered, Registration};
use events_core::read::Checked;
use events_core::read::json::{Reader, from_str};
use events_core::{Message, Valid};

use crate::data::{self, Event, Order};
use crate::harness::{Contest, Effort};
use crate::lines;
use crate::peers::{self, Registered, Tagged, Unregistered};
use crate::same::{same_registered, same_unregistered};

pub(crate) fn run(effort: Effort) {
    let events = data::events(10_000 / effort.shrink, false);
    let text = data::ndjson(&events, Order::TagFirst);
    compare(&text);
    single(effort, &text, events.len());
    invalid(effort, &broken(&events), events.len());
    let events = data::events(10_000 / effort.shrink, true);
    for (title, order) in [
        ("JSON, two types by their tag, tag first", Order::TagFirst),
        ("JSON, two types by their tag, tag last", Order::TagLast),
        (
            "JSON, two types by their tag, members shuffled",
            Order::Shuffled,
        ),
    ] {
        let text = data::ndjson(&events, order);
        compare(&text);
        union(effort, title, &text, &events);
    }
}

const FROM_SLICE: &str = "serde_json typed, from_slice";
const FROM_STR: &str = "serde_json typed, from_str";

fn single(effort: Effort, text: &str, items: usize) {
    let schema = validator_of(true);
    let mut contest = Contest::new("JSON, one type, all valid", items, text.len());
    contest.add("memchr line split", || lines(text).map(black_box).count());
    contest.add("**events: checked record**", || {
        count_checked(text, |checked| checked.is_clean())
    });
    contest.add("**events: checked and typed**", || {
        count_checked(text, |checked| {
            black_box(checked.event::<EventRegistered>()).is_ok()
        })
    });
    contest.add("**events: from_str a line, typed**", || {
        count_lines(text, |line| {
            black_box(from_str::<EventRegistered>(line)).is_ok()
        })
    });
    contest.add("**events: serde_json, from_str**, no rules", || {
        count_lines(text, |line| {
            black_box(serde_json::from_str::<EventRegistered>(line)).is_ok()
        })
    });
    contest.add(FROM_STR, || {
        count_lines(text, |line| {
            black_box(serde_json::from_str::<Registered>(line)).is_ok()
        })
    });
    contest.add(FROM_SLICE, || {
        count_lines(text, |line| {
            black_box(serde_json::from_slice::<Registered>(line.as_bytes())).is_ok()
        })
    });
    contest.add("serde_json typed, from_slice, garde", || {
        count_lines(text, |line| {
            let event = serde_json::from_slice::<Registered>(line.as_bytes());
            event.is_ok_and(|event| garde::Validate::validate(black_box(&event)).is_ok())
        })
    });
    contest.add("serde_json typed, from_slice, validator", || {
        count_lines(text, |line| {
            let event = serde_json::from_slice::<Registered>(line.as_bytes());
            event.is_ok_and(|event| validator::Validate::validate(black_box(&event)).is_ok())
        })
    });
    contest.add("serde_json Value", || {
        count_lines(text, |line| {
            black_box(serde_json::from_str::<serde_json::Value>(line)).is_ok()
        })
    });
    contest.add("serde_json Value, jsonschema is_valid", || {
        count_lines(text, |line| {
            value_of(line).is_some_and(|value| schema.is_valid(&value))
        })
    });
    contest.add("serde_json Value, jsonschema iter_errors", || {
        count_lines(text, |line| {
            value_of(line).is_some_and(|value| schema.iter_errors(&value).next().is_none())
        })
    });
    contest.print(effort, &[FROM_SLICE, FROM_STR]);
}

const FIRST_ERROR: &str = "serde_json typed, from_slice, first error only";

fn invalid(effort: Effort, text: &str, items: usize) {
    let schema = validator_of(true);
    each_checked(text, |checked| {
        let report = checked.report();
        assert_eq!(report.violations().len(), 4, "{report}");
    });
    for line in lines(text) {
        let value = value_of(line).expect("an object");
        assert_eq!(schema.iter_errors(&value).count(), 4, "{line}");
    }
    let mut contest = Contest::new("JSON, every record with four violations", items, text.len());
    contest.add("**events: all found, no texts**", || {
        count_checked(text, |checked| !checked.is_clean())
    });
    contest.add("**events: all found, report made**", || {
        count_checked(text, |checked| {
            black_box(checked.report()).violations().len() == 4
        })
    });
    contest.add("**events: all found, report printed**", || {
        count_checked(text, |checked| {
            black_box(checked.report().to_string()).len() > 100
        })
    });
    contest.add(FIRST_ERROR, || {
        count_lines(text, |line| {
            black_box(serde_json::from_slice::<Registered>(line.as_bytes())).is_err()
        })
    });
    contest.add("serde_json Value, jsonschema iter_errors", || {
        count_lines(text, |line| {
            value_of(line).is_some_and(|value| schema.iter_errors(&value).count() == 4)
        })
    });
    contest.add("serde_json Value, jsonschema iter_errors, printed", || {
        count_lines(text, |line| {
            value_of(line).is_some_and(|value| {
                let errors = schema.iter_errors(&value).map(|error| error.to_string());
                black_box(errors.collect::<Vec<_>>()).len() == 4
            })
        })
    });
    contest.print(effort, &[FIRST_ERROR]);
}

const KNOWN: &str = "serde_json typed, type known beforehand, no rules";
const TAG: &str = "serde `tag` enum and rules";
const SCHEMA: &str = "Value, jsonschema by tag, iter_errors";

fn union(effort: Effort, title: &'static str, text: &str, events: &[Event]) {
    let (registered, unregistered) = (validator_of(true), validator_of(false));
    let mut contest = Contest::new(title, events.len(), text.len());
    contest.add("**events: checked record**", || {
        count_checked(text, |checked| checked.is_clean())
    });
    contest.add("**events: checked and typed**", || {
        count_checked(text, |checked| {
            black_box(checked.event::<Registration>()).is_ok()
        })
    });
    contest.add("**events: serde_json, from_str**, no rules", || {
        count_lines(text, |line| {
            black_box(serde_json::from_str::<Registration>(line)).is_ok()
        })
    });
    contest.add(KNOWN, || {
        let mut kinds = events.iter().map(|event| event.registered);
        count_lines(text, |line| match kinds.next() {
            Some(true) => black_box(serde_json::from_str::<Registered>(line)).is_ok(),
            _ => black_box(serde_json::from_str::<Unregistered>(line)).is_ok(),
        })
    });
    contest.add(TAG, || {
        count_lines(text, |line| {
            serde_json::from_str::<Tagged>(line).is_ok_and(|event| black_box(&event).keeps_rules())
        })
    });
    contest.add(SCHEMA, || {
        count_lines(text, |line| {
            value_of(line).is_some_and(|value| {
                let schema = match value.get("Event").and_then(serde_json::Value::as_str) {
                    Some("EventRegistered") => &registered,
                    _ => &unregistered,
                };
                schema.iter_errors(&value).next().is_none()
            })
        })
    });
    contest.print(effort, &[KNOWN, TAG, SCHEMA]);
}

fn count_lines(text: &str, mut read: impl FnMut(&str) -> bool) -> usize {
    lines(text).filter(|line| read(line)).count()
}

fn each_checked(text: &str, mut each: impl FnMut(Checked<'_>)) {
    let mut reader = Reader::new(text.as_bytes(), Registration::events());
    while let Some(checked) = reader.read().expect("a slice can be read") {
        each(checked);
    }
}

fn count_checked(text: &str, mut read: impl FnMut(Checked<'_>) -> bool) -> usize {
    let mut count = 0;
    each_checked(text, |checked| count += usize::from(read(checked)));
    count
}

fn value_of(line: &str) -> Option<serde_json::Value> {
    serde_json::from_str(line).ok()
}

fn validator_of(registered: bool) -> jsonschema::Validator {
    let options = jsonschema::options().should_validate_formats(true);
    options
        .build(&peers::schema(registered))
        .expect("the schema is right")
}

/// Each record with a text for a number, a wrong fixed value, a number out of range, and without a Mandatory
/// attribute.
fn broken(events: &[Event]) -> String {
    let line = |event: &Event| {
        let mut members = event.members();
        members.retain(|(name, _)| *name != "ThisDN");
        for (name, value) in &mut members {
            match *name {
                "ReferenceID" => value.replace_range(.., "\"none\""),
                "InfoType" => value.replace_range(.., "\"Wrong\""),
                "Server" => value.replace_range(.., "5000000000"),
                _ => {}
            }
        }
        data::json_line(&members)
    };
    events.iter().map(line).collect()
}

/// Panics unless all contestants read the same values.
fn compare(text: &str) {
    let (registered, unregistered) = (validator_of(true), validator_of(false));
    let mut lines = lines(text);
    each_checked(text, |checked| {
        let line = lines.next().expect("as many lines as records");
        let peer: Tagged = serde_json::from_str(line).expect("a valid line");
        assert!(peer.keeps_rules(), "{line}");
        let value = value_of(line).expect("a valid line");
        match &peer {
            Tagged::EventRegistered(peer) => {
                let ours: Valid<EventRegistered> =
                    checked.event().unwrap_or_else(|report| panic!("{report}"));
                same_registered(&ours, peer);
                let by_serde: EventRegistered = serde_json::from_str(line).expect("a valid line");
                assert_eq!(by_serde, *ours);
                assert_eq!(
                    from_str::<EventRegistered>(line).expect("a valid line"),
                    ours
                );
                assert!(registered.is_valid(&value));
            }
            Tagged::EventUnregistered(peer) => {
                let ours: Valid<EventUnregistered> =
                    checked.event().unwrap_or_else(|report| panic!("{report}"));
                same_unregistered(&ours, peer);
                let by_serde: EventUnregistered = serde_json::from_str(line).expect("a valid line");
                assert_eq!(by_serde, *ours);
                assert!(unregistered.is_valid(&value));
            }
        }
    });
    assert!(lines.next().is_none(), "as many records as lines");
}
