//! Messages as Platform SDK prints them.

use events_core::families::registration::{EventRegistered, Registration};
use events_core::read::log::{Reader, Summary, platform};
use events_core::{Datum, Events, Message, Report, families};

const REGISTERED: &str = "\
2026-03-02 09:14:26,574 DEBUG [selector] - Proxy got message 'EventRegistered' ('53')
message attributes:
AttributeEventSequenceNumber [long] = 4899493
Time            = ComplexClass(TimeStamp):
\tAttributeTimeinuSecs [int] = 593900
\tAttributeTimeinSecs [int] = 1207129524
AttributeAgentID [str] = \"1042\"
AttributeExtensions [bstr] = KVList: \n\
\t\t'ps-1' [int] = 3
\t\t'place' [list] = \n\
\t\t\t'name' [str] = \"Gru\u{df} \"@\" home\"
\t\t\t'empty' [str] = \"\"
AttributeAddressInfoStatus [int] = 2
AttributeAddressInfoType [int] = 8
AttributeReferenceID [int] = 13
AttributeThisDn [str] = \"9001\"
. Processing with state .StatePrimary
";

/// The same in the other dialect.
const IN_A_LOG: &str = "\
message EventRegistered
\tAttributeEventSequenceNumber\t00000000004ac2a5
\tAttributeAgentID\t'1042'
\tAttributeExtensions\t[60] 00 02 01 00..
\t\t'ps-1'\t3
\t\t'place'(list) \n\
\t\t\t'name'\t'Gru\u{df} \"@\" home'
\t\t\t'empty'\t''
\tAttributeAddressInfoStatus\t2
\tAttributeAddressInfoType\t8
\tAttributeReferenceID\t13
\tAttributeThisDN\t'9001'
\tAttributeTimeinuSecs\t593900
\tAttributeTimeinSecs\t1207129524
";

fn read(log: &[u8]) -> (Vec<Report>, Summary) {
    let events = Events::new(families::declarations());
    let mut reader = Reader::new(log, &events).server(65200);
    let mut reports = Vec::new();
    while let Some(message) = reader.read().expect("bytes can be read") {
        let report = message.report();
        for found in report.violations() {
            let text = found.at.clone().map(|at| &message.text()[at]);
            assert!(text.is_none_or(|text| !text.is_empty()), "{report}");
        }
        reports.push(report);
    }
    let summary = reader.summary().clone();
    let lines = String::from_utf8_lossy(log).lines().count();
    assert_eq!(summary.lines, lines as u64);
    (reports, summary)
}

fn event<T: Message>(log: &str) -> T {
    let mut reader = Reader::new(log.as_bytes(), T::events()).server(65200);
    let message = reader.read().unwrap().expect("there is a message");
    message.event::<T>().unwrap().into_inner()
}

fn violations(log: &str) -> Vec<String> {
    let (reports, _) = read(log.as_bytes());
    let violations = reports.iter().flat_map(Report::violations);
    violations.map(|found| found.what.to_string()).collect()
}

/// The message with a part of it replaced.
fn with(part: &str, other: &str) -> String {
    assert!(REGISTERED.contains(part), "{part}");
    REGISTERED.replacen(part, other, 1)
}

#[test]
fn one_event_from_two_dialects() {
    assert_eq!(
        event::<EventRegistered>(REGISTERED),
        event::<EventRegistered>(IN_A_LOG)
    );
    // Of events that are not declared too, whatever the case of their names.
    let rest =
        "\tAttributeConnID\t006c029a6685d004\n\tAttributeEventSequenceNumber\t00000000004ac2a5\n";
    let platform = "'EventNew' (7) attributes:\nAttributeConnId [long] = 006c029a6685d004\n\
        AttributeEventSequenceNumber [long] = 4899493\n";
    assert_eq!(
        event::<Registration>(platform),
        event::<Registration>(&format!("message EventNew\n{rest}"))
    );
}

