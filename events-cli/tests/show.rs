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
fn an_attribute() {
    let run = show(&["show", "--attribute", "ReferenceID"]);
    assert_eq!((run.status, &*run.err), (0, ""));
    expect_file!["golden/attribute.txt"].assert_eq(&run.out);

    let run = show(&["show", "--attribute", "NetworkPartyRole"]);
    assert!(run.out.contains("Mandatory, waived by "), "{}", run.out);
    // A union, its member in a row, and that member of the union.
    let rows = |name: &str| {
        let run = show(&["show", "--attribute", name, "--format", "json"]);
        let found: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        let usages = found["usages"].as_array().unwrap().clone();
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        let rows = usages
            .iter()
            .map(|usage| (text(&usage["event"]), text(&usage["row"])));
        rows.collect::<Vec<_>>()
    };
    let both = [
        (
            "EventRegistered".to_owned(),
            "InfoStatus.AddressType".to_owned(),
        ),
        ("EventAddressInfo".to_owned(), "InfoStatus".to_owned()),
    ];
    assert_eq!(rows("InfoStatus"), both);
    assert_eq!(rows("InfoStatus.AddressType"), both);
}

#[test]
fn an_attribute_as_json() {
    let run = show(&["show", "--attribute", "InfoType", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(found["definition"]["name"], "InfoType");
    assert_eq!(found["usages"][0]["event"], "EventRegistered");
    assert_eq!(found["usages"][0]["need"], "Mandatory");
    assert_eq!(
        found["usages"][0]["fixed"]["Member"]["name"],
        "AddressInfoAddressType"
    );
    // Messages spell some attributes otherwise.
    let run = show(&["show", "--attribute", "AgentWorkMode", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(found["attribute"], "WorkMode");
}

#[test]
fn an_enumeration() {
    let run = show(&["show", "TCallType"]);
    assert_eq!((run.status, &*run.err), (0, ""));
    expect_file!["golden/vocabulary.txt"].assert_eq(&run.out);
    // One of its values names it as well, and so does `--attribute`.
    for other in [
        &["show", "CallTypeInbound"][..],
        &["show", "--attribute", "TCallType"],
    ] {
        assert_eq!(show(other).out, run.out);
    }
    let run = show(&["show", "TAgentWorkMode"]);
    let lines: Vec<_> = run
        .out
        .lines()
        .filter(|line| line.starts_with("       2  "))
        .collect();
    assert_eq!(lines.len(), 2, "{}", run.out);
    assert!(
        lines[1].contains(", written as AgentAutoIn"),
        "{}",
        lines[1]
    );

    let run = show(&["show", "TCallType", "--format", "json"]);
    let vocabulary: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(vocabulary["members"][2]["number"], 2);
    let run = show(&["show", "TCallType", "--format", "markdown"]);
    assert!(
        run.out.contains("\n| 2 | `CallTypeInbound` | "),
        "{}",
        run.out
    );
}

#[test]
fn the_values_of_an_attribute() {
    let run = show(&["show", "--attribute", "CallType"]);
    assert!(
        run.out.contains("\n       2  CallTypeInbound  "),
        "{}",
        run.out
    );
    // Its rule is about the value.
    assert!(
        run.out.contains("Optional in 1, of 26 events"),
        "{}",
        run.out
    );
    // As logs call it, and without the option.
    for other in [
        &["show", "--attribute", "AttributeCallType"][..],
        &["show", "CallType"],
    ] {
        assert_eq!(show(other).out, run.out);
    }
    let run = show(&["show", "InfoStatus"]);
    assert!(run.out.contains("AddressType  "), "{}", run.out);
}

#[test]
fn a_family_is_no_event() {
    let run = show(&["show", "Registration"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.err,
        "error: `Registration` is a family, name one of its events: `EventRegistered`, `EventUnregistered`\n"
    );
}

#[test]
fn an_unknown_attribute() {
    let run = show(&["show", "--attribute", "ThisDM"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.err,
        "error: no table has an attribute `ThisDM`, did you mean `ThisDN`?\n"
    );
    assert_eq!(show(&["show"]).status, 2);
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
