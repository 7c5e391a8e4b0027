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
