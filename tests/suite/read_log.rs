//! T-Library logs are read as they are written, and whatever is wrong with them is said.

use events_core::families::dtmf::EventDTMFSent;
use events_core::families::registration::{EventRegistered, EventUnregistered, Registration};
use events_core::read::log::{self, Reader, Summary};
use events_core::{Datum, KeyValueList, Message, Report, Timestamp, Unit, UnknownEvent, Violation};

#[path = "read_log/damage.rs"]
mod damage;
#[path = "read_log/headers.rs"]
mod headers;
#[path = "read_log/mistakes.rs"]
mod mistakes;
#[path = "read_log/platform.rs"]
mod platform;
#[path = "read_log/real.rs"]
mod real;
#[path = "read_log/stray.rs"]
mod stray;

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/samples");

const REGISTERED: &str = "\
@16:45:24.5939 [0] 8.1.101.25 distribute_response: message EventRegistered
\tAttributeAgentID\t'1042'
\tAttributeExtensions\t[58] 00 02 01 00..
\t\t'ps-1'\t3
\t\t'place'(list) \n\
\t\t\t'name'\t'Gru\u{df} @ home'
\t\t\t'empty'\t''
\tAttributeAddressInfoStatus\t2 AddressTypePosition
\tAttributeAddressInfoType\t8
\tAttributeReferenceID\t13
\tAttributeThisDN\t'9001'
\tAttributeTimeinuSecs\t593900
\tAttributeTimeinSecs\t1207129524 (16:45:24)
";

/// What reading gives: the report of each message, and the summary.
fn read(log: &[u8]) -> (Vec<Report>, Summary) {
    let mut reader = Reader::new(log, Registration::events()).server(65200);
    let mut reports = Vec::new();
    while let Some(message) = reader.read().expect("bytes can be read") {
        assert_eq!(message.is_clean(), message.report().is_clean());
        reports.push(message.report());
    }
    let summary = reader.summary().clone();
    assert_eq!(
        summary.lines,
        u64::try_from(String::from_utf8_lossy(log).lines().count()).unwrap()
    );
    assert!(summary.foreign_lines <= summary.lines);
    (reports, summary)
}

/// The names of the messages of a log, those of requests too.
fn names(log: &str) -> Vec<String> {
    let mut reader = Reader::new(log.as_bytes(), Registration::events()).requests();
    let mut names = Vec::new();
    while let Some(message) = reader.read().unwrap() {
        names.push(message.record().name().to_owned());
    }
    names
}

fn violations(log: &str) -> Vec<String> {
    let (reports, _) = read(log.as_bytes());
    let violations = reports.iter().flat_map(Report::violations);
    violations.map(|found| found.what.to_string()).collect()
}

fn notes(log: &str) -> Vec<String> {
    let (reports, _) = read(log.as_bytes());
    let notes = reports.iter().flat_map(Report::notes);
    notes.map(|found| found.what.to_string()).collect()
}

/// The message with a line of it replaced.
fn with(line: &str, other: &str) -> String {
    assert!(REGISTERED.contains(line), "{line}");
    REGISTERED.replacen(line, other, 1)
}

#[test]
fn a_message_is_read_as_it_stands_there() {
    let mut reader = Reader::new(REGISTERED.as_bytes(), EventRegistered::events()).server(65200);
    let message = reader.read().unwrap().unwrap();
    assert_eq!(message.report().violations(), []);
    let event = message.event::<EventRegistered>().unwrap();
    assert_eq!(event.agent_id.as_ref().map(AsRef::as_ref), Some("1042"));
    assert_eq!(event.this_dn.as_str(), "9001");
    assert_eq!(event.reference_id.get(), 13);
    assert_eq!(event.server, 65200);
    assert_eq!(Some(event.time), Timestamp::new(1_207_129_524, 593_900));
    assert_eq!(event.extensions.integer("ps-1"), Some(3));
    let Some(Datum::List(place)) = event.extensions.get("place") else {
        panic!("a list")
    };
    assert!(matches!(
        place.get("name"),
        Some(Datum::Text("Gru\u{df} @ home"))
    ));
    assert!(matches!(place.get("empty"), Some(Datum::Text(""))));
    assert_eq!(event.extensions.len(), 2);
    assert!(reader.read().unwrap().is_none());
}

