//! Fragments of real logs, where they are at hand.

use super::*;

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
    assert_eq!(names(&platform), ["RequestAttachUserData", "EventOnHook"]);
    let summary = self::read(platform.as_bytes()).1;
    assert_eq!((summary.platform, summary.requests), (2, 1));
    // Around the messages the application says what it does.
    assert_eq!((summary.lines, summary.foreign_lines), (18, 4));
    assert_eq!(self::read(clients.as_bytes()).1.mentions, 3);
}

#[test]
fn messages_in_the_log_of_an_application() {
    let Ok(log) = std::fs::read(format!("{SAMPLES}/psdk_timberwinr_multiline2.log")) else {
        eprintln!("skipped: the samples are not here");
        return;
    };
    let mut reader = Reader::new(&log[..], Registration::events()).requests();
    let mut read = Vec::new();
    while let Some(message) = reader.read().unwrap() {
        assert!(message.is_clean(), "{}", message.report());
        read.push((
            message.record().to_unknown(),
            message.logged_at().map(|at| at.to_string()),
        ));
    }
    let mut request = KeyValueList::new();
    request.push("ConnID", "00890");
    request.push("ReferenceID", 88);
    request.push("ThisDN", "2214");
    request.push(
        "UserData",
        &KeyValueList::from([("ActivityID", "1-XXXXXX")]),
    );
    let mut event = KeyValueList::new();
    event.push("EventSequenceNumber", "00000000004ac2a5");
    event.push("TimeinuSecs", 573_000);
    event.push("TimeinSecs", 1_420_644_031);
    event.push("ThisDN", "2214");
    let expected = [
        (
            UnknownEvent::new("RequestAttachUserData", request),
            "2015-01-07T13:14:26.572000",
        ),
        (
            UnknownEvent::new("EventOnHook", event),
            "2015-01-07T13:20:31.665000",
        ),
    ];
    assert_eq!(
        read,
        expected.map(|(event, time)| (event, Some(time.to_owned())))
    );
}