#[test]
fn all_forms_of_headers() {
    let body = REGISTERED.split_once("attributes:\n").unwrap().1;
    let expected = event::<EventRegistered>(REGISTERED);
    for header in [
        "'EventRegistered' ('53')\nmessage attributes:",
        "'EventRegistered' (53)\r\nmessage attributes:\r",
        "'EventRegistered' ('53') attributes:",
        "09:14:26.574 Sent 'EventRegistered' (53) attributes:",
        "2026-03-02 09:14:26,574 - message ['EventRegistered' (53) attributes:",
        "received from 65200(TS) message EventRegistered",
    ] {
        let body = if header.contains('\r') {
            body.replace('\n', "\r\n")
        } else {
            body.to_owned()
        };
        let one = format!("{header}\n{body}");
        assert_eq!(event::<EventRegistered>(&one), expected, "{one}");
        // Indented by the application, in a row, among other lines, and in a file with the other dialect.
        let log = format!("foreign\n{one}{one}\n{IN_A_LOG}{one}foreign\n");
        let (reports, summary) = read(log.as_bytes());
        assert!(reports.iter().all(Report::is_clean), "{log}");
        assert_eq!(
            (reports.len(), summary.platform, summary.events),
            (4, 3, 4),
            "{log}"
        );
        assert_eq!((summary.foreign_lines, summary.transport), (6, 4), "{log}");
    }
    // A bracket closes behind the last value.
    let open = REGISTERED.replace(
        "'EventRegistered' ('53')\nmessage",
        "['EventRegistered' (53)",
    );
    for (last, close) in [
        ("\"9001\"\n. P", "\"9001\"]\n. P"),
        (
            "\"9001\"\n. P",
            "\"9001\"\nAttributeCallID [long] = 7]\n. P",
        ),
    ] {
        assert_eq!(violations(&open.replace(last, close)), [] as [&str; 0]);
    }
}

#[test]
fn the_application_goes_on_behind_the_last_value() {
    let body = REGISTERED.split_once(". Processing").unwrap().0;
    let expected = event::<EventRegistered>(REGISTERED);
    for rest in [
        "] trailing",
        ". Processing with state x",
        "], took 5 ms",
        ",",
        ".",
    ] {
        for behind in [
            "",
            "\n",
            "\n\n",
            "\nforeign\n",
            "\n2026-03-02 09:14:26,600 x\n",
        ] {
            let log = format!("{}{rest}{behind}", body.trim_end());
            assert_eq!(event::<EventRegistered>(&log), expected, "{log}");
            let number = "AttributeCallID [int] = 1420644031";
            let log = format!("{body}{number}{rest}{behind}");
            let event = event::<EventRegistered>(&log);
            assert_eq!(event.other.integer("CallID"), Some(1_420_644_031), "{log}");
            let pair = "AttributeUserData [bstr] = KVList: \n\t\t'k' [str] = \"v\"";
            let log = format!("{body}{pair}{rest}{behind}");
            let event = self::event::<EventRegistered>(&log);
            let Some(Datum::List(pairs)) = event.other.get("UserData") else {
                panic!("{log}")
            };
            assert!(matches!(pairs.get("k"), Some(Datum::Text("v"))), "{log}");
        }
        // In the midst of a message it is damage.
        let log = with("\"1042\"", &format!("\"1042\"{rest}"));
        assert_eq!(violations(&log).len(), 1, "{log}");
    }
    let log = format!("{}\"9001\" x\n", body.split_once("\"9001\"").unwrap().0);
    assert!(violations(&log)[0].contains("goes on behind its last quote"));
    let log = format!("{body}AttributeNodeID [int] = 1.5\n");
    assert!(matches!(
        event::<EventRegistered>(&log).other.get("NodeID"),
        Some(Datum::Text("1.5"))
    ));
}

#[test]
fn a_number_that_is_not_the_events_is_noted() {
    for header in [
        "'EventRegistered' ('54')",
        "'EventRegistered' (99999999999999999999)",
    ] {
        let (reports, _) = read(with("'EventRegistered' ('53')", header).as_bytes());
        assert!(reports[0].is_clean());
        let note = &reports[0].notes()[0].what;
        assert_eq!(note.code(), "other-number");
        assert!(
            note.to_string()
                .starts_with("`EventRegistered` has the number 53, not ")
        );
    }
    let (reports, _) = read(REGISTERED.as_bytes());
    let is_other = |code: &str| code == "other-number";
    assert!(
        !reports[0]
            .notes()
            .iter()
            .any(|note| is_other(note.what.code()))
    );
}