#[test]
fn server_is_excused_in_a_log_but_not_in_the_type() {
    let mut reader = Reader::new(REGISTERED.as_bytes(), Registration::events());
    let message = reader.read().unwrap().unwrap();
    assert!(message.is_clean());
    let report = message.event::<EventRegistered>().unwrap_err();
    assert!(report.to_string().contains("Server: mandatory, but absent"));
    let violation = &report.violations()[0].what;
    assert_eq!(
        (violation.code(), violation.attribute()),
        ("unlogged", Some("Server"))
    );
    assert_eq!(
        violation.help().as_deref(),
        Some("logs do not bear Server: give it to the reader, as in `Reader::server(65200)`")
    );
}

#[test]
fn seconds_alone_are_a_whole_second() {
    for seconds in ["1207129524", "1207129524 (16:45:24)"] {
        let log = format!(
            "message EventUnregistered\n\tAttributeTimeinSecs\t{seconds}\n\tAttributeThisDN\t'1'\n"
        );
        let mut reader = Reader::new(log.as_bytes(), Registration::events()).server(1);
        let message = reader.read().unwrap().unwrap();
        let Some(Datum::Time(time)) = message.record().get("time") else {
            panic!("{}", message.report())
        };
        assert_eq!(Some(time), Timestamp::new(1_207_129_524, 0));
    }
}

#[test]
fn unknown_attributes_and_events_lose_nothing() {
    let log = "message EventNew\n\
        \tAttributeConnID\t006c029a6685d004\n\
        \tAttributeZeros\t007\n\
        \tAttributeNumber\t-12\n\
        \tAttributeText\t'it's'\n\
        \tAttributeUserEvent\tEventQueued\n\
        \tAttributeUserData\t[14] 00 01 01 00..\n\
        \t\t'RTR'\t115\n\
        \tAttributeEmpty\t[2] 00 00\n";
    let event = log::from_str::<Registration>(log).unwrap().into_inner();
    let Registration::Unknown(event) = event else {
        panic!("not declared")
    };
    let mut expected = KeyValueList::new();
    expected.push("ConnID", "006c029a6685d004");
    expected.push("Zeros", "007");
    expected.push("Number", -12);
    expected.push("Text", "it's");
    expected.push("UserEvent", "EventQueued");
    expected.push("UserData", &KeyValueList::from([("RTR", 115)]));
    expected.push("Empty", &KeyValueList::new());
    assert_eq!(event, UnknownEvent::new("EventNew", expected));
    assert_eq!(notes(log), ["no event `EventNew` is declared"]);

    let log = with(
        "\tAttributeThisDN",
        "\tAttributeCallUUID\t'01A2'\n\tattributethisdn",
    );
    assert_eq!(violations(&log), [] as [&str; 0]);
    assert!(notes(&log).contains(&"CallUUID: not in the table of the event".to_owned()));
    let mut reader = Reader::new(log.as_bytes(), Registration::events());
    let message = reader.read().unwrap().unwrap();
    assert!(matches!(
        message.record().get("CallUUID"),
        Some(Datum::Text("01A2"))
    ));
    // A list that the table does not know is compared with its announcement all the same.
    let log = "message EventNew\n\tAttributeUserData\t[14] 00 02 01 00..\n\t\t'RTR'\t115\n";
    assert_eq!(
        violations(log),
        ["UserData: the list is announced with 2 pairs, but has 1"]
    );
}

#[test]
fn requests_are_given_when_they_are_asked_for() {
    let log = format!(
        "request to 1(T) message RequestRegisterAddress\n\tAttributeThisDN\t'1'\n{REGISTERED}"
    );
    let (reports, summary) = read(log.as_bytes());
    assert_eq!(
        (
            reports.len(),
            summary.requests,
            summary.events,
            summary.foreign_lines
        ),
        (1, 1, 1, 0)
    );
    assert_eq!(names(&log), ["RequestRegisterAddress", "EventRegistered"]);
}

#[test]
fn other_protocols_are_skipped_and_counted() {
    let log = format!(
        "@16:45:24.5939 [0] 8.1 distribute_event: message ISCCEventX\n\tISCCAttributeReferenceID\t1\n\n\
        received from 1(ISCC) message EventRegistered\n\tISCCAttributeReferenceID\t1\n\tSDAttributeX\t1\n\
        received from 1(IXN) message EventRegistered\n\tattr_itx_id [str] = \"0\"\n\
        received from 1(IXN) message EventRegistered\nattr_itx_id [str] = \"0\"\n{REGISTERED}"
    );
    let (reports, summary) = read(log.as_bytes());
    assert_eq!(reports.len(), 1, "{reports:#?}");
    assert!(reports[0].is_clean());
    assert_eq!((summary.iscc, summary.interaction), (2, 2));
    assert_eq!((summary.events, summary.undeclared), (1, 0));
}

