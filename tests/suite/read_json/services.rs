//! Events as Voice Microservices write them: the name in `id`, values as numbers or as texts, names with blanks.

use events_core::families::TLibraryEvent;
use events_core::families::agent_state::EventAgentLogin;
use events_core::read::json::{self, Reader};
use events_core::tlibrary::vocabulary::AgentWorkMode;
use events_core::{KeyValueList, Message, Note, Valid};

const NUMBERS: &str = r#"{"id":"EventAgentLogin","Agent ID":"1042","AgentWorkMode":3,"CustomerID":"Resources","Extensions":{"place":{"name":"P1"},"ps-1":3},"ReferenceID":13,"Server":65200,"ThisDN":"9001","time":1772438327}"#;
const TEXTS: &str = r#"{"time":"2026-03-02T07:58:47Z","ThisDN":"9001","Server":"65200","ReferenceID":"13","Extensions":{"place":{"name":"P1"},"ps-1":3},"CustomerID":"Resources","AgentWorkMode":"AgentAfterCallWork","AgentID":"1042","id":"EventAgentLogin"}"#;

#[test]
fn one_event_in_all_spellings() {
    let expected = json::from_str::<EventAgentLogin>(NUMBERS)
        .unwrap()
        .into_inner();
    assert_eq!(expected.agent_id.as_ref().map(AsRef::as_ref), Some("1042"));
    assert_eq!(expected.work_mode, Some(AgentWorkMode::AgentAfterCallWork));
    assert_eq!(
        expected
            .extensions
            .as_ref()
            .and_then(|list| list.integer("ps-1")),
        Some(3)
    );
    assert!(expected.other.is_empty());
    for text in [
        TEXTS.to_owned(),
        NUMBERS.replace("\"id\":\"EventAgentLogin\"", "\"id\":73"),
        NUMBERS
            .replace("\"id\":", "\"Event\":")
            .replace("Agent ID", "AgentID"),
        NUMBERS.replace("\"AgentWorkMode\":3", "\"WorkMode\":\"3\""),
    ] {
        let event = json::from_str::<EventAgentLogin>(&text)
            .unwrap()
            .into_inner();
        assert_eq!(event, expected, "{text}");
        let event: Valid<TLibraryEvent> = serde_json::from_str(&text).unwrap();
        assert_eq!(event.name(), "EventAgentLogin");
    }
}

#[test]
fn whole_numbers_are_texts_where_texts_are_documented() {
    let text = NUMBERS
        .replace("\"1042\"", "1042")
        .replace("\"9001\"", "9001");
    let event = json::from_str::<EventAgentLogin>(&text).unwrap();
    assert_eq!(event, json::from_str(NUMBERS).unwrap());
    assert_eq!(event, serde_json::from_str(&text).unwrap());
    // They are written as what they are.
    assert!(serde_json::to_string(&event).unwrap().contains("\"9001\""));
    for number in [
        "0",
        "-7",
        "4294967296",
        "1234567890123456789",
        "-9223372036854775808",
        "18446744073709551615",
    ] {
        let text = NUMBERS.replace("\"9001\"", number);
        let event = json::from_str::<EventAgentLogin>(&text).unwrap();
        assert_eq!(event.this_dn, number);
        assert_eq!(event, serde_json::from_str(&text).unwrap());
    }
    for number in [
        "9001.0",
        "9e3",
        "-9223372036854775809",
        "18446744073709551616",
    ] {
        let text = NUMBERS.replace("\"9001\"", number);
        let report = json::from_str::<EventAgentLogin>(&text).unwrap_err();
        let error = serde_json::from_str::<Valid<EventAgentLogin>>(&text).unwrap_err();
        for said in [report.to_string(), error.to_string()] {
            assert!(said.contains("ThisDN: expected a text, found `"), "{said}");
        }
    }
}

