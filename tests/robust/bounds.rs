//! Hostile input costs no more than its size allows: counts and allocations, never time.

use allocation_counter::measure;
use events_core::families::{self, TLibraryEvent};
use events_core::read::{json, log};
use events_core::{Events, Message};

/// A message with this many violations of one sort.
fn with_many(count: usize) -> String {
    let mut text = String::from(r#"{"Event":"EventRegistered""#);
    for _ in 0..count {
        text.push_str(r#","ThisDN":7.5"#);
    }
    text + "}"
}

#[test]
fn a_report_does_not_grow_with_what_is_wrong() {
    let size = |count| {
        let report = json::from_str::<TLibraryEvent>(&with_many(count)).expect_err("much is wrong");
        assert!(report.violations().len() <= 128);
        assert_eq!(report.violations().len() + report.omitted(), count + 5);
        report.to_string().len()
    };
    assert!(size(100_000) < size(1_000) + 100);
}

#[test]
fn a_reader_keeps_no_more_than_a_message() {
    let events = Events::new(families::declarations());
    let line = with_many(3) + "\n";
    let log = "message EventRegistered\n\tAttributeThisDN\t'1'\n\n";
    let json = |count: usize| {
        let input = line.repeat(count);
        let used = measure(|| {
            let mut reader = json::Reader::new(input.as_bytes(), &events);
            while reader.read().expect("memory can be read").is_some() {}
        });
        used.bytes_max
    };
    let of_log = |count: usize| {
        let input = log.repeat(count);
        let used = measure(|| {
            let mut reader = log::Reader::new(input.as_bytes(), &events);
            while reader.read().expect("memory can be read").is_some() {}
        });
        used.bytes_max
    };
    assert!(
        json(20_000) <= 2 * json(2_000),
        "{} {}",
        json(2_000),
        json(20_000)
    );
    assert!(
        of_log(20_000) <= 2 * of_log(2_000),
        "{} {}",
        of_log(2_000),
        of_log(20_000)
    );
}

#[test]
fn deep_values_cost_by_their_length() {
    let deep = |count: usize| {
        let inner = format!("{}1{}", r#"{"a":"#.repeat(count), "}".repeat(count));
        format!(r#"{{"Event":"EventRegistered","Extensions":{inner}}}"#)
    };
    let used = |count| {
        let text = deep(count);
        let used = measure(|| {
            assert!(json::from_str::<TLibraryEvent>(&text).is_err());
        });
        used.bytes_total / text.len() as u64
    };
    let _ = TLibraryEvent::events();
    // What is nested too deep is passed over, not kept.
    assert!(
        used(100_000) <= used(100).max(1) + 8,
        "{} {}",
        used(100),
        used(100_000)
    );
}

#[test]
fn many_pairs_cost_by_their_number() {
    let used = |count: usize| {
        let pairs: Vec<_> = (0..count)
            .map(|number| format!(r#""k{number}":{number}"#))
            .collect();
        let text = format!(
            r#"{{"Event":"EventRegistered","Extensions":{{{}}}}}"#,
            pairs.join(",")
        );
        let used = measure(|| drop(json::from_str::<TLibraryEvent>(&text)));
        used.bytes_total / count as u64
    };
    let _ = TLibraryEvent::events();
    assert!(
        used(100_000) <= 2 * used(1_000).max(64),
        "{} {}",
        used(1_000),
        used(100_000)
    );
}