#[test]
fn types_and_names_may_hold_other_signs() {
    assert_eq!(
        event::<EventRegistered>(&with("Dn [str]", "Dn [utf-8]")),
        event::<EventRegistered>(REGISTERED)
    );
    let attributes = events_core::KeyValueList::from([("InfoStatus.Colour", "red")]);
    let unknown = events_core::UnknownEvent::new("EventX", attributes);
    let text = platform::to_string(&Registration::Unknown(unknown.clone()));
    let Registration::Unknown(again) = event::<Registration>(&text) else {
        panic!("{text}")
    };
    assert_eq!(again, unknown);
}

#[test]
fn attributes_may_be_indented() {
    let (header, body) = REGISTERED.split_once("attributes:\n").unwrap();
    for indent in ["\t", "    ", "  \t"] {
        let body: Vec<_> = body
            .lines()
            .map(|line| format!("{indent}{line}\n"))
            .collect();
        let log = format!("{header}attributes:\n{}", body.concat());
        assert_eq!(
            event::<EventRegistered>(&log),
            event::<EventRegistered>(REGISTERED)
        );
        let log = log.replace('\t', "    ");
        assert_eq!(
            event::<EventRegistered>(&log),
            event::<EventRegistered>(REGISTERED)
        );
    }
}

#[test]
fn the_time_is_that_of_the_applications_line() {
    let mut reader = Reader::new(REGISTERED.as_bytes(), Registration::events());
    let message = reader.read().unwrap().unwrap();
    let logged = message.logged_at().map(|time| time.to_string());
    assert_eq!(logged.as_deref(), Some("2026-03-02T09:14:26.574000"));
    assert_eq!((message.place().line, message.place().offset), (1, 0));
}

#[test]
fn other_protocols_are_skipped_and_counted() {
    let log = format!(
        "'EventX' (1) attributes:\nattr_itx_id [str] = \"0\"\nattr_list [bstr] = KVList: \n\t'a' [int] = 1\n\
        'RequestX' ('2')\nmessage attributes:\nattr_itx_id [str] = \"0\"\n\
        'EventX' (1) attributes:\n\tISCCAttributeX [int] = 1\n\tSDAttributeX [int] = 1\n{REGISTERED}\
        'RequestAttachUserData' ('30')\nmessage attributes:\nAttributeThisDN [str] = \"2214\"\n"
    );
    let (reports, summary) = read(log.as_bytes());
    assert_eq!(reports.len(), 1);
    assert_eq!(
        (summary.interaction, summary.iscc, summary.requests),
        (2, 1, 1)
    );
    assert_eq!(
        (summary.platform, summary.events, summary.undeclared),
        (2, 1, 0)
    );
    // The line behind the message is the application's.
    assert_eq!(summary.foreign_lines, 1);
}

#[test]
fn requests_are_given_when_they_are_asked_for() {
    let log = "'RequestAttachUserData' ('30')\nmessage attributes:\nAttributeConnID [long] = 00890\n\
        AttributeUserData [bstr] = KVList: \n\t\t'ActivityID' [str] = \"1-2\"\n";
    let mut reader = Reader::new(log.as_bytes(), Registration::events()).requests();
    let message = reader.read().unwrap().unwrap();
    assert_eq!(message.record().name(), "RequestAttachUserData");
    assert!(matches!(
        message.record().get("ConnID"),
        Some(Datum::Text("00890"))
    ));
    assert!(reader.read().unwrap().is_none());
}

#[test]
fn who_only_lists_attributes_logs_no_message() {
    for log in [
        "The 'Widget' (12)\nis there\n",
        "Listing attributes:\nnone\n",
        "message attributes:\n\nAttributeThisDN\n",
        "state = 5\n'EventOnHook' (87)\n\nmessage attributes:\n",
    ] {
        let (reports, summary) = read(log.as_bytes());
        assert_eq!((reports.len(), summary.platform), (0, 0), "{log}");
    }
}