#[test]
fn names_that_agree_are_one() {
    let named = |names: &str| {
        let text = NUMBERS.replace("\"id\":\"EventAgentLogin\"", names);
        let ours = json::from_str::<TLibraryEvent>(&text);
        let theirs = serde_json::from_str::<Valid<TLibraryEvent>>(&text);
        assert_eq!(ours.as_ref().ok(), theirs.as_ref().ok());
        match (ours, theirs) {
            (Err(report), Err(error)) => {
                assert_eq!(report.to_string(), error.to_string());
                report.violations()[0].what.to_string()
            }
            _ => String::new(),
        }
    };
    let name = "\"EventAgentLogin\"";
    for names in [
        format!("\"Event\":73,\"id\":{name}"),
        format!("\"id\":\"73\",\"Event\":{name}"),
        format!("\"Event\":{name},\"id\":{name}"),
        format!("\"id\":null,\"Event\":{name}"),
        "\"Event\":\"EventX\",\"id\":\"EventX\"".to_owned(),
    ] {
        assert_eq!(named(&names), "", "{names}");
    }
    for (names, said) in [
        (
            format!("\"id\":{name},\"Event\":72"),
            "as `EventAgentLogin` and as `72`",
        ),
        (
            format!("\"Event\":{name},\"id\":\"EventX\""),
            "as `EventAgentLogin` and as `\"EventX\"`",
        ),
        (
            format!("\"Event\":\"EventX\",\"id\":{name}"),
            "as `EventX` and as `\"EventAgentLogin\"`",
        ),
        (
            "\"Event\":\"EventX\",\"id\":9999".to_owned(),
            "as `EventX` and as `9999`",
        ),
    ] {
        assert_eq!(named(&names), format!("the event is named twice, {said}"));
    }
    let twice = named(&format!("\"id\":{name},\"id\":{name}"));
    assert!(twice.contains("given again"), "{twice}");
}

#[test]
fn what_only_the_services_know_is_kept() {
    let text = NUMBERS.replace("\"Agent ID\"", "\"CallThreadID\":\"c-1\",\"Agent ID\"");
    let event = json::from_str::<EventAgentLogin>(&text)
        .unwrap()
        .into_inner();
    assert_eq!(event.other, KeyValueList::from([("CallThreadID", "c-1")]));
    let mut reader = Reader::new(text.as_bytes(), TLibraryEvent::events());
    let report = reader.read().unwrap().unwrap().report();
    let is_unknown = |note: &Note| matches!(note, Note::UnknownAttribute { .. });
    // Each call event has it, as each message in a log has its sequence number.
    assert!(!report.notes().iter().any(|note| is_unknown(&note.what)));
}

#[test]
fn treatments_in_their_spelling() {
    let text = r#"{"id":"EventTreatmentApplied","CallID":1,"ConnID":"006c029a6685d004","Server":1,"ThisDN":"9001","TreatmentParms":{"MUSIC_DN":"m"},"TreatmentType":"TreatmentMusic","time":1772438327}"#;
    let mut reader = Reader::new(text.as_bytes(), TLibraryEvent::events());
    let message = reader.read().unwrap().unwrap();
    assert_eq!(message.record().name(), "EventTreatmentApplied");
    assert!(
        message.record().get("TreatmentParameters").is_some(),
        "{}",
        message.report()
    );
    assert_eq!(message.record().other().into_iter().count(), 0);
}

#[test]
fn a_line_each_whatever_is_wrong() {
    let twice = NUMBERS.replace("\"id\":", "\"Event\":\"EventAgentLogin\",\"id\":");
    let log = format!(
        "{NUMBERS}\n{twice}\n{}\n{TEXTS}\n{{\"id\":\"EventNew\",\"x\":1}}\n",
        &TEXTS[..90]
    );
    let mut reader = Reader::new(log.as_bytes(), TLibraryEvent::events());
    let mut clean = Vec::new();
    while let Some(message) = reader.read().unwrap() {
        clean.push((message.place().line, message.is_clean()));
    }
    assert_eq!(
        clean,
        [(1, true), (2, true), (3, false), (4, true), (5, true)]
    );
}
