//! JSON is read as documented, and whatever is wrong with it is said.

#[path = "read_json/input.rs"]
mod input;
#[path = "read_json/random.rs"]
mod random;
#[path = "read_json/services.rs"]
mod services;
#[path = "read_json/spaced.rs"]
mod spaced;

use std::io::Read;

use events_core::families::registration::{EventRegistered, EventUnregistered, Registration};
use events_core::read::json::{self, Reader};
use events_core::{Datum, KeyValueList, Message, Note, Report, UnknownEvent, Valid, Violation};

const REGISTERED: &str = r#"{"Event": "EventRegistered", "AgentID": "1042",
    "Extensions": {"ps-1": 3, "place": {"name": "Gruß @ home", "empty": ""}},
    "InfoStatus": {"AddressType": "AddressTypePosition"}, "InfoType": "AddressInfoAddressType",
    "ReferenceID": 13, "Server": 65200, "ThisDN": "9001", "time": "2008-04-02T09:45:24.593900Z"}"#;

fn registered() -> EventRegistered {
    json::from_str::<EventRegistered>(REGISTERED)
        .expect("a valid message")
        .into_inner()
}

/// The message with one text in it replaced, in one line.
fn changed(from: &str, to: &str) -> String {
    assert!(REGISTERED.contains(from), "{from}");
    REGISTERED.replace(from, to).replace('\n', " ")
}

fn refused(text: &str) -> Report {
    json::from_str::<EventRegistered>(text).expect_err(text)
}

/// The violations of a message that is broken in one way, as sentences.
fn sentences(text: &str) -> Vec<String> {
    let report = refused(text);
    report
        .violations()
        .iter()
        .map(|located| located.what.to_string())
        .collect()
}

fn found(report: &Report, text: &str) -> Vec<String> {
    let place = |at: &std::ops::Range<usize>| text[at.clone()].to_owned();
    report
        .violations()
        .iter()
        .filter_map(|located| located.at.as_ref().map(place))
        .collect()
}

/// What reading gives: line, offset and report of each message.
fn read(input: impl Read) -> Vec<(u64, u64, Report)> {
    let mut reader = Reader::new(input, Registration::events());
    let mut all = Vec::new();
    while let Some(message) = reader.read().expect("bytes can be read") {
        assert_eq!(message.is_clean(), message.report().is_clean());
        let (place, report) = (message.place(), message.report());
        for located in report.violations() {
            if let Some(at) = &located.at {
                assert!(
                    message.text().get(at.clone()).is_some(),
                    "a place in the message"
                );
            }
        }
        all.push((place.line, place.offset, report));
    }
    all
}

#[test]
fn a_message_is_read() {
    let message = registered();
    assert_eq!(message.this_dn.as_str(), "9001");
    assert_eq!(message.time.to_string(), "2008-04-02T09:45:24.593900Z");
    let Some(Datum::List(place)) = message.extensions.get("place") else {
        panic!("a list")
    };
    assert!(matches!(
        place.get("name"),
        Some(Datum::Text("Gruß @ home"))
    ));
    assert!(message.other.is_empty());
}

