//! T-Library logs are read as they are written, and whatever is wrong with them is said.

use events_core::families::registration::{EventRegistered, EventUnregistered, Registration};
use events_core::read::log::{self, Reader, Summary};
use events_core::{Datum, KeyValueList, Message, Report, Timestamp, Unit, UnknownEvent, Violation};

#[path = "read_log/damage.rs"]
mod damage;

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
}

#[test]
fn all_forms_of_headers() {
    let attribute = "\tAttributeReferenceID\t1\n";
    for (header, name) in [
        (
            "@16:45:24.5939 [0] 8.1.101.25 distribute_event: message EventReleased",
            "EventReleased",
        ),
        (
            "@16:45:24.5942 [0] 8.1 distribute call/party event: message EventCallPartyDeleted",
            "EventCallPartyDeleted",
        ),
        (
            "@16:45:25.1041 [0] 8.1.101.25 send_to_client: message EventACK",
            "EventACK",
        ),
        (
            "2015-05-29T12:21:16.438 Trc 04541 RequestQueryCall received from [66] (00000e85 App 10.0.0.1:49280)\nmessage RequestQueryCall",
            "RequestQueryCall",
        ),
        (
            "@12:21:16.4386 [BSYNC] Trace: Send to backup (SIPS) [20]:\nmessage RequestSetCallInfo",
            "RequestSetCallInfo",
        ),
        (
            "request to 65200(TServer) message RequestDistributeEvent",
            "RequestDistributeEvent",
        ),
        (
            "received from 65200(SIPS)host:5001(fd=648) message EventAttachedDataChanged",
            "EventAttachedDataChanged",
        ),
        (
            "received from 65200(SIPS)host:5001(fd=648) message EventError(refid=7)",
            "EventError",
        ),
        (
            "2016-04-29T16:26:11.580 Trc 50002 TEvent: EventAttachedDataChanged",
            "EventAttachedDataChanged",
        ),
        (
            "        2016-04-29T16:26:11.580 Trc 50002 TEvent: EventAttachedDataChanged",
            "EventAttachedDataChanged",
        ),
        (
            "16:39:27.319 Trc 04541 Message EventRegistered received from 'SIPTS750@7593'",
            "EventRegistered",
        ),
    ] {
        // In the middle of foreign lines, in a row, and with either line end.
        let one = format!("{header}\n{attribute}");
        assert_eq!(names(&one), [name], "{one}");
        assert_eq!(names(&one.replace('\n', "\r\n")), [name], "{one}");
        let log = format!("foreign\n{one}{one}\nforeign\n\n{one}foreign");
        assert_eq!(names(&log), [name; 3], "{log}");
        let (_, summary) = read(log.as_bytes());
        assert_eq!(summary.mentions, 0);
    }
}

#[test]
fn who_only_speaks_of_a_message_is_counted() {
    let log = "16:41:55.299 Int 04543 Interaction message \"EventRouteRequest\" received from 65200 (\"SIPTS750@3020\")\n\
        16:39:27.319 Trc 04541 Message EventRegistered received from 'SIPTS750@7593'\n\
        2016-04-20T09:22:09.969 Trc 04541 Message EventAgentNotReady received from 'sipserver@+4389'\n\
        cannot parse message EventRegistered\n\
        \n";
    let (reports, summary) = read(log.as_bytes());
    assert_eq!(reports, []);
    assert_eq!((summary.mentions, summary.foreign_lines), (4, 5));
}

#[test]
fn time_stamps_carry_their_date() {
    let log = "Application name:\tTServer\nLocal time:   2008-04-02T23:59:00.000\n\n\
        @23:59:59.0001 [0] 8.1 send_to_client: message EventACK\n\tAttributeReferenceID\t1\n\
        @00:00:01.0000 [0] 8.1 send_to_client: message EventACK\n\n\
        2008-04-05T12:21:16.438 Trc 04541 RequestQueryCall received from [66] (App)\nmessage EventACK\n\
        received from 65200(SIPS) message EventACK\n";
    let mut reader = Reader::new(log.as_bytes(), Registration::events());
    let mut times = Vec::new();
    while let Some(message) = reader.read().unwrap() {
        times.push(message.logged_at().map(|time| time.to_string()));
    }
    let expected = [
        "2008-04-02T23:59:59.000100",
        "2008-04-03T00:00:01.000000",
        "2008-04-05T12:21:16.438000",
    ];
    assert_eq!(times[..3], expected.map(|time| Some(time.to_owned())));
    assert_eq!(times[3], None);
    assert_eq!(reader.head().next(), Some(("Application name", "TServer")));
}

