//! Unions hold what another attribute chooses, wherever they are read.

use events_core::families::query::EventAddressInfo;
use events_core::families::registration::EventRegistered;
use events_core::read::{json, log};
use events_core::tlibrary::union::InfoStatus;
use events_core::tlibrary::value::{Dn, ReferenceId};
use events_core::tlibrary::vocabulary::{AddressInfoType, AddressType};
use events_core::{Message, Note, Report, Validate, Violation};

fn info(status: &str, kind: &str) -> String {
    format!(
        r#"{{"Event": "EventAddressInfo", "InfoStatus": {status}, "InfoType": {kind}, "ReferenceID": 3, "Server": 1, "ThisDN": "8001", "time": 1}}"#
    )
}

fn read(status: &str, kind: &str) -> Result<InfoStatus, Report> {
    let text = info(status, kind);
    let read = json::from_str::<EventAddressInfo>(&text);
    let by_serde: Result<EventAddressInfo, _> = serde_json::from_str(&text);
    if let Ok(event) = &read {
        assert_eq!(by_serde.unwrap(), **event);
    }
    Ok(read?.info_status.clone())
}

/// What is wrong with a union, said by the readers of JSON and of serde.
fn wrong(status: &str, kind: &str) -> String {
    let report = read(status, kind).unwrap_err();
    let [violation] = report.violations() else {
        panic!("{report}")
    };
    violation.what.to_string()
}

fn logged(status: &str, kind: &str) -> Report {
    let text = format!(
        "message EventAddressInfo\n\tAttributeAddressInfoType\t{kind}\n\tAttributeAddressInfoStatus\t{status}\n\
         \tAttributeReferenceID\t3\n\tAttributeThisDN\t'8001'\n\tAttributeTimeinSecs\t1\n"
    );
    let mut reader = log::Reader::new(text.as_bytes(), EventAddressInfo::events()).server(1);
    let message = reader.read().unwrap().unwrap();
    message.report()
}

