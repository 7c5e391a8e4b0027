//! `events show` and `events list`.

mod run;

use expect_test::expect_file;
use run::{Run, events};

fn show(arguments: &[&str]) -> Run {
    Run::of(events().args(arguments), &[])
}

#[test]
fn an_event() {
    let run = show(&["show", "EventRegistered"]);
    expect_file!["golden/show.txt"].assert_eq(&run.out);
    assert_eq!((run.status, &*run.err), (0, ""));
    assert_eq!(show(&["show", "53"]).out, run.out);
}

#[test]
fn an_event_as_markdown() {
    let run = show(&["show", "EventUnregistered", "--format", "markdown"]);
    expect_file!["golden/show.md"].assert_eq(&run.out);
}

#[test]
fn an_event_as_json() {
    let run = show(&["show", "EventRegistered", "--format", "json"]);
    let event: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(event["number"], 53);
    assert_eq!(event["attributes"][0]["name"], "AgentID");
}

#[test]
fn an_unknown_event() {
    let run = show(&["show", "EventRegisterd"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.err,
        "error: no event `EventRegisterd` is declared, did you mean `EventRegistered`?\n"
    );
    let run = show(&["show", "Nothing"]);
    assert_eq!(
        run.err,
        "error: no event `Nothing` is declared; `events list` shows those that are\n"
    );
}

#[test]
fn all_events() {
    let run = show(&["list"]);
    expect_file!["golden/list.txt"].assert_eq(&run.out);
    assert_eq!((run.status, &*run.err), (0, ""));
}