#[test]
fn values_are_accepted_in_all_documented_forms() {
    let expected = registered();
    for (from, to) in [
        ("\"AddressTypePosition\"", "2"),
        ("\"AddressTypePosition\"", "\"2\""),
        (
            "{\"AddressType\": \"AddressTypePosition\"}",
            "{ \"AddressType\" : 2 }",
        ),
        (
            "\"InfoStatus\": {\"AddressType\": \"AddressTypePosition\"}",
            "\"InfoStatus.AddressType\": 2",
        ),
        ("\"AddressInfoAddressType\"", "8"),
        ("\"EventRegistered\"", "53"),
        ("\"EventRegistered\"", "\"53\""),
        ("\"Event\"", "\"\\u0045vent\""),
        ("\"EventRegistered\"", "\"Event\\u0052egistered\""),
        ("\"ThisDN\"", "\"This\\u0044N\""),
        ("\"9001\"", "\"90\\u00301\""),
        ("13", "\"13\""),
        ("\"AgentID\"", "\"Agent ID\""),
        (
            "\"2008-04-02T09:45:24.593900Z\"",
            r#"{"sec": 1207129524, "usec": 593900}"#,
        ),
        (
            "\"2008-04-02T09:45:24.593900Z\"",
            r#"{ "usec":593900 ,"sec":1207129524 }"#,
        ),
        ("\"2008-04-02T09:45:24.593900Z\"", "1207129524.5939"),
        (
            "\"2008-04-02T09:45:24.593900Z\"",
            "\"2008-04-02T11:45:24.5939+02:00\"",
        ),
        ("\"Server\"", "\"ErrorCode\": null, \"Server\""),
        (
            r#"{"ps-1": 3, "place": {"name": "Gruß @ home", "empty": ""}}"#,
            r#"[["ps-1", 3], ["place", [["name", "Gru\u00df @ home"], ["empty", ""]]]]"#,
        ),
    ] {
        let text = changed(from, to);
        let mut message = json::from_str::<EventRegistered>(&text)
            .expect(&text)
            .into_inner();
        assert!(message.other.is_empty() || message.other.remove("ErrorCode"));
        assert_eq!(message, expected, "{text}");
        let by_serde: EventRegistered = serde_json::from_str(&text).expect(&text);
        assert_eq!(by_serde.this_dn, expected.this_dn);
    }
}

#[test]
fn the_tag_may_stand_anywhere() {
    let last = changed("\"Event\": \"EventRegistered\", ", "")
        .replace("593900Z\"}", "593900Z\", \"Event\": \"EventRegistered\"}");
    assert_eq!(
        json::from_str::<Registration>(&last).expect(&last).name(),
        "EventRegistered"
    );
    // A key of a list that is called like the tag is none.
    let nested = last.replace("\"ps-1\": 3", "\"Event\": \"EventUnregistered\"");
    assert_eq!(
        json::from_str::<Registration>(&nested)
            .expect(&nested)
            .name(),
        "EventRegistered"
    );
    let none = nested.replace(", \"Event\": \"EventRegistered\"}", "}");
    let report = json::from_str::<Registration>(&none).expect_err(&none);
    assert!(
        report
            .to_string()
            .contains("no attribute names the event, `Event` is missing"),
        "{report}"
    );
    assert_eq!(sentences(&none), ["Event: mandatory, but absent"]);
    assert_eq!(sentences(&changed("\"EventRegistered\"", "[]")).len(), 1);
}