#[test]
fn json_names_the_member() {
    let position = InfoStatus::AddressType(AddressType::AddressTypePosition);
    let kind = r#""AddressInfoAddressType""#;
    for status in [
        r#"{"AddressType": "AddressTypePosition"}"#,
        r#"{"AddressType": 2}"#,
        r#"{ "AddressType" : "2" }"#,
    ] {
        assert_eq!(read(status, kind), Ok(position.clone()), "{status}");
    }
    // Three values choose this member, and two choose none.
    for kind in ["11", "17", "18"] {
        let elements = read(r#"{"NumberOfListElements": 3}"#, kind);
        assert_eq!(elements, Ok(InfoStatus::NumberOfListElements(3)));
    }
    assert_eq!(
        read("7", r#""AddressInfoDatabaseValue""#),
        Ok(InfoStatus::Other(7))
    );
    // Of a value that the vocabulary lacks nobody knows what it chooses.
    assert_eq!(read("7", "99"), Ok(InfoStatus::Other(7)));
}

#[test]
fn a_key_with_a_point_fills_the_union() {
    let dotted = |members: &str, kind: &str| {
        let text = info("null", kind).replace("\"InfoStatus\": null", members);
        let read = json::from_str::<EventAddressInfo>(&text);
        let by_serde = serde_json::from_str::<events_core::Valid<EventAddressInfo>>(&text);
        assert_eq!(read.is_ok(), by_serde.is_ok(), "{text}");
        if let (Ok(event), Ok(other)) = (&read, by_serde) {
            assert_eq!(*event, other);
        }
        read.map(|event| event.info_status.clone())
    };
    let said = |read: Result<InfoStatus, Report>| {
        let report = read.unwrap_err();
        let [violation] = report.violations() else {
            panic!("{report}")
        };
        (violation.what.to_string(), violation.what.help())
    };
    let position = InfoStatus::AddressType(AddressType::AddressTypePosition);
    for key in ["InfoStatus.AddressType", "Info\\u0053tatus.AddressType"] {
        for value in ["2", "\"2\"", "\"AddressTypePosition\""] {
            let members = format!("\"{key}\": {value}");
            assert_eq!(dotted(&members, "8"), Ok(position.clone()));
            let members = format!("{members}, \"InfoStatus\": {{\"AddressType\": 3}}");
            let (said, _) = said(dotted(&members, "8"));
            assert!(said.starts_with("InfoStatus: given again, as `{"), "{said}");
        }
    }
    let both = "\"InfoStatus\": {\"AddressType\": 3}, \"InfoStatus.AddressType\": 2";
    let (again, _) = said(dotted(both, "8"));
    assert_eq!(
        again,
        "InfoStatus: given again, as `\"InfoStatus.AddressType\": 2`"
    );
    let (absent, _) = said(dotted("\"InfoStatus.AddressType\": null", "8"));
    assert_eq!(absent, "InfoStatus: mandatory, but absent");
    let (other, _) = said(dotted("\"InfoStatus.NumberOfTrunksInUse\": 2", "8"));
    assert!(other.contains("found NumberOfTrunksInUse"), "{other}");
    let (unknown, help) = said(dotted("\"InfoStatus.AdressType\": 2", "8"));
    assert!(
        unknown.ends_with("is no value of TAddressInfoStatus"),
        "{unknown}"
    );
    assert_eq!(help.as_deref(), Some("did you mean `AddressType`?"));
    for value in [
        "{}",
        "[2]",
        "{\"a\": 1}",
        "[[\"a\", 1]]",
        "1.5",
        "true",
        "\"x\"",
    ] {
        let (wrong, _) = said(dotted(&format!("\"InfoStatus.AddressType\": {value}"), "8"));
        assert!(
            wrong.contains("TAddressInfoStatus")
                || value == "\"x\"" && wrong.contains("TAddressType"),
            "{value}: {wrong}"
        );
    }
}

#[test]
fn a_member_that_is_not_chosen_is_wrong() {
    let kind = r#""AddressInfoAddressType""#;
    assert_eq!(
        wrong(r#"{"NumberOfTrunksInUse": 3}"#, kind),
        "InfoStatus: expected AddressType because InfoType is AddressInfoAddressType, found NumberOfTrunksInUse"
    );
    assert_eq!(
        wrong("7", kind),
        "InfoStatus: expected AddressType because InfoType is AddressInfoAddressType, found a bare number"
    );
    assert_eq!(
        wrong(r#"{"NumberOfTrunksInUse": 3}"#, "16"),
        "InfoStatus: expected a bare number because InfoType is AddressInfoDatabaseValue, found NumberOfTrunksInUse"
    );
    assert_eq!(
        wrong(r#"{"AdressType": 3}"#, kind),
        r#"InfoStatus: `{"AdressType": 3}` is no value of TAddressInfoStatus"#
    );
    assert_eq!(
        wrong(r#"{"AddressType": "x"}"#, kind),
        r#"InfoStatus: `{"AddressType": "x"}` is no value of TAddressType"#
    );
    for status in [
        r#"{"AddressType": null}"#,
        r#"{"AddressType": {}}"#,
        r#"{"AddressType": 1, "NumberOfTrunksInUse": 2}"#,
        r#"["AddressType", 1]"#,
        r#"[["AddressType", 1]]"#,
        "{}",
        r#""1""#,
        "0.5",
        "true",
    ] {
        let wrong = wrong(status, kind);
        assert!(wrong.contains("TAddressInfoStatus"), "{status}: {wrong}");
    }
}

#[test]
fn an_event_with_one_member_refuses_the_others() {
    let registered = |status: &str| {
        format!(
            r#"{{"Event": "EventRegistered", "Extensions": {{}}, "InfoStatus": {status}, "InfoType": 8, "ReferenceID": 3, "Server": 1, "ThisDN": "8001", "time": 1}}"#
        )
    };
    for (status, found, place) in [
        (r#"{"AgentStatus": 4}"#, "AgentStatus", "AgentStatus"),
        (
            r#"{"AddressType": 1, "AgentStatus": 4}"#,
            "AgentStatus",
            "AgentStatus",
        ),
        ("3", "a bare number", "3"),
    ] {
        let text = registered(status);
        let report = json::from_str::<EventRegistered>(&text).unwrap_err();
        let [violation] = report.violations() else {
            panic!("{report}")
        };
        let expected = format!(
            "InfoStatus: expected AddressType because InfoType is AddressInfoAddressType, found {found}"
        );
        assert_eq!(violation.what.to_string(), expected);
        assert_eq!(&text[violation.at.clone().unwrap()], place);
        let by_serde = serde_json::from_str::<EventRegistered>(&text).unwrap_err();
        assert!(by_serde.to_string().contains(&expected), "{by_serde}");
    }
    for status in [
        r#"{"AgentStatus": null}"#,
        r#"{"Colour": 4}"#,
        r#""x""#,
        "null",
    ] {
        let text = registered(status);
        let event = json::from_str::<EventRegistered>(&text).unwrap();
        assert_eq!(
            *event,
            serde_json::from_str::<EventRegistered>(&text).unwrap()
        );
        let mut reader = json::Reader::new(text.as_bytes(), EventRegistered::events());
        let report = reader.read().unwrap().unwrap().report();
        let notes: Vec<_> = report
            .notes()
            .iter()
            .map(|note| note.what.to_string())
            .collect();
        if status.contains("Colour") {
            assert!(notes.contains(&"InfoStatus.Colour: not in the table of the event".to_owned()));
        }
    }
}

#[test]
fn typed_events_are_checked_too() {
    let event = |kind, status| {
        EventAddressInfo::builder()
            .info_status(status)
            .info_type(kind)
            .reference_id(ReferenceId::new(3).unwrap())
            .server(1)
            .this_dn(Dn::from("8001"))
            .time(events_core::Timestamp::new(1, 0).unwrap())
            .build()
    };
    let calls = InfoStatus::NumberOfCallsInQueue(4);
    let kind = AddressInfoType::AddressInfoNumberOfCallsInQueue;
    assert!(event(kind, calls.clone()).validate().is_ok());
    let report = event(AddressInfoType::AddressInfoAddressType, calls)
        .validate()
        .unwrap_err();
    assert!(matches!(
        &report.violations()[0].what,
        Violation::WrongMember { attribute, found: Some(found), expected: Some(expected), .. }
            if attribute == "InfoStatus" && found == "NumberOfCallsInQueue" && expected == "AddressType"
    ));
    assert_eq!(
        report.violations()[0].what.help().as_deref(),
        Some("give InfoStatus.AddressType, or correct InfoType")
    );
}

#[test]
fn logs_do_not_name_the_member() {
    let report = logged("2", "8");
    assert_eq!(
        (report.violations(), report.notes().len()),
        (&[][..], 0),
        "{report}"
    );
    // Only the first word of an enumeration counts.
    assert_eq!(logged("2 AddressTypePosition", "8").violations(), []);
    assert_eq!(logged("7", "16").violations(), []);
    let unknown = logged("77", "8");
    assert!(
        matches!(&unknown.notes()[0].what, Note::UnknownNumber { vocabulary, found, .. }
            if vocabulary == "TAddressType" && found == "77"),
        "{unknown:?}"
    );
    for (status, kind) in [("'x'", "8"), ("x", "16"), ("99999999999", "7")] {
        let report = logged(status, kind);
        assert_eq!(report.violations().len(), 1, "{report}");
    }
}

#[test]
fn what_is_said_of_a_union_stands_at_its_line() {
    let text = "message EventAddressInfo\n\tAttributeAddressInfoType\t16\n\tAttributeAddressInfoStatus\t77 x\n\
        \tAttributeReferenceID\t3\n\tAttributeThisDN\t'8001'\n\tAttributeTimeinSecs\t1\n";
    for (text, line) in [
        (text.to_owned(), "AttributeAddressInfoStatus\t77 x"),
        (
            info(r#"{"AddressType": 1}"#, "16"),
            r#""InfoStatus": {"AddressType": 1}"#,
        ),
        (
            text.replace("\t16", "\t8"),
            "AttributeAddressInfoStatus\t77 x",
        ),
    ] {
        let events = EventAddressInfo::events();
        let mut logs = log::Reader::new(text.as_bytes(), events).server(1);
        let mut objects = json::Reader::new(text.as_bytes(), events);
        let message = if text.starts_with('{') {
            objects.read().unwrap().unwrap()
        } else {
            logs.read().unwrap().unwrap()
        };
        let report = message.report();
        let violations = report.violations().iter().map(|found| &found.at);
        let notes = report.notes().iter().map(|found| &found.at);
        for at in violations.chain(notes) {
            assert_eq!(
                &message.text()[at.clone().expect("a place")],
                line,
                "{report}"
            );
        }
    }
}

#[test]
fn unions_come_back() {
    for (status, kind) in [
        (r#"{"AddressType": "AddressTypePosition"}"#, "8"),
        (r#"{"AddressType": 99}"#, "8"),
        (r#"{"NumberOfListElements": -3}"#, "17"),
        ("7", "16"),
        ("-7", "99"),
    ] {
        let event = json::from_str::<EventAddressInfo>(&info(status, kind)).unwrap();
        let text = serde_json::to_string(&*event).unwrap();
        assert_eq!(json::from_str::<EventAddressInfo>(&text).unwrap(), event);

        let text = log::to_string(&*event);
        let mut reader = log::Reader::new(text.as_bytes(), EventAddressInfo::events()).server(1);
        let message = reader.read().unwrap().unwrap();
        assert_eq!(
            message.event::<EventAddressInfo>().unwrap(),
            event,
            "{text}"
        );
    }
}

#[test]
fn rules_ask_for_members() {
    let with_agent = |status: &str| {
        let text = info(status, "8").replacen('{', r#"{"AgentID": "1042", "#, 1);
        json::from_str::<EventAddressInfo>(&text)
    };
    assert!(with_agent(r#"{"AddressType": "AddressTypePosition"}"#).is_ok());
    let report = with_agent(r#"{"AddressType": "AddressTypeQueue"}"#).unwrap_err();
    assert_eq!(
        report.violations()[0].what.to_string(),
        "Query/EventAddressInfo[a]: if AgentID is present and InfoType is AddressInfoAddressType, \
         InfoStatus.AddressType is AddressTypePosition or AddressTypeDN, broken because AgentID is \"1042\" and \
         InfoType is AddressInfoAddressType and InfoStatus.AddressType is AddressTypeQueue"
    );
}