#[test]
fn blanks_may_stand_for_tabs() {
    let log = REGISTERED
        .replace("(list) ", "(list)")
        .replace('\t', "    ");
    let mut reader = Reader::new(log.as_bytes(), Registration::events()).server(65200);
    let event = reader
        .read()
        .unwrap()
        .unwrap()
        .event::<EventRegistered>()
        .unwrap();
    let mut reader = Reader::new(REGISTERED.as_bytes(), Registration::events()).server(65200);
    assert_eq!(
        event,
        reader
            .read()
            .unwrap()
            .unwrap()
            .event::<EventRegistered>()
            .unwrap()
    );
}

#[test]
fn lists_are_announced_in_three_ways() {
    for form in [
        "'place'(list)",
        "'place'(list) ",
        "'place'\t(list)",
        "'place' (list) ",
    ] {
        assert_eq!(
            violations(&with("'place'(list) ", form)),
            [] as [&str; 0],
            "{form}"
        );
    }
}

#[test]
fn line_ends_of_windows() {
    let log = REGISTERED.replace('\n', "\r\n");
    assert_eq!(violations(&log), [] as [&str; 0]);
    let log = log.clone() + "\r\n" + &log;
    assert_eq!(read(log.as_bytes()).1.events, 2);
}

#[test]
fn what_is_written_is_read_again() {
    let mut nested = KeyValueList::new();
    nested.push("empty", &KeyValueList::new());
    nested.push("it's\t", "a\tb' c\u{df}");
    nested.push("deep", &KeyValueList::from([("n", i64::MIN), ("n", 0)]));
    let mut extensions = KeyValueList::from([("ps-1", -7)]);
    extensions.push("list", &nested);
    extensions.push("", "");
    let mut event = EventRegistered::builder()
        .extensions(extensions)
        .reference_id(events_core::tlibrary::value::ReferenceId::new(4).unwrap())
        .server(5)
        .this_dn("'9'001 ")
        .time(Timestamp::new(1_207_129_524, 7).unwrap())
        .build();
    event.other.push("CallUUID", "01A2");
    event.other.push("CallID", 12);
    event.other.push("UserData", &nested);
    let text = log::to_string(&event);
    let mut reader = Reader::new(text.as_bytes(), Registration::events()).server(5);
    let again = reader
        .read()
        .unwrap()
        .unwrap()
        .event::<EventRegistered>()
        .map_err(|report| format!("{report}\n{text}"));
    // A tab is a control character: the dialect has no form for it.
    let mended = log::to_string(&*again.clone().unwrap());
    assert_eq!(mended, text);
    let blank = |list: &KeyValueList| format!("{list:?}").replace("\\t", " ");
    let again = again.unwrap().into_inner();
    assert_eq!(blank(&again.extensions), blank(&event.extensions));
    assert_eq!(blank(&again.other), blank(&event.other));
    assert_eq!(
        (again.this_dn, again.time, again.reference_id),
        (event.this_dn, event.time, event.reference_id)
    );
}

#[test]
fn the_pairs_of_a_list_may_have_lines_of_their_own() {
    let log = "message EventDTMFSent\n\tAttributeLastTransferOrigDN\t'7002'\n\tAttributeCallID\t7\n\
               \tAttributeConnID\t00690301f2c4a10a\n\tAttributeFirstTransferHomeLocation\t'SIP_Paris'\n\
               \tAttributeThisDN\t'7001'\n\tAttributeTimeinSecs\t1\n";
    let read = |log: &str| {
        let mut reader = Reader::new(log.as_bytes(), EventDTMFSent::events()).server(1);
        let message = reader.read().unwrap().unwrap();
        message.event::<EventDTMFSent>()
    };
    let event = read(log).unwrap();
    let history = event.call_history.as_ref().unwrap();
    assert_eq!(history.first_transfer().home_location, Some("SIP_Paris"));
    assert_eq!(history.first_transfer().orig_dn, None);
    assert_eq!(history.last_transfer().orig_dn, Some("7002"));
    assert!(event.other.is_empty());
    let again = read(&log::to_string(&*event)).unwrap();
    let again = again.call_history.as_ref().unwrap();
    assert_eq!(again.first_transfer(), history.first_transfer());
    assert_eq!(again.last_transfer(), history.last_transfer());

    let twice = format!("{log}\tAttributeLastTransferOrigDN\t'7003'\n");
    let report = read(&twice).unwrap_err();
    assert_eq!(
        report.violations()[0].what.to_string(),
        "CallHistory: given again, as `'7003'`"
    );
}
