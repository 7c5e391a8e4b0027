//! `events show`.

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
    let events = events_core::families::declarations().count();
    assert!(
        run.out
            .contains(&format!("Optional in 1, of {events} events")),
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

/// The keys that a rule asks of a list, and where the name is also that of a value.
#[test]
fn a_key_set() {
    let run = show(&["show", "AddressInfoDNStatus"]);
    assert_eq!((run.status, &*run.err), (0, ""));
    expect_file!["golden/key_set.txt"].assert_eq(&run.out);

    let run = show(&["show", "TreatmentResult", "--format", "json"]);
    let set: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(set["keys"][0]["name"], "INTERRUPTED");
    let run = show(&["show", "AddressInfoDNStatus", "--format", "json"]);
    let both: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(both[0]["key_set"]["keys"][0]["name"], "ps-%d");
    assert_eq!(both[1]["enumeration"]["name"], "TAddressInfoType");
    let run = show(&["show", "TreatmentResult", "--format", "markdown"]);
    let row = "\n| `INTERRUPTED` | a text | Whether an announcement";
    assert!(run.out.contains(row), "{}", run.out);
}

#[test]
fn a_name_that_means_nothing() {
    let of = |name: &str| {
        let run = show(&["show", name]);
        assert_eq!((run.status, &*run.out), (2, ""));
        run.err
    };
    let nothing = |name: &str| {
        format!("error: no event, attribute, enumeration or key set `{name}` is declared")
    };
    for (name, meant) in [
        ("agentid", "attribute `AgentID`"),
        ("eventregistered", "event `EventRegistered`"),
        ("AddressType", "enumeration `TAddressType`"),
        ("calltypeinbound", "value `CallTypeInbound`"),
        ("TreatmentResults", "key set `TreatmentResult`"),
        ("registration", "family `Registration`"),
    ] {
        let said = format!("{}, did you mean the {meant}?\n", nothing(name));
        assert_eq!(of(name), said);
    }
    // Neither is a misspelling: the document has an event of this name.
    for name in ["EventReleased", "Nothing"] {
        let said = "; `events list` shows the events that are, with `--attributes`, `--enumerations` or \
                    `--key-sets` the others\n";
        assert_eq!(of(name), nothing(name) + said);
    }
    assert_eq!(
        of("99"),
        "error: no event with the number 99 is declared; `events list` shows those that are\n"
    );
    let run = show(&["show"]);
    assert_eq!(run.status, 2);
    for way in [
        "`events show EventRegistered`",
        "--attribute",
        "`events list`",
    ] {
        assert!(run.err.contains(way), "{}", run.err);
    }
}

#[test]
fn an_unknown_attribute() {
    let run = show(&["show", "--attribute", "ThisDM"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.err,
        "error: no table has an attribute `ThisDM`, did you mean `ThisDN`?\n"
    );
}

#[test]
fn an_unknown_event() {
    let run = show(&["sample", "EventRegisterd"]);
    assert_eq!(run.status, 2);
    assert_eq!(
        run.err,
        "error: no event `EventRegisterd` is declared, did you mean `EventRegistered`?\n"
    );
    for name in ["Nothing", "EventReleased"] {
        let run = show(&["sample", name]);
        assert_eq!(
            run.err,
            format!("error: no event `{name}` is declared; `events list` shows those that are\n")
        );
    }
}