#[test]
fn each_mistake_has_its_violation() {
    for (log, expected) in [
        (
            with("AttributeThisDn [str] = \"9001\"\n", ""),
            "ThisDN: mandatory, but absent",
        ),
        (with("[int] = 13", "[int] = x"), "ReferenceID: expected "),
        (
            with("[int] = 13", "[int] = "),
            "an attribute without a value",
        ),
        (
            with("[int] = 13", "[int"),
            "neither an attribute nor a pair: `AttributeReferenceID [int`",
        ),
        (
            with("AttributeReferenceID", "?"),
            "neither an attribute nor a pair: `? [int] = 13`",
        ),
        (
            with("Type [int] = 8", "Type [int] = 1"),
            "InfoType: always AddressInfoAddressType",
        ),
        (
            with("Status [int] = 2", "Status [int] = No"),
            "InfoStatus.AddressType: `No` is no value of",
        ),
        (
            with("Status [int] = 2", "Status [int] = 3"),
            "Registration/EventRegistered[a]",
        ),
        (
            with("\"9001\"", "\"9001\"\nAttributeThisDN [str] = \"2\""),
            "ThisDN: given again, as `2`",
        ),
        (
            with("\"9001\"", "\"90"),
            "a text without its last quote: `\"90`",
        ),
        (
            with("\"9001\"", "\"90\" 1"),
            "a text that goes on behind its last quote",
        ),
        (with("\"9001\"", "null"), "a text without quotes: `null`"),
        (
            with("'ps-1' [int] = 3", "'ps-1' [int] = three"),
            "neither a text nor a number nor a list: `three`",
        ),
        (
            with("'ps-1' [int] = 3", "'ps-1' [int"),
            "neither an attribute nor a pair: `'ps-1' [int`",
        ),
        (
            with("'ps-1' [int] = 3", "'ps-1' [int] = 3\n\t\t\t'x' [int] = 1"),
            "a pair that no list is open for: `x`",
        ),
        (
            with("AttributeAgentID", "'a' [int] = 1\nAttributeAgentID"),
            "a pair outside of a list: `'a' [int] = 1`",
        ),
        (
            with("\tAttributeTimeinSecs [int] = 1207129524\n", ""),
            "time: expected ",
        ),
        (
            with("1207129524", "99999999999999"),
            "time: `99999999999999` is out of range",
        ),
        (
            with(
                "Dn [str] = \"9001\"",
                "DN [bstr] = KVList: \n\t\t'a' [int] = 1",
            ),
            "ThisDN: expected a text",
        ),
        (
            with("[bstr] = KVList: ", "[int] = 12"),
            "Extensions: expected ",
        ),
        (
            with("'EventRegistered' ('53')", "'EventRegis"),
            "attributes without the name of their event",
        ),
    ] {
        let found = violations(&log);
        assert!(
            found.iter().any(|found| found.contains(expected)),
            "{expected}\n{found:#?}\n{log}"
        );
    }
}

#[test]
fn what_cannot_be_is_answered() {
    // A hexadecimal id that is too long, an InfoType that the vocabulary lacks, a date that never came.
    let ringing = |id: &str| {
        format!(
            "'EventRinging' (60) attributes:\nAttributeConnID [long] = {id}\n\
            Time            = ComplexClass(TimeStamp):\nAttributeThisDN [str] = \"1\"\n"
        )
    };
    let found = violations(&ringing("1006c029a6685d004"));
    assert!(
        found
            .iter()
            .any(|found| found.starts_with("ConnID: `1006c029a6685d004` is out of range")),
        "{found:#?}"
    );
    assert!(
        found.contains(&"time: mandatory, but absent".to_owned()),
        "{found:#?}"
    );
    assert!(
        !violations(&ringing("00890"))
            .iter()
            .any(|found| found.contains("ConnID"))
    );

    let log = "'EventAddressInfo' (64) attributes:\nAttributeAddressInfoType [int] = 77\nAttributeAddressInfoStatus [int] = 5\n";
    let (reports, _) = read(log.as_bytes());
    assert!(
        reports[0]
            .notes()
            .iter()
            .any(|note| note.what.code() == "unknown-number")
    );
    assert!(
        !reports[0].to_string().contains("InfoType: `77`"),
        "{}",
        reports[0]
    );
}

