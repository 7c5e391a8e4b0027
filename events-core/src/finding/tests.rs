//! What reports say of values that are refused, and what would mend them.

use std::borrow::Cow;

use crate::families::TLibraryEvent;
use crate::read::{json, log};
use crate::{Events, Message, Note, Report};

/// A message that is as documented but for `rest`, which begins with the attributes that it replaces.
fn address_info(rest: &str) -> String {
    let rows = [
        ("InfoStatus", r#"{"AddressType":"AddressTypeDN"}"#),
        ("InfoType", r#""AddressInfoAddressType""#),
        ("ReferenceID", "1"),
        ("Server", "1"),
        ("ThisDN", r#""7001""#),
        ("time", "1772439243"),
    ];
    let rows = rows
        .iter()
        .filter(|(name, _)| !rest.contains(&format!("\"{name}\"")))
        .map(|(name, value)| format!("\"{name}\":{value},"));
    format!(
        "{{\"Event\":\"EventAddressInfo\",{}{rest}}}",
        rows.collect::<String>()
    )
}

fn report(text: &str) -> Report {
    json::from_str::<TLibraryEvent>(text).expect_err("it is wrong")
}

/// The only violation of a message, and what would mend it.
fn only(rest: &str) -> (String, String) {
    let report = report(&address_info(rest));
    let [violation] = report.violations() else {
        panic!("{report}")
    };
    let help = violation.what.help().unwrap_or_default();
    (violation.what.to_string(), help)
}

const TIME: &str =
    "time: expected a time such as `2026-03-01T08:30:00.250000Z`, or seconds since 1970, found ";

#[test]
fn a_time_says_how_it_is_written() {
    for (value, sentence, help) in [
        (
            r#""2026-03-02T08:14:03.4""#,
            format!(r#"{TIME}`"2026-03-02T08:14:03.4"`"#),
            "write its zone behind it: `Z` for UTC, or an offset such as `+01:00`",
        ),
        (
            r#""2026-03-02T08:14:03.123456789Z""#,
            format!(r#"{TIME}`"2026-03-02T08:14:03.123456789Z"`"#),
            "write at most six decimals: a time is kept to the microsecond",
        ),
        ("true", format!("{TIME}`true`"), ""),
        (
            "1772439243400",
            "time: `1772439243400` is out of range, expected seconds since 1970".to_owned(),
            "this looks like milliseconds: divide by 1000, which makes 1772439243 seconds",
        ),
        (
            r#"{"sec":1772439243,"usec":4000000}"#,
            "time: `{\"sec\":1772439243,\"usec\":4000000}` is out of range, expected microseconds from 0 to 999999"
                .to_owned(),
            "",
        ),
    ] {
        let (said, helped) = only(&format!("\"time\":{value}"));
        assert_eq!((said, &*helped), (sentence, help), "{value}");
    }
}

/// The violations of a log whose message has these lines for its time.
fn logged(lines: &str) -> Vec<(String, String)> {
    let text = format!(
        "message EventRegistered\n\tAttributeAddressInfoType\t8\n\tAttributeExtensions\t[2] 00 00\n\
         \tAttributeReferenceID\t13\n\tAttributeThisDN\t'9001'\n{lines}\n"
    );
    let events = Events::of::<TLibraryEvent>();
    let mut reader = log::Reader::new(text.as_bytes(), &events);
    let message = reader.read().unwrap().expect("a message");
    let report = message.report();
    let violations = report.violations().iter();
    violations
        .map(|violation| {
            let help = violation.what.help().unwrap_or_default();
            (violation.what.to_string(), help)
        })
        .collect()
}

#[test]
fn the_parts_of_a_time_in_a_log_say_what_they_are() {
    assert_eq!(
        logged("\tAttributeTimeinuSecs\t4000000\n\tAttributeTimeinSecs\t1772439243"),
        [(
            "time: `4000000` is out of range, expected microseconds from 0 to 999999".to_owned(),
            String::new()
        )]
    );
    assert_eq!(
        logged("\tAttributeTimeinuSecs\t400000"),
        [(
            "time: expected seconds beside the microseconds, found `400000`".to_owned(),
            "give AttributeTimeinSecs as well".to_owned()
        )]
    );
}

#[test]
fn an_array_that_is_no_list_says_where_it_stands() {
    let help = "write the list as an object, or each of its pairs as an array of two";
    assert_eq!(
        only(r#""Extensions":{"ReasonCode":{"x":[1]}}"#),
        (
            r#"Extensions: expected a pair `["key", value]` in the array of Extensions["ReasonCode"]["x"], found `1`"#
                .to_owned(),
            help.to_owned()
        )
    );
    assert_eq!(
        only(r#""Extensions":[["a",1],2]"#).0,
        r#"Extensions: expected a pair `["key", value]` in the array of Extensions, found `2`"#
    );
    assert_eq!(
        only(r#""Extensions":"x""#).1,
        "write it as an object, or as an array of pairs"
    );
}

#[test]
fn what_cannot_be_read_is_not_called_absent() {
    let report = report(&address_info(r#""AgentID":"1","InfoType":true"#));
    let notes: Vec<_> = report.notes().iter().map(|note| &note.what).collect();
    let Some(Note::CannotTell { rule }) = notes
        .iter()
        .find(|note| note.to_string().starts_with("Query/EventAddressInfo[b]"))
    else {
        panic!("{notes:?}")
    };
    assert_eq!(rule.facts[0].to_string(), "InfoType is unreadable");
    assert_eq!(rule.help, "correct InfoType to have the rule checked");
}

#[test]
fn what_cannot_be_read_is_there_all_the_same() {
    let message = |reference: &str| {
        format!(
            r#"{{"Event":"EventUnregistered"{reference},"Server":1,"ThisDN":"7001","time":1772439243}}"#
        )
    };
    let codes = |text: &str| -> Vec<String> {
        let report = report(text);
        let violations = report.violations().iter();
        violations
            .map(|found| found.what.code().to_owned())
            .collect()
    };
    // Without the attribute, the footnote asks for the reason; an attribute that cannot be read is not without.
    assert_eq!(codes(&message("")), ["Registration/EventUnregistered[a]"]);
    let unreadable = message(r#","ReferenceID":"abc""#);
    assert_eq!(codes(&unreadable), ["wrong-type"]);
}

#[test]
fn a_member_is_suggested_listed_or_looked_up() {
    for (value, help) in [
        (r#"{"AdressType":2}"#, "did you mean `AddressType`?"),
        (
            r#"{"NoSuch":2}"#,
            "make it one of the 15 values of TAddressInfoStatus",
        ),
        (
            r#"{"AddressType":"AddressTypQueue"}"#,
            "did you mean `AddressTypeQueue`?",
        ),
        (
            r#"{"AddressType":2,"AgentStatus":1}"#,
            "give the one that is chosen",
        ),
    ] {
        assert_eq!(only(&format!("\"InfoStatus\":{value}")).1, help, "{value}");
    }
    assert_eq!(
        only(r#""InfoType":[8]"#).1,
        "make it one of the 19 values of TAddressInfoType"
    );
    let two = r#""InfoStatus":{"AddressType":2,"AgentStatus":1}"#;
    assert_eq!(
        only(two).0,
        r#"InfoStatus: expected one member of TAddressInfoStatus, as in `{"name": value}`, found `{"AddressType":2,"AgentStatus":1}`"#
    );
    // Few enough to choose from.
    let line = r#"{"Event":"EventNetworkCallStatus","NetworkPartyRole":"Nobody"}"#;
    let report = report(line);
    let helps: Vec<_> = report
        .violations()
        .iter()
        .filter_map(|one| one.what.help())
        .collect();
    let choice = "make it `RoleNtwUnknown`, `RoleNtwOrigParty` or `RoleNtwDestParty`";
    assert!(helps.iter().any(|help| help == choice), "{helps:?}");
}

#[test]
fn a_text_is_written_in_quotes() {
    assert_eq!(
        only(r#""ThisDN":7001.0"#),
        (
            "ThisDN: expected a text, found `7001.0`".to_owned(),
            "write it in quotes: \"7001.0\"".to_owned()
        )
    );
}

#[test]
fn an_empty_name_is_a_missing_one() {
    for text in [
        r#"{"Event":"","ThisDN":"1"}"#,
        r#"{"ThisDN":"1","Event":""}"#,
    ] {
        let report = report(text);
        assert_eq!(report.event(), "");
        assert_eq!(
            report.violations()[0].what.to_string(),
            "no attribute names the event, `Event` is missing"
        );
        assert_eq!(report.notes().len(), 0);
    }
}

#[test]
fn a_misspelt_event_is_suggested() {
    let events = Events::of::<TLibraryEvent>();
    let note = |name: &str| {
        let text = format!("{{\"Event\":\"{name}\"}}");
        let mut reader = json::Reader::new(text.as_bytes(), &events);
        let report = reader.read().unwrap().expect("a message").report();
        report.notes()[0].what.to_string()
    };
    assert_eq!(
        note("EventRegistred"),
        "no event `EventRegistred` is declared, did you mean `EventRegistered`?"
    );
    assert_eq!(note("EventFuture"), "no event `EventFuture` is declared");
    assert_eq!(
        note("EventAgentLogon"),
        "no event `EventAgentLogon` is declared, did you mean `EventAgentLogin`?"
    );
    // The document has these, though nobody declared them.
    assert_eq!(
        note("EventMonitoringNextCall"),
        "no event `EventMonitoringNextCall` is declared"
    );
    assert_eq!(
        note("EventAgentReady"),
        "no event `EventAgentReady` is declared"
    );
}

#[test]
fn a_message_that_the_dictionary_names_is_no_misspelling() {
    use events_schema::{Dictionary, Member, Vocabulary};

    static NAMED: Vocabulary = Vocabulary {
        name: Cow::Borrowed("DockMessage"),
        description: Cow::Borrowed(""),
        numbered: true,
        members: Cow::Borrowed(&[Member {
            name: Cow::Borrowed("EventRegistere"),
            number: 1,
            description: Cow::Borrowed(""),
        }]),
    };
    static NAMING: Dictionary = Dictionary {
        messages: Some(Cow::Borrowed(&NAMED)),
        ..Dictionary::EMPTY
    };
    let note = |dictionary: &'static Dictionary, name: &str| {
        let declarations = TLibraryEvent::declarations()
            .iter()
            .map(|one| crate::Declaration::interpreted(one.family, one.event, dictionary));
        let events = Events::new(declarations);
        let text = format!("{{\"Event\":\"{name}\"}}");
        let mut reader = json::Reader::new(text.as_bytes(), &events);
        let report = reader.read().unwrap().expect("a message").report();
        report.notes()[0].what.to_string()
    };
    let meant = "no event `EventRegistere` is declared, did you mean `EventRegistered`?";
    assert_eq!(note(&Dictionary::EMPTY, "EventRegistere"), meant);
    assert_eq!(
        note(&NAMING, "EventRegistere"),
        "no event `EventRegistere` is declared"
    );
    // What T-Library's dictionary names, this one does not.
    assert_eq!(
        note(&NAMING, "EventAgentReady"),
        note(&Dictionary::EMPTY, "EventAgentReady")
    );
    assert_ne!(
        note(&NAMING, "EventRegistred"),
        note(&NAMING, "EventRegistere")
    );
}

#[test]
fn a_damaged_part_says_what_would_mend_it() {
    for (rest, help) in [
        (r#""Extensions":{"a":1e999}"#, "write it as a text"),
        (
            r#""Extensions":[["a",{"base64":"x"}]]"#,
            "write them in standard base64, with padding",
        ),
        ("\"ThisDN\":\"7\u{1}\"", "write it as `\\u` and four digits"),
    ] {
        assert_eq!(only(rest).1, help, "{rest}");
    }
    for (line, help) in [
        ("\tAttributeThisDN\t'90", "close the text with a quote"),
        (
            "\tAttributeThisDN\t'9' 1",
            "escape the quote inside the text",
        ),
        (
            "\tAttributeAgentID",
            "give its value, or leave the attribute out",
        ),
    ] {
        let found = logged(line);
        assert!(found.iter().any(|(_, mend)| mend == help), "{found:?}");
    }
}

#[test]
fn one_pair_is_no_pairs() {
    let lost = crate::Violation::Lost {
        attribute: "UserData".into(),
        said: 1,
        found: 0,
        unit: crate::Unit::Pairs,
    };
    assert_eq!(
        lost.to_string(),
        "UserData: the list is announced with 1 pair, but has 0"
    );
    assert_eq!(
        lost.help().as_deref(),
        Some("give the list of UserData behind what announces it")
    );
}