#[test]
#[expect(clippy::too_many_lines, reason = "a list of mistakes")]
fn each_mistake_has_its_violation() {
    for (log, expected) in [
        (
            with("\tAttributeThisDN\t'9001'\n", ""),
            "ThisDN: mandatory, but absent",
        ),
        (
            with(
                "\tAttributeReferenceID\t13",
                "\tAttributeReferenceID\t4294967295",
            ),
            "ReferenceID: mandatory, but absent",
        ),
        (
            with("\tAttributeReferenceID\t13", "\tAttributeReferenceID\tx"),
            "ReferenceID: expected ",
        ),
        (
            with(
                "\tAttributeReferenceID\t13",
                "\tAttributeReferenceID\t4294967296",
            ),
            "is out of range",
        ),
        (
            with("\tAttributeReferenceID\t13", "\tAttributeReferenceID"),
            "an attribute without a value",
        ),
        (
            with("Type\t8", "Type\t1"),
            "InfoType: always AddressInfoAddressType",
        ),
        (
            with("Status\t2 A", "Status\tNo A"),
            "InfoStatus.AddressType: `No` is no value of",
        ),
        (
            with("Status\t2 A", "Status\t3 A"),
            "Registration/EventRegistered[a]",
        ),
        (
            with("'9001'\n", "'9001'\n\tAttributeThisDN\t'2'\n"),
            "ThisDN: given again, as `'2'`",
        ),
        (
            with("'9001'", "'90"),
            "a text without its last quote: `'90`",
        ),
        (
            with("'9001'", "'90' 1"),
            "a text that goes on behind its last quote",
        ),
        (
            with("\tAttributeThisDN\t", "\tthis DN\t"),
            "neither an attribute nor a pair: `this DN",
        ),
        (
            with("[58]", "[57]"),
            "Extensions: the list is announced with 57 bytes, but has 58",
        ),
        (
            with("\t\t'ps-1'\t3\n", ""),
            "Extensions: the list is announced with 2 pairs, but has 1",
        ),
        (
            with("\t\t\t'empty'\t''\n", ""),
            "Extensions: the list is announced with 58 bytes, but has 48",
        ),
        (
            with("00 02 01 00..", "00 02 00 00.."),
            "the first pair is not the one that was packed",
        ),
        (with("[58] 00 02 01 00..", ""), "a list without its size"),
        (
            with("\t\t'ps-1'\t3", "\t\t'ps-1'\tthree"),
            "neither a text nor a number nor a list: `three`",
        ),
        (
            with("\t\t'ps-1'\t3", "\t\t'ps-1"),
            "a pair without a value: `'ps-1`",
        ),
        (
            with("\t\t'ps-1'\t3", "\t\t\t'ps-1'\t3"),
            "a pair that no list is open for: `ps-1`",
        ),
        (
            with("\t\t'ps-1'\t3", "\t\t?"),
            "neither an attribute nor a pair: `?`",
        ),
        (
            with("\tAttributeAgentID", "\t\t'a'\t1\n\tAttributeAgentID"),
            "a pair outside of a list: `'a'",
        ),
        (
            with("\tAttributeTimeinSecs\t1207129524 (16:45:24)\n", ""),
            "time: expected ",
        ),
        (with("593900", "1000000"), "time: `1000000` is out of range"),
        (
            with("1207129524", "99999999999999"),
            "time: `99999999999999` is out of range",
        ),
        (
            with("593900\n", "593900\n\tAttributeTimeinuSecs\t1\n"),
            "time: given again",
        ),
        (
            with(
                "\tAttributeThisDN\t'9001'",
                "\tAttributeThisDN\t[2] 00 00\n\t\t'a'\t1",
            ),
            "ThisDN: expected a text",
        ),
        (
            with("[58] 00 02 01 00..", "12\n\tAttributeX\t1"),
            "Extensions: expected ",
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
fn departures_are_of_one_kind() {
    let (reports, summary) = read(with("\t\t'ps-1'\t3\n", "").as_bytes());
    let lost =
        |found: &&events_core::Located<Violation>| matches!(found.what, Violation::Lost { .. });
    let lost: Vec<_> = reports[0].violations().iter().filter(lost).collect();
    assert_eq!(lost.len(), 1);
    assert!(matches!(
        lost[0].what,
        Violation::Lost {
            said: 2,
            found: 1,
            unit: Unit::Pairs,
            ..
        }
    ));
    assert_eq!((summary.lists, summary.departed_lists), (1, 1));
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
fn the_name_of_another_event_is_said() {
    let report = log::from_str::<EventUnregistered>("message EventRegistered\n").unwrap_err();
    assert!(matches!(
        report.violations()[0].what,
        Violation::WrongEvent { .. }
    ));
    let report = log::from_str::<EventUnregistered>("nothing").unwrap_err();
    assert!(report.to_string().contains("no message"));
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
fn other_dialects_are_skipped_and_counted() {
    let log = format!(
        "@16:45:24.5939 [0] 8.1 distribute_event: message ISCCEventX\n\tISCCAttributeReferenceID\t1\n\n\
        received from 1(ISCC) message EventRegistered\n\tISCCAttributeReferenceID\t1\n\tSDAttributeX\t1\n\
        received from 1(IXN) message EventRegistered\n\tattr_itx_id [str] = \"0\"\n\
        received from 1(IXN) message EventRegistered\nattr_itx_id [str] = \"0\"\n\
        Proxy got message 'EventOnHook' ('87')\nmessage attributes:\nAttributeThisDN [str] = \"2214\"\n\
        AttributeUserData [bstr] = KVList: \n\t\t'ActivityID' [str] = \"1-XXXXXX\"\n\
        16:00 Sent 'EventOnHook' (87) attributes:\n\tAttributeThisDN [str] = \"2214\"\n\
        message EventRegistered\n\tAttributeThisDN [str] = \"2214\"\n{REGISTERED}"
    );
    let (reports, summary) = read(log.as_bytes());
    assert_eq!(reports.len(), 1, "{reports:#?}");
    assert!(reports[0].is_clean());
    assert_eq!(
        (summary.iscc, summary.interaction, summary.platform),
        (2, 2, 3)
    );
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
fn only_errors_bear_a_remark() {
    let text = "\tAttributeErrorCode\t59\n\t(DN is not registered)\n";
    assert_eq!(
        violations(&format!("message EventError\n{text}")),
        [] as [&str; 0]
    );
    assert_eq!(violations(&format!("message EventACK\n{text}")).len(), 1);
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
fn lists_of_real_logs_are_as_announced() {
    let mut lists = 0;
    for name in ["urs_request_userdata_1.log", "urs_request_userdata_2.log"] {
        let Ok(log) = std::fs::read(format!("{SAMPLES}/{name}")) else {
            eprintln!("skipped: the sample {name} is not here");
            return;
        };
        let mut reader = Reader::new(&log[..], Registration::events()).requests();
        let message = reader.read().unwrap().unwrap();
        assert!(message.is_clean(), "{}", message.report());
        assert!(matches!(
            message.record().get("ThisDN"),
            Some(Datum::Text("9001"))
        ));
        assert!(matches!(
            message.record().get("UserData"),
            Some(Datum::List(_))
        ));
        assert!(reader.read().unwrap().is_none());
        lists += reader.summary().lists - reader.summary().departed_lists;
    }
    assert_eq!(lists, 2);
}

#[test]
fn headers_of_real_logs() {
    let read = |name: &str| std::fs::read_to_string(format!("{SAMPLES}/{name}"));
    let (Ok(servers), Ok(clients), Ok(platform)) = (
        read("tserver_headers_tlibmsgparser.log"),
        read("client_headers_logbrowser.log"),
        read("psdk_timberwinr_multiline2.log"),
    ) else {
        eprintln!("skipped: the samples are not here");
        return;
    };
    let expected = [
        "EventReleased",
        "EventCallPartyDeleted",
        "EventACK",
        "RequestQueryCall",
        "RequestSetCallInfo",
    ];
    assert_eq!(names(&servers), expected);
    assert_eq!(names(&clients), ["EventAttachedDataChanged"; 2]);
    assert_eq!(names(&platform), [] as [&str; 0]);
    assert_eq!(self::read(platform.as_bytes()).1.platform, 2);
    assert_eq!(self::read(clients.as_bytes()).1.mentions, 3);
}