#[test]
fn five_hundred_unknown_attributes_are_kept() {
    use std::fmt::Write as _;
    let mut log = REGISTERED.replace(". Processing with state .StatePrimary\n", "");
    for number in 0..500 {
        let _ = writeln!(log, "AttributeUnknown{number} [int] = {number}");
    }
    let event = event::<EventRegistered>(&log);
    assert_eq!(event.other.len(), 501);
    let (reports, _) = read(log.as_bytes());
    assert!(reports[0].is_clean());
    assert!(reports[0].notes().len() + reports[0].omitted_notes() >= 500);
}

#[test]
fn nesting_and_lines_are_bounded() {
    let mut log = String::from("'EventNew' (1) attributes:\nAttributeUserData [bstr] = KVList: \n");
    for depth in 0..2000 {
        log += &"\t".repeat(depth + 2);
        log += "'a' [list] = \n";
    }
    log += "AttributeThisDN [str] = \"1\"\n";
    let (reports, _) = read(log.as_bytes());
    assert!(reports[0].to_string().contains("lists nested too deep"));
    let wide = "'".repeat(17 << 20);
    let log = format!("'EventNew' (1) attributes:\nAttributeX [str] = \"{wide}\"\n{REGISTERED}");
    let (reports, summary) = read(log.as_bytes());
    assert_eq!((summary.oversized, summary.events), (1, 1));
    assert!(reports.last().is_some_and(Report::is_clean));
}

#[test]
fn cut_anywhere_a_log_is_answered() {
    let log = format!("{REGISTERED}{REGISTERED}");
    for end in (0..log.len()).filter(|end| log.is_char_boundary(*end)) {
        let (reports, summary) = read(&log.as_bytes()[..end]);
        assert_eq!(reports.len() as u64, summary.events + summary.undeclared);
        assert!(end < REGISTERED.len() || reports[0].is_clean());
    }
    // Cut in the middle of an attribute, the message is checked with what is there.
    let cut = REGISTERED.find("01\"\n.").unwrap();
    assert_eq!(
        violations(&REGISTERED[..cut]),
        ["a text without its last quote: `\"90`"]
    );
}

#[test]
fn any_byte_may_be_another() {
    let log = format!("{REGISTERED}{REGISTERED}").into_bytes();
    // Behind the last byte of the message the next line begins, whose damage is its own.
    for at in 0..REGISTERED.len() - 1 {
        for byte in [
            0, b'\n', b'\t', b'\'', b'"', b' ', b'[', b']', b'=', b'9', 0xff,
        ] {
            let mut damaged = log.clone();
            damaged[at] = byte;
            let (reports, _) = read(&damaged);
            // Whatever it is, the message behind it is read.
            assert!(reports.last().is_some_and(Report::is_clean), "{at} {byte}");
        }
    }
}

#[test]
fn text_that_is_not_utf8_is_reported_and_the_rest_checked() {
    let mut log = REGISTERED.as_bytes().to_vec();
    let at = log.iter().position(|byte| *byte == 0xc3).unwrap();
    log.splice(at..at + 2, [0xdf]);
    log.extend_from_slice(REGISTERED.as_bytes());
    let (reports, summary) = read(&log);
    let found: Vec<_> = reports[0]
        .violations()
        .iter()
        .map(|found| found.what.to_string())
        .collect();
    assert_eq!(found, ["bytes that are not UTF-8: `\u{fffd}`"]);
    assert!(reports[1].is_clean());
    assert_eq!((summary.not_utf8, summary.events), (1, 2));
}

#[test]
fn what_is_written_is_read_again() {
    let event: EventRegistered = self::event(REGISTERED);
    let text = platform::to_string(&event);
    assert_eq!(self::event::<EventRegistered>(&text), event, "{text}");
    assert_eq!(
        self::event::<EventRegistered>(&events_core::read::log::to_string(&event)),
        event
    );
}