#[test]
fn what_the_tables_do_not_know_is_kept() {
    let text = changed(
        "\"Server\"",
        r#""New": {"a": [1, null, {"b": 2.5}], "a": 18446744073709551615}, "New": true, "InfoStatus.X": "x", "Server""#,
    )
    .replace("Position\"}", "Position\", \"Y\": -1}");
    let message = json::from_str::<EventRegistered>(&text).expect(&text);
    let keys: Vec<_> = message.other.iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["InfoStatus.Y", "New", "New", "InfoStatus.X"]);
    assert_eq!(message.other.integer("InfoStatus.Y"), Some(-1));
    let notes = read(text.as_bytes()).pop().expect("a message").2;
    // The fifth is the key `place` of the extensions.
    assert_eq!(notes.notes().len(), 5);
    assert!(notes.is_clean());
    let written = serde_json::to_string(&*message).expect("can be written");
    assert!(
        written.contains(r#""InfoStatus":{"AddressType":"AddressTypePosition","Y":-1,"X":"x"}"#),
        "{written}"
    );
    assert!(
        written.contains(r#""New":{"a":[1,null,{"b":2.5}],"a":18446744073709551615},"New":true"#),
        "{written}"
    );
}

#[test]
fn a_name_that_is_nearly_an_attribute_is_told() {
    let notes = |text: &str| {
        let (_, _, report) = read(text.as_bytes()).remove(0);
        let notes = report.notes().iter();
        notes.map(|note| note.what.to_string()).collect::<Vec<_>>()
    };
    let said = |from, to| notes(&changed(from, to)).join("\n");
    let close = "agentId: not in the table of the event, did you mean `AgentID`?";
    assert!(said("AgentID", "agentId").contains(close));
    let member = "InfoStatus.addressType: not in the table of the event, did you mean `InfoStatus.AddressType`?";
    assert!(said("\"AddressType\"", "\"addressType\"").contains(member));
    // One that the message has is not meant again.
    let twice = said("\"AgentID\"", "\"agentID\": 1, \"AgentID\"");
    assert!(twice.contains("agentID: not in the table of the event") && !twice.contains("mean"));
}

#[test]
fn unknown_events_are_kept() {
    let text = r#"{"Event": "EventFuture", "n": 1, "list": {"a": "b"}}"#;
    let Registration::Unknown(event) = json::from_str::<Registration>(text)
        .expect(text)
        .into_inner()
    else {
        panic!("an unknown event")
    };
    assert_eq!(&*event.name, "EventFuture");
    assert_eq!(
        serde_json::to_string(&event).unwrap(),
        r#"{"Event":"EventFuture","n":1,"list":{"a":"b"}}"#
    );
    assert_eq!(serde_json::from_str::<UnknownEvent>(text).unwrap(), event);
    assert_eq!(
        serde_json::from_str::<Registration>(text).unwrap(),
        Registration::Unknown(event)
    );
    let [.., (_, _, report)] = &read(text.as_bytes())[..] else {
        panic!("a message")
    };
    assert!(
        matches!(&report.notes()[0].what, Note::UnknownEvent { name, .. } if name == "EventFuture")
    );
    for text in [text, r#"{"Event": "EventUnregistered"}"#] {
        let report = refused(text);
        assert!(
            matches!(&report.violations()[0].what, Violation::WrongEvent { expected, .. } if expected == "EventRegistered")
        );
        assert!(serde_json::from_str::<EventRegistered>(text).is_err());
    }
}

#[test]
fn each_violation_is_said_with_its_place() {
    for (from, to, sentence, place) in [
        ("13", "true", "ReferenceID: expected", "true"),
        ("13", "{}", "ReferenceID: expected", "{}"),
        ("13", "13.5", "ReferenceID: expected", "13.5"),
        ("13", "-1", "ReferenceID: `-1` is out of range", "-1"),
        (
            "13",
            "4294967296",
            "ReferenceID: `4294967296` is out of range",
            "4294967296",
        ),
        (
            "13",
            "1e400",
            "ReferenceID: `1e400` is out of range",
            "1e400",
        ),
        (
            "65200",
            "99999999999999999999999999999999999999999999",
            "Server: `9999",
            "99999999999999999999999999999999999999999999",
        ),
        ("\"9001\"", "9001.0", "ThisDN: expected", "9001.0"),
        ("\"9001\"", "9e3", "ThisDN: expected", "9e3"),
        ("\"9001\"", "true", "ThisDN: expected", "true"),
        (
            "\"9001\"",
            "18446744073709551616",
            "ThisDN: expected",
            "18446744073709551616",
        ),
        ("\"9001\"", "null", "ThisDN: mandatory, but absent", ""),
        ("13", "4294967295", "ReferenceID: mandatory, but absent", ""),
        (
            "\"AddressTypePosition\"",
            "\"AddressTypePositon\"",
            "InfoStatus.AddressType: `\"AddressTypePositon\"` is no value",
            "\"AddressTypePositon\"",
        ),
        (
            "\"AddressInfoAddressType\"",
            "\"AddressInfoDNStatus\"",
            "InfoType: always AddressInfoAddressType",
            "\"AddressInfoDNStatus\"",
        ),
        (
            "\"Server\"",
            "\"AgentID\": \"2\", \"Server\"",
            "AgentID: given again",
            "\"2\"",
        ),
        (
            "\"Server\"",
            "\"Event\": \"EventRegistered\", \"Server\"",
            "Event: given again",
            "\"EventRegistered\"",
        ),
        (
            "AddressTypePosition",
            "AddressTypeQueue",
            "Registration/EventRegistered[a]",
            "",
        ),
        (
            "\"9001\"",
            "\"90\\ud80001\"",
            "half a surrogate pair",
            "\"90\\ud80001\"",
        ),
        (
            "\"9001\"",
            "\"90\\q01\"",
            "an escape that JSON does not have",
            "\"90\\q01\"",
        ),
        (
            "\"9001\"",
            "\"90\u{1}01\"",
            "a control character",
            "\"90\u{1}01\"",
        ),
        (
            "\"ps-1\": 3",
            "\"ps-1\": 3, \"x\": 1e400",
            "a number that is too large",
            "1e400",
        ),
        (
            "{\"ps-1\": 3, \"place\": {\"name\": \"Gruß @ home\", \"empty\": \"\"}}",
            "7",
            "Extensions: expected",
            "7",
        ),
        (
            "{\"ps-1\": 3, \"place\": {\"name\": \"Gruß @ home\", \"empty\": \"\"}}",
            "[[\"a\", 1], [2]]",
            "Extensions: expected",
            "[2]",
        ),
        (
            "{\"ps-1\": 3, \"place\": {\"name\": \"Gruß @ home\", \"empty\": \"\"}}",
            "[[\"a\", {\"base64\": \"A\"}]]",
            "bytes that are not base64",
            "\"A\"",
        ),
        (
            "\"2008-04-02T09:45:24.593900Z\"",
            "{\"sec\": 1}",
            "time: expected",
            "{\"sec\": 1}",
        ),
        (
            "\"2008-04-02T09:45:24.593900Z\"",
            "{\"sec\": 1, \"usec\": 1000000}",
            "time: ",
            "{\"sec\": 1, \"usec\": 1000000}",
        ),
    ] {
        let text = changed(from, to);
        let report = refused(&text);
        let sentences = sentences(&text);
        assert!(sentences.len() == 1 || place.is_empty(), "{sentences:?}");
        assert!(
            sentences[0].starts_with(sentence),
            "{} instead of {sentence}",
            sentences[0]
        );
        assert_eq!(found(&report, &text).concat(), place, "{text}");
    }
}

#[test]
fn everything_wrong_is_said_at_once() {
    let report = refused(
        r#"{"Event": "EventRegistered", "ThisDN": 1.5, "AgentID": "1", "ReferenceID": "x"}"#,
    );
    assert_eq!(report.violations().len(), 6, "{report}");
}

#[test]
fn a_damaged_message_says_nothing_about_what_it_lacks() {
    for (text, at) in [
        ("", ""),
        ("[]", "["),
        ("EventRegistered", "E"),
        (r#"{"Event": "EventRegistered", "ThisDN": "1"#, "1"),
        (r#"{"Event": "EventRegistered", "ThisDN" "1"}"#, "\""),
        (r#"{"Event": "EventRegistered", "ReferenceID": 013}"#, "1"),
        (r#"{"Event": "EventRegistered",}"#, "}"),
        (
            r#"{"Event": "EventRegistered", "Extensions": {"a": 1, "b": }}"#,
            "}",
        ),
        (
            r#"{"Event": "EventRegistered", "Extensions": {"a": 1, "b": "c"#,
            "c",
        ),
    ] {
        let report = refused(text);
        let [only] = report.violations() else {
            panic!("{text}: {report}")
        };
        assert!(
            matches!(only.what, Violation::Malformed { .. }),
            "{text}: {report}"
        );
        assert_eq!(found(&report, text).concat(), at, "{text}");
    }
}

#[test]
fn written_messages_come_back() {
    let mut message = registered();
    message.extensions.push_binary("bytes", &[0, 255, 3]);
    message.extensions.push("bytes", "again");
    message.extensions.push(
        "nested",
        &KeyValueList::from([("base64", 1), ("base64", 2)]),
    );
    let text = serde_json::to_string(&message).unwrap();
    assert!(
        text.starts_with(
            r#"{"Event":"EventRegistered","AgentID":"1042","Extensions":[["ps-1",3],"#
        ),
        "{text}"
    );
    assert!(text.contains(r#"["bytes",{"base64":"AP8D"}]"#), "{text}");
    assert_eq!(
        json::from_str::<EventRegistered>(&text)
            .expect(&text)
            .into_inner(),
        message
    );
    assert_eq!(
        serde_json::from_str::<EventRegistered>(&text).expect(&text),
        message
    );
    assert_eq!(
        serde_json::from_str::<Valid<EventRegistered>>(&text)
            .expect(&text)
            .into_inner(),
        message
    );
    let family = Registration::from(message);
    assert_eq!(
        serde_json::from_str::<Registration>(&serde_json::to_string(&family).unwrap()).unwrap(),
        family
    );
    let list = KeyValueList::from([("a", 1), ("b", 2)]);
    assert_eq!(serde_json::to_string(&list).unwrap(), r#"{"a":1,"b":2}"#);
    assert_eq!(
        serde_json::from_str::<KeyValueList>(r#"{"a":1,"b":2}"#).unwrap(),
        list
    );
    assert!(serde_json::from_str::<KeyValueList>("[1]").is_err());
    let gone = json::from_str::<EventUnregistered>(
        r#"{"Event": 54, "ReferenceID": 1, "Server": 2, "ThisDN": "3", "time": {"sec": 4, "usec": 5}}"#,
    );
    let text = serde_json::to_string(&gone.unwrap()).unwrap();
    assert_eq!(
        text,
        r#"{"Event":"EventUnregistered","ReferenceID":1,"Server":2,"ThisDN":"3","time":"1970-01-01T00:00:04.000005Z"}"#
    );
}

#[test]
fn serde_looks_at_rules_only_for_valid_messages() {
    let broken = changed("AddressTypePosition", "AddressTypeQueue");
    assert!(serde_json::from_str::<EventRegistered>(&broken).is_ok());
    let error = serde_json::from_str::<Valid<EventRegistered>>(&broken).unwrap_err();
    assert!(
        error
            .to_string()
            .contains("Registration/EventRegistered[a]"),
        "{error}"
    );
}

#[test]
fn keys_that_a_key_set_lacks_are_noted() {
    let mut reader = Reader::new(REGISTERED.as_bytes(), Registration::events());
    let message = reader.read().unwrap().expect("a message");
    let report = message.report();
    let [only] = report.notes() else {
        panic!("{report:?}")
    };
    assert_eq!(
        only.what.to_string(),
        "Extensions: the key `place` is not documented"
    );
    assert_eq!(only.at.clone().map(|at| &message.text()[at]), Some("place"));
}

#[test]
fn any_number_of_64_bits_names_an_event() {
    for (number, names) in [
        ("9223372036854775808", true),
        ("-7", true),
        ("36893488147419103232", false),
    ] {
        let text = format!("{{\"Event\": {number}}}");
        let ours = json::from_str::<Registration>(&text);
        let theirs = serde_json::from_str::<Valid<Registration>>(&text);
        assert_eq!(
            (ours.is_ok(), theirs.is_ok()),
            (names, names),
            "{text}: {ours:?} {theirs:?}"
        );
        if let Ok(message) = ours {
            assert_eq!(message.name(), number);
        }
    }
}
