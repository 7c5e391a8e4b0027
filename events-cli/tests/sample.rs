//! `events sample`: what it writes is what `events check` says it is.

mod run;

use std::collections::BTreeSet;
use std::fs;

use run::{Run, events};
use serde_json::Value;

fn sample(arguments: &[&str]) -> Run {
    Run::of(events().arg("sample").args(arguments), &[])
}

/// The codes of the violations that `events check` finds in a text, in their order, with the attribute behind them.
fn found(text: &str) -> Vec<String> {
    let run = Run::stdin(&["--format", "json", "-"], text.as_bytes());
    let lines = run
        .out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect(line));
    let violations = lines.filter(|line| line["kind"] == "violation");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    violations
        .map(|line| match text(&line["attribute"]) {
            attribute if attribute.is_empty() => text(&line["code"]),
            attribute => format!("{} {attribute}", text(&line["code"])),
        })
        .collect()
}

#[test]
fn conforming_messages_have_no_violations() {
    for event in ["EventRegistered", "EventUnregistered"] {
        for format in ["ndjson", "log"] {
            for more in [&[][..], &["--random", "50", "--seed", "3"]] {
                let run = sample(&[&[event, "--format", format], more].concat());
                assert_eq!((run.status, &*run.err), (0, ""));
                let check = Run::stdin(&["-"], run.out.as_bytes());
                assert_eq!(check.status, 0, "{}", check.out);
            }
        }
    }
}

#[test]
fn each_violating_message_gives_its_violation() {
    for event in ["EventRegistered", "EventUnregistered"] {
        let run = sample(&[event, "--violating", "--format", "json"]);
        assert_eq!((run.status, &*run.err), (0, ""));
        let named: serde_json::Map<String, Value> = serde_json::from_str(&run.out).unwrap();
        let run = sample(&[event, "--violating"]);
        let lines: Vec<&str> = run.out.lines().collect();
        assert_eq!(lines.len(), named.len());
        assert!(lines.len() > 15);
        for (name, message) in &named {
            // Without its tag a message is none of an event that is known, which its name says.
            let (reported, meant) = name.split_once(" (").unwrap_or((name, ""));
            assert_eq!(found(&message.to_string()), [reported], "{message}");
            assert_eq!(meant.is_empty(), !name.contains(" Event"), "{name}");
        }
        assert!(named.contains_key("malformed (missing Event)"), "{named:?}");
    }
}

#[test]
fn a_log_shows_what_it_can() {
    let run = sample(&["53", "--violating", "--format", "log"]);
    assert_eq!(run.status, 0);
    assert!(
        run.err
            .contains("note: a log cannot show `missing Server`\n")
    );
    let names: Vec<_> = run
        .out
        .lines()
        .filter_map(|line| line.strip_prefix("-- "))
        .collect();
    assert_eq!(found(&run.out), names);
    assert!(names.contains(&"Registration/EventRegistered[b]#2"));
}

#[test]
fn a_seed_says_what_comes() {
    let of = |seed| sample(&["EventRegistered", "--random", "20", "--seed", seed]).out;
    assert_eq!(of("5"), of("5"));
    assert_ne!(of("5"), of("6"));
    let times: Vec<_> = of("5")
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["time"].to_string())
        .collect();
    assert!(times.is_sorted());
}

#[test]
fn files_are_named_after_what_they_break() {
    let directory = std::env::temp_dir().join(format!("events-sample-{}", std::process::id()));
    let path = directory.to_str().expect("a path that is text");
    let run = sample(&["EventUnregistered", "--violating", "--output", path]);
    assert_eq!((run.status, &*run.out), (0, ""));
    let files = fs::read_dir(&directory).unwrap();
    let names: BTreeSet<_> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    let text = fs::read_to_string(directory.join("EventUnregistered-missing-ThisDN.json"));
    fs::remove_dir_all(&directory).unwrap();
    assert_eq!(found(&text.unwrap()), ["missing ThisDN"]);
    assert!(
        names.contains("Registration-EventUnregistered[a].json"),
        "{names:?}"
    );
}

#[test]
fn an_unknown_event() {
    let run = sample(&["EventRegistred"]);
    assert_eq!(run.status, 2);
    assert!(run.err.contains("did you mean `EventRegistered`?"));
}
