//! `events sample`: what it writes is what `events check` says it is.

mod run;

use std::collections::BTreeSet;
use std::fs;

use events_core::schema::{Clause, Condition, Literal, Specification, Term};
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

const DOCKS: &str = "\
event! {
    /// What docks report.
    <Docks>

    /// A dock was looked at.
    DockReported = 912 {
        bike[a]: u8           Optional,
        dock[b]: u8           Optional,
        Event                 Mandatory,
        version: u8 = 3       Mandatory,
    }
    footnotes {
        /// A bike stands in a dock.
        [a] if bike { dock }
        /// Dock 7 is closed.
        [b] dock != 7
    }
}
";

/// A model whose first rule, and second if there is one, asks for this.
struct Ruled(std::path::PathBuf);

impl Ruled {
    fn new(name: &str, conditions: &[Condition]) -> Self {
        let of = |end: &str| {
            std::env::temp_dir().join(format!("events-{name}-{}.{end}", std::process::id()))
        };
        let (source, model) = (of("rs"), of("json"));
        fs::write(&source, DOCKS).unwrap();
        let run = Run::of(events().arg("model").arg(&source), &[]);
        fs::remove_file(&source).unwrap();
        assert_eq!((run.status, &*run.err), (0, ""));
        let mut docks: Specification = serde_json::from_str(&run.out).unwrap();
        let event = &mut docks.families.to_mut()[0].events.to_mut()[0];
        for (footnote, condition) in event.footnotes.to_mut().iter_mut().zip(conditions) {
            footnote.rules.to_mut()[0].clause = Clause::Assert(condition.clone());
        }
        fs::write(&model, serde_json::to_string(&docks).unwrap()).unwrap();
        Self(model)
    }

    fn run(&self, arguments: &[&str]) -> Run {
        Run::of(events().args(arguments).arg("--model").arg(&self.0), &[])
    }
}

impl Drop for Ruled {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn term(name: &str) -> Term {
    Term {
        attribute: name.to_owned().into(),
        key: None,
    }
}

fn present(name: &str) -> Condition {
    Condition::Present(term(name))
}

fn absent(name: &str) -> Condition {
    Condition::None(vec![present(name)].into())
}

#[test]
fn an_event_that_no_message_can_satisfy() {
    let model = Ruled::new("unsatisfiable", &[present("bike"), absent("bike")]);
    let said = "no message can satisfy `DockReported`: footnotes `a` and `b` contradict each other, change one of them";
    for more in [&[][..], &["--random", "3"]] {
        let run = model.run(&[&["sample", "DockReported"], more].concat());
        assert_eq!((run.status, &*run.out), (2, ""));
        assert_eq!(run.err, format!("error: {said}\n"));
    }
    // One of the two can be broken, and then the other one holds.
    let run = model.run(&["sample", "DockReported", "--violating", "--format", "json"]);
    let named: serde_json::Map<String, Value> = serde_json::from_str(&run.out).unwrap();
    let broken: Vec<_> = named.keys().map(String::as_str).collect();
    assert_eq!(broken, ["Docks/DockReported[a]", "Docks/DockReported[b]"]);
    // The model is written all the same, and what is wrong with it said.
    let run = model.run(&["model"]);
    assert_eq!(run.status, 0);
    assert_eq!(run.err, format!("note: Docks/DockReported: {said}\n"));
}

#[test]
fn a_rule_that_nobody_can_break() {
    let three = Condition::Equals(term("version"), Literal::Integer(3));
    let either = Condition::Any(vec![present("dock"), absent("dock")].into());
    let model = Ruled::new("unbreakable", &[three, either]);
    let run = model.run(&["sample", "DockReported", "--violating"]);
    assert_eq!(run.status, 0);
    let notes: Vec<_> = run.err.lines().collect();
    assert_eq!(
        notes,
        [
            "note: nothing shows `wrong-fixed version` alone, because of footnote `a`",
            "note: nothing shows `Docks/DockReported[a]` alone, because of `version` is fixed",
            "note: nothing shows `Docks/DockReported[b]` alone: the table forbids it by itself",
        ]
    );
    let run = model.run(&["model"]);
    assert_eq!(run.status, 0);
    let notes: Vec<_> = run.err.lines().collect();
    assert_eq!(
        notes,
        [
            "note: Docks/DockReported: footnote `a` can never be violated: `version` is fixed",
            "note: Docks/DockReported: footnote `b` can never be violated, whatever a message says: change or remove it",
        ]
    );
}
